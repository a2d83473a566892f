import { beforeEach, describe, expect, it } from 'vitest';
import type { AllocationEvent } from '../event.js';
import { FakeDeath, FakeHost } from './fake-host.js';
import type { HeapServicesOptions } from './boot-heap.js';
import { HeapServices } from './heap-services.js';

const CHAIN = [0x400d_1003, 0x400d_2003, 0x400d_3003];
const RECORDS = 0x3ffb_0100;
const OUT = 0x3ffb_0080;

function make(options: Partial<HeapServicesOptions> = {}): { host: FakeHost; services: HeapServices } {
  const host = new FakeHost();
  const services = new HeapServices(host, {
    layout: { heapStart: 0x3ffb_2000, iramEnd: 0x4008_1000 },
    ...options,
  });
  return { host, services };
}

/** The events as a listener would write them down. */
function listen(services: HeapServices, chainDepth = 8): Partial<AllocationEvent>[] {
  const events: Partial<AllocationEvent>[] = [];
  services.addListener({
    chainDepth,
    allocationEvent: ({ kind, operation, caps, size, given, address, oldAddress, chain, chainLength }) =>
      events.push({
        kind,
        operation,
        caps,
        size,
        given,
        address,
        oldAddress,
        chain: chain.slice(0, chainLength),
      }),
  });
  return events;
}

