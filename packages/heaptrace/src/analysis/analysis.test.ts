import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocationEvent,
  freeEvent,
  MemorySink,
  SMALL_HEADER,
  syntheticTrace,
  traceOf,
} from '../outside/testing.js';
import { bytesTraceSource, openTrace, type Trace } from '../outside/trace.js';
import { SYNTHETIC_HEADER, writeSyntheticTrace } from '../outside/synthetic-trace.js';
import { TraceWriter } from '../outside/trace-writer.js';
import { diffTraces } from './diff.js';
import { explainFragmentation } from './fragmentation.js';
import { FreeSpace } from './free-space.js';
import { measureGrowth } from './growth.js';
import { findLeaks } from './leaks.js';
import { measureLifetimes } from './lifetimes.js';
import { findOwners } from './owner.js';
import { findPeak } from './peak.js';
import { measureTimeline } from './timeline.js';
import { measureTotals } from './totals.js';
import { pointCycle, readMarks } from './window.js';

const A = [0x400d1000, 0x400d9000];
const B = [0x400d2000, 0x400d9000];
const C = [0x400d3000];

/** Writes allocations and frees in a line: cycle, address, size. */
const malloc = (
  w: TraceWriter,
  cycle: number,
  address: number,
  size: number,
  chain: readonly number[] = A,
): void => w.allocationEvent(allocationEvent({ cycle, address, size, given: (size + 3) & ~3 }, chain));
const free = (w: TraceWriter, cycle: number, address: number): void =>
  w.allocationEvent(freeEvent(address, cycle, C));
const realloc = (w: TraceWriter, cycle: number, oldAddress: number, address: number, size: number): void =>
  w.allocationEvent(
    allocationEvent(
      { kind: 'realloc', operation: 'realloc', cycle, oldAddress, address, size, given: size },
      B,
    ),
  );
const titles = (groups: readonly { title: string }[]): string[] => groups.map((group) => group.title);

describe('leaks between two points', () => {
  const trace = traceOf((w) => {
    malloc(w, 10, 0x3ffb0100, 16);
    w.mark(20, 'a');
    malloc(w, 30, 0x3ffb0200, 24);
    malloc(w, 40, 0x3ffb0300, 32, B);
    malloc(w, 50, 0x3ffb0400, 40);
    free(w, 60, 0x3ffb0400);
    w.mark(70, 'b');
    malloc(w, 80, 0x3ffb0500, 48, C);
    free(w, 90, 0x3ffb0300);
  });

  it('are the blocks born between them that live at the second', () => {
    const { groups, blocks, bytes } = findLeaks(trace, { from: 20, to: 70 });
    expect([blocks, bytes]).toEqual([2, 56]);
    expect(groups.map((g) => [g.title, g.blocks, g.bytes, g.freedLater, g.allocations])).toEqual([
      ['0x400d2000 < 0x400d9000', 1, 32, 1, 1],
      ['0x400d1000 < 0x400d9000', 1, 24, 0, 2],
    ]);
    expect(groups[1]!.examples).toEqual([{ address: 0x3ffb0200, size: 24, bornCycle: 30 }]);
  });

  it('without points: what is alive at the end', () => {
    expect(findLeaks(trace).blocks).toBe(3);
  });

  it('a realloc carries the block on: it is not a release, and its new chain owns it', () => {
    const { groups } = findLeaks(
      traceOf((w) => {
        malloc(w, 1, 0x3ffb0100, 16);
        realloc(w, 2, 0x3ffb0100, 0x3ffb0200, 64);
      }),
    );
    expect(groups.map((g) => [g.title, g.blocks, g.bytes])).toEqual([['0x400d2000 < 0x400d9000', 1, 64]]);
  });

  it('points are names of marks, cycles, start and end', () => {
    const { marks, end } = readMarks(trace);
    expect(end).toBe(1000);
    expect(['a', '55', 'start', 'end'].map((point) => pointCycle(marks, point))).toEqual([
      20,
      55,
      0,
      Infinity,
    ]);
    expect(() => pointCycle(marks, 'c')).toThrow(
      'no mark "c" in the trace; its marks are "a", "b" (a number is taken as a cycle; "start" and "end" always work)',
    );
  });

  it('the synthetic firmware: what was lost, and a few topics that were still in use', () => {
    const sink = new MemorySink();
    const { leaked } = writeSyntheticTrace(new TraceWriter(sink, SYNTHETIC_HEADER), {
      events: 60_000,
      seed: 7,
    });
    const { groups } = findLeaks(openTrace(bytesTraceSource(sink.bytes())));
    const { blocks } = groups.find((entry) => entry.frames[0]?.function === 'topic_copy')!;
    expect(leaked).toBeGreaterThan(5);
    expect(blocks).toBeGreaterThanOrEqual(leaked);
    expect(blocks).toBeLessThanOrEqual(leaked + 10);
  });
});

