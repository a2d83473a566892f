/**
 * heap_caps: the system's heaps, chosen by capabilities (IDF v5.1.3 heap_caps.c, heap_caps_init.c).
 *
 * A request tries, for priority 0, 1, 2, every heap in list order whose column of that priority has one of the wanted
 * capabilities and whose three columns together have all of them; the first that has room serves it.
 *
 * @packageDocumentation
 */
import { assertionFailed } from './asserts.js';
import { HeapCycles } from './cycles.js';
import { HeapAssertError } from './errors.js';
import {
  EXTERNAL_OFF,
  HEAP_SIZE_MAX,
  HeapRegistry,
  type FailedAllocCallback,
  type HeapCapsOptions,
} from './heap-registry.js';
import { copyBytes } from './multi-heap.js';
import { ObserverSet, type HeapObserver } from './observer.js';
import {
  CAP_32BIT,
  CAP_8BIT,
  CAP_DEFAULT,
  CAP_DMA,
  CAP_EXEC,
  CAP_INTERNAL,
  CAP_SPIRAM,
  DIRAM_DRAM_END,
  DIRAM_DRAM_START,
  diramAlias,
  isDiramAlias,
} from './regions.js';
import { allocationFailedText } from './reports.js';

/** What the last operation did, for {@link HeapCaps.lastCycles}. */
interface Work {
  operation: 'malloc' | 'free' | 'realloc';
  /** malloc: descriptors looked at; free and realloc: the block's descriptor. */
  visits: number;
  descriptor: number;
  /** Heaps tried in vain, bytes zeroed. */
  failed: number;
  zeroed: number;
  /** A block was given or taken by multi_heap. */
  done: boolean;
  /** Cycles of what came before in the same call (realloc from heap to heap). */
  before: number;
}

/** `heap_caps_*` on guest memory. Methods keep IDF's names without the prefix. Failed checks throw `HeapAssertError`. */
export class HeapCaps extends HeapRegistry {
  private readonly observers = new ObserverSet();
  private readonly cycles = new HeapCycles();
  private failedAlloc: FailedAllocCallback | undefined = undefined;
  /** Heap that served the last successful request. */
  private servedBy = 0;
  private readonly work: Work = {
    operation: 'malloc',
    visits: 0,
    descriptor: 0,
    failed: 0,
    zeroed: 0,
    done: false,
    before: 0,
  };

  constructor(options: HeapCapsOptions) {
    super(options);
  }

  // --- the search ------------------------------------------------------------------------------------------------------------

  /** `heap_caps_malloc_base`. */
  private mallocBase(size: number, wanted: number): number {
    const work = this.work;
    work.operation = 'malloc';
    work.done = false;
    work.visits = work.failed = work.zeroed = work.before = 0;
    if (size === 0 || size > HEAP_SIZE_MAX) return 0;
    let caps = wanted | 0;
    let bytes = size;
    if ((caps & CAP_EXEC) !== 0) {
      if ((caps & (CAP_8BIT | CAP_DMA)) !== 0) return 0;
      caps |= CAP_32BIT;
    }
    if ((caps & CAP_32BIT) !== 0) bytes = (bytes + 3) & ~3;
    const list = this.list;
    let failed = 0;
    let visits = 0;
    for (let priority = 0; priority < 3; priority++) {
      let left = 256;
      for (let at = list.head; at !== 0 && left > 0; at = list.next(at), left--) {
        visits++;
        const heap = list.heap(at);
        if (heap === 0 || !list.serves(at, priority, caps)) continue;
        const address =
          (caps & CAP_EXEC) !== 0
            ? this.mallocExecutable(at, heap, bytes)
            : this.multiHeap.malloc(heap, bytes);
        if (address === 0) {
          failed++;
          continue;
        }
        this.servedBy = heap;
        work.done = true;
        work.visits = visits;
        work.failed = failed;
        if (this.options.hooks !== undefined) this.options.hooks.alloc?.(address, bytes, caps);
        return address;
      }
    }
    work.visits = visits;
    work.failed = failed;
    return 0;
  }

  /**
   * Executable memory: from a D/IRAM heap a word more, whose instruction-bus alias keeps the block's data-bus address; the
   * caller gets the alias of the word after it.
   */
  private mallocExecutable(descriptor: number, heap: number, size: number): number {
    const start = this.list.start(descriptor);
    if (start < DIRAM_DRAM_START || start >= DIRAM_DRAM_END) return this.multiHeap.malloc(heap, size);
    const address = this.multiHeap.malloc(heap, size + 4);
    if (address === 0) return 0;
    const last = address + size;
    this.memory.u32[(last - this.memory.base) >>> 2] = address;
    return diramAlias(last) + 4;
  }

