import { describe, expect, it } from 'vitest';
import { runLua, valuesOf } from '../testing/run-lua.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';
import type { RunFile } from '../simulation/run-file.js';

const surroundings = (rest: Omit<RunFile, 'format' | 'version'>): RunFile => ({
  format: 'xtal-run',
  version: 1,
  ...rest,
});

describe('pipe', () => {
  it('reads records, bytes and the rest', () => {
    const { lines } = runLua(`
local p = pipe.create()
p:write("one\\ntwo\\nthree")
print(p:read("\\n"), p:nrec())
print((p:read("\\n+"):gsub("\\n", "$")))
p:unread("XY")
print(p:read(3), p:read(), p:read(), p:nrec())
p:write(string.rep("z", 600))
print(p:nrec(), #p:read(10), #p:read(1000), p:read(1))
for line in (function() p:write("a\\nb\\n") return p:reader("\\n") end)() do print(line) end
`);
    expect(lines).toEqual(['one\t1', 'two$', 'XYt\three\tnil\t0', '3\t10\t590\tnil', 'a', 'b']);
  });

  it('a record may span chunks; without an argument it ends at a line feed, which is dropped', () => {
    const { lines } = runLua(`
local p = pipe.create()
p:write(string.rep("x", 700) .. "\\nrest")
print(#p:read(), p:read(), p:nrec())
p:write("0123456789") p:unread(string.rep("y", 300))
print(p:nrec(), #p, #p[2], #p[3], #p:read(1000))
print(tostring(p):match("^Pipe: 0x%x+$") ~= nil, p.nothing, p.write == rawget(p, 1))
`);
    expect(lines).toEqual(['700\trest\t0', '2\t3\t54\t256\t310', 'true\tnil\ttrue']);
  });

  it('costs a table, a closure of four upvalues and a userdata for 256 bytes', () => {
    const { lines } = runLua(
      `
local function bytes(f)
  collectgarbage() collectgarbage() collectgarbage("stop")
  f() -- call records and stack are there now
  local before = collectgarbage("count")
  local keep = f()
  return math.floor((collectgarbage("count") - before) * 1024 + 0.5)
end
print(bytes(function() return pipe.create() end))
local p = pipe.create()
print(bytes(function() p:write(string.rep("x", 256)) end))
`,
      { sdkconfig: {} },
    );
    // table 32, array of one 8, closure 48; then the userdata of 284 and the second slot of the array
    expect(lines[0]).toBe('88');
    expect(Number(lines[1])).toBeGreaterThanOrEqual(284);
  });

  it('a reader is called again while something is left, unless it says no', () => {
    const run = (answer: string): string[] =>
      runLua(`
local n = 0
local p = pipe.create(function(p) n = n + 1 print(n, p:read(2)) ${answer} end)
p:write("abcdef")
`).lines;
    expect(run('')).toEqual(['1\tab', '2\tcd', '3\tef']);
    expect(run('return true')).toEqual(['1\tab', '2\tcd', '3\tef']);
    expect(run('return false')).toEqual(['1\tab']);
  });

  it('a reader is called by a task, again while it returns true', () => {
    const { lines } = runLua(`
local p = pipe.create(function(p) local r = p:read("\\n") print(r) return p:nrec() > 0 end, node.task.HIGH_PRIORITY)
p:write("a\\nb\\n")
print("written")
`);
    expect(lines).toEqual(['written', 'a', 'b']);
  });

  it('other tables and damaged pipes are errors', () =>
    expect(
      valuesOf([
        'pipe.create().read({1, 2, 3})',
        'pipe.create().write({}, "x")',
        '(function() local p = pipe.create() rawset(p, 2, 7) return p:read() end)()',
        '(function() local p = pipe.create() rawset(p, 2, io.stdout) return p:write("x") end)()',
        'pipe.create():read(0)',
        'pipe.create():read("ab")',
        'pipe.create(print, 3)',
      ]),
    ).toEqual([
      "bad argument #1 to 'read' (pipe table)",
      "bad argument #1 to 'write' (pipe table)",
      'pipe table is damaged',
      'pipe table is damaged',
      "bad argument #1 to 'read' (invalid chunk size)",
      "bad argument #1 to 'read' (invalid delimiter)",
      "bad argument #2 to 'create' (invalid priority)",
    ]));
});

