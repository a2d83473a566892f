import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeapAssertError } from './errors.js';
import { HeapCaps } from './heap-caps.js';
import {
  ESP_ERR_INVALID_ARG,
  ESP_ERR_INVALID_SIZE,
  ESP_ERR_NOT_FOUND,
  ESP_FAIL,
  ESP_OK,
  type HeapCapsOptions,
} from './heap-registry.js';
import { controlsWithCaps, fragmentation, readHeapList } from './introspection.js';
import { createHeapMemory } from './memory.js';
import {
  CAP_32BIT,
  CAP_8BIT,
  CAP_DEFAULT,
  CAP_DMA,
  CAP_EXEC,
  CAP_INTERNAL,
  CAP_INVALID,
  CAP_SPIRAM,
} from './regions.js';

const RTC = 0x3ff80000;
const PSRAM = 0x3f800000;
const END = 0x400c2000;

interface Booted {
  heap: HeapCaps;
  printed: string[];
  log: string[];
}

/** A booted system; start-up heaps registered unless `early`. */
function boot(options: Partial<HeapCapsOptions> = {}, early = false): Booted {
  const base = options.layout?.psram === true ? PSRAM : RTC;
  const printed: string[] = [];
  const log: string[] = [];
  const heap = new HeapCaps({
    memory: createHeapMemory(base, END - base),
    print: (text) => printed.push(text),
    log: (text) => log.push(text),
    ...options,
  });
  heap.init();
  if (!early) heap.enableNonosStackHeaps();
  return { heap, printed, log };
}

describe('boot', () => {
  it('logs the heaps of a small program', () => {
    expect(boot().log).toEqual([
      'Initializing. RAM available for dynamic allocation:',
      'At 3FFAE6E0 len 00001920 (6 KiB): DRAM',
      'At 3FFB2A18 len 0002D5E8 (181 KiB): DRAM',
      'At 3FFE0440 len 00003AE0 (14 KiB): D/IRAM',
      'At 3FFE4350 len 0001BCB0 (111 KiB): D/IRAM',
      'At 4008CA00 len 00013600 (77 KiB): IRAM',
    ]);
  });

  it('puts the descriptors first of all: 3FFAE860, with poisoning 3FFAE868', () => {
    expect(boot().heap.heaps()[0]!.address).toBe(0x3ffae860);
    expect(boot({ poisoning: 'light' }).heap.heaps()[0]!.address).toBe(0x3ffae868);
    const { heap } = boot({}, true);
    expect(heap.multiHeap.getInfo(0x3ffae6e0)).toMatchObject({
      totalFreeBytes: 5868,
      totalAllocatedBytes: 180,
    });
  });

  it('registers D/IRAM only when the start-up stacks are gone', () => {
    const { heap } = boot({}, true);
    expect(heap.heaps().map(({ heap: handle }) => handle !== 0)).toEqual([true, true, false, false, true]);
    heap.enableNonosStackHeaps();
    expect(heap.heaps().every(({ heap: handle }) => handle !== 0)).toBe(true);
  });

  it('keeps list, lock words and handles in guest memory', () => {
    const statics = 0x3ffb0010;
    const { heap } = boot({ statics });
    const { memory } = heap;
    const word = (address: number): number => memory.u32[(address - memory.base) >>> 2]!;
    const first = word(statics);
    expect(first).toBe(0x3ffae860);
    expect(word(first + 20)).toBe(0xb33fffff);
    expect(word(first + 28)).toBe(0x3ffae6e0);
    expect(word(0x3ffae6e0)).toBe(first + 20);
    expect(readHeapList(memory, statics)).toEqual(heap.heaps());
    memory.u32[(statics - memory.base) >>> 2] = first + 36; // a guest takes the first heap out of the list
    expect(heap.malloc(10, CAP_DEFAULT)).toBeGreaterThan(0x3ffb2a18);
  });
});

describe('choice of heap', () => {
  const { heap } = boot();
  const start = (caps: number): number => {
    const address = heap.malloc(16, caps);
    return heap.heaps().find((one) => address >= one.start && address < one.end)?.start ?? 0;
  };
  it.each([
    ['DEFAULT', CAP_DEFAULT, 0x3ffae6e0],
    ['32BIT alone: IRAM first', CAP_32BIT, 0x4008ca00],
    ['INTERNAL alone: IRAM first, not byte-accessible', CAP_INTERNAL, 0x4008ca00],
    ['DMA', CAP_DMA, 0x3ffae6e0],
    ['EXEC', CAP_EXEC, 0x4008ca00],
    ['SPIRAM, absent', CAP_SPIRAM, 0],
    ['EXEC and 8BIT together', CAP_EXEC | CAP_8BIT, 0],
    ['nothing wanted', 0, 0],
  ])('%s', (_name, caps, expected) => {
    expect(start(caps)).toBe(expected);
  });

  it('sizes above 4 MiB and size 0 are refused', () => {
    const failures: unknown[] = [];
    heap.onFailedAlloc((...facts) => failures.push(facts));
    expect(heap.malloc(0x400001, CAP_DEFAULT)).toBe(0);
    expect(heap.malloc(0, CAP_DEFAULT)).toBe(0);
    expect(failures).toEqual([[0x400001, CAP_DEFAULT, 'heap_caps_malloc']]);
    heap.onFailedAlloc(undefined);
  });
});

