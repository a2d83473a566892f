/** Words of a record's entry: the word of memory that was allocated, -1 for none; */
const WORD = 0;
/** the next younger record of the same word, as entry + 1; */
const YOUNGER = 1;
/** of the oldest record of a word: the entry of the youngest; */
const YOUNGEST = 2;
/** its position. */
const POSITION = 3;

/** Positions are used up after so many records for each that the list can hold. */
const ROUNDS = 8;

/**
 * What a walk over the recorder's list would find, without the walk: the oldest record of an address, and how many
 * records are older than one. The price of a free is that of the walk, so the number matters.
 *
 * Records get rising positions when they are appended. One that leaves from within the list leaves a hole; a bit for each
 * position and a sum for 32 of them say how many holes lie between two. Records that leave at the list's beginning, as
 * they do when it overflows, leave nothing. When the positions are used up, the records are numbered anew.
 *
 * A record's entry is as far from the beginning of `entries` as the record from the beginning of the buffer, in words: every
 * record is longer than an entry.
 */
export class RecordIndex {
  private buffer = 0;
  /** By word of guest memory: the oldest record of that address, as entry + 1; 0 = none. */
  private readonly oldest: Int32Array;
  /** Of {@link WORD} and the following words. */
  private entries = new Int32Array(0);
  /** By position: the record's entry. */
  private records = new Int32Array(0);
  private holes = new Int32Array(0);
  private holesIn32 = new Uint8Array(0);
  private end = 0;
  /** A position, and how many records of the list are before it: the next question is often about one nearby. */
  private mark = 0;
  private beforeMark = 0;

  /** @param words words of guest memory */
  constructor(words: number) {
    this.oldest = new Int32Array(words);
  }

  /**
   * Begins with an empty list.
   * @param buffer guest address of the records
   * @param bytes size of one
   * @param capacity how many there are
   */
  begin(buffer: number, bytes: number, capacity: number): void {
    const { entries, records } = this;
    for (let i = 0; i < this.end; i++) {
      const word = entries[records[i]! + WORD]!;
      if (word >= 0) this.oldest[word] = 0;
    }
    this.buffer = buffer;
    this.entries = new Int32Array((capacity * bytes) >>> 2);
    const size = Math.ceil(Math.max(1024, ROUNDS * capacity) / 32) * 32;
    this.records = new Int32Array(size);
    // a mark may stand behind the last position
    this.holes = new Int32Array(size / 32 + 1);
    this.holesIn32 = new Uint8Array(size / 32);
    this.end = this.mark = this.beforeMark = 0;
  }

  /**
   * A record comes to the end of the list.
   * @param record guest address of the record
   * @param word number of the word of memory that was allocated, -1 for an address that is not aligned
   * @param first guest address of the list's first record, 0 when this is the first
   */
  append(record: number, word: number, first: number): void {
    if (this.end === this.records.length) this.renumber(first);
    const { entries, oldest } = this;
    const entry = this.entryOf(record);
    this.records[this.end] = entry;
    entries[entry + POSITION] = this.end++;
    entries[entry + WORD] = word;
    if (word < 0) return;
    entries[entry + YOUNGER] = 0;
    const known = oldest[word]!;
    if (known === 0) {
      oldest[word] = entry + 1;
      entries[entry + YOUNGEST] = entry;
    } else {
      const youngest = known - 1 + YOUNGEST;
      entries[entries[youngest]! + YOUNGER] = entry + 1;
      entries[youngest] = entry;
    }
  }

  /**
   * A record leaves the list.
   * @param record its guest address
   * @param first guest address of the list's first record before
   */
  remove(record: number, first: number): void {
    const { entries } = this;
    const entry = this.entryOf(record);
    const position = entries[entry + POSITION]!;
    if (record !== first) {
      this.holes[position >>> 5]! |= 1 << (position & 31);
      this.holesIn32[position >>> 5]!++;
      if (position < this.mark) this.beforeMark--;
    } else if (position < this.mark) this.beforeMark--;
    else {
      this.mark = position + 1;
      this.beforeMark = 0;
    }
    const word = entries[entry + WORD]!;
    if (word < 0) return;
    entries[entry + WORD] = -1;
    const next = entries[entry + YOUNGER]!;
    const oldest = this.oldest[word]! - 1;
    if (oldest === entry) {
      this.oldest[word] = next;
      if (next !== 0) entries[next - 1 + YOUNGEST] = entries[entry + YOUNGEST]!;
      return;
    }
    let before = oldest;
    while (entries[before + YOUNGER] !== entry + 1) before = entries[before + YOUNGER]! - 1;
    entries[before + YOUNGER] = next;
    if (next === 0) entries[oldest + YOUNGEST] = before;
  }

  /** Guest address of the oldest record of a word, 0 = none. */
  find(word: number): number {
    const found = this.oldest[word]!;
    return found === 0 ? 0 : this.buffer + 4 * (found - 1);
  }

  /**
   * How many records of the list are older than one.
   * @param record its guest address
   */
  rank(record: number): number {
    const position = this.positionOf(record);
    const { mark } = this;
    if (position < mark) this.beforeMark -= mark - position - this.holesBetween(position, mark);
    else this.beforeMark += position - mark - this.holesBetween(mark, position);
    this.mark = position;
    return this.beforeMark;
  }

  /** Holes at positions from `from` on, before `to`. */
  private holesBetween(from: number, to: number): number {
    const { holes, holesIn32 } = this;
    let count = populationCount(holes[to >>> 5]! & ((1 << (to & 31)) - 1));
    count -= populationCount(holes[from >>> 5]! & ((1 << (from & 31)) - 1));
    for (let i = from >>> 5; i < to >>> 5; i++) count += holesIn32[i]!;
    return count;
  }

  private entryOf(record: number): number {
    return (record - this.buffer) >>> 2;
  }

  private positionOf(record: number): number {
    return this.entries[this.entryOf(record) + POSITION]!;
  }

  /** Positions from 0 on, in the same order and without holes. */
  private renumber(first: number): void {
    const { holes, records } = this;
    const from = first === 0 ? this.end : this.positionOf(first);
    const { end } = this;
    this.end = 0;
    for (let i = from; i < end; i++)
      if ((holes[i >>> 5]! & (1 << (i & 31))) === 0) {
        const entry = records[i]!;
        records[this.end] = entry;
        this.entries[entry + POSITION] = this.end++;
      }
    this.mark = this.beforeMark = 0;
    holes.fill(0);
    this.holesIn32.fill(0);
  }
}

function populationCount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