describe('gpio', () => {
  it('the chip drives, the outside drives, open drain pulls down', () => {
    const { lines, board } = runLua(`
gpio.config({gpio = {2, 4}, dir = gpio.OUT}, {gpio = 5, dir = gpio.IN_OUT, opendrain = 1, pull = gpio.PULL_UP})
gpio.write(2, 1) gpio.write(5, 1)
print(gpio.read(2), gpio.read(4), gpio.read(5))
gpio.write(5, 0)
print(gpio.read(5))
`);
    expect(lines).toEqual(['1\t0\t1', '0']);
    expect(board.pins.read(2)).toBe(1);
  });

  it('trig hears the edges that the run file makes', () => {
    const { lines } = runLua(
      'gpio.config({gpio = 0, dir = gpio.IN}) gpio.trig(0, gpio.INTR_UP_DOWN, function(pin, level) print(pin, level) if level == 0 then gpio.trig(0, gpio.INTR_DISABLE) end end)',
      {
        surroundings: surroundings({
          gpio: [
            { at: '10ms', pin: 0, level: 1 },
            { at: '20ms', pin: 0, level: 0 },
            { at: '30ms', pin: 0, level: 1 },
          ],
        }),
      },
    );
    expect(lines).toEqual(['0\t1', '0\t0']);
  });

  it('checks pins and fields', () =>
    expect(
      valuesOf([
        'gpio.read(40)',
        'gpio.read(24)',
        'gpio.write(34, 1)',
        'gpio.config({dir = gpio.IN})',
        'gpio.config({gpio = 2})',
        'gpio.config({gpio = 34, dir = gpio.OUT})',
        'gpio.config(5)',
        'gpio.set_drive(2, 9)',
        'gpio.wakeup(2, 1)',
        'gpio.trig(40, gpio.INTR_UP, print)',
        'gpio.trig(24, gpio.INTR_UP, print)',
        'gpio.PULL_UP, gpio.PULL_DOWN, gpio.PULL_UP_DOWN',
      ]),
    ).toEqual([
      'invalid argument',
      'invalid argument',
      'invalid argument',
      "missing/bad 'gpio' field",
      "bad argument #-1 to 'config' (number expected, got nil)",
      'invalid argument',
      "bad argument #1 to 'config' (table expected, got number)",
      "bad argument #2 to 'set_drive' (pad strength must be between gpio.DRIVE_0 and gpio.DRIVE_3)",
      'invalid argument',
      'invalid gpio',
      'invalid argument',
      '1 2 3',
    ]));

  it('a level triggers as long as it stands, an edge once, and not while its callback waits', () => {
    const { lines } = runLua(
      `
local n = 0
gpio.config({gpio = 4, dir = gpio.IN})
gpio.trig(4, gpio.INTR_HIGH, function(pin, level) n = n + 1 print(pin, level, n) if n == 3 then gpio.trig(4) end end)
gpio.trig(5, gpio.INTR_UP, function() print("edge") end)
tmr.create():alarm(30, tmr.ALARM_SINGLE, function() for i = 1, 200000 do end end)
`,
      {
        surroundings: surroundings({
          gpio: [
            { at: '10ms', pin: 4, level: 1 },
            { at: '40ms', pin: 5, level: 1 },
            { at: '45ms', pin: 5, level: 0 },
            { at: '50ms', pin: 5, level: 1 },
          ],
        }),
      },
    );
    expect(lines).toEqual(['4\t1\t1', '4\t1\t2', '4\t1\t3', 'edge']);
  });
});

