/**
 * What first fit, next fit, best fit and segregated fits have in common: blocks with boundary tags (Knuth,
 * TAOCP 1, 2.5), coalesced at once when freed. A policy adds where free blocks are listed and which one is taken.
 *
 * Block at guest address b, all words 32 bit:
 *
 *     b          size of the whole block in bytes (a multiple of 4) | USED | PREVIOUS_USED
 *     b+4        payload, as malloc returns it          free block: next free block, 0 = none
 *     b+8        …                                      free block: previous free block, 0 = none
 *     b+size-4   … (last payload word)                  free block: size again (the footer)
 *
 * The region starts with the control words (see CONTROL_*), then come the blocks, then one word with size 0 and USED, the
 * epilogue. Overhead of a live block: 4 bytes. Smallest block: 16 bytes. Alignment: 4 bytes, as ESP-IDF's heap has.
 *
 * Invariants, which {@link BoundaryTagHeap.check} tests:
 *  1. The blocks tile the region from the first block to the epilogue; each is at least 16 bytes.
 *  2. PREVIOUS_USED of a block equals USED of the block before it (set in the first block).
 *  3. No two neighbours are both free.
 *  4. The footer of a free block equals its size.
 *  5. The policy's lists hold every free block exactly once and nothing else, linked both ways.
 *  6. The free counter equals the sum of the payloads of the free blocks; the minimum is not above it.
 *
 * No state is kept outside guest memory: a second object on the same region (`attach`) goes on where the first was.
 */
import type { Allocator, AllocatorBlock, AllocatorStats } from '../allocator.js';
import type { HeapMemory } from '../memory.js';
import { PolicyAssertError } from './corruption.js';

const USED = 1;
const PREVIOUS_USED = 2;
const FLAGS = 3;

/** Bytes of a block header. */
export const HEADER = 4;
/** Bytes of the smallest block: header, two links, footer. */
export const MINIMUM_BLOCK = 16;

/** Control words that all these policies have; a policy's own words follow at CONTROL_POLICY. */
const CONTROL_FREE = 0;
const CONTROL_MINIMUM = 4;
export const CONTROL_POLICY = 8;

/** Settings of every policy. */
export interface PolicyOptions {
  /** Take the region as it is instead of initialising it: it holds a heap of this policy already. */
  attach?: boolean;
}

/**
 * Checks the region that a policy is to live in.
 * @throws {RangeError} when it is unaligned, outside the memory or smaller than `minimum` bytes.
 */
export function checkRegion(
  policy: string,
  memory: HeapMemory,
  base: number,
  size: number,
  minimum: number,
): void {
  const where = `${policy}: region of ${size} bytes at 0x${base.toString(16)}`;
  if ((base & 3) !== 0 || !Number.isInteger(base))
    throw new RangeError(`${where}: start is not word-aligned`);
  if (!(size >= minimum)) throw new RangeError(`${where}: too small, needs at least ${minimum} bytes`);
  if (base < memory.base || base + size > memory.base + memory.u8.length)
    throw new RangeError(`${where}: outside the memory`);
}

/** Bytes of the block for a request, or 0 when no 32-bit heap can hold it. */
function blockBytes(size: number): number {
  if (size <= 0 || size > 0x7fff_fff0) return 0;
  return Math.max(MINIMUM_BLOCK, (size + HEADER + 3) & ~3);
}

/** Heap with boundary tags; see the head of this file. */
export abstract class BoundaryTagHeap implements Allocator {
  abstract readonly name: string;
  /** Guest address of the first block. */
  protected readonly first: number;
  /** Guest address of the epilogue. */
  protected readonly epilogue: number;
  protected readonly u32: Uint32Array;
  private readonly origin: number;

  /**
   * @param base - Start of the region: control words, then blocks.
   * @param policyBytes - Control bytes of the policy itself, a multiple of 4.
   * @throws {RangeError} for a region that is unaligned, too small or outside `memory`.
   */
  protected constructor(
    policy: string,
    protected readonly memory: HeapMemory,
    readonly base: number,
    readonly size: number,
    policyBytes: number,
  ) {
    const control = CONTROL_POLICY + policyBytes;
    checkRegion(policy, memory, base, size, control + MINIMUM_BLOCK + HEADER);
    this.u32 = memory.u32;
    this.origin = memory.base;
    this.first = base + control;
    this.epilogue = this.first + ((size - control - HEADER) & ~3);
  }

