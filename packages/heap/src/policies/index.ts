/** Allocation policies on guest memory. */
export {
  allocatorNames,
  createAllocator,
  isAllocatorName,
  type AllocatorName,
  type AllocatorOptions,
} from './create.js';
export type { PolicyOptions } from './boundary-tags.js';
export { PolicyAssertError } from './corruption.js';
export { FirstFit } from './first-fit.js';
export { NextFit } from './next-fit.js';
export { BestFit } from './best-fit.js';
export { Buddy } from './buddy.js';
export { SegregatedFits } from './segregated.js';
export { TlsfHeap, type TlsfHeapOptions } from './tlsf.js';
