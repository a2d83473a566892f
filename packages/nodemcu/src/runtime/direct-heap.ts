/**
 * The heap for Lua: straight to ESP-IDF's heap, to the recorder of the on-device trace and to listeners, with the bytes,
 * cycles and events that the heap services would leave. Prices are looked up by the path that the heap took, so that
 * an allocation costs the host a few look-ups instead of a walk through the services (packages/bench/src/lua.ts).
 */
import {
  HEAP_SIZE_MAX,
  MALLOC_ON_PATH_BYTES,
  MALLOC_PATH_BITS,
  PATH,
  type HeapCaps,
  type HeapDescriptor,
  type MultiHeap,
} from '@xtal/heap';
import {
  DEFAULT_INTERNAL,
  HEAP_OPERATIONS,
  HEAP_TRACE_ALL,
  type HeapServices,
  type LeakPrices,
  type HeapTraceStandalone,
  type OwnedRecords,
} from '@xtal/heaptrace';
import { CallChain, NOT_YET, type Place, type Places } from '../lua/index.js';
import type { BlockTracebacks } from './block-tracebacks.js';

/** What the direct way needs of the chip. */
export interface DirectHeapHost {
  /** The Lua machine's: `left` are the cycles that it may still spend, `sp` its running C functions. */
  readonly state: { left: number; readonly sp: number };
  /** How many return addresses a chain of at most `depth` has at the moment. */
  chainLength(depth: number): number;
  /** Where the program is: those return addresses, and its Lua functions. */
  readonly places: Places;
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
  /** Learns of the blocks whose records do not keep their place. */
  readonly blockTracebacks: BlockTracebacks;
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
const MALLOC_PATH = 2 ** MALLOC_PATH_BITS - 1;
const UNKNOWN = -1;
const NOWHERE = 63;
/** More than any heap gives. */
const NOTHING = HEAP_SIZE_MAX + 1;
const NO_CALLERS: Uint32Array = new Uint32Array(0);

/** See the head of this file. */
export class DirectHeap {
  private readonly heaps: readonly HeapDescriptor[];
  private readonly handles: Int32Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  /** Indices into `heaps` in the order in which an allocation tries them. */
  private readonly order: readonly number[];
  private readonly impl: MultiHeap['impl'];
  private readonly poisoned: boolean;
  private readonly multiHeap: MultiHeap;
  private readonly u32: Uint32Array;
  private readonly base: number;
  private readonly priceKeys = new Int32Array(PRICE_SLOTS).fill(UNKNOWN);
  private readonly prices = new Int32Array(PRICE_SLOTS);
  /** By index of the heap (times {@link PATHS}) and path through TLSF: an allocation of a new block, and its end. */
  private readonly freshPrices: Int32Array;
  private readonly freePrices: Int32Array;
  private readonly trace: HeapTraceStandalone | undefined;
  private readonly state: { left: number; readonly sp: number };
  private readonly noChain = new CallChain(new Uint32Array(0));
  private readonly realloced: Recorded;
  private readonly freed: Recorded;
  /** Index of the heap that served last, its handle and its range. */
  private last = 0;
  private handle = 0;
  private start = 0;
  private end = 0;
  /** Sizes from this one on surely find no room in the heaps that come before that one, as long as nothing happens there. */
  private minimum = NOTHING;
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
    this.impl = heap.multiHeap.impl;
    this.poisoned = heap.multiHeap.poisoning !== 'none';
    this.freshPrices = new Int32Array(PATHS * this.heaps.length).fill(UNKNOWN);
    this.freePrices = new Int32Array(PATHS * this.heaps.length).fill(UNKNOWN);
    const { memory } = services.host;
    this.u32 = memory.u32;
    this.base = memory.base;
    this.trace = services.trace;
    this.state = host.state;
    this.realloced = new Recorded(services, 'realloc', 0);
    this.freed = new Recorded(services, 'free', 1);
  }

  /** Others have used the heaps. */
  touched(): void {
    this.minimum = NOTHING;
  }

  /** C `realloc`. */
  realloc(address: number, size: number): number {
    const { realloced } = this;
    this.price = 0;
    let result: number;
    try {
      if (this.listenerDepth >= 0 || realloced.recording) result = this.reallocHeard(address, size);
      else result = address === 0 ? this.make(size) : this.change(address, size);
    } catch (error) {
      return this.fail(realloced, error);
    }
    this.state.left -= this.price + this.stackPrice(realloced);
    return result;
  }

  /** The chip died of it, after what had been done. */
  private fail(recorded: Recorded, error: unknown): never {
    this.state.left -= this.price + this.stackPrice(recorded);
    return this.host.die(error);
  }

  /** The work, while the recorder or a listener wants to know of it. */
  private reallocHeard(address: number, size: number): number {
    const records = this.listenerDepth < 0 && address === 0 ? this.trace!.leakRecords : undefined;
    return records !== undefined ? this.makeRecorded(size, records) : this.reallocTold(address, size);
  }

