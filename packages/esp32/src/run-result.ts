import type { GuestDeath } from './guest-death.js';

/**
 * Why a run ended:
 * `exit` the guest ended itself; `time` the simulated time asked for has passed; `timeout` the simulated time allowed
 * has; `wall-timeout` the host time allowed has; `expect-text`, `fail-text` a text was printed; `max-insns` the
 * instructions allowed have been executed; `idle` the core sleeps and nothing is left that could wake it; `died` an
 * exception that nobody handles, abort, or a failed assertion.
 */
export type RunReason =
  'exit' | 'time' | 'timeout' | 'wall-timeout' | 'expect-text' | 'fail-text' | 'max-insns' | 'idle' | 'died';

/** When a run shall end. All absent: when the guest does. */
export interface RunLimits {
  /** Instructions from now on. */
  readonly maxInstructions?: number | undefined;
  /** Simulated time from now on, in cycles, after which the run ends well. */
  readonly time?: number | undefined;
  /** Simulated time from now on, in cycles, after which the run has failed. */
  readonly timeout?: number | undefined;
  /** Host time from now on, in milliseconds. Only it makes a run depend on the host. */
  readonly wallTimeout?: number | undefined;
  /** Ends the run well once the console has shown this text. */
  readonly expectText?: string | undefined;
  /** Ends the run as failed once the console has shown this text. */
  readonly failText?: string | undefined;
}

/** How a run ended. */
export interface RunResult {
  readonly reason: RunReason;
  /** What the guest gave to exit; with `exit` only. */
  readonly exitCode?: number;
  /** Instructions that the guest executed in this run. */
  readonly instructions: number;
  /** Cycles of the CPU clock that passed in this run. */
  readonly cycles: number;
  /** Several lines for a person; with `died` and `idle`. */
  readonly message?: string;
  /** With `died` only. */
  readonly death?: GuestDeath;
}
