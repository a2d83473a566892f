import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCollector } from './gc.js';
import type { LuaHeap } from './global.js';
import { BLOCK_KINDS } from './objects.js';
import { LuaCycleLimitError, LuaInstructionLimitError, LuaMachine, type LuaOptions } from './machine.js';
import { CountingHeap } from './testheap.js';

const decoder = new TextDecoder();

/** A machine and what it prints. */
function boot(options: Partial<LuaOptions> = {}): { lua: LuaMachine; heap: CountingHeap; out: () => string } {
  const heap = new CountingHeap();
  let text = '';
  const lua = LuaMachine.create({ heap, write: (bytes) => (text += decoder.decode(bytes)), ...options });
  return { lua, heap, out: () => text };
}
/** What a script prints, or its error. */
function run(source: string, options: Partial<LuaOptions> = {}): string {
  const { lua, out } = boot(options);
  const status = lua.load(source, '=stdin') || lua.call(0, 0);
  return status === 0 ? out() : `${out()}error: ${lua.text(-1)}`;
}
/** `return` of an expression list as `print` shows it. */
const value = (expression: string, options: Partial<LuaOptions> = {}): string =>
  run(`print(${expression})`, options).trimEnd();

describe('numbers of the default build: 32-bit integers, single floats', () => {
  it.each([
    ['1/3', '0.3333333'],
    ['2^24+1', '1.677722e+07'],
    ['3.0', '3.0'],
    ['1e15', '1e+15'],
    ['-0.0', '-0.0'],
    ['0/0', 'nan'],
    ['1e308*10', 'inf'],
    ['2147483647+1', '-2147483648'],
    ['1<<31, 1<<32, 1>>31', '-2147483648\t0\t0'],
    ['7//2, -7//2, 7.0//2', '3\t-4\t3.0'],
    ['7%-3, -7%3, 5.5%-2', '-2\t2\t-0.5'],
    ['5//0.0, -5//0.0', 'inf\t-inf'],
    ['"10"+5, "3.0"+1, 10 .. 20', '15.0\t4.0\t1020'],
    ['tonumber("0x10"), tonumber("1e1"), tonumber("zz",36), tonumber("19",8)', '16\t10.0\t1295\tnil'],
    ['math.type(1), math.type(1.0), 1==1.0, math.tointeger(3.0)', 'integer\tfloat\ttrue\t3'],
    ['0x7fffffff, 0xffffffff, 0x1p4', '2147483647\t-1\t16.0'],
    ['16777217 == 16777217.0, 16777217+0.0', 'true\t1.677722e+07'],
    [
      '("%5.2f|%d|%x|%5s|%-5s|%q"):format(3.14159, 42, 255, "s", "t", "a\\nb")',
      ' 3.14|42|ff|    s|t    |"a\\\nb"',
    ],
    ['("%g %.3f %a %e"):format(0.1, 2/3, 1.5, 12345)', '0.1 0.667 0x1.8p+0 1.234500e+04'],
  ])('%s', (expression, expected) => {
    // `16777217 == 16777217.0`: the literal itself is rounded when it is read
    expect(value(expression)).toBe(expression.startsWith('16777217') ? 'false\t1.677722e+07' : expected);
  });

  it('doubles on demand: 14 digits', () => {
    expect(value('1/3, 2^53', { numbers: 'int32-double' })).toBe('0.33333333333333\t9.007199254741e+15');
  });
});

