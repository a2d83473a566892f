/** What recording costs in guest cycles, from the recorder's twin (packages/heaptrace/twin). */
import { costOf } from '@xtal/esp32';
import type { HeapTraceStandalone, TraceWork } from '../standalone/index.js';
import { TRACE_PRICES } from './trace-prices-data.js';

/** Cycles at the stack depths that were measured; between them the price is linear. */
export type ByDepth = readonly (readonly [depth: number, cycles: number])[];

/** How a version keeps records, as far as the price is concerned. */
export type RecorderVariant = 'array' | 'lists' | 'tailq' | 'slist';

/** Prices of one variant of the recorder, critical section not included. */
export interface RecorderPrices {
  /** record_allocation while tracing is on, with room left. */
  readonly allocation: ByDepth;
  /** What it costs more when the oldest record is dropped. */
  readonly drop: ByDepth;
  /** record_free with no records at all. */
  readonly freeEmpty: number;
  /** record_free of an address that is not there, nothing to walk over. */
  readonly freeUnknown: number;
  /** record_free that finds the first record, HEAP_TRACE_ALL. */
  readonly freeAll: ByDepth;
  /** record_free that finds the first record, HEAP_TRACE_LEAKS. */
  readonly freeLeaks: ByDepth;
  /** Each record of the list (array) walked over. */
  readonly walked: number;
  /** Each record of a hash bucket walked over. */
  readonly bucketWalked: number;
}

/** All prices in CPU cycles. */
export interface TracePrices {
  /** Wrapper and trace_* function with tracing stopped, without heap and call stack. */
  readonly wrapper: Readonly<Record<'malloc' | 'free' | 'realloc', ByDepth>>;
  /** get_call_stack by number of levels read, code in flash (index = levels). */
  readonly callStack: readonly number[];
  /** The same for return addresses in IRAM. */
  readonly callStackIram: readonly number[];
  /** Spilling and reloading the recorder's own windows and the caller's, once per operation with a depth above 0. */
  readonly ownWindows: number;
  /** Each older window that was live and is spilled. */
  readonly spilledWindow: number;
  /** portENTER_CRITICAL and portEXIT_CRITICAL. */
  readonly criticalSection: number;
  readonly recorder: Readonly<Record<RecorderVariant, RecorderPrices>>;
  /** memmove of records in the array variant: start and cycles a byte. */
  readonly move: { readonly start: number; readonly byte: number };
}

/** CALL8 of a function (facts/timing §1.3). */
const CALL = 4;

/** Linear between measured depths. */
export function atDepth(table: ByDepth, depth: number): number {
  let [lowDepth, lowCycles] = table[0] ?? [0, 0];
  for (const [highDepth, highCycles] of table) {
    if (depth <= highDepth) {
      if (highDepth === lowDepth) return highCycles;
      return Math.round(lowCycles + ((highCycles - lowCycles) * (depth - lowDepth)) / (highDepth - lowDepth));
    }
    [lowDepth, lowCycles] = [highDepth, highCycles];
  }
  return lowCycles;
}

/** Prices of lists without a hash map in HEAP_TRACE_LEAKS mode, in CPU cycles, critical section included. */
export class LeakPrices {
  /**
   * @param kept record_allocation with room left
   * @param keptForAnother the same for which the oldest record goes
   * @param empty record_free with no records at all
   * @param unknown record_free of an address that is not there, without the walk
   * @param removed record_free that finds its record, without the walk
   * @param walked each record walked over
   */
  constructor(
    private readonly kept: number,
    private readonly keptForAnother: number,
    private readonly empty: number,
    private readonly unknown: number,
    private readonly removed: number,
    private readonly walked: number,
  ) {}

  /** @param dropped what {@link OwnedRecords.append} says */
  allocation(dropped: boolean): number {
    return dropped ? this.keptForAnother : this.kept;
  }

  /** @param rank what {@link OwnedRecords.release} says */
  free(rank: number): number {
    if (rank >= 0) return this.removed + rank * this.walked;
    return rank === -1 ? this.empty : this.unknown - (rank + 1) * this.walked;
  }
}

