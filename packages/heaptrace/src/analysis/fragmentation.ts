/**
 * Why the largest free range is not larger: which live blocks lie between free ranges, and who allocated them.
 *
 * A trace knows the blocks that it saw and the regions of its heaps. A region's bytes from the lowest block ever seen to
 * its end are taken as the heap's own; what no live block covers is taken as free. A block occupies its bytes and the
 * header of one word before it. Blocks from before the trace are therefore invisible: trace from the start.
 */
import { LiveHeap } from './live-heap.js';
import type { TraceHeap } from '../outside/format.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** Bytes in front of each block: TLSF's size word. */
export const BLOCK_HEADER_BYTES = 4;

/** A live block that keeps free ranges apart. */
export interface PinningBlock {
  readonly address: number;
  readonly size: number;
  readonly given: number;
  readonly chain: number;
  readonly lua: number;
  readonly task: number;
  readonly operation: string;
  readonly bornCycle: number;
  /** Free bytes on either side. */
  readonly freeBefore: number;
  readonly freeAfter: number;
  /** The free range that would arise without this block. */
  readonly wouldJoin: number;
}

/** A stretch of live blocks; `blocks` of them in a row without any free byte between. */
export interface FreeRange {
  readonly start: number;
  readonly size: number;
}

/** State of one heap at the moment asked for. */
export interface FragmentationOfHeap {
  readonly heap: TraceHeap;
  readonly freeBytes: number;
  readonly largestFree: number;
  readonly freeRanges: number;
  readonly liveBlocks: number;
  readonly liveBytes: number;
  /** 1 - largest / free: 0 = all free memory in one piece. */
  readonly fragmentation: number;
  /** The largest ranges, largest first. */
  readonly largest: readonly FreeRange[];
  /** Blocks whose end would help most: largest range that would arise, first. */
  readonly pinning: readonly PinningBlock[];
}

/** Result of {@link explainFragmentation}. */
export interface FragmentationReport {
  readonly cycle: number;
  readonly heaps: readonly FragmentationOfHeap[];
  readonly outcome: TraceOutcome;
}

/**
 * Explains the fragmentation of every heap at `cycle` (default: at the end).
 * @param options.top - How many ranges and blocks to name.
 */
export function explainFragmentation(
  trace: Trace,
  options: { cycle?: number; top?: number } = {},
): FragmentationReport {
  const { cycle = Infinity, top = 10 } = options;
  const live = new LiveHeap();
  const regions = heapRegions(trace);
  const lowest = regions.map(() => Infinity);
  let last = 0;
  const outcome = trace.read({
    event(event) {
      if (event.cycle > cycle) return;
      live.apply(event);
      last = event.cycle;
      if (live.born < 0) return;
      const index = regionOf(regions, event.address);
      if (index >= 0) lowest[index] = Math.min(lowest[index]!, event.address - BLOCK_HEADER_BYTES);
    },
  });
  const rows: number[][] = regions.map(() => []);
  for (const row of live.rows()) {
    const index = regionOf(regions, live.address[row]!);
    if (index >= 0) rows[index]!.push(row);
  }
  const heaps = regions.flatMap((heap, index) =>
    lowest[index] === Infinity ? [] : [explainHeap(heap, lowest[index]!, live, rows[index]!, top)],
  );
  return { cycle: cycle === Infinity ? outcome.lastCycle : Math.max(last, cycle), heaps, outcome };
}

function explainHeap(
  heap: TraceHeap,
  lowest: number,
  live: LiveHeap,
  rows: number[],
  top: number,
): FragmentationOfHeap {
  rows.sort((a, b) => live.address[a]! - live.address[b]!);
  const end = heap.start + heap.size;
  const ranges: FreeRange[] = [];
  const gaps: number[] = [];
  let at = lowest;
  let liveBytes = 0;
  for (const row of rows) {
    const start = live.address[row]! - BLOCK_HEADER_BYTES;
    const gap = Math.max(0, start - at);
    gaps.push(gap);
    if (gap > 0) ranges.push({ start: at, size: gap });
    at = Math.max(at, live.address[row]! + live.given[row]!);
    liveBytes += live.size[row]!;
  }
  const tail = Math.max(0, end - at);
  gaps.push(tail);
  if (tail > 0) ranges.push({ start: at, size: tail });
  const freeBytes = ranges.reduce((sum, range) => sum + range.size, 0);
  const largest = [...ranges].sort((a, b) => b.size - a.size || a.start - b.start);
  const largestFree = largest[0]?.size ?? 0;
  const pinning = rows
    .map((row, index) => ({
      address: live.address[row]!,
      size: live.size[row]!,
      given: live.given[row]!,
      chain: live.chain[row]!,
      lua: live.lua[row]!,
      task: live.task[row]!,
      operation: live.operation[row]!,
      bornCycle: live.bornCycle[row]!,
      freeBefore: gaps[index]!,
      freeAfter: gaps[index + 1]!,
      wouldJoin: gaps[index]! + BLOCK_HEADER_BYTES + live.given[row]! + gaps[index + 1]!,
    }))
    .filter((block) => block.freeBefore > 0 && block.freeAfter > 0)
    .sort((a, b) => b.wouldJoin - a.wouldJoin || a.address - b.address)
    .slice(0, top);
  return {
    heap,
    freeBytes,
    largestFree,
    freeRanges: ranges.length,
    liveBlocks: rows.length,
    liveBytes,
    fragmentation: freeBytes === 0 ? 0 : 1 - largestFree / freeBytes,
    largest: largest.slice(0, top),
    pinning,
  };
}

/** Heaps of a trace; the whole address space as one when the trace names none. */
export function heapRegions(trace: Trace): readonly TraceHeap[] {
  return trace.header.heaps.length > 0
    ? trace.header.heaps
    : [{ name: 'all addresses', start: 0, size: 0xffffffff }];
}

/** Index of the region that holds `address`, or -1. */
export function regionOf(regions: readonly TraceHeap[], address: number): number {
  for (let i = 0; i < regions.length; i++)
    if (address >= regions[i]!.start && address < regions[i]!.start + regions[i]!.size) return i;
  return -1;
}
