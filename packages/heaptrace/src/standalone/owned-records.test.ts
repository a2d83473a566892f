import { createHeapMemory } from '@xtal/heap';
import { describe, expect, it } from 'vitest';
import { RecorderPriceList } from '../services/trace-prices.js';
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

/** Who keeps the records: guest memory, the host, the host by the short way of leak mode. */
type Way = 'guest' | 'host' | 'short';

/**
 * All that is left of calls in random order: results, prices, texts, memory.
 * @param calm how many records come between other calls
 */
function churn(setting: Setting, seed: number, calm: number, way: Way): unknown[] {
  let random = seed;
  const next = (below: number): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return Math.floor((random / 2 ** 32) * below);
  };
  const pick = (values: readonly number[]): number => values[next(values.length)]!;
  const memory = createHeapMemory(BASE, BYTES);
  const trace = new HeapTraceStandalone({ memory, stateAddress: BASE + 16, ...setting });
  const prices = new RecorderPriceList(trace);
  const atTheEnd = BASE + BYTES - 3 * trace.recordBytes;
  const seen: unknown[] = [];
  const works: unknown[] = [];
  const begin = (): void => {
    trace.stop();
    if (next(2) === 0) trace.disownRecords();
    if (way !== 'guest') trace.ownRecords();
    const buffer = pick([BASE + 0x4000, BASE + 0x8000, BASE + 0x8002, atTheEnd]);
    seen.push(trace.initStandalone(buffer, buffer === atTheEnd ? 3 : pick([1, 2, 12, 40, 600])));
    if (next(8) > 0) seen.push(trace.start(next(2)));
  };
  const first = pick(BLOCKS);
  const step = pick([4, 16, 3, BUCKETS]);
  const record = (): void => {
    const address = (first + step * next(pick([5, 30, 200]))) >>> 0;
    const chain = Array.from({ length: next(setting.stackDepth + 3) }, () => pick(CODE));
    const free = next(2) === 0;
    const [ccount, core, size] = [next(2 ** 32), next(2), next(2 ** 32)];
    const records = way === 'short' ? trace.leakRecords : undefined;
    if (records !== undefined) {
      if (free) seen.push(prices.leaks.free(records.release(address)));
      else {
        const callers = trace.callersOf(chain);
        seen.push(prices.leaks.allocation(records.append(ccount, core, address, size, { callers })));
      }
    } else if (free) {
      trace.recordFree(address, chain);
      seen.push(prices.free(trace.work));
    } else {
      trace.recordAllocation(ccount, core, address, size, chain);
      seen.push(prices.allocation(trace.work));
    }
    if (way !== 'short') works.push({ ...trace.work });
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
  for (let i = 0; i < 3000 + 2 * calm; i++)
    try {
      if (next(calm) > 0) record();
      else if (next(2) === 0) trace.resume();
      else others[next(others.length)]!();
    } catch (error) {
      seen.push(String(error)); // init and resume without start
      begin();
    }
  trace.settle();
  return [seen, Buffer.from(memory.u8).toString('base64'), works];
}

describe('records that nobody else can write to', () => {
  it('are seen by a dump that is interrupted by a free', () => {
    const dumps = [false, true].map((owned) => {
      const memory = createHeapMemory(BASE, BYTES);
      const trace = new HeapTraceStandalone({ memory, stateAddress: BASE + 16 });
      if (owned) trace.ownRecords();
      trace.initStandalone(BASE + 0x4000, 5);
      trace.start(1);
      for (let i = 0; i < 5; i++) trace.recordAllocation(4 * i, 0, BASE + 0x8000 + 16 * i, 8, []);
      let text = '';
      trace.dump((piece) => {
        if (text.includes('bytes (@')) trace.recordFree(BASE + 0x8010, []);
        text += piece;
      });
      return text;
    });
    expect(dumps[1]).toBe(dumps[0]);
    expect(dumps[0]).toContain('New entries were traced while dumping');
  });

  it('tell who made them when they are so no longer', () => {
    const memory = createHeapMemory(BASE, BYTES);
    const trace = new HeapTraceStandalone({ memory, stateAddress: BASE + 16 });
    const told: unknown[] = [];
    trace.ownRecords((address, allocator) => told.push([address, allocator]));
    trace.initStandalone(BASE + 0x4000, 2);
    trace.start(1);
    const makers = [1, 2, 3].map((n) => ({ callers: Uint32Array.of(n, 0) }));
    makers.forEach((maker, i) => trace.leakRecords!.append(i, 0, BASE + 0x8000 + 16 * i, 8, maker));
    expect(trace.recordAddresses().map((record) => trace.allocatorOf(record))).toEqual(makers.slice(1));
    trace.stop();
    trace.disownRecords();
    expect(told).toEqual([
      [BASE + 0x8010, makers[1]],
      [BASE + 0x8020, makers[2]],
    ]);
    expect(trace.leakRecords).toBeUndefined();
  });

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
      // calm ones use up the positions of small lists, and fill the large one
      for (const [seed, calm] of [1, 2, 3, 4, 5, 6, 7, 8].map(
        (n) => [n * 0x9e37_79b1, n < 5 ? 40 : 2000] as const,
      )) {
        const setting = { idf, stackDepth, hashMapSize };
        const [seen, memory, works] = churn(setting, seed, calm, 'guest');
        expect(churn(setting, seed, calm, 'host')).toEqual([seen, memory, works]);
        expect(churn(setting, seed, calm, 'short').slice(0, 2)).toEqual([seen, memory]);
      }
    },
  );
});
