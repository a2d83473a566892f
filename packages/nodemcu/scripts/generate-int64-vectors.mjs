/**
 * Makes `vectors/lua-int64/expressions.jsonl` and `programs.jsonl`: what a stock Lua 5.3 with 64-bit integers and
 * doubles (`lua5.3` of the PATH) answers. Expressions are drawn by a seeded generator; the programs stand below.
 *
 * Left out is what differs from a NodeMCU by design: `long` and `size_t` (options l, L, T and s of string.pack, limits of
 * sizes), `%a`, float `math.fmod` by zero, random numbers, the sign of not-a-number, and names of locals in messages.
 *
 *     node packages/nodemcu/scripts/generate-int64-vectors.mjs
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const folder = new URL('../vectors/lua-int64/', import.meta.url);

/** Shows what an expression gives: integers as they are, floats with 17 digits, texts quoted, errors without position. */
const PRELUDE = `local function text(v)
  local kind = math.type(v)
  if kind == "float" then return (("%.17g"):format(v):gsub("^%-nan$", "nan")) .. "f" end
  if kind == "integer" then return tostring(v) end
  if type(v) == "string" then return ("%q"):format(v) end
  if type(v) == "table" then
    local keys, out = {}, {}
    for k in pairs(v) do keys[#keys + 1] = k end
    table.sort(keys, function(a, b)
      if type(a) == type(b) then return a < b end
      return type(a) < type(b)
    end)
    for i, k in ipairs(keys) do out[i] = text(k) .. "=" .. text(v[k]) end
    return "{" .. table.concat(out, ",") .. "}"
  end
  return tostring(v)
end
local function show(f)
  local ok, r = pcall(f)
  if not ok then r = tostring(r):gsub("^[^:]*:%d+: ", "") print("error: " .. r) return end
  local out = {}
  for i = 1, r.n do out[i] = text(r[i]) end
  print(table.concat(out, " "))
end
`;

// ---------------------------------------------------------------- drawing

let state = 0x9e3779b9;
const random = () => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
};
const below = (n) => random() % n;
const one = (list) => list[below(list.length)];

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);
const EDGES = [
  0n,
  1n,
  2n,
  3n,
  7n,
  10n,
  31n,
  32n,
  63n,
  64n,
  255n,
  256n,
  65535n,
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 31n + 1n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 32n + 1n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 62n,
  MAX - 1n,
  MAX,
];
const integer = () => {
  switch (below(8)) {
    case 0:
      return MIN;
    case 1:
      return MIN + BigInt(below(3));
    case 2:
      return BigInt.asIntN(64, (BigInt(random()) << 32n) | BigInt(random()));
    case 3:
      return BigInt.asIntN(64, BigInt(random()) << BigInt(below(32)));
    default:
      return one(EDGES) * (below(2) === 0 ? 1n : -1n);
  }
};
const literal = (n) =>
  n === MIN ? 'math.mininteger' : n < 0n ? `(${n})` : below(6) === 0 ? `0x${n.toString(16)}` : `${n}`;
const int = () => literal(integer());
const small = () => literal(BigInt(below(12)) - 3n);
const FLOATS = [
  '0.0',
  '-0.0',
  '0.5',
  '-0.5',
  '1.5',
  '-1.5',
  '2.0^31',
  '-2.0^31',
  '2.0^53',
  '2.0^53+2.0',
  '2.0^62',
  '2.0^63',
  '-2.0^63',
  '9223372036854774784.0',
  '1e15',
  '1e100',
  '-1e100',
  '1/0',
  '-1/0',
  '0/0',
  '3.7',
  '-3.7',
  '255.0',
  '1e-9',
];
const float = () => one(FLOATS);
const NUMERALS = [
  '10',
  ' 10 ',
  '-10',
  '0x10',
  '-0x10',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '-9223372036854775809',
  '0xffffffffffffffff',
  '0x1ffffffffffffffff',
  '0x8000000000000000',
  '1e2',
  '2.0',
  '0x1p4',
  '4294967296',
  '',
  'x',
  '1x',
  '0x',
  '99999999999999999999',
  '007',
  '+5',
  '- 5',
];
const numeral = () => `"${one(NUMERALS)}"`;
const number = () => (below(3) === 0 ? float() : int());
const anything = () => one([int, int, float, numeral, () => 'nil', () => 'true', () => '{}'])();
const BASE_NUMERALS = [
  '7fffffffffffffff',
  '-8000000000000000',
  'ffffffffffffffff',
  '1ffffffffffffffff',
  'zz',
  '-zz',
  '1y2p0ij32e8e7',
  '  11  ',
  '777777777777777777777',
  '1777777777777777777777',
  '10000000000000000000000000000000000000000000000000000000000000001',
  '',
  '-',
  '9',
  '1.5',
  'FF',
];

