/**
 * Derives the cycle costs of heap operations: runs the compiled functions of a real ESP-IDF v5.0.1 program on the simulator,
 * beside the model on the same operations, and writes `packages/heap/src/cycles-table.ts`.
 *
 *     node packages/bench/dist/derive-heap-cycles.js ROM.elf HELLO_WORLD.elf [-o TABLE.ts] [--facts cycles.json]
 *
 * The reference machine state of `facts/heap/cycles.md`: single-cycle memory, window 0, no lock unless said. `--facts` compares
 * with published figures of the same set-up and exits 1 where one differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CallOutcome } from '@xtal/esp32';
import { PATH } from '@xtal/heap';
import { BASE, GuestHeap, runLockstep } from './guest-heap.js';

const LOCK = 0x3ffbff00;
const LOCK_FREE = 0xb33fffff;

/** One measured call. */
export interface CycleRow {
  readonly function: string;
  readonly path: string;
  readonly cycles: number;
  readonly instructions: number;
}

/** A path of the table: `PATH` bits, mean, least and most cycles (without the copy of a moving realloc), calls. */
export type PathRow = readonly [path: number, mean: number, least: number, most: number, calls: number];

/** What the derivation found. */
export interface HeapCyclesDerivation {
  readonly rows: CycleRow[];
  readonly paths: PathRow[];
  readonly lock: number;
  readonly copy: { start: number; perByte: number };
  readonly caps: Record<'malloc' | 'free' | 'realloc', { entry: number; visit: number; wrapper: number }>;
  readonly zero: { start: number; perByte: number };
  /** Operations in which model and guest code differed in a result or a byte; empty = none. */
  readonly differences: string[];
}

