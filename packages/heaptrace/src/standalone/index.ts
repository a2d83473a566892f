/** ESP-IDF's standalone heap tracing. */
export {
  ESP_ERR_INVALID_ARG,
  ESP_ERR_INVALID_STATE,
  ESP_ERR_NOT_SUPPORTED,
  ESP_OK,
  HEAP_TRACE_ALL,
  HEAP_TRACE_LEAKS,
  HeapTraceConfigError,
  HeapTraceStandalone,
  filterCallers,
  heapTraceStateBytes,
  type HeapTraceConfig,
  type HeapTraceRecord,
  type HeapTraceSummary,
} from './heap-trace-standalone.js';
export { STATE as HEAP_TRACE_STATE, recordLayout, traceRecordLayout, type RecordLayout } from './layout.js';
export { HeapTraceFault, type TraceFaultKind } from './memory.js';
export type { Allocator, OwnedRecords } from './owned-records.js';
export type { TraceWork } from './work.js';
export { isExecutable } from './executable.js';
export {
  TRACE_VERSIONS,
  UnknownIdfVersionError,
  parseIdfVersion,
  traceVersion,
  type TraceVersion,
} from './versions.js';
