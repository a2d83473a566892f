/** An entry for each record: the word that was allocated, -1 for none; */
const WORD = 0;
/** the next younger record of the same word, as number + 1; */
const YOUNGER = 1;
/** of the oldest record of a word: the youngest, as number; */
const YOUNGEST = 2;
/** its position. */
const POSITION = 3;
const ENTRY = 4;

/**
 * What a walk over the recorder's list would find, without the walk: the oldest record of an address, and how many
 * records are older than one. The price of a free is that of the walk, so the number matters.
 *
 * Records get rising positions when they are appended; a bit says that the record of a position is in the list, and sums
 * over 32 and 1024 bits say how many. When the positions are used up, the records are numbered anew.
 */
export class RecordIndex {
  private buffer = 0;
  private bytes = 1;
  /** By word of guest memory: the oldest record of that address, as number + 1; 0 = none. */
  private readonly oldest: Int32Array;
  /** Four words a record, see {@link WORD} and the following. */
  private entries = new Int32Array(0);
  /** By position: number of the record. */
  private records = new Int32Array(0);
  private bits = new Uint32Array(0);
  private in32 = new Uint8Array(0);
  private in1024 = new Uint16Array(0);
  private end = 0;

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
    const { entries } = this;
    for (let i = WORD; i < entries.length; i += ENTRY) if (entries[i]! >= 0) this.oldest[entries[i]!] = 0;
    this.buffer = buffer;
    this.bytes = bytes;
    this.entries = new Int32Array(ENTRY * capacity);
    for (let i = 0; i < capacity; i++) this.entries[ENTRY * i + WORD] = -1;
    const size = Math.ceil(Math.max(1024, 4 * capacity) / 1024) * 1024;
    this.records = new Int32Array(size);
    this.bits = new Uint32Array(size / 32);
    this.in32 = new Uint8Array(size / 32);
    this.in1024 = new Uint16Array(size / 1024);
    this.end = 0;
  }

  /**
   * A record comes to the end of the list.
   * @param record guest address of the record
   * @param word number of the word of memory that was allocated, -1 for an address that is not aligned
   */
  append(record: number, word: number): void {
    if (this.end === this.records.length) this.renumber();
    const number = this.numberOf(record);
    const { entries, oldest } = this;
    const entry = ENTRY * number;
    this.place(number, this.end++);
    entries[entry + WORD] = word;
    if (word < 0) return;
    entries[entry + YOUNGER] = 0;
    const first = oldest[word]!;
    if (first === 0) {
      oldest[word] = number + 1;
      entries[entry + YOUNGEST] = number;
    } else {
      const youngest = ENTRY * (first - 1) + YOUNGEST;
      entries[ENTRY * entries[youngest]! + YOUNGER] = number + 1;
      entries[youngest] = number;
    }
  }

  /** A record leaves the list; its guest address. */
  remove(record: number): void {
    const number = this.numberOf(record);
    const { entries } = this;
    const entry = ENTRY * number;
    const position = entries[entry + POSITION]!;
    this.bits[position >>> 5]! &= ~(1 << (position & 31));
    this.in32[position >>> 5]!--;
    this.in1024[position >>> 10]!--;
    const word = entries[entry + WORD]!;
    if (word < 0) return;
    entries[entry + WORD] = -1;
    const next = entries[entry + YOUNGER]!;
    const oldest = this.oldest[word]! - 1;
    if (oldest === number) {
      this.oldest[word] = next;
      if (next !== 0) entries[ENTRY * (next - 1) + YOUNGEST] = entries[entry + YOUNGEST]!;
      return;
    }
    let before = oldest;
    while (entries[ENTRY * before + YOUNGER] !== number + 1) before = entries[ENTRY * before + YOUNGER]! - 1;
    entries[ENTRY * before + YOUNGER] = next;
    if (next === 0) entries[ENTRY * oldest + YOUNGEST] = before;
  }

  /** Guest address of the oldest record of a word, 0 = none. */
  find(word: number): number {
    const found = this.oldest[word]!;
    return found === 0 ? 0 : this.buffer + (found - 1) * this.bytes;
  }

  /** How many records of the list are older than one; its guest address. */
  rank(record: number): number {
    const position = this.entries[ENTRY * this.numberOf(record) + POSITION]!;
    const word = position >>> 5;
    const group = position >>> 10;
    let older = populationCount(this.bits[word]! & ((1 << (position & 31)) - 1));
    for (let i = group << 5; i < word; i++) older += this.in32[i]!;
    for (let i = 0; i < group; i++) older += this.in1024[i]!;
    return older;
  }

  private numberOf(record: number): number {
    return ((record - this.buffer) / this.bytes) | 0;
  }

  private place(number: number, position: number): void {
    this.entries[ENTRY * number + POSITION] = position;
    this.records[position] = number;
    this.bits[position >>> 5]! |= 1 << (position & 31);
    this.in32[position >>> 5]!++;
    this.in1024[position >>> 10]!++;
  }

  /** Positions from 0 on, in the same order: at most a quarter of them is in use. */
  private renumber(): void {
    const { bits, records } = this;
    const live: number[] = [];
    for (let i = 0; i < this.end; i++) if ((bits[i >>> 5]! & (1 << (i & 31))) !== 0) live.push(records[i]!);
    bits.fill(0);
    this.in32.fill(0);
    this.in1024.fill(0);
    this.end = 0;
    for (const number of live) this.place(number, this.end++);
  }
}

function populationCount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
