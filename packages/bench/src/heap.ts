/**
 * The heap's hot path: nanoseconds an operation, WebAssembly and TypeScript, beside the C library's `malloc` on the same
 * operations; and what an observer costs.
 *
 * Target: at most 1.5 times what Espressif's C takes (`gcc -O2`, 24 ns an operation on the machine where that was measured,
 * where libc's malloc was of the same order).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Benchmark from 'benchmark';
import {
  createHeapMemory,
  generateWorkload,
  HeapCaps,
  MultiHeap,
  Op,
  OperationFlag,
  type WorkloadName,
} from '@xtal/heap';

const BASE = 0x3ffb2a18;
const SIZE = 0x2d5e8;
const KINDS: readonly WorkloadName[] = [
  'tiny',
  'powerlaw',
  'iot',
  'fragment',
  'exhaust',
  'realloc',
  'memalign',
  'boundary',
  'lifo-fifo',
  'uniform',
  'leak',
];

/** One kind of workload; nanoseconds an operation. */
export interface HeapBenchmarkRow {
  readonly kind: string;
  readonly wasm: number;
  readonly typescript: number;
  /** The C library's malloc; undefined where no C compiler is. */
  readonly libc: number | undefined;
}

/** What an observer costs: time of heap_caps malloc and free, relative to none ever attached. */
export interface ObserverCost {
  /** Nanoseconds an operation without observer. */
  readonly none: number;
  /** After one was attached and taken away again: percent more. */
  readonly absentPercent: number;
  /** With one whose functions are empty: percent more. */
  readonly emptyPercent: number;
}

/** Operations as four words: kind (0 malloc, 1 aligned, 2 realloc, 3 free), slot, size, alignment. */
function operationsOf(kind: WorkloadName, count: number): Uint32Array {
  const words = new Uint32Array(4 * count);
  const slots = new Map<number, number>();
  const spare: number[] = [];
  let n = 0;
  for (const batch of generateWorkload(kind, { ops: count })) {
    for (let row = 0; row < batch.count; row++) {
      const op = batch.op[row]!;
      const id = batch.id[row]!;
      if (op === Op.none || (op === Op.free && (batch.flags[row]! & OperationFlag.nullPointer) !== 0))
        continue;
      let slot = slots.get(id);
      if (slot === undefined) slots.set(id, (slot = spare.pop() ?? slots.size));
      if (op === Op.free) {
        slots.delete(id);
        spare.push(slot);
      }
      const size = op === Op.calloc ? batch.size[row]! * batch.extra[row]! : batch.size[row]!;
      const code = op === Op.free ? 3 : op === Op.realloc ? 2 : op === Op.aligned ? 1 : 0;
      words.set([code, slot, size, op === Op.aligned ? batch.extra[row]! : 0], 4 * n++);
    }
  }
  return words.subarray(0, 4 * n);
}

function runOperations(heap: MultiHeap, ops: Uint32Array, slots: Uint32Array): void {
  for (let i = 0; i < ops.length; i += 4) {
    const slot = ops[i + 1]!;
    const size = ops[i + 2]!;
    switch (ops[i]) {
      case 0:
        slots[slot] = heap.malloc(BASE, size);
        break;
      case 1:
        slots[slot] = heap.alignedAlloc(BASE, size, ops[i + 3]!);
        break;
      case 2: {
        const address = heap.realloc(BASE, slots[slot]!, size);
        if (address !== 0 || size === 0) slots[slot] = address;
        break;
      }
      default:
        heap.free(BASE, slots[slot]!);
        slots[slot] = 0;
    }
  }
}

/** Best sample in seconds: on a shared machine the mean measures the neighbours. */
function bestSeconds(name: string, run: () => void, seconds: number): number {
  let best = Infinity;
  new Benchmark(name, run, {
    minSamples: 20,
    maxTime: seconds,
    onComplete: ({ target }: { target: Benchmark }) => {
      best = Math.min(...(target.stats.sample as number[]));
    },
  }).run();
  return best;
}

