/**
 * Holds a trace to what a program can have done, and turns ids into slots.
 *
 * Invariant: an id has a slot exactly while the recorded program owns a block of that id (also one of size 0, which is
 * NULL). Only ids alive at once take memory.
 */
import { ProblemLog, TraceError } from './errors.js';
import { Op, OperationFlag, operationNames, type OperationBatch } from './operations.js';
import { SlotTable } from './slots.js';

/** {@link OperationBatch.slot} of an operation that leaves no block behind: the recorded program got NULL. */
export const NO_SLOT = 0xffff_ffff;

/** What a trace asks for, whatever an allocator answers. */
export interface TraceTotals {
  /** Operations that were replayed. */
  operations: number;
  /** Of these, by kind. */
  malloc: number;
  calloc: number;
  realloc: number;
  alignedAlloc: number;
  free: number;
  /** Operations left out because they contradict what came before (keepGoing only). */
  skipped: number;
  /** Sum of the sizes of all requests, bytes. */
  bytesRequested: number;
  /** Largest sum of sizes of blocks alive at once, bytes. */
  peakLiveBytes: number;
  /** Largest number of blocks alive at once. */
  peakLiveBlocks: number;
  /** Alive at the end: leaks, if the program has ended. */
  endLiveBytes: number;
  endLiveBlocks: number;
  /** Time stamps of the first and the last operation that has one, guest cycles; -1 without any. */
  firstCycle: number;
  lastCycle: number;
}

/** See the head of this file. */
export class TraceChecker {
  readonly totals: TraceTotals = {
    operations: 0,
    malloc: 0,
    calloc: 0,
    realloc: 0,
    alignedAlloc: 0,
    free: 0,
    skipped: 0,
    bytesRequested: 0,
    peakLiveBytes: 0,
    peakLiveBlocks: 0,
    endLiveBytes: 0,
    endLiveBlocks: 0,
    firstCycle: -1,
    lastCycle: -1,
  };
  private readonly table = new SlotTable();
  private sizes = new Float64Array(1024);
  private readonly counts = new Float64Array(operationNames.length);

  constructor(
    private readonly name: string,
    private readonly problems: ProblemLog,
  ) {}

  /** All slot numbers given so far are below this. */
  get slots(): number {
    return this.table.slots;
  }

  /**
   * Checks `batch`, fills its `slot` column, and turns contradictory operations into `Op.none` when the log keeps going.
   * @throws {TraceError} at the first contradiction otherwise.
   */
  check(batch: OperationBatch): void {
    const { op, flags, id, size, extra, address, time, slot } = batch;
    const { totals, table, counts } = this;
    let live = totals.endLiveBytes;
    for (let row = 0; row < batch.count; row++) {
      const kind = op[row]!;
      const flag = flags[row]!;
      if ((flag & OperationFlag.timed) !== 0) {
        const now = time[row]!;
        if (now < totals.lastCycle) {
          this.contradiction(batch, row, `time goes back from cycle ${totals.lastCycle} to ${now}`);
          continue;
        }
        if (totals.firstCycle < 0) totals.firstCycle = now;
        totals.lastCycle = now;
      }
      if ((flag & OperationFlag.nullPointer) !== 0 && kind === Op.free) {
        slot[row] = NO_SLOT;
        counts[kind]!++;
        continue;
      }
      const bytes = kind === Op.calloc ? size[row]! * extra[row]! : size[row]!;
      if (kind === Op.free || (kind === Op.realloc && (flag & OperationFlag.nullPointer) === 0)) {
        const ends = kind === Op.free || bytes === 0;
        const found = ends ? table.remove(id[row]!) : table.find(id[row]!);
        if (found < 0) {
          const what = `${operationNames[kind]} of id ${id[row]!}, which is not allocated here`;
          this.contradiction(batch, row, `${what} (never allocated, or freed already)`);
          continue;
        }
        slot[row] = found;
        const failed = (flag & OperationFlag.recorded) !== 0 && address[row] === 0 && !ends;
        if (!failed) {
          live += (ends ? 0 : bytes) - this.sizes[found]!;
          this.sizes[found] = bytes;
        }
      } else {
        const failed = (flag & OperationFlag.recorded) !== 0 && address[row] === 0;
        const added = failed ? table.find(id[row]!) : table.add(id[row]!);
        if (failed ? added >= 0 : added < 0) {
          this.contradiction(
            batch,
            row,
            `${operationNames[kind]!} of id ${id[row]!}, which is allocated already`,
          );
          continue;
        }
        slot[row] = failed ? NO_SLOT : added;
        if (!failed) {
          if (added >= this.sizes.length) {
            const larger = new Float64Array(added * 2);
            larger.set(this.sizes);
            this.sizes = larger;
          }
          this.sizes[added] = bytes;
          live += bytes;
        }
      }
      counts[kind]!++;
      totals.bytesRequested += bytes;
      if (live > totals.peakLiveBytes) totals.peakLiveBytes = live;
    }
    totals.malloc = counts[Op.malloc]!;
    totals.calloc = counts[Op.calloc]!;
    totals.realloc = counts[Op.realloc]!;
    totals.alignedAlloc = counts[Op.aligned]!;
    totals.free = counts[Op.free]!;
    totals.operations = totals.malloc + totals.calloc + totals.realloc + totals.alignedAlloc + totals.free;
    totals.peakLiveBlocks = table.slots;
    totals.endLiveBytes = live;
    totals.endLiveBlocks = table.live;
  }

  private contradiction(batch: OperationBatch, row: number, detail: string): void {
    this.problems.report(new TraceError(this.name, batch.line[row]!, 'contradictory', detail));
    batch.op[row] = Op.none;
    this.totals.skipped++;
  }
}
