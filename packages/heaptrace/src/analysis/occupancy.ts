/** How full each part of each heap is at one moment: the map in a terminal. */
import { BLOCK_HEADER_BYTES, heapRegions, regionOf } from './fragmentation.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** One heap cut into cells of equal size. */
export interface HeapOccupancy {
  readonly name: string;
  /** First byte of the first cell, a multiple of the cell's size. */
  readonly start: number;
  readonly end: number;
  readonly cellBytes: number;
  /** Bytes of live blocks and their headers in each cell. */
  readonly used: Float64Array;
  /** Lowest byte ever given out; what lies before it is the heap's own. */
  readonly lowest: number;
  readonly liveBlocks: number;
}

/** Result of {@link measureOccupancy}. */
export interface OccupancyReport {
  readonly heaps: readonly HeapOccupancy[];
  readonly outcome: TraceOutcome;
}

/**
 * Measures the occupancy of every heap in which blocks were seen, at `cycle` (default: at the end).
 * @param options.cells - Most cells for a heap; their size is a power of two of at least 16 bytes.
 */
export function measureOccupancy(
  trace: Trace,
  options: { cycle?: number; cells?: number } = {},
): OccupancyReport {
  const { cycle = Infinity, cells = 2048 } = options;
  const regions = heapRegions(trace);
  const live = new LiveHeap();
  const highest = regions.map(() => 0);
  const lowest = regions.map(() => Infinity);
  const outcome = trace.read({
    event(event) {
      if (event.cycle > cycle) return;
      live.apply(event);
      if (live.born < 0) return;
      const index = regionOf(regions, event.address);
      if (index < 0) return;
      lowest[index] = Math.min(lowest[index]!, event.address - BLOCK_HEADER_BYTES);
      highest[index] = Math.max(highest[index]!, event.address + live.given[live.born]!);
    },
  });
  const heaps = regions.map((region, index) => {
    const known = trace.header.heaps.length > 0;
    const low = known ? region.start : lowest[index]!;
    const end = known ? region.start + region.size : highest[index]!;
    let cellBytes = 16;
    while ((end - low) / cellBytes > cells - 1) cellBytes *= 2;
    const start = Math.floor(low / cellBytes) * cellBytes;
    const count = lowest[index] === Infinity ? 0 : Math.ceil((end - start) / cellBytes);
    return {
      name: region.name,
      start,
      end,
      cellBytes,
      used: new Float64Array(count),
      lowest: lowest[index]!,
      liveBlocks: 0,
    };
  });
  for (const row of live.rows()) {
    const heap = heaps[regionOf(regions, live.address[row]!)];
    if (heap === undefined) continue;
    heap.liveBlocks++;
    const from = live.address[row]! - BLOCK_HEADER_BYTES - heap.start;
    const to = from + BLOCK_HEADER_BYTES + live.given[row]!;
    const last = Math.min(heap.used.length - 1, Math.floor((to - 1) / heap.cellBytes));
    for (let cell = Math.max(0, Math.floor(from / heap.cellBytes)); cell <= last; cell++)
      heap.used[cell]! += Math.min(to, (cell + 1) * heap.cellBytes) - Math.max(from, cell * heap.cellBytes);
  }
  return { heaps: heaps.filter((heap) => heap.used.length > 0), outcome };
}
