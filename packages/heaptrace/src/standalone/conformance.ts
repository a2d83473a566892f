/** Suite `heaptrace`: scripted traces against dumps and API results of the real recorder (vectors/heaptrace). */
import { createHeapMemory } from '@xtal/heap';
import { HeapTraceStandalone, heapTraceStateBytes } from './heap-trace-standalone.js';

/** What a suite is given: a path, the bytes, and access to files beside it. */
export interface SuiteFile {
  path: string;
  bytes: Uint8Array;
  sibling?(name: string): Uint8Array | undefined;
}

/** Result of a suite, in cases. */
export interface SuiteResult {
  passed: number;
  failed: number;
  failures: string[];
}

const MAX_FAILURES = 50;
const BASE = 0x3ff8_0000;
const STATE_ADDRESS = BASE + 0x100;

type Op = unknown[];
interface VectorFile {
  config: {
    format: string;
    idf: string;
    stack_depth: number;
    spiram: boolean;
    unicore: boolean;
    hash_map_size: number;
    record_size: number;
  };
  cases: { name: string; ops: Op[] }[];
}

/** Runs every case of the files; a file that is no vector of this suite is one failure. */
export function heaptrace(files: readonly SuiteFile[]): SuiteResult {
  const result: SuiteResult = { passed: 0, failed: 0, failures: [] };
  const fail = (text: string): void => {
    result.failed++;
    if (result.failures.length < MAX_FAILURES) result.failures.push(text);
  };
  for (const file of files) {
    let vector: VectorFile;
    try {
      vector = parseVector(file.bytes);
    } catch (error) {
      fail(`${file.path}: ${(error as Error).message}`);
      continue;
    }
    for (const { name, ops } of vector.cases) {
      try {
        runCase(vector.config, ops);
        result.passed++;
      } catch (error) {
        fail(`${file.path}: ${name}: ${(error as Error).message}`);
      }
    }
  }
  return result;
}

function parseVector(bytes: Uint8Array): VectorFile {
  if (bytes.length === 0) throw new Error('empty file, expected a heap-trace vector');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`not JSON: ${(error as Error).message}`);
  }
  const vector = value as Partial<VectorFile> | null;
  const config = vector?.config;
  if (typeof config !== 'object' || config.format !== 'heap-trace-dump-1')
    throw new Error('another suite: expected config.format "heap-trace-dump-1"');
  if (!Array.isArray(vector?.cases) || vector.cases.length === 0) throw new Error('no cases');
  for (const entry of vector.cases as { name?: unknown; ops?: unknown }[])
    if (typeof entry?.name !== 'string' || !Array.isArray(entry.ops) || !entry.ops.every(Array.isArray))
      throw new Error('a case has no name or no list of operations');
  return vector as VectorFile;
}

/** Throws an Error that says which operation gave what instead of what. */
function runCase(config: VectorFile['config'], ops: Op[]): void {
  const room = ops.reduce((most, op) => (op[0] === 'init' ? Math.max(most, Number(op[1])) : most), 1);
  const stateBytes = heapTraceStateBytes(config.idf, config.hash_map_size);
  const out = STATE_ADDRESS + stateBytes + 0x100;
  const buffer = out + 0x400;
  const bytes = buffer - BASE + room * config.record_size;
  if (!(bytes > 0 && bytes < 0x800_0000)) throw new Error(`unusable buffer: ${room} records`);
  const trace = new HeapTraceStandalone({
    memory: createHeapMemory(BASE, bytes),
    stateAddress: STATE_ADDRESS,
    idf: config.idf,
    stackDepth: config.stack_depth,
    hashMapSize: config.hash_map_size,
    spiram: config.spiram,
    unicore: config.unicore,
  });
  equal('record_size', config.record_size, trace.recordBytes);
  const player = new Player(trace, buffer, out);
  let comparisons = 0;
  ops.forEach((op, i) => {
    const last = op[op.length - 1] as { '='?: unknown } | undefined;
    const checked = typeof last === 'object' && last !== null && '=' in last;
    const got = player.play(checked ? op.slice(0, -1) : op);
    if (!checked) return;
    comparisons++;
    equal(`operation ${i} ${JSON.stringify(op.slice(0, -1))}`, last['='], got);
  });
  if (comparisons === 0) throw new Error('the case compares nothing');
}

function isWord(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}

/** Applies operations of the vector format to a recorder. */
class Player {
  private core = 0;

  constructor(
    private readonly trace: HeapTraceStandalone,
    private readonly buffer: number,
    private readonly out: number,
  ) {}

  play(op: Op): unknown {
    const { trace } = this;
    const n = (i: number): number => {
      const value = op[i];
      if (!isWord(value)) throw new Error(`${JSON.stringify(op)}: argument ${i} is not a 32-bit number`);
      return value;
    };
    const chain = (i: number): number[] => {
      const value = op[i];
      if (!Array.isArray(value) || !value.every(isWord))
        throw new Error(`${JSON.stringify(op)}: argument ${i} is not a call chain`);
      return value;
    };
    switch (op[0]) {
      case 'init':
        return trace.initStandalone(n(1) > 0 ? this.buffer : 0, n(1));
      case 'initz':
        return trace.initStandalone(this.buffer, 0);
      case 'start':
        return trace.start(n(1));
      case 'stop':
        return trace.stop();
      case 'resume':
        return trace.resume();
      case 'pause':
        return trace.version.stateEnum ? trace.allocPause() : null;
      case 'core':
        this.core = n(1);
        return undefined;
      case 'A':
        return trace.recordAllocation(n(1), this.core, n(3), n(2), chain(4));
      case 'C':
        return trace.recordAllocation(n(1), this.core, n(4), Math.imul(n(2), n(3)) >>> 0, chain(5));
      case 'F':
        return trace.recordFree(n(1), chain(2));
      case 'R':
        trace.recordFree(n(2), chain(5));
        if (n(3) !== 0) trace.recordAllocation(n(1), this.core, n(4), n(3), chain(5));
        return undefined;
      case 'count':
        return trace.getCount();
      case 'getnull':
        return trace.get(0, 0);
      case 'get':
        return this.get(n(1));
      case 'summary': {
        const summary = trace.summary();
        return summary ? { err: 0, ...summary } : null;
      }
      case 'dump':
        return this.text((print) => trace.dump(print));
      case 'dumpcaps':
        return trace.version.summary ? this.text((print) => trace.dumpCaps(n(1), print)) : null;
      default:
        throw new Error(`unknown operation ${JSON.stringify(op[0])}`);
    }
  }

  private get(index: number): unknown {
    const err = this.trace.get(index, this.out);
    if (err !== 0) return { err };
    const { freed: _, ...record } = this.trace.readRecord(this.out);
    return { err, ...record };
  }

  private text(dump: (print: (text: string) => void) => void): string {
    let text = '';
    dump((piece) => (text += piece));
    return text;
  }
}

/** Compares values as JSON, key order aside. */
function equal(what: string, expected: unknown, got: unknown): void {
  const canonical = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const want = JSON.stringify(canonical(expected));
  const have = JSON.stringify(canonical(got));
  if (want !== have) throw new Error(`${what}: expected ${want}, got ${have ?? 'nothing'}`);
}
