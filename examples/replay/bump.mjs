/**
 * An allocator of one's own for `xtal replay --allocator ./examples/replay/bump.mjs`: a bump pointer that takes the last
 * block back, and starts anew when everything was freed. All state is in guest memory:
 *
 *     base      address of the next block      base+4   number of live blocks
 *     block     payload bytes, then the payload
 */
class Bump {
  name = 'bump';

  constructor(memory, base, size) {
    this.words = memory.u32;
    this.origin = memory.base;
    this.base = base;
    this.end = base + size;
    this.store(base, base + 8);
  }

  load(address) {
    return this.words[(address - this.origin) >>> 2];
  }

  store(address, value) {
    this.words[(address - this.origin) >>> 2] = value;
  }

  malloc(size) {
    const block = this.load(this.base);
    const next = block + 4 + Math.ceil(size / 4) * 4;
    if (size === 0 || next > this.end) return 0;
    this.store(block, next - block - 4);
    this.store(this.base, next);
    this.store(this.base + 4, this.load(this.base + 4) + 1);
    return block + 4;
  }

  free(address) {
    if (address === 0) return;
    const live = this.load(this.base + 4) - 1;
    this.store(this.base + 4, live);
    if (live === 0) this.store(this.base, this.base + 8);
    else if (address + this.allocatedSize(address) === this.load(this.base))
      this.store(this.base, address - 4);
  }

  realloc(address, size) {
    if (address === 0) return this.malloc(size);
    if (size <= this.allocatedSize(address)) return address;
    const moved = this.malloc(size);
    if (moved === 0) return 0;
    for (let offset = 0; offset < this.allocatedSize(address); offset += 4)
      this.store(moved + offset, this.load(address + offset));
    this.free(address);
    return moved;
  }

  alignedAlloc(alignment, size) {
    if (alignment <= 4) return this.malloc(size);
    const block = this.load(this.base);
    const gap = alignment - ((block + 4) % alignment);
    if (block + gap + 4 + size > this.end) return 0;
    this.store(this.base, block + gap);
    return this.malloc(size);
  }

  allocatedSize(address) {
    return this.load(address - 4);
  }

  *blocks() {}

  check() {
    return [];
  }

  stats() {
    const free = this.end - this.load(this.base);
    return {
      freeBytes: free,
      allocatedBytes: this.load(this.base) - this.base - 8,
      largestFree: free,
      minimumFree: -1,
      freeBlocks: 1,
      allocatedBlocks: this.load(this.base + 4),
      overheadBytes: 8,
    };
  }
}

export default { name: 'bump', create: (memory, base, size) => new Bump(memory, base, size) };
