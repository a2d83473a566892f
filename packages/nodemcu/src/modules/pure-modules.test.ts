import { describe, expect, it } from 'vitest';
import { runLua, valuesOf } from '../testing/run-lua.js';

/** Each row: an expression and what it gives. */
function table(rows: Readonly<Record<string, string>>): void {
  const keys = Object.keys(rows);
  const values = valuesOf(keys);
  expect(Object.fromEntries(keys.map((key, index) => [key, values[index]]))).toEqual(rows);
}

describe('bit', () => {
  it('works on integers', () =>
    table({
      'bit.bnot(0)': '-1',
      'bit.band(0xff, 0x0f, 3)': '3',
      'bit.bor(1, 2, 4)': '7',
      'bit.bxor(5, 1)': '4',
      'bit.lshift(1, 30)': '1073741824',
      'bit.rshift(-1, 28)': '15',
      'bit.arshift(-16, 2)': '-4',
      'bit.bit(5)': '32',
      'bit.set(0, 0, 3)': '9',
      'bit.clear(15, 0, 1)': '12',
      'bit.isset(4, 2), bit.isclear(4, 2)': 'true false',
    }));
  it('of 32 bits', () =>
    expect(valuesOf(['bit.lshift(1, 31)', 'bit.bit(31)', 'bit.rshift(-1, 0)'], { sdkconfig: {} })).toEqual([
      '-2147483648',
      '-2147483648',
      '-1',
    ]));
  it('checks its arguments', () =>
    table({
      'bit.band()': "bad argument #1 to 'band' (number expected, got no value)",
      'bit.band(1, "x")': "bad argument #2 to 'band' (number expected, got string)",
      'bit.bnot(1.5)': "bad argument #1 to 'bnot' (number has no integer representation)",
    }));
});

describe('struct', () => {
  it('packs and unpacks in either order, with alignment', () =>
    table({
      '(struct.pack("<I2", 0x1234):byte(1, -1))': '52',
      'struct.pack(">I2", 0x1234):byte(1, -1)': '18 52',
      'struct.pack("!4<bi4", 1, 2):byte(1, -1)': '1 0 0 0 2 0 0 0',
      // integers pass through a lua_Number on both ways: floats of 24 bits in the default build
      'struct.unpack("<i4", struct.pack("<i4", -7))': '-7.0 5',
      'struct.unpack("b", "\\255")': '-1.0 2',
      'struct.unpack("B", "\\255")': '255.0 2',
      'struct.unpack("<I4", "\\255\\255\\255\\255")': '4.294967e+09 5',
      'struct.pack("<i4", 16777217):byte(1, -1)': '0 0 0 1',
      'struct.pack("<i8", -2):byte(1, -1)': '254 255 255 255 0 0 0 0',
      '#struct.pack("i0", 5)': '0',
      'struct.unpack("s", "ab\\0cd")': 'ab 4',
      'struct.unpack("Bc0", "\\3abcd")': 'abc 5',
      'struct.unpack("<f", struct.pack("<f", 1.5))': '1.5 5',
      'struct.unpack("<d", struct.pack("<d", 0.25))': '0.25 9',
      'struct.size("!4bi4")': '8',
      'struct.size("i8"), struct.size("x")': '8 1',
    }));
  it('names what is wrong with a format or its data', () =>
    table({
      'struct.pack("q", 1)': "bad argument #1 to 'pack' (invalid format option 'q')",
      'struct.pack("i33", 1)': 'integral size 33 is larger than limit of 32',
      'struct.pack("!3i4", 1)': 'alignment 3 is not a power of 2',
      'struct.pack("i99999999999", 1)': 'integral size overflow',
      'struct.unpack("<i4", "abc")': "bad argument #2 to 'unpack' (data string too short)",
      'struct.unpack("s", "abc")': 'unfinished string in data',
      'struct.unpack("c0", "abc")': "format `c0' needs a previous size",
      'struct.pack("c5", "abc")': "bad argument #3 to 'pack' (string too short)",
      'struct.size("s")': "bad argument #1 to 'size' (option 's' has no fixed size)",
      'struct.size("c0")': "bad argument #1 to 'size' (option 'c0' has no fixed size)",
      'struct.unpack("b", "a", 0)': "bad argument #3 to 'unpack' (offset must be 1 or greater)",
    }));
  it('integers stay 32 bits wide however large the format', () => {
    expect(valuesOf(['struct.size("c2147483647c2147483647") + 0'])).toEqual(['-2']);
  });
});

