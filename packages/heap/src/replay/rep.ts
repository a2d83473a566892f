/**
 * malloc-lab's `.rep` (Bryant, O'Hallaron, "Computer Systems: A Programmer's Perspective").
 *
 * Four header lines (suggested heap size, number of ids, number of operations, weight), then one operation a line:
 * `a ID SIZE` (malloc), `r ID SIZE` (realloc), `f ID` (free; `f -1` is free(NULL) in newer traces).
 */
import type { ProblemLog } from './errors.js';
import { LineSource, MAXIMUM_WORD } from './line-source.js';
import type { LineWindow } from './lines.js';
import { Op, OperationFlag, type OperationBatch, type TraceHeader } from './operations.js';

const HEADER_LINES = ['suggested heap size', 'number of ids', 'number of operations', 'weight'] as const;

/** Reads `.rep`. The header is known after the first operation was read. */
export class RepSource extends LineSource {
  private headerLines = 0;
  private readonly numbers: number[] = [];
  private ids = 0;
  private announced = 0;
  private operations = 0;

  constructor(window: LineWindow, problems: ProblemLog) {
    super(window, problems);
  }

  get header(): TraceHeader {
    const [size = 0] = this.numbers;
    return {
      format: 'rep',
      ...(this.headerLines === 4 ? { operations: this.announced } : {}),
      ...(size >= 4096 && size <= MAXIMUM_WORD ? { size } : {}),
    };
  }

  protected override parseLine(start: number, end: number, batch: OperationBatch): void {
    if (!this.skipBlanks()) return;
    if (this.headerLines < 4) return this.parseHeader(start, end);
    const { buffer } = this.window;
    const letter = buffer[this.at++]!;
    this.skipBlanks();
    const op = letter === 97 ? Op.malloc : letter === 114 ? Op.realloc : letter === 102 ? Op.free : Op.none;
    const nullPointer =
      op === Op.free && buffer[this.at] === 45 && buffer[this.at + 1] === 49 && this.at + 2 <= end;
    if (nullPointer) this.at += 2;
    const id = nullPointer ? 0 : this.unsigned();
    if (op !== Op.free) this.skipBlanks();
    const size = op === Op.free ? 0 : this.unsigned();
    if (op === Op.none || id < 0 || size < 0 || this.skipBlanks())
      return this.malformed(start, end, '"a ID SIZE", "r ID SIZE" or "f ID"');
    this.operations++;
    if (!nullPointer && id >= this.ids)
      return this.problem('contradictory', `id ${id} is not below ${this.ids}, the header's number of ids`);
    if (size > MAXIMUM_WORD)
      return this.problem(
        'malformed',
        `size ${size} is out of range: at most ${MAXIMUM_WORD} on a 32-bit guest`,
      );
    const row = batch.push(op, id, size, 0, this.window.line);
    if (nullPointer) batch.flags[row] = OperationFlag.nullPointer;
  }

  /**
   * `a 12 340`, `r 12 340`, `f 12`, single blanks, LF: nearly every line. One pass over the bytes and no calls make reading
   * and checking half as fast again (16 against 10 million lines a second); whatever looks different is left to {@link parseLine}.
   */
  protected override parsePlainLines(batch: OperationBatch): void {
    if (this.headerLines < 4) return;
    const { window, ids } = this;
    const { buffer, limit } = window;
    const { op, flags, id: idColumn, size: sizeColumn, extra, caps, line: lineColumn, capacity } = batch;
    let { position, line } = window;
    let row = batch.count;
    while (position < limit && row < capacity) {
      const letter = buffer[position]!;
      let at = position + 2;
      let byte = buffer[at]!;
      if (buffer[position + 1] !== 32 || byte < 48 || byte > 57) break;
      let id = 0;
      for (; byte >= 48 && byte <= 57; byte = buffer[++at]!) id = id * 10 + byte - 48;
      let size = 0;
      let kind: number = Op.free;
      if (letter !== 102) {
        kind = letter === 97 ? Op.malloc : letter === 114 ? Op.realloc : Op.none;
        if (kind === Op.none || byte !== 32) break;
        byte = buffer[++at]!;
        if (byte < 48 || byte > 57) break;
        for (; byte >= 48 && byte <= 57; byte = buffer[++at]!) size = size * 10 + byte - 48;
      }
      if (byte !== 10 || id >= ids || size > MAXIMUM_WORD) break;
      op[row] = kind;
      flags[row] = 0;
      idColumn[row] = id;
      sizeColumn[row] = size;
      extra[row] = 0;
      caps[row] = 0;
      lineColumn[row++] = line++;
      position = at + 1;
    }
    this.operations += row - batch.count;
    batch.count = row;
    window.position = position;
    window.line = line;
  }

  private parseHeader(start: number, end: number): void {
    const value = this.unsigned();
    if (value < 0 || this.skipBlanks()) {
      const what = HEADER_LINES[this.headerLines]!;
      this.malformed(start, end, `header line ${this.headerLines + 1} of .rep, the ${what}, a whole number`);
    }
    this.numbers.push(Math.max(value, 0));
    if (++this.headerLines < 4) return;
    this.ids = Math.min(this.numbers[1]!, MAXIMUM_WORD + 1);
    this.announced = this.numbers[2]!;
  }

  protected override finish(): void {
    if (this.headerLines < 4)
      return this.problem('truncated', `file ends within the header of .rep, which has 4 lines`);
    if (this.operations < this.announced)
      this.problem(
        'truncated',
        `header announces ${this.announced} operations, the file ends after ${this.operations}`,
      );
    if (this.operations > this.announced)
      this.problem(
        'contradictory',
        `header announces ${this.announced} operations, the file has ${this.operations}`,
      );
  }
}
