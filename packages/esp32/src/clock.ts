/** Something that happens at a cycle. */
export interface ClockEvent {
  /** Cycle of the CPU clock. */
  readonly cycle: number;
  readonly action: () => void;
}

interface QueuedEvent extends ClockEvent {
  /** Order of scheduling, which decides among events of one cycle. */
  readonly order: number;
  cancelled: boolean;
}

/**
 * The machine's clock: one queue of events in CPU cycles. Wall time never enters.
 *
 * Invariant: `heap` is a binary heap by (cycle, order).
 */
export class Clock {
  private readonly heap: QueuedEvent[] = [];
  private scheduled = 0;

  /** @param readNow cycles since reset */
  constructor(private readonly readNow: () => number) {}

  /** Cycles since reset. */
  get now(): number {
    return this.readNow();
  }

  /** Cycle of the next event; Infinity when none is scheduled. */
  get nextCycle(): number {
    this.dropCancelled();
    return this.heap[0]?.cycle ?? Infinity;
  }

  /**
   * Schedules an action. One in the past happens at the next opportunity; those of one cycle in the order given.
   *
   * @returns a function that cancels it
   */
  at(cycle: number, action: () => void): () => void {
    const event: QueuedEvent = { cycle, action, order: this.scheduled++, cancelled: false };
    this.heap.push(event);
    this.siftUp(this.heap.length - 1);
    return () => {
      event.cancelled = true;
    };
  }

  /** Runs all events due at or before a cycle, also those that they schedule themselves. */
  runDue(cycle: number): void {
    while (this.nextCycle <= cycle && this.heap.length > 0) this.pop()!.action();
  }

  private dropCancelled(): void {
    while (this.heap[0]?.cancelled === true) this.pop();
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.heap[a]!, this.heap[b]!];
    return x.cycle < y.cycle || (x.cycle === y.cycle && x.order < y.order);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }

  private siftUp(index: number): void {
    for (let i = index; i > 0;) {
      const parent = (i - 1) >> 1;
      if (!this.before(i, parent)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private pop(): QueuedEvent | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    this.heap[0] = last;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === i) return first;
      this.swap(i, least);
      i = least;
    }
  }
}
