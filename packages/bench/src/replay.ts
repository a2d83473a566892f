/**
 * Replay: operations a second from a `.rep` file on disk, parsing included.
 *
 * Target: 3 million operations a second with TLSF.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Benchmark from 'benchmark';
import {
  openTrace,
  replay,
  workloadSource,
  writeRep,
  writeTextTrace,
  type AllocatorName,
  type WorkloadName,
} from '@xtal/heap';

/** One line of a benchmark's result. */
export interface ReplayBenchmarkRow {
  readonly name: string;
  /** Million operations a second, parsing included. */
  readonly millionOperationsPerSecond: number;
  /** Relative margin of error of the mean, percent. */
  readonly marginPercent: number;
  /** Runs that were measured. */
  readonly runs: number;
}

function* pieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(1 << 18);
      const count = readSync(file, piece, 0, piece.length, null);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

async function write(
  path: string,
  action: (sink: (bytes: Uint8Array) => void) => Promise<unknown>,
): Promise<void> {
  const file = openSync(path, 'w');
  try {
    await action((bytes) => void writeSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function measure(
  name: string,
  operations: number,
  action: () => Promise<unknown>,
): Promise<ReplayBenchmarkRow> {
  return new Promise((resolve, reject) => {
    new Benchmark(
      name,
      (deferred: { resolve(): void }) => {
        action().then(() => deferred.resolve(), reject);
      },
      {
        defer: true,
        minSamples: 5,
        maxTime: 3,
        onComplete: ({ target }: { target: Benchmark }) =>
          resolve({
            name,
            millionOperationsPerSecond: operations / target.stats.mean / 1e6,
            marginPercent: target.stats.rme,
            runs: target.stats.sample.length,
          }),
        onError: ({ target }: { target: Benchmark & { error?: Error } }) =>
          reject(target.error ?? new Error(`${name} failed`)),
      },
    ).run({ async: true });
  });
}

/**
 * Measures replay from files that it writes to a temporary folder.
 * @param operations - Length of the traces.
 * @param allocators - Allocators to measure; beside TLSF.
 */
export async function benchmarkReplay(
  operations = 500_000,
  allocators: readonly AllocatorName[] = ['tlsf-comprehensive', 'first-fit', 'segregated', 'buddy'],
): Promise<ReplayBenchmarkRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xtal-bench-'));
  const kinds: WorkloadName[] = ['powerlaw', 'iot'];
  const rows: ReplayBenchmarkRow[] = [];
  try {
    const text = join(folder, 'powerlaw.alloc');
    await write(text, (sink) => writeTextTrace(workloadSource('powerlaw', { ops: operations }), sink));
    const run = async (path: string, names: readonly AllocatorName[]): Promise<void> => {
      await replay(await openTrace(pieces(path), path), names, {
        base: 0x3ffb2a18,
        size: 0x2d5e8,
        samples: 2,
      });
    };
    for (const kind of kinds) {
      const path = join(folder, `${kind}.rep`);
      await write(path, (sink) => writeRep(() => workloadSource(kind, { ops: operations }), sink));
      const megabytes = (statSync(path).size / 1e6).toFixed(0);
      rows.push(
        await measure(`${kind}.rep (${megabytes} MB): read and check`, operations, () => run(path, [])),
      );
      rows.push(await measure(`${kind}.rep: tlsf`, operations, () => run(path, ['tlsf'])));
    }
    rows.push(await measure('powerlaw, xtal-alloc-1: read and check', operations, () => run(text, [])));
    for (const name of allocators)
      rows.push(
        await measure(`powerlaw.rep: ${name}`, operations, () => run(join(folder, 'powerlaw.rep'), [name])),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
