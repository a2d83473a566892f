/**
 * The linked lists and hash buckets of `heap_trace_standalone.c` (v5.1 and later), pointer for pointer in guest
 * memory: TAILQ (first, last; next, address of the previous `next`) and SLIST (first; next) of sys/queue.h.
 */
import { STATE, bucketBytes, type RecordLayout } from './layout.js';
import { HeapTraceFault, type TraceMemory } from './memory.js';
import { OwnedRecords, type Allocator } from './owned-records.js';
import type { TraceWork } from './work.js';
import type { TraceVersion } from './versions.js';

const FNV_PRIME = 16777619;

export class RecordLists {
  /** A list without a cycle cannot be longer than this. */
  readonly limit: number;
  /** May {@link setup} hand the records over to {@link owned}? Not while anybody else can write to them. */
  mayOwn = false;
  /** Told who made each record when {@link owned} goes. */
  released: ((address: number, allocator: Allocator) => void) | undefined;
  /** Works on the lists in place of this object, where that is allowed and there is no hash map. */
  owned: OwnedRecords | undefined;
  private owner: OwnedRecords | undefined;
  private readonly listHead: number;
  private readonly unusedHead: number;

  constructor(
    private readonly memory: TraceMemory,
    private readonly layout: RecordLayout,
    private readonly version: TraceVersion,
    private readonly state: number,
    private readonly buckets: number,
  ) {
    this.limit = Math.floor(memory.size / layout.bytes) + 1;
    this.listHead = state + STATE.listFirst;
    this.unusedHead = state + STATE.unusedFirst;
  }

  /** list_setup and the clearing of the hash map: all records unused, in index order. */
  setup(): void {
    const { memory, layout } = this;
    const buffer = memory.read(this.state + STATE.buffer);
    const capacity = memory.read(this.state + STATE.capacity);
    this.initHead(this.listHead);
    this.initHead(this.unusedHead);
    for (let i = 0; i < this.buckets; i++) {
      if (this.version.buckets === 'tailq') this.initHead(this.bucket(i));
      else memory.write(this.bucket(i), 0);
    }
    for (let i = 0; i < capacity; i++)
      this.insertTail(this.unusedHead, buffer + i * layout.bytes, layout.list);
    this.owned?.settleCounters(); // the high water mark stays from start to start
    this.owned = undefined;
    if (!this.mayOwn || this.buckets > 0) return;
    this.owner ??= memory.own(this.state, layout);
    if (!this.owner.fits(buffer, capacity)) return;
    this.owner.begin(buffer, capacity);
    this.owned = this.owner;
  }

  /** list_pop_unused. */
  popUnused(): number {
    const { memory, layout } = this;
    const record = memory.read(this.unusedHead);
    // A NULL record (resume without start) is loaded from like any other: LoadProhibited.
    if (memory.read(record + layout.address) !== 0)
      throw new HeapTraceFault('assert', record, 'list_pop_unused', 'r_unused->address == NULL');
    if (memory.read(record + layout.size) !== 0)
      throw new HeapTraceFault('assert', record, 'list_pop_unused', 'r_unused->size == 0');
    this.removeTailq(this.unusedHead, record, layout.list);
    return record;
  }

  /** Appends to the list of recorded allocations. */
  append(record: number): void {
    this.insertTail(this.listHead, record, this.layout.list);
  }

  /** map_add. */
  addToMap(record: number, address: number): void {
    const bucket = this.bucket(this.hash(address));
    if (this.version.buckets === 'tailq') {
      this.insertTail(bucket, record, this.layout.hash);
    } else {
      this.memory.write(record + this.layout.hash, this.memory.read(bucket));
      this.memory.write(bucket, record);
    }
  }

  /** list_remove: off the hash bucket and the list, zeroed, onto the head of the unused list. */
  remove(record: number, work: TraceWork): void {
    const { memory, layout } = this;
    if (this.buckets > 0) this.removeFromMap(record, work);
    this.removeTailq(this.listHead, record, layout.list);
    memory.write(record + layout.address, 0);
    memory.write(record + layout.size, 0);
    const first = memory.read(this.unusedHead);
    memory.write(record + layout.list, first);
    if (first !== 0) memory.write(first + layout.list + 4, record + layout.list);
    else memory.write(this.unusedHead + 4, record + layout.list);
    memory.write(this.unusedHead, record);
    memory.write(record + layout.list + 4, this.unusedHead);
    const count = this.state + STATE.count;
    memory.write(count, memory.read(count) - 1);
  }

