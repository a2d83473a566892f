/**
 * NodeMCU Lua with a true ESP32 heap, its modules, console and the heaptrace module.
 *
 * @packageDocumentation
 */
export * from './lua/index.js';
