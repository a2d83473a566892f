import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { main } from './main.js';

const folder = mkdtempSync(join(tmpdir(), 'xtal-asm-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function xtal(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    stdout: (data) => (stdout += typeof data === 'string' ? data : Buffer.from(data).toString()),
    stderr: (text) => (stderr += text),
    cwd: folder,
  });
  return { code, stdout, stderr };
}

const PROGRAM = `.global _start
_start: movi a2, 1
        movi a3, STATUS
        simcall
`;

it('asm: a source becomes a program that runs', async () => {
  writeFileSync(join(folder, 'p.s'), PROGRAM);
  expect(await xtal('asm', 'p.s', '-o', 'p.elf', '-D', 'STATUS=7')).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect((await xtal('run', 'p.elf')).code).toBe(7);
  expect((await xtal('disasm', 'p.elf')).stdout).toContain('movi.n a3, 7');
});

it('asm -c: an object, for run and for another asm', async () => {
  expect((await xtal('asm', '-c', 'p.s', '-o', 'p.o', '-D', 'STATUS=9')).code).toBe(0);
  expect((await xtal('run', 'p.o')).code).toBe(9);
  expect((await xtal('asm', 'p.o', '-o', 'q.elf')).code).toBe(0);
  expect((await xtal('run', 'q.elf')).code).toBe(9);
});

it('asm: a script says where things go', async () => {
  writeFileSync(join(folder, 'at.ld'), 'ENTRY(_start) SECTIONS { .text 0x40090000 : { *(.literal .text) } }');
  expect((await xtal('asm', 'p.o', '-T', 'at.ld', '-o', 'r.elf')).code).toBe(0);
  expect(readFileSync(join(folder, 'r.elf')).readUInt32LE(24)).toBe(0x40090000);
});

it('asm: 65 and messages for what is wrong, 64 for wrong usage, 66 for missing files', async () => {
  writeFileSync(join(folder, 'bad.s'), 'nop\naddi a2, a3\n');
  const bad = await xtal('asm', 'bad.s', '-o', 'x');
  expect(bad.code).toBe(65);
  expect(bad.stderr).toContain('bad.s:2:12: error: addi takes 3 operands');
  writeFileSync(join(folder, 'call.s'), '.global _start\n_start: call8 printf\n');
  const call = await xtal('asm', 'call.s', '-o', 'x');
  expect(call.code).toBe(65);
  expect(call.stderr).toContain('undefined symbol printf, referenced in call.s');
  expect(call.stderr).toContain('xtal run');
  writeFileSync(join(folder, 'bad.ld'), 'SECTIONS {');
  expect((await xtal('asm', 'p.o', '-T', 'bad.ld', '-o', 'x')).stderr).toContain('bad.ld:1: ');
  expect((await xtal('asm', 'p.s')).code).toBe(64);
  expect((await xtal('asm', '-o', 'x')).code).toBe(64);
  expect((await xtal('asm', '-c', 'p.s', 'bad.s', '-o', 'x')).code).toBe(64);
  expect((await xtal('asm', 'gone.s', '-o', 'x')).code).toBe(66);
});