  /** The record of an address, 0 = none: the hash bucket first, then the list from the oldest record on. */
  find(address: number, work: TraceWork): number {
    const { layout, memory } = this;
    if (this.buckets > 0) {
      const found = this.search(memory.read(this.bucket(this.hash(address))), layout.hash, address, work);
      const counter = this.state + (found !== 0 ? STATE.hashHits : STATE.hashMisses);
      memory.write(counter, memory.read(counter) + 1);
      work.bucketWalked += work.walked;
      work.walked = 0;
      if (found !== 0) {
        work.mapHit = true;
        return found;
      }
    }
    return this.search(memory.read(this.listHead), layout.list, address, work);
  }

  /** The records are no longer the recorder's alone. */
  disown(): void {
    this.mayOwn = false;
    this.release();
  }

  /** From now on this object works on the lists itself. */
  release(): void {
    const { owned, released } = this;
    if (owned === undefined) return;
    owned.settle();
    if (released !== undefined) owned.forEach(released);
    this.owned = undefined;
  }

  /** Both lists and the hash map against the invariant; texts of what is wrong. */
  check(): string[] {
    const { memory, layout } = this;
    const faults: string[] = [];
    const seen = new Map<number, string>();
    const buffer = memory.read(this.state + STATE.buffer);
    const capacity = memory.read(this.state + STATE.capacity);
    const walk = (name: string, head: number, link: number): number => {
      let length = 0;
      let previous = head;
      for (let record = memory.read(head); record !== 0; record = memory.read(record + link)) {
        const index = (record - buffer) / layout.bytes;
        if (!Number.isInteger(index) || index < 0 || index >= capacity) {
          faults.push(`${name}: 0x${record.toString(16)} is no record of the buffer`);
          return length;
        }
        if (length++ > capacity) {
          faults.push(`${name}: has no end`);
          return length;
        }
        if (memory.read(record + link + 4) !== previous)
          faults.push(`${name}: record ${index} does not point back to its predecessor`);
        previous = record + link;
        if (seen.has(record)) faults.push(`record ${index} is in ${seen.get(record)} and in ${name}`);
        seen.set(record, name);
      }
      if (memory.read(head + 4) !== previous) faults.push(`${name}: the tail pointer is not at its end`);
      return length;
    };
    if (memory.read(this.listHead + 4) === 0) return faults; // not started yet
    const recorded = walk('the list', this.listHead, layout.list);
    const unused = walk('the unused list', this.unusedHead, layout.list);
    const count = memory.read(this.state + STATE.count);
    if (recorded !== count) faults.push(`count is ${count}, the list has ${recorded} records`);
    if (recorded + unused !== capacity) faults.push(`${capacity - recorded - unused} records are in no list`);
    return faults;
  }

  private hash(address: number): number {
    const a = address >>> 0;
    const sum = (a >>> 3) + (a >>> 5) + (a >>> 7);
    return (Math.imul(sum, FNV_PRIME) >>> 0) % this.buckets;
  }

  private bucket(index: number): number {
    return this.state + STATE.hashMap + index * bucketBytes(this.version);
  }

  private search(record: number, link: number, address: number, work: TraceWork): number {
    const { memory, layout } = this;
    const found = memory.find(record, link, layout.address, address, this.limit);
    work.walked += memory.walked;
    if (found < 0)
      throw new HeapTraceFault('endless loop', record, memory.functionName, 'the list has no end');
    return found;
  }

  private removeFromMap(record: number, work: TraceWork): void {
    const { memory, layout } = this;
    const bucket = this.bucket(this.hash(memory.read(record + layout.address)));
    if (this.version.buckets === 'tailq') {
      this.removeTailq(bucket, record, layout.hash);
      return;
    }
    // SLIST_REMOVE: from the head until the link to the record is found; a missing record ends at NULL.
    let link = bucket;
    for (let i = 0; memory.read(link) !== record; i++) {
      if (i > this.limit)
        throw new HeapTraceFault('endless loop', link, memory.functionName, 'the bucket has no end');
      link = memory.read(link) + layout.hash;
      work.bucketWalked++;
    }
    memory.write(link, memory.read(record + layout.hash));
  }

  private initHead(head: number): void {
    this.memory.write(head, 0);
    this.memory.write(head + 4, head);
  }

  private insertTail(head: number, record: number, link: number): void {
    const { memory } = this;
    const last = memory.read(head + 4);
    memory.write(record + link, 0);
    memory.write(record + link + 4, last);
    memory.write(last, record);
    memory.write(head + 4, record + link);
  }

  private removeTailq(head: number, record: number, link: number): void {
    const { memory } = this;
    const next = memory.read(record + link);
    const previous = memory.read(record + link + 4);
    memory.write(next !== 0 ? next + link + 4 : head + 4, previous);
    memory.write(previous, next);
  }
}