  /** `heap_caps_alloc_failed`. */
  private failed(size: number, caps: number, functionName: string): void {
    this.failedAlloc?.(size, caps, functionName);
    this.observers.fail?.fail(size, caps, functionName);
    if (this.options.abortWhenAllocationFails === true) {
      throw new HeapAssertError('abort', functionName, 'heap_caps.c', 0, allocationFailedText(size, caps));
    }
  }

  private allocated(address: number, size: number, caps: number): void {
    if (this.observers.allocate === undefined) return;
    this.observers.allocate.allocate(address, size, this.usableSize(address), caps, this.servedBy);
  }

  /** Payload without poison, read from the block's header without verifying it. */
  private usableSize(address: number): number {
    if (isDiramAlias(address)) return this.multiHeap.payloadSize(this.unalias(address)) - 4;
    return this.multiHeap.payloadSize(address);
  }

  // --- allocation ------------------------------------------------------------------------------------------------------------

  /** `heap_caps_malloc`: guest address or 0. */
  malloc(size: number, caps: number): number {
    const address = this.mallocBase(size, caps);
    if (address === 0) {
      if (size > 0) this.failed(size, caps, 'heap_caps_malloc');
    } else if (this.observers.allocate !== undefined) {
      this.allocated(address, size, caps);
    }
    return address;
  }

  /** `heap_caps_malloc_default`, which is C's `malloc`. */
  mallocDefault(size: number): number {
    const limit = this.alwaysInternalLimit;
    if (limit === EXTERNAL_OFF) return this.malloc(size, CAP_DEFAULT | CAP_INTERNAL);
    const caps = CAP_DEFAULT | (size <= limit >>> 0 ? CAP_INTERNAL : CAP_SPIRAM);
    let address = this.mallocBase(size, caps);
    if (address === 0) address = this.mallocBase(size, CAP_DEFAULT);
    if (address === 0) {
      if (size > 0) this.failed(size, CAP_DEFAULT, 'heap_caps_malloc_default');
    } else if (this.observers.allocate !== undefined) {
      this.allocated(address, size, caps);
    }
    return address;
  }

  /** `heap_caps_malloc_prefer`: the first of `caps` that can be served. */
  mallocPrefer(size: number, caps: readonly number[]): number {
    for (const one of caps) {
      const address = this.mallocBase(size, one);
      if (address === 0) continue;
      this.allocated(address, size, one);
      return address;
    }
    if (size > 0) this.failed(size, caps.at(-1) ?? 0, 'heap_caps_malloc_prefer');
    return 0;
  }

  private callocBase(count: number, size: number, caps: number): number {
    const bytes = count * size;
    if (bytes > 0xffffffff) return 0;
    const address = this.mallocBase(bytes, caps);
    if (address !== 0) this.zero(address, bytes);
    return address;
  }

  private zero(address: number, size: number): void {
    const { u8, base } = this.memory;
    this.work.zeroed = size;
    if (!isDiramAlias(address)) {
      const start = (address - base) >>> 0;
      u8.fill(0, start, start + size);
      return;
    }
    for (let i = 0; i < size; i++) u8[(diramAlias(address + i) - base) >>> 0] = 0;
  }

  /** `heap_caps_calloc`: `count` * `size` zero bytes. */
  calloc(count: number, size: number, caps: number): number {
    const address = this.callocBase(count, size, caps);
    if (address !== 0) this.allocated(address, count * size, caps);
    else if (size > 0) this.failed(this.reportedSize(count, size), caps, 'heap_caps_calloc');
    return address;
  }

  private reportedSize(count: number, size: number): number {
    return this.behaviour.callocReportsProduct ? Math.imul(count, size) >>> 0 : size;
  }

  /** C's `calloc`. */
  callocDefault(count: number, size: number): number {
    if (count * size > 0xffffffff) return 0;
    const address = this.mallocDefault(count * size);
    if (address !== 0) this.zero(address, count * size);
    return address;
  }

  /** `heap_caps_calloc_prefer`. */
  callocPrefer(count: number, size: number, caps: readonly number[]): number {
    for (const one of caps) {
      const address = this.callocBase(count, size, one);
      if (address === 0) continue;
      this.allocated(address, count * size, one);
      return address;
    }
    if (size > 0) this.failed(this.reportedSize(count, size), caps.at(-1) ?? 0, 'heap_caps_calloc_prefer');
    return 0;
  }