const PACK_LETTERS = [
  'b',
  'B',
  'h',
  'H',
  'i1',
  'i2',
  'i3',
  'i4',
  'i5',
  'i7',
  'i8',
  'i9',
  'i12',
  'i16',
  'I1',
  'I2',
  'I3',
  'I4',
  'I6',
  'I8',
  'I10',
  'I16',
  'i',
  'I',
  'j',
  'J',
];
const bytes = (length) => {
  const fill = one([undefined, 0, 255, 255]);
  let s = '';
  for (let i = 0; i < length; i++)
    s += `\\${fill !== undefined && below(5) > 0 ? fill : below(256)}`.padEnd(1);
  return `"${s.replace(/\\(\d{1,3})/g, (_, d) => `\\${d.padStart(3, '0')}`)}"`;
};
const FORMATS = [
  '%d',
  '%i',
  '%u',
  '%x',
  '%X',
  '%o',
  '%5d',
  '%-5d|',
  '%05d',
  '%+d',
  '% d',
  '%.3d',
  '%25d',
  '%-25x|',
  '%#x',
  '%#o',
  '%.20d',
  '%+.0d',
  '%q',
  '%s',
  '%10s',
  '%c',
  '%g',
  '%.3f',
  '%.14g',
  '%e',
];
const TEXT = '"hello w\\xc3\\xb6rld"';
const position = () => one([small, small, int])();
const TABLES = [
  '{}',
  '{1}',
  '{3,1,2}',
  '{"a","b","c","d"}',
  '{[math.maxinteger]="z",[math.maxinteger-1]="y"}',
  '{[math.mininteger]="p"}',
  '{[2^53]="big"}',
  '{[4294967296]="w",[4294967297]="v"}',
  '{10,20,30,[2147483648]=1}',
  'setmetatable({}, {__len=function() return math.maxinteger end})',
  'setmetatable({}, {__len=function() return -5 end})',
  'setmetatable({}, {__len=function() return 3.0 end})',
  'setmetatable({}, {__len=function() return 2.5 end})',
  'setmetatable({}, {__len=function() return "4" end})',
  'setmetatable({}, {__len=function() return 2^31+2 end})',
];
const anyTable = () => one(TABLES);
const nearMax = () =>
  one([
    'math.maxinteger',
    'math.maxinteger-1',
    'math.maxinteger-2',
    '2^53',
    '4294967296',
    '1',
    '2',
    '3',
    '0',
    '-1',
    'math.mininteger',
  ]);

/** Where the outcome is the table itself too, so that changes of it show. */
const withTable = (call) => `(function() local t = ${anyTable()} return ${call} end)()`;

