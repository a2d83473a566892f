/**
 * The text that ESP-IDF's `heap_trace_dump` would print, had its buffer been large enough for the whole trace: for the decoders
 * and habits that people have for it. Depth is cut to what the IDF version allows.
 */
import { LiveHeap } from '../analysis/live-heap.js';
import type { Trace } from '../outside/trace.js';
import { dumpRecords } from '../standalone/dump.js';
import {
  HEAP_TRACE_ALL,
  HEAP_TRACE_LEAKS,
  type HeapTraceRecord,
} from '../standalone/heap-trace-standalone.js';
import { traceVersion } from '../standalone/versions.js';

/** Options of {@link toIdfDump}. */
export interface IdfDumpOptions {
  /** `leaks`: blocks that live at the end; `all`: every block with who freed it. */
  readonly mode?: 'leaks' | 'all';
  /** Callers for each record; default: the most that the version allows. */
  readonly depth?: number;
  /** Default: the trace's own, else v5.1.3. */
  readonly idfVersion?: string;
}

/** Writes a trace as IDF's dump. */
export function toIdfDump(trace: Trace, options: IdfDumpOptions = {}): string {
  const version = traceVersion(options.idfVersion ?? trace.header.idfVersion ?? 'v5.1.3');
  const all = options.mode === 'all';
  const depth = Math.min(options.depth ?? version.maxDepth, version.maxDepth);
  const callers = (chain: number): number[] =>
    Array.from({ length: depth }, (_, index) => trace.chains.at(chain, index));
  const none = new Array<number>(depth).fill(0);
  const records: HeapTraceRecord[] = [];
  const recordOfRow: HeapTraceRecord[] = [];
  const heap = new LiveHeap();
  let totalAllocations = 0;
  let totalFrees = 0;
  let live = 0;
  let highWaterMark = 0;
  trace.read({
    event(event) {
      heap.apply(event);
      if (event.kind === 'free' || (event.kind === 'realloc' && event.oldAddress !== 0)) totalFrees++;
      if (heap.died >= 0) {
        const record = recordOfRow[heap.died]!;
        Object.assign(record, { freed: true, freed_by: all ? callers(event.chain) : none });
        live--;
      }
      if (heap.born >= 0) {
        totalAllocations++;
        const record: HeapTraceRecord = {
          // CCOUNT is 32 bits wide; its lowest two bits give way to the core number.
          ccount: (((event.cycle % 0x1_0000_0000) & ~3) | event.core) >>> 0,
          address: event.address,
          size: event.size,
          freed: false,
          alloced_by: callers(event.chain),
          freed_by: none,
        };
        recordOfRow[heap.born] = record;
        records.push(record);
        highWaterMark = Math.max(highWaterMark, all ? records.length : ++live);
      }
    },
  });
  const shown = all ? records : records.filter((record) => record.freed !== true);
  let text = '';
  dumpRecords(
    {
      version,
      mode: all ? HEAP_TRACE_ALL : HEAP_TRACE_LEAKS,
      capacity: Math.max(highWaterMark, 1),
      highWaterMark,
      totalAllocations,
      totalFrees,
      hasOverflowed: false,
      hashMapSize: 0,
      hashHits: 0,
      hashMisses: 0,
      rtcHeap: false,
      spiram: trace.header.heaps.some((region) => region.start >= 0x3f800000 && region.start < 0x3fc00000),
      walkLimit: shown.length,
      enter: () => {},
      getCount: () => shown.length,
      firstRecord: () => (shown.length > 0 ? 1 : 0),
      nextRecord: (record) => (record < shown.length ? record + 1 : 0),
      readRecord: (record) => shown[record - 1]!,
    },
    true,
    true,
    (part) => (text += part),
  );
  return text;
}
