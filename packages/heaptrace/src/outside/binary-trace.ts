/**
 * Reads the outside trace in its binary form, as a stream: memory holds one chunk and the tables of what was defined.
 * A file that was cut off or damaged is read up to the last whole chunk; a file that says what this version does not
 * know is refused by name.
 */
import { crc32 } from 'node:zlib';
import { MAX_CHAIN_DEPTH } from '../event.js';
import { ChainTable } from './chain-table.js';
import {
  CHUNK_HEADER_BYTES,
  Chunk,
  EventBit,
  KINDS,
  MAX_CHAIN_FRAMES,
  MAX_CHUNK_BYTES,
  MAX_CYCLE,
  PREAMBLE_BYTES,
  roundedUp,
  Tag,
  TRACE_MAGIC,
  TRACE_VERSION,
  TraceFormatError,
  type SourceFrame,
  type TraceHeader,
} from './format.js';
import { LuaTracebackTable, type LuaPosition } from './lua-traceback-table.js';
import { parseHeader } from './parse-header.js';
import { symbolsFromJson } from './symbols-json.js';
import { createTraceEvent } from './trace-event.js';
import type { Trace, TraceConsumer, TraceOutcome, TraceSource } from './trace.js';

const decoder = new TextDecoder('utf-8');

/** A binary trace. */
export class BinaryTrace implements Trace {
  readonly name: string;
  readonly header: TraceHeader;
  readonly chains = new ChainTable();
  readonly luaTracebacks = new LuaTracebackTable();
  readonly tasks = new Map<number, string>();
  symbols: ReadonlyMap<number, readonly SourceFrame[]> = new Map();

  readonly #source: TraceSource;

  /** @throws {TraceFormatError} when the preamble or the header chunk is not right. */
  constructor(source: TraceSource) {
    this.#source = source;
    this.name = source.name;
    const chunks = readChunks(source);
    const first = chunks.next();
    chunks.return();
    if (first.done === true || 'damage' in first.value)
      throw new TraceFormatError(source.name, PREAMBLE_BYTES, 'the header is cut off or damaged');
    if (first.value.type !== Chunk.header)
      throw new TraceFormatError(source.name, PREAMBLE_BYTES, 'the first chunk is not a header');
    this.header = this.#json(first.value, parseHeader);
  }

  read(consumer: TraceConsumer): TraceOutcome {
    const records = new RecordDecoder(this.name, this.chains, this.luaTracebacks, this.tasks);
    let ended: { events: number; cycle: number } | undefined;
    let damage: string | undefined;
    let first = true;
    for (const chunk of readChunks(this.#source)) {
      if ('damage' in chunk) {
        damage = chunk.damage;
        // What is there of a chunk that was cut off is as good as the rest, up to its last whole record.
        if (chunk.records !== undefined) records.decodePart(chunk.records, consumer);
        break;
      }
      if (ended !== undefined)
        throw new TraceFormatError(this.name, chunk.offset, 'there is another chunk after the end record');
      if (chunk.type === Chunk.records) records.decode(chunk.payload, chunk.offset, consumer);
      else if (chunk.type === Chunk.symbols) this.symbols = this.#json(chunk, symbolsFromJsonValue);
      else if (chunk.type === Chunk.end) ended = this.#json(chunk, parseEnd);
      else if (chunk.type !== Chunk.header || !first)
        throw new TraceFormatError(
          this.name,
          chunk.offset,
          `chunk type ${chunk.type} is unknown to version ${TRACE_VERSION}`,
        );
      first = false;
    }
    if (damage === undefined && ended === undefined)
      damage = 'there is no end record: the run was cut off or is still going on';
    const lastCycle = Math.max(records.lastCycle, ended?.cycle ?? 0);
    return { events: records.events, lastCycle, ...(damage === undefined ? {} : { damage }) };
  }

  #json<T>(chunk: ChunkOfBytes, parse: (data: unknown) => T): T {
    try {
      return parse(JSON.parse(decoder.decode(chunk.payload)));
    } catch (error) {
      throw new TraceFormatError(this.name, chunk.offset, (error as Error).message);
    }
  }
}

function symbolsFromJsonValue(data: unknown): Map<number, SourceFrame[]> {
  return symbolsFromJson(JSON.stringify(data));
}

