/**
 * Static linker for relocatable Xtensa objects, with linker scripts.
 *
 * @packageDocumentation
 */
export { isArchive, readArchiveMembers, type ArchiveMember } from './archive.js';
export type { LinkedFile, LinkObject, LinkObjectsOptions } from './inputs.js';
export { linkObjects } from './link.js';
export { LinkerScriptError, parseLinkerScript, type LinkerScript } from './script.js';
