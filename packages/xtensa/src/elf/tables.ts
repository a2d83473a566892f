/**
 * The tables of an ELF file that sections carry: symbols, relocations, groups. Whoever has read the section headers
 * calls these, and says in its own error class what is wrong. The contents are hostile until checked here.
 */
import { GROUP_COMDAT, SectionIndex, SectionType } from './constants.js';

/** What the tables need of a section. */
export interface TableSection {
  readonly name: string;
  readonly type: number;
  /** File offset of the contents, for messages. */
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly entrySize: number;
  /** Contents; empty for SectionType.nobits. */
  readonly data: Uint8Array;
}

/** Throws the caller's error: file offset in bytes, what was expected there, what was found. */
export type ElfFailure = (offset: number, expected: string, found: string) => never;

/** An entry of an ELF symbol table. */
export interface ElfSymbol {
  readonly name: string;
  /** Address in an executable; offset in its section (alignment for SectionIndex.common) in an object. */
  readonly value: number;
  readonly size: number;
  /** SymbolBinding.local 0, SymbolBinding.global 1, SymbolBinding.weak 2. */
  readonly binding: number;
  /** SymbolType.object 1, SymbolType.function 2, SymbolType.section 3, SymbolType.file 4, … */
  readonly type: number;
  /** STV_DEFAULT 0, STV_INTERNAL 1, STV_HIDDEN 2, STV_PROTECTED 3. */
  readonly visibility: number;
  /** Section index, or SectionIndex.undefined, SectionIndex.absolute, SectionIndex.common. */
  readonly section: number;
}

/** A relocation entry (Elf32_Rela). */
export interface RelocationEntry {
  /** Bytes from the start of the section that is patched. */
  readonly offset: number;
  /** R_XTENSA_… number. */
  readonly type: number;
  /** Index into the object's symbols. */
  readonly symbol: number;
  readonly addend: number;
}

/** A section group (SectionType.group). */
export interface SectionGroup {
  readonly signature: string;
  /** Of groups with one signature only the first is kept. */
  readonly comdat: boolean;
  /** Section indices. */
  readonly members: readonly number[];
}

const SYMBOL_SIZE = 16;
const RELA_SIZE = 12;
/** Longest symbol name. Mangled C++ names of templates reach some thousands of characters. */
const LONGEST_NAME = 0x4000;
/** All names together: tables whose names overlap could otherwise ask for gigabytes. */
const LONGEST_NAMES = 0x800_0000;

const text = new TextDecoder();

/**
 * Reads the symbol table (SectionType.symtab) among the sections.
 *
 * @returns the symbols in the order of the file, index 0 being the null symbol; empty when there is no table
 * @throws what `fail` throws, for a table that does not fit its section, its names, or the sections
 */
export function readSymbolTable(sections: readonly TableSection[], fail: ElfFailure): ElfSymbol[] {
  const table = sections.find((section) => section.type === SectionType.symtab);
  if (table === undefined) return [];
  const { data, offset } = table;
  if (table.entrySize !== SYMBOL_SIZE || data.length % SYMBOL_SIZE !== 0) {
    fail(offset, `symbols of ${SYMBOL_SIZE} bytes`, `entries of ${table.entrySize} in ${data.length} bytes`);
  }
  const strings = sections[table.link];
  if (strings?.type !== SectionType.strtab)
    fail(offset, 'a string table linked to the symbol table', `section ${table.link}`);
  const names = strings.data;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const symbols: ElfSymbol[] = [];
  let total = 0;
  for (let at = 0; at < data.length; at += SYMBOL_SIZE) {
    const nameAt = view.getUint32(at, true);
    let name = '';
    if (nameAt !== 0) {
      const end = names.indexOf(0, nameAt);
      if (nameAt >= names.length || end < 0 || end - nameAt > LONGEST_NAME) {
        fail(
          offset + at,
          `a symbol name that ends within ${LONGEST_NAME} bytes`,
          `offset 0x${nameAt.toString(16)} of ${names.length}`,
        );
      }
      total += end - nameAt;
      if (total > LONGEST_NAMES) fail(offset + at, `at most ${LONGEST_NAMES} bytes of symbol names`, 'more');
      name = text.decode(names.subarray(nameAt, end));
    }
    const section = view.getUint16(at + 14, true);
    if (section < SectionIndex.reservedFrom && section >= sections.length)
      fail(offset + at, `a section number below ${sections.length}`, `${section}`);
    symbols.push({
      name,
      value: view.getUint32(at + 4, true),
      size: view.getUint32(at + 8, true),
      binding: data[at + 12]! >>> 4,
      type: data[at + 12]! & 15,
      visibility: data[at + 13]! & 3,
      section,
    });
  }
  return symbols;
}

