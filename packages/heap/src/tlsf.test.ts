import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeapAssertError } from './errors.js';
import {
  controlOf,
  fragmentation,
  freeLists,
  tlsfGeometry,
  tlsfProblems,
  walkBlocks,
} from './introspection.js';
import { createHeapMemory, type HeapMemory } from './memory.js';
import { MultiHeap, type MultiHeapOptions } from './multi-heap.js';
import { PATH, Tlsf } from './tlsf.js';

const BASE = 0x3ffb0000;

function heapOf(
  size: number,
  options: MultiHeapOptions = {},
): { memory: HeapMemory; heap: MultiHeap; handle: number } {
  const memory = createHeapMemory(BASE, size);
  const heap = new MultiHeap(memory, options);
  return { memory, heap, handle: heap.register(BASE, size) };
}

const word = (memory: HeapMemory, address: number): number => memory.u32[(address - memory.base) >>> 2]!;

describe('multi_heap_register', () => {
  it.each([
    // size, control, first block payload, reported largest
    [240, 180, 32, 32],
    [6432, 360, 6044, 5632],
    [16404, 432, 15944, 15360],
    [16408, 716, 15664, 15360],
    [65536, 784, 64724, 63488],
    [113840, 852, 112960, 110592],
    [262164, 988, 261148, 253952],
    [262168, 1752, 260388, 258048],
    [4194304, 2148, 4192128, 4128768],
  ])('%i bytes: control %i, first block %i, largest %i', (size, control, first, largest) => {
    const { memory, heap, handle } = heapOf(size);
    expect(tlsfGeometry(memory, controlOf(memory, handle))?.controlSize).toBe(control);
    expect([...walkBlocks(memory, controlOf(memory, handle))]).toMatchObject([{ size: first, free: true }]);
    expect(heap.getInfo(handle).largestFreeBlock).toBe(largest);
  });

  it('208 bytes: no heap; 212 bytes: a heap without a pool, with a message', () => {
    expect(heapOf(208).handle).toBe(0);
    let printed = '';
    const { heap, handle } = heapOf(212, { print: (text) => (printed += text) });
    expect(handle).toBe(BASE);
    expect(printed).toBe('tlsf_add_pool: Memory size must be between 20 and 264 bytes.\n');
    expect(heap.malloc(handle, 1)).toBe(0);
  });

  it('packs the configuration as GCC does, and leaves bit 31 of the word as it was', () => {
    const memory = createHeapMemory(BASE, 4194304);
    memory.u8.fill(0xff);
    new MultiHeap(memory).register(BASE, 4194304);
    const fields = 16 | (7 << 5) | (22 << 8) | (32 << 14) | (5 << 20);
    expect(word(memory, BASE + 20 + 16)).toBe((0x80000000 | fields | (128 << 23)) >>> 0);
  });
});

it('v4.4.0 and v5.0.0 use the same parameters for every pool (not covered by vectors)', () => {
  for (const size of [6432, 65536]) {
    const { memory, handle } = heapOf(size, { version: 'v5.0.0' });
    expect(tlsfGeometry(memory, controlOf(memory, handle))).toMatchObject({
      slIndexCount: 32,
      flIndexMax: 18,
      flIndexCount: 12,
    });
  }
});

