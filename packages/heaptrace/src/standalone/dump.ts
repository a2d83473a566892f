/** `heap_trace_dump` letter for letter. Texts: facts/heap §6.7, vectors/heaptrace. */
import { isExternal, isInternal } from './executable.js';
import { HEAP_TRACE_ALL, type HeapTraceRecord, type HeapTraceStandalone } from './heap-trace-standalone.js';
import { HeapTraceFault } from './memory.js';

/** newlib's %p: 0x and the digits needed. */
const newlibPointer = (value: number): string => `0x${(value >>> 0).toString(16)}`;
/** The ROM's %p: 0x and exactly eight digits. */
const romPointer = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
/** %d of a 32-bit word. */
const decimal = (value: number): string => String(value | 0);

/** What a dump needs to know of a recorder; exporters fill it from elsewhere. */
export type DumpSource = Pick<
  HeapTraceStandalone,
  | 'version'
  | 'mode'
  | 'capacity'
  | 'highWaterMark'
  | 'totalAllocations'
  | 'totalFrees'
  | 'hasOverflowed'
  | 'hashMapSize'
  | 'hashHits'
  | 'hashMisses'
  | 'rtcHeap'
  | 'spiram'
  | 'walkLimit'
  | 'enter'
  | 'getCount'
  | 'firstRecord'
  | 'nextRecord'
  | 'readRecord'
>;

/** Prints the records in internal and/or external RAM (both: all) and the summary. */
export function dumpRecords(
  trace: DumpSource,
  internal: boolean,
  external: boolean,
  print: (text: string) => void,
): void {
  trace.enter('heap_trace_dump');
  if (trace.version.dump === 'newlib') dumpNewlib(trace, print);
  else dumpRom(trace, internal, external, print);
}

/** Visits the records as the dump loop does: `count` is read again in every round. */
function visit(trace: DumpSource, each: (record: HeapTraceRecord) => void, broken?: () => void): void {
  let record = trace.firstRecord();
  for (let i = 0; i < trace.getCount(); i++) {
    if (broken && record === 0) {
      broken();
      return;
    }
    if (i > trace.walkLimit)
      throw new HeapTraceFault('endless loop', record, 'heap_trace_dump', 'the list has no end');
    each(trace.readRecord(record));
    record = trace.nextRecord(record, i);
  }
}

function callers(chain: readonly number[], pointer: (value: number) => string): string {
  let text = '';
  for (let j = 0; j < chain.length && chain[j] !== 0; j++)
    text += pointer(chain[j]!) + (j < chain.length - 1 ? ':' : '');
  return text;
}

function freedBy(chain: readonly number[], pointer: (value: number) => string): string {
  return `\nfreed by ${chain.map(pointer).join(':')}\n`;
}

/** v3.3 to v5.0. */
function dumpNewlib(trace: DumpSource, print: (text: string) => void): void {
  let size = 0;
  let allocations = 0;
  const capacity = trace.capacity;
  const startCount = trace.getCount();
  print(`${startCount} allocations trace (${capacity} entry buffer)\n`);
  visit(trace, (record) => {
    if (record.address === 0) return;
    print(
      `${decimal(record.size)} bytes (@ ${newlibPointer(record.address)}) allocated CPU ${record.ccount & 1} ` +
        `ccount 0x${((record.ccount & ~3) >>> 0).toString(16).padStart(8, '0')} caller `,
    );
    print(callers(record.alloced_by, newlibPointer));
    if (trace.mode !== HEAP_TRACE_ALL || (record.freed_by[0] ?? 0) === 0) {
      size += record.size;
      allocations++;
      print('\n');
    } else {
      print(freedBy(record.freed_by, newlibPointer));
    }
  });
  if (trace.mode === HEAP_TRACE_ALL)
    print(`${size >>> 0} bytes alive in trace (${allocations}/${trace.getCount()} allocations)\n`);
  else print(`${size >>> 0} bytes 'leaked' in trace (${allocations} allocations)\n`);
  print(`total allocations ${trace.totalAllocations} total frees ${trace.totalFrees}\n`);
  if (startCount !== trace.getCount()) print(NEW_ENTRIES);
  if (trace.hasOverflowed) print('(NB: Buffer has overflowed, so trace data is incomplete.)\n');
}

const NEW_ENTRIES =
  '(NB: New entries were traced while dumping, so trace dump may have duplicate entries.)\n';

/** v5.1 and later. */
function dumpRom(
  trace: DumpSource,
  internal: boolean,
  external: boolean,
  print: (text: string) => void,
): void {
  let size = 0;
  let allocations = 0;
  const startCount = trace.getCount();
  print(`====== Heap Trace: ${startCount} records (${trace.capacity} capacity) ======\n`);
  visit(
    trace,
    (record) => {
      const isInt = isInternal(record.address, trace.rtcHeap);
      const isExt = isExternal(record.address, trace.spiram);
      const wanted = (internal && external) || (internal && isInt) || (external && isExt);
      if (record.address === 0 || !wanted) return;
      const label = isExt ? ',    PSRAM' : isInt ? ', Internal' : '';
      print(
        `${decimal(record.size).padStart(6)} bytes (@ ${romPointer(record.address)}${label}) allocated CPU ` +
          `${record.ccount & 1} ccount ${romPointer(record.ccount & ~3)}`,
      );
      if (printFate(trace, record, print)) return;
      size += record.size;
      allocations++;
    },
    () => print('\nError: heap trace linked list is corrupt. expected more records.\n'),
  );
  print('====== Heap Trace Summary ======\n');
  if (trace.mode === HEAP_TRACE_ALL) {
    print('Mode: Heap Trace All\n');
    print(`${size >>> 0} bytes alive in trace (${allocations}/${trace.getCount()} allocations)\n`);
  } else {
    print('Mode: Heap Trace Leaks\n');
    print(`${size >>> 0} bytes 'leaked' in trace (${allocations} allocations)\n`);
  }
  const count = trace.getCount();
  print(`records: ${count} (${trace.capacity} capacity, ${trace.highWaterMark} high water mark)\n`);
  if (trace.hashMapSize > 0)
    print(`hashmap: ${trace.hashMapSize} capacity (${trace.hashHits} hits, ${trace.hashMisses} misses)\n`);
  print(`total allocations: ${trace.totalAllocations}\n`);
  print(`total frees: ${trace.totalFrees}\n`);
  if (startCount !== trace.getCount()) print(NEW_ENTRIES);
  if (trace.hasOverflowed) print('(NB: Internal Buffer has overflowed, so trace data is incomplete.)\n');
  print('================================\n');
}

/** Prints the callers and how the block was freed. Returns true when it counts as freed. */
function printFate(trace: DumpSource, record: HeapTraceRecord, print: (text: string) => void): boolean {
  const byAddress = (record.freed_by[0] ?? 0) !== 0;
  if (trace.version.dump === 'rom') {
    print(` caller ${callers(record.alloced_by, romPointer)}`);
    if (trace.mode !== HEAP_TRACE_ALL || !byAddress) {
      print('\n');
      return false;
    }
    print(freedBy(record.freed_by, romPointer));
    return true;
  }
  if ((record.alloced_by[0] ?? 0) !== 0) print(` caller ${callers(record.alloced_by, romPointer)}`);
  if (!record.freed) {
    print('\n');
    return false;
  }
  print(trace.mode === HEAP_TRACE_ALL && byAddress ? freedBy(record.freed_by, romPointer) : ' freed\n');
  return true;
}
