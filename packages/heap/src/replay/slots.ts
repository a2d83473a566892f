/** Ids that are chosen without malice stay far below it at a load of 1/2. */
const LONGEST_PROBE = 256;

/**
 * Maps the ids of live blocks to small slot numbers that are reused after a free.
 *
 * Memory is proportional to the largest number of blocks alive at once, not to the length of the trace.
 * Open addressing with linear probing and backward-shift deletion (no tombstones), load at most 1/2, multiplicative
 * hashing. A trace may choose its ids so that they collide: a long probe makes the table change its multiplier.
 */
export class SlotTable {
  private multiplier = 0x9e3779b1;
  private keys = new Uint32Array(1024);
  /** Slot + 1; 0 marks an empty place. */
  private values = new Uint32Array(1024);
  private mask = 1023;
  private shift = 22;
  private freeSlots = new Uint32Array(512);
  private freeCount = 0;

  /** Ids that live now. */
  live = 0;
  /** Slots that were ever in use at once: all slot numbers are below this. */
  slots = 0;

  private home(id: number): number {
    return Math.imul(id, this.multiplier) >>> this.shift;
  }

  /** The slot of a live id, or -1. */
  find(id: number): number {
    const { keys, values, mask } = this;
    for (let place = this.home(id); ; place = (place + 1) & mask) {
      const value = values[place]!;
      if (value === 0) return -1;
      if (keys[place] === id) return value - 1;
    }
  }

  /** Makes `id` live and returns its slot, or -1 when it lives already. */
  add(id: number): number {
    if (this.live * 2 > this.mask) this.rehash(this.keys.length * 2);
    const { keys, values, mask } = this;
    const start = this.home(id);
    let place = start;
    for (; values[place] !== 0; place = (place + 1) & mask) if (keys[place] === id) return -1;
    if (((place - start) & mask) > LONGEST_PROBE) {
      // Odd multipliers in a fixed sequence (Lehmer's generator with a known good factor).
      this.multiplier = (Math.imul(this.multiplier, 0x2c9277b5) | 1) >>> 0;
      this.rehash(this.keys.length);
      return this.add(id);
    }
    const slot = this.freeCount > 0 ? this.freeSlots[--this.freeCount]! : this.slots++;
    keys[place] = id;
    values[place] = slot + 1;
    this.live++;
    return slot;
  }

  /** Ends the life of `id` and returns the slot that it had, or -1 when it is not live. */
  remove(id: number): number {
    const { keys, values, mask } = this;
    let place = this.home(id);
    for (; ; place = (place + 1) & mask) {
      if (values[place] === 0) return -1;
      if (keys[place] === id) break;
    }
    const slot = values[place]! - 1;
    // Backward shift: close the gap with every later entry whose home lies at or before it.
    for (let next = (place + 1) & mask; values[next] !== 0; next = (next + 1) & mask) {
      const distance = (next - this.home(keys[next]!)) & mask;
      if (distance >= ((next - place) & mask)) {
        keys[place] = keys[next]!;
        values[place] = values[next]!;
        place = next;
      }
    }
    values[place] = 0;
    this.live--;
    if (this.freeCount === this.freeSlots.length) {
      const larger = new Uint32Array(this.freeCount * 2);
      larger.set(this.freeSlots);
      this.freeSlots = larger;
    }
    this.freeSlots[this.freeCount++] = slot;
    return slot;
  }

  private rehash(capacity: number): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(capacity);
    this.values = new Uint32Array(capacity);
    this.mask = capacity - 1;
    this.shift = Math.clz32(this.mask);
    for (let old = 0; old < keys.length; old++) {
      if (values[old] === 0) continue;
      let place = this.home(keys[old]!);
      while (this.values[place] !== 0) place = (place + 1) & this.mask;
      this.keys[place] = keys[old]!;
      this.values[place] = values[old]!;
    }
  }
}
