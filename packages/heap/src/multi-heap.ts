/**
 * multi_heap: one heap on one region (IDF v5.1.3 multi_heap.c), with poisoning (multi_heap_poisoning.c) in front.
 *
 *     region + 0   lock: address of a spinlock, 0 = none      region + 12  pool_size = region size - 20
 *     region + 4   free_bytes                                 region + 16  TLSF control structure (region + 20)
 *     region + 8   minimum_free_bytes                         region + 20  control structure, then the pool
 *
 * Invariant: free_bytes = 4 (the sentinel) + sum over free blocks of (payload + 4).
 *
 * @packageDocumentation
 */
import { assertionFailed } from './asserts.js';
import type { HeapMemory } from './memory.js';
import {
  FREE_BYTES,
  MINIMUM_FREE_BYTES,
  POOL_SIZE,
  TLSF_CONTROL,
  TypeScriptImpl,
  WasmImpl,
  type MultiHeapImpl,
} from './multi-heap-impl.js';
import { FREE_FILL, POISON_HEAD, POISON_OVERHEAD, PoisonWriter, type Poisoning } from './poisoning.js';
import { dumpLine, dumpTitle } from './reports.js';
import { BLOCK_OVERHEAD, type TlsfWalker } from './tlsf-reader.js';
import { Tlsf } from './tlsf.js';

/** `multi_heap_info_t`: bytes and block counts. */
export interface HeapInfo {
  totalFreeBytes: number;
  totalAllocatedBytes: number;
  largestFreeBlock: number;
  minimumFreeBytes: number;
  allocatedBlocks: number;
  freeBlocks: number;
  totalBlocks: number;
}

/** Settings of {@link MultiHeap}. */
export interface MultiHeapOptions {
  /** Default 'none'. */
  poisoning?: Poisoning;
  /** Default 'v5.1.3'. */
  version?: string;
  /**
   * Which form of the hot path: 'wasm' needs a memory with a `WebAssembly.Memory`; 'auto' (default) takes it where it can.
   */
  engine?: 'auto' | 'typescript' | 'wasm';
  /** Receives what IDF prints with `esp_rom_printf`; default: dropped. */
  print?: (text: string) => void;
}

/** `sizeof(heap_t)`: the header at the start of a region. */
export const HEAP_HEADER_SIZE = 20;

/**
 * `multi_heap_*`: heaps on regions of one guest memory. A heap is named by its handle, the guest address of its region;
 * nothing of a heap's state is kept outside guest memory. Failed checks throw `HeapAssertError`.
 */
export class MultiHeap {
  readonly poisoning: Poisoning;
  readonly tlsf: Tlsf;
  /** malloc, free, realloc without poisoning. */
  readonly impl: MultiHeapImpl;
  private readonly print: (text: string) => void;
  private readonly poison: PoisonWriter;
  private readonly poisoned: boolean;
  private readonly comprehensive: boolean;
  private readonly words: Int32Array;
  private readonly base: number;

  constructor(
    readonly memory: HeapMemory,
    options: MultiHeapOptions = {},
  ) {
    this.poisoning = options.poisoning ?? 'none';
    this.print = options.print ?? ((): void => undefined);
    this.tlsf = new Tlsf(memory, options.version);
    this.poison = new PoisonWriter(memory, this.print);
    this.poisoned = this.poisoning !== 'none';
    this.comprehensive = this.poisoning === 'comprehensive';
    this.tlsf.fillAbsorbed = this.comprehensive;
    const engine = options.engine ?? 'auto';
    const wasm = engine !== 'typescript' && WasmImpl.serves(memory) && !this.tlsf.behaviour.carvesRoundedSize;
    if (engine === 'wasm' && !wasm)
      throw new RangeError('multi_heap: no WebAssembly hot path for this memory and version');
    this.impl = wasm
      ? new WasmImpl(memory, this.comprehensive, this.print)
      : new TypeScriptImpl(memory, this.tlsf, this.print);
    this.words = new Int32Array(memory.u32.buffer, memory.u32.byteOffset, memory.u32.length);
    this.base = memory.base | 0;
  }

  private load(address: number): number {
    return this.words[(address - this.base) >>> 2]! | 0;
  }

  private store(address: number, value: number): void {
    this.words[(address - this.base) >>> 2] = value;
  }

  /**
   * `multi_heap_register`: makes a heap on [start, start + size).
   *
   * @returns the handle (= start), or 0 when the region is too small
   */
  register(start: number, size: number): number {
    if (this.comprehensive && start !== 0) this.poison.fill(start, size, FREE_FILL);
    if (size < HEAP_HEADER_SIZE) return 0;
    const bytes = size - HEAP_HEADER_SIZE;
    const control = this.tlsf.create(start + HEAP_HEADER_SIZE, bytes);
    if (control === 0) return 0;
    const controlSize = this.tlsf.size(control);
    this.tlsf.addPool(control, control + controlSize, bytes - controlSize, this.print);
    this.store(start, 0);
    this.store(start + POOL_SIZE, bytes);
    this.store(start + FREE_BYTES, bytes - controlSize);
    this.store(start + MINIMUM_FREE_BYTES, bytes - controlSize);
    this.store(start + TLSF_CONTROL, control);
    return start;
  }

