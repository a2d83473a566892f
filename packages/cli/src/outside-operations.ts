/** The simulator's own heap trace (the outside trace) as operations that can be replayed. */
import { Op, OperationBatch, OperationFlag, ProblemLog, TraceError, type OperationFeed } from '@xtal/heap';
import { openTrace, TraceFormatError, type Trace, type TraceEvent, type TraceSource } from '@xtal/heaptrace';

/** True for a file that starts as an outside trace does, in its binary form or as JSON lines. */
export function isOutsideTrace(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 64));
  return text.startsWith('XTALHEAP') || /^\{\s*"xtal"\s*:\s*"heap-trace"/.test(text);
}

/**
 * Turns events into operations. Blocks are named by numbers in the order in which they were allocated.
 *
 * A recording may start while blocks are alive: freeing one of those is left out. Cores have their own clocks, so time is
 * kept from running backwards.
 */
export class OutsideOperations implements OperationFeed {
  readonly header: OperationFeed['header'];
  private readonly trace: Trace;
  private readonly idOf = new Map<number, number>();
  private nextId = 0;
  private time = 0;

  /** @throws {TraceError} when the source is no trace of a known version. */
  constructor(
    source: TraceSource,
    private readonly problems: ProblemLog,
  ) {
    this.trace = translated(source.name, () => openTrace(source));
    this.header = { format: 'heap-trace', clockHz: this.trace.header.cpuHz };
  }

  get name(): string {
    return this.trace.name;
  }

  each(take: (batch: OperationBatch) => void): void {
    const batch = new OperationBatch();
    let record = 0;
    const outcome = translated(this.name, () =>
      this.trace.read({
        event: (event) => {
          record++;
          if (batch.count + 2 > batch.capacity) {
            take(batch);
            batch.count = 0;
          }
          this.add(batch, event, record);
        },
      }),
    );
    if (batch.count > 0) take(batch);
    if (outcome.damage !== undefined)
      this.problems.report(new TraceError(this.name, record, 'truncated', outcome.damage));
  }

  private push(batch: OperationBatch, op: number, id: number, size: number, record: number): number {
    const row = batch.push(op, id, size, 0, record);
    batch.time[row] = this.time;
    batch.flags[row] = OperationFlag.timed;
    return row;
  }

  private add(batch: OperationBatch, event: Readonly<TraceEvent>, record: number): void {
    if (event.cycle > this.time) this.time = event.cycle;
    const { address, oldAddress, size } = event;
    switch (event.kind) {
      case 'free':
        return this.release(batch, address, record);
      case 'alloc': {
        this.release(batch, address, record);
        const row = this.push(batch, Op.malloc, this.newBlock(address), size, record);
        return this.result(batch, row, address, event.caps);
      }
      case 'realloc': {
        const id = this.idOf.get(oldAddress);
        if (id === undefined && address === 0) return;
        if (id === undefined || oldAddress !== address) this.release(batch, address, record);
        // A block from before the recording: to the replay it is new.
        const row = this.push(batch, Op.realloc, id ?? this.newBlock(address), size, record);
        if (id === undefined) batch.flags[row]! |= OperationFlag.nullPointer;
        else {
          this.idOf.delete(oldAddress);
          if (address !== 0) this.idOf.set(address, id);
        }
        return this.result(batch, row, address, event.caps);
      }
      case 'fail': {
        const id = oldAddress !== 0 ? this.idOf.get(oldAddress) : undefined;
        const op = id === undefined ? Op.malloc : Op.realloc;
        const row = this.push(batch, op, id ?? this.nextId++, size, record);
        return this.result(batch, row, 0, event.caps);
      }
    }
  }

  private newBlock(address: number): number {
    const id = this.nextId++ >>> 0;
    this.idOf.set(address, id);
    return id;
  }

  private result(batch: OperationBatch, row: number, address: number, caps: number): void {
    batch.caps[row] = caps;
    batch.address[row] = address;
    batch.flags[row]! |= OperationFlag.recorded;
  }

  private release(batch: OperationBatch, address: number, record: number): void {
    const id = this.idOf.get(address);
    if (id === undefined) return;
    this.idOf.delete(address);
    this.push(batch, Op.free, id, 0, record);
  }
}

/** Runs `action`; what is wrong with the trace's form becomes a {@link TraceError}. */
function translated<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof TraceFormatError)) throw error;
    throw new TraceError(name, error.offset, 'malformed', error.problem);
  }
}
