/** Reads the outside trace from JSON lines. A last line without its newline is a cut, anything else wrong is an error. */
import { ChainTable } from './chain-table.js';
import { TRACE_VERSION, TraceFormatError, type SourceFrame, type TraceHeader } from './format.js';
import { LuaTracebackTable, type LuaPosition } from './lua-traceback-table.js';
import { parseHeader } from './parse-header.js';
import { symbolsFromJson } from './symbols-json.js';
import { createTraceEvent } from './trace-event.js';
import type { Trace, TraceConsumer, TraceOutcome, TraceSource } from './trace.js';

/** A longer line is not believed. */
const MAX_LINE_BYTES = 1 << 26;

type Line = Record<string, unknown>;

/** A trace in JSON lines. */
export class JsonLinesTrace implements Trace {
  readonly name: string;
  readonly header: TraceHeader;
  readonly chains = new ChainTable();
  readonly luaTracebacks = new LuaTracebackTable();
  readonly tasks = new Map<number, string>();
  symbols: ReadonlyMap<number, readonly SourceFrame[]> = new Map();
  readonly #source: TraceSource;

  /** @throws {TraceFormatError} when the first line is not a header of this version. */
  constructor(source: TraceSource) {
    this.#source = source;
    this.name = source.name;
    const lines = readLines(source);
    const first = lines.next();
    lines.return();
    if (first.done === true || first.value.cut)
      throw new TraceFormatError(source.name, 1, 'the header line is cut off', 'line');
    const data = parseLine(source.name, 1, first.value.text);
    if (data.xtal !== 'heap-trace')
      throw new TraceFormatError(source.name, 1, 'not a heap trace of xtal: no "xtal":"heap-trace"', 'line');
    if (data.version !== TRACE_VERSION)
      throw new TraceFormatError(
        source.name,
        1,
        `trace format version ${JSON.stringify(data.version)} is unknown; this xtal reads version ${TRACE_VERSION}`,
        'line',
      );
    const heaps = Array.isArray(data.heaps)
      ? (data.heaps as Line[]).map((heap) => ({
          ...heap,
          start: number(heap?.start),
          size: number(heap?.size),
          ...(heap?.caps === undefined ? {} : { caps: number(heap.caps) }),
        }))
      : data.heaps;
    try {
      this.header = parseHeader({ ...data, heaps });
    } catch (error) {
      throw new TraceFormatError(source.name, 1, (error as Error).message, 'line');
    }
  }

