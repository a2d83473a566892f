/**
 * Listening to a heap from outside: nothing in the guest changes.
 *
 * @packageDocumentation
 */

/**
 * Called after each successful operation of a `HeapCaps`, and after each failed one. All addresses are guest addresses;
 * sizes are bytes; `heap` is the multi_heap handle (address of the region that the block came from).
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

/** The functions of all listeners, worked out when one comes or goes, so that an operation tests one field at most. */
export class ObserverSet {
  allocate: HeapObserver['allocate'] | undefined = undefined;
  free: HeapObserver['free'] | undefined = undefined;
  reallocate: HeapObserver['reallocate'] | undefined = undefined;
  fail: HeapObserver['fail'] | undefined = undefined;
  private observers: HeapObserver[] = [];

  /** Adds a listener; the result takes it away. */
  add(observer: HeapObserver): () => void {
    this.observers = [...this.observers, observer];
    this.rebuild();
    return (): void => {
      this.observers = this.observers.filter((other) => other !== observer);
      this.rebuild();
    };
  }

  private rebuild(): void {
    this.allocate = this.combine('allocate');
    this.free = this.combine('free');
    this.reallocate = this.combine('reallocate');
    this.fail = this.combine('fail');
  }

  private combine<K extends keyof HeapObserver>(key: K): HeapObserver[K] | undefined {
    const listeners = this.observers.filter((observer) => observer[key] !== undefined);
    if (listeners.length === 0) return undefined;
    type Call = (...args: unknown[]) => void;
    const calls = listeners.map((observer) => (observer[key] as Call).bind(observer));
    if (calls.length === 1) return calls[0];
    const all: Call = (...args) => {
      for (const call of calls) call(...args);
    };
    return all;
  }
}