function parseEnd(data: unknown): { events: number; cycle: number } {
  const { events, cycle } = (data ?? {}) as Record<string, unknown>;
  if (typeof events !== 'number' || typeof cycle !== 'number')
    throw new Error('the end record needs "events" and "cycle"');
  return { events, cycle };
}

interface ChunkOfBytes {
  readonly type: number;
  readonly payload: Uint8Array;
  /** Where in the file the payload begins. */
  readonly offset: number;
}

/** The end of a file that does not end with a whole chunk: why, and the beginning of a chunk of records if that is it. */
interface BrokenEnd {
  readonly damage: string;
  readonly records?: Uint8Array;
}

/** Yields whole, undamaged chunks; the last value says what is wrong when the file does not end with one. */
function* readChunks(source: TraceSource): Generator<ChunkOfBytes | BrokenEnd, void, undefined> {
  const pieces = source.open()[Symbol.iterator]();
  let buffer: Uint8Array = new Uint8Array(0);
  let at = 0;
  let fileOffset = 0;
  /** Makes `count` bytes available from `at`; false when the file ends before. */
  const need = (count: number): boolean => {
    if (buffer.length - at >= count) return true;
    const parts = [buffer.subarray(at)];
    let have = parts[0]!.length;
    while (have < count) {
      const next = pieces.next();
      if (next.done === true) break;
      // Sources may reuse their buffer.
      parts.push(next.value.slice());
      have += next.value.length;
    }
    buffer = concatenated(parts, have);
    at = 0;
    return have >= count;
  };
  try {
    if (!need(PREAMBLE_BYTES)) {
      checkMagic(source.name, buffer);
      throw new TraceFormatError(source.name, buffer.length, 'the file ends before the header');
    }
    checkMagic(source.name, buffer);
    const version = buffer[8]! | (buffer[9]! << 8);
    if (version !== TRACE_VERSION)
      throw new TraceFormatError(
        source.name,
        8,
        `trace format version ${version} is unknown; this xtal reads version ${TRACE_VERSION}`,
      );
    at += PREAMBLE_BYTES;
    fileOffset = PREAMBLE_BYTES;
    for (;;) {
      if (!need(CHUNK_HEADER_BYTES)) {
        if (buffer.length > at)
          yield { damage: `the file is cut off in the middle of a chunk header at byte ${fileOffset}` };
        return;
      }
      const view = new DataView(buffer.buffer, buffer.byteOffset + at, CHUNK_HEADER_BYTES);
      const type = view.getUint8(0);
      const length = view.getUint32(1, true);
      const checksum = view.getUint32(5, true);
      if (length > MAX_CHUNK_BYTES) {
        yield { damage: `the chunk at byte ${fileOffset} is damaged: it claims ${length} bytes` };
        return;
      }
      if (!need(CHUNK_HEADER_BYTES + length)) {
        const damage = `the file is cut off in the middle of the chunk at byte ${fileOffset}`;
        const part = buffer.subarray(at + CHUNK_HEADER_BYTES);
        yield type === Chunk.records ? { damage, records: part } : { damage };
        return;
      }
      const payload = buffer.subarray(at + CHUNK_HEADER_BYTES, at + CHUNK_HEADER_BYTES + length);
      if (crc32(payload, crc32(buffer.subarray(at, at + 5))) !== checksum) {
        yield { damage: `the chunk at byte ${fileOffset} is damaged: its checksum is wrong` };
        return;
      }
      yield { type, payload, offset: fileOffset + CHUNK_HEADER_BYTES };
      at += CHUNK_HEADER_BYTES + length;
      fileOffset += CHUNK_HEADER_BYTES + length;
    }
  } finally {
    pieces.return?.();
  }
}

function checkMagic(name: string, bytes: Uint8Array): void {
  for (let i = 0; i < TRACE_MAGIC.length; i++)
    if (bytes[i] !== TRACE_MAGIC.charCodeAt(i))
      throw new TraceFormatError(
        name,
        0,
        `not a heap trace of xtal: it does not begin with "${TRACE_MAGIC}"`,
      );
}

