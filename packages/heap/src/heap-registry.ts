/**
 * The system's heaps: how they come to be (IDF v5.1.3 heap_caps_init.c) and what can be asked of them.
 *
 * @packageDocumentation
 */
import { assertionFailed } from './asserts.js';
import { HeapAssertError } from './errors.js';
import { DESCRIPTOR_SIZE, HeapList, type HeapDescriptor } from './heap-list.js';
import type { HeapMemory } from './memory.js';
import { MultiHeap, type HeapInfo } from './multi-heap.js';
import type { Poisoning } from './poisoning.js';
import {
  availableRegions,
  CAP_32BIT,
  CAP_8BIT,
  CAP_DMA,
  CAP_INTERNAL,
  CAP_INVALID,
  CAP_IRAM_8BIT,
  diramAlias,
  isDiramAlias,
  MEMORY_TYPES,
  PSRAM_START,
  regionTable,
  type CapsColumns,
  type HeapLayout,
  type MemoryTypeNumber,
} from './regions.js';
import { BOOT_LOG_TITLE, bootLogLine, heapInfoLines, heapInfoTitle, heapInfoTotals } from './reports.js';
import { heapBehaviour, type HeapBehaviour } from './versions.js';

/** Settings of {@link HeapCaps}. */
export interface HeapCapsOptions {
  memory: HeapMemory;
  /** Default: a small program on a dual-core chip without PSRAM. */
  layout?: HeapLayout;
  /** An `IdfVersion`; default 'v5.1.3'. */
  version?: string;
  /** Default 'none'. */
  poisoning?: Poisoning;
  /** Receives what IDF prints (`esp_rom_printf` and stdio alike); default: dropped. */
  print?: (text: string) => void;
  /** Receives the boot log, one line a call without level, time and tag (`I (29) heap_init: `); default: dropped. */
  log?: (text: string) => void;
  /** `CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS`. */
  abortWhenAllocationFails?: boolean;
  /** `CONFIG_HEAP_USE_HOOKS`. */
  hooks?: HeapHooks;
  /**
   * Guest address of two words for IDF's static variables: head of the heap list, limit of `heap_caps_malloc_extmem_enable`.
   * Where a linker put them is not known in general, so by default they are fields of this object; everything else is in
   * guest memory.
   */
  statics?: number;
}

/** `esp_heap_trace_alloc_hook` and `esp_heap_trace_free_hook` of `CONFIG_HEAP_USE_HOOKS`. */
export interface HeapHooks {
  /** After a success: size after rounding, caps after EXEC added 32BIT; an instruction-bus address where aliased. */
  alloc?(address: number, size: number, caps: number): void;
  /** After a free: the data-bus address. */
  free?(address: number): void;
}

/** Told of every failed request: size, caps, the function's name in IDF. */
export type FailedAllocCallback = (size: number, caps: number, functionName: string) => void;

/** `esp_err_t` values that heap functions return. */
export const ESP_OK = 0;
export const ESP_FAIL = -1;
export const ESP_ERR_NO_MEM = 0x101;
export const ESP_ERR_INVALID_ARG = 0x102;
export const ESP_ERR_INVALID_SIZE = 0x104;
export const ESP_ERR_NOT_FOUND = 0x105;

/** `HEAP_SIZE_MAX` on the ESP32: larger requests fail at once. */
export const HEAP_SIZE_MAX = 0x400000;

/** Limit that stands for: `malloc` does not use external RAM. */
export const EXTERNAL_OFF = -1;

/** List, start-up and queries of heap_caps; `HeapCaps` adds allocation. */
export abstract class HeapRegistry {
  readonly memory: HeapMemory;
  readonly layout: HeapLayout;
  readonly behaviour: HeapBehaviour;
  readonly multiHeap: MultiHeap;
  protected readonly list: HeapList;
  private readonly print: (text: string) => void;
  private readonly log: (text: string) => void;
  private limitField = EXTERNAL_OFF;

