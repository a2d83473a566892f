/**
 * What Lua's instructions and functions cost, row by row against the measurements on NodeMCU's own interpreter
 * (vectors/lua-cycles.json, a copy of facts/nodemcu/lua-cycles.json), measured here as they were measured there: the
 * collector stopped, an allocator that costs nothing, loops of copies less the empty loop.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LuaMachine } from './machine.js';
import { CountingHeap } from './testheap.js';

/** How far a row may be off; what is left comes from rows that contradict each other (loop and empty loop). */
const TOLERANCE = 0.1;

interface Row {
  what: string;
  cycles?: number;
  cycles_per?: number;
  cycles_base?: number;
  range?: [number, number];
  script?: string;
}
const TABLE = JSON.parse(
  readFileSync(new URL('../../vectors/lua-cycles.json', import.meta.url), 'utf8'),
) as Record<'ops' | 'parametric' | 'programs', Record<string, Row>>;
const tested = new Set<string>();

let marks: number[] = [];
function machine(): LuaMachine {
  const lua = LuaMachine.create({ heap: new CountingHeap(), write: () => undefined });
  const mark = (): number => {
    marks.push(lua.cycles);
    return 0;
  };
  lua.registerModule('bench', {
    empty: { symbol: 'empty', call: () => 0, cycles: 0 },
    mark: { symbol: 'mark', call: mark, cycles: 0 },
  });
  lua.api.lua_gc(lua.L, 0, 0);
  return lua;
}

/** Cycles of a chunk, its compilation excluded. */
function cost(source: string): number {
  const lua = machine();
  if (lua.load(source, '=stdin') !== 0) throw new Error(`${source}: ${lua.text(-1)}`);
  const before = lua.cycles;
  if (lua.call(0, 0) !== 0) throw new Error(`${source}: ${lua.text(-1)}`);
  return lua.cycles - before;
}

/** Cycles between two calls of `mark`, themselves excluded. */
function span(source: string): number {
  marks = [];
  cost(`local mark, gc = bench.mark, collectgarbage ${source}`);
  return marks[1]! - marks[0]! - (TABLE.ops['move']!.cycles! + 166);
}

function hold(name: string, got: number, measured: number): void {
  tested.add(name.replace(/ .*/, ''));
  expect(got / measured, `${name}: ${got.toFixed(1)} cycles, measured ${measured}`).toBeGreaterThan(
    1 - TOLERANCE,
  );
  expect(got / measured, `${name}: ${got.toFixed(1)} cycles, measured ${measured}`).toBeLessThan(
    1 + TOLERANCE,
  );
}

const LOCALS = 'local a,b,c,d,e,f,g,t,o,j = nil,1,2,3 ';

