/**
 * Which blocks live, event by event: the ground of all analyses.
 *
 * A block is a row of columns. A row is taken when its block is born and given back one event after its death,
 * so that whoever looks at `died` still finds everything there. Memory grows with the live blocks, not with the trace.
 *
 * Traces need not be perfect: a block that is allocated where one lives already ends that one (its free was not
 * seen), a free that hits nothing is counted and otherwise ignored.
 */
import type { TraceEvent } from '../outside/trace-event.js';

/** Live blocks and the change that the last event made. */
export class LiveHeap {
  address = new Uint32Array(1024);
  size = new Float64Array(1024);
  given = new Float64Array(1024);
  bornCycle = new Float64Array(1024);
  /** Number of the event (from 0) that made the block. */
  bornEvent = new Float64Array(1024);
  chain = new Uint32Array(1024);
  lua = new Uint32Array(1024);
  task = new Uint32Array(1024);
  core = new Uint8Array(1024);
  /** Function that made each block. */
  readonly operation: string[] = [];

  /** Row of the block that the last event made, or -1. */
  born = -1;
  /** Row of the block that the last event ended, or -1. */
  died = -1;
  /** True when the last event was a `realloc` that ended one block and made another. */
  moved = false;

  /** Events applied. */
  events = 0;
  liveBlocks = 0;
  /** Bytes asked for in all live blocks. */
  liveBytes = 0;
  /** Allocations that could not be served. */
  failures = 0;
  /** Frees and reallocs of addresses where no block was known to live. */
  unknownFrees = 0;
  /** Blocks that ended because another was allocated at the same address. */
  unseenFrees = 0;

  readonly #rows = new Map<number, number>();
  readonly #spare: number[] = [];
  #next = 0;
  /** Rows that the last event ended. */
  #ended: number[] = [];

  /** Applies one event; `born`, `died` and `moved` then say what changed. */
  apply(event: Readonly<TraceEvent>): void {
    for (const row of this.#ended) this.#spare.push(row);
    this.#ended.length = 0;
    this.born = -1;
    this.died = -1;
    this.moved = false;
    switch (event.kind) {
      case 'alloc':
        if (event.address !== 0) this.#bear(event);
        break;
      case 'free':
        if (event.address !== 0) this.#end(event.address);
        break;
      case 'realloc':
        if (event.oldAddress !== 0) this.#end(event.oldAddress);
        this.moved = this.died >= 0;
        if (event.address !== 0) this.#bear(event);
        break;
      case 'fail':
        this.failures++;
    }
    this.events++;
  }

  /** Row of the block that begins at `address`, or -1. */
  rowAt(address: number): number {
    return this.#rows.get(address) ?? -1;
  }

  /** Rows of all live blocks, in the order of their birth as far as addresses were not reused. */
  rows(): IterableIterator<number> {
    return this.#rows.values();
  }

  #end(address: number): void {
    const row = this.#rows.get(address);
    if (row === undefined) {
      this.unknownFrees++;
      return;
    }
    this.#rows.delete(address);
    this.#ended.push(row);
    this.died = row;
    this.liveBlocks--;
    this.liveBytes -= this.size[row]!;
  }

  #bear(event: Readonly<TraceEvent>): void {
    if (this.#rows.has(event.address)) {
      const { died } = this;
      this.#end(event.address);
      this.unseenFrees++;
      // A realloc's own old block is the one to report; the other was overlooked long before.
      if (died >= 0) this.died = died;
    }
    const row = this.#spare.pop() ?? this.#next++;
    if (row >= this.address.length) this.#grow();
    this.address[row] = event.address;
    this.size[row] = event.size;
    this.given[row] = Math.max(event.given, event.size);
    this.bornCycle[row] = event.cycle;
    this.bornEvent[row] = this.events;
    this.chain[row] = event.chain;
    this.lua[row] = event.lua;
    this.task[row] = event.task;
    this.core[row] = event.core;
    this.operation[row] = event.operation;
    this.#rows.set(event.address, row);
    this.born = row;
    this.liveBlocks++;
    this.liveBytes += event.size;
  }

  #grow(): void {
    const length = this.address.length * 2;
    this.address = copied(this.address, new Uint32Array(length));
    this.size = copied(this.size, new Float64Array(length));
    this.given = copied(this.given, new Float64Array(length));
    this.bornCycle = copied(this.bornCycle, new Float64Array(length));
    this.bornEvent = copied(this.bornEvent, new Float64Array(length));
    this.chain = copied(this.chain, new Uint32Array(length));
    this.lua = copied(this.lua, new Uint32Array(length));
    this.task = copied(this.task, new Uint32Array(length));
    this.core = copied(this.core, new Uint8Array(length));
  }
}

function copied<T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
