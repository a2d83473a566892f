/**
 * Collapsed stacks, one line each: frames from the outside to the inside, separated by semicolons, a blank, a number.
 * Read by flamegraph.pl, speedscope, inferno and others.
 */
import { measureProgramPoints, type ProgramPoint } from './program-points.js';
import { stackFrames, type StackKind } from './stacks.js';
import { framePlace } from '../symbols/labels.js';
import type { Trace } from '../outside/trace.js';

/** What the number of a stack is. */
export type StackMeasure = 'live-bytes' | 'live-blocks' | 'peak-bytes' | 'total-bytes' | 'total-blocks';

export const STACK_MEASURES: readonly StackMeasure[] = [
  'live-bytes',
  'live-blocks',
  'peak-bytes',
  'total-bytes',
  'total-blocks',
];

/** The number of a program point that a measure names. */
export function measureOf(point: ProgramPoint, measure: StackMeasure): number {
  switch (measure) {
    case 'live-bytes':
      return point.liveBytes;
    case 'live-blocks':
      return point.liveBlocks;
    case 'peak-bytes':
      return point.peakBytes;
    case 'total-bytes':
      return point.bytes;
    case 'total-blocks':
      return point.blocks;
  }
}

/** Writes a trace as collapsed stacks; default measure: bytes of all allocations. Stacks with 0 are left out. */
export function toCollapsed(
  trace: Trace,
  options: { measure?: StackMeasure; stacks?: StackKind } = {},
): string {
  const { measure = 'total-bytes', stacks = 'native' } = options;
  const sums = new Map<string, number>();
  for (const point of measureProgramPoints(trace).points) {
    const value = measureOf(point, measure);
    if (value === 0) continue;
    const names = stackFrames(trace, point.chain, point.lua, stacks).map((frame) => {
      const place = framePlace(frame);
      return clean(place === '' ? frame.function : `${frame.function} (${place})`);
    });
    const line = names.reverse().join(';');
    sums.set(line, (sums.get(line) ?? 0) + value);
  }
  return [...sums].map(([line, value]) => `${line} ${value}\n`).join('');
}

/** Takes out what separates frames and stacks. */
function clean(name: string): string {
  return name.replace(/[;\r\n]/g, '_');
}