function concatenated(parts: Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Decodes record chunks; holds the state that deltas and references build on. */
class RecordDecoder {
  events = 0;
  lastCycle = 0;

  readonly #operations: string[] = [];
  readonly #tasks: number[] = [];
  readonly #event = createTraceEvent();
  readonly #counters = { cycle: 0, heap: 0, freeBytes: 0, largestFree: 0, liveBlocks: 0 };
  #chainsDefined = 1;
  #chainFrames = 0;
  #luaDefined = 1;
  #previousChain: number[] = [];
  #lastAddress = 0;
  #lastCore = 0;
  #contextOperation = new Uint32Array(4096);
  #contextTask = new Uint32Array(4096);
  #contextCaps = new Uint32Array(4096);
  #contextLua = new Uint32Array(4096);

  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #base = 0;

  constructor(
    readonly name: string,
    readonly chains: ChainTable,
    readonly lua: LuaTracebackTable,
    readonly taskNames: Map<number, string>,
  ) {}

  decode(bytes: Uint8Array, base: number, consumer: TraceConsumer): void {
    this.#bytes = bytes;
    this.#at = 0;
    this.#base = base;
    while (this.#at < bytes.length) {
      const tag = bytes[this.#at++]!;
      if (tag < 0x80) this.#decodeEvent(tag, consumer);
      else this.#decodeOther(tag, consumer);
    }
  }

  /** Decodes as much as there is of a chunk whose end is missing. */
  decodePart(bytes: Uint8Array, consumer: TraceConsumer): void {
    try {
      this.decode(bytes, 0, consumer);
    } catch (error) {
      if (!(error instanceof TraceFormatError)) throw error;
    }
  }

  #decodeEvent(tag: number, consumer: TraceConsumer): void {
    const event = this.#event;
    if (tag > 31) this.#fail(`event with unknown flags 0x${tag.toString(16)}`);
    const kind = tag & EventBit.kindMask;
    const chain = this.#varint();
    if (chain >= this.#chainsDefined) this.#fail(`chain ${chain} is not defined`);
    event.cycle = this.#cycle();
    const site = chain * 4 + kind;
    if (site >= this.#contextOperation.length) this.#growContexts(site);
    if ((tag & EventBit.context) !== 0) {
      const operation = this.#varint();
      const task = this.#varint();
      const caps = this.#varint();
      const lua = this.#varint();
      if (operation >= this.#operations.length) this.#fail(`operation ${operation} is not defined`);
      if (task >= this.#tasks.length) this.#fail(`task ${task} is not defined`);
      if (caps > 0xffffffff) this.#fail('capabilities beyond 32 bits');
      if (lua >= this.#luaDefined) this.#fail(`Lua traceback ${lua} is not defined`);
      this.#contextOperation[site] = operation + 1;
      this.#contextTask[site] = task;
      this.#contextCaps[site] = caps;
      this.#contextLua[site] = lua;
    }
    const operation = this.#contextOperation[site]!;
    if (operation === 0) this.#fail('the first event of a chain has no context');
    if ((tag & EventBit.core) !== 0) this.#lastCore = this.#varint();
    event.kind = KINDS[kind]!;
    event.core = this.#lastCore;
    event.task = this.#tasks[this.#contextTask[site]!]!;
    event.operation = this.#operations[operation - 1]!;
    event.caps = this.#contextCaps[site]!;
    event.chain = chain;
    event.lua = this.#contextLua[site]!;
    const size = kind === 1 ? 0 : this.#varint();
    if (size > 0xffffffff) this.#fail('size beyond 32 bits');
    const extra = (tag & EventBit.given) !== 0 ? this.#zigzag() : 0;
    event.size = size;
    event.given = kind === 1 || kind === 3 ? extra : roundedUp(size) + extra;
    event.address = kind === 3 ? 0 : this.#address();
    event.oldAddress = kind >= 2 ? this.#address() : 0;
    this.events++;
    consumer.event?.(event);
  }

  #decodeOther(tag: number, consumer: TraceConsumer): void {
    switch (tag) {
      case Tag.operation:
        this.#operations.push(this.#string());
        return;
      case Tag.chain:
        this.#decodeChain();
        return;
      case Tag.lua:
        this.#decodeLua();
        return;
      case Tag.task: {
        const id = this.#varint();
        const address = this.#varint();
        if (id > this.#tasks.length || address > 0xffffffff) this.#fail(`task ${id} comes out of order`);
        this.#tasks[id] = address;
        const name = this.#string();
        if (name !== '' || !this.taskNames.has(address)) this.taskNames.set(address, name);
        return;
      }
      case Tag.mark: {
        const cycle = this.#cycle();
        // Not inside the call: its arguments are not evaluated when nobody listens.
        const name = this.#string();
        consumer.mark?.({ cycle, name });
        return;
      }
      case Tag.counters: {
        const counters = this.#counters;
        counters.cycle = this.#cycle();
        counters.heap = this.#varint();
        counters.freeBytes = this.#varint();
        counters.largestFree = this.#varint();
        counters.liveBlocks = this.#varint();
        consumer.counters?.(counters);
        return;
      }
      default:
        this.#fail(`record type 0x${tag.toString(16)} is unknown to version ${TRACE_VERSION}`);
    }
  }

  #decodeChain(): void {
    const shared = this.#varint();
    const own = this.#varint();
    const before = this.#previousChain;
    if (shared > before.length) this.#fail('chain shares more frames than the one before has');
    if (shared + own > MAX_CHAIN_DEPTH) this.#fail(`chain of ${shared + own} frames`);
    this.#chainFrames += shared + own;
    if (this.#chainFrames > MAX_CHAIN_FRAMES) this.#fail('more frames in all chains than a reader keeps');
    const chain = new Array<number>(shared + own);
    for (let i = 0; i < shared; i++) chain[own + i] = before[before.length - shared + i]!;
    let address = shared > 0 ? chain[own]! : 0x400d0000;
    for (let i = own - 1; i >= 0; i--) {
      const coded = this.#varint();
      address = (address + ((coded >>> 1) ^ -(coded & 1))) >>> 0;
      chain[i] = address;
    }
    this.#previousChain = chain;
    if (this.chains.intern(chain) !== this.#chainsDefined) this.#fail('a chain is defined twice');
    this.#chainsDefined++;
  }

  #decodeLua(): void {
    const count = this.#varint();
    if (count > this.#bytes.length - this.#at) this.#fail(`Lua traceback of ${count} positions`);
    const positions: LuaPosition[] = [];
    for (let i = 0; i < count; i++) {
      const source = this.#string();
      const line = this.#varint();
      const name = this.#string();
      positions.push(name === '' ? { source, line } : { source, line, name });
    }
    if (this.lua.intern(positions) !== this.#luaDefined) this.#fail('a Lua traceback is defined twice');
    this.#luaDefined++;
  }

  #cycle(): number {
    const cycle = this.lastCycle + this.#zigzag();
    if (!(cycle >= 0 && cycle <= MAX_CYCLE)) this.#fail('cycle count out of range');
    this.lastCycle = cycle;
    return cycle;
  }

  #address(): number {
    const coded = this.#varint();
    this.#lastAddress = (this.#lastAddress + ((coded >>> 1) ^ -(coded & 1))) >>> 0;
    return this.#lastAddress;
  }

  #varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++];
    if (byte === undefined) this.#fail('a record is cut off by the end of its chunk');
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 128;
    for (let count = 1; count < 8; count++) {
      byte = bytes[this.#at++];
      if (byte === undefined) this.#fail('a record is cut off by the end of its chunk');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) this.#fail('a number beyond 2^53');
        return value;
      }
      scale *= 128;
    }
    return this.#fail('a number of more than 8 bytes');
  }

  #zigzag(): number {
    const coded = this.#varint();
    return coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
  }

  #string(): string {
    const length = this.#varint();
    if (length > this.#bytes.length - this.#at) this.#fail('a string is cut off by the end of its chunk');
    const text = decoder.decode(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return text;
  }

  #growContexts(site: number): void {
    const grow = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(Math.max(array.length * 2, site + 1));
      larger.set(array);
      return larger;
    };
    this.#contextOperation = grow(this.#contextOperation);
    this.#contextTask = grow(this.#contextTask);
    this.#contextCaps = grow(this.#contextCaps);
    this.#contextLua = grow(this.#contextLua);
  }

  #fail(problem: string): never {
    throw new TraceFormatError(this.name, this.#base + this.#at, problem);
  }
}
