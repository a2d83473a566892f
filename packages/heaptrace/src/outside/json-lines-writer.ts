/**
 * Writes the outside trace as JSON lines: the same content as the binary form, for eyes and scripts.
 * The first line is the header with `"xtal":"heap-trace"`; chains, tracebacks and tasks stand before their first use.
 */
import { MAX_CHAIN_DEPTH, type AllocationEvent, type AllocationListener } from '../event.js';
import { ChainTable } from './chain-table.js';
import {
  TRACE_VERSION,
  TraceWriteError,
  type TraceHeader,
  type TraceSink,
  type TraceSymbols,
} from './format.js';
import { LuaTracebackTable } from './lua-traceback-table.js';
import { symbolsToJson } from './symbols-json.js';
import type { TraceWriterOptions } from './trace-writer.js';
import { hexAddress } from '@xtal/xtensa';

/** Characters gathered before they go to the sink. */
const BUFFER_CHARACTERS = 1 << 16;

/** A live writer of JSON lines, with the methods of `TraceWriter`. */
export class JsonLinesWriter implements AllocationListener {
  readonly chainDepth: number;
  readonly chains: ChainTable;
  readonly luaTracebacks: LuaTracebackTable;
  readonly #sink: TraceSink;
  readonly #target: string;
  readonly #currentLua: (() => number) | undefined;
  #text = '';
  #chainsWritten = 1;
  #luaWritten = 1;
  #events = 0;
  #eventsKept = 0;
  #bytesKept = 0;
  #failure: string | undefined;
  #finished = false;

  /** @throws {TraceWriteError} when not even the header can be written. */
  constructor(sink: TraceSink, header: TraceHeader, options: TraceWriterOptions = {}) {
    this.#sink = sink;
    this.#target = options.target ?? 'trace';
    this.chainDepth = Math.min(options.chainDepth ?? MAX_CHAIN_DEPTH, MAX_CHAIN_DEPTH);
    this.chains = options.chains ?? new ChainTable();
    this.luaTracebacks = options.luaTracebacks ?? new LuaTracebackTable();
    this.#currentLua = options.currentLua;
    const heaps = header.heaps.map((heap) => ({
      name: heap.name,
      start: hexAddress(heap.start),
      size: heap.size,
      ...(heap.caps === undefined ? {} : { caps: hexAddress(heap.caps) }),
    }));
    this.#line({ xtal: 'heap-trace', version: TRACE_VERSION, ...header, heaps });
    this.flush();
    if (this.#failure !== undefined) throw this.#error();
  }

  /** Events seen so far. */
  get events(): number {
    return this.#events;
  }

  /** Bytes that the sink took so far. */
  get bytesWritten(): number {
    return this.#bytesKept;
  }

  /** Why writing ended early; undefined while all is well. */
  get failure(): TraceWriteError | undefined {
    return this.#failure === undefined ? undefined : this.#error();
  }

  /** Records one event. Never throws, see {@link failure}. */
  allocationEvent(event: Readonly<AllocationEvent>): void {
    const depth = Math.min(event.chainLength, this.chainDepth);
    this.internedEvent(event, this.chains.intern(event.chain, depth), this.#currentLua?.() ?? 0);
  }

  /** Records one event whose chain and traceback are interned in this writer's tables already. */
  internedEvent(event: Omit<AllocationEvent, 'chain' | 'chainLength'>, chain: number, lua: number): void {
    if (this.#failure !== undefined) {
      this.#events++;
      return;
    }
    for (; this.#chainsWritten <= chain; this.#chainsWritten++)
      this.#line({
        chain: this.#chainsWritten,
        addresses: this.chains.chain(this.#chainsWritten).map(hexAddress),
      });
    for (; this.#luaWritten <= lua; this.#luaWritten++)
      this.#line({ lua: this.#luaWritten, traceback: this.luaTracebacks.traceback(this.#luaWritten) });
    const { kind, cycle, core, operation, size, given } = event;
    this.#line({
      event: kind,
      cycle,
      core,
      ...(event.task === 0 ? {} : { task: hexAddress(event.task) }),
      operation,
      ...(event.caps === 0 ? {} : { caps: hexAddress(event.caps) }),
      ...(kind === 'free' ? {} : { size }),
      ...(given === 0 ? {} : { given }),
      ...(kind === 'fail' ? {} : { address: hexAddress(event.address) }),
      ...(kind === 'realloc' || kind === 'fail' ? { oldAddress: hexAddress(event.oldAddress) } : {}),
      ...(chain === 0 ? {} : { chain }),
      ...(lua === 0 ? {} : { lua }),
    });
    this.#events++;
  }

  /** The return addresses that occur in the trace, each once, ascending: what needs symbols. */
  addresses(): number[] {
    return this.chains.addresses();
  }

  /** Gives a task a name. */
  task(address: number, name: string): void {
    this.#line({ task: hexAddress(address), name });
  }

  /** A named point. */
  mark(cycle: number, name: string): void {
    this.#line({ mark: name, cycle });
  }

  /** State of heap `heap` as the heap itself counts it. */
  counters(cycle: number, heap: number, freeBytes: number, largestFree: number, liveBlocks: number): void {
    this.#line({ counters: heap, cycle, freeBytes, largestFree, liveBlocks });
  }

  /** Sends what is buffered to the sink. */
  flush(): void {
    if (this.#text === '' || this.#failure !== undefined) return;
    const bytes = new TextEncoder().encode(this.#text);
    this.#text = '';
    try {
      this.#sink.write(bytes);
      this.#bytesKept += bytes.length;
      this.#eventsKept = this.#events;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
    }
  }

  /**
   * Ends the trace.
   * @throws {TraceWriteError} when anything of the trace could not be written.
   */
  finish(cycle: number, symbols?: TraceSymbols): void {
    if (this.#finished) return;
    this.#finished = true;
    if (symbols !== undefined && symbols.size > 0)
      this.#line({ symbols: JSON.parse(symbolsToJson(symbols)) as unknown });
    this.#line({ end: { events: this.#events, cycle, chains: this.chains.count - 1 } });
    this.flush();
    try {
      this.#sink.close?.();
    } catch (error) {
      this.#failure ??= error instanceof Error ? error.message : String(error);
    }
    if (this.#failure !== undefined) throw this.#error();
  }

  #line(value: object): void {
    if (this.#text.length >= BUFFER_CHARACTERS) this.flush();
    this.#text += `${JSON.stringify(value)}\n`;
  }

  #error(): TraceWriteError {
    const lost = this.#events - this.#eventsKept;
    return new TraceWriteError(this.#target, this.#failure ?? '', this.#bytesKept, this.#eventsKept, lost);
  }
}
