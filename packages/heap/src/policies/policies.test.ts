import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allocator } from '../allocator.js';
import { HeapAssertError } from '../errors.js';
import { createHeapMemory, type HeapMemory } from '../memory.js';
import { allocatorNames, createAllocator } from './create.js';

const BASE = 0x3ffb2a18;
const SIZE = 24_000;

/** ESP-IDF's own heap: as careless as the C code with what it is handed, and held to golden vectors elsewhere. */
const isIdf = (name: string): boolean => name.startsWith('tlsf');

function make(name: (typeof allocatorNames)[number], size = SIZE): { heap: Allocator; memory: HeapMemory } {
  const memory = createHeapMemory(BASE, size);
  return { heap: createAllocator(name, memory, BASE, size), memory };
}

type Step =
  | { kind: 'malloc'; size: number }
  | { kind: 'aligned'; shift: number; size: number }
  | { kind: 'realloc'; which: number; size: number }
  | { kind: 'free'; which: number };

const sizes = fc.oneof(
  fc.integer({ min: 0, max: 64 }),
  fc.integer({ min: 0, max: 1500 }),
  fc.constantFrom(4000, 30_000, 0x7fff_ffff, 0xffff_f000),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('malloc' as const), size: sizes }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('aligned' as const),
        shift: fc.integer({ min: 0, max: 12 }),
        size: sizes,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('realloc' as const), which: fc.nat(), size: sizes }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('free' as const), which: fc.nat() }) },
  ),
  { maxLength: 150 },
);

/** What a program knows of its blocks: where they are, and what it wrote into them. */
class Program {
  readonly live = new Map<number, { size: number; seed: number }>();
  private seed = 0;
  constructor(
    readonly heap: Allocator,
    readonly memory: HeapMemory,
  ) {}

  private byte(seed: number, index: number): number {
    return (seed * 31 + index * 7) & 0xff;
  }

  private fill(address: number, size: number): void {
    const seed = ++this.seed;
    for (let index = 0; index < size; index++)
      this.memory.u8[address - BASE + index] = this.byte(seed, index);
    this.live.set(address, { size, seed });
  }

  private verify(address: number, size: number, seed: number): void {
    for (let index = 0; index < size; index++)
      if (this.memory.u8[address - BASE + index] !== this.byte(seed, index))
        throw new Error(`byte ${index} of the block at 0x${address.toString(16)} changed`);
  }

  step(step: Step): void {
    const { heap, live } = this;
    if (step.kind === 'malloc' || step.kind === 'aligned') {
      const address =
        step.kind === 'malloc' ? heap.malloc(step.size) : heap.alignedAlloc(1 << step.shift, step.size);
      if (step.size === 0) expect(address).toBe(0);
      if (address === 0) return;
      expect(address % (step.kind === 'aligned' ? Math.max(4, 1 << step.shift) : 4)).toBe(0);
      expect(heap.allocatedSize(address)).toBeGreaterThanOrEqual(step.size);
      this.fill(address, step.size);
      return;
    }
    const addresses = [...live.keys()];
    const address = addresses[step.which % addresses.length];
    if (address === undefined) return;
    const { size, seed } = live.get(address)!;
    if (step.kind === 'free') {
      this.verify(address, size, seed);
      heap.free(address);
      live.delete(address);
      return;
    }
    const moved = heap.realloc(address, step.size);
    if (moved === 0) {
      if (step.size === 0) live.delete(address);
      else this.verify(address, size, seed);
      return;
    }
    this.verify(moved, Math.min(size, step.size), seed);
    live.delete(address);
    this.fill(moved, step.size);
  }

  /** Live blocks and the walk are the same set, without overlap, and all figures agree. */
  verifyHeap(): void {
    const { heap, live } = this;
    expect(heap.check()).toEqual([]);
    const stats = heap.stats();
    let end = 0;
    let freeBytes = 0;
    let allocated = 0;
    let largest = 0;
    for (const block of heap.blocks()) {
      expect(block.address).toBeGreaterThanOrEqual(end);
      end = block.address + block.size;
      if (block.free) {
        freeBytes += block.size;
        largest = Math.max(largest, block.size);
        expect(live.has(block.address)).toBe(false);
      } else {
        allocated++;
        expect(live.get(block.address)?.size).toBeLessThanOrEqual(block.size);
      }
    }
    expect(end).toBeLessThanOrEqual(BASE + SIZE);
    expect(allocated).toBe(live.size);
    expect(stats).toMatchObject({ freeBytes, allocatedBlocks: live.size, largestFree: largest });
    for (const [address, { size, seed }] of live) this.verify(address, size, seed);
  }
}