describe('libraries', () => {
  it('what is there and what is not', () => {
    expect(value('os, bit32, type(string), type(utf8), type(debug), _VERSION')).toBe(
      'nil\tnil\ttable\ttable\ttable\tLua 5.3',
    );
    expect(value('unpack ~= nil, loadstring ~= nil, math.maxinteger')).toBe('true\ttrue\t2147483647');
  });

  it('the string library is the metatable of texts; the percent sign formats', () => {
    expect(value('getmetatable("") == string, string.__index == string, next(string)')).toMatch(
      /^true\ttrue\t__index\ttable: /,
    );
    expect(value('"%d of %s" % {1, "two"}, "%5.1f" % 2.25, "7" % 4')).toBe('1 of two\t  2.2\t3.0');
    expect(run('print("%d" % {})')).toContain("bad argument #2 to '__mod' (no value)");
    const t = 'local t = {} for i = 1, 20000 do t[i] = i end ';
    expect(run(`${t}print(pcall(function() return "%d" % t end))`)).toContain('stack overflow');
  });

  it('floats: NodeMCU takes the modulo in its own way', () => {
    expect(value('math.fmod(-5.5, 2), math.fmod(1, math.huge) ~= math.fmod(1, math.huge)')).toBe(
      '-1.5\ttrue',
    );
    expect(run('print(math.fmod(1.0, 0))')).toContain('modulo by zero');
  });

  it('string.dump keeps lines up to level 1', () => {
    const line = (strip: string): string =>
      value(
        `(function() local f = load(string.dump(load("\\n\\nlocal a = ...  return a .. {}", "=c")${strip}))
          return select(2, pcall(f, "x")) end)()`,
      );
    for (const strip of ['', ', nil', ', false', ', 0', ', 1'])
      expect(line(strip)).toMatch(/^c:3: attempt to concatenate/);
    for (const strip of [', true', ', 2'])
      expect(line(strip)).toBe('?:-1: attempt to concatenate a table value');
    expect(line(', 3')).toContain("bad argument #2 to 'dump' (strip out of range)");
    expect(line(', -1')).toContain('strip out of range');
  });

  it('string.unpack ends a text at the end of the data', () => {
    expect(value('string.unpack("z", "abc", 2)')).toBe('bc\t5');
    expect(run('print(string.unpack("s4", "\\255\\255\\255\\255abc"))')).toContain('data string too short');
  });

  it('tables in flash are read-only and cost no RAM', () => {
    expect(run('string.foo = 1')).toContain('stdin:1: table is Readonly');
    expect(run('rawset(math, "pi", 3)')).toContain('table is Readonly');
    expect(run('setmetatable(table, {})')).toContain('table is Readonly');
    const { lua } = boot();
    const before = lua.bytes;
    lua.registerModule('bit', { bnot: { symbol: 'bit_bnot', call: () => 0 }, WIDTH: 32 });
    expect(lua.bytes).toBe(before);
  });

  it('keys with control characters stay apart (fengari mixes them up)', () => {
    expect(value('"\\1\\35" == "\\18\\3"')).toBe('false');
    expect(run('local t = {} t["\\1\\35"] = 1 t["\\18\\3"] = 2 print(t["\\1\\35"], t["\\18\\3"])')).toBe(
      '1\t2\n',
    );
  });

  it('a function expression makes a new closure each time', () => {
    expect(run('local a = {} for i = 1, 2 do a[i] = function() end end print(a[1] == a[2])')).toBe('false\n');
  });
});

describe('errors', () => {
  it('names of locals are gone, globals are fields', () => {
    expect(run('local t = nil; print(t.x)')).toContain('stdin:1: attempt to index a nil value\n');
    expect(run('g()')).toContain("stdin:1: attempt to call a nil value (field 'g')");
    expect(run('local t = nil; print(t.x)', { stripLevel: 0 })).toContain("(local 't')");
  });

  it('stack and C-call limits', () => {
    expect(run('local function f() return 1 + f() end print(pcall(f))')).toContain('stack overflow');
    expect(
      run(
        'local t = setmetatable({}, {__index = function(t, k) return t[k] end}) print(pcall(function() return t.x end))',
      ),
    ).toContain('C stack overflow');
  });

  it('tracebacks name library functions', () => {
    expect(run('error("boom")')).toBe(
      "error: stdin:1: boom\nstack traceback:\n\t[C]: in function 'error'\n\tstdin:1: in main chunk",
    );
  });
});

