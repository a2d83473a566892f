/** The moment at which most bytes were live, and whose they were. */
import { Grouping, type GroupBy, type GroupLabel } from './grouping.js';
import { groupable } from './leaks.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** One group's part in the peak. */
export interface PeakGroup extends GroupLabel {
  readonly blocks: number;
  readonly bytes: number;
}

/** Result of {@link findPeak}. */
export interface PeakReport {
  /** Clock of the event that reached the peak. */
  readonly cycle: number;
  /** Number of that event, from 0. */
  readonly event: number;
  readonly bytes: number;
  readonly blocks: number;
  /** Largest part first. */
  readonly groups: readonly PeakGroup[];
  readonly outcome: TraceOutcome;
}

/** Finds the peak of live bytes (as asked for) in `[from, to)`; the first of equal ones. Reads the trace twice. */
export function findPeak(
  trace: Trace,
  options: { from?: number; to?: number; by?: GroupBy } = {},
): PeakReport {
  const { from = 0, to = Infinity, by = 'chain' } = options;
  const first = new LiveHeap();
  const peak = { cycle: 0, event: -1, bytes: 0, blocks: 0 };
  const outcome = trace.read({
    event(event) {
      first.apply(event);
      if (first.liveBytes > peak.bytes && event.cycle >= from && event.cycle < to) {
        peak.cycle = event.cycle;
        peak.event = first.events - 1;
        peak.bytes = first.liveBytes;
        peak.blocks = first.liveBlocks;
      }
    },
  });
  const heap = new LiveHeap();
  trace.read({
    event(event) {
      if (heap.events <= peak.event) heap.apply(event);
    },
  });
  const grouping = new Grouping(trace, by);
  const totals: { blocks: number; bytes: number }[] = [];
  for (const row of heap.rows()) {
    const total = (totals[grouping.id(groupable(heap, row))] ??= { blocks: 0, bytes: 0 });
    total.blocks++;
    total.bytes += heap.size[row]!;
  }
  const groups = totals
    .map((total, id) => ({ ...grouping.label(id), ...total }))
    .sort((a, b) => b.bytes - a.bytes || (a.key < b.key ? -1 : 1));
  return { ...peak, groups, outcome };
}
