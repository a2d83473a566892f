/** `heap_caps_*` that ask, check and print; `esp_get_free_heap_size` and its sisters. */
import { CAP_8BIT, CAP_DEFAULT, CAP_DMA, CAP_INTERNAL, CAP_INVALID, type HeapInfo } from '@xtal/heap';
import type { HeapServices } from './heap-services.js';
import type { ServiceCall, ServiceResult } from './host.js';

const ESP_OK = 0;

/** Fields of `multi_heap_info_t` in the order of the struct. */
const INFO_FIELDS = [
  'totalFreeBytes',
  'totalAllocatedBytes',
  'largestFreeBlock',
  'minimumFreeBytes',
  'allocatedBlocks',
  'freeBlocks',
  'totalBlocks',
] as const satisfies readonly (keyof HeapInfo)[];

/** Defines the functions for a machine. */
export function defineQueries(services: HeapServices): void {
  const { host } = services;
  const define = (name: string, run: (call: ServiceCall) => ServiceResult): void =>
    host.define(name, (call) => services.guarded(call, () => run(call)));
  const bool = (value: boolean): number => (value ? 1 : 0);

  define('heap_caps_get_total_size', (call) => services.heap.getTotalSize(call.arg(0)));
  define('heap_caps_get_free_size', (call) => services.heap.getFreeSize(call.arg(0)));
  define('heap_caps_get_minimum_free_size', (call) => services.heap.getMinimumFreeSize(call.arg(0)));
  define('heap_caps_get_largest_free_block', (call) => services.heap.getLargestFreeBlock(call.arg(0)));
  define('heap_caps_get_allocated_size', (call) => services.heap.getAllocatedSize(call.arg(0)));
  define('malloc_usable_size', (call) =>
    call.arg(0) === 0 ? 0 : services.heap.getAllocatedSize(call.arg(0)),
  );
  define('heap_caps_get_info', (call) => {
    const info = services.heap.getInfo(call.arg(1));
    INFO_FIELDS.forEach((field, i) => host.memory.write32(call.arg(0) + 4 * i, info[field]));
    return undefined;
  });
  define('heap_caps_print_heap_info', (call) => {
    services.heap.printHeapInfo(call.arg(0));
    return undefined;
  });
  define('heap_caps_check_integrity', (call) =>
    bool(services.heap.checkIntegrity(call.arg(0), call.arg(1) !== 0)),
  );
  define('heap_caps_check_integrity_all', (call) => bool(services.heap.checkIntegrityAll(call.arg(0) !== 0)));
  define('heap_caps_check_integrity_addr', (call) =>
    bool(services.heap.checkIntegrityAddr(call.arg(0), call.arg(1) !== 0)),
  );
  define('heap_caps_dump', (call) => {
    services.heap.dump(call.arg(0));
    return undefined;
  });
  define('heap_caps_dump_all', () => {
    services.heap.dumpAll();
    return undefined;
  });
  // v5.4: heap start and end, block address and size, used, user data; a callback that returns false ends a heap's walk.
  const walk = (caps: number, callback: number, user: number): void => {
    services.heapCaps?.walk(caps, ({ start, end }, address, size, isUsed) => {
      const go = host.callGuest(callback, [start, end, address, size, bool(isUsed), user]);
      return (go & 0xff) !== 0;
    });
  };
  define('heap_caps_walk', (call) => {
    walk(call.arg(0), call.arg(1), call.arg(2));
    return undefined;
  });
  define('heap_caps_walk_all', (call) => {
    walk(CAP_INVALID, call.arg(0), call.arg(1));
    return undefined;
  });
  define('heap_caps_malloc_extmem_enable', (call) => {
    services.heap.mallocExtmemEnable(call.arg(0));
    return undefined;
  });
  const added = (error: number): number => {
    services.heapsChanged();
    return error;
  };
  define('heap_caps_add_region', (call) => added(services.heap.addRegion(call.arg(0), call.arg(1))));
  define('heap_caps_add_region_with_caps', (call) => {
    const word = (i: number): number => host.memory.read32(call.arg(0) + 4 * i);
    return added(services.heap.addRegionWithCaps([word(0), word(1), word(2)], call.arg(1), call.arg(2)));
  });
  define('heap_caps_register_failed_alloc_callback', (call) => {
    const callback = call.arg(0);
    if (callback === 0) return 0x102; // ESP_ERR_INVALID_ARG
    services.heap.onFailedAlloc((size, caps, functionName) => {
      host.callGuest(callback, [size, caps >>> 0, services.nameAddress(functionName)]);
    });
    return ESP_OK;
  });
  // The system's heaps exist before the program starts: IDF calls these once, a program that does so changes nothing.
  define('heap_caps_init', () => undefined);
  define('heap_caps_enable_nonos_stack_heaps', () => undefined);

  const freeSize = (): number => services.heap.getFreeSize(CAP_DEFAULT);
  define('esp_get_free_heap_size', freeSize);
  define('system_get_free_heap_size', freeSize);
  define('esp_get_minimum_free_heap_size', () => services.heap.getMinimumFreeSize(CAP_DEFAULT));
  define('esp_get_free_internal_heap_size', () =>
    services.heap.getFreeSize(CAP_8BIT | CAP_DMA | CAP_INTERNAL),
  );
  define('xPortGetFreeHeapSize', () => services.heap.getFreeSize(CAP_INTERNAL | CAP_8BIT));
  define('xPortGetMinimumEverFreeHeapSize', () => services.heap.getMinimumFreeSize(CAP_INTERNAL | CAP_8BIT));
}
