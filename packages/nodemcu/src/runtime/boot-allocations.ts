/**
 * What the firmware has taken from the heap before Lua starts, as far as it is known: sizes of NodeMCU's default
 * configuration. Blocks of IDF's own start-up that nobody has published (Wi-Fi, event loop, SPIFFS caches) are not here;
 * the fidelity ledger says so.
 */

/** One block. */
export interface BootAllocation {
  readonly bytes: number;
  /** Capabilities, as `heap_caps_malloc` takes them. */
  readonly caps: number;
  readonly what: string;
}

/** MALLOC_CAP_INTERNAL | MALLOC_CAP_8BIT: FreeRTOS objects. */
const RTOS = 0x804;
/** `StaticTask_t` of ESP-IDF v5.1 on the ESP32. */
const TASK_CONTROL_BLOCK = 340;

const task = (what: string, stack: number): BootAllocation[] => [
  { bytes: stack, caps: RTOS, what: `stack of ${what}` },
  { bytes: TASK_CONTROL_BLOCK, caps: RTOS, what: `control block of ${what}` },
];

/** In the order of the boot. */
export const BOOT_ALLOCATIONS: readonly BootAllocation[] = [
  ...task('the main task', 8192),
  ...task('the idle task of core 0', 1536),
  ...task('the idle task of core 1', 1536),
  ...task('the timer task', 2048),
  { bytes: 672, caps: RTOS, what: 'task queue of high priority' },
  { bytes: 672, caps: RTOS, what: 'task queue of medium priority' },
  { bytes: 672, caps: RTOS, what: 'task queue of low priority' },
  ...task('the console task', 1024),
];
