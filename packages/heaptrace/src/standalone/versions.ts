/**
 * What differs between ESP-IDF releases in `heap_trace_standalone.c` and `heap_trace.inc`, as data.
 * Source: facts/heap §6 and §8, checked against vectors/heaptrace.
 */

/** One row of {@link TRACE_VERSIONS}: holds from release `from` until the next row. */
export interface TraceVersion {
  /** First release with this behaviour: [major, minor, patch]. */
  readonly from: readonly [number, number, number];
  /** How records are kept: an array moved with memmove, or two linked lists (recorded, unused). */
  readonly records: 'array' | 'lists';
  /** Hash buckets: none, doubly linked (appended at the tail), or singly linked (pushed at the head). */
  readonly buckets: 'none' | 'tailq' | 'slist';
  /** Upper limit of CONFIG_HEAP_TRACING_STACK_DEPTH. */
  readonly maxDepth: number;
  /** Upper limit of CONFIG_HEAP_TRACE_HASH_MAP_SIZE (0 = there is no hash map). */
  readonly maxHashMapSize: number;
  /** The record has a `freed` word after `size`. */
  readonly freedFlag: boolean;
  /** `tracing` is an enum (started, stopped, allocations paused, unknown) instead of a bool. */
  readonly stateEnum: boolean;
  /** `heap_trace_init_standalone(buffer, 0)` is accepted, and clears the buffer. */
  readonly initAcceptsZero: boolean;
  /** `heap_trace_summary` and `heap_trace_dump_caps` exist, and so does the high water mark. */
  readonly summary: boolean;
  /** A failed allocation makes a record with address NULL, and free(NULL) counts. */
  readonly recordsNull: boolean;
  /** The first return address that is not executable stays in its slot of the call chain. */
  readonly keepsBadCaller: boolean;
  /** Text of `heap_trace_dump`. */
  readonly dump: 'newlib' | 'rom' | 'rom-freed';
  /** `wrap`: undefined references to nine functions go through the recorder; `base`: the base functions do. */
  readonly hooks: 'wrap' | 'base';
}

const V3 = {
  records: 'array',
  buckets: 'none',
  maxDepth: 10,
  maxHashMapSize: 0,
  freedFlag: false,
  stateEnum: false,
  initAcceptsZero: true,
  summary: false,
  recordsNull: true,
  keepsBadCaller: true,
  dump: 'newlib',
  hooks: 'wrap',
} as const;
const V4_0 = { ...V3, recordsNull: false } as const;
const V4_1 = { ...V4_0, keepsBadCaller: false } as const;
const V5_1 = {
  ...V4_1,
  records: 'lists',
  buckets: 'tailq',
  maxHashMapSize: 10_000,
  initAcceptsZero: false,
  summary: true,
  dump: 'rom',
} as const;
const V5_2 = { ...V5_1, buckets: 'slist', maxDepth: 32 } as const;
const V5_3 = { ...V5_2, hooks: 'base' } as const;
const V5_4 = { ...V5_3, stateEnum: true } as const;
const V5_5 = { ...V5_4, freedFlag: true, dump: 'rom-freed' } as const;

/** Oldest first. Backports (the base hooks of 5.1.5 and 5.2.3) have rows of their own. */
export const TRACE_VERSIONS: readonly TraceVersion[] = [
  { from: [3, 3, 0], ...V3 },
  { from: [4, 0, 0], ...V4_0 },
  { from: [4, 1, 0], ...V4_1 },
  { from: [5, 1, 0], ...V5_1 },
  { from: [5, 1, 5], ...V5_1, hooks: 'base' },
  { from: [5, 2, 0], ...V5_2 },
  { from: [5, 2, 3], ...V5_2, hooks: 'base' },
  { from: [5, 3, 0], ...V5_3 },
  { from: [5, 4, 0], ...V5_4 },
  { from: [5, 5, 0], ...V5_5 },
];

/** An ESP-IDF version that the heap trace cannot be modelled for, or a text that is no version. */
export class UnknownIdfVersionError extends Error {
  constructor(readonly version: string) {
    super(`ESP-IDF version ${JSON.stringify(version)}: expected vMAJOR.MINOR[.PATCH] from v3.3 on`);
    this.name = 'UnknownIdfVersionError';
  }
}

/** Splits `v5.1.3`, `5.1` or `v5.4-rc1` into numbers. Throws {@link UnknownIdfVersionError}. */
export function parseIdfVersion(version: string): [number, number, number] {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:-[\w.-]+)?$/.exec(version);
  if (!match) throw new UnknownIdfVersionError(version);
  return [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

/** The row of {@link TRACE_VERSIONS} that holds for an ESP-IDF version such as `v5.1.3`. */
export function traceVersion(version: string): TraceVersion {
  const [major, minor, patch] = parseIdfVersion(version);
  const number = (v: readonly [number, number, number]): number => (v[0] * 1000 + v[1]) * 1000 + v[2];
  const wanted = number([major, minor, patch]);
  let found: TraceVersion | undefined;
  for (const row of TRACE_VERSIONS) if (number(row.from) <= wanted) found = row;
  if (!found) throw new UnknownIdfVersionError(version);
  return found;
}
