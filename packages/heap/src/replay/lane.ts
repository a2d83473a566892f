/** One allocator under replay: does what the trace says, and measures what comes of it. */
import type { Allocator } from '../allocator.js';
import { HeapAssertError } from '../errors.js';
import type { HeapMemory } from '../memory.js';
import { NO_SLOT } from './checker.js';
import { MAXIMUM_WORD } from './line-source.js';
import { Op, OperationFlag, operationNames, type OperationBatch } from './operations.js';

/** The heap at one moment of the trace. All sizes in bytes. */
export interface ReplaySample {
  /** Operations done so far. */
  operation: number;
  /** Time stamp of the last operation that has one, -1 without any. */
  cycle: number;
  /** Sum of the sizes asked for of the blocks held. */
  live: number;
  /** Distance from the start of the pool to the end of the highest block ever held. */
  footprint: number;
  free: number;
  largestFree: number;
  freeBlocks: number;
  /** External fragmentation: 1 − largestFree / free; 0 when nothing is free. */
  fragmentation: number;
  /** Internal waste: share of the bytes that are not free (control, headers, rounding included) that nobody asked for. */
  waste: number;
}

/** A request that an allocator could not meet. */
export interface ReplayFailure {
  /** Number of the operation, from 1. */
  operation: number;
  /** Line of the trace. */
  line: number;
  /** Time stamp, -1 without any. */
  cycle: number;
  /** `malloc`, `calloc`, … */
  request: string;
  /** Bytes asked for. */
  size: number;
  /** State at that moment: enough free bytes and a small largest block is fragmentation, not exhaustion. */
  free: number;
  largestFree: number;
}

/** An allocator that models its costs: it knows the path that it just took. */
export interface CycleMeter {
  /** ESP32 CPU cycles of the operation that was done last. */
  lastCycles(): number;
  /** Cycles of zeroing, for calloc. */
  zeroCycles?(bytes: number): number;
}

/** First distance of samples in operations; it doubles, and every second sample is dropped, when there are too many. */
const SAMPLE_DISTANCE = 1;

/** See the head of this file. */
export class ReplayLane {
  /** Bytes asked for of the blocks held now, and the largest value that this had. */
  live = 0;
  peakLive = 0;
  liveBlocks = 0;
  peakBlocks = 0;
  /** Guest address behind the highest block ever held. */
  highest: number;
  failures = 0;
  firstFailure: ReplayFailure | undefined;
  /** Requests that were met although the recorded program got NULL; given back at once. */
  rescued = 0;
  /** Results that could be compared with recorded addresses, and those that are equal. */
  compared = 0;
  equal = 0;
  /** Host time spent in the allocator and in this loop, milliseconds. */
  hostMilliseconds = 0;
  /** Modelled cycles: sum, largest of one operation. -1 where the allocator has no model. */
  cycles: number;
  maximumCycles: number;
  /** What ended the replay of this allocator early. */
  died: string | undefined;
  samples: ReplaySample[] = [];
  /** Operations done. */
  operations = 0;
  private readonly meter: CycleMeter | undefined;
  private sampleDistance = SAMPLE_DISTANCE;
  private nextSample = SAMPLE_DISTANCE;
  private lastCycle = -1;
  /** First row of the rows being done; `operations` counts up to it. */
  private segment = 0;
  /** By slot: guest address (0 = the request failed) and bytes asked for. */
  private addresses = new Uint32Array(1024);
  private held = new Uint32Array(1024);

  constructor(
    readonly name: string,
    readonly allocator: Allocator,
    private readonly memory: HeapMemory,
    readonly base: number,
    readonly poolSize: number,
    private readonly clock: () => number,
    private readonly maximumSamples: number,
    /** The caller's own allocator: any error that it throws is its end, not ours. */
    private readonly foreign: boolean,
  ) {
    const meter = 'lastCycles' in allocator ? (allocator as Allocator & CycleMeter) : undefined;
    this.meter = meter;
    this.highest = base;
    this.cycles = meter ? 0 : -1;
    this.maximumCycles = meter ? 0 : -1;
  }

