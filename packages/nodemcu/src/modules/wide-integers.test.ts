/** The modules with 64-bit integers: their own tests once more, and what is different then. */
import { describe, expect, it } from 'vitest';
import { runLua, setDefaultOptions, valuesOf } from '../testing/run-lua.js';

setDefaultOptions({ sdkconfig: { CONFIG_LUA_NUMBER_INT64: 'y' } });
const doubles = { sdkconfig: { CONFIG_LUA_NUMBER_INT64: 'y', CONFIG_LUA_NUMBER_DOUBLE: 'y' } };

describe('everything that holds for 32-bit integers holds', async () => {
  await import('./pure-modules.test.js');
  await import('./node.test.js');
  await import('./tmr.test.js');
  await import('./streams.test.js');
  await import('./net.test.js');
  await import('./heaptrace.test.js');
  await import('../hostile-input.test.js');
});

/** Each row: an expression and what it gives. */
function table(rows: Readonly<Record<string, string>>): void {
  const keys = Object.keys(rows);
  const values = valuesOf(keys, doubles);
  expect(Object.fromEntries(keys.map((key, index) => [key, values[index]]))).toEqual(rows);
}

describe('integers of modules are integers of Lua', () => {
  it('results, constants and callback arguments', () => {
    const { lines } = runLua(`
print(math.type(node.heap()), math.type(tmr.ALARM_AUTO), math.type((time.get())), math.type(bit.bit(3)))
local t = {[node.task.HIGH_PRIORITY] = "constant", [bit.band(7, 3)] = "result"}
print(t[2], t[3], tmr.ALARM_SEMI == 2, node.heap() // 1 == node.heap(), gpio.OUT | 0 == gpio.OUT)
node.task.post(node.task.HIGH_PRIORITY, function(p) print(math.type(p), p) end)
`);
    expect(lines).toEqual([
      'integer\tinteger\tinteger\tinteger',
      'constant\tresult\ttrue\ttrue\ttrue',
      'integer\t2',
    ]);
  });
});

describe('C code that keeps its argument in an int drops the upper half', () => {
  it('where it has one', () =>
    table({
      'rtcmem.write32((1 << 32) + 5, (1 << 40) + 7), rtcmem.read32(5)': 'nil 7',
      'struct.pack("<i4", (1 << 32) + 258):byte(1, -1)': '2 1 0 0',
      '(function() local t = tmr.create() t:register((1 << 32) + 100, tmr.ALARM_SINGLE, print) return t:state() end)()':
        'false 0',
      'tmr.create():register(1 << 32, tmr.ALARM_SINGLE, print)':
        "bad argument #1 to 'register' (Range: 1-6870947)",
      'gpio.read((1 << 32) + 0)': '0',
    }));
  it('and what asks for an unsigned word gives all of it', () =>
    table({
      'rtcmem.write32(0, -1, 1 << 31, 0xffffffff), rtcmem.read32(0, 3)':
        'nil 4294967295 2147483648 4294967295',
      'struct.unpack("<I4", "\\255\\255\\255\\255")': '4294967295.0 5',
      'struct.unpack("<L", struct.pack("<L", 0x80000000))': '2147483648.0 5',
      'struct.unpack("<i4", "\\255\\255\\255\\255")': '-1.0 5',
      '(function() time.set(4000000000) return (time.get()) end)()': '4000000000',
      'time.cal2epoch({year=2100, day=1})': '4102444800.0',
    }));
});

describe('bit keeps 64 bits where bit.c does', () => {
  it('whole integers', () =>
    table({
      'bit.bnot(1 << 40)': '-1099511627777',
      'bit.band(-1, 0x7fffffffffffffff)': '9223372036854775807',
      'bit.bor(1 << 62, 1)': '4611686018427387905',
      'bit.bxor(-1, 1 << 32)': '-4294967297',
      'bit.lshift(1, 63)': '-9223372036854775808',
      'bit.lshift(3, 40)': '3298534883328',
      'bit.arshift(-1 << 40, 8)': '-4294967296',
    }));
  it('a size_t or an int in between', () =>
    table({
      'bit.rshift(-1, 0)': '4294967295',
      'bit.rshift(1 << 40, 8)': '0',
      'bit.bit(31), bit.bit(32)': '-2147483648 1',
      'bit.set(1 << 40, 31)': '2147483648',
      'bit.clear(-1, 0)': '4294967294',
      'bit.isset(1 << 40, 8)': 'false',
    }));
});

