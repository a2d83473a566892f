/** An event as a trace holds it: the observer's event with its call chain and Lua traceback interned. */
import type { AllocationKind } from '../event.js';

/**
 * One event of an outside trace. Addresses are guest addresses, sizes bytes; a field that has no meaning for a
 * kind is 0. What each kind means is written at `AllocationEvent`. A `realloc` whose `oldAddress` is 0 makes a block,
 * a `free` may name an address that nobody allocated (or one from before the trace).
 */
export interface TraceEvent {
  kind: AllocationKind;
  /** CPU cycles since reset of the core that called. */
  cycle: number;
  core: number;
  /** Guest address of the task control block, 0 where no task is known. */
  task: number;
  /** The function that the guest called. */
  operation: string;
  caps: number;
  /** Bytes asked for. */
  size: number;
  /** Bytes that the caller may use in the block. */
  given: number;
  address: number;
  oldAddress: number;
  /** Call chain: an identifier of the trace's `ChainTable`; 0 = none. */
  chain: number;
  /** Lua traceback: an identifier of the trace's `LuaTracebackTable`; 0 = no Lua was running. */
  lua: number;
}

/** An event with every field at 0, to be filled again and again. */
export function createTraceEvent(): TraceEvent {
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
    chain: 0,
    lua: 0,
  };
}