describe('growth over phases', () => {
  const growth = (): ReturnType<typeof measureGrowth> =>
    measureGrowth(openTrace(bytesTraceSource(syntheticTrace({ events: 200_000, phases: 20, lua: true }))));

  it('tells the leaks from the cache and from the traffic', () => {
    const verdicts = growth().groups.map((g) => [g.frames[0]!.function, g.verdict]);
    expect(
      verdicts
        .filter(([, verdict]) => verdict === 'leak')
        .map(([name]) => name)
        .sort(),
    ).toEqual(['l_alloc', 'topic_copy']);
    expect(verdicts).toContainEqual(['session_new', 'cache']);
    expect(verdicts).toContainEqual(['sample_new', 'steady']);
    expect(verdicts).toContainEqual(['mem_malloc', 'steady']);
  });

  it('states blocks at each mark and the slope of the second half', () => {
    const report = measureGrowth(
      traceOf((w) => {
        for (let phase = 0; phase < 8; phase++) {
          for (let i = 0; i < 3; i++) malloc(w, phase * 10, 0x3ffb1000 + (phase * 3 + i) * 32, 20);
          if (phase < 2) malloc(w, phase * 10, 0x3ffb8000 + phase * 32, 8, B);
          w.mark(phase * 10 + 5, `turn ${phase}`);
        }
      }),
      { marks: /^turn/ },
    );
    expect(report.phases).toHaveLength(8);
    expect(report.groups.map((g) => [g.verdict, g.blocks, g.blocksPerPhase, g.bytesPerPhase])).toEqual([
      ['leak', [3, 6, 9, 12, 15, 18, 21, 24], 3, 60],
      ['cache', [1, 2, 2, 2, 2, 2, 2, 2], 0, 0],
    ]);
  });

  it('one block that only ever grows is a leak too', () => {
    const report = measureGrowth(
      traceOf((w) => {
        malloc(w, 0, 0x3ffb1000, 20);
        for (let phase = 1; phase <= 8; phase++) {
          realloc(w, phase * 10, 0x3ffb1000, 0x3ffb1000, 20 + phase * 16);
          w.mark(phase * 10 + 5, `turn ${phase}`);
        }
      }),
    );
    expect(report.groups.map((g) => [g.verdict, g.bytesPerPhase])).toEqual([['leak', 16]]);
  });
});

it('peak: the moment, and whose bytes they were', () => {
  const report = findPeak(
    traceOf((w) => {
      malloc(w, 1, 0x3ffb0100, 100);
      malloc(w, 2, 0x3ffb0200, 50, B);
      malloc(w, 3, 0x3ffb0300, 25, B);
      free(w, 4, 0x3ffb0100);
      malloc(w, 5, 0x3ffb0400, 60);
    }),
  );
  expect([report.cycle, report.event, report.bytes, report.blocks]).toEqual([3, 2, 175, 3]);
  expect(report.groups.map((g) => [g.title, g.bytes])).toEqual([
    ['0x400d1000 < 0x400d9000', 100],
    ['0x400d2000 < 0x400d9000', 75],
  ]);
});