/**
 * Reads the relocations and groups among the sections of an object.
 *
 * @param fileSize bytes of the file: tables that overlap could otherwise ask for gigabytes
 * @param symbols what `readSymbolTable` gave for the same sections
 * @returns relocations by the index of the section that they patch, and groups
 * @throws what `fail` throws, for tables that are malformed, lead out of the file's sections and symbols, or lack
 *   addends (no Xtensa compiler emits those)
 */
export function readRelocationTables(
  sections: readonly TableSection[],
  symbols: readonly ElfSymbol[],
  fileSize: number,
  fail: ElfFailure,
): { relocations: Map<number, RelocationEntry[]>; groups: SectionGroup[] } {
  const relocations = new Map<number, RelocationEntry[]>();
  const groups: SectionGroup[] = [];
  const symbolTable = sections.findIndex(({ type }) => type === SectionType.symtab);
  let total = 0;
  for (const section of sections) {
    const failHere: ElfFailure = (offset, expected, found) =>
      fail(offset, `${expected} (section ${section.name})`, found);
    if (section.type === SectionType.rel && section.size > 0) {
      failHere(
        section.offset,
        'relocations with addends (SectionType.rela)',
        'relocations without (SectionType.rel)',
      );
    }
    if (section.type === SectionType.rela || section.type === SectionType.group) {
      total += section.data.length;
      if (total > fileSize) failHere(section.offset, 'tables beside each other', 'tables that overlap');
      if (section.link !== symbolTable)
        failHere(
          section.offset,
          `a link to the symbol table, section ${symbolTable}`,
          `section ${section.link}`,
        );
    }
    if (section.type === SectionType.rela) {
      const target = sections[section.info];
      if (target === undefined || section.info === 0)
        failHere(section.offset, 'relocations of a section of this file', `section ${section.info}`);
      const list = relocations.get(section.info) ?? [];
      relocations.set(section.info, list);
      for (const relocation of readRelocations(section, target, symbols.length, fail)) list.push(relocation);
    }
    if (section.type === SectionType.group) groups.push(readGroup(section, sections, symbols, failHere));
  }
  return { relocations, groups };
}

function readRelocations(
  table: TableSection,
  target: TableSection,
  symbolCount: number,
  fail: ElfFailure,
): RelocationEntry[] {
  const { data } = table;
  if (table.entrySize !== RELA_SIZE || data.length % RELA_SIZE !== 0) {
    fail(
      table.offset,
      `relocations of ${RELA_SIZE} bytes`,
      `entries of ${table.entrySize} in ${data.length} bytes`,
    );
  }
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const list: RelocationEntry[] = [];
  for (let at = 0; at < data.length; at += RELA_SIZE) {
    const offset = view.getUint32(at, true);
    const info = view.getUint32(at + 4, true);
    const symbol = info >>> 8;
    // R_XTENSA_NONE may stand at the end of its section.
    if (offset >= target.size && !(offset === target.size && (info & 0xff) === 0)) {
      fail(
        table.offset + at,
        `an offset inside ${target.name} of ${target.size} bytes`,
        `0x${offset.toString(16)}`,
      );
    }
    if (symbol !== 0 && symbol >= symbolCount)
      fail(table.offset + at, `a symbol below ${symbolCount}`, `${symbol}`);
    list.push({ offset, type: info & 0xff, symbol, addend: view.getInt32(at + 8, true) });
  }
  return list;
}

function readGroup(
  section: TableSection,
  sections: readonly TableSection[],
  symbols: readonly ElfSymbol[],
  fail: ElfFailure,
): SectionGroup {
  const { data, offset } = section;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const words = Array.from({ length: data.length >>> 2 }, (_, i) => view.getUint32(i * 4, true));
  const signature = symbols[section.info];
  if (words.length === 0 || signature === undefined)
    fail(offset, 'a group with flags and a signature symbol', `symbol ${section.info}`);
  const members = words.slice(1);
  const stray = members.find((member) => member === 0 || member >= sections.length);
  if (stray !== undefined) fail(offset, `group members below ${sections.length}`, `${stray}`);
  // GNU as names the group by a section symbol at times; its name is then the section's.
  const name = signature.name !== '' ? signature.name : (sections[signature.section]?.name ?? '');
  return { signature: name, comdat: (words[0]! & GROUP_COMDAT) !== 0, members };
}