  /** A new block, of which the recorder alone wants to know: {@link reallocTold} in short. */
  private makeRecorded(size: number, records: OwnedRecords): number {
    const { realloced, host } = this;
    const place = host.places.current(realloced.depth);
    if (place.callers === NOT_YET) place.callers = realloced.callers(place.chain);
    const ccount = host.ccount();
    const result = this.make(size);
    if (result === 0) return 0;
    const dropped = records.append(ccount, 0, result, size, place);
    this.price += realloced.leaks.allocation(dropped);
    return result;
  }

  /** The work, of which recorder or listeners or both are told. */
  private reallocTold(address: number, size: number): number {
    const { trace, realloced, host } = this;
    const { recording } = realloced;
    const listening = this.listenerDepth >= 0;
    if (listening) host.stamp();
    const { chain: caller, traceback } = this.place(realloced);
    let ccount = 0;
    let callers = NO_CALLERS;
    if (recording) {
      ccount = host.ccount();
      callers = realloced.callers(caller);
      if (address !== 0 || trace!.version.recordsNull) {
        trace!.recordFreeBy(address, callers);
        this.state.left -= realloced.prices!.free(trace!.work);
      }
    }
    if (listening && size === 0 && address !== 0)
      host.report('free', 'realloc', 0, 0, address, 0, caller.addresses);
    const result = address === 0 ? this.make(size) : this.change(address, size);
    if (size === 0) return result;
    if (recording) {
      trace!.recordAllocationBy(ccount, 0, result, size, { callers });
      this.price += realloced.prices!.allocation(trace!.work);
      if (result !== 0 && trace!.work.entered) host.blockTracebacks.recorded(result, traceback);
    }
    if (listening) {
      const given = result === 0 ? 0 : this.multiHeap.payloadSize(result);
      host.report(
        result === 0 ? 'fail' : 'realloc',
        'realloc',
        size,
        given,
        result,
        address,
        caller.addresses,
      );
    }
    return result;
  }

  /** A new block; `price` is what it costs. */
  private make(size: number): number {
    if (size >= this.minimum && size < NOTHING) {
      const told = this.impl.mallocOnPath(this.handle, size);
      if (told !== 0) {
        const block = this.base + 4 * (told >>> MALLOC_PATH_BITS);
        this.price = this.freshPrice(told & MALLOC_PATH, size, block);
        return block;
      }
    }
    return this.makeSomewhere(size);
  }

  /** The same in the heap that has room. */
  private makeSomewhere(size: number): number {
    const address = this.allocate(size);
    this.price =
      address === 0
        ? this.heapPrice(1, size, 0, 0, NOWHERE, NOWHERE, 0)
        : this.freshPrice(this.impl.path(), size, address);
    return address;
  }

  /** The same block, with another size or freed; `price` is what it costs. */
  private change(address: number, size: number): number {
    const before = size === 0 ? 0 : this.usable(address);
    const result = this.heap.reallocDefault(address, size);
    const kind = size === 0 ? 2 : 3;
    const [home, newHome] = [this.homeOf(address), this.homeOf(result)];
    if (home !== this.last || newHome !== home) this.touched();
    this.price = this.heapPrice(kind, size, address, result, home, newHome, before);
    return result;
  }

  /** C `free`. */
  free(address: number): void {
    const { freed } = this;
    this.price = 0;
    try {
      if (this.listenerDepth >= 0 || freed.recording) this.price = this.hearOfFree(address);
      if (address >= this.start && address < this.end)
        this.price += this.freePrice(this.last, this.impl.free(this.handle, address), address);
      else this.price += this.freeElsewhere(address);
    } catch (error) {
      return this.fail(freed, error);
    }
    this.state.left -= this.price + this.stackPrice(freed);
  }

  /** A block of another heap than the one that served last, or none. Returns what it costs. */
  private freeElsewhere(address: number): number {
    const home = this.homeOf(address);
    this.touched();
    if (home === NOWHERE) {
      this.heap.free(address);
      return this.heapPrice(0, 0, address, 0, NOWHERE, NOWHERE, 0);
    }
    this.multiHeap.free(this.handles[home]!, address);
    return this.freePrice(home, this.impl.path(), address);
  }

  /** Before the work: a free that kills the chip is the event that one looks for. Returns what recording costs. */
  private hearOfFree(address: number): number {
    const records = this.listenerDepth < 0 && address !== 0 ? this.trace!.leakRecords : undefined;
    return records !== undefined ? this.freed.leaks.free(records.release(address)) : this.tellOfFree(address);
  }

  private tellOfFree(address: number): number {
    const { trace, freed, host } = this;
    const { recording } = freed;
    const listening = this.listenerDepth >= 0;
    if (listening) host.stamp();
    // a record that goes with its block needs to know nothing of who freed it
    const caller = listening || trace!.mode === HEAP_TRACE_ALL ? this.place(freed).chain : this.noChain;
    if (listening && address !== 0) host.report('free', 'free', 0, 0, address, 0, caller.addresses);
    if (!recording) return 0;
    trace!.recordFreeBy(address, freed.callers(caller));
    return freed.prices!.free(trace!.work);
  }

