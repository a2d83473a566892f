/** Receives what the guest prints, in chunks. */
export type ConsoleSink = (bytes: Uint8Array) => void;

const CHUNK = 4096;
const NEWLINE = 10;
/** Longest text that `watch` looks for. */
const LONGEST_WATCHED = 4096;

/**
 * The guest's console: bytes from UART0, from semihosting writes and from native printing, in one stream. They are
 * handed on at each end of line and whenever the machine stops.
 */
export class GuestConsole {
  private readonly chunk = new Uint8Array(CHUNK);
  private used = 0;
  private readonly watches: { text: Uint8Array; matched: number; seen: () => void }[] = [];

  constructor(private readonly sink: ConsoleSink | undefined) {}

  /** One byte from the guest. */
  write(byte: number): void {
    this.chunk[this.used++] = byte;
    if (this.watches.length > 0) this.match(byte & 0xff);
    if (byte === NEWLINE || this.used === CHUNK) this.flush();
  }

  /** Hands on what has been collected. */
  flush(): void {
    if (this.used === 0) return;
    const bytes = this.chunk.slice(0, this.used);
    this.used = 0;
    this.sink?.(bytes);
  }

  /**
   * Calls `seen` each time a text (UTF-8) goes by.
   *
   * @returns a function that ends the watch
   * @throws RangeError for an empty or absurdly long text
   */
  watch(text: string, seen: () => void): () => void {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length === 0 || bytes.length > LONGEST_WATCHED) {
      throw new RangeError(`text to watch for has ${bytes.length} bytes, expected 1 to ${LONGEST_WATCHED}`);
    }
    const watch = { text: bytes, matched: 0, seen };
    this.watches.push(watch);
    return () => {
      this.watches.splice(this.watches.indexOf(watch), 1);
    };
  }

  private match(byte: number): void {
    for (const watch of this.watches.slice()) {
      // Shorten the match until the byte continues it: the longest prefix of the text that ends here.
      while (watch.matched > 0 && watch.text[watch.matched] !== byte)
        watch.matched = border(watch.text, watch.matched);
      if (watch.text[watch.matched] === byte) watch.matched++;
      if (watch.matched < watch.text.length) continue;
      watch.matched = border(watch.text, watch.matched);
      watch.seen();
    }
  }
}

/** Length of the longest proper prefix of text[0, length) that also ends it. */
function border(text: Uint8Array, length: number): number {
  for (let size = length - 1; size > 0; size--) {
    let equal = true;
    for (let i = 0; equal && i < size; i++) equal = text[i] === text[length - size + i];
    if (equal) return size;
  }
  return 0;
}
