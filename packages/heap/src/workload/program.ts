/** The simulated program behind a workload: allocates, frees, and remembers what it owns. */
import { Op, OperationFlag, type OperationBatch } from '../replay/operations.js';
import { Random } from './random.js';

/** A block of the program; stays valid until it is freed. -1 stands for "not allocated, the workload ends". */
export type Handle = number;

/** Blocks whose end the workload decides itself. */
export const UNTIL_FREED = Infinity;

/**
 * Writes operations into batches and counts them.
 *
 * A workload has exactly the number of operations that was asked for, and (but for leaks) ends with nothing allocated:
 * an operation is only accepted while enough operations remain to free all that is alive, then everything is freed.
 *
 * Invariants: `alive[position[h]] === h` for every owned handle h that is no leak; the queue of deaths is a binary heap
 * by time and holds exactly the handles with a finite lifetime.
 */
export class SimulatedProgram {
  readonly random: Random;
  /** Operations emitted so far. */
  operations = 0;
  /** Bytes alive. */
  liveBytes = 0;
  /** True once only frees are accepted. */
  ending = false;
  private batch: OperationBatch | undefined;
  private time = 0;
  private nextId = 0;

  private readonly id: number[] = [];
  private readonly size: number[] = [];
  private readonly position: number[] = [];
  private readonly alive: Handle[] = [];
  private readonly unused: Handle[] = [];
  private readonly deathTimes: number[] = [];
  private readonly deathHandles: Handle[] = [];

  constructor(
    seed: number,
    /** Operations in all. */
    readonly total: number,
    /** Mean number of guest cycles between operations (exponential). */
    private readonly meanGap: number,
  ) {
    this.random = new Random(seed);
  }

  /** Blocks owned, leaks not counted. */
  get liveBlocks(): number {
    return this.alive.length;
  }

  /** The operations that follow go into `batch`. */
  writeTo(batch: OperationBatch): void {
    this.batch = batch;
  }

  /** True when `emitted` further operations, which leave `more` further blocks, leave enough to free everything. */
  private accepts(emitted: number, more: number): boolean {
    if (!this.ending && this.total - this.operations - emitted >= this.alive.length + more) return true;
    this.ending = true;
    return false;
  }

  private emit(op: number, id: number, size: number, extra = 0): void {
    const batch = this.batch!;
    this.operations++;
    this.time += this.random.exponential(this.meanGap);
    const row = batch.push(op, id, size, extra, this.operations);
    batch.time[row] = this.time;
    batch.flags[row] = OperationFlag.timed;
  }

  private own(size: number, lifetime: number, leak: boolean): Handle {
    const handle = this.unused.pop() ?? this.id.length;
    this.id[handle] = this.nextId++;
    this.size[handle] = size;
    this.liveBytes += size;
    this.position[handle] = -1;
    if (!leak) {
      this.position[handle] = this.alive.length;
      this.alive.push(handle);
    }
    if (lifetime !== UNTIL_FREED) this.schedule(this.operations + lifetime, handle);
    return handle;
  }

  /** `malloc(size)`; freed by itself after `lifetime` further operations. */
  malloc(size: number, lifetime = UNTIL_FREED): Handle {
    if (!this.accepts(1, 1)) return -1;
    const handle = this.own(size, lifetime, false);
    this.emit(Op.malloc, this.id[handle]!, size);
    return handle;
  }

  /** `calloc(count, size)`. */
  calloc(count: number, size: number, lifetime = UNTIL_FREED): Handle {
    if (!this.accepts(1, 1)) return -1;
    const handle = this.own(count * size, lifetime, false);
    this.emit(Op.calloc, this.id[handle]!, size, count);
    return handle;
  }

  /** `aligned_alloc(alignment, size)`. */
  aligned(alignment: number, size: number, lifetime = UNTIL_FREED): Handle {
    if (!this.accepts(1, 1)) return -1;
    const handle = this.own(size, lifetime, false);
    this.emit(Op.aligned, this.id[handle]!, size, alignment);
    return handle;
  }

  /** `malloc(size)` of a block that is never freed. */
  leak(size: number): void {
    if (!this.accepts(1, 0)) return;
    const handle = this.own(size, UNTIL_FREED, true);
    this.emit(Op.malloc, this.id[handle]!, size);
  }

  /** `realloc` to `size` > 0. */
  realloc(handle: Handle, size: number): void {
    if (handle < 0 || !this.accepts(1, 0)) return;
    this.emit(Op.realloc, this.id[handle]!, size);
    this.liveBytes += size - this.size[handle]!;
    this.size[handle] = size;
  }

  /** Bytes of a block. */
  sizeOf(handle: Handle): number {
    return this.size[handle] ?? 0;
  }

  /** `free` of a block that is owned; must not be used on one with a finite lifetime. */
  free(handle: Handle): void {
    if (handle < 0) return;
    this.emit(Op.free, this.id[handle]!, 0);
    this.liveBytes -= this.size[handle]!;
    const last = this.alive.pop()!;
    const at = this.position[handle]!;
    if (last !== handle) {
      this.alive[at] = last;
      this.position[last] = at;
    }
    this.unused.push(handle);
  }

  /** One of the blocks owned, all equally probable; -1 when there is none. */
  any(): Handle {
    return this.alive.length === 0 ? -1 : this.random.pick(this.alive);
  }

  /** Frees the block whose time has come, if there is one. */
  reap(): boolean {
    if (this.deathTimes.length === 0 || this.deathTimes[0]! > this.operations) return false;
    this.free(this.popDeath());
    return true;
  }

  /** One operation of the end: frees what is left, last allocated first. */
  finish(): void {
    const left = this.total - this.operations;
    const last = this.alive.at(-1);
    if (last === undefined) {
      // One operation is left over and nothing is alive: it cannot be paired.
      const handle = this.own(8, UNTIL_FREED, true);
      this.emit(Op.malloc, this.id[handle]!, 8);
    } else if (left > this.alive.length) {
      this.emit(Op.realloc, this.id[last]!, this.size[last]!);
    } else {
      this.free(last);
    }
  }

  private schedule(time: number, handle: Handle): void {
    const { deathTimes, deathHandles } = this;
    let at = deathTimes.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (deathTimes[parent]! <= time) break;
      deathTimes[at] = deathTimes[parent]!;
      deathHandles[at] = deathHandles[parent]!;
      at = parent;
    }
    deathTimes[at] = time;
    deathHandles[at] = handle;
  }

  private popDeath(): Handle {
    const { deathTimes, deathHandles } = this;
    const first = deathHandles[0]!;
    const time = deathTimes.pop()!;
    const handle = deathHandles.pop()!;
    const length = deathTimes.length;
    if (length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && deathTimes[child + 1]! < deathTimes[child]!) child++;
      if (deathTimes[child]! >= time) break;
      deathTimes[at] = deathTimes[child]!;
      deathHandles[at] = deathHandles[child]!;
      at = child;
    }
    deathTimes[at] = time;
    deathHandles[at] = handle;
    return first;
  }
}
