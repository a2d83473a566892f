/**
 * Numbers for the page: columns of varints one after the other, compressed, as base64. `assets/report/10-data.js` reads
 * what this writes.
 */
import { deflateRawSync } from 'node:zlib';
import { ByteWriter } from '../outside/byte-writer.js';

/** Writes columns in the order in which the page reads them. */
export class ColumnWriter {
  readonly #out = new ByteWriter(1 << 16);

  /** Whole numbers from 0, as they are. */
  plain(values: ArrayLike<number>): void {
    this.#start(values.length);
    for (let i = 0; i < values.length; i++) this.#out.varint(values[i]!);
  }

  /** Whole numbers whose differences from one to the next are small; may be negative. */
  deltas(values: ArrayLike<number>): void {
    this.#start(values.length);
    let last = 0;
    for (let i = 0; i < values.length; i++) {
      this.#out.zigzag(values[i]! - last);
      last = values[i]!;
    }
  }

  /** All columns, compressed, in base64. */
  finish(): string {
    return deflateRawSync(this.#out.view(), { level: 6 }).toString('base64');
  }

  #start(count: number): void {
    this.#out.reserve(10 + count * 9);
    this.#out.varint(count);
  }
}
