/**
 * Static linker for relocatable Xtensa objects, with linker scripts.
 *
 * @packageDocumentation
 */
export { isArchive, readArchiveMembers, type ArchiveMember } from './archive.js';
export { linkObjects, type LinkedFile, type LinkObject, type LinkObjectsOptions } from './link.js';
export { LinkerScriptError, parseLinkerScript, type LinkerScript } from './script.js';
