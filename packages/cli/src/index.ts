/**
 * The `xtal` command as a function, for tests and scripts.
 *
 * @packageDocumentation
 */
export { main, processIo } from './main.js';
export { ExitCode, type Command, type CommandIo } from './command.js';
