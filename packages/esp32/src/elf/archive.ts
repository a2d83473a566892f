import { readArchiveMembers, type ArchiveMember } from '@xtal/xtensa/elf';
import { failureOf } from './elf-error.js';

export { isArchive as looksLikeArchive, type ArchiveMember } from '@xtal/xtensa/elf';

/**
 * The members of an `ar` archive (System V/GNU and BSD long names), without its symbol index and name table.
 *
 * @throws ElfError on a malformed archive, and on a thin one, whose members are other files
 */
export function readArchive(bytes: Uint8Array, file: string): ArchiveMember[] {
  return readArchiveMembers(file, bytes, failureOf(file));
}
