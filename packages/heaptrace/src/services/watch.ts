/**
 * A program that brings its own heap: its functions are found by their symbols, and either watched (they run, entry and
 * return are observed) or replaced by a model.
 */
import type { FunctionWatch, GuestSymbol, Machine, NativeCall } from '@xtal/esp32';
import type { Core } from '@xtal/xtensa';
import type { AllocationListener } from '../event.js';
import { ListenerSet } from './events.js';
import { installHeapServices, type InstallOptions } from './install.js';
import type { HeapServices } from './heap-services.js';
import { HEAP_OPERATIONS, type HeapOperation } from './operations.js';

/** Functions of the heap and of the trace recorder that call watched functions on behalf of the program. */
const INTERNALS =
  /^(__wrap_|__real_)|^trace_(malloc|free|realloc)$|^heap_caps_\w+$|^multi_heap_\w+$|^(__)?(malloc|calloc|realloc|free|memalign|aligned_alloc|cfree)(_r)?$|^_(malloc|calloc|realloc|free|memalign)_r$|^(pvPortMalloc|vPortFree)$/;

/** A heap function that was found in a program. */
export interface GuestHeapFunction {
  readonly name: string;
  readonly address: number;
  readonly operation: HeapOperation;
}

/** The mask ROM: it has a `malloc` too, which no program uses as its heap. */
const ROM_END = 0x4007_0000;

/** Functions of the loaded program by name, without those of the ROM and of xtal. */
function programFunctions(machine: Machine): Map<string, GuestSymbol> {
  const functions = new Map<string, GuestSymbol>();
  for (const symbol of machine.symbols.all)
    if (symbol.kind === 'function' && symbol.address >= ROM_END && !functions.has(symbol.name))
      functions.set(symbol.name, symbol);
  return functions;
}

/** The heap functions that a machine's program defines itself. `__wrap_` forms count as the function they wrap. */
export function guestHeapFunctions(machine: Machine): GuestHeapFunction[] {
  const functions = programFunctions(machine);
  return Object.entries(HEAP_OPERATIONS).flatMap(([name, operation]) =>
    [name, `__wrap_${name}`].flatMap((symbolName) => {
      const symbol = functions.get(symbolName);
      return symbol ? [{ name, address: symbol.address, operation }] : [];
    }),
  );
}

interface Entered {
  readonly cycle: number;
  readonly size: number;
  readonly caps: number;
  readonly old: number;
  readonly chain: readonly number[];
  /** Several names of one address see one call: the first reports it. */
  readonly name: string;
}

/** Watches a program's own heap functions. Nothing in the guest changes. */
export class GuestHeapWatch {
  readonly functions: readonly GuestHeapFunction[];
  private readonly listeners = new ListenerSet();
  private readonly removers: (() => void)[] = [];
  private readonly internals = new Map<number, boolean>();

  /** @param only names to watch; all that are found when absent */
  constructor(
    private readonly machine: Machine,
    only?: readonly string[],
  ) {
    const seen = new Set<number>();
    this.functions = guestHeapFunctions(machine).filter(({ name, address }) => {
      if ((only && !only.includes(name)) || seen.has(address)) return false;
      seen.add(address);
      return true;
    });
    for (const one of this.functions) this.removers.push(machine.watchFunction(one.address, this.watch(one)));
  }

  /** Adds a listener of heap events; the result takes it away. */
  addListener(listener: AllocationListener): () => void {
    return this.listeners.add(listener);
  }

  /** Ends the watching. */
  remove(): void {
    for (const remove of this.removers.splice(0)) remove();
  }

  private watch({ name, operation }: GuestHeapFunction): FunctionWatch {
    if (operation.kind === 'free')
      return {
        enter: (call) => {
          const address = call.arg(operation.skip ?? 0);
          if (address !== 0 && this.isOuter(call)) this.tellFree(call, name, address);
        },
      };
    return {
      enter: (call) => (this.isOuter(call) ? this.entered(call, name, operation) : undefined),
      leave: (result, core, entered) => {
        if (entered !== undefined) this.left(result, core, entered as Entered, operation);
      },
    };
  }

  /** Called by the program, not by another function of the heap. */
  private isOuter(call: NativeCall): boolean {
    if (!this.listeners.active) return false;
    const from = call.returnAddress - 1;
    let internal = this.internals.get(from);
    if (internal === undefined) {
      const symbol: GuestSymbol | undefined = this.machine.symbols.lookup(from);
      internal = symbol !== undefined && INTERNALS.test(symbol.name);
      this.internals.set(from, internal);
    }
    return !internal;
  }