describe('totals', () => {
  const trace = traceOf((w) => {
    w.task(0x3ffb8000, 'main');
    malloc(w, 10, 0x3ffb0100, 10);
    free(w, 14, 0x3ffb0100);
    malloc(w, 20, 0x3ffb0100, 10);
    malloc(w, 21, 0x3ffb0200, 30, B);
    free(w, 30, 0x3ffb0100);
    realloc(w, 40, 0x3ffb0200, 0x3ffb0300, 60);
    w.allocationEvent(
      allocationEvent({ kind: 'fail', cycle: 50, size: 9e6, address: 0, given: 0, task: 0x3ffb8000 }, A),
    );
    free(w, 60, 0x3ffbeee0);
    malloc(w, 70, 0x3ffb0300, 4, C);
  });

  it('count allocations, bytes, lives, temporaries, failures, and frees that hit nothing', () => {
    const report = measureTotals(trace);
    const {
      allocations,
      bytes,
      frees,
      failures,
      liveBlocks,
      liveBytes,
      peakBytes,
      unknownFrees,
      unseenFrees,
    } = report;
    expect({
      allocations,
      bytes,
      frees,
      failures,
      liveBlocks,
      liveBytes,
      peakBytes,
      unknownFrees,
      unseenFrees,
    }).toEqual({
      allocations: 5,
      bytes: 114,
      frees: 3,
      failures: 1,
      liveBlocks: 1,
      liveBytes: 4,
      peakBytes: 60,
      unknownFrees: 1,
      unseenFrees: 1,
    });
    const a = report.groups.find((g) => g.frames[0]?.function === '0x400d1000')!;
    expect([a.allocations, a.temporary, a.meanLifetime, a.failures]).toEqual([2, 1, 7, 1]);
    const b = report.groups.find((g) => g.frames[0]?.function === '0x400d2000')!;
    expect([b.allocations, b.reallocations, b.peakBytes, b.liveBlocks]).toEqual([2, 1, 60, 0]);
  });

  it.each([
    ['bytes', '0x400d2000'],
    ['count', '0x400d1000'],
    ['live', '0x400d3000'],
    ['temporary', '0x400d1000'],
    ['peak', '0x400d2000'],
  ] as const)('ordered by %s', (order, first) => {
    expect(measureTotals(trace, { order }).groups[0]!.frames[0]!.function).toBe(first);
  });

  it('by function, by task', () => {
    expect(titles(measureTotals(trace, { by: 'function' }).groups)).toEqual([
      '0x400d2000',
      '0x400d1000',
      '0x400d3000',
    ]);
    expect(titles(measureTotals(trace, { by: 'task' }).groups)).toEqual(['(no task)', 'main']);
  });

  it('by function: the innermost that does not only pass the request on', () => {
    const lua = openTrace(bytesTraceSource(syntheticTrace({ events: 4000, lua: true })));
    const functions = titles(measureTotals(lua, { by: 'function' }).groups).map(
      (title) => title.split(' ')[0],
    );
    expect(functions).toContain('internshrstr');
    expect(functions).toContain('luaH_resize');
    expect(functions).not.toContain('l_alloc');
  });

  it('by Lua line', () => {
    const lua = openTrace(bytesTraceSource(syntheticTrace({ events: 4000, lua: true })));
    expect(titles(measureTotals(lua, { by: 'lua' }).groups).sort()).toEqual([
      '(no Lua running)',
      'init.lua:14',
      'init.lua:22',
    ]);
  });
});

it('by Lua line: functions that share a line are apart; callers are shown as far as all have the same', () => {
  const trace = traceOf((w) => {
    const at = (address: number, ...positions: [line: number, name: string][]): void => {
      const lua = positions.map(([line, name]) => ({ source: 'init.lua', line, name }));
      w.internedEvent(
        allocationEvent({ cycle: address - 0x3ffb0000, address }),
        0,
        w.luaTracebacks.intern(lua),
      );
    };
    at(0x3ffb1000, [2, 'main chunk']);
    at(0x3ffb2000, [2, 'function <init.lua:2>'], [7, 'tick'], [9, 'main chunk']);
    at(0x3ffb3000, [2, 'function <init.lua:2>'], [7, 'tick'], [12, 'main chunk']);
  });
  expect(
    findLeaks(trace, { by: 'lua' }).groups.map(({ title, blocks, frames }) => [
      title,
      blocks,
      frames.map((frame) => `${frame.function}:${frame.line}`),
    ]),
  ).toEqual([
    ['init.lua:2', 2, ['function <init.lua:2>:2', 'tick:7']],
    ['init.lua:2', 1, ['main chunk:2']],
  ]);
});

it('lifetimes: histogram over powers of two, median, short-lived', () => {
  const report = measureLifetimes(
    traceOf((w) => {
      for (const [i, life] of [1, 2, 3, 100, 100_000].entries()) {
        malloc(w, 1000 * i, 0x3ffb1000, 8);
        free(w, 1000 * i + life, 0x3ffb1000);
      }
      malloc(w, 900_000, 0x3ffb1000, 8);
    }),
    { shortLived: 100 },
  );
  expect(report.all.slice(0, 8)).toEqual([1, 2, 0, 0, 0, 0, 1, 0]);
  expect(report.all[16]).toBe(1);
  const [group] = report.groups;
  expect([group!.ended, group!.live, group!.shortLived, group!.shortLivedBytes, group!.median]).toEqual([
    5, 1, 4, 32, 3,
  ]);
});

describe('owner of an address', () => {
  const trace = traceOf((w) => {
    malloc(w, 10, 0x3ffb0100, 40);
    free(w, 20, 0x3ffb0100);
    malloc(w, 30, 0x3ffb0110, 20, B);
    realloc(w, 40, 0x3ffb0110, 0x3ffb0110, 64);
  });

  it('any byte of the block counts; the history has all owners with birth and end', () => {
    const { history, owner } = findOwners(trace, 0x3ffb0113, 15);
    expect(history.map((h) => [h.address, h.bornCycle, h.diedCycle, h.endedBy])).toEqual([
      [0x3ffb0100, 10, 20, 'free'],
      [0x3ffb0110, 30, 40, 'realloc'],
      [0x3ffb0110, 40, undefined, undefined],
    ]);
    expect(owner?.bornCycle).toBe(10);
    expect(findOwners(trace, 0x3ffb0113, 25).owner).toBeUndefined();
    expect(findOwners(trace, 0x3ffb0113).owner?.size).toBe(64);
    expect(findOwners(trace, 0x3ffb0108, 50).history).toHaveLength(1);
  });
});

