import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DebugInfo } from './dwarf/debug-info.js';
import { ElfSectionsError, readElfDebug } from './elf-sections.js';
import { Symbolizer } from './symbolizer.js';

const vectors = new URL('../../vectors/symbols/', import.meta.url);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, vectors)));
const golden = (name: string): [address: number, ...frames: string[]][] =>
  (
    JSON.parse(readFileSync(new URL(name, vectors), 'utf8')) as { addresses: [string, ...string[]][] }
  ).addresses.map(([address, ...frames]) => [Number(address), ...frames]);

const P07 = read('p07_calls.elf');

/** Compares with golden frames. Where the golden file has no name (assembler), the symbol's name stands. */
function mismatches(elf: Uint8Array, name: string, expected: [number, ...string[]][]): string[] {
  const { symbols, section } = readElfDebug(elf, name);
  const symbolizer = new Symbolizer(symbols, [section]);
  const wrong: string[] = [];
  for (const [address, ...frames] of expected) {
    const got = symbolizer.frames(address + 1).map((frame, index) => {
      const name = frames[index]?.startsWith('?? ') ? '??' : frame.function;
      return `${name} ${basename(frame.file ?? '??')}:${frame.line ?? 0}`;
    });
    if (got.join(' < ') !== frames.join(' < '))
      wrong.push(`${address.toString(16)}: ${frames.join(' < ')}: ${got.join(' < ')}`);
  }
  expect(symbolizer.problems).toEqual([]);
  return wrong;
}

describe('functions, lines and inlined frames equal llvm-symbolizer', () => {
  it('p07_calls.elf (GCC 13.3 -O2 -g, DWARF 5)', () => {
    const expected = golden('p07_calls.json');
    expect(expected.length).toBeGreaterThan(400);
    expect(expected.filter((row) => row.length > 2).length).toBeGreaterThan(50);
    expect(mismatches(P07, 'p07_calls.elf', expected)).toEqual([]);
  });

  const firmware = fileURLToPath(
    new URL('../../../../../shared/fixtures/firmware/hello_world_v5.0.1/hello_world.elf', import.meta.url),
  );
  it.skipIf(!existsSync(firmware))(
    'hello_world.elf of ESP-IDF v5.0.1 (DWARF 2, 4 and 5); skipped where the firmware is not found',
    () => {
      const expected = golden('hello_world.json');
      expect(expected.length).toBeGreaterThan(250);
      expect(mismatches(new Uint8Array(readFileSync(firmware)), 'hello_world.elf', expected)).toEqual([]);
    },
  );
});

describe('a return address', () => {
  const { symbols, section } = readElfDebug(P07, 'p07_calls.elf');

  it('has the line of the call and the offset of the return address', () => {
    const [address] = golden('p07_calls.json').find(
      ([, ...frames]) => frames.length === 1 && !frames[0]!.startsWith('??'),
    )!;
    const [frame] = new Symbolizer(symbols, [section]).frames(address + 1);
    expect(frame!.offset).toBe(symbols.lookup(address)!.offset + 1);
  });

  it('without debug information: function and offset', () => {
    const main = [...Array(0x1000).keys()]
      .map((i) => 0x40080400 + i)
      .find((a) => symbols.lookup(a)?.name === 'main')!;
    expect(new Symbolizer(symbols).frames(main + 8)).toEqual([{ function: 'main', offset: 8 }]);
  });

  it('without anything: nothing', () => {
    expect(new Symbolizer(undefined).frames(0x400d1234)).toEqual([]);
    expect(new Symbolizer(symbols, [section]).frames(0x12345678)).toEqual([]);
  });

  it('without a symbol table: the source name', () => {
    const row = golden('p07_calls.json').find(([, frame]) => !frame!.startsWith('??'));
    const [frame] = new Symbolizer(undefined, [section]).frames(row![0] + 1);
    expect(frame).toMatchObject({ function: row![1]!.split(' ')[0] });
    expect(frame).not.toHaveProperty('offset');
  });
});

describe('damaged input', () => {
  it('what is not an ELF file is refused with its name', () => {
    expect(() => readElfDebug(new Uint8Array(60), 'x.elf')).toThrow(
      'x.elf: at 0x0: not a 32-bit little-endian ELF file',
    );
  });

  it('a damaged unit is named in problems, the others still work', () => {
    const { symbols, section } = readElfDebug(P07, 'p07_calls.elf');
    const abbrev = section('.debug_abbrev')!.slice();
    abbrev.fill(0, 0x12, 0x40);
    const symbolizer = new Symbolizer(symbols, [
      (name) => (name === '.debug_abbrev' ? abbrev : section(name)),
    ]);
    expect(symbolizer.problems.join()).toMatch(
      /\.debug_info at 0x[0-9a-f]+: abbreviation \d+ is not defined/,
    );
    const right = new Symbolizer(symbols, [section]);
    const addresses = golden('p07_calls.json').map(([address]) => address + 1);
    const same = addresses.filter(
      (a) => JSON.stringify(symbolizer.frames(a)) === JSON.stringify(right.frames(a)),
    );
    expect(same.length).toBeGreaterThan(50);
    expect(same.length).toBeLessThan(addresses.length);
  });

  it('fuzz: bytes changed in any section, sections cut: an answer, never an exception, never a hang', () => {
    const { section } = readElfDebug(P07, 'p07_calls.elf');
    const names = [
      '.debug_info',
      '.debug_abbrev',
      '.debug_line',
      '.debug_rnglists',
      '.debug_str',
      '.debug_line_str',
    ];
    const addresses = golden('p07_calls.json')
      .map(([address]) => address)
      .filter((_, i) => i % 20 === 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(), { freq: 4 }),
        (target, changes, cut) => {
          let bytes = section(target)!.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          if (cut !== null) bytes = bytes.subarray(0, cut % bytes.length);
          const info = new DebugInfo((name) => (name === target ? bytes : section(name)));
          for (const address of addresses) info.frames(address);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('fuzz: an ELF file with any bytes changed gives an answer or an ElfSectionsError', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(P07.length - 1), fc.nat(255)), { maxLength: 30 }),
        fc.nat(60),
        (far, head) => {
          const bytes = P07.slice();
          for (const [at, value] of far) bytes[at] = value;
          bytes[head] = 0xff;
          try {
            const { symbols, section } = readElfDebug(bytes, 'x.elf');
            new Symbolizer(symbols, [section]).frames(0x40080801);
          } catch (error) {
            expect(error).toBeInstanceOf(ElfSectionsError);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
