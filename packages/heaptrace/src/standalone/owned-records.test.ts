import { createHeapMemory } from '@xtal/heap';
import { describe, expect, it } from 'vitest';
import { HeapTraceStandalone } from './heap-trace-standalone.js';

const BASE = 0x3ffb_0000;
const BYTES = 0x40000;
const OUT = BASE + 0x1000;
/** Addresses of blocks start here: in memory, at its end, outside. */
const BLOCKS = [BASE + 0x2000, BASE + BYTES - 64, 0x3f80_0000, 0x8000_0000];
/** Apart by so much, addresses fall into one bucket. */
const BUCKETS = 0x10_0000;
const CODE = [0x400d_0020, 0x4008_1000, 0x400d_1234, 0x3ffb_0000];

interface Setting {
  idf: string;
  stackDepth: number;
  hashMapSize: number;
}

/** All that is left of 3000 calls in random order: results, what they did, texts, memory. */
function churn(setting: Setting, seed: number, owned: boolean): unknown[] {
  let random = seed;
  const next = (below: number): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return Math.floor((random / 2 ** 32) * below);
  };
  const pick = (values: readonly number[]): number => values[next(values.length)]!;
  const memory = createHeapMemory(BASE, BYTES);
  const trace = new HeapTraceStandalone({ memory, stateAddress: BASE + 16, ...setting });
  const atTheEnd = BASE + BYTES - 3 * trace.recordBytes;
  const seen: unknown[] = [];
  const begin = (): void => {
    trace.stop();
    if (next(2) === 0) trace.disownRecords();
    if (owned) trace.ownRecords();
    const buffer = pick([BASE + 0x4000, BASE + 0x8000, BASE + 0x8002, atTheEnd]);
    seen.push(trace.initStandalone(buffer, buffer === atTheEnd ? 3 : pick([1, 2, 12, 40, 600])));
    if (next(8) > 0) seen.push(trace.start(next(2)));
  };
  const first = pick(BLOCKS);
  const step = pick([4, 16, 3, BUCKETS]);
  const record = (): void => {
    const address = (first + step * next(pick([5, 30, 200]))) >>> 0;
    const chain = Array.from({ length: next(setting.stackDepth + 3) }, () => pick(CODE));
    if (next(2) === 0) trace.recordFree(address, chain);
    else trace.recordAllocation(next(2 ** 32), next(2), address, next(2 ** 32), chain);
    seen.push({ ...trace.work });
  };
  const others = [
    begin,
    () => seen.push(trace.start(next(2))),
    () => seen.push(trace.stop()),
    () => seen.push(trace.allocPause()),
    () => trace.dump((text) => seen.push(text)),
    () => seen.push(trace.summary()),
    () => seen.push(trace.get(next(5), OUT)),
    () => seen.push(trace.recordAddresses(), trace.check()),
    () => {
      trace.settle();
      seen.push(memory.u32.reduce((hash, word) => Math.imul(hash ^ word, 0x0100_0193), 0));
    },
  ];
  begin();
  trace.start(next(2));
  for (let i = 0; i < 3000; i++)
    try {
      if (next(40) > 0) record();
      else if (next(2) === 0) trace.resume();
      else others[next(others.length)]!();
    } catch (error) {
      seen.push(String(error)); // init and resume without start
      begin();
    }
  trace.settle();
  return [...seen, Array.from(memory.u32)];
}

describe('records that nobody else can write to', () => {
  it.each([
    ['v4.4', 2, 0],
    ['v5.1.3', 2, 0],
    ['v5.1.3', 5, 7],
    ['v5.2', 0, 0],
    ['v5.3', 10, 0],
    ['v5.4', 1, 0],
    ['v5.5', 2, 0],
    ['v5.5', 8, 3],
  ])(
    '%s, depth %i, %i buckets: same results, same work, same bytes as a walk',
    (idf, stackDepth, hashMapSize) => {
      for (let seed = 1; seed <= 6; seed++) {
        const setting = { idf, stackDepth, hashMapSize };
        expect(churn(setting, seed * 0x9e37_79b1, true)).toEqual(churn(setting, seed * 0x9e37_79b1, false));
      }
    },
  );
});