describe('executable memory from D/IRAM', () => {
  it('is an instruction-bus alias whose word before leads back to the block', () => {
    const { heap } = boot();
    while (heap.malloc(1000, CAP_EXEC) < 0x400a0000); // until IRAM is full
    const code = heap.malloc(1010, CAP_EXEC);
    expect(code).toBeGreaterThanOrEqual(0x400a0000);
    expect(code).toBeLessThan(0x400c0000);
    const before = heap.getFreeSize(CAP_EXEC);
    expect(heap.getAllocatedSize(code)).toBe(1016); // 1010 rounded up to words, and the word that leads back
    heap.free(code);
    expect(heap.getFreeSize(CAP_EXEC)).toBe(before + 1020);
  });

  it('realloc keeps the words, reversed order and all', () => {
    const { heap } = boot();
    while (heap.malloc(1000, CAP_EXEC) < 0x400a0000);
    const code = heap.malloc(1000, CAP_EXEC);
    expect(code).toBeGreaterThanOrEqual(0x400a0000);
    const { memory } = heap;
    const dataBus = (alias: number): number => 0x3ffffffc - (alias - 0x400a0000);
    memory.u32[(dataBus(code) - memory.base) >>> 2] = 0x11111111;
    memory.u32[(dataBus(code + 4) - memory.base) >>> 2] = 0x22222222;
    const moved = heap.realloc(code, 2000, CAP_EXEC);
    expect(memory.u32[(dataBus(moved) - memory.base) >>> 2]).toBe(0x11111111);
    expect(memory.u32[(dataBus(moved + 4) - memory.base) >>> 2]).toBe(0x22222222);
  });
});

describe('external RAM', () => {
  const system = (): HeapCaps => {
    const { heap } = boot({ layout: { psram: true } });
    expect(heap.addPsram(0x400000)).toBe(ESP_OK);
    return heap;
  };

  it('its heap comes first in the list; malloc uses it only when told, and above the limit', () => {
    const heap = system();
    expect(heap.heaps()[0]!.start).toBe(PSRAM);
    expect(heap.mallocDefault(20000)).toBeGreaterThan(0x3ffae000);
    heap.mallocExtmemEnable(16384);
    expect(heap.mallocDefault(16384)).toBeGreaterThan(0x3ffae000);
    expect(heap.mallocDefault(16385)).toBeLessThan(0x3fc00000);
    expect(heap.reallocDefault(0, 20000)).toBeLessThan(0x3fc00000);
  });

  it('falls back to whatever there is, and reports DEFAULT when nothing is', () => {
    const heap = system();
    heap.mallocExtmemEnable(0);
    const failures: unknown[] = [];
    heap.onFailedAlloc((...facts) => failures.push(facts));
    expect(heap.mallocDefault(0x3f0000)).not.toBe(0);
    expect(heap.mallocDefault(0x3f0000)).toBe(0);
    expect(failures).toEqual([[0x3f0000, CAP_DEFAULT, 'heap_caps_malloc_default']]);
  });

  it('reserveInternal makes heaps of internal memory that malloc leaves alone', () => {
    const heap = system();
    expect(heap.reserveInternal(32768)).toBe(ESP_OK);
    expect(heap.heaps()[0]).toMatchObject({ caps: [0, CAP_DMA | CAP_INTERNAL, CAP_8BIT | CAP_32BIT] });
    expect(heap.heaps()[0]!.end - heap.heaps()[0]!.start).toBe(32767);
  });
});

