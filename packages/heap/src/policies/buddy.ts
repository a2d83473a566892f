/**
 * Binary buddy (Knowlton 1965; Knuth, TAOCP 1, 2.5): blocks of 2^k bytes at addresses that are multiples of 2^k.
 *
 * A block's buddy is at address XOR size. A request takes the smallest free block that holds it and halves it until
 * it fits; a freed block joins its buddy as long as that is free and of the same size. Payloads carry no header: the
 * order k of the block that starts at a granule of 16 bytes is a byte in a map in front of the arena (6.25 % of it), so an
 * overrun cannot damage it, every block is aligned to its own size, and 2^k bytes fit into 2^k.
 *
 * Region, from `base`:
 *
 *     +0    bytes free            +4   lowest value that it ever had      +8   bitmap: orders whose list holds blocks
 *     +12   head of the free list of order 4 … 31 (28 words)
 *     +124  map, one byte per granule: 0 = no block starts here, k = a free block of order k, 0x80 | k = a live one
 *     then  arena, from a multiple of 16. A region that is no power of two starts as the fewest aligned blocks that tile it.
 *
 * A free block holds in its first two words the next and the previous free block of its order (0 = none).
 *
 * Invariants, which {@link Buddy.check} tests:
 *  1. The blocks in the map tile the arena; each lies at a multiple of its size; no map byte inside a block is set.
 *  2. No two buddies are both free with the same order.
 *  3. List k holds every free block of order k exactly once and nothing else, linked both ways, last freed first.
 *  4. Bit k of the bitmap is set exactly when list k holds a block.
 *  5. The free counter equals the sum of the free blocks; the minimum is not above it.
 */
import type { Allocator, AllocatorBlock, AllocatorStats } from '../allocator.js';
import type { HeapMemory } from '../memory.js';
import { checkRegion, type PolicyOptions } from './boundary-tags.js';
import { PolicyAssertError } from './corruption.js';

const MINIMUM_ORDER = 4;
const GRANULE = 1 << MINIMUM_ORDER;
const MAXIMUM_ORDER = 31;
const LIVE = 0x80;

const CONTROL_FREE = 0;
const CONTROL_MINIMUM = 4;
const CONTROL_BITMAP = 8;
const CONTROL_HEADS = 12;
const CONTROL_MAP = CONTROL_HEADS + 4 * (MAXIMUM_ORDER - MINIMUM_ORDER + 1);

/** Smallest order whose blocks hold `bytes` bytes. */
function orderFor(bytes: number): number {
  return bytes <= GRANULE ? MINIMUM_ORDER : 32 - Math.clz32(bytes - 1);
}

/** See the head of this file. */
export class Buddy implements Allocator {
  readonly name = 'buddy';
  /** Guest addresses of the arena. */
  private readonly start: number;
  private readonly end: number;
  private readonly map: number;
  private readonly u8: Uint8Array;
  private readonly u32: Uint32Array;
  private readonly origin: number;

  /** @throws {RangeError} for a region that is unaligned, too small or outside `memory`. */
  constructor(
    memory: HeapMemory,
    readonly base: number,
    readonly size: number,
    options: PolicyOptions = {},
  ) {
    checkRegion('buddy', memory, base, size, CONTROL_MAP + 3 * GRANULE);
    this.u8 = memory.u8;
    this.u32 = memory.u32;
    this.origin = memory.base;
    this.map = base + CONTROL_MAP;
    // One map byte for every 17 bytes left, less what alignment takes.
    const granules = Math.floor((size - CONTROL_MAP) / (GRANULE + 1));
    this.start = Math.ceil((this.map + granules) / GRANULE) * GRANULE;
    this.end = this.start + Math.min(granules, Math.floor((base + size - this.start) / GRANULE)) * GRANULE;
    if (!options.attach) this.initialise();
  }

  private initialise(): void {
    for (let word = 0; word < CONTROL_MAP; word += 4) this.store(this.base + word, 0);
    this.u8.fill(0, this.map - this.origin, this.start - this.origin);
    // From the end, so that the lists name the lowest blocks first.
    for (let end = this.end; end > this.start;) {
      let order = MINIMUM_ORDER;
      while (
        end % 2 ** (order + 1) === 0 &&
        end - 2 ** (order + 1) >= this.start &&
        order < MAXIMUM_ORDER - 1
      )
        order++;
      end -= 1 << order;
      this.insert(end, order);
    }
    const free = this.end - this.start;
    this.store(this.base + CONTROL_FREE, free);
    this.store(this.base + CONTROL_MINIMUM, free);
  }

  private load(address: number): number {
    return this.u32[(address - this.origin) >>> 2]!;
  }