/** Compiles and runs the yardstick; undefined where there is no C compiler. */
function libcNanoseconds(folder: string, files: readonly string[]): number[] | undefined {
  const program = join(folder, 'malloc-yardstick');
  const source = join(import.meta.dirname, '../yardstick/malloc.c');
  try {
    execFileSync('cc', ['-O2', '-o', program, source], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return execFileSync(program, ['200', ...files], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
}

/**
 * Measures all kinds.
 *
 * @param operations length of each workload
 * @param seconds time spent on each measurement
 */
export function benchmarkHeap(operations = 24_000, seconds = 0.5): HeapBenchmarkRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'xtal-bench-'));
  try {
    const workloads = KINDS.map((kind) => ({ kind, ops: operationsOf(kind, operations) }));
    const files = workloads.map(({ kind, ops }) => {
      const path = join(folder, `${kind}.ops`);
      writeFileSync(path, ops);
      return path;
    });
    const libc = libcNanoseconds(folder, files);
    return workloads.map(({ kind, ops }, i) => {
      const [wasm, typescript] = (['wasm', 'typescript'] as const).map((engine) => {
        const heap = new MultiHeap(createHeapMemory(BASE, SIZE), { engine });
        const slots = new Uint32Array(1 << 16);
        const best = bestSeconds(
          `${kind}, ${engine}`,
          () => {
            heap.register(BASE, SIZE);
            slots.fill(0);
            runOperations(heap, ops, slots);
          },
          seconds,
        );
        return (best * 1e9) / (ops.length / 4);
      });
      return { kind, wasm: wasm!, typescript: typescript!, libc: libc?.[i] };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures `malloc` and `free` of heap_caps with and without an observer. */
export function benchmarkObserver(seconds = 1): ObserverCost {
  const base = 0x3ff80000;
  const rounds = 2000;
  const system = (): HeapCaps => {
    const heap = new HeapCaps({ memory: createHeapMemory(base, 0x142000) });
    heap.init();
    return heap;
  };
  const work = (heap: HeapCaps) => (): void => {
    for (let i = 0; i < rounds; i++) heap.free(heap.mallocDefault(24 + (i & 31)));
  };
  // Two systems in turns, the one that never had a listener first: a slow phase of the machine hits all three, and none of
  // them has the cold start alone.
  const never = system();
  const heard = system();
  const times = [Infinity, Infinity, Infinity];
  const measure = (which: number, heap: HeapCaps): void => {
    times[which] = Math.min(times[which]!, bestSeconds('observer', work(heap), seconds / 24));
  };
  for (let turn = 0; turn < 8; turn++) {
    measure(0, never);
    const stop = heard.observe({
      allocate: () => undefined,
      free: () => undefined,
      reallocate: () => undefined,
      fail: () => undefined,
    });
    measure(2, heard);
    stop();
    measure(1, heard);
  }
  const percent = (time: number): number => 100 * (time / times[0]! - 1);
  return {
    none: (times[0]! * 1e9) / (2 * rounds),
    absentPercent: percent(times[1]!),
    emptyPercent: percent(times[2]!),
  };
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** The results as text. */
export function formatHeapBenchmark(rows: readonly HeapBenchmarkRow[], observer: ObserverCost): string {
  const cell = (value: number | undefined): string =>
    (value === undefined ? '-' : value.toFixed(1)).padStart(12);
  const line = (name: string, wasm: number, typescript: number, libc: number | undefined): string =>
    `${name.padEnd(16)}${cell(wasm)}${cell(typescript)}${cell(libc)}${cell(libc === undefined ? undefined : wasm / libc)}`;
  const column = (pick: (row: HeapBenchmarkRow) => number): number => geometricMean(rows.map(pick));
  const libc = rows.every((row) => row.libc !== undefined) ? column((row) => row.libc!) : undefined;
  return [
    'multi_heap on TLSF, ns an operation (best sample)',
    `${'workload'.padEnd(16)}${['WebAssembly', 'TypeScript', 'libc malloc', 'ratio'].map((t) => t.padStart(12)).join('')}`,
    ...rows.map((row) => line(row.kind, row.wasm, row.typescript, row.libc)),
    line(
      'geometric mean',
      column((row) => row.wasm),
      column((row) => row.typescript),
      libc,
    ),
    ...(libc === undefined ? ['(no C compiler `cc` here: the yardstick was not measured)'] : []),
    `heap_caps malloc and free: ${observer.none.toFixed(1)} ns an operation; observer taken away ` +
      `${observer.absentPercent.toFixed(1)} %, empty observer ${observer.emptyPercent.toFixed(1)} %`,
  ].join('\n');
}
