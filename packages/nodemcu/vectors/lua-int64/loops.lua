-- Numeric loops at the limits of integers, with float and string limits; at most five turns of each are shown.
local max, min = math.maxinteger, math.mininteger
local function run(init, limit, step)
  local seen = {}
  local ok, message = pcall(function()
    local turns = 0
    for i = init, limit, step do
      turns = turns + 1
      if turns > 5 then
        seen[#seen + 1] = "..."
        break
      end
      seen[#seen + 1] = tostring(i)
    end
  end)
  print(tostring(init), tostring(limit):gsub("%-?nan", "nan"), tostring(step), ok and "" or message:gsub("^.-:%d+: ", ""), table.concat(seen, " "))
end
local values = { 0, 1, -1, 3, max, max - 1, max - 3, min, min + 1, min + 3, 1 << 53, 0.5, 3.7, -2.5, 2.0 ^ 53, 2.0 ^ 63, -2.0 ^ 63, 1e300, -1e300,
  math.huge, -math.huge, 0 / 0, "3", "3.5", "x" }
for _, init in ipairs { 1, -3, max, max - 2, min, min + 2, 1.0, 2.0 ^ 53, "1" } do
  for _, limit in ipairs(values) do
    for _, step in ipairs { 1, -1, max, min, -0.5 } do run(init, limit, step) end
  end
end
-- a step that is left out
for i = max - 1, max do
  print(i)
  if i < 0 then break end
end
local total = 0
for i = 1, 1000 do total = total + i * i * i * i * i * i end
print(total)
-- coroutines that yield in a loop, closures over the index
local co = coroutine.wrap(function() for i = max - 2, max - 1 do coroutine.yield(i) end end)
print(co(), co())
local fs = {}
for i = 1 << 40, (1 << 40) + 2 do fs[#fs + 1] = function() i = i + 1 return i end end
print(fs[1](), fs[2](), fs[3](), fs[1]())
