/**
 * TLSF (two-level segregated fit) as Espressif's fork has it, on guest memory.
 *
 * Block (all words; `B` is the block's address, `P = B + 8` what the user gets):
 *
 *     B+0   prev_phys   previous block, valid only while that one is free (it owns the word otherwise)
 *     B+4   size        payload bytes | 1: this block is free | 2: the previous block is free
 *     B+8   next_free   valid while free
 *     B+12  prev_free   valid while free
 *
 * The next block is at B + 4 + size. A block of size 0 ends the pool (sentinel). Control structure at address `C`:
 *
 *     C+0   null block: C+8 next_free and C+12 prev_free are written like any block's, and so go stale
 *     C+16  packed: fl_index_count:5 fl_index_shift:3 fl_index_max:6 sl_index_count:6 sl_log2:3 small_block_size:8
 *     C+20  size of the control structure      C+24  fl_bitmap
 *     C+28  address of sl_bitmap[]             C+32  address of blocks[fl][sl], an empty list holds C
 *
 * Invariants, which `check` and `checkPool` test: a list's bit is set exactly when its head is not C, a row's bit exactly
 * when one of its lists is not empty; every listed block is free, neither neighbour is free, the next block says so, and
 * its size maps to that list; the sizes lead from the first block to the sentinel.
 *
 * Verbs are those of Conte's tlsf.c. Every write is done as the C code does it, stale ones included: memory hashes need
 * them. Operations that follow a pointer out of memory throw `HeapAssertError` ('fault'); checks and walks read 0 there.
 *
 * @packageDocumentation
 */
import { assertionFailed } from './asserts.js';
import { wildPointer } from './errors.js';
import type { HeapMemory } from './memory.js';
import {
  BLOCK_HEADER_SIZE,
  BLOCK_OVERHEAD,
  BLOCK_SIZE_MIN,
  CONTROL_SIZE,
  FLAGS,
  FREE_BIT,
  PREV_FREE_BIT,
  TlsfReader,
} from './tlsf-reader.js';

const ALIGN = 4;

/** Bits of {@link Tlsf.path}: which way the last operation went. Cycle costs are looked up by them. */
export const PATH = {
  /** malloc: the request is at least the small-block size (search rounds it up). */
  LARGE: 1,
  /** malloc: found in a higher list of the same row. */
  HIGHER_SECOND: 2,
  /** malloc: found in a higher row. */
  HIGHER_FIRST: 4,
  /** malloc, realloc: the rest was split off. */
  SPLIT: 8,
  /** No block was found (or the request was too large). */
  FAIL: 16,
  /** free, realloc: merged with the previous block. */
  MERGE_PREVIOUS: 32,
  /** free, realloc: merged with the next block. */
  MERGE_NEXT: 64,
  /** realloc: grown or shrunk where it is. */
  IN_PLACE: 128,
  /** realloc: malloc, copy, free. */
  MOVED: 256,
  /** A list became empty by taking its head. */
  LIST_EMPTIED: 512,
  /** The operation was free, realloc, memalign (none of these: malloc). */
  FREE: 1024,
  REALLOC: 2048,
  ALIGNED: 4096,
} as const;

/** A malloc has no other bits than the first ones. */
export const MALLOC_PATH_BITS = 10;
/** A word has room for these bits and a block's distance from the memory's base below this one, in words. */
export const MALLOC_ON_PATH_BYTES = 4 * 2 ** (32 - MALLOC_PATH_BITS);

/**
 * `tlsf_*` on one guest memory. A pool is named by its control structure's address (`tlsf_t`); several pools may share
 * one object. Failed assertions throw `HeapAssertError`.
 */
export class Tlsf extends TlsfReader {
  /** How the last operation went: a set of {@link PATH} bits. */
  path = 0;
  /** Bytes that the last moving realloc copied. */
  copied = 0;
  /** Comprehensive poisoning: fills the header of an absorbed block with 0xFE. */
  fillAbsorbed = false;
  private readonly bytes: Uint8Array;

  constructor(memory: HeapMemory, version?: string) {
    super(memory, version);
    this.bytes = memory.u8;
  }

  // --- words and header fields -------------------------------------------------------------------------------------

  private load(address: number): number {
    const index = (address - this.base) >>> 2;
    if (index >= this.words.length) throw wildPointer();
    return this.words[index]!;
  }

