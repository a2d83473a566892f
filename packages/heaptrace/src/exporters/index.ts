/** Other tools' formats. */
export { STACK_MEASURES, toCollapsed, type StackMeasure } from './collapsed.js';
export { toDhat, type DhatFile, type DhatProgramPoint } from './dhat.js';
export { toPprof } from './pprof.js';
export { toSpeedscope, type SpeedscopeFile } from './speedscope.js';
export { toChromeTrace, type ChromeTraceEvent, type ChromeTraceFile } from './chrome-trace.js';
export { toIdfDump, type IdfDumpOptions } from './idf-dump.js';
export { convertTrace } from './convert.js';
export { measureProgramPoints, type ProgramPoint, type ProgramPoints } from './program-points.js';
export { stackFrames, type StackKind } from './stacks.js';
