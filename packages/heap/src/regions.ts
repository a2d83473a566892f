/**
 * The ESP32's memory types, regions and reserved ranges (IDF v5.1.3 memory_layout.c, memory_layout_utils.c), as data, and
 * what they leave for heaps.
 *
 * @packageDocumentation
 */

/** `MALLOC_CAP_*` bits of the ESP32. */
export const CAP_EXEC = 1 << 0;
export const CAP_32BIT = 1 << 1;
export const CAP_8BIT = 1 << 2;
export const CAP_DMA = 1 << 3;
export const CAP_SPIRAM = 1 << 10;
export const CAP_INTERNAL = 1 << 11;
export const CAP_DEFAULT = 1 << 12;
export const CAP_IRAM_8BIT = 1 << 13;
export const CAP_RETENTION = 1 << 14;
export const CAP_RTCRAM = 1 << 15;
export const CAP_INVALID = 0x80000000;

/** Capabilities of a heap by priority: a request tries column 0 of all heaps, then column 1, then column 2. */
export type CapsColumns = readonly [number, number, number];

/** A kind of memory. */
export interface MemoryType {
  readonly name: string;
  readonly caps: CapsColumns;
  /** Holds the stacks of the start-up code: its heaps are registered by `heap_caps_enable_nonos_stack_heaps` only. */
  readonly startupStack: boolean;
}

/** The types that ESP32 regions have, by IDF's number. */
export const MEMORY_TYPES = {
  0: {
    name: 'DRAM',
    caps: [CAP_8BIT | CAP_DEFAULT, CAP_INTERNAL | CAP_DMA | CAP_32BIT, 0],
    startupStack: false,
  },
  1: {
    name: 'D/IRAM',
    caps: [0, CAP_DMA | CAP_8BIT | CAP_INTERNAL | CAP_DEFAULT, CAP_32BIT | CAP_EXEC],
    startupStack: true,
  },
  2: { name: 'IRAM', caps: [CAP_INTERNAL | CAP_EXEC | CAP_32BIT, 0, 0], startupStack: false },
  15: { name: 'SPIRAM', caps: [CAP_SPIRAM | CAP_DEFAULT, 0, CAP_8BIT | CAP_32BIT], startupStack: false },
  16: {
    name: 'RTCRAM',
    caps: [CAP_RTCRAM, CAP_8BIT | CAP_DEFAULT, CAP_INTERNAL | CAP_32BIT],
    startupStack: false,
  },
} as const satisfies Record<number, MemoryType>;

/** Number of a memory type. */
export type MemoryTypeNumber = keyof typeof MEMORY_TYPES;

/** Start, size, type. */
type RegionRow = readonly [number, number, MemoryTypeNumber];

/** External RAM as the CPU's data bus sees it. */
export const PSRAM_START = 0x3f800000;
const PSRAM_REGION: RegionRow = [PSRAM_START, 0x400000, 15];
const RTC_FAST_REGION: RegionRow = [0x3ff80000, 0x2000, 16];

/** The region table in its order; PSRAM goes before it, RTC fast memory behind it, where configured. */
export const REGIONS: readonly RegionRow[] = [
  [0x3ffae000, 0x2000, 0],
  [0x3ffb0000, 0x8000, 0],
  [0x3ffb8000, 0x8000, 0],
  [0x3ffc0000, 0x2000, 0],
  [0x3ffc2000, 0x2000, 0],
  [0x3ffc4000, 0x2000, 0],
  [0x3ffc6000, 0x2000, 0],
  [0x3ffc8000, 0x2000, 0],
  [0x3ffca000, 0x2000, 0],
  [0x3ffcc000, 0x2000, 0],
  [0x3ffce000, 0x2000, 0],
  [0x3ffd0000, 0x2000, 0],
  [0x3ffd2000, 0x2000, 0],
  [0x3ffd4000, 0x2000, 0],
  [0x3ffd6000, 0x2000, 0],
  [0x3ffd8000, 0x2000, 0],
  [0x3ffda000, 0x2000, 0],
  [0x3ffdc000, 0x2000, 0],
  [0x3ffde000, 0x2000, 0],
  [0x3ffe0000, 0x4000, 1],
  [0x3ffe4000, 0x4000, 1],
  [0x3ffe8000, 0x8000, 1],
  [0x3fff0000, 0x8000, 1],
  [0x3fff8000, 0x4000, 1],
  [0x3fffc000, 0x4000, 1],
  [0x40070000, 0x8000, 2],
  [0x40078000, 0x8000, 2],
  [0x40080000, 0x2000, 2],
  [0x40082000, 0x2000, 2],
  [0x40084000, 0x2000, 2],
  [0x40086000, 0x2000, 2],
  [0x40088000, 0x2000, 2],
  [0x4008a000, 0x2000, 2],
  [0x4008c000, 0x2000, 2],
  [0x4008e000, 0x2000, 2],
  [0x40090000, 0x2000, 2],
  [0x40092000, 0x2000, 2],
  [0x40094000, 0x2000, 2],
  [0x40096000, 0x2000, 2],
  [0x40098000, 0x2000, 2],
  [0x4009a000, 0x2000, 2],
  [0x4009c000, 0x2000, 2],
  [0x4009e000, 0x2000, 2],
];

/** D/IRAM on the data bus, [start, end). */
export const DIRAM_DRAM_START = 0x3ffe0000;
export const DIRAM_DRAM_END = 0x40000000;
/** The same memory on the instruction bus, words in reversed order. */
export const DIRAM_IRAM_START = 0x400a0000;
export const DIRAM_IRAM_END = 0x400c0000;

/** Is this an instruction-bus alias of D/IRAM? */
export function isDiramAlias(address: number): boolean {
  return address >= DIRAM_IRAM_START && address < DIRAM_IRAM_END;
}