  private store(address: number, value: number): void {
    const index = (address - this.base) >>> 2;
    if (index >= this.words.length) throw wildPointer();
    this.words[index] = value;
  }

  private blockSize(block: number): number {
    return this.load(block + 4) & ~FLAGS;
  }

  private setSize(block: number, size: number): void {
    this.store(block + 4, size | (this.load(block + 4) & FLAGS));
  }

  private setFree(block: number): void {
    this.store(block + 4, this.load(block + 4) | FREE_BIT);
  }

  private setUsed(block: number): void {
    this.store(block + 4, this.load(block + 4) & ~FREE_BIT);
  }

  private setPrevFree(block: number): void {
    this.store(block + 4, this.load(block + 4) | PREV_FREE_BIT);
  }

  private setPrevUsed(block: number): void {
    this.store(block + 4, this.load(block + 4) & ~PREV_FREE_BIT);
  }

  /** `block_next`. */
  private next(block: number): number {
    const size = this.blockSize(block);
    if (size === 0) throw assertionFailed('nextOfLast');
    return (block + 4 + size) | 0;
  }

  /** `block_link_next`. */
  private linkNext(block: number): number {
    const next = this.next(block);
    this.store(next, block);
    return next;
  }

  private markAsFree(block: number): void {
    this.setPrevFree(this.linkNext(block));
    this.setFree(block);
  }

  private markAsUsed(block: number): void {
    this.setPrevUsed(this.next(block));
    this.setUsed(block);
  }

  // --- lists -------------------------------------------------------------------------------------------------------

  private removeFreeBlock(control: number, block: number, fl: number, sl: number): void {
    const prev = this.load(block + 12);
    const next = this.load(block + 8);
    if (prev === 0) throw assertionFailed('prevFreeNull');
    if (next === 0) throw assertionFailed('nextFreeNull');
    this.store(next + 12, prev);
    this.store(prev + 8, next);
    const list = this.list(control, fl, sl);
    if (this.load(list) === block) {
      this.store(list, next);
      if (next === (control | 0)) {
        this.path |= PATH.LIST_EMPTIED;
        const row = this.load(control + 28) + fl * 4;
        const bits = this.load(row) & ~(1 << sl);
        this.store(row, bits);
        if (bits === 0) this.store(control + 24, this.load(control + 24) & ~(1 << fl));
      }
    }
  }

  /** Address of the list head `blocks[fl][sl]`. */
  private list(control: number, fl: number, sl: number): number {
    const columns = (this.load(control + 16) >>> 14) & 0x3f;
    return (this.load(control + 32) + (fl * columns + sl) * 4) | 0;
  }

  /** `block_remove`. */
  private remove(control: number, block: number): void {
    const map = this.mapping(this.load(control + 16), this.blockSize(block));
    this.removeFreeBlock(control, block, map >> 8, map & 0xff);
  }

  /** `block_insert`. */
  private insert(control: number, block: number): void {
    const map = this.mapping(this.load(control + 16), this.blockSize(block));
    const fl = map >> 8;
    const sl = map & 0xff;
    const list = this.list(control, fl, sl);
    const current = this.load(list);
    if (current === 0) throw assertionFailed('listHeadNull');
    this.store(block + 8, current);
    this.store(block + 12, control);
    this.store(current + 12, block);
    if ((block & 3) !== 0) throw assertionFailed('insertUnaligned');
    this.store(list, block);
    this.store(control + 24, this.load(control + 24) | (1 << fl));
    const row = this.load(control + 28) + fl * 4;
    this.store(row, this.load(row) | (1 << sl));
  }

  // --- splitting and merging -----------------------------------------------------------------------------------------

  private canSplit(block: number, size: number): boolean {
    return this.blockSize(block) >>> 0 >= (BLOCK_HEADER_SIZE + size) >>> 0;
  }

  /** `block_split`: cuts `block` at `size`, gives the remaining block, marked free. */
  private split(block: number, size: number): number {
    const remaining = (block + 4 + size) | 0;
    const remainingSize = (this.blockSize(block) - size - BLOCK_OVERHEAD) | 0;
    this.setSize(remaining, remainingSize);
    if (remainingSize >>> 0 < BLOCK_SIZE_MIN) throw assertionFailed('splitInvalid');
    this.setSize(block, size);
    this.markAsFree(remaining);
    this.path |= PATH.SPLIT;
    return remaining;
  }

