/**
 * Reads relocatable Xtensa objects for linking. The file is hostile until parsed: every offset is checked, and what is
 * wrong is said with its place in the file.
 */
import { EM_XTENSA, SectionType } from './constants.js';

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
export interface ObjectSymbol {
  readonly index: number;
  readonly name: string;
  readonly value: number;
  readonly size: number;
  readonly binding: number;
  readonly type: number;
  readonly visibility: number;
  /** Section index as in the file (0 undefined, 0xfff1 absolute, 0xfff2 common). */
  readonly section: number;
}

/** A relocation of a section. */
export interface ObjectRelocation {
  readonly offset: number;
  readonly type: number;
  readonly symbol: ObjectSymbol | undefined;
  readonly addend: number;
}

/** A COMDAT or plain section group. */
export interface ObjectGroup {
  readonly signature: string;
  readonly comdat: boolean;
  /** Section indices. */
  readonly members: readonly number[];
}

/** A parsed relocatable object. */
export interface ElfObject {
  readonly name: string;
  readonly type: number;
  readonly sections: readonly ObjectSection[];
  readonly symbols: readonly ObjectSymbol[];
  readonly groups: readonly ObjectGroup[];
}

interface RawSection {
  name: string;
  type: number;
  flags: number;
  address: number;
  offset: number;
  size: number;
  link: number;
  info: number;
  align: number;
  entrySize: number;
  data: Uint8Array;
}

const MAX_NAME_BYTES = 64 * 1024 * 1024;

const text = new TextDecoder();

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
  if (view.getUint32(0, false) !== 0x7f454c46) fail('no ELF magic, expected 7f 45 4c 46', 0);
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
    const section: RawSection = {
      name: '',
      type: u(1),
      flags: u(2),
      address: u(3),
      offset: u(4),
      size: u(5),
      link: u(6),
      info: u(7),
      align: u(8) || 1,
      entrySize: u(9),
      data: bytes.subarray(0, 0),
    };
    if ((section.align & (section.align - 1)) !== 0) {
      fail(`section ${i} has alignment ${section.align}, expected a power of two`, at + 32);
    }
    if (section.type !== SectionType.nobits && section.type !== SectionType.null) {
      if (section.offset + section.size > bytes.length) {
        fail(
          `section ${i} ends at ${section.offset + section.size}, beyond the file of ${bytes.length} bytes`,
          at,
        );
      }
      section.data = bytes.subarray(section.offset, section.offset + section.size);
    }
    raw.push(section);
  }
  let nameBytes = 0;
  let tableBytes = 0;
  const stringAt = (table: Uint8Array, offset: number, what: string): string => {
    if (offset >= table.length && offset !== 0)
      fail(`${what}: name offset ${offset} outside its string table`);
    let end = offset;
    while (end < table.length && table[end] !== 0) end++;
    // Names may share their tails, but not so that reading them all takes for ever.
    nameBytes += end - offset;
    if (nameBytes > MAX_NAME_BYTES) fail(`${what}: names of more than ${MAX_NAME_BYTES} bytes together`);
    return text.decode(table.subarray(offset, end));
  };
  const sectionNames = raw[nameIndex]?.data ?? bytes.subarray(0, 0);
  raw.forEach((section, i) => {
    section.name = stringAt(sectionNames, view.getUint32(tableOffset + i * 40, true), `section ${i}`);
  });

  const symbols: ObjectSymbol[] = [];
  const symtabIndex = raw.findIndex((s) => s.type === SectionType.symtab);
  const symtab = raw[symtabIndex];
  if (symtab !== undefined) {
    const strings = raw[symtab.link];
    if (strings?.type !== SectionType.strtab)
      fail(`symbol table links to section ${symtab.link}, no string table`);
    if (symtab.size % 16 !== 0)
      fail(`symbol table of ${symtab.size} bytes, expected a multiple of 16`, symtab.offset);
    for (let at = symtab.offset; at < symtab.offset + symtab.size; at += 16) {
      const index = symbols.length;
      const info = bytes[at + 12]!;
      const section = view.getUint16(at + 14, true);
      if (section >= count && section < 0xff00)
        fail(`symbol ${index} lies in section ${section} of ${count}`, at + 14);
      symbols.push({
        index,
        name: stringAt(strings!.data, view.getUint32(at, true), `symbol ${index}`),
        value: view.getUint32(at + 4, true),
        size: view.getUint32(at + 8, true),
        binding: info >> 4,
        type: info & 15,
        visibility: bytes[at + 13]! & 3,
        section,
      });
    }
  }

  const relocations = new Map<number, ObjectRelocation[]>();
  const groups: ObjectGroup[] = [];
  raw.forEach((section, i) => {
    if (section.type === SectionType.rel)
      fail(`section ${i} (${section.name}) is REL, expected RELA`, section.offset);
    if (section.type === SectionType.rela || section.type === SectionType.group) {
      tableBytes += section.size;
      if (tableBytes > bytes.length)
        fail(`section ${i} (${section.name}) overlaps other tables`, section.offset);
    }
    if (section.type === SectionType.rela) {
      if (section.link !== symtabIndex) fail(`section ${i} (${section.name}) links to no symbol table`);
      if (raw[section.info] === undefined) fail(`section ${i} (${section.name}) relocates no section`);
      if (section.size % 12 !== 0) fail(`section ${i} of ${section.size} bytes, expected a multiple of 12`);
      const list = relocations.get(section.info) ?? [];
      relocations.set(section.info, list);
      for (let at = section.offset; at < section.offset + section.size; at += 12) {
        const info = view.getUint32(at + 4, true);
        const symbol = symbols[info >>> 8];
        if (symbol === undefined) fail(`relocation names symbol ${info >>> 8} of ${symbols.length}`, at + 4);
        list.push({
          offset: view.getUint32(at, true),
          type: info & 0xff,
          symbol: info >>> 8 === 0 ? undefined : symbol,
          addend: view.getInt32(at + 8, true),
        });
      }
    }
    if (section.type === SectionType.group) {
      if (section.size < 4 || section.size % 4 !== 0) fail(`group section ${i} of ${section.size} bytes`);
      const word = (k: number): number => view.getUint32(section.offset + k * 4, true);
      const signature = symbols[section.info];
      if (signature === undefined)
        fail(`group section ${i} names symbol ${section.info} of ${symbols.length}`);
      const members = Array.from({ length: section.size / 4 - 1 }, (_, k) => word(k + 1));
      groups.push({
        signature: signature!.name || (raw[signature!.section]?.name ?? ''),
        comdat: (word(0) & 1) !== 0,
        members,
      });
    }
  });

  return {
    name,
    type: view.getUint16(16, true),
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
      relocations: relocations.get(index) ?? [],
    })),
    symbols,
    groups,
  };
}