/** Instruction-bus address of the word at a data-bus address of D/IRAM, or the reverse (the map is its own inverse). */
export function diramAlias(address: number): number {
  const byte = address & 3;
  const word = address - byte;
  return (
    byte +
    (isDiramAlias(word)
      ? DIRAM_DRAM_END - 4 - (word - DIRAM_IRAM_START)
      : DIRAM_IRAM_START + (DIRAM_DRAM_END - 4 - word))
  );
}

/** Where an application's image ends in the chip's memory, and what else decides which memory is left for heaps. */
export interface HeapLayout {
  /** `_data_start`: first byte of .data/.bss; default 0x3FFB0000 (0x3FFBDB5C with Bluetooth). */
  dataStart?: number;
  /** `_heap_start`: first free byte after .data/.bss; default 0x3FFB2A18, a small program. */
  heapStart?: number;
  /** `_iram_start`; default 0x40080000. */
  iramStart?: number;
  /** `_iram_end`: first free byte after code in IRAM; default 0x4008CA00. */
  iramEnd?: number;
  /** `CONFIG_FREERTOS_UNICORE`. */
  unicore?: boolean;
  /**
   * `CONFIG_ESP_SYSTEM_ALLOW_RTC_FAST_MEM_AS_HEAP`: first free byte of RTC fast memory, 0x3FF80000..0x3FF82000. Default:
   * no heap there.
   */
  rtcFastHeapStart?: number;
  /** `CONFIG_ESP32_IRAM_AS_8BIT_ACCESSIBLE_MEMORY`. */
  iram8Bit?: boolean;
  /** The Bluetooth controller is linked in: its ranges are reserved. */
  bluetooth?: boolean;
  /** `CONFIG_SPIRAM`: the PSRAM window is known to the region table (its heap is added by `addRegionWithCaps`). */
  psram?: boolean;
  /** Further reserved ranges [start, end), such as trace memory. */
  reserved?: readonly { readonly start: number; readonly end: number }[];
}

/** A stretch of memory that becomes one heap. */
export interface HeapRegion {
  readonly start: number;
  readonly end: number;
  readonly type: MemoryTypeNumber;
}

/** The region table for a layout, in table order. */
export function regionTable(layout: HeapLayout): HeapRegion[] {
  const rows = [...REGIONS];
  if (layout.psram === true) rows.unshift(PSRAM_REGION);
  if (layout.rtcFastHeapStart !== undefined) rows.push(RTC_FAST_REGION);
  return rows.map(([start, size, type]) => ({ start, end: start + size, type }));
}

/** Reserved ranges [start, end) of a layout, word-aligned and sorted by start; throws `RangeError` where two overlap. */
export function reservedRanges(layout: HeapLayout): { start: number; end: number }[] {
  const bluetooth = layout.bluetooth === true;
  const dataStart = layout.dataStart ?? (bluetooth ? 0x3ffbdb5c : 0x3ffb0000);
  const iramStart = layout.iramStart ?? 0x40080000;
  const ranges: [number, number][] = [
    [0x40070000, 0x40078000], // cache of core 0
    [0x3ffe0000, 0x3ffe0440], // ROM data of core 0
    [0x3ffae000, 0x3ffae6e0], // ROM data
    [dataStart, layout.heapStart ?? 0x3ffb2a18],
    [iramStart, layout.iramEnd ?? 0x4008ca00],
  ];
  if (layout.unicore !== true) {
    ranges.push([0x40078000, 0x40080000]); // cache of core 1
    ranges.push([0x3ffe3f20, 0x3ffe4350]); // ROM data of core 1
  }
  if (layout.psram === true) ranges.push([PSRAM_START, PSRAM_START + 0x400000]);
  if (layout.rtcFastHeapStart !== undefined) ranges.push([0x3ff80000, layout.rtcFastHeapStart]);
  if (bluetooth) {
    ranges.push([0x3ffb0000, 0x3ffb6388], [0x3ffb8000, 0x3ffb9a20], [0x3ffbdb28, 0x3ffbdb5c]);
    ranges.push([0x3ffae6e0, 0x3ffaff10]);
  }
  for (const { start, end } of layout.reserved ?? []) ranges.push([start, end]);
  const sorted = ranges
    .map(([start, end]) => ({ start: (start & ~3) >>> 0, end: ((end + 3) & ~3) >>> 0 }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1]!, sorted[i]!];
    if (before.end > after.start || before.start === after.start) {
      throw new RangeError(
        `heap layout: reserved ranges 0x${before.start.toString(16)}..0x${before.end.toString(16)} and ` +
          `0x${after.start.toString(16)}..0x${after.end.toString(16)} overlap`,
      );
    }
  }
  return sorted;
}

/**
 * What the reserved ranges leave of the region table, in table order, neighbours of equal type merged.
 *
 * @param smallest pieces of this many bytes or fewer are dropped (16 in IDF v5.1)
 */
export function availableRegions(layout: HeapLayout, smallest = 16): HeapRegion[] {
  const reserved = reservedRanges(layout);
  const pieces: HeapRegion[] = [];
  const keep = (start: number, end: number, type: MemoryTypeNumber): void => {
    if (end - start <= smallest) return;
    const last = pieces.at(-1);
    if (last?.type === type && last.end === start)
      pieces[pieces.length - 1] = { start: last.start, end, type };
    else pieces.push({ start, end, type });
  };
  for (const { start, end, type } of regionTable(layout)) {
    let from = start;
    for (const range of reserved) {
      if (range.end <= from || range.start >= end) continue;
      if (range.start > from) keep(from, range.start, type);
      from = Math.max(from, range.end);
    }
    if (from < end) keep(from, end, type);
  }
  return pieces;
}
