/**
 * ESP-IDF's heap for guest programs that bring none: `malloc`, `heap_caps_*`, `heap_trace_*` as native functions.
 *
 * A call of an allocation function goes through {@link HeapServices.perform}: read the clock, walk the call chain once
 * for all who want it, let the heap do the work, record it in guest memory as the device would, charge the cycles of
 * both, tell the listeners. Whether somebody listens changes nothing in the guest.
 */
import {
  CAP_DEFAULT,
  HeapCaps,
  createAllocator,
  type AllocatorName,
  type HeapHooks,
  type HeapLayout,
  type HeapObserver,
} from '@xtal/heap';
import type { AllocationListener } from '../event.js';
import { HeapTraceStandalone, heapTraceStateBytes } from '../standalone/index.js';
import { guarded } from './death.js';
import { ListenerSet } from './events.js';
import { heapVersion } from './heap-versions.js';
import type { ServiceCall, ServiceHost, ServiceResult } from './host.js';
import { FRAME_FUNCTIONS, HEAP_OPERATIONS, type HeapOperation } from './operations.js';
import { PolicyHeap, type AllocatorFactory, type HeapModel } from './policy-heap.js';
import { heapCycles } from './heap-prices.js';
import { defineQueries } from './queries.js';
import { heapSettings, type HeapSettings, type SdkConfig } from './settings.js';
import { spillWindows } from './spill.js';
import { RecorderPriceList } from './trace-prices.js';
import { defineSystem } from './system.js';
import { defineTrace } from './trace-functions.js';

/** How the services are set up. */
export interface HeapServicesOptions {
  /** ESP-IDF version, default `v5.1.3`. */
  readonly idf?: string;
  /** CONFIG_* options; see `heapSettings`. */
  readonly sdkconfig?: SdkConfig;
  /** Memory that the program leaves to the heap, or how to find out when the heap is made. */
  readonly layout: HeapLayout | (() => HeapLayout);
  /** Another policy in the place of ESP-IDF's heap (`idf`, the default), by name or made by a function. */
  readonly allocator?: AllocatorName | 'idf' | AllocatorFactory | undefined;
  /** Bytes of PSRAM of the machine. */
  readonly psram?: number;
}

/** Room for the names that the failed-allocation callback is given. */
const NAME_BYTES = 512;
const EMPTY: readonly number[] = [];

/** Heap and recorder, once the program's extent is known. */
interface Booted {
  readonly heap: HeapModel;
  readonly heapCaps: HeapCaps | undefined;
  readonly trace: HeapTraceStandalone | undefined;
  readonly prices: RecorderPriceList | undefined;
  readonly heapStart: number;
}

/**
 * The heap services of one machine. The functions are there from the beginning, so that a program can be linked
 * against them; heap and recorder are placed behind the program's data by {@link HeapServices.boot}, which the first
 * heap function calls if nobody has before.
 */
export class HeapServices {
  readonly settings: HeapSettings;

  private readonly listeners = new ListenerSet();
  private readonly frames = new Map<string, readonly number[]>();
  private readonly names = new Map<string, number>();
  private nameAt = 0;
  private nameEnd = 0;
  private given = 0;
  private booted: Booted | undefined;
  private stopObserving: (() => void) | undefined;

  /** Defines the functions. Throws what `heapSettings` throws. */
  constructor(
    readonly host: ServiceHost,
    private readonly options: HeapServicesOptions,
  ) {
    this.settings = heapSettings(options.sdkconfig ?? {}, options.idf, options.psram ?? 0);
    for (const [name, operation] of Object.entries(HEAP_OPERATIONS))
      host.define(name, (call) => this.perform(call, name, operation));
    for (const name of FRAME_FUNCTIONS) host.define(name, () => 0);
    host.define('posix_memalign', (call) => this.posixMemalign(call));
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
  boot(): Booted {
    if (this.booted) return this.booted;
    const { settings, options, host } = this;
    const given = typeof options.layout === 'function' ? options.layout() : options.layout;
    // Two words for heap_caps' statics (head of the heap list, PSRAM limit), then the recorder's, then names.
    const statics = ((given.heapStart ?? 0x3ffb_2a18) + 15) & ~15;
    const traceAddress = statics + 8;
    const traceBytes = settings.tracing ? heapTraceStateBytes(settings.idf, settings.hashMapSize) : 0;
    this.nameAt = traceAddress + ((traceBytes + 3) & ~3);
    this.nameEnd = this.nameAt + NAME_BYTES;
    const heapStart = (this.nameEnd + 15) & ~15;
    const layout: HeapLayout = {
      ...given,
      heapStart,
      unicore: settings.unicore,
      psram: settings.psram > 0,
    };
    const print = (text: string): void => host.print(text);
    const { allocator = 'idf' } = options;
    const heapCaps = allocator === 'idf' ? this.bootHeap(statics, layout, print) : undefined;
    const heap = heapCaps ?? policyHeap(allocator, host, layout, print);
    const trace = settings.tracing
      ? new HeapTraceStandalone({
          memory: host.memory,
          stateAddress: traceAddress,
          idf: settings.idf,
          stackDepth: settings.traceDepth,
          hashMapSize: settings.hashMapSize,
          spiram: settings.psram > 0,
          unicore: settings.unicore,
        })
      : undefined;
    const prices = trace && new RecorderPriceList(trace);
    this.booted = { heap, heapCaps, trace, prices, heapStart };
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
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const bytes = new TextEncoder().encode(`${text}\0`);
    if (this.nameAt + bytes.length > this.nameEnd) return 0;
    const address = this.nameAt;
    this.host.memory.copyIn(address, bytes);
    this.nameAt += bytes.length;
    this.names.set(text, address);
    return address;
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

  private bootHeap(statics: number, layout: HeapLayout, print: (text: string) => void): HeapCaps {
    const { settings } = this;
    const heap = new HeapCaps({
      memory: this.host.memory,
      layout,
      version: heapVersion(settings.idf),
      poisoning: settings.poisoning,
      print,
      abortWhenAllocationFails: settings.abortOnFailure,
      hooks: this.guestHooks(),
      statics,
    });
    heap.init();
    if (settings.psram > 0) heap.addPsram(settings.psram);
    heap.enableNonosStackHeaps();
    if (settings.alwaysInternal >= 0) {
      heap.mallocExtmemEnable(settings.alwaysInternal);
      heap.reserveInternal(settings.reserveInternal);
    }
    return heap;
  }

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
    return depth > 0 ? call.callChain(depth) : EMPTY;
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
    call.charge(heapCycles(this.heap, operation.kind));
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
    call.charge(heapCycles(this.heap, 'free'));
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
    call.charge(heapCycles(this.heap, 'realloc'));
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

function policyHeap(
  allocator: AllocatorName | 'idf' | AllocatorFactory,
  host: ServiceHost,
  layout: HeapLayout,
  print: (text: string) => void,
): PolicyHeap {
  const create: AllocatorFactory =
    typeof allocator === 'function'
      ? allocator
      : (memory, base, size) => createAllocator(allocator as AllocatorName, memory, base, size);
  const name = typeof allocator === 'string' ? allocator : 'given';
  return new PolicyHeap(name, host.memory, layout, print, create);
}

/** n·size as C's size_t would have it if it were wide enough: beyond 32 bits it stays beyond. */
function product(count: number, size: number): number {
  return Math.min(count * size, 0xffff_ffff);
}