  /** `multi_heap_set_lock`: address of the heap's spinlock. */
  setLock(heap: number, lock: number): void {
    this.store(heap, lock);
  }

  /** Address of the TLSF control structure of a heap. */
  control(heap: number): number {
    return this.load(heap + TLSF_CONTROL) >>> 0;
  }

  // --- without poisoning: what multi_heap_*_impl refuse -----------------------------------------------------------------

  private mallocImpl(heap: number, size: number): number {
    return size === 0 || heap === 0 ? 0 : this.impl.malloc(heap, size);
  }

  private freeImpl(heap: number, address: number): void {
    if (heap !== 0 && address !== 0) this.impl.free(heap, address);
  }

  private reallocImpl(heap: number, address: number, size: number): number {
    if (heap === 0) return 0;
    if (address === 0) return this.mallocImpl(heap, size);
    if (size !== 0) return this.impl.realloc(heap, address, size);
    return this.reallocToNothing(heap, address);
  }

  /** `multi_heap_realloc(p, 0)`: frees the block, but IDF's free_bytes does not learn of it. */
  private reallocToNothing(heap: number, address: number): number {
    const before = this.load(heap + FREE_BYTES);
    this.impl.free(heap, address);
    this.store(heap + FREE_BYTES, before);
    return 0;
  }

  private alignedAllocImpl(heap: number, size: number, alignment: number, offset: number): number {
    if (heap === 0 || size === 0 || alignment === 0 || (alignment & (alignment - 1)) !== 0) return 0;
    return this.impl.alignedAlloc(heap, size, alignment, offset);
  }

  // --- multi_heap_* --------------------------------------------------------------------------------------------------------

  /** `multi_heap_malloc`: guest address, or 0. */
  malloc(heap: number, size: number): number {
    return this.poisoned ? this.poisonedMalloc(heap, size) : this.mallocImpl(heap, size);
  }

  private poisonedMalloc(heap: number, size: number): number {
    if (size === 0 || size > 0xffffffff - POISON_OVERHEAD) return 0;
    const head = this.mallocImpl(heap, size + POISON_OVERHEAD);
    if (head === 0) return 0;
    const data = this.poison.poison(head, size);
    if (this.comprehensive && !this.poison.verifyFreeFill(data, size, true, true))
      throw assertionFailed('fillMalloc');
    return data;
  }

  /** `multi_heap_free`; 0 is ignored. */
  free(heap: number, address: number): void {
    if (this.poisoned) this.poisonedFree(heap, address);
    else this.freeImpl(heap, address);
  }

  private poisonedFree(heap: number, address: number): void {
    if (address === 0) return;
    const head = this.poison.verify(address, true);
    if (head === 0) throw assertionFailed('headFree');
    if (this.comprehensive)
      this.poison.fill(head, this.poison.sizeAsked(address) + POISON_OVERHEAD, FREE_FILL);
    this.freeImpl(heap, head);
  }

  /** `multi_heap_realloc`: guest address; 0 for `size` 0 (freed) or when there is no room (block kept). */
  realloc(heap: number, address: number, size: number): number {
    if (!this.poisoned) return this.reallocImpl(heap, address, size);
    if (size > 0xffffffff - POISON_OVERHEAD) return 0;
    if (address === 0) return this.malloc(heap, size);
    if (size === 0) {
      this.free(heap, address);
      return 0;
    }
    const head = this.poison.verify(address, true);
    if (head === 0) throw assertionFailed('headRealloc');
    if (!this.comprehensive) {
      const moved = this.reallocImpl(heap, head, size + POISON_OVERHEAD);
      return moved === 0 ? 0 : this.poison.poison(moved, size);
    }
    const before = this.poison.sizeAsked(address);
    const moved = this.mallocImpl(heap, size + POISON_OVERHEAD);
    if (moved === 0) return 0;
    const data = this.poison.poison(moved, size);
    copyBytes(this.memory, data, address, Math.min(size, before));
    this.free(heap, address);
    return data;
  }

  /** `multi_heap_aligned_alloc`: guest address, or 0 (also for an alignment that is not a power of two). */
  alignedAlloc(heap: number, size: number, alignment: number): number {
    if (!this.poisoned) return this.alignedAllocImpl(heap, size, alignment, 0);
    if (size === 0 || size > 0xffffffff - POISON_OVERHEAD) return 0;
    const head = this.alignedAllocImpl(heap, size + POISON_OVERHEAD, alignment, POISON_HEAD);
    if (head === 0) return 0;
    const data = this.poison.poison(head, size);
    if (this.comprehensive && !this.poison.verifyFreeFill(data, size, true, true))
      throw assertionFailed('fillAligned');
    return data;
  }

