import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../replay/index.js';
import { generateWorkload, workloadSource } from './generate.js';
import { workloadNames } from './kinds.js';
import { naturalLogarithm, Random } from './random.js';

/** Fingerprint of all operations of a workload. */
function fingerprint(kind: (typeof workloadNames)[number], seed: number): string {
  const hash = createHash('sha256');
  for (const batch of generateWorkload(kind, { seed, ops: 5000 }))
    for (const column of [batch.op, batch.id, batch.size, batch.extra, batch.time])
      hash.update(Buffer.from(column.slice(0, batch.count).buffer));
  return hash.digest('hex').slice(0, 16);
}

describe('workloads', () => {
  it('same seed, same operations: on every machine', () => {
    expect(Object.fromEntries(workloadNames.map((kind) => [kind, fingerprint(kind, 1)])))
      .toMatchInlineSnapshot(`
      {
        "boundary": "b132f8478366f753",
        "exhaust": "f6345fe8509585e7",
        "fifo": "3e4a61aa5c5676ff",
        "fragment": "5c8d986552d646e6",
        "iot": "da10595a0c8acb5f",
        "leak": "74e62c6bc11b0c8d",
        "lifo": "33360d4b4b403aec",
        "lifo-fifo": "9746faa751326bf7",
        "lua": "07ce00ba6947f729",
        "memalign": "4abe3440f34f1e6a",
        "powerlaw": "9c20d9db9b9b60e6",
        "ramp-plateau": "e5b80d2a01ceecea",
        "realloc": "6932576a0d343385",
        "tiny": "7b12327293734cbf",
        "uniform": "2d4808e32240bf1e",
      }
    `);
  });

  it('another seed, other operations', () => {
    for (const kind of workloadNames) expect(fingerprint(kind, 2)).not.toBe(fingerprint(kind, 1));
  });

  it.each(workloadNames)(
    '%s: exactly the operations asked for, no contradiction, all freed but leaks',
    async (kind) => {
      for (const ops of [0, 1, 2, 3, 10, 77, 4096, 20_000, 20_001]) {
        const { totals } = await replay(workloadSource(kind, { seed: ops, ops }), []);
        expect(totals.operations, `ops ${ops}`).toBe(ops);
        expect(totals.skipped).toBe(0);
        if (kind !== 'leak' && ops > 3) expect(totals.endLiveBlocks, `ops ${ops}`).toBe(0);
      }
    },
  );

  it.each(workloadNames)('%s: keeps roughly the live bytes asked for', async (kind) => {
    const { totals } = await replay(workloadSource(kind, { ops: 60_000, live: 50_000 }), []);
    const aim = kind === 'exhaust' ? 100_000 : 50_000;
    expect(totals.peakLiveBytes).toBeGreaterThan(aim * 0.4);
    expect(totals.peakLiveBytes).toBeLessThan(aim * 2.5);
  });

  it('leak: one block in 200 stays', async () => {
    const { totals } = await replay(workloadSource('leak', { ops: 100_000 }), []);
    const allocations = totals.malloc + totals.calloc;
    expect(totals.endLiveBlocks / allocations).toBeGreaterThan(1 / 250);
    expect(totals.endLiveBlocks / allocations).toBeLessThan(1 / 160);
  });

  it('settings out of range are refused', () => {
    expect(() => [...generateWorkload('iot', { ops: -1 })]).toThrow(/ops is -1/);
    expect(() => [...generateWorkload('iot', { live: NaN })]).toThrow(/live is NaN/);
  });
});

describe('random numbers', () => {
  it('xoshiro128** as published: its first outputs for the state 1, 2, 3, 4', () => {
    const random = new Random(0);
    (random as unknown as { state: Uint32Array }).state.set([1, 2, 3, 4]);
    expect(Array.from({ length: 4 }, () => random.word())).toEqual([11520, 0, 5927040, 70819200]);
  });

  it('the logarithm is a logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -33, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(naturalLogarithm(x) - Math.log(x))).toBeLessThan(1e-12);
      }),
    );
  });

  it('means of the distributions', () => {
    const random = new Random(7);
    const mean = (draw: () => number): number => {
      let sum = 0;
      for (let count = 0; count < 50_000; count++) sum += draw();
      return sum / 50_000;
    };
    expect(mean(() => random.between(10, 20))).toBeCloseTo(15, 0);
    // Rounded down, so half a unit below the mean of the continuous distribution.
    expect(Math.abs(mean(() => random.exponential(100)) - 99.5)).toBeLessThan(2);
    const octaves = Random.octavesMean(8, 1024, 0.5);
    expect(Math.abs(mean(() => random.octaves(8, 1024, 0.5)) / octaves - 1)).toBeLessThan(0.05);
  });

  it('octaves: every octave as probable as its weight says', () => {
    const random = new Random(3);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw++)
      counts[Math.floor(Math.log2(random.octaves(8, 64, 0.5))) - 3]!++;
    expect(counts[0]! / counts[1]!).toBeGreaterThan(1.8);
    expect(counts[0]! / counts[1]!).toBeLessThan(2.2);
    expect(counts[1]! / counts[2]!).toBeGreaterThan(1.8);
    expect(counts[1]! / counts[2]!).toBeLessThan(2.2);
  });
});
