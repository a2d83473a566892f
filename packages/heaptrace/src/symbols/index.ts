/** Names, files and lines of guest addresses. */
export {
  addressFrames,
  ALLOCATOR_FUNCTIONS,
  callerFrame,
  chainFrames,
  frameLabel,
  framePlace,
  hexAddress,
} from './labels.js';
export { Symbolizer, type SymbolLookup } from './symbolizer.js';
export { DebugInfo, type DebugFrame } from './dwarf/debug-info.js';
export { DwarfError } from './dwarf/cursor.js';
export { ElfSectionsError, readElfDebug, type ElfDebug } from './elf-sections.js';
