import { expect, it } from 'vitest';
import { createHeapMemory } from './memory.js';
import { MultiHeap } from './multi-heap.js';

it.each(['wasm', 'typescript'] as const)('malloc and free make no JavaScript objects (%s)', (engine) => {
  const base = 0x3ffb0000;
  const heap = new MultiHeap(createHeapMemory(base, 0x8000), { engine });
  heap.register(base, 0x8000);
  const work = (rounds: number): void => {
    for (let i = 0; i < rounds; i++) {
      const a = heap.malloc(base, 20 + (i & 63));
      const b = heap.malloc(base, 300 + (i & 127));
      heap.free(base, a);
      heap.free(base, b);
    }
  };
  work(20_000);
  // an object an operation would be at least 16 bytes times 800 000
  const before = process.memoryUsage().heapUsed;
  work(200_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(2_000_000);
});
