-- Integer keys of every size, floats that are integers, keys that are equal, lengths, next.
local max, min = math.maxinteger, math.mininteger
local keys = { 0, 1, 2, -1, (1 << 31) - 1, 1 << 31, -(1 << 31), -(1 << 31) - 1, (1 << 32) - 1, 1 << 32, (1 << 32) + 1, (1 << 53) - 1, 1 << 53,
  (1 << 53) + 1, 1 << 62, max, max - 1, min, min + 1 }
local floats = { 0.0, -0.0, 1.0, 2147483647.0, 2147483648.0, -2147483648.0, -2147483649.0, 4294967296.0, 2.0 ^ 53, 2.0 ^ 62, -2.0 ^ 63, 2.0 ^ 63,
  -2.0 ^ 63 - 2048, 0.5, 1e300, math.huge }
local function dump(t)
  local lines = {}
  for k, v in pairs(t) do lines[#lines + 1] = string.format("%s=%s(%s)", tostring(k), tostring(v), math.type(k) or type(k)) end
  table.sort(lines)
  print(#lines, table.concat(lines, " "))
end
local t = {}
for i, k in ipairs(keys) do t[k] = i end
dump(t)
for i, k in ipairs(floats) do t[k] = -i end
dump(t)
for _, k in ipairs(keys) do print(k, t[k], rawget(t, k), t[k + 0.0], t[tostring(k)]) end
for _, k in ipairs(floats) do print(k, t[k]) end
for _, k in ipairs(keys) do t[k] = nil end
dump(t)
print(pcall(function() t[0 / 0] = 1 end))
print(pcall(function() t[nil] = 1 end), t[0 / 0], t[nil])
print(pcall(next, t, 1 << 40), pcall(next, {}, 1))
-- constructors and constants that agree in their lower 32 bits
local a = { [1] = "a", [4294967297] = "b", [8589934593] = "c", [1.0] = "d" }
print(a[1], a[4294967297], a[8589934593], a[1 + (1 << 32)])
dump(a)
dump { 1, 2, 3, [4] = 4, [5.0] = 5, [1 << 33] = 6 }
-- growth and removal while large keys share nodes
local big = {}
for i = 0, 199 do big[i << 32] = i end
for i = 0, 199 do big[(i << 32) | 5] = -i end
local sum, count = 0, 0
for k, v in pairs(big) do sum, count = sum + k * v, count + 1 end
print(sum, count)
for k in pairs(big) do if k & 5 == 0 then big[k] = nil end end
sum, count = 0, 0
for k, v in pairs(big) do sum, count = sum ~ k ~ v, count + 1 end
print(sum, count)
-- borders
local l = {}
for i = 1, 10 do l[i] = i end
print(#l, #{}, #{ nil, 2 }, #{ n = 1 })
local powers = { [1] = true }
for i = 1, 62 do powers[1 << i] = true end
print(#powers)
local chain = {}
for i = 0, 40 do chain[1 << i] = true end
print(#chain)
-- metamethods get keys as integers, and lengths may be anything
local log = setmetatable({}, { __index = function(_, k) return math.type(k) .. ":" .. k end, __newindex = function(_, k, v) print("set", k, math.type(k), v) end,
  __len = function() return 1 << 40 end })
print(log[1], log[1 << 40], log[1.0], log[2.0 ^ 40], #log)
log[7] = 8
log[1 << 50] = 9
for i, v in ipairs(setmetatable({}, { __index = function(_, i) if i < 4 then return i * (1 << 40) end end })) do print(i, v) end
-- weak tables, arrays that shrink into the hash part
local weak = setmetatable({}, { __mode = "k" })
weak[1 << 40], weak[2] = "x", "y"
collectgarbage()
dump(weak)
local shrink = {}
for i = 1, 100 do shrink[i] = i end
for i = 2, 99 do shrink[i] = nil end
shrink.a, shrink.b, shrink.c = 1, 2, 3
dump(shrink)
print(select("#", table.unpack({ 1, 2, 3 }, 1, 3)), (select(-1, 5, 6, 7)), rawequal(1 << 40, 2.0 ^ 40), rawequal(1, 1.0), rawlen { 1, 2 })
-- Order of next: integers and floats have the same main positions and collisions everywhere.
local function order(t)
  local out = {}
  for k in pairs(t) do out[#out + 1] = tostring(k) end
  print(table.concat(out, " "))
end
local o = {}
for i = 1, 6 do o[i << 32], o[(i << 33) + 3], o[-i * 0x123456789] = 1, 2, 3 end
order(o)
for i = 1, 6 do o[i << 32], o[i * 0.25], o[min + i] = nil, 4, 5 end
order(o)
local p = {}
for _, k in ipairs { max, min, (1 << 53) + 1, 7, -7, 1 << 31, (1 << 31) - 1, 0xffffffff, 1 << 32, 0.5, 1e300, -1e300, math.huge, 2.0 ^ 63 } do p[k] = k end
order(p)