describe('encoder', () => {
  it('base 64 and hexadecimal, both ways', () =>
    table({
      'encoder.toBase64("Man"), encoder.toBase64("M")': 'TWFu TQ==',
      'encoder.fromBase64("TWFu")': 'Man',
      'encoder.toHex("\\1\\255z")': '01ff7a',
      'encoder.fromHex("4d61")': 'Ma',
      'encoder.toHex(""), encoder.fromHex("")': ' ',
    }));
  it('refuses other texts', () =>
    table({
      'encoder.fromBase64("TQ=")': 'Invalid base64 string',
      'encoder.fromBase64("T*Q=")': 'Invalid base64 string',
      'encoder.fromHex("123")': 'Invalid hex string',
      'encoder.fromHex("zz")': 'Invalid hex string',
      'encoder.toHex()': "bad argument #1 to 'toHex' (string expected, got no value)",
    }));
});

describe('memory of C functions that Lua counts', () => {
  it('a block that finds no room collects garbage first', () => {
    const { lines } = runLua(`
local text = ("x"):rep(6000)
local keep = {}
while node.heap() > 100000 do keep[#keep + 1] = ("y"):rep(1000) .. #keep end
keep = nil
collectgarbage("stop")
local n = 0
for i = 1, 30 do if #encoder.toHex(text .. i) > 12000 then n = n + 1 end end
print(n)
`);
    expect(lines).toEqual(['30']);
  });
});

describe('crypto', () => {
  it('hashes and HMACs as the standards say', () => {
    expect(
      valuesOf([
        '(function() local h = crypto.new_hash("MD5") h:update("ab") h:update("c") return encoder.toHex(h:finalize()) end)()',
        '(function() local h = crypto.new_hash("sha256") h:update("abc") return encoder.toHex(h:finalize()) end)()',
        '(function() local h = crypto.new_hmac("SHA1", "key") h:update("abc") return encoder.toHex(h:finalize()) end)()',
        '(function() local h = crypto.new_hash("RIPEMD160") h:update("abc") return encoder.toHex(h:finalize()) end)()',
      ]),
    ).toEqual([
      '900150983cd24fb0d6963f7d28e17f72',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      '4fd0b215276ef12f2b3e4c8ecac2811498b656fc',
      '8eb208f7e05d987a9b044a8e98c6b087f15a0bfc',
    ]);
  });
  it('an unknown algorithm and a finished hash are errors', () =>
    table({
      'crypto.new_hash("MD9")': 'Unsupported algorithm: MD9',
      'crypto.new_hash("__proto__")': 'Unsupported algorithm: __proto__',
      '(function() local h = crypto.new_hash("MD5") h:finalize() h:update("x") end)()': 'Error updating hash',
      '(function() local h = crypto.new_hash("MD5") h:finalize() return h:finalize() end)()':
        'Error finalizing hash',
    }));
});

describe('rtcmem', () => {
  it('128 words', () =>
    table({
      'rtcmem.write32(126, 1, 2, 3)': "bad argument #1 to 'write32' (RTC mem would overrun)",
      'rtcmem.write32(126, 1, 2)': '',
      'rtcmem.read32(126, 5)': '1 2',
      'rtcmem.read32(128)': '',
      'rtcmem.read32(-1)': '',
      'rtcmem.read32(0, 2)': '0 0',
    }));
});

describe('time', () => {
  it('calendar and epoch', () => {
    const cal =
      '(function(t) return string.format("%d-%d-%d %d:%d:%d yday %d wday %d", t.year, t.mon, t.day, t.hour, t.min, t.sec, t.yday, t.wday) end)';
    expect(
      valuesOf([
        `${cal}(time.epoch2cal(1700000000))`,
        'time.cal2epoch({year=2023, mon=11, day=14, hour=22, min=13, sec=20})',
        'time.cal2epoch({year=70})',
        'time.cal2epoch({})',
        'time.cal2epoch({year=1e9})',
        '(function() time.set(1000) time.settimezone("CET-1") local t = time.getlocal() return t.hour, (time.get()) end)()',
        'time.ntpenabled()',
        '(function() time.initntp() local a = time.ntpenabled() time.ntpstop() return a, time.ntpenabled() end)()',
      ]),
    ).toEqual([
      '2023-11-14 22:13:20 yday 318 wday 3',
      '1.7e+09',
      '-5.995823e+10',
      '-2.209075e+09',
      '-1.0',
      '1 1000',
      'false',
      'true false',
    ]);
  });

  it('get and set: microseconds, and the 24 bits of a float', () =>
    table({
      '(function() time.set(5, 250000) local s, us = time.get() return s, us >= 250000 and us < 251000 end)()':
        '5 true',
      '(function() time.set(1542678050) return (time.get()) end)()': '1542678016',
      'time.set()': "bad argument #1 to 'set' (number expected, got no value)",
      'time.epoch2cal(-1)': "bad argument #1 to 'epoch2cal' (wrong arg range)",
      'time.epoch2cal(0).dst': '0',
    }));

  it('daylight saving', () => {
    const { lines } = runLua(`
time.settimezone("CET-1CEST,M3.5.0,M10.5.0/3")
for _, c in ipairs{ {2024, 1, 15}, {2024, 7, 15} } do
  time.set(time.cal2epoch{year = c[1], mon = c[2], day = c[3], hour = 12, min = 30})
  local t = time.getlocal()
  print(t.mon, t.day, t.hour, t.dst, time.epoch2cal((time.get())).hour)
end
`);
    // seconds lost in the float: the hour is what matters
    expect(lines).toEqual(['1\t15\t12\t0\t11', '7\t15\t12\t1\t10']);
  });

  it('NTP: a server of the run file sets the clock, once it was asked and while it is wanted', () => {
    const ask = (script: string, ntp?: string): string[] =>
      runLua(`${script} tmr.create():alarm(1000, 0, function() print((time.get())) end)`, {
        surroundings: { format: 'xtal-run', version: 1, network: { latency: '10ms', ...(ntp && { ntp }) } },
      }).lines;
    expect(ask('time.initntp()', '2024-10-24T12:00:00Z')).toEqual(['1729771201']);
    expect(ask('', '2024-10-24T12:00:00Z')).toEqual(['1']);
    expect(ask('time.initntp("10.0.0.1") time.ntpstop()', '2024-10-24T12:00:00Z')).toEqual(['1']);
    expect(ask('time.initntp()')).toEqual(['1']);
  });
});