describe('collector', () => {
  it('finalizers run once and the object goes in the following cycle', () => {
    const { lua, heap, out } = boot();
    lua.load('setmetatable({}, {__gc = function() print("gone") end})', '=stdin');
    lua.call(0, 0);
    lua.api.lua_settop(lua.L, 0);
    lua.collect();
    expect(out()).toBe('gone\n');
    const resurrected = heap.blocks;
    lua.collect();
    expect(heap.blocks).toBeLessThan(resurrected);
    expect(out()).toBe('gone\n');
  });

  it('weak values go, strings stay; ephemerons do not hold their keys', () => {
    expect(
      run(
        'local w = setmetatable({}, {__mode = "v"}) w[1] = {} w[2] = "text" w[3] = {} local keep = w[3] collectgarbage() print(w[1], w[2], w[3] == keep)',
      ),
    ).toBe('nil\ttext\ttrue\n');
    expect(
      run(
        'local e = setmetatable({}, {__mode = "k"}) do local k = {} e[k] = {k} end collectgarbage() collectgarbage() print(next(e))',
      ),
    ).toBe('nil\n');
  });

  it('collectgarbage has all its options', () => {
    expect(
      value('collectgarbage("isrunning"), collectgarbage("setpause", 120), collectgarbage("setpause", 110)'),
    ).toBe('true\t110\t120');
    expect(value('collectgarbage("setstepmul", 300), collectgarbage("setmemlimit", 4096)')).toBe('200\ttrue');
    expect(run('collectgarbage("stop") print(collectgarbage("isrunning")) collectgarbage("restart")')).toBe(
      'false\n',
    );
    expect(run('print(math.type(collectgarbage("count")), collectgarbage("step", 1000))')).toBe(
      'float\ttrue\n',
    );
    expect(run('collectgarbage("frobnicate")')).toContain("invalid option 'frobnicate'");
  });

  it("errors of formats in C's words, also where the format ends in a lone %", () => {
    expect(value('pcall(string.format, "%", 1)')).toBe("false\tinvalid option '%<\\0>' to 'format'");
    expect(run('string.pack("z", "a\\0b")')).toContain('(string contains zeros)');
  });

  it('a machine that is closed leaves one block: the cache of flash keys', () => {
    const { lua, heap } = boot();
    lua.load(
      't = {} for i = 1, 50 do t[i] = {x = i, "n" .. i, function() return i end} end co = coroutine.create(print)',
      '=stdin',
    );
    lua.call(0, 0);
    lua.close();
    expect([heap.blocks, heap.used]).toEqual([1, 512]);
  });
});

/** Fails the requests with these numbers. */
class FailingHeap implements LuaHeap {
  private readonly inner = new CountingHeap();
  count = 0;
  from = Infinity;
  to = Infinity;
  get blocks(): number {
    return this.inner.blocks;
  }
  realloc(address: number, size: number): number {
    this.count++;
    return this.count >= this.from && this.count < this.to ? 0 : this.inner.realloc(address, size);
  }
  free(address: number): void {
    this.inner.free(address);
  }
}

const EVERYTHING = `
local t = {} for i = 1, 30 do t[i] = {i, x = i, name = "n" .. i} end
local f = {} for i = 1, 10 do local u = i f[i] = function() u = u + 1 return u end end
local co = coroutine.wrap(function(a) for i = 1, 5 do a = coroutine.yield(a .. i) end end)
for i = 1, 3 do co("abc") end
local s = ("x"):rep(400) .. table.concat({1, 2, 3}, ",") s = s:gsub("x", "yy")
setmetatable({}, {__gc = function() local q = {} end})
collectgarbage()
local g = assert(load("local a, b = 1, 2 return function(x) return x + a + b, {1, 2, x} end"))
g()(3) pcall(function() local a = nil; a.b = 1 end)
return #s`;

