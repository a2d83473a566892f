import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeapAssertError } from '../errors.js';
import { allocatorNames, FirstFit } from '../policies/index.js';
import { workloadSource } from '../workload/index.js';
import { formatReplayCsv, formatReplayTable } from './format-report.js';
import { openTrace } from './open.js';
import type { OperationSource } from './operations.js';
import { replay, type ReplayOptions, type ReplayTarget } from './replay.js';

const trace = (text: string): Promise<OperationSource> =>
  openTrace(
    [new TextEncoder().encode(`xtal-alloc 1\n${text}end ${text.trim().split('\n').length}\n`)],
    'trace',
  );

const POOL: ReplayOptions = { base: 0x3ffb_0000, size: 8192, clock: () => 0 };

describe('replay', () => {
  it('counts what the trace asks for', async () => {
    const source = await trace('m 1 100 @5\nc 2 10 20 @6\na 3 64 50\nr 1 300\nf 2\nf -\nm 4 0\nf 4 @77\n');
    const { totals } = await replay(source, [], POOL);
    expect(totals).toEqual({
      operations: 8,
      malloc: 2,
      calloc: 1,
      alignedAlloc: 1,
      realloc: 1,
      free: 3,
      skipped: 0,
      bytesRequested: 100 + 200 + 50 + 300,
      peakLiveBytes: 550,
      peakLiveBlocks: 3,
      endLiveBytes: 350,
      endLiveBlocks: 2,
      firstCycle: 5,
      lastCycle: 77,
    });
  });

  it('measures peak live, footprint and utilisation of an allocator', async () => {
    // first fit: 12 control bytes, then blocks of 4 + size bytes from 0x3FFB000C.
    const { allocators } = await replay(
      await trace('m 1 996\nm 2 996\nf 1\nm 3 496\nf 2\nf 3\n'),
      ['first-fit'],
      POOL,
    );
    expect(allocators[0]).toMatchObject({
      allocator: 'first-fit',
      failures: 0,
      peakLive: 1992,
      peakBlocks: 2,
      peakFootprint: 12 + 1000 + 4 + 996,
      utilisation: 1992 / 2012,
      minimumFree: 8192 - 12 - 4 - 2000 - 4,
      problems: [],
    });
    expect(allocators[0]!.end).toMatchObject({
      operation: 6,
      live: 0,
      free: 8172,
      largestFree: 8172,
      fragmentation: 0,
    });
  });

  it('time to first failure, and what the heap looked like then', async () => {
    const lines = [
      'm 0 2000 @10',
      'm 1 2000 @20',
      'm 2 2000 @30',
      'm 3 2000 @40',
      'f 1 @50',
      'm 4 2500 @60',
      'r 0 9000 @70',
    ];
    const { allocators } = await replay(
      await trace(`# first\n${lines.join('\n')}\n`.replace('# first\n', '')),
      ['best-fit'],
      POOL,
    );
    expect(allocators[0]!.failures).toBe(2);
    expect(allocators[0]!.firstFailure).toEqual({
      operation: 6,
      line: 7,
      cycle: 60,
      request: 'malloc',
      size: 2500,
      free: 2000 + (8192 - 16 - 4 * 2004 - 4),
      largestFree: 2000,
    });
  });

  it('an allocator that failed goes on: free of the missing block is free(NULL), realloc allocates', async () => {
    const { allocators } = await replay(
      await trace('m 1 9000\nr 1 100\nf 1\nm 2 9000\nf 2\n'),
      allocatorNames,
      POOL,
    );
    for (const row of allocators) expect(row).toMatchObject({ failures: 2, peakLive: 100, problems: [] });
  });

  it('calloc zeroes; a product beyond 32 bits fails without a call', async () => {
    let memory: Uint8Array | undefined;
    const target: ReplayTarget = {
      name: 'mine',
      create: (own, base, size) => {
        own.u8.fill(0xaa);
        memory = own.u8;
        return new FirstFit(own, base, size);
      },
    };
    const { allocators } = await replay(await trace('c 1 4 8\nc 2 65536 65536\n'), [target], POOL);
    expect([...memory!.subarray(16, 48)].every((byte) => byte === 0)).toBe(true);
    expect(allocators[0]!.failures).toBe(1);
  });

  it('where the recorded program got NULL, a block that another allocator gives is given back at once', async () => {
    const { allocators, totals } = await replay(
      await trace(
        'm 1 100 =0x3ffb0010\nm 2 5000 =0\nr 1 6000 =0\nr 1 200 =0x3ffb0010\nm 2 50 =0x3ffb1000\nf 1\nf 2\n',
      ),
      ['first-fit'],
      POOL,
    );
    expect(totals).toMatchObject({ peakLiveBytes: 250, endLiveBlocks: 0 });
    expect(allocators[0]).toMatchObject({
      failures: 0,
      rescued: 2,
      peakLive: 250,
      // Equal: block 1 twice. The NULLs and block 2 differ.
      addresses: { compared: 5, equal: 2 },
    });
    expect(allocators[0]!.end).toMatchObject({ live: 0, free: 8172 });
  });

  it('a heap that asserts ends its own replay only', async () => {
    const target: ReplayTarget = {
      name: 'fragile',
      create: (memory, base, size) => {
        const heap = new FirstFit(memory, base, size);
        heap.free = () => {
          throw new HeapAssertError('assert', 'free', 'fragile', 0, 'sound');
        };
        return heap;
      },
    };
    const { allocators } = await replay(
      await trace('m 1 100\nm 2 100\nf 1\nf 2\n'),
      [target, 'first-fit'],
      POOL,
    );
    expect(allocators[0]!.died).toBe('operation 3, line 4: assert failed: free fragile:0 (sound)');
    expect(allocators[1]).not.toHaveProperty('died');
    expect(allocators[1]).toMatchObject({ peakLive: 200 });
  });

  it("any error of the caller's own allocator ends that replay only", async () => {
    const target: ReplayTarget = {
      name: 'buggy',
      create: (memory, base, size) =>
        Object.assign(new FirstFit(memory, base, size), {
          free: () => {
            throw new TypeError('oops');
          },
        }),
    };
    const { allocators } = await replay(await trace('m 1 100\nf 1\n'), [target], POOL);
    expect(allocators[0]!.died).toBe('operation 2, line 3: oops');
  });

  it('adds up the cycles of an allocator that has a model of them', async () => {
    const costs = [100, 40, 300];
    const target: ReplayTarget = {
      name: 'metered',
      create: (memory, base, size) =>
        Object.assign(new FirstFit(memory, base, size), { lastCycles: () => costs.shift()! }),
    };
    const { allocators } = await replay(await trace('m 1 100\nf 1\nm 2 100\n'), [target], POOL);
    expect(allocators[0]!.cycles).toEqual({ total: 440, mean: 440 / 3, maximum: 300 });
  });

  it('TLSF: cycles as measured on the compiled code; NULL and size 0 cost nothing, calloc pays for zeroing', async () => {
    const cycles = async (text: string): Promise<number> => {
      const { allocators } = await replay(await trace(text), ['tlsf'], {
        ...POOL,
        base: 0x3ffc_0000,
        size: 0x1_0000,
      });
      return allocators[0]!.cycles!.total;
    };
    const split = await cycles('m 1 100\n');
    // facts: 545 for the first split of 100 bytes on a fresh heap of 64 KiB, within a path's spread.
    expect(Math.abs(split - 545)).toBeLessThan(25);
    expect(await cycles('m 1 100\nf -\nm 2 0\nf 2\n')).toBe(split);
    expect(await cycles('c 1 10 10\n')).toBeGreaterThan(split);
    expect(await cycles('m 1 100\nr 1 4000\n')).toBeLessThan(await cycles('m 1 100\nm 2 8\nr 1 4000\n'));
  });

  it('keeps a bounded number of samples, evenly spread', async () => {
    const { allocators } = await replay(workloadSource('powerlaw', { ops: 20_000 }), ['segregated'], {
      samples: 64,
    });
    const { samples } = allocators[0]!;
    expect(samples.length).toBeGreaterThan(30);
    expect(samples.length).toBeLessThanOrEqual(65);
    expect(samples.at(-1)!.operation).toBe(20_000);
    const distances = samples
      .slice(2, -1)
      .map((sample, index) => sample.operation - samples[index + 1]!.operation);
    expect(Math.max(...distances) / Math.min(...distances)).toBeLessThanOrEqual(2);
  });

  it('same trace, same report, whatever stands beside', async () => {
    const run = (names: typeof allocatorNames): Promise<object> =>
      replay(workloadSource('iot', { ops: 5000 }), names, POOL).then((report) => report.allocators[0]!);
    expect(await run([allocatorNames[0]!])).toEqual(await run(allocatorNames));
  });

  it('a trace much longer than memory would hold streams through', async () => {
    // A million operations as objects would be some 100 MB; the batch and the live blocks are below one.
    const before = process.memoryUsage().arrayBuffers;
    const report = await replay(workloadSource('fifo', { ops: 1_000_000 }), ['segregated'], { samples: 16 });
    expect(report.totals).toMatchObject({ operations: 1_000_000, endLiveBlocks: 0 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  });

  it('refuses a pool that is too small', async () => {
    await expect(replay(await trace('m 1 1\n'), ['buddy'], { base: 0, size: 64 })).rejects.toThrow(
      RangeError,
    );
  });

  it('invariants hold after any trace, on every allocator', async () => {
    const line = fc.oneof(
      fc.tuple(fc.constant('m'), fc.nat(20), fc.nat(900)),
      fc.tuple(fc.constant('r'), fc.nat(20), fc.nat(900)),
      fc.tuple(fc.constant('a'), fc.nat(20), fc.constantFrom(4, 8, 64, 3), fc.nat(500)),
      fc.tuple(fc.constant('f'), fc.nat(20)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 120 }), async (lines) => {
        const live = new Set<number>();
        const text = lines.flatMap((fields) => {
          const id = fields[1];
          const starts = fields[0] === 'm' || fields[0] === 'a';
          if (starts === live.has(id)) return [];
          if (starts) live.add(id);
          else if (fields[0] === 'f' || fields[2] === 0) live.delete(id);
          return [fields.join(' ')];
        });
        for (const id of live) text.push(`f ${id}`);
        if (text.length === 0) return;
        const { allocators, totals } = await replay(
          await trace(`${text.join('\n')}\n`),
          allocatorNames,
          POOL,
        );
        expect(totals.endLiveBlocks).toBe(0);
        for (const row of allocators) {
          expect(row.problems).toEqual([]);
          expect(row.end.live).toBe(0);
          expect(row.died).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('report', () => {
  it('table and CSV', async () => {
    const source = await trace('m 0 2000 @10\nm 1 5000 @20\nf 0 @30\nm 2 2500 @40\n');
    const report = await replay(source, ['first-fit', 'buddy'], POOL);
    expect(formatReplayTable(report, { hostTime: false })).toMatchInlineSnapshot(`
      "trace (xtal-alloc-1): 4 operations, 30 cycles of guest time
        3 malloc, 1 free
        peak 7500 bytes live, peak 2 blocks; at the end 7500 bytes in 2 blocks
        pool 8192 bytes at 0x3ffb0000

      allocator  peak live  footprint    util   waste  frag mean  frag max  min free  failures  first failure
      first-fit       7000       7020  99.7 %   0.6 %     18.4 %    36.8 %      1164         1           op 4
      buddy           2500       6596  37.9 %  38.8 %     34.8 %    46.0 %      3488         1           op 2

      first-fit: first failure at operation 4 (line 5, cycle 40): malloc of 2500 bytes, 3164 free, largest 2000
      buddy: first failure at operation 2 (line 3, cycle 20): malloc of 5000 bytes, 5536 free, largest 4096
      "
    `);
    expect(formatReplayCsv(report)).toMatchInlineSnapshot(`
      "allocator,operation,cycle,live,footprint,free,largest_free,free_blocks,fragmentation,waste
      first-fit,1,10,2000,2016,6168,6168,1,0.000000,0.011858
      first-fit,2,20,7000,7020,1164,1164,1,0.000000,0.003984
      first-fit,3,30,5000,7020,3164,2000,2,0.367889,0.005569
      first-fit,4,40,5000,7020,3164,2000,2,0.367889,0.005569
      buddy,1,10,2000,4048,5536,4096,5,0.260116,0.246988
      buddy,2,20,2000,4048,5536,4096,5,0.260116,0.246988
      buddy,3,30,0,4048,7584,4096,6,0.459916,1.000000
      buddy,4,40,2500,6596,3488,2048,5,0.412844,0.468537
      "
    `);
  });
});
