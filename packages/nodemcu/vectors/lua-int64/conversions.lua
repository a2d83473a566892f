-- Between integers, floats and texts; constants; binary chunks; comparisons where floats lose precision.
local function show(...)
  local out = {}
  for i = 1, select("#", ...) do
    local v = select(i, ...)
    out[i] = (tostring(v):gsub("%-?nan", "nan")) .. (math.type(v) and ":" .. math.type(v) or "")
  end
  print(table.concat(out, " "))
end
for _, s in ipairs { "0", "-0", "+5", "007", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
  "000000000000000000000000000009223372036854775807", "18446744073709551615", "1e2", "1e", "0x", "0x10", "-0x10", "0x7fffffffffffffff",
  "0x8000000000000000", "0xffffffffffffffff", "0x1ffffffffffffffff", "-0xffffffffffffffff", "0x1p4", "0x.8", "0x1.8p-1", "  12  ", "\t-3\n", "1 2", "",
  " ", "- 1", "1.", ".5", ".", "5e+3", "inf", "nan", "12abc", "1\0", "0x7fffffffffffffffp0", "123456789012345678901234567890" } do
  local n = tonumber(s)
  print(string.format("%q", s), n, math.type(n), pcall(function() return s | 0 end))
  local f = load("return " .. s, "=e")
  if f then show(f()) end
end
for _, v in ipairs { 2.0 ^ 53, 2.0 ^ 63, -2.0 ^ 63, 9223372036854774784.0, 1.5, -0.0, 1e308, math.huge, 0 / 0, 3.0 } do
  show(v, math.tointeger(v), (pcall(function() return v | 0 end)), (pcall(function() return 1 << v end)), v == math.tointeger(v))
end
local max, min = math.maxinteger, math.mininteger
show(max + 0.0 == max, max + 0.0 == 2.0 ^ 63, max < 2.0 ^ 63, max <= 2.0 ^ 63, max >= 2.0 ^ 63, min == -2.0 ^ 63, min <= -2.0 ^ 63, min < -2.0 ^ 63)
for _, i in ipairs { (1 << 53) - 1, 1 << 53, (1 << 53) + 1, (1 << 54) + 1, -(1 << 53) - 1 } do
  local f = i + 0.0
  show(i, f, i == f, i < f, i <= f, f < i, f <= i, i < f + 1, i > f - 1)
end
show(1 < 0 / 0, 1 <= 0 / 0, 0 / 0 < 1, max < math.huge, min > -math.huge, 1 == 0 / 0)
show(1 .. "", max .. min, -0.0 .. "", 2 ^ 63 .. "", (1 << 62) .. "|" .. 1.0)
show(#tostring(min), tostring(max), string.rep("x", 3), ("x"):rep(0))
-- constants: equal in value or in their lower half, but of another type
show(1, 1.0, 4294967297, 4294967297.0, 0xffffffff, -1, 0xffffffffffffffff, 1 << 31, 2147483648, -2147483648)
local f = load(string.dump(load [[
  local t = { 1, -1, 1.0, 4294967297, 0x7fffffffffffffff, -0x7fffffffffffffff - 1, 1e300, "s", true, 0.1 }
  for i = 1, 4 do t[#t + 1] = i << 40 end
  return table.unpack(t)]]))
show(f())
print(pcall(function() return max // 0 end))
print(pcall(function() return max % 0 end))
print(pcall(function() return 1.5 & 1 end))
print(pcall(function() return 2.0 ^ 63 | 0 end))
print(pcall(function() return "1.5" | 0 end))
print(pcall(function() return "a" | 0 end))
print(pcall(function() return {} | 0 end))
print(pcall(function() return 1 < "2" end))
print(pcall(function() return {} < 1 end))
print(pcall(function() return -{} end))
print(pcall(function() return ("x") + 1 end))
local mt = setmetatable({}, { __add = function(a, b) return "add" .. tostring(b == max) end, __band = function() return 1 << 40 end,
  __lt = function() return true end, __unm = function() return min end, __idiv = function() return max end })
show(mt + max, max & mt, 1.5 & mt, mt < max, -mt, 7 // mt)
-- values through coroutines, upvalues, varargs and metamethods keep their kind
local co = coroutine.create(function(...)
  local a, b = coroutine.yield(...)
  return a * b, math.type(a)
end)
show(coroutine.resume(co, 1 << 40, 2.5))
show(coroutine.resume(co, 1 << 40, 3))
