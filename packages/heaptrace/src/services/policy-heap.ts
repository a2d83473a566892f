import {
  MEMORY_TYPES,
  availableRegions,
  type Allocator,
  type CapsColumns,
  type FailedAllocCallback,
  type HeapCaps,
  type HeapInfo,
  type HeapLayout,
  type HeapMemory,
} from '@xtal/heap';
import { hexAddress } from '@xtal/xtensa';

/** What the services ask of a heap: ESP-IDF's own ({@link HeapCaps}), or another policy in its place. */
export type HeapModel = Pick<
  HeapCaps,
  | 'malloc'
  | 'mallocDefault'
  | 'realloc'
  | 'reallocDefault'
  | 'free'
  | 'calloc'
  | 'callocDefault'
  | 'alignedAlloc'
  | 'alignedCalloc'
  | 'mallocPrefer'
  | 'callocPrefer'
  | 'reallocPrefer'
  | 'getTotalSize'
  | 'getFreeSize'
  | 'getMinimumFreeSize'
  | 'getLargestFreeBlock'
  | 'getAllocatedSize'
  | 'getInfo'
  | 'checkIntegrity'
  | 'checkIntegrityAll'
  | 'checkIntegrityAddr'
  | 'printHeapInfo'
  | 'dump'
  | 'dumpAll'
  | 'mallocExtmemEnable'
  | 'addRegion'
  | 'addRegionWithCaps'
  | 'onFailedAlloc'
>;

/** Makes an allocator on a region; throws RangeError when the region is too small for it. */
export type AllocatorFactory = (memory: HeapMemory, base: number, size: number) => Allocator;

interface PolicyRegion {
  readonly start: number;
  readonly end: number;
  readonly caps: CapsColumns;
  readonly allocator: Allocator;
}

const CAP_DEFAULT = 0x1000;
const CAP_INVALID = 0x8000_0000;
const ESP_ERR_NOT_SUPPORTED = 0x106;
const LARGEST_REQUEST = 0x40_0000;

/** A block that none of the policy's regions contains was freed or changed. */
export class ForeignBlockError extends Error {
  constructor(
    readonly operation: string,
    readonly address: number,
    readonly allocator: string,
  ) {
    super(`${operation}(${hexAddress(address)}): not a block of the ${allocator} allocator`);
    this.name = 'ForeignBlockError';
  }
}

/**
 * Any allocation policy in the place of ESP-IDF's heap: one allocator on each region of the layout, chosen by
 * capabilities in the order that `heap_caps_malloc` uses.
 */
export class PolicyHeap implements HeapModel {
  private readonly regions: PolicyRegion[] = [];
  private failed: FailedAllocCallback | undefined;

  /** Regions too small for the policy are left out. */
  constructor(
    readonly name: string,
    private readonly memory: HeapMemory,
    layout: HeapLayout,
    private readonly print: (text: string) => void,
    create: AllocatorFactory,
  ) {
    for (const { start, end, type } of availableRegions(layout)) {
      let allocator: Allocator;
      try {
        allocator = create(memory, start, end - start);
      } catch (error) {
        if (error instanceof RangeError) continue;
        throw error;
      }
      this.regions.push({ start, end, caps: MEMORY_TYPES[type].caps, allocator });
    }
  }

  malloc(size: number, caps: number): number {
    return this.take(size, caps, 'heap_caps_malloc', (allocator) => allocator.malloc(size));
  }

  mallocDefault(size: number): number {
    return this.malloc(size, CAP_DEFAULT);
  }

  calloc(count: number, size: number, caps: number): number {
    const bytes = count * size;
    if (bytes > 0xffff_ffff) return 0;
    const address = this.take(bytes, caps, 'heap_caps_calloc', (allocator) => allocator.malloc(bytes));
    if (address !== 0) this.zero(address, bytes);
    return address;
  }

