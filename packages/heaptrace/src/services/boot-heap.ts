/** Puts heap, recorder and their variables into guest memory, behind the program's data. */
import { HeapCaps, createAllocator, type AllocatorName, type HeapHooks, type HeapLayout } from '@xtal/heap';
import { HeapTraceStandalone, heapTraceStateBytes } from '../standalone/index.js';
import { HeapPriceList } from './heap-prices.js';
import { heapVersion } from './heap-versions.js';
import type { ServiceHost } from './host.js';
import { PolicyHeap, type AllocatorFactory, type HeapModel } from './policy-heap.js';
import type { HeapSettings, SdkConfig } from './settings.js';
import { RecorderPriceList } from './trace-prices.js';

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
/** Heap and recorder, once the program's extent is known. */
export interface BootedHeap {
  readonly heap: HeapModel;
  readonly heapCaps: HeapCaps | undefined;
  readonly trace: HeapTraceStandalone | undefined;
  readonly prices: RecorderPriceList | undefined;
  readonly heapPrices: HeapPriceList;
  /** `_heap_start`: first byte behind the program's data and the services' own variables. */
  readonly heapStart: number;
  /** Texts in guest memory. */
  readonly names: GuestTexts;
}

/** Zero-terminated texts in guest memory, each once, as far as there is room. */
export class GuestTexts {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly host: ServiceHost,
    private next: number,
    private readonly end: number,
  ) {}

  /** Guest address of a copy of the text, 0 when there is no room for another. */
  address(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const bytes = new TextEncoder().encode(`${text}\0`);
    if (this.next + bytes.length > this.end) return 0;
    const address = this.next;
    this.host.memory.copyIn(address, bytes);
    this.next += bytes.length;
    this.known.set(text, address);
    return address;
  }
}

/** Makes everything. `hooks` are the guest's own, called after each success. */
export function bootHeap(
  host: ServiceHost,
  settings: HeapSettings,
  options: HeapServicesOptions,
  hooks: HeapHooks,
): BootedHeap {
  const given = typeof options.layout === 'function' ? options.layout() : options.layout;
  // Two words for heap_caps' statics (head of the heap list, PSRAM limit), then the recorder's, then texts.
  const statics = ((given.heapStart ?? 0x3ffb_2a18) + 15) & ~15;
  const traceAddress = statics + 8;
  // Tracing has its price even when it never starts, so a program that does not know it does not get it.
  const tracing = settings.tracing ?? host.isLinked?.('heap_trace_init_standalone') ?? true;
  const traceBytes = tracing ? heapTraceStateBytes(settings.idf, settings.hashMapSize) : 0;
  const texts = traceAddress + ((traceBytes + 3) & ~3);
  const heapStart = (texts + NAME_BYTES + 15) & ~15;
  const layout: HeapLayout = {
    ...given,
    heapStart,
    unicore: settings.unicore,
    psram: settings.psram > 0,
  };
  const { allocator = 'idf' } = options;
  const heapCaps = allocator === 'idf' ? idfHeap(host, settings, statics, layout, hooks) : undefined;
  const heap = heapCaps ?? policyHeap(allocator, host, layout);
  const trace = tracing
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
  return {
    heap,
    heapCaps,
    trace,
    prices: trace && new RecorderPriceList(trace),
    heapPrices: new HeapPriceList(heapCaps),
    heapStart,
    names: new GuestTexts(host, texts, texts + NAME_BYTES),
  };
}

/** ESP-IDF's heap as its start-up code makes it. */
function idfHeap(
  host: ServiceHost,
  settings: HeapSettings,
  statics: number,
  layout: HeapLayout,
  hooks: HeapHooks,
): HeapCaps {
  const heap = new HeapCaps({
    memory: host.memory,
    layout,
    version: heapVersion(settings.idf),
    poisoning: settings.poisoning,
    print: (text) => host.print(text),
    abortWhenAllocationFails: settings.abortOnFailure,
    hooks,
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

function policyHeap(
  allocator: AllocatorName | 'idf' | AllocatorFactory,
  host: ServiceHost,
  layout: HeapLayout,
): PolicyHeap {
  const create: AllocatorFactory =
    typeof allocator === 'function'
      ? allocator
      : (memory, base, size) => createAllocator(allocator as AllocatorName, memory, base, size);
  const name = typeof allocator === 'string' ? allocator : 'given';
  return new PolicyHeap(name, host.memory, layout, (text) => host.print(text), create);
}
