import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlotTable } from './slots.js';

describe('slot table', () => {
  it('behaves as a map from ids to small numbers that are reused', () => {
    const ids = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0xffff_ffff }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), ids), { maxLength: 3000 }), (steps) => {
        const table = new SlotTable();
        const model = new Map<number, number>();
        let peak = 0;
        for (const [add, id] of steps) {
          expect(table.find(id)).toBe(model.get(id) ?? -1);
          if (add) {
            const slot = table.add(id);
            if (model.has(id)) expect(slot).toBe(-1);
            else {
              expect([...model.values()]).not.toContain(slot);
              model.set(id, slot);
            }
          } else {
            expect(table.remove(id)).toBe(model.get(id) ?? -1);
            model.delete(id);
          }
          peak = Math.max(peak, model.size);
          expect(table.live).toBe(model.size);
        }
        expect(table.slots).toBe(peak);
      }),
      { numRuns: 60 },
    );
  });

  it('grows, and finds every id afterwards', () => {
    const table = new SlotTable();
    for (let id = 0; id < 20_000; id++) expect(table.add(Math.imul(id, 0x01000193) >>> 0)).toBe(id);
    for (let id = 0; id < 20_000; id += 2) expect(table.remove(Math.imul(id, 0x01000193) >>> 0)).toBe(id);
    for (let id = 0; id < 20_000; id++)
      expect(table.find(Math.imul(id, 0x01000193) >>> 0)).toBe(id % 2 === 0 ? -1 : id);
  });

  it('ids that all hash to one place do not make it slow', () => {
    // Multiples of the inverse of the table's multiplier: their products are 0, 1, 2, …, whose upper bits are all 0.
    let inverse = 0x9e3779b1;
    for (let step = 0; step < 5; step++) inverse = Math.imul(inverse, 2 - Math.imul(0x9e3779b1, inverse));
    expect(Math.imul(inverse, 0x9e3779b1)).toBe(1);
    const table = new SlotTable();
    for (let index = 0; index < 50_000; index++) table.add(Math.imul(inverse, index) >>> 0);
    let steps = 0;
    const { keys } = table as unknown as { keys: Uint32Array };
    const home = (id: number): number => (table as unknown as { home(id: number): number }).home(id);
    for (let index = 0; index < 50_000; index++) {
      const id = Math.imul(inverse, index) >>> 0;
      for (let place = home(id); keys[place] !== id; place = (place + 1) & (keys.length - 1)) steps++;
    }
    expect(steps / 50_000).toBeLessThan(5);
  });
});
