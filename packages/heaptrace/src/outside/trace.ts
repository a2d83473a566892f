/** A trace as analyses see it, whatever form it has on disk, and the way to open one. */
import type { ChainTable } from './chain-table.js';
import {
  TraceFormatError,
  type TraceCounters,
  type TraceHeader,
  type TraceMark,
  type SourceFrame,
} from './format.js';
import type { LuaTracebackTable } from './lua-traceback-table.js';
import type { TraceEvent } from './trace-event.js';
import { BinaryTrace } from './binary-trace.js';
import { JsonLinesTrace } from './json-lines-trace.js';

/** Bytes that can be read from the start as often as needed. */
export interface TraceSource {
  /** Name for messages, usually the path. */
  readonly name: string;
  /** The bytes from the start, in pieces of any size. */
  open(): Iterable<Uint8Array>;
}

/** Takes part in the reading of a trace. Objects handed in are reused: copy what is kept. */
export interface TraceConsumer {
  event?(event: Readonly<TraceEvent>): void;
  mark?(mark: TraceMark): void;
  counters?(counters: Readonly<TraceCounters>): void;
}

/** How reading ended. */
export interface TraceOutcome {
  /** Events delivered. */
  readonly events: number;
  /** Clock of the last record, or of the end record when there is one. */
  readonly lastCycle: number;
  /**
   * Undefined when the trace is whole. Else why it is not, such as "ends in the middle of a chunk at byte 81920";
   * everything before that point was delivered.
   */
  readonly damage?: string;
}

/** An open trace. */
export interface Trace {
  readonly name: string;
  readonly header: TraceHeader;
  /** Chains met so far; after a {@link read}, all. */
  readonly chains: ChainTable;
  readonly luaTracebacks: LuaTracebackTable;
  /** Task names by address of the control block; a task without a name has an empty one. */
  readonly tasks: ReadonlyMap<number, string>;
  /** Symbols that the trace carries; filled when a {@link read} has come to the end. */
  readonly symbols: ReadonlyMap<number, readonly SourceFrame[]>;
  /**
   * Delivers all records in order. May be called again: identifiers of chains and tracebacks stay the same.
   * @throws {TraceFormatError} for content that no cut or bit error explains: unknown records, impossible references.
   */
  read(consumer: TraceConsumer): TraceOutcome;
}

/** Names the bytes of a trace that is in memory. */
export function bytesTraceSource(bytes: Uint8Array, name = 'trace'): TraceSource {
  return { name, open: () => [bytes] };
}

/**
 * Opens a trace in binary form or as JSON lines, told apart by their first byte.
 * @throws {TraceFormatError} when it is neither, or of another version.
 */
export function openTrace(source: TraceSource): Trace {
  for (const piece of source.open()) {
    if (piece.length === 0) continue;
    return piece[0] === 0x7b ? new JsonLinesTrace(source) : new BinaryTrace(source);
  }
  throw new TraceFormatError(source.name, 0, 'the file is empty; expected a heap trace of xtal');
}
