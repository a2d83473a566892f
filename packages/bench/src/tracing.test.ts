import { describe, expect, it } from 'vitest';
import { benchmarkTracing, formatTracing } from './tracing.js';

describe('the price of tracing, in guest cycles (they are the same on every machine)', () => {
  const rows = benchmarkTracing(300, 1);
  const of = (workload: string, mode: string, depth?: number, hashMap = false): (typeof rows)[number] =>
    rows.find(
      (row) =>
        row.workload === workload && row.mode === mode && row.depth === depth && row.hashMap === hashMap,
    )!;

  it('has every combination: 3 workloads × (off, outside, stopped × 5, leaks and all × 5 × 2)', () => {
    expect(rows).toHaveLength(3 * (2 + 5 + 20));
    expect(formatTracing(rows).split('\n')).toHaveLength(1 + rows.length);
  });

  it('the outside trace costs the guest nothing: not a cycle, not a byte', () => {
    for (const workload of ['pairs', 'queue', 'busy'])
      expect(of(workload, 'outside')).toMatchObject({ cycles: of(workload, 'off').cycles, bytes: 0 });
  });

  it('off < stopped < leaks, and each depth costs more than the one before', () => {
    for (const workload of ['pairs', 'queue', 'busy']) {
      let before = of(workload, 'off').cycles;
      for (const depth of [0, 2, 6, 10, 32]) {
        const stopped = of(workload, 'stopped', depth).cycles;
        expect(stopped).toBeGreaterThan(before);
        expect(of(workload, 'leaks', depth).cycles).toBeGreaterThan(stopped);
        before = depth === 10 ? 0 : stopped; // the chain of the workload is shorter than 32
      }
    }
  });

  it('with 64 live blocks and full buffers the hash map pays', () => {
    expect(of('queue', 'all', 2, true).cycles).toBeLessThan(of('queue', 'all', 2).cycles);
  });

  it('bytes: 100 records of 36 bytes and 76 of variables at depth 2', () => {
    expect(of('pairs', 'leaks', 2).bytes).toBe(3600 + 76);
    expect(of('pairs', 'leaks', 2, true).bytes).toBe(4400 + 76 + 800);
  });
});
