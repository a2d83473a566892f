/** Synthetic workloads as traces. */
import { OperationBatch, type OperationSource } from '../replay/operations.js';
import { workloadKinds, type WorkloadName } from './kinds.js';
import { SimulatedProgram } from './program.js';

/** Settings of a workload. */
export interface WorkloadOptions {
  /** Same kind, seed and settings: same operations. Default 1. */
  seed?: number;
  /** Number of operations, frees included. Default 100 000. */
  ops?: number;
  /** Bytes that the workload aims to keep allocated. Default 96 KiB, about half of the ESP32's largest heap. */
  live?: number;
  /** Mean number of guest cycles between two operations. Default 2000. */
  gap?: number;
}

/** Most operations that one step of a kind emits (iot: a TLS session of 42 blocks). */
const STEP_LIMIT = 64;

/** CPU clock that time stamps of workloads are meant for. */
const CLOCK_HZ = 240_000_000;

/**
 * Generates a workload. It has exactly `ops` operations, and all but leaked blocks are freed at its end.
 *
 * @returns Batches; it is one and the same object, refilled each time, valid until the next one is asked for.
 * @throws {RangeError} when a setting is not a number in its range.
 */
export function* generateWorkload(
  kind: WorkloadName,
  options: WorkloadOptions = {},
): Generator<OperationBatch, void> {
  const { seed = 1, ops = 100_000, live = 96 * 1024, gap = 2000 } = options;
  inRange('ops', ops, 0, Number.MAX_SAFE_INTEGER);
  inRange('live', live, 1024, 0x7fff_ffff);
  inRange('gap', gap, 1, 1e9);
  const program = new SimulatedProgram(seed, ops, gap);
  const step = workloadKinds[kind].start(program, { live });
  const batch = new OperationBatch();
  while (program.operations < ops) {
    batch.count = 0;
    program.writeTo(batch);
    while (program.operations < ops && batch.count + STEP_LIMIT <= batch.capacity) {
      if (program.ending) program.finish();
      else if (!program.reap()) step();
    }
    yield batch;
  }
}

function inRange(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high))
    throw new RangeError(`workload: ${name} is ${value}, expected ${low} to ${high}`);
}

/** A workload as a source that can be replayed or written to a file; see {@link generateWorkload}. */
export function workloadSource(kind: WorkloadName, options: WorkloadOptions = {}): OperationSource {
  const batches = generateWorkload(kind, options);
  let current: OperationBatch | undefined;
  let taken = 0;
  return {
    name: `${kind} (seed ${options.seed ?? 1})`,
    header: { format: 'workload', clockHz: CLOCK_HZ },
    read(batch) {
      if (!current || taken === current.count) {
        const next = batches.next();
        taken = 0;
        current = next.done ? undefined : next.value;
      }
      batch.count = 0;
      if (!current) return 0;
      const rows = Math.min(batch.capacity, current.count - taken);
      batch.copyRows(current, taken, rows);
      taken += rows;
      return rows;
    },
  };
}
