/**
 * `heap-caps-1`: heap_caps on the whole ESP32 map.
 *
 * @packageDocumentation
 */
import { fnvStructure, fnvWord, FNV_START } from './hash.js';
import { HeapCaps } from './heap-caps.js';
import { createHeapMemory } from './memory.js';
import { PSRAM_START, type HeapLayout } from './regions.js';
import type { Poisoning } from './poisoning.js';
import {
  forEachLine,
  numberField,
  numberValue,
  oneOf,
  POISONING_NAMES,
  VectorError,
  type JsonObject,
  type Report,
} from './conformance-report.js';

const RTC_FAST_START = 0x3ff80000;
const INTERNAL_END = 0x400c2000;
/** In these layouts 16 bytes of RTC fast memory are in use. */
const RTC_FAST_USED = 16;

/** Runs a trace from boot on. */
export function runCapsTrace(header: JsonObject, body: string, report: Report): void {
  const psram = numberField(header, 'psram', 'header', 0, 0x400000);
  const limit = numberField(header, 'always_internal', 'header', -1, 0x7fffffff);
  const poisoning = oneOf(header['poison'], POISONING_NAMES, 'header.poison');
  const layout: HeapLayout = {
    dataStart: numberField(header, 'data_start', 'header'),
    heapStart: numberField(header, 'heap_start', 'header'),
    iramStart: numberField(header, 'iram_start', 'header'),
    iramEnd: numberField(header, 'iram_end', 'header'),
    unicore: header['unicore'] === true,
    psram: psram > 0,
    ...(header['rtc_fast_heap'] === true ? { rtcFastHeapStart: RTC_FAST_START + RTC_FAST_USED } : {}),
  };
  const run = new CapsTrace(
    layout,
    poisoning,
    numberField(header, 'init', 'header', 0, 255),
    psram > 0,
    report,
  );
  run.boot(psram, limit, header);
  run.run(body);
}

class CapsTrace {
  private readonly heapCaps: HeapCaps;
  private readonly pointers = new Map<number, number>();
  private printed = '';
  private log = '';
  private failures: [number, number, string][] = [];

  constructor(
    layout: HeapLayout,
    poisoning: Poisoning,
    init: number,
    external: boolean,
    private readonly report: Report,
  ) {
    const base = external ? PSRAM_START : RTC_FAST_START;
    const memory = createHeapMemory(base, INTERNAL_END - base);
    memory.u8.fill(init);
    this.heapCaps = new HeapCaps({
      memory,
      layout,
      poisoning,
      print: (text): void => {
        this.printed += text;
      },
      log: (text): void => {
        this.log += `I heap_init: ${text}\n`;
      },
    });
    this.heapCaps.onFailedAlloc((size, caps, name) => this.failures.push([size, caps, name]));
  }

  boot(psram: number, limit: number, header: JsonObject): void {
    const { heapCaps, report } = this;
    heapCaps.init();
    report.check('header', 'boot log', header['boot_log'], this.log);
    if (psram > 0) {
      report.check('header', 'result of adding PSRAM', 0, heapCaps.addPsram(psram));
      if (limit >= 0) heapCaps.mallocExtmemEnable(limit);
    }
    const heaps = heapCaps.heaps().map(({ address, start, end, heap, caps }) => ({
      struct: address,
      start,
      end,
      registered: heap !== 0,
      caps,
    }));
    report.check('header', 'heaps', header['heaps'], heaps);
  }

  run(body: string): void {
    let lines = 0;
    const end = forEachLine(body, (line, number) => {
      lines++;
      this.failures = [];
      this.printed = '';
      this.line(line, `line ${number}`);
    });
    this.report.check('end', 'number of lines', end, lines);
  }

  private line(line: unknown[], where: string): void {
    const { heapCaps, report } = this;
    const n = (index: number): number => numberValue(line[index], `${where}[${index}]`);
    switch (line[0]) {
      case 'boot':
        heapCaps.enableNonosStackHeaps();
        return;
      case 'm':
        return this.allocation(line, where, 3, heapCaps.mallocDefault(n(2)), false);
      case 'r':
        return this.allocation(line, where, 3, heapCaps.reallocDefault(this.pointer(n(1)), n(2)), n(2) > 0);
      case 'f':
        heapCaps.free(this.pointer(n(1)));
        this.pointers.delete(n(1));
        return;
      case 'hm':
        return this.allocation(line, where, 4, heapCaps.malloc(n(2), n(3)), false);
      case 'hr':
        return this.allocation(line, where, 4, heapCaps.realloc(this.pointer(n(1)), n(2), n(3)), n(2) > 0);
      case 'hc':
        return this.allocation(line, where, 5, heapCaps.calloc(n(2), n(3), n(4)), false);
      case 'ha':
        return this.allocation(line, where, 5, heapCaps.alignedAlloc(n(2), n(3), n(4)), false);
      case 'hp':
        return this.allocation(line, where, 5, heapCaps.mallocPrefer(n(2), [n(3), n(4)]), false);
      case 'get':
        report.check(where, 'sizes', line[2], {
          total: heapCaps.getTotalSize(n(1)),
          free: heapCaps.getFreeSize(n(1)),
          min_free: heapCaps.getMinimumFreeSize(n(1)),
          largest: heapCaps.getLargestFreeBlock(n(1)),
        });
        return;
      case 'info':
        heapCaps.printHeapInfo(n(1));
        report.check(where, 'heap_caps_print_heap_info', line[2], this.printed);
        return;
      case 'dump':
        heapCaps.dump(n(1));
        report.check(where, 'heap_caps_dump', line[2], this.printed);
        return;
      case 'h':
        report.check(where, 'structure hash', n(1), this.hash());
        return;
      default:
        throw new VectorError(where, `unknown operation ${JSON.stringify(line[0])}`);
    }
  }

  private pointer(slot: number): number {
    return this.pointers.get(slot) ?? 0;
  }

  /** One case: address and failure callbacks. `keeps`: a failed realloc leaves the old block in its slot. */
  private allocation(line: unknown[], where: string, index: number, address: number, keeps: boolean): void {
    const expected = numberValue(line[index], `${where}[${index}]`);
    const told = line[index + 1] as JsonObject | undefined;
    const failures = told === undefined ? [] : told['fail'];
    this.report.check(
      where,
      `result of ${JSON.stringify(line)}`,
      [expected, failures],
      [address, this.failures],
    );
    const slot = numberValue(line[1], `${where}[1]`);
    if (address !== 0) this.pointers.set(slot, address);
    else if (!keeps) this.pointers.delete(slot);
  }

  private hash(): number {
    let h = FNV_START;
    for (const { start, end, heap } of this.heapCaps.heaps()) {
      h = fnvWord(fnvWord(h, start), end);
      if (heap !== 0) h = fnvStructure(h, this.heapCaps.multiHeap, heap);
    }
    return h >>> 0;
  }
}
