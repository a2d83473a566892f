/** Points in a trace: a mark's name, a cycle, the start or the end. */
import type { TraceMark } from '../outside/format.js';
import type { Trace } from '../outside/trace.js';

/** A point of a trace that does not exist. */
export class UnknownPointError extends Error {
  constructor(
    readonly point: string,
    readonly marks: readonly TraceMark[],
  ) {
    const names = marks.map((mark) => `"${mark.name}"`);
    const shown = names.length > 12 ? [...names.slice(0, 12), '…'] : names;
    super(
      `no mark "${point}" in the trace; ` +
        (names.length === 0 ? 'it has no marks' : `its marks are ${shown.join(', ')}`) +
        ' (a number is taken as a cycle; "start" and "end" always work)',
    );
    this.name = 'UnknownPointError';
  }
}

/** All marks of a trace, and where it ends. */
export function readMarks(trace: Trace): { marks: TraceMark[]; end: number } {
  const marks: TraceMark[] = [];
  const { lastCycle } = trace.read({ mark: (mark) => marks.push(mark) });
  return { marks, end: lastCycle };
}

/**
 * The cycle of a point: the last mark of that name, else a number, else `start` (0) or `end` (beyond everything).
 * @throws {UnknownPointError} when it is none of these.
 */
export function pointCycle(marks: readonly TraceMark[], point: string): number {
  const mark = marks.findLast((candidate) => candidate.name === point);
  if (mark !== undefined) return mark.cycle;
  if (point === 'start') return 0;
  if (point === 'end') return Infinity;
  if (/^\d+$/.test(point)) return Number(point);
  throw new UnknownPointError(point, marks);
}