/** Setup, and what is repeated. */
const OPERATIONS: Readonly<Record<string, readonly [setup: string, operation: string]>> = {
  move: ['', 'a=b'],
  loadk: ['', 'a=12345'],
  loadbool: ['', 'a=true'],
  gettabup_global: ['G=1', 'a=G'],
  gettabup_romtable: ['', 'a=string'],
  settabup_global: ['G=1', 'G=b'],
  gettable_field: ['t={x=1}', 'a=t.x'],
  gettable_field8: ['t={x=1,y=1,z=1,u=1,v=1,w=1,p=1,q=1}', 'a=t.x'],
  gettable_array_const: ['t={1,2,3}', 'a=t[2]'],
  gettable_array_var: ['t={1,2,3} j=2', 'a=t[j]'],
  gettable_int_hash: ['t={[100]=1} j=100', 'a=t[j]'],
  gettable_miss: ['t={x=1}', 'a=t.y'],
  gettable_rom_field: ['t=string', 'a=t.len'],
  settable_field: ['t={x=1}', 't.x=b'],
  settable_array: ['t={1,2,3} j=2', 't[j]=b'],
  settable_const: ['t={x=1}', 't.x=5'],
  add_int: ['', 'a=b+c'],
  add_int_k: ['', 'a=b+5'],
  add_float: ['e=1.5 f=2.5', 'a=e+f'],
  add_mixed: ['e=1.5', 'a=b+e'],
  sub_int: ['', 'a=b-c'],
  mul_int: ['', 'a=b*c'],
  mul_float: ['e=1.5 f=2.5', 'a=e*f'],
  div: ['e=1.5 f=2.5', 'a=e/f'],
  mod_int: ['b=17 c=5', 'a=b%c'],
  mod_float: ['e=7.5 f=2.0', 'a=e%f'],
  idiv_int: ['b=17 c=5', 'a=b//c'],
  pow: ['e=2.0 f=2.0', 'a=e^f'],
  band: ['', 'a=b&c'],
  shl: ['', 'a=b<<c'],
  shr: ['', 'a=b>>c'],
  bnot: ['', 'a=~b'],
  unm_int: ['', 'a=-b'],
  not: ['', 'a=not b'],
  len_string: ['e="abc"', 'a=#e'],
  len_table: ['t={1,2,3}', 'a=#t'],
  eq_int_true: ['c=1', 'if b==c then end'],
  eq_int_false: ['', 'if b==c then end'],
  eq_string: ['e="abc" f="abc"', 'if e==f then end'],
  lt_int: ['', 'if b<c then end'],
  le_int: ['', 'if b<=c then end'],
  lt_float: ['e=1.5 f=2.5', 'if e<f then end'],
  lt_string: ['e="abc" f="abd"', 'if e<f then end'],
  test: ['', 'if b then end'],
  testset: ['', 'a=b or c'],
  newtable_empty: ['', 'do local x={} end'],
  newtable_array4: ['', 'do local x={1,2,3,4} end'],
  newtable_hash2: ['', 'do local y={x=1,y=2} end'],
  closure_0: ['', 'do local x=function() end end'],
  closure_1: ['', 'do local x=function() return b end end'],
  call_lua_0: ['f=function() end', 'f()'],
  call_lua_2_1: ['f=function(x,y) return x end', 'a=f(b,c)'],
  call_vararg: ['f=function(...) end', 'f(b,c)'],
  vararg_3: ['f=function(...) local x,y,z=... end', 'f(b,c,d)'],
  call_c_0: ['f=bench.empty', 'f()'],
  call_c_2: ['f=bench.empty', 'f(b,c)'],
  self_call: ['o={m=function(self) end}', 'o:m()'],
  pcall_c: ['f=bench.empty g=pcall', 'g(f)'],
  pcall_lua: ['f=function() end g=pcall', 'g(f)'],
  pcall_error: ['f=error g=pcall', 'g(f,1)'],
  type: ['f=type', 'f(b)'],
  tonumber_int: ['f=tonumber', 'f("1234")'],
  tonumber_float: ['f=tonumber', 'f("3.14")'],
  tonumber_num: ['f=tonumber', 'f(5)'],
  next: ['f=next t={1,2,3}', 'f(t)'],
  select_count: ['f=select', 'f("#",a,a)'],
  rawget: ['f=rawget t={x=1}', 'f(t,"x")'],
  math_floor: ['f=math.floor', 'f(2.5)'],
  math_max: ['f=math.max', 'f(b,c)'],
  string_byte: ['f=string.byte e="abc"', 'f(e,2)'],
  string_len_method: ['e="abc"', 'e:len()'],
  setmetatable: ['f=setmetatable t={} o={}', 'f(t,o)'],
  index_metamethod_table: ['t=setmetatable({},{__index={x=1}})', 'a=t.x'],
  concat2_short_existing: ['e="ab" f="cd" g="abcd"', 'a=e..f'],
  tostring_int: ['f=tostring g="123"', 'f(123)'],
  tostring_float: ['f=tostring g="1.5"', 'f(1.5)'],
  string_char: ['f=string.char', 'f(65)'],
  string_sub3: ['f=string.sub e="abcdef" g="bcd"', 'f(e,2,4)'],
  coroutine_resume_yield: [
    'local y=coroutine.yield f=coroutine.wrap(function() while true do y() end end)',
    'f()',
  ],
};

/** A loop of 50 times 10 copies less the empty loop. */
function operation(setup: string, text: string, around = (loop: string): string => loop): number {
  const chunk = (body: string): string =>
    around(`${LOCALS} ${setup} for i=1,50 do ${`${body}\n`.repeat(10)} end`);
  return (cost(chunk(text)) - cost(chunk(''))) / 500;
}

describe('instructions and calls', () => {
  it.each(Object.entries(OPERATIONS))('%s', (name, [setup, text]) =>
    hold(name, operation(setup, text), TABLE.ops[name]!.cycles!),
  );

  it('loadnil', () =>
    // neighbouring registers would be one instruction
    hold('loadnil', operation('', 'a=nil c=nil') / 2, TABLE.ops['loadnil']!.cycles!));

  it.each([
    ['getupval', 'a=u'],
    ['setupval', 'u=a'],
  ])('%s', (name, text) =>
    hold(
      name,
      operation('', text, (loop) => `local u=1; (function() ${loop} end)()`),
      TABLE.ops[name]!.cycles!,
    ),
  );

  it('loops', () => {
    const iteration = (loop: (n: number) => string): number => (cost(loop(1000)) - cost(loop(500))) / 500;
    hold(
      'forloop_int',
      iteration((n) => `for i=1,${n} do end`),
      90,
    );
    hold(
      'forloop_float',
      iteration((n) => `for i=1.0,${n} do end`),
      TABLE.ops['forloop_float']!.cycles!,
    );
  });

  it('a tail call is cheaper than a call', () => {
    const wrapped = (call: string): number => operation(`g=function() end f=function() ${call} end`, 'f()');
    hold('tailcall_extra', wrapped('return g()') - wrapped('g()'), TABLE.ops['tailcall_extra']!.cycles!);
  });
});

