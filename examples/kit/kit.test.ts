/** The kit and the compiler-made programs: the committed assembly runs and prints what the same C prints natively. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMachine, ESP32_LINKER_SCRIPT, type RunResult } from '@xtal/esp32';
import { assemble, formatDiagnostic, linkObjects } from '@xtal/xtensa';

const folder = import.meta.dirname;
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function object(name: string): { name: string; bytes: Uint8Array } {
  const { object, diagnostics } = assemble([{ name, text: read(name) }]);
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return { name: name.replace(/\.[sS]$/, '.o'), bytes: object! };
}

/** Runs objects, or a linked program, and collects what it prints. */
function run(program: { objects: string[] } | { elf: Uint8Array }): RunResult & { output: string } {
  let output = '';
  const machine = createMachine({ consoleOut: (bytes) => (output += Buffer.from(bytes).toString('latin1')) });
  if ('elf' in program) machine.loadElf(program.elf, 'program.elf');
  else machine.loadObjects(program.objects.map(object));
  return { ...machine.run({ maxInstructions: 20_000_000 }), output };
}

describe('programs compiled by GCC print what they print natively', () => {
  const names = readdirSync(join(folder, 'programs')).filter((name) => name.endsWith('.c'));
  it.each(names)('%s', (source) => {
    const name = source.slice(0, -2);
    const objects = [`programs/${name}.s`];
    if (name === 'timer') objects.push('start.S', 'vectors.S');
    expect(run({ objects })).toMatchObject({
      reason: 'exit',
      exitCode: 0,
      output: read(`programs/${name}.expected`),
    });
  });

  it('also on the kit’s own vectors, where windows spill through guest code', () => {
    for (const name of ['recursion', 'structs', 'varargs']) {
      const { output } = run({ objects: ['start.S', `programs/${name}.s`, 'vectors.S'] });
      expect(output, name).toBe(read(`programs/${name}.expected`));
    }
  });
});

describe('kit', () => {
  it('links start file, vectors, helpers and a program with the script to an ELF file that runs', () => {
    const objects = ['start.S', 'vectors.S', 'lx106.S', 'bare.s'].map(object);
    const { elf, errors } = linkObjects(objects, { script: { name: 'esp32.ld', text: read('esp32.ld') } });
    expect(errors).toEqual([]);
    expect(run({ elf: elf! })).toMatchObject({
      reason: 'exit',
      exitCode: 0,
      output: 'bare metal\nten ticks\nexceptions caught: 2, the last with cause 1, quotient untouched: 5\n',
    });
  });

  it('its linker script is the one that xtal asm uses', () => {
    expect(read('esp32.ld')).toBe(ESP32_LINKER_SCRIPT);
  });

  it('its integer helpers agree with the native ones', () => {
    const { output, exitCode } = run({ objects: ['programs/int64.s', 'lx106.S'] });
    expect(output).toBe(read('programs/int64.expected'));
    expect(exitCode).toBe(0);
  });

  it('loops with a far end count as short ones do', () => {
    const count = (name: string, times: number): number | undefined => {
      const body = '.rept 150\naddi.n a3, a3, 1\n.endr\n';
      const text = `.global main\n.align 4\nmain: entry a1, 32\nmovi a4, ${times}\nmovi a3, 0\n${name} a4, 1f\n${body}1: bnei a4, ${times}, 2f\nmov a2, a3\nretw\n2: movi a2, -1\nretw\n`;
      const { object, diagnostics } = assemble([{ name: 'main.s', text }]);
      expect(diagnostics.map(formatDiagnostic)).toEqual([]);
      const machine = createMachine({});
      machine.loadObjects([{ name: 'main.o', bytes: object! }]);
      return machine.run({ maxInstructions: 100_000 }).exitCode;
    };
    expect(count('loop', 7)).toBe(7 * 150);
    expect(count('loopnez', 3)).toBe(3 * 150);
    expect(count('loopgtz', 12)).toBe(12 * 150);
    expect(count('loopgtz', -1)).toBe(0);
  });

  it('a C function handles exceptions: an unexpected one ends with 99', () => {
    const ending = (code: string): number | undefined => {
      const text = `.global main\n.align 4\nmain: entry a1, 32\n${code}\nretw\n`;
      const main = assemble([{ name: 'main.s', text }]);
      const machine = createMachine({});
      machine.loadObjects([object('start.S'), object('vectors.S'), { name: 'main.o', bytes: main.object! }]);
      return machine.run({ maxInstructions: 100_000 }).exitCode;
    };
    expect(ending('movi a2, 5')).toBe(5);
    expect(ending('rsil a3, 0\nbreak 1, 15')).toBe(99);
  });
});
