/**
 * Reads relocatable Xtensa objects for linking. The file is hostile until parsed: every offset is checked, and what is
 * wrong is said with its place in the file.
 */
import { EM_XTENSA, SectionType } from './constants.js';
import {
  readRelocationTables,
  readSymbolTable,
  type ElfFailure,
  type ElfSymbol,
  type SectionGroup,
  type TableSection,
} from './tables.js';

/** A malformed object. */
export class ElfFormatError extends Error {
  constructor(
    readonly file: string,
    /** Byte offset in the file, where known. */
    readonly offset: number | undefined,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}${offset === undefined ? '' : ` (at offset 0x${offset.toString(16)})`}`);
    this.name = 'ElfFormatError';
  }
}

/** A section of an object. */
export interface ObjectSection {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  readonly size: number;
  readonly align: number;
  readonly link: number;
  readonly info: number;
  readonly entrySize: number;
  /** Contents (a view into the file); empty for NOBITS. */
  readonly data: Uint8Array;
  /** Relocations that apply to this section. */
  readonly relocations: readonly ObjectRelocation[];
}

/** A symbol of an object. */
export interface ObjectSymbol extends ElfSymbol {
  readonly index: number;
}

/** A relocation of a section. */
export interface ObjectRelocation {
  readonly offset: number;
  readonly type: number;
  readonly symbol: ObjectSymbol | undefined;
  readonly addend: number;
}

/** A parsed relocatable object. */
export interface ElfObject {
  readonly name: string;
  readonly type: number;
  /** Guest address of the entry; 0 in objects. */
  readonly entry: number;
  readonly sections: readonly ObjectSection[];
  readonly symbols: readonly ObjectSymbol[];
  readonly groups: readonly SectionGroup[];
}

interface RawSection extends TableSection {
  name: string;
  readonly flags: number;
  readonly address: number;
  readonly align: number;
}

/** Longest section name: overlapping names must not add up to gigabytes. */
const LONGEST_SECTION_NAME = 1024;

const text = new TextDecoder();

/** True when the bytes begin as an ELF file does. */
export function looksLikeElf(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 4 && bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46
  );
}

/**
 * Parses a 32-bit little-endian Xtensa ELF file with its sections, symbols, relocations and groups.
 *
 * @throws ElfFormatError
 */
export function readElfObject(name: string, bytes: Uint8Array): ElfObject {
  const fail = (reason: string, offset?: number): never => {
    throw new ElfFormatError(name, offset, reason);
  };
  if (bytes.length < 52) fail(`file of ${bytes.length} bytes, expected at least the 52 of an ELF header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!looksLikeElf(bytes)) fail('no ELF magic, expected 7f 45 4c 46', 0);
  if (bytes[4] !== 1) fail(`ELF class ${bytes[4]}, expected 1 (32-bit)`, 4);
  if (bytes[5] !== 1) fail(`ELF data encoding ${bytes[5]}, expected 1 (little-endian)`, 5);
  const machine = view.getUint16(18, true);
  if (machine !== EM_XTENSA) fail(`machine ${machine}, expected ${EM_XTENSA} (Xtensa)`, 18);
  const tableOffset = view.getUint32(32, true);
  const headerSize = view.getUint16(46, true);
  const count = view.getUint16(48, true);
  const nameIndex = view.getUint16(50, true);
  if (count > 0 && headerSize !== 40) fail(`section headers of ${headerSize} bytes, expected 40`, 46);
  if (tableOffset + count * 40 > bytes.length) {
    fail(`${count} section headers do not fit into the file of ${bytes.length} bytes`, tableOffset);
  }

  const raw: RawSection[] = [];
  for (let i = 0; i < count; i++) {
    const at = tableOffset + i * 40;
    const u = (k: number): number => view.getUint32(at + k * 4, true);
    const [type, offset, size, align] = [u(1), u(4), u(5), u(8) || 1];
    if ((align & (align - 1)) !== 0)
      fail(`section ${i} has alignment ${align}, expected a power of two`, at + 32);
    const empty = type === SectionType.nobits || type === SectionType.null;
    if (!empty && offset + size > bytes.length)
      fail(`section ${i} ends at ${offset + size}, beyond the file of ${bytes.length} bytes`, at);
    raw.push({
      name: '',
      type,
      flags: u(2),
      address: u(3),
      offset,
      size,
      link: u(6),
      info: u(7),
      align,
      entrySize: u(9),
      data: empty ? bytes.subarray(0, 0) : bytes.subarray(offset, offset + size),
    });
  }
  const names = raw[nameIndex]?.data ?? bytes.subarray(0, 0);
  raw.forEach((section, i) => {
    const start = view.getUint32(tableOffset + i * 40, true);
    const end = names.indexOf(0, start);
    if (start === 0) return;
    if (start >= names.length || end < 0 || end - start > LONGEST_SECTION_NAME)
      fail(`section ${i} has no name that ends in the name table`, tableOffset + i * 40);
    section.name = text.decode(names.subarray(start, end));
  });

  const failTable: ElfFailure = (offset, expected, found) =>
    fail(`expected ${expected}, found ${found}`, offset);
  const symbols = readSymbolTable(raw, failTable).map((symbol, index) => ({ ...symbol, index }));
  const tables = readRelocationTables(raw, symbols, bytes.length, failTable);
  const relocationsOf = (index: number): ObjectRelocation[] =>
    (tables.relocations.get(index) ?? []).map(({ symbol, ...relocation }) => ({
      ...relocation,
      symbol: symbol === 0 ? undefined : symbols[symbol],
    }));

  return {
    name,
    type: view.getUint16(16, true),
    entry: view.getUint32(24, true),
    sections: raw.map((section, index) => ({
      index,
      name: section.name,
      type: section.type,
      flags: section.flags,
      address: section.address,
      size: section.size,
      align: section.align,
      link: section.link,
      info: section.info,
      entrySize: section.entrySize,
      data: section.data,
      relocations: relocationsOf(index),
    })),
    symbols,
    groups: tables.groups,
  };
}
