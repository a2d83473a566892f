-- A sensor logger as people write them. Somewhere in it memory is lost with every sample.
local history = {}
local total = 0

-- the last readings by time stamp, "so that a reading is never sent twice"
local function remember(stamp, value)
  history[stamp] = { value = value, unit = "mV" }
end

local function average(values)
  local sum = 0
  for _, v in ipairs(values) do sum = sum + v end
  return sum // #values
end

function sample()
  total = total + 1
  local readings = {}
  for i = 1, 8 do readings[i] = (total * 37 + i * 11) % 1024 end
  remember(string.format("t%06d", total), average(readings))
end

print("sensor logger ready, " .. node.heap() .. " bytes free")