const KINDS = {
  arithmetic: [() => `${number()} ${one(['+', '-', '*', '//', '%', '/'])} ${number()}`, 140],
  bits: [
    () =>
      `${one([int, int, int, numeral, float])()} ${one(['&', '|', '~', '<<', '>>'])} ${one([int, small])()}`,
    80,
  ],
  unary: [() => `${one(['-', '~'])}(${one([int, float, numeral])()})`, 30],
  compare: [() => `${number()} ${one(['<', '<=', '==', '>', '~='])} ${number()}`, 90],
  coercion: [() => `${numeral()} ${one(['+', '*', '//', '..'])} ${one([int, numeral])()}`, 40],
  abs: [() => `math.abs(${anything()})`, 20],
  rounding: [() => `math.${one(['floor', 'ceil', 'modf', 'tointeger', 'type'])}(${anything()})`, 70],
  fmod: [() => `math.fmod(${int()}, ${int()})`, 30],
  fmodFloat: [
    () => `math.fmod(${one(['5.5', '-7.25', '1e15', '7'])}, ${one(['2.0', '-2.0', '0.5', '3.25'])})`,
    8,
  ],
  ult: [() => `math.ult(${int()}, ${int()})`, 25],
  extreme: [() => `math.${one(['max', 'min'])}(${number()}, ${number()}, ${number()})`, 40],
  random: [
    () =>
      `math.random(${one([
        `0`,
        '-5',
        '5, 1',
        'math.mininteger, math.maxinteger',
        '-1, math.maxinteger',
        'math.mininteger, 0',
        '1, 2, 3',
        '1.5',
        '1, "x"',
      ])})`,
    12,
  ],
  tostring: [() => `tostring(${number()})`, 20],
  tonumber: [() => `tonumber(${numeral()})`, 30],
  base: [
    () =>
      `tonumber("${one(BASE_NUMERALS)}", ${one(['2', '8', '10', '16', '35', '36', '36', '16', '1', '37', '4294967312'])})`,
    50,
  ],
  format: [() => `string.format("${one(FORMATS)}", ${one([int, int, int, float])()})`, 120],
  pack: [() => `string.pack("${one(['<', '>', '!4', '!', ''])}${one(PACK_LETTERS)}", ${int()})`, 110],
  unpack: [
    () => `string.unpack("${one(['<', '>'])}${one(PACK_LETTERS)}", ${bytes(one([4, 8, 8, 16, 16]))})`,
    110,
  ],
  packMany: [
    () =>
      `string.pack("<!${one(['2', '4', '8'])} b ${one(PACK_LETTERS)} Xi8 ${one(['j', 'i4', 'd', 'h'])}", 1, ${below(100)}, 2)`,
    20,
  ],
  packsize: [
    () =>
      `string.packsize("${one(['<', '!', '!4'])}${one(PACK_LETTERS)}${one(PACK_LETTERS)}${one(['d', 'j', 'x', 'i3', 'f'])}")`,
    30,
  ],
  sub: [() => `string.sub(${TEXT}, ${position()}, ${position()})`, 40],
  byte: [() => `string.byte("abc", ${position()}, ${position()})`, 30],
  find: [
    () => `string.${one(['find', 'match'])}("abcabc", "${one(['b', 'b()', '(a)b', '$'])}", ${position()})`,
    30,
  ],
  gsub: [() => `string.gsub("abab", "a", "%0x", ${position()})`, 12],
  rep: [
    () =>
      `string.rep("ab", ${one(['0', '-1', 'math.mininteger', '3', '2.0', '"2"', '1.5', '-2^40|0'])}, ",")`,
    12,
  ],
  char: [
    () => `string.char(${one(['65', '0', '255', '256', '-1', 'math.maxinteger', '4294967361', '66.0'])})`,
    12,
  ],
  utf8char: [
    () =>
      `utf8.char(${one(['65', '0x20ac', '0x10ffff', '0x110000', '-1', '4294967361', 'math.mininteger'])})`,
    12,
  ],
  utf8: [() => `utf8.${one(['len', 'codepoint'])}(${TEXT}, ${position()}, ${position()})`, 25],
  utf8offset: [() => `utf8.offset(${TEXT}, ${position()}, ${position()})`, 20],
  select: [
    () =>
      `select(${one(['1', '-1', '2', '3', '4', '-4', 'math.maxinteger', 'math.mininteger', '4294967297', '"#"', '"2"', '0', '2.0'])}, 10, 20, 30)`,
    30,
  ],
  concat: [() => `table.concat(${anyTable()}, ",", ${nearMax()}, ${nearMax()})`, 40],
  tableUnpack: [() => `table.unpack(${anyTable()}, ${nearMax()}, ${nearMax()})`, 40],
  insert: [
    () =>
      withTable(
        `table.insert(t, ${one(['1', '2', '5', '0', 'math.maxinteger', 'math.mininteger', '4294967297'])}, "new"), t`,
      ),
    40,
  ],
  append: [() => withTable('table.insert(t, "last"), t'), 12],
  remove: [
    () =>
      withTable(
        `table.remove(t, ${one(['1', '2', '5', '0', 'math.maxinteger', 'math.mininteger', '4294967297', 'nil'])}), t`,
      ),
    40,
  ],
  move: [() => withTable(`table.move(t, ${nearMax()}, ${nearMax()}, ${nearMax()}${one(['', ', {}'])})`), 60],
  index: [() => `(${anyTable()})[${one([nearMax, int, float])()}]`, 50],
  rawlen: [() => `rawlen(${one(TABLES.slice(0, 9))}), #${anyTable()}`, 15],
  keys: [() => `{[${int()}] = 1, [${one([int, float])()}] = 2}`, 40],
};

const expressions = new Set();
for (const [draw, count] of Object.values(KINDS))
  for (let n = 0, tries = 0; n < count && tries < 40 * count; tries++) {
    const expression = draw();
    if (expressions.has(expression)) continue;
    expressions.add(expression);
    n++;
  }

