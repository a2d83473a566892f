/** Header of the outside trace of a run. */
import { MEMORY_TYPES, type CapsColumns } from '@xtal/heap';
import type { HeapServices, TraceHeader } from '@xtal/heaptrace';
import type { RunOptions } from './options.js';

/** ESP-IDF's name of the memory type with these capabilities. */
function typeName(caps: CapsColumns): string {
  const type = Object.values(MEMORY_TYPES).find((row) =>
    row.caps.every((column, index) => column === caps[index]),
  );
  return type?.name ?? 'other';
}

/** What ran, how, and where its heaps are; `services` is undefined for a guest with a heap of its own. */
export function traceHeader(services: HeapServices | undefined, options: RunOptions): TraceHeader {
  return {
    program: options.targets.join(' '),
    cpuHz: options.cpuMHz * 1e6,
    ...(services && { idfVersion: options.idf }),
    machine: { timing: options.timing, cpuMHz: options.cpuMHz, psram: options.psram, seed: options.seed },
    heaps: (services?.heapCaps?.heaps() ?? []).map(({ start, end, caps }) => ({
      name: typeName(caps),
      start,
      size: end - start,
      caps: (caps[0] | caps[1] | caps[2]) >>> 0,
    })),
  };
}
