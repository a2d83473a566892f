/** Questions to a trace. Each file answers one. */
export { LiveHeap } from './live-heap.js';
export { Grouping, GROUPINGS, type GroupBy, type GroupLabel, type Groupable } from './grouping.js';
export { pointCycle, readMarks, UnknownPointError } from './window.js';
export {
  findLeaks,
  type LeakGroup,
  type LeakOptions,
  type LeakReport,
  type RemainingBlock,
} from './leaks.js';
export {
  measureGrowth,
  MIN_PHASES,
  type GrowthGroup,
  type GrowthOptions,
  type GrowthReport,
  type GrowthVerdict,
} from './growth.js';
export { findPeak, type PeakGroup, type PeakReport } from './peak.js';
export {
  measureTotals,
  TOTALS_ORDERS,
  type TotalsGroup,
  type TotalsOrder,
  type TotalsReport,
} from './totals.js';
export { LIFETIME_BUCKETS, measureLifetimes, type LifetimeGroup, type LifetimeReport } from './lifetimes.js';
export { findOwners, type Ownership, type OwnerReport } from './owner.js';
export {
  BLOCK_HEADER_BYTES,
  explainFragmentation,
  type FragmentationOfHeap,
  type FragmentationReport,
  type FreeRange,
  type PinningBlock,
} from './fragmentation.js';
export { diffTraces, type DiffGroup, type DiffReport, type DiffSide } from './diff.js';
export { FreeSpace } from './free-space.js';
export { measureTimeline, type HeapTimeline, type Timeline } from './timeline.js';
export { measureOccupancy, type HeapOccupancy, type OccupancyReport } from './occupancy.js';
