/**
 * Reading TLSF's structures: walk, checks, sizes. Nothing here writes, and what lies outside memory reads as 0.
 *
 * @packageDocumentation
 */
import { assertionFailed } from './asserts.js';
import type { HeapMemory } from './memory.js';
import { heapBehaviour, type HeapBehaviour } from './versions.js';

/** `block_size_min`: smallest payload. */
export const BLOCK_SIZE_MIN = 12;
/** `sizeof(block_header_t)`. */
export const BLOCK_HEADER_SIZE = 16;
/** `block_header_overhead`: what a live block costs beside its payload. */
export const BLOCK_OVERHEAD = 4;
/** `sizeof(control_t)`: the fixed part of the control structure. */
export const CONTROL_SIZE = 36;

/** Bits of a size word. */
export const FREE_BIT = 1;
export const PREV_FREE_BIT = 2;
export const FLAGS = 3;

/** Receives every block of a walk: payload's guest address, payload bytes, in use. */
export type TlsfWalker = (address: number, size: number, used: boolean) => void;

/** Tests the bytes of a block during `checkPool`: address and length in guest memory, whether the block is free. */
export type TlsfCheckHook = (address: number, size: number, free: boolean) => boolean;

/** The reading half of {@link Tlsf}. */
export class TlsfReader {
  readonly behaviour: HeapBehaviour;
  protected readonly words: Int32Array;
  protected readonly base: number;

  constructor(
    readonly memory: HeapMemory,
    version?: string,
  ) {
    this.behaviour = heapBehaviour(version);
    const { u32, base } = memory;
    this.words = new Int32Array(u32.buffer, u32.byteOffset, u32.length);
    this.base = base | 0;
  }

  /** A word, 0 outside memory. */
  protected peek(address: number): number {
    return this.words[(address - this.base) >>> 2]! | 0;
  }

  /** `mapping_insert`: row and column of the list for blocks of this size, as `fl << 8 | sl`. */
  protected mapping(config: number, size: number): number {
    const small = (config >>> 23) & 0xff;
    if (size >>> 0 < small) return size >>> 2;
    const log2 = (config >>> 20) & 7;
    const f = 31 - Math.clz32(size);
    return ((f - ((config >>> 5) & 7) + 1) << 8) | ((size >>> (f - log2)) ^ (1 << log2));
  }

  /** `tlsf_get_pool`: address of the pool that follows the control structure. */
  getPool(control: number): number {
    return (control + this.peek(control + 20)) >>> 0;
  }

  /** `tlsf_size`: bytes of the control structure. */
  size(control: number): number {
    return this.peek(control + 20) >>> 0;
  }

  /** `tlsf_block_size`: payload bytes of the block at a user address. */
  allocatedSize(address: number): number {
    return address === 0 ? 0 : (this.peek(address - 4) & ~FLAGS) >>> 0;
  }

  /** `tlsf_fit_size`: the largest request that a free block of this size surely satisfies. */
  fitSize(control: number, size: number): number {
    if (size === 0) return 0;
    const config = this.peek(control + 16);
    if (this.behaviour.fitSizeKeepsSmall && size < ((config >>> 23) & 0xff)) {
      return Math.max(BLOCK_SIZE_MIN, (size + 3) & ~3);
    }
    // v5.1.3: below sl_index_count the interval is 0 and everything is masked away
    const columns = (config >>> 14) & 0x3f;
    const interval = columns === 0 ? 0 : Math.floor(2 ** (31 - Math.clz32(size)) / columns);
    return (size & ~(interval - 1)) >>> 0;
  }

  /** A walk meets at most this many blocks before it must have run in a circle. */
  private get walkLimit(): number {
    return (this.words.length >>> 2) + 2;
  }

  private peekNext(block: number): number {
    const size = this.peek(block + 4) & ~FLAGS;
    if (size === 0) throw assertionFailed('nextOfLast');
    return (block + 4 + size) | 0;
  }

  private peekList(control: number, fl: number, sl: number): number {
    const columns = (this.peek(control + 16) >>> 14) & 0x3f;
    return (this.peek(control + 32) + (fl * columns + sl) * 4) | 0;
  }

  private isInside(block: number): boolean {
    return (block + 4 - this.base) >>> 2 < this.words.length;
  }

  /** `tlsf_walk_pool` from the pool's first block up to the sentinel. Ends also where a chain leaves memory or circles. */
  walk(pool: number, walker: TlsfWalker): void {
    let block = (pool - 4) | 0;
    for (let left = this.walkLimit; left > 0; left--) {
      const word = this.peek(block + 4);
      const size = word & ~FLAGS;
      if (size === 0) return;
      walker((block + 8) >>> 0, size >>> 0, (word & FREE_BIT) === 0);
      block = (block + 4 + size) | 0;
    }
  }

  /**
   * `tlsf_check_pool`: 0 when the previous-free flags agree along the pool, else a negative count. The hook sees a used
   * block's payload, and of a free block what lies behind its links.
   */
  checkPool(pool: number, hook?: TlsfCheckHook): number {
    let status = 0;
    let previousFree = false;
    this.walk(pool, (address, size, used) => {
      const flag = (this.peek(address - 4) & PREV_FREE_BIT) !== 0;
      if (flag !== previousFree) status--;
      previousFree = !used;
      if (hook === undefined) return;
      const sound = used
        ? hook(address, size, false)
        : hook(address + 8, (size - 8 - BLOCK_OVERHEAD) >>> 0, true);
      if (!sound) status--;
    });
    return status;
  }

  /** `tlsf_check`: 0 when lists and bitmaps agree, else a negative count. */
  check(control: number): number {
    let status = 0;
    let left = this.walkLimit;
    const config = this.peek(control + 16);
    const rows = config & 0x1f;
    const columns = (config >>> 14) & 0x3f;
    for (let fl = 0; fl < rows; fl++) {
      const inFirst = (this.peek(control + 24) & (1 << fl)) !== 0;
      const row = this.peek(this.peek(control + 28) + fl * 4);
      for (let sl = 0; sl < columns; sl++) {
        const inSecond = (row & (1 << sl)) !== 0;
        let block = this.peek(this.peekList(control, fl, sl));
        if (!inFirst && inSecond) status--;
        if (!inSecond) {
          if (block !== (control | 0)) status--;
          continue;
        }
        if (block === (control | 0)) status--;
        while (block !== (control | 0)) {
          if (--left < 0 || !this.isInside(block)) return status - 1; // IDF would fault or never return
          status += this.checkListed(config, block, fl, sl);
          block = this.peek(block + 8);
        }
      }
    }
    return status;
  }

  private checkListed(config: number, block: number, fl: number, sl: number): number {
    const word = this.peek(block + 4);
    const next = this.peekNext(block);
    let status = 0;
    if ((word & FREE_BIT) === 0) status--;
    if ((word & PREV_FREE_BIT) !== 0) status--;
    if ((this.peek(next + 4) & FREE_BIT) !== 0) status--;
    if ((this.peek(next + 4) & PREV_FREE_BIT) === 0) status--;
    if ((word & ~FLAGS) >>> 0 < BLOCK_SIZE_MIN) status--;
    if (this.mapping(config, word & ~FLAGS) !== ((fl << 8) | sl)) status--;
    return status;
  }
}