  /** `multi_heap_get_allocated_size`: usable bytes of a live block. */
  getAllocatedSize(heap: number, address: number): number {
    let inner = address;
    if (this.poisoned) {
      inner = this.poison.verify(address, true);
      if (inner === 0) throw assertionFailed('headSize');
    }
    void heap;
    const size = this.tlsf.allocatedSize(inner);
    if (!this.poisoned) return size;
    return size === 0 ? 0 : (size - POISON_OVERHEAD) >>> 0;
  }

  /** Usable bytes of a block as its header says, nothing verified. */
  payloadSize(address: number): number {
    if (!this.poisoned) return this.load(address - 4) & ~3;
    return ((this.load(address - POISON_HEAD - 4) & ~3) - POISON_OVERHEAD) >>> 0;
  }

  /** `multi_heap_check`: false when lists, flags or poison are broken. Only poison errors are printed. */
  check(heap: number, printErrors: boolean): boolean {
    const control = this.load(heap + TLSF_CONTROL);
    const lists = this.tlsf.check(control);
    const blocks = this.tlsf.checkPool(
      this.tlsf.getPool(control),
      this.poisoned
        ? (address, size, free): boolean =>
            this.poison.checkBlock(address, size, free, this.comprehensive, printErrors)
        : undefined,
    );
    return lists === 0 && blocks === 0;
  }

  /** Walks the blocks of a heap in address order: payload address (poison head included), payload bytes, in use. */
  walk(heap: number, walker: TlsfWalker): void {
    this.tlsf.walk(this.tlsf.getPool(this.load(heap + TLSF_CONTROL)), walker);
  }

  /** `multi_heap_get_info`. */
  getInfo(heap: number): HeapInfo {
    const control = this.load(heap + TLSF_CONTROL);
    const info: HeapInfo = {
      totalFreeBytes: this.load(heap + FREE_BYTES) >>> 0,
      totalAllocatedBytes: 0,
      largestFreeBlock: 0,
      minimumFreeBytes: this.load(heap + MINIMUM_FREE_BYTES) >>> 0,
      allocatedBlocks: 0,
      freeBlocks: 0,
      totalBlocks: 0,
    };
    if (heap === 0) return info;
    this.walk(heap, (_address, size, used) => {
      info.totalBlocks++;
      if (used) info.allocatedBlocks++;
      else {
        info.freeBlocks++;
        if (size > info.largestFreeBlock) info.largestFreeBlock = size;
      }
    });
    const usable = this.load(heap + POOL_SIZE) - this.tlsf.size(control) - this.load(heap + FREE_BYTES);
    info.totalAllocatedBytes = (usable - BLOCK_OVERHEAD * info.allocatedBlocks) >>> 0;
    info.largestFreeBlock = this.tlsf.fitSize(control, info.largestFreeBlock);
    if (this.poisoned) {
      info.totalAllocatedBytes = (info.totalAllocatedBytes - info.allocatedBlocks * POISON_OVERHEAD) >>> 0;
      info.largestFreeBlock = this.withoutPoison(info.largestFreeBlock);
      info.totalFreeBytes = this.withoutPoison(info.totalFreeBytes);
      info.minimumFreeBytes = this.withoutPoison(info.minimumFreeBytes);
    }
    return info;
  }

  private withoutPoison(size: number): number {
    return size > POISON_OVERHEAD ? size - POISON_OVERHEAD : 0;
  }

  /** `multi_heap_free_size`. */
  freeSize(heap: number): number {
    if (heap === 0) return 0;
    const size = this.load(heap + FREE_BYTES) >>> 0;
    return this.poisoned ? this.withoutPoison(size) : size;
  }

  /** `multi_heap_minimum_free_size`. */
  minimumFreeSize(heap: number): number {
    if (heap === 0) return 0;
    const size = this.load(heap + MINIMUM_FREE_BYTES) >>> 0;
    return this.poisoned ? this.withoutPoison(size) : size;
  }

  /** `multi_heap_dump`: prints every block. */
  dump(heap: number): void {
    this.print(dumpTitle(heap));
    this.walk(heap, (address, size, used) => {
      this.print(dumpLine(address, size, !used));
    });
  }
}

/** `memcpy` between guest addresses, clipped to memory. */
export function copyBytes(memory: HeapMemory, to: number, from: number, size: number): void {
  const { u8, base } = memory;
  const target = (to - base) >>> 0;
  const source = (from - base) >>> 0;
  if (target >= u8.length || source >= u8.length) return;
  u8.copyWithin(target, source, Math.min(source + size, u8.length));
}
