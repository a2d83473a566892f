import type { Allocator, AllocatorBlock, AllocatorStats, HeapMemory } from '@xtal/heap';

/**
 * The heap with which the JSON of object programs was made: it never uses memory twice, and forgives every free. What
 * a program prints about memory that it never wrote is what it prints here, where such memory is zero.
 */
export class BumpAllocator implements Allocator {
  readonly name = 'bump';
  private next: number;
  private readonly sizes = new Map<number, number>();

  constructor(
    private readonly memory: HeapMemory,
    private readonly base: number,
    private readonly size: number,
  ) {
    this.next = (base + 15) & ~15;
  }

  malloc(size: number): number {
    return this.alignedAlloc(16, size);
  }

  /** Nothing is given back. */
  free(): void {}

  realloc(address: number, size: number): number {
    const moved = this.malloc(size);
    if (moved === 0 || address === 0) return moved;
    const from = (address - this.memory.base) >>> 0;
    const bytes = Math.min(size, this.sizes.get(address) ?? 0);
    this.memory.u8.copyWithin((moved - this.memory.base) >>> 0, from, from + bytes);
    return moved;
  }

  alignedAlloc(alignment: number, size: number): number {
    const address = Math.ceil(this.next / alignment) * alignment;
    if (size === 0 || address + size > this.base + this.size) return 0;
    this.next = (address + size + 15) & ~15;
    this.sizes.set(address, size);
    return address;
  }

  allocatedSize(address: number): number {
    return this.sizes.get(address) ?? 0;
  }

  *blocks(): Iterable<AllocatorBlock> {
    for (const [address, size] of this.sizes) yield { address, size, free: false };
  }

  check(): string[] {
    return [];
  }

  stats(): AllocatorStats {
    const left = this.base + this.size - this.next;
    return {
      freeBytes: left,
      allocatedBytes: this.next - this.base,
      largestFree: left,
      minimumFree: left,
      freeBlocks: 1,
      allocatedBlocks: this.sizes.size,
      overheadBytes: 0,
    };
  }
}