  /** Adds a free block (size, flags and footer are written) to the policy's lists. */
  protected abstract insert(block: number, bytes: number): void;
  /** Takes a free block out of the policy's lists. */
  protected abstract remove(block: number, bytes: number): void;
  /** Finds, by the policy, a free block of at least `bytes` bytes, 0 when there is none. It stays in its list. */
  protected abstract find(bytes: number): number;
  /** Heads of the policy's free lists. */
  protected abstract heads(): Iterable<number>;
  /** Violations of the policy's own invariants. */
  protected abstract checkPolicy(): string[];

  /** Makes the whole region one free block. The policy's control words have to be set before. */
  protected initialise(): void {
    this.store(this.base + CONTROL_FREE, 0);
    const bytes = this.epilogue - this.first;
    this.store(this.epilogue, USED);
    this.store(this.first, PREVIOUS_USED);
    this.makeFree(this.first, bytes);
    this.store(this.base + CONTROL_MINIMUM, bytes - HEADER);
  }

  protected load(address: number): number {
    return this.u32[(address - this.origin) >>> 2]!;
  }

  protected store(address: number, value: number): void {
    this.u32[(address - this.origin) >>> 2] = value;
  }

  /** Control word `index` of the policy. */
  protected control(index: number): number {
    return this.base + CONTROL_POLICY + 4 * index;
  }

  protected nextFree(block: number): number {
    return this.load(block + 4);
  }

  /** Most blocks that can exist: no walk takes more steps. */
  protected get maximumBlocks(): number {
    return ((this.epilogue - this.first) / MINIMUM_BLOCK + 1) >>> 0;
  }

  protected fail(operation: string, address: number, expression: string): never {
    throw new PolicyAssertError(this.name, operation, address >>> 0, expression);
  }

  /** True when a block of a sound size starts at `block`. */
  protected isBlock(block: number): boolean {
    if (block < this.first || block >= this.epilogue || (block & 3) !== 0) return false;
    const bytes = this.load(block) & ~FLAGS;
    return bytes >= MINIMUM_BLOCK && bytes <= this.epilogue - block;
  }

  /** Size of the free block at `block`, which a link or a neighbour's flag led to. */
  protected freeBytesOf(block: number, operation: string): number {
    if (!this.isBlock(block)) this.fail(operation, block, 'a free block starts here');
    const word = this.load(block);
    const bytes = word & ~FLAGS;
    if ((word & USED) !== 0) this.fail(operation, block, 'block is free');
    if (this.load(block + bytes - 4) !== bytes) this.fail(operation, block, 'footer equals size');
    return bytes;
  }

  /** Size of the live block whose payload starts at `address`. */
  private usedBytesOf(address: number, operation: string): number {
    const block = address - HEADER;
    if (!this.isBlock(block)) this.fail(operation, address, 'address is a block of this heap');
    const word = this.load(block);
    if ((word & USED) === 0) this.fail(operation, address, 'block is in use');
    return word & ~FLAGS;
  }

  /** Links `block` into a doubly linked list between `before` (0: at the head word `head`) and `after`. */
  protected link(block: number, head: number, before: number, after: number): void {
    this.store(block + 4, after);
    this.store(block + 8, before);
    this.store(before === 0 ? head : before + 4, block);
    if (after !== 0) this.store(after + 8, block);
  }

  /** Takes `block` out of the doubly linked list that starts at the head word `head`. */
  protected unlink(block: number, head: number): void {
    const after = this.load(block + 4);
    const before = this.load(block + 8);
    if (before !== 0 && (!this.isBlock(before) || this.load(before + 4) !== block))
      this.fail('unlink', block, 'previous free block links here');
    if (before === 0 && this.load(head) !== block) this.fail('unlink', block, 'list starts here');
    if (after !== 0 && (!this.isBlock(after) || this.load(after + 8) !== block))
      this.fail('unlink', block, 'next free block links back');
    this.store(before === 0 ? head : before + 4, after);
    if (after !== 0) this.store(after + 8, before);
  }

