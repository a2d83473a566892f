/**
 * ESP-IDF's standalone heap tracing with its records, lists and hash map as bytes in guest memory.
 *
 * Invariant (v5.1 and later): every record of the buffer is in exactly one of the lists `list` (recorded, oldest
 * first) and `unused`; `count` is the length of `list`; with a hash map, every recorded record is also in the
 * bucket of its address. {@link HeapTraceStandalone.check} tests it. The guest can break it, and then the
 * consequences are those of the device: nothing here is remembered on the host, unless that was allowed
 * ({@link HeapTraceStandalone.ownRecords}).
 */
import type { HeapMemory } from '@xtal/heap';
import { hexAddress } from '@xtal/xtensa';
import { ARCH_INVALID_PC, isExecutable } from './executable.js';
import { dumpRecords } from './dump.js';
import { RecordLists } from './lists.js';
import type { Allocator, OwnedRecords } from './owned-records.js';
import { STATE, recordLayout, stateBytes, type RecordLayout } from './layout.js';
import { HeapTraceFault, TraceMemory } from './memory.js';
import { createTraceWork, resetTraceWork, type TraceWork } from './work.js';
import { traceVersion, type TraceVersion } from './versions.js';

/** `esp_err_t` values that the heap trace returns. */
export const ESP_OK = 0;
export const ESP_ERR_INVALID_ARG = 0x102;
export const ESP_ERR_INVALID_STATE = 0x103;
export const ESP_ERR_NOT_SUPPORTED = 0x106;

/** `heap_trace_mode_t`. */
export const HEAP_TRACE_ALL = 0;
export const HEAP_TRACE_LEAKS = 1;

/** `tracing_state_t` of v5.4 and later; before, `tracing` is 1 or 0. */
const Tracing = { Started: 0, Stopped: 1, AllocPaused: 2, Unknown: 3 } as const;

/** How a firmware with tracing is configured and where the recorder's variables are. */
export interface HeapTraceConfig {
  readonly memory: HeapMemory;
  /** Guest address of the state block, 4-aligned; {@link heapTraceStateBytes} says how long it is. */
  readonly stateAddress: number;
  /** ESP-IDF version, default `v5.1.3`. */
  readonly idf?: string;
  /** CONFIG_HEAP_TRACING_STACK_DEPTH, default 2. */
  readonly stackDepth?: number;
  /** CONFIG_HEAP_TRACE_HASH_MAP_SIZE, 0 (default) = CONFIG_HEAP_TRACE_HASH_MAP off. */
  readonly hashMapSize?: number;
  /** CONFIG_SPIRAM: the PSRAM window counts as external RAM. */
  readonly spiram?: boolean;
  /** CONFIG_FREERTOS_UNICORE: no core number in `ccount`, the second CPU's cache is executable. */
  readonly unicore?: boolean;
  /** RTC fast memory is heap (counts as internal). */
  readonly rtcHeap?: boolean;
}

/** `heap_trace_summary_t`; the hash counters only with a hash map. */
export interface HeapTraceSummary {
  mode: number;
  total_allocations: number;
  total_frees: number;
  count: number;
  capacity: number;
  high_water_mark: number;
  has_overflowed: number;
  total_hashmap_hits?: number;
  total_hashmap_miss?: number;
}

/** A `heap_trace_record_t` read out of guest memory. */
export interface HeapTraceRecord {
  ccount: number;
  address: number;
  size: number;
  /** v5.5 and later; false before. */
  freed: boolean;
  alloced_by: number[];
  freed_by: number[];
}

/** A stack depth or hash map size that the version's Kconfig does not allow. */
export class HeapTraceConfigError extends RangeError {
  constructor(
    readonly option: string,
    readonly value: number,
    readonly limit: number,
    readonly idf: string,
  ) {
    super(`${option} = ${value}: ESP-IDF ${idf} allows 0 to ${limit}`);
    this.name = 'HeapTraceConfigError';
  }
}

/** Bytes of guest memory that the recorder's variables take. */
export function heapTraceStateBytes(idf: string, hashMapSize = 0): number {
  return stateBytes(traceVersion(idf), hashMapSize);
}

/** IDF's standalone heap trace. Return values are `esp_err_t` numbers; faults are {@link HeapTraceFault}s. */
export class HeapTraceStandalone {
  readonly version: TraceVersion;
  readonly idf: string;
  readonly stackDepth: number;
  readonly hashMapSize: number;
  readonly spiram: boolean;
  readonly unicore: boolean;
  readonly rtcHeap: boolean;
  readonly layout: RecordLayout;
  readonly stateAddress: number;
  /** What the last recordAllocation or recordFree did: its price depends on it. */
  readonly work: TraceWork = createTraceWork();

