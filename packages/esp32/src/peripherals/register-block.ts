import type { DeviceHandler } from '@xtal/xtensa';

/** How software may use a field: `r` reads only, `w` writes only (reads as 0), `rw` both. */
export type FieldAccess = 'r' | 'w' | 'rw';

/** A register as the register table has it. */
export interface RegisterRow {
  readonly name: string;
  /** Bytes from the peripheral's base. */
  readonly offset: number;
  /** Value after reset. */
  readonly reset: number;
  /** Least bit, width in bits, access. */
  readonly fields: Readonly<Record<string, readonly [bit: number, width: number, access: FieldAccess]>>;
}

/** Mask of a field. */
export function fieldMask([bit, width]: readonly [bit: number, width: number, access: FieldAccess]): number {
  return ((width === 32 ? 0xffff_ffff : (1 << width) - 1) << bit) >>> 0;
}

/**
 * A peripheral's registers as storage: writes keep what the table says can be written, the rest reads as its reset
 * value. A peripheral overrides what a register does besides.
 */
export class RegisterBlock implements DeviceHandler {
  /** Register values by word. */
  protected readonly words: Uint32Array;
  private readonly rows: readonly (RegisterRow | undefined)[];
  private readonly writable: Uint32Array;

  /**
   * @param base guest address of the first register
   * @param size bytes
   */
  constructor(
    readonly base: number,
    readonly size: number,
    private readonly table: readonly RegisterRow[],
  ) {
    this.words = new Uint32Array(size >>> 2);
    this.writable = new Uint32Array(size >>> 2);
    const rows: (RegisterRow | undefined)[] = Array.from({ length: size >>> 2 });
    for (const row of table) {
      rows[row.offset >>> 2] = row;
      for (const field of Object.values(row.fields))
        if (field[2] === 'rw') this.writable[row.offset >>> 2]! |= fieldMask(field);
    }
    this.rows = rows;
    this.reset();
  }

  /** Puts all registers to their reset values. */
  reset(): void {
    for (const { offset, reset } of this.table) this.words[offset >>> 2] = reset;
  }

  /** Guest read; narrower ones take their part of the register. */
  read(address: number, size: 1 | 2 | 4): number {
    const offset = address - this.base;
    const row = this.rows[offset >>> 2];
    const value = row === undefined ? 0 : this.readRegister(row.name, this.words[offset >>> 2]!);
    const shifted = value >>> (8 * (offset & 3));
    return size === 4 ? shifted >>> 0 : shifted & (size === 1 ? 0xff : 0xffff);
  }

  /** Guest write; the bus of the peripherals carries whole words, so a narrower write leaves the rest as it reads. */
  write(address: number, size: 1 | 2 | 4, value: number): void {
    const offset = address - this.base;
    const row = this.rows[offset >>> 2];
    if (row === undefined) return;
    const shift = 8 * (offset & 3);
    const mask = size === 4 ? 0xffff_ffff : ((size === 1 ? 0xff : 0xffff) << shift) >>> 0;
    const whole = ((this.words[offset >>> 2]! & ~mask) | ((value << shift) & mask)) >>> 0;
    this.writeRegister(row.name, whole);
  }

  /** What reading a register gives; `stored` is its storage. */
  protected readRegister(_name: string, stored: number): number {
    return stored;
  }

  /** What writing a register does; the base stores the bits that can be written. */
  protected writeRegister(name: string, value: number): void {
    const index = this.indexOf(name);
    const writable = this.writable[index]!;
    this.words[index] = (this.words[index]! & ~writable) | (value & writable);
  }

  /** Stored value of a register by its name. */
  protected stored(name: string): number {
    return this.words[this.indexOf(name)]!;
  }

  private indexOf(name: string): number {
    return this.rows.findIndex((row) => row?.name === name);
  }
}
