/** What changed from one trace to another: group by group, matched by what the groups are called. */
import type { GroupBy, GroupLabel } from './grouping.js';
import { measureTotals, type TotalsGroup, type TotalsReport } from './totals.js';
import type { Trace } from '../outside/trace.js';

/** One group in both traces; a side where it does not occur has zeros. */
export interface DiffGroup extends GroupLabel {
  readonly before: DiffSide;
  readonly after: DiffSide;
}

/** The numbers that are compared. */
export interface DiffSide {
  readonly allocations: number;
  readonly bytes: number;
  readonly liveBlocks: number;
  readonly liveBytes: number;
  readonly peakBytes: number;
}

/** Result of {@link diffTraces}. */
export interface DiffReport {
  readonly before: TotalsReport;
  readonly after: TotalsReport;
  /** Groups with any difference, the largest change of live bytes first, then of bytes. */
  readonly groups: readonly DiffGroup[];
  /** Groups without a difference. */
  readonly same: number;
}

const NOTHING: DiffSide = { allocations: 0, bytes: 0, liveBlocks: 0, liveBytes: 0, peakBytes: 0 };

/**
 * Compares two traces. With symbols, chains match by function, file and line, so that a program built anew still
 * matches where its source did not change.
 */
export function diffTraces(before: Trace, after: Trace, options: { by?: GroupBy } = {}): DiffReport {
  const by = options.by ?? 'chain';
  const totalsBefore = measureTotals(before, { by });
  const totalsAfter = measureTotals(after, { by });
  const groups = new Map<string, { label: GroupLabel; before: DiffSide; after: DiffSide }>();
  for (const [side, totals] of [
    ['before', totalsBefore],
    ['after', totalsAfter],
  ] as const)
    for (const group of totals.groups) {
      const entry = groups.get(group.key) ?? { label: group, before: NOTHING, after: NOTHING };
      entry[side] = added(entry[side], group);
      groups.set(group.key, entry);
    }
  const changed: DiffGroup[] = [];
  for (const { label, ...sides } of groups.values())
    if (
      (Object.keys(NOTHING) as (keyof DiffSide)[]).some((field) => sides.before[field] !== sides.after[field])
    )
      changed.push({
        key: label.key,
        title: label.title,
        frames: label.frames,
        chain: label.chain,
        ...sides,
      });
  const change = (group: DiffGroup, field: keyof DiffSide): number =>
    Math.abs(group.after[field] - group.before[field]);
  changed.sort(
    (a, b) =>
      change(b, 'liveBytes') - change(a, 'liveBytes') ||
      change(b, 'bytes') - change(a, 'bytes') ||
      (a.key < b.key ? -1 : 1),
  );
  return { before: totalsBefore, after: totalsAfter, groups: changed, same: groups.size - changed.length };
}

function added(side: DiffSide, group: TotalsGroup): DiffSide {
  return {
    allocations: side.allocations + group.allocations,
    bytes: side.bytes + group.bytes,
    liveBlocks: side.liveBlocks + group.liveBlocks,
    liveBytes: side.liveBytes + group.liveBytes,
    peakBytes: side.peakBytes + group.peakBytes,
  };
}
