/** Time and memory of scripts are bounded; what a script does, it does again. */
import { describe, expect, it } from 'vitest';
import { runLua } from './testing/run-lua.js';
import type { NodeMcuLimits } from './node-mcu.js';

/** 0.3 s. */
const SOON: NodeMcuLimits = { timeout: 72_000_000 };

describe('scripts that never end, end at the timeout', () => {
  const ENDLESS: Readonly<Record<string, string>> = {
    'an empty loop': 'while true do end',
    'a loop that catches every error': 'while true do pcall(function() while true do end end) end',
    goto: '::top:: goto top',
    'tail calls': 'local function f() return f() end f()',
    'string.rep in a loop': 'while true do local s = ("x"):rep(20000) end',
    'patterns that try everything': `local s = ("a"):rep(2000) for i = 1, 1e9 do s:find(("a?"):rep(20) .. ("a*"):rep(20) .. "b") end`,
    'nested captures': `local s = ("a"):rep(300) while true do s:match("(.-)(.-)(.-)(.-)(.-)(.-)x") end`,
    'gsub with itself': 'while true do ("x"):rep(5000):gsub(".", "%0%0") end',
    'table.concat': 'local t = {} for i = 1, 5000 do t[i] = "x" end while true do table.concat(t, ",") end',
    'table.sort with a liar':
      'while true do local t = {} for i = 1, 500 do t[i] = i end pcall(table.sort, t, function() return true end) end',
    metamethods:
      'local t = setmetatable({}, {__index = function(t, k) return k end}) while true do local x = t.y end',
    '__index chain in a circle':
      'local a, b = {}, {} setmetatable(a, {__index = b}) setmetatable(b, {__index = a}) while true do pcall(function() return a.x end) end',
    coroutines:
      'local function f() while true do coroutine.yield() end end while true do local c = coroutine.wrap(f) for i = 1, 10 do c() end end',
    'coroutines in coroutines':
      'local function f() return coroutine.wrap(f)() end while true do pcall(f) end',
    'finalizers that make finalizers':
      'local function make() setmetatable({}, {__gc = make}) end make() while true do collectgarbage() end',
    'an error in __gc':
      'while true do setmetatable({}, {__gc = function() error("gc") end}) pcall(collectgarbage) end',
    load: 'while true do load("return " .. ("1+"):rep(1000) .. "1")() end',
    'tasks that post themselves': 'local function f() node.task.post(f) end f()',
    'a timer': 'tmr.create():alarm(10, tmr.ALARM_AUTO, function() end)',
    'a pipe that feeds itself':
      'local p p = pipe.create(function(p) p:read(1) p:write("ab") return true end) p:write("x")',
    sjson: 'local t = {} for i = 1, 500 do t[i] = i end while true do sjson.decode(sjson.encode(t)) end',
    'string.format': 'while true do string.format("%99.99f%q", 1/3, ("\\0"):rep(1000)) end',
    'node.output that prints': 'node.output(function(s) print(s) end, 0) print("x")',
    'table.move and unpack':
      'local t = {} for i = 1, 200 do t[i] = i end while true do table.move(t, 1, 200, 2) pcall(table.unpack, t, 1, 1e7) end',
    utf8: 'local s = ("\\xc3\\xa4"):rep(2000) while true do utf8.len(s) for _ in utf8.codes(s) do end end',
  };
  it.each(Object.entries(ENDLESS))('%s', (_name, script) => {
    const { result } = runLua(script, {}, SOON);
    expect(result.reason).toBe('timeout');
    expect(result.cycles).toBeLessThan(120_000_000);
  });
});

describe("memory is the chip's", () => {
  const GREEDY: Readonly<Record<string, string>> = {
    'string.rep': 'local s = ("x"):rep(2^30)',
    doubling: 'local s = "x" while true do s = s .. s end',
    'a table': 'local t = {} for i = 1, 1e9 do t[i] = i end',
    tables: 'local t = {} while true do t = {t} end',
    'table.concat':
      'local t = {} for i = 1, 300 do t[i] = ("x"):rep(40) end local s = table.concat(t) for i = 1, 300 do t[i] = s end table.concat(t)',
    closures: 'local f while true do local g = f f = function() return g end end',
    coroutines: 'local t = {} while true do t[#t + 1] = coroutine.create(print) end',
    gsub: '("x"):rep(10000):gsub(".", ("y"):rep(1000))',
    'string.format': 'local s = ("x"):rep(60000) string.format("%s%s%s%s%s%s", s, s, s, s, s, s)',
    timers: 'local t = {} while true do t[#t + 1] = tmr.create() t[#t]:register(10, 0, print) end',
    sjson: 'sjson.encode({[1e8] = 1})',
    load: 'assert(load(function() return "x = x " end))',
    struct:
      'local s = ("i4"):rep(30000) struct.size(s) local t = {} while true do t[#t + 1] = struct.pack("c1000", ("x"):rep(1000)) end',
  };
  it.each(Object.entries(GREEDY))('%s', (_name, script) => {
    const { lines, result } = runLua(
      `print(pcall(function() ${script} end))`,
      {},
      { timeout: 20 * 240_000_000 },
    );
    expect(result.reason).toBe('idle');
    expect(lines[0]).toMatch(
      /^false\t.*(not enough memory|too large|overflow|creation failed|syntax error|unexpected symbol|too many)/s,
    );
  });

  it('recursion ends with an error of Lua, whichever way it goes', () => {
    const { lines, result } = runLua(`
local function lua() return 1 + lua() end
local function c() return pcall(c) end
local function meta() local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k + 1] end return t[1] end
local function gsub(s) return s:gsub(".", gsub) end
local function sort(a, b) table.sort({1, 2, 3}, sort) return a < b end
print(pcall(lua)) print(c()) print(pcall(meta)) print(pcall(gsub, "x")) print(pcall(sort, 1, 2))
print(load(("("):rep(1000) .. (")"):rep(1000)))
print(pcall(string.find, ("a"):rep(10000), ("(a"):rep(40)))
print(pcall(string.rep, "x", -1))
print("alive")
`);
    expect(result.reason).toBe('idle');
    expect(lines.at(-1)).toBe('alive');
    expect(lines.join('\n')).toMatch(/stack overflow/);
  });

  it('an error without protection is a panic of the board', () => {
    const { result } = runLua(
      'collectgarbage("stop") setmetatable({}, {__gc = function() error("x") end}) collectgarbage() print(1)',
    );
    expect(['idle', 'died']).toContain(result.reason);
  });
});

