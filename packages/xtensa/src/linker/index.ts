/**
 * Static linker for relocatable Xtensa objects, with linker scripts.
 *
 * @packageDocumentation
 */
export { isArchive, readArchiveMembers, type ArchiveMember } from '../elf/index.js';
export type { LinkedFile, LinkObject, LinkObjectsOptions } from './inputs.js';
export { linkObjects } from './link.js';
export { SymbolResolution, type CommonSize, type Definition, type ResolvableObject } from './resolution.js';
export { LinkerScriptError, parseLinkerScript, type LinkerScript } from './script.js';
