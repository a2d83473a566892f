/** What the JSON beside object files states about their heap traffic (fixtures/programs, part "objects"). */

/** One frame of a stated call chain, innermost first. */
export interface ExpectedFrame {
  readonly fn: string;
  readonly file: string;
  /** Line of the call in `fn`. */
  readonly line: number;
  /** Where the call returns to; absent on inlined frames. */
  readonly ret?: { readonly object: string; readonly section: string; readonly offset: number };
  /** The frame has no stack frame of its own. */
  readonly inlined?: boolean;
}

/** An allocation site: a chain and what came of its blocks. */
export interface ExpectedAllocSite {
  readonly op: string;
  readonly chain: readonly ExpectedFrame[];
  readonly count: number;
  readonly freed: number;
  readonly moved_by_realloc: number;
  readonly sizes: Readonly<Record<string, number>>;
  /** [number of the heap call, size] of blocks live at the end. */
  readonly remain: readonly (readonly [number, number])[];
  readonly remain_count: number;
  readonly remain_bytes: number;
}

/** A site of `free`. */
export interface ExpectedFreeSite {
  readonly op: string;
  readonly chain: readonly ExpectedFrame[];
  readonly count: number;
  /** Calls that hit a live block. */
  readonly freed: number;
}

/** One run of `app_main`. */
export interface ExpectedRun {
  readonly which?: number;
  readonly calls: number;
  readonly alloc_sites: readonly ExpectedAllocSite[];
  readonly free_sites: readonly ExpectedFreeSite[];
  readonly bad_frees: readonly {
    readonly seq: number;
    readonly op: string;
    readonly chain: readonly ExpectedFrame[];
  }[];
  readonly printed: readonly string[];
  readonly remaining_blocks: number;
  readonly remaining_bytes: number;
}

/** A workload's file: one run, or `cases`, each with the value of the word `which`. */
export interface ExpectedWorkload extends Partial<ExpectedRun> {
  readonly workload: string;
  readonly objects: readonly string[];
  readonly entry: string;
  readonly cases?: readonly ExpectedRun[];
}

/** Is this JSON a workload's expectation? */
export function isExpectedWorkload(value: unknown): value is ExpectedWorkload {
  if (typeof value !== 'object' || value === null) return false;
  const { workload, objects, entry, cases, alloc_sites } = value as Partial<ExpectedWorkload>;
  return (
    typeof workload === 'string' &&
    typeof entry === 'string' &&
    Array.isArray(objects) &&
    objects.every((name) => typeof name === 'string') &&
    (Array.isArray(cases) || Array.isArray(alloc_sites))
  );
}

/** The runs of a workload. */
export function runsOf(workload: ExpectedWorkload): readonly ExpectedRun[] {
  return workload.cases ?? [workload as ExpectedRun];
}
