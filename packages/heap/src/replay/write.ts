/** Writes traces: `xtal-alloc-1`, and malloc-lab's `.rep`. */
import { TraceChecker, NO_SLOT } from './checker.js';
import { ProblemLog } from './errors.js';
import { MAXIMUM_WORD } from './line-source.js';
import { eachBatch, Op, OperationFlag, type OperationBatch, type OperationInput } from './operations.js';
import { TEXT_TRACE_MAGIC, TEXT_TRACE_VERSION } from './text-trace.js';

/** Takes bytes of a file in order. The array is reused: what is kept has to be copied. */
export type ByteSink = (bytes: Uint8Array) => void;

/** Collects text in a buffer and hands it on in large pieces. */
class TextWriter {
  private readonly buffer = new Uint8Array(1 << 16);
  private used = 0;

  constructor(private readonly sink: ByteSink) {}

  /** ASCII only. */
  text(text: string): void {
    if (this.used + text.length > this.buffer.length) this.flush();
    for (let index = 0; index < text.length; index++) this.buffer[this.used++] = text.charCodeAt(index);
  }

  byte(code: number): void {
    if (this.used === this.buffer.length) this.flush();
    this.buffer[this.used++] = code;
  }

  /** Decimal. */
  number(value: number): void {
    if (this.used + 20 > this.buffer.length) this.flush();
    let digits = 1;
    for (let bound = 10; value >= bound; bound *= 10) digits++;
    for (let at = this.used + digits - 1; at >= this.used; at--) {
      const quotient = Math.floor(value / 10);
      this.buffer[at] = 48 + (value - quotient * 10);
      value = quotient;
    }
    this.used += digits;
  }

  flush(): void {
    if (this.used > 0) this.sink(this.buffer.subarray(0, this.used));
    this.used = 0;
  }
}

const LETTERS: readonly string[] = ['', 'm ', 'c ', 'r ', 'a ', 'f '];

/**
 * Writes a trace as `xtal-alloc-1`. Nothing is lost: times, recorded addresses and capabilities are kept.
 * @returns Number of operations written.
 * @throws What the source throws.
 */
export async function writeTextTrace(source: OperationInput, sink: ByteSink): Promise<number> {
  const writer = new TextWriter(sink);
  let operations = 0;
  let started = false;
  await eachBatch(source, (batch) => {
    if (!started) {
      started = true;
      const { base, size, clockHz } = source.header;
      writer.text(`${TEXT_TRACE_MAGIC} ${TEXT_TRACE_VERSION}\n`);
      if (base !== undefined) writer.text(`base 0x${base.toString(16)}\n`);
      if (size !== undefined) writer.text(`size ${size}\n`);
      if (clockHz !== undefined) writer.text(`clock ${clockHz}\n`);
    }
    for (let row = 0; row < batch.count; row++)
      if (batch.op[row] !== Op.none) {
        writeOperation(writer, batch, row);
        operations++;
      }
  });
  writer.text(`end ${operations}\n`);
  writer.flush();
  return operations;
}

function writeOperation(writer: TextWriter, batch: OperationBatch, row: number): void {
  const op = batch.op[row]!;
  const flags = batch.flags[row]!;
  const isNull = (flags & OperationFlag.nullPointer) !== 0;
  if (op === Op.free && isNull) {
    writer.text('f -');
  } else {
    writer.text(op === Op.realloc && isNull ? 'R ' : LETTERS[op]!);
    writer.number(batch.id[row]!);
    if (op === Op.calloc || op === Op.aligned) {
      writer.byte(32);
      writer.number(batch.extra[row]!);
    }
    if (op !== Op.free) {
      writer.byte(32);
      writer.number(batch.size[row]!);
    }
  }
  if ((flags & OperationFlag.timed) !== 0) {
    writer.text(' @');
    writer.number(batch.time[row]!);
  }
  if ((flags & OperationFlag.recorded) !== 0) {
    const address = batch.address[row]!;
    writer.text(address === 0 ? ' =0' : ` =0x${address.toString(16)}`);
  }
  if (batch.caps[row] !== 0) writer.text(` !0x${batch.caps[row]!.toString(16)}`);
  writer.byte(10);
}

