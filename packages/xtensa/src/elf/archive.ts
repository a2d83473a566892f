/** `ar` archives: the members of a static library. */
import { ElfFormatError } from './reader.js';
import type { ElfFailure } from './tables.js';

/** A member of an `ar` archive. */
export interface ArchiveMember {
  readonly name: string;
  /** Contents: a view, not a copy. */
  readonly bytes: Uint8Array;
}

const MAGIC = '!<arch>\n';
const THIN_MAGIC = '!<thin>\n';
const HEADER_SIZE = 60;

const decoder = new TextDecoder('latin1');

/** Whether the bytes begin as an `ar` archive does, be it a thin one. */
export function isArchive(bytes: Uint8Array): boolean {
  const magic = latin1(bytes, 0, 8);
  return magic === MAGIC || magic === THIN_MAGIC;
}

/**
 * The members of an `ar` archive (System V/GNU and BSD long names), without its symbol index and name table: a linker
 * reads the symbols from the members, so a missing or stale index does not matter.
 *
 * @param file name for messages
 * @param fail throws another error than ElfFormatError
 * @throws ElfFormatError on a malformed archive, and on a thin one, whose members are other files
 */
export function readArchiveMembers(
  file: string,
  bytes: Uint8Array,
  fail: ElfFailure = (offset, expected, found) => {
    throw new ElfFormatError(file, offset, `expected ${expected}, found ${found}`);
  },
): ArchiveMember[] {
  const magic = latin1(bytes, 0, 8);
  if (magic === THIN_MAGIC)
    fail(0, 'an archive that holds its members', 'a thin archive, which only names them');
  if (magic !== MAGIC) fail(0, 'the archive magic "!<arch>"', JSON.stringify(magic));
  const members: ArchiveMember[] = [];
  let longNames = new Uint8Array(0) as Uint8Array;
  let at = 8;
  while (at < bytes.length) {
    if (at + HEADER_SIZE > bytes.length)
      fail(at, `a member header of ${HEADER_SIZE} bytes`, `${bytes.length - at} bytes`);
    if (bytes[at + 58] !== 0x60 || bytes[at + 59] !== 0x0a)
      fail(at + 58, 'the end of a member header, 60 0a', latin1(bytes, at + 58, 2));
    const sizeText = latin1(bytes, at + 48, 10).trimEnd();
    const size = /^\d+$/.test(sizeText)
      ? Number(sizeText)
      : fail(at + 48, 'a decimal size', JSON.stringify(sizeText));
    const start = at + HEADER_SIZE;
    if (start + size > bytes.length)
      fail(at + 48, `${size} bytes of a member`, `${bytes.length - start} bytes to the end of the file`);
    const field = latin1(bytes, at, 16).trimEnd();
    let contents = bytes.subarray(start, start + size);
    let name = field.endsWith('/') && field.length > 1 ? field.slice(0, -1) : field;
    if (/^\/\d+$/.test(field)) {
      const offset = Number(field.slice(1));
      const end = longNames.indexOf(0x0a, offset);
      if (offset >= longNames.length) fail(at, `a name inside the table of ${longNames.length} bytes`, field);
      name = latin1(longNames, offset, (end < 0 ? longNames.length : end) - offset).replace(/\/$/, '');
    } else if (/^#1\/\d+$/.test(field)) {
      const length = Number(field.slice(3));
      if (length > size) fail(at, `a name of at most ${size} bytes`, field);
      name = latin1(contents, 0, length).replace(/\0+$/, '');
      contents = contents.subarray(length);
    }
    if (field === '//') longNames = contents;
    else if (field !== '/' && field !== '/SYM64/' && !name.startsWith('__.SYMDEF'))
      members.push({ name, bytes: contents });
    at = start + size + (size & 1);
  }
  return members;
}

function latin1(bytes: Uint8Array, offset: number, length: number): string {
  return decoder.decode(bytes.subarray(offset, offset + length));
}