  private readonly memory: TraceMemory;
  /** The recorder's static variables, as words of guest memory. */
  private readonly variables: Uint32Array;
  private readonly lists: RecordLists;
  /** For records that are copied to guest memory at once. */
  private readonly scratch: Allocator;
  /** {@link leakRecords}: what it depends on changes seldom. */
  private leaking: OwnedRecords | undefined;
  /** The recorder's variable `tracing` in guest memory, for those who ask before each operation. */
  readonly tracing: Uint32Array;
  /** Value of {@link tracing} at which nothing is recorded. */
  readonly idle: number;

  /** Throws {@link HeapTraceConfigError}, RangeError or `UnknownIdfVersionError`. Writes the variables' initial values. */
  constructor(config: HeapTraceConfig) {
    this.idf = config.idf ?? 'v5.1.3';
    this.version = traceVersion(this.idf);
    this.idle = this.version.stateEnum ? Tracing.Stopped : 0;
    this.stackDepth = config.stackDepth ?? 2;
    this.hashMapSize = config.hashMapSize ?? 0;
    const { maxDepth, maxHashMapSize } = this.version;
    const limited = (option: string, value: number, limit: number): void => {
      if (!(Number.isInteger(value) && value >= 0 && value <= limit))
        throw new HeapTraceConfigError(option, value, limit, this.idf);
    };
    limited('CONFIG_HEAP_TRACING_STACK_DEPTH', this.stackDepth, maxDepth);
    limited('CONFIG_HEAP_TRACE_HASH_MAP_SIZE', this.hashMapSize, maxHashMapSize);
    this.spiram = config.spiram ?? false;
    this.unicore = config.unicore ?? false;
    this.rtcHeap = config.rtcHeap ?? false;
    this.layout = recordLayout(this.version, this.stackDepth, this.hashMapSize > 0);
    this.stateAddress = config.stateAddress >>> 0;
    this.memory = new TraceMemory(config.memory);
    this.scratch = { callers: new Uint32Array(this.stackDepth) };
    this.lists = new RecordLists(this.memory, this.layout, this.version, this.stateAddress, this.hashMapSize);
    this.memory.functionName = 'startup';
    const bytes = stateBytes(this.version, this.hashMapSize);
    this.memory.clear(this.stateAddress, bytes);
    const first = this.memory.word(this.stateAddress);
    if (first < 0)
      throw new RangeError(`stateAddress: expected a multiple of 4, got ${hexAddress(this.stateAddress)}`);
    this.variables = config.memory.u32.subarray(first, first + (bytes >>> 2));
    this.tracing = this.variables.subarray(STATE.tracing >>> 2, (STATE.tracing >>> 2) + 1);
    this.set(STATE.mux, 0xb33fffff);
    if (this.version.stateEnum) this.set(STATE.tracing, Tracing.Unknown);
  }

  /** sizeof(heap_trace_record_t). */
  get recordBytes(): number {
    return this.layout.bytes;
  }

  /** heap_trace_init_standalone: `buffer` is a guest address with room for `count` records. */
  initStandalone(buffer: number, count: number): number {
    this.memory.functionName = 'heap_trace_init_standalone';
    const state = this.variable(STATE.tracing);
    const running = this.version.stateEnum
      ? state === Tracing.Started || state === Tracing.AllocPaused
      : state !== 0;
    if (running) return ESP_ERR_INVALID_STATE;
    buffer >>>= 0;
    count >>>= 0;
    if (!this.version.initAcceptsZero && (buffer === 0 || count === 0)) return ESP_ERR_INVALID_ARG;
    this.set(STATE.buffer, buffer);
    this.set(STATE.capacity, count);
    this.leaking = undefined;
    this.lists.release(); // until the next start the lists are those of the buffer before
    if (this.version.initAcceptsZero) this.memory.clear(buffer, Math.imul(count, this.layout.bytes) >>> 0);
    return ESP_OK;
  }

  /**
   * From the next start on nobody but the recorder writes to the records and its variables: they are kept on the host, and a
   * free finds its record, or that there is none, without a walk over the list ({@link work} says what the walk would have
   * been). What looks at guest memory must call {@link settle} before, what frees the buffer {@link disownRecords}.
   * @param released told who made each record, oldest first, when they are kept there no longer
   */
  ownRecords(released?: (address: number, allocator: Allocator) => void): void {
    this.lists.mayOwn = true;
    this.lists.released = released;
  }

