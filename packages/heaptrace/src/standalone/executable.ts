/**
 * `esp_ptr_executable` and the memory kinds of `esp_ptr_internal` / `esp_ptr_external_ram` on the ESP32.
 * Source: facts/heap §6.6, §6.7 (soc_memory_layout.h, esp_memory_utils.h).
 */

/** __builtin_return_address of the bottom frame on Xtensa: a0 = 0 with the region bits of the code. */
export const ARCH_INVALID_PC = 0x4000_0000;

/** True when an address can hold code: flash, IRAM, ROM, RTC fast; on one core also the second CPU's cache. */
export function isExecutable(address: number, unicore: boolean): boolean {
  const a = address >>> 0;
  return (
    (a >= 0x400d_0000 && a < 0x4040_0000) ||
    (a >= 0x4008_0000 && a < 0x400a_a000) ||
    (a >= 0x4000_0000 && a < 0x4007_0000) ||
    (a >= 0x400c_0000 && a < 0x400c_2000) ||
    (unicore && a >= 0x4007_8000 && a < 0x4008_0000)
  );
}

/** True for internal RAM and ROM, RTC slow memory and, where it is heap (`rtcHeap`), RTC fast memory. */
export function isInternal(address: number, rtcHeap: boolean): boolean {
  const a = address >>> 0;
  return (
    (a >= 0x3ff9_0000 && a < 0x400c_2000) ||
    (a >= 0x5000_0000 && a < 0x5000_2000) ||
    (rtcHeap && a >= 0x3ff8_0000 && a < 0x3ff8_2000)
  );
}

/** True for the PSRAM window, when the firmware is configured for PSRAM. */
export function isExternal(address: number, spiram: boolean): boolean {
  const a = address >>> 0;
  return spiram && a >= 0x3f80_0000 && a < 0x3fc0_0000;
}
