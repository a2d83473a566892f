import { webAssembly } from '@xtal/heap/wasm';
import { STATE, type RecordLayout } from './layout.js';
import {
  ENTRY,
  ENTRY_BYTES,
  recordsMemory,
  recordsModule,
  type RecordsCode,
  type RecordsMemory,
} from './records-code.js';

const PAGE = 0x10000;
const NO_CALLERS = new Uint32Array(0);

/** Who allocated: an object of the caller's, which the record keeps. */
export interface Allocator {
  /** As many words as a record has room for; they must stay as they are. */
  readonly callers: Uint32Array;
}
const NOBODY: Allocator = { callers: NO_CALLERS };

/**
 * The recorder's lists while nobody but the recorder writes to them or looks at them: kept on the host, from where
 * {@link settle} makes the bytes that {@link RecordLists} without a hash map would have left in guest memory.
 *
 * A record is given by the offset of its entry, see `records-code.ts`.
 */
export class OwnedRecords {
  private readonly module: object;
  private code: RecordsCode | undefined;
  /** Memory of the code, its parts, and for how many records it has room. */
  private memory = new Int32Array(0);
  private parts: RecordsMemory = recordsMemory(0);
  private room = 0;
  private buffer = 0;
  private capacity = 0;
  /** By number of the record. */
  private allocators: Allocator[] = [];
  private freedBy: Uint32Array[] = [];
  /** How many operations there had been when guest memory was up to date. */
  private settled = 0;
  private marked = 0;

  /**
   * @param words guest memory
   * @param base guest address of its first byte
   * @param state number of the state block's first word
   */
  constructor(
    private readonly words: Int32Array,
    private readonly base: number,
    private readonly state: number,
    private readonly layout: RecordLayout,
  ) {
    this.module = new webAssembly.Module(recordsModule());
  }

  /** Can these records be served? All of them in memory, whole words. */
  fits(buffer: number, capacity: number): boolean {
    const start = (buffer - this.base) >>> 0;
    return (start & 3) === 0 && start + capacity * this.layout.bytes <= 4 * this.words.length;
  }

  /** Begins with an empty list, as guest memory has it: all records unused, the first one at the head. */
  begin(buffer: number, capacity: number): void {
    this.buffer = buffer;
    this.capacity = capacity;
    if (capacity > this.room) this.makeRoom(capacity);
    this.parts = recordsMemory(capacity);
    const { buckets, entries, unused, positions, holes } = this.parts;
    this.memory.fill(0);
    for (let i = 0; i < capacity; i++)
      this.memory[(unused >>> 2) + i] = entries + ENTRY_BYTES * (capacity - 1 - i);
    const highWaterMark = this.words[this.state + (STATE.highWaterMark >>> 2)]!;
    this.code!.begin(capacity, buckets, entries, unused, positions, holes, highWaterMark);
    this.allocators = new Array<Allocator>(capacity).fill(NOBODY);
    this.freedBy = new Array<Uint32Array>(capacity).fill(NO_CALLERS);
    this.settled = this.marked = 0;
  }

  private makeRoom(capacity: number): void {
    const memory = new webAssembly.Memory({ initial: Math.ceil(recordsMemory(capacity).bytes / PAGE) });
    const { exports } = new webAssembly.Instance(this.module, { env: { memory } });
    this.code = exports as unknown as RecordsCode;
    this.memory = new Int32Array(memory.buffer);
    this.room = capacity;
  }

  /**
   * A record at the end of the list, for which a full list loses its oldest: did it?
   * @param ccount cycle counter, whose two lowest bits the number of the core takes
   * @param core 0 or 1; 0 with CONFIG_FREERTOS_UNICORE
   * @param address guest address of the block, of `size` bytes
   */
  append(ccount: number, core: number, address: number, size: number, allocator: Allocator): boolean {
    const told = this.code!.append((ccount & ~3) | core, address, size);
    this.allocators[told >>> 1] = allocator;
    return (told & 1) !== 0;
  }

  /**
   * The oldest record of a guest address leaves.
   * @returns how many records a walk from the oldest on would pass over; if it would find none, how many it would have passed
   * over in vain, as -1 - n
   */
  release(address: number): number {
    return this.code!.release(address);
  }

