/**
 * NodeMCU's task queues: three priorities, a bounded number of tasks each. The main task runs one task at a time,
 * the highest priority first, in the order of posting.
 */

/** Tasks that a queue holds: 2000 bytes of queue memory, three queues, 8 bytes a task. */
const TASKS_PER_QUEUE = Math.floor(2000 / 3 / 8);

interface Task {
  readonly symbol: string;
  readonly run: () => void;
}

/** The three queues. */
export class TaskQueue {
  readonly #queues: readonly Task[][] = [[], [], []];

  /** @param warn - Told once for every task that finds its queue full. */
  constructor(private readonly warn: (text: string) => void = () => undefined) {}

  /**
   * Queues a task.
   * @param symbol - The C function that runs it, for call chains.
   * @returns false when the queue is full.
   */
  post(priority: number, symbol: string, run: () => void): boolean {
    const queue = this.#queues[priority]!;
    if (queue.length >= TASKS_PER_QUEUE) {
      this.warn(`Task queue overflow (priority ${priority}, ${symbol})`);
      return false;
    }
    queue.push({ symbol, run });
    return true;
  }

  /** Whether no task waits. */
  get empty(): boolean {
    return this.#queues.every((queue) => queue.length === 0);
  }

  /** The next task, taken out of its queue; undefined when none waits. */
  take(): Task | undefined {
    for (let priority = this.#queues.length - 1; priority >= 0; priority--) {
      const task = this.#queues[priority]!.shift();
      if (task) return task;
    }
    return undefined;
  }
}
