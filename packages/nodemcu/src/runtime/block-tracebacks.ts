import type { HeapMemory } from '@xtal/heap';

/** The Lua traceback of each block that the on-device trace recorded, where the record itself does not keep it. */
export class BlockTracebacks {
  /** By word of memory: number of the traceback, 0 = none. */
  private ids = new Int32Array(0);
  private readonly base: number;

  /** @param memory the chip's */
  constructor(private readonly memory: HeapMemory) {
    this.base = memory.base;
  }

  /** The block at a guest address is recorded. */
  recorded(address: number, traceback: number): void {
    const word = (address - this.base) >>> 2;
    if (word >= this.ids.length) this.begin();
    this.ids[word] = traceback;
  }

  private begin(): void {
    this.ids = new Int32Array(this.memory.u32.length);
  }

  /** The traceback of the block at a guest address, 0 = none. */
  of(address: number): number {
    return this.ids[(address - this.base) >>> 2] ?? 0;
  }
}
