/**
 * The `lua-alloc` conformance suite: what the real NodeMCU interpreter did with its allocator when it loaded and ran a
 * script (`NAME.json`, with `NAME.lua` beside it) against this one. One case is one comparison of the vectors' README.
 */
import type { BlockKind } from './objects.js';
import { BLOCK_KINDS } from './objects.js';
import { LuaMachine } from './machine.js';
import { parseJson, type SuiteFile, type SuiteResult } from '../conformance/suite.js';
import { CountingHeap } from './testheap.js';

/**
 * Functions that GCC inlines at -Os for the ESP32 (facts, section 6). The vectors' chains, of an unoptimised build, have
 * them; chains of a device have not.
 */
const INLINED: ReadonlySet<string> = new Set([
  'createstrobj', 'setnodevector', 'rehash', 'pushclosure', 'newbox', 'addprototype', 'registerlocalvar', 'open_func',
  'mainfunc', 'exprstat', 'funcstat', 'localstat', 'primaryexp', 'simpleexp', 'codeclosure', 'read_string', 'docall',
  'dojob', 'init_registry', 'freeobj', 'tmr_get', 'tryfuncTM',
]); // prettier-ignore

type Phase = 'load' | 'run' | 'collect';
type Sizes = Record<string, Record<string, number>>;
interface Vector {
  name: string;
  chunkname: string;
  script: string;
  lua_bytes: { before: number; loaded: number; ran: number; collected: number };
  op_counts: Record<Phase, Partial<Record<'A' | 'R' | 'F', number>>>;
  live_after_load: Sizes;
  live_after_run: Sizes;
  live_after_collect: Sizes;
  gc_on: {
    peak_lua_bytes: number;
    op_counts_run: Partial<Record<'A' | 'R' | 'F', number>>;
    lua_bytes_collected: number;
  };
  chains: string[][];
  ops: (string | number)[][];
}
/** One operation as the vectors write it, ids left out. */
interface Operation {
  phase: Phase;
  op: 'A' | 'R' | 'F';
  kind: string;
  size: number;
  chain: string[];
  line: number;
}
/** What one run did. */
interface Run {
  counts: Record<Phase, Record<'A' | 'R' | 'F', number>>;
  live: Record<Phase, Sizes>;
  bytes: { before: number; loaded: number; ran: number; collected: number };
  peak: number;
  operations: Operation[];
  error: string;
}

const EXACT_KINDS: readonly BlockKind[] = ['shrstr', 'lngstr', 'table', 'array', 'node', 'lclosure', 'cclosure', 'upval', 'udata',
  'thread', 'proto', 'code', 'k', 'p', 'upvalues']; // prettier-ignore
const LOOSE_KINDS: readonly BlockKind[] = ['stack', 'callinfo'];
/** Metatables that the modules of the vectors' boot (tmr, pipe, struct, sjson, bit, encoder) keep in the registry. */
const BOOT_METATABLES = ['tmr.timer', 'sjson.decoder', 'sjson.encoder'];
const CHAIN_DEPTH = 6;
/** Bytes that the vectors' peak counts beside Lua's own: the cache of flash keys. */
const KEY_CACHE = 512;

/** Loads and runs a script on a freshly booted state, as the vectors' program did. */
function runScript(source: Uint8Array, chunkname: string, collector: boolean): Run {
  const heap = new CountingHeap();
  const machine = LuaMachine.create({ heap });
  for (const name of BOOT_METATABLES) machine.registerMetatable(name, {});
  machine.collect();
  machine.collect();
  const run: Run = {
    counts: { load: { A: 0, R: 0, F: 0 }, run: { A: 0, R: 0, F: 0 }, collect: { A: 0, R: 0, F: 0 } },
    live: { load: {}, run: {}, collect: {} },
    bytes: { before: machine.bytes, loaded: 0, ran: 0, collected: 0 },
    peak: 0,
    operations: [],
    error: '',
  };
  const live = new Map<number, { kind: string; size: number }>();
  const snapshot = (): Sizes => {
    const sizes: Sizes = {};
    for (const { kind, size } of live.values()) {
      const row = (sizes[kind] ??= {});
      row[size] = (row[size] ?? 0) + 1;
    }
    return sizes;
  };
  let phase: Phase = 'load';
  machine.listener = {
    block(oldAddress, _oldSize, newAddress, newSize, kindNumber) {
      const kind = BLOCK_KINDS[kindNumber]!;
      const op = newAddress === 0 ? 'F' : oldAddress === 0 ? 'A' : 'R';
      run.counts[phase][op]++;
      run.peak = Math.max(run.peak, heap.used);
      if (op !== 'A' && live.has(oldAddress)) {
        live.delete(oldAddress);
        if (op === 'R') live.set(newAddress, { kind, size: newSize });
      } else if (op === 'A') live.set(newAddress, { kind, size: newSize });
      if (!collector && op !== 'F')
        run.operations.push({
          phase,
          op,
          kind,
          size: newSize,
          chain: machine.callChain(kindNumber, CHAIN_DEPTH + 1).slice(1),
          line: machine.currentLine(),
        });
    },
  };
  run.peak = heap.used;
  const { api, L } = machine;
  if (!collector) api.lua_gc(L, 0, 0);
  const loaded = machine.load(source, chunkname);
  run.bytes.loaded = machine.bytes;
  run.live.load = snapshot();
  phase = 'run';
  const status = loaded === 0 ? api.lua_pcall(L, 0, 0, 0) : loaded;
  if (status !== 0) run.error = machine.text(-1);
  api.lua_settop(L, 0);
  run.bytes.ran = machine.bytes;
  run.live.run = snapshot();
  phase = 'collect';
  machine.collect();
  machine.collect();
  run.bytes.collected = machine.bytes;
  run.live.collect = snapshot();
  return run;
}