// ---------------------------------------------------------------- programs

const PROGRAMS = [
  // 5.3 wraps around behind the last integer
  'local n = 0 for i = math.maxinteger - 2, math.maxinteger do print(i) n = n + 1 if n == 5 then break end end',
  'local n = 0 for i = math.mininteger + 2, math.mininteger, -1 do print(i) n = n + 1 if n == 5 then break end end',
  'for i = 1, 3.9 do print(i) end for i = 2^53, 2^53 + 4, 2 do print(math.type(i), ("%.0f"):format(i)) end',
  'local n = 0 for i = 4294967294, 4294967298 do n = n + i end print(n)',
  'for i = math.maxinteger, math.huge do print(i) break end for i = 1, -math.huge do print("never") end print("end")',
  'print(pcall(function() for i = 1, 10, 0 do end end))',
  'local t = {} for i = 2147483646, 2147483650 do t[i] = i end local n = 0 for k, v in pairs(t) do assert(k == v and math.type(k) == "integer") n = n + 1 end print(n)',
  'local t = {} t[2^53] = "a" t[2^53|0] = "b" t[1.0] = "one" print(t[2^53], t[9007199254740992], t[1], #t) t[math.mininteger] = 5 print(t[-2^63], next({[-2^63] = 1}))',
  'local t = {} for i = 1, 40 do t[i] = (i * 7919 * 1000003 * 40503) % 1000000007 * 4294967296 - i end table.sort(t) for i = 2, #t do assert(t[i - 1] < t[i]) end print(t[1], t[20], t[40])',
  'local t = {math.maxinteger, math.mininteger, 0, -1, 1, 2^53, -2.0^63, 2.0^62} table.sort(t) for i = 1, #t do print(("%.0f"):format(t[i]), math.type(t[i])) end',
  'local f, t, i = ipairs({}) local u = {[math.maxinteger] = "top", [4294967296] = "beyond"} print(i, f(u, math.maxinteger - 1)) print(f(u, 4294967295)) print(f(u, math.maxinteger))',
  'local h = 14695981039346656037 h = 0xcbf29ce484222325 for c in ("hello"):gmatch(".") do h = (h ~ c:byte()) * 0x100000001b3 end print(("%016x"):format(h), h)',
  'local a, b = 0, 1 for i = 1, 100 do a, b = b, a + b end print(a, b)',
  'local x = 1 for i = 1, 70 do x = x * 3 end print(x, x // 7, x % 7, -x // 7, -x % 7, x >> 1, x << 1, ~x)',
  'local s = 0x9E3779B97F4A7C15 for i = 1, 10 do s = s ~ (s << 13) s = s ~ (s >> 7) s = s ~ (s << 17) end print(s, math.ult(s, 1 << 62))',
  'print(#tostring(math.mininteger), math.mininteger, -math.mininteger, math.mininteger // -1, math.mininteger % -1, math.abs(math.mininteger))',
  'print(pcall(function() return 1 // 0 end)) print(pcall(function() return 1 % 0 end)) print(1 // 0.0, -1 % math.huge)',
  'print(pcall(function() return 1.5 | 1 end)) print(pcall(function() return 2^63 | 0 end)) print(pcall(function() return "a" | 0 end)) print("3" | 0, 2^62 | 0)',
  'print(math.maxinteger + 1 == math.mininteger, math.maxinteger * 2, math.maxinteger + 0.0 == 2^63, math.maxinteger < 2^63, math.mininteger <= -2^63)',
  'print(9223372036854775807, 9223372036854775808, 0xffffffffffffffff, 0x123456789abcdef01, 1e1, 0x7fffffffffffffff + 1)',
  'local t = setmetatable({}, {__index = function(_, k) return k end}) print(table.unpack(t, math.maxinteger - 2, math.maxinteger)) print(table.concat(t, " ", 4294967295, 4294967298)) print(table.concat(t, " ", math.mininteger, math.mininteger + 1))',
  'local log = {} local t = setmetatable({}, {__newindex = function(_, k, v) log[#log + 1] = tostring(k) .. "=" .. tostring(v) end, __index = function(_, k) return k end, __len = function() return 4294967298 end}) table.insert(t, 4294967297, "x") print(table.concat(log, " ")) log = {} print(table.remove(t, 4294967296)) print(table.concat(log, " "))',
  'local t = table.move({1, 2, 3}, 1, 3, math.maxinteger - 2) print(t[math.maxinteger - 2], t[math.maxinteger]) print(pcall(table.move, {}, 1, 3, math.maxinteger - 1)) print(pcall(table.move, {}, math.mininteger, 0, 5)) print(pcall(table.move, {}, -1, math.maxinteger, 5))',
  'print(pcall(table.unpack, {}, 1, 1e8)) print(pcall(table.unpack, {}, math.mininteger, math.maxinteger)) print(pcall(table.unpack, {}, 0, math.maxinteger)) print(table.unpack({}, math.maxinteger, math.mininteger))',
  'print(pcall(string.rep, "x", 1 << 62)) print(#string.rep("", 1000)) print(string.rep("", 5, ","))',
  'for _, f in ipairs{"i16", "I16", "i9"} do for _, v in ipairs{0, 1, -1, math.maxinteger, math.mininteger} do local s = string.pack("<" .. f, v) print(f, #s, pcall(string.unpack, "<" .. f, s)) end end',
  'print(load("return 9223372036854775807")(), load("return -9223372036854775808")(), load("return 1 << 63, 1 << 64, 1 << -1, -1 >> 63, -1 >> 64")())',
  'local f = load(string.dump(function() return 9007199254740993, 0x7fffffffffffffff, -1, 2^53, "s" end)) print(f())',
  'goto done do print("no") end ::done:: print(math.tointeger(2^53), math.tointeger("8"), math.tointeger(3.5), math.tointeger(-2^63), math.tointeger(2^63))',
  'local c = coroutine.wrap(function(...) for i = math.maxinteger - 1, math.maxinteger do coroutine.yield(i) if i == math.maxinteger then break end end return select("#", ...) end) print(c(1, 2), c(), c())',
  'local mt = {__add = function(a, b) return "add" end, __band = function() return "band" end, __lt = function() return true end, __eq = function() return true end, __idiv = function() return "idiv" end} local o = setmetatable({}, mt) print(math.maxinteger + o, o & 1, 1.5 & o, o < 1 << 40, o == setmetatable({}, mt), 7 // o)',
  'local t = {} for i = 1, 200 do t[i] = i end for i = 1, 200 do t[i + 4294967296] = -i end for i = 1, 100 do t[i * 2] = nil t[4294967296 + i * 2] = nil end local n, s = 0, 0 for k, v in pairs(t) do n = n + 1 s = s + v end print(n, s, t[199], t[4294967296 + 199])',
  'print(string.format("%d %s %x", "10", 2^31, "0x10")) print(pcall(string.format, "%d", 1.5)) print(pcall(string.format, "%d", "x")) print(pcall(string.format, "%d", 2^63))',
  'local u = {} for p, c in utf8.codes("a\\u{f6}\\u{20ac}") do u[#u + 1] = p .. ":" .. c end print(table.concat(u, " "))',
  'print(next({}, nil), rawequal(1, 1.0), rawequal(2^53, 2^53 | 0), 1 == 1.0, rawget({[1] = "x"}, 1.0), rawlen({1, 2, 3}))',
  'local d = debug.getinfo(1, "l") print(math.type(d.currentline), d.currentline) print(debug.getinfo(4000000000) == nil)',
];

// ---------------------------------------------------------------- asking Lua

const lua = (source, timeout = 20_000) =>
  execFileSync('lua5.3', ['-'], {
    input: source,
    encoding: 'latin1',
    timeout,
    stdio: ['pipe', 'pipe', 'inherit'],
  });

/** The answer without its line end; undefined for loops over 2^31 elements and more, which nobody waits for. */
function answer(expression) {
  try {
    return lua(`${PRELUDE}show(function() local r = table.pack(${expression}) return r end)`, 300).slice(
      0,
      -1,
    );
  } catch (error) {
    if (error.code === 'ETIMEDOUT') return undefined;
    throw error;
  }
}
const rows = [...expressions]
  .map((text) => [text, answer(text)])
  .filter(([, result]) => result !== undefined && !result.includes('-nan'));
const lines = (list) => list.map((entry) => `${JSON.stringify(entry)}\n`).join('');
writeFileSync(new URL('expressions.jsonl', folder), lines([{ prelude: PRELUDE }, ...rows]));
writeFileSync(new URL('programs.jsonl', folder), lines(PROGRAMS.map((program) => [program, lua(program)])));
console.log(`${rows.length} of ${expressions.size} expressions, ${PROGRAMS.length} programs`);