  /**
   * The records, while every allocation and free is recorded in HEAP_TRACE_LEAKS mode and {@link ownRecords} holds: the
   * short way for those who record much. What they do there is `record_allocation` of a block and `record_free` of an address
   * other than 0. {@link work} says nothing of it.
   */
  get leakRecords(): OwnedRecords | undefined {
    return this.leaking;
  }

  /** Who made the record at a guest address, while records are kept on the host: the object that was given. */
  allocatorOf(record: number): Allocator | undefined {
    return this.lists.owned?.allocatorOf(record);
  }

  /** Brings the records and lists in guest memory up to date, see {@link ownRecords}. The recorder's own functions do it. */
  settle(): void {
    this.lists.owned?.settle();
  }

  /** The records' memory changes hands: it is the recorder's alone only when {@link ownRecords} says so again. */
  disownRecords(): void {
    this.leaking = undefined;
    this.lists.disown();
  }

  /** heap_trace_start: {@link HEAP_TRACE_ALL} or {@link HEAP_TRACE_LEAKS}. */
  start(mode: number): number {
    this.memory.functionName = 'heap_trace_start';
    const buffer = this.variable(STATE.buffer);
    const capacity = this.variable(STATE.capacity);
    if (buffer === 0 || capacity === 0) return ESP_ERR_INVALID_STATE;
    this.set(STATE.mode, mode);
    if (this.version.records === 'lists') {
      this.memory.clear(buffer, Math.imul(capacity, this.layout.bytes) >>> 0);
      this.lists.setup();
      this.set(STATE.hashHits, 0);
      this.set(STATE.hashMisses, 0);
    }
    this.set(STATE.count, 0);
    this.set(STATE.hasOverflowed, 0);
    this.set(STATE.totalAllocations, 0);
    this.set(STATE.totalFrees, 0);
    this.set(STATE.tracing, this.version.stateEnum ? Tracing.Started : 1);
    this.chooseWay();
    return ESP_OK;
  }

  /** heap_trace_stop. */
  stop(): number {
    return this.switchTo(this.version.stateEnum ? Tracing.Stopped : 0);
  }

  /** heap_trace_resume. */
  resume(): number {
    return this.switchTo(this.version.stateEnum ? Tracing.Started : 1);
  }

  /** heap_trace_alloc_pause (v5.4 and later; {@link ESP_ERR_NOT_SUPPORTED} before, where it does not exist). */
  allocPause(): number {
    return this.version.stateEnum ? this.switchTo(Tracing.AllocPaused) : ESP_ERR_NOT_SUPPORTED;
  }

  /** heap_trace_get_count. */
  getCount(): number {
    return this.counter(STATE.count);
  }

  /** True when an allocation would be recorded now. */
  get recordsAllocations(): boolean {
    const state = this.variable(STATE.tracing);
    return this.version.stateEnum ? state === Tracing.Started : state !== 0;
  }

  /** True when a free would be recorded now, if the trace holds records. */
  get recordsFrees(): boolean {
    return this.variable(STATE.tracing) !== this.idle;
  }

  /** {@link HEAP_TRACE_ALL} (freed records stay) or {@link HEAP_TRACE_LEAKS}. */
  get mode(): number {
    return this.variable(STATE.mode);
  }

  /** Records that fit into the buffer. */
  get capacity(): number {
    return this.variable(STATE.capacity);
  }

  get highWaterMark(): number {
    return this.counter(STATE.highWaterMark);
  }

  get hasOverflowed(): boolean {
    return this.counter(STATE.hasOverflowed) !== 0;
  }

  get totalAllocations(): number {
    return this.counter(STATE.totalAllocations);
  }

  get totalFrees(): number {
    return this.counter(STATE.totalFrees);
  }

  get hashHits(): number {
    return this.variable(STATE.hashHits);
  }

  get hashMisses(): number {
    return this.variable(STATE.hashMisses);
  }

  /**
   * heap_trace_get: copies record `index` to guest address `out` (0 = NULL). From v5.1 on a cursor makes sequential
   * reads fast, with a quirk that is kept: get(0) moves its record but not its index.
   */
  get(index: number, out: number): number {
    this.memory.functionName = 'heap_trace_get';
    if (out === 0) return ESP_ERR_INVALID_STATE;
    this.settle();
    index >>>= 0;
    if (index >= this.getCount()) return ESP_ERR_INVALID_ARG;
    const record = this.version.records === 'array' ? this.recordAt(index) : this.moveCursor(index);
    if (record === 0) throw new HeapTraceFault('assert', 0, 'heap_trace_get', 'r_get != NULL');
    this.memory.move(out, record, this.layout.bytes);
    return ESP_OK;
  }