  constructor(readonly options: HeapCapsOptions) {
    this.memory = options.memory;
    this.layout = options.layout ?? {};
    this.behaviour = heapBehaviour(options.version);
    this.print = options.print ?? ((): void => undefined);
    this.log = options.log ?? ((): void => undefined);
    this.multiHeap = new MultiHeap(options.memory, {
      poisoning: options.poisoning ?? 'none',
      version: this.behaviour.version,
      print: this.print,
    });
    this.list = new HeapList(options.memory, options.statics ?? 0);
  }

  /** `heap_caps_malloc`: descriptors of added regions are blocks as well. */
  abstract malloc(size: number, caps: number): number;
  /** `heap_caps_free`. */
  abstract free(address: number): void;

  // --- start-up ------------------------------------------------------------------------------------------------------------

  /** `heap_caps_init`: builds the heaps and their list in guest memory, and logs them. */
  init(): void {
    this.mallocExtmemEnable(EXTERNAL_OFF); // what IDF's static variable begins with
    this.log(BOOT_LOG_TITLE);
    const regions = availableRegions(this.layout, this.behaviour.smallestRegion);
    const heaps = regions.map(({ start, end, type }) => {
      this.log(bootLogLine(start, end, MEMORY_TYPES[type].name));
      return MEMORY_TYPES[type].startupStack ? 0 : this.multiHeap.register(start, end - start);
    });
    const home = regions.findIndex(({ type }, i) => heaps[i] !== 0 && hasAll(type, CAP_8BIT | CAP_INTERNAL));
    const array = home < 0 ? 0 : this.multiHeap.malloc(heaps[home]!, regions.length * DESCRIPTOR_SIZE);
    if (array === 0)
      throw new HeapAssertError('assert', 'heap_caps_init', 'heap_caps_init.c', 0, 'heaps_array != NULL');
    regions.forEach(({ start, end, type }, i) => {
      const descriptor = array + i * DESCRIPTOR_SIZE;
      this.list.write(descriptor, this.capsOf(type), start, end, heaps[i]!);
      if (heaps[i] !== 0) this.multiHeap.setLock(heaps[i]!, this.list.lock(descriptor));
      if (i > 0) this.list.setNext(descriptor - DESCRIPTOR_SIZE, descriptor);
    });
    this.list.head = array;
  }

  private capsOf(type: MemoryTypeNumber): CapsColumns {
    const { caps, name } = MEMORY_TYPES[type];
    return name === 'IRAM' && this.layout.iram8Bit === true
      ? [caps[0] | CAP_IRAM_8BIT, caps[1], caps[2]]
      : caps;
  }

  /** `heap_caps_enable_nonos_stack_heaps`: registers the heaps whose memory held the start-up stacks. */
  enableNonosStackHeaps(): void {
    for (const descriptor of this.list.addresses()) {
      if (this.list.heap(descriptor) !== 0) continue;
      const start = this.list.start(descriptor);
      const heap = this.multiHeap.register(start, this.list.end(descriptor) - start);
      this.list.setHeap(descriptor, heap);
      if (heap !== 0) this.multiHeap.setLock(heap, this.list.lock(descriptor));
    }
  }

  /** `heap_caps_malloc_extmem_enable`: from now on `malloc` puts sizes above `limit` into external RAM first. */
  mallocExtmemEnable(limit: number): void {
    if (this.options.statics === undefined) this.limitField = limit;
    else this.memory.u32[(this.options.statics + 4 - this.memory.base) >>> 2] = limit;
  }

  protected get alwaysInternalLimit(): number {
    if (this.options.statics === undefined) return this.limitField;
    return this.memory.u32[(this.options.statics + 4 - this.memory.base) >>> 2]! | 0;
  }

  /** `heap_caps_add_region`: an `esp_err_t`. */
  addRegion(start: number, end: number): number {
    if (start === 0) return ESP_ERR_INVALID_ARG;
    const region = regionTable(this.layout).find((row) => row.start <= start && start < row.end);
    return region === undefined
      ? ESP_ERR_NOT_FOUND
      : this.addRegionWithCaps(this.capsOf(region.type), start, end);
  }

