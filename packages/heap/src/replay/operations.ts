/**
 * What a replay is fed with: operations in batches of typed arrays, pulled from a source.
 *
 * A batch holds no object per operation, so a trace of any length streams through a few hundred kilobytes.
 * Every reader (text, `.rep`, vectors, workload generators, the outside trace of the simulator) is an
 * {@link OperationSource}.
 */

/** Operation codes in {@link OperationBatch.op}. */
export const Op = {
  /** Nothing: the checker puts it where a contradictory operation was skipped. */
  none: 0,
  /** `malloc(size)` */
  malloc: 1,
  /** `calloc(extra, size)` */
  calloc: 2,
  /** `realloc(block of id, size)` */
  realloc: 3,
  /** `aligned_alloc(extra, size)` */
  aligned: 4,
  /** `free(block of id)` */
  free: 5,
} as const;

/** Names of the operation codes, for messages. */
export const operationNames = ['none', 'malloc', 'calloc', 'realloc', 'aligned_alloc', 'free'] as const;

/** Bits in {@link OperationBatch.flags}. */
export const OperationFlag = {
  /** `address` holds what the recorded program got; 0 is NULL. */
  recorded: 1,
  /** `time` holds a time stamp. */
  timed: 2,
  /** The pointer was NULL: `free(NULL)`, or `realloc(NULL, size)`, which allocates. */
  nullPointer: 4,
} as const;

/** Operations in columns. Row `i` of every column belongs to one operation; rows from `count` on are stale. */
export class OperationBatch {
  /** Rows in use. */
  count = 0;
  readonly op: Uint8Array;
  /** {@link OperationFlag} bits. */
  readonly flags: Uint8Array;
  /** Names the block within the trace: any 32-bit number that no other live block has. */
  readonly id: Uint32Array;
  /** Bytes asked for; for calloc the size of one element. */
  readonly size: Uint32Array;
  /** calloc: number of elements. aligned_alloc: alignment in bytes. */
  readonly extra: Uint32Array;
  /** Capabilities asked for (IDF's MALLOC_CAP_* bits), 0 where the trace says nothing. */
  readonly caps: Uint32Array;
  /** Guest address that the recorded program got, see {@link OperationFlag.recorded}. */
  readonly address: Uint32Array;
  /** Time in guest CPU cycles, see {@link OperationFlag.timed}. */
  readonly time: Float64Array;
  /** Line (text) or record number (binary), from 1. */
  readonly line: Float64Array;
  /** Filled by the checker: a small index that stands for the block while it lives. */
  readonly slot: Uint32Array;

  constructor(readonly capacity = 4096) {
    this.op = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.id = new Uint32Array(capacity);
    this.size = new Uint32Array(capacity);
    this.extra = new Uint32Array(capacity);
    this.caps = new Uint32Array(capacity);
    this.address = new Uint32Array(capacity);
    this.time = new Float64Array(capacity);
    this.line = new Float64Array(capacity);
    this.slot = new Uint32Array(capacity);
  }

  /** Appends one operation; the caller makes sure that there is room. Further columns may be set at the returned row. */
  push(op: number, id: number, size: number, extra: number, line: number): number {
    const row = this.count++;
    this.op[row] = op;
    this.flags[row] = 0;
    this.id[row] = id;
    this.size[row] = size;
    this.extra[row] = extra;
    this.caps[row] = 0;
    this.line[row] = line;
    return row;
  }

  /** Takes over rows [from, from + rows) of another batch as this one's only rows. */
  copyRows(other: OperationBatch, from: number, rows: number): void {
    const to = from + rows;
    this.op.set(other.op.subarray(from, to));
    this.flags.set(other.flags.subarray(from, to));
    this.id.set(other.id.subarray(from, to));
    this.size.set(other.size.subarray(from, to));
    this.extra.set(other.extra.subarray(from, to));
    this.caps.set(other.caps.subarray(from, to));
    this.address.set(other.address.subarray(from, to));
    this.time.set(other.time.subarray(from, to));
    this.line.set(other.line.subarray(from, to));
    this.slot.set(other.slot.subarray(from, to));
    this.count = rows;
  }
}

/** What a trace says about itself. A field is undefined when the format or this trace does not say it. */
export interface TraceHeader {
  /** Name of the format: `xtal-alloc-1`, `rep`, `heap-ops-1`, `heap-caps-1`, … */
  readonly format: string;
  /** Guest address of the region that the recorded heap lived in. */
  readonly base?: number;
  /** Size of that region in bytes; for `.rep` the suggested heap size. */
  readonly size?: number;
  /** CPU cycles a second of the time stamps. */
  readonly clockHz?: number;
  /** Number of operations that the header announces. */
  readonly operations?: number;
}

/** Anything that operations can be pulled from. */
export interface OperationSource {
  /** Where the operations come from, for messages: usually a file name. */
  readonly name: string;
  readonly header: TraceHeader;
  /**
   * Fills `batch` from row 0 and sets its `count`.
   * @returns The number of operations; 0 means that the trace has ended.
   * @throws {TraceError} at the first malformed place, unless the source was told to keep going.
   */
  read(batch: OperationBatch): number | Promise<number>;
}

/** Operations that are pushed instead of pulled: for producers that cannot stop half-way. */
export interface OperationFeed {
  readonly name: string;
  /** Known from the first call of `take` on. */
  readonly header: TraceHeader;
  /** Hands every batch in order to `take`; the batch is reused. */
  each(take: (batch: OperationBatch) => void): void | Promise<void>;
}

/** Whatever operations can be had from. */
export type OperationInput = OperationSource | OperationFeed;

/**
 * Hands every batch of `input` to `take`, at least once (an empty batch when there are no operations).
 * @throws What the input or `take` throws.
 */
export async function eachBatch(input: OperationInput, take: (batch: OperationBatch) => void): Promise<void> {
  const batch = new OperationBatch();
  if ('each' in input) {
    await input.each(take);
    batch.count = 0;
    return take(batch);
  }
  do {
    await input.read(batch);
    take(batch);
  } while (batch.count > 0);
}