  /** Where the program is, with as many return addresses as recorder and listeners want. */
  private place(recorded: Recorded): Place {
    const { listenerDepth } = this;
    return this.host.places.current(
      recorded.active && recorded.depth > listenerDepth ? recorded.depth : listenerDepth,
    );
  }

  /** `heap_caps_malloc` with the heaps tried in the order worked out before; `last` is the heap that served. */
  private allocate(size: number): number {
    if (size !== 0 && size <= HEAP_SIZE_MAX) {
      const { order, handles, multiHeap } = this;
      for (let i = 0; i < order.length; i++) {
        const index = order[i]!;
        const address = multiHeap.malloc(handles[index]!, size);
        if (address === 0) continue;
        this.serve(index, i === 0 ? 1 : size);
        return address;
      }
    }
    // failures are told to those who want to know
    this.touched();
    const address = this.heap.reallocDefault(0, size);
    if (address !== 0) this.serve(this.homeOf(address), NOTHING);
    return address;
  }

  /** The next allocation of at least `minimum` bytes goes straight to this heap. */
  private serve(index: number, minimum: number): void {
    this.last = index;
    // blocks with poison around them go the long way, and those that mallocOnPath cannot tell
    if (this.poisoned || this.ends[index]! - this.base > MALLOC_ON_PATH_BYTES) return;
    this.handle = this.handles[index]!;
    this.start = this.starts[index]!;
    this.end = this.ends[index]!;
    this.minimum = minimum;
  }

  private stackPrice(recorded: Recorded): number {
    const { depth } = recorded;
    // a stack of that many functions is deep enough whatever the innermost ones are
    return this.state.sp >= depth
      ? recorded.fullStackPrice
      : recorded.stackPrices[this.host.chainLength(depth)]!;
  }

  private usable(address: number): number {
    return this.u32[((address - 4 - this.base) >>> 0) >>> 2]! & ~3;
  }

  private homeOf(address: number): number {
    if (address === 0) return NOWHERE;
    const { starts, ends } = this;
    for (let i = 0; i < starts.length; i++) if (address >= starts[i]! && address < ends[i]!) return i;
    return NOWHERE;
  }

  /** Of a new block in the heap that served last, by the path. */
  private freshPrice(path: number, size: number, address: number): number {
    const slot = this.last * PATHS + path;
    const known = this.freshPrices[slot]!;
    return known !== UNKNOWN ? known : (this.freshPrices[slot] = this.workOut(1, size, 0, address, 0));
  }

  /** Of a free in one heap, by the path. */
  private freePrice(home: number, path: number, address: number): number {
    const slot = home * PATHS + path;
    const known = this.freePrices[slot]!;
    return known !== UNKNOWN ? known : (this.freePrices[slot] = this.workOut(0, 0, address, 0, 0));
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
    const key = ((this.impl.path() * 64 + home) * 64 + newHome) * 4 + kind;
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
  /** Those of HEAP_TRACE_LEAKS; there while something is recorded. */
  readonly leaks: LeakPrices;
  /** Addresses inside IDF's functions between caller and recorder. */
  private readonly frames: readonly number[] = [];
  /** Wrapper and call stack of the recorder, which is compiled in whether it records or not, by length of the chain. */
  readonly stackPrices: Int32Array;
  /** Of the longest chain. */
  readonly fullStackPrice: number;
  private readonly trace: HeapTraceStandalone | undefined;
  private readonly tracing: Uint32Array;
  private readonly idle: number;

  constructor(
    services: HeapServices,
    name: Operation,
    /** Its place in {@link CallChain.kept}. */
    private readonly number: number,
  ) {
    const { trace, host } = services;
    this.prices = services.boot().prices;
    this.leaks = this.prices?.leaks as LeakPrices;
    const operation = HEAP_OPERATIONS[name]!;
    const functions = trace?.version.hooks === 'wrap' ? operation.wrap : operation.base;
    this.active = trace !== undefined && this.prices !== undefined && functions !== undefined;
    if (this.active) this.frames = functions!.map((frame) => host.nativeAddress(frame) + 3);
    this.depth = Math.max((trace?.stackDepth ?? 0) - this.frames.length, 0);
    this.trace = this.active ? trace : undefined;
    this.tracing = this.trace?.tracing ?? new Uint32Array(1);
    this.idle = this.trace?.idle ?? 0;
    const { prices } = this;
    this.stackPrices = Int32Array.from({ length: this.depth + 1 }, (_, length) =>
      this.active && prices !== undefined
        ? prices.wrapper(name) +
          prices.callStack(new Uint32Array(length).fill(IN_FLASH), this.frames.length, 0)
        : 0,
    );
    this.fullStackPrice = this.stackPrices[this.depth]!;
  }

  /** What the function does is recorded now. */
  get recording(): boolean {
    return this.tracing[0] !== this.idle;
  }

  /** What a record keeps of a chain, with IDF's own frames in front. */
  callers(chain: CallChain): Uint32Array {
    return chain.kept[this.number] ?? this.keep(chain);
  }

  private keep({ addresses, kept }: CallChain): Uint32Array {
    return (kept[this.number] = this.trace!.callersOf([...this.frames, ...addresses]));
  }
}
