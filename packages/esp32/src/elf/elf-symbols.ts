import { SectionIndex, SectionType } from '@xtal/xtensa/elf';
import { ElfError } from './elf-error.js';
import type { ElfFile, ElfSection } from './elf-file.js';

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

const SYMBOL_SIZE = 16;
/** Longest symbol name. Mangled C++ names of templates reach some thousands of characters. */
const LONGEST_NAME = 0x4000;
/** All names together: tables whose names overlap could otherwise ask for gigabytes. */
const LONGEST_NAMES = 0x800_0000;

/**
 * Reads the symbol table (SectionType.symtab) of a file; elfy does not. An executable without one has no symbols.
 *
 * @returns the symbols in the order of the file, index 0 being the null symbol; empty when there is no table
 * @throws ElfError on a table that does not fit its section, its names, or the file's sections
 */
export function readSymbols(elf: ElfFile): ElfSymbol[] {
  const table = elf.sections.find((section) => section.type === SectionType.symtab);
  return table === undefined ? [] : readSymbolTable(elf, table);
}

function readSymbolTable(elf: ElfFile, table: ElfSection): ElfSymbol[] {
  const fail = (offset: number, expected: string, found: string): never => {
    throw new ElfError({ file: elf.name, offset, expected, found });
  };
  if (table.entrySize !== SYMBOL_SIZE || table.size % SYMBOL_SIZE !== 0) {
    fail(
      table.offset,
      `symbols of ${SYMBOL_SIZE} bytes`,
      `entries of ${table.entrySize} in ${table.size} bytes`,
    );
  }
  const strings = elf.sections[table.link];
  if (strings?.type !== SectionType.strtab) {
    fail(table.offset, 'a string table linked to the symbol table', `section ${table.link}`);
  }
  const names = strings!.data;
  const text = Buffer.from(names.buffer, names.byteOffset, names.length);
  const { data } = table;
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
          table.offset + at,
          `a symbol name that ends within ${LONGEST_NAME} bytes`,
          `offset 0x${nameAt.toString(16)} of ${names.length}`,
        );
      }
      total += end - nameAt;
      if (total > LONGEST_NAMES)
        fail(table.offset + at, `at most ${LONGEST_NAMES} bytes of symbol names`, 'more');
      name = text.toString('utf8', nameAt, end);
    }
    const section = view.getUint16(at + 14, true);
    if (section < SectionIndex.reservedFrom && section >= elf.sections.length) {
      fail(table.offset + at, `a section number below ${elf.sections.length}`, `${section}`);
    }
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
