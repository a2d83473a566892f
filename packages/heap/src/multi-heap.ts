/**
 * multi_heap: one heap on one region. Skeleton, the body follows.
 *
 * @packageDocumentation
 */
import type { HeapMemory } from './memory.js';

/** How much the allocator checks for overruns (`CONFIG_HEAP_POISONING_*`). */
export type Poisoning = 'none' | 'light' | 'comprehensive';

/** `multi_heap_info_t`, bytes and block counts. */
export interface HeapInfo {
  totalFreeBytes: number;
  totalAllocatedBytes: number;
  largestFreeBlock: number;
  minimumFreeBytes: number;
  allocatedBlocks: number;
  freeBlocks: number;
  totalBlocks: number;
}

/** Settings of {@link MultiHeap}. */
export interface MultiHeapOptions {
  poisoning?: Poisoning;
  /** Receives what IDF prints with `esp_rom_printf`. */
  print?: (text: string) => void;
}

/**
 * `multi_heap_*`: heaps on regions of one guest memory. A heap is named by its handle, the guest address of its region;
 * nothing of a heap's state is kept outside guest memory.
 */
export class MultiHeap {
  constructor(
    readonly memory: HeapMemory,
    readonly options: MultiHeapOptions = {},
  ) {}
  /** `multi_heap_register`: the handle, or 0 when the region is too small. */
  register(_start: number, _size: number): number {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_malloc`: guest address or 0. */
  malloc(_heap: number, _size: number): number {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_free`. */
  free(_heap: number, _address: number): void {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_realloc`: guest address or 0. */
  realloc(_heap: number, _address: number, _size: number): number {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_aligned_alloc`: guest address or 0. */
  alignedAlloc(_heap: number, _size: number, _alignment: number): number {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_get_allocated_size`: usable bytes. */
  getAllocatedSize(_heap: number, _address: number): number {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_check`. */
  check(_heap: number, _printErrors: boolean): boolean {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_get_info`. */
  getInfo(_heap: number): HeapInfo {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_dump`. */
  dump(_heap: number): void {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_free_size`. */
  freeSize(_heap: number): number {
    throw new Error('multi_heap: being written');
  }
  /** `multi_heap_minimum_free_size`. */
  minimumFreeSize(_heap: number): number {
    throw new Error('multi_heap: being written');
  }
}
