import { createHeapMemory } from '@xtal/heap';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  HEAP_TRACE_ALL,
  HEAP_TRACE_LEAKS,
  HeapTraceStandalone,
  filterCallers,
  type HeapTraceConfig,
} from './heap-trace-standalone.js';
import { STATE, recordLayout } from './layout.js';
import { HeapTraceFault } from './memory.js';
import { traceVersion } from './versions.js';

const BASE = 0x3ffb_0000;
const BUFFER = 0x3ffb_1000;
const OUT = 0x3ffb_4000;
const A = 0x3ffb_8010;
const B = 0x3ffb_8040;
const CHAIN = [0x400d_1111, 0x400d_2222, 0x400d_3333];

function make(config: Partial<HeapTraceConfig> = {}): {
  trace: HeapTraceStandalone;
  word: (address: number) => number;
  poke: (address: number, value: number) => void;
} {
  const memory = createHeapMemory(BASE, 0x10000);
  return {
    trace: new HeapTraceStandalone({ memory, stateAddress: BASE, ...config }),
    word: (address) => memory.u32[(address - BASE) >>> 2]!,
    poke: (address, value) => {
      memory.u32[(address - BASE) >>> 2] = value;
    },
  };
}

describe('record size by version, depth and hash map', () => {
  it.each([
    ['v4.4.8', 2, false, 28],
    ['v5.0.9', 10, false, 92],
    ['v5.1.3', 0, false, 20],
    ['v5.1.3', 2, false, 36],
    ['v5.1.3', 2, true, 44],
    ['v5.2.7', 2, true, 40],
    ['v5.4.4', 32, false, 276],
    ['v5.5.5', 2, false, 40],
    ['v5.5.5', 2, true, 44],
  ])('%s depth %i hash %s: %i bytes', (idf, depth, hash, bytes) => {
    expect(recordLayout(traceVersion(idf), depth, hash).bytes).toBe(bytes);
  });
});

describe('a record in guest memory (v5.1.3, depth 2, LEAKS, 3 records)', () => {
  let { trace, word, poke } = make();
  beforeEach(() => {
    ({ trace, word, poke } = make());
    trace.initStandalone(BUFFER, 3);
    trace.start(HEAP_TRACE_LEAKS);
  });

  it('the first allocation takes the first slot: ccount | core, address, size, callers, links', () => {
    trace.recordAllocation(0x1237, 1, A, 20, CHAIN);
    const words = [0, 4, 8, 12, 16, 20, 24, 28, 32].map((at) => word(BUFFER + at));
    expect(words).toEqual([0x1235, A, 20, CHAIN[0], CHAIN[1], 0, 0, 0, BASE + STATE.listFirst]);
    expect(word(BASE + STATE.listFirst)).toBe(BUFFER);
    expect(word(BASE + STATE.listLast)).toBe(BUFFER + 28);
    expect(word(BASE + STATE.unusedFirst)).toBe(BUFFER + 36);
    expect(word(BASE + STATE.count)).toBe(1);
  });

  it('a freed record is zeroed and becomes the next slot to be used; the invariant holds', () => {
    trace.recordAllocation(0, 0, A, 20, CHAIN);
    trace.recordAllocation(0, 0, B, 24, CHAIN);
    trace.recordFree(A, CHAIN);
    expect([word(BUFFER + 4), word(BUFFER + 8)]).toEqual([0, 0]);
    expect(trace.check()).toEqual([]);
    trace.recordAllocation(0, 0, A, 8, []);
    expect(trace.recordAddresses()).toEqual([BUFFER + 36, BUFFER]);
    expect(trace.check()).toEqual([]);
  });

  it('the fourth of three allocations drops the oldest', () => {
    for (let i = 0; i < 4; i++) trace.recordAllocation(i, 0, A + 16 * i, 8, CHAIN);
    expect(trace.summary()).toMatchObject({ count: 3, has_overflowed: 1, total_allocations: 4 });
    expect(trace.recordAddresses().map((r) => word(r + 4))).toEqual([A + 16, A + 32, A + 48]);
    expect(trace.check()).toEqual([]);
  });

  it('summary goes into guest memory as seven words', () => {
    trace.recordAllocation(0, 0, A, 20, CHAIN);
    expect(trace.writeSummary(0)).toBe(0x102);
    expect(trace.writeSummary(OUT)).toBe(0);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((i) => word(OUT + 4 * i))).toEqual([1, 1, 0, 1, 3, 1, 0, 0]);
  });

  it('get at a cursor: get(0) moves the record but not the index', () => {
    for (let i = 0; i < 3; i++) trace.recordAllocation(i, 0, A + 16 * i, 8, CHAIN);
    const address = (index: number): number => {
      expect(trace.get(index, OUT)).toBe(0);
      return word(OUT + 4);
    };
    expect(address(1)).toBe(A + 16);
    expect(address(0)).toBe(A);
    expect(address(2)).toBe(A + 16); // not A + 32: index 2 follows cursor index 1, whose record is now the first
  });

  describe('overwritten by the guest', () => {
    beforeEach(() => {
      trace.recordAllocation(0, 0, A, 20, CHAIN);
      trace.recordAllocation(0, 0, B, 24, CHAIN);
    });

    it('an address changed in the record is what free then searches for', () => {
      poke(BUFFER + 4, B);
      trace.recordFree(B, CHAIN); // oldest first: the overwritten record goes
      expect(trace.recordAddresses()).toEqual([BUFFER + 36]);
      expect(word(BUFFER + 36 + 4)).toBe(B);
    });

    it('a link to nowhere: LoadProhibited at that address, named after the function', () => {
      poke(BUFFER + 28, 0x1234_5678);
      const fault = caught(() => trace.recordFree(0x3ffb_9000, CHAIN));
      expect(fault).toMatchObject({
        kind: 'LoadProhibited',
        address: 0x1234_567c,
        functionName: 'record_free',
      });
    });

    it('a ring: the search ends, told as an endless loop', () => {
      poke(BUFFER + 36 + 28, BUFFER);
      expect(caught(() => trace.recordFree(0x3ffb_9000, CHAIN)).kind).toBe('endless loop');
      poke(BASE + STATE.count, 0xffff_ffff);
      expect(caught(() => trace.dump(() => undefined)).kind).toBe('endless loop');
    });

    it('a list cut short: the dump says so and ends', () => {
      poke(BUFFER + 28, 0);
      let text = '';
      trace.dump((piece) => (text += piece));
      expect(text).toContain('\nError: heap trace linked list is corrupt. expected more records.\n');
      expect(trace.check().length).toBeGreaterThan(0);
    });

    it('an unused record that is not empty: the assert of list_pop_unused', () => {
      poke(BUFFER + 72 + 4, 1);
      expect(caught(() => trace.recordAllocation(0, 0, A, 1, [])).message).toBe(
        'assert failed: list_pop_unused heap_trace_standalone.c (r_unused->address == NULL)',
      );
    });
  });
});

