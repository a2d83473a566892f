import { readRelocationTables, SectionFlag, type RelocationEntry, type SectionGroup } from '@xtal/xtensa/elf';
import { sectionContents } from '../elf/compressed.js';
import { ElfError, failureOf } from '../elf/elf-error.js';
import { parseElf, type ElfFile, type ElfSection } from '../elf/elf-file.js';
import { readSymbols, type ElfSymbol } from '../elf/elf-symbols.js';

/** A relocatable object, checked as far as its own tables go. */
export interface ObjectFile {
  readonly name: string;
  readonly elf: ElfFile;
  readonly sections: readonly ElfSection[];
  readonly symbols: readonly ElfSymbol[];
  /** Relocations by the index of the section that they patch. */
  readonly relocations: ReadonlyMap<number, readonly RelocationEntry[]>;
  readonly groups: readonly SectionGroup[];
}

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
  for (const section of elf.sections) {
    const { align } = section;
    if (
      (section.flags & SectionFlag.alloc) !== 0 &&
      align > 1 &&
      ((align & (align - 1)) !== 0 || align > LARGEST_ALIGNMENT)
    ) {
      const expected = `an alignment that is a power of two up to ${LARGEST_ALIGNMENT} (section ${section.name})`;
      throw new ElfError({ file: name, offset: section.offset, expected, found: `${align}` });
    }
  }
  const tables = readRelocationTables(elf.sections, symbols, bytes.length, failureOf(name));
  return { name, elf, sections: elf.sections, symbols, ...tables };
}

/** The section with its contents unpacked, so that relocations meet what they were written for. */
function unpack(section: ElfSection, file: string): ElfSection {
  if ((section.flags & SectionFlag.compressed) === 0) return section;
  const data = sectionContents(section, file);
  return { ...section, data, size: data.length, flags: section.flags & ~SectionFlag.compressed };
}
