import { describe, expect, it } from 'vitest';
import {
  controlOf,
  fragmentation,
  freeHistogram,
  freeLists,
  poisonedAskedSize,
  tlsfGeometry,
  tlsfProblems,
  walkBlocks,
} from './introspection.js';
import { createHeapMemory, type HeapMemory } from './memory.js';
import { MultiHeap } from './multi-heap.js';
import type { Poisoning } from './poisoning.js';

const BASE = 0x3ffb0000;

/** Used 40, free 60, used 40, free 200, used 40, free rest. */
function heapWithHoles(poisoning: Poisoning = 'none'): {
  memory: HeapMemory;
  control: number;
  heap: MultiHeap;
} {
  const memory = createHeapMemory(BASE, 16384);
  const heap = new MultiHeap(memory, { poisoning });
  heap.register(BASE, 16384);
  const blocks = [40, 60, 40, 200, 40].map((size) => heap.malloc(BASE, size));
  heap.free(BASE, blocks[1]!);
  heap.free(BASE, blocks[3]!);
  return { memory, control: controlOf(memory, BASE), heap };
}

describe('a heap with holes', () => {
  const { memory, control } = heapWithHoles();

  it('blocks in address order', () => {
    expect([...walkBlocks(memory, control)].map(({ size, free }) => (free ? -size : size))).toEqual([
      40, -60, 40, -200, 40, -15560,
    ]);
  });

  it('free lists by level, with the sizes that belong there', () => {
    expect(
      freeLists(memory, control).map(({ firstLevel, secondLevel, minimumSize, limitSize, blocks }) => [
        firstLevel,
        secondLevel,
        minimumSize,
        limitSize,
        blocks.map(({ size }) => size),
      ]),
    ).toEqual([
      [1, 7, 60, 64, [60]],
      [3, 4, 192, 208, [200]],
      [9, 7, 15360, 16384, [15560]],
    ]);
  });

  it('fragmentation', () => {
    const figures = fragmentation(memory, [control]);
    expect(figures).toMatchObject({
      totalFree: 15820,
      largestFree: 15560,
      largestSure: 15360,
      freeBlocks: 3,
      usedBlocks: 3,
      usedBytes: 120,
      overhead: tlsfGeometry(memory, control)!.controlSize + 4 * 7,
    });
    expect(figures.external).toBeCloseTo(1 - 15560 / 15820);
    expect(figures.contiguity + figures.external).toBe(1);
  });

  it('histogram of free blocks', () => {
    expect(freeHistogram(memory, [control]).filter(({ blocks }) => blocks > 0)).toEqual([
      { minimumSize: 32, limitSize: 64, blocks: 1, bytes: 60 },
      { minimumSize: 128, limitSize: 256, blocks: 1, bytes: 200 },
      { minimumSize: 8192, limitSize: 16384, blocks: 1, bytes: 15560 },
    ]);
    expect(freeHistogram(memory, [])).toEqual([]);
  });

  it('changes nothing by looking', () => {
    const before = memory.u8.slice();
    tlsfProblems(memory, control);
    freeLists(memory, control);
    fragmentation(memory, [control]);
    expect(memory.u8).toEqual(before);
  });
});

it('internal waste is known where the size asked for is: poisoning', () => {
  const { memory, control } = heapWithHoles('light');
  const { internalWaste, internalKnownBlocks } = fragmentation(memory, [control], poisonedAskedSize(memory));
  expect(internalKnownBlocks).toBe(3);
  expect(internalWaste).toBe(3 * 12); // poison; 40 bytes need no rounding
});

describe('what is no heap', () => {
  it('has no geometry, no lists, one problem', () => {
    const memory = createHeapMemory(BASE, 4096);
    expect(tlsfGeometry(memory, BASE)).toBeUndefined();
    expect(freeLists(memory, BASE)).toEqual([]);
    expect(tlsfProblems(memory, BASE)).toEqual(['0x3ffb0000 holds no TLSF control structure']);
    expect(fragmentation(memory, [BASE])).toMatchObject({ totalFree: 0, external: 0 });
  });
});

describe('problems', () => {
  it.each([
    ['a size word', 4, 0x10, /wrong about the block before it|no sentinel|listed, but no block/],
    ['next_free of a free block', 8, 0x3ffb0100, /listed|prev_free|in no list/],
    ['prev_free of a free block', 12, 0x3ffb0100, /wrong prev_free/],
  ])('%s overwritten', (_name, offset, value, message) => {
    const { memory, control } = heapWithHoles();
    const hole = [...walkBlocks(memory, control)].find(({ free }) => free)!;
    memory.u32[(hole.address - 8 + offset - BASE) >>> 2] = value;
    expect(tlsfProblems(memory, control).join('\n')).toMatch(message);
  });

  it('a bitmap overwritten', () => {
    const { memory, control } = heapWithHoles();
    memory.u32[(control + 24 - BASE) >>> 2] = 0;
    expect(tlsfProblems(memory, control)).toContain('first-level bit 1 is wrong');
  });
});