describe('the malloc family', () => {
  let { host, services } = make();
  beforeEach(() => {
    ({ host, services } = make());
  });

  it('malloc takes DRAM first, free gives it back, both at the real addresses', () => {
    const free = host.call('esp_get_free_heap_size', []);
    const p = host.call('malloc', [100]);
    expect(p).toBeGreaterThan(0x3ffa_e6e0);
    expect(host.call('heap_caps_get_allocated_size', [p])).toBe(100);
    expect(host.call('esp_get_free_heap_size', [])).toBe(free - 104);
    host.call('free', [p]);
    expect(host.call('esp_get_free_heap_size', [])).toBe(free);
  });

  it('calloc clears what a block held before; an overflowing product is not seen by the recorder’s wrapper', () => {
    const p = host.call('malloc', [40]);
    host.memory.fill(p, 40, 0xaa);
    host.call('free', [p]);
    const q = host.call('calloc', [10, 4]);
    expect(q).toBe(p);
    expect([...host.memory.copyOut(q, 40)]).toEqual(new Array(40).fill(0));
    expect(host.call('calloc', [0x4000_0001, 4])).not.toBe(0); // 4 bytes: v5.1.3 with tracing compiled in
    const { host: plain } = make({ sdkconfig: { CONFIG_HEAP_TRACING_STANDALONE: 'n' } });
    expect(plain.call('calloc', [0x4000_0001, 4])).toBe(0);
  });

  it('realloc grows with the contents, to 0 frees', () => {
    const p = host.call('malloc', [20]);
    host.memory.write32(p, 0x1234_5678);
    host.call('malloc', [20]);
    const q = host.call('realloc', [p, 400]);
    expect(q).not.toBe(p);
    expect(host.memory.read32(q)).toBe(0x1234_5678);
    expect(host.call('realloc', [q, 0])).toBe(0);
  });

  it('the reentrant forms skip their first argument', () => {
    const p = host.call('_malloc_r', [0x3ffb_0000, 24]);
    expect(host.call('heap_caps_get_allocated_size', [p])).toBe(24);
    const q = host.call('_realloc_r', [0x3ffb_0000, p, 48]);
    expect(host.call('heap_caps_get_allocated_size', [q])).toBe(48);
    host.call('_free_r', [0x3ffb_0000, q]);
    expect(services.heapCaps?.checkIntegrityAll(false)).toBe(true);
  });

  it('memalign, posix_memalign, aligned_alloc, heap_caps_aligned_calloc', () => {
    expect(host.call('memalign', [64, 10]) % 64).toBe(0);
    expect(host.call('aligned_alloc', [256, 10]) % 256).toBe(0);
    expect(host.call('heap_caps_aligned_calloc', [128, 3, 5, 0x1000]) % 128).toBe(0);
    expect(host.call('posix_memalign', [OUT, 32, 10])).toBe(0);
    expect(host.memory.read32(OUT) % 32).toBe(0);
    expect(host.call('posix_memalign', [OUT, 32, 0])).toBe(0);
    expect(host.memory.read32(OUT)).toBe(0);
    expect(host.call('posix_memalign', [OUT, 32, 0x30_0000])).toBe(12); // ENOMEM
  });

  it('heap_caps_malloc by capabilities: EXEC in IRAM, INTERNAL alone too, prefer takes the first that works', () => {
    expect(host.call('heap_caps_malloc', [16, 1]) >>> 16).toBe(0x4008);
    expect(host.call('heap_caps_malloc', [16, 0x800]) >>> 16).toBe(0x4008);
    expect(host.call('heap_caps_malloc_prefer', [16, 2, 0x400, 0x1000])).toBeGreaterThan(0x3ffa_0000);
    expect(host.call('heap_caps_calloc_prefer', [4, 4, 2, 0x400, 0x404])).toBe(0);
  });

  it('heap_caps_get_info writes seven words of multi_heap_info_t', () => {
    host.call('malloc', [100]);
    host.call('heap_caps_get_info', [OUT, 0x1000]);
    const words = Array.from({ length: 7 }, (_, i) => host.memory.read32(OUT + 4 * i));
    const info = services.heapCaps!.getInfo(0x1000);
    expect(words).toEqual(Object.values(info));
    expect(words[4]).toBe(2); // the descriptors and this block
  });

  it('prints the summary of heap_caps_print_heap_info on the console', () => {
    host.call('heap_caps_print_heap_info', [0x1000]);
    expect(host.console).toMatch(
      /^Heap summary for capabilities 0x00001000:\n {2}At 0x3ffae6e0 len 6432 free /,
    );
  });

  it('a failed request calls the guest’s callback with size, caps and a name in guest memory', () => {
    expect(host.call('heap_caps_register_failed_alloc_callback', [0])).toBe(0x102);
    host.call('heap_caps_register_failed_alloc_callback', [0x400d_5000]);
    expect(host.call('heap_caps_malloc', [0x20_0000, 0x1000])).toBe(0);
    const [address, size, caps, name] = host.guestCalls[0]!;
    expect([address, size, caps]).toEqual([0x400d_5000, 0x20_0000, 0x1000]);
    expect(new TextDecoder().decode(host.memory.copyOut(name!, 16))).toBe('heap_caps_malloc');
  });

  it('heap_caps_walk calls back with heap, block, use and user data, until the callback returns false', () => {
    const p = host.call('malloc', [100]);
    host.guest = (_, args) => (args[2] === p ? 0 : 1);
    host.call('heap_caps_walk', [0x1000, 0x400d_8000, 77]);
    const first = host.guestCalls.filter(([, start]) => start === 0x3ffa_e6e0);
    expect(
      first.map(([address, , end, block, size, used, user]) => [address, end, block, size, used, user]),
    ).toEqual([
      [0x400d_8000, 0x3ffb_0000, 0x3ffa_e860, 180, 1, 77],
      [0x400d_8000, 0x3ffb_0000, p, 100, 1, 77],
    ]);
  });

  it('calls esp_heap_trace_alloc_hook and _free_hook where the guest defines them', () => {
    host.symbols.set('esp_heap_trace_alloc_hook', 0x400d_6000).set('esp_heap_trace_free_hook', 0x400d_7000);
    const p = host.call('malloc', [30]);
    host.call('free', [p]);
    expect(host.guestCalls).toEqual([
      [0x400d_6000, p, 30, 0x1800],
      [0x400d_7000, p],
    ]);
  });
});

