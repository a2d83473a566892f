/** 64-bit integers against Lua itself (see vectors/lua-int64), and what differs from it: sizes, single floats, chunks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCollector } from './gc.js';
import { single64 } from './integers64.js';
import { LuaCycleLimitError, LuaMachine, type LuaOptions } from './machine.js';
import { BLOCK_KINDS } from './objects.js';
import { CountingHeap } from './testheap.js';

const vectors = join(import.meta.dirname, '../../vectors/lua-int64');
const MODELS = ['int32-single', 'int32-double', 'int64-single', 'int64-double'] as const;

function boot(options: Partial<LuaOptions> = {}): { lua: LuaMachine; heap: CountingHeap; out: () => string } {
  const heap = new CountingHeap();
  let text = '';
  const lua = LuaMachine.create({
    heap,
    write: (bytes) => (text += Buffer.from(bytes).toString('latin1')),
    numbers: 'int64-double',
    ...options,
  });
  return { lua, heap, out: () => text };
}
/** What a script prints, or its error. */
function run(source: string, options: Partial<LuaOptions> = {}, name = '=stdin'): string {
  const { lua, out } = boot(options);
  const status = lua.load(source, name) || lua.call(0, 0);
  return status === 0 ? out() : `${out()}error: ${lua.text(-1)}`;
}
function dump(lua: LuaMachine, source: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  expect(lua.load(source, '=stdin')).toBe(0);
  lua.api.lua_dump(lua.L, (_L, bytes, n) => (pieces.push(bytes.slice(0, n)), 0), null, false);
  lua.api.lua_settop(lua.L, 0);
  return Buffer.concat(pieces);
}

describe('64-bit integers and doubles give what lua5.3 gives', () => {
  it.each(['operators', 'random', 'loops', 'tables', 'conversions'])('%s.lua', (name) => {
    const source = readFileSync(join(vectors, `${name}.lua`), 'utf8');
    const expected = readFileSync(join(vectors, `${name}.txt`), 'latin1').split('\n');
    expect(run(source, { stripLevel: 0 }, `@${name}.lua`).split('\n')).toEqual(expected);
  });
});

