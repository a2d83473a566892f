/** A trivial allocator for tests and for measurements without the chip's heap: addresses only ever grow. */
import type { LuaHeap } from './global.js';

/** Counts blocks and bytes; fails when `limit` bytes are in use. */
export class CountingHeap implements LuaHeap {
  private readonly sizes = new Map<number, number>();
  private next = 0x3ffb0000;
  /** Bytes in use. */
  used = 0;
  constructor(readonly limit = Infinity) {}
  get blocks(): number {
    return this.sizes.size;
  }
  realloc(address: number, size: number): number {
    const old = address === 0 ? 0 : this.sizes.get(address);
    if (old === undefined) throw new Error(`realloc of 0x${address.toString(16)}, which is no block`);
    if (this.used + size - old > this.limit) return 0;
    this.used += size - old;
    if (address !== 0 && size <= old) {
      this.sizes.set(address, size);
      return address;
    }
    if (address !== 0) this.sizes.delete(address);
    const fresh = this.next;
    this.next += (size + 7) & ~3;
    if (this.next > 0x7ff00000) this.next = 0x3ffb0000;
    this.sizes.set(fresh, size);
    return fresh;
  }
  free(address: number): void {
    const old = this.sizes.get(address);
    if (old === undefined) throw new Error(`free of 0x${address.toString(16)}, which is no block`);
    this.used -= old;
    this.sizes.delete(address);
  }
}
