/**
 * The heap for Lua: straight to ESP-IDF's heap, to the recorder of the on-device trace and to listeners, with the bytes,
 * cycles and events that the heap services would leave. Prices are looked up by the path that the heap took, so that
 * an allocation costs the host a few look-ups instead of a walk through the services (packages/bench/src/lua.ts).
 */
import { HEAP_SIZE_MAX, PATH, type HeapCaps, type HeapDescriptor, type MultiHeap } from '@xtal/heap';
import {
  DEFAULT_INTERNAL,
  HEAP_OPERATIONS,
  HEAP_TRACE_ALL,
  type HeapServices,
  type HeapTraceStandalone,
} from '@xtal/heaptrace';

/** What the direct way needs of the chip. */
export interface DirectHeapHost {
  /** Adds cycles to the clock. */
  charge(cycles: number): void;
  /** How many return addresses a chain of at most `depth` has at the moment. */
  chainLength(depth: number): number;
  /** Those return addresses; the same object for the same chain. */
  chain(depth: number): ArrayLike<number>;
  /** CCOUNT at the moment. */
  ccount(): number;
  /** The events that follow are of this moment. */
  stamp(): void;
  /** Tells the listeners. */
  report(
    kind: 'free' | 'realloc' | 'fail',
    operation: Operation,
    size: number,
    given: number,
    address: number,
    old: number,
    chain: ArrayLike<number>,
  ): void;
  /** A block was recorded. */
  recorded(address: number): void;
  /** Makes what heap or recorder threw the device's death. */
  die(error: unknown): never;
}

type Operation = 'realloc' | 'free';

/** Chains begin in flash, which the price of reading them depends on. */
const IN_FLASH = 0x400d0020;
/** Slots of the table of prices; a price that was pushed out is worked out again. */
const PRICE_SLOTS = 4096;
/** Paths through TLSF are sets of bits. */
const PATHS = 2 * Math.max(...Object.values(PATH));
const UNKNOWN = -1;
const NOWHERE = 63;
const NO_CHAIN: ArrayLike<number> = new Uint32Array(0);

/** See the head of this file. */
export class DirectHeap {
  private readonly heaps: readonly HeapDescriptor[];
  private readonly handles: Int32Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  /** Indices into `heaps` in the order in which an allocation tries them. */
  private readonly order: readonly number[];
  private readonly multiHeap: MultiHeap;
  private readonly u32: Uint32Array;
  private readonly base: number;
  private readonly priceKeys = new Int32Array(PRICE_SLOTS).fill(UNKNOWN);
  private readonly prices = new Int32Array(PRICE_SLOTS);
  /** By index of the heap and path through TLSF: an allocation of a new block, and its end. */
  private readonly freshPrices: readonly Int32Array[];
  private readonly freePrices: readonly Int32Array[];
  private readonly trace: HeapTraceStandalone | undefined;
  private readonly realloced: Recorded;
  private readonly freed: Recorded;
  private last = 0;
  /** Cycles of the {@link change} that was made last. */
  private price = 0;
  /** Frames that listeners want, -1 while nobody listens. */
  listenerDepth = -1;

  constructor(
    private readonly services: HeapServices,
    private readonly heap: HeapCaps,
    private readonly host: DirectHeapHost,
  ) {
    this.heaps = heap.heaps();
    this.handles = Int32Array.from(this.heaps, ({ heap: handle }) => handle);
    this.starts = Uint32Array.from(this.heaps, ({ start }) => start);
    this.ends = Uint32Array.from(this.heaps, ({ end }) => end);
    this.order = [0, 1, 2].flatMap((priority) =>
      [...this.heaps.keys()].filter((i) => serves(this.heaps[i]!, priority, DEFAULT_INTERNAL)),
    );
    this.multiHeap = heap.multiHeap;
    this.freshPrices = this.heaps.map(() => new Int32Array(PATHS).fill(UNKNOWN));
    this.freePrices = this.heaps.map(() => new Int32Array(PATHS).fill(UNKNOWN));
    const { memory } = services.host;
    this.u32 = memory.u32;
    this.base = memory.base;
    this.trace = services.trace;
    this.realloced = new Recorded(services, 'realloc');
    this.freed = new Recorded(services, 'free');
  }

