/** Totals of a whole trace by group: how much, how often, how long, how much remains. */
import { Grouping, type GroupBy, type GroupLabel } from './grouping.js';
import { groupable } from './leaks.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** One group's totals. */
export interface TotalsGroup extends GroupLabel {
  /** Blocks that came into being, reallocations included. */
  readonly allocations: number;
  /** Bytes asked for in all of them. */
  readonly bytes: number;
  /** Of these allocations, how many were reallocations of an existing block. */
  readonly reallocations: number;
  readonly failures: number;
  readonly liveBlocks: number;
  readonly liveBytes: number;
  /** Most bytes that the group had alive at once. */
  readonly peakBytes: number;
  /** Mean life of the blocks that ended, in cycles; NaN when none did. */
  readonly meanLifetime: number;
  /** Blocks that ended before any other block was allocated: their buffer could have been a local variable. */
  readonly temporary: number;
}

/** Result of {@link measureTotals}. */
export interface TotalsReport {
  readonly groups: readonly TotalsGroup[];
  readonly allocations: number;
  readonly bytes: number;
  readonly frees: number;
  readonly failures: number;
  readonly liveBlocks: number;
  readonly liveBytes: number;
  readonly peakBytes: number;
  readonly unknownFrees: number;
  readonly unseenFrees: number;
  readonly outcome: TraceOutcome;
}

/** What a table of totals can be ordered by. */
export type TotalsOrder = 'bytes' | 'count' | 'live' | 'peak' | 'temporary' | 'lifetime';
export const TOTALS_ORDERS: readonly TotalsOrder[] = [
  'bytes',
  'count',
  'live',
  'peak',
  'temporary',
  'lifetime',
];

interface Tally {
  allocations: number;
  bytes: number;
  reallocations: number;
  failures: number;
  liveBlocks: number;
  liveBytes: number;
  peakBytes: number;
  lifetimes: number;
  ended: number;
  temporary: number;
}

/** Measures totals by group; the first group has most of what `order` names. */
export function measureTotals(
  trace: Trace,
  options: { by?: GroupBy; order?: TotalsOrder; from?: number; to?: number } = {},
): TotalsReport {
  const { by = 'chain', order = 'bytes', from = 0, to = Infinity } = options;
  const heap = new LiveHeap();
  const grouping = new Grouping(trace, by);
  const tallies: Tally[] = [];
  const groupOfRow: number[] = [];
  const all = { allocations: 0, bytes: 0, frees: 0, failures: 0, peakBytes: 0 };
  let bearings = 0;
  const bearingOfRow: number[] = [];
  const tally = (id: number): Tally =>
    (tallies[id] ??= {
      allocations: 0,
      bytes: 0,
      reallocations: 0,
      failures: 0,
      liveBlocks: 0,
      liveBytes: 0,
      peakBytes: 0,
      lifetimes: 0,
      ended: 0,
      temporary: 0,
    });
  const outcome = trace.read({
    event(event) {
      if (event.cycle >= to) return;
      heap.apply(event);
      const counted = event.cycle >= from;
      if (event.kind === 'free' && counted) all.frees++;
      if (event.kind === 'fail' && counted) {
        all.failures++;
        tally(grouping.id(event)).failures++;
      }
      if (heap.died >= 0) {
        const row = heap.died;
        const entry = tallies[groupOfRow[row]!]!;
        entry.liveBlocks--;
        entry.liveBytes -= heap.size[row]!;
        if (counted) {
          entry.ended++;
          entry.lifetimes += event.cycle - heap.bornCycle[row]!;
          if (bearingOfRow[row] === bearings && !heap.moved) entry.temporary++;
        }
      }
      if (heap.born >= 0) {
        const id = grouping.id(groupable(heap, heap.born));
        groupOfRow[heap.born] = id;
        bearingOfRow[heap.born] = ++bearings;
        const entry = tally(id);
        entry.liveBlocks++;
        entry.liveBytes += event.size;
        if (counted) {
          entry.allocations++;
          entry.bytes += event.size;
          if (heap.moved) entry.reallocations++;
          all.allocations++;
          all.bytes += event.size;
        }
        if (entry.liveBytes > entry.peakBytes) entry.peakBytes = entry.liveBytes;
        if (heap.liveBytes > all.peakBytes) all.peakBytes = heap.liveBytes;
      }
    },
  });
  const groups = tallies.map(({ lifetimes, ended, ...entry }, id) => ({
    ...grouping.label(id),
    ...entry,
    meanLifetime: lifetimes / ended,
  }));
  const value: Record<TotalsOrder, (group: TotalsGroup) => number> = {
    bytes: (group) => group.bytes,
    count: (group) => group.allocations,
    live: (group) => group.liveBytes,
    peak: (group) => group.peakBytes,
    temporary: (group) => group.temporary,
    lifetime: (group) => (Number.isNaN(group.meanLifetime) ? Infinity : group.meanLifetime),
  };
  const ordered = groups.sort((a, b) => {
    const [x, y] = [value[order](a), value[order](b)];
    return x === y ? (a.key < b.key ? -1 : 1) : y - x;
  });
  return {
    groups: ordered,
    ...all,
    liveBlocks: heap.liveBlocks,
    liveBytes: heap.liveBytes,
    unknownFrees: heap.unknownFrees,
    unseenFrees: heap.unseenFrees,
    outcome,
  };
}
