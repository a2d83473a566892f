/**
 * ESP-IDF's heap (multi_heap on TLSF) behind the interface of all policies.
 *
 * @packageDocumentation
 */
import type { Allocator, AllocatorBlock, AllocatorStats } from './allocator.js';
import { HeapCycles } from './cycles.js';
import { fragmentation, tlsfProblems, walkBlocks } from './introspection.js';
import type { HeapMemory } from './memory.js';
import { MultiHeap } from './multi-heap.js';
import type { Poisoning } from './poisoning.js';

/** Settings of {@link TlsfAllocator}. */
export interface TlsfAllocatorOptions {
  /** Take the region as it is: it holds a registered heap. */
  attach?: boolean;
  poisoning?: Poisoning;
  version?: string;
}

/** One multi_heap on [base, base + size). */
export class TlsfAllocator implements Allocator {
  readonly name = 'tlsf';
  readonly multiHeap: MultiHeap;
  private readonly control: number;
  private readonly cycles = new HeapCycles();

  /** @throws RangeError when the region is outside memory or too small to register */
  constructor(
    readonly memory: HeapMemory,
    readonly base: number,
    readonly size: number,
    options: TlsfAllocatorOptions = {},
  ) {
    if ((base & 3) !== 0 || base < memory.base || base + size > memory.base + memory.u8.length) {
      throw new RangeError(
        `tlsf: region 0x${base.toString(16)} with ${size} bytes is unaligned or outside memory ` +
          `0x${memory.base.toString(16)} with ${memory.u8.length} bytes`,
      );
    }
    const { attach, ...rest } = options;
    this.multiHeap = new MultiHeap(memory, rest);
    if (attach !== true && this.multiHeap.register(base, size) === 0) {
      throw new RangeError(`tlsf: a region of ${size} bytes is too small (212 are needed)`);
    }
    this.control = this.multiHeap.control(base);
  }

  malloc(size: number): number {
    return this.multiHeap.malloc(this.base, size);
  }

  free(address: number): void {
    this.multiHeap.free(this.base, address);
  }

  /** As `heap_caps_realloc`: size 0 frees (multi_heap itself would lose count of the bytes). */
  realloc(address: number, size: number): number {
    if (size === 0) {
      this.multiHeap.free(this.base, address);
      return 0;
    }
    return this.multiHeap.realloc(this.base, address, size);
  }

  alignedAlloc(alignment: number, size: number): number {
    return this.multiHeap.alignedAlloc(this.base, size, alignment);
  }

  allocatedSize(address: number): number {
    return this.multiHeap.getAllocatedSize(this.base, address);
  }

  *blocks(): Generator<AllocatorBlock, void, undefined> {
    for (const { address, size, free } of walkBlocks(this.memory, this.control))
      yield { address, size, free };
  }

  check(): string[] {
    const problems = tlsfProblems(this.memory, this.control);
    const { totalFree, freeBlocks } = fragmentation(this.memory, [this.control]);
    const counted = this.memory.u32[(this.base + 4 - this.memory.base) >>> 2] ?? 0;
    const walked = totalFree + 4 * freeBlocks + 4;
    if (counted !== walked) problems.push(`free_bytes is ${counted}, a walk finds ${walked}`);
    return problems;
  }

  stats(): AllocatorStats {
    const info = this.multiHeap.getInfo(this.base);
    const { totalFree, largestFree, usedBytes, overhead } = fragmentation(this.memory, [this.control]);
    return {
      freeBytes: totalFree,
      allocatedBytes: usedBytes,
      largestFree,
      minimumFree: info.minimumFreeBytes,
      freeBlocks: info.freeBlocks,
      allocatedBlocks: info.allocatedBlocks,
      overheadBytes: overhead + 20,
    };
  }

  /** ESP32 CPU cycles of the last operation, modelled (see `cycles.ts`). */
  lastCycles(): number {
    const { impl } = this.multiHeap;
    return this.cycles.multiHeap(impl.path(), impl.copied());
  }
}
