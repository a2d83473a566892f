/**
 * ELF files of Xtensa: constants, reader of objects, writer, relocations.
 *
 * @packageDocumentation
 */
export * from './constants.js';
export { isArchive, readArchiveMembers, type ArchiveMember } from './archive.js';
export {
  ElfFormatError,
  looksLikeElf,
  readElfObject,
  type ElfObject,
  type ObjectRelocation,
  type ObjectSection,
  type ObjectSymbol,
} from './reader.js';
export {
  readRelocationTables,
  readSymbolTable,
  type ElfFailure,
  type ElfSymbol,
  type RelocationEntry,
  type SectionGroup,
  type TableSection,
} from './tables.js';
export { applyRelocation, isPassiveRelocation, RelocationError } from './relocation.js';
export {
  writeElf,
  type ElfFileSpec,
  type ElfRelocationSpec,
  type ElfSectionSpec,
  type ElfSegmentSpec,
  type ElfSymbolSpec,
} from './writer.js';
