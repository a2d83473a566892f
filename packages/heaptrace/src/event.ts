/**
 * What happens on the heap, as an observer outside the guest sees it.
 *
 * Producers: the ESP-IDF services (`services/`), watched or replaced functions of a guest's own heap, the Lua
 * component. Consumers: the outside trace (`outside/`), the checker of program fixtures, tests.
 */

/** What an event did: `fail` is an allocation or reallocation that returned NULL for a size above 0. */
export type AllocationKind = 'alloc' | 'free' | 'realloc' | 'fail';

/**
 * One heap event while it is being reported. The object and its `chain` are reused by the producer: a listener
 * copies what it keeps. All addresses are guest addresses, unsigned.
 */
export interface AllocationEvent {
  kind: AllocationKind;
  /** CPU cycles since reset of the core that called, taken at the entry of the heap function. */
  cycle: number;
  /** 0 = PRO CPU, 1 = APP CPU. */
  core: number;
  /** Address of the task control block, or 0 where no task is known. */
  task: number;
  /** Name of the function that the guest called: `malloc`, `heap_caps_calloc`, … */
  operation: string;
  /** Capabilities asked for (`MALLOC_CAP_*` bits); those of `malloc` are DEFAULT (0x1000). 0 for `free`. */
  caps: number;
  /** Bytes asked for (n·size for `calloc`); 0 for `free`. */
  size: number;
  /** Bytes that the caller may use in the block given (at least `size`); 0 for `free` and `fail`. */
  given: number;
  /** `alloc`, `realloc`: the block returned. `free`: the block given back. `fail`: 0. */
  address: number;
  /** `realloc`: the block handed in (0 = none). A `fail` of `realloc` keeps it. Otherwise 0. */
  oldAddress: number;
  /** Return addresses, innermost first: chain[0] is where the heap function returns to. */
  readonly chain: Uint32Array;
  /** How many entries of `chain` are valid. */
  chainLength: number;
}

/** Receives every heap event in the order in which the guest caused them. Must not change the guest. */
export interface AllocationListener {
  /** Deepest call chain wanted, in frames; producers walk to the deepest listener's wish. 0 = no chain needed. */
  readonly chainDepth: number;
  allocationEvent(event: AllocationEvent): void;
}

/** Limit of `AllocationListener.chainDepth`, so that one buffer serves all and a smashed stack ends. */
export const MAX_CHAIN_DEPTH = 1024;

/** An event with everything 0 and room for a chain of `depth` frames (at most {@link MAX_CHAIN_DEPTH}). */
export function createAllocationEvent(depth = MAX_CHAIN_DEPTH): AllocationEvent {
  return {
    kind: 'alloc',
    cycle: 0,
    core: 0,
    task: 0,
    operation: '',
    caps: 0,
    size: 0,
    given: 0,
    address: 0,
    oldAddress: 0,
    chain: new Uint32Array(Math.min(Math.max(depth, 0), MAX_CHAIN_DEPTH)),
    chainLength: 0,
  };
}
