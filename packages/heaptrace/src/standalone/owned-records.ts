import { STATE, type RecordLayout } from './layout.js';
import { RecordIndex } from './record-index.js';
import type { TraceWork } from './work.js';

/** Numbers of the state block's words. */
const COUNT = STATE.count >>> 2;
const HIGH_WATER_MARK = STATE.highWaterMark >>> 2;
const HAS_OVERFLOWED = STATE.hasOverflowed >>> 2;
/** `HEAP_TRACE_ALL` */
const ALL = 0;
const MODE = STATE.mode >>> 2;
const LIST = STATE.listFirst >>> 2;
const UNUSED = STATE.unusedFirst >>> 2;

/**
 * The recorder's lists while nobody but the recorder can write to them: the bytes of {@link RecordLists} without a hash map,
 * but pointers need no check, and an index answers what a walk over the list would find.
 *
 * Records and list heads are given by the number of their first word in guest memory; what stands in memory are guest
 * addresses.
 */
export class OwnedRecords {
  private readonly index: RecordIndex;
  /** Words from the start of a record to its fields; `freed` is -1 where a record has none. */
  private readonly freed: number;
  private readonly allocedBy: number;
  private readonly freedBy: number;
  private readonly link: number;
  private readonly list: number;
  private readonly unused: number;
  private capacity = 0;

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
    this.index = new RecordIndex(words.length);
    this.freed = layout.freed < 0 ? -1 : layout.freed >>> 2;
    this.allocedBy = layout.allocedBy >>> 2;
    this.freedBy = layout.freedBy >>> 2;
    this.link = layout.list >>> 2;
    this.list = state + LIST;
    this.unused = state + UNUSED;
  }

  /** Can these records be served? All of them in memory, whole words. */
  fits(buffer: number, capacity: number): boolean {
    const start = (buffer - this.base) >>> 0;
    return (start & 3) === 0 && start + capacity * this.layout.bytes <= 4 * this.words.length;
  }

  /** Begins with an empty list. */
  begin(buffer: number, capacity: number): void {
    this.capacity = capacity;
    this.index.begin(buffer, this.layout.bytes, capacity);
  }

  /**
   * A record at the end of the list, for which a full list loses its oldest.
   * @param callers as many words as a record has room for
   */
  append(ccount: number, address: number, size: number, callers: Uint32Array, work: TraceWork): void {
    const { words, state, allocedBy, freedBy } = this;
    let count = words[state + COUNT]!;
    let record: number;
    if (count === this.capacity) {
      words[state + HAS_OVERFLOWED] = 1;
      work.dropped = true;
      const oldest = words[this.list]!;
      record = this.word(oldest);
      this.unlink(this.list, record);
      this.index.remove(oldest, oldest);
      // it would go to the head of the unused list, and be taken from there
    } else {
      record = this.word(words[this.unused]!);
      this.unlink(this.unused, record);
      words[state + COUNT] = ++count;
      if (count > words[state + HIGH_WATER_MARK]!) words[state + HIGH_WATER_MARK] = count;
    }
    words[record] = ccount;
    words[record + 1] = address;
    words[record + 2] = size;
    if (this.freed >= 0) words[record + this.freed] = 0;
    for (let i = 0; i < callers.length; i++) words[record + allocedBy + i] = callers[i]!;
    // in leak mode nobody has written there since the start
    if (words[state + MODE] === ALL) for (let i = 0; i < callers.length; i++) words[record + freedBy + i] = 0;
    const at = this.address(record);
    const first = words[this.list]!;
    const last = words[this.list + 1]!;
    words[record + this.link] = 0;
    words[record + this.link + 1] = last;
    words[this.word(last)] = at;
    words[this.list + 1] = at + this.layout.list;
    this.index.append(at, this.alignedWord(address), first);
  }

  /** The oldest record of an address as a walk from the oldest on would find it; its guest address, 0 = none. */
  find(address: number, work: TraceWork): number {
    const word = this.alignedWord(address);
    if (word < 0) return this.walk(address, work);
    const found = this.index.find(word);
    work.walked += found === 0 ? this.words[this.state + COUNT]! : this.index.rank(found);
    return found;
  }

  /** A record (guest address) leaves the list, without address and size, for the head of the unused list. */
  remove(at: number): void {
    const { words, unused, link } = this;
    const record = this.word(at);
    this.index.remove(at, words[this.list]!);
    this.unlink(this.list, record);
    words[record + 1] = 0;
    words[record + 2] = 0;
    const first = words[unused]!;
    words[record + link] = first;
    words[first !== 0 ? this.word(first) + link + 1 : unused + 1] = at + this.layout.list;
    words[unused] = at;
    words[record + link + 1] = this.address(unused);
    words[this.state + COUNT]!--;
  }

  /** For an address that no allocator gives: only a record of the same value is one of it. */
  private walk(address: number, work: TraceWork): number {
    const { words, link } = this;
    for (let at = words[this.list]!; at !== 0; at = words[this.word(at) + link]!) {
      if (words[this.word(at) + 1] === (address | 0)) return at;
      work.walked++;
    }
    return 0;
  }

  private unlink(head: number, record: number): void {
    const { words, link } = this;
    const next = words[record + link]!;
    const previous = words[record + link + 1]!;
    words[next !== 0 ? this.word(next) + link + 1 : head + 1] = previous;
    words[this.word(previous)] = next;
  }

  private word(address: number): number {
    return (address - this.base) >>> 2;
  }

  private address(word: number): number {
    return this.base + 4 * word;
  }

  /** Number of the word at an address, -1 where there is none. */
  private alignedWord(address: number): number {
    const offset = (address - this.base) >>> 0;
    return (offset & 3) === 0 && offset >>> 2 < this.words.length ? offset >>> 2 : -1;
  }
}