describe('heap_caps_add_region', () => {
  it.each([
    ['start 0', 0, 100, ESP_ERR_INVALID_ARG],
    ['end before start', 0x3ffb2000, 0x3ffb1000, ESP_ERR_INVALID_ARG],
    ['not a region of the chip', 0x50000000, 0x50001000, ESP_ERR_NOT_FOUND],
    ['overlaps the end of a heap', 0x3ffdf000, 0x3ffe0010, ESP_FAIL],
    ['too small', 0x3ffb0000, 0x3ffb0040, ESP_ERR_INVALID_SIZE],
    ['free memory', 0x3ffb0000, 0x3ffb2000, ESP_OK],
  ])('%s', (_name, start, end, result) => {
    expect(boot().heap.addRegion(start, end)).toBe(result);
  });

  it('gives the descriptor back when the region is too small', () => {
    const { heap } = boot();
    const before = heap.getFreeSize(CAP_8BIT);
    heap.addRegion(0x3ffb0000, 0x3ffb0040);
    expect(heap.getFreeSize(CAP_8BIT)).toBe(before);
    expect(heap.heaps()).toHaveLength(5);
  });
});

describe('realloc', () => {
  it('moves to another heap when the present one lacks the capabilities', () => {
    const { heap } = boot();
    const block = heap.malloc(100, CAP_32BIT);
    expect(block).toBeGreaterThan(0x40080000);
    heap.memory.u8.fill(0x5a, block - heap.memory.base, block - heap.memory.base + 100);
    const moved = heap.realloc(block, 200, CAP_DEFAULT);
    expect(moved).toBeLessThan(0x40000000);
    expect([...heap.memory.u8.subarray(moved - heap.memory.base, moved - heap.memory.base + 100)]).toEqual(
      Array<number>(100).fill(0x5a),
    );
  });

  it('size 0 frees; a failure keeps the block and is told', () => {
    const { heap } = boot();
    const failures: unknown[] = [];
    heap.onFailedAlloc((...facts) => failures.push(facts));
    const block = heap.mallocDefault(100);
    expect(heap.reallocDefault(block, 0x300000)).toBe(0);
    expect(failures).toEqual([[0x300000, CAP_DEFAULT | CAP_INTERNAL, 'heap_caps_realloc']]);
    expect(heap.getAllocatedSize(block)).toBe(100);
    expect(heap.reallocDefault(block, 0)).toBe(0);
    expect(failures).toHaveLength(1);
    expect(() => heap.reallocDefault(0x3ffb0000, 10)).toThrow(HeapAssertError);
  });
});

describe('calloc and its kin', () => {
  it('heap_caps_calloc reports size, from v5.1.5 on n * size; overflow is reported too', () => {
    for (const [version, reported] of [
      ['v5.1.3', 0x100000],
      ['v5.1.5', 0x300000],
    ] as const) {
      const { heap } = boot({ version });
      const failures: unknown[] = [];
      heap.onFailedAlloc((...facts) => failures.push(facts));
      expect(heap.calloc(3, 0x100000, CAP_DEFAULT)).toBe(0);
      expect(failures).toEqual([[reported, CAP_DEFAULT, 'heap_caps_calloc']]);
      expect(heap.calloc(0x10000, 0x10001, CAP_DEFAULT)).toBe(0);
      expect(failures).toHaveLength(2);
    }
  });

  it("C's calloc fails silently on overflow, and zeroes", () => {
    const { heap } = boot();
    const used = heap.mallocDefault(20);
    heap.memory.u8.fill(0xee, used - RTC, used - RTC + 20);
    heap.free(used);
    const address = heap.callocDefault(5, 4);
    expect(address).toBe(used);
    expect([...heap.memory.u8.subarray(address - RTC, address - RTC + 20)]).toEqual(
      Array<number>(20).fill(0),
    );
    expect(heap.callocDefault(0x10000, 0x10000)).toBe(0);
  });

  it('prefer takes the first capabilities that can be had, and reports the last', () => {
    const { heap } = boot();
    expect(heap.mallocPrefer(16, [CAP_SPIRAM, CAP_EXEC])).toBeGreaterThan(0x4008ca00);
    expect(heap.callocPrefer(4, 4, [CAP_SPIRAM, CAP_DMA])).toBeLessThan(0x40000000);
    const failures: unknown[] = [];
    heap.onFailedAlloc((...facts) => failures.push(facts));
    expect(heap.mallocPrefer(16, [CAP_SPIRAM, CAP_SPIRAM | CAP_DMA])).toBe(0);
    expect(heap.reallocPrefer(0, 16, [CAP_SPIRAM])).toBe(0);
    expect(failures).toEqual([
      [16, CAP_SPIRAM | CAP_DMA, 'heap_caps_malloc_prefer'],
      [16, CAP_SPIRAM, 'heap_caps_realloc_prefer'],
    ]);
  });

  it('posix_memalign writes the address, or returns ENOMEM', () => {
    const { heap } = boot();
    expect(heap.posixMemalign(0x3ffb0000, 64, 100)).toBe(0);
    const address = heap.memory.u32[(0x3ffb0000 - RTC) >>> 2]!;
    expect(address % 64).toBe(0);
    expect(heap.posixMemalign(0x3ffb0000, 64, 0x300000)).toBe(12);
    expect(heap.memalign(3, 100)).toBe(0);
  });
});

