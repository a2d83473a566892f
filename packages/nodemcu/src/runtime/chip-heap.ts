/**
 * The chip's heap as Lua and NodeMCU's C modules call it. Lua's own calls go straight to ESP-IDF's heap; those of modules,
 * and all where the heap is not IDF's, through the heap services. With each goes the call chain of the C functions that
 * are running, where somebody wants it; the cycles are the same either way.
 */
import type { Machine } from '@xtal/esp32';
import { CAP_DEFAULT } from '@xtal/heap';
import {
  HEAP_OPERATIONS,
  HeapServices,
  type AllocationListener,
  type HeapServicesOptions,
  type ServiceCall,
  type ServiceHost,
  type ServiceResult,
} from '@xtal/heaptrace';
import { hexAddress } from '@xtal/xtensa';
import type { CallChain, LuaHeap, Places } from '../lua/index.js';
import type { EventClock } from '../simulation/event-clock.js';
import type { BlockTracebacks } from './block-tracebacks.js';
import { DirectHeap } from './direct-heap.js';

/** The device has panicked: `text` is what its panic handler prints. */
export class NodeMcuPanic extends Error {
  constructor(readonly text: string) {
    super(text);
    this.name = 'NodeMcuPanic';
  }
}

/** Where the call chain of an allocation comes from. */
export interface ChainSource {
  /**
   * Return addresses of the running C functions.
   * @param frames - Functions between the module's code and the heap function, outermost first; empty for Lua itself.
   */
  chain(depth: number, frames: readonly string[]): CallChain;
  /** A chain of the same length in the same memory, which the cycles depend on; its addresses mean nothing. */
  placeholder(depth: number, frames: readonly string[]): ArrayLike<number>;
  /** Puts functions that are new into flash: it holds the same whether somebody listens or not. */
  place?(frames: readonly string[]): void;
  /** Where the Lua machine counts the cycles that it may still spend. */
  readonly state: { left: number; readonly sp: number };
  /** Length of Lua's own chain. */
  length(depth: number): number;
}

const NO_FRAMES: readonly string[] = [];
const NO_CHAIN: readonly number[] = [];

/** Behind the vectors in IRAM. */
const SYSTEM_FUNCTIONS = 0x40080400;
const SYSTEM_FUNCTION_SIZE = 32;

/** See the head of this file. */
export class ChipHeap implements LuaHeap {
  readonly services: HeapServices;
  /** Set once the Lua component is there; before, chains are empty. */
  chains: ChainSource | undefined;
  /** Adds cycles to the clock; before Lua is there they are gathered in `charged`. */
  onCharge: ((cycles: number) => void) | undefined;
  charged = 0;
  /** Told of the blocks that C modules take, once Lua is there. */
  private recorded: ((address: number) => void) | undefined;

  readonly #systemFunctions = new Map<string, number>();
  readonly #call: ChipCall;
  #listeners = 0;
  /** The short way to the heap, once Lua uses it. */
  private directHeap: DirectHeap | undefined;

  constructor(
    machine: Machine,
    print: (text: string) => void,
    now: () => number,
    options: HeapServicesOptions,
  ) {
    this.#call = new ChipCall(this, machine, now);
    const host: ServiceHost = {
      memory: machine.memory,
      cyclesPerMicrosecond: machine.cpuMHz,
      define: () => undefined,
      isDefined: () => false,
      nativeAddress: (name) => this.#systemFunction(machine, name),
      symbol: () => undefined,
      callGuest: () => 0,
      print,
      fault: (operation, address) => {
        const cause = operation === 'load' ? 'LoadProhibited' : 'StoreProhibited';
        throw new NodeMcuPanic(
          `Guru Meditation Error: Core  0 panic'ed (${cause}). Exception was unhandled. EXCVADDR ${hexAddress(address)}`,
        );
      },
      die: (message) => {
        throw new NodeMcuPanic(message);
      },
    };
    this.services = new HeapServices(host, options);
    this.services.boot();
  }

  /** Adds a listener of heap events; the result takes it away. */
  addListener(listener: AllocationListener): () => void {
    const remove = this.services.addListener(listener);
    this.#listenersChanged(1);
    return () => {
      remove();
      this.#listenersChanged(-1);
    };
  }

