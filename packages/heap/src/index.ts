/**
 * ESP-IDF's heap byte for byte in guest memory, other allocation policies, trace replay.
 *
 * @packageDocumentation
 */
export { createHeapMemory, type HeapMemory } from './memory.js';
export * from './errors.js';
export * from './observer.js';
export * from './allocator.js';
export * from './versions.js';
export * from './regions.js';
export {
  BLOCK_HEADER_SIZE,
  BLOCK_OVERHEAD,
  BLOCK_SIZE_MIN,
  CONTROL_SIZE,
  TlsfReader,
  type TlsfCheckHook,
  type TlsfWalker,
} from './tlsf-reader.js';
export * from './tlsf.js';
export * from './poisoning.js';
export * from './multi-heap.js';
export type { HeapDescriptor } from './heap-list.js';
export { HeapCaps } from './heap-caps.js';
export * from './heap-registry.js';
export * from './policies/index.js';
export * from './replay/index.js';
export * from './workload/index.js';
export * from './introspection.js';
export * from './cycles.js';
