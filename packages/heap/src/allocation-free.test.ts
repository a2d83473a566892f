import { expect, it } from 'vitest';
import { createHeapMemory } from './memory.js';
import { MultiHeap } from './multi-heap.js';

const BASE = 0x3ffb0000;
const ROUNDS = 10_000;
/** Four operations a round; the smallest object takes at least 8 bytes. */
const OBJECT_AN_OPERATION = 4 * ROUNDS * 8;

function work(heap: MultiHeap): void {
  for (let i = 0; i < ROUNDS; i++) {
    const a = heap.malloc(BASE, 20 + (i & 63));
    const b = heap.malloc(BASE, 300 + (i & 127));
    heap.free(BASE, a);
    heap.free(BASE, b);
  }
}

/**
 * Growth of the JavaScript heap over `ROUNDS` rounds: the median of several, so that a garbage collection in one of them does
 * not decide; a measurement is far shorter than the way from one collection to the next.
 */
function growth(heap: MultiHeap): number {
  for (let i = 0; i < 5; i++) work(heap);
  const bytes = Array.from({ length: 9 }, () => {
    const before = process.memoryUsage().heapUsed;
    work(heap);
    return process.memoryUsage().heapUsed - before;
  });
  return bytes.sort((a, b) => a - b)[4]!;
}

function fresh(engine: 'wasm' | 'typescript'): MultiHeap {
  const heap = new MultiHeap(createHeapMemory(BASE, 0x8000), { engine });
  heap.register(BASE, 0x8000);
  return heap;
}

it.each(['wasm', 'typescript'] as const)('malloc and free make no JavaScript objects (%s)', (engine) => {
  expect(growth(fresh(engine))).toBeLessThan(OBJECT_AN_OPERATION / 4);
});

it('the measure sees one object a malloc', () => {
  const heap = fresh('typescript');
  const kept: { last?: object } = {};
  const malloc = heap.malloc.bind(heap);
  heap.malloc = (region, size) => {
    kept.last = { size };
    return malloc(region, size);
  };
  expect(growth(heap)).toBeGreaterThan(OBJECT_AN_OPERATION / 4);
});
