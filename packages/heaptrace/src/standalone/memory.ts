import type { HeapMemory } from '@xtal/heap';
import { hexAddress } from '@xtal/xtensa';
import type { RecordLayout } from './layout.js';
import { OwnedRecords } from './owned-records.js';

/** What the recorder would have done to the device instead of returning. */
export type TraceFaultKind = 'LoadProhibited' | 'StoreProhibited' | 'assert' | 'endless loop';

/**
 * The recorder's data in guest memory is such that IDF's code would crash, fail an assertion or never return:
 * records freed while in use, overwritten links, `heap_trace_resume` without a start.
 */
export class HeapTraceFault extends Error {
  constructor(
    readonly kind: TraceFaultKind,
    /** Guest address that was touched, or 0. */
    readonly address: number,
    /** Function of heap_trace_standalone.c. */
    readonly functionName: string,
    detail: string,
  ) {
    super(
      kind === 'assert'
        ? `assert failed: ${functionName} heap_trace_standalone.c (${detail})`
        : `${functionName}: ${kind} at ${hexAddress(address)} (${detail})`,
    );
    this.name = 'HeapTraceFault';
  }
}

/** Word access to guest memory with the faults that a wild pointer would have. */
export class TraceMemory {
  private readonly base: number;
  private readonly u8: Uint8Array;
  private readonly u32: Uint32Array;
  private readonly i32: Int32Array;
  /** Bytes of the window. */
  readonly size: number;
  /** Function that faults are charged to. */
  functionName = '';
  /** Records that the last {@link find} passed over. */
  walked = 0;

  constructor(memory: HeapMemory) {
    this.base = memory.base >>> 0;
    this.u8 = memory.u8;
    this.u32 = memory.u32;
    this.i32 = new Int32Array(this.u32.buffer, this.u32.byteOffset, this.u32.length);
    this.size = memory.u8.length;
  }

  read(address: number): number {
    const offset = (address - this.base) >>> 0;
    if (offset > this.size - 4) this.fault('LoadProhibited', address);
    if ((offset & 3) === 0) return this.u32[offset >>> 2]!;
    const u8 = this.u8;
    return (u8[offset]! | (u8[offset + 1]! << 8) | (u8[offset + 2]! << 16) | (u8[offset + 3]! << 24)) >>> 0;
  }

  write(address: number, value: number): void {
    const offset = (address - this.base) >>> 0;
    if (offset > this.size - 4) this.fault('StoreProhibited', address);
    if ((offset & 3) === 0) {
      this.u32[offset >>> 2] = value;
      return;
    }
    for (let i = 0; i < 4; i++) this.u8[offset + i] = value >>> (8 * i);
  }

  /** Writes words one behind the other. */
  writeAll(address: number, values: Uint32Array): void {
    const offset = (address - this.base) >>> 0;
    const first = offset >>> 2;
    if ((offset & 3) === 0 && first + values.length <= this.u32.length)
      for (let i = 0; i < values.length; i++) this.u32[first + i] = values[i]!;
    else for (let i = 0; i < values.length; i++) this.write(address + 4 * i, values[i]!);
  }

  /** Writes `words` zeros. */
  writeZeros(address: number, words: number): void {
    const offset = (address - this.base) >>> 0;
    const first = offset >>> 2;
    if ((offset & 3) === 0 && first + words <= this.u32.length)
      for (let i = 0; i < words; i++) this.u32[first + i] = 0;
    else for (let i = 0; i < words; i++) this.write(address + 4 * i, 0);
  }

  /**
   * Follows a linked list from `record` to the first record whose word at `field` is `value`.
   * @returns the record, 0 at the list's end, -1 when there are more than `limit`; {@link walked} says how many were passed
   */
  find(record: number, link: number, field: number, value: number, limit: number): number {
    const { u32, base } = this;
    const end = this.size - 4;
    value >>>= 0;
    let walked = 0;
    while (record !== 0) {
      const at = (record - base + field) >>> 0;
      const next = (record - base + link) >>> 0;
      const easy = ((at | next) & 3) === 0 && at <= end && next <= end;
      if ((easy ? u32[at >>> 2]! : this.read(record + field)) === value) break;
      if (walked > limit) {
        record = -1;
        break;
      }
      record = easy ? u32[next >>> 2]! : this.read(record + link);
      walked++;
    }
    this.walked = walked;
    return record;
  }

  /** The same memory for records that nobody else can write to. */
  own(state: number, layout: RecordLayout): OwnedRecords {
    return new OwnedRecords(this.i32, this.base, this.word(state), layout);
  }

  /** Number of the aligned word at an address, -1 where there is none. */
  word(address: number): number {
    const offset = (address - this.base) >>> 0;
    return (offset & 3) === 0 && offset < this.size ? offset >>> 2 : -1;
  }

  /** memset(address, 0, bytes). Writes what lies inside the window before it faults, as a real store loop does. */
  clear(address: number, bytes: number): void {
    const offset = (address - this.base) >>> 0;
    if (bytes === 0) return;
    if (offset >= this.size) this.fault('StoreProhibited', address);
    const end = offset + bytes;
    this.u8.fill(0, offset, Math.min(end, this.size));
    if (end > this.size) this.fault('StoreProhibited', this.base + this.size);
  }

  /** memmove(to, from, bytes). */
  move(to: number, from: number, bytes: number): void {
    const source = (from - this.base) >>> 0;
    const target = (to - this.base) >>> 0;
    if (source + bytes > this.size) this.fault('LoadProhibited', from);
    if (target + bytes > this.size) this.fault('StoreProhibited', to);
    this.u8.copyWithin(target, source, source + bytes);
  }

  private fault(kind: 'LoadProhibited' | 'StoreProhibited', address: number): never {
    throw new HeapTraceFault(kind, address >>> 0, this.functionName, 'outside guest memory');
  }
}
