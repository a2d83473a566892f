import { describe, expect, it } from 'vitest';
import { runLua, valuesOf } from '../testing/run-lua.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';

describe('node', () => {
  it('heap falls by what is allocated and comes back', () => {
    const { lines } = runLua(`
collectgarbage() collectgarbage()
local a = node.heap()
local s = string.rep("x", 1000)
print(a - node.heap() >= 1017)
s = nil collectgarbage() collectgarbage()
print(math.abs(a - node.heap()) < 600)
`);
    expect(lines).toEqual(['true', 'true']);
  });

  it('tells about chip and build', () =>
    expect(
      valuesOf([
        'node.chipmodel()',
        'node.chipid()',
        'node.bootreason()',
        'next(node.info())',
        'node.info("hw").chip_model',
        'node.info("nothing")',
        'math.type((node.uptime()))',
        'node.restore, node.setcpufreq, node.egc',
        'node.task.LOW_PRIORITY, node.task.MEDIUM_PRIORITY, node.task.HIGH_PRIORITY',
        'node.flashindex()',
        'node.wakeup.TIMER, node.wakeup.GPIO, node.sleep({us = 10})',
        'node.info("hw").cpu_cores, node.info("sw_version").git_branch, node.info("build_config").esp_console',
        'select(2, node.uptime())',
        'node.dsleep("x")',
      ]),
    ).toEqual([
      'esp32',
      '0x240ac4000001',
      '1 8',
      'nil',
      'esp32',
      "bad argument #1 to 'info' (invalid option 'nothing')",
      'float',
      'nil nil nil',
      '0 1 2',
      'nil',
      '4 7 4',
      '2 dev-esp32 uart',
      '0',
      "bad argument #1 to 'dsleep' (Expected integer or table)",
    ]));

  it('tasks run by priority, after the script, with their priority', () => {
    const { lines } = runLua(`
node.task.post(0, function(p) print("low", p) end)
node.task.post(function(p) print("medium", p) end)
node.task.post(2, function(p) print("high", p) end)
print("script")
`);
    expect(lines).toEqual(['script', 'high\t2', 'medium\t1', 'low\t0']);
  });

  it('a full task queue is an error', () => {
    const { lines } = runLua(`
local n = 0
print(pcall(function() while true do node.task.post(function() end) n = n + 1 end end))
print(n)
`);
    expect(lines[0]).toBe('false\tinit.lua:3: Task queue overflow. Task not posted');
    expect(lines[1]).toBe('83');
  });

  it('task.post checks its arguments', () =>
    expect(valuesOf(['node.task.post()', 'node.task.post(3, print)', 'node.task.post(0, 1)'])).toEqual([
      "bad argument #1 to 'post' (invalid function)",
      "bad argument #1 to 'post' (invalid  priority)",
      "bad argument #2 to 'post' (invalid function)",
    ]));

  it('setonerror: the handler gets the traceback; without one the board restarts after 2 s', () => {
    const own = runLua(`
node.setonerror(function(e) print("handler: " .. e:match("^[^\\n]*")) end)
node.task.post(function() error("boom") end)
`);
    expect(own.lines).toEqual(['handler: init.lua:3: boom']);
    const standard = runLua('node.setonerror() node.task.post(function() error("boom") end)');
    expect(standard.lines[0]).toBe('init.lua:1: boom');
    expect(standard.result).toMatchObject({ reason: 'restart' });
    expect(standard.result.cycles).toBeGreaterThan(480_000_000);
  });

  it('restart does not return, not even into pcall', () => {
    const { output, result } = runLua('print(pcall(node.restart)) print("after")');
    expect(output).toBe('');
    expect(result).toMatchObject({ reason: 'restart', message: 'restart' });
    expect(runLua('node.dsleep(1000)').result).toMatchObject({ reason: 'restart', message: 'deepsleep' });
  });

  it('output redirects print, in pieces by tasks', () => {
    const { lines } = runLua(`
local seen = {}
node.output(function(s) seen[#seen + 1] = s end, 0)
print("hidden")
tmr.create():alarm(20, tmr.ALARM_SINGLE, function() node.output() print(table.concat(seen) == "hidden\\n") end)
`);
    expect(lines).toEqual(['true']);
  });

  it('compile writes a chunk that runs; errors say what is wrong', () => {
    const files = new FlashFileSystem();
    files.write('a.lua', Buffer.from('return ...'));
    files.write('bad.lua', Buffer.from('return return'));
    const { lines } = runLua(
      `
node.compile("a.lua")
print(loadfile("a.lc")(7))
print(select(2, pcall(node.compile, "a.txt")))
print(select(2, pcall(node.compile, "none.lua")))
print(select(2, pcall(node.compile, "bad.lua")))
`,
      { files },
    );
    expect(lines).toEqual([
      '7',
      'not a .lua file',
      'cannot open none.lua: No such file or directory',
      "bad.lua:1: unexpected symbol near 'return'",
    ]);
  });

  it('compile: the count of Lua drifts by the length of the name, the heap does not', () => {
    const files = new FlashFileSystem();
    files.write('ab.lua', Buffer.from('return 1'));
    files.write('bad.lua', Buffer.from('return return'));
    const { lines } = runLua(
      `
local function state() collectgarbage() collectgarbage() return collectgarbage("count") * 1024, node.heap() end
node.compile("ab.lua") pcall(node.compile, "bad.lua")
for i = 1, 2 do node.compile("ab.lua") state() end
local count, heap = state()
for i = 1, 50 do node.compile("ab.lua") end
local count2, heap2 = state()
print(count2 - count, heap2 - heap)
for i = 1, 50 do pcall(node.compile, "bad.lua") end
print(math.abs(select(2, state()) - heap) < 500)
`,
      { files },
    );
    expect(lines).toEqual(['300.0\t0', 'true']);
  });

  it('sleep takes the time that it is given and never turns the clock back', () => {
    const { board, lines } = runLua(`
node.sleep({secs = 1, us = 500000})
print((node.uptime()) >= 1500000)
node.sleep({us = -1e9})
node.sleep({us = 0/0})
print((node.uptime()) >= 1500000)
`);
    expect(lines).toEqual(['true', 'true']);
    expect(board.now / 240e6).toBeCloseTo(1.5, 1);
  });

  it('stripdebug counts from 1', () =>
    expect(
      valuesOf(['node.stripdebug()', 'node.stripdebug(0)', 'node.stripdebug(3)', 'node.stripdebug(1, 5)']),
    ).toEqual([
      '2',
      "bad argument #1 to 'stripdebug' (Invalid strip level)",
      '',
      "bad argument #2 to 'stripdebug' (not a valid function)",
    ]));

  it('input feeds the interpreter', () => {
    const { output } = runLua('node.input("print(6 * 7)\\n")');
    expect(output).toContain('42');
  });
});

describe('modules that are not simulated', () => {
  it('are nil, and their use names what is there', () => {
    const values = valuesOf([
      'wifi',
      'wifi.start()',
      '(function() i2c.setup(1) end)()',
      'mqtt()',
      'nothing.here',
    ]);
    expect(values[0]).toBe('nil');
    expect(values[1]).toMatch(/^module 'wifi' is not simulated; there are: bit, console, .*, tmr, uart$/);
    expect(values[2]).toMatch(/^module 'i2c' is not simulated/);
    expect(values[3]).toMatch(/^module 'mqtt' is not simulated/);
    expect(values[4]).toContain('attempt to index a nil value');
  });

  it('a configuration can leave modules out', () =>
    expect(valuesOf(['bit'], { sdkconfig: { CONFIG_NODEMCU_CMODULE_BIT: 'n' } })).toEqual(['nil']));
});