  /** `heap_caps_add_region_with_caps`: the new heap becomes the first of the list. An `esp_err_t`. */
  addRegionWithCaps(caps: CapsColumns, start: number, end: number): number {
    if (start === 0 || end === 0 || end <= start) return ESP_ERR_INVALID_ARG;
    for (const descriptor of this.list.addresses()) {
      const from = this.list.start(descriptor);
      const to = this.list.end(descriptor);
      if ((start < from && end > from) || (start < to && end > to) || (start === from && end === to))
        return ESP_FAIL;
    }
    const descriptor = this.malloc(DESCRIPTOR_SIZE, CAP_INTERNAL | CAP_8BIT);
    if (descriptor === 0) return ESP_ERR_NO_MEM;
    const heap = this.multiHeap.register(start, end - start);
    this.list.write(descriptor, caps, start, end, heap);
    if (heap === 0) {
      this.free(descriptor);
      return ESP_ERR_INVALID_SIZE;
    }
    this.multiHeap.setLock(heap, this.list.lock(descriptor));
    this.list.setNext(descriptor, this.list.head);
    this.list.head = descriptor;
    return ESP_OK;
  }

  /** `esp_psram_extram_add_to_heap_allocator`: external RAM of `size` bytes at 0x3F800000. An `esp_err_t`. */
  addPsram(size: number): number {
    return this.addRegionWithCaps(MEMORY_TYPES[15].caps, PSRAM_START, PSRAM_START + size);
  }

  /**
   * `esp_psram_extram_reserve_dma_pool` (`CONFIG_SPIRAM_MALLOC_RESERVE_INTERNAL`): takes `size` bytes of internal memory
   * and makes heaps of them which `malloc` does not use. An `esp_err_t`.
   */
  reserveInternal(size: number): number {
    const caps: CapsColumns = [0, CAP_DMA | CAP_INTERNAL, CAP_8BIT | CAP_32BIT];
    for (let left = size; left > 0;) {
      const part = Math.min(this.getLargestFreeBlock(CAP_DMA | CAP_INTERNAL), left);
      const block = this.malloc(part, CAP_DMA | CAP_INTERNAL);
      if (block === 0 || part === 0) return ESP_ERR_NO_MEM;
      const error = this.addRegionWithCaps(caps, block, block + part - 1);
      if (error !== ESP_OK) return error;
      left -= part;
    }
    return ESP_OK;
  }

  /** Data-bus address of a block that was handed out as an instruction-bus alias; other addresses as they are. */
  protected unalias(address: number): number {
    if (!isDiramAlias(address)) return address;
    return this.memory.u32[(diramAlias(address - 4) - this.memory.base) >>> 2] ?? 0;
  }

  // --- questions -------------------------------------------------------------------------------------------------------------

  /** `heap_caps_get_total_size`: bytes of all heaps that have `caps`. */
  getTotalSize(caps: number): number {
    return this.sum(caps, (descriptor) => this.list.end(descriptor) - this.list.start(descriptor));
  }

  /** `heap_caps_get_free_size`. */
  getFreeSize(caps: number): number {
    return this.sum(caps, (descriptor) => this.multiHeap.freeSize(this.list.heap(descriptor)));
  }

  /** `heap_caps_get_minimum_free_size`: sum of each heap's own minimum, not a minimum of the sum. */
  getMinimumFreeSize(caps: number): number {
    return this.sum(caps, (descriptor) => this.multiHeap.minimumFreeSize(this.list.heap(descriptor)));
  }

  /** `heap_caps_get_largest_free_block`. */
  getLargestFreeBlock(caps: number): number {
    return this.getInfo(caps).largestFreeBlock;
  }

  private sum(caps: number, of: (descriptor: number) => number): number {
    return this.list.matching(caps).reduce((total, descriptor) => (total + of(descriptor)) >>> 0, 0);
  }

