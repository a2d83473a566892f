import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LuaMachine, type LuaOptions } from './machine.js';
import type { CFunction, Table } from './objects.js';
import { CountingHeap } from './testheap.js';

function boot(options: Partial<LuaOptions> = {}): { lua: LuaMachine; out: () => string } {
  let text = '';
  const lua = LuaMachine.create({
    heap: new CountingHeap(),
    numbers: 'int64-double',
    write: (bytes) => (text += Buffer.from(bytes).toString('latin1')),
    ...options,
  });
  // a script that does not end ends the test
  lua.cycleLimit = 200_000_000_000;
  return { lua, out: () => text };
}
/** What a script prints, one character a byte, or its error. */
function run(source: string, options: Partial<LuaOptions> = {}): string {
  const { lua, out } = boot(options);
  const status = lua.load(Buffer.from(source, 'latin1'), '=stdin') || lua.call(0, 0);
  return status === 0 ? out() : `${out()}error: ${lua.text(-1)}`;
}
/** What a protected call of an expression list gives, as `print` shows it. */
const value = (expression: string, options: Partial<LuaOptions> = {}): string =>
  run(
    `local r = table.pack(pcall(function() local r = table.pack(${expression}) return table.unpack(r, 1, r.n) end))
     if r[1] then print(table.unpack(r, 2, r.n)) else print((r[2]:gsub("^stdin:%d+: ", ""))) end`,
    options,
  ).trimEnd();

