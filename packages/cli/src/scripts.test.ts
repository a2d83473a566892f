/** `xtal run` with Lua scripts: exit codes, outputs, and what the files around a run may look like. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xtal-scripts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

async function xtal(...args: string[]): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    stdout: (data) => (stdout += typeof data === 'string' ? data : Buffer.from(data).toString()),
    stderr: (text) => (stderr += text),
    cwd: folder,
  });
  return { code, stdout, stderr };
}

/** Runs a script of this text. */
async function script(text: string, ...options: string[]): Promise<Outcome> {
  writeFileSync(join(folder, 'init.lua'), text);
  return xtal('run', 'init.lua', ...options);
}

describe('xtal run init.lua', () => {
  it('0: the script has ended; standard output is the console and nothing else', async () => {
    const { code, stdout, stderr } = await script('print(1 + 1)');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2\n' });
    expect(stderr).toMatch(/^xtal: exit 0 after 4 instructions, \d+ cycles, [\d.]+ ms\n$/);
  });

  it('1: a Lua error that ended it, with its text on the console', async () => {
    const { code, stdout, stderr } = await script('local t = nil\nprint(t.x)');
    expect(code).toBe(1);
    expect(stdout).toContain('Lua error: \tinit.lua:2: attempt to index a nil value');
    expect(stderr).toContain('xtal: Lua error after');
    expect((await script('x = = 1')).code).toBe(1);
  });

  it('0: node.restart has nothing to restart', async () => {
    const { code, stderr } = await script('node.restart() print("never")', '--stats=json');
    expect(code).toBe(0);
    expect(JSON.parse(stderr)).toMatchObject({ exit: { reason: 'restart', code: 0 } });
  });

  it('86: the board panics', async () => {
    const { code, stderr } = await script('tmr.create():alarm(5, tmr.ALARM_SINGLE, print)');
    expect(code).toBe(86);
    expect(stderr).toContain('assert failed');
  });

  it('0 at --time, 42 at --timeout; a script that ends before its timeout has ended well', async () => {
    const loop = 'tmr.create():alarm(100, tmr.ALARM_AUTO, function() end)';
    expect((await script(loop, '--time', '1s')).code).toBe(0);
    expect((await script(loop, '--time', '1s')).stderr).toMatch(
      /after \d+ instructions, 240000000 cycles, 1\.000 s/,
    );
    expect((await script(loop, '--timeout', '1s')).code).toBe(42);
    expect((await script('while true do end', '--timeout', '50ms')).code).toBe(42);
    expect((await script('print(1)', '--timeout', '1s')).code).toBe(0);
  });

  it('42: --wall-timeout ends what the simulated clock does not', async () => {
    const { code, stderr } = await script('while true do end', '--wall-timeout', '200ms');
    expect(code).toBe(42);
    expect(stderr).toContain('timeout (time of this computer)');
  });

  it('--expect-text and --fail-text', async () => {
    const later = 'tmr.create():alarm(100, 0, function() print("all ready now") end)';
    expect(await script(later, '--expect-text', 'ready')).toMatchObject({ code: 0, stdout: 'all ready now' });
    expect((await script(later, '--fail-text', 'ready')).code).toBe(43);
    expect((await script(later, '--expect-text', 'never')).code).toBe(43);
    expect((await script(later, '--expect-text', 'never', '--time', '1s')).code).toBe(43);
  });

  it('42: --max-insns ends after exactly so many Lua instructions', async () => {
    const limited = await script('while true do end', '--max-insns', '1000', '--stats=json');
    expect(limited.code).toBe(42);
    expect(JSON.parse(limited.stderr.trim().split('\n').at(-1)!)).toMatchObject({
      exit: { reason: 'max-insns', code: 42 },
      instructions: 1000,
    });
  });

  it('64: options that have no meaning for scripts', async () => {
    expect((await script('', '--allocator', 'buddy')).code).toBe(64);
    expect((await script('', '--trace', 'insn')).code).toBe(64);
    expect((await script('', '--trace-heap', 'x.xht', '--trace-mark', 'malloc')).code).toBe(64);
    expect((await xtal('run', 'init.lua', 'a.elf')).code).toBe(64);
  });

  it('64: two scripts of one name', async () => {
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'init.lua'), '');
    const { code, stderr } = await script('', join('other', 'init.lua'));
    expect(code).toBe(64);
    expect(stderr).toContain('init.lua and other/init.lua: both would be init.lua');
  });

  it('--timing off has no meaning for scripts and says so', async () => {
    const { code, stderr } = await script('', '--timing', 'off');
    expect(code).toBe(0);
    expect(stderr).toContain('--timing off');
  });

  it('--rom has no meaning for scripts and says so; a file that is not there is an error', async () => {
    const { code, stderr } = await script('', '--rom', 'init.lua');
    expect(code).toBe(0);
    expect(stderr).toContain('--rom: scripts run no code of the ROM');
    const missing = await script('', '--rom', 'nothere.elf');
    expect(missing).toMatchObject({ code: 66, stdout: '' });
    expect(missing.stderr).toContain('nothere.elf: cannot be read: no such file');
  });

  it('66: no such script', async () => {
    expect(await xtal('run', 'none.lua')).toMatchObject({ code: 66, stdout: '' });
  });

  it('names of scripts are bytes: UTF-8 as well as anything else', async () => {
    writeFileSync(join(folder, 'grün 1.lua'), 'print(file.exists("grün 1.lua")) error("x")');
    const { code, stdout } = await xtal('run', 'grün 1.lua');
    expect(code).toBe(1);
    expect(stdout).toContain('true\nLua error: \tgrün 1.lua:1: x');
  });

  it('further scripts lie in flash', async () => {
    writeFileSync(join(folder, 'helper.lua'), 'return {answer = 42}');
    writeFileSync(join(folder, 'main.lua'), 'print(require("helper").answer, file.exists("helper.lua"))');
    expect((await xtal('run', 'main.lua', 'helper.lua')).stdout).toBe('42\ttrue\n');
  });

  it('names what leaks when the trace of the board holds something', async () => {
    const { stderr } = await script('heaptrace.init(50) heaptrace.start(1)\nx = {}\nheaptrace.stop()');
    expect(stderr).toContain('32 bytes in 1 block from init.lua:2: in main chunk');
  });

  it('two runs print and count the same', async () => {
    const text =
      'print({}, node.heap()) local t = {} for i = 1, 500 do t[i % 7 .. "k"] = {i} end print(collectgarbage("count"))';
    expect(await script(text, '--stats=json')).toEqual(await script(text, '--stats=json'));
  });
});