  /** Reads a record at a guest address, for hosts that look at the trace. */
  readRecord(address: number): HeapTraceRecord {
    this.settle();
    const word = (offset: number): number => this.memory.read(address + offset);
    const chain = (offset: number): number[] =>
      Array.from({ length: this.stackDepth }, (_, i) => word(offset + 4 * i));
    return {
      ccount: word(this.layout.ccount),
      address: word(this.layout.address),
      size: word(this.layout.size),
      freed: this.layout.freed >= 0 && (word(this.layout.freed) & 0xff) !== 0,
      alloced_by: chain(this.layout.allocedBy),
      freed_by: chain(this.layout.freedBy),
    };
  }

  /** Guest addresses of the records, oldest first; ends early where the list is broken. */
  recordAddresses(): number[] {
    this.memory.functionName = 'heap_trace_dump';
    const count = this.getCount();
    const addresses: number[] = [];
    let record = this.firstRecord();
    const limit = Math.min(count, this.lists.limit);
    for (let i = 0; i < limit && record !== 0; i++) {
      addresses.push(record);
      record = this.nextRecord(record, i);
    }
    return addresses;
  }

  /** heap_trace_summary without the pointer: `undefined` where the version has no such function. */
  summary(): HeapTraceSummary | undefined {
    if (!this.version.summary) return undefined;
    const summary: HeapTraceSummary = {
      mode: this.variable(STATE.mode),
      total_allocations: this.totalAllocations,
      total_frees: this.totalFrees,
      count: this.getCount(),
      capacity: this.capacity,
      high_water_mark: this.highWaterMark,
      has_overflowed: this.counter(STATE.hasOverflowed),
    };
    if (this.hashMapSize > 0) {
      summary.total_hashmap_hits = this.variable(STATE.hashHits);
      summary.total_hashmap_miss = this.variable(STATE.hashMisses);
    }
    return summary;
  }

  /**
   * heap_trace_summary(out) into guest memory: the fields of {@link HeapTraceSummary} as words, in that order.
   * Returns an `esp_err_t`.
   */
  writeSummary(out: number): number {
    this.memory.functionName = 'heap_trace_summary';
    const summary = this.summary();
    if (!summary) return ESP_ERR_NOT_SUPPORTED;
    if (out === 0) return ESP_ERR_INVALID_ARG;
    (Object.values(summary) as number[]).forEach((value, i) => this.memory.write(out + 4 * i, value));
    return ESP_OK;
  }

  /** heap_trace_dump: the text in pieces, as IDF prints it. */
  dump(print: (text: string) => void): void {
    dumpRecords(this, true, true, print);
  }

  /** heap_trace_dump_caps (v5.1 and later): only records in memory of these capabilities (INTERNAL, SPIRAM). */
  dumpCaps(caps: number, print: (text: string) => void): void {
    dumpRecords(this, (caps & 0x800) !== 0, (caps & 0x400) !== 0, print);
  }

  /**
   * record_allocation: `chain` holds the return addresses from the caller of the heap function outwards, as the
   * return-address primitive gives them; what IDF does not accept is cut off here. Failed allocations are
   * address 0. `ccount` is the cycle counter at entry.
   */
  recordAllocation(
    ccount: number,
    core: number,
    address: number,
    size: number,
    chain: ArrayLike<number>,
    chainLength = chain.length,
  ): void {
    const recording = this.recordsAllocations;
    const allocator = recording ? this.allocator() : this.scratch;
    if (recording) this.filter(allocator.callers, chain, chainLength);
    this.recordAllocationBy(ccount, core, address, size, allocator);
  }

  /** {@link recordAllocation} with callers as {@link callersOf} gives them, which must stay as they are. */
  recordAllocationBy(
    ccount: number,
    core: number,
    address: number,
    size: number,
    allocator: Allocator,
  ): void {
    this.memory.functionName = 'record_allocation';
    resetTraceWork(this.work);
    if (!this.recordsAllocations || (address === 0 && !this.version.recordsNull)) return;
    this.work.entered = true;
    const inStamp = this.unicore ? 0 : core & 3;
    const { owned } = this.lists;
    if (owned !== undefined) {
      this.work.dropped = owned.append(ccount, inStamp, address, size, allocator);
      return;
    }
    const stamp = (ccount & ~3) | inStamp;
    this.append(stamp, address, size, allocator.callers);
    this.set(STATE.totalAllocations, this.variable(STATE.totalAllocations) + 1);
  }

