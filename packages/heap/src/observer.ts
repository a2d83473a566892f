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

/** A listener that surely has the function with this name. */
type Hears<K extends keyof HeapObserver> = HeapObserver & Required<Pick<HeapObserver, K>>;

/**
 * All listeners, sorted out when one comes or goes: for each function the object to call it on, undefined when nobody
 * listens. So an operation tests one field at most, and calls a single listener directly.
 */
export class ObserverSet {
  allocate: Hears<'allocate'> | undefined = undefined;
  free: Hears<'free'> | undefined = undefined;
  reallocate: Hears<'reallocate'> | undefined = undefined;
  fail: Hears<'fail'> | undefined = undefined;
  private observers: HeapObserver[] = [];

  /** Adds a listener; the result takes it away. */
  add(observer: HeapObserver): () => void {
    this.observers = [...this.observers, observer];
    this.rebuild();
    return (): void => {
      const at = this.observers.indexOf(observer);
      if (at < 0) return;
      this.observers = this.observers.filter((_, index) => index !== at);
      this.rebuild();
    };
  }

  private rebuild(): void {
    this.allocate = this.listener('allocate', (all) => ({
      allocate: (...facts) => all.forEach((one) => one.allocate(...facts)),
    }));
    this.free = this.listener('free', (all) => ({
      free: (...facts) => all.forEach((one) => one.free(...facts)),
    }));
    this.reallocate = this.listener('reallocate', (all) => ({
      reallocate: (...facts) => all.forEach((one) => one.reallocate(...facts)),
    }));
    this.fail = this.listener('fail', (all) => ({
      fail: (...facts) => all.forEach((one) => one.fail(...facts)),
    }));
  }

  private listener<K extends keyof HeapObserver>(
    key: K,
    together: (all: Hears<K>[]) => Hears<K>,
  ): Hears<K> | undefined {
    const all = this.observers.filter((observer): observer is Hears<K> => observer[key] !== undefined);
    return all.length > 1 ? together(all) : all[0];
  }
}
