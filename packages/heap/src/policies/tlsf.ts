/**
 * ESP-IDF's own heap, `multi_heap` on TLSF, under the common interface.
 *
 * It behaves as `multi_heap_*` does, quirks included: requests of 0xFFFFFFFD bytes and more wrap around to the smallest
 * block (`heap_caps_malloc` refuses them before they come here), an alignment of 2 GiB is not kept, a region of 212 or
 * 216 bytes is a heap without a pool.
 */
import type { Allocator, AllocatorBlock, AllocatorStats } from '../allocator.js';
import { HeapCycles } from '../cycles.js';
import { HeapAssertError } from '../errors.js';
import type { HeapMemory } from '../memory.js';
import { MultiHeap, type MultiHeapOptions } from '../multi-heap.js';
import { PATH } from '../tlsf.js';
import { checkRegion, type PolicyOptions } from './boundary-tags.js';

/** Smallest region that `multi_heap_register` takes. */
const MINIMUM_REGION = 212;
/** Poison in front of and behind a block's data. */
const POISON_HEAD = 8;
const POISON_TAIL = 4;

/** Settings of {@link TlsfHeap}. */
export interface TlsfHeapOptions extends PolicyOptions, MultiHeapOptions {}

/** See the head of this file. */
export class TlsfHeap implements Allocator {
  readonly name: string;
  readonly multiHeap: MultiHeap;
  private readonly cycles = new HeapCycles();
  private readonly before: number;
  private readonly around: number;

  /** @throws {RangeError} for a region that is unaligned, too small or outside `memory`. */
  constructor(
    readonly memory: HeapMemory,
    readonly base: number,
    readonly size: number,
    options: TlsfHeapOptions = {},
  ) {
    const poisoning = options.poisoning ?? 'none';
    this.name = poisoning === 'none' ? 'tlsf' : `tlsf-${poisoning}`;
    checkRegion(this.name, memory, base, size, MINIMUM_REGION);
    this.multiHeap = new MultiHeap(memory, options);
    this.before = poisoning === 'none' ? 0 : POISON_HEAD;
    this.around = poisoning === 'none' ? 0 : POISON_HEAD + POISON_TAIL;
    if (!options.attach) this.multiHeap.register(base, size);
  }

  malloc(size: number): number {
    return this.multiHeap.malloc(this.base, size) >>> 0;
  }

  free(address: number): void {
    this.multiHeap.free(this.base, address);
  }

  /** Size 0 goes to free, as in `heap_caps_realloc`: `multi_heap_realloc` would forget to count the bytes as free. */
  realloc(address: number, size: number): number {
    if (size === 0 && address !== 0) {
      this.free(address);
      return 0;
    }
    return this.multiHeap.realloc(this.base, address, size) >>> 0;
  }

  alignedAlloc(alignment: number, size: number): number {
    return this.multiHeap.alignedAlloc(this.base, size, alignment) >>> 0;
  }

  allocatedSize(address: number): number {
    return this.multiHeap.getAllocatedSize(this.base, address);
  }

  blocks(): Iterable<AllocatorBlock> {
    const list: AllocatorBlock[] = [];
    this.multiHeap.walk(this.base, (address, size, used) => {
      const usable = Math.max(0, size - this.around);
      list.push({ address: (address >>> 0) + this.before, size: usable, free: !used });
    });
    return list;
  }

  /** `minimumFree` is IDF's own figure, `multi_heap_minimum_free_size`: it counts block headers as well. */
  stats(): AllocatorStats {
    const stats: AllocatorStats = {
      freeBytes: 0,
      allocatedBytes: 0,
      largestFree: 0,
      minimumFree: this.multiHeap.minimumFreeSize(this.base),
      freeBlocks: 0,
      allocatedBlocks: 0,
      overheadBytes: 0,
    };
    this.multiHeap.walk(this.base, (_address, size, used) => {
      const usable = Math.max(0, size - this.around);
      if (used) {
        stats.allocatedBlocks++;
        stats.allocatedBytes += usable;
      } else {
        stats.freeBlocks++;
        stats.freeBytes += usable;
        if (usable > stats.largestFree) stats.largestFree = usable;
      }
    });
    stats.overheadBytes = this.size - stats.freeBytes - stats.allocatedBytes;
    return stats;
  }

  /** ESP32 CPU cycles of the last operation by its path, derived from IDF's compiled code; poisoning not counted. */
  lastCycles(): number {
    const { impl } = this.multiHeap;
    const path = impl.path();
    return this.cycles.multiHeap(path, (path & PATH.MOVED) === 0 ? 0 : impl.copied());
  }

  /** ESP32 CPU cycles of zeroing, which calloc does on top of malloc. */
  zeroCycles(bytes: number): number {
    return this.cycles.zero(bytes);
  }

  check(): string[] {
    const where = `0x${this.base.toString(16)}`;
    try {
      if (!this.multiHeap.check(this.base, false))
        return [`${where}: multi_heap_check finds broken lists, flags or poison`];
    } catch (error) {
      // On the chip the check itself would run into the assertion.
      if (error instanceof HeapAssertError) return [`${where}: ${error.message}`];
      throw error;
    }
    // free_bytes = free payloads and their headers + the sentinel's header (facts: 2.2).
    let free = 4;
    this.multiHeap.walk(this.base, (_address, size, used) => {
      if (!used) free += size + 4;
    });
    const counter = this.memory.u32[(this.base - this.memory.base + 4) >>> 2]!;
    return counter === free ? [] : [`${where}: free_bytes is ${counter}, the walk finds ${free}`];
  }
}