/** The named situations of facts/heap/cycles.md. */
function measureRows(guest: GuestHeap): CycleRow[] {
  const rows: CycleRow[] = [];
  const note = (name: string, path: string, outcome: CallOutcome): CallOutcome => {
    rows.push({ function: name, path, cycles: outcome.cycles, instructions: outcome.instructions });
    return outcome;
  };
  const malloc = (size: number): number => guest.call('multi_heap_malloc', BASE, size).result;
  const free = (address: number): void => void guest.call('multi_heap_free', BASE, address);
  const measureMalloc = (path: string, size: number): CallOutcome =>
    note('multi_heap_malloc', path, guest.call('multi_heap_malloc', BASE, size));
  const measureFree = (path: string, address: number): CallOutcome =>
    note('multi_heap_free', path, guest.call('multi_heap_free', BASE, address));
  const measureRealloc = (path: string, address: number, size: number): CallOutcome =>
    note('multi_heap_realloc', path, guest.call('multi_heap_realloc', BASE, address, size));

  guest.fill(BASE, 0x10000, 0);
  note(
    'multi_heap_register',
    'multi_heap_register(64 KiB)',
    guest.call('multi_heap_register', BASE, 0x10000),
  );
  for (const n of [16, 40, 100, 400, 1000, 4000, 20000]) {
    guest.freshHeap();
    measureMalloc(`fresh heap (one free block in a higher first level), split, n=${n}`, n);
  }
  for (const n of [24, 72, 120, 200, 504, 1016]) {
    guest.freshHeap();
    const blocks = [n, 16, n, 16].map(malloc);
    free(blocks[0]!);
    const reused = n < 504 ? 'reused' : 'NOT reused (size class rounds up; taken from the big block)';
    measureMalloc(`exact fit: freed block of the same size ${reused}, n=${n}`, n);
  }
  measureAmong(guest, malloc, free, measureMalloc);
  guest.freshHeap();
  measureMalloc('fail: larger than anything free', 0x10000);
  measureMalloc('size 0 (returns NULL)', 0);
  for (const n of [40, 400, 4000]) {
    for (const [path, freed] of [
      ['no free neighbour', []],
      ['previous free: merge with it', [1]],
      ['next free: merge', [3]],
      ['both neighbours free: merge twice', [1, 3]],
    ] as const) {
      guest.freshHeap();
      const blocks = [n, n, n, n, n].map(malloc);
      for (const i of freed) free(blocks[i]!);
      measureFree(`${path}, n=${n}`, blocks[2]!);
    }
    guest.freshHeap();
    const blocks = [n, n].map(malloc);
    measureFree(`last block before the big free block: merge next, n=${n}`, blocks[1]!);
  }
  measureFree('NULL', 0);
  for (const [path, from, to, freed] of [
    ['same size (in place)', 100, 100, undefined],
    ['shrink by 4, remainder too small (in place)', 100, 96, undefined],
    ['shrink 400 to 100, remainder becomes a free block (in place)', 400, 100, undefined],
    ['shrink 400 to 100, remainder merges with the next free block', 400, 100, 2],
    ['grow 100 to 150 into the next free block (104), rest split off (in place)', 100, 150, 2],
    ['move: 32 to 64, new block from the big free block, copy 32 bytes, free the old', 32, 64, undefined],
    [
      'move: 100 to 200, new block from the big free block, copy 100 bytes, free the old',
      100,
      200,
      undefined,
    ],
    [
      'move: 400 to 800, new block from the big free block, copy 400 bytes, free the old',
      400,
      800,
      undefined,
    ],
    [
      'move: 1000 to 2000, new block from the big free block, copy 1000 bytes, free the old',
      1000,
      2000,
      undefined,
    ],
    [
      'move: 4000 to 8000, new block from the big free block, copy 4000 bytes, free the old',
      4000,
      8000,
      undefined,
    ],
    ['100 to 150 with a free block BEFORE it (not used by this version; moves)', 100, 150, 0],
  ] as const) {
    guest.freshHeap();
    const blocks = [from, from, from, from].map(malloc);
    if (freed !== undefined) free(blocks[freed]!);
    measureRealloc(path, blocks[1]!, to);
  }
  guest.freshHeap();
  const last = [100, 100].map(malloc)[1]!;
  measureRealloc('grow 100 to 150 into the big free block after it (in place)', last, 150);
  guest.freshHeap();
  measureRealloc('NULL pointer (becomes malloc)', 0, 100);
  guest.freshHeap();
  const middle = [100, 100, 100].map(malloc)[1]!;
  measureRealloc('size 0 (becomes free)', middle, 0);
  return rows;
}

/** Rows with a free block of 64 or 1024 bytes among live ones. */
function measureAmong(
  guest: GuestHeap,
  malloc: (size: number) => number,
  free: (address: number) => void,
  measure: (path: string, size: number) => CallOutcome,
): void {
  for (const [path, size, asked] of [
    ['free block in the same first level, higher second level; split (64 free, 24 asked)', 64, 24],
    ['free block in a higher first level; split (1024 free, 24 asked)', 1024, 24],
    ['larger block, remainder too small to split (64 free, 60 asked)', 64, 60],
  ] as const) {
    guest.freshHeap();
    const blocks = [size, 16].map(malloc);
    free(blocks[0]!);
    measure(path, asked);
  }
  guest.freshHeap();
  const blocks = [72, 16, 72, 16].map(malloc);
  free(blocks[0]!);
  free(blocks[2]!);
  measure('exact fit, list keeps a second block', 72);
}

function straightLine(points: readonly (readonly [number, number])[]): { start: number; perByte: number } {
  const [first, last] = [points[0]!, points.at(-1)!];
  const perByte = (last[1] - first[1]) / (last[0] - first[0]);
  return { start: Math.round(first[1] - perByte * first[0]), perByte: Math.round(perByte * 1000) / 1000 };
}

