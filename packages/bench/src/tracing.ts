/**
 * The price of heap tracing: a workload with tracing off, compiled in but stopped, recording leaks, recording all; by
 * depth of the call chain and with or without hash map; and the outside trace beside them.
 *
 * Guest cycles are exact and the same on every machine; host nanoseconds are this machine's.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMachine, type Machine } from '@xtal/esp32';
import {
  HEAP_TRACE_ALL,
  HEAP_TRACE_LEAKS,
  MAX_CHAIN_DEPTH,
  SYNTHETIC_HEADER,
  TraceWriter,
  heapTraceStateBytes,
  installHeapServices,
  type HeapServices,
} from '@xtal/heaptrace';
import { assemble } from '@xtal/xtensa/assembler';

/** What is measured. */
export const TRACING_WORKLOADS = [
  { name: 'pairs', kind: 0, about: 'each block freed at once' },
  { name: 'queue', kind: 1, about: '64 blocks live, the oldest freed' },
  { name: 'busy', kind: 2, about: 'queue, and 500 instructions of other work around each pair' },
] as const;

/** How tracing stands. */
export type TracingMode = 'off' | 'stopped' | 'leaks' | 'all' | 'outside';

/** One line of the table; costs are for one malloc and one free. */
export interface TracingRow {
  readonly workload: string;
  readonly mode: TracingMode;
  /** CONFIG_HEAP_TRACING_STACK_DEPTH; undefined where it has no meaning. */
  readonly depth: number | undefined;
  readonly hashMap: boolean;
  /** Guest cycles of a pair, with the workload's own instructions. */
  readonly cycles: number;
  /** Guest bytes that tracing takes: records, variables, hash map. */
  readonly bytes: number;
  /** Host nanoseconds of a pair. */
  readonly hostNanoseconds: number;
}

/** Depths of the issue; 32 needs a later release than 10. */
const DEPTHS: readonly (readonly [depth: number, idf: string])[] = [
  [0, 'v5.1.3'],
  [2, 'v5.1.3'],
  [6, 'v5.1.3'],
  [10, 'v5.1.3'],
  [32, 'v5.2'],
];
/** Records of the trace buffer. */
const CAPACITY = 100;
/** Buckets, where there is a hash map. */
const BUCKETS = 100;
const WARM_UP = 200;

interface Setup {
  readonly mode: TracingMode;
  readonly depth?: number;
  readonly idf?: string;
  readonly hashMap?: boolean;
}

function program(): Uint8Array {
  const path = fileURLToPath(new URL('../../heaptrace/workloads/pairs.s', import.meta.url));
  const { object, diagnostics } = assemble([{ name: 'pairs.s', text: readFileSync(path, 'utf8') }]);
  if (!object) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return object;
}

function prepare(
  object: Uint8Array,
  setup: Setup,
): { machine: Machine; services: HeapServices; bytes: number } {
  const machine = createMachine();
  const tracing = setup.mode !== 'off' && setup.mode !== 'outside';
  const hashMapSize = setup.hashMap === true ? BUCKETS : 0;
  const services = installHeapServices(machine, {
    idf: setup.idf,
    sdkconfig: {
      CONFIG_HEAP_TRACING_STANDALONE: tracing,
      CONFIG_HEAP_TRACING_STACK_DEPTH: setup.depth,
      CONFIG_HEAP_TRACE_HASH_MAP: hashMapSize > 0,
      CONFIG_HEAP_TRACE_HASH_MAP_SIZE: hashMapSize > 0 ? hashMapSize : undefined,
    },
  });
  machine.loadObjects([{ name: 'pairs.o', bytes: object }]);
  services.boot();
  let bytes = 0;
  const { trace } = services;
  if (trace) {
    const room = trace.recordBytes * CAPACITY;
    bytes = room + heapTraceStateBytes(trace.idf, hashMapSize);
    trace.initStandalone(services.heap.malloc(room, 0x1000), CAPACITY);
    if (setup.mode === 'leaks') trace.start(HEAP_TRACE_LEAKS);
    if (setup.mode === 'all') trace.start(HEAP_TRACE_ALL);
  }
  return { machine, services, bytes };
}

/** A sink for the outside trace that keeps nothing. */
const nowhere = { write: (): void => undefined };

/** Measures one line. */
export function measureTracing(
  object: Uint8Array,
  workload: (typeof TRACING_WORKLOADS)[number],
  setup: Setup,
  rounds: number,
  repeats = 1,
): TracingRow {
  const { machine, services, bytes } = prepare(object, setup);
  if (setup.mode === 'outside')
    services.addListener(new TraceWriter(nowhere, SYNTHETIC_HEADER, { chainDepth: MAX_CHAIN_DEPTH }));
  const run = machine.symbols.address('run')!;
  machine.callGuest(run, [workload.kind, WARM_UP]);
  let [cycles, elapsed] = [0, Infinity];
  for (let i = 0; i < repeats; i++) {
    const started = performance.now();
    const outcome = machine.measureCall(run, [workload.kind, rounds]);
    elapsed = Math.min(elapsed, performance.now() - started);
    if (i === 0) cycles = outcome.cycles;
  }
  return {
    workload: workload.name,
    mode: setup.mode,
    depth: setup.depth,
    hashMap: setup.hashMap === true,
    cycles: cycles / rounds,
    bytes,
    hostNanoseconds: (elapsed * 1e6) / rounds,
  };
}

/**
 * Measures the whole table.
 *
 * @param repeats times that each line is measured; the fastest counts for the host, the first for the guest
 */
export function benchmarkTracing(rounds = 3000, repeats = 3): TracingRow[] {
  const object = program();
  // The host's compiler must know the code before the first line is measured.
  if (repeats > 1)
    for (const mode of ['off', 'outside', 'all'] as const)
      measureTracing(object, TRACING_WORKLOADS[1], { mode }, 5 * rounds);
  const rows: TracingRow[] = [];
  for (const workload of TRACING_WORKLOADS) {
    const measure = (setup: Setup): void =>
      void rows.push(measureTracing(object, workload, setup, rounds, repeats));
    measure({ mode: 'off' });
    measure({ mode: 'outside' });
    for (const [depth, idf] of DEPTHS) measure({ mode: 'stopped', depth, idf });
    for (const mode of ['leaks', 'all'] as const)
      for (const [depth, idf] of DEPTHS)
        for (const hashMap of [false, true]) measure({ mode, depth, idf, hashMap });
  }
  return rows;
}

/** The table as text; `+` columns are against the same workload with tracing off. */
export function formatTracing(rows: readonly TracingRow[]): string {
  const header = [
    'workload',
    'tracing',
    'depth',
    'hash map',
    'cycles a pair',
    '+',
    'guest bytes',
    'host ns a pair',
    '×',
  ];
  const table = rows.map((row) => {
    const off = rows.find(({ workload, mode }) => workload === row.workload && mode === 'off') ?? row;
    return [
      row.workload,
      row.mode,
      row.depth === undefined ? (row.mode === 'outside' ? 'all' : '') : String(row.depth),
      row.mode === 'leaks' || row.mode === 'all' ? (row.hashMap ? 'yes' : 'no') : '',
      row.cycles.toFixed(0),
      `+${(row.cycles - off.cycles).toFixed(0)}`,
      String(row.bytes),
      row.hostNanoseconds.toFixed(0),
      (row.hostNanoseconds / off.hostNanoseconds).toFixed(2),
    ];
  });
  const widths = header.map((title, i) => Math.max(title.length, ...table.map((cells) => cells[i]!.length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [line(header), ...table.map(line)].join('\n');
}