/** Lines of a file of `vectors/lua-int64`, which stock Lua 5.3.6 answered (`scripts/generate-int64-vectors.mjs`). */
const vectors = (name: string): unknown[] =>
  readFileSync(new URL(`../../vectors/lua-int64/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('64-bit integers and doubles answer as stock Lua 5.3 does', () => {
  const [head, ...rows] = vectors('expressions.jsonl') as [{ prelude: string }, ...[string, string][]];
  const groups: [string, string][][] = [];
  for (let i = 0; i < rows.length; i += 100) groups.push(rows.slice(i, i + 100));

  it.each(groups.map((group, i) => [100 * i, group] as const))('expressions from %d on', (_first, group) => {
    const calls = group.map(
      ([text]) => `show(function() local r = table.pack(${text}) return r end) print("\\0")\n`,
    );
    const answers = run(head.prelude + calls.join('')).split('\n\0\n');
    expect(group.map(([text], i) => [text, answers[i]])).toEqual(group);
  });

  const programs = (vectors('programs.jsonl') as [string, string][]).map((row, i) => [i, ...row] as const);
  it.each(programs)('program %d: %s', (_number, text, output) => {
    expect(run(text)).toBe(output);
  });
});

describe('what differs from a 64-bit computer: size_t, long and int have 32 bits', () => {
  it.each([
    ['string.packsize("l"), string.packsize("L"), string.packsize("T"), string.packsize("i")', '4\t4\t4\t4'],
    [
      'string.packsize("j"), string.packsize("J"), string.packsize("n"), string.packsize("!bj")',
      '8\t8\t8\t16',
    ],
    ['#string.pack("s", "abc")', '7'],
    ['string.pack("l", 1 << 31)', "bad argument #2 to 'pack' (integer overflow)"],
    ['string.unpack("L", "\\255\\255\\255\\255")', '4294967295\t5'],
    ['string.unpack("s8", "\\3\\0\\0\\0\\1\\0\\0\\0abc")', 'abc\t12'],
    ['string.unpack("s4", "\\255\\255\\255\\255abc")', "bad argument #2 to 'unpack' (data string too short)"],
    ['string.unpack("b", "abc", (1 << 32) + 2)', '98\t3'],
    [
      'string.unpack("b", "abc", math.maxinteger)',
      "bad argument #3 to 'unpack' (initial position out of string)",
    ],
    ['string.rep("x", 1 << 31)', 'resulting string too large'],
    ['string.rep("", math.maxinteger) == ""', 'true'],
    ['collectgarbage("setpause", (1 << 32) + 150), collectgarbage("setpause", 110)', '110\t150'],
    ['debug.getinfo((1 << 32) + 1, "l").currentline', '1'],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it('single floats beside 64-bit integers', () => {
    const single = (text: string): string => value(text, { numbers: 'int64-single' });
    expect(single('math.maxinteger, 1/3, string.packsize("n"), string.packsize("j")')).toBe(
      '9223372036854775807\t0.3333333\t4\t8',
    );
    expect(single('math.floor(2^62), math.tointeger(2^40), math.floor(2^63)')).toBe(
      '4611686018427387904\t1099511627776\t9.223372e+18',
    );
    expect(single('(1 << 24) + 1 == (1 << 24) + 1.0, math.abs(math.mininteger + 1)')).toBe(
      'false\t9223372036854775807',
    );
    expect(single('string.unpack("n", string.pack("n", 0.1))')).toBe('0.1\t5');
  });
});

describe('random integers', () => {
  it('lie in their interval, however wide, and follow the seed', () => {
    const script = `
      for _, r in ipairs{{1, 6}, {0, math.maxinteger}, {math.mininteger, -1}, {1 << 40, (1 << 40) + 3}, {7, 7}} do
        for _ = 1, 50 do
          local n = math.random(r[1], r[2])
          assert(math.type(n) == "integer" and r[1] <= n and n <= r[2])
        end
      end
      print(math.random(math.maxinteger), math.random(1 << 33))`;
    const first = run(script, { seed: 5 });
    expect(first).toMatch(/^\d{10,}\t\d+\n$/);
    expect(run(script, { seed: 5 })).toBe(first);
    expect(run(script, { seed: 6 })).not.toBe(first);
  });
});

describe('the number model changes no names and no prices', () => {
  it('every library function has the C name and the cycles that it has with 32 bits', () => {
    const functions = (numbers: NonNullable<LuaOptions['numbers']>): Record<string, string> => {
      const { lua } = boot({ numbers });
      const found: Record<string, string> = {};
      const walk = (path: string, table: Table): void => {
        for (const [key, entry] of table.rom!.map) {
          const f = entry.value;
          if (typeof f === 'function') {
            const { cname, cycles } = f as CFunction;
            found[path + key] = `${lua.functionName(cname!)} ${String(cycles)}`;
          } else if (f !== null && typeof f === 'object' && 'rom' in f && key !== '__index')
            walk(`${path + key}.`, f);
        }
      };
      walk('', lua.rom);
      return found;
    };
    const wide = functions('int64-double');
    expect(Object.keys(wide).length).toBeGreaterThan(80);
    expect(wide).toEqual(functions('int32-double'));
  });
});

describe('hostile arguments end at once', () => {
  const extremes = ['math.maxinteger', 'math.mininteger', '1 << 53', '-(1 << 32)', '(1 << 32) + 1'];
  const calls: string[] = [];
  for (const a of extremes) {
    calls.push(
      `math.random(${a}, math.maxinteger)`, `select(${a}, 1)`, `string.char(${a})`, `utf8.char(${a})`, `error("x", ${a})`,
      `string.sub("hello", ${a}, -(${a}))`, `string.byte("hello", ${a}, -(${a}))`, `string.find("hello", "l", ${a})`,
      `string.gsub("aaa", "a", "b", ${a})`, `string.unpack("i4", "aaaaa", ${a})`, `string.format("%99.99d %c", ${a}, ${a})`,
      `utf8.offset("abc", ${a})`, `utf8.codepoint("abc", ${a}, -(${a}))`, `utf8.len("abc", ${a}, -(${a}))`,
      `table.unpack({}, ${a}, math.maxinteger)`, `table.concat({}, "", ${a}, math.maxinteger)`, `table.move({}, ${a}, ${a}, ${a})`,
      `table.insert(setmetatable({}, {__len = function() return ${a} end}), 1)`,
      `table.sort(setmetatable({}, {__len = function() return ${a} | 1 << 40 end}))`,
      `table.remove(setmetatable({}, {__len = function() return ${a} end}))`, `ipairs({})({}, ${a})`, `next({}, ${a})`,
      `debug.traceback("x", ${a})`, `debug.getlocal(1, ${a})`, `debug.setlocal(1, ${a}, 1)`, `debug.getinfo(${a})`,
      `debug.getupvalue(print, ${a})`, `debug.upvalueid(print, ${a})`, `collectgarbage("step", ${a})`,
      `collectgarbage("setpause", ${a}) and collectgarbage("setpause", 110)`,
      `collectgarbage("setstepmul", ${a}) and collectgarbage("setstepmul", 200)`, `tonumber("10", ${a})`, `rawlen({[${a}] = 1})`,
      `#setmetatable({}, {__len = function() return ${a} end})`, `load("return 1", "x", "t", ${a})`,
    ); // prettier-ignore
  }
  it(`${calls.length} calls`, () => {
    const { lua, out } = boot({ heap: new CountingHeap(4_000_000) });
    lua.instructionLimit = 1_000_000;
    const body = calls.map((call) => `pcall(function() return ${call} end)`).join('\n');
    const status = lua.load(`${body}\nprint("done")`, '=stdin') || lua.call(0, 0);
    expect([status === 0 || lua.text(-1), out()]).toEqual([true, 'done\n']);
  });
});
