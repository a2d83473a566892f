import { GROUP_COMDAT, SectionFlag, SectionType } from '@xtal/xtensa/elf';
import { SHF_COMPRESSED } from '../elf/elf-constants.js';
import { sectionContents } from '../elf/compressed.js';
import { ElfError } from '../elf/elf-error.js';
import { parseElf, type ElfFile, type ElfSection } from '../elf/elf-file.js';
import { readSymbols, type ElfSymbol } from '../elf/elf-symbols.js';

/** A relocation entry (Elf32_Rela). */
export interface Relocation {
  /** Bytes from the start of the section that is patched. */
  readonly offset: number;
  /** R_XTENSA_… number. */
  readonly type: number;
  /** Index into the object's symbols. */
  readonly symbol: number;
  readonly addend: number;
}

/** A section group (SectionType.group). */
export interface SectionGroup {
  readonly signature: string;
  /** Of groups with one signature only the first is kept. */
  readonly comdat: boolean;
  readonly members: readonly number[];
}

/** A relocatable object, checked as far as its own tables go. */
export interface ObjectFile {
  readonly name: string;
  readonly elf: ElfFile;
  readonly sections: readonly ElfSection[];
  readonly symbols: readonly ElfSymbol[];
  /** Relocations by the index of the section that they patch. */
  readonly relocations: ReadonlyMap<number, readonly Relocation[]>;
  readonly groups: readonly SectionGroup[];
}

const RELA_SIZE = 12;
const LARGEST_ALIGNMENT = 0x1_0000;

/**
 * Reads a relocatable object.
 *
 * @throws ElfError on malformed tables, an executable, or relocations without addends (no Xtensa compiler emits them)
 */
export function readObject(bytes: Uint8Array, name: string): ObjectFile {
  const parsed = parseElf(bytes, name);
  const elf = { ...parsed, sections: parsed.sections.map((section) => unpack(section, name)) };
  if (elf.kind !== 'object') {
    throw new ElfError({
      file: name,
      offset: 16,
      expected: 'type 1 (relocatable object)',
      found: 'an executable',
    });
  }
  const symbols = readSymbols(elf);
  const relocations = new Map<number, Relocation[]>();
  const groups: SectionGroup[] = [];
  for (const section of elf.sections) {
    const fail = (expected: string, found: string): never => {
      throw new ElfError({
        file: name,
        offset: section.offset,
        expected: `${expected} (section ${section.name})`,
        found,
      });
    };
    const { align } = section;
    if (
      (section.flags & SectionFlag.alloc) !== 0 &&
      align > 1 &&
      ((align & (align - 1)) !== 0 || align > LARGEST_ALIGNMENT)
    ) {
      fail(`an alignment that is a power of two up to ${LARGEST_ALIGNMENT}`, `${align}`);
    }
    if (section.type === SectionType.rel && section.size > 0)
      fail('relocations with addends (SectionType.rela)', 'relocations without (SectionType.rel)');
    if (section.type === SectionType.rela) {
      const target = elf.sections[section.info];
      if (target === undefined || section.info === 0)
        fail('relocations of a section of this file', `section ${section.info}`);
      const list = readRelocations(name, section, target!, symbols.length);
      relocations.set(section.info, [...(relocations.get(section.info) ?? []), ...list]);
    }
    if (section.type === SectionType.group) {
      const view = new DataView(section.data.buffer, section.data.byteOffset, section.data.length);
      const words = Array.from({ length: section.data.length >>> 2 }, (_, i) => view.getUint32(i * 4, true));
      const signature = symbols[section.info];
      if (words.length === 0 || signature === undefined)
        fail('a group with flags and a signature symbol', `symbol ${section.info}`);
      const members = words.slice(1);
      const stray = members.find((member) => member === 0 || member >= elf.sections.length);
      if (stray !== undefined) fail(`group members below ${elf.sections.length}`, `${stray}`);
      // GNU as names the group by a section symbol at times; its name is then the section's.
      const text = signature!.name !== '' ? signature!.name : (elf.sections[signature!.section]?.name ?? '');
      groups.push({ signature: text, comdat: (words[0]! & GROUP_COMDAT) !== 0, members });
    }
  }
  return { name, elf, sections: elf.sections, symbols, relocations, groups };
}

/** The section with its contents unpacked, so that relocations meet what they were written for. */
function unpack(section: ElfSection, file: string): ElfSection {
  if ((section.flags & SHF_COMPRESSED) === 0) return section;
  const data = sectionContents(section, file);
  return { ...section, data, size: data.length, flags: section.flags & ~SHF_COMPRESSED };
}

function readRelocations(
  file: string,
  table: ElfSection,
  target: ElfSection,
  symbolCount: number,
): Relocation[] {
  const { data } = table;
  if (table.entrySize !== RELA_SIZE || data.length % RELA_SIZE !== 0) {
    throw new ElfError({
      file,
      offset: table.offset,
      expected: `relocations of ${RELA_SIZE} bytes`,
      found: `entries of ${table.entrySize} in ${data.length} bytes`,
    });
  }
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const list: Relocation[] = [];
  for (let at = 0; at < data.length; at += RELA_SIZE) {
    const offset = view.getUint32(at, true);
    const info = view.getUint32(at + 4, true);
    const symbol = info >>> 8;
    if (offset >= target.size && !(offset === target.size && (info & 0xff) === 0)) {
      throw new ElfError({
        file,
        offset: table.offset + at,
        expected: `an offset inside ${target.name} of ${target.size} bytes`,
        found: `0x${offset.toString(16)}`,
      });
    }
    if (symbol !== 0 && symbol >= symbolCount) {
      throw new ElfError({
        file,
        offset: table.offset + at,
        expected: `a symbol below ${symbolCount}`,
        found: `${symbol}`,
      });
    }
    list.push({ offset, type: info & 0xff, symbol, addend: view.getInt32(at + 8, true) });
  }
  return list;
}
