/**
 * `heap-ops-1`: one multi_heap on one region.
 *
 * @packageDocumentation
 */
import { fnvMemory, fnvStructure, FNV_START } from './hash.js';
import { createHeapMemory } from './memory.js';
import { MultiHeap } from './multi-heap.js';
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

const MAX_REGION = 16 << 20;

/** Runs a trace; a result that differs is a failed case, a line that makes no sense ends the file with an error. */
export function runOpsTrace(header: JsonObject, body: string, report: Report): void {
  const base = numberField(header, 'base', 'header');
  const size = numberField(header, 'size', 'header', 20, MAX_REGION);
  const init = numberField(header, 'init', 'header', 0, 255);
  const poisoning = oneOf(header['poison'], POISONING_NAMES, 'header.poison');
  if ((base & 3) !== 0 || base + size > 0xffffffff)
    throw new VectorError('header.base', `bad address ${base}`);
  const memory = createHeapMemory(base, size);
  memory.u8.fill(init);
  const multiHeap = new MultiHeap(memory, { poisoning });
  const heap = multiHeap.register(base, size);
  if (heap === 0) throw new VectorError('header', `a region of ${size} bytes does not register`);
  const control = multiHeap.control(heap);
  const config = memory.u32[(control + 16 - base) >>> 2] ?? 0;
  const geometry = [multiHeap.tlsf.size(control), config & 31, (config >>> 14) & 63, (config >>> 8) & 63];
  const told = ['control_size', 'fl_index_count', 'sl_index_count', 'fl_index_max'].map(
    (name) => header[name],
  );
  report.check('header', 'control size and index counts', told, geometry);
  new OpsTrace(multiHeap, heap, base, size, report).run(body);
}

/** The run's state: what the trace's user keeps, nothing of the heap. */
class OpsTrace {
  private readonly pointers = new Map<number, number>();
  private readonly lengths = new Map<number, number>();
  private n = 0;

  constructor(
    private readonly multiHeap: MultiHeap,
    private readonly heap: number,
    private readonly base: number,
    private readonly size: number,
    private readonly report: Report,
  ) {}

  run(body: string): void {
    const end = forEachLine(body, (line, number) => {
      const where = `line ${number}`;
      const kind = line[0];
      const argument = (index: number): number => numberValue(line[index], `${where}[${index}]`);
      if (kind === 'H') {
        this.checkpoint(line, where);
        return;
      }
      this.n++;
      const slot = argument(1);
      if (kind === 'm')
        this.fresh(line, where, slot, this.multiHeap.malloc(this.heap, argument(2)), argument(2), 3);
      else if (kind === 'a') {
        const address = this.multiHeap.alignedAlloc(this.heap, argument(3), argument(2));
        this.fresh(line, where, slot, address, argument(3), 4);
      } else if (kind === 'c') this.calloc(line, where, slot, argument(2) * argument(3));
      else if (kind === 'r') this.realloc(line, where, slot, argument(2));
      else if (kind === 'f') {
        this.multiHeap.free(this.heap, this.pointers.get(slot) ?? 0);
        this.set(slot, 0, 0);
      } else throw new VectorError(where, `unknown operation ${JSON.stringify(kind)}`);
    });
    this.report.check('end', 'number of operations', end, this.n);
  }

  private set(slot: number, address: number, length: number): void {
    if (address === 0) {
      this.pointers.delete(slot);
      this.lengths.delete(slot);
    } else {
      this.pointers.set(slot, address);
      this.lengths.set(slot, length);
    }
  }

  /** Bytes that the user writes: as many as asked for, as far as the block goes. */
  private length(address: number, size: number): number {
    return Math.min(size, this.multiHeap.getAllocatedSize(this.heap, address));
  }

  private write(address: number, from: number, to: number, slot: number): void {
    const { u8, base } = this.multiHeap.memory;
    for (let i = from; i < to; i++) u8[address + i - base] = 7 * this.n + 13 * i + slot;
  }

  private checkAddress(line: unknown[], where: string, index: number, address: number): void {
    this.report.check(
      where,
      `address of ${JSON.stringify(line)}`,
      numberValue(line[index], `${where}[${index}]`),
      address,
    );
  }

  private fresh(
    line: unknown[],
    where: string,
    slot: number,
    address: number,
    size: number,
    index: number,
  ): void {
    this.checkAddress(line, where, index, address);
    const length = address === 0 ? 0 : this.length(address, size);
    this.write(address, 0, length, slot);
    this.set(slot, address, length);
  }

  private calloc(line: unknown[], where: string, slot: number, bytes: number): void {
    const address = bytes > 0xffffffff ? 0 : this.multiHeap.malloc(this.heap, bytes);
    this.checkAddress(line, where, 4, address);
    const length = address === 0 ? 0 : this.length(address, bytes);
    const { u8, base } = this.multiHeap.memory;
    if (address !== 0) u8.fill(0, address - base, address - base + length);
    this.set(slot, address, length);
  }

  private realloc(line: unknown[], where: string, slot: number, size: number): void {
    const before = this.lengths.get(slot) ?? 0;
    const address = this.multiHeap.realloc(this.heap, this.pointers.get(slot) ?? 0, size);
    this.checkAddress(line, where, 3, address);
    if (address === 0) {
      if (size === 0) this.set(slot, 0, 0);
      return;
    }
    const length = this.length(address, size);
    this.write(address, before, length, slot);
    this.set(slot, address, length);
  }

  private checkpoint(line: unknown[], where: string): void {
    const { multiHeap, heap, report } = this;
    report.check(where, 'number of operations', numberValue(line[1], `${where}[1]`), this.n);
    const structure = fnvStructure(FNV_START, multiHeap, heap) >>> 0;
    report.check(where, 'structure hash', numberValue(line[2], `${where}[2]`), structure);
    if (line[3] !== null) {
      const full = fnvMemory(FNV_START, multiHeap.memory, this.base, this.size) >>> 0;
      report.check(where, 'memory hash', numberValue(line[3], `${where}[3]`), full);
    }
    const info = multiHeap.getInfo(heap);
    const words = [
      info.totalFreeBytes,
      info.totalAllocatedBytes,
      info.largestFreeBlock,
      info.minimumFreeBytes,
      info.allocatedBlocks,
      info.freeBlocks,
      info.totalBlocks,
    ];
    report.check(where, 'heap info', line[4], words);
    report.check(where, 'multi_heap_check', line[5], multiHeap.check(heap, true) ? 1 : 0);
  }
}
