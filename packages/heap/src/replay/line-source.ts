/** Frame of all readers of line-based traces. */
import { ProblemLog, TraceError, type TraceProblemKind } from './errors.js';
import { quoteLine, type LineWindow } from './lines.js';
import type { OperationBatch, OperationSource, TraceHeader } from './operations.js';

/** Largest number that fits a 32-bit field of an operation. */
export const MAXIMUM_WORD = 0xffff_ffff;

/** Reads operations line by line; a format says what one line means and what has to hold at the end. */
export abstract class LineSource implements OperationSource {
  abstract readonly header: TraceHeader;
  private ended = false;
  /** A problem that is thrown by the next read. */
  private pending: TraceError | undefined;
  /** Rows of the batch that come from lines without a problem. */
  private whole = 0;
  /** Position in the line that is being parsed, for {@link unsigned}. */
  protected at = 0;
  private end = 0;

  constructor(
    protected readonly window: LineWindow,
    protected readonly problems: ProblemLog,
  ) {}

  get name(): string {
    return this.window.name;
  }

  /** Parses the line [start, end) of the window's buffer and appends what it says to `batch` (one operation at most). */
  protected abstract parseLine(start: number, end: number, batch: OperationBatch): void;
  /** A format's quick way over lines without anything unusual: takes none, or as many as follow each other. */
  protected parsePlainLines(_batch: OperationBatch): void {
    // By default every line goes through parseLine.
  }
  /** Called once after the last line. */
  protected abstract finish(): void;

  async read(batch: OperationBatch): Promise<number> {
    batch.count = 0;
    if (this.pending) throw this.pending;
    try {
      await this.fill(batch);
    } catch (error) {
      // What came before the problem goes first: it may be contradictory, and then that is the first problem.
      if (!(error instanceof TraceError) || this.whole === 0) throw error;
      this.pending = error;
      batch.count = this.whole;
    }
    return batch.count;
  }

  private async fill(batch: OperationBatch): Promise<void> {
    const { window } = this;
    this.whole = 0;
    while (!this.ended && batch.count < batch.capacity) {
      if (window.position === window.limit && !(await this.more())) {
        this.ended = true;
        this.finish();
        break;
      }
      while (window.position < window.limit && batch.count < batch.capacity) {
        this.parsePlainLines(batch);
        this.whole = batch.count;
        if (window.position === window.limit || batch.count === batch.capacity) break;
        const end = window.lineEnd();
        this.at = window.position;
        this.end = end;
        this.parseLine(window.position, end, batch);
        this.whole = batch.count;
        window.position = end + 1;
        window.line++;
      }
    }
  }

  private async more(): Promise<boolean> {
    try {
      return await this.window.more();
    } catch (error) {
      // The rest cannot be read (damaged gzip data, an endless line): with keepGoing the trace ends here.
      if (!(error instanceof TraceError)) throw error;
      this.problems.report(error);
      return false;
    }
  }

  /** Reports a problem of the current line; returns only when the log keeps going. */
  protected problem(kind: TraceProblemKind, detail: string): void {
    this.problems.report(new TraceError(this.name, this.window.line, kind, detail));
  }

  /** Reports that the current line is not of the format. */
  protected malformed(start: number, end: number, expected: string): void {
    this.problem('malformed', `expected ${expected}, got ${quoteLine(this.window.text(start, end))}`);
  }

  /** Moves over blanks; false at the end of the line. */
  protected skipBlanks(): boolean {
    const { buffer } = this.window;
    while (this.at < this.end) {
      const byte = buffer[this.at]!;
      if (byte !== 32 && byte !== 9 && byte !== 13) return true;
      this.at++;
    }
    return false;
  }

  /**
   * Reads a decimal or 0x number at the current position, which must end at a blank or the line's end.
   * @returns -1 when there is none; a value above 2^53 is not exact, which no caller takes.
   */
  protected unsigned(): number {
    const { buffer } = this.window;
    let at = this.at;
    let byte = buffer[at]!;
    if (byte === 48 && (buffer[at + 1]! | 32) === 120) return this.hexadecimal();
    let value = 0;
    const start = at;
    while (byte >= 48 && byte <= 57) {
      value = value * 10 + (byte - 48);
      byte = buffer[++at]!;
    }
    if (at === start || (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9)) return -1;
    this.at = at;
    return value;
  }

  private hexadecimal(): number {
    const { buffer } = this.window;
    let at = this.at + 2;
    let value = 0;
    for (; ; at++) {
      const byte = buffer[at]!;
      if (byte >= 48 && byte <= 57) value = value * 16 + byte - 48;
      else if ((byte | 32) >= 97 && (byte | 32) <= 102) value = value * 16 + (byte | 32) - 87;
      else break;
    }
    const byte = buffer[at]!;
    if (at === this.at + 2 || (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9)) return -1;
    this.at = at;
    return value;
  }
}
