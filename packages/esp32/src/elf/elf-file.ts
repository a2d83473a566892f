import elfy from 'elfy';
import { EM_XTENSA, ElfType, looksLikeElf, SectionType, SegmentType } from '@xtal/xtensa/elf';
import { MACHINE_NAMES } from './elf-constants.js';
import { ElfError } from './elf-error.js';

export { looksLikeElf };

/** A program header. Addresses are guest addresses, sizes bytes. */
export interface ElfSegment {
  /** p_type, PT_LOAD = 1. */
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly physicalAddress: number;
  /** Bytes in guest memory; those beyond `data` are zero. */
  readonly memorySize: number;
  /** Bytes in the file: a view, not a copy. */
  readonly data: Uint8Array;
}

/** A section header with its contents. */
export interface ElfSection {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  /** File offset of the contents. */
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly align: number;
  readonly entrySize: number;
  /** Contents: a view, not a copy; empty for SectionType.nobits. */
  readonly data: Uint8Array;
}

/** A checked ELF file for Xtensa. */
export interface ElfFile {
  readonly name: string;
  readonly kind: 'executable' | 'object';
  readonly entry: number;
  readonly segments: readonly ElfSegment[];
  readonly sections: readonly ElfSection[];
  readonly bytes: Uint8Array;
}

const HEADER_SIZE = 52;
const SEGMENT_SIZE = 32;
const SECTION_SIZE = 40;
/** Longest section name that is read: elfy copies every name, and overlapping names must not add up to gigabytes. */
const LONGEST_SECTION_NAME = 1024;
/** 256 MB: larger than any ESP32 program with debug information, small enough to be held twice. */
const LARGEST_FILE = 0x1000_0000;

/**
 * Reads headers, segments and sections of an ELF file through elfy, after checking everything that elfy takes on
 * trust: it asserts on, or reads beyond, what is malformed, and needs a section name table that stripped files lack.
 *
 * @param bytes the file; views into it are returned, so it must not change while they are used
 * @throws ElfError naming file, offset and what was expected
 */
export function parseElf(bytes: Uint8Array, name: string): ElfFile {
  const raw = checkHeaders(bytes, name);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    let programs;
    let sections: ReturnType<typeof elfy.parse>['body']['sections'] = [];
    let entry: number;
    if (raw.sections.length > 0) {
      const parsed = elfy.parse(buffer);
      ({ programs, sections } = parsed.body);
      entry = parsed.entry;
    } else {
      const parser = new elfy.Parser();
      const header = parser.parseHeader(buffer);
      programs = parser.parsePrograms(buffer, header);
      entry = header.entry;
    }
    return {
      name,
      bytes,
      entry,
      kind: raw.type === ElfType.relocatable ? 'object' : 'executable',
      segments: programs.map((program, i) => ({
        ...raw.segments[i]!,
        offset: program.offset,
        address: program.vaddr,
        physicalAddress: program.paddr,
        memorySize: program.memsz,
        data: plainView(program.data),
      })),
      sections: sections.map((section, index) => ({
        ...raw.sections[index]!,
        index,
        name: section.name,
        address: section.addr,
        offset: section.off,
        size: section.size,
        link: section.link,
        info: section.info,
        align: section.addralign,
        entrySize: section.entsize,
        data: plainView(
          section.data.subarray(0, raw.sections[index]!.type === SectionType.nobits ? 0 : section.size),
        ),
      })),
    };
  } catch (cause) {
    if (cause instanceof ElfError) throw cause;
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new ElfError({ file: name, expected: 'an ELF file that elfy can read', found }, { cause });
  }
}

/** A Uint8Array over the same bytes, so that Buffer's own methods do not leak into the rest of the code. */
function plainView(data: Uint8Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}

interface RawHeaders {
  readonly type: number;
  /** What elfy turns into words or drops: the plain numbers. */
  readonly segments: { type: number; flags: number }[];
  readonly sections: { type: number; flags: number }[];
}

