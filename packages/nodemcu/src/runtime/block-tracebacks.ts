import type { HeapMemory } from '@xtal/heap';

/** The Lua traceback of each block that was allocated while the on-device trace recorded. */
export class BlockTracebacks {
  /** By word of memory: number of the traceback, 0 = none. */
  private ids = new Int32Array(0);

  /** @param memory the chip's */
  constructor(private readonly memory: HeapMemory) {}

  /** The block at a guest address is recorded. */
  recorded(address: number, traceback: number): void {
    if (this.ids.length === 0) this.ids = new Int32Array(this.memory.u32.length);
    this.ids[(address - this.memory.base) >>> 2] = traceback;
  }

  /** The traceback of the block at a guest address, 0 = none. */
  of(address: number): number {
    return this.ids[(address - this.memory.base) >>> 2] ?? 0;
  }
}
