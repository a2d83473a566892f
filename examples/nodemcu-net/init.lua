-- Asks a weather server and prints what it says; the server stands in world.json.
local body = ""
local socket = net.createConnection(net.TCP)
socket:on("connection", function(s)
  print("connected to " .. select(2, s:getpeer()))
  s:send("GET /now HTTP/1.0\r\nHost: weather.example\r\n\r\n")
end)
socket:on("receive", function(_, data) body = body .. data end)
socket:on("disconnection", function()
  local weather = sjson.decode(body:match("\r\n\r\n(.*)$"))
  print(string.format("%s: %.1f degrees", weather.place, weather.temperature))
end)
socket:connect(80, "weather.example")