function measurePaths(
  guest: GuestHeap,
  copy: { start: number; perByte: number },
): { paths: PathRow[]; differences: string[] } {
  const sums = new Map<number, { total: number; least: number; most: number; calls: number }>();
  const differences: string[] = [];
  for (const size of [0x1920, 0x3ae0, 0x8000, 0x10000, 0x1bcb0]) {
    for (const seed of [1, 2, 3]) {
      const run = runLockstep(
        guest,
        { size, fill: seed === 1 ? 0 : 0xfe, seed: seed + size, operations: 3000, compareEvery: 100 },
        (path, copied, cycles) => {
          const own = cycles - (copied === 0 ? 0 : copy.start + copy.perByte * copied);
          const row = sums.get(path) ?? { total: 0, least: Infinity, most: 0, calls: 0 };
          row.total += own;
          row.least = Math.min(row.least, Math.round(own));
          row.most = Math.max(row.most, Math.round(own));
          row.calls++;
          sums.set(path, row);
        },
      );
      differences.push(...run.differences.map((text) => `region ${size}, seed ${seed}: ${text}`));
    }
  }
  const paths = [...sums]
    .sort(([a], [b]) => a - b)
    .map(([path, { total, least, most, calls }]): PathRow => [
      path,
      Math.round(total / calls),
      least,
      most,
      calls,
    ]);
  return { paths, differences };
}

/** Costs of the heap_caps layer on the program's own heaps, and the rows that they come from. */
function measureCaps(
  rom: Uint8Array,
  program: Uint8Array,
  lock: number,
): Pick<HeapCyclesDerivation, 'caps' | 'rows'> {
  const guest = new GuestHeap(rom, program);
  const rows: CycleRow[] = [];
  const measure = (name: string, path: string, ...args: number[]): CallOutcome => {
    const outcome = guest.call(name, ...args);
    rows.push({ function: name, path, cycles: outcome.cycles, instructions: outcome.instructions });
    return outcome;
  };
  measure('heap_caps_init', 'heap_caps_init at boot (log output stubbed)');
  const heaps = readHeaps(guest);
  const inside = (address: number): number =>
    heaps.findIndex(({ start, end }) => address >= start && address < end);
  const allocate = (
    path: string,
    size: number,
    caps: number,
  ): { address: number; cycles: number; freed: number } => {
    const { result, cycles } = measure('heap_caps_malloc', path, size, caps);
    const freed = result === 0 ? 0 : measure('heap_caps_free', `heap_caps_free of it`, result).cycles;
    return { address: result, cycles, freed };
  };
  const near = allocate('heap_caps_malloc(100, DEFAULT)', 100, 0x1000);
  const far = allocate('heap_caps_malloc(100, EXEC|32BIT)', 100, 0x3);
  const none = allocate('heap_caps_malloc(100, SPIRAM (absent: fails))', 100, 0x400);
  const bare = new GuestHeap(rom, program);
  bare.freshHeap();
  const bareMalloc = bare.call('multi_heap_malloc', BASE, 100).cycles;
  const bareFree = bare.call(
    'multi_heap_free',
    BASE,
    bare.call('multi_heap_malloc', BASE, 100).result,
  ).cycles;
  const visitMalloc = (none.cycles - (near.cycles - bareMalloc - lock)) / (3 * heaps.length - 1);
  const visitFree = (far.freed - near.freed) / (inside(far.address) - inside(near.address));
  const malloc = {
    entry: Math.round(near.cycles - bareMalloc - lock - visitMalloc),
    visit: Math.round(visitMalloc * 10) / 10,
    wrapper: 0,
  };
  const free = {
    entry: Math.round(near.freed - bareFree - lock - visitFree),
    visit: Math.round(visitFree * 10) / 10,
    wrapper: 0,
  };
  // newlib's and IDF's wrappers: the second call, when no window has to be spilled any more
  const wrapped = [guest.call('malloc', 100), guest.call('malloc', 100)];
  rows.push({
    function: 'malloc',
    path: 'malloc(100), second call',
    cycles: wrapped[1]!.cycles,
    instructions: wrapped[1]!.instructions,
  });
  malloc.wrapper = wrapped[1]!.cycles - near.cycles;
  const released = measure('free', 'free(100), second call', wrapped[1]!.result);
  free.wrapper = released.cycles - near.freed;
  const block = guest.call('heap_caps_malloc', 100, 0x1000).result;
  const same = measure(
    'heap_caps_realloc',
    'heap_caps_realloc to the same size (in place)',
    block,
    100,
    0x1000,
  );
  bare.freshHeap();
  const bareBlock = bare.call('multi_heap_malloc', BASE, 100).result;
  const bareSame = bare.call('multi_heap_realloc', BASE, bareBlock, 100).cycles;
  const wrappedSame = measure('realloc', 'realloc to the same size (in place)', block, 100);
  const realloc = {
    entry: Math.round(same.cycles - bareSame - lock - visitFree),
    visit: free.visit,
    wrapper: wrappedSame.cycles - same.cycles,
  };
  return { caps: { malloc, free, realloc }, rows };
}

