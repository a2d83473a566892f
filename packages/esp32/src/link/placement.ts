import { SectionFlag, SectionType } from '@xtal/xtensa/elf';
import type { ElfSection } from '../elf/elf-file.js';
import { LinkError } from './link-error.js';
import type { ObjectFile } from './object-file.js';

/** Memory that the linker places sections in. */
export type LinkRegionName = 'iram' | 'irom' | 'dram' | 'drom' | 'rtcFast' | 'rtcSlow';

/** Guest address range of a region, `end` exclusive. */
export interface LinkRegion {
  readonly start: number;
  readonly end: number;
}

/** What a section is, which decides where it may go and in which order. */
export type SectionRole =
  | 'text'
  | 'iram'
  | 'rtcText'
  | 'rodata'
  | 'constructors'
  | 'data'
  | 'tlsData'
  | 'tlsBss'
  | 'bss'
  | 'rtcData'
  | 'debug'
  | 'dropped';

/** Sections of a finished program that only a linker which relaxes, or an unwinder, would read. */
const DROPPED = /^\.(xt\.|xtensa\.info|eh_frame|comment|note|gnu\.version|llvm)/;
const DEBUG = /^\.(debug_|line$|stab|gdb_index)/;

/** What an object's section is for, by its flags and by the names that ESP-IDF gives sections of special memories. */
export function sectionRole(section: ElfSection): SectionRole {
  const { name, flags } = section;
  if (DROPPED.test(name)) return 'dropped';
  if ((flags & SectionFlag.alloc) === 0) return DEBUG.test(name) ? 'debug' : 'dropped';
  if (name.startsWith('.rtc.')) return (flags & SectionFlag.execute) !== 0 ? 'rtcText' : 'rtcData';
  if (name.startsWith('.iram') || /^\.vectors?\b/.test(name)) return 'iram';
  if ((flags & SectionFlag.execute) !== 0) return 'text';
  if ((flags & SectionFlag.tls) !== 0) return section.type === SectionType.nobits ? 'tlsBss' : 'tlsData';
  if (/^\.(preinit_array|init_array|ctors)/.test(name)) return 'constructors';
  if ((flags & SectionFlag.write) !== 0) return section.type === SectionType.nobits ? 'bss' : 'data';
  return 'rodata';
}

/** A section with the address that it got. */
export interface PlacedSection {
  readonly object: ObjectFile;
  readonly section: ElfSection;
  readonly role: SectionRole;
  /** Guest address; offset in the merged section for debug sections. */
  readonly address: number;
}

/** Hands out addresses of one region upwards. */
export class RegionCursor {
  /** First free guest address. */
  next: number;
  constructor(
    readonly name: LinkRegionName,
    readonly region: LinkRegion,
  ) {
    this.next = region.start;
  }

  /**
   * Reserves bytes.
   *
   * @throws LinkError naming the section when the region is full
   */
  place(size: number, align: number, object: string, section: string): number {
    const step = Math.max(align, 1);
    const address = Math.ceil(this.next / step) * step;
    if (address + size > this.region.end) {
      const { start, end } = this.region;
      throw new LinkError(
        { object, section },
        `does not fit ${this.name} (0x${start.toString(16)} to 0x${end.toString(16)}): ${size} bytes asked, ` +
          `${Math.max(end - address, 0)} left`,
      );
    }
    this.next = address + size;
    return address;
  }
}

/** Order of constructor tables: priorities first, in their order; `.ctors` are called from the end, so they are reversed. */
export function constructorPriority(name: string): number {
  const number = /\.(\d+)$/.exec(name);
  if (name.startsWith('.preinit_array')) return -1;
  if (number === null) return 65536;
  return name.startsWith('.ctors') ? 65535 - Number(number[1]) : Number(number[1]);
}