describe('files around a run', () => {
  it('--flash: made, kept, changed; a damaged image is exit 65', async () => {
    expect((await script('io.open("n", "w"):write("7"):close()', '--flash', 'f.img')).code).toBe(0);
    expect((await script('print(io.open("n"):read("n"))', '--flash', 'f.img')).stdout).toBe('7\n');
    const image = readFileSync(join(folder, 'f.img'));
    image[image.length - 1]! ^= 1;
    writeFileSync(join(folder, 'bad.img'), image);
    const { code, stderr } = await script('', '--flash', 'bad.img');
    expect(code).toBe(65);
    expect(stderr).toMatch(/bad\.img: flash file system image: at byte \d+: expected/);
    writeFileSync(join(folder, 'empty.img'), '');
    expect((await script('', '--flash', 'empty.img')).code).toBe(65);
    expect((await script('', '--flash', '.')).code).toBe(66);
  });

  it('74: outputs that cannot be written', async () => {
    expect((await script('', '--flash', 'missing/f.img')).code).toBe(74);
    expect((await script('', '--trace-heap', 'missing/t.xht')).code).toBe(74);
  });

  it('--uart-out: what UART 1 and 2 send, in files', async () => {
    const text = 'uart.write(1, "one", 0) uart.write(2, "two") uart.write(0, "zero\\n")';
    const { code, stdout } = await script(text, '--uart-out', '1=one.bin', '--uart-out', '2=two.bin');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'zero\n' });
    expect(readFileSync(join(folder, 'one.bin'), 'latin1')).toBe('one\0');
    expect(readFileSync(join(folder, 'two.bin'), 'latin1')).toBe('two');
    expect((await script(text, '--uart-out', '1=none/x')).code).toBe(74);
    expect((await script(text, '--uart-out', '0=x')).code).toBe(64);
  });

  it('--run-file: missing 66, malformed 65 with the place', async () => {
    expect((await script('', '--run-file', 'none.json')).code).toBe(66);
    const run = async (text: string): Promise<Outcome> => {
      writeFileSync(join(folder, 'r.json'), text);
      return script('print("runs")', '--run-file', 'r.json');
    };
    const head = '"format": "xtal-run", "version": 1';
    expect((await run(`{${head}}`)).stdout).toBe('runs\n');
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      `{${head}, "unknown": 1}`,
      `{${head}, "__proto__": 1}`,
      `{${head}, "constructor": 1}`,
      `{${head}, "gpio": [{"at": "5", "pin": 1, "level": 1}]}`,
      `{${head}, "gpio": [{"at": "5s", "pin": 99, "level": 1}]}`,
      `{${head}, "network": {"peers": [{"host": "a", "port": 0}]}}`,
      `{${head}, "network": {"peers": [{"host": "a", "port": 1, "script": [{"wait": "x", "send": "y"}]}]}}`,
      `{${head}, "uart": [{"at": "1s", "send": "\u20ac"}]}`,
      '['.repeat(100_000),
    ]) {
      const { code, stderr, stdout } = await run(text);
      expect({ code, stdout }, text.slice(0, 80)).toEqual({ code: 65, stdout: '' });
      expect(stderr).toContain('r.json: $');
    }
  });

  it('--flash-dir: regular files, by their own names; what leads out of the folder is refused', async () => {
    const root = join(folder, 'files');
    mkdirSync(join(root, 'sub'), { recursive: true });
    writeFileSync(join(root, 'a.txt'), 'A');
    writeFileSync(join(root, 'é.txt'), 'B');
    writeFileSync(join(root, 'sub', 'hidden.txt'), 'C');
    symlinkSync('a.txt', join(root, 'link.txt'));
    symlinkSync('sub', join(root, 'folder-link'));
    const names =
      'local t = {} for k in pairs(file.list()) do t[#t + 1] = k end table.sort(t) print(table.concat(t, " "))';
    expect((await script(names, '--flash-dir', 'files')).stdout).toBe('a.txt init.lua link.txt é.txt\n');

    writeFileSync(join(folder, 'secret'), 'S');
    for (const target of ['../secret', '/etc/passwd', 'does-not-exist', 'loop']) {
      symlinkSync(target, join(root, 'loop'));
      const { code, stdout } = await script('print("reached")', '--flash-dir', 'files');
      expect([65, 66], target).toContain(code);
      expect(stdout).toBe('');
      rmSync(join(root, 'loop'));
    }
    writeFileSync(join(root, 'x'.repeat(32)), '');
    expect((await script('', '--flash-dir', 'files')).code).toBe(65);
    rmSync(join(root, 'x'.repeat(32)));
    writeFileSync(join(root, 'huge'), Buffer.alloc(1 << 20));
    expect((await script('', '--flash-dir', 'files')).stderr).toContain(
      '1048576 bytes, the flash file system has',
    );
    expect((await script('', '--flash-dir', 'nowhere')).code).toBe(66);
  });

  it("the environment of the host is not the guest's", async () => {
    const { stdout } = await script('print(os, io.popen, debug.debug) print(pcall(require, "fs"))');
    expect(stdout).toContain("nil\tnil\tnil\nfalse\tmodule 'fs' not found");
  });
});