  /** record_free. `chain` as in {@link recordAllocation}. */
  recordFree(address: number, chain: ArrayLike<number>, chainLength = chain.length): void {
    // a record that goes with its block keeps nothing of who freed it
    const kept = this.recordsFrees && this.mode === HEAP_TRACE_ALL;
    this.recordFreeBy(
      address,
      kept ? this.filter(this.allocator().callers, chain, chainLength) : this.scratch.callers,
    );
  }

  /** {@link recordFree} with callers as {@link callersOf} gives them; in leak mode they do not matter. */
  recordFreeBy(address: number, callers: Uint32Array): void {
    this.memory.functionName = 'record_free';
    resetTraceWork(this.work);
    if (!this.recordsFrees || (address === 0 && !this.version.recordsNull)) return;
    this.work.entered = true;
    const { owned } = this.lists;
    if (owned !== undefined) {
      const rank = this.mode === HEAP_TRACE_ALL ? owned.markFreed(address, callers) : owned.release(address);
      this.work.searched = rank !== -1;
      this.work.found = rank >= 0;
      this.work.walked = rank >= 0 ? rank : -1 - rank;
      return;
    }
    if (this.getCount() === 0) return;
    this.work.searched = true;
    this.set(STATE.totalFrees, this.variable(STATE.totalFrees) + 1);
    if (this.version.records === 'array') {
      this.freeInArray(address, callers);
      return;
    }
    const record = this.lists.find(address, this.work);
    if (record === 0) return;
    this.work.found = true;
    if (this.variable(STATE.mode) === HEAP_TRACE_ALL) {
      if (this.layout.freed >= 0) this.memory.write(record + this.layout.freed, 1);
      this.memory.writeAll(record + this.layout.freedBy, callers);
    } else this.lists.remove(record, this.work);
  }

  /** What a record keeps of a call chain: {@link filterCallers} in an array of its own. */
  callersOf(chain: ArrayLike<number>): Uint32Array {
    return this.filter(new Uint32Array(this.stackDepth), chain, chain.length);
  }

  /** Violations of the invariant at the head of this file, in words; empty = the records are sound. */
  check(): string[] {
    this.settle();
    this.memory.functionName = 'check';
    return this.version.records === 'lists' && this.variable(STATE.buffer) !== 0 ? this.lists.check() : [];
  }

  /** First record in list order, 0 = none. */
  firstRecord(): number {
    this.settle();
    return this.version.records === 'array' ? this.recordAt(0) : this.variable(STATE.listFirst);
  }

  /** Record after `record`, which is number `index`. */
  nextRecord(record: number, index: number): number {
    this.settle();
    return this.version.records === 'array'
      ? this.recordAt(index + 1)
      : this.memory.read(record + this.layout.list);
  }

  /** Number of records that can exist in the guest's memory: no walk goes further. */
  get walkLimit(): number {
    return this.lists.limit;
  }

  /** Sets the function that a fault is charged to. */
  enter(functionName: string): void {
    this.memory.functionName = functionName;
  }

  private variable(field: number): number {
    return this.variables[field >>> 2]!;
  }

  /** A variable that the records' owner counts. */
  private counter(field: number): number {
    this.lists.owned?.settleCounters();
    return this.variable(field);
  }

  private set(field: number, value: number): void {
    this.variables[field >>> 2] = value;
  }

  private recordAt(index: number): number {
    return (this.variable(STATE.buffer) + Math.imul(index, this.layout.bytes)) >>> 0;
  }

  private switchTo(state: number): number {
    if (this.variable(STATE.tracing) === state) return ESP_ERR_INVALID_STATE;
    this.set(STATE.tracing, state);
    this.chooseWay();
    return ESP_OK;
  }

  private chooseWay(): void {
    this.leaking = this.recordsAllocations && this.mode === HEAP_TRACE_LEAKS ? this.lists.owned : undefined;
  }

