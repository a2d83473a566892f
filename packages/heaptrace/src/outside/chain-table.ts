/**
 * Call chains, each kept once.
 *
 * A chain is a list of return addresses, innermost first. All chains lie one after the other in one typed array;
 * an open-addressing hash table over identifiers finds a chain that is already there.
 * Invariants: identifier 0 is the empty chain; chain `i` occupies `addresses[starts[i] .. starts[i + 1])`;
 * identifiers are given out densely in the order of first appearance and never change.
 */

/** Interning table of call chains. Interning a known chain allocates nothing. */
export class ChainTable {
  #addresses = new Uint32Array(4096);
  #starts = new Uint32Array(1024);
  #hashes = new Uint32Array(1024);
  /** An identifier in each slot, 0 = free slot (the empty chain is never looked up here). */
  #slots = new Uint32Array(2048);
  #count = 1;

  /** Number of chains including the empty one; valid identifiers are `0 … count - 1`. */
  get count(): number {
    return this.#count;
  }

  /**
   * The identifier of a chain, the same for the same return addresses.
   * @param chain - Return addresses (guest), innermost first.
   * @param length - How many of them belong to the chain.
   */
  intern(chain: ArrayLike<number>, length: number = chain.length): number {
    if (length === 0) return 0;
    // FNV-1a over words with a final mix: return addresses differ mostly in their low half.
    let hash = 0x811c9dc5 ^ length;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ chain[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id === 0) break;
      if (this.#hashes[id] === hash && this.#equals(id, chain, length)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(chain, length, hash, slot);
  }

  /** Number of return addresses in chain `id`; 0 for an identifier that was never given out. */
  depth(id: number): number {
    return id > 0 && id < this.#count ? this.#starts[id + 1]! - this.#starts[id]! : 0;
  }

  /** Return address number `index` (0 = innermost) of chain `id`; 0 when there is none. */
  at(id: number, index: number): number {
    return index >= 0 && index < this.depth(id) ? this.#addresses[this.#starts[id]! + index]! : 0;
  }

  /** All return addresses in the table, each once, ascending. */
  addresses(): number[] {
    const all = new Set<number>();
    for (let id = 1; id < this.count; id++)
      for (let i = this.depth(id) - 1; i >= 0; i--) all.add(this.at(id, i));
    return [...all].sort((a, b) => a - b);
  }

  /** The return addresses of chain `id`, innermost first, as a copy. */
  chain(id: number): number[] {
    if (this.depth(id) === 0) return [];
    return Array.from(this.#addresses.subarray(this.#starts[id], this.#starts[id + 1]));
  }

  #equals(id: number, chain: ArrayLike<number>, length: number): boolean {
    const start = this.#starts[id]!;
    if (this.#starts[id + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#addresses[start + i] !== chain[i]! >>> 0) return false;
    return true;
  }

  #add(chain: ArrayLike<number>, length: number, hash: number, slot: number): number {
    const id = this.#count++;
    if (id + 2 > this.#starts.length) {
      this.#starts = grown(this.#starts, id + 2);
      this.#hashes = grown(this.#hashes, id + 2);
    }
    const start = id === 1 ? 0 : this.#starts[id]!;
    if (start + length > this.#addresses.length) this.#addresses = grown(this.#addresses, start + length);
    for (let i = 0; i < length; i++) this.#addresses[start + i] = chain[i]!;
    this.#starts[id] = start;
    this.#starts[id + 1] = start + length;
    this.#hashes[id] = hash;
    this.#slots[slot] = id;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id < this.#count; id++) {
      let slot = this.#hashes[id]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function grown(array: Uint32Array, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, atLeast));
  larger.set(array);
  return larger;
}
