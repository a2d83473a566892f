/** Blocks that were allocated between two points and still live at the second one. */
import { Grouping, type GroupBy, type GroupLabel } from './grouping.js';
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** One block that remained. */
export interface RemainingBlock {
  readonly address: number;
  readonly size: number;
  readonly bornCycle: number;
}

/** What one group left behind. */
export interface LeakGroup extends GroupLabel {
  readonly blocks: number;
  readonly bytes: number;
  /** Of these blocks, how many were freed after the window: late rather than lost. */
  readonly freedLater: number;
  /** All allocations of the group inside the window, to tell "1 of 100" from "all". */
  readonly allocations: number;
  /** The first few blocks. */
  readonly examples: readonly RemainingBlock[];
}

/** Result of {@link findLeaks}. */
export interface LeakReport {
  readonly groups: readonly LeakGroup[];
  readonly blocks: number;
  readonly bytes: number;
  readonly outcome: TraceOutcome;
}

/** Options of {@link findLeaks}. */
export interface LeakOptions {
  /** First cycle of the window; default: the start. */
  readonly from?: number;
  /** Cycle at which a block must still live; default: the end. */
  readonly to?: number;
  readonly by?: GroupBy;
}

const EXAMPLES = 8;

interface Tally {
  blocks: number;
  bytes: number;
  freedLater: number;
  allocations: number;
  examples: RemainingBlock[];
}

/** Finds what was allocated in `[from, to)` and lives at `to`; largest group first. */
export function findLeaks(trace: Trace, options: LeakOptions = {}): LeakReport {
  const { from = 0, to = Infinity, by = 'chain' } = options;
  const heap = new LiveHeap();
  const grouping = new Grouping(trace, by);
  const tallies: Tally[] = [];
  const tally = (id: number): Tally =>
    (tallies[id] ??= { blocks: 0, bytes: 0, freedLater: 0, allocations: 0, examples: [] });
  /** Groups of the blocks that lived when the window closed, by row. */
  const remaining = new Map<number, number>();
  let closed = false;
  const close = (): void => {
    closed = true;
    for (const row of heap.rows()) {
      if (heap.bornCycle[row]! < from) continue;
      const id = grouping.id(groupable(heap, row));
      const entry = tally(id);
      entry.blocks++;
      entry.bytes += heap.size[row]!;
      if (entry.examples.length < EXAMPLES)
        entry.examples.push({
          address: heap.address[row]!,
          size: heap.size[row]!,
          bornCycle: heap.bornCycle[row]!,
        });
      remaining.set(row, id);
    }
  };
  const outcome = trace.read({
    event(event) {
      if (!closed && event.cycle >= to) close();
      heap.apply(event);
      if (closed) {
        if (heap.died >= 0) {
          const id = remaining.get(heap.died);
          // A realloc keeps the data alive under another name: not a release.
          if (id !== undefined && !heap.moved) tallies[id]!.freedLater++;
          remaining.delete(heap.died);
        }
      } else if (heap.born >= 0 && event.cycle >= from) tally(grouping.id(event)).allocations++;
    },
  });
  if (!closed) close();
  const groups = tallies
    .map((entry, id) => ({ ...grouping.label(id), ...entry }))
    .filter((group) => group.blocks > 0)
    .sort((a, b) => b.bytes - a.bytes || b.blocks - a.blocks || (a.key < b.key ? -1 : 1));
  return {
    groups,
    blocks: groups.reduce((sum, group) => sum + group.blocks, 0),
    bytes: groups.reduce((sum, group) => sum + group.bytes, 0),
    outcome,
  };
}

/** What a row's group depends on. */
export function groupable(
  heap: LiveHeap,
  row: number,
): { chain: number; lua: number; task: number; operation: string } {
  return {
    chain: heap.chain[row]!,
    lua: heap.lua[row]!,
    task: heap.task[row]!,
    operation: heap.operation[row]!,
  };
}