describe('uart', () => {
  it('passes records on: by count, by end character', () => {
    const { lines } = runLua(
      `
uart.setup(1, 115200, 8, uart.PARITY_NONE, uart.STOPBITS_1, {tx = 17, rx = 16})
uart.on(1, "data", 3, function(d) print("count", d) end)
uart.on(2, "data", ";", function(d) print("end", d) end)
uart.start(1) uart.start(2)
`,
      {
        surroundings: surroundings({
          uart: [
            { at: '20ms', port: 1, send: 'abcdef' },
            { at: '30ms', port: 2, send: 'x;yy;z' },
          ],
        }),
      },
    );
    expect(lines).toEqual(['count\tabc', 'count\tdef', 'end\tx;', 'end\tyy;']);
  });

  it('bytes arrive at the speed of the line, so a callback for each byte keeps up', () => {
    const { board, warnings } = runLua(
      'n = 0 uart.on(1, "data", 0, function(d) n = n + #d end) uart.start(1) tmr.create():alarm(200, 0, function() print(n) end)',
      { surroundings: surroundings({ uart: [{ at: '1ms', port: 1, send: 'x'.repeat(500) }] }) },
    );
    expect(warnings).toEqual([]);
    expect(board.now / 240).toBeGreaterThan((500 * 1e6 * 10) / 115200);
  });

  it('writes strings and numbers; the console is port 0', () => {
    const { output } = runLua('uart.write(0, "A", 66, "\\n")');
    expect(output).toBe('AB\n');
  });

  it('checks its arguments', () =>
    expect(
      valuesOf([
        'uart.write(0, 256)',
        'uart.on("data", 256, print)',
        'uart.on("data", "ab", print)',
        'uart.on("other", print)',
        'uart.write(3, "x")',
        'uart.setup(0, 9600, 8, 0, 1, 1)',
        'uart.getconfig(0)',
        'uart.start(-1)',
        'uart.setup(1, 9600, 8, 0, 1, {})',
        'uart.STOPBITS_1, uart.STOPBITS_1_5, uart.STOPBITS_2',
      ]),
    ).toEqual([
      'invalid number',
      'wrong arg range',
      'wrong arg range',
      'method not supported',
      'uart 3 does not exist',
      '9600',
      '9600 8 0 1',
      'uart -1 does not exist',
      "bad argument #-1 to 'setup' (number expected, got nil)",
      '1 3 2',
    ]));

  it('a port that is not started hears nothing', () => {
    const { lines } = runLua(
      'uart.on(1, "data", 1, print) tmr.create():alarm(20, 0, function() uart.start(1) end) tmr.create():alarm(100, 0, function() print("end") end)',
      {
        surroundings: surroundings({
          uart: [
            { at: '5ms', port: 1, send: 'ab' },
            { at: '50ms', port: 1, send: 'c' },
          ],
        }),
      },
    );
    expect(lines).toEqual(['c', 'end']);
  });

  it('what ports 1 and 2 send can be heard outside, and takes the time of its bits', () => {
    const sent: string[] = [];
    const { board } = runLua(
      'uart.setup(2, 9600, 8, uart.PARITY_EVEN, uart.STOPBITS_2) uart.write(1, "one", 33) uart.write(2, "two")',
      {
        uartOut: (port, bytes) => sent.push(`${port}:${Buffer.from(bytes).toString('latin1')}`),
      },
    );
    expect(sent).toEqual(['1:one', '1:!', '2:two']);
    expect(board.now / 240e6).toBeGreaterThan((3 * 12) / 9600);
  });
});

describe('console', () => {
  it('takes the input away from the interpreter and gives it back', () => {
    const { output } = runLua(
      'console.on("data", "\\n", function(d) print("got " .. d) end) console.mode(console.NONINTERACTIVE) console.write("w", 33, "\\n")',
      { surroundings: surroundings({ uart: [{ at: '5ms', send: 'print(1)\n' }] }) },
    );
    expect(output).toBe('w!\ngot print(1)\n\n');
  });
  it('checks its arguments', () =>
    expect(
      valuesOf([
        'console.on("x", print)',
        'console.mode(7)',
        'console.write(256)',
        'console.on("data", "ab", print)',
      ]),
    ).toEqual([
      'method not supported',
      'invalid mode',
      'invalid number',
      'only single byte end marker supported',
    ]));
});

