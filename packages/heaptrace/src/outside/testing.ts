/** Helpers of the tests beside this file. */
import type { AllocationEvent } from '../event.js';
import type { TraceCounters, TraceHeader, TraceMark, TraceSink } from './format.js';
import type { TraceEvent } from './trace-event.js';
import type { Trace, TraceOutcome } from './trace.js';
import { bytesTraceSource, openTrace } from './trace.js';
import { TraceWriter } from './trace-writer.js';
import { SYNTHETIC_HEADER, writeSyntheticTrace, type SyntheticTraceOptions } from './synthetic-trace.js';

/** A sink in memory. */
export class MemorySink implements TraceSink {
  readonly parts: Uint8Array[] = [];
  write(bytes: Uint8Array): void {
    this.parts.push(bytes.slice());
  }
  /** All that was written. */
  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.parts));
  }
}

/** A header for traces of one heap of 64 KiB. */
export const SMALL_HEADER: TraceHeader = {
  program: 'test.elf',
  cpuHz: 160_000_000,
  idfVersion: 'v5.1.3',
  heaps: [{ name: 'DRAM', start: 0x3ffb0000, size: 0x10000 }],
};

/** An allocation event; fields not given are those of `malloc(16)` at 0x3ffb0010. */
export function allocationEvent(
  fields: Partial<Omit<AllocationEvent, 'chain' | 'chainLength'>> = {},
  chain: readonly number[] = [],
): AllocationEvent {
  return {
    kind: 'alloc',
    cycle: 0,
    core: 0,
    task: 0,
    operation: 'malloc',
    caps: 0x1000,
    size: 16,
    given: 16,
    address: 0x3ffb0010,
    oldAddress: 0,
    ...fields,
    chain: Uint32Array.from(chain),
    chainLength: chain.length,
  };
}

/** A `free` of `address`. */
export function freeEvent(address: number, cycle: number, chain: readonly number[] = []): AllocationEvent {
  return allocationEvent(
    { kind: 'free', operation: 'free', caps: 0, size: 0, given: 0, address, cycle },
    chain,
  );
}

/** Writes a trace in memory and opens it. */
export function traceOf(write: (writer: TraceWriter) => void, header = SMALL_HEADER, end = 1000): Trace {
  const sink = new MemorySink();
  const writer = new TraceWriter(sink, header);
  write(writer);
  writer.finish(end);
  return openTrace(bytesTraceSource(sink.bytes(), 'test.xht'));
}

/** The bytes of a synthetic trace. */
export function syntheticTrace(options: SyntheticTraceOptions): Uint8Array {
  const sink = new MemorySink();
  writeSyntheticTrace(new TraceWriter(sink, SYNTHETIC_HEADER), options);
  return sink.bytes();
}

/** Everything that a trace delivers. */
export function collect(trace: Trace): {
  events: TraceEvent[];
  marks: TraceMark[];
  counters: TraceCounters[];
  outcome: TraceOutcome;
} {
  const events: TraceEvent[] = [];
  const marks: TraceMark[] = [];
  const counters: TraceCounters[] = [];
  const outcome = trace.read({
    event: (event) => events.push({ ...event }),
    mark: (mark) => marks.push(mark),
    counters: (entry) => counters.push({ ...entry }),
  });
  return { events, marks, counters, outcome };
}
