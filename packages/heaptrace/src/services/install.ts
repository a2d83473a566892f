/** The heap services on a machine. */
import type { AllocatorName, HeapLayout } from '@xtal/heap';
import { GuestFault, GuestStopped, type Machine, type NativeCall } from '@xtal/esp32';
import { walkCallChain } from '@xtal/xtensa';
import { HeapServices } from './heap-services.js';
import type { AllocatorFactory } from './policy-heap.js';
import type { ServiceCall, ServiceHost, ServiceResult } from './host.js';
import type { SdkConfig } from './settings.js';

/** Options of {@link installHeapServices}. Everything has a default. */
export interface InstallOptions {
  /** ESP-IDF version, default `v5.1.3`. */
  readonly idf?: string | undefined;
  /** CONFIG_* options: poisoning, tracing depth, hash map, hooks, PSRAM, abort on failure. */
  readonly sdkconfig?: SdkConfig | undefined;
  /** Another policy in the place of ESP-IDF's heap, by name or made by a function. */
  readonly allocator?: AllocatorName | 'idf' | AllocatorFactory | undefined;
  /** Memory that the program leaves to the heap. Default: behind what is loaded when the heap is first used. */
  readonly layout?: HeapLayout | undefined;
}

/** EXCCAUSE. */
const LOAD_PROHIBITED = 28;
const STORE_PROHIBITED = 29;

const DRAM_START = 0x3ffb_0000;
const DRAM_END = 0x3ffe_0000;
const IRAM_START = 0x4008_0000;
const IRAM_END = 0x400a_0000;
/** The ROM's stack, on which executables begin that bring no stack of their own. */
const ROM_STACK = { start: 0x3ffe_0440, end: 0x3ffe_3f20 };
const NOWHERE = { start: 0, end: 0 };
const utf8 = new TextEncoder();

/** First free address behind the sections of all images in [start, end). */
function endOfSections(machine: Machine, start: number, end: number): number {
  let last = start;
  for (const { sections } of machine.images)
    for (const { address, size } of sections)
      if (address >= start && address < end) last = Math.max(last, Math.min(address + size, end));
  return (last + 3) & ~3;
}

/** What a machine's program leaves to the heap: the linked program's ends, or those of an executable. */
export function heapLayoutOf(machine: Machine): HeapLayout {
  const { layout, symbols } = machine;
  if (layout) return { heapStart: layout.dramEnd, iramEnd: layout.iramEnd };
  return {
    heapStart: symbols.address('_heap_start') ?? endOfSections(machine, DRAM_START, DRAM_END),
    iramEnd: symbols.address('_iram_end') ?? endOfSections(machine, IRAM_START, IRAM_END),
    // An ESP-IDF program leaves the ROM's stack before its heap needs the memory; others stay on it.
    reserved: symbols.find('heap_caps_init')?.kind === 'function' ? [] : [ROM_STACK],
  };
}

/** A machine as the services see it. */
export class MachineHost implements ServiceHost {
  readonly memory;
  readonly cyclesPerMicrosecond;

  constructor(private readonly machine: Machine) {
    this.memory = machine.memory;
    this.cyclesPerMicrosecond = machine.cpuMHz;
  }

  define(name: string, run: (call: ServiceCall) => ServiceResult): void {
    this.machine.natives.define(name, { run: (call) => answer(call, run(call)) });
  }

  isDefined(name: string): boolean {
    return this.machine.natives.has(name);
  }

  isLinked(name: string): boolean {
    // The linker asks for the addresses of the natives that a program refers to, and only then they have symbols.
    return this.machine.symbols.find(name) !== undefined;
  }

  nativeAddress(name: string): number {
    return this.machine.natives.address(name) ?? 0;
  }

  symbol(name: string): number | undefined {
    const symbol = this.machine.symbols.find(name);
    return symbol === undefined || symbol.kind === 'native' ? undefined : symbol.address;
  }

  objectAt(address: number): { name: string; room: number } | undefined {
    const hit = this.machine.symbols.lookup(address);
    return hit?.kind === 'object' && hit.size > 0
      ? { name: hit.name, room: hit.size - hit.offset }
      : undefined;
  }

  warn(text: string): void {
    this.machine.config.warn?.(text);
  }

  callGuest(address: number, args: readonly number[]): number {
    return this.machine.callGuest(address, args);
  }

  fillCallChain(call: ServiceCall, maxDepth: number, into: number[]): void {
    const { startCode = NOWHERE } = this.machine.layout ?? {};
    into.length = 0;
    into.push(call.returnAddress);
    if (maxDepth < 2) return;
    for (const address of walkCallChain(call.core, maxDepth - 1)) {
      // xtal's own start code is no part of the program.
      if (address >= startCode.start && address < startCode.end) return;
      into.push(address >>> 0);
    }
  }

  print(text: string): void {
    for (const byte of utf8.encode(text)) this.machine.console.write(byte);
  }

  fault(operation: 'load' | 'store', address: number): never {
    throw new GuestFault(operation === 'load' ? LOAD_PROHIBITED : STORE_PROHIBITED, address >>> 0);
  }

  die(message: string, call: ServiceCall): never {
    this.machine.die(call.core, message);
    throw new GuestStopped(message);
  }
}

function answer(call: NativeCall, result: ServiceResult): number | undefined {
  if (typeof result !== 'object') return result;
  call.resultPair(result[0], result[1]);
  return undefined;
}

/**
 * Gives a machine ESP-IDF's heap: `malloc` and its family, `heap_caps_*`, `heap_trace_*`, FreeRTOS' `pvPortMalloc`, time
 * and delays. Call it before the program is loaded, so that the program's undefined names find the functions.
 *
 * @throws SdkConfigError, HeapTraceConfigError, UnknownIdfVersionError on options that do not go together
 */
export function installHeapServices(machine: Machine, options: InstallOptions = {}): HeapServices {
  const { idf, sdkconfig, allocator, layout } = options;
  const services = new HeapServices(new MachineHost(machine), {
    ...(idf === undefined ? {} : { idf }),
    ...(sdkconfig === undefined ? {} : { sdkconfig }),
    allocator,
    layout: layout ?? ((): HeapLayout => heapLayoutOf(machine)),
    psram: machine.config.psram ?? 0,
  });
  machine.heap = services;
  return services;
}