  /** Turns [block, block + bytes) into a listed free block; its PREVIOUS_USED flag stays. */
  private makeFree(block: number, bytes: number): void {
    this.store(block, bytes | (this.load(block) & PREVIOUS_USED));
    this.store(block + bytes - 4, bytes);
    const next = block + bytes;
    this.store(next, this.load(next) & ~PREVIOUS_USED);
    this.insert(block, bytes);
    const counter = this.base + CONTROL_FREE;
    this.store(counter, this.load(counter) + bytes - HEADER);
  }

  /** Takes a free block out of its list, for use or for merging. */
  private takeFree(block: number, bytes: number): void {
    this.remove(block, bytes);
    const counter = this.base + CONTROL_FREE;
    this.store(counter, this.load(counter) - (bytes - HEADER));
  }

  /** Marks [block, block + bytes) used, and frees what exceeds `wanted` when it makes a block of its own. */
  private use(block: number, bytes: number, wanted: number): void {
    const rest = bytes - wanted;
    const flags = USED | (this.load(block) & PREVIOUS_USED);
    if (rest >= MINIMUM_BLOCK) {
      this.store(block, wanted | flags);
      this.store(block + wanted, PREVIOUS_USED);
      this.makeFree(block + wanted, rest);
    } else {
      this.store(block, bytes | flags);
      const next = block + bytes;
      this.store(next, this.load(next) | PREVIOUS_USED);
    }
  }

  private noteMinimum(): void {
    const free = this.load(this.base + CONTROL_FREE);
    if (free < this.load(this.base + CONTROL_MINIMUM)) this.store(this.base + CONTROL_MINIMUM, free);
  }

  malloc(size: number): number {
    const wanted = blockBytes(size);
    const block = wanted === 0 ? 0 : this.find(wanted);
    if (block === 0) return 0;
    const bytes = this.freeBytesOf(block, 'malloc');
    this.takeFree(block, bytes);
    this.use(block, bytes, wanted);
    this.noteMinimum();
    return block + HEADER;
  }

  free(address: number): void {
    if (address === 0) return;
    let bytes = this.usedBytesOf(address, 'free');
    let block = address - HEADER;
    const next = block + bytes;
    if ((this.load(next) & USED) === 0) bytes += this.absorb(next);
    if ((this.load(block) & PREVIOUS_USED) === 0) {
      const before = this.load(block - 4);
      if ((before & 3) !== 0 || before < MINIMUM_BLOCK || before > block - this.first)
        this.fail('free', block, 'footer of the previous block is a size');
      if (this.absorb(block - before) !== before)
        this.fail('free', block, 'previous block ends where this one starts');
      block -= before;
      bytes += before;
    }
    this.makeFree(block, bytes);
  }

  /** Unlists a free neighbour and returns its size. */
  private absorb(block: number): number {
    const bytes = this.freeBytesOf(block, 'free');
    this.takeFree(block, bytes);
    return bytes;
  }

  realloc(address: number, size: number): number {
    if (address === 0) return this.malloc(size);
    if (size === 0) {
      this.free(address);
      return 0;
    }
    const wanted = blockBytes(size);
    if (wanted === 0) return 0;
    const block = address - HEADER;
    let bytes = this.usedBytesOf(address, 'realloc');
    const next = block + bytes;
    const nextIsFree = (this.load(next) & USED) === 0;
    const room = nextIsFree ? bytes + this.freeBytesOf(next, 'realloc') : bytes;
    if (wanted > room) {
      const moved = this.malloc(size);
      if (moved === 0) return 0;
      const from = address - this.origin;
      this.memory.u8.copyWithin(moved - this.origin, from, from + Math.min(size, bytes - HEADER));
      this.free(address);
      return moved;
    }
    // In place. The next free block is merged when growing, and when shrinking so that the rest joins it.
    if (nextIsFree && wanted !== bytes) {
      this.takeFree(next, room - bytes);
      bytes = room;
    }
    this.use(block, bytes, wanted);
    this.noteMinimum();
    return address;
  }

