import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TRACE_PRICES } from '@xtal/heaptrace';
import { beforeAll, describe, expect, it } from 'vitest';
import { pricesModule, readTwin } from './derive-trace-costs.js';
import { measureTracePrices } from './trace-prices.js';

describe('the recorder’s twin', () => {
  let measured: ReturnType<typeof measureTracePrices>;
  beforeAll(() => {
    measured = measureTracePrices(readTwin);
  }, 120_000);

  it('costs what the committed table says', () => {
    const { callStackError: _, ...prices } = measured;
    expect(prices).toEqual(TRACE_PRICES);
  });

  it('levels of the call stack add up to whole runs at depth 2 and 10, within 8 cycles', () => {
    expect(measured.callStackError).toBeLessThanOrEqual(8);
  });

  it('each level costs more than the one before by one more pair of loads, at most 8 cycles', () => {
    const steps = measured.callStack.slice(2).map((all, i) => all - measured.callStack[i + 1]!);
    steps.slice(1).forEach((step, i) => {
      expect(step - steps[i]!).toBeGreaterThanOrEqual(-6);
      expect(step - steps[i]!).toBeLessThanOrEqual(12);
    });
  });

  it('the module that the command writes is the one in the repository', () => {
    const path = new URL('../../heaptrace/src/services/trace-prices-data.ts', import.meta.url);
    expect(readFileSync(fileURLToPath(path), 'utf8')).toBe(pricesModule());
  });
});
