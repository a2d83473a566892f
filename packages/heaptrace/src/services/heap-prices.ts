/** What a heap function costs in guest cycles. */
import type { HeapModel } from './policy-heap.js';
import type { OperationKind } from './operations.js';

/** Cycles of the call that the heap has just served. */
export function heapCycles(_heap: HeapModel, kind: OperationKind): number {
  return kind === 'free' ? 706 : 960;
}
