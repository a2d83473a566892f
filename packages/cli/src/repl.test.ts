/** `xtal repl` from a pipe, and `xtal run --stdin`: lines are typed one after the other, standard output is the transcript. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from './main.js';

let typed = '';
vi.mock('./run/standard-input.js', () => ({ readStandardInput: () => Buffer.from(typed, 'latin1') }));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xtal-repl-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function xtal(
  input: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  typed = input;
  const code = await main(args, {
    stdout: (data) => (stdout += typeof data === 'string' ? data : Buffer.from(data).toString('latin1')),
    stderr: (text) => (stderr += text),
    cwd: folder,
  });
  return { code, stdout, stderr };
}

const BANNER = '\nNodeMCU ESP32 build xtal powered by Lua 5.3.5 [5.3-int32-singlefp] on IDF v5.1.3\n';

describe('xtal repl from a pipe', () => {
  it('a session: values, statements over lines, errors', async () => {
    const { code, stdout, stderr } = await xtal(
      '= 1 + 1\nfor i = 1, 2 do\nprint(i)\nend\nerror("boom")\n',
      'repl',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^\n.*\n> = 1 \+ 1\n2\n> for i = 1, 2 do\n>> print\(i\)\n>> end\n1\n2\n> error\("boom"\)\nLua error: \tstdin:1: boom\n/,
    );
    expect(stdout.startsWith(BANNER)).toBe(true);
    expect(stderr).toMatch(/^xtal: exit 0 after \d+ instructions, \d+ cycles/m);
  });

  it('nothing typed: banner and prompt', async () => {
    expect(await xtal('', 'repl')).toMatchObject({ code: 0, stdout: `${BANNER}> \n` });
  });

  it('an init.lua boots first, and its timers go on when there is a limit', async () => {
    writeFileSync(
      join(folder, 'init.lua'),
      'print("booted") tmr.create():alarm(500, tmr.ALARM_AUTO, function() print("tick") end)',
    );
    expect((await xtal('print(2)\n', 'repl', 'init.lua')).stdout).not.toContain('tick');
    const { stdout } = await xtal('print(2)\n', 'repl', 'init.lua', '--time', '1100ms');
    expect(stdout.match(/tick/g)).toHaveLength(2);
    expect(stdout.indexOf('booted')).toBeLessThan(stdout.indexOf('print(2)'));
  });

  it('a line that never ends meets the limits', async () => {
    expect((await xtal('while true do end\n', 'repl', '--timeout', '100ms')).code).toBe(42);
    expect((await xtal('while true do end\n', 'repl', '--wall-timeout', '200ms')).code).toBe(42);
    expect((await xtal('print("seen")\nwhile true do end\n', 'repl', '--expect-text', '\nseen')).code).toBe(
      0,
    );
  });

  it('a panic ends the session with 86', async () => {
    expect((await xtal('tmr.create():alarm(1, 0, print)\n', 'repl')).code).toBe(86);
  });

  it('bytes that are no text', async () => {
    const bytes = Array.from({ length: 2000 }, (_, index) => String.fromCharCode((index * 73) & 0xff)).join(
      '',
    );
    expect((await xtal(bytes, 'repl')).code).toBe(0);
  });

  it('run --stdin types at the console of a board that runs a script', async () => {
    writeFileSync(join(folder, 'a.lua'), 'x = 20');
    expect((await xtal('= x + 1\n', 'run', 'a.lua', '--stdin')).stdout).toContain('> = x + 1\n21\n> ');
  });
});
