/** Feeds a trace to several allocators side by side. */
import type { Allocator } from '../allocator.js';
import { createHeapMemory, type HeapMemory } from '../memory.js';
import type { IdfVersion } from '../versions.js';
import { createAllocator, type AllocatorName, type AllocatorOptions } from '../policies/create.js';
import { TraceChecker, type TraceTotals } from './checker.js';
import { ProblemLog, TraceError } from './errors.js';
import { ReplayLane, type ReplayFailure, type ReplaySample } from './lane.js';
import { eachBatch, type OperationInput, type TraceHeader } from './operations.js';

/** An allocator of one's own under replay. */
export interface ReplayTarget {
  readonly name: string;
  /**
   * Makes the allocator on [base, base + size) of fresh, zeroed memory that is its own. When it has a method
   * `lastCycles` ({@link CycleMeter}), the cycles are added up.
   */
  create(memory: HeapMemory, base: number, size: number): Allocator;
}

/** Settings of {@link replay}. */
export interface ReplayOptions {
  /** Guest address of the pool; default: the trace's own, else 0x3F800000, where the ESP32 maps external RAM. */
  base?: number;
  /** Bytes of the pool; default: the trace's own, but at least 4 MiB where it says no address, else 4 MiB. */
  size?: number;
  /** Takes what is wrong with the trace; default: the first problem is thrown. The source should report to the same log. */
  problems?: ProblemLog;
  /** ESP-IDF version that the TLSF allocators behave as; default v5.1.3. */
  version?: IdfVersion;
  /** Largest number of samples kept per allocator (at least 2); default 256. */
  samples?: number;
  /** Host clock in milliseconds, for throughput only; default `performance.now`. */
  clock?: () => number;
}

/** What one allocator did. All sizes in bytes. */
export interface AllocatorReport {
  readonly allocator: string;
  /** Host time per operation in nanoseconds, parsing excluded. The only figure that differs from run to run. */
  readonly hostNanosecondsPerOperation: number;
  /** Requests above 0 bytes that returned NULL. */
  readonly failures: number;
  readonly firstFailure?: ReplayFailure;
  /** Requests that succeeded where the recorded program got NULL (given back at once). */
  readonly rescued: number;
  /** Largest sum of sizes asked for, held at once. */
  readonly peakLive: number;
  readonly peakBlocks: number;
  /** From the start of the pool (control structures included) to the end of the highest block ever held. */
  readonly peakFootprint: number;
  /** peakLive / peakFootprint, as malloc-lab's space utilisation. */
  readonly utilisation: number;
  /** Largest external fragmentation (1 − largest free / free) over the samples. */
  readonly maximumFragmentation: number;
  /** Mean of the same. */
  readonly meanFragmentation: number;
  /** Share of the used bytes that nobody asked for (control, headers, rounding), over the sums of all samples. */
  readonly waste: number;
  /** Lowest number of free bytes, by the allocator's own counter; -1 where it keeps none. */
  readonly minimumFree: number;
  readonly end: ReplaySample;
  readonly samples: readonly ReplaySample[];
  /** Modelled ESP32 cycles of the operations; undefined where the allocator has no model. */
  readonly cycles?: { readonly total: number; readonly mean: number; readonly maximum: number };
  /** Results compared with recorded addresses, and how many are equal; undefined without recorded addresses. */
  readonly addresses?: { readonly compared: number; readonly equal: number };
  /** Violated invariants at the end. */
  readonly problems: readonly string[];
  /** What ended this allocator's replay early. */
  readonly died?: string;
}

/** Result of {@link replay}. */
export interface ReplayReport {
  readonly trace: string;
  readonly header: TraceHeader;
  readonly base: number;
  readonly size: number;
  readonly totals: TraceTotals;
  readonly allocators: readonly AllocatorReport[];
  /** What was wrong with the trace and was skipped. */
  readonly skipped: { readonly counts: ProblemLog['counts']; readonly messages: readonly string[] };
}

/** Where a pool lies that neither trace nor caller places: the ESP32's external RAM. */
const DEFAULT_BASE = 0x3f80_0000;
const DEFAULT_SIZE = 4 << 20;

/** Largest pool that a trace may ask for by itself; a caller may ask for more. */
const MAXIMUM_TRACE_POOL = 64 << 20;

