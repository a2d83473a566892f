import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../assembler/index.js';
import { readElfObject, type ElfObject } from '../elf/index.js';
import { disassemble } from '../isa/index.js';
import { linkObjects, type LinkedFile } from './index.js';
import { GlobPattern } from './script.js';

const SCRIPT = `
ENTRY(_start)
MEMORY { iram (rx) : ORIGIN = 0x40080000, LENGTH = 128K  dram : org = 0x3FFB0000, len = 0x100*16 }
SECTIONS
{
  .text : { KEEP(*(.vectors)) *(.literal .literal.* .text .text.*) } > iram
  .data : { _data = .; *(.rodata .rodata.*) *(.data .data.*) . = ALIGN(16); LONG(_end - _data) } > dram
  .bss (NOLOAD) : { *(.bss .bss.*) *(COMMON) } > dram
  _end = .;
  PROVIDE(_wanted = ADDR(.bss) + SIZEOF(.bss));
  PROVIDE(_unwanted = 1);
  ASSERT(_end > 0x3FFB0000, "no data at all")
  /DISCARD/ : { *(.comment) *(.xtensa.info) }
}`;

function object(name: string, text: string): { name: string; bytes: Uint8Array } {
  const result = assemble([{ name: `${name}.s`, text }]);
  expect(result.diagnostics).toEqual([]);
  return { name: `${name}.o`, bytes: result.object! };
}

function link(sources: Record<string, string>, script = SCRIPT): LinkedFile {
  const objects = Object.entries(sources).map(([name, text]) => object(name, text));
  return linkObjects(objects, { script: { name: 'test.ld', text: script } });
}

function linked(sources: Record<string, string>, script = SCRIPT): ElfObject {
  const result = link(sources, script);
  expect(result.errors).toEqual([]);
  return readElfObject('out.elf', result.elf!);
}

const address = (file: ElfObject, name: string): number | undefined =>
  file.symbols.find((s) => s.name === name)?.value;
const word = (file: ElfObject, section: string, offset: number): number => {
  const { data } = file.sections.find((s) => s.name === section)!;
  return new DataView(data.buffer, data.byteOffset).getUint32(offset, true);
};

