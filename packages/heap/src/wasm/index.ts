/**
 * Writing WebAssembly: the emitter, and WebAssembly as the host has it.
 *
 * @packageDocumentation
 */
export * from './emitter.js';
export { webAssembly } from '../memory.js';