  /** `heap_caps_get_info`. */
  getInfo(caps: number): HeapInfo {
    const total: HeapInfo = {
      totalFreeBytes: 0,
      totalAllocatedBytes: 0,
      largestFreeBlock: 0,
      minimumFreeBytes: 0,
      allocatedBlocks: 0,
      freeBlocks: 0,
      totalBlocks: 0,
    };
    for (const descriptor of this.list.matching(caps)) {
      const info = this.multiHeap.getInfo(this.list.heap(descriptor));
      total.totalFreeBytes = (total.totalFreeBytes + info.totalFreeBytes) >>> 0;
      total.totalAllocatedBytes = (total.totalAllocatedBytes + info.totalAllocatedBytes) >>> 0;
      total.largestFreeBlock = Math.max(total.largestFreeBlock, info.largestFreeBlock);
      total.minimumFreeBytes = (total.minimumFreeBytes + info.minimumFreeBytes) >>> 0;
      total.allocatedBlocks += info.allocatedBlocks;
      total.freeBlocks += info.freeBlocks;
      total.totalBlocks += info.totalBlocks;
    }
    return total;
  }

  /** `heap_caps_get_allocated_size`: usable bytes of a live block. */
  getAllocatedSize(address: number): number {
    const block = this.unalias(address);
    const descriptor = this.list.containing(block);
    if (descriptor === 0) throw assertionFailed('sizeOutside');
    return this.multiHeap.getAllocatedSize(this.list.heap(descriptor), block);
  }

  /** `heap_caps_check_integrity`: false when a matching heap is broken; every one is checked. */
  checkIntegrity(caps: number, printErrors: boolean): boolean {
    const all = (caps & CAP_INVALID) !== 0;
    let valid = true;
    for (const descriptor of this.list.matching(all ? 0 : caps)) {
      valid = this.multiHeap.check(this.list.heap(descriptor), printErrors) && valid;
    }
    return valid;
  }

  /** `heap_caps_check_integrity_all`. */
  checkIntegrityAll(printErrors: boolean): boolean {
    return this.checkIntegrity(CAP_INVALID, printErrors);
  }

  /** `heap_caps_check_integrity_addr`: false also for an address outside every heap. */
  checkIntegrityAddr(address: number, printErrors: boolean): boolean {
    const descriptor = this.list.containing(address);
    return descriptor !== 0 && this.multiHeap.check(this.list.heap(descriptor), printErrors);
  }

  /** `heap_caps_print_heap_info`. */
  printHeapInfo(caps: number): void {
    this.print(heapInfoTitle(caps));
    for (const descriptor of this.list.matching(caps)) {
      const info = this.multiHeap.getInfo(this.list.heap(descriptor));
      this.print(heapInfoLines(this.list.start(descriptor), this.list.end(descriptor), info));
    }
    this.print(heapInfoTotals(this.getInfo(caps)));
  }

  /** `heap_caps_dump`. */
  dump(caps: number): void {
    const all = (caps & CAP_INVALID) !== 0;
    for (const descriptor of this.list.matching(all ? 0 : caps))
      this.multiHeap.dump(this.list.heap(descriptor));
  }

  /** `heap_caps_dump_all`. */
  dumpAll(): void {
    this.dump(CAP_INVALID);
  }

  /**
   * `heap_caps_walk` (IDF v5.4): every block of the matching heaps, heap by heap in list order. `block` returning false ends
   * that heap's walk early in IDF; here the rest of the heap is skipped.
   */
  walk(
    caps: number,
    block: (heap: HeapDescriptor, address: number, size: number, used: boolean) => boolean | void,
  ): void {
    const all = (caps & CAP_INVALID) !== 0;
    for (const descriptor of this.list.matching(all ? 0 : caps)) {
      const heap = this.list.read(descriptor);
      let going = true;
      this.multiHeap.walk(heap.heap, (address, size, used) => {
        if (going) going = block(heap, address, size, used) !== false;
      });
    }
  }

  /** `heap_caps_walk_all`. */
  walkAll(
    block: (heap: HeapDescriptor, address: number, size: number, used: boolean) => boolean | void,
  ): void {
    this.walk(CAP_INVALID, block);
  }

  /** The heaps in list order, from guest memory. */
  heaps(): HeapDescriptor[] {
    return this.list.addresses().map((descriptor) => this.list.read(descriptor));
  }
}

function hasAll(type: MemoryTypeNumber, caps: number): boolean {
  const columns: CapsColumns = MEMORY_TYPES[type].caps;
  return ((columns[0] | columns[1] | columns[2]) & caps) === caps;
}