describe('memory', () => {
  it('an allocation that fails anywhere ends in a collection or in "not enough memory", and nothing is lost', () => {
    const probe = new FailingHeap();
    const whole = LuaMachine.create({ heap: probe });
    const first = probe.count;
    whole.load(EVERYTHING, '=stdin');
    whole.api.lua_pcall(whole.L, 0, 0, 0);
    const requests = probe.count - first;
    expect(requests).toBeGreaterThan(200);
    for (let at = 1; at <= requests; at += 3) {
      const heap = new FailingHeap();
      const lua = LuaMachine.create({ heap });
      heap.from = heap.count + at;
      heap.to = heap.from + (at % 2 === 0 ? 2 : 1000);
      const status = lua.load(EVERYTHING, '=stdin') || lua.api.lua_pcall(lua.L, 0, 0, 0);
      if (status !== 0) expect(lua.text(-1)).toMatch(/not enough memory|attempt to call/);
      heap.from = Infinity;
      lua.api.lua_settop(lua.L, 0);
      lua.collect();
      expect(checkCollector(lua.g)).toEqual([]);
      expect(lua.load('return 1', '=stdin') || lua.api.lua_pcall(lua.L, 0, 0, 0)).toBe(0);
      lua.close();
      expect(heap.blocks).toBe(1);
    }
  });

  it('a full heap is an error of the script, not of the simulator', () => {
    const heap = new CountingHeap(60_000);
    const lua = LuaMachine.create({ heap });
    for (const source of [
      'local t = {} while true do t[#t + 1] = {} end',
      'local s = "x" while true do s = s .. s end',
      'return ("x"):rep(1e9)',
    ]) {
      expect(lua.load(source, '=stdin') || lua.api.lua_pcall(lua.L, 0, 0, 0)).not.toBe(0);
      expect(lua.text(-1)).toContain('not enough memory');
      lua.api.lua_settop(lua.L, 0);
      lua.collect();
    }
  });

  it('books and blocks agree after any small program (property)', () => {
    const statement = fc.constantFrom(
      't[#t + 1] = {}',
      't[#t] = nil',
      't["k" .. n] = n',
      't["k" .. (n // 2)] = nil',
      'n = n + 1',
      't = {t[1], n, x = n}',
      's = s .. n if #s > 60 then s = "" end',
      'f = function() return n end',
      'collectgarbage("step")',
      'c = coroutine.wrap(function() coroutine.yield(n) end) c()',
      'pcall(error, {n})',
      'table.insert(t, 1, n)',
      's = s:upper():sub(1, 30)',
      'setmetatable(t, {__mode = n % 2 == 0 and "k" or nil})',
    );
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 25 }),
        fc.integer({ min: 0, max: 1000 }),
        (lines, seed) => {
          const heap = new CountingHeap();
          const lua = LuaMachine.create({ heap, seed });
          const source = `local t, n, s, f, c = {}, 1, "", nil, nil for i = 1, 6 do ${lines.join(' ')} end`;
          expect(lua.load(source, '=stdin') || lua.api.lua_pcall(lua.L, 0, 0, 0)).toBe(0);
          expect(lua.bytes).toBe(heap.used - 512);
          lua.api.lua_settop(lua.L, 0);
          lua.collect();
          expect(checkCollector(lua.g)).toEqual([]);
          expect(lua.bytes).toBe(heap.used - 512);
          lua.close();
          expect(heap.blocks).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('string buffers are not in the count, and their metatable stays', () => {
    const { lua, heap } = boot();
    const kinds = new Map<string, number>();
    lua.listener = {
      block: (old, _size, fresh, _fresh, kind) => {
        if (old === 0 && fresh !== 0) kinds.set(BLOCK_KINDS[kind]!, (kinds.get(BLOCK_KINDS[kind]!) ?? 0) + 1);
      },
    };
    lua.load('return ("x"):rep(300)', '=stdin');
    lua.call(0, 0);
    expect(kinds.get('box')).toBe(1);
    lua.listener = null;
    expect(lua.bytes).toBe(heap.used - 512);
  });
});

describe('time', () => {
  const cycles = (source: string): number => {
    const { lua } = boot();
    lua.api.lua_gc(lua.L, 0, 0);
    lua.load(source, '=stdin');
    const before = lua.cycles;
    lua.call(0, 0);
    return lua.cycles - before;
  };
  it('the collector counts in 32 bits: a huge step leaves the total as it is, or makes no step', () => {
    const { lua } = boot();
    const total = lua.bytes;
    for (const kilobytes of [2 ** 21 - 8, 2 ** 21 + 1, 2 ** 22, 2 ** 31 - 1]) {
      lua.load(`return collectgarbage("step", ${kilobytes})`, '=stdin');
      lua.call(0, 1);
      // n * 1024 plus the debt, as a device's l_mem has it
      expect(lua.api.lua_toboolean(lua.L, -1)).toBe(kilobytes < 2 ** 21);
      lua.api.lua_settop(lua.L, 0);
      expect(Math.abs(lua.bytes - total)).toBeLessThan(2000);
    }
  });

  it('any number of cycles can be charged at once', () => {
    const { lua } = boot();
    const before = lua.cycles;
    const charges = [1, 2 ** 29, 3e9, 0, 2 ** 31, 2 ** 40, 7];
    for (const charge of charges) lua.charge(charge);
    expect(lua.cycles - before).toBe(charges.reduce((sum, charge) => sum + charge));
    lua.cycleLimit = lua.cycles;
    lua.load('return 1', '=stdin');
    expect(() => lua.call(0, 1)).toThrow(LuaCycleLimitError);
  });

  // facts/nodemcu/lua-cycles.json, programs
  it.each([
    ['local function fib(n) if n<2 then return n end return fib(n-1)+fib(n-2) end fib(20)', 12096565],
    ['local a=0 for i=1,100000 do a=a+i end', 14400781],
    [
      'local s={} for i=2,2000 do s[i]=true end for i=2,44 do if s[i] then for j=i*i,2000,i do s[j]=false end end end',
      1273582,
    ],
    ['local t={} for i=1,200 do t[#t+1]=("%d:%s"):format(i,"x") end local r=table.concat(t,",")', 1173066],
  ])('%s', (source, measured) => {
    expect(cycles(source) / measured).toBeGreaterThan(0.85);
    expect(cycles(source) / measured).toBeLessThan(1.15);
  });

  it('two runs take the same cycles', () => {
    expect(cycles(EVERYTHING)).toBe(cycles(EVERYTHING));
  });

  it('a limit ends loops of Lua and of the libraries', () => {
    for (const source of [
      'while true do end',
      'return ("a"):rep(60):find(("a?"):rep(60) .. ("a"):rep(60))',
      'table.move({}, 1, 2^30, 2)',
    ]) {
      const { lua } = boot({ sliceCycles: 100_000 });
      lua.cycleLimit = lua.cycles + 1_000_000;
      lua.load(source, '=stdin');
      expect(() => lua.call(0, 0)).toThrow(LuaCycleLimitError);
    }
  });

  it('an interrupt is an error that the script could catch', () => {
    let slices = 0;
    const onSlice = (machine: LuaMachine): void => {
      if (++slices === 20) machine.interrupt();
    };
    const { lua, out } = boot({ sliceCycles: 50_000, onSlice });
    lua.load('print(pcall(function() while true do end end))', '=stdin');
    lua.call(0, 0);
    expect(out()).toContain('interrupted!');
  });
});

describe('instructions', () => {
  const count = (source: string): number => {
    const { lua } = boot();
    lua.load(source, '=stdin');
    const before = lua.instructions;
    lua.api.lua_pcall(lua.L, 0, 0, 0);
    return lua.instructions - before;
  };

  it.each([
    ['', 1], // RETURN
    ['local a = 1', 2],
    ['local a = 1 local b = a + a', 3],
    // LOADK 3, FORPREP, FORLOOP 4, MOVE 3, RETURN
    ['for i = 1, 3 do local x = i end', 12],
    // GETTABUP, CLOSURE, CALL; GETTABUP, LOADK, CALL; RETURN: the instructions before an error count
    ['pcall(function() error("x") end)', 7],
    // CLOSURE, MOVE, CALL, RETURN; callee: RETURN
    ['local f = function() end f()', 5],
  ])('%s executes %i', (source, expected) => {
    expect(count(source)).toBe(expected);
  });

  it('a count hook of 1 counts the same, through calls, errors, metamethods and finished coroutines', () => {
    const body = `
      local t = setmetatable({}, { __index = function(_, k) return k * 2 end, __add = function(a, b) return 7 end })
      for i = 1, 5 do local x = t[i] + (t + t) end
      for k, v in pairs({ 1, 2, x = 3 }) do local y = k == 1 and v or not v end
      pcall(error, 'x') pcall(function() local z = nil; z.a = 1 end)
      local function f(n) if n == 0 then return 0 end return f(n - 1) end
      f(10)
      table.sort({ 3, 2, 1 }, function(a, b) return a < b end)`;
    const { lua, out } = boot();
    lua.load(
      `local n = 0 debug.sethook(function() n = n + 1 end, '', 1) ${body} debug.sethook() print(n)`,
      '=stdin',
    );
    const before = lua.instructions;
    lua.call(0, 0);
    const hooked = Number(out().trim());
    // each call of the hook: GETUPVAL, ADD, SETUPVAL, RETURN; before the hook is set LOADNIL to CALL, after it prints
    const own = lua.instructions - before - 4 * hooked;
    const empty = boot();
    empty.lua.load(
      "local n = 0 debug.sethook(function() n = n + 1 end, '', 1) debug.sethook() print(n)",
      '=stdin',
    );
    const emptyBefore = empty.lua.instructions;
    empty.lua.call(0, 0);
    const emptyHooked = Number(empty.out().trim());
    expect(hooked).toBeGreaterThan(100);
    expect(own - hooked).toBe(empty.lua.instructions - emptyBefore - 5 * emptyHooked);
  });

  it('coroutines count where they run', () => {
    const once = count('local c = coroutine.wrap(function() end) c()');
    const yielding = count('local c = coroutine.wrap(function() coroutine.yield() end) c()');
    // GETTABUP, GETTABLE, CALL instead of RETURN
    expect(yielding - once).toBe(2);
  });

  it('the limit ends a run after exactly so many', () => {
    for (const limit of [1, 2, 3, 17, 1000, 123_457]) {
      const { lua } = boot();
      lua.load('local t = {} while true do t[1] = #t + 1 end', '=stdin');
      const before = lua.instructions;
      lua.instructionLimit = before + limit;
      expect(() => lua.call(0, 0)).toThrow(LuaInstructionLimitError);
      expect(lua.instructions - before).toBe(limit);
    }
  });
});

describe('binary chunks', () => {
  const dump = (lua: LuaMachine, source: string): Uint8Array => {
    const pieces: Uint8Array[] = [];
    expect(lua.load(source, '=stdin')).toBe(0);
    lua.api.lua_dump(lua.L, (_L, bytes, n) => (pieces.push(bytes.slice(0, n)), 0), null, false);
    lua.api.lua_settop(lua.L, 0);
    return Buffer.concat(pieces);
  };
  const SOURCE =
    'local a, t = 1, {1, 2, x = 3} for i = 1, 3 do t[#t + 1] = i .. "x" end local function f(...) return ..., a end return f(t), #t';

  it('a dumped function runs like its source', () => {
    const { lua } = boot();
    expect(lua.load(dump(lua, SOURCE), '=dump')).toBe(0);
    expect(lua.api.lua_pcall(lua.L, 0, 2, 0)).toBe(0);
    expect(lua.text(-1)).toBe('5');
  });

  it('damaged chunks are refused or run, but never break the interpreter (property)', () => {
    const { lua } = boot({ sliceCycles: 100_000 });
    const chunk = dump(lua, SOURCE);
    const damage = fc.array(fc.tuple(fc.nat(chunk.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(damage, (bytes) => {
        const damaged = Uint8Array.from(chunk);
        for (const [at, byte] of bytes) damaged[at] = byte;
        lua.api.lua_settop(lua.L, 0);
        lua.cycleLimit = lua.cycles + 1_000_000;
        const machine = LuaMachine.create({ heap: new CountingHeap(200_000), sliceCycles: 100_000 });
        machine.cycleLimit = machine.cycles + 1_000_000;
        try {
          if (machine.load(damaged, '=dump') === 0) machine.api.lua_pcall(machine.L, 0, 2, 0);
        } catch (error) {
          expect(error).toBeInstanceOf(LuaCycleLimitError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
