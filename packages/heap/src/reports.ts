/**
 * What the heap prints, letter for letter (IDF v5.1.3).
 *
 * @packageDocumentation
 */
import { hex } from './memory.js';
import type { HeapInfo } from './multi-heap.js';

/** C's `%d` of a 32-bit word. */
function d(value: number): number {
  return value | 0;
}

/** First line of the boot log, without level, time and tag. */
export const BOOT_LOG_TITLE = 'Initializing. RAM available for dynamic allocation:';

/** Boot log line of one heap, without level, time and tag. */
export function bootLogLine(start: number, end: number, typeName: string): string {
  const size = end - start;
  return `At ${hex(start).toUpperCase()} len ${hex(size).toUpperCase()} (${Math.floor(size / 1024)} KiB): ${typeName}`;
}

/** `heap_caps_print_heap_info`: title. */
export function heapInfoTitle(caps: number): string {
  return `Heap summary for capabilities 0x${hex(caps).toUpperCase()}:\n`;
}

/** `heap_caps_print_heap_info`: two lines per heap. */
export function heapInfoLines(start: number, end: number, info: HeapInfo): string {
  return (
    `  At 0x${hex(start)} len ${d(end - start)} free ${d(info.totalFreeBytes)} ` +
    `allocated ${d(info.totalAllocatedBytes)} min_free ${d(info.minimumFreeBytes)}\n` +
    `    largest_free_block ${d(info.largestFreeBlock)} alloc_blocks ${d(info.allocatedBlocks)} ` +
    `free_blocks ${d(info.freeBlocks)} total_blocks ${d(info.totalBlocks)}\n`
  );
}

/** `heap_caps_print_heap_info`: totals. */
export function heapInfoTotals(info: HeapInfo): string {
  return (
    '  Totals:\n' +
    `    free ${d(info.totalFreeBytes)} allocated ${d(info.totalAllocatedBytes)} ` +
    `min_free ${d(info.minimumFreeBytes)} largest_free_block ${d(info.largestFreeBlock)}\n`
  );
}

/** `multi_heap_dump`: title; `%p` of the ROM's printf has 8 digits. */
export function dumpTitle(heap: number): string {
  return `Showing data for heap: 0x${hex(heap)} \n`;
}

/** `multi_heap_dump`: one block. */
export function dumpLine(address: number, size: number, free: boolean): string {
  return `Block 0x${hex(address)} data, size: ${d(size)} bytes, Free: ${free ? 'Yes' : 'No'} \n`;
}

/** Text of the abort of `CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS`. */
export function allocationFailedText(size: number, caps: number): string {
  return `Mem alloc fail. size 0x${hex(size)} caps 0x${hex(caps)}`;
}
