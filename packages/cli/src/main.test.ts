import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { byteSize, guestDuration, UsageError, wholeNumber } from './command.js';
import { main } from './main.js';

/** Runs `xtal` with `args` and collects what it writes. */
async function xtal(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    stdout: (data) => (stdout += typeof data === 'string' ? data : Buffer.from(data).toString()),
    stderr: (text) => (stderr += text),
    cwd: process.cwd(),
  });
  return { code, stdout, stderr };
}

describe('the command line', () => {
  it('lists the commands', async () => {
    const { code, stdout } = await xtal('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('conformance');
  });

  it('64: no command, unknown command, unknown option', async () => {
    expect((await xtal()).code).toBe(64);
    expect(await xtal('frobnicate')).toMatchObject({ code: 64, stdout: '' });
    expect((await xtal('conformance', '--frobnicate')).code).toBe(64);
    expect((await xtal('conformance')).stderr).toContain('expected the name of a suite');
  });

  it('64: external RAM that the chip cannot have, an allocator that is none', async () => {
    expect(await xtal('run', 'x.s', '--psram', '8M')).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('a multiple of 4K up to 4M, got "8M"') as string,
    });
    for (const options of [['--run-file', 'x'], ['--uart-out', '1=x'], ['--flash-dir', 'x'], ['--stdin']])
      expect(await xtal('run', 'x.s', ...options)).toMatchObject({ code: 64, stdout: '' });
    expect((await xtal('run', 'x.s', '--psram', '5000')).code).toBe(64);
    for (const idf of ['v4.0', 'v3.3', 'new', ''])
      expect((await xtal('run', 'x.s', '--idf', idf)).stderr).toContain('expected a release from v4.4 on');
    const source = 'examples/firmware-leak/firmware.s';
    expect((await xtal('run', source, '--allocator', 'best')).stderr).toContain(
      'expected idf or one of tlsf',
    );
  });

  it('durations carry a unit', () => {
    expect(guestDuration('time', '500ms')).toEqual({ seconds: 0.5 });
    expect(guestDuration('time', '2000000cyc')).toEqual({ cycles: 2000000 });
    expect(() => guestDuration('time', '5')).toThrow(UsageError);
    expect(() => guestDuration('time', '-5s')).toThrow(UsageError);
  });

  it('numbers and sizes are checked', () => {
    expect(wholeNumber('seed', '0x10')).toBe(16);
    expect(() => wholeNumber('seed', '1.5')).toThrow(/whole number/);
    expect(byteSize('psram', '4M')).toBe(4194304);
    expect(() => byteSize('psram', 'much')).toThrow(/size/);
  });
});

describe('how a run ends: exit code and exit.reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xtal-run-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs a guest whose `main` has these instructions. */
  async function run(body: string, ...options: string[]) {
    const source = join(folder, 'main.s');
    writeFileSync(source, `.global main\nmain: entry a1, 32\n${body}\n`);
    const { code, stderr } = await xtal('run', source, '--stats=json', ...options);
    return { code, exit: (JSON.parse(stderr.trim().split('\n').at(-1)!) as { exit: unknown }).exit };
  }
  const [returns43, loops, sleeps, dies] = ['movi a2, 43; retw', '1: j 1b', 'waiti 0', 'ill'];

  it.each([
    ['the guest returned 43', returns43, [], 43, 'exit'],
    ['an expected text is missing', returns43, ['--expect-text', 'ready'], 43, 'text-missing'],
    [
      'missing when time is reached, too',
      loops,
      ['--time', '1ms', '--expect-text', 'ready'],
      43,
      'text-missing',
    ],
    ['time reached', loops, ['--time', '1000cyc'], 0, 'time'],
    ['timeout', loops, ['--timeout', '1ms'], 42, 'timeout'],
    [
      'timeout counts more than the text',
      loops,
      ['--timeout', '1ms', '--expect-text', 'ready'],
      42,
      'timeout',
    ],
    ['an instruction limit', loops, ['--max-insns', '1000'], 42, 'max-insns'],
    ['asleep for ever', sleeps, [], 0, 'idle'],
    ['dead', dies, [], 86, 'died'],
    ['dead counts more than the text', dies, ['--expect-text', 'ready'], 86, 'died'],
  ])('%s', async (_, body, options, code, reason) => {
    expect(await run(body, ...options)).toMatchObject({ code, exit: { code, reason } });
  });

  it('66 for a missing input, 74 for an output that cannot be written', async () => {
    const source = join(folder, 'main.s');
    writeFileSync(source, '.global main\nmain: entry a1, 32\nretw\n');
    expect(await xtal('run', join(folder, 'none.elf'))).toMatchObject({ code: 66, stdout: '' });
    expect((await xtal('run', source, '--sdkconfig', join(folder, 'none'))).stderr).toContain(
      'no such file\n',
    );
    expect(await xtal('asm', source, '-o', join(folder, 'none', 'x.elf'))).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('no such folder') as string,
    });
  });
});