  /** `block_absorb`. */
  private absorb(previous: number, block: number): number {
    if (this.blockSize(previous) === 0) throw assertionFailed('absorbIntoLast');
    this.store(previous + 4, this.load(previous + 4) + this.blockSize(block) + BLOCK_OVERHEAD);
    this.linkNext(previous);
    if (this.fillAbsorbed) this.fill(block, BLOCK_HEADER_SIZE);
    return previous;
  }

  private fill(address: number, size: number): void {
    const start = (address - this.base) >>> 0;
    if (start < this.bytes.length) this.bytes.fill(0xfe, start, start + size);
  }

  /** `block_merge_prev`. */
  private mergePrevious(control: number, block: number): number {
    if ((this.load(block + 4) & PREV_FREE_BIT) === 0) return block;
    const previous = this.load(block);
    if (previous === 0) throw assertionFailed('mergePrevNull');
    if ((this.load(previous + 4) & FREE_BIT) === 0) throw assertionFailed('mergePrevUsed');
    this.path |= PATH.MERGE_PREVIOUS;
    this.remove(control, previous);
    return this.absorb(previous, block);
  }

  /** `block_merge_next`. */
  private mergeNext(control: number, block: number): number {
    const next = this.next(block);
    if ((this.load(next + 4) & FREE_BIT) === 0) return block;
    this.path |= PATH.MERGE_NEXT;
    this.remove(control, next);
    return this.absorb(block, next);
  }

  /** `block_trim_free`. */
  private trimFree(control: number, block: number, size: number): void {
    if ((this.load(block + 4) & FREE_BIT) === 0) throw assertionFailed('trimUsed');
    if (this.canSplit(block, size)) {
      const remaining = this.split(block, size);
      this.linkNext(block);
      this.setPrevFree(remaining);
      this.insert(control, remaining);
    }
  }

  /** `block_trim_used`. */
  private trimUsed(control: number, block: number, size: number): void {
    if ((this.load(block + 4) & FREE_BIT) !== 0) throw assertionFailed('trimFree');
    if (this.canSplit(block, size)) {
      let remaining = this.split(block, size);
      this.setPrevUsed(remaining);
      remaining = this.mergeNext(control, remaining);
      this.insert(control, remaining);
    }
  }

  /** `block_trim_free_leading`. */
  private trimFreeLeading(control: number, block: number, size: number): number {
    if (!this.canSplit(block, size)) return block;
    const remaining = this.split(block, size - BLOCK_OVERHEAD);
    this.setPrevFree(remaining);
    this.linkNext(block);
    this.insert(control, block);
    return remaining;
  }

  // --- requests --------------------------------------------------------------------------------------------------------

  /** `adjust_request_size`, in 32-bit arithmetic that wraps; 0 = cannot be had. */
  private adjustRequest(control: number, size: number, align: number): number {
    if (size === 0) return 0;
    const aligned = (size + align - 1) & -align;
    const max = 1 << ((this.load(control + 16) >>> 8) & 0x3f);
    if (aligned >>> 0 >= max >>> 0) return 0;
    return aligned >>> 0 < BLOCK_SIZE_MIN ? BLOCK_SIZE_MIN : aligned;
  }

  /** Rounds a request up to the next list boundary, where every block of the list fits. */
  private searchSize(config: number, size: number): number {
    if (size >>> 0 < ((config >>> 23) & 0xff)) return size;
    return (size + (1 << (31 - Math.clz32(size) - ((config >>> 20) & 7))) - 1) | 0;
  }

  /** `block_locate_free`: takes the first block of the first list that surely fits, 0 when there is none. */
  private locateFree(control: number, size: number): number {
    if (size === 0) {
      this.path |= PATH.FAIL;
      return 0;
    }
    const config = this.load(control + 16);
    const rounded = this.searchSize(config, size);
    const map = this.mapping(config, rounded);
    let fl = map >> 8;
    if (size >>> 0 >= ((config >>> 23) & 0xff)) this.path |= PATH.LARGE;
    if (fl >= (config & 0x1f)) {
      this.path |= PATH.FAIL;
      return 0;
    }
    const rows = this.load(control + 28);
    const wanted = map & 0xff;
    let bits = this.load(rows + fl * 4) & (-1 << wanted);
    if (bits === 0) {
      const above = fl >= 31 ? 0 : this.load(control + 24) & (-1 << (fl + 1));
      if (above === 0) {
        this.path |= PATH.FAIL;
        return 0;
      }
      fl = 31 - Math.clz32(above & -above);
      bits = this.load(rows + fl * 4);
      this.path |= PATH.HIGHER_FIRST;
    }
    if (bits === 0) throw assertionFailed('secondLevelNull');
    const sl = 31 - Math.clz32(bits & -bits);
    if (sl !== wanted && (this.path & PATH.HIGHER_FIRST) === 0) this.path |= PATH.HIGHER_SECOND;
    const block = this.load(this.list(control, fl, sl));
    if (block === 0) return 0;
    if (this.blockSize(block) >>> 0 < size >>> 0) throw assertionFailed('locatedTooSmall');
    this.removeFreeBlock(control, block, fl, sl);
    return block;
  }

