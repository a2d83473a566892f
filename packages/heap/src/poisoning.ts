/**
 * Heap poisoning (`CONFIG_HEAP_POISONING_LIGHT` / `_COMPREHENSIVE`), IDF v5.1.3 multi_heap_poisoning.c.
 *
 *     block's payload:  | 0xABBA1234 | size asked | user data ... | 0xBAAD5678 | slack |
 *                         head (8 bytes)                           tail (4, unaligned allowed)
 *
 * @packageDocumentation
 */
import { hex, type HeapMemory } from './memory.js';

/** How much the allocator checks for overruns (`CONFIG_HEAP_POISONING_*`). */
export type Poisoning = 'none' | 'light' | 'comprehensive';

/** `sizeof(poison_head_t)`. */
export const POISON_HEAD = 8;
/** Head and tail together. */
export const POISON_OVERHEAD = 12;
/** Comprehensive: byte of memory that was given out and not written yet. */
export const MALLOC_FILL = 0xce;
/** Comprehensive: byte of free memory. */
export const FREE_FILL = 0xfe;

const HEAD_CANARY = 0xabba1234;
const TAIL_CANARY = 0xbaad5678;

/** Writes and verifies poison in one guest memory; what it finds is printed as `esp_rom_printf` would. */
export class PoisonWriter {
  private readonly u8: Uint8Array;
  private readonly u32: Uint32Array;
  private readonly base: number;

  constructor(
    memory: HeapMemory,
    private readonly print: (text: string) => void,
  ) {
    this.u8 = memory.u8;
    this.u32 = memory.u32;
    this.base = memory.base;
  }

  private byte(address: number): number {
    return this.u8[(address - this.base) >>> 0] ?? 0;
  }

  /** A word at any address, 0 outside memory. */
  private word(address: number): number {
    if ((address & 3) === 0) return this.u32[(address - this.base) >>> 2] ?? 0;
    const high = (this.byte(address + 3) << 24) | (this.byte(address + 2) << 16);
    return (high | (this.byte(address + 1) << 8) | this.byte(address)) >>> 0;
  }

  private setWord(address: number, value: number): void {
    if ((address & 3) === 0) {
      this.u32[(address - this.base) >>> 2] = value;
      return;
    }
    const at = (address - this.base) >>> 0;
    this.u8[at] = value;
    this.u8[at + 1] = value >>> 8;
    this.u8[at + 2] = value >>> 16;
    this.u8[at + 3] = value >>> 24;
  }

  /** Size asked for, from the head of a user address. */
  sizeAsked(data: number): number {
    return this.word(data - 4);
  }

  /** `poison_allocated_region`: writes head and tail; returns the user address. */
  poison(head: number, size: number): number {
    this.setWord(head + 4, size);
    this.setWord(head, HEAD_CANARY);
    this.setWord(head + POISON_HEAD + size, TAIL_CANARY);
    return head + POISON_HEAD;
  }

  /** `verify_allocated_region`: the head's address, or 0 when a canary is bad. */
  verify(data: number, printErrors: boolean): number {
    const head = (data - POISON_HEAD) >>> 0;
    const headCanary = this.word(head);
    if (headCanary !== HEAD_CANARY) {
      if (printErrors) this.report('Bad head', head, hex(HEAD_CANARY), hex(headCanary));
      return 0;
    }
    const tail = (data + this.word(head + 4)) >>> 0;
    const tailCanary = this.word(tail);
    if (tailCanary !== TAIL_CANARY) {
      if (printErrors) this.report('Bad tail', tail, hex(TAIL_CANARY), hex(tailCanary));
      return 0;
    }
    return head;
  }

  private report(what: string, address: number, expected: string, got: string): void {
    this.print(`CORRUPT HEAP: ${what} at 0x${hex(address)}. Expected 0x${expected} got 0x${got}\n`);
  }

  /** Sets bytes, as far as they lie in memory. */
  fill(address: number, size: number, value: number): void {
    const { u8, base } = this;
    const start = (address - base) >>> 0;
    if (start < u8.length) u8.fill(value, start, start + size);
  }

  /**
   * `verify_fill_pattern` for free memory: expects 0xFE in [data, data + size); with `swap` turns it into 0xCE, until the
   * first wrong word or byte. The byte loop prints address and value of its start, not of the bad byte, as IDF does.
   */
  verifyFreeFill(data: number, size: number, printErrors: boolean, swap: boolean): boolean {
    const { u8, u32, base } = this;
    let valid = true;
    let swapping = swap;
    let at = data;
    // bytes behind the end of memory cannot be compared one by one when a corrupt size says 4 GiB
    const inside = Math.max(0, u8.length - ((data - base) >>> 0));
    if (size > inside) {
      if (printErrors) this.report('Invalid data', (data + inside) >>> 0, 'fefefefe', '00000000');
      return false;
    }
    let left = size;
    if ((data & 3) === 0) {
      for (; left >= 4; left -= 4, at += 4) {
        const index = (at - base) >>> 2;
        const value = u32[index]!;
        if (value !== 0xfefefefe) {
          if (printErrors) this.report('Invalid data', at, 'fefefefe', hex(value));
          valid = false;
          swapping = false;
        }
        if (swapping) u32[index] = 0xcececece;
      }
    }
    for (let i = 0; i < left; i++) {
      if (this.byte(at + i) !== FREE_FILL) {
        if (printErrors) this.report('Invalid data', at, 'fe', hex(this.byte(at), 2));
        valid = false;
        swapping = false;
      }
      if (swapping) u8[(at + i - base) >>> 0] = MALLOC_FILL;
    }
    return valid;
  }

  /** `multi_heap_internal_check_block_poisoning`, the hook of the integrity check. */
  checkBlock(
    start: number,
    size: number,
    free: boolean,
    comprehensive: boolean,
    printErrors: boolean,
  ): boolean {
    if (free) return !comprehensive || this.verifyFreeFill(start, size, printErrors, false);
    const head = this.verify(start + POISON_HEAD, printErrors);
    if (head === 0) return false;
    const asked = this.word(head + 4);
    const room = (size - POISON_OVERHEAD) >>> 0;
    if (asked <= room) return true;
    if (printErrors) {
      this.print(`CORRUPT HEAP: Size at 0x${hex(head + 4)} expected <=0x${hex(room)} got 0x${hex(asked)}\n`);
    }
    return false;
  }
}
