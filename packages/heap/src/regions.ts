/**
 * The ESP32's memory types, regions and reserved ranges, as data.
 *
 * @packageDocumentation
 */

/** `MALLOC_CAP_*` bits. */
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

/** Where an application's image ends in the chip's memory, and what else decides which memory is left for heaps. */
export interface HeapLayout {
  /** `_data_start`: first byte of .data/.bss; default 0x3FFB0000. */
  dataStart?: number;
  /** `_heap_start`: first free byte after .data/.bss; default 0x3FFB2A18 (a small program). */
  heapStart?: number;
  /** `_iram_start`; default 0x40080000. */
  iramStart?: number;
  /** `_iram_end`: first free byte after IRAM code; default 0x4008CA00. */
  iramEnd?: number;
  /** `CONFIG_FREERTOS_UNICORE`. */
  unicore?: boolean;
  /** `CONFIG_ESP_SYSTEM_ALLOW_RTC_FAST_MEM_AS_HEAP`: first free byte of RTC fast memory (0x3FF80000..0x3FF82000). */
  rtcFastHeapStart?: number;
  /** `CONFIG_ESP32_IRAM_AS_8BIT_ACCESSIBLE_MEMORY`. */
  iram8Bit?: boolean;
  /** Bluetooth controller linked in: its ranges are reserved. */
  bluetooth?: boolean;
  /** Further reserved ranges [start, end), e.g. trace memory. */
  reserved?: readonly { start: number; end: number; name?: string }[];
  /** `CONFIG_SPIRAM`: bytes of external RAM at 0x3F800000, 0 for none. */
  psram?: number;
}