  #listenersChanged(by: number): void {
    this.#listeners += by;
    if (this.directHeap !== undefined) this.directHeap.listenerDepth = this.services.listenerDepth;
  }

  /** C `realloc`, as `l_alloc` calls it, through the heap services. */
  realloc(address: number, size: number): number {
    return this.#perform('realloc', NO_FRAMES, address, size) as number;
  }

  /** C `free`, as `l_alloc` calls it, through the heap services. */
  free(address: number): void {
    this.#perform('free', NO_FRAMES, address);
  }

  /** `malloc`, or `heap_caps_malloc` where capabilities are given; see {@link ChainSource.chain} for `frames`. */
  malloc(size: number, caps: number, frames: readonly string[]): number {
    return (
      caps === 0
        ? this.#perform('malloc', frames, size)
        : this.#perform('heap_caps_malloc', frames, size, caps)
    ) as number;
  }

  /** `heap_caps_free`. */
  release(address: number, frames: readonly string[]): void {
    if (address !== 0) this.#perform('heap_caps_free', frames, address);
  }

  /** `calloc`. */
  calloc(count: number, size: number, frames: readonly string[]): number {
    return this.#perform('calloc', frames, count, size) as number;
  }

  /** Cycles of work, for the clock. */
  charge(cycles: number): void {
    if (this.onCharge) this.onCharge(cycles);
    else this.charged += cycles;
  }

  /** Whether call chains matter at the moment. */
  get watched(): boolean {
    return this.#listeners > 0 || (this.services.trace?.recordsFrees ?? false);
  }

  /**
   * The heap for Lua's own calls, once Lua is there: the short way where it may be taken, which gives the same.
   * @param places where the program is
   * @param blockTracebacks learns of the blocks whose records do not keep their place
   */
  forLua(clock: EventClock, places: Places, blockTracebacks: BlockTracebacks): LuaHeap {
    this.recorded = (address) => blockTracebacks.recorded(address, places.look(0).traceback);
    const { chains, services } = this;
    const { heapCaps } = services;
    // another policy and external RAM go through the services; there is no program that could define hooks
    if (chains === undefined || heapCaps === undefined || services.settings.psram > 0) return this;
    const call = this.#call;
    this.directHeap = new DirectHeap(services, heapCaps, {
      state: chains.state,
      chainLength: (depth) => chains.length(depth),
      places,
      ccount: () => call.core.ccountAt(clock.now),
      stamp: () => call.begin(NO_FRAMES, true, 0, 0),
      report: (kind, operation, size, given, address, old, chain) =>
        services.report(
          kind,
          call,
          operation,
          kind === 'free' ? 0 : CAP_DEFAULT,
          size,
          given,
          address,
          old,
          chain,
        ),
      blockTracebacks,
      die: (error) =>
        services.guarded(call, () => {
          throw error;
        }),
    });
    this.directHeap.listenerDepth = services.listenerDepth;
    return this.directHeap;
  }

  /** IDF's functions between a caller and the recorder: they have names and addresses in IRAM, and no code. */
  #systemFunction(machine: Machine, name: string): number {
    let address = this.#systemFunctions.get(name);
    if (address === undefined) {
      address = SYSTEM_FUNCTIONS + SYSTEM_FUNCTION_SIZE * this.#systemFunctions.size;
      this.#systemFunctions.set(name, address);
      machine.symbols.add([
        { name, address, size: SYSTEM_FUNCTION_SIZE, kind: 'function', local: false, object: 'heap_caps.o' },
      ]);
    }
    return address;
  }

  #perform(name: string, frames: readonly string[], first: number, second = 0): ServiceResult {
    const call = this.#call;
    if (frames.length > 0) this.chains?.place?.(frames);
    this.directHeap?.touched();
    call.begin(frames, this.watched, first, second);
    const result = this.services.perform(call, name, HEAP_OPERATIONS[name]!);
    if (typeof result === 'number' && result !== 0 && this.services.trace?.recordsAllocations)
      this.recorded?.(result);
    return result;
  }
}

/** The one call object that serves all calls. */
class ChipCall implements ServiceCall {
  readonly core;
  readonly returnAddress = 0;
  readonly #arguments: [number, number] = [0, 0];
  #frames: readonly string[] = NO_FRAMES;
  #watched = false;

  constructor(
    private readonly heap: ChipHeap,
    machine: Machine,
    private readonly now: () => number,
  ) {
    this.core = machine.core;
  }

  begin(frames: readonly string[], watched: boolean, first: number, second: number): void {
    this.#frames = frames;
    this.#watched = watched;
    this.#arguments[0] = first;
    this.#arguments[1] = second;
    // The core's clock is the one that records and events are stamped with.
    const behind = this.now() - this.core.cycles;
    if (behind > 0) this.core.charge(behind);
  }

  arg(index: number): number {
    return this.#arguments[index] ?? 0;
  }

  charge(cycles: number): void {
    this.heap.charge(cycles);
  }

  callChain(maxDepth: number): ArrayLike<number> {
    const { chains } = this.heap;
    if (chains === undefined) return NO_CHAIN;
    return this.#watched
      ? chains.chain(maxDepth, this.#frames).addresses
      : chains.placeholder(maxDepth, this.#frames);
  }

  cString(): string {
    return '';
  }
}