  alignedAlloc(alignment: number, size: number): number {
    if (alignment <= 0 || (alignment & (alignment - 1)) !== 0) return 0;
    if (alignment <= 4) return this.malloc(size);
    const wanted = blockBytes(size);
    const roomy = wanted + alignment + MINIMUM_BLOCK;
    let block = wanted === 0 || roomy > this.size ? 0 : this.find(roomy);
    if (block === 0) return 0;
    let bytes = this.freeBytesOf(block, 'alignedAlloc');
    this.takeFree(block, bytes);
    // The gap in front becomes a block of its own, so it is nothing or at least a smallest block.
    const mask = alignment - 1;
    let start = block + ((alignment - ((block + HEADER) & mask)) & mask);
    if (start !== block && start - block < MINIMUM_BLOCK)
      start += (MINIMUM_BLOCK - (start - block) + mask) & ~mask;
    const gap = start - block;
    if (gap > 0) {
      this.store(start, 0);
      this.makeFree(block, gap);
      block = start;
      bytes -= gap;
    }
    this.use(block, bytes, wanted);
    this.noteMinimum();
    return block + HEADER;
  }

  allocatedSize(address: number): number {
    return this.usedBytesOf(address, 'allocatedSize') - HEADER;
  }

  *blocks(): Iterable<AllocatorBlock> {
    for (let block = this.first; this.isBlock(block);) {
      const word = this.load(block);
      const bytes = word & ~FLAGS;
      yield { address: block + HEADER, size: bytes - HEADER, free: (word & USED) === 0 };
      block += bytes;
    }
  }

  stats(): AllocatorStats {
    const stats: AllocatorStats = {
      freeBytes: 0,
      allocatedBytes: 0,
      largestFree: 0,
      minimumFree: this.load(this.base + CONTROL_MINIMUM),
      freeBlocks: 0,
      allocatedBlocks: 0,
      overheadBytes: 0,
    };
    for (let block = this.first; this.isBlock(block);) {
      const word = this.load(block);
      const payload = (word & ~FLAGS) - HEADER;
      if ((word & USED) === 0) {
        stats.freeBlocks++;
        stats.freeBytes += payload;
        if (payload > stats.largestFree) stats.largestFree = payload;
      } else {
        stats.allocatedBlocks++;
        stats.allocatedBytes += payload;
      }
      block += payload + HEADER;
    }
    stats.overheadBytes = this.size - stats.freeBytes - stats.allocatedBytes;
    return stats;
  }

  check(): string[] {
    const problems: string[] = [];
    const at = (block: number, text: string): void => {
      if (problems.length < 100) problems.push(`0x${(block >>> 0).toString(16)}: ${text}`);
    };
    const free = new Set<number>();
    let freeBytes = 0;
    let block = this.first;
    let previousUsed: number = PREVIOUS_USED;
    for (; this.isBlock(block);) {
      const word = this.load(block);
      const bytes = word & ~FLAGS;
      if ((word & PREVIOUS_USED) !== previousUsed)
        at(block, 'flag for the previous block disagrees with that block');
      if ((word & USED) === 0) {
        if (previousUsed === 0) at(block, 'two neighbours are free');
        if (this.load(block + bytes - 4) !== bytes) at(block, 'footer differs from size');
        free.add(block);
        freeBytes += bytes - HEADER;
      }
      previousUsed = (word & USED) === 0 ? 0 : PREVIOUS_USED;
      block += bytes;
    }
    if (block !== this.epilogue) at(block, 'size word is damaged, the walk ends here');
    else if (this.load(block) !== (USED | previousUsed)) at(block, 'epilogue is damaged');
    this.checkLists(free, at);
    const counter = this.load(this.base + CONTROL_FREE);
    if (counter !== freeBytes) at(this.base, `free counter is ${counter}, the walk finds ${freeBytes}`);
    if (this.load(this.base + CONTROL_MINIMUM) > counter)
      at(this.base + CONTROL_MINIMUM, 'minimum is above the free counter');
    return problems.concat(this.checkPolicy());
  }

  private checkLists(free: Set<number>, at: (block: number, text: string) => void): void {
    const unlisted = new Set(free);
    for (const head of this.heads()) {
      let before = 0;
      for (let block = this.load(head); block !== 0; block = this.nextFree(block)) {
        if (!free.has(block)) {
          at(before || head, `link to 0x${block.toString(16)}, which is no free block`);
          break;
        }
        if (!unlisted.delete(block)) {
          at(block, 'free block is listed twice');
          break;
        }
        if (this.load(block + 8) !== before) at(block, 'link back is wrong');
        before = block;
      }
    }
    for (const block of unlisted) at(block, 'free block is in no list');
  }
}
