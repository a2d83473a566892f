/**
 * heap_caps: the system's heaps, chosen by capabilities. Skeleton, the body follows.
 *
 * @packageDocumentation
 */
import type { HeapMemory } from './memory.js';
import type { HeapInfo, Poisoning } from './multi-heap.js';
import type { HeapObserver } from './observer.js';
import type { HeapLayout } from './regions.js';
import type { IdfVersion } from './versions.js';

/** Settings of {@link HeapCaps}. */
export interface HeapCapsOptions {
  memory: HeapMemory;
  /** Default: a small program on a dual-core chip without PSRAM. */
  layout?: HeapLayout;
  /** Default 'v5.1.3'. */
  version?: IdfVersion;
  /** Default 'none'. */
  poisoning?: Poisoning;
  /** Receives what IDF prints (`esp_rom_printf` and stdio alike). */
  print?: (text: string) => void;
  /** `CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS`. */
  abortWhenAllocationFails?: boolean;
}

/** A registered heap as its descriptor in guest memory says. */
export interface HeapDescriptor {
  /** Guest address of the descriptor. */
  readonly address: number;
  readonly start: number;
  readonly end: number;
  /** multi_heap handle, 0 while not registered. */
  readonly heap: number;
  /** The three priority columns of capabilities. */
  readonly caps: readonly [number, number, number];
}

/** `heap_caps_*` of ESP-IDF on guest memory. Methods keep IDF's names without the `heap_caps_` prefix. */
export class HeapCaps {
  constructor(readonly options: HeapCapsOptions) {}
  /** `heap_caps_init`: builds the heap list in guest memory and prints the boot log. */
  init(): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_enable_nonos_stack_heaps`: registers the start-up (D/IRAM) heaps. */
  enableNonosStackHeaps(): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_malloc_extmem_enable(limit)`. */
  mallocExtmemEnable(_limit: number): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_add_region_with_caps`: an `esp_err_t`. */
  addRegionWithCaps(_caps: readonly [number, number, number], _start: number, _end: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_add_region`: an `esp_err_t`. */
  addRegion(_start: number, _end: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_malloc`. */
  malloc(_size: number, _caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_malloc_default` = C's `malloc`. */
  mallocDefault(_size: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_realloc`. */
  realloc(_address: number, _size: number, _caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_realloc_default` = C's `realloc`. */
  reallocDefault(_address: number, _size: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_free` = C's `free`. */
  free(_address: number): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_calloc`. */
  calloc(_count: number, _size: number, _caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** C's `calloc` (newlib's, as IDF wraps it). */
  callocDefault(_count: number, _size: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_aligned_alloc`. */
  alignedAlloc(_alignment: number, _size: number, _caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_aligned_calloc`. */
  alignedCalloc(_alignment: number, _count: number, _size: number, _caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_malloc_prefer`. */
  mallocPrefer(_size: number, _caps: readonly number[]): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_realloc_prefer`. */
  reallocPrefer(_address: number, _size: number, _caps: readonly number[]): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_calloc_prefer`. */
  callocPrefer(_count: number, _size: number, _caps: readonly number[]): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_get_total_size`. */
  getTotalSize(_caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_get_free_size`. */
  getFreeSize(_caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_get_minimum_free_size`. */
  getMinimumFreeSize(_caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_get_largest_free_block`. */
  getLargestFreeBlock(_caps: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_get_info`. */
  getInfo(_caps: number): HeapInfo {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_get_allocated_size`. */
  getAllocatedSize(_address: number): number {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_check_integrity`. */
  checkIntegrity(_caps: number, _printErrors: boolean): boolean {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_check_integrity_all`. */
  checkIntegrityAll(_printErrors: boolean): boolean {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_check_integrity_addr`. */
  checkIntegrityAddr(_address: number, _printErrors: boolean): boolean {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_print_heap_info`. */
  printHeapInfo(_caps: number): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_dump`. */
  dump(_caps: number): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_dump_all`. */
  dumpAll(): void {
    throw new Error('heap_caps: being written');
  }
  /** `heap_caps_register_failed_alloc_callback`; undefined takes it away. */
  onFailedAlloc(_callback: ((size: number, caps: number, functionName: string) => void) | undefined): void {
    throw new Error('heap_caps: being written');
  }
  /** Adds a listener; the result takes it away again. */
  observe(_observer: HeapObserver): () => void {
    throw new Error('heap_caps: being written');
  }
  /** The heaps in list order, from guest memory. */
  heaps(): HeapDescriptor[] {
    throw new Error('heap_caps: being written');
  }
}
