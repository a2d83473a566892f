/**
 * NodeMCU Lua with a true ESP32 heap, its modules, console and the heaptrace module.
 *
 * @packageDocumentation
 */
export { NodeMcu, type NodeMcuLimits, type NodeMcuOptions, type NodeMcuResult } from './node-mcu.js';
export { MODULES_NOT_SIMULATED } from './runtime/missing-modules.js';
export { NodeMcuPanic, type ChainSource } from './runtime/chip-heap.js';
export {
  DEFAULT_CAPACITY,
  FileSystemError,
  FlashFileSystem,
  FlashImageError,
  NAME_BYTES_MAX,
} from './simulation/flash-file-system.js';
export {
  parseRunFile,
  RunFileError,
  type Client,
  type Peer,
  type PeerStep,
  type RunFile,
} from './simulation/run-file.js';
export * from './lua/index.js';
