/**
 * The golden-vector formats `heap-ops-1` (multi_heap on one region) and `heap-caps-1` (heap_caps on the ESP32's map) as
 * traces: JSON Lines, a header object, one array per line, `{"end": n}`. Checkpoints and queries are passed over.
 */
import type { ProblemLog } from './errors.js';
import { LineSource, MAXIMUM_WORD } from './line-source.js';
import { quoteLine, type LineWindow } from './lines.js';
import { Op, OperationFlag, type OperationBatch, type TraceHeader } from './operations.js';

/** Where the fields of one kind of line are; index 0 is the kind itself, `address` counts from the end of the numbers. */
interface Layout {
  readonly op: number;
  /** Number of numeric fields after the kind. */
  readonly fields: number;
  readonly size?: number;
  readonly extra?: number;
  readonly caps?: number;
}

const MULTI_HEAP: Record<string, Layout> = {
  m: { op: Op.malloc, fields: 3, size: 2 },
  c: { op: Op.calloc, fields: 4, extra: 2, size: 3 },
  a: { op: Op.aligned, fields: 4, extra: 2, size: 3 },
  r: { op: Op.realloc, fields: 3, size: 2 },
  f: { op: Op.free, fields: 1 },
};

const HEAP_CAPS: Record<string, Layout> = {
  m: { op: Op.malloc, fields: 3, size: 2 },
  r: { op: Op.realloc, fields: 3, size: 2 },
  f: { op: Op.free, fields: 1 },
  hm: { op: Op.malloc, fields: 4, size: 2, caps: 3 },
  hr: { op: Op.realloc, fields: 4, size: 2, caps: 3 },
  hc: { op: Op.calloc, fields: 5, extra: 2, size: 3, caps: 4 },
  ha: { op: Op.aligned, fields: 5, extra: 2, size: 3, caps: 4 },
  hp: { op: Op.malloc, fields: 5, size: 2, caps: 3 },
};

/** Lines that are no operations on blocks. */
const PASSED_OVER = new Set(['H', 'h', 'get', 'info', 'dump', 'boot']);

/** `MALLOC_CAP_DEFAULT`: what heap_caps_malloc_default asks for. */
const CAP_DEFAULT = 0x1000;

/** Reads `heap-ops-1` and `heap-caps-1`. */
export class VectorSource extends LineSource {
  header: TraceHeader = { format: 'heap-ops-1' };
  private sawHeader = false;
  private caps = false;
  private sawEnd = false;
  /** Operations as the format counts them: every line of heap-caps, every line but "H" of heap-ops. */
  private counted = 0;
  /** Slots that hold a block in the recorded run. */
  private readonly occupied = new Set<number>();

  constructor(window: LineWindow, problems: ProblemLog) {
    super(window, problems);
  }

  protected override parseLine(start: number, end: number, batch: OperationBatch): void {
    if (!this.skipBlanks()) return;
    const text = this.window.text(start, end);
    let line: unknown;
    try {
      line = JSON.parse(text);
    } catch (error) {
      return this.problem('malformed', `not JSON (${(error as Error).message}): ${quoteLine(text)}`);
    }
    if (!this.sawHeader) return this.parseHeader(line, text);
    if (this.sawEnd) return this.problem('malformed', 'expected nothing after the line {"end": n}');
    if (Array.isArray(line)) this.parseOperation(line, text, batch);
    else this.parseEnd(line, text);
  }

  private parseHeader(line: unknown, text: string): void {
    this.sawHeader = true;
    const fields = (typeof line === 'object' && line !== null ? line : {}) as Record<string, unknown>;
    const { format, base, size } = fields;
    if (format !== 'heap-ops-1' && format !== 'heap-caps-1')
      return this.problem(
        'malformed',
        `expected a header with "format": "heap-ops-1" or "heap-caps-1", got ${quoteLine(text)}`,
      );
    this.caps = format === 'heap-caps-1';
    if (this.caps) {
      this.header = { format };
      return;
    }
    if (!isWord(base) || !isWord(size))
      return this.problem('malformed', 'header of heap-ops-1: expected 32-bit numbers "base" and "size"');
    this.header = { format, base, size };
  }

  private parseOperation(line: unknown[], text: string, batch: OperationBatch): void {
    const kind = line[0];
    if (this.caps || kind !== 'H') this.counted++;
    if (typeof kind === 'string' && PASSED_OVER.has(kind)) return;
    const layouts = this.caps ? HEAP_CAPS : MULTI_HEAP;
    const layout = typeof kind === 'string' && Object.hasOwn(layouts, kind) ? layouts[kind] : undefined;
    if (!layout)
      return this.problem(
        'malformed',
        `expected a line of ${this.header.format} (${Object.keys(layouts).join(', ')}), got ${quoteLine(text)}`,
      );
    for (let field = 1; field <= layout.fields; field++)
      if (!isWord(line[field]))
        return this.problem(
          'malformed',
          `field ${field} of "${kind as string}" is no 32-bit number: ${quoteLine(text)}`,
        );
    const number = (field: number | undefined): number => (field === undefined ? 0 : (line[field] as number));
    const slot = number(1);
    const size = number(layout.size);
    const address = layout.op === Op.free ? 0 : number(layout.fields);
    const wasOccupied = this.occupied.has(slot);
    const row = batch.push(layout.op, slot, size, number(layout.extra), this.window.line);
    batch.caps[row] = layout.caps === undefined ? (this.caps ? CAP_DEFAULT : 0) : number(layout.caps);
    if (layout.op === Op.free) {
      if (!wasOccupied) batch.flags[row] = OperationFlag.nullPointer;
      this.occupied.delete(slot);
      return;
    }
    batch.address[row] = address;
    batch.flags[row] =
      OperationFlag.recorded | (layout.op === Op.realloc && !wasOccupied ? OperationFlag.nullPointer : 0);
    if (address !== 0) this.occupied.add(slot);
    else if (layout.op === Op.realloc && size === 0) this.occupied.delete(slot);
  }

  private parseEnd(line: unknown, text: string): void {
    const end = typeof line === 'object' && line !== null ? (line as { end?: unknown }).end : undefined;
    if (typeof end !== 'number')
      return this.problem('malformed', `expected an array or {"end": n}, got ${quoteLine(text)}`);
    this.sawEnd = true;
    if (end !== this.counted)
      this.problem('contradictory', `{"end": ${end}}, but ${this.counted} operations came before it`);
  }

  protected override finish(): void {
    if (!this.sawEnd) this.problem('truncated', `file ends without the line {"end": n}`);
  }
}

function isWord(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAXIMUM_WORD;
}