describe.each(allocatorNames)('%s', (name) => {
  it('keeps blocks apart, contents whole and figures true after any operations', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { heap, memory } = make(name);
        const fresh = JSON.stringify(heap.stats());
        const program = new Program(heap, memory);
        for (const step of list) program.step(step);
        program.verifyHeap();
        for (const address of program.live.keys()) heap.free(address);
        expect(heap.check()).toEqual([]);
        // All given back: as many and as large free blocks as at the start.
        const end = heap.stats();
        expect(JSON.stringify({ ...end, minimumFree: 0 })).toBe(
          JSON.stringify({ ...(JSON.parse(fresh) as object), minimumFree: 0 }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is sound after every single operation', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { heap, memory } = make(name);
        const program = new Program(heap, memory);
        for (const step of list.slice(0, 40)) {
          program.step(step);
          program.verifyHeap();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('NULL: free(0) does nothing, realloc(0) allocates, realloc(.., 0) frees', () => {
    const { heap } = make(name);
    heap.free(0);
    const address = heap.realloc(0, 100);
    expect(address).not.toBe(0);
    expect(heap.realloc(address, 0)).toBe(0);
    expect(heap.stats().allocatedBlocks).toBe(0);
  });

  it('a request that cannot be met returns 0 and changes nothing', () => {
    const { heap, memory } = make(name);
    const kept = heap.malloc(1000);
    const before = memory.u8.slice();
    // From 0xFFFFFFFD on, multi_heap wraps around to the smallest block.
    const beyond = isIdf(name) ? [] : [0xffff_fffd, 0xffff_ffff];
    for (const size of [SIZE, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, ...beyond]) {
      expect(heap.malloc(size)).toBe(0);
      expect(heap.realloc(kept, size)).toBe(0);
      expect(heap.alignedAlloc(8, size)).toBe(0);
    }
    if (!isIdf(name)) expect(heap.alignedAlloc(0x8000_0000, 4)).toBe(0);
    for (const alignment of [0, 3, 48, 0xffff_ffff]) expect(heap.alignedAlloc(alignment, 16)).toBe(0);
    expect(memory.u8).toEqual(before);
  });

  it('works at the top of the address space', () => {
    const memory = createHeapMemory(0xffff_0000, 0x1_0000);
    const heap = createAllocator(name, memory, 0xffff_0000, 0x1_0000);
    const blocks = Array.from({ length: 50 }, (_, index) => heap.malloc(index * 13));
    for (const address of blocks.slice(1)) expect(address).toBeGreaterThan(0xffff_0000);
    expect(heap.alignedAlloc(0x1000, 100) % 0x1000).toBe(0);
    expect(heap.check()).toEqual([]);
  });

  it('refuses a region that is unaligned, too small or outside the memory', () => {
    const memory = createHeapMemory(BASE, 1024);
    expect(() => createAllocator(name, memory, BASE + 2, 512)).toThrow(RangeError);
    expect(() => createAllocator(name, memory, BASE, 8)).toThrow(RangeError);
    expect(() => createAllocator(name, memory, BASE, 2048)).toThrow(RangeError);
  });

  it('all state is in guest memory: a second object goes on where the first was', () => {
    const { heap, memory } = make(name);
    const first = [10, 200, 3000, 40].map((size) => heap.malloc(size));
    heap.free(first[1]!);
    const other = createAllocator(name, memory, BASE, SIZE, { attach: true });
    expect(other.stats()).toEqual(heap.stats());
    const next = other.malloc(100);
    expect([first[0], first[2], first[3]]).not.toContain(next);
    for (const address of [first[0]!, first[2]!, first[3]!, next]) other.free(address);
    expect(heap.stats().allocatedBlocks).toBe(0);
    expect(heap.check()).toEqual([]);
  });

  it('an address that is no live block is refused', () => {
    const { heap } = make(name);
    const address = heap.malloc(64);
    heap.malloc(64);
    const inside = isIdf(name) ? [] : [BASE, address + 2];
    for (const wrong of [4, BASE - 16, BASE + SIZE, 0xffff_fff0, ...inside])
      expect(() => heap.free(wrong), `free(0x${wrong.toString(16)})`).toThrow(HeapAssertError);
    heap.free(address);
    expect(() => heap.free(address)).toThrow(HeapAssertError);
    expect(() => heap.realloc(address, 10)).toThrow(HeapAssertError);
  });

  it('damaged memory: nothing but a HeapAssertError, no hang, no write outside the region', () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 10 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        steps,
        (before, anywhere, control, headers, after) => {
          const memory = createHeapMemory(BASE - 4096, SIZE + 8192);
          const heap = createAllocator(name, memory, BASE, SIZE);
          const live: number[] = [];
          const run = (list: Step[]): void => {
            for (const step of list) {
              const which = 'which' in step ? step.which % Math.max(live.length, 1) : 0;
              try {
                let address = 0;
                if (step.kind === 'malloc') address = heap.malloc(step.size);
                else if (step.kind === 'aligned') address = heap.alignedAlloc(1 << step.shift, step.size);
                else if (live.length === 0) continue;
                else if (step.kind === 'free') heap.free(live.splice(which, 1)[0]!);
                else address = heap.realloc(live.splice(which, 1)[0]!, step.size);
                if (address !== 0) live.push(address);
              } catch (error) {
                if (!(error instanceof HeapAssertError)) throw error;
              }
            }
          };
          run(before);
          const blocks = [...heap.blocks()];
          const at = (address: number): number => address - memory.base;
          for (const [offset, byte] of [...anywhere, ...control]) memory.u8[at(BASE + offset)] = byte;
          // Headers and links are where it hurts: words at and before the payloads.
          for (const pick of headers) {
            const block = blocks[pick % Math.max(blocks.length, 1)];
            if (block) memory.u32[(at(block.address) >>> 2) - 1 + (pick % 3)] = pick * 0x9e3779b1;
          }
          run(after);
          heap.check();
          heap.stats();
          expect([...heap.blocks()].length).toBeLessThanOrEqual(SIZE / 4);
          // C writes where a wild pointer leads.
          const outside = isIdf(name) ? [] : [memory.u8.subarray(0, 4096), memory.u8.subarray(4096 + SIZE)];
          for (const bytes of outside) expect(bytes.every((byte) => byte === 0)).toBe(true);
        },
      ),
      { numRuns: 250 },
    );
  });
});

describe('placement', () => {
  /** Free blocks of 100, 40 and 60 bytes in this order, with live blocks between, then the rest of the region. */
  function holes(name: (typeof allocatorNames)[number]): { heap: Allocator; hole: number[] } {
    const { heap } = make(name);
    const hole: number[] = [];
    for (const size of [100, 40, 60]) {
      hole.push(heap.malloc(size));
      heap.malloc(20);
    }
    for (const address of hole) heap.free(address);
    return { heap, hole };
  }

  it('first fit takes the first hole that is large enough', () => {
    const { heap, hole } = holes('first-fit');
    expect(heap.malloc(36)).toBe(hole[0]);
    expect(heap.malloc(56)).toBe(hole[0]! + 40);
    expect(heap.malloc(56)).toBe(hole[2]);
  });

  it('best fit takes the smallest hole that is large enough', () => {
    const { heap, hole } = holes('best-fit');
    expect(heap.malloc(36)).toBe(hole[1]);
    expect(heap.malloc(56)).toBe(hole[2]);
    expect(heap.malloc(56)).toBe(hole[0]);
  });

  it('next fit goes on behind the last block it gave', () => {
    const { heap, hole } = holes('next-fit');
    // The rover stands behind the last block of the set-up, in the rest of the region.
    const first = heap.malloc(36);
    expect(first).toBeGreaterThan(hole[2]!);
    expect(heap.malloc(36)).toBe(first + 40);
  });

  it('segregated fits search the class of the size, last freed first', () => {
    const { heap, hole } = holes('segregated');
    // Blocks of 104, 44 and 64 bytes: classes 64-127, 32-63, 64-127.
    expect(heap.malloc(70)).toBe(hole[0]);
    expect(heap.malloc(40)).toBe(hole[1]);
    expect(heap.malloc(40)).toBe(hole[2]);
  });

  it('buddy rounds up to a power of two and aligns to it', () => {
    const { heap } = make('buddy');
    const address = heap.malloc(33);
    expect(heap.allocatedSize(address)).toBe(64);
    expect(address % 64).toBe(0);
    expect(heap.allocatedSize(heap.malloc(64))).toBe(64);
  });
});