  callocDefault(count: number, size: number): number {
    return this.calloc(count, size, CAP_DEFAULT);
  }

  alignedAlloc(alignment: number, size: number, caps: number): number {
    if (alignment === 0 || (alignment & (alignment - 1)) !== 0) return 0;
    return this.take(size, caps, 'heap_caps_aligned_alloc', (allocator) =>
      allocator.alignedAlloc(alignment, size),
    );
  }

  alignedCalloc(alignment: number, count: number, size: number, caps: number): number {
    const bytes = count * size;
    if (bytes > 0xffff_ffff) return 0;
    const address = this.alignedAlloc(alignment, bytes, caps);
    if (address !== 0) this.zero(address, bytes);
    return address;
  }

  mallocPrefer(size: number, caps: readonly number[]): number {
    return this.prefer(caps, (one) => this.malloc(size, one));
  }

  callocPrefer(count: number, size: number, caps: readonly number[]): number {
    return this.prefer(caps, (one) => this.calloc(count, size, one));
  }

  reallocPrefer(address: number, size: number, caps: readonly number[]): number {
    return this.prefer(caps, (one) => this.realloc(address, size, one));
  }

  realloc(address: number, size: number, caps: number): number {
    if (address === 0) return this.malloc(size, caps);
    if (size === 0) {
      this.free(address);
      return 0;
    }
    const region = this.containing('realloc', address);
    const columns = region.caps[0] | region.caps[1] | region.caps[2];
    if ((columns & caps) === (caps | 0)) {
      const resized = region.allocator.realloc(address, size);
      if (resized !== 0) return resized;
    }
    const moved = this.take(size, caps, 'heap_caps_realloc', (allocator) => allocator.malloc(size));
    if (moved === 0) return 0;
    const from = (address - this.memory.base) >>> 0;
    const bytes = Math.min(size, region.allocator.allocatedSize(address));
    this.memory.u8.copyWithin((moved - this.memory.base) >>> 0, from, from + bytes);
    region.allocator.free(address);
    return moved;
  }

  reallocDefault(address: number, size: number): number {
    return this.realloc(address, size, CAP_DEFAULT);
  }

  free(address: number): void {
    if (address !== 0) this.containing('free', address).allocator.free(address);
  }

  getTotalSize(caps: number): number {
    return this.sum(caps, ({ start, end }) => end - start);
  }

  getFreeSize(caps: number): number {
    return this.sum(caps, ({ allocator }) => allocator.stats().freeBytes);
  }

  getMinimumFreeSize(caps: number): number {
    return this.sum(caps, ({ allocator }) => minimumOf(allocator));
  }

  getLargestFreeBlock(caps: number): number {
    return this.matching(caps).reduce(
      (most, { allocator }) => Math.max(most, allocator.stats().largestFree),
      0,
    );
  }

  getAllocatedSize(address: number): number {
    return this.containing('heap_caps_get_allocated_size', address).allocator.allocatedSize(address);
  }

  getInfo(caps: number): HeapInfo {
    const info: HeapInfo = {
      totalFreeBytes: 0,
      totalAllocatedBytes: 0,
      largestFreeBlock: 0,
      minimumFreeBytes: 0,
      allocatedBlocks: 0,
      freeBlocks: 0,
      totalBlocks: 0,
    };
    for (const { allocator } of this.matching(caps)) {
      const stats = allocator.stats();
      info.totalFreeBytes += stats.freeBytes;
      info.totalAllocatedBytes += stats.allocatedBytes;
      info.largestFreeBlock = Math.max(info.largestFreeBlock, stats.largestFree);
      info.minimumFreeBytes += minimumOf(allocator);
      info.allocatedBlocks += stats.allocatedBlocks;
      info.freeBlocks += stats.freeBlocks;
      info.totalBlocks += stats.allocatedBlocks + stats.freeBlocks;
    }
    return info;
  }

