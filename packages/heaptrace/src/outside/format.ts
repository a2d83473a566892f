/**
 * The outside trace, format version 1: the types and constants that writer and readers share.
 * `docs/formats/outside-trace.md` describes every byte; change both or neither.
 */

/** First bytes of a binary trace. */
export const TRACE_MAGIC = 'XTALHEAP';
/** The version written, and the only one read. */
export const TRACE_VERSION = 1;
/** Magic, version (u16) and flags (u16). */
export const PREAMBLE_BYTES = 12;
/** Type (u8), payload length (u32) and CRC-32 of type, length and payload (u32). */
export const CHUNK_HEADER_BYTES = 9;
/** A writer starts a new chunk beyond this; a longer one than {@link MAX_CHUNK_BYTES} is not believed. */
export const CHUNK_BYTES = 1 << 16;
export const MAX_CHUNK_BYTES = 1 << 26;
/** Return addresses that all chains of one trace may have together, so that a hostile file stays bounded. */
export const MAX_CHAIN_FRAMES = 1 << 26;

/** Chunk types. */
export const Chunk = { header: 1, records: 2, symbols: 3, end: 4 } as const;

/**
 * Tag byte of a record. Bit 7 clear: an event, see `EventBit`. Bit 7 set: one of these.
 */
export const Tag = {
  operation: 0x80,
  chain: 0x81,
  lua: 0x82,
  task: 0x83,
  mark: 0x84,
  counters: 0x85,
} as const;

/** Bits of an event's tag. */
export const EventBit = {
  /** Bits 0–1: 0 alloc, 1 free, 2 realloc, 3 fail. */
  kindMask: 3,
  /** The core differs from the event before; it follows. */
  core: 4,
  /** Task, operation, caps or Lua traceback differ from the last event of the same kind and chain; all follow. */
  context: 8,
  /** `given` is not `size` rounded up to a multiple of 4; the difference follows. */
  given: 16,
} as const;

/** The kinds in the order of their numbers. */
export const KINDS = ['alloc', 'free', 'realloc', 'fail'] as const;

/** A heap of the guest. */
export interface TraceHeap {
  /** `DRAM`, `D/IRAM`, `SPIRAM`, … as ESP-IDF names the memory type. */
  readonly name: string;
  /** First guest address of the region. */
  readonly start: number;
  /** Bytes of the region. */
  readonly size: number;
  /** `MALLOC_CAP_*` bits that any of its priorities serves. */
  readonly caps?: number;
}

/** What a trace says about where it comes from. */
export interface TraceHeader {
  /** What ran: file names of the program or script. */
  readonly program: string;
  /** CPU cycles per second, to turn cycles into time. */
  readonly cpuHz: number;
  /** ESP-IDF version whose heap is modelled, such as `v5.1.3`; absent for a guest that brings its own heap. */
  readonly idfVersion?: string;
  /** The machine's configuration, as given. */
  readonly machine?: Readonly<Record<string, string | number | boolean>>;
  /** The heaps, in the order in which the heap number of counters counts them. */
  readonly heaps: readonly TraceHeap[];
}

/** A named point of a trace. */
export interface TraceMark {
  readonly cycle: number;
  readonly name: string;
}

/** State of one heap as the heap itself reports it. */
export interface TraceCounters {
  readonly cycle: number;
  /** Index into `TraceHeader.heaps`. */
  readonly heap: number;
  readonly freeBytes: number;
  readonly largestFree: number;
  readonly liveBlocks: number;
}

/** What is known about one return address: a frame, and before it the frames inlined into it. */
export interface SourceFrame {
  /** Function name; empty when unknown. */
  readonly function: string;
  /** Bytes from the function's start to the address; only on the out-of-line frame (the last of an address). */
  readonly offset?: number;
  /** Source file as the compiler recorded it. */
  readonly file?: string;
  /** Line of the call, from 1. */
  readonly line?: number;
  /** True for a frame that has no code of its own: it was inlined into the frame after it. */
  readonly inlined?: boolean;
}

/** Frames of each return address used in a trace, innermost first. */
export type TraceSymbols = ReadonlyMap<number, readonly SourceFrame[]>;

/** Where the bytes of a trace go. */
export interface TraceSink {
  /** Takes the bytes at once: they are overwritten after the call. May throw when they cannot be kept. */
  write(bytes: Uint8Array): void;
  /** Called once after the last bytes. */
  close?(): void;
}

/** A trace that is not one, or of a version or with records that this reader does not know. */
export class TraceFormatError extends Error {
  constructor(
    /** Name of the file, or what stands for it. */
    readonly source: string,
    /** Byte offset (binary) or line number (JSON lines) of the fault. */
    readonly offset: number,
    readonly problem: string,
    unit: 'byte' | 'line' = 'byte',
  ) {
    super(`${source}: ${unit} ${offset}: ${problem}`);
    this.name = 'TraceFormatError';
  }
}

/** A trace could not be written (further); everything up to `bytesWritten` was kept. */
export class TraceWriteError extends Error {
  constructor(
    readonly target: string,
    readonly reason: string,
    readonly bytesWritten: number,
    readonly eventsWritten: number,
    readonly eventsLost: number,
  ) {
    super(
      `${target}: cannot be written: ${reason}` +
        (bytesWritten > 0 || eventsLost > 0
          ? ` (kept: ${bytesWritten} bytes with ${eventsWritten} events; lost: ${eventsLost} events)`
          : ''),
    );
    this.name = 'TraceWriteError';
  }
}

/** Cycles are below this (at 240 MHz: 217 days), so that their differences stay exact when coded. */
export const MAX_CYCLE = 2 ** 52 - 1;

/** `size` as the heap rounds it when nothing else intervenes. */
export function roundedUp(size: number): number {
  return ((size + 3) & ~3) >>> 0;
}
