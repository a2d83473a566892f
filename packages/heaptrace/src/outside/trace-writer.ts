/**
 * Writes the outside trace in its binary form.
 *
 * Events are delta-coded into one buffer, which goes to the sink as a checksummed chunk whenever it is full; nothing is
 * allocated per event. What an event refers to (operation, chain, task, traceback) is defined in the same
 * stream before its first use, so every prefix of whole chunks can be read.
 *
 * The encoder keeps, per chain and kind, the task, operation, caps and traceback of its last event: the same call
 * site nearly always asks in the same way, so these cost nothing but a bit.
 */
import { crc32 } from 'node:zlib';
import { MAX_CHAIN_DEPTH, type AllocationEvent, type AllocationListener } from '../event.js';
import { ByteWriter } from './byte-writer.js';
import { ChainTable } from './chain-table.js';
import {
  CHUNK_BYTES,
  CHUNK_HEADER_BYTES,
  Chunk,
  EventBit,
  PREAMBLE_BYTES,
  roundedUp,
  Tag,
  TRACE_MAGIC,
  TRACE_VERSION,
  TraceWriteError,
  type TraceHeader,
  type TraceSink,
  type TraceSymbols,
} from './format.js';
import { LuaTracebackTable } from './lua-traceback-table.js';
import { symbolsToJson } from './symbols-json.js';

/** Most bytes that one event without definitions takes: tag and eight numbers. */
const MAX_EVENT_BYTES = 1 + 8 * 9;

/** Options of {@link TraceWriter}. */
export interface TraceWriterOptions {
  /** Name of the output for messages. */
  readonly target?: string;
  /** Deepest call chain kept; default: as deep as the guest's stack goes. */
  readonly chainDepth?: number;
  /** Call chains, if several parties share a table. */
  readonly chains?: ChainTable;
  /** Lua tracebacks, filled by the Lua component. */
  readonly luaTracebacks?: LuaTracebackTable;
  /** Asked at each event: the Lua traceback at this moment (identifier in `luaTracebacks`), 0 = none. */
  readonly currentLua?: () => number;
}

/** A live trace writer: an allocation listener whose memory is a file. */
export class TraceWriter implements AllocationListener {
  readonly chainDepth: number;
  readonly chains: ChainTable;
  readonly luaTracebacks: LuaTracebackTable;

  readonly #sink: TraceSink;
  readonly #target: string;
  readonly #currentLua: (() => number) | undefined;
  readonly #out = new ByteWriter(CHUNK_BYTES + (1 << 14));
  readonly #chunkHeader = new ByteWriter(CHUNK_HEADER_BYTES);

  readonly #operations = new Map<string, number>();
  readonly #tasks = new Map<number, number>();
  #lastOperation = '';
  #lastOperationId = -1;
  #lastTask = -1;
  #lastTaskId = -1;
  #chainsWritten = 1;
  #luaWritten = 1;
  #previousChain: number[] = [];

  #lastCycle = 0;
  #lastAddress = 0;
  #lastCore = 0;
  /** Per chain × kind: operation + 1, task, caps, traceback of the last event. */
  #contextOperation = new Uint32Array(4096);
  #contextTask = new Uint32Array(4096);
  #contextCaps = new Uint32Array(4096);
  #contextLua = new Uint32Array(4096);

  #events = 0;
  #eventsKept = 0;
  #bytesKept = 0;
  #failure: string | undefined;
  #finished = false;