describe('file and io', () => {
  it('write, append, read in all formats, seek, lines', () => {
    const { lines } = runLua(`
local f = io.open("a.txt", "w") f:write("12 0x1F 1.5\\nline\\n", 7) f:close()
f = io.open("a.txt", "a") f:write("!") f:close()
f = io.open("a.txt")
print(f:read("n", "n", "n", "l", "L", "a"))
print(f:read("l"), f:read("a"), f:read(1))
print(f:seek("set", 12), f:read(4), f:seek("end"), f:seek("cur", -1), f:read(5))
f:close()
for l in io.lines("a.txt") do io.write("[", l, "]") end print()
print(file.exists("a.txt"), file.list()["a.txt"], file.rename("a.txt", "b.txt"), file.exists("a.txt"))
file.remove("b.txt") print(file.exists("b.txt"), file.mkdir("d"))
print(io.type(f), io.type(io.stdout), io.type(5), tostring(f))
`);
    expect(lines).toEqual([
      '12\t31\t1.5\t\tline',
      '\t7!',
      'nil\t\tnil',
      '12\tline\t19\t18\t!',
      '[12 0x1F 1.5][line][7!]',
      'true\t19\ttrue\tfalse',
      'false\tfalse',
      'closed file\tfile\tnil\tfile (closed)',
    ]);
  });

  it('numbers are written as fprintf writes them, without strings of Lua', () => {
    const { lines } = runLua(`
io.write(1.0, " ", 1/3, " ", -7, " ", 2^31, " ", 1/0, "\\n")
io.stdout:write(3.5, " ", 2^24 // 1, "\\n")
collectgarbage() collectgarbage("stop")
local before = collectgarbage("count")
for i = 100, 150 do io.write(i, i + 0.5) end
local after = collectgarbage("count")
print() print(after - before < 0.03)
`);
    expect([lines[0], lines[1], lines[3]]).toEqual([
      '1 0.3333333 -7 2.147484e+09 inf',
      '3.5 1.677722e+07',
      'true',
    ]);
  });

  it('errors as the C library and liolib say them', () =>
    expect(
      valuesOf([
        'io.open("none")',
        'io.open("none", "q")',
        'io.open(string.rep("n", 40), "w")',
        'io.lines("none")',
        '(function() local f = io.open("x", "w") f:close() f:write("a") end)()',
        '(function() local f = io.open("x", "w") return f:read("l") end)()',
        'io.open("x"):write("a")',
        'io.open("x"):read("q")',
        'io.open("x"):seek("set", -1)',
        'io.stdout:close()',
        'io.popen, io.tmpfile, os',
        'file.exists(string.rep("n", 40))',
        'io.close.x',
      ]),
    ).toEqual([
      'nil none: No such file or directory 2',
      "bad argument #2 to 'open' (invalid mode)",
      `nil ${'n'.repeat(40)}: File name too long 22`,
      'none: No such file or directory',
      'attempt to use a closed file',
      'nil Bad file number 9',
      'nil Bad file number 9',
      "bad argument #1 to 'read' (invalid format)",
      'nil Invalid argument 22',
      'nil cannot close standard file -1',
      'nil nil nil',
      "bad argument #1 to 'exists' (filename invalid)",
      expect.stringContaining('attempt to index a function value'),
    ]));

  it('a full flash says so and the board goes on', () => {
    const { lines } = runLua(
      `
local f = io.open("big", "w")
for i = 1, 100 do local ok, e = f:write(string.rep("x", 1000)) if not ok then print(e) break end end
print(file.fsinfo())
`,
      { files: new FlashFileSystem(16384) },
    );
    expect(lines[0]).toBe('No space left on device');
  });

  it('file names are bytes, whatever they mean', () => {
    const { lines } = runLua(
      'io.open("\\xc3\\xa9\\xff", "w"):close() print((next(file.list())) ~= nil, file.exists("\\xc3\\xa9\\xff"))',
    );
    expect(lines).toEqual(['true\ttrue']);
  });

  it('each open file costs a FILE and a buffer, and gives both back', () => {
    const { lines } = runLua(`
io.open("x", "w"):close()
collectgarbage() collectgarbage()
local function open() local f = io.open("x", "w") f:write("a") f:close() end
open() collectgarbage() collectgarbage()
local a = node.heap()
for i = 1, 20 do open() end collectgarbage() collectgarbage()
print(math.abs(a - node.heap()) < 64)
`);
    expect(lines).toEqual(['true']);
  });

  it('no name leads to a file of the host', () => {
    const values = valuesOf([
      'io.open("/etc/passwd")',
      'io.open("../../etc/passwd")',
      'loadfile("/etc/passwd")',
      'pcall(dofile, "/etc/passwd")',
      'select(2, pcall(require, "/etc/passwd")):match("^module [^ ]* not found")',
      'package.loadlib("/lib/libc.so", "system")',
      'os, process, _ENV.process',
      'file.exists("/etc/passwd")',
    ]);
    expect(values[0]).toContain('No such file');
    expect(values[1]).toContain('No such file');
    expect(values[2]).toMatch(/^nil cannot open/);
    expect(values[3]).toMatch(/^false cannot open/);
    expect(values[4]).toBe("module '/etc/passwd' not found");
    expect(values[5]).toMatch(/^nil dynamic libraries not enabled/);
    expect(values[6]).toBe('nil nil nil');
    expect(values[7]).toBe('false');
  });
});

describe('userdata of one kind is never another', () => {
  it('debug.setmetatable changes nothing about that', () =>
    expect(
      valuesOf([
        '(function() debug.setmetatable(io.stdout, getmetatable(tmr.create())) return io.stdout:start() end)()',
        '(function() local t = tmr.create() debug.setmetatable(t, getmetatable(net.createConnection())) return t:send("x") end)()',
        '(function() local r = debug.getregistry() r._IO_output = 5 io.write("x") end)()',
      ]),
    ).toEqual([
      "calling 'start' on bad self (tmr.timer expected, got userdata)",
      "calling 'send' on bad self (net.tcpsocket expected, got userdata)",
      'standard output file is closed',
    ]));
});
