/**
 * Xtensa LX6 core: instruction table, decoder, disassembler, assembler, interpreter, timing scoreboard.
 *
 * @packageDocumentation
 */
export * from './isa/index.js';
export * from './memory.js';
export * from './core.js';
export * from './native.js';
export * from './call-chain.js';
export { STATE_INDEX } from './semantics/states.js';
export * from './assembler/index.js';
export { TIMING_PARAMETERS, type Confidence, type TimingParameter } from './timing/parameters.js';
export * from './linker/index.js';
export { hexAddress } from './hex.js';