class Report {
  readonly result: SuiteResult = { passed: 0, failed: 0, failures: [] };
  where = '';
  check(name: string, ok: boolean, expected: unknown, got: unknown): void {
    if (ok) this.result.passed++;
    else this.fail(`${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
  }
  fail(text: string): void {
    this.result.failed++;
    if (this.result.failures.length < 50) this.result.failures.push(`${this.where}: ${text}`);
  }
}

const total = (row: Record<string, number> | undefined): number =>
  Object.values(row ?? {}).reduce((sum, n) => sum + n, 0);
const totalBytes = (row: Record<string, number> | undefined): number =>
  Object.entries(row ?? {}).reduce((sum, [size, n]) => sum + Number(size) * n, 0);
/** All sizes of a row, ascending. */
const list = (row: Record<string, number> | undefined): number[] =>
  Object.entries(row ?? {})
    .flatMap(([size, n]) => new Array<number>(n).fill(Number(size)))
    .sort((a, b) => a - b);
const sameRow = (a: Record<string, number> | undefined, b: Record<string, number> | undefined): boolean =>
  JSON.stringify(list(a)) === JSON.stringify(list(b));
const within = (expected: number, got: number, fraction: number, atLeast: number): boolean =>
  Math.abs(expected - got) <= Math.max(fraction * expected, atLeast);

/**
 * Node arrays may be a power of two off when keys were deleted before a rehash (README, rule 4). That holds for the
 * globals of every script: the boot deletes one of their keys, so whether the third new global rehashes them to 8 nodes
 * (160 bytes, a block born in the script) or still finds the old array large enough depends on the hash seed. In the
 * vectors `varargs_pack` does and `long_strings` does not, with the same three names.
 */
function nodesAgree(expected: Row, got: Row, deletes: boolean): boolean {
  const a = withoutGlobals(list(expected), list(got));
  const b = withoutGlobals(list(got), list(expected));
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  return (
    deletes &&
    a.length === b.length &&
    a.every((size, i) => size === b[i] || size === 2 * b[i]! || 2 * size === b[i]!)
  );
}
type Row = Record<string, number> | undefined;
const GLOBALS_NODES = 160;
/** Takes out one array of 8 nodes that only one side has. */
function withoutGlobals(sizes: number[], others: number[]): number[] {
  const count = (l: number[]): number => l.filter((size) => size === GLOBALS_NODES).length;
  if (count(sizes) === count(others) + 1) {
    const rest = [...sizes];
    rest.splice(rest.indexOf(GLOBALS_NODES), 1);
    return rest;
  }
  return sizes;
}

function checkVector(vector: Vector, source: Uint8Array, report: Report): void {
  const off = runScript(source, vector.chunkname, false);
  const deletes = /=\s*nil\b|table\.remove|rawset/.test(new TextDecoder('latin1').decode(source));
  // rule 1
  const want = vector.live_after_collect;
  const have = off.live.collect;
  for (const kind of EXACT_KINDS) {
    const ok =
      kind === 'node' ? nodesAgree(want[kind], have[kind], deletes) : sameRow(want[kind], have[kind]);
    report.check(`live after collection, ${kind}`, ok, want[kind] ?? {}, have[kind] ?? {});
  }
  const wantLines = list(want['lineinfo']);
  const haveLines = list(have['lineinfo']);
  report.check(
    'live after collection, lineinfo',
    wantLines.length === haveLines.length &&
      wantLines.every((size, i) => Math.abs(size - haveLines[i]!) <= 2),
    want['lineinfo'] ?? {},
    have['lineinfo'] ?? {},
  );
  for (const kind of LOOSE_KINDS) {
    const a = list(want[kind]);
    const b = list(have[kind]);
    const sizes = a.slice(0, b.length).every((size, i) => size <= 2 * b[i]! && b[i]! <= 2 * size);
    report.check(
      `live after collection, ${kind}`,
      Math.abs(a.length - b.length) <= 1 && sizes,
      want[kind] ?? {},
      have[kind] ?? {},
    );
  }
  // rule 2
  for (const kind of [...EXACT_KINDS, 'lineinfo', ...LOOSE_KINDS]) {
    const a = vector.live_after_run[kind];
    const b = off.live.run[kind];
    const seedBytes = kind === 'node' ? GLOBALS_NODES : 0;
    const bytesOk =
      within(totalBytes(a), totalBytes(b), 0.03, seedBytes) ||
      (kind === 'node' && deletes) ||
      LOOSE_KINDS.includes(kind as BlockKind);
    report.check(`live after run, ${kind}`, within(total(a), total(b), 0.02, 1) && bytesOk, a ?? {}, b ?? {});
  }
  // rule 3; a rehash of the globals, of which the boot deleted a key, comes one store sooner or later (rule 4)
  const counts = vector.op_counts;
  report.check(
    'new blocks while running',
    within(counts.run.A ?? 0, off.counts.run.A, 0.05, 1),
    counts.run.A ?? 0,
    off.counts.run.A,
  );
  report.check(
    'new blocks while loading',
    within(counts.load.A ?? 0, off.counts.load.A, 0.15, 0),
    counts.load.A ?? 0,
    off.counts.load.A,
  );
  // rule 5
  const kept = vector.lua_bytes.collected - vector.lua_bytes.before;
  const keptHere = off.bytes.collected - off.bytes.before;
  report.check('bytes kept', within(kept, keptHere, 0.02, 64), kept, keptHere);
  // rule 6
  checkChains(vector, off, report);
  // the collector's pace
  const on = runScript(source, vector.chunkname, true);
  const peak = vector.gc_on.peak_lua_bytes - KEY_CACHE;
  report.check(
    'peak with the collector running',
    within(peak, on.peak - KEY_CACHE, 0.1, 0),
    peak,
    on.peak - KEY_CACHE,
  );
  const ops = total(vector.gc_on.op_counts_run);
  const opsHere = total(on.counts.run);
  report.check('operations with the collector running', within(ops, opsHere, 0.1, 2), ops, opsHere);
  report.check(
    'bytes at the end with the collector running',
    within(
      vector.gc_on.lua_bytes_collected - vector.lua_bytes.before,
      on.bytes.collected - on.bytes.before,
      0.02,
      64,
    ),
    vector.gc_on.lua_bytes_collected - vector.lua_bytes.before,
    on.bytes.collected - on.bytes.before,
  );
}

/** Each chain of the vector (phase, kind, line, first names) must occur here as often, but for the seed's rehashes. */
function checkChains(vector: Vector, run: Run, report: Report): void {
  const phases: Record<string, Phase> = { L: 'load', R: 'run', C: 'collect' };
  const key = (o: Operation): string =>
    `${o.phase} ${o.op} ${o.kind} line ${o.line}: ${o.chain.slice(0, CHAIN_DEPTH).join(' < ')}`;
  const expected = new Map<string, number>();
  for (const row of vector.ops) {
    if (row[1] === 'F') continue;
    const resize = row[1] === 'R';
    const chain = vector.chains[row[resize ? 6 : 5] as number];
    if (chain === undefined) {
      report.fail('chains: an operation names a chain that is not in the list');
      return;
    }
    const k = key({
      phase: phases[row[0] as string]!,
      op: row[1] as 'A' | 'R',
      kind: row[3] as string,
      size: 0,
      chain: chain.filter((name) => !INLINED.has(name)),
      line: row[resize ? 7 : 6] as number,
    });
    expected.set(k, (expected.get(k) ?? 0) + 1);
  }
  const got = new Map<string, number>();
  for (const o of run.operations) got.set(key(o), (got.get(key(o)) ?? 0) + 1);
  for (const [k, n] of expected) {
    const ok = within(n, got.get(k) ?? 0, 0.05, k.startsWith('run A node') ? 1 : 0);
    report.check(`chain ${k}`, ok, n, got.get(k) ?? 0);
  }
}

function isVector(value: unknown): value is Vector {
  if (typeof value !== 'object' || value === null) return false;
  const v = value as Partial<Vector>;
  const object = (o: unknown): boolean => typeof o === 'object' && o !== null;
  return (
    typeof v.name === 'string' && typeof v.script === 'string' && typeof v.chunkname === 'string' && object(v.lua_bytes) &&
    object(v.op_counts) && object(v.op_counts?.load) && object(v.op_counts?.run) && object(v.live_after_run) &&
    object(v.live_after_collect) && object(v.gc_on) && object(v.gc_on?.op_counts_run) && Array.isArray(v.chains) && Array.isArray(v.ops)
  ); // prettier-ignore
}

/** The `lua-alloc` suite. Files other than `.json` (the scripts, the index, the README) are passed over. */
export function luaAlloc(files: readonly SuiteFile[]): SuiteResult {
  const report = new Report();
  for (const file of files) {
    if (/\.(lua|tsv|md)$/.test(file.path)) continue;
    report.where = file.path;
    let vector: unknown;
    try {
      vector = parseJson(file.bytes);
    } catch (error) {
      report.fail((error as Error).message);
      continue;
    }
    if (!isVector(vector)) {
      report.fail(
        'file is no allocation vector (name, script, lua_bytes, op_counts, live_after_*, chains, ops, gc_on)',
      );
      continue;
    }
    const source = file.sibling?.(vector.script);
    if (source === undefined) {
      report.fail(`script: expected ${vector.script} beside the vector, it is missing`);
      continue;
    }
    try {
      checkVector(vector, source, report);
    } catch (error) {
      report.fail(`run: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    }
  }
  return report.result;
}
