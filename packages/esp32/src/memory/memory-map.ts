import {
  FlatMemory,
  PAGE_DATA_RAM,
  PAGE_EXECUTE,
  PAGE_INSTRUCTION_RAM,
  PAGE_READ,
  PAGE_READ_WORD,
} from '@xtal/xtensa';

/** What a range of guest addresses is backed by. */
export interface MemoryRegion {
  readonly name: string;
  /** Guest address. */
  readonly start: number;
  /** Bytes. */
  readonly size: number;
  /** Union of `PAGE_*`. */
  readonly pageClass: number;
  /** Another name of the memory at this guest address. */
  readonly alias?: { readonly target: number; readonly reversed?: boolean };
}

/** First guest address of the flat window: the start of the flash data window. */
export const WINDOW_BASE = 0x3f40_0000;
/** Bytes of the flat window: to the end of the flash instruction windows, 0x40C00000. */
export const WINDOW_SIZE = 0x0180_0000;

/** Instruction ROM reads as IRAM does: aligned words only. */
const PAGE_INSTRUCTION_ROM = PAGE_READ_WORD | PAGE_EXECUTE;
/** Flash through the cache on the instruction bus: words, and literals of L32R. */
const PAGE_INSTRUCTION_FLASH = PAGE_READ_WORD | PAGE_EXECUTE;

/**
 * RTC slow memory lies at 0x50000000, outside the window. Its bytes stand at an address inside that nothing on the
 * chip uses, and are reached through an alias.
 */
export const RTC_SLOW_BACKING = 0x3ff8_4000;

/**
 * The ESP32's memories (facts/firmware §4, TRM chapter 1.3), by address. External memories are mapped when there is
 * something behind them: flash windows by the loader, PSRAM by the machine's configuration.
 */
export const MEMORY_REGIONS: readonly MemoryRegion[] = [
  { name: 'RTC fast memory, data', start: 0x3ff8_0000, size: 0x2000, pageClass: PAGE_DATA_RAM },
  { name: 'ROM1, data', start: 0x3ff9_0000, size: 0x1_0000, pageClass: PAGE_READ },
  { name: 'SRAM2', start: 0x3ffa_e000, size: 0x3_2000, pageClass: PAGE_DATA_RAM },
  { name: 'SRAM1', start: 0x3ffe_0000, size: 0x2_0000, pageClass: PAGE_DATA_RAM },
  { name: 'ROM0', start: 0x4000_0000, size: 0x6_0000, pageClass: PAGE_INSTRUCTION_ROM },
  {
    name: 'ROM1, instructions',
    start: 0x4006_0000,
    size: 0x1_0000,
    pageClass: PAGE_INSTRUCTION_ROM,
    alias: { target: 0x3ff9_0000 },
  },
  { name: 'SRAM0, cache of core 0', start: 0x4007_0000, size: 0x8000, pageClass: PAGE_INSTRUCTION_RAM },
  { name: 'SRAM0, cache of core 1', start: 0x4007_8000, size: 0x8000, pageClass: PAGE_INSTRUCTION_RAM },
  { name: 'SRAM0, instruction RAM', start: 0x4008_0000, size: 0x2_0000, pageClass: PAGE_INSTRUCTION_RAM },
  {
    name: 'SRAM1, instructions',
    start: 0x400a_0000,
    size: 0x2_0000,
    pageClass: PAGE_INSTRUCTION_RAM,
    alias: { target: 0x3ffe_0000, reversed: true },
  },
  {
    name: 'RTC fast memory, instructions',
    start: 0x400c_0000,
    size: 0x2000,
    pageClass: PAGE_INSTRUCTION_RAM,
    alias: { target: 0x3ff8_0000 },
  },
  {
    name: 'RTC slow memory',
    start: 0x5000_0000,
    size: 0x2000,
    pageClass: PAGE_DATA_RAM,
    alias: { target: RTC_SLOW_BACKING },
  },
];

/** Windows onto flash and PSRAM. Mapped page by page where a program is loaded. */
export const EXTERNAL_WINDOWS = {
  /** Flash on the data bus. */
  drom: { start: 0x3f40_0000, end: 0x3f80_0000, pageClass: PAGE_READ },
  /** PSRAM on the data bus. */
  psram: { start: 0x3f80_0000, end: 0x3fc0_0000, pageClass: PAGE_DATA_RAM },
  /** Flash on the instruction bus; the first pages of IRAM0's window cannot be used. */
  irom: { start: 0x400d_0000, end: 0x40c0_0000, pageClass: PAGE_INSTRUCTION_FLASH },
} as const;

/** Largest PSRAM that the data bus shows at once. */
export const LARGEST_PSRAM = EXTERNAL_WINDOWS.psram.end - EXTERNAL_WINDOWS.psram.start;

const PAGE = 4096;

/**
 * Guest memory of an ESP32 with its internal memories mapped.
 *
 * @param psram bytes of external RAM, a multiple of 4 KiB up to 4 MB; 0 for none
 * @throws RangeError when psram is neither
 */
export function createEsp32Memory(psram: number): FlatMemory {
  if (!Number.isInteger(psram) || psram < 0 || psram > LARGEST_PSRAM || psram % PAGE !== 0) {
    throw new RangeError(`PSRAM of ${psram} bytes: expected a multiple of 4096 from 0 to ${LARGEST_PSRAM}`);
  }
  const memory = new FlatMemory({ base: WINDOW_BASE, size: WINDOW_SIZE });
  for (const { start, size, pageClass, alias } of MEMORY_REGIONS) {
    if (alias === undefined) memory.map(start, size, pageClass);
    else memory.mapAlias(start, size, alias.target, { pageClass, reversed: alias.reversed === true });
  }
  if (psram > 0) memory.map(EXTERNAL_WINDOWS.psram.start, psram, EXTERNAL_WINDOWS.psram.pageClass);
  return memory;
}

/** Maps the pages of a flash window that a range touches. Ranges elsewhere are left alone. */
export function mapFlash(memory: FlatMemory, address: number, size: number): void {
  for (const window of [EXTERNAL_WINDOWS.drom, EXTERNAL_WINDOWS.irom]) {
    if (size === 0 || address < window.start || address + size > window.end) continue;
    const start = Math.floor(address / PAGE) * PAGE;
    const end = Math.ceil((address + size) / PAGE) * PAGE;
    memory.map(start, end - start, window.pageClass);
  }
}

/** Name of the memory at a guest address, for messages; undefined where nothing is. */
export function regionName(address: number): string | undefined {
  const region = MEMORY_REGIONS.find(({ start, size }) => address >= start && address < start + size);
  if (region !== undefined) return region.name;
  const { drom, psram, irom } = EXTERNAL_WINDOWS;
  if (address >= drom.start && address < drom.end) return 'flash, data window';
  if (address >= psram.start && address < psram.end) return 'PSRAM window';
  if (address >= irom.start && address < irom.end) return 'flash, instruction window';
  if ((address >= 0x3ff0_0000 && address < 0x3ff8_0000) || (address >= 0x6000_0000 && address < 0x6004_0000))
    return 'peripheral registers';
  return undefined;
}