  private store(address: number, value: number): void {
    this.u32[(address - this.origin) >>> 2] = value;
  }

  private head(order: number): number {
    return this.base + CONTROL_HEADS + 4 * (order - MINIMUM_ORDER);
  }

  /** Host offset of the map byte of the granule at `block`. */
  private mapOffset(block: number): number {
    return this.map - this.origin + ((block - this.start) >>> MINIMUM_ORDER);
  }

  private fail(operation: string, address: number, expression: string): never {
    throw new PolicyAssertError(this.name, operation, address, expression);
  }

  /** True when the map has a block of order `order` at `block`, free or live as asked, that lies inside the arena. */
  private isBlock(block: number, order: number, live: number): boolean {
    return (
      block >= this.start &&
      order >= MINIMUM_ORDER &&
      order < MAXIMUM_ORDER &&
      (block & ((1 << order) - 1)) === 0 &&
      block + (1 << order) <= this.end &&
      this.u8[this.mapOffset(block)] === (live | order)
    );
  }

  private insert(block: number, order: number): void {
    const head = this.head(order);
    const after = this.load(head);
    if (after !== 0 && !this.isBlock(after, order, 0))
      this.fail('free', after, 'free list links blocks of its order');
    this.store(block, after);
    this.store(block + 4, 0);
    if (after !== 0) this.store(after + 4, block);
    this.store(head, block);
    this.u8[this.mapOffset(block)] = order;
    this.store(this.base + CONTROL_BITMAP, this.load(this.base + CONTROL_BITMAP) | (1 << order));
  }

  private remove(block: number, order: number): void {
    const head = this.head(order);
    const after = this.load(block);
    const before = this.load(block + 4);
    if (after !== 0 && (!this.isBlock(after, order, 0) || this.load(after + 4) !== block))
      this.fail('unlink', block, 'next free block links back');
    if (before !== 0 && (!this.isBlock(before, order, 0) || this.load(before) !== block))
      this.fail('unlink', block, 'previous free block links here');
    if (before === 0 && this.load(head) !== block) this.fail('unlink', block, 'list starts here');
    this.store(before === 0 ? head : before, after);
    if (after !== 0) this.store(after + 4, before);
    this.u8[this.mapOffset(block)] = 0;
    if (this.load(head) === 0)
      this.store(this.base + CONTROL_BITMAP, this.load(this.base + CONTROL_BITMAP) & ~(1 << order));
  }

  /** Adds `bytes` (negative: takes) to the free counter. */
  private count(bytes: number): void {
    const free = (this.load(this.base + CONTROL_FREE) + bytes) >>> 0;
    this.store(this.base + CONTROL_FREE, free);
    if (free < this.load(this.base + CONTROL_MINIMUM)) this.store(this.base + CONTROL_MINIMUM, free);
  }

  /** Gives the upper halves of [block, block + 2^from) back until 2^to bytes are left. */
  private halve(block: number, from: number, to: number): void {
    for (let order = from - 1; order >= to; order--) this.insert(block + (1 << order), order);
  }

  /** A block of 2^order bytes, 0 when there is none. */
  private take(order: number): number {
    if (order >= MAXIMUM_ORDER) return 0;
    const larger = this.load(this.base + CONTROL_BITMAP) & (-1 << order);
    if (larger === 0) return 0;
    const found = 31 - Math.clz32(larger & -larger);
    const block = this.load(this.head(found));
    if (!this.isBlock(block, found, 0)) this.fail('malloc', block, 'free list links blocks of its order');
    this.remove(block, found);
    this.halve(block, found, order);
    this.u8[this.mapOffset(block)] = LIVE | order;
    this.count(-(1 << order));
    return block;
  }

  /** Order of the live block at `address`. */
  private liveOrder(address: number, operation: string): number {
    if (address < this.start || address >= this.end || (address & (GRANULE - 1)) !== 0)
      this.fail(operation, address, 'address is a block of this heap');
    const order = this.u8[this.mapOffset(address)]! & ~LIVE;
    if (!this.isBlock(address, order, LIVE)) this.fail(operation, address, 'block is in use');
    return order;
  }

  malloc(size: number): number {
    return size <= 0 || size > this.size ? 0 : this.take(orderFor(size));
  }

  free(address: number): void {
    if (address === 0) return;
    let block = address;
    let order = this.liveOrder(address, 'free');
    this.u8[this.mapOffset(block)] = 0;
    this.count(1 << order);
    for (let buddy = this.buddyOf(block, order); this.isBlock(buddy, order, 0);) {
      this.remove(buddy, order);
      block = Math.min(block, buddy);
      order++;
      buddy = this.buddyOf(block, order);
    }
    this.insert(block, order);
  }

