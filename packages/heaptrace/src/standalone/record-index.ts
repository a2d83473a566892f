/**
 * What a walk over the recorder's list would find, without the walk: the oldest record of an address, and how many
 * records are older than one. The price of a free is that of the walk, so the number matters.
 *
 * Records get rising positions when they are appended; a bit says that the record of a position is in the list, and sums
 * over 32 and 1024 bits say how many. When the positions are used up, the records are numbered anew.
 */
export class RecordIndex {
  private readonly buffer: number;
  private readonly bytes: number;
  /** By word of guest memory: the first record of that address, as number + 1; 0 = none. */
  private readonly oldest: Int32Array;
  /** By number of a record: the next younger one of the same address, as number + 1. */
  private readonly younger: Int32Array;
  private readonly positions: Int32Array;
  /** By position: number of the record. */
  private readonly records: Int32Array;
  private readonly bits: Uint32Array;
  private readonly in32: Uint8Array;
  private readonly in1024: Uint16Array;
  private end = 0;

  /**
   * An index of an empty list.
   * @param buffer guest address of the records
   * @param bytes size of one
   * @param words words of guest memory
   */
  constructor(buffer: number, bytes: number, capacity: number, words: number) {
    this.buffer = buffer;
    this.bytes = bytes;
    this.oldest = new Int32Array(words);
    this.younger = new Int32Array(capacity);
    this.positions = new Int32Array(capacity);
    const size = Math.ceil(Math.max(1024, 4 * capacity) / 1024) * 1024;
    this.records = new Int32Array(size);
    this.bits = new Uint32Array(size / 32);
    this.in32 = new Uint8Array(size / 32);
    this.in1024 = new Uint16Array(size / 1024);
  }

  /** @param word number of the word of memory that was allocated, -1 for an address that is not aligned */
  append(record: number, word: number): void {
    if (this.end === this.records.length) this.renumber();
    const number = this.numberOf(record);
    this.place(number, this.end++);
    if (word < 0) return;
    this.younger[number] = 0;
    let last = this.oldest[word]!;
    if (last === 0) {
      this.oldest[word] = number + 1;
      return;
    }
    for (let next: number; (next = this.younger[last - 1]!) !== 0;) last = next;
    this.younger[last - 1] = number + 1;
  }

  /** @param word as in {@link append} */
  remove(record: number, word: number): void {
    const number = this.numberOf(record);
    const position = this.positions[number]!;
    this.bits[position >>> 5]! &= ~(1 << (position & 31));
    this.in32[position >>> 5]!--;
    this.in1024[position >>> 10]!--;
    if (word < 0) return;
    const next = this.younger[number]!;
    let at = this.oldest[word]!;
    if (at === number + 1) {
      this.oldest[word] = next;
      return;
    }
    while (at !== 0 && this.younger[at - 1] !== number + 1) at = this.younger[at - 1]!;
    if (at !== 0) this.younger[at - 1] = next;
  }

  /** The oldest record of an address, 0 = none. */
  find(word: number): number {
    const found = this.oldest[word]!;
    return found === 0 ? 0 : this.buffer + (found - 1) * this.bytes;
  }

  /** How many records of the list are older. */
  rank(record: number): number {
    const position = this.positions[this.numberOf(record)]!;
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
    this.positions[number] = position;
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
