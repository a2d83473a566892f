import { describe, expect, test } from 'vitest';
import { fixture } from '../testing/fixtures.js';
import { TestObject } from '../testing/objects.js';
import { readArchive } from './archive.js';
import { ElfError } from './elf-error.js';
import { parseElf } from './elf-file.js';
import { readSymbols } from './elf-symbols.js';

const program = fixture('engine/a_kernel_esp32.elf');

/** The program with bytes of its header replaced. */
function patched(offset: number, ...bytes: number[]): Uint8Array {
  const copy = program.slice();
  copy.set(bytes, offset);
  return copy;
}

describe('ELF files', () => {
  test('segments and sections of an executable', () => {
    const elf = parseElf(program, 'a.elf');
    expect(elf.kind).toBe('executable');
    expect(elf.entry.toString(16)).toBe(
      readSymbols(elf)
        .find(({ name }) => name === '_start')!
        .value.toString(16),
    );
    const loads = elf.segments.filter(({ type }) => type === 1);
    expect(loads.map(({ address, data, memorySize }) => [address, data.length, memorySize])).toEqual([
      [0x40080000, 0x5f2, 0x5f2],
      [0x3ffb0000, 0x10, 0x107c0],
    ]);
    expect(elf.sections.map(({ name }) => name)).toContain('.text');
  });

  test('a file without section headers, which elfy alone does not read', () => {
    const stripped = patched(32, 0, 0, 0, 0);
    stripped.set([0, 0, 0, 0], 48);
    const elf = parseElf(stripped, 'a.elf');
    expect(elf.sections).toEqual([]);
    expect(elf.segments.length).toBeGreaterThan(1);
    expect(readSymbols(elf)).toEqual([]);
  });

  const refused: [what: string, bytes: Uint8Array, message: RegExp][] = [
    ['an empty file', new Uint8Array(0), /a\.elf at offset 0x0: expected the ELF magic.*found an empty file/],
    [
      'another format',
      Uint8Array.from([0xe9, 3, 2, 0]),
      /expected the ELF magic 7f 45 4c 46, found e9 03 02 00/,
    ],
    ['a header cut off', program.slice(0, 40), /expected an ELF header of 52 bytes, found 40 bytes/],
    ['64 bits', patched(4, 2), /offset 0x4: expected class 1/],
    ['big-endian', patched(5, 2), /offset 0x5: expected data encoding 1/],
    [
      'a RISC-V program',
      patched(18, 243, 0),
      /offset 0x12: expected machine 94 \(Xtensa\), found machine 243 \(RISC-V/,
    ],
    ['a shared object', patched(16, 3, 0), /expected type 1 .* found type 3 \(shared object\)/],
    [
      'program headers behind the end',
      patched(28, 0xff, 0xff, 0xff, 0),
      /program headers of 32 bytes, found the end of the file/,
    ],
    ['program headers of another size', patched(42, 16, 0), /program headers of 32 bytes, found 16 bytes/],
    [
      'section names that are no string table',
      patched(50, 1, 0),
      /expected a string table \(type 3\) for section names/,
    ],
    ['a section name table that does not exist', patched(50, 0xff, 0), /expected a section number below/],
  ];
  test.each(refused)('%s is refused with its place and what was expected', (_, bytes, message) => {
    expect(() => parseElf(bytes, 'a.elf')).toThrow(ElfError);
    expect(() => parseElf(bytes, 'a.elf')).toThrow(message);
  });

  test('segment data behind the end of the file names the program header', () => {
    const phoff = new DataView(program.buffer).getUint32(28, true);
    const error = catchError(() => parseElf(patched(phoff + 16, 0xff, 0xff, 0xff, 0x7f), 'a.elf'));
    expect(error.offset).toBe(phoff);
    expect(error.message).toMatch(/segment data inside the file/);
  });

  test('every truncation of a program gives ElfError or a smaller program, never another error', () => {
    for (let length = 0; length < program.length; length += 97) {
      try {
        const elf = parseElf(program.slice(0, length), 'cut.elf');
        readSymbols(elf);
      } catch (error) {
        expect(error).toBeInstanceOf(ElfError);
      }
    }
  });

  test('symbols of an object with their binding, type and section', () => {
    const object = new TestObject();
    const text = object.section('.text', 'text', 8);
    object.symbol('f', text, { value: 4, size: 4 });
    object.symbol('g');
    const elf = parseElf(object.bytes(), 'o.o');
    const symbols = readSymbols(elf);
    expect(symbols.find(({ name }) => name === 'f')).toMatchObject({
      value: 4,
      size: 4,
      binding: 1,
      type: 2,
    });
    expect(elf.sections[symbols.find(({ name }) => name === 'f')!.section]!.name).toBe('.text');
    expect(symbols.find(({ name }) => name === 'g')!.section).toBe(0);
  });
});

describe('ar archives', () => {
  const header = (name: string, size: number): string =>
    `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${String(size).padEnd(10)}\`\n`;

  test('GNU long names, BSD long names, odd sizes; index and name table are no members', () => {
    const long = 'a_name_longer_than_fifteen.o/\n';
    const text =
      `!<arch>\n${header('/', 4)}\0\0\0\0${header('//', long.length)}${long}` +
      `${header('short.o/', 3)}abc\n${header('/0', 2)}de${header('#1/8', 10)}bsd.o\0\0\0fg`;
    const members = readArchive(Buffer.from(text, 'latin1'), 'lib.a');
    expect(members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['short.o', 'abc'],
      ['a_name_longer_than_fifteen.o', 'de'],
      ['bsd.o', 'fg'],
    ]);
  });

  test('a thin archive, a size that is no number, a member cut off', () => {
    expect(() => readArchive(Buffer.from('!<thin>\n'), 'lib.a')).toThrow(/found a thin archive/);
    const bad = header('x/', 1).replace('1         `', 'zz        `');
    expect(() => readArchive(Buffer.from(`!<arch>\n${bad}a`), 'lib.a')).toThrow(
      /offset 0x38: expected a decimal size, found "zz"/,
    );
    expect(() => readArchive(Buffer.from(`!<arch>\n${header('x/', 9)}a`), 'lib.a')).toThrow(
      /expected 9 bytes of a member/,
    );
  });
});

function catchError(action: () => unknown): ElfError {
  try {
    action();
  } catch (error) {
    if (error instanceof ElfError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
