/** Compares with `xtensa-lx106-elf-as` (Debian: binutils-xtensa-lx106), an independent assembler for the same encodings. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPassiveRelocation, readElfObject, relocationName, type ElfObject } from '../elf/index.js';
import { formatInstruction, INSTRUCTIONS } from '../isa/index.js';
import { linkObjects } from '../linker/index.js';
import { assemble, formatDiagnostic } from './index.js';

const GNU_AS = 'xtensa-lx106-elf-as';
const installed = spawnSync(GNU_AS, ['--version']).status === 0;
const vectors = join(import.meta.dirname, '../../vectors/assembler');

/** GNU as on a text: the object, or its messages. */
function gnu(text: string, options: readonly string[]): { object?: ElfObject; messages: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xtal-as-'));
  try {
    writeFileSync(join(folder, 'in.s'), text);
    const run = spawnSync(GNU_AS, [...options, 'in.s', '-o', 'out.o'], { cwd: folder });
    const messages = run.stderr.toString();
    if (run.status !== 0) return { messages };
    return { object: readElfObject('gnu.o', readFileSync(join(folder, 'out.o'))), messages };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(text: string, transform: boolean): ElfObject {
  const result = assemble([{ name: 'in.s', text }], { transform, debugLines: false });
  expect(result.diagnostics.map(formatDiagnostic)).toEqual([]);
  return readElfObject('xtal.o', result.object!);
}

// GNU's own tables; and line tables, which are encoded differently (GNU's strings lie in .debug_line_str).
const NOT_COMPARED = /^(\.xt\.|\.xtensa|\.rela|\.symtab|\.strtab|\.shstrtab|\.debug_line|\.comment)/;

/** What must be equal of an object: bytes, flags, alignment-independent relocations of every section, and the symbols. */
function summary(file: ElfObject): Record<string, unknown> {
  const nameOf = (index: number): string => file.sections[index]?.name ?? `#${index}`;
  const result: Record<string, unknown> = {};
  for (const section of file.sections) {
    if (section.name === '' || section.size === 0 || NOT_COMPARED.test(section.name)) continue;
    result[section.name] = {
      type: section.type,
      flags: section.flags,
      size: section.size,
      bytes: Buffer.from(section.data).toString('hex'),
      relocations: section.relocations
        .filter((r) => !isPassiveRelocation(r.type))
        .map((r) => {
          const symbol = r.symbol?.type === 3 ? nameOf(r.symbol.section) : r.symbol?.name;
          return `${r.offset} ${relocationName(r.type)} ${symbol}+${r.addend}`;
        })
        .sort(),
    };
  }
  result.symbols = file.symbols
    .filter((s) => s.name !== '' && s.type !== 3 && s.type !== 4)
    .map((s) => [s.name, s.value, s.size, s.binding, s.type, s.visibility, nameOf(s.section)].join(' '))
    .sort();
  return result;
}

const GNU_LD = 'xtensa-lx106-elf-ld';
const LD_SCRIPT = `MEMORY { code : ORIGIN = 0x40080000, LENGTH = 64K  data : ORIGIN = 0x3ffb0000, LENGTH = 64K }
SECTIONS
{
  .text : { *(.iram1.literal .iram1) *(.literal .literal.* .text .text.*) . = ALIGN(4); _text_end = .; } > code
  .data : { *(.rodata .rodata.*) *(.data .data.*) LONG(_text_end) } > data
  .bss (NOLOAD) : { *(.bss .bss.* COMMON) } > data
  foo = 0x40080104;
}
`;

const describeIt = installed ? describe : describe.skip;

describeIt(`same bytes as ${GNU_AS}${installed ? '' : ' (skipped: it is not installed)'}`, () => {
  const files = readdirSync(vectors).filter((name) => name.endsWith('.s'));

  it.each(files)('%s', (name) => {
    const text = readFileSync(join(vectors, name), 'utf8');
    const wide = gnu(text, ['--no-transform']);
    // Code from GCC counts on relaxation of its narrow branches; where GNU as refuses it without, only the other way is compared.
    if (wide.object === undefined) expect(wide.messages).toMatch(/out of range/);
    else expect(summary(ours(text, false))).toEqual(summary(wide.object));
    const relaxed = gnu(text, ['--no-target-align']);
    expect(relaxed.messages).toBe('');
    expect(summary(ours(text, true))).toEqual(summary(relaxed.object!));
  });

  it('random instructions, relaxation off', () => {
    const words = fc.sample(fc.array(fc.nat(0xffffff), { minLength: 6, maxLength: 6 }), {
      numRuns: INSTRUCTIONS.length,
      seed: 1,
    });
    const lines: string[] = [];
    INSTRUCTIONS.forEach((instruction, k) => {
      if (instruction.pcrel >= 0) return; // Targets are compared in the files.
      const free = instruction.operands.reduce((mask, operand) => mask | operand.mask, 0);
      for (const random of words[k]!) {
        // objdump writes groups of booleans out; as wants the first one.
        const text = formatInstruction(instruction, instruction.match | (random & free), 0);
        lines.push(text.replace(/(b\d+)(:b\d+)+/g, '$1'));
      }
    });
    // The LX106 has fewer options: what it does not know, or knows with other limits, is left out.
    const unknown = gnu(lines.join('\n') + '\n', ['--no-transform']).messages;
    const bad = new Set([...unknown.matchAll(/^in\.s:(\d+): Error/gm)].map((m) => Number(m[1])));
    const known = lines.filter((_line, i) => !bad.has(i + 1));
    expect(known.length).toBeGreaterThan(300);
    const text = known.join('\n') + '\n';
    const result = gnu(text, ['--no-transform']);
    expect(result.messages).toBe('');
    const code = (file: ElfObject): string =>
      Buffer.from(file.sections.find((s) => s.name === '.text')!.data).toString('hex');
    expect(code(ours(text, false))).toBe(code(result.object!));
  });

  it(`${GNU_LD} and the linker make the same of objects and a script`, () => {
    const text = readFileSync(join(vectors, 'directives.s'), 'utf8');
    const object = assemble([{ name: 'in.s', text }], { debugLines: false }).object!;
    const folder = mkdtempSync(join(tmpdir(), 'xtal-ld-'));
    try {
      writeFileSync(join(folder, 'in.o'), object);
      writeFileSync(join(folder, 'script.ld'), LD_SCRIPT);
      const run = spawnSync(
        GNU_LD,
        ['--no-relax', '-T', 'script.ld', '-e', '0x40080000', 'in.o', '-o', 'out'],
        {
          cwd: folder,
        },
      );
      expect(run.stderr.toString()).toBe('');
      const theirs = readElfObject('gnu', readFileSync(join(folder, 'out')));
      const { elf, errors } = linkObjects([{ name: 'in.o', bytes: object }], {
        script: { name: 'script.ld', text: LD_SCRIPT },
      });
      expect(errors).toEqual([]);
      const mine = readElfObject('xtal', elf!);
      for (const name of ['.text', '.data', '.bss']) {
        const pick = (file: ElfObject): unknown => {
          const section = file.sections.find((s) => s.name === name)!;
          return {
            address: section.address,
            size: section.size,
            bytes: Buffer.from(section.data).toString('hex'),
          };
        };
        expect(pick(mine), name).toEqual(pick(theirs));
      }
      const symbols = (file: ElfObject): string[] =>
        file.symbols
          .filter((s) => s.name !== '' && s.type !== 3 && s.type !== 4)
          .map((s) => `${s.name} ${s.value}`)
          .sort();
      expect(symbols(mine)).toEqual(symbols(theirs));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