  /** `block_prepare_used`. */
  private prepareUsed(control: number, block: number, size: number): number {
    if (block === 0) return 0;
    this.trimFree(control, block, size);
    this.markAsUsed(block);
    return block + 8;
  }

  /** What is carved off for a request: the request, or from v5.4 what the search rounded it to. */
  private carveSize(control: number, adjusted: number): number {
    if (!this.behaviour.carvesRoundedSize || adjusted === 0) return adjusted;
    const config = this.load(control + 16);
    const rounded = this.searchSize(config, adjusted);
    if (adjusted >>> 0 < ((config >>> 23) & 0xff)) return adjusted;
    return rounded & -(1 << (31 - Math.clz32(adjusted) - ((config >>> 20) & 7))) & ~3;
  }

  // --- tlsf_* ------------------------------------------------------------------------------------------------------------

  /**
   * `tlsf_create`: builds a control structure for `bytes` bytes at `control`.
   *
   * @returns `control`, or 0 when the bytes do not suffice
   */
  create(control: number, bytes: number): number {
    if (bytes < CONTROL_SIZE) return 0;
    const fixed = this.behaviour.parameters === 'fixed';
    const flMax = fixed ? Math.max(18, 32 - Math.clz32(bytes)) : 32 - Math.clz32(bytes);
    const slLog2 = fixed ? 5 : bytes <= 16 * 1024 ? 3 : bytes <= 256 * 1024 ? 4 : 5;
    const flShift = slLog2 + 2;
    const flCount = flMax - flShift + 1;
    const slCount = 1 << slLog2;
    const small = 1 << flShift;
    // bit 31 of the packed word is never written
    const config = flCount | (flShift << 5) | (flMax << 8) | (slCount << 14) | (slLog2 << 20) | (small << 23);
    this.store(control + 16, (this.load(control + 16) & 0x80000000) | config);
    const size = CONTROL_SIZE + 4 * flCount + 4 * flCount * slCount;
    this.store(control + 20, size);
    if (bytes < size + BLOCK_SIZE_MIN) return 0;
    this.store(control + 8, control);
    this.store(control + 12, control);
    this.store(control + 24, 0);
    const rows = control + CONTROL_SIZE;
    const lists = rows + 4 * flCount;
    this.store(control + 28, rows);
    this.store(control + 32, lists);
    for (let fl = 0; fl < flCount; fl++) this.store(rows + 4 * fl, 0);
    for (let i = 0; i < flCount * slCount; i++) this.store(lists + 4 * i, control);
    return control;
  }

  /**
   * `tlsf_add_pool`: one free block and a sentinel on [pool, pool + bytes).
   *
   * @returns `pool`, or 0 (with IDF's message to `print`) when the size does not fit the control structure
   */
  addPool(control: number, pool: number, bytes: number, print?: (text: string) => void): number {
    const size = ((bytes - 2 * BLOCK_OVERHEAD) & ~3) >>> 0;
    const max = (1 << ((this.load(control + 16) >>> 8) & 0x3f)) >>> 0;
    if (size < BLOCK_SIZE_MIN || size > max) {
      print?.(
        `tlsf_add_pool: Memory size must be between ${2 * BLOCK_OVERHEAD + BLOCK_SIZE_MIN} and ${8 + max} bytes.\n`,
      );
      return 0;
    }
    const block = pool - 4;
    this.setSize(block, size);
    this.setFree(block);
    this.setPrevUsed(block);
    this.insert(control, block);
    const sentinel = this.linkNext(block);
    this.setSize(sentinel, 0);
    this.setUsed(sentinel);
    this.setPrevFree(sentinel);
    return pool;
  }

