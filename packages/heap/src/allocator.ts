/**
 * The interface that all allocation policies share; TLSF is one of them.
 *
 * @packageDocumentation
 */

/** One block in address order. */
export interface AllocatorBlock {
  /** Guest address as `malloc` returned it (or would return it). */
  readonly address: number;
  /** Usable bytes. */
  readonly size: number;
  readonly free: boolean;
}

/** Figures in bytes of one heap, read from its guest memory. */
export interface AllocatorStats {
  /** Bytes that can still be handed out, headers of free blocks excluded. */
  freeBytes: number;
  /** Usable bytes of all live blocks. */
  allocatedBytes: number;
  /** Largest single free block, usable bytes. */
  largestFree: number;
  /** Lowest value that the heap's own free counter ever had, where the policy keeps one; else -1. */
  minimumFree: number;
  freeBlocks: number;
  allocatedBlocks: number;
  /** Bytes of control structures and headers. */
  overheadBytes: number;
}

/** An allocator bound to one region of guest memory. Its control structure is in that memory. */
export interface Allocator {
  readonly name: string;
  /** Guest address of a new block, 0 when there is no room. */
  malloc(size: number): number;
  /** Gives a block back; 0 is ignored. */
  free(address: number): void;
  /** C's realloc: 0 with `size` > 0 means failure, the old block stays. */
  realloc(address: number, size: number): number;
  /** `alignment` is a power of two; 0 when there is no room. */
  alignedAlloc(alignment: number, size: number): number;
  /** Usable bytes of a live block. */
  allocatedSize(address: number): number;
  /** Walk in address order. Bounded, also in corrupted memory. */
  blocks(): Iterable<AllocatorBlock>;
  /** Violated invariants, in words; empty when the heap is sound. */
  check(): string[];
  stats(): AllocatorStats;
}