describe('quirks of v5.1.3', () => {
  it('sizes 0xFFFFFFFD and more wrap around to a block of 12', () => {
    const { heap, handle } = heapOf(6432);
    expect(heap.malloc(handle, 0xfffffffc)).toBe(0);
    const address = heap.malloc(handle, 0xfffffffd);
    expect(heap.getAllocatedSize(handle, address)).toBe(12);
  });

  it('realloc to size 0 frees the block, but free_bytes does not learn of it', () => {
    const { heap, handle } = heapOf(6432);
    const before = heap.freeSize(handle);
    expect(heap.realloc(handle, heap.malloc(handle, 100), 0)).toBe(0);
    expect(heap.freeSize(handle)).toBe(before - 104);
    expect(heap.getInfo(handle).allocatedBlocks).toBe(0);
  });

  it('tlsf_fit_size is 0 for a largest block of 12 in a 16-column heap; v5.3 keeps it', () => {
    const fit = (version: string): number => {
      const memory = createHeapMemory(BASE, 65536);
      const tlsf = new Tlsf(memory, version);
      tlsf.create(BASE, 65536 - 20);
      return tlsf.fitSize(BASE, 12);
    };
    expect(fit('v5.1.3')).toBe(0);
    expect(fit('v5.3')).toBe(12);
  });

  it('the null block keeps stale links', () => {
    const { memory, heap, handle } = heapOf(6432);
    const control = controlOf(memory, handle);
    const first = word(memory, control + 12);
    expect(first).toBe(control + 360 - 4); // inserted into an empty list
    heap.malloc(handle, 6044);
    expect(word(memory, control + 8)).toBe(control);
  });

  it('an alignment of 2 GiB overflows: the block is too small for the request (v5.4: NULL)', () => {
    const { heap, handle } = heapOf(6432);
    const address = heap.alignedAlloc(handle, 100, 0x80000000);
    expect(address).not.toBe(0);
    const later = heapOf(6432, { version: 'v5.4' });
    expect(later.heap.alignedAlloc(later.handle, 100, 0x80000000)).toBe(0);
  });

  it('v5.4 carves what the search rounded up', () => {
    const sizes = ['v5.1.3', 'v5.4'].map((version) => {
      const { heap, handle } = heapOf(65536, { version });
      return heap.getAllocatedSize(handle, heap.malloc(handle, 1100));
    });
    expect(sizes).toEqual([1100, 1152]);
  });
});

describe('paths', () => {
  it('tell how an operation went', () => {
    const { heap, handle } = heapOf(65536);
    const path = (call: () => unknown): number => {
      call();
      return heap.impl.path();
    };
    const [a, , c] = [40, 40, 40, 40].map((size) => heap.malloc(handle, size)) as [
      number,
      number,
      number,
      number,
    ];
    expect(path(() => heap.malloc(handle, 100)) & (PATH.SPLIT | PATH.LARGE)).toBe(PATH.SPLIT | PATH.LARGE);
    expect(path(() => heap.free(handle, a))).toBe(PATH.FREE);
    expect(path(() => heap.malloc(handle, 40))).toBe(PATH.LIST_EMPTIED);
    heap.free(handle, c);
    expect(path(() => heap.free(handle, a + 44)) & (PATH.FREE | PATH.MERGE_NEXT)).toBe(
      PATH.FREE | PATH.MERGE_NEXT,
    );
    expect(path(() => heap.malloc(handle, 0x7fffffff))).toBe(PATH.FAIL);
    expect(path(() => heap.realloc(handle, a, 20)) & PATH.IN_PLACE).toBe(PATH.IN_PLACE);
    expect(path(() => heap.realloc(handle, a, 900)) & PATH.MOVED).toBe(PATH.MOVED);
    expect(heap.impl.copied()).toBe(20);
  });
});

/** What a program does to a heap: kind, which live block, size, alignment. */
const programs = fc.array(
  fc.record({
    kind: fc.constantFrom('malloc', 'malloc', 'free', 'realloc', 'aligned'),
    which: fc.nat(1000),
    size: fc.oneof({ weight: 5, arbitrary: fc.nat(120) }, { weight: 1, arbitrary: fc.nat(4000) }),
    align: fc.constantFrom(1, 4, 8, 32, 128, 1024),
  }),
  { maxLength: 150 },
);
type Program = typeof programs extends fc.Arbitrary<infer T> ? T : never;

interface Live {
  address: number;
  size: number;
  seed: number;
}

