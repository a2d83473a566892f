/**
 * All blocks of a trace with birth and end, for the heap map. Above a limit the blocks that would be the smallest
 * on the map (bytes × cycles) give way, and are counted.
 */
import type { LiveHeap } from '../analysis/live-heap.js';

/** Columns of blocks. */
export class BlockLog {
  born: number[] = [];
  /** Clock of the end; -1 while alive. */
  ended: number[] = [];
  address: number[] = [];
  size: number[] = [];
  given: number[] = [];
  site: number[] = [];
  /** Chain that ended the block; 0 while alive. */
  endChain: number[] = [];
  /** Blocks that gave way. */
  dropped = 0;
  readonly #indexOfRow: number[] = [];

  /** @param limit - Blocks kept at most, apart from those that live. */
  constructor(readonly limit: number) {}

  get length(): number {
    return this.born.length;
  }

  /** A block was born into `row`. */
  open(heap: LiveHeap, row: number, site: number): void {
    this.#indexOfRow[row] = this.born.length;
    this.born.push(heap.bornCycle[row]!);
    this.ended.push(-1);
    this.address.push(heap.address[row]!);
    this.size.push(heap.size[row]!);
    this.given.push(heap.given[row]!);
    this.site.push(site);
    this.endChain.push(0);
  }

  /** The block in `row` ended. */
  close(row: number, cycle: number, chain: number): void {
    const index = this.#indexOfRow[row]!;
    this.ended[index] = Math.max(cycle, this.born[index]!);
    this.endChain[index] = chain;
    if (this.born.length >= this.limit * 2) this.#thin();
  }

  /** Brings the log below its limit. */
  finish(): void {
    if (this.born.length > this.limit) this.#thin();
  }

  #thin(): void {
    const areas: number[] = [];
    for (let i = 0; i < this.born.length; i++)
      if (this.ended[i]! >= 0) areas.push(this.given[i]! * (this.ended[i]! - this.born[i]!));
    areas.sort((a, b) => a - b);
    const threshold = areas[Math.max(0, areas.length - this.limit)] ?? 0;
    const newIndex = new Int32Array(this.born.length).fill(-1);
    let kept = 0;
    for (let i = 0; i < this.born.length; i++) {
      const alive = this.ended[i]! < 0;
      if (!alive && this.given[i]! * (this.ended[i]! - this.born[i]!) < threshold) continue;
      newIndex[i] = kept;
      for (const column of [
        this.born,
        this.ended,
        this.address,
        this.size,
        this.given,
        this.site,
        this.endChain,
      ])
        column[kept] = column[i]!;
      kept++;
    }
    this.dropped += this.born.length - kept;
    for (const column of [
      this.born,
      this.ended,
      this.address,
      this.size,
      this.given,
      this.site,
      this.endChain,
    ])
      column.length = kept;
    for (let row = 0; row < this.#indexOfRow.length; row++) {
      const index = this.#indexOfRow[row];
      if (index !== undefined) this.#indexOfRow[row] = newIndex[index] ?? -1;
    }
  }
}
