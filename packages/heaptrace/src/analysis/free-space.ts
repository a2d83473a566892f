/**
 * The largest free range of a region at every moment, at a cost of O(log size) per block: a tree over words, each node
 * with the free words at its left end, at its right end, and in its longest run.
 */

/** Words that a leaf stands for; blocks of TLSF are multiples of a word. */
const WORD = 4;

/** Free space of one region. Everything is free at first. */
export class FreeSpace {
  readonly #leaves: number;
  readonly #words: number;
  readonly #left: Uint32Array;
  readonly #right: Uint32Array;
  readonly #longest: Uint32Array;
  /** Free words below each node. */
  readonly #free: Uint32Array;

  /**
   * @param start - First guest address.
   * @param size - Bytes, at most 2^28.
   */
  constructor(
    readonly start: number,
    size: number,
  ) {
    this.#words = Math.min(Math.floor(size / WORD), 1 << 26);
    let leaves = 1;
    while (leaves < this.#words) leaves *= 2;
    this.#leaves = leaves;
    this.#left = new Uint32Array(2 * leaves);
    this.#right = new Uint32Array(2 * leaves);
    this.#longest = new Uint32Array(2 * leaves);
    this.#free = new Uint32Array(2 * leaves);
    for (let leaf = 0; leaf < this.#words; leaf++) this.#setNode(leaves + leaf, 1);
    for (let node = leaves - 1, length = 2; node > 0; node--) {
      this.#combine(node, length / 2);
      if ((node & (node - 1)) === 0) length *= 2;
    }
  }

  /** Bytes in no block. */
  get freeBytes(): number {
    return this.#free[1]! * WORD;
  }

  /** Bytes of the longest run in no block. */
  get largestFree(): number {
    return this.#longest[1]! * WORD;
  }

  /** Takes `size` bytes from `address` out of the free space; parts outside of the region are ignored. */
  occupy(address: number, size: number): void {
    this.#assign(address, size, 0);
  }

  /** Gives them back. */
  release(address: number, size: number): void {
    this.#assign(address, size, 1);
  }

  #assign(address: number, size: number, free: 0 | 1): void {
    const first = Math.max(0, Math.floor((address - this.start) / WORD));
    const last = Math.min(this.#words, Math.ceil((address + size - this.start) / WORD));
    if (first < last) this.#set(1, 0, this.#leaves, first, last, free);
  }

  /** Sets words `first … last - 1` below `node`, which covers `length` words from `base`. */
  #set(node: number, base: number, length: number, first: number, last: number, free: 0 | 1): void {
    if (first <= base && base + length <= last) {
      this.#setNode(node, free ? length : 0);
      return;
    }
    const half = length / 2;
    // A node that is wholly free or wholly taken hands that down before its halves differ.
    const longest = this.#longest[node]!;
    if (longest === 0 || longest === length) {
      this.#setNode(node * 2, longest === 0 ? 0 : half);
      this.#setNode(node * 2 + 1, longest === 0 ? 0 : half);
    }
    if (first < base + half) this.#set(node * 2, base, half, first, last, free);
    if (last > base + half) this.#set(node * 2 + 1, base + half, half, first, last, free);
    this.#combine(node, half);
  }

  #setNode(node: number, words: number): void {
    this.#left[node] = words;
    this.#right[node] = words;
    this.#longest[node] = words;
    this.#free[node] = words;
  }

  #combine(node: number, half: number): void {
    const a = node * 2;
    const b = a + 1;
    this.#left[node] = this.#left[a] === half ? half + this.#left[b]! : this.#left[a]!;
    this.#right[node] = this.#right[b] === half ? half + this.#right[a]! : this.#right[b]!;
    this.#free[node] = this.#free[a]! + this.#free[b]!;
    const across = this.#right[a]! + this.#left[b]!;
    this.#longest[node] = Math.max(this.#longest[a]!, this.#longest[b]!, across);
  }
}
