/** Scripts, chunks and console input that nobody means well with: errors of Lua or the end of the board, never of the host. */
import { describe, expect, it } from 'vitest';
import { NodeMcu } from './node-mcu.js';
import { runLua } from './testing/run-lua.js';
import { FlashFileSystem } from './simulation/flash-file-system.js';

/** A small generator of its own, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SOURCE = `local a, b = 1, "x"
local t = {1, 2, x = {y = 2.5}}
for i = 1, 3 do t[i] = function(...) a = a + i return b .. i, ... end end
local function f(n) if n == 0 then return t end return f(n - 1) end
return f(3), #t, t.x.y == 2.5 and not b, -a // 1, ...`;

describe('mutated binary chunks', () => {
  it('are refused, or run inside the bounds of the machine', () => {
    const files = new FlashFileSystem();
    files.write('c.lua', Buffer.from(SOURCE));
    const made = runLua('node.compile("c.lua") local f = assert(loadfile("c.lc")) print(select(2, f()))', {
      files,
    });
    expect(made.lines).toEqual(['3\tfalse\t-1']);
    const chunk = files.read('c.lc')!;
    const next = random(7);
    for (let round = 0; round < 12; round++) {
      const many = new FlashFileSystem();
      for (let index = 0; index < 20; index++) {
        const bytes = chunk.slice(0, next(8) === 0 ? next(chunk.length) : chunk.length);
        for (let change = 1 + next(4); change > 0 && bytes.length > 0; change--)
          bytes[next(8) === 0 ? next(Math.min(40, bytes.length)) : next(bytes.length)] = next(256);
        many.write(`${index}.lc`, bytes);
      }
      const { result, lines } = runLua(
        `for i = 0, 19 do
  local f = loadfile(i .. ".lc")
  if f then pcall(f, i) pcall(coroutine.wrap(f)) pcall(string.dump, f) end
  collectgarbage()
end
print("alive")`,
        { files: many },
        { timeout: 48_000_000 },
      );
      // A chunk may loop for ever; nothing else may happen.
      if (result.reason !== 'timeout') expect(result.reason, `round ${round}`).toBe('idle');
      if (result.reason === 'idle') expect(lines.at(-1)).toBe('alive');
    }
  }, 60_000);

  it('cut at every length', () => {
    const { lines } = runLua(`
local c = string.dump(load("local t = {...} return #t"))
for n = 0, #c - 1 do if load(c:sub(1, n), "c", "b") then print("accepted", n) end end
print(load(c)(1, 2))
`);
    expect(lines).toEqual(['2']);
  });
});

describe('mutated sources', () => {
  it('compile or do not', () => {
    const next = random(11);
    const words = [
      'end',
      'function',
      '(',
      ')',
      '{',
      '}',
      '"',
      '[[',
      '--[[',
      '..',
      '::a::',
      'goto a',
      'local',
      '=',
      '0x',
      '1e',
      '\\x',
      '...',
      '<',
      '~',
      'for',
      'in',
    ];
    const pieces: string[] = [];
    for (let index = 0; index < 300; index++) {
      const at = next(SOURCE.length);
      pieces.push(SOURCE.slice(0, at) + words[next(words.length)]! + SOURCE.slice(at + next(5)));
    }
    const files = new FlashFileSystem();
    files.write('all', Buffer.from(pieces.join('\0')));
    const { lines, result } = runLua(
      'local n = 0 for s in io.open("all"):read("a"):gmatch("[^\\0]+") do n = n + 1 load(s) end print(n)',
      { files },
    );
    expect(result.reason).toBe('idle');
    expect(lines.at(-1)).toBe('300');
  });
});

describe('calls with arguments of every kind', () => {
  it('no function of any module breaks the board', () => {
    // Everything reachable is called with odd arguments; calls that end the run by design are left out.
    const { lines, result, warnings } = runLua(
      `
local skip = {restart = true, dsleep = true, sleep = true, debug = true, init = true, resume = true, input = true, format = false, output = true, setonerror = true, exit = true, setdnsserver = true, require = true, yield = true, print = true, write = true, dump = true}
local values = {0, -1, 1, 3, 255, 2147483647, -2147483648, 1.5, 0/0, 1/0, "", "x", "data", ("l"):rep(300), true, false, {}, {gpio = 2, dir = 1}, print, function() return 1 end, coroutine.create(print), io.stdout, tmr.create(), net.createConnection(), net.createUDPSocket(), net.createServer(), pipe.create(), crypto.new_hash("MD5"), sjson.decoder(), sjson.encoder({1})}
local seed = 3
local function pick() seed = (seed * 1103515 + 12345) & 0x7fffffff return values[seed // 7 % #values + 1] end
local function attack(name, f, self)
  for i = 1, 12 do
    if self ~= nil then pcall(f, self, pick(), pick(), pick(), pick()) else pcall(f, pick(), pick(), pick(), pick(), pick()) end
    if i % 4 == 0 then pcall(f, self) end
  end
end
local seen = {}
local function walk(path, t)
  if seen[t] then return end
  seen[t] = true
  for k, v in pairs(t) do
    if not skip[k] then
      if type(v) == "function" then attack(path .. "." .. tostring(k), v) elseif type(v) == "table" then walk(path .. "." .. tostring(k), v) end
    end
  end
end
for _, name in ipairs{"bit", "struct", "sjson", "encoder", "crypto", "time", "rtcmem", "pipe", "gpio", "uart", "console", "file", "io", "net", "node", "tmr", "string", "table", "math", "utf8"} do
  walk(name, _ENV[name])
end
for _, v in ipairs(values) do
  if type(v) == "userdata" then
    local index = debug.getmetatable(v)
    for k, f in pairs(index) do if type(f) == "function" and k ~= "write" then attack(k, f, v) attack(k, f) end end
  end
end
collectgarbage() collectgarbage()
uart.on("data") console.on("data") console.mode(console.INTERACTIVE) node.output()
io.stdout:write("alive\n")
`,
      {},
      { timeout: 30 * 240_000_000 },
    );
    expect(['idle', 'died', 'timeout']).toContain(result.reason);
    if (result.reason === 'died') expect(result.message).toMatch(/prvInitialiseNewTimer/);
    else expect(lines.join('\n')).toContain('alive');
    expect(warnings.length).toBeLessThan(10_000);
  }, 60_000);
});

describe('the registry', () => {
  it('destroyed by the script, is a death of the board', () => {
    const destroy = 'for k in pairs(n) do if type(k) == "number" and k > 2 then n[k] = 3 end end';
    for (const script of [
      `local s, n = sjson.encoder({1, {2}}), debug.getregistry() ${destroy} s:read()`,
      `local d, n = sjson.decoder(), debug.getregistry() d:write('{"a":[1') ${destroy} d:write(",2]}")`,
      'local r = debug.getregistry() for k in pairs(r) do r[k] = 5 end tmr.create()',
      'local r = debug.getregistry() for k in pairs(r) do r[k] = nil end tmr.create() collectgarbage()',
    ]) {
      const { result } = runLua(script);
      expect(['died', 'idle'], script).toContain(result.reason);
      expect(result.message ?? '').not.toMatch(/PANIC.*PANIC/);
    }
  });
});

describe('console input', () => {
  it('random bytes, long lines and endings of every kind', () => {
    const next = random(3);
    const board = new NodeMcu({ consoleOut: () => undefined });
    board.boot(null);
    for (let round = 0; round < 40; round++) {
      const bytes = Uint8Array.from({ length: next(600) }, () =>
        next(6) === 0 ? [10, 13, 8, 127][next(4)]! : next(256),
      );
      board.receive(bytes);
      expect(board.run({ timeout: board.now + 2_400_000_000 }).reason).toBe('idle');
    }
    let output = '';
    const after = new NodeMcu({ consoleOut: (bytes) => (output += Buffer.from(bytes).toString('latin1')) });
    after.boot(null);
    after.type(Buffer.from(`${'-'.repeat(1000)}\nprint(1 +\n2)\r\n= 7\n`));
    after.run();
    expect(output).toContain('\n3\n');
    expect(output).toContain('\n7\n');
  });
});
