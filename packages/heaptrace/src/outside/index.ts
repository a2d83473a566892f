/** The outside trace: writing, reading, and a made-up firmware to try it on. */
export { ChainTable } from './chain-table.js';
export { LuaTracebackTable, type LuaPosition } from './lua-traceback-table.js';
export { createTraceEvent, type TraceEvent } from './trace-event.js';
export {
  TraceFormatError,
  TraceWriteError,
  TRACE_VERSION,
  type SourceFrame,
  type TraceCounters,
  type TraceHeader,
  type TraceHeap,
  type TraceMark,
  type TraceSink,
  type TraceSymbols,
} from './format.js';
export { TraceWriter, type TraceWriterOptions } from './trace-writer.js';
export { JsonLinesWriter } from './json-lines-writer.js';
export {
  bytesTraceSource,
  openTrace,
  type Trace,
  type TraceConsumer,
  type TraceOutcome,
  type TraceSource,
} from './trace.js';
export { fileTraceSink, fileTraceSource } from './trace-file.js';
export {
  SYNTHETIC_HEADER,
  syntheticSymbols,
  writeSyntheticTrace,
  type SyntheticTraceOptions,
} from './synthetic-trace.js';
