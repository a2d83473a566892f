/**
 * What every exporter of stacks needs: totals for each combination of call chain and Lua traceback, with the state at the
 * peak of the whole heap and at the end.
 */
import { findPeak } from '../analysis/peak.js';
import { LiveHeap } from '../analysis/live-heap.js';
import type { Trace } from '../outside/trace.js';

/** Totals of one chain and traceback. Bytes are bytes asked for; lifetimes are in cycles. */
export interface ProgramPoint {
  readonly chain: number;
  readonly lua: number;
  /** Blocks made, reallocations included, and their bytes. */
  blocks: number;
  bytes: number;
  /** Sum of the lives of all its blocks; those that still live count up to the end. */
  lifetimes: number;
  liveBlocks: number;
  liveBytes: number;
  /** When its own live bytes were most. */
  maxBlocks: number;
  maxBytes: number;
  /** When the live bytes of the whole heap were most. */
  peakBlocks: number;
  peakBytes: number;
}

/** All program points and the two moments that they refer to. */
export interface ProgramPoints {
  readonly points: readonly ProgramPoint[];
  readonly peakCycle: number;
  readonly endCycle: number;
}

/** Measures all program points. Reads the trace three times. */
export function measureProgramPoints(trace: Trace): ProgramPoints {
  const { event: peakEvent, cycle: peakCycle } = findPeak(trace);
  const heap = new LiveHeap();
  const points: ProgramPoint[] = [];
  const byKey = new Map<number, ProgramPoint>();
  const pointOfRow: ProgramPoint[] = [];
  const outcome = trace.read({
    event(event) {
      heap.apply(event);
      if (heap.died >= 0) {
        const point = pointOfRow[heap.died]!;
        point.liveBlocks--;
        point.liveBytes -= heap.size[heap.died]!;
        point.lifetimes += Math.max(0, event.cycle - heap.bornCycle[heap.died]!);
      }
      if (heap.born >= 0) {
        const key = event.chain * 0x10_0000 + event.lua;
        let point = byKey.get(key);
        if (point === undefined) {
          point = emptyPoint(event.chain, event.lua);
          byKey.set(key, point);
          points.push(point);
        }
        pointOfRow[heap.born] = point;
        point.blocks++;
        point.bytes += event.size;
        point.liveBlocks++;
        point.liveBytes += event.size;
        if (point.liveBytes > point.maxBytes) {
          point.maxBytes = point.liveBytes;
          point.maxBlocks = point.liveBlocks;
        }
      }
      if (heap.events - 1 === peakEvent)
        for (const point of points) {
          point.peakBlocks = point.liveBlocks;
          point.peakBytes = point.liveBytes;
        }
    },
  });
  for (const row of heap.rows())
    pointOfRow[row]!.lifetimes += Math.max(0, outcome.lastCycle - heap.bornCycle[row]!);
  return { points, peakCycle, endCycle: outcome.lastCycle };
}

function emptyPoint(chain: number, lua: number): ProgramPoint {
  return {
    chain,
    lua,
    blocks: 0,
    bytes: 0,
    lifetimes: 0,
    liveBlocks: 0,
    liveBytes: 0,
    maxBlocks: 0,
    maxBytes: 0,
    peakBlocks: 0,
    peakBytes: 0,
  };
}