function readHeaps(guest: GuestHeap): { start: number; end: number }[] {
  const { memory, symbols } = guest.machine;
  const head = symbols.address('registered_heaps');
  if (head === undefined) throw new Error('the program has no symbol registered_heaps');
  const heaps: { start: number; end: number }[] = [];
  for (let at = memory.read32(head); at !== 0 && heaps.length < 32; at = memory.read32(at + 32)) {
    heaps.push({ start: memory.read32(at + 12), end: memory.read32(at + 16) });
  }
  return heaps;
}

/** Runs everything. */
export function deriveHeapCycles(rom: Uint8Array, program: Uint8Array): HeapCyclesDerivation {
  const guest = new GuestHeap(rom, program);
  const rows = measureRows(guest);
  const copyRows = [64, 256, 1024].map((size) => {
    const outcome = guest.call('memcpy', BASE + 0x8000, BASE, size);
    rows.push({
      function: 'memcpy',
      path: `aligned, ${size} bytes (ROM)`,
      cycles: outcome.cycles,
      instructions: outcome.instructions,
    });
    return [size, outcome.cycles] as const;
  });
  const zeroRows = [16, 256, 1024].map((size) => {
    const outcome = guest.call('memset', BASE, 0, size);
    rows.push({
      function: 'memset',
      path: `${size} bytes (ROM)`,
      cycles: outcome.cycles,
      instructions: outcome.instructions,
    });
    return [size, outcome.cycles] as const;
  });
  const copy = straightLine(copyRows);
  const withLock = lockedRows(guest);
  rows.push(...withLock.rows);
  const { paths, differences } = measurePaths(guest, copy);
  const { caps, rows: capsRows } = measureCaps(rom, program, withLock.lock);
  rows.push(...capsRows);
  return { rows, paths, lock: withLock.lock, copy, caps, zero: straightLine(zeroRows), differences };
}

function lockedRows(guest: GuestHeap): { rows: CycleRow[]; lock: number } {
  guest.freshHeap();
  const open = guest.call('multi_heap_malloc', BASE, 100);
  guest.freshHeap();
  guest.machine.memory.write32(LOCK, LOCK_FREE);
  guest.machine.memory.write32(LOCK + 4, 0);
  guest.call('multi_heap_set_lock', BASE, LOCK);
  const first = guest.call('multi_heap_malloc', BASE, 100);
  const blocks = [100, 100, 100].map((size) => guest.call('multi_heap_malloc', BASE, size).result);
  const released = guest.call('multi_heap_free', BASE, blocks[1]!);
  const row = (name: string, path: string, { cycles, instructions }: CallOutcome): CycleRow => ({
    function: name,
    path,
    cycles,
    instructions,
  });
  return {
    rows: [
      row(
        'multi_heap_malloc',
        'with lock set (vPortEnter/ExitCritical executed for real), fresh split n=100',
        first,
      ),
      row('multi_heap_free', 'with lock set, no free neighbour n=100', released),
    ],
    lock: first.cycles - open.cycles,
  };
}

