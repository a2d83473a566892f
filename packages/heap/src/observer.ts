/**
 * Listening to a heap from outside: nothing in the guest changes.
 *
 * @packageDocumentation
 */

/**
 * Called after each successful operation of a {@link HeapCaps}, and after each failed one. All addresses are guest
 * addresses; sizes are bytes; `heap` is the multi_heap handle (address of the region that the block came from).
 */
export interface HeapObserver {
  /** A block was handed out. `sizeGiven` is the usable size (`heap_caps_get_allocated_size`), at least `sizeAsked`. */
  allocate?(address: number, sizeAsked: number, sizeGiven: number, caps: number, heap: number): void;
  /** A block was given back; `sizeGiven` as when it was handed out. */
  free?(address: number, sizeGiven: number, heap: number): void;
  /** A block changed size, in place (`address === oldAddress`) or moved. `heap` is the new block's. */
  reallocate?(
    oldAddress: number,
    address: number,
    sizeAsked: number,
    sizeGiven: number,
    oldSizeGiven: number,
    caps: number,
    heap: number,
  ): void;
  /** A request failed, as told to IDF's failed-allocation callback. */
  fail?(size: number, caps: number, functionName: string): void;
}
