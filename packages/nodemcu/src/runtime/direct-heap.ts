/**
 * The heap for Lua while nobody listens and no trace records: straight to ESP-IDF's heap, with the cycles that the heap
 * services would charge. They are looked up by the path that the heap took, so that an allocation costs the host two
 * look-ups instead of a walk through the services (12 times plain fengari on allocation-heavy scripts before, under 2
 * since; packages/bench/src/lua.ts).
 */
import { HeapAssertError, type HeapCaps, type HeapDescriptor } from '@xtal/heap';
import { HEAP_OPERATIONS, type HeapServices } from '@xtal/heaptrace';

/** How many return addresses a chain of at most `depth` would have. */
export type ChainLength = (depth: number) => number;

/** DEFAULT and INTERNAL: what C's functions ask for while external RAM takes no part. */
const DEFAULT_INTERNAL = 0x1800;
/** Chains begin in flash, which the price of reading them depends on. */
const IN_FLASH = 0x400d0020;

/** See the head of this file. */
export class DirectHeap {
  private readonly heaps: readonly HeapDescriptor[];
  private readonly prices = new Map<number, number>();
  private readonly tracing: boolean;
  private readonly depth: { readonly realloc: number; readonly free: number };
  private readonly callStack: { readonly realloc: number[]; readonly free: number[] } = {
    realloc: [],
    free: [],
  };
  private last = 0;

  constructor(
    private readonly services: HeapServices,
    private readonly heap: HeapCaps,
    private readonly chainLength: ChainLength,
    private readonly charge: (cycles: number) => void,
    /** The services' way, for what must end in the device's death. */
    private readonly slow: { realloc(address: number, size: number): number; free(address: number): void },
  ) {
    this.heaps = heap.heaps();
    const { trace } = services;
    this.tracing = trace !== undefined;
    const recorded = (name: 'realloc' | 'free'): number => this.wrapped(name)?.length ?? -1;
    const depthOf = (name: 'realloc' | 'free'): number => {
      const frames = recorded(name);
      return trace === undefined || frames < 0 ? -1 : Math.max(trace.stackDepth - frames, 0);
    };
    this.depth = { realloc: depthOf('realloc'), free: depthOf('free') };
  }

  /** IDF's functions between caller and recorder; undefined when the function is not recorded. */
  private wrapped(name: 'realloc' | 'free'): readonly string[] | undefined {
    const operation = HEAP_OPERATIONS[name]!;
    return this.services.trace?.version.hooks === 'wrap' ? operation.wrap : operation.base;
  }

  /** C `realloc`. */
  realloc(address: number, size: number): number {
    const before = address === 0 || size === 0 ? 0 : this.usable(address);
    let result: number;
    try {
      result = this.heap.reallocDefault(address, size);
    } catch (error) {
      if (error instanceof HeapAssertError) return this.slow.realloc(address, size);
      throw error;
    }
    this.charge(
      this.heapPrice('realloc', size, address, result, Math.min(before, size)) + this.stackPrice('realloc'),
    );
    return result;
  }

  /** C `free`. */
  free(address: number): void {
    try {
      this.heap.free(address);
    } catch (error) {
      if (error instanceof HeapAssertError) return this.slow.free(address);
      throw error;
    }
    this.charge(this.heapPrice('free', 0, address, 0, 0) + this.stackPrice('free'));
  }

  private usable(address: number): number {
    const { memory } = this.services.host;
    return memory.u32[((address - 4 - memory.base) >>> 0) >>> 2]! & ~3;
  }

  private homeOf(address: number): number {
    const { heaps } = this;
    const last = heaps[this.last];
    if (last !== undefined && address >= last.start && address < last.end) return this.last;
    for (let i = 0; i < heaps.length; i++) {
      const { start, end } = heaps[i]!;
      if (address >= start && address < end) return (this.last = i);
    }
    return 63;
  }

  private heapPrice(
    kind: 'realloc' | 'free',
    size: number,
    old: number,
    address: number,
    copied: number,
  ): number {
    const key =
      ((this.heap.multiHeap.impl.path() * 64 + this.homeOf(old)) * 64 + this.homeOf(address)) * 4 +
      (kind === 'free' ? 0 : old === 0 ? 1 : size === 0 ? 2 : 3);
    const plain = old === 0 || kind === 'free' || old === address;
    const known = plain ? this.prices.get(key) : undefined;
    if (known !== undefined) return known;
    const request = {
      kind,
      caps: DEFAULT_INTERNAL,
      size,
      old,
      address,
      fromC: true,
      zeroed: false,
      aligned: false,
    };
    const price = this.services
      .boot()
      .heapPrices.of(kind === 'free' ? { ...request, caps: 0 } : request, copied);
    if (plain) this.prices.set(key, price);
    return price;
  }

  /** Wrapper and call stack of the recorder, which is compiled in whether it records or not. */
  private stackPrice(kind: 'realloc' | 'free'): number {
    const depth = this.depth[kind];
    if (!this.tracing || depth < 0) return 0;
    const length = this.chainLength(depth);
    let price = this.callStack[kind][length];
    if (price === undefined) {
      const { prices } = this.services.boot();
      const extra = this.wrapped(kind)!.length;
      const chain = new Uint32Array(length).fill(IN_FLASH);
      price = prices === undefined ? 0 : prices.wrapper(kind) + prices.callStack(chain, extra, 0);
      this.callStack[kind][length] = price;
    }
    return price;
  }
}
