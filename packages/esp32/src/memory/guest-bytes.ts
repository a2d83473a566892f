import { ACCESS_FORBIDDEN, ACCESS_OK, FlatMemory, PAGE_READ, PAGE_WRITE } from '@xtal/xtensa';
import {
  CAUSE_LOAD_PROHIBITED,
  CAUSE_LOAD_STORE_ERROR,
  CAUSE_STORE_PROHIBITED,
  GuestFault,
} from '../guest-fault.js';

const PAGE_SHIFT = 12;
/** Longest string that a native function follows: the whole data memory of the chip and more. */
const LONGEST_STRING = 0x80_0000;

/**
 * Guest memory as native functions see it: every access obeys the guest's own rules, and what they forbid becomes a
 * {@link GuestFault}. Ranges of plain memory are served at once, the rest byte by byte.
 */
export class GuestBytes {
  constructor(readonly memory: FlatMemory) {}

  read8(address: number): number {
    const { memory } = this;
    if ((memory.pageClass[address >>> PAGE_SHIFT]! & PAGE_READ) !== 0)
      return memory.u8[(address - memory.base) >>> 0]!;
    return this.slowRead(address, 1);
  }

  read16(address: number): number {
    return this.slowRead(address, 2);
  }

  read32(address: number): number {
    const { memory } = this;
    if ((address & 3) === 0 && (memory.pageClass[address >>> PAGE_SHIFT]! & PAGE_READ) !== 0) {
      return memory.u32[((address - memory.base) >>> 0) >>> 2]!;
    }
    return this.slowRead(address, 4);
  }

  write8(address: number, value: number): void {
    const { memory } = this;
    if ((memory.pageClass[address >>> PAGE_SHIFT]! & PAGE_WRITE) !== 0)
      memory.u8[(address - memory.base) >>> 0] = value;
    else this.slowWrite(address, 1, value);
  }

  write16(address: number, value: number): void {
    this.slowWrite(address, 2, value);
  }

  write32(address: number, value: number): void {
    const { memory } = this;
    if ((address & 3) === 0 && (memory.pageClass[address >>> PAGE_SHIFT]! & PAGE_WRITE) !== 0) {
      memory.u32[((address - memory.base) >>> 0) >>> 2] = value;
    } else this.slowWrite(address, 4, value);
  }

  /** Host offset into `memory.u8` of a readable range without devices, aliases and word-only memory; -1 for others. */
  plainRead(address: number, length: number): number {
    return this.plain(address, length, PAGE_READ);
  }

  /** The same for a range that may also be written and holds no decoded code. */
  plainWrite(address: number, length: number): number {
    return this.plain(address, length, PAGE_WRITE);
  }

  /** Copies, also between overlapping ranges, as memmove does. */
  move(to: number, from: number, length: number): void {
    if (length === 0 || to === from) return;
    const source = this.plainRead(from, length);
    const target = this.plainWrite(to, length);
    if (source >= 0 && target >= 0) {
      this.memory.u8.copyWithin(target, source, source + length);
      return;
    }
    this.checkLength(to, length);
    // Word-only memory takes words where both sides are aligned, as the ROM's own copy does.
    const words = ((to | from) & 3) === 0 ? length & ~3 : 0;
    if ((to - from) >>> 0 >= length) {
      for (let i = 0; i < words; i += 4) this.write32((to + i) >>> 0, this.read32((from + i) >>> 0));
      for (let i = words; i < length; i++) this.write8((to + i) >>> 0, this.read8((from + i) >>> 0));
    } else {
      for (let i = length - 1; i >= words; i--) this.write8((to + i) >>> 0, this.read8((from + i) >>> 0));
      for (let i = words - 4; i >= 0; i -= 4) this.write32((to + i) >>> 0, this.read32((from + i) >>> 0));
    }
  }

  fill(address: number, length: number, value: number): void {
    if (length === 0) return;
    const target = this.plainWrite(address, length);
    if (target >= 0) {
      this.memory.u8.fill(value & 0xff, target, target + length);
      return;
    }
    this.checkLength(address, length);
    const words = (address & 3) === 0 ? length & ~3 : 0;
    const word = Math.imul(value & 0xff, 0x0101_0101);
    for (let i = 0; i < words; i += 4) this.write32((address + i) >>> 0, word);
    for (let i = words; i < length; i++) this.write8((address + i) >>> 0, value);
  }

  /** Bytes before the terminating zero, at most `limit`. */
  stringLength(address: number, limit = LONGEST_STRING): number {
    let length = 0;
    while (length < limit && this.read8((address + length) >>> 0) !== 0) length++;
    return length;
  }

  /** A copy of a range. */
  bytes(address: number, length: number): Uint8Array {
    const source = this.plainRead(address, length);
    if (source >= 0) return this.memory.u8.slice(source, source + length);
    this.checkLength(address, length);
    const copy = new Uint8Array(length);
    for (let i = 0; i < length; i++) copy[i] = this.read8((address + i) >>> 0);
    return copy;
  }

  /** A zero-terminated string, read as UTF-8. */
  cString(address: number): string {
    return new TextDecoder().decode(this.bytes(address, this.stringLength(address)));
  }

  private plain(address: number, length: number, bit: number): number {
    const { memory } = this;
    const last = address + length - 1;
    if (length <= 0 || last > 0xffff_ffff) return -1;
    for (let page = address >>> PAGE_SHIFT; page <= last >>> PAGE_SHIFT; page++) {
      if ((memory.pageClass[page]! & bit) === 0) return -1;
    }
    return (address - memory.base) >>> 0;
  }

  /** A range longer than all memory ends in a fault; finding that out must not take billions of steps. */
  private checkLength(address: number, length: number): void {
    if (length > this.memory.size) throw new GuestFault(CAUSE_STORE_PROHIBITED, address);
  }

  private slowRead(address: number, size: 1 | 2 | 4): number {
    const { memory } = this;
    const value = memory.slowRead(address, size);
    if (memory.fault !== ACCESS_OK) {
      throw new GuestFault(
        memory.fault === ACCESS_FORBIDDEN ? CAUSE_LOAD_STORE_ERROR : CAUSE_LOAD_PROHIBITED,
        address,
      );
    }
    return value;
  }

  private slowWrite(address: number, size: 1 | 2 | 4, value: number): void {
    const { memory } = this;
    memory.slowWrite(address, size, value);
    if (memory.fault !== ACCESS_OK) {
      throw new GuestFault(
        memory.fault === ACCESS_FORBIDDEN ? CAUSE_LOAD_STORE_ERROR : CAUSE_STORE_PROHIBITED,
        address,
      );
    }
  }
}
