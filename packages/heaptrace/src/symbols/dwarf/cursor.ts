/** Reads DWARF sections with every access checked. All input is hostile until read here. */

/** What is wrong with debug information, and where. */
export class DwarfError extends Error {
  constructor(
    readonly section: string,
    /** Byte offset in the section. */
    readonly offset: number,
    readonly problem: string,
  ) {
    super(`${section} at 0x${offset.toString(16)}: ${problem}`);
    this.name = 'DwarfError';
  }
}

/** A section's name and contents; missing sections are empty. */
export interface DwarfSection {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const decoder = new TextDecoder();

/** A position in a section. Little-endian, as all ESP32 code is. */
export class DwarfCursor {
  readonly #bytes: Uint8Array;

  /**
   * @param section - What to read.
   * @param at - Where to begin.
   * @param end - First byte not to be read; default: the section's end.
   */
  constructor(
    readonly section: DwarfSection,
    public at: number,
    readonly end: number = section.bytes.length,
  ) {
    this.#bytes = section.bytes;
    if (!(end <= section.bytes.length)) this.fail(`ends at 0x${end.toString(16)}, beyond the section`, at);
    if (!(at >= 0 && at <= end)) this.fail('offset beyond the section', at);
  }

  /** True when nothing is left. */
  get done(): boolean {
    return this.at >= this.end;
  }

  /** @throws {DwarfError} always. */
  fail(problem: string, at = this.at): never {
    throw new DwarfError(this.section.name, at, problem);
  }

  skip(count: number): void {
    if (!(count >= 0 && count <= this.end - this.at))
      this.fail(`${count} bytes expected, ${this.end - this.at} left`);
    this.at += count;
  }

  u8(): number {
    this.skip(1);
    return this.#bytes[this.at - 1]!;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  u16(): number {
    this.skip(2);
    return this.#bytes[this.at - 2]! | (this.#bytes[this.at - 1]! << 8);
  }

  u24(): number {
    return this.u16() | (this.u8() << 16);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  /** A 64-bit number; beyond 2^53 it is rounded, which no offset or address of an ESP32 reaches. */
  u64(): number {
    return this.u32() + this.u32() * 0x1_0000_0000;
  }

  /** An unsigned number of `size` bytes. */
  unsigned(size: number): number {
    switch (size) {
      case 1:
        return this.u8();
      case 2:
        return this.u16();
      case 3:
        return this.u24();
      case 4:
        return this.u32();
      case 8:
        return this.u64();
      default:
        return this.fail(`numbers of ${size} bytes are not supported`);
    }
  }

  uleb(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 16; count++) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    return this.fail('a LEB128 number of more than 16 bytes');
  }

  sleb(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 16; count++) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) return (byte & 0x40) !== 0 ? value - scale : value;
    }
    return this.fail('a LEB128 number of more than 16 bytes');
  }

  /** A string that a zero byte ends. */
  cString(): string {
    const start = this.at;
    const end = this.#bytes.indexOf(0, start);
    if (end < 0 || end >= this.end) this.fail('a string without an end');
    this.at = end + 1;
    return decoder.decode(this.#bytes.subarray(start, end));
  }

  skipString(): void {
    const end = this.#bytes.indexOf(0, this.at);
    if (end < 0 || end >= this.end) this.fail('a string without an end');
    this.at = end + 1;
  }

  /** A unit's length: 4 bytes, or 0xffffffff and 8 bytes. */
  unitLength(): { length: number; offsetSize: 4 | 8 } {
    const length = this.u32();
    if (length < 0xfffffff0) return { length, offsetSize: 4 };
    if (length !== 0xffffffff) this.fail(`reserved unit length 0x${length.toString(16)}`, this.at - 4);
    return { length: this.u64(), offsetSize: 8 };
  }
}