  /** C `realloc`. */
  realloc(address: number, size: number): number {
    const { realloced, host } = this;
    const recording = realloced.active && this.trace!.recordsFrees;
    let result: number;
    try {
      result =
        recording || this.listenerDepth >= 0
          ? this.reallocHeard(address, size, recording)
          : this.change(address, size);
    } catch (error) {
      return host.die(error);
    }
    if (realloced.active) this.price += realloced.stackPrice(host.chainLength(realloced.depth));
    host.charge(this.price);
    return result;
  }

  /** The work, while the recorder or a listener wants to know of it. */
  private reallocHeard(address: number, size: number, recording: boolean): number {
    const { trace, realloced, host } = this;
    const listening = this.listenerDepth >= 0;
    if (listening) host.stamp();
    const caller = this.callers(realloced);
    let ccount = 0;
    let chain = caller;
    if (recording) {
      ccount = host.ccount();
      chain = realloced.chain(caller);
      trace!.recordFree(address, chain);
      host.charge(realloced.prices!.free(trace!.work));
    }
    if (listening && size === 0 && address !== 0) host.report('free', 'realloc', 0, 0, address, 0, caller);
    const result = this.change(address, size);
    if (size === 0) return result;
    if (recording) {
      trace!.recordAllocation(ccount, 0, result, size, chain);
      this.price += realloced.prices!.allocation(trace!.work);
      if (result !== 0 && trace!.recordsAllocations) host.recorded(result);
    }
    if (listening) {
      const given = result === 0 ? 0 : this.multiHeap.payloadSize(result);
      host.report(result === 0 ? 'fail' : 'realloc', 'realloc', size, given, result, address, caller);
    }
    return result;
  }

  /** The work itself; `price` is what it costs. */
  private change(address: number, size: number): number {
    if (address === 0) {
      const fresh = this.allocate(size);
      this.price =
        fresh === 0
          ? this.heapPrice(1, size, 0, 0, NOWHERE, NOWHERE, 0)
          : this.pathPrice(this.freshPrices[this.last]!, 1, size, 0, fresh);
      return fresh;
    }
    const before = size === 0 ? 0 : this.usable(address);
    const result = this.heap.reallocDefault(address, size);
    const kind = size === 0 ? 2 : 3;
    const [home, newHome] = [this.homeOf(address), this.homeOf(result)];
    this.price = this.heapPrice(kind, size, address, result, home, newHome, before);
    return result;
  }

  /** C `free`. */
  free(address: number): void {
    const { freed, host } = this;
    const recording = freed.active && this.trace!.recordsFrees;
    let cycles = 0;
    try {
      if (recording || this.listenerDepth >= 0) cycles = this.tellOfFree(address, recording);
      const home = this.homeOf(address);
      if (home === NOWHERE) {
        this.heap.free(address);
        cycles += this.heapPrice(0, 0, address, 0, NOWHERE, NOWHERE, 0);
      } else {
        this.multiHeap.free(this.handles[home]!, address);
        cycles += this.pathPrice(this.freePrices[home]!, 0, 0, address, 0);
      }
    } catch (error) {
      host.die(error);
    }
    if (freed.active) cycles += freed.stackPrice(host.chainLength(freed.depth));
    host.charge(cycles);
  }

  /** Before the work: a free that kills the chip is the event that one looks for. Returns what recording costs. */
  private tellOfFree(address: number, recording: boolean): number {
    const { trace, freed, host } = this;
    const listening = this.listenerDepth >= 0;
    if (listening) host.stamp();
    // a record that goes with its block needs to know nothing of who freed it
    const caller = listening || trace!.mode === HEAP_TRACE_ALL ? this.callers(freed) : NO_CHAIN;
    if (listening && address !== 0) host.report('free', 'free', 0, 0, address, 0, caller);
    if (!recording) return 0;
    trace!.recordFree(address, freed.chain(caller));
    return freed.prices!.free(trace!.work);
  }

  /** The program's return addresses, as many as recorder and listeners want. */
  private callers(recorded: Recorded): ArrayLike<number> {
    const { listenerDepth } = this;
    const depth = recorded.active && recorded.depth > listenerDepth ? recorded.depth : listenerDepth;
    return depth === 0 ? NO_CHAIN : this.host.chain(depth);
  }

  /** `heap_caps_malloc` with the heaps tried in the order worked out before; `last` is the heap that served. */
  private allocate(size: number): number {
    if (size !== 0 && size <= HEAP_SIZE_MAX) {
      const { order, handles, multiHeap } = this;
      for (let i = 0; i < order.length; i++) {
        const index = order[i]!;
        const heap = handles[index]!;
        if (multiHeap.lacks(heap, size)) continue;
        const address = multiHeap.malloc(heap, size);
        if (address !== 0) {
          this.last = index;
          return address;
        }
      }
    }
    // failures are told to those who want to know
    const address = this.heap.reallocDefault(0, size);
    if (address !== 0) this.last = this.homeOf(address);
    return address;
  }

