/**
 * ESP-IDF's heap for guest programs that bring none: `malloc`, `heap_caps_*`, `heap_trace_*` as native functions.
 *
 * A call of an allocation function goes through {@link HeapServices.perform}: read the clock, walk the call chain once
 * for all who want it, let the heap do the work, record it in guest memory as the device would, charge the cycles of
 * both, tell the listeners. Whether somebody listens changes nothing in the guest.
 */
import { CAP_DEFAULT, CAP_INTERNAL, type HeapCaps, type HeapHooks, type HeapObserver } from '@xtal/heap';
import type { AllocationListener } from '../event.js';
import type { HeapTraceStandalone } from '../standalone/index.js';
import { bootHeap, type BootedHeap, type HeapServicesOptions } from './boot-heap.js';
import { guarded } from './death.js';
import { ListenerSet } from './events.js';
import type { ServiceCall, ServiceHost, ServiceResult } from './host.js';
import { FRAME_FUNCTIONS, HEAP_OPERATIONS, type HeapOperation } from './operations.js';
import type { HeapModel } from './policy-heap.js';
import { defineQueries } from './queries.js';
import { heapSettings, type HeapSettings } from './settings.js';
import { spillWindows } from './spill.js';
import type { RecorderPriceList } from './trace-prices.js';
import { defineSystem } from './system.js';
import { defineTrace } from './trace-functions.js';

const EMPTY: readonly number[] = [];
/** What C's functions ask for while external RAM takes no part. */
export const DEFAULT_INTERNAL = CAP_DEFAULT | CAP_INTERNAL;

/**
 * The heap services of one machine. The functions are there from the beginning, so that a program can be linked
 * against them; heap and recorder are placed behind the program's data by {@link HeapServices.boot}, which the first
 * heap function calls if nobody has before.
 */
export class HeapServices {
  readonly settings: HeapSettings;

  private readonly listeners = new ListenerSet();
  private readonly frames = new Map<string, readonly number[]>();
  /** Chains of the calls that are being served: a hook of the guest may allocate in turn. */
  private readonly chains: number[][] = [];
  private level = -1;
  private given = 0;
  private booted: BootedHeap | undefined;
  private stopObserving: (() => void) | undefined;

  /** Defines the functions. Throws what `heapSettings` throws. */
  constructor(
    readonly host: ServiceHost,
    private readonly options: HeapServicesOptions,
  ) {
    this.settings = heapSettings(options.sdkconfig ?? {}, options.idf, options.psram ?? 0);
    for (const [name, operation] of Object.entries(HEAP_OPERATIONS))
      host.define(name, (call) => this.served(call, () => this.perform(call, name, operation)));
    for (const name of FRAME_FUNCTIONS) host.define(name, () => 0);
    host.define('posix_memalign', (call) => this.served(call, () => this.posixMemalign(call)));
    defineQueries(this);
    defineTrace(this);
    defineSystem(this);
  }

  get heap(): HeapModel {
    return this.boot().heap;
  }

  /** ESP-IDF's heap; undefined when another policy stands in its place. */
  get heapCaps(): HeapCaps | undefined {
    return this.boot().heapCaps;
  }

  /** The trace recorder, when tracing is compiled in. */
  get trace(): HeapTraceStandalone | undefined {
    return this.boot().trace;
  }

  /** `_heap_start`: first byte behind the program's data and the services' own variables. */
  get heapStart(): number {
    return this.boot().heapStart;
  }

  private get prices(): RecorderPriceList | undefined {
    return this.boot().prices;
  }

  /** Makes heap and recorder in guest memory; does nothing the second time. */
  boot(): BootedHeap {
    if (this.booted) return this.booted;
    this.booted = bootHeap(this.host, this.settings, this.options, this.guestHooks());
    this.observe();
    return this.booted;
  }

  /** Adds a listener of every heap event; the result takes it away. */
  addListener(listener: AllocationListener): () => void {
    const remove = this.listeners.add(listener);
    this.observe();
    return () => {
      remove();
      this.observe();
    };
  }

  /** Frames that the deepest listener wants; -1 while nobody listens. */
  get listenerDepth(): number {
    return this.listeners.active ? this.listeners.chainDepth : -1;
  }

  /** Tells the listeners of an event at `call.core.cycles`: for hosts that go to the heap by a way of their own. */
  report(
    kind: 'free' | 'realloc' | 'fail',
    call: ServiceCall,
    operation: string,
    caps: number,
    size: number,
    given: number,
    address: number,
    oldAddress: number,
    chain: ArrayLike<number>,
  ): void {
    this.given = given;
    this.tell(kind, call, call.core.cycles, operation, caps, size, address, oldAddress, chain);
  }

