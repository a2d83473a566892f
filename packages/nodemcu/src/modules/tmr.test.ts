import { describe, expect, it } from 'vitest';
import { runLua, valuesOf } from '../testing/run-lua.js';

const MS = 240_000;

describe('tmr', () => {
  it('ALARM_SINGLE: fires once with its timer, is not registered inside the callback', () => {
    const { lines } = runLua(`
local t = tmr.create()
print(t:state())
print(t:alarm(100, tmr.ALARM_SINGLE, function(x) print(x == t, x:state()) end))
print(t:state())
print(t:start())
`);
    expect(lines).toEqual(['nil', 'true', 'true\t0', 'false', 'true\tnil']);
  });

  it('ALARM_AUTO: every period is exact in cycles, however long the callback works', () => {
    const { board, lines, result } = runLua(
      `
local n = 0
tmr.create():alarm(100, tmr.ALARM_AUTO, function() n = n + 1; for i = 1, 1000 * (n % 5) do end print((node.uptime())) end)
`,
      {},
      { time: 1050 * MS },
    );
    expect(result.reason).toBe('time');
    expect(board.now).toBe(1050 * MS);
    // uptime is a single-precision float of microseconds; the handler begins within 0.2 ms of the tick
    lines.forEach((line, index) => expect(Math.abs(Number(line) / 1000 - (index + 1) * 100)).toBeLessThan(6));
    expect(lines).toHaveLength(10);
  });

  it('ALARM_SEMI: stays registered and is started by hand', () => {
    const { lines } = runLua(`
local n = 0
local t = tmr.create()
t:alarm(50, tmr.ALARM_SEMI, function(t) n = n + 1 print(n, t:state()) if n < 3 then t:start() end end)
`);
    expect(lines).toEqual(['1\tfalse\t2', '2\tfalse\t2', '3\tfalse\t2']);
  });

  it('stop, interval, unregister', () => {
    const { lines, result } = runLua(`
local t = tmr.create()
t:register(50, tmr.ALARM_AUTO, function() print("never") end)
print(t:start(), t:start(), t:stop(), t:stop())
t:interval(20)
t:unregister()
print(t:state(), pcall(t.start, t))
print(pcall(t.interval, t, 5))
print(tmr.create():stop())
`);
    expect(lines).toEqual(['true\tfalse\ttrue\tfalse', 'nil\tfalse\ttimer not registered', 'true', 'false']);
    expect(result.reason).toBe('idle');
  });

  it('registering a running timer again stops it, and its self reference keeps it', () => {
    const { lines } = runLua(`
local weak = setmetatable({}, { __mode = "v" })
do
  local t = tmr.create()
  t:alarm(50, tmr.ALARM_AUTO, function() print("never") end)
  t:register(70, tmr.ALARM_AUTO, function() print("never either") end)
  print(t:state())
  weak[1] = t
end
tmr.create():alarm(200, tmr.ALARM_SINGLE, function()
  collectgarbage() collectgarbage()
  print(weak[1] ~= nil, weak[1]:stop())
  collectgarbage() collectgarbage()
  print(weak[1])
end)
`);
    expect(lines).toEqual(['false\t1', 'true\tfalse', 'nil']);
  });

  it('fires before tasks of medium priority that were posted earlier', () => {
    const { lines } = runLua(`
tmr.create():alarm(10, tmr.ALARM_SINGLE, function() print("timer") end)
node.task.post(2, function()
  node.task.post(1, function() print("task") end)
  for i = 1, 100000 do end
end)
`);
    expect(lines).toEqual(['timer', 'task']);
  });

  it('checks its arguments', () => {
    const make = 'tmr.create():register';
    expect(
      valuesOf([
        `${make}(0, 0, print)`,
        `${make}(6870948, 0, print)`,
        `${make}(10, 3, print)`,
        `${make}(10, 0, 5)`,
        'tmr.create().start(5)',
        'tmr.now',
      ]),
    ).toEqual([
      "bad argument #1 to 'register' (Range: 1-6870947)",
      "bad argument #1 to 'register' (Range: 1-6870947)",
      "bad argument #2 to 'register' (Invalid mode)",
      "bad argument #3 to 'register' (function expected, got number)",
      "bad argument #1 to 'start' (tmr.timer expected, got number)",
      'nil',
    ]);
  });

  it('an interval below one tick makes the RTOS assert: the board dies', () => {
    const { result } = runLua('tmr.create():alarm(9, tmr.ALARM_SINGLE, print)');
    expect(result.reason).toBe('died');
    expect(result.message).toContain('prvInitialiseNewTimer');
  });

  it('CONFIG_FREERTOS_HZ: with more ticks a second, shorter intervals', () => {
    const { board, lines } = runLua(
      'local n = 0 tmr.create():alarm(3, tmr.ALARM_AUTO, function(t) n = n + 1 if n == 10 then print(n) t:unregister() end end)',
      { sdkconfig: { CONFIG_FREERTOS_HZ: 1000 } },
    );
    expect(lines).toEqual(['10']);
    // a timer begins at the tick that is running
    expect(board.now / MS).toBeGreaterThan(30);
    expect(board.now / MS).toBeLessThan(36);
    expect(() => runLua('', { sdkconfig: { CONFIG_FREERTOS_HZ: 0 } })).toThrow(
      'CONFIG_FREERTOS_HZ = 0: expected a whole number from 1 to 1000',
    );
  });

  it('a running timer is kept alive, a stopped one is collected and its RTOS timer freed', () => {
    const { lines } = runLua(`
local function count() collectgarbage() collectgarbage() return node.heap() end
do tmr.create():alarm(20, tmr.ALARM_SINGLE, function() print("fired") end) end
collectgarbage()
tmr.create():alarm(200, tmr.ALARM_SINGLE, function()
  local before = count()
  do local t = tmr.create() t:register(50, tmr.ALARM_AUTO, function() end) t = nil end
  count()
  tmr.create():alarm(50, tmr.ALARM_SINGLE, function() print(count() >= before) end)
end)
`);
    expect(lines).toEqual(['fired', 'true']);
  });

  it('deleted RTOS timers are freed while a script runs: the queue of the timer task has ten places', () => {
    const { lines } = runLua(`
collectgarbage() collectgarbage()
local before = node.heap()
for i = 1, 500 do tmr.create():register(100, tmr.ALARM_AUTO, function() end) end
collectgarbage() collectgarbage()
print(before - node.heap() < 8000) -- what stays is the registry's array
`);
    expect(lines).toEqual(['true']);
  });

  it('an error in a callback is printed with its traceback and the board goes on', () => {
    const { lines } = runLua(`
tmr.create():alarm(10, tmr.ALARM_SINGLE, function() error("boom") end)
tmr.create():alarm(20, tmr.ALARM_SINGLE, function() print("alive") end)
`);
    expect(lines[0]).toBe('init.lua:2: boom');
    expect(lines[1]).toBe('stack traceback:');
    expect(lines.at(-1)).toBe('alive');
  });
});
