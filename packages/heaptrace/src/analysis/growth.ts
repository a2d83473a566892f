/**
 * Growth over repeated phases: tells leaks from caches.
 *
 * A program that does the same thing again and again and marks each turn shows for every call chain a series: blocks alive
 * at each mark. A leak keeps rising; a cache rises and then stays; work in progress goes up and down.
 * The verdict looks at the second half of the phases: a straight line is fitted, and its slope must be clearly
 * above the scatter around it to count as rising.
 */
import { Grouping, type GroupBy, type GroupLabel } from './grouping.js';
import { groupable } from './leaks.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/**
 * - `leak`: rises to the end.
 * - `cache`: rose in the first half (or was filled in the first phases), stays in the second.
 * - `steady`: no trend.
 */
export type GrowthVerdict = 'leak' | 'cache' | 'steady';

/** One group's series. */
export interface GrowthGroup extends GroupLabel {
  readonly verdict: GrowthVerdict;
  /** Blocks and bytes alive at each mark. */
  readonly blocks: readonly number[];
  readonly bytes: readonly number[];
  /** Slope over the second half. */
  readonly blocksPerPhase: number;
  readonly bytesPerPhase: number;
}

/** Result of {@link measureGrowth}. */
export interface GrowthReport {
  /** Names of the marks that the series stand for. */
  readonly phases: readonly string[];
  /** Leaks first, most bytes per phase first. Groups that never had a block alive at a mark are left out. */
  readonly groups: readonly GrowthGroup[];
  readonly outcome: TraceOutcome;
}

/** Options of {@link measureGrowth}. */
export interface GrowthOptions {
  /** Which marks begin a phase; default: all. */
  readonly marks?: RegExp;
  /** Instead of marks: this many phases of equal time. For programs that mark nothing; phases then mean little by themselves. */
  readonly slices?: number;
  readonly by?: GroupBy;
}

/** A slope counts when it is so many times its own standard error (about one chance in a thousand for noise). */
const CERTAIN = 4;
/** Fewest marks that allow a verdict. */
export const MIN_PHASES = 4;

/** Measures what each group holds at each mark. With fewer than {@link MIN_PHASES} marks every verdict is `steady`. */
export function measureGrowth(trace: Trace, options: GrowthOptions = {}): GrowthReport {
  const { marks = /(?:)/, slices, by = 'chain' } = options;
  const end = slices === undefined ? 0 : trace.read({}).lastCycle;
  const heap = new LiveHeap();
  const grouping = new Grouping(trace, by);
  const phases: string[] = [];
  const blocks: number[] = [];
  const bytes: number[] = [];
  const seriesBlocks: number[][] = [];
  const seriesBytes: number[][] = [];
  const groupOfRow: number[] = [];
  const sample = (name: string): void => {
    for (let id = 0; id < grouping.count; id++) {
      (seriesBlocks[id] ??= new Array<number>(phases.length).fill(0)).push(blocks[id] ?? 0);
      (seriesBytes[id] ??= new Array<number>(phases.length).fill(0)).push(bytes[id] ?? 0);
    }
    phases.push(name);
  };
  const sliceUpTo = (cycle: number): void => {
    if (slices === undefined) return;
    while (phases.length < slices && cycle > (end * (phases.length + 1)) / slices)
      sample(`${phases.length + 1}/${slices}`);
  };
  const outcome = trace.read({
    event(event) {
      sliceUpTo(event.cycle);
      heap.apply(event);
      if (heap.died >= 0) {
        const id = groupOfRow[heap.died]!;
        blocks[id]!--;
        bytes[id]! -= heap.size[heap.died]!;
      }
      if (heap.born >= 0) {
        const id = grouping.id(groupable(heap, heap.born));
        groupOfRow[heap.born] = id;
        blocks[id] = (blocks[id] ?? 0) + 1;
        bytes[id] = (bytes[id] ?? 0) + event.size;
      }
    },
    mark(mark) {
      if (slices === undefined && marks.test(mark.name)) sample(mark.name);
    },
  });
  sliceUpTo(Infinity);
  const groups: GrowthGroup[] = [];
  for (let id = 0; id < seriesBlocks.length; id++) {
    const ofBlocks = seriesBlocks[id]!;
    const ofBytes = seriesBytes[id]!;
    if (ofBlocks.every((count) => count === 0)) continue;
    const half = Math.floor(phases.length / 2);
    groups.push({
      ...grouping.label(id),
      verdict: judge(ofBlocks, ofBytes),
      blocks: ofBlocks,
      bytes: ofBytes,
      blocksPerPhase: trend(ofBlocks.slice(half)).slope,
      bytesPerPhase: trend(ofBytes.slice(half)).slope,
    });
  }
  const rank = { leak: 0, cache: 1, steady: 2 };
  groups.sort(
    (a, b) =>
      rank[a.verdict] - rank[b.verdict] || b.bytesPerPhase - a.bytesPerPhase || (a.key < b.key ? -1 : 1),
  );
  return { phases, groups, outcome };
}

function judge(blocks: readonly number[], bytes: readonly number[]): GrowthVerdict {
  if (blocks.length < MIN_PHASES) return 'steady';
  const half = Math.floor(blocks.length / 2);
  // A buffer that grows in place (one block, ever larger) is a leak as well, so bytes count like blocks.
  for (const series of [blocks, bytes]) if (rises(series.slice(half)) && rises(series)) return 'leak';
  return rises(blocks.slice(0, half + 1)) || filled(blocks) ? 'cache' : 'steady';
}

/** Less at the first mark than ever in the second half, in which nearly nothing changes. */
function filled(series: readonly number[]): boolean {
  const later = series.slice(Math.floor(series.length / 2));
  const [least, most] = [Math.min(...later), Math.max(...later)];
  return series[0]! < least && most - least <= least / 20;
}

function rises(series: readonly number[]): boolean {
  const { slope, error } = trend(series);
  return slope > 0 && slope > CERTAIN * error;
}

/** Least-squares slope per step and its standard error. */
function trend(series: readonly number[]): { slope: number; error: number } {
  const n = series.length;
  if (n < 2) return { slope: 0, error: 0 };
  const middle = (n - 1) / 2;
  const mean = series.reduce((sum, value) => sum + value, 0) / n;
  let xx = 0;
  let xy = 0;
  series.forEach((value, index) => {
    xx += (index - middle) ** 2;
    xy += (index - middle) * (value - mean);
  });
  const slope = xy / xx;
  if (n === 2) return { slope, error: 0 };
  let rest = 0;
  series.forEach((value, index) => (rest += (value - mean - slope * (index - middle)) ** 2));
  return { slope, error: Math.sqrt(rest / (n - 2) / xx) };
}
