/**
 * `xtal-alloc-1`, xtal's own allocation trace: text, one operation a line. `docs/formats.md` has the definition.
 */
import type { ProblemLog } from './errors.js';
import { LineSource, MAXIMUM_WORD } from './line-source.js';
import type { LineWindow } from './lines.js';
import { Op, OperationFlag, type OperationBatch, type TraceHeader } from './operations.js';

/** First line of the format; the number is the version. */
export const TEXT_TRACE_MAGIC = 'xtal-alloc';
/** The version that is read and written. */
export const TEXT_TRACE_VERSION = 1;

/** Header keys and the largest value of each. */
const HEADER_KEYS: Record<string, number> = {
  base: MAXIMUM_WORD,
  size: MAXIMUM_WORD,
  clock: 1e12,
};

const EXPECTED =
  '"m ID SIZE", "c ID COUNT SIZE", "a ID ALIGNMENT SIZE", "r ID SIZE", "R ID SIZE", "f ID" or "f -"';

/** Reads `xtal-alloc-1`. Header lines are known after the first operation was read. */
export class TextTraceSource extends LineSource {
  private readonly values: Record<string, number> = {};
  private sawMagic = false;
  private sawOperation = false;
  private announced = -1;
  private operations = 0;

  constructor(window: LineWindow, problems: ProblemLog) {
    super(window, problems);
  }

  get header(): TraceHeader {
    const { base, size, clock } = this.values;
    return {
      format: 'xtal-alloc-1',
      ...(base !== undefined ? { base } : {}),
      ...(size !== undefined ? { size } : {}),
      ...(clock !== undefined ? { clockHz: clock } : {}),
    };
  }

  protected override parseLine(start: number, end: number, batch: OperationBatch): void {
    if (!this.skipBlanks()) return;
    const { buffer } = this.window;
    if (!this.sawMagic) return this.parseMagic(start, end);
    const letter = buffer[this.at]!;
    if (letter === 35) return; // '#'
    if (this.announced >= 0) return this.malformed(start, end, 'nothing after the line "end"');
    const next = buffer[this.at + 1]!;
    if (next !== 32 && next !== 9) return this.parseWord(start, end);
    this.at++;
    this.skipBlanks();
    let op: number = Op.none;
    let flags = 0;
    switch (letter) {
      case 109:
        op = Op.malloc;
        break;
      case 99:
        op = Op.calloc;
        break;
      case 97:
        op = Op.aligned;
        break;
      case 114:
        op = Op.realloc;
        break;
      case 82:
        op = Op.realloc;
        flags = OperationFlag.nullPointer;
        break;
      case 102:
        op = Op.free;
        if (buffer[this.at] === 45) {
          flags = OperationFlag.nullPointer;
          this.at++;
        }
        break;
    }
    if (op === Op.none) return this.malformed(start, end, EXPECTED);
    const id = op === Op.free && flags !== 0 ? 0 : this.unsigned();
    let extra = 0;
    if (op === Op.calloc || op === Op.aligned) {
      this.skipBlanks();
      extra = this.unsigned();
    }
    let size = 0;
    if (op !== Op.free) {
      this.skipBlanks();
      size = this.unsigned();
    }
    this.sawOperation = true;
    this.operations++;
    if (id < 0 || size < 0 || extra < 0) return this.malformed(start, end, EXPECTED);
    if (id > MAXIMUM_WORD || size > MAXIMUM_WORD || extra > MAXIMUM_WORD)
      return this.problem(
        'malformed',
        `${Math.max(id, size, extra)} is out of range: ids, counts, alignments and sizes are at most ${MAXIMUM_WORD}`,
      );
    const row = batch.push(op, id, size, extra, this.window.line);
    batch.flags[row] = flags;
    if (this.skipBlanks() && !this.parseSuffixes(start, end, batch, row)) batch.count = row;
  }

  /** `@CYCLES`, `=ADDRESS`, `!CAPS` in any order, each once. */
  private parseSuffixes(start: number, end: number, batch: OperationBatch, row: number): boolean {
    const { buffer } = this.window;
    let seen = 0;
    do {
      const sigil = buffer[this.at++]!;
      const bit = sigil === 64 ? 1 : sigil === 61 ? 2 : sigil === 33 ? 4 : 0;
      const value = bit === 0 ? -1 : this.unsigned();
      const limit = bit === 1 ? Number.MAX_SAFE_INTEGER : MAXIMUM_WORD;
      if (value < 0 || value > limit || (seen & bit) !== 0) {
        this.malformed(
          start,
          end,
          `"@CYCLES", "=ADDRESS" or "!CAPS", each at most once, after the operation`,
        );
        return false;
      }
      seen |= bit;
      if (bit === 1) {
        batch.time[row] = value;
        batch.flags[row]! |= OperationFlag.timed;
      } else if (bit === 2) {
        batch.address[row] = value;
        batch.flags[row]! |= OperationFlag.recorded;
      } else {
        batch.caps[row] = value;
      }
    } while (this.skipBlanks());
    return true;
  }

  private parseMagic(start: number, end: number): void {
    this.sawMagic = true;
    const text = this.window.text(start, end).trim();
    if (text === `${TEXT_TRACE_MAGIC} ${TEXT_TRACE_VERSION}`) return;
    this.malformed(
      start,
      end,
      `"${TEXT_TRACE_MAGIC} ${TEXT_TRACE_VERSION}" (this xtal reads version ${TEXT_TRACE_VERSION})`,
    );
  }

  /** A line that starts with a word: a header line, or `end`. */
  private parseWord(start: number, end: number): void {
    const text = this.window.text(start, end).trim();
    const match = /^([a-z]+)\s+(0x[0-9a-f]+|\d+)$/i.exec(text);
    const key = match?.[1] ?? '';
    const value = match ? Number(match[2]) : -1;
    if (key === 'end') {
      this.announced = value;
      if (value !== this.operations)
        this.problem('contradictory', `"end ${value}", but ${this.operations} operations came before it`);
      return;
    }
    if (!Object.hasOwn(HEADER_KEYS, key))
      return this.malformed(start, end, `${EXPECTED}, or a header line (base, size, clock) before them`);
    if (value < 0 || value > HEADER_KEYS[key]!) return this.malformed(start, end, `"${key} NUMBER"`);
    if (this.sawOperation || Object.hasOwn(this.values, key))
      return this.problem('contradictory', `header line "${key}" must come once, before the operations`);
    this.values[key] = value;
  }

  protected override finish(): void {
    if (!this.sawMagic) return this.problem('truncated', `empty file, expected "${TEXT_TRACE_MAGIC} 1"`);
    if (this.announced < 0)
      this.problem('truncated', `file ends after ${this.operations} operations without the line "end N"`);
  }
}
