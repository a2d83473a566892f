/**
 * The `lua-leaks` suite: a NodeMCU application runs 200 iterations, is collected twice, runs 160 more and is collected
 * again; what grew is compared with what grew in the real interpreter (`NAME.json`, with `NAME.lua` beside it).
 */
import { BLOCK_KINDS } from '../lua/index.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';
import { NodeMcu } from '../node-mcu.js';
import { parseJson, Tally, type SuiteFile, type SuiteResult } from './suite.js';

interface Vector {
  name: string;
  script: string;
  chunkname: string;
  leak: boolean;
  period_ms: number;
  measured: {
    warmup_iterations: number;
    iterations: number;
    blocks_per_iteration: number;
    bytes_per_iteration: number;
    growing: Record<string, number>;
    growing_in_place: { kind: string; line: number; bytes: number }[];
  };
}

/** Blocks that may differ where nothing leaks (the vectors' README). */
const BLOCK_TOLERANCE = 2;
const RELATIVE_TOLERANCE = 0.05;
const TRACE_RECORDS = 2000;
const RTOS_TIMER_BYTES = 40;

interface LiveBlock {
  key: string;
}

function parse(file: SuiteFile): Vector {
  const value = parseJson(file.bytes) as Partial<Vector> | null;
  const { measured } = value ?? {};
  const numbers = [
    value?.period_ms,
    measured?.warmup_iterations,
    measured?.iterations,
    measured?.blocks_per_iteration,
    measured?.bytes_per_iteration,
  ];
  if (
    typeof value?.script !== 'string' ||
    typeof value.leak !== 'boolean' ||
    !numbers.every(Number.isFinite) ||
    typeof measured?.growing !== 'object' ||
    !Array.isArray(measured.growing_in_place)
  )
    throw new Error(
      'expected a leak vector (script, leak, period_ms, measured with iterations, blocks, bytes and what grows)',
    );
  return value as Vector;
}

function near(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= RELATIVE_TOLERANCE * Math.abs(expected) + 1e-9;
}

/** Watches a board's blocks: which are live, by kind and line of birth. */
class LiveBlocks {
  readonly live = new Map<number, LiveBlock>();

  constructor(board: NodeMcu) {
    const { lua } = board;
    lua.listener = {
      block: (oldAddress, _oldSize, newAddress, _newSize, kind) => {
        if (newAddress === 0) this.live.delete(oldAddress);
        else if (oldAddress === 0)
          this.live.set(newAddress, { key: `${BLOCK_KINDS[kind]}@${lua.currentLine()}` });
        else {
          const block = this.live.get(oldAddress);
          this.live.delete(oldAddress);
          if (block) this.live.set(newAddress, block);
        }
      },
    };
    board.heap.addListener({
      chainDepth: 0,
      allocationEvent: (event) => {
        if (event.operation === 'heap_caps_free') this.live.delete(event.address);
        if (event.operation === 'heap_caps_malloc' && event.kind === 'alloc') {
          const kind = event.size === RTOS_TIMER_BYTES ? 'rtos_timer' : 'c_block';
          this.live.set(event.address, { key: `${kind}@${lua.currentLine()}` });
        }
      },
    });
  }

  /** Number of live blocks by kind and line. */
  census(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { key } of this.live.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  }
}

function check(tally: Tally, file: SuiteFile, vector: Vector, source: Uint8Array): void {
  const { measured, name } = vector;
  const fail = (what: string, expected: unknown, got: unknown) => (): string =>
    `${file.path}: ${name}: ${what}: expected ${String(expected)}, got ${String(got)}`;
  const files = new FlashFileSystem();
  files.write('init.lua', source);
  const board = new NodeMcu({ files, sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 0 } });
  const blocks = new LiveBlocks(board);
  const started = board.boot('init.lua', false);
  tally.check(started, fail('init.lua runs', 'no error', 'an error'));
  if (!started) return;
  const period = (vector.period_ms / 1000) * board.clock.hz;
  const settle = (): void => {
    board.lua.collect();
    board.lua.collect();
    board.clock.runDue();
  };
  // Half a period on: all iterations so far have run, the next has not begun.
  board.run({ time: (measured.warmup_iterations + 0.5) * period });
  settle();
  const before = { count: blocks.live.size, census: blocks.census(), bytes: board.lua.bytes };

  const trace = board.services.trace!;
  const buffer = board.heap.calloc(trace.recordBytes, TRACE_RECORDS, []);
  trace.initStandalone(buffer, TRACE_RECORDS);
  trace.start(1);
  board.run({ time: (measured.warmup_iterations + measured.iterations + 0.5) * period });
  settle();
  trace.stop();

  const { iterations } = measured;
  const grown = (blocks.live.size - before.count) / iterations;
  if (vector.leak)
    tally.check(
      near(grown, measured.blocks_per_iteration),
      fail('blocks an iteration', measured.blocks_per_iteration, grown),
    );
  else
    tally.check(
      Math.abs(blocks.live.size - before.count) <= BLOCK_TOLERANCE,
      fail('live blocks', before.count, blocks.live.size),
    );

  const census = blocks.census();
  const recorded = new Map<string, number>();
  for (const at of trace.recordAddresses()) {
    const block = blocks.live.get(trace.readRecord(at).address);
    if (block) recorded.set(block.key, (recorded.get(block.key) ?? 0) + 1);
  }
  for (const [key, rate] of Object.entries(measured.growing)) {
    const growth = ((census.get(key) ?? 0) - (before.census.get(key) ?? 0)) / iterations;
    tally.check(near(growth, rate), fail(`${key} an iteration`, rate, growth));
    const records = recorded.get(key) ?? 0;
    tally.check(near(records / iterations, rate), fail(`records of ${key}`, rate * iterations, records));
  }
  // Nobody else may be accused: what grew in half of the iterations or more is a leak in a user's eyes.
  for (const [key, count] of census) {
    const growth = (count - (before.census.get(key) ?? 0)) / iterations;
    if (growth >= 0.5 || (!vector.leak && growth * iterations > BLOCK_TOLERANCE))
      tally.check(key in measured.growing, fail(`growth of ${key}`, 'none', growth));
  }
  const bytes = (board.lua.bytes - before.bytes) / iterations;
  const doubling = measured.growing_in_place.reduce((most, row) => Math.max(most, row.bytes), 0) / iterations;
  tally.check(
    near(bytes, measured.bytes_per_iteration) ||
      Math.abs(bytes - measured.bytes_per_iteration) <= doubling * 1.05,
    fail('bytes an iteration', measured.bytes_per_iteration, bytes),
  );
}

/** See the head of this file. */
export function luaLeaks(inputs: readonly SuiteFile[]): SuiteResult {
  const tally = new Tally();
  for (const file of inputs) {
    try {
      const vector = parse(file);
      const source = file.sibling?.(vector.script);
      if (source === undefined) throw new Error(`${vector.script} is not beside it`);
      check(tally, file, vector, source);
    } catch (error) {
      tally.check(false, () => `${file.path}: ${(error as Error).message}`);
    }
  }
  return tally;
}