  /** `heap_caps_aligned_alloc`: `alignment` is a power of two. */
  alignedAlloc(alignment: number, size: number, caps: number): number {
    if (alignment === 0 || (alignment & (alignment - 1)) !== 0 || size === 0) return 0;
    const address = size > HEAP_SIZE_MAX ? 0 : this.alignedBase(alignment, size, caps);
    if (address === 0) this.failed(size, caps, 'heap_caps_aligned_alloc');
    else this.allocated(address, size, caps);
    return address;
  }

  private alignedBase(alignment: number, size: number, caps: number): number {
    const descriptors = this.list.addresses();
    for (let priority = 0; priority < 3; priority++) {
      for (const descriptor of descriptors) {
        const heap = this.list.heap(descriptor);
        if (heap === 0 || !this.list.serves(descriptor, priority, caps)) continue;
        const address = this.multiHeap.alignedAlloc(heap, size, alignment);
        if (address === 0) continue;
        this.servedBy = heap;
        this.options.hooks?.alloc?.(address, size, caps);
        return address;
      }
    }
    return 0;
  }

  /** `heap_caps_aligned_calloc`. */
  alignedCalloc(alignment: number, count: number, size: number, caps: number): number {
    if (count * size > 0xffffffff) return 0;
    const address = this.alignedAlloc(alignment, count * size, caps);
    if (address !== 0) this.zero(address, count * size);
    return address;
  }

  /** C's `memalign` and `aligned_alloc`. */
  memalign(alignment: number, size: number): number {
    return this.alignedAlloc(alignment, size, CAP_DEFAULT);
  }

  /** `posix_memalign`: writes the address to the guest word at `out`; 0 or ENOMEM (12). */
  posixMemalign(out: number, alignment: number, size: number): number {
    const address = size === 0 ? 0 : this.alignedAlloc(alignment, size, CAP_DEFAULT);
    if (size !== 0 && address === 0) return 12;
    this.memory.u32[(out - this.memory.base) >>> 2] = address;
    return 0;
  }

  // --- freeing and changing --------------------------------------------------------------------------------------------------

  /** `heap_caps_free`, which is C's `free`; 0 is ignored. */
  free(address: number): void {
    if (address === 0) return;
    const observed = this.observers.free;
    if (observed === undefined) {
      this.freeBase(address);
      return;
    }
    const size = this.usableSize(address);
    const heap = this.freeBase(address);
    observed.free(address, size, heap);
  }

  /** Frees a block; the result is its heap. */
  private freeBase(address: number): number {
    const block = isDiramAlias(address) ? this.unalias(address) : address;
    const descriptor = this.list.containing(block);
    if (descriptor === 0) throw assertionFailed('freeOutside');
    const heap = this.list.heap(descriptor);
    this.multiHeap.free(heap, block);
    const work = this.work;
    work.operation = 'free';
    work.done = true;
    work.descriptor = descriptor;
    work.failed = work.zeroed = work.before = 0;
    if (this.options.hooks !== undefined) this.options.hooks.free?.(block);
    return heap;
  }

  /** `heap_caps_aligned_free`. */
  alignedFree(address: number): void {
    this.free(address);
  }

  /** `heap_caps_realloc_base`; `this.servedBy` is the new block's heap. */
  private reallocBase(address: number, size: number, caps: number): number {
    if (address === 0) return this.mallocBase(size, caps);
    if (size === 0) {
      this.freeBase(address);
      return 0;
    }
    if (size > HEAP_SIZE_MAX) return 0;
    const aliased = isDiramAlias(address);
    const block = aliased ? this.unalias(address) : address;
    const descriptor = this.list.containing(block);
    if (descriptor === 0) throw assertionFailed('reallocOutside');
    const heap = this.list.heap(descriptor);
    if (!aliased && (caps & this.list.allCaps(descriptor)) === (caps | 0)) {
      const resized = this.multiHeap.realloc(heap, address, size);
      if (resized !== 0) {
        this.servedBy = heap;
        this.noteRealloc(descriptor, true, 0);
        this.options.hooks?.alloc?.(resized, size, caps);
        return resized;
      }
    }
    this.noteRealloc(descriptor, false, 0);
    const tried = this.lastCycles();
    const moved = this.mallocBase(size, caps);
    const soFar = tried + this.lastCycles();
    if (moved === 0) {
      this.noteRealloc(descriptor, false, soFar);
      return 0;
    }
    const before = this.multiHeap.getAllocatedSize(heap, block);
    this.copy(moved, address, Math.min(size, before));
    this.freeBase(address);
    this.work.before = soFar + this.cycles.copy(Math.min(size, before));
    return moved;
  }