describe('linking', () => {
  it('places literals before code, data in its region, and resolves calls, literals and words', () => {
    const file = linked({
      a: '.global _start\n_start: call8 f\nmovi a2, shared\nmovi a3, text\nj _start\n.section .rodata\ntext: .string "abc"\n',
      b: '.global f\n.align 4\nf: entry a1, 32\nl32r a2, 1f\nretw\n.section .literal,"ax"\n1: .word f+1\n.comm shared, 8, 8\n.data\n.word _wanted\n',
    });
    const text = file.sections.find((s) => s.name === '.text')!;
    expect(text.address).toBe(0x40080000);
    const start = address(file, '_start')!;
    const f = address(file, 'f')!;
    const at = (where: number): string => disassemble(text.data, where, where - text.address).text;
    expect(at(start)).toBe(`call8 0x${f.toString(16)}`);
    expect(start % 4).toBe(0);
    expect(f % 4).toBe(0);
    const literal = Number(/0x[0-9a-f]+/.exec(at(f + 3))![0]);
    expect(word(file, '.text', literal - text.address)).toBe(f + 1);
    const shared = Number(/0x[0-9a-f]+/.exec(at(start + 3))![0]);
    expect(word(file, '.text', shared - text.address)).toBe(address(file, 'shared'));
    expect(address(file, 'shared')! % 8).toBe(0);
    expect(address(file, '_unwanted')).toBeUndefined();
    expect(word(file, '.data', 4)).toBe(address(file, '_wanted'));
  });

  it('keeps debugging information: line tables name the linked addresses', () => {
    const file = linked({ a: '.global _start\n_start: nop\nnop\n', b: 'nop\nret\n' });
    const info = file.sections.filter((s) => s.name === '.debug_line');
    expect(info).toHaveLength(1);
    expect(file.sections.map((s) => s.name)).not.toContain('.xtensa.info');
  });

  it('takes one copy of a COMDAT group, weak symbols below strong ones, the larger common', () => {
    const comdat = '.section .text.g,"axG",@progbits,g,comdat\n.weak g\ng: ret\n.text\ncall0 g\n';
    const file = linked({
      a: `.global _start\n_start: nop\n${comdat}.weak w\nw: .word 1\n.comm c, 4\n`,
      b: `${comdat}.global w\nw: .word 2\n.comm c, 40\n`,
    });
    expect(file.sections.find((s) => s.name === '.bss')!.size).toBeGreaterThanOrEqual(40);
    expect(file.symbols.filter((s) => s.name === 'g')).toHaveLength(1);
    expect(file.symbols.find((s) => s.name === 'w')!.binding).toBe(1);
  });

  it('takes archive members only where they are wanted', () => {
    const wanted = object('wanted', '.global f\nf: call0 deep\n').bytes;
    const deep = object('deep', '.global deep\ndeep: ret\n').bytes;
    const unwanted = object('unwanted', '.global g\ng: .space 1000\n').bytes;
    const member = (name: string, bytes: Uint8Array): Buffer =>
      Buffer.concat([
        Buffer.from(`${`${name}/`.padEnd(16)}${'0'.padEnd(32)}${String(bytes.length).padEnd(10)}\`\n`),
        bytes,
        Buffer.alloc(bytes.length & 1),
      ]);
    const archive = Buffer.concat([
      Buffer.from('!<arch>\n'),
      member('deep.o', deep),
      member('unwanted.o', unwanted),
      member('wanted.o', wanted),
    ]);
    const main = object('main', '.global _start\n_start: call0 f\n');
    const result = linkObjects([main, { name: 'lib.a', bytes: archive }], {
      script: { name: 's', text: SCRIPT },
    });
    expect(result.errors).toEqual([]);
    const file = readElfObject('out', result.elf!);
    expect(address(file, 'deep')).toBeDefined();
    expect(address(file, 'g')).toBeUndefined();
  });

  const readelf = spawnSync('readelf', ['--version']).status === 0;
  it.skipIf(!readelf)(
    `readelf accepts objects and executables${readelf ? '' : ' (skipped: no readelf)'}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'xtal-elf-'));
      try {
        const source =
          '.global _start\n_start: entry a1, 32\nmovi a2, 0x12345678\nretw\n.data\n.word _start\n.comm c, 4\n';
        writeFileSync(join(folder, 'a.o'), object('a', source).bytes);
        writeFileSync(join(folder, 'a.elf'), link({ a: source }).elf!);
        for (const file of ['a.o', 'a.elf']) {
          const run = spawnSync('readelf', ['-aW', '--debug-dump=decodedline,info', file], { cwd: folder });
          expect(run.stderr.toString()).toBe('');
          expect(run.stdout.toString()).toContain('a.s');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('errors of a link', () => {
  it('name symbol, object, section, offset and reason', () => {
    expect(link({ a: '.global _start\n_start: call8 nowhere\n' }).errors).toEqual([
      'undefined symbol nowhere, referenced in a.o',
    ]);
    expect(link({ a: '.global x\nx: nop\n', b: '.global x\nx: nop\n' }).errors).toEqual([
      'x is defined twice: in a.o and in b.o',
    ]);
    expect(link({ a: '.section .odd,"aw"\n.word 1\n' }).errors[0]).toContain(
      'no output section takes .odd of a.o',
    );
    expect(link({ a: '.data\n.space 5000\n' }).errors[0]).toMatch(
      /^\.data .* does not fit into region dram of 4096 bytes: 916 bytes too many/,
    );
    const far = link({ a: '.global _start\n_start: call0 f\n.set f, 0x50000000\n.global f\n' });
    expect(far.errors[0]).toContain('a.o(.text+0x0): R_XTENSA_SLOT0_OP at 0x40080000: call0: operand 1 is');
    expect(
      linkObjects([{ name: 'x', bytes: new Uint8Array(60) }], { script: { name: 's', text: SCRIPT } })
        .errors[0],
    ).toContain('x: no ELF magic');
  });

  it.each([
    ['SECTIONS { .text : { *(.text } }', 's:1: expected a section pattern'],
    ['SECTIONS { .text : { *(.text) } > nowhere }', 's:1: memory region "nowhere" is not declared in MEMORY'],
    ['\nfoo bar', 's:2: "foo" is no command of a linker script'],
    ['x = y;', 's:1: symbol y is not defined'],
    ['x = 1 / 0;', 's:1: division by zero'],
    ['SECTIONS { ASSERT(1 == 2, "cannot be") }', 's:1: cannot be'],
    [`x = ${'('.repeat(1000)}1;`, 's:1: expression nested more than 200 deep'],
    ['INCLUDE other.ld', 's:1: INCLUDE is not supported'],
    ['SECTIONS { .a 0x1000 : { *(.text) } .b 0x1001 : { *(.data) } }', ''],
  ])('script %s', (text, message) => {
    const objects = [object('a', '.text\n.space 10\n.data\n.space 10\n')];
    const { elf, errors } = linkObjects(objects, { script: { name: 's', text } });
    expect(elf).toBeUndefined();
    expect(errors[0]).toContain(message || '.a (0x00001000 to 0x0000100a) overlaps .b');
  });
});

describe('expressions of scripts', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['128K-0x20', 128 * 1024 - 0x20],
    ['1M / 2', 0x80000],
    ['1 << 4 | 3', 19],
    ['~0 & 0xff', 255],
    ['2 > 1 ? 10 : 20', 10],
    ['DEFINED(nothing) ? 1 : 2', 2],
    ['MAX(3, MIN(9, 5))', 5],
    ['ALIGN(0x1001, 16)', 0x1010],
    ['ORIGIN(r) + LENGTH(r)', 0x1100],
    ['-4 + 10', 6],
    ['a-b', 2],
  ])('%s', (text, value) => {
    const script = `MEMORY { r : ORIGIN = 0x1000, LENGTH = 0x100 } a = 5; b = 3; SECTIONS { x = ${text}; .text : { *(.text) } }`;
    expect(address(linked({ a: 'nop\n' }, script), 'x')).toBe(value);
  });
});

describe('patterns', () => {
  it.each([
    ['*', 'anything', true],
    ['.text.*', '.text.main', true],
    ['.text.*', '.text', false],
    ['*main?.o', 'a/main1.o', true],
    ['lib[abc]*.a', 'libb2.a', true],
    ['[!a-f]*', 'great', true],
    ['[!a-f]*', 'bad', false],
    ['a*b*c', 'a1b2b3c', true],
    ['*.o', 'x.obj', false],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(new GlobPattern(pattern).test(name)).toBe(expected);
  });

  it('take no time for hostile ones', () => {
    expect(new GlobPattern('*a'.repeat(200) + 'b').test('a'.repeat(20_000))).toBe(false);
  });
});

describe('hostile scripts', () => {
  it.each([
    ['endless sum', `x = ${'1+'.repeat(200_000)}1;`],
    ['deep conditions', `x = ${'1?1:'.repeat(50_000)}1;`],
    ['many patterns', `SECTIONS { .t : { ${'*(.a .b)\n'.repeat(100_000)} *(.text) } }`],
    ['huge section', 'SECTIONS { .text : { *(.text) . = . + 0x7fffffff; } }'],
  ])('%s end with an error or a file', (_name, text) => {
    const result = linkObjects([object('a', 'nop\n')], { script: { name: 's', text } });
    expect(result.elf === undefined).toBe(result.errors.length > 0);
  });
});

describe('mutated objects and scripts', () => {
  it('end with a file or with errors, and never throw', () => {
    const seed = object(
      'a',
      '.global _start\n_start: call8 f\nf: movi a2, 0x12345678\nret\n.data\n.word f\n.section .text.g,"axG",@progbits,g,comdat\ng: nop\n',
    ).bytes;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.nat(seed.length)),
        fc.array(fc.tuple(fc.nat(SCRIPT.length), fc.nat(20), fc.string({ maxLength: 5 })), { maxLength: 3 }),
        (changes, cut, edits) => {
          let bytes = seed.slice();
          for (const [at, value] of changes) bytes[at] = value;
          if (cut !== null) bytes = bytes.slice(0, cut);
          let text = SCRIPT;
          for (const [at, length, insert] of edits)
            text = text.slice(0, at) + insert + text.slice(at + length);
          const result = linkObjects([{ name: 'fuzz.o', bytes }], { script: { name: 'fuzz.ld', text } });
          expect(result.elf === undefined).toBe(result.errors.length > 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
