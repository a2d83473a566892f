-- Reports a value every second. Each report leaks a socket: can you see why?
local function report(value)
  local socket = net.createConnection(net.TCP)
  socket:on("connection", function() socket:send("value=" .. value .. "\n") end)
  socket:on("disconnection", function() print("sent " .. value .. ", heap " .. node.heap()) end)
  socket:connect(7000, "10.0.0.5")
end

heaptrace.init(400)
local n = 0
tmr.create():alarm(1000, tmr.ALARM_AUTO, function(timer)
  n = n + 1
  report(n)
  if n == 2 then
    collectgarbage()
    heaptrace.start(heaptrace.TRACE_LEAKS) -- what the first reports set up is no leak
  elseif n == 8 then
    timer:unregister()
  end
end)
tmr.create():alarm(9000, tmr.ALARM_SINGLE, function()
  collectgarbage()
  collectgarbage()
  heaptrace.stop()
end)