describe('fragmentation', () => {
  it('names the blocks that keep free ranges apart, the one worth most first', () => {
    const trace = traceOf((w) => {
      // Header word before each block; blocks touch: [4 + 1020] each.
      for (let i = 0; i < 10; i++) malloc(w, i, 0x3ffb0004 + i * 1024, 1020, i === 4 ? B : A);
      for (const i of [2, 3, 5, 6, 7, 9]) free(w, 20 + i, 0x3ffb0004 + i * 1024);
    });
    const [heap] = explainFragmentation(trace).heaps;
    const rest = 0x10000 - 10 * 1024;
    expect(heap).toMatchObject({
      freeBytes: 6 * 1024 + rest,
      largestFree: 1024 + rest,
      freeRanges: 3,
      liveBlocks: 4,
    });
    expect(heap!.pinning.map((p) => [p.address, p.freeBefore, p.freeAfter, p.wouldJoin])).toEqual([
      [0x3ffb0004 + 8 * 1024, 3 * 1024, 1024 + rest, 5 * 1024 + rest],
      [0x3ffb0004 + 4 * 1024, 2 * 1024, 3 * 1024, 6 * 1024],
    ]);
    expect(heap!.pinning[1]!.chain).not.toBe(heap!.pinning[0]!.chain);
    expect(heap!.fragmentation).toBeCloseTo(1 - (1024 + rest) / (6 * 1024 + rest));
  });

  it('at an earlier cycle', () => {
    const trace = traceOf((w) => {
      malloc(w, 1, 0x3ffb0004, 60);
      malloc(w, 2, 0x3ffb0044, 60);
      free(w, 3, 0x3ffb0004);
    });
    expect(explainFragmentation(trace, { cycle: 2 }).heaps[0]!.freeRanges).toBe(1);
    expect(explainFragmentation(trace).heaps[0]!.freeRanges).toBe(2);
  });
});

it('FreeSpace agrees with a list of words under any sequence of changes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.tuple(fc.nat(220), fc.nat(60), fc.boolean()), { maxLength: 60 }),
      (words, changes) => {
        const space = new FreeSpace(0x3ffb0000, words * 4);
        const model = new Array<boolean>(words).fill(true);
        for (const [first, count, release] of changes) {
          for (let i = first; i < first + count && i < words; i++) model[i] = release;
          if (release) space.release(0x3ffb0000 + first * 4, count * 4);
          else space.occupy(0x3ffb0000 + first * 4, count * 4);
          let longest = 0;
          let run = 0;
          for (const free of model) longest = Math.max(longest, (run = free ? run + 1 : 0));
          expect([space.freeBytes, space.largestFree]).toEqual([
            model.filter(Boolean).length * 4,
            longest * 4,
          ]);
        }
      },
    ),
  );
});

it('timeline: live bytes, peak within the step, smallest "largest free" within the step', () => {
  const trace = traceOf(
    (w) => {
      malloc(w, 10, 0x3ffb0004, 0x7ffc);
      free(w, 90, 0x3ffb0004);
      malloc(w, 110, 0x3ffb0004, 0x0ffc, B);
    },
    SMALL_HEADER,
    200,
  );
  const line = measureTimeline(trace, 2);
  expect([...line.cycles]).toEqual([100, 200]);
  expect([...line.liveBytes]).toEqual([0, 0xffc]);
  expect([...line.peakBytes]).toEqual([0x7ffc, 0xffc]);
  expect([...line.heaps[0]!.largestFree]).toEqual([0x8000, 0xf000]);
  expect([...line.heaps[0]!.freeBytes]).toEqual([0x10000, 0xf000]);
});

describe('difference of two traces', () => {
  const run = (leak: boolean): Trace =>
    traceOf((w) => {
      malloc(w, 1, 0x3ffb0100, 16);
      free(w, 2, 0x3ffb0100);
      malloc(w, 3, 0x3ffb0200, 32, B);
      if (!leak) free(w, 4, 0x3ffb0200);
    });

  it('shows what changed and counts what did not', () => {
    const diff = diffTraces(run(false), run(true));
    expect(titles(diff.groups)).toEqual(['0x400d2000 < 0x400d9000']);
    expect([diff.groups[0]!.before.liveBytes, diff.groups[0]!.after.liveBytes, diff.same]).toEqual([
      0, 32, 1,
    ]);
  });

  it('of a trace with itself is empty', () => {
    expect(diffTraces(run(true), run(true)).groups).toEqual([]);
  });
});
