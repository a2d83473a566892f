/**
 * The ESP32 around the core: memory map, loading, linking, native functions, UART, clock.
 *
 * @packageDocumentation
 */
export { readArchive, looksLikeArchive, type ArchiveMember } from './elf/archive.js';
export { ElfError, type ElfErrorFacts } from './elf/elf-error.js';
export { looksLikeElf, parseElf, type ElfFile, type ElfSection, type ElfSegment } from './elf/elf-file.js';
export { readSymbols, type ElfSymbol } from './elf/elf-symbols.js';
export { InputError } from './input-error.js';
export { LinkError, type LinkPlace } from './link/link-error.js';
export { link } from './link/linker.js';
export type { ImageSection, ImageSegment, LinkedProgram, LinkOptions } from './link/linked-program.js';
export { ESP32_LINKER_SCRIPT } from './link/linker-script.js';
export type { LinkInput } from './link/resolve.js';
export { Clock } from './clock.js';
export type { ConsoleSink } from './console.js';
export { GuestFault, causeName, EXCEPTION_CAUSES } from './guest-fault.js';
export { GuestDeath, symboliseChain, type ChainEntry } from './guest-death.js';
export { GuestStopped, type CallOptions, type CallOutcome } from './guest-calls.js';
export type { FunctionWatch } from './function-watches.js';
export type { ProgramLayout } from './link-program.js';
export type { LoadedImage } from './loader.js';
export { createMachine, Machine } from './machine.js';
export type { CpuMHz, MachineConfig } from './machine-config.js';
export { GuestBytes } from './memory/guest-bytes.js';
export {
  EXTERNAL_WINDOWS,
  LARGEST_PSRAM,
  MEMORY_REGIONS,
  regionName,
  type MemoryRegion,
} from './memory/memory-map.js';
export type { FormatArguments, FormatMemory } from './native/format.js';
export { formatPrintf } from './native/format.js';
export { chargeFor, costOf, NATIVE_COSTS, type CostName, type NativeCost } from './native/costs.js';
export type { NativeCall } from './native/native-call.js';
export { NativeTable, type NativeFunction } from './native/native-table.js';
export type { RunLimits, RunReason, RunResult } from './run-result.js';
export { SymbolTable, type GuestSymbol, type SymbolHit, type SymbolKind } from './symbols.js';