/** What `.rep` could not say. */
export interface RepResult {
  /** Operations and ids in the file. */
  operations: number;
  ids: number;
  /** aligned_alloc written as malloc: the alignment is lost. */
  alignmentsLost: number;
  /** Requests that the recorded program got NULL for, and free(NULL): left out. */
  leftOut: number;
}

/**
 * Writes a trace as `.rep`: calloc and aligned_alloc become `a`, every new block gets an id of its own.
 *
 * The header of `.rep` holds the numbers of ids and operations, so the trace is read twice.
 *
 * @param open - Opens the trace anew each time it is called.
 * @throws {TraceError} for a contradictory trace, unless `problems` keeps going; and what the source throws.
 */
export async function writeRep(
  open: () => OperationInput | Promise<OperationInput>,
  sink: ByteSink,
  problems: ProblemLog = new ProblemLog(),
): Promise<RepResult> {
  const counted = await repPass(await open(), undefined, problems);
  const source = await open();
  const writer = new TextWriter(sink);
  writer.text(`${counted.size}\n${counted.ids}\n${counted.operations}\n1\n`);
  // Problems were reported in the first pass; the second meets the same ones.
  const { operations, ids, alignmentsLost, leftOut } = await repPass(source, writer, new ProblemLog(true));
  writer.flush();
  return { operations, ids, alignmentsLost, leftOut };
}

/** One pass over the trace; without a writer it only counts. `size`: the recorded heap's, or one that the trace fits into. */
async function repPass(
  source: OperationInput,
  writer: TextWriter | undefined,
  problems: ProblemLog,
): Promise<RepResult & { size: number }> {
  const result = { operations: 0, ids: 0, alignmentsLost: 0, leftOut: 0, size: 0 };
  const checker = new TraceChecker(source.name, problems);
  /** Id in the file of the block in each slot. */
  let idOf = new Float64Array(1024);
  const line = (letter: string, id: number, size: number): void => {
    result.operations++;
    if (!writer) return;
    writer.text(letter);
    writer.number(id);
    if (size >= 0) {
      writer.byte(32);
      writer.number(size);
    }
    writer.byte(10);
  };
  await eachBatch(source, (batch) => {
    checker.check(batch);
    if (checker.slots > idOf.length) {
      const larger = new Float64Array(checker.slots * 2);
      larger.set(idOf);
      idOf = larger;
    }
    for (let row = 0; row < batch.count; row++) {
      const op = batch.op[row]!;
      if (op === Op.none) continue;
      const slot = batch.slot[row]!;
      const flags = batch.flags[row]!;
      const size = op === Op.calloc ? batch.size[row]! * batch.extra[row]! : batch.size[row]!;
      const recordedNull = (flags & OperationFlag.recorded) !== 0 && batch.address[row] === 0;
      if (slot === NO_SLOT || size > MAXIMUM_WORD || (recordedNull && size > 0)) {
        result.leftOut++;
      } else if (op === Op.free || (op === Op.realloc && size === 0)) {
        line('f ', idOf[slot]!, -1);
      } else if (op === Op.realloc && (flags & OperationFlag.nullPointer) === 0) {
        line('r ', idOf[slot]!, size);
      } else {
        if (op === Op.aligned) result.alignmentsLost++;
        idOf[slot] = result.ids++;
        line('a ', idOf[slot], size);
      }
    }
  });
  const { peakLiveBytes, peakLiveBlocks } = checker.totals;
  result.size = source.header.size ?? Math.max(1 << 16, 2 * (peakLiveBytes + 16 * peakLiveBlocks));
  return result;
}
