import type { AllocationEvent, AllocationListener, HeapTraceStandalone } from '@xtal/heaptrace';

/** A block that was allocated while the on-device trace recorded, and is not freed. */
export interface LiveRecord {
  /** Guest address, and bytes asked for. */
  readonly address: number;
  readonly size: number;
  /** Return addresses, innermost first, as many as a record of the device has. */
  readonly chain: Uint32Array;
  /** Number of the Lua traceback, 0 = none. */
  readonly traceback: number;
}

/**
 * What the on-device trace would hold if its buffer had no limit: the extra `heaptrace.xtal_unlimited`. It listens from
 * outside, so the chip does not notice; blocks on the chip bound how much there is.
 */
export class UnlimitedRecords implements AllocationListener {
  readonly chainDepth: number;
  /** By address, oldest first. */
  private readonly live = new Map<number, LiveRecord>();

  /**
   * @param trace the recorder, which says when to record
   * @param traceback number of the present Lua traceback
   */
  constructor(
    private readonly trace: HeapTraceStandalone,
    private readonly traceback: () => number,
  ) {
    this.chainDepth = trace.stackDepth;
  }

  /** The trace starts: nothing is recorded yet. */
  begin(): void {
    this.live.clear();
  }

  /** Oldest first. */
  get records(): readonly LiveRecord[] {
    return [...this.live.values()];
  }

  allocationEvent({ kind, address, oldAddress, size, chain, chainLength }: AllocationEvent): void {
    if (kind === 'fail' || !this.trace.recordsFrees) return;
    this.live.delete(kind === 'realloc' ? oldAddress : address);
    if (kind === 'free' || !this.trace.recordsAllocations) return;
    // one that is there was freed while the trace was stopped
    this.live.delete(address);
    this.live.set(address, {
      address,
      size,
      chain: chain.slice(0, Math.min(chainLength, this.chainDepth)),
      traceback: this.traceback(),
    });
  }
}
