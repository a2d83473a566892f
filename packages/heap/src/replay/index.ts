/** Reading, replaying and writing allocation traces. */
export * from './operations.js';
export * from './errors.js';
export { SlotTable } from './slots.js';
export type { ByteChunks } from './lines.js';
export { openTrace, type OpenOptions, type TraceFormat } from './open.js';
export { NO_SLOT, TraceChecker, type TraceTotals } from './checker.js';
export type { CycleMeter, ReplayFailure, ReplaySample } from './lane.js';
export {
  replay,
  type AllocatorReport,
  type ReplayOptions,
  type ReplayReport,
  type ReplayTarget,
} from './replay.js';
export { formatReplayCsv, formatReplayTable, type TableOptions } from './format-report.js';
export { writeRep, writeTextTrace, type ByteSink, type RepResult } from './write.js';
