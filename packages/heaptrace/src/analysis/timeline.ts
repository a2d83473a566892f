/** Live bytes, live blocks, free bytes and the largest free range over time, in a fixed number of steps. */
import { BLOCK_HEADER_BYTES, heapRegions, regionOf } from './fragmentation.js';
import { FreeSpace } from './free-space.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** Regions larger than this get no largest-free series (the tree over their words would be too big). */
const LARGEST_REGION = 1 << 26;

/** Series of one heap. All arrays have one value for each step: the state at the end of that step. */
export interface HeapTimeline {
  readonly name: string;
  readonly freeBytes: Float64Array;
  /** The smallest that the largest free range was during the step: what a large request would have met. */
  readonly largestFree: Float64Array;
}

/** Result of {@link measureTimeline}. */
export interface Timeline {
  /** Clock at the end of each step. */
  readonly cycles: Float64Array;
  readonly liveBytes: Float64Array;
  /** Most bytes live during the step. */
  readonly peakBytes: Float64Array;
  readonly liveBlocks: Float64Array;
  /** Failed allocations during the step. */
  readonly failures: Float64Array;
  /** One for each heap of the trace in which blocks were seen. */
  readonly heaps: readonly HeapTimeline[];
  readonly outcome: TraceOutcome;
}

/**
 * The regions in which blocks were seen, from the lowest byte ever used (below lies the heap's own control structure)
 * to the region's end; `used` is the end of the highest block.
 */
export function usedRegions(
  trace: Trace,
): { index: number; name: string; start: number; end: number; used: number }[] {
  const regions = heapRegions(trace);
  const lowest = regions.map(() => Infinity);
  const highest = regions.map(() => 0);
  trace.read({
    event(event) {
      if (event.address === 0) return;
      const index = regionOf(regions, event.address);
      if (index < 0) return;
      lowest[index] = Math.min(lowest[index]!, event.address - BLOCK_HEADER_BYTES);
      highest[index] = Math.max(highest[index]!, event.address + Math.max(event.given, event.size));
    },
  });
  return regions.flatMap((region, index) =>
    lowest[index] === Infinity
      ? []
      : [
          {
            index,
            name: region.name,
            start: lowest[index]!,
            end: trace.header.heaps.length > 0 ? region.start + region.size : highest[index]!,
            used: highest[index]!,
          },
        ],
  );
}

/**
 * Measures the series. Reads the trace twice.
 * @param steps - How many steps of equal time.
 */
export function measureTimeline(trace: Trace, steps = 1000): Timeline {
  const regions = usedRegions(trace);
  const spaces = regions.map(({ start, end }) =>
    end - start <= LARGEST_REGION ? new FreeSpace(start, end - start) : undefined,
  );
  const end = trace.read({}).lastCycle;
  const cycles = Float64Array.from({ length: steps }, (_, step) => (end * (step + 1)) / steps);
  const column = (): Float64Array => new Float64Array(steps);
  const series = { liveBytes: column(), peakBytes: column(), liveBlocks: column(), failures: column() };
  const heaps = regions.map(({ name }) => ({ name, freeBytes: column(), largestFree: column() }));
  const live = new LiveHeap();
  const smallest = spaces.map((space) => space?.largestFree ?? NaN);
  let step = 0;
  let peak = 0;
  const close = (): void => {
    series.liveBytes[step] = live.liveBytes;
    series.liveBlocks[step] = live.liveBlocks;
    series.peakBytes[step] = peak;
    heaps.forEach((heap, index) => {
      heap.freeBytes[step] = spaces[index]?.freeBytes ?? NaN;
      heap.largestFree[step] = smallest[index]!;
      smallest[index] = spaces[index]?.largestFree ?? NaN;
    });
    peak = live.liveBytes;
    step++;
  };
  const spaceOf = (address: number): number =>
    regions.findIndex((r) => address >= r.start && address < r.end);
  const outcome = trace.read({
    event(event) {
      while (step < steps - 1 && event.cycle > cycles[step]!) close();
      live.apply(event);
      if (event.kind === 'fail') series.failures[step]!++;
      for (const [row, taken] of [
        [live.died, false],
        [live.born, true],
      ] as const) {
        if (row < 0) continue;
        const index = spaceOf(live.address[row]!);
        const space = spaces[index];
        if (space === undefined) continue;
        const start = live.address[row]! - BLOCK_HEADER_BYTES;
        const size = live.given[row]! + BLOCK_HEADER_BYTES;
        if (taken) {
          space.occupy(start, size);
          if (space.largestFree < smallest[index]!) smallest[index] = space.largestFree;
        } else space.release(start, size);
      }
      if (live.liveBytes > peak) peak = live.liveBytes;
    },
  });
  while (step < steps) close();
  return { cycles, ...series, heaps, outcome };
}
