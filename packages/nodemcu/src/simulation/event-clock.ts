/** The clock that simulated surroundings (timers, network, pins) schedule on. The chip's clock satisfies it. */
export interface EventClock {
  /** Cycles since reset. */
  readonly now: number;
  /** CPU cycles a second. */
  readonly hz: number;
  /**
   * Calls `callback` when the clock reaches `cycle` (at once when that has passed); events of one cycle
   * come in the order in which they were scheduled.
   * @returns A handle for {@link EventClock.cancel}.
   */
  at(cycle: number, callback: () => void): number;
  /** Forgets a scheduled event; unknown handles are ignored. */
  cancel(handle: number): void;
}

/** A clock for tests and for parts that run without a chip: {@link ManualClock.advance} moves it. */
export class ManualClock implements EventClock {
  now = 0;
  #sequence = 0;
  readonly #events: { cycle: number; handle: number; callback: () => void }[] = [];

  constructor(readonly hz = 240_000_000) {}

  at(cycle: number, callback: () => void): number {
    const handle = ++this.#sequence;
    const event = { cycle: Math.max(cycle, this.now), handle, callback };
    let index = this.#events.length;
    while (index > 0 && this.#events[index - 1]!.cycle > event.cycle) index--;
    this.#events.splice(index, 0, event);
    return handle;
  }

  cancel(handle: number): void {
    const index = this.#events.findIndex((event) => event.handle === handle);
    if (index >= 0) this.#events.splice(index, 1);
  }

  /** The cycle of the next event, or undefined when nothing is scheduled. */
  get next(): number | undefined {
    return this.#events[0]?.cycle;
  }

  /** Moves the clock forward by `cycles`, calling what falls due on the way. */
  advance(cycles: number): void {
    const target = this.now + cycles;
    for (let event = this.#events[0]; event && event.cycle <= target; event = this.#events[0]) {
      this.#events.shift();
      this.now = Math.max(this.now, event.cycle);
      event.callback();
    }
    this.now = target;
  }
}
