import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeapAssertError, wildPointer } from '../errors.js';
import { createHeapMemory } from '../memory.js';
import { MultiHeap } from '../multi-heap.js';
import { MALLOC_PATH_BITS } from '../tlsf.js';

/** Kind, slot, size, alignment. */
type Step = readonly [number, number, number, number];

/** Bytes of a page of WebAssembly memory. */
const PAGE = 65536;

const steps = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 15 }),
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 5000 }) },
      { weight: 1, arbitrary: fc.constantFrom(0x7fffffff, 0x80000000, 0xfffffff0, 0xfffffffd, 0xffffffff) },
    ),
    fc.constantFrom(0, 1, 2, 3, 4, 8, 16, 64, 256, 0x80000000),
  ),
  { maxLength: 120 },
);

function run(
  engine: 'typescript' | 'wasm',
  poisoning: 'none' | 'light' | 'comprehensive',
  size: number,
  list: Step[],
): unknown[] {
  const base = 0x3ffb0000;
  // whole pages: WebAssembly knows no smaller end of memory (docs/fidelity/heap.md)
  const memory = createHeapMemory(base, PAGE);
  const multiHeap = new MultiHeap(memory, { engine, poisoning });
  const heap = multiHeap.register(base, size);
  const slots = new Map<number, number>();
  const seen: unknown[] = [heap];
  if (heap === 0) return seen;
  try {
    for (const step of list) seen.push(...one(multiHeap, heap, slots, step));
  } catch (error) {
    // huge alignments overflow in IDF too: the block is too small, and comprehensive poisoning finds that out
    seen.push(error instanceof HeapAssertError ? error.message : error);
    // a pointer that leads out of memory ends the chip in the middle of its stores, whose order is the compiler's
    if (error instanceof HeapAssertError && error.message === wildPointer().message) return seen;
  }
  seen.push(Buffer.from(memory.u8).toString('base64'), multiHeap.impl.copied());
  return seen;
}

function one(
  multiHeap: MultiHeap,
  heap: number,
  slots: Map<number, number>,
  [kind, slot, bytes, align]: Step,
): number[] {
  const old = slots.get(slot) ?? 0;
  let result = 0;
  if (kind <= 1 && old === 0) slots.set(slot, (result = multiHeap.malloc(heap, bytes)));
  else if (kind === 6 && old === 0 && bytes > 0) {
    const told = multiHeap.impl.mallocOnPath(heap, bytes);
    if (told !== 0) slots.set(slot, multiHeap.memory.base + 4 * (told >>> MALLOC_PATH_BITS));
    return [told, multiHeap.impl.path()];
  } else if (kind === 2 && old === 0) slots.set(slot, (result = multiHeap.alignedAlloc(heap, bytes, align)));
  else if (kind === 3) {
    result = multiHeap.realloc(heap, old, bytes);
    if (result !== 0 || bytes === 0) slots.set(slot, result);
  } else {
    multiHeap.free(heap, old);
    slots.set(slot, 0);
  }
  return [result, old === 0 && result === 0 ? 0 : multiHeap.impl.path()];
}

describe('WebAssembly and TypeScript hot path', () => {
  for (const poisoning of ['none', 'light', 'comprehensive'] as const) {
    it(`leave the same bytes, results and paths (poisoning: ${poisoning})`, () => {
      fc.assert(
        fc.property(steps, fc.constantFrom(220, 1000, 16404, 16408, 20000), (list, size) => {
          expect(run('wasm', poisoning, size, list)).toEqual(run('typescript', poisoning, size, list));
        }),
        { numRuns: 150 },
      );
    });
  }

  it('is refused for a memory that is no WebAssembly.Memory', () => {
    const u8 = new Uint8Array(4096);
    const memory = { base: 0x3ffb0000, u8, u32: new Uint32Array(u8.buffer) };
    expect(() => new MultiHeap(memory, { engine: 'wasm' })).toThrow(/no WebAssembly hot path/);
    expect(new MultiHeap(memory).register(0x3ffb0000, 4096)).toBe(0x3ffb0000);
  });
});
