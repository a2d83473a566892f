/** How long blocks live: a histogram over powers of two of cycles, for all and for each group. */
import { Grouping, type GroupBy, type GroupLabel } from './grouping.js';
import { groupable } from './leaks.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** Buckets: bucket `k` counts blocks that lived `2^k ≤ cycles < 2^(k+1)`; bucket 0 also those of 0 cycles. */
export const LIFETIME_BUCKETS = 53;

/** One group's histogram. */
export interface LifetimeGroup extends GroupLabel {
  readonly buckets: readonly number[];
  /** Blocks that ended. */
  readonly ended: number;
  /** Blocks still alive. */
  readonly live: number;
  /** Median life in cycles of the blocks that ended, to the accuracy of a bucket; NaN when none did. */
  readonly median: number;
  /** Blocks that lived at most the limit for short-lived ones, and the bytes that went through them. */
  readonly shortLived: number;
  readonly shortLivedBytes: number;
}

/** Result of {@link measureLifetimes}. */
export interface LifetimeReport {
  readonly all: readonly number[];
  /** Most short-lived blocks first. */
  readonly groups: readonly LifetimeGroup[];
  readonly outcome: TraceOutcome;
}

interface Tally {
  buckets: number[];
  ended: number;
  live: number;
  shortLived: number;
  shortLivedBytes: number;
}

/**
 * Measures lifetimes. A block replaced by `realloc` ends there.
 * @param options.shortLived - Limit in cycles for "short-lived"; default 100 µs at the trace's clock rate.
 */
export function measureLifetimes(
  trace: Trace,
  options: { by?: GroupBy; shortLived?: number } = {},
): LifetimeReport {
  const { by = 'chain', shortLived = trace.header.cpuHz / 10_000 } = options;
  const heap = new LiveHeap();
  const grouping = new Grouping(trace, by);
  const all = new Array<number>(LIFETIME_BUCKETS).fill(0);
  const tallies: Tally[] = [];
  const groupOfRow: number[] = [];
  const outcome = trace.read({
    event(event) {
      heap.apply(event);
      if (heap.died >= 0) {
        const entry = tallies[groupOfRow[heap.died]!]!;
        const life = Math.max(0, event.cycle - heap.bornCycle[heap.died]!);
        const bucket = life < 1 ? 0 : Math.floor(Math.log2(life));
        entry.buckets[bucket]!++;
        all[bucket]!++;
        entry.ended++;
        entry.live--;
        if (life <= shortLived) {
          entry.shortLived++;
          entry.shortLivedBytes += heap.size[heap.died]!;
        }
      }
      if (heap.born >= 0) {
        const id = grouping.id(groupable(heap, heap.born));
        groupOfRow[heap.born] = id;
        tallies[id] ??= {
          buckets: new Array<number>(LIFETIME_BUCKETS).fill(0),
          ended: 0,
          live: 0,
          shortLived: 0,
          shortLivedBytes: 0,
        };
        tallies[id].live++;
      }
    },
  });
  const groups = tallies
    .map((entry, id) => ({ ...grouping.label(id), ...entry, median: median(entry.buckets, entry.ended) }))
    .sort((a, b) => b.shortLived - a.shortLived || (a.key < b.key ? -1 : 1));
  return { all, groups, outcome };
}

function median(buckets: readonly number[], count: number): number {
  let seen = 0;
  for (let bucket = 0; bucket < buckets.length; bucket++)
    if ((seen += buckets[bucket]!) * 2 >= count && count > 0) return 2 ** bucket * 1.5;
  return NaN;
}