  /** The heap tells sizes given only while somebody listens. */
  private observe(): void {
    if (this.listeners.active) {
      this.stopObserving ??= this.booted?.heapCaps?.observe(this.observer);
    } else {
      this.stopObserving?.();
      this.stopObserving = undefined;
    }
  }

  /** Guest address of a zero-terminated copy of `text`, or 0 when there is no room for another. */
  nameAddress(text: string): number {
    return this.boot().names.address(text);
  }

  /** A call of an allocation function, which may nest in another's hook. */
  private served(call: ServiceCall, run: () => ServiceResult): ServiceResult {
    this.level++;
    try {
      return this.guarded(call, run);
    } finally {
      this.level--;
    }
  }

  /** Runs heap code for a call, with the guest's death for what kills the device. */
  guarded<T>(call: ServiceCall, run: () => T): T {
    return guarded(this.host, call, run);
  }

  private readonly observer: HeapObserver = {
    allocate: (_address, _asked, given) => {
      this.given = given;
    },
    reallocate: (_old, _address, _asked, given) => {
      this.given = given;
    },
  };

  /** The guest's own hooks, looked up when called: the program may be loaded after the services. */
  private guestHooks(): HeapHooks {
    const hook = (name: string, args: readonly number[]): void => {
      const address = this.settings.hooks ? this.host.symbol(name) : undefined;
      if (address !== undefined) this.host.callGuest(address, args);
    };
    return {
      alloc: (address, size, caps) => hook('esp_heap_trace_alloc_hook', [address, size, caps]),
      free: (address) => hook('esp_heap_trace_free_hook', [address]),
    };
  }

  /** Addresses inside IDF's functions that stand between the caller and the recorder; undefined = not recorded. */
  private framesOf(name: string, operation: HeapOperation): readonly number[] | undefined {
    if (!this.trace) return undefined;
    const functions = this.trace.version.hooks === 'wrap' ? operation.wrap : operation.base;
    if (!functions || functions.length === 0) return functions && EMPTY;
    let addresses = this.frames.get(name);
    if (!addresses) {
      // A return address is never the function's first byte: three bytes on, as after a CALL8 at its entry.
      addresses = functions.map((frame) => this.host.nativeAddress(frame) + 3);
      this.frames.set(name, addresses);
    }
    return addresses;
  }

  /** One call of a heap function. Returns what the guest gets. */
  perform(call: ServiceCall, name: string, operation: HeapOperation): ServiceResult {
    const { kind } = operation;
    const skip = operation.skip ?? 0;
    const arg = (i: number): number => call.arg(i + skip);
    switch (kind) {
      case 'free':
        this.release(call, name, operation, arg(0));
        return undefined;
      case 'malloc': {
        const size = arg(0);
        const caps = this.capsOf(call, operation, skip + 1);
        return this.allocate(call, name, operation, size, caps, () => {
          if (operation.caps === 'default') return this.heap.mallocDefault(size);
          return operation.caps === 'prefer'
            ? this.heap.mallocPrefer(size, caps)
            : this.heap.malloc(size, caps[0]!);
        });
      }
      case 'calloc':
        return this.calloc(call, name, operation, skip);
      case 'aligned': {
        const size = arg(1);
        const caps = operation.caps === 'argument' ? arg(2) : CAP_DEFAULT;
        return this.allocate(call, name, operation, size, [caps], () =>
          this.heap.alignedAlloc(arg(0), size, caps),
        );
      }
      case 'aligned-calloc': {
        const caps = arg(3);
        const size = product(arg(1), arg(2));
        return this.allocate(call, name, operation, size, [caps], () =>
          this.heap.alignedCalloc(arg(0), arg(1), arg(2), caps),
        );
      }
      case 'realloc': {
        const caps = this.capsOf(call, operation, skip + 2);
        return this.reallocate(call, name, operation, arg(0), arg(1), caps);
      }
    }
  }

  private capsOf(call: ServiceCall, operation: HeapOperation, at: number): readonly number[] {
    if (operation.caps === 'default') return [CAP_DEFAULT];
    if (operation.caps === 'argument') return [call.arg(at)];
    if (operation.caps !== 'prefer') return [operation.caps];
    // IDF trusts num; more than there are kinds of memory can only be a mistake of the guest.
    const num = Math.min(call.arg(at), 32);
    return Array.from({ length: num }, (_, i) => call.arg(at + 1 + i));
  }