/** The table file's text. */
export function tableText(derivation: HeapCyclesDerivation): string {
  const { paths, lock, copy, caps, zero } = derivation;
  const rows = paths.map(
    ([path, mean, least, most, calls]) =>
      `  [${path}, ${mean}], // ${least}..${most}, ${calls} calls, ${pathName(path)}`,
  );
  const layer = (name: 'malloc' | 'free' | 'realloc'): string =>
    `  ${name}: { entry: ${caps[name].entry}, visit: ${caps[name].visit}, wrapper: ${caps[name].wrapper} },`;
  return `/**
 * Generated by \`node packages/bench/dist/derive-heap-cycles.js ROM.elf HELLO_WORLD.elf\` from the ESP32's ROM (revision 3) and
 * ESP-IDF v5.0.1's hello_world, run on the simulator. Do not edit.
 *
 * @packageDocumentation
 */

/** \`PATH\` bits, mean CPU cycles of multi_heap's function, copy excluded. */
export const PATH_CYCLES: readonly (readonly [number, number])[] = [
${rows.join('\n')}
];

/** Taking and giving back a heap's lock. */
export const LOCK_CYCLES = ${lock};

/** The ROM's memcpy of word-aligned bytes. */
export const COPY_CYCLES = { start: ${copy.start}, perByte: ${copy.perByte} };

/**
 * The heap_caps layer: entry, each descriptor looked at, what the C library's function of the same name adds; and the ROM's
 * memset.
 */
export const CAPS_CYCLES = {
${(['malloc', 'free', 'realloc'] as const).map(layer).join('\n')}
  zero: { start: ${zero.start}, perByte: ${zero.perByte} },
};
`;
}

function pathName(path: number): string {
  const names = Object.entries(PATH)
    .filter(([, bit]) => (path & bit) !== 0)
    .map(([name]) => name.toLowerCase().replace('_', ' '));
  return names.length === 0 ? 'plain' : names.join(', ');
}

/** Figures of the facts file that this derivation measures too, and where they differ. */
export function compareWithFacts(
  rows: readonly CycleRow[],
  facts: { rows: CycleRow[] },
): { same: number; different: string[] } {
  const different: string[] = [];
  let same = 0;
  for (const fact of facts.rows) {
    const row = rows.find((one) => one.function === fact.function && one.path === fact.path);
    if (row === undefined) continue;
    if (row.cycles === fact.cycles && row.instructions === fact.instructions) same++;
    else {
      different.push(
        `${fact.function}: ${fact.path}: facts ${fact.cycles}/${fact.instructions}, measured ${row.cycles}/${row.instructions}`,
      );
    }
  }
  return { same, different };
}

function main(args: string[]): number {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args.splice(at, 2)[1];
  };
  const output = option('-o');
  const factsPath = option('--facts');
  const [romPath, programPath] = args;
  if (romPath === undefined || programPath === undefined) {
    console.error('usage: derive-heap-cycles ROM.elf HELLO_WORLD.elf [-o TABLE.ts] [--facts cycles.json]');
    return 64;
  }
  const derivation = deriveHeapCycles(readFileSync(romPath), readFileSync(programPath));
  for (const { function: name, path, cycles, instructions } of derivation.rows) {
    console.log(`${name} | ${path} | ${cycles} | ${instructions}`);
  }
  for (const text of derivation.differences) console.error(`model and guest differ: ${text}`);
  if (output !== undefined) writeFileSync(output, tableText(derivation));
  if (factsPath === undefined) return derivation.differences.length === 0 ? 0 : 1;
  const facts = JSON.parse(readFileSync(factsPath, 'utf8')) as { rows: CycleRow[] };
  const { same, different } = compareWithFacts(derivation.rows, facts);
  for (const text of different) console.error(`differs from the facts: ${text}`);
  console.error(`${same} figures equal to the facts', ${different.length} differ`);
  return different.length + derivation.differences.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
