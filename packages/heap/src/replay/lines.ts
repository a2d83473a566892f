/** Lines out of a stream of byte chunks, without a string per line. */
import { TraceError } from './errors.js';

/** Chunks of a file, in order; synchronous or not. */
export type ByteChunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Longer lines are refused; the longest of the known formats (a recorded dump text) stays well below. */
export const MAXIMUM_LINE = 4 << 20;

const decoder = new TextDecoder('utf-8', { fatal: false });

/**
 * A window on a byte stream that always ends at a line's end.
 *
 * Between calls of {@link more}, the bytes of `buffer` in [`position`, `limit`) are whole lines, each ended by 0x0A
 * (one is added to the last line of the file when it lacks it). The parser moves `position` and counts `line`.
 */
export class LineWindow {
  buffer: Uint8Array = new Uint8Array(0);
  position = 0;
  limit = 0;
  /** Number of the line at `position`, from 1. */
  line = 1;
  private end = 0;
  private finished = false;
  private readonly iterator: Iterator<Uint8Array> | AsyncIterator<Uint8Array>;

  constructor(
    chunks: ByteChunks,
    readonly name: string,
  ) {
    this.iterator =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  }

  /**
   * Reads until there is at least one more whole line.
   * @returns False at the end of the stream.
   * @throws {TraceError} for a line longer than {@link MAXIMUM_LINE}.
   */
  async more(): Promise<boolean> {
    while (this.position === this.limit) {
      if (this.finished) return false;
      const next = await this.iterator.next();
      if (next.done) {
        this.finished = true;
        if (this.end > this.limit) this.append(NEWLINE);
      } else if (next.value.length > 0) {
        this.append(next.value);
      }
    }
    return true;
  }

  private append(chunk: Uint8Array): void {
    const rest = this.end - this.position;
    if (rest + chunk.length > this.buffer.length) {
      const larger = new Uint8Array(Math.max(rest + chunk.length + 1, 2 * rest, 1 << 16));
      larger.set(this.buffer.subarray(this.position, this.end));
      this.buffer = larger;
    } else {
      this.buffer.copyWithin(0, this.position, this.end);
    }
    this.buffer.set(chunk, rest);
    this.position = 0;
    this.end = rest + chunk.length;
    // The rest held no line end, so only the new bytes can.
    const last = chunk.lastIndexOf(10);
    this.limit = last < 0 ? 0 : rest + last + 1;
    if (this.limit === 0 && this.end > MAXIMUM_LINE)
      throw new TraceError(
        this.name,
        this.line,
        'malformed',
        `line of more than ${MAXIMUM_LINE} bytes: not a trace of text lines`,
      );
  }

  /** Index of the 0x0A that ends the line at `position`. */
  lineEnd(): number {
    const { buffer } = this;
    let at = this.position;
    while (buffer[at] !== 10) at++;
    return at;
  }

  /** The bytes [start, end) as text, without a trailing carriage return. */
  text(start: number, end: number): string {
    if (end > start && this.buffer[end - 1] === 13) end--;
    return decoder.decode(this.buffer.subarray(start, end));
  }
}

const NEWLINE = Uint8Array.of(10);

/** A line as it may appear in a message: printable, short. */
export function quoteLine(text: string): string {
  const clean = text.replace(/[^\x20-\x7e]/g, '?');
  return clean.length > 60 ? `"${clean.slice(0, 57)}..."` : `"${clean}"`;
}
