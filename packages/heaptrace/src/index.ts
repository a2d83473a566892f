/**
 * Heap tracing on the device and from outside, call chains, analysis, exporters, report.
 *
 * @packageDocumentation
 */
export * from './event.js';
export { ChainTable } from './outside/chain-table.js';
export { LuaTracebackTable, type LuaPosition } from './outside/lua-traceback-table.js';
export { createTraceEvent, type TraceEvent } from './outside/trace-event.js';
export * from './standalone/index.js';