describe('sjson and io read and write whole integers', () => {
  it('sjson', () =>
    table({
      'sjson.decode("[9007199254740993]")[1]': '9007199254740993',
      'sjson.decode("[-9223372036854775808]")[1]': '-9223372036854775808',
      'sjson.decode("[9223372036854775807]")[1], math.type(sjson.decode("[5]")[1])':
        '9223372036854775807 integer',
      'sjson.decode("[9223372036854775808, 1.0, 1e2]")[1]': '9.2233720368548e+18',
      'sjson.encode({math.maxinteger, math.mininteger, 1 << 40})':
        '[9223372036854775807,-9223372036854775808,1099511627776]',
      'sjson.encode({[1 << 32] = 1})': '{"4294967296":1}',
    }));
  it('io', () => {
    const { lines } = runLua(`
local f = io.open("n", "w+")
print(f:write(math.mininteger, " ", 1 << 53, " 0x7fffffffffffffff") == f)
f:seek("set")
print(f:read("n", "n", "n"))
print(pcall(function() local at = f:seek("set", 1 << 32) end))
print(pcall(function() local at = f:seek("set", math.mininteger) end))
print(f:seek("set", 3), f:read((1 << 32) + 4))
`);
    expect(lines).toEqual([
      'true',
      '-9223372036854775808\t9007199254740992\t9223372036854775807',
      "false\tinit.lua:6: bad argument #2 to 'seek' (not an integer in proper range)",
      "false\tinit.lua:7: bad argument #2 to 'seek' (not an integer in proper range)",
      '3\t2337',
    ]);
  });
});

describe('hostile arguments of modules', () => {
  it('end at once', () => {
    const extremes = ['math.maxinteger', 'math.mininteger', '1 << 31', '(1 << 52) + 2000'];
    const calls = extremes.flatMap((n) => [
      `tmr.create():alarm(${n}, 0, print)`, `rtcmem.read32(0, ${n})`, `rtcmem.read32(${n}, 1)`, `bit.lshift(1, ${n})`,
      `bit.rshift(1, ${n})`, `bit.arshift(1, ${n})`, `bit.bit(${n})`, `bit.set(0, ${n})`, `struct.unpack("b", "a", ${n})`,
      `struct.pack("i32", ${n})`, `sjson.encode({[${n}] = 1})`, `sjson.encode({}, {depth = ${n}})`, `sjson.decode("[]", {depth = ${n}})`,
      `sjson.encoder({1}):read(${n})`, `time.set(${n})`, `time.epoch2cal(${n})`, `time.cal2epoch({year = ${n}})`,
      `gpio.read(${n})`, `gpio.write(${n}, 1)`, `gpio.config({gpio = ${n}, dir = gpio.OUT})`, `node.task.post(${n}, print)`,
      `node.stripdebug(${n})`, `pipe.create():read(${n})`, `uart.setup(${n}, 1, 1, 1, 1)`, `uart.setup(0, ${n}, 8, 0, 1)`,
      `heaptrace.init(${n})`, `heaptrace.start(${n})`, `io.stdin:read(${n})`, `net.createServer(${n})`, `net.createConnection(${n})`,
      `net.createUDPSocket():send(${n}, "1.2.3.4", "x")`, `net.createServer(net.TCP, ${n})`, `encoder.toHex(${n})`,
    ]); // prettier-ignore
    const body = calls.map((call) => `pcall(function() return ${call} end)`).join('\n');
    const { output } = runLua(`${body}\nprint("done")`);
    expect(output).toContain('done\n');
  });
});