  /** `tlsf_malloc`: address of at least `size` bytes, or 0. */
  malloc(control: number, size: number): number {
    this.path = 0;
    const adjusted = this.adjustRequest(control, size, ALIGN);
    const block = this.locateFree(control, adjusted);
    return this.prepareUsed(control, block, this.carveSize(control, adjusted)) >>> 0;
  }

  /** `tlsf_memalign_offs`: as malloc, with `result + offset` aligned to `align` (a power of two). */
  memalign(control: number, align: number, size: number, offset: number): number {
    this.path = PATH.ALIGNED;
    const adjusted = this.adjustRequest(control, size, ALIGN);
    const off = (offset + 3) & ~3;
    const gapMinimum = BLOCK_HEADER_SIZE + off;
    const withGap = this.adjustRequest(control, (adjusted + align + gapMinimum - off) | 0, align);
    if (this.behaviour.memalignChecksOverflow && withGap >>> 0 < adjusted >>> 0) {
      this.path |= PATH.FAIL;
      return 0;
    }
    let block = this.locateFree(control, adjusted !== 0 && align >>> 0 > ALIGN ? withGap : adjusted);
    if (block !== 0) {
      const pointer = block + 8;
      let aligned = (pointer + align - 1) & -align;
      let gap = (aligned - pointer) >>> 0;
      if ((gap !== 0 && gap < gapMinimum) || (gap === 0 && off !== 0 && align >>> 0 > ALIGN)) {
        const shift = Math.max(gapMinimum - gap, align >>> 0);
        aligned = (aligned + shift + align - 1) & -align;
        gap = (aligned - pointer) >>> 0;
      }
      if (gap !== 0) {
        if (gap < gapMinimum) throw assertionFailed('gapTooSmall');
        block = this.trimFreeLeading(control, block, gap - off);
      }
    }
    return this.prepareUsed(control, block, this.carveSize(control, adjusted)) >>> 0;
  }

  /** `tlsf_free`. */
  free(control: number, address: number): void {
    if (address === 0) return;
    this.path = PATH.FREE;
    this.release(control, address);
  }

  private release(control: number, address: number): void {
    let block = (address - 8) | 0;
    if ((this.load(block + 4) & FREE_BIT) !== 0) throw assertionFailed('doubleFree');
    this.markAsFree(block);
    block = this.mergePrevious(control, block);
    block = this.mergeNext(control, block);
    this.insert(control, block);
  }

  /** `tlsf_realloc`: 0 with a non-zero size means failure, the block stays as it is. */
  realloc(control: number, address: number, size: number): number {
    if (address !== 0 && size === 0) {
      this.free(control, address);
      return 0;
    }
    if (address === 0) return this.malloc(control, size);
    this.path = PATH.REALLOC;
    const block = (address - 8) | 0;
    const next = this.next(block);
    const current = this.blockSize(block);
    const combined = (current + this.blockSize(next) + BLOCK_OVERHEAD) | 0;
    const adjusted = this.adjustRequest(control, size, ALIGN);
    if (adjusted === 0) {
      this.path |= PATH.FAIL;
      return 0;
    }
    if ((this.load(block + 4) & FREE_BIT) !== 0) throw assertionFailed('reallocFree');
    const grows = adjusted >>> 0 > current >>> 0;
    if (grows && ((this.load(next + 4) & FREE_BIT) === 0 || adjusted >>> 0 > combined >>> 0)) {
      const moved = this.malloc(control, size);
      this.path |= PATH.REALLOC;
      if (moved === 0) return 0;
      this.copied = Math.min(current >>> 0, size >>> 0);
      this.copy(moved, address, this.copied);
      this.release(control, address);
      this.path |= PATH.MOVED;
      return moved;
    }
    if (grows) {
      this.mergeNext(control, block);
      this.markAsUsed(block);
    }
    this.trimUsed(control, block, adjusted);
    this.path |= PATH.IN_PLACE;
    return address;
  }

  private copy(to: number, from: number, size: number): void {
    const length = this.bytes.length;
    const target = (to - this.base) >>> 0;
    const source = (from - this.base) >>> 0;
    if (target + size > length || source + size > length) throw wildPointer();
    this.bytes.copyWithin(target, source, source + size);
  }
}