/** Checks the file header and both header tables against the size of the file. */
function checkHeaders(bytes: Uint8Array, file: string): RawHeaders {
  const fail = (offset: number | undefined, expected: string, found: string): never => {
    throw new ElfError({ file, offset, expected, found });
  };
  if (!looksLikeElf(bytes))
    fail(0, 'the ELF magic 7f 45 4c 46', bytes.length === 0 ? 'an empty file' : firstBytes(bytes));
  if (bytes.length < HEADER_SIZE) fail(0, `an ELF header of ${HEADER_SIZE} bytes`, `${bytes.length} bytes`);
  if (bytes.length > LARGEST_FILE) fail(undefined, `at most ${LARGEST_FILE} bytes`, `${bytes.length} bytes`);
  if (bytes[4] !== 1) fail(4, 'class 1 (32 bit)', `class ${bytes[4]}`);
  if (bytes[5] !== 1) fail(5, 'data encoding 1 (little-endian)', `data encoding ${bytes[5]}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const u16 = (offset: number): number => view.getUint16(offset, true);
  const u32 = (offset: number): number => view.getUint32(offset, true);
  const type = u16(16);
  if (type !== ElfType.relocatable && type !== ElfType.executable) {
    const found = type === ElfType.shared ? 'type 3 (shared object)' : `type ${type}`;
    fail(16, 'type 1 (relocatable object) or 2 (executable)', found);
  }
  const machine = u16(18);
  if (machine !== EM_XTENSA)
    fail(18, 'machine 94 (Xtensa)', `machine ${machine} (${MACHINE_NAMES[machine] ?? 'unknown'})`);
  if (u32(20) !== 1) fail(20, 'version 1', `version ${u32(20)}`);

  const table = (
    what: string,
    offsetField: number,
    sizeField: number,
    countField: number,
    size: number,
  ): number[] => {
    const offset = u32(offsetField);
    const count = u16(countField);
    if (offset === 0 || count === 0) return [];
    if (u16(sizeField) !== size)
      fail(sizeField, `${what} headers of ${size} bytes`, `${u16(sizeField)} bytes`);
    if (offset + count * size > bytes.length) {
      fail(
        offset,
        `${count} ${what} headers of ${size} bytes`,
        `the end of the file at 0x${bytes.length.toString(16)}`,
      );
    }
    return Array.from({ length: count }, (_, i) => offset + i * size);
  };

  const segments = table('program', 28, 42, 44, SEGMENT_SIZE).map((at) => {
    const [segmentType, offset, address, fileSize, memorySize] = [
      u32(at),
      u32(at + 4),
      u32(at + 8),
      u32(at + 16),
      u32(at + 20),
    ];
    if (offset + fileSize > bytes.length) {
      fail(
        at,
        `segment data inside the file of ${bytes.length} bytes`,
        `${fileSize} bytes at 0x${offset.toString(16)}`,
      );
    }
    if (segmentType === SegmentType.load && fileSize > memorySize) {
      fail(at, `no more file bytes than the ${memorySize} bytes in memory`, `${fileSize} file bytes`);
    }
    if (segmentType === SegmentType.load && address + memorySize > 0x1_0000_0000) {
      fail(
        at,
        'a segment inside the 32-bit address space',
        `${memorySize} bytes at 0x${address.toString(16)}`,
      );
    }
    return { type: segmentType, flags: u32(at + 24) };
  });

  const sectionHeaders = table('section', 32, 46, 48, SECTION_SIZE);
  const sections = sectionHeaders.map((at, index) => {
    const sectionType = u32(at + 4);
    const [offset, size] = [u32(at + 16), u32(at + 20)];
    if (
      index > 0 &&
      sectionType !== SectionType.nobits &&
      sectionType !== 0 &&
      offset + size > bytes.length
    ) {
      fail(
        at,
        `section data inside the file of ${bytes.length} bytes`,
        `${size} bytes at 0x${offset.toString(16)}`,
      );
    }
    return { type: sectionType, flags: u32(at + 8) };
  });
  if (sections.length > 0) checkSectionNames(bytes, file, sectionHeaders, u16(50));
  return { type, segments, sections };
}

/** Every section's name must end inside the name table. */
function checkSectionNames(
  bytes: Uint8Array,
  file: string,
  headers: readonly number[],
  namesIndex: number,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const namesAt = headers[namesIndex];
  if (namesAt === undefined) {
    throw new ElfError({
      file,
      offset: 50,
      expected: `a section number below ${headers.length} for the names`,
      found: `${namesIndex}`,
    });
  }
  const type = view.getUint32(namesAt + 4, true);
  if (type !== SectionType.strtab) {
    throw new ElfError({
      file,
      offset: namesAt,
      expected: 'a string table (type 3) for section names',
      found: `type ${type}`,
    });
  }
  const start = view.getUint32(namesAt + 16, true);
  const names = bytes.subarray(start, start + view.getUint32(namesAt + 20, true));
  for (const at of headers) {
    const name = view.getUint32(at, true);
    const end = names.indexOf(0, name);
    // elfy takes an offset at or beyond the end as an empty name; only index 0 may do so here.
    if (name >= names.length || end < 0 || end - name > LONGEST_SECTION_NAME) {
      if (name === 0 && names.length === 0) continue;
      throw new ElfError({
        file,
        offset: at,
        expected: `a section name that ends within ${LONGEST_SECTION_NAME} bytes inside the name table`,
        found: `offset 0x${name.toString(16)} of ${names.length} bytes`,
      });
    }
  }
}

function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
