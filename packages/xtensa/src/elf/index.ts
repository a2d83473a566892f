/**
 * ELF files of Xtensa: constants, reader of objects, writer, relocations.
 *
 * @packageDocumentation
 */
export * from './constants.js';
export {
  ElfFormatError,
  readElfObject,
  type ElfObject,
  type ObjectGroup,
  type ObjectRelocation,
  type ObjectSection,
  type ObjectSymbol,
} from './reader.js';
export { applyRelocation, isPassiveRelocation, RelocationError } from './relocation.js';
export {
  writeElf,
  type ElfFileSpec,
  type ElfRelocationSpec,
  type ElfSectionSpec,
  type ElfSegmentSpec,
  type ElfSymbolSpec,
} from './writer.js';