  private usable(address: number): number {
    return this.u32[((address - 4 - this.base) >>> 0) >>> 2]! & ~3;
  }

  private homeOf(address: number): number {
    if (address === 0) return NOWHERE;
    const { starts, ends, last } = this;
    if (address >= starts[last]! && address < ends[last]!) return last;
    for (let i = 0; i < starts.length; i++)
      if (address >= starts[i]! && address < ends[i]!) return (this.last = i);
    return NOWHERE;
  }

  /** From a table by path: what is done in one heap only costs the same on the same path. */
  private pathPrice(prices: Int32Array, kind: number, size: number, old: number, address: number): number {
    const path = this.multiHeap.impl.path();
    const known = prices[path]!;
    return known !== UNKNOWN ? known : (prices[path] = this.workOut(kind, size, old, address, 0));
  }

  /** @param kind 0 = free, 1 = realloc of nothing, 2 = realloc to nothing, 3 = realloc */
  private heapPrice(
    kind: number,
    size: number,
    old: number,
    address: number,
    home: number,
    newHome: number,
    before: number,
  ): number {
    if (kind === 3 && old !== address) return this.workOut(kind, size, old, address, before);
    const key = ((this.multiHeap.impl.path() * 64 + home) * 64 + newHome) * 4 + kind;
    const slot = Math.imul(key, 0x9e3779b1) >>> 20;
    if (this.priceKeys[slot] === key) return this.prices[slot]!;
    const price = this.workOut(kind, size, old, address, before);
    this.priceKeys[slot] = key;
    this.prices[slot] = price;
    return price;
  }

  private workOut(kind: number, size: number, old: number, address: number, before: number): number {
    return this.services.boot().heapPrices.of(
      {
        kind: kind === 0 ? 'free' : 'realloc',
        caps: kind === 0 ? 0 : DEFAULT_INTERNAL,
        size,
        old,
        address,
        fromC: true,
        zeroed: false,
        aligned: false,
      },
      Math.min(before, size),
    );
  }
}

function serves({ heap, caps }: HeapDescriptor, priority: number, wanted: number): boolean {
  return (
    heap !== 0 && (caps[priority]! & wanted) !== 0 && ((caps[0] | caps[1] | caps[2]) & wanted) === wanted
  );
}

/** How the recorder stands around one heap function. */
class Recorded {
  /** The function is recorded (or would be). */
  readonly active: boolean;
  /** Return addresses of the program that fit into a record. */
  readonly depth: number;
  readonly prices;
  /** Addresses inside IDF's functions between caller and recorder. */
  private readonly frames: readonly number[] = [];
  private readonly whole = new Map<ArrayLike<number>, ArrayLike<number>>();
  /** By length of the program's chain. */
  private readonly stackPrices: number[] = [];

  constructor(
    services: HeapServices,
    private readonly name: Operation,
  ) {
    const { trace, host } = services;
    this.prices = services.boot().prices;
    const operation = HEAP_OPERATIONS[name]!;
    const functions = trace?.version.hooks === 'wrap' ? operation.wrap : operation.base;
    this.active = trace !== undefined && this.prices !== undefined && functions !== undefined;
    if (this.active) this.frames = functions!.map((frame) => host.nativeAddress(frame) + 3);
    this.depth = Math.max((trace?.stackDepth ?? 0) - this.frames.length, 0);
  }

  /** The chain with IDF's own frames in front. */
  chain(chain: ArrayLike<number>): ArrayLike<number> {
    if (this.frames.length === 0) return chain;
    let whole = this.whole.get(chain);
    if (whole === undefined)
      this.whole.set(chain, (whole = Uint32Array.from([...this.frames, ...Array.from(chain)])));
    return whole;
  }

  /** Wrapper and call stack of the recorder, which is compiled in whether it records or not. */
  stackPrice(length: number): number {
    let price = this.stackPrices[length];
    if (price === undefined) {
      const chain = new Uint32Array(length).fill(IN_FLASH);
      price = this.prices!.wrapper(this.name) + this.prices!.callStack(chain, this.frames.length, 0);
      this.stackPrices[length] = price;
    }
    return price;
  }
}