/** Where the pool is: what the caller says, else what the trace says, else the default. */
function poolOf(source: OperationInput, options: ReplayOptions): { base: number; size: number } {
  const { header } = source;
  const base = options.base ?? header.base ?? DEFAULT_BASE;
  if (options.size !== undefined) return { base, size: options.size };
  if (header.base === undefined || header.size === undefined) {
    // A size without an address is a wish (.rep): met when it is reasonable.
    const wish = header.size ?? 0;
    return { base, size: wish <= MAXIMUM_TRACE_POOL ? Math.max(wish, DEFAULT_SIZE) : DEFAULT_SIZE };
  }
  const { size } = header;
  if (size > MAXIMUM_TRACE_POOL || (base & 3) !== 0 || base === 0 || base + size > 0x1_0000_0000)
    throw new TraceError(
      source.name,
      0,
      'malformed',
      `the header's heap of ${size} bytes at 0x${base.toString(16)} is at 0, unaligned, above 64 MiB or beyond 32 bits`,
    );
  return { base, size };
}

/**
 * Replays `source` once on every allocator. Memory is proportional to the pool and to the blocks alive at once, not to
 * the length of the trace.
 *
 * @param allocators - Names that `createAllocator` knows, or own {@link ReplayTarget}s.
 * @throws {TraceError} when the trace is malformed, truncated or contradictory, unless `options.problems` keeps going.
 * @throws {RangeError} when the pool is unaligned or too small for an allocator.
 */
export async function replay(
  source: OperationInput,
  allocators: readonly (AllocatorName | ReplayTarget)[],
  options: ReplayOptions = {},
): Promise<ReplayReport> {
  const problems = options.problems ?? new ProblemLog();
  const checker = new TraceChecker(source.name, problems);
  let pool: { base: number; size: number } | undefined;
  let lanes: ReplayLane[] = [];
  await eachBatch(source, (batch) => {
    // The header is known once operations flow.
    if (!pool) {
      pool = poolOf(source, options);
      lanes = lanesOf(allocators, pool.base, pool.size, options);
    }
    checker.check(batch);
    for (const lane of lanes) lane.run(batch, checker.slots);
  });
  const { base, size } = pool!;
  return {
    trace: source.name,
    header: source.header,
    base,
    size,
    totals: checker.totals,
    allocators: lanes.map(reportOf),
    skipped: { counts: problems.counts, messages: problems.messages },
  };
}

function lanesOf(
  allocators: readonly (AllocatorName | ReplayTarget)[],
  base: number,
  size: number,
  options: ReplayOptions,
): ReplayLane[] {
  const clock = options.clock ?? ((): number => performance.now());
  // An even number, so that halving keeps the distances equal.
  const samples = Math.max(2, (options.samples ?? 256) & ~1);
  return allocators.map((target) => {
    const memory = createHeapMemory(base, size);
    const named = typeof target === 'string';
    const allocator = named
      ? createAllocator(target, memory, base, size, versionOf(options))
      : target.create(memory, base, size);
    const name = named ? target : target.name;
    return new ReplayLane(name, allocator, memory, base, size, clock, samples, !named);
  });
}

function versionOf({ version }: ReplayOptions): AllocatorOptions {
  return version === undefined ? {} : { version };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function reportOf(lane: ReplayLane): AllocatorReport {
  const end = lane.snapshot();
  const samples = lane.samples.at(-1)?.operation === end.operation ? lane.samples : [...lane.samples, end];
  const footprint = lane.highest - lane.base;
  return {
    allocator: lane.name,
    hostNanosecondsPerOperation: lane.operations > 0 ? (lane.hostMilliseconds * 1e6) / lane.operations : 0,
    failures: lane.failures,
    ...(lane.firstFailure ? { firstFailure: lane.firstFailure } : {}),
    rescued: lane.rescued,
    peakLive: lane.peakLive,
    peakBlocks: lane.peakBlocks,
    peakFootprint: footprint,
    utilisation: footprint > 0 ? lane.peakLive / footprint : 0,
    maximumFragmentation: Math.max(...samples.map((sample) => sample.fragmentation)),
    meanFragmentation: sum(samples.map((sample) => sample.fragmentation)) / samples.length,
    waste:
      1 -
      sum(samples.map((sample) => sample.live)) / sum(samples.map((sample) => lane.poolSize - sample.free)),
    minimumFree: lane.allocator.stats().minimumFree,
    end,
    samples,
    ...(lane.cycles >= 0
      ? {
          cycles: {
            total: lane.cycles,
            mean: lane.operations > 0 ? lane.cycles / lane.operations : 0,
            maximum: lane.maximumCycles,
          },
        }
      : {}),
    ...(lane.compared > 0 ? { addresses: { compared: lane.compared, equal: lane.equal } } : {}),
    problems: lane.allocator.check(),
    ...(lane.died !== undefined ? { died: lane.died } : {}),
  };
}
