/**
 * Heap tracing on the device and from outside, call chains, analysis, exporters, report.
 *
 * @packageDocumentation
 */
export * from './event.js';
export * from './standalone/index.js';
export * from './services/index.js';
export * from './objects/index.js';
export * from './outside/index.js';
export * from './analysis/index.js';
export * from './symbols/index.js';
export * from './exporters/index.js';
export * from './report/index.js';
