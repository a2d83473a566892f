/** The clock that simulated surroundings (timers, network, pins) schedule on. */
export interface EventClock {
  /** Cycles since reset. */
  readonly now: number;
  /** CPU cycles a second. */
  readonly hz: number;
  /**
   * Calls `action` when the clock reaches `cycle` (at the next opportunity when that has passed); events of one
   * cycle come in the order in which they were scheduled.
   * @returns A function that cancels it.
   */
  at(cycle: number, action: () => void): () => void;
}

interface QueuedEvent {
  readonly cycle: number;
  readonly action: () => void;
}

const NO_WORK = { cycles: 0 };

/**
 * A clock whose time is work done plus idle time skipped. Events run between pieces of work, when
 * {@link WorkClock.runDue} or {@link WorkClock.advanceTo} is called.
 * Few events are pending at a time (timers, packets), so a sorted list is enough.
 */
export class WorkClock implements EventClock {
  readonly #events: QueuedEvent[] = [];

  /**
   * @param hz - CPU cycles a second.
   * @param work - What works, and the cycles of work done so far.
   * @param idle - Cycles that passed without it.
   */
  constructor(
    readonly hz = 240_000_000,
    private readonly work: { readonly cycles: number } = NO_WORK,
    private idle = 0,
  ) {}

  get now(): number {
    return this.idle + this.work.cycles;
  }

  at(cycle: number, action: () => void): () => void {
    const event: QueuedEvent = { cycle: Math.max(cycle, this.now), action };
    let index = this.#events.length;
    while (index > 0 && this.#events[index - 1]!.cycle > event.cycle) index--;
    this.#events.splice(index, 0, event);
    return () => {
      // Taken out at once: timers that are started and stopped for ever must not pile up.
      const at = this.#events.indexOf(event);
      if (at >= 0) this.#events.splice(at, 1);
    };
  }

  /** The cycle of the next event, Infinity when nothing is scheduled. */
  get next(): number {
    return this.#events[0]?.cycle ?? Infinity;
  }

  /** Number of events that wait. */
  get pending(): number {
    return this.#events.length;
  }

  /** Runs all events that are due, also those that they schedule for now. */
  runDue(): void {
    while (this.next <= this.now) this.#events.shift()!.action();
  }

  /** Moves the clock to `cycle`, running what falls due on the way at its own time. */
  advanceTo(cycle: number): void {
    while (this.next <= cycle) {
      this.#skipTo(this.next);
      this.runDue();
    }
    this.#skipTo(cycle);
  }

  #skipTo(cycle: number): void {
    this.idle += Math.max(0, cycle - this.now);
  }
}