  read(consumer: TraceConsumer): TraceOutcome {
    let lineNumber = 0;
    let events = 0;
    let lastCycle = 0;
    let chainsDefined = 1;
    let luaDefined = 1;
    let ended = false;
    let damage: string | undefined;
    const event = createTraceEvent();
    const fail = (problem: string): never => {
      throw new TraceFormatError(this.name, lineNumber, problem, 'line');
    };
    const whole = (line: Line, field: string, fallback?: number): number => {
      if (line[field] === undefined && fallback !== undefined) return fallback;
      const value = number(line[field]);
      if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER) || !Number.isInteger(value))
        fail(`"${field}": expected a whole number, got ${JSON.stringify(line[field])}`);
      return value;
    };
    for (const { text, cut } of readLines(this.#source)) {
      lineNumber++;
      if (lineNumber === 1) continue;
      if (cut) {
        damage = `the file is cut off in line ${lineNumber}`;
        break;
      }
      if (text === '') continue;
      if (ended) fail('there is another line after the end record');
      const line = parseLine(this.name, lineNumber, text);
      if (typeof line.event === 'string') {
        const kind = line.event;
        if (kind !== 'alloc' && kind !== 'free' && kind !== 'realloc' && kind !== 'fail')
          return fail(`event "${kind}" is unknown to version ${TRACE_VERSION}`);
        event.kind = kind;
        event.cycle = lastCycle = whole(line, 'cycle');
        event.core = whole(line, 'core', 0);
        event.task = whole(line, 'task', 0);
        event.operation =
          typeof line.operation === 'string' ? line.operation : fail('"operation" is missing');
        event.caps = whole(line, 'caps', 0);
        event.size = kind === 'free' ? 0 : whole(line, 'size');
        event.given = whole(line, 'given', 0);
        event.address = kind === 'fail' ? 0 : whole(line, 'address');
        event.oldAddress = whole(line, 'oldAddress', 0);
        event.chain = whole(line, 'chain', 0);
        event.lua = whole(line, 'lua', 0);
        if (event.chain >= chainsDefined) fail(`chain ${event.chain} is not defined`);
        if (event.lua >= luaDefined) fail(`Lua traceback ${event.lua} is not defined`);
        if (event.task !== 0 && !this.tasks.has(event.task)) this.tasks.set(event.task, '');
        events++;
        consumer.event?.(event);
      } else if (Array.isArray(line.addresses)) {
        const addresses = line.addresses.map(number);
        if (addresses.some((address) => !(address >= 0 && address <= 0xffffffff)))
          fail('"addresses": not addresses');
        if (whole(line, 'chain') !== chainsDefined || this.chains.intern(addresses) !== chainsDefined)
          fail(`chain ${JSON.stringify(line.chain)} comes out of order or twice`);
        chainsDefined++;
      } else if (Array.isArray(line.traceback)) {
        const positions = (line.traceback as Partial<LuaPosition>[]).map((position) => ({
          source: String(position?.source ?? '?'),
          line: Number(position?.line) || 0,
          ...(typeof position?.name === 'string' ? { name: position.name } : {}),
        }));
        if (whole(line, 'lua') !== luaDefined || this.luaTracebacks.intern(positions) !== luaDefined)
          fail(`Lua traceback ${JSON.stringify(line.lua)} comes out of order or twice`);
        luaDefined++;
      } else if (typeof line.mark === 'string') {
        lastCycle = whole(line, 'cycle');
        consumer.mark?.({ cycle: lastCycle, name: line.mark });
      } else if (line.counters !== undefined) {
        lastCycle = whole(line, 'cycle');
        consumer.counters?.({
          cycle: lastCycle,
          heap: whole(line, 'counters'),
          freeBytes: whole(line, 'freeBytes'),
          largestFree: whole(line, 'largestFree'),
          liveBlocks: whole(line, 'liveBlocks'),
        });
      } else if (line.task !== undefined) {
        this.tasks.set(whole(line, 'task'), typeof line.name === 'string' ? line.name : '');
      } else if (line.symbols !== undefined) {
        try {
          this.symbols = symbolsFromJson(JSON.stringify(line.symbols));
        } catch (error) {
          fail((error as Error).message);
        }
      } else if (line.end !== undefined) {
        ended = true;
        lastCycle = Math.max(lastCycle, Number((line.end as Line | null)?.cycle) || 0);
      } else fail(`record with "${Object.keys(line)[0] ?? ''}" is unknown to version ${TRACE_VERSION}`);
    }
    if (!ended) damage ??= 'there is no end record: the run was cut off or is still going on';
    return { events, lastCycle, ...(damage === undefined ? {} : { damage }) };
  }
}

/** Numbers stand as such or, addresses, as hexadecimal strings. */
function number(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^(0x[0-9a-f]+|\d+)$/i.test(value) ? Number(value) : NaN;
}

function parseLine(name: string, lineNumber: number, text: string): Line {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new TraceFormatError(name, lineNumber, (error as Error).message, 'line');
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new TraceFormatError(name, lineNumber, 'expected a JSON object', 'line');
  return data as Line;
}

function* readLines(source: TraceSource): Generator<{ text: string; cut: boolean }, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for (const piece of source.open()) {
    rest += decoder.decode(piece, { stream: true });
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      yield { text: rest.slice(start, end), cut: false };
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > MAX_LINE_BYTES) break;
  }
  if (rest !== '') yield { text: rest, cut: true };
}