describe('sjson', () => {
  it('encodes', () =>
    table({
      'sjson.encode({1, 2, "x", true, sjson.NULL})': '[1,2,"x",true,null]',
      'sjson.encode({a = {b = 1.5}})': '{"a":{"b":1.5}}',
      'sjson.encode({0.1, 3.0, 1/0, 0/0, 1e10})': '[0.100000001,3,null,null,1e+10]',
      'sjson.encoder({}):read(0), sjson.encoder({}):read("x")': '[ []',
      'sjson.encode({})': '[]',
      'sjson.encode({[3] = 1})': '[null,null,1]',
      'sjson.encode({"q\\"\\\\\\n\\1"})': '["q\\"\\\\\\n\\u0001"]',
      'sjson.encode({function() return 7 end})': '[7]',
      'sjson.encode({null = "nil", "nil"}, {null = "nil"})': '{"1":null,"null":null}',
    }));
  it('decodes', () =>
    table({
      'sjson.decode("[1,-2.5,true,null]")[2]': '-2.5',
      'sjson.decode("{\\"a\\":{\\"b\\":[7]}}").a.b[1]': '7',
      'sjson.decode("[null]")[1] == sjson.NULL': 'true',
      'sjson.decode("[null]", {null = "none"})[1]': 'none',
      'sjson.decode("[\\"\\\\u00e4\\\\ud83d\\\\ude00\\"]")[1] == "\\xc3\\xa4\\xf0\\x9f\\x98\\x80"': 'true',
      'getmetatable(sjson.decode("{}", {metatable = {x = 1}})).x': '1',
    }));
  it('says what is wrong', () =>
    table({
      'sjson.decode("[1,}")': 'JSON parse error: SPECIAL_EXPECTED',
      'sjson.decode("[1")': 'Incomplete JSON object passed to sjson.decode',
      'sjson.encode({io.stdout})': 'Cannot encode type 7',
      // the depth is always the default, whatever the options say
      '#sjson.decode("[[1]]", {depth = 1})': '1',
      'sjson.decode(("["):rep(25))': 'JSON parse error: LEVELS_EXCEEDED',
      'sjson.decode("1")': 'JSON parse error: STRING_OUTSIDE_CONTAINER',
      'sjson.encode(5)': "bad argument #1 to 'encode' (table expected, got number)",
      '(function() local t = {} t.t = t return sjson.encode(t) end)()': 'encoder stack overflow',
      'sjson.encode({[2147483647] = 1})': 'not enough memory',
    }));
  it('streams in pieces of any size', () => {
    const { lines } = runLua(`
local d = sjson.decoder()
print(d:write('{"a":'), d:write("[1,2]"), d:write("}").a[2], d:result().a[1])
local e, s = sjson.encoder({1, {2}}), ""
repeat local p = e:read(2) s = s .. (p or "") until not p
print(s)
print(pcall(function() local d = sjson.decoder() pcall(d.write, d, "]") return d:write("[") end))
`);
    expect(lines).toEqual([
      'nil\tnil\t2\t1',
      '[1,[2]]',
      'false\tinit.lua:7: JSON parse error: previous call',
    ]);
  });
});