  /** Does the whole checked batch, and samples between operations. */
  run(batch: OperationBatch, slots: number): void {
    if (slots > this.addresses.length) this.growTo(slots);
    for (let from = 0; from < batch.count && this.died === undefined;) {
      const to = Math.min(batch.count, from + this.nextSample - this.operations);
      const start = this.clock();
      this.runRows(batch, from, to);
      this.hostMilliseconds += this.clock() - start;
      this.operations += to - from;
      if (this.operations >= this.nextSample) this.sample(batch, to - 1);
      from = to;
    }
    if (batch.count > 0 && (batch.flags[batch.count - 1]! & OperationFlag.timed) !== 0)
      this.lastCycle = batch.time[batch.count - 1]!;
  }

  /** The state now. */
  snapshot(): ReplaySample {
    const { freeBytes, largestFree, freeBlocks } = this.allocator.stats();
    return {
      operation: this.operations,
      cycle: this.lastCycle,
      live: this.live,
      footprint: this.highest - this.base,
      free: freeBytes,
      largestFree,
      freeBlocks,
      fragmentation: freeBytes > 0 ? Math.max(0, 1 - largestFree / freeBytes) : 0,
      waste: this.poolSize > freeBytes ? 1 - this.live / (this.poolSize - freeBytes) : 0,
    };
  }

  private sample(batch: OperationBatch, row: number): void {
    if ((batch.flags[row]! & OperationFlag.timed) !== 0) this.lastCycle = batch.time[row]!;
    this.samples.push(this.snapshot());
    if (this.samples.length >= this.maximumSamples) {
      this.samples = this.samples.filter((_, index) => index % 2 === 1);
      this.sampleDistance *= 2;
    }
    this.nextSample = this.operations + this.sampleDistance;
  }

  private growTo(slots: number): void {
    const capacity = Math.max(slots, this.addresses.length * 2);
    const addresses = new Uint32Array(capacity);
    const held = new Uint32Array(capacity);
    addresses.set(this.addresses);
    held.set(this.held);
    this.addresses = addresses;
    this.held = held;
  }

  private runRows(batch: OperationBatch, from: number, to: number): void {
    const { op, flags, size, extra, slot, address } = batch;
    const { allocator } = this;
    let row = from;
    this.segment = from;
    try {
      for (; row < to; row++) {
        const kind = op[row]!;
        const bytes = size[row]!;
        switch (kind) {
          case Op.free:
            if (slot[row] !== NO_SLOT) this.release(slot[row]!);
            else allocator.free(0);
            break;
          case Op.malloc:
            this.took(batch, row, allocator.malloc(bytes), bytes);
            break;
          case Op.calloc: {
            const product = bytes * extra[row]!;
            const given = product > MAXIMUM_WORD ? 0 : allocator.malloc(product);
            const zeroed = given === 0 ? 0 : this.granted(given, product);
            if (zeroed > 0) {
              const start = given - this.memory.base;
              this.memory.u8.fill(0, start, start + zeroed);
            }
            // A product beyond 32 bits is refused before the allocator is called.
            this.took(batch, row, given, product, zeroed);
            break;
          }
          case Op.aligned:
            this.took(batch, row, allocator.alignedAlloc(extra[row]!, bytes), bytes);
            break;
          case Op.realloc:
            if ((flags[row]! & OperationFlag.nullPointer) !== 0)
              this.took(batch, row, allocator.realloc(0, bytes), bytes);
            else if (bytes === 0) this.release(slot[row]!);
            else
              this.resize(
                batch,
                row,
                bytes,
                (flags[row]! & OperationFlag.recorded) !== 0 && address[row] === 0,
              );
            break;
          default:
            continue;
        }
      }
    } catch (error) {
      if (!(error instanceof HeapAssertError) && !this.foreign) throw error;
      const { message } = error as Error;
      this.died = `operation ${this.operations + row - from + 1}, line ${batch.line[row]!}: ${message}`;
    }
  }