/** Setup and operation for a size N. */
const SIZED: Readonly<Record<string, readonly [setup: string, operation: string]>> = {
  concat_long: ['local e,f=("x"):rep(N-50),("y"):rep(50)', 'a=e..f'],
  string_rep: ['local f,e=string.rep,"x"', 'f(e,N)'],
  string_rep4: ['local f,e=string.rep,"xyzw"', 'f(e,N)'],
  string_sub_long: ['local f,e=string.sub,("x"):rep(3000)', 'f(e,1,N)'],
  string_gsub_nomatch: ['local f,e=string.gsub,("x"):rep(N)', 'f(e,"z","")'],
  string_gsub_match: ['local f,e=string.gsub,("x"):rep(N)', 'f(e,"x","y")'],
  string_find_plain: ['local f,e=string.find,("x"):rep(N)', 'f(e,"zz",1,true)'],
  string_find_pattern: ['local f,e=string.find,("x"):rep(N)', 'f(e,"z%d")'],
  string_upper: ['local f,e=string.upper,("x"):rep(N)', 'f(e)'],
  string_reverse: ['local f,e=string.reverse,("x"):rep(N)', 'f(e)'],
  string_byte_n: ['local f,e=string.byte,("x"):rep(N)', 'f(e,1,N)'],
  format_literal: ['local f,e=string.format,("x"):rep(N)', 'f(e)'],
  pairs: ['local pairs,t=pairs,{} for i=1,N do t[i]=i end', 'for k,v in pairs(t) do end'],
  pairs_hash: ['local pairs,t=pairs,{} for i=1,N do t["k"..i]=i end', 'for k,v in pairs(t) do end'],
  ipairs: ['local ipairs,t=ipairs,{} for i=1,N do t[i]=i end', 'for k,v in ipairs(t) do end'],
  table_concat: ['local f,t=table.concat,{} for i=1,N do t[i]="x" end', 'f(t)'],
  table_append: ['local v=1', 'local t={} for i=1,N do t[#t+1]=v end'],
  table_insert: ['local f,v=table.insert,1', 'local t={} for i=1,N do f(t,v) end'],
  table_set_preallocated: ['local t,v={},1 for i=1,N do t[i]=0 end', 'for k=1,N do t[k]=v end'],
  table_hash_insert: ['local s={} for i=1,N do s[i]="k"..i end', 'local t={} for i=1,N do t[s[i]]=true end'],
  table_hash_set_existing: [
    'local s,t={},{} for i=1,N do s[i]="k"..i t[s[i]]=1 end',
    'for i=1,N do t[s[i]]=true end',
  ],
  concat_n: ['local e="x"', 'a=OPERANDS'],
};
const REPETITIONS = 20;
/** The sized rows are a twentieth of a protected call of a loop: its own cost is in their base. */
const CALL_OF_THE_LOOP = 1464;
/** What is in a repetition beside the operation. */
const LOOP = CALL_OF_THE_LOOP / REPETITIONS + TABLE.ops['forloop_int']!.cycles!;

/** Holds a sized row at both ends of its range. */
function sized(name: string, at: (n: number) => number): void {
  const { range, cycles_base, cycles_per } = TABLE.parametric[name]!;
  for (const n of range!) hold(`${name} at ${n}`, at(n), cycles_base! + cycles_per! * n);
}