  /** As {@link release}, but the record stays, marked as freed by callers which must stay as they are. */
  markFreed(address: number, callers: Uint32Array): number {
    const code = this.code!;
    if (code.count() === 0) return -1;
    code.countFree();
    const found = code.find(address);
    if (found === 0) return -1 - code.count();
    this.memory[(found + ENTRY.freed) >>> 2] = 1;
    this.freedBy[this.numberOf(found)] = callers;
    return code.rank(found);
  }

  /** Tells address and allocator of each record of the list, oldest first. */
  forEach(tell: (address: number, allocator: Allocator) => void): void {
    for (const record of this.list())
      tell(this.memory[(record + ENTRY.address) >>> 2]! >>> 0, this.allocators[this.numberOf(record)]!);
  }

  /** Who made the record at a guest address; nobody where there is none. */
  allocatorOf(record: number): Allocator | undefined {
    return this.allocators[(record - this.buffer) / this.layout.bytes];
  }

  /** Brings guest memory up to date. */
  settle(): void {
    this.settleCounters();
    const operations = this.operations();
    if (this.settled === operations) return;
    this.settled = operations;
    for (let i = 0; i < this.capacity; i++) this.write(i);
    const unused = this.parts.unused >>> 2;
    const unusedCount = this.capacity - this.code!.count();
    this.link(STATE.listFirst, this.list());
    this.link(STATE.unusedFirst, this.memory.subarray(unused, unused + unusedCount).toReversed());
  }

  /** Brings the counters in guest memory up to date. */
  settleCounters(): void {
    const operations = this.operations();
    if (this.marked === operations) return;
    this.marked = operations;
    const { words, state } = this;
    const code = this.code!;
    words[state + (STATE.count >>> 2)] = code.count();
    words[state + (STATE.highWaterMark >>> 2)] = code.highWaterMark();
    words[state + (STATE.hasOverflowed >>> 2)] = code.overflowed();
    words[state + (STATE.totalAllocations >>> 2)] = code.allocations();
    words[state + (STATE.totalFrees >>> 2)] = code.frees();
  }

  /** Rises with each that changes anything. */
  private operations(): number {
    return (this.code!.allocations() >>> 0) + (this.code!.frees() >>> 0);
  }

  /** The record with this number in the buffer, without its links. */
  private write(number: number): void {
    const { words, memory, layout } = this;
    const from = (this.parts.entries + ENTRY_BYTES * number) >>> 2;
    const to = this.wordOf(number);
    const freed = memory[from + (ENTRY.freed >>> 2)]!;
    for (const offset of [ENTRY.ccount, ENTRY.address, ENTRY.size])
      words[to + (offset >>> 2)] = memory[from + (offset >>> 2)]!;
    if (layout.freed >= 0) words[to + (layout.freed >>> 2)] = freed;
    words.set(this.allocators[number]!.callers, to + (layout.allocedBy >>> 2));
    const freedBy = to + (layout.freedBy >>> 2);
    if (freed !== 0) words.set(this.freedBy[number]!, freedBy);
    else words.fill(0, freedBy, to + (layout.list >>> 2));
  }

  /** A list of sys/queue.h from its head (offset in the state block) on. */
  private link(listHead: number, records: Iterable<number>): void {
    const { words, base, layout } = this;
    const head = this.state + (listHead >>> 2);
    let previous = head;
    for (const record of records) {
      const number = this.numberOf(record);
      words[previous] = this.buffer + number * layout.bytes;
      const entry = this.wordOf(number) + (layout.list >>> 2);
      words[entry + 1] = base + 4 * previous;
      previous = entry;
    }
    words[previous] = 0;
    words[head + 1] = base + 4 * previous;
  }

  /** The list's records, oldest first. */
  private *list(): Generator<number> {
    const positions = this.parts.positions >>> 2;
    const end = this.code!.end();
    for (let position = this.code!.start(); position < end; position++) {
      const record = this.memory[positions + position]!;
      // the record of a hole has left, or has come again at another position
      if (this.isListed(record, position)) yield record;
    }
  }

  private isListed(record: number, position: number): boolean {
    return this.memory[(record + ENTRY.position) >>> 2] === position;
  }

  private numberOf(record: number): number {
    return (record - this.parts.entries) / ENTRY_BYTES;
  }

  /** Number of a record's first word in guest memory. */
  private wordOf(number: number): number {
    return (this.buffer + number * this.layout.bytes - this.base) >>> 2;
  }
}
