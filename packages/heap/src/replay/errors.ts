/** What can be wrong with a trace, and who decides whether that ends the replay. */

/**
 * - `malformed`: the text or bytes are not of the format.
 * - `truncated`: the trace ends before it says that it ends.
 * - `contradictory`: well-formed, but no program can have done it (a block freed that is not allocated, …).
 */
export type TraceProblemKind = 'malformed' | 'truncated' | 'contradictory';

/** A trace that cannot be used as it is. */
export class TraceError extends Error {
  constructor(
    readonly file: string,
    /** Line or record number from 1; 0 when the whole file is meant. */
    readonly line: number,
    readonly kind: TraceProblemKind,
    /** What is wrong and what was expected. */
    readonly detail: string,
  ) {
    super(`${file}${line > 0 ? `:${line}` : ''}: ${detail}`);
    this.name = 'TraceError';
  }
}

/** Messages that a {@link ProblemLog} keeps; the rest is only counted. */
const MESSAGES_KEPT = 20;

/** Takes every problem of a trace: throws at the first, or counts it and goes on. */
export class ProblemLog {
  readonly counts: Record<TraceProblemKind, number> = { malformed: 0, truncated: 0, contradictory: 0 };
  private readonly kept: TraceError[] = [];

  /** @param keepGoing - Count and skip instead of throwing. */
  constructor(readonly keepGoing = false) {}

  /** Messages of the first problems found, by line. (Readers are ahead of the checker by a batch.) */
  get messages(): string[] {
    const order = (error: TraceError): number => error.line || Infinity;
    return [...this.kept].sort((a, b) => order(a) - order(b) || 0).map((error) => error.message);
  }

  /** Number of problems so far. */
  get total(): number {
    return this.counts.malformed + this.counts.truncated + this.counts.contradictory;
  }

  /**
   * Notes one problem.
   * @throws {TraceError} the problem itself, unless the log keeps going.
   */
  report(error: TraceError): void {
    if (!this.keepGoing) throw error;
    this.counts[error.kind]++;
    if (this.kept.length < MESSAGES_KEPT) this.kept.push(error);
  }
}