  /** Adds the cycles of the operation just done, and those of zeroing `zeroed` bytes. */
  private charge(zeroed = 0): void {
    const { meter } = this;
    if (!meter) return;
    const cycles = meter.lastCycles() + (zeroed > 0 ? (meter.zeroCycles?.(zeroed) ?? 0) : 0);
    this.cycles += cycles;
    if (cycles > this.maximumCycles) this.maximumCycles = cycles;
  }

  private release(slot: number): void {
    const address = this.addresses[slot]!;
    this.allocator.free(address);
    if (address === 0) return;
    this.charge();
    this.live -= this.held[slot]!;
    this.liveBlocks--;
    this.addresses[slot] = 0;
  }

  /** Notes the result of a request for a new block. */
  private took(batch: OperationBatch, row: number, address: number, bytes: number, zeroed = 0): void {
    const slot = batch.slot[row]!;
    if (bytes > 0 && bytes <= MAXIMUM_WORD) this.charge(zeroed);
    this.compare(batch, row, address);
    if (address === 0) {
      if (bytes > 0) this.failed(batch, row, bytes);
      if (slot !== NO_SLOT) this.addresses[slot] = 0;
    } else if (slot === NO_SLOT) {
      this.rescued++;
      this.allocator.free(address);
    } else {
      this.addresses[slot] = address;
      this.liveBlocks++;
      if (this.liveBlocks > this.peakBlocks) this.peakBlocks = this.liveBlocks;
      this.holds(slot, address, bytes, 0);
    }
  }

  /** Bytes of a request that really are in the block: TLSF wraps sizes near 2^32 around to its smallest block. */
  private granted(address: number, bytes: number): number {
    return bytes <= this.poolSize ? bytes : Math.min(bytes, this.allocator.allocatedSize(address));
  }

  private holds(slot: number, address: number, asked: number, before: number): void {
    const bytes = this.granted(address, asked);
    this.held[slot] = bytes;
    this.live += bytes - before;
    if (this.live > this.peakLive) this.peakLive = this.live;
    if (address + bytes > this.highest) this.highest = address + bytes;
  }

  private resize(batch: OperationBatch, row: number, bytes: number, recordedNull: boolean): void {
    const slot = batch.slot[row]!;
    const old = this.addresses[slot]!;
    const moved = this.allocator.realloc(old, bytes);
    this.charge();
    this.compare(batch, row, moved);
    if (moved === 0) return this.failed(batch, row, bytes);
    if (recordedNull) {
      // The recorded program goes on with its old block, so the size goes back to what it was.
      this.rescued++;
      if (old === 0) this.allocator.free(moved);
      else this.addresses[slot] = this.allocator.realloc(moved, this.held[slot]!) || moved;
      return;
    }
    this.addresses[slot] = moved;
    if (old === 0) {
      this.liveBlocks++;
      if (this.liveBlocks > this.peakBlocks) this.peakBlocks = this.liveBlocks;
    }
    this.holds(slot, moved, bytes, old === 0 ? 0 : this.held[slot]!);
  }

  private compare(batch: OperationBatch, row: number, address: number): void {
    if ((batch.flags[row]! & OperationFlag.recorded) === 0) return;
    this.compared++;
    if (batch.address[row] === address) this.equal++;
  }

  private failed(batch: OperationBatch, row: number, size: number): void {
    if (this.failures++ > 0) return;
    const { freeBytes, largestFree } = this.allocator.stats();
    this.firstFailure = {
      operation: this.operations + row - this.segment + 1,
      line: batch.line[row]!,
      cycle: (batch.flags[row]! & OperationFlag.timed) !== 0 ? batch.time[row]! : -1,
      request: operationNames[batch.op[row]!]!,
      size,
      free: freeBytes,
      largestFree,
    };
  }
}
