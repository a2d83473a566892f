import { readSymbolTable, type ElfSymbol } from '@xtal/xtensa/elf';
import { failureOf } from './elf-error.js';
import type { ElfFile } from './elf-file.js';

export type { ElfSymbol } from '@xtal/xtensa/elf';

/**
 * Reads the symbol table (SectionType.symtab) of a file; elfy does not. An executable without one has no symbols.
 *
 * @returns the symbols in the order of the file, index 0 being the null symbol; empty when there is no table
 * @throws ElfError on a table that does not fit its section, its names, or the file's sections
 */
export function readSymbols(elf: ElfFile): ElfSymbol[] {
  return readSymbolTable(elf.sections, failureOf(elf.name));
}
