/**
 * Just enough of ELF to hand the debug sections and symbols of a finished program to the symbolizer when no machine has
 * loaded it: for reports on a trace and an ELF file. Every offset is checked.
 */
import { inflateSync } from 'node:zlib';
import type { SymbolLookup } from './symbolizer.js';

const SHT_SYMTAB = 2;
const SHT_NOBITS = 8;
const SHF_COMPRESSED = 0x800;
const STT_FUNC = 2;
const SECTION_HEADER = 40;
const SYMBOL = 16;
/** A compressed section that claims more is not believed. */
const MAX_SECTION = 1 << 28;

/** A file that is not a 32-bit little-endian ELF, or a damaged one. */
export class ElfSectionsError extends Error {
  constructor(
    readonly file: string,
    readonly offset: number,
    readonly problem: string,
  ) {
    super(`${file}: at 0x${offset.toString(16)}: ${problem}`);
    this.name = 'ElfSectionsError';
  }
}

/** Debug sections and functions of an ELF file. */
export interface ElfDebug {
  /** Contents of a section, decompressed; undefined when there is none of that name. */
  readonly section: (name: string) => Uint8Array | undefined;
  readonly symbols: SymbolLookup;
}

/**
 * Reads the section table and the function symbols.
 * @throws {ElfSectionsError}
 */
export function readElfDebug(bytes: Uint8Array, file: string): ElfDebug {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const check = (offset: number, size: number): void => {
    if (!(offset >= 0 && size >= 0 && offset + size <= bytes.length))
      throw new ElfSectionsError(file, offset, `${size} bytes expected, the file has ${bytes.length} bytes`);
  };
  check(0, 52);
  if (view.getUint32(0) !== 0x7f454c46 || bytes[4] !== 1 || bytes[5] !== 1)
    throw new ElfSectionsError(file, 0, 'not a 32-bit little-endian ELF file');
  const table = view.getUint32(32, true);
  const count = view.getUint16(48, true);
  const entrySize = view.getUint16(46, true);
  if (count > 0 && entrySize < SECTION_HEADER)
    throw new ElfSectionsError(file, 46, `section headers of ${entrySize} bytes`);
  check(table, count * entrySize);
  const sections = Array.from({ length: count }, (_, index) => {
    const at = table + index * entrySize;
    const field = (word: number): number => view.getUint32(at + word * 4, true);
    return {
      name: field(0),
      type: field(1),
      flags: field(2),
      offset: field(4),
      size: field(5),
      link: field(6),
    };
  });
  const contents = (index: number): Uint8Array => {
    const section = sections[index];
    if (section === undefined || section.type === SHT_NOBITS) return new Uint8Array(0);
    check(section.offset, section.size);
    return bytes.subarray(section.offset, section.offset + section.size);
  };
  const names = contents(view.getUint16(50, true));
  const byName = new Map<string, number>();
  sections.forEach((section, index) => byName.set(cString(names, section.name), index));
  return {
    section(name) {
      const index = byName.get(name);
      if (index === undefined) return undefined;
      const data = contents(index);
      return (sections[index]!.flags & SHF_COMPRESSED) === 0 ? data : inflated(data);
    },
    symbols: functionSymbols(sections, contents),
  };
}

function inflated(data: Uint8Array): Uint8Array | undefined {
  if (data.length < 12 || data[0] !== 1) return undefined;
  try {
    return inflateSync(data.subarray(12), { maxOutputLength: MAX_SECTION });
  } catch {
    return undefined;
  }
}

function functionSymbols(
  sections: readonly { type: number; link: number }[],
  contents: (index: number) => Uint8Array,
): SymbolLookup {
  const functions: { name: string; address: number; size: number }[] = [];
  sections.forEach((section, index) => {
    if (section.type !== SHT_SYMTAB) return;
    const data = contents(index);
    const strings = contents(section.link);
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    for (let at = 0; at + SYMBOL <= data.length; at += SYMBOL) {
      if ((data[at + 12]! & 15) !== STT_FUNC || view.getUint16(at + 14, true) === 0) continue;
      functions.push({
        name: cString(strings, view.getUint32(at, true)),
        address: view.getUint32(at + 4, true),
        size: view.getUint32(at + 8, true),
      });
    }
  });
  functions.sort((a, b) => a.address - b.address || a.size - b.size);
  return {
    lookup(address) {
      let low = 0;
      let high = functions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (functions[middle]!.address <= address) low = middle + 1;
        else high = middle;
      }
      const found = functions[low - 1];
      if (found === undefined || (found.size > 0 && address >= found.address + found.size)) return undefined;
      return { name: found.name, offset: address - found.address };
    },
  };
}

function cString(bytes: Uint8Array, offset: number): string {
  if (offset >= bytes.length) return '';
  const end = bytes.indexOf(0, offset);
  return new TextDecoder().decode(bytes.subarray(offset, end < 0 ? bytes.length : end));
}