  /**
   * @throws {TraceWriteError} when not even the header can be written.
   */
  constructor(sink: TraceSink, header: TraceHeader, options: TraceWriterOptions = {}) {
    this.#sink = sink;
    this.#target = options.target ?? 'trace';
    this.chainDepth = Math.min(options.chainDepth ?? MAX_CHAIN_DEPTH, MAX_CHAIN_DEPTH);
    this.chains = options.chains ?? new ChainTable();
    this.luaTracebacks = options.luaTracebacks ?? new LuaTracebackTable();
    this.#currentLua = options.currentLua;
    const preamble = new ByteWriter(PREAMBLE_BYTES);
    for (const character of TRACE_MAGIC) preamble.u8(character.charCodeAt(0));
    preamble.u16(TRACE_VERSION);
    preamble.u16(0);
    this.#write(preamble.view());
    this.#writeChunk(Chunk.header, new TextEncoder().encode(JSON.stringify(header)));
    if (this.#failure !== undefined) throw this.#error();
  }

  /** Events seen so far. */
  get events(): number {
    return this.#events;
  }

  /** Bytes that the sink took so far; those of the chunk in work are not among them. */
  get bytesWritten(): number {
    return this.#bytesKept;
  }

  /** Why writing ended early; undefined while all is well. The guest runs on either way. */
  get failure(): TraceWriteError | undefined {
    return this.#failure === undefined ? undefined : this.#error();
  }

  /** Records one event. Never throws: a sink that fails ends the recording, see {@link failure}. */
  allocationEvent(event: Readonly<AllocationEvent>): void {
    if (this.#failure !== undefined) {
      this.#events++;
      return;
    }
    const depth = event.chainLength < this.chainDepth ? event.chainLength : this.chainDepth;
    const chain = this.chains.intern(event.chain, depth);
    const lua = this.#currentLua === undefined ? 0 : this.#currentLua();
    this.#record(event, chain, lua);
  }

  /**
   * Records one event whose chain and traceback are interned in this writer's tables already
   * (`chains`, `luaTracebacks`): for converters and generators.
   */
  internedEvent(event: Omit<AllocationEvent, 'chain' | 'chainLength'>, chain: number, lua: number): void {
    if (this.#failure === undefined) this.#record(event, chain, lua);
    else this.#events++;
  }

  /** Gives a task a name. May be repeated; the last one counts. */
  task(address: number, name: string): void {
    this.#defineTask(address, name);
  }

  /** A named point, for analyses between two of them. */
  mark(cycle: number, name: string): void {
    const out = this.#out;
    this.#begin(MAX_EVENT_BYTES);
    out.u8(Tag.mark);
    this.#cycle(cycle);
    out.string(name);
  }

  /** State of heap `heap` (index into the header's list) as the heap itself counts it. */
  counters(cycle: number, heap: number, freeBytes: number, largestFree: number, liveBlocks: number): void {
    const out = this.#out;
    this.#begin(MAX_EVENT_BYTES);
    out.u8(Tag.counters);
    this.#cycle(cycle);
    out.varint(heap);
    out.varint(freeBytes);
    out.varint(largestFree);
    out.varint(liveBlocks);
  }

  /** Sends what is buffered to the sink as a chunk. */
  flush(): void {
    const out = this.#out;
    if (out.length === 0) return;
    this.#writeChunk(Chunk.records, out.view());
    if (this.#failure === undefined) this.#eventsKept = this.#events;
    out.length = 0;
  }

  /**
   * Ends the trace: what is buffered, the symbols of the addresses used, the end record; closes the sink.
   * @param cycle - The clock at the end.
   * @throws {TraceWriteError} when anything of the trace could not be written.
   */
  finish(cycle: number, symbols?: TraceSymbols): void {
    if (this.#finished) return;
    this.#finished = true;
    this.flush();
    const encoder = new TextEncoder();
    if (symbols !== undefined && symbols.size > 0)
      this.#writeChunk(Chunk.symbols, encoder.encode(symbolsToJson(symbols)));
    const end = { events: this.#events, cycle, chains: this.chains.count - 1 };
    this.#writeChunk(Chunk.end, encoder.encode(JSON.stringify(end)));
    try {
      this.#sink.close?.();
    } catch (error) {
      this.#failure ??= messageOf(error);
    }
    if (this.#failure !== undefined) throw this.#error();
  }

  /** The return addresses that occur in the trace, each once, ascending: what needs symbols. */
  addresses(): number[] {
    return this.chains.addresses();
  }

  #record(event: Omit<AllocationEvent, 'chain' | 'chainLength'>, chain: number, lua: number): void {
    const kind = event.kind === 'alloc' ? 0 : event.kind === 'free' ? 1 : event.kind === 'realloc' ? 2 : 3;
    // Definitions first: they are records of their own.
    if (event.operation !== this.#lastOperation) {
      this.#lastOperationId = this.#defineOperation(event.operation);
      this.#lastOperation = event.operation;
    }
    if (event.task !== this.#lastTask) {
      this.#lastTaskId = this.#tasks.get(event.task) ?? this.#defineTask(event.task, '');
      this.#lastTask = event.task;
    }
    if (chain >= this.#chainsWritten) this.#defineChains(chain);
    if (lua >= this.#luaWritten) this.#defineLua(lua);

    const site = chain * 4 + kind;
    if (site >= this.#contextOperation.length) this.#growContexts(site);
    const operation = this.#lastOperationId;
    const caps = event.caps >>> 0;
    let tag = kind;
    const newContext =
      this.#contextOperation[site] !== operation + 1 ||
      this.#contextTask[site] !== this.#lastTaskId ||
      this.#contextCaps[site] !== caps ||
      this.#contextLua[site] !== lua;
    if (newContext) tag |= EventBit.context;
    if (event.core !== this.#lastCore) tag |= EventBit.core;
    const extra = kind === 1 || kind === 3 ? event.given : event.given - roundedUp(event.size);
    if (extra !== 0) tag |= EventBit.given;

    this.#begin(MAX_EVENT_BYTES);
    const out = this.#out;
    out.u8(tag);
    out.varint(chain);
    this.#cycle(event.cycle);
    if (newContext) {
      this.#contextOperation[site] = operation + 1;
      this.#contextTask[site] = this.#lastTaskId;
      this.#contextCaps[site] = caps;
      this.#contextLua[site] = lua;
      out.varint(operation);
      out.varint(this.#lastTaskId);
      out.varint(caps);
      out.varint(lua);
    }
    if ((tag & EventBit.core) !== 0) {
      this.#lastCore = event.core;
      out.varint(event.core);
    }
    if (kind !== 1) out.varint(event.size);
    if (extra !== 0) out.zigzag(extra);
    if (kind !== 3) this.#address(event.address);
    if (kind >= 2) this.#address(event.oldAddress);
    // Counted last: a flush on the way here must not count an event that is not in it.
    this.#events++;
  }

  #cycle(cycle: number): void {
    this.#out.zigzag(cycle - this.#lastCycle);
    this.#lastCycle = cycle;
  }

  #address(address: number): void {
    const delta = (address - this.#lastAddress) | 0;
    this.#out.varint(((delta << 1) ^ (delta >> 31)) >>> 0);
    this.#lastAddress = address;
  }

  #begin(room: number): void {
    if (this.#out.length >= CHUNK_BYTES) this.flush();
    this.#out.reserve(room);
  }

  #defineOperation(operation: string): number {
    const known = this.#operations.get(operation);
    if (known !== undefined) return known;
    const id = this.#operations.size;
    this.#operations.set(operation, id);
    this.#begin(1);
    this.#out.u8(Tag.operation);
    this.#out.string(operation);
    return id;
  }

  #defineTask(address: number, name: string): number {
    let id = this.#tasks.get(address);
    if (id === undefined) {
      id = this.#tasks.size;
      this.#tasks.set(address, id);
    }
    this.#begin(MAX_EVENT_BYTES);
    this.#out.u8(Tag.task);
    this.#out.varint(id);
    this.#out.varint(address >>> 0);
    this.#out.string(name);
    return id;
  }

  /** Writes the chains up to and including `last`: how many outer frames are those of the chain before, then the rest. */
  #defineChains(last: number): void {
    const out = this.#out;
    for (let id = this.#chainsWritten; id <= last; id++) {
      const chain = this.chains.chain(id);
      const before = this.#previousChain;
      let shared = 0;
      const most = Math.min(chain.length, before.length);
      while (shared < most && chain[chain.length - 1 - shared] === before[before.length - 1 - shared])
        shared++;
      this.#begin(32 + chain.length * 5);
      out.u8(Tag.chain);
      out.varint(shared);
      out.varint(chain.length - shared);
      let address = shared > 0 ? chain[chain.length - shared]! : 0x400d0000;
      for (let i = chain.length - shared - 1; i >= 0; i--) {
        const delta = (chain[i]! - address) | 0;
        out.varint(((delta << 1) ^ (delta >> 31)) >>> 0);
        address = chain[i]!;
      }
      this.#previousChain = chain;
    }
    this.#chainsWritten = last + 1;
  }

  #defineLua(last: number): void {
    const out = this.#out;
    for (let id = this.#luaWritten; id <= last; id++) {
      const positions = this.luaTracebacks.traceback(id);
      this.#begin(MAX_EVENT_BYTES);
      out.u8(Tag.lua);
      out.varint(positions.length);
      for (const position of positions) {
        out.string(position.source);
        out.reserve(16);
        out.varint(position.line);
        out.string(position.name ?? '');
      }
    }
    this.#luaWritten = last + 1;
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

  #writeChunk(type: number, payload: Uint8Array): void {
    const header = this.#chunkHeader;
    header.length = 0;
    header.u8(type);
    header.u32(payload.length);
    header.u32(crc32(payload, crc32(header.view())));
    this.#write(header.view());
    this.#write(payload);
  }

  #write(bytes: Uint8Array): void {
    if (this.#failure !== undefined) return;
    try {
      this.#sink.write(bytes);
      this.#bytesKept += bytes.length;
    } catch (error) {
      this.#failure = messageOf(error);
    }
  }

  #error(): TraceWriteError {
    return new TraceWriteError(
      this.#target,
      this.#failure ?? '',
      this.#bytesKept,
      this.#eventsKept,
      this.#events - this.#eventsKept,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