describe('failures', () => {
  it('abort when configured', () => {
    const { heap } = boot({ abortWhenAllocationFails: true });
    expect(() => heap.malloc(0x300000, CAP_DEFAULT)).toThrow(
      'Mem alloc fail. size 0x00300000 caps 0x00001000',
    );
  });

  it('free of a foreign address', () => {
    const { heap } = boot();
    expect(() => heap.free(0x3ffb0000)).toThrow(
      'assert failed: heap_caps_free heap_caps.c:387 (heap != NULL && "free() target pointer is outside heap areas")',
    );
  });
});

describe('observer and hooks', () => {
  it('are told address, size asked, size given, caps and heap', () => {
    const events: unknown[] = [];
    const { heap } = boot();
    const stop = heap.observe({
      allocate: (...facts) => events.push(['allocate', ...facts]),
      free: (...facts) => events.push(['free', ...facts]),
      reallocate: (...facts) => events.push(['reallocate', ...facts]),
      fail: (...facts) => events.push(['fail', ...facts]),
    });
    const a = heap.malloc(10, CAP_DEFAULT);
    const b = heap.reallocDefault(a, 30);
    heap.free(b);
    heap.malloc(10, CAP_SPIRAM);
    heap.calloc(2, 8, CAP_DMA);
    stop();
    heap.malloc(10, CAP_DEFAULT);
    const small = 0x3ffae6e0;
    expect(events).toEqual([
      ['allocate', a, 10, 12, CAP_DEFAULT, small],
      ['reallocate', a, b, 30, 32, 12, CAP_DEFAULT | CAP_INTERNAL, small],
      ['free', b, 32, small],
      ['fail', 10, CAP_SPIRAM, 'heap_caps_malloc'],
      ['allocate', a, 16, 16, CAP_DMA, small],
    ]);
  });

  it('several listeners hear the same; one that goes leaves the others', () => {
    const { heap } = boot();
    let [first, second] = [0, 0];
    const stop = heap.observe({ allocate: () => first++ });
    heap.observe({ allocate: () => second++ });
    heap.malloc(1, CAP_DEFAULT);
    stop();
    heap.malloc(1, CAP_DEFAULT);
    expect([first, second]).toEqual([1, 2]);
  });

  it('CONFIG_HEAP_USE_HOOKS: sizes as rounded, the data-bus address of an alias on free', () => {
    const events: unknown[] = [];
    const { heap } = boot({
      hooks: {
        alloc: (...facts) => events.push(['alloc', ...facts]),
        free: (address) => events.push(['free', address]),
      },
    });
    const block = heap.malloc(10, CAP_32BIT);
    heap.free(block);
    expect(events).toEqual([
      ['alloc', block, 12, CAP_32BIT],
      ['free', block],
    ]);
  });
});

