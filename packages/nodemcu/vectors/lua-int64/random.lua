-- Random expressions over integers, floats and strings; the generator is part of the program.
local state = 0x2545F4914F6CDD1D
local function random(n)
  state = state ~ (state << 13)
  state = state ~ (state >> 7)
  state = state ~ (state << 17)
  return (state >> 1) % n
end
local function pick(list) return list[random(#list) + 1] end
local edge = { 0, 1, -1, 2, 7, 10, 31, 32, 63, 64, 1 << 31, 1 << 32, (1 << 53) + 1, 1 << 62, math.maxinteger, math.mininteger }
local integers = { "+", "-", "*", "//", "%", "&", "|", "~", "<<", ">>" }
local any = { "+", "-", "*", "/", "//", "%", "^", "<", "<=", "==" }

local function integer(depth)
  local what = random(10)
  if depth == 0 or what == 0 then
    local n = random(3) == 0 and state >> random(60) or pick(edge)
    return n == math.mininteger and "math.mininteger" or "(" .. n .. ")"
  elseif what == 1 then return "(~" .. integer(depth - 1) .. ")"
  elseif what == 2 then return "(-" .. integer(depth - 1) .. ")"
  end
  local op = pick(integers)
  local right = integer(depth - 1)
  -- a divisor that is not 0
  if op == "//" or op == "%" then right = "(" .. right .. "|1)" end
  return "(" .. integer(depth - 1) .. op .. right .. ")"
end
local function number(depth)
  local what = random(8)
  if depth == 0 or what == 0 then
    if random(2) == 0 then return integer(1) end
    return pick { "0.5", "1e15", "2.0^53", "-2.0^63", "9.5e18", "'12'", "'0x7fffffffffffffff'", "3.0", "1e-3" }
  end
  local op = pick(any)
  return op:find("[<=]") and "((" .. number(depth - 1) .. op .. number(depth - 1) .. ") and 1 or 2.0)"
    or "(" .. number(depth - 1) .. op .. number(depth - 1) .. ")"
end
local function show(ok, v) return (tostring(v):gsub("%-?nan", "nan")) .. (ok and "" or "!") end

for _ = 1, 300 do
  local text = integer(4)
  print(text, show(pcall(load("return " .. text, "=e"))))
end
for _ = 1, 300 do
  local text = number(3)
  print(text, show(pcall(load("return " .. text, "=e"))))
end