  private moveCursor(index: number): number {
    let record = this.variable(STATE.getRecord);
    if (record !== 0 && this.variable(STATE.getIndex) === (index - 1) >>> 0) {
      record = this.memory.read(record + this.layout.list);
      this.set(STATE.getIndex, index);
    } else {
      record = this.variable(STATE.listFirst);
      for (let i = 0; i < index && record !== 0; i++) {
        if (i > this.lists.limit)
          throw new HeapTraceFault('endless loop', record, 'heap_trace_get', 'the list has no end');
        record = this.memory.read(record + this.layout.list);
        this.set(STATE.getIndex, i + 1);
      }
    }
    this.set(STATE.getRecord, record);
    return record;
  }

  /** With room for a chain that is recorded now; what is kept on the host needs its own. */
  private allocator(): Allocator {
    return this.lists.owned === undefined ? this.scratch : { callers: new Uint32Array(this.stackDepth) };
  }

  private filter(callers: Uint32Array, chain: ArrayLike<number>, chainLength: number): Uint32Array {
    return filterCallers(callers, chain, chainLength, this.unicore, this.version.keepsBadCaller);
  }

  private append(stamp: number, address: number, size: number, callers: Uint32Array): void {
    const inArray = this.version.records === 'array';
    const record = inArray ? this.appendToArray() : this.appendToList();
    const { memory, layout } = this;
    memory.write(record + layout.ccount, stamp);
    memory.write(record + layout.address, address);
    memory.write(record + layout.size, size);
    if (layout.freed >= 0) memory.write(record + layout.freed, 0);
    memory.writeAll(record + layout.allocedBy, callers);
    memory.writeZeros(record + layout.freedBy, this.stackDepth);
    if (inArray) this.set(STATE.count, this.getCount() + 1);
    else this.finishAppend(record, address);
  }

  private appendToList(): number {
    const { lists } = this;
    if (this.getCount() === this.variable(STATE.capacity)) {
      this.set(STATE.hasOverflowed, 1);
      this.work.dropped = true;
      lists.remove(this.variable(STATE.listFirst), this.work);
    }
    return lists.popUnused();
  }

  private finishAppend(record: number, address: number): void {
    this.lists.append(record);
    const count = this.getCount() + 1;
    this.set(STATE.count, count);
    if (count > this.variable(STATE.highWaterMark)) this.set(STATE.highWaterMark, count);
    if (this.hashMapSize > 0) this.lists.addToMap(record, address);
  }

  private appendToArray(): number {
    const capacity = this.variable(STATE.capacity);
    let count = this.getCount();
    if (count === capacity) {
      this.set(STATE.hasOverflowed, 1);
      this.work.dropped = true;
      const bytes = Math.imul(this.layout.bytes, capacity - 1) >>> 0;
      this.memory.move(this.recordAt(0), this.recordAt(1), bytes);
      this.work.moved = capacity - 1;
      count = (count - 1) >>> 0;
      this.set(STATE.count, count);
    }
    return this.recordAt(count);
  }

  private freeInArray(address: number, callers: Uint32Array): void {
    const { memory, layout } = this;
    const count = this.getCount() | 0;
    let index = count - 1;
    while (index >= 0 && memory.read(this.recordAt(index) + layout.address) !== address >>> 0) {
      index--;
      this.work.walked++;
    }
    if (index < 0) return;
    this.work.found = true;
    const record = this.recordAt(index);
    if (this.variable(STATE.mode) === HEAP_TRACE_ALL) {
      memory.writeAll(record + layout.freedBy, callers);
      return;
    }
    if (index < count - 1) {
      const after = (this.variable(STATE.capacity) - index - 1) >>> 0;
      memory.move(record, this.recordAt(index + 1), Math.imul(layout.bytes, after) >>> 0);
      this.work.moved = after;
    } else {
      memory.clear(record, layout.bytes);
    }
    this.set(STATE.count, count - 1);
  }
}

/**
 * What `get_call_stack` leaves in its array of `callers.length` slots: the return addresses up to the first that
 * is not executable or marks the bottom of the stack; that slot and all later ones are 0 (in v4.0 and older the
 * bad value stays in its slot). Beyond its end a chain yields the bottom marker. Returns `callers`.
 */
export function filterCallers(
  callers: Uint32Array,
  chain: ArrayLike<number>,
  chainLength: number,
  unicore: boolean,
  keepsBadCaller = false,
): Uint32Array {
  let i = 0;
  for (; i < callers.length; i++) {
    const address = i < chainLength ? chain[i]! >>> 0 : ARCH_INVALID_PC;
    if (address === ARCH_INVALID_PC || !isExecutable(address, unicore)) {
      if (keepsBadCaller) callers[i++] = address;
      break;
    }
    callers[i] = address;
  }
  for (; i < callers.length; i++) callers[i] = 0;
  return callers;
}