  checkIntegrity(caps: number, printErrors: boolean): boolean {
    const all = (caps & CAP_INVALID) !== 0;
    return this.check(all ? this.regions : this.matching(caps), printErrors);
  }

  checkIntegrityAll(printErrors: boolean): boolean {
    return this.check(this.regions, printErrors);
  }

  checkIntegrityAddr(address: number, printErrors: boolean): boolean {
    const region = this.regions.find(({ start, end }) => address >= start && address < end);
    return region !== undefined && this.check([region], printErrors);
  }

  printHeapInfo(caps: number): void {
    const info = this.getInfo(caps);
    this.print(
      `Heap summary for capabilities 0x${(caps >>> 0).toString(16).toUpperCase().padStart(8, '0')} (${this.name}):\n` +
        `  free ${info.totalFreeBytes} allocated ${info.totalAllocatedBytes} ` +
        `largest_free_block ${info.largestFreeBlock} blocks ${info.totalBlocks}\n`,
    );
  }

  dump(caps: number): void {
    for (const { start, allocator } of this.matching((caps & CAP_INVALID) !== 0 ? 0 : caps)) {
      this.print(`Showing data for heap: 0x${start.toString(16)} \n`);
      for (const { address, size, free } of allocator.blocks())
        this.print(
          `Block 0x${address.toString(16)} data, size: ${size} bytes, Free: ${free ? 'Yes' : 'No'} \n`,
        );
    }
  }

  dumpAll(): void {
    this.dump(0);
  }

  /** There is no limit to change: PSRAM is not among the regions. */
  mallocExtmemEnable(): void {}

  addRegion(): number {
    return ESP_ERR_NOT_SUPPORTED;
  }

  addRegionWithCaps(): number {
    return ESP_ERR_NOT_SUPPORTED;
  }

  onFailedAlloc(callback: FailedAllocCallback | undefined): void {
    this.failed = callback;
  }

  private take(
    size: number,
    caps: number,
    functionName: string,
    from: (allocator: Allocator) => number,
  ): number {
    if (size > 0 && size <= LARGEST_REQUEST) {
      for (let priority = 0; priority < 3; priority++) {
        for (const region of this.regions) {
          if ((region.caps[priority]! & caps) === 0 || !covers(region, caps)) continue;
          const address = from(region.allocator);
          if (address !== 0) return address;
        }
      }
    }
    if (size > 0) this.failed?.(size, caps, functionName);
    return 0;
  }

  private prefer(caps: readonly number[], attempt: (caps: number) => number): number {
    for (const one of caps) {
      const address = attempt(one);
      if (address !== 0) return address;
    }
    return 0;
  }

  private containing(operation: string, address: number): PolicyRegion {
    const region = this.regions.find(({ start, end }) => address >= start && address < end);
    if (!region) throw new ForeignBlockError(operation, address, this.name);
    return region;
  }

  private matching(caps: number): PolicyRegion[] {
    return this.regions.filter((region) => covers(region, caps));
  }

  private sum(caps: number, of: (region: PolicyRegion) => number): number {
    return this.matching(caps).reduce((total, region) => total + of(region), 0);
  }

  private check(regions: readonly PolicyRegion[], printErrors: boolean): boolean {
    const faults = regions.flatMap(({ allocator }) => allocator.check());
    if (printErrors) for (const fault of faults) this.print(`CORRUPT HEAP: ${fault}\n`);
    return faults.length === 0;
  }

  private zero(address: number, bytes: number): void {
    const at = (address - this.memory.base) >>> 0;
    this.memory.u8.fill(0, at, at + bytes);
  }
}

function covers(region: PolicyRegion, caps: number): boolean {
  return ((region.caps[0] | region.caps[1] | region.caps[2]) & caps) === (caps | 0);
}

function minimumOf(allocator: Allocator): number {
  const { minimumFree, freeBytes } = allocator.stats();
  return minimumFree < 0 ? freeBytes : minimumFree;
}
