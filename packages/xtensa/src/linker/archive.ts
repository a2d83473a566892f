/** `ar` archives: the members of a static library. */
import { ElfFormatError } from '../elf/index.js';

/** A member of an archive. */
export interface ArchiveMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ascii = new TextDecoder('latin1');

/** Whether the bytes begin like an archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return ascii.decode(bytes.subarray(0, 8)) === '!<arch>\n';
}

/**
 * The members of an archive, without its symbol index.
 *
 * @throws ElfFormatError
 */
export function readArchiveMembers(file: string, bytes: Uint8Array): ArchiveMember[] {
  const members: ArchiveMember[] = [];
  let longNames = '';
  for (let at = 8; at + 60 <= bytes.length;) {
    const header = ascii.decode(bytes.subarray(at, at + 60));
    const size = Number(header.slice(48, 58).trim());
    if (header.slice(58) !== '`\n' || !Number.isInteger(size) || size < 0) {
      throw new ElfFormatError(file, at, 'no archive member starts here');
    }
    const start = at + 60;
    if (start + size > bytes.length) {
      throw new ElfFormatError(file, at, `member of ${size} bytes ends beyond the file of ${bytes.length}`);
    }
    const data = bytes.subarray(start, start + size);
    let name = header.slice(0, 16).trimEnd();
    if (name === '//') longNames = ascii.decode(data);
    else if (name !== '/' && name !== '/SYM64/') {
      if (/^\/\d+$/.test(name)) {
        const offset = Number(name.slice(1));
        const end = longNames.indexOf('\n', offset);
        name = longNames.slice(offset, end < 0 ? undefined : end);
      }
      members.push({ name: name.replace(/\/$/, ''), bytes: data });
    }
    at = start + size + (size & 1);
  }
  return members;
}