describe('64-bit integers and single floats', () => {
  it.each([
    ['math.maxinteger, math.mininteger', '9223372036854775807\t-9223372036854775808'],
    ['math.maxinteger + 0.0, 1 / 3, 2^53', '9.223372e+18\t0.3333333\t9.007199e+15'],
    ['(1 << 24) + 1 == 16777217.0, (1 << 24) == 16777217.0', 'false\ttrue'],
    ['(1 << 24) + 1 < 2.0^24, (1 << 24) + 1 > 2.0^24, 1e15 | 0', 'false\ttrue\t999999986991104'],
    ['2^63 | 0', 'error: stdin:1: number has no integer representation\nstack traceback:'],
    [
      '2^62 | 0, math.tointeger(2^40), "0x7fffffffffffffff" | 0',
      '4611686018427387904\t1099511627776\t9223372036854775807',
    ],
    ['16777217 * 1.0, 9007199791611905 * 1.0 == 9007200328482816.0', '1.677722e+07\ttrue'],
  ])('%s', (expression, expected) => {
    const printed = run(`print(${expression})`, { numbers: 'int64-single' }).trimEnd();
    expect(printed.slice(0, expected.length)).toBe(expected);
  });

  it('an integer becomes the nearest single, ties to even (property)', () => {
    const bits = new DataView(new ArrayBuffer(4));
    const neighbour = (x: number, step: number): number => {
      bits.setFloat32(0, x);
      bits.setUint32(0, bits.getUint32(0) + step);
      return bits.getFloat32(0);
    };
    const distance = (a: bigint, b: number): bigint => (a > BigInt(b) ? a - BigInt(b) : BigInt(b) - a);
    const near = fc
      .tuple(fc.bigInt(1n << 23n, (1n << 24n) - 1n), fc.integer({ min: 1, max: 39 }), fc.bigInt(-2n, 2n))
      // a single, half a step further, and a little beside that
      .map(([mantissa, shift, beside]) => ((2n * mantissa + 1n) << BigInt(shift - 1)) + beside);
    fc.assert(
      fc.property(fc.oneof(near, fc.bigInt(1n << 25n, (1n << 63n) - 1n)), (n) => {
        const x = single64(n);
        expect(Math.fround(x)).toBe(x);
        expect(single64(-n)).toBe(-x);
        for (const step of [-1, 1]) {
          const other = neighbour(x, step);
          const here = distance(n, x);
          const there = distance(n, other);
          expect(here <= there).toBe(true);
          bits.setFloat32(0, x);
          if (here === there) expect(bits.getUint32(0) & 1).toBe(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('memory', () => {
  /** Bytes in use of each kind of block. */
  function usage(source: string, options: Partial<LuaOptions> = {}): Record<string, number> {
    const { lua } = boot(options);
    const bytes: Record<string, number> = {};
    expect(lua.load(source, '=stdin')).toBe(0);
    lua.g.gcrunning = false;
    lua.listener = {
      block: (oldAddress, oldSize, newAddress, newSize, kind) => {
        const name = BLOCK_KINDS[kind]!;
        bytes[name] =
          (bytes[name] ?? 0) - (oldAddress === 0 ? 0 : oldSize) + (newAddress === 0 ? 0 : newSize);
      },
    };
    expect(lua.call(0, 0)).toBe(0);
    return bytes;
  }

  it.each(MODELS)('%s: an element of an array, a node and an upvalue', (numbers) => {
    const [element, node, upvalue] = numbers === 'int32-single' ? [8, 20, 16] : [12, 32, 20];
    expect(usage('t = {} for i = 1, 64 do t[i] = i end', { numbers })['array']).toBe(64 * element);
    expect(usage('local t = {} for i = 1, 64 do t[i << 10] = i end', { numbers })['node']).toBe(64 * node);
    expect(usage('local a = 1 f = function() return a end', { numbers })['upval']).toBe(upvalue);
    expect(usage('local t = {} for i = -2, -33, -1 do t[i] = i end', { numbers })['node']).toBe(32 * node);
  });

  it.each(MODELS)(
    '%s: an item of string.format has room on the C stack only with single floats',
    (numbers) => {
      const { box, udata } = usage('return string.format("%d", 1)', { numbers });
      // a box of 8 bytes; its block is freed with the result
      expect([box, udata]).toEqual(numbers.endsWith('single') ? [undefined, undefined] : [0, 24 + 8]);
    },
  );

  it('keys beyond 32 bits share nodes by their lower bits and fill a table before it grows', () => {
    const nodes = (keys: number): number =>
      usage(`local t = {} for i = 1, ${keys} do t[i << 32] = true end`)['node']! / 32;
    expect([1, 2, 3, 4, 5, 8, 9, 64, 65].map(nodes)).toEqual([1, 2, 4, 4, 8, 8, 16, 64, 128]);
  });

  it('every block is freed at the end, the collector consistent all the time', () => {
    const { lua, heap } = boot();
    expect(
      lua.load(
        'for r = 1, 50 do local t = setmetatable({}, {__mode = "kv"}) for i = 1, 200 do t[i << 32] = {} t[{}] = i << 40 end end',
        '=stdin',
      ),
    ).toBe(0);
    expect(lua.call(0, 0)).toBe(0);
    checkCollector(lua.g);
    lua.close();
    expect(heap.used).toBe(512); // the cache of flash keys
  });
});

describe('time', () => {
  /** Cycles of a script, compiling not counted. */
  function cycles(source: string, numbers: LuaOptions['numbers']): number {
    const { lua } = boot({ numbers: numbers! });
    expect(lua.load(source, '=stdin')).toBe(0);
    const before = lua.cycles;
    expect(lua.call(0, 0)).toBe(0);
    return lua.cycles - before;
  }

  // only 32-bit integers were measured: the same table serves both
  it.each([
    'local a = 5 for i = 1, 100 do a = (a * 7 + i - 3) // 2 % 1000 & 0xff | i ~ 3 end',
    'local a, b = 5, 1.5 for i = 1, 100 do b = a + b - i a = -a b = b / a * 2.0 ^ 2 end',
    'for i = 1.0, 50 do local x = i < 3, i == 1, 2 <= i end',
    'local t = {} for i = 1, 100 do t[i] = i end for i = -5, -20, -1 do t[i] = i end for k, v in pairs(t) do t[k] = v + 1 end return #t',
    'for i = 1, 20 do local s = i .. "x" .. i + 0.5 s = s:sub(2, 3) s = tostring(i) s = s + 1 s = "7" | 1 end',
    'for i = 1, 20 do local s = ("%d %x %5.1f"):format(i, i, i) s = tonumber("0x1f") + tonumber("zz", 36) + #s:rep(3) end',
    'local t = table.pack(3, 1, 2) table.sort(t) table.insert(t, 4) table.remove(t, 1) local s = table.concat(t, ",") return table.unpack(t)',
    'for i = 1, 20 do local x = math.max(i, 3) + math.floor(i / 3) + math.abs(-i) + select("#", i, i) end for i, v in ipairs {1, 2, 3} do end',
  ])('%s takes the cycles that it takes with 32-bit integers', (source) => {
    expect(cycles(source, 'int64-double')).toBe(cycles(source, 'int32-double'));
  });
});

describe('binary chunks', () => {
  const SOURCE = `local a, t = 1 << 40, {1, 2, x = 3, [1 << 50] = 0x7fffffffffffffff} for i = 1, 3 do t[#t + 1] = i .. "x" end
for i = 1.5, 4 do t[i] = -i end local function f(...) return ..., a // 3 end return f(t), #t, 0.5`;

  it.each(MODELS)('%s: a dumped function runs like its source', (numbers) => {
    const source =
      'local t = {-2147483648, 2147483647, 0.5, 1e30, "s", -1} return t[1] + 0, t[2] - 1, t[3], t[4], t[5], t[6]';
    const { lua } = boot({ numbers });
    const results = (): string[] => {
      expect(lua.api.lua_pcall(lua.L, 0, 6, 0)).toBe(0);
      const texts = [1, 2, 3, 4, 5, 6].map((i) => lua.text(i));
      lua.api.lua_settop(lua.L, 0);
      return texts;
    };
    lua.load(source, '=stdin');
    const expected = results();
    expect(lua.load(dump(lua, source), '=dump')).toBe(0);
    expect(results()).toEqual(expected);
    expect(expected.slice(0, 3)).toEqual(['-2147483648', '2147483646', '0.5']);
  });

  it('carries the sizes of its number model and is refused by another', () => {
    const chunks = MODELS.map((numbers) => dump(boot({ numbers }).lua, 'return 1'));
    // signature 4, version, format, data 6; int, size_t, instruction, lua_Integer, lua_Number
    expect(chunks.map((chunk) => [...chunk.subarray(12, 17)])).toEqual([
      [4, 4, 4, 4, 4],
      [4, 4, 4, 4, 8],
      [4, 4, 4, 8, 4],
      [4, 4, 4, 8, 8],
    ]);
    const refusals = MODELS.map((numbers) =>
      chunks.map((chunk) => {
        const { lua } = boot({ numbers });
        return lua.load(chunk, '=c') === 0 ? 'loaded' : lua.text(-1);
      }),
    );
    const integer = 'c: lua_Integer size mismatch in precompiled chunk';
    const number = 'c: lua_Number size mismatch in precompiled chunk';
    expect(refusals).toEqual([
      ['loaded', number, integer, integer],
      [number, 'loaded', integer, integer],
      [integer, integer, 'loaded', number],
      [integer, integer, number, 'loaded'],
    ]);
  });

  it.each(['int64-single', 'int64-double'] as const)(
    '%s: damaged chunks are refused or run, but never break the interpreter (property)',
    (numbers) => {
      const chunk = dump(boot({ numbers }).lua, SOURCE);
      const damage = fc.array(fc.tuple(fc.nat(chunk.length - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 4,
      });
      fc.assert(
        fc.property(damage, (bytes) => {
          const damaged = Uint8Array.from(chunk);
          for (const [at, byte] of bytes) damaged[at] = byte;
          const { lua } = boot({ numbers, heap: new CountingHeap(200_000), sliceCycles: 100_000 });
          lua.cycleLimit = lua.cycles + 1_000_000;
          try {
            if (lua.load(damaged, '=dump') === 0) lua.api.lua_pcall(lua.L, 0, 2, 0);
          } catch (error) {
            expect(error).toBeInstanceOf(LuaCycleLimitError);
          }
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe('a loop whose values the debug library changes', () => {
  it.each(['"x"', '{}', 'nil', '1.5', '1'])('to %s', (value) => {
    const change = (local: number, loop: string): string =>
      run(
        `n = 0 for i = ${loop} do debug.setlocal(1, ${local}, ${value}) n = n + 1 if n > 5 then break end end`,
        {
          stripLevel: 0,
        },
      );
    for (const local of [1, 2, 3])
      for (const [loop, kind] of [
        ['1, 3', '1'],
        ['1.0, 3.0', '1.5'],
      ] as const) {
        const printed = change(local, loop);
        if (value === kind) expect(printed).toBe('');
        else expect(printed).toMatch(/^error: stdin:1: 'for' loop was tampered with/);
      }
  });
});

describe('the C API', () => {
  it.each(MODELS)('%s: integers as numbers and without loss', (numbers) => {
    const { lua } = boot({ numbers });
    const { L, api, aux } = lua;
    const wide = numbers.startsWith('int64');
    api.lua_pushinteger(L, 7);
    expect([api.lua_tointeger(L, 1), api.lua_toexactx(L, 1), aux.luaL_checkexact(L, 1)]).toEqual([7, 7n, 7n]);
    api.lua_pushinteger(L, 2n ** 64n + 2n ** 63n - 1n); // wraps around
    expect(api.lua_toexactx(L, 2)).toBe(wide ? 2n ** 63n - 1n : -1n);
    expect(api.lua_tointegerx(L, 2)).toBe(wide ? 2 ** 63 : -1);
    api.lua_pushnumber(L, 1.5);
    expect([api.lua_toexactx(L, 3), api.lua_tointegerx(L, 3)]).toEqual([false, false]);
    expect([api.lua_toexactx(L, 9), aux.luaL_optexact(L, 9, 5n)]).toEqual([false, 5n]);
    expect([api.lua_isinteger(L, 1), api.lua_isinteger(L, 2), api.lua_isinteger(L, 3)]).toEqual([
      true,
      true,
      false,
    ]);
    api.lua_pushliteral(L, '2147483648');
    expect(api.lua_toexactx(L, 4)).toBe(wide ? 2147483648n : false);
    api.lua_settop(L, 2);
    api.lua_arith(L, 0);
    expect(api.lua_toexactx(L, 1)).toBe(wide ? -(2n ** 63n) + 6n : 6n);
    api.lua_settop(L, 0);
    expect(api.lua_stringtonumber(L, Buffer.from('0xffffffffff'))).toBe(13);
    expect(api.lua_toexactx(L, 1)).toBe(wide ? 0xffffffffffn : -1n);
    lua.close();
  });

  it.each(MODELS)('%s: indices of tables are numbers, read and written the same way', (numbers) => {
    const { lua } = boot({ numbers });
    const { L, api } = lua;
    api.lua_createtable(L, 0, 0);
    const indices = [
      1,
      -1,
      2147483647,
      ...(numbers.startsWith('int64') ? [2147483648, 2 ** 40, 2 ** 53] : []),
    ];
    for (const index of indices) {
      api.lua_pushinteger(L, index);
      api.lua_rawseti(L, 1, index);
      api.lua_geti(L, 1, index);
      api.lua_rawgeti(L, 1, index);
      expect(api.lua_compare(L, -1, -2, 0)).toBe(1);
      expect(api.lua_tointeger(L, -1)).toBe(index);
      api.lua_pushnumber(L, 0.5);
      api.lua_seti(L, 1, index);
      api.lua_rawgeti(L, 1, index);
      expect(api.lua_tonumber(L, -1)).toBe(0.5);
      api.lua_settop(L, 1);
    }
    expect(api.lua_rawlen(L, 1)).toBe(1);
    lua.close();
  });
});
