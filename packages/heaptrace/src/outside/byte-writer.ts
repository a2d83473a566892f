/** A growing byte buffer with the number encodings of the outside trace. */

const encoder = new TextEncoder();

/** Appends numbers and strings to a reused buffer. */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1 << 12) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes room for `count` more bytes; the methods below do not check. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  u8(value: number): void {
    this.bytes[this.length++] = value;
  }

  u16(value: number): void {
    this.bytes[this.length++] = value;
    this.bytes[this.length++] = value >>> 8;
  }

  u32(value: number): void {
    this.u16(value);
    this.u16(value >>> 16);
  }

  /** LEB128 of a whole number from 0 to 2^53 - 1: at most 8 bytes. */
  varint(value: number): void {
    const bytes = this.bytes;
    let at = this.length;
    while (value > 0x7fffffff) {
      bytes[at++] = (value % 128) | 0x80;
      value = Math.floor(value / 128);
    }
    while (value > 0x7f) {
      bytes[at++] = (value & 0x7f) | 0x80;
      value >>>= 7;
    }
    bytes[at++] = value;
    this.length = at;
  }

  /** A signed whole number: 0, -1, 1, -2, … become 0, 1, 2, 3, … */
  zigzag(value: number): void {
    this.varint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  /** Length in bytes, then UTF-8. Reserves its own room. */
  string(text: string): void {
    const bytes = encoder.encode(text);
    this.reserve(bytes.length + 8);
    this.varint(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written, as a view that the next write may overwrite. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
