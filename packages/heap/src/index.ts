/**
 * ESP-IDF's heap byte for byte in guest memory, other allocation policies, trace replay.
 *
 * @packageDocumentation
 */
export * from './memory.js';
export * from './errors.js';
export * from './observer.js';
export * from './allocator.js';
export * from './versions.js';
export * from './regions.js';
export * from './multi-heap.js';
export * from './heap-caps.js';
export * from './replay/index.js';
export * from './workload/index.js';