  private buddyOf(block: number, order: number): number {
    return (block ^ (1 << order)) >>> 0;
  }

  realloc(address: number, size: number): number {
    if (address === 0) return this.malloc(size);
    if (size === 0) {
      this.free(address);
      return 0;
    }
    if (size > this.size) return 0;
    const wanted = orderFor(size);
    const order = this.liveOrder(address, 'realloc');
    if (wanted > order && !this.canGrow(address, order, wanted)) {
      const moved = this.malloc(size);
      if (moved === 0) return 0;
      const from = address - this.origin;
      this.u8.copyWithin(moved - this.origin, from, from + Math.min(size, 1 << order));
      this.free(address);
      return moved;
    }
    for (let upper = order; upper < wanted; upper++) this.remove(address + (1 << upper), upper);
    this.halve(address, order, wanted);
    this.u8[this.mapOffset(address)] = LIVE | wanted;
    this.count((1 << order) - (1 << wanted));
    return address;
  }

  /** True when the block is the lower one of free upper buddies all the way up to order `wanted`. */
  private canGrow(address: number, order: number, wanted: number): boolean {
    if ((address & ((1 << wanted) - 1)) !== 0) return false;
    for (let upper = order; upper < wanted; upper++)
      if (!this.isBlock(address + (1 << upper), upper, 0)) return false;
    return true;
  }

  alignedAlloc(alignment: number, size: number): number {
    if (alignment <= 0 || (alignment & (alignment - 1)) !== 0 || alignment > this.size) return 0;
    return size <= 0 ? 0 : this.malloc(Math.max(size, alignment));
  }

  allocatedSize(address: number): number {
    return 1 << this.liveOrder(address, 'allocatedSize');
  }

  *blocks(): Iterable<AllocatorBlock> {
    for (let block = this.start; block < this.end;) {
      const entry = this.u8[this.mapOffset(block)]!;
      const order = entry & ~LIVE;
      if (!this.isBlock(block, order, entry & LIVE)) return;
      yield { address: block, size: 1 << order, free: (entry & LIVE) === 0 };
      block += 1 << order;
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
    for (const block of this.blocks()) {
      if (block.free) {
        stats.freeBlocks++;
        stats.freeBytes += block.size;
        if (block.size > stats.largestFree) stats.largestFree = block.size;
      } else {
        stats.allocatedBlocks++;
        stats.allocatedBytes += block.size;
      }
    }
    stats.overheadBytes = this.size - stats.freeBytes - stats.allocatedBytes;
    return stats;
  }

  check(): string[] {
    const problems: string[] = [];
    const at = (address: number, text: string): void => {
      if (problems.length < 100) problems.push(`0x${address.toString(16)}: ${text}`);
    };
    const free = new Map<number, number>();
    let end = this.start;
    let freeBytes = 0;
    for (const block of this.blocks()) {
      end = block.address + block.size;
      for (let granule = block.address + GRANULE; granule < end; granule += GRANULE)
        if (this.u8[this.mapOffset(granule)] !== 0) at(granule, 'map byte inside a block is set');
      if (!block.free) continue;
      const order = orderFor(block.size);
      free.set(block.address, order);
      freeBytes += block.size;
      if (this.isBlock(this.buddyOf(block.address, order), order, 0))
        at(block.address, 'block and its buddy are both free');
    }
    if (end !== this.end) at(end, 'map byte is damaged, the walk ends here');
    const bitmap = this.load(this.base + CONTROL_BITMAP);
    for (let order = 0; order <= MAXIMUM_ORDER; order++) {
      let before = 0;
      const first = order < MINIMUM_ORDER ? 0 : this.load(this.head(order));
      if ((first !== 0) !== ((bitmap & (1 << order)) !== 0))
        at(this.base, `bitmap disagrees with list ${order}`);
      for (let block = first; block !== 0; block = this.load(block)) {
        if (free.get(block) !== order) {
          at(block, `list ${order} names this, which is not one of its free blocks, or twice`);
          break;
        }
        free.delete(block);
        if (this.load(block + 4) !== before) at(block, 'link back is wrong');
        before = block;
      }
    }
    for (const block of free.keys()) at(block, 'free block is in no list');
    const counter = this.load(this.base + CONTROL_FREE);
    if (counter !== freeBytes) at(this.base, `free counter is ${counter}, the walk finds ${freeBytes}`);
    if (this.load(this.base + CONTROL_MINIMUM) > counter)
      at(this.base + CONTROL_MINIMUM, 'minimum is above the free counter');
    return problems;
  }
}