  private calloc(call: ServiceCall, name: string, operation: HeapOperation, skip: number): number {
    const count = call.arg(skip);
    const size = call.arg(skip + 1);
    const caps = this.capsOf(call, operation, skip + 2);
    const bytes = product(count, size);
    // The recorder's wrapper of calloc multiplies in 32 bits and does not look for overflow.
    const wrapped = operation.caps === 'default' && this.trace?.version.hooks === 'wrap';
    const asked = wrapped ? Math.imul(count, size) >>> 0 : bytes;
    return this.allocate(call, name, operation, asked, caps, () => {
      if (wrapped) {
        const address = this.heap.mallocDefault(asked);
        if (address !== 0) this.zero(address, asked);
        return address;
      }
      if (operation.caps === 'default') return this.heap.callocDefault(count, size);
      return operation.caps === 'prefer'
        ? this.heap.callocPrefer(count, size, caps)
        : this.heap.calloc(count, size, caps[0]!);
    });
  }

  private zero(address: number, bytes: number): void {
    const { memory } = this.host;
    const at = (address - memory.base) >>> 0;
    memory.u8.fill(0, at, at + bytes);
  }

  private posixMemalign(call: ServiceCall): number {
    const size = call.arg(2);
    const operation = HEAP_OPERATIONS['memalign']!;
    const address =
      size === 0
        ? 0
        : this.allocate(call, 'posix_memalign', operation, size, [CAP_DEFAULT], () =>
            this.heap.alignedAlloc(call.arg(1), size, CAP_DEFAULT),
          );
    if (size !== 0 && address === 0) return 12; // ENOMEM
    this.host.memory.write32(call.arg(0), address);
    return 0;
  }

  /** Frames to walk: what the recorder may use of them (it cuts itself), and what listeners want. */
  private walk(call: ServiceCall, frames: readonly number[] | undefined): ArrayLike<number> {
    const recorded = frames && this.trace ? Math.max(this.trace.stackDepth - frames.length, 0) : 0;
    const depth = Math.max(recorded, this.listeners.chainDepth);
    if (depth === 0) return EMPTY;
    if (!this.host.fillCallChain) return call.callChain(depth);
    const chain = (this.chains[this.level] ??= []);
    this.host.fillCallChain(call, depth, chain);
    return chain;
  }

  /** The chain as the recorder sees it: IDF's own frames first. */
  private recorderChain(frames: readonly number[], chain: ArrayLike<number>): ArrayLike<number> {
    if (frames.length === 0) return chain;
    return [...frames, ...Array.from(chain)];
  }

  private allocate(
    call: ServiceCall,
    name: string,
    operation: HeapOperation,
    size: number,
    caps: readonly number[],
    run: () => number,
  ): number {
    const { core } = call;
    const { ccount, cycles } = core;
    const frames = this.framesOf(name, operation);
    const chain = this.walk(call, frames);
    this.given = 0;
    const address = this.guarded(call, run);
    this.chargeHeap(call, 'malloc', operation, caps[0] ?? 0, size, 0, address, 0);
    if (frames && this.trace && this.prices) {
      this.chargeCallStack(call, 'malloc', frames, chain);
      this.recordAllocation(call, ccount, address, size, frames, chain);
    }
    if (this.listeners.active && (address !== 0 || size !== 0))
      this.tell(address !== 0 ? 'alloc' : 'fail', call, cycles, name, caps[0] ?? 0, size, address, 0, chain);
    return address;
  }

  private release(call: ServiceCall, name: string, operation: HeapOperation, address: number): void {
    const { core } = call;
    const frames = this.framesOf(name, operation);
    const chain = this.walk(call, frames);
    // Before the work: a free that kills the guest is the event that one looks for.
    if (this.listeners.active && address !== 0)
      this.tell('free', call, core.cycles, name, 0, 0, address, 0, chain);
    if (frames && this.trace) {
      this.chargeCallStack(call, 'free', frames, chain);
      this.recordFree(call, address, frames, chain);
    }
    this.guarded(call, () => this.heap.free(address));
    this.chargeHeap(call, 'free', operation, 0, 0, address, 0, 0);
  }

  private recordFree(
    call: ServiceCall,
    address: number,
    frames: readonly number[],
    chain: ArrayLike<number>,
  ): void {
    const { trace, prices } = this;
    if (!trace || !prices) return;
    this.guarded(call, () => trace.recordFree(address, this.recorderChain(frames, chain)));
    call.charge(prices.free(trace.work));
  }

  private recordAllocation(
    call: ServiceCall,
    ccount: number,
    address: number,
    size: number,
    frames: readonly number[],
    chain: ArrayLike<number>,
  ): void {
    const { trace, prices } = this;
    if (!trace || !prices) return;
    this.guarded(call, () =>
      trace.recordAllocation(ccount, call.core.id, address, size, this.recorderChain(frames, chain)),
    );
    call.charge(prices.allocation(trace.work));
  }