describe('questions', () => {
  it('add up over the heaps that have all capabilities', () => {
    const { heap } = boot();
    const heaps = heap.heaps();
    const size = (one: { start: number; end: number }): number => one.end - one.start;
    expect(heap.getTotalSize(CAP_EXEC)).toBe(size(heaps[2]!) + size(heaps[3]!) + size(heaps[4]!));
    expect(heap.getFreeSize(CAP_SPIRAM)).toBe(0);
    const { totalFree, freeBlocks } = fragmentation(
      heap.memory,
      controlsWithCaps(heap.memory, heaps, CAP_DEFAULT),
    );
    expect(heap.getFreeSize(CAP_DEFAULT)).toBe(totalFree + 4 * freeBlocks + 4 * 4);
    expect(heap.getMinimumFreeSize(CAP_DEFAULT)).toBe(heap.getFreeSize(CAP_DEFAULT));
  });

  it('heap_caps_print_heap_info', () => {
    const { heap, printed } = boot({}, true);
    printed.length = 0;
    heap.printHeapInfo(CAP_DMA | CAP_SPIRAM);
    heap.printHeapInfo(0x803);
    expect(printed.join('')).toBe(
      'Heap summary for capabilities 0x00000408:\n' +
        '  Totals:\n    free 0 allocated 0 min_free 0 largest_free_block 0\n' +
        'Heap summary for capabilities 0x00000803:\n' +
        '  At 0x4008ca00 len 79360 free 78488 allocated 0 min_free 78488\n' +
        '    largest_free_block 77824 alloc_blocks 0 free_blocks 1 total_blocks 1\n' +
        '  Totals:\n    free 78488 allocated 0 min_free 78488 largest_free_block 77824\n',
    );
  });

  it('dump and walk show the same blocks', () => {
    const { heap, printed } = boot({}, true);
    const block = heap.malloc(100, CAP_DEFAULT);
    printed.length = 0;
    heap.dump(CAP_DEFAULT);
    expect(printed.join('')).toContain(
      'Showing data for heap: 0x3ffae6e0 \nBlock 0x3ffae860 data, size: 180 bytes, Free: No \n',
    );
    const walked: number[] = [];
    heap.walkAll((_heap, address, _size, used) => {
      if (used) walked.push(address);
    });
    expect(walked).toEqual([0x3ffae860, block]);
    heap.dumpAll();
    expect(printed.filter((text) => text.startsWith('Showing'))).toHaveLength(2 + 3);
  });

  it('integrity: an overwritten tail is found and printed, everywhere, or only said', () => {
    const { heap, printed } = boot({ poisoning: 'light' });
    const block = heap.malloc(10, CAP_DEFAULT);
    expect(heap.checkIntegrityAll(true)).toBe(true);
    heap.memory.u8[block + 10 - heap.memory.base] = 0;
    printed.length = 0;
    expect(heap.checkIntegrityAll(false)).toBe(false);
    expect(printed).toEqual([]);
    expect(heap.checkIntegrityAddr(block, true)).toBe(false);
    expect(printed.join('')).toBe(
      `CORRUPT HEAP: Bad tail at 0x${(block + 10).toString(16)}. Expected 0xbaad5678 got 0xbaad5600\n`,
    );
    expect(heap.checkIntegrity(CAP_EXEC, true)).toBe(true);
    expect(heap.checkIntegrityAddr(0x10, true)).toBe(false);
    expect(heap.checkIntegrity(CAP_INVALID, false)).toBe(false);
  });
});

describe('modelled cycles', () => {
  it('agree with what the compiled code took (IDF v5.0.1 on the model core: facts/heap/cycles.md)', () => {
    const { heap } = boot({}, true);
    const near = (expected: number): void => {
      expect(Math.abs(heap.lastCycles() - expected)).toBeLessThan(0.02 * expected);
    };
    const block = heap.malloc(100, CAP_DEFAULT);
    near(884);
    expect(heap.lastCycles(true)).toBe(heap.lastCycles() + 74);
    heap.free(block);
    near(696); // merges with the big free block behind it
    heap.malloc(100, CAP_EXEC | CAP_32BIT);
    near(964);
    heap.malloc(100, CAP_SPIRAM);
    near(372);
  });

  it('grow with heaps tried in vain, bytes copied and bytes zeroed', () => {
    const { heap } = boot();
    heap.malloc(100, CAP_DEFAULT);
    const plain = heap.lastCycles();
    heap.malloc(8000, CAP_DEFAULT); // not in the first heap
    expect(heap.lastCycles()).toBeGreaterThan(plain + 300);
    heap.calloc(100, 10, CAP_DEFAULT);
    expect(heap.lastCycles()).toBeGreaterThan(plain + 300);
    const block = heap.malloc(1000, CAP_32BIT);
    heap.realloc(block, 1004, CAP_DEFAULT);
    expect(heap.lastCycles()).toBeGreaterThan(2 * plain + 600);
  });
});

describe('random calls with random damage', () => {
  it('never hang and throw nothing but HeapAssertError', () => {
    const calls = fc.array(fc.tuple(fc.nat(9), fc.nat(5000), fc.nat(0x1fff), fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(
        calls,
        fc.constantFrom('none' as const, 'light' as const, 'comprehensive' as const),
        (list, poisoning) => {
          const { heap } = boot({ poisoning });
          const { memory } = heap;
          const blocks = [0];
          for (const [kind, size, caps, where] of list) {
            const block = blocks[where % blocks.length]!;
            try {
              if (kind < 3) blocks.push(heap.malloc(size, caps));
              else if (kind === 3) heap.free(block);
              else if (kind === 4) heap.realloc(block, size, caps);
              else if (kind === 5) heap.calloc(size, 4, caps);
              else if (kind === 6) heap.alignedAlloc(1 << (where % 12), size, caps);
              else if (kind === 7) memory.u8[0x3ffae6e0 - memory.base + (where % 1000)] = size;
              else if (kind === 8) heap.checkIntegrityAll(false);
              else heap.printHeapInfo(caps);
            } catch (error) {
              expect(error).toBeInstanceOf(HeapAssertError);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
