/**
 * Xtensa LX6 core: instruction table, decoder, disassembler, assembler, interpreter, timing scoreboard.
 *
 * @packageDocumentation
 */
export * from './isa/index.js';