  /** Wrapper, call stack and window spill of one recorded function; these are paid whether tracing is on or not. */
  private chargeCallStack(
    call: ServiceCall,
    operation: 'malloc' | 'free' | 'realloc',
    frames: readonly number[],
    chain: ArrayLike<number>,
  ): void {
    const { trace, prices } = this;
    if (!trace || !prices) return;
    const spilled = trace.stackDepth > 0 ? spillWindows(call.core) : 0;
    call.charge(prices.wrapper(operation) + prices.callStack(chain, frames.length, spilled));
  }

  private reallocate(
    call: ServiceCall,
    name: string,
    operation: HeapOperation,
    old: number,
    size: number,
    caps: readonly number[],
  ): number {
    const { core } = call;
    const { ccount, cycles } = core;
    const frames = this.framesOf(name, operation);
    const chain = this.walk(call, frames);
    if (frames && this.trace) {
      this.chargeCallStack(call, 'realloc', frames, chain);
      this.recordFree(call, old, frames, chain);
    }
    const before = old === 0 || size === 0 ? 0 : this.sizeOf(old);
    this.given = 0;
    // As in `release`: realloc to nothing is a free, told before it can kill.
    if (this.listeners.active && size === 0 && old !== 0)
      this.tell('free', call, cycles, name, 0, 0, old, 0, chain);
    const address = this.guarded(call, () => {
      if (operation.caps === 'default') return this.heap.reallocDefault(old, size);
      return operation.caps === 'prefer'
        ? this.heap.reallocPrefer(old, size, caps)
        : this.heap.realloc(old, size, caps[0]!);
    });
    this.chargeHeap(call, 'realloc', operation, caps[0] ?? 0, size, old, address, Math.min(before, size));
    if (frames && this.trace && size !== 0) this.recordAllocation(call, ccount, address, size, frames, chain);
    if (this.listeners.active && size !== 0)
      this.tell(
        address !== 0 ? 'realloc' : 'fail',
        call,
        cycles,
        name,
        caps[0] ?? 0,
        size,
        address,
        old,
        chain,
      );
    return address;
  }

  /** The heap list has changed: prices depend on it. */
  heapsChanged(): void {
    this.boot().heapPrices.heapsChanged();
  }

  private chargeHeap(
    call: ServiceCall,
    kind: 'malloc' | 'free' | 'realloc',
    operation: HeapOperation,
    caps: number,
    size: number,
    old: number,
    address: number,
    copied: number,
  ): void {
    const fromC = operation.cLibrary === true;
    // malloc is heap_caps_malloc with DEFAULT and INTERNAL as long as PSRAM takes no part.
    const wanted = operation.caps === 'default' && this.settings.alwaysInternal < 0 ? DEFAULT_INTERNAL : caps;
    const aligned = operation.kind === 'aligned' || operation.kind === 'aligned-calloc';
    const zeroed = operation.kind === 'calloc' || operation.kind === 'aligned-calloc';
    const request = { kind, caps: wanted, size, old, address, fromC, zeroed, aligned };
    call.charge(this.boot().heapPrices.of(request, copied));
  }

  /** Usable bytes of a block, 0 where its header cannot be read. */
  private sizeOf(address: number): number {
    const { memory } = this.host;
    const offset = (address - 4 - memory.base) >>> 0;
    const size = offset + 4 <= memory.u8.length ? memory.u32[offset >>> 2]! & ~3 : 0;
    return this.heapCaps && size < memory.u8.length ? size : 0;
  }

  private tell(
    kind: 'alloc' | 'free' | 'realloc' | 'fail',
    call: ServiceCall,
    cycle: number,
    operation: string,
    caps: number,
    size: number,
    address: number,
    oldAddress: number,
    chain: ArrayLike<number>,
  ): void {
    const { event } = this.listeners;
    event.kind = kind;
    event.cycle = cycle;
    event.core = call.core.id;
    event.task = 0;
    event.operation = operation;
    event.caps = caps >>> 0;
    event.size = size;
    event.given = kind === 'alloc' || kind === 'realloc' ? Math.max(this.given, size) : 0;
    event.address = address;
    event.oldAddress = oldAddress;
    const length = Math.min(chain.length, event.chain.length);
    for (let i = 0; i < length; i++) event.chain[i] = chain[i]!;
    event.chainLength = length;
    this.listeners.emit();
  }
}

/** n·size as C's size_t would have it if it were wide enough: beyond 32 bits it stays beyond. */
function product(count: number, size: number): number {
  return Math.min(count * size, 0xffff_ffff);
}