describe('recording (v5.1.3, depth 2)', () => {
  let { host, services } = make();
  beforeEach(() => {
    ({ host, services } = make());
    host.call('heap_trace_init_standalone', [RECORDS, 20]);
    host.call('heap_trace_start', [1]);
  });

  const records = (): { size: number; alloced_by: number[] }[] =>
    services.trace!.recordAddresses().map((r) => {
      const { size, alloced_by } = services.trace!.readRecord(r);
      return { size, alloced_by };
    });

  it('malloc, calloc, realloc and heap_caps_malloc are recorded with the caller first', () => {
    host.call('malloc', [10], CHAIN);
    host.call('calloc', [3, 8], CHAIN);
    host.call('heap_caps_malloc', [12, 0x1000], CHAIN);
    host.call('realloc', [0, 30], CHAIN);
    const alloced_by = CHAIN.slice(0, 2);
    expect(records()).toEqual([10, 24, 12, 30].map((size) => ({ size, alloced_by })));
  });

  it('pvPortMalloc and _malloc_r stand between caller and recorder', () => {
    host.call('pvPortMalloc', [10], CHAIN);
    host.call('_malloc_r', [0, 11], CHAIN);
    expect(records().map(({ alloced_by }) => alloced_by)).toEqual([
      [host.nativeAddress('pvPortMalloc') + 3, CHAIN[0]],
      [host.nativeAddress('_malloc_r') + 3, CHAIN[0]],
    ]);
  });

  it('not recorded in this version: heap_caps_calloc, aligned and prefer functions; their free counts as unknown', () => {
    const p = host.call('heap_caps_calloc', [1, 16, 0x1000], CHAIN);
    host.call('memalign', [16, 16], CHAIN);
    host.call('heap_caps_malloc_prefer', [16, 1, 0x1000], CHAIN);
    expect(records()).toEqual([]);
    host.call('malloc', [8], CHAIN);
    host.call('free', [p], CHAIN);
    expect(services.trace!.summary()).toMatchObject({ count: 1, total_allocations: 1, total_frees: 1 });
  });

  it('v5.3 records them all, with IDF’s own functions as first frames', () => {
    ({ host, services } = make({ idf: 'v5.3', sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 3 } }));
    host.call('heap_trace_init_standalone', [RECORDS, 20]);
    host.call('heap_trace_start', [1]);
    host.call('heap_caps_malloc', [8, 0x1000], CHAIN);
    host.call('memalign', [16, 16], CHAIN);
    const at = (name: string): number => host.nativeAddress(name) + 3;
    expect(records().map(({ alloced_by }) => alloced_by)).toEqual([
      [at('heap_caps_malloc'), CHAIN[0], CHAIN[1]],
      [at('heap_caps_aligned_alloc'), at('memalign'), CHAIN[0]],
    ]);
  });

  it('ccount is the clock at entry; the call costs cycles', () => {
    host.core.cycles = 0x1_0000_1237;
    host.call('malloc', [10], CHAIN);
    expect(services.trace!.readRecord(services.trace!.recordAddresses()[0]!).ccount).toBe(0x1234);
    expect(host.core.cycles).toBeGreaterThan(0x1_0000_1237 + 300);
  });

  it('a failing realloc loses its record (the recorder frees first)', () => {
    const p = host.call('malloc', [10], CHAIN);
    expect(host.call('realloc', [p, 0x30_0000], CHAIN)).toBe(0);
    expect(records()).toEqual([]);
  });

  it('heap_trace_get and heap_trace_summary fill guest structs, heap_trace_dump prints', () => {
    host.call('malloc', [10], CHAIN);
    expect(host.call('heap_trace_get_count', [])).toBe(1);
    expect(host.call('heap_trace_get', [0, OUT])).toBe(0);
    expect(host.memory.read32(OUT + 8)).toBe(10);
    expect(host.call('heap_trace_summary', [OUT])).toBe(0);
    expect(host.memory.read32(OUT + 16)).toBe(20);
    host.call('heap_trace_dump', []);
    expect(host.console).toContain("10 bytes 'leaked' in trace (1 allocations)\n");
  });

  it('without CONFIG_HEAP_TRACING_STANDALONE: ESP_ERR_NOT_SUPPORTED, nothing printed, nothing recorded', () => {
    ({ host, services } = make({ sdkconfig: { CONFIG_HEAP_TRACING_STANDALONE: 'n' } }));
    expect(host.call('heap_trace_init_standalone', [RECORDS, 20])).toBe(0x106);
    host.call('heap_trace_dump', []);
    expect(host.console).toBe('');
    expect(services.trace).toBeUndefined();
  });
});

