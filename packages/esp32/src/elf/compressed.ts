import { inflateSync } from 'node:zlib';
import { SectionFlag } from '@xtal/xtensa/elf';
import { ElfError } from './elf-error.js';
import type { ElfSection } from './elf-file.js';

const HEADER_SIZE = 12;
const ZLIB = 1;
/** Debug information of one section; a hostile file must not unpack into more. */
const LARGEST_SECTION = 0x800_0000;

/**
 * Contents of a section, unpacked where it is compressed (SHF_COMPRESSED, as `gcc -gz` writes debug sections).
 *
 * @throws ElfError on other methods than zlib and on data that is not what its header says
 */
export function sectionContents(section: ElfSection, file: string): Uint8Array {
  if ((section.flags & SectionFlag.compressed) === 0) return section.data;
  const fail = (expected: string, found: string, cause?: unknown): never => {
    throw new ElfError(
      { file, offset: section.offset, expected: `${expected} (section ${section.name})`, found },
      { cause },
    );
  };
  const { data } = section;
  if (data.length < HEADER_SIZE) fail(`a compression header of ${HEADER_SIZE} bytes`, `${data.length} bytes`);
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const method = view.getUint32(0, true);
  const size = view.getUint32(4, true);
  if (method !== ZLIB) fail('compression 1 (zlib)', `compression ${method}`);
  if (size > LARGEST_SECTION) fail(`at most ${LARGEST_SECTION} bytes unpacked`, `${size} bytes`);
  let unpacked: Uint8Array;
  try {
    unpacked = inflateSync(data.subarray(HEADER_SIZE), { maxOutputLength: Math.max(size, 1) });
  } catch (cause) {
    return fail('zlib data', cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (unpacked.length !== size) fail(`${size} bytes unpacked`, `${unpacked.length} bytes`);
  return new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.length);
}
