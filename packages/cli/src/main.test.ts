import { describe, expect, it } from 'vitest';
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
    expect((await xtal('run', 'x.s', '--psram', '5000')).code).toBe(64);
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