describe('what depends on a size', () => {
  it.each(Object.entries(SIZED))('%s', (name, [setup, text]) =>
    sized(name, (n) => {
      const chunk = (body: string): string =>
        `local a ${setup} ${body}`
          .replace('OPERANDS', Array<string>(n).fill('e').join('..'))
          .replace(/\bN\b/g, String(n));
      const loop = `for i=1,${REPETITIONS} do ${text} end`;
      return (cost(chunk(loop)) - cost(chunk('')) + CALL_OF_THE_LOOP) / REPETITIONS;
    }),
  );

  it('concat_short_new', () =>
    sized('concat_short_new', (n) => {
      const texts = Array.from({ length: REPETITIONS }, (_, i) => String.fromCharCode(97 + i).repeat(n));
      const chunk = (body: string): string =>
        `local a,e,s=nil,"z",{${texts.map((text) => `"${text}"`).join()}} for i=1,${REPETITIONS} do local f=s[i] ${body} end`;
      return (cost(chunk('a=e..f')) - cost(chunk(''))) / REPETITIONS + LOOP;
    }));

  it.each([
    ['%d', '123'],
    ['%s', '"abc"'],
    ['%x', '4660'],
    ['%5.2f', '3.14159'],
    ['%g', '3.14159'],
    ['%q', '"abc"'],
    ['%c', '65'],
    ['%05d', '42'],
  ])('string.format %s', (directive, argument) => {
    const { cycles_base, cycles_per } = TABLE.parametric[`format_${directive}`]!;
    for (const n of [1, 5]) {
      const call = `f("${`${directive} `.repeat(n)}"${`,${argument}`.repeat(n)}) `;
      const chunk = (body: string): string =>
        `local f=string.format ${call} for i=1,${REPETITIONS} do ${body} end`;
      const got = (cost(chunk(call)) - cost(chunk(''))) / REPETITIONS + LOOP;
      hold(`format_${directive} at ${n}`, got, cycles_base! + n * cycles_per!);
    }
  });

  it('table.sort', () => {
    const n = 256;
    const fill = `local x=12345 local t={} for i=1,${n} do x=(x*1103515245+12345)&0x7fffffff t[i]=x end `;
    const sort = cost(`${fill} table.sort(t)`) - cost(`${fill} table.sort({})`);
    hold('table_sort', sort / (n * Math.log2(n)), 400);
  });

  it('insertions that rehash', () => {
    for (const [name, key, next] of [
      ['rehash_array', 'i', 'n+1'],
      ['rehash_hash', '"k"..i', '"new"'],
    ] as const)
      for (const n of TABLE.parametric[name]!.range!) {
        const { cycles_base, cycles_per } = TABLE.parametric[name]!;
        const got = span(
          `local t,n={},${n} for i=1,n do t[${key}]=i end local k=${next} mark() t[k]=k mark()`,
        );
        hold(`${name} at ${n}`, got, cycles_base! + cycles_per! * n);
      }
  });

  it('the compiler, by the byte', () => {
    const source =
      'local function f(a, b)\n  if a > b then return a else return b end\nend\n' +
      'local t = { 1, 2, x = 3 }\nfor i = 1, 10 do t[i] = f(i, 5) print(t[i], "text") end\n';
    const { cycles_base, cycles_per } = TABLE.parametric['compile']!;
    for (const copies of [1, 8]) {
      const lua = machine();
      const before = lua.cycles;
      lua.load(source.repeat(copies), '=stdin');
      hold(`compile at ${copies}`, lua.cycles - before, cycles_base! + cycles_per! * source.length * copies);
    }
  });
});

describe('the collector', () => {
  const each = (at: (n: number) => number): number => (at(512) - at(256)) / 256;
  const per = (name: string): number => TABLE.parametric[name]!.cycles_per!;
  const live = (value: string): number =>
    each((n) => span(`local t={} for i=1,${n} do t[i]=${value} end gc() mark() gc() mark()`));
  const dead = (value: string): number =>
    each((n) => span(`gc() gc("stop") local t for i=1,${n} do t=${value} end t=nil mark() gc() mark()`));

  it.each([
    ['gc_full_live_empty_table', '{}'],
    ['gc_full_live_table4', '{1,2,3,4}'],
    ['gc_full_live_table_hash2', '{x=1,y=2}'],
    ['gc_full_live_short_string', '"s"..i'],
    ['gc_full_live_long_string', '("x"):rep(50)..i'],
    ['gc_full_live_closure', '(function() local u return function() return u end end)()'],
    ['gc_full_array_slot', 'i'],
  ])('%s', (name, value) => hold(name, live(value), per(name)));

  it.each([
    ['gc_sweep_dead_empty_table', '{}'],
    ['gc_sweep_dead_table_array', '{1,2,3,4}'],
    ['gc_sweep_dead_long_string', '("x"):rep(50)..i'],
    ['gc_sweep_dead_short_string', '"s"..i'],
  ])('%s', (name, value) => hold(name, dead(value), per(name)));

  it('marking and sweeping, told apart', () => {
    const sweep = per('gc_sweep_live_object');
    hold('gc_mark_short_string', live('"s"..i') - sweep, per('gc_mark_short_string'));
    hold('gc_mark_empty_table', live('{}') - sweep, per('gc_mark_empty_table'));
    hold(
      'gc_mark_closure_1',
      live('(function() local u return function() return u end end)()') - sweep,
      per('gc_mark_closure_1'),
    );
    tested.add('gc_sweep_live_object'); // in what is told apart here
  });

  it('right after boot', () =>
    hold('gc_full_empty_state', span('gc() mark() gc() mark()'), per('gc_full_empty_state')));
});

describe('whole scripts', () => {
  it.each(Object.entries(TABLE.programs))('%s', (name, { script, cycles }) =>
    hold(name, cost(script!), cycles!),
  );
});

it('no row is left out', () => {
  const rows = [TABLE.ops, TABLE.parametric, TABLE.programs].flatMap((part) => Object.keys(part));
  expect(rows.filter((name) => !tested.has(name))).toEqual([]);
});
