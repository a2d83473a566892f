/**
 * The list of heaps (`registered_heaps`) in guest memory, IDF v5.1.3 heap_private.h.
 *
 *     descriptor + 0   caps of priority 0, 1, 2       descriptor + 20  spinlock (owner, count)
 *     descriptor + 12  start                          descriptor + 28  multi_heap handle, 0 = not registered
 *     descriptor + 16  end                            descriptor + 32  next descriptor
 *
 * @packageDocumentation
 */
import type { HeapMemory } from './memory.js';
import type { CapsColumns } from './regions.js';

/** `sizeof(heap_t)` of heap_caps. */
export const DESCRIPTOR_SIZE = 36;
/** `portMUX_FREE_VAL`. */
const LOCK_FREE = 0xb33fffff;
/** A list longer than this has been corrupted into a circle. */
const LIST_LIMIT = 256;

/** A heap as its descriptor in guest memory says. */
export interface HeapDescriptor {
  /** Guest address of the descriptor. */
  readonly address: number;
  readonly start: number;
  readonly end: number;
  /** multi_heap handle, 0 while not registered. */
  readonly heap: number;
  /** The three priority columns of capabilities. */
  readonly caps: CapsColumns;
}

/** The linked list; its head is a guest word where an address for it is given, else a field. */
export class HeapList {
  private readonly words: Int32Array;
  private readonly base: number;
  private headField = 0;

  constructor(
    memory: HeapMemory,
    /** Guest address of `registered_heaps`, 0 = kept on the host. */
    private readonly headAddress: number,
  ) {
    this.words = new Int32Array(memory.u32.buffer, memory.u32.byteOffset, memory.u32.length);
    this.base = memory.base | 0;
  }

  private load(address: number): number {
    return this.words[(address - this.base) >>> 2]! | 0;
  }

  private store(address: number, value: number): void {
    this.words[(address - this.base) >>> 2] = value;
  }

  /** Address of the first descriptor, 0 when there is none. */
  get head(): number {
    return this.headAddress === 0 ? this.headField : this.load(this.headAddress);
  }

  set head(address: number) {
    if (this.headAddress === 0) this.headField = address | 0;
    else this.store(this.headAddress, address);
  }

  next(descriptor: number): number {
    return this.load(descriptor + 32);
  }

  setNext(descriptor: number, next: number): void {
    this.store(descriptor + 32, next);
  }

  start(descriptor: number): number {
    return this.load(descriptor + 12) >>> 0;
  }

  end(descriptor: number): number {
    return this.load(descriptor + 16) >>> 0;
  }

  heap(descriptor: number): number {
    return this.load(descriptor + 28) >>> 0;
  }

  setHeap(descriptor: number, heap: number): void {
    this.store(descriptor + 28, heap);
  }

  /** Address of the heap's spinlock. */
  lock(descriptor: number): number {
    return descriptor + 20;
  }

  /** `get_all_caps`: the three columns together. */
  allCaps(descriptor: number): number {
    return this.load(descriptor) | this.load(descriptor + 4) | this.load(descriptor + 8);
  }

  /** Can a request with `caps` be served by this heap at priority 0, 1 or 2? */
  serves(descriptor: number, priority: number, caps: number): boolean {
    return (
      (this.load(descriptor + 4 * priority) & caps) !== 0 && (this.allCaps(descriptor) & caps) === (caps | 0)
    );
  }

  /** Writes a descriptor with a free lock and no successor. */
  write(descriptor: number, caps: CapsColumns, start: number, end: number, heap: number): void {
    const fields = [caps[0], caps[1], caps[2], start, end, LOCK_FREE, 0, heap, 0];
    fields.forEach((value, i) => {
      this.store(descriptor + 4 * i, value);
    });
  }

  /** Addresses of all descriptors in list order; bounded. */
  addresses(): number[] {
    const all: number[] = [];
    for (let at = this.head; at !== 0 && all.length < LIST_LIMIT; at = this.next(at)) all.push(at >>> 0);
    return all;
  }

  /** Registered heaps that have all of `caps`. */
  matching(caps: number): number[] {
    return this.addresses().filter(
      (descriptor) => this.heap(descriptor) !== 0 && (this.allCaps(descriptor) & caps) === (caps | 0),
    );
  }

  /** `find_containing_heap`: descriptor of the registered heap that contains an address, 0 = none. */
  containing(address: number): number {
    let left = LIST_LIMIT;
    for (let at = this.head; at !== 0 && left > 0; at = this.next(at), left--) {
      if (this.load(at + 28) !== 0 && address >= this.start(at) && address < this.end(at)) return at >>> 0;
    }
    return 0;
  }

  /** Place of a descriptor in the list, from 0; -1 when it is not in it. */
  position(descriptor: number): number {
    let place = 0;
    for (let at = this.head; at !== 0 && place < LIST_LIMIT; at = this.next(at), place++) {
      if (at === (descriptor | 0)) return place;
    }
    return -1;
  }

  /** A descriptor as an object. */
  read(descriptor: number): HeapDescriptor {
    const caps = (i: number): number => this.load(descriptor + 4 * i) >>> 0;
    return {
      address: descriptor,
      start: this.start(descriptor),
      end: this.end(descriptor),
      heap: this.heap(descriptor),
      caps: [caps(0), caps(1), caps(2)],
    };
  }
}