function runProgram(
  program: Program,
  options: MultiHeapOptions,
  after: (live: Live[], heap: MultiHeap, handle: number) => void,
): void {
  const { memory, heap, handle } = heapOf(20000, options);
  const live: Live[] = [];
  const write = (block: Live, from = 0): void => {
    for (let i = from; i < block.size; i++) memory.u8[block.address + i - BASE] = block.seed + 31 * i;
  };
  const expectContents = (block: Live, size = block.size): void => {
    for (let i = 0; i < size; i++) {
      if (memory.u8[block.address + i - BASE] !== ((block.seed + 31 * i) & 255))
        throw new Error(`byte ${i} changed`);
    }
  };
  for (const [seed, { kind, which, size, align }] of program.entries()) {
    const index = live.length === 0 ? 0 : which % live.length;
    const block = live[index];
    if (kind === 'free' && block !== undefined) {
      expectContents(block);
      heap.free(handle, block.address);
      live.splice(index, 1);
    } else if (kind === 'realloc' && block !== undefined && size > 0) {
      const address = heap.realloc(handle, block.address, size);
      if (address !== 0) {
        const kept = Math.min(block.size, size);
        block.address = address;
        block.size = size;
        expectContents(block, kept);
        write(block);
      } else expectContents(block);
    } else if (kind === 'malloc' || kind === 'aligned') {
      const address = kind === 'malloc' ? heap.malloc(handle, size) : heap.alignedAlloc(handle, size, align);
      if (address === 0) continue;
      if (kind === 'aligned') expect(address % align).toBe(0);
      const fresh = { address, size, seed };
      live.push(fresh);
      write(fresh);
    }
  }
  after(live, heap, handle);
}

describe.each(['none', 'light', 'comprehensive'] as const)(
  'after any sequence of operations (poisoning: %s)',
  (poisoning) => {
    it.each(['typescript', 'wasm'] as const)(
      'the invariants hold, no two blocks overlap, contents survive (%s)',
      (engine) => {
        fc.assert(
          fc.property(programs, (program) => {
            runProgram(program, { poisoning, engine }, (live, heap, handle) => {
              const { memory } = heap;
              const control = controlOf(memory, handle);
              expect(tlsfProblems(memory, control)).toEqual([]);
              expect(heap.check(handle, true)).toBe(true);
              const { totalFree, freeBlocks } = fragmentation(memory, [control]);
              expect(word(memory, handle + 4)).toBe(totalFree + 4 * freeBlocks + 4);
              expect(heap.getInfo(handle).allocatedBlocks).toBe(live.length);
              const sorted = [...live].sort((a, b) => a.address - b.address);
              for (let i = 1; i < sorted.length; i++) {
                expect(sorted[i - 1]!.address + sorted[i - 1]!.size).toBeLessThanOrEqual(sorted[i]!.address);
              }
              for (const { address } of live) heap.free(handle, address);
              expect([...walkBlocks(memory, control)]).toHaveLength(1);
              expect(freeLists(memory, control)).toHaveLength(1);
            });
          }),
          { numRuns: 60 },
        );
      },
    );
  },
);

describe.each(['none', 'light', 'comprehensive'] as const)(
  'overwritten memory (poisoning: %s)',
  (poisoning) => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
    it.each(['typescript', 'wasm'] as const)(
      'never hangs, and throws nothing but HeapAssertError (%s)',
      (engine) => {
        fc.assert(
          fc.property(programs, damage, programs, (before, flips, then) => {
            runProgram(before, { poisoning, engine }, (live, heap, handle) => {
              const { memory } = heap;
              // headers and control structure are what is hit
              const control = controlOf(memory, handle);
              const targets = [...walkBlocks(memory, control)].map(({ address }) => address - 8);
              for (const [where, value] of flips) {
                const at =
                  where % 2 === 0 ? targets[where % targets.length]! + (where % 16) : BASE + (where % 900);
                memory.u8[at - BASE] = value;
              }
              const guarded = (call: () => unknown): void => {
                try {
                  call();
                } catch (error) {
                  expect(error).toBeInstanceOf(HeapAssertError);
                }
              };
              for (const { kind, which, size, align } of then.slice(0, 30)) {
                const address = live.length === 0 ? BASE + which : live[which % live.length]!.address;
                guarded(() => {
                  if (kind === 'malloc') heap.malloc(handle, size);
                  else if (kind === 'aligned') heap.alignedAlloc(handle, size, align);
                  else if (kind === 'free') heap.free(handle, address);
                  else heap.realloc(handle, address, size);
                });
              }
              guarded(() => heap.check(handle, false));
              guarded(() => heap.getInfo(handle));
              guarded(() => heap.dump(handle));
              expect(tlsfProblems(memory, control)).toBeInstanceOf(Array);
              expect(freeLists(memory, control)).toBeInstanceOf(Array);
              expect(fragmentation(memory, [control]).totalFree).toBeGreaterThanOrEqual(0);
            });
          }),
          { numRuns: 60 },
        );
      },
    );
  },
);
