import { hexAddress, type FlatMemory } from '@xtal/xtensa';
import { SegmentType, SymbolBinding, SymbolType } from '@xtal/xtensa/elf';
import { sectionContents } from './elf/compressed.js';
import { ElfError } from './elf/elf-error.js';
import type { ElfFile, ElfSegment } from './elf/elf-file.js';
import { readSymbols } from './elf/elf-symbols.js';
import { isAssemblerLabel } from './link/linker.js';
import type { ImageSection } from './link/linked-program.js';
import { mapFlash, regionName } from './memory/memory-map.js';
import type { GuestSymbol } from './symbols.js';

/** A program, or the ROM, as it was loaded. */
export interface LoadedImage {
  /** File name, or the names of the objects that were linked. */
  readonly name: string;
  readonly entry: number;
  /** Sections with their contents, debug sections among them. */
  readonly sections: readonly ImageSection[];
  /** Added to addresses in debug information to get guest addresses; 0 for everything that is linked. */
  readonly loadBias: number;
  /** The file, for executables. */
  readonly bytes?: Uint8Array;
}

/**
 * Puts the segments of an executable into guest memory, mapping flash windows as needed.
 *
 * @throws ElfError on segments that overlap or lie where the ESP32 has no memory, before anything is written
 */
export function loadSegments(memory: FlatMemory, elf: ElfFile): void {
  const segments = elf.segments.filter(({ type, memorySize }) => type === SegmentType.load && memorySize > 0);
  if (segments.length === 0) {
    throw new ElfError({ file: elf.name, expected: 'a segment to load', found: 'none' });
  }
  const sorted = segments.toSorted((a, b) => a.address - b.address);
  sorted.forEach((segment, i) => {
    const before = sorted[i - 1];
    if (before !== undefined && before.address + before.memorySize > segment.address) {
      throw new ElfError({
        file: elf.name,
        offset: segment.offset,
        expected: `a segment behind ${hexAddress(before.address + before.memorySize)}, where another one ends`,
        found: `one at ${hexAddress(segment.address)} that overlaps it`,
      });
    }
  });
  for (const segment of segments) checkFits(memory, elf, segment);
  for (const { address, memorySize, data } of segments) {
    mapFlash(memory, address, memorySize);
    memory.copyIn(address, data);
    if (memorySize > data.length) memory.fill(address + data.length, memorySize - data.length, 0);
  }
}

/** The first and the last byte must lie in one memory of the chip, and that memory must be there. */
function checkFits(memory: FlatMemory, elf: ElfFile, { address, memorySize, offset }: ElfSegment): void {
  const last = address + memorySize - 1;
  const flash = regionName(address)?.startsWith('flash') === true && regionName(address) === regionName(last);
  if (flash) return;
  for (let page = Math.floor(address / 4096); page <= Math.floor(last / 4096); page++) {
    if (memory.attributes[page] !== 0) continue;
    const at = Math.max(address, page * 4096);
    throw new ElfError({
      file: elf.name,
      offset,
      expected: `a segment in the ESP32's memory`,
      found: `${memorySize} bytes at ${hexAddress(address)}, of which ${hexAddress(at)} is ${regionName(at) ?? 'no memory'}`,
    });
  }
}

/**
 * Loads the mask ROM's ELF file by its sections: its segments overlap and hold the file's own headers. Initial data
 * of the ROM's variables is put where the ROM's start would unpack it to.
 */
export function loadRomSections(memory: FlatMemory, elf: ElfFile): void {
  for (const section of elf.sections) {
    if (section.address === 0 || section.data.length === 0) continue;
    if (section.type !== 1) continue;
    // Bluetooth's data belongs to whoever uses Bluetooth; everything else has its fixed place.
    if (section.name === '.data_btdm') continue;
    const name = regionName(section.address);
    if (name === undefined) {
      throw new ElfError({
        file: elf.name,
        offset: section.offset,
        expected: "a section in the ESP32's memory",
        found: `${section.name} at ${hexAddress(section.address)}`,
      });
    }
    memory.copyIn(section.address, section.data);
  }
}

/** Symbols of an executable, as the symbol table of a machine takes them. */
export function elfSymbols(elf: ElfFile): GuestSymbol[] {
  const symbols: GuestSymbol[] = [];
  for (const { name, value, size, type, binding, section } of readSymbols(elf)) {
    if (
      name === '' ||
      section === 0 ||
      type === SymbolType.section ||
      type === SymbolType.file ||
      isAssemblerLabel(name)
    )
      continue;
    const kind = type === SymbolType.function ? 'function' : type === SymbolType.object ? 'object' : 'label';
    symbols.push({
      name,
      address: value,
      size,
      kind,
      local: binding === SymbolBinding.local,
      object: elf.name,
      section: elf.sections[section]?.name,
    });
  }
  return symbols;
}

/** Sections of an executable for readers of debug information, unpacked. */
export function elfSections(elf: ElfFile): ImageSection[] {
  return elf.sections
    .filter(({ index }) => index > 0)
    .map((section) => ({
      name: section.name,
      address: section.address,
      size: section.size,
      bytes: section.name.startsWith('.debug_') ? sectionContents(section, elf.name) : section.data,
    }));
}