describe('determinism', () => {
  const SCRIPT = `
math.randomseed(5)
local t = {}
for i = 1, 300 do t[math.random(1, 1000)] = ("s" .. i):rep(i % 9) end
heaptrace.init(50) heaptrace.start(1)
local co = coroutine.wrap(function() for i = 1, 50 do coroutine.yield({i}) end end)
for i = 1, 50 do t["k" .. i] = co() end
for k, v in pairs(t) do io.write(tostring(k), ";") end print()
heaptrace.stop() heaptrace.dump()
print(t, print, co, node.heap(), collectgarbage("count"), (node.uptime()))
local n = 0
tmr.create():alarm(30, tmr.ALARM_AUTO, function(x) n = n + 1 t[n] = nil if n == 20 then x:unregister() print(node.heap()) end end)
`;
  it('two runs: same text, same cycles, same memory', () => {
    const [first, second] = [runLua(SCRIPT), runLua(SCRIPT)];
    expect(first.result.reason).toBe('idle');
    expect(second.output).toBe(first.output);
    expect(second.board.now).toBe(first.board.now);
    expect(second.board.stateHash()).toBe(first.board.stateHash());
  });
  it('somebody who listens changes nothing', () => {
    const first = runLua(SCRIPT, { sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 10 } });
    const files = runLua(SCRIPT, {
      sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 10 },
      heaptraceExtras: false,
      onSlice: (board) => void board.currentLua(),
    });
    expect(files.board.now).toBe(first.board.now);
    expect(files.output).toBe(first.output);
  });
  it('another seed is another run', () => {
    expect(runLua('print(math.random())', { seed: 1 }).output).not.toBe(
      runLua('print(math.random())', { seed: 2 }).output,
    );
  });
});

describe('text that ends a run', () => {
  it('is seen from inside pcall, callbacks and output in pieces', () => {
    const limits = { timeout: 240_000_000, expectText: 'ready 5', failText: 'panic' };
    expect(
      runLua('pcall(function() io.write("rea") io.write("dy 5") end) print("not reached")', {}, limits),
    ).toMatchObject({
      output: 'ready 5',
      result: { reason: 'expect-text' },
    });
    expect(runLua('tmr.create():alarm(50, 0, function() print("panic") end)', {}, limits).result.reason).toBe(
      'fail-text',
    );
    expect(runLua('print("nothing")', {}, limits).result.reason).toBe('idle');
  });
});

describe('a day of simulated time', () => {
  const DAY = 86400;
  it('a script that allocates and frees neither drifts nor grows', () => {
    const { board, lines } = runLua(
      `
local n, keep = 0
local function used() collectgarbage() collectgarbage() return node.heap() end
tmr.create():alarm(10000, tmr.ALARM_AUTO, function()
  n = n + 1
  keep = {} for i = 1, 20 do keep[i] = {n, tostring(n)} end
  local t = tmr.create() t:alarm(50, tmr.ALARM_SINGLE, function() keep = nil end)
  if n == 100 or n == 8640 then print(n, used(), math.floor((node.uptime()) / 1000000 + 0.5)) end
end)
`,
      {},
      { time: (DAY + 1) * 240_000_000 },
    );
    expect(board.now).toBe((DAY + 1) * 240_000_000);
    const [early, late] = lines.map((line) => line.split('\t').map(Number));
    expect(late![0]).toBe(8640); // exactly one every 10 s
    expect(Math.abs(early![1]! - late![1]!)).toBeLessThan(200);
    expect(late![2]).toBe(DAY);
    expect(board.luaTracebacks.count).toBeLessThan(50);
    // What waits is the one timer: cancelled and fired events are gone.
    expect(board.clock.pending).toBeLessThanOrEqual(2);
  }, 60_000);

  it('timers that are started and stopped for ever leave nothing on the clock', () => {
    const { board } = runLua(
      'for i = 1, 2000 do local t = tmr.create() t:alarm(6870947, 1, print) t:unregister() end',
      {},
      { time: 480_000_000 },
    );
    expect(board.clock.pending).toBe(0);
  });
});