  private noteRealloc(descriptor: number, done: boolean, before: number): void {
    this.work.operation = 'realloc';
    this.work.done = done;
    this.work.descriptor = descriptor;
    this.work.failed = this.work.zeroed = 0;
    this.work.before = before;
  }

  private copy(to: number, from: number, size: number): void {
    if (!isDiramAlias(to) && !isDiramAlias(from)) {
      copyBytes(this.memory, to, from, size);
      return;
    }
    const { u8, base } = this.memory;
    const dataBus = (address: number): number => (isDiramAlias(address) ? diramAlias(address) : address);
    for (let i = 0; i < size; i++)
      u8[(dataBus(to + i) - base) >>> 0] = u8[(dataBus(from + i) - base) >>> 0] ?? 0;
  }

  /** One try of a realloc, observed; 0 tells nothing yet about failure. */
  private reallocTry(address: number, size: number, caps: number): number {
    const observed = this.observers.reallocate !== undefined || this.observers.free !== undefined;
    if (!observed || address === 0) {
      const result = this.reallocBase(address, size, caps);
      if (result !== 0 && address === 0) this.allocated(result, size, caps);
      return result;
    }
    const before = this.usableSize(address);
    const descriptor = this.list.containing(this.unalias(address));
    const result = this.reallocBase(address, size, caps);
    if (result !== 0) {
      const given = this.usableSize(result);
      this.observers.reallocate?.reallocate(address, result, size, given, before, caps, this.servedBy);
    } else if (size === 0) {
      this.observers.free?.free(address, before, descriptor === 0 ? 0 : this.list.heap(descriptor));
    }
    return result;
  }

  /** `heap_caps_realloc`: 0 for size 0 (freed) or failure (block kept). */
  realloc(address: number, size: number, caps: number): number {
    const result = this.reallocTry(address, size, caps);
    if (result === 0 && size > 0) this.failed(size, caps, 'heap_caps_realloc');
    return result;
  }

  /** `heap_caps_realloc_default`, which is C's `realloc`. */
  reallocDefault(address: number, size: number): number {
    const limit = this.alwaysInternalLimit;
    if (limit === EXTERNAL_OFF) return this.realloc(address, size, CAP_DEFAULT | CAP_INTERNAL);
    const caps = CAP_DEFAULT | (size <= limit >>> 0 ? CAP_INTERNAL : CAP_SPIRAM);
    let result = this.reallocTry(address, size, caps);
    if (result === 0 && size > 0) result = this.reallocTry(address, size, CAP_DEFAULT);
    if (result === 0 && size > 0) this.failed(size, CAP_DEFAULT, 'heap_caps_realloc_default');
    return result;
  }

  /** `heap_caps_realloc_prefer`. */
  reallocPrefer(address: number, size: number, caps: readonly number[]): number {
    for (const one of caps) {
      const result = this.reallocTry(address, size, one);
      if (result !== 0 || size === 0) return result;
    }
    if (size > 0) this.failed(size, caps.at(-1) ?? 0, 'heap_caps_realloc_prefer');
    return 0;
  }

  // --- listening ---------------------------------------------------------------------------------------------------------

  /**
   * ESP32 CPU cycles of the last operation, modelled by the path it took (see `cycles.ts`); poisoning, hooks and callbacks not
   * counted.
   *
   * @param cLibrary the call came through C's function of the same name
   */
  lastCycles(cLibrary = false): number {
    const { operation, descriptor, failed, zeroed, done, before } = this.work;
    const visits = operation === 'malloc' ? this.work.visits : this.list.position(descriptor) + 1;
    const { impl } = this.multiHeap;
    const cycles = this.cycles.heapCaps(
      operation,
      visits,
      failed,
      done ? impl.path() : -1,
      done ? impl.copied() : 0,
    );
    return before + cycles + this.cycles.zero(zeroed) + (cLibrary ? this.cycles.wrapper(operation) : 0);
  }

  /** `heap_caps_register_failed_alloc_callback`; undefined takes it away. */
  onFailedAlloc(callback: FailedAllocCallback | undefined): void {
    this.failedAlloc = callback;
  }

  /** Adds a listener; the result takes it away again. */
  observe(observer: HeapObserver): () => void {
    return this.observers.add(observer);
  }
}