function caught(run: () => void): HeapTraceFault {
  try {
    run();
  } catch (error) {
    if (error instanceof HeapTraceFault) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('misuse of the state machine', () => {
  it('v5.1.3: resume after init without start, then an allocation: NULL record, LoadProhibited', () => {
    const { trace } = make();
    trace.initStandalone(BUFFER, 3);
    expect(trace.resume()).toBe(0);
    expect(caught(() => trace.recordAllocation(0, 0, A, 1, []))).toMatchObject({
      kind: 'LoadProhibited',
      address: 4,
    });
  });

  it('v4.4.8: init with 0 records, resume, an allocation: memmove beyond memory', () => {
    const { trace } = make({ idf: 'v4.4.8' });
    trace.initStandalone(BUFFER, 0);
    trace.resume();
    expect(caught(() => trace.recordAllocation(0, 0, A, 1, [])).kind).toBe('LoadProhibited');
  });

  it('more records than memory: start writes to the end of memory and faults', () => {
    const { trace } = make();
    expect(trace.initStandalone(BUFFER, 0x7ff_ffff)).toBe(0);
    expect(caught(() => trace.start(HEAP_TRACE_ALL)).kind).toBe('StoreProhibited');
  });

  it('alloc_pause exists from v5.4 on', () => {
    expect(make().trace.allocPause()).toBe(0x106);
    expect(make({ idf: 'v5.4' }).trace.allocPause()).toBe(0);
  });

  it('an unaligned buffer works, as unaligned accesses do in DRAM', () => {
    const { trace } = make();
    trace.initStandalone(BUFFER + 1, 2);
    trace.start(HEAP_TRACE_LEAKS);
    trace.recordAllocation(8, 0, A, 20, CHAIN);
    expect(trace.readRecord(BUFFER + 1)).toMatchObject({ ccount: 8, address: A, size: 20 });
  });
});

describe('the hash map', () => {
  it.each(['v5.1.3', 'v5.2.7'])('%s: with two records of one address, which one a free finds', (idf) => {
    const { trace, word } = make({ idf, hashMapSize: 4 });
    trace.initStandalone(BUFFER, 4);
    trace.start(HEAP_TRACE_ALL);
    trace.recordAllocation(0, 0, A, 1, CHAIN);
    trace.recordAllocation(0, 0, A, 2, CHAIN);
    trace.recordFree(A, [0x400d_7777]);
    const freedBy = trace.recordAddresses().map((r) => word(r + trace.layout.freedBy));
    expect(freedBy).toEqual(idf === 'v5.1.3' ? [0x400d_7777, 0] : [0, 0x400d_7777]);
    expect(trace.summary()).toMatchObject({ total_hashmap_hits: 1, total_hashmap_miss: 0 });
  });
});

describe('get_call_stack', () => {
  const chain = [0x400d_1000, 0x4008_0010, 0x3ffb_0000, 0x400d_2000];
  it('cuts at the first address that holds no code', () => {
    expect([...filterCallers(new Uint32Array(4), chain, 4, false)]).toEqual([0x400d_1000, 0x4008_0010, 0, 0]);
  });
  it('v4.0 and older keep that address', () => {
    expect([...filterCallers(new Uint32Array(4), chain, 4, false, true)]).toEqual([
      0x400d_1000, 0x4008_0010, 0x3ffb_0000, 0,
    ]);
  });
  it('the second CPU cache holds code on one core only', () => {
    expect(filterCallers(new Uint32Array(1), [0x4007_8000], 1, true)[0]).toBe(0x4007_8000);
    expect(filterCallers(new Uint32Array(1), [0x4007_8000], 1, false)[0]).toBe(0);
  });
});