  private entered(call: NativeCall, name: string, operation: HeapOperation): Entered | undefined {
    const skip = operation.skip ?? 0;
    const arg = (i: number): number => call.arg(i + skip);
    const { kind } = operation;
    const size =
      kind === 'malloc'
        ? arg(0)
        : kind === 'calloc'
          ? Math.min(arg(0) * arg(1), 0xffff_ffff)
          : kind === 'aligned-calloc'
            ? Math.min(arg(1) * arg(2), 0xffff_ffff)
            : arg(1);
    const old = kind === 'realloc' ? arg(0) : 0;
    if (kind === 'realloc' && size === 0) {
      if (old !== 0) this.tellFree(call, name, old);
      return undefined;
    }
    const capsAt = { malloc: 1, calloc: 2, realloc: 2, aligned: 2, 'aligned-calloc': 3, free: 0 }[kind];
    const caps =
      typeof operation.caps === 'number'
        ? operation.caps
        : operation.caps === 'default'
          ? 0x1000
          : arg(operation.caps === 'prefer' ? capsAt + 1 : capsAt);
    const { chainDepth } = this.listeners;
    return { cycle: call.core.cycles, size, caps, old, chain: call.callChain(chainDepth), name };
  }

  private left(address: number, core: Core, entered: Entered, operation: HeapOperation): void {
    if (!this.listeners.active || (address === 0 && entered.size === 0)) return;
    const { event } = this.listeners;
    event.kind = address === 0 ? 'fail' : operation.kind === 'realloc' ? 'realloc' : 'alloc';
    event.cycle = entered.cycle;
    event.core = core.id;
    event.task = this.taskOf(core);
    event.operation = entered.name;
    event.caps = entered.caps;
    event.size = entered.size;
    event.given = address === 0 ? 0 : entered.size;
    event.address = address;
    event.oldAddress = entered.old;
    this.setChain(entered.chain);
    this.listeners.emit();
  }

  private tellFree(call: NativeCall, name: string, address: number): void {
    const { event } = this.listeners;
    event.kind = 'free';
    event.cycle = call.core.cycles;
    event.core = call.core.id;
    event.task = this.taskOf(call.core);
    event.operation = name;
    event.caps = event.size = event.given = event.oldAddress = 0;
    event.address = address;
    this.setChain(call.callChain(this.listeners.chainDepth));
    this.listeners.emit();
  }

  private setChain(chain: readonly number[]): void {
    const { event } = this.listeners;
    event.chainLength = Math.min(chain.length, event.chain.length);
    for (let i = 0; i < event.chainLength; i++) event.chain[i] = chain[i]!;
  }

  /** FreeRTOS' current task on a core, 0 where the program has none. */
  private taskOf(core: Core): number {
    const { symbols, memory } = this.machine;
    const current = symbols.address('pxCurrentTCBs') ?? symbols.address('pxCurrentTCB');
    if (current === undefined || !memory.isMapped(current)) return 0;
    return memory.read32(current + 4 * core.id);
  }
}

/** Names that `replaceGuestHeap` takes over beside the heap functions: questions, and the start of the heap. */
const REPLACED =
  /^(heap_caps_\w+|esp_get_(free|minimum_free|free_internal)_heap_size|xPortGet\w*FreeHeapSize|posix_memalign|malloc_usable_size)$/;

/**
 * Lets a model serve the heap functions that a loaded program defines itself. The program's own heap tracing, if it has
 * any, goes on by itself: the services do not record.
 *
 * @param only names to replace; all that are found when absent. Functions of one heap belong together: blocks of one
 *   allocator must not be given to another
 * @returns the services, and the names that are replaced
 */
export function replaceGuestHeap(
  machine: Machine,
  options: InstallOptions,
  only?: readonly string[],
): { services: HeapServices; replaced: string[] } {
  const services = installHeapServices(machine, {
    ...options,
    sdkconfig: { ...options.sdkconfig, CONFIG_HEAP_TRACING_STANDALONE: 'n' },
  });
  const replaced: string[] = [];
  const functions = programFunctions(machine);
  for (const name of machine.natives.names) {
    if (!Object.hasOwn(HEAP_OPERATIONS, name) && !REPLACED.test(name)) continue;
    if (only && !only.includes(name)) continue;
    const symbol = functions.get(name);
    if (symbol === undefined) continue;
    machine.natives.bindAt(name, symbol.address);
    replaced.push(name);
  }
  return { services, replaced };
}