describe('deaths, with the texts of ESP-IDF on the console', () => {
  const dies = (host: FakeHost, name: string, args: number[]): string => {
    try {
      host.call(name, args);
    } catch (error) {
      if (error instanceof FakeDeath) return error.message;
      throw error;
    }
    throw new Error(`${name} came back`);
  };

  it('double free', () => {
    const { host } = make();
    const p = host.call('malloc', [24]);
    host.call('free', [p]);
    const text =
      'assert failed: tlsf_free tlsf.c:1120 (!block_is_free(block) && "block already marked as free")';
    expect(dies(host, 'free', [p])).toBe(text);
    expect(host.console).toContain(`\n${text}\n`);
  });

  it('an overrun by one under light poisoning', () => {
    const { host } = make({ sdkconfig: { CONFIG_HEAP_POISONING_LIGHT: 'y' } });
    const p = host.call('malloc', [20]);
    host.memory.write8(p + 20, 0x5a);
    const text = 'assert failed: multi_heap_free multi_heap_poisoning.c:276 (head != NULL)';
    expect(dies(host, 'free', [p])).toBe(text);
    expect(host.console).toContain(
      `CORRUPT HEAP: Bad tail at 0x${(p + 20).toString(16)}. Expected 0xbaad5678 got 0xbaad565a\n`,
    );
  });

  it('abort, assert, a free outside the heap, an allocation with abort-on-failure', () => {
    const { host } = make({ sdkconfig: { CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS: 'y' } });
    expect(dies(host, 'abort', [])).toBe('abort() was called at PC 0x400d1000 on core 0');
    host.memory.copyIn(OUT, new TextEncoder().encode('main/app.c\0main\0x > 0\0'));
    expect(dies(host, '__assert_func', [OUT, 12, OUT + 11, OUT + 16])).toBe(
      'assert failed: main app.c:12 (x > 0)',
    );
    expect(dies(host, 'free', [0x3f40_0000])).toMatch(/heap_caps_free heap_caps.c:387 \(heap != NULL/);
    expect(dies(host, 'malloc', [0x20_0000])).toBe('Mem alloc fail. size 0x00200000 caps 0x00001800');
  });

  it('out pointers that lead nowhere', () => {
    const { host } = make();
    expect(dies(host, 'heap_caps_get_info', [0, 0x1000])).toBe('StoreProhibited at 0x0');
    expect(dies(host, 'posix_memalign', [0x10, 16, 8])).toBe('StoreProhibited at 0x10');
    expect(dies(host, 'heap_caps_add_region_with_caps', [4, 0x3ffc_0000, 0x3ffc_1000])).toBe(
      'LoadProhibited at 0x4',
    );
    host.call('heap_trace_init_standalone', [RECORDS, 4]);
    host.call('heap_trace_start', [1]);
    host.call('malloc', [8]);
    expect(dies(host, 'heap_trace_get', [0, 0x1234])).toBe('StoreProhibited at 0x1234');
    expect(dies(host, 'heap_trace_summary', [0x1234])).toBe('StoreProhibited at 0x1234');
  });

  it('records given back while in use: LoadProhibited of the recorder', () => {
    const { host } = make();
    host.call('heap_trace_init_standalone', [RECORDS, 4]);
    host.call('heap_trace_resume', []);
    expect(dies(host, 'malloc', [8])).toBe('LoadProhibited at 0x4');
  });
});

describe('cycles, against those of the compiled functions (facts/heap, cycles.md)', () => {
  it.each([
    ['malloc', 960],
    ['heap_caps_malloc', 884],
    ['calloc', 1043],
  ])('%s of 100 bytes on fresh system heaps: %i, within 5 %', (name, cycles) => {
    const { host } = make({ sdkconfig: { CONFIG_HEAP_TRACING_STANDALONE: 'n' } });
    host.call('esp_get_free_heap_size', []);
    const before = host.core.cycles;
    const p = host.call(name, name === 'calloc' ? [1, 100] : [100, 0x1000]);
    expect(Math.abs(host.core.cycles - before - cycles)).toBeLessThan(0.05 * cycles);
    const mid = host.core.cycles;
    host.call('free', [p]);
    expect(Math.abs(host.core.cycles - mid - 706)).toBeLessThan(0.05 * 706);
  });

  it('a request that tries a full heap in vain pays for it', () => {
    const { host } = make({ sdkconfig: { CONFIG_HEAP_TRACING_STANDALONE: 'n' } });
    host.call('malloc', [100]);
    const before = host.core.cycles;
    host.call('malloc', [8000]);
    expect(Math.abs(host.core.cycles - before - 1411)).toBeLessThan(0.05 * 1411);
  });

  it('tracing compiled in but stopped costs the call stack; running costs the record on top', () => {
    const price = (running: boolean): number => {
      const { host } = make();
      host.call('heap_trace_init_standalone', [RECORDS, 20]);
      if (running) host.call('heap_trace_start', [1]);
      const before = host.core.cycles;
      host.call('malloc', [100], CHAIN);
      return host.core.cycles - before;
    };
    expect(price(false)).toBeGreaterThan(960 + 300);
    expect(price(true) - price(false)).toBe(199 + 152);
  });
});

describe('listeners', () => {
  it('see every call with sizes asked and given, caps and the whole chain', () => {
    const { host, services } = make();
    const events = listen(services);
    const p = host.call('malloc', [10], CHAIN);
    const q = host.call('realloc', [p, 200], CHAIN);
    host.call('heap_caps_malloc', [0x30_0000, 4], CHAIN);
    host.call('free', [q], CHAIN);
    host.call('free', [0], CHAIN);
    const chain = Uint32Array.from(CHAIN);
    expect(events).toEqual([
      {
        kind: 'alloc',
        operation: 'malloc',
        caps: 0x1000,
        size: 10,
        given: 12,
        address: p,
        oldAddress: 0,
        chain,
      },
      {
        kind: 'realloc',
        operation: 'realloc',
        caps: 0x1000,
        size: 200,
        given: 200,
        address: q,
        oldAddress: p,
        chain,
      },
      {
        kind: 'fail',
        operation: 'heap_caps_malloc',
        caps: 4,
        size: 0x30_0000,
        given: 0,
        address: 0,
        oldAddress: 0,
        chain,
      },
      { kind: 'free', operation: 'free', caps: 0, size: 0, given: 0, address: q, oldAddress: 0, chain },
    ]);
  });

  it('change nothing: same cycles, same memory with and without', () => {
    const run = (listening: boolean): { cycles: number; memory: Uint8Array } => {
      const { host, services } = make();
      if (listening) listen(services, 100);
      host.call('heap_trace_init_standalone', [RECORDS, 20]);
      host.call('heap_trace_start', [0]);
      let p = 0;
      for (let i = 1; i < 60; i++) {
        p = host.call('realloc', [p, 8 * i], CHAIN);
        if (i % 7 === 0) host.call('free', [p], CHAIN.slice(1));
        if (i % 7 === 0) p = 0;
        host.call('calloc', [i, 2], CHAIN);
      }
      return { cycles: host.core.cycles, memory: host.memory.u8 };
    };
    const quiet = run(false);
    const heard = run(true);
    expect(heard.cycles).toBe(quiet.cycles);
    expect(Buffer.compare(heard.memory, quiet.memory)).toBe(0);
  });
});

describe('another policy in the place of the heap', () => {
  it.each(['first-fit', 'best-fit', 'buddy', 'segregated'] as const)(
    '%s serves the same functions',
    (allocator) => {
      const { host, services } = make({ allocator });
      const p = host.call('malloc', [100]);
      const q = host.call('calloc', [10, 10]);
      expect(p).not.toBe(q);
      expect(host.call('heap_caps_get_allocated_size', [p])).toBeGreaterThanOrEqual(100);
      host.memory.fill(p, 100, 0x55);
      const r = host.call('realloc', [p, 5000]);
      expect(host.memory.read8(r + 99)).toBe(0x55);
      expect(host.call('heap_caps_malloc', [8, 0x400])).toBe(0);
      host.call('free', [q]);
      host.call('free', [r]);
      expect(host.call('heap_caps_check_integrity_all', [1])).toBe(1);
      expect(services.heapCaps).toBeUndefined();
    },
  );
});