/** The prices for one configured recorder. */
export class RecorderPriceList {
  private readonly depth: number;
  private readonly recordBytes: number;
  private readonly recorder: RecorderPrices;
  private readonly atMyDepth: Readonly<Record<'allocation' | 'drop' | 'freeAll' | 'freeLeaks', number>>;
  private readonly wrappers: Readonly<Record<'malloc' | 'free' | 'realloc', number>>;
  /** What {@link HeapTraceStandalone.leakRecords} costs. */
  readonly leaks: LeakPrices;

  constructor(
    private readonly trace: HeapTraceStandalone,
    private readonly prices: TracePrices = TRACE_PRICES,
  ) {
    this.depth = trace.stackDepth;
    this.recordBytes = trace.recordBytes;
    const { records, buckets } = trace.version;
    const variant: RecorderVariant =
      records === 'array' ? 'array' : trace.hashMapSize === 0 || buckets === 'none' ? 'lists' : buckets;
    const recorder = prices.recorder[variant];
    this.recorder = recorder;
    const { depth } = this;
    this.atMyDepth = {
      allocation: atDepth(recorder.allocation, depth),
      drop: atDepth(recorder.drop, depth),
      freeAll: atDepth(recorder.freeAll, depth),
      freeLeaks: atDepth(recorder.freeLeaks, depth),
    };
    const { malloc, free, realloc } = prices.wrapper;
    this.wrappers = {
      malloc: atDepth(malloc, depth),
      free: atDepth(free, depth),
      realloc: atDepth(realloc, depth),
    };
    const { allocation, drop, freeLeaks } = this.atMyDepth;
    const { criticalSection } = prices;
    this.leaks = new LeakPrices(
      criticalSection + allocation,
      criticalSection + allocation + drop,
      criticalSection + recorder.freeEmpty,
      criticalSection + recorder.freeUnknown,
      criticalSection + freeLeaks,
      recorder.walked,
    );
  }

  /** Wrapper around one heap function. */
  wrapper(operation: 'malloc' | 'free' | 'realloc'): number {
    return this.wrappers[operation];
  }

  /**
   * get_call_stack: `chain` with `extra` frames of IDF in front; `spilled` windows had to go to the stack. A chain that
   * ends early is priced with the level that found its end.
   */
  callStack(chain: ArrayLike<number>, extra: number, spilled: number): number {
    if (this.depth === 0) return 0;
    const levels = Math.min(this.depth, chain.length + extra + 1);
    const first = chain.length > 0 ? chain[0]! : 0;
    const iram = first >= 0x4008_0000 && first < 0x400a_a000;
    const table = iram ? this.prices.callStackIram : this.prices.callStack;
    const clear = CALL + costOf('memset', 4 * this.depth);
    return clear + table[levels]! + this.prices.ownWindows + spilled * this.prices.spilledWindow;
  }

  /** record_allocation. */
  allocation(work: TraceWork): number {
    if (!work.entered) return 0;
    let cycles = this.prices.criticalSection + this.atMyDepth.allocation;
    if (work.dropped) cycles += this.atMyDepth.drop + this.moves(work);
    return cycles + work.bucketWalked * this.recorder.bucketWalked;
  }

  /** record_free. */
  free(work: TraceWork): number {
    if (!work.entered) return 0;
    const { recorder } = this;
    let cycles = this.prices.criticalSection;
    if (!work.searched) return cycles + recorder.freeEmpty;
    if (!work.found) cycles += recorder.freeUnknown;
    else cycles += this.trace.mode === 0 ? this.atMyDepth.freeAll : this.atMyDepth.freeLeaks;
    return (
      cycles + work.walked * recorder.walked + work.bucketWalked * recorder.bucketWalked + this.moves(work)
    );
  }

  private moves(work: TraceWork): number {
    if (work.moved === 0) return 0;
    return Math.round(this.prices.move.start + this.prices.move.byte * work.moved * this.recordBytes);
  }
}
