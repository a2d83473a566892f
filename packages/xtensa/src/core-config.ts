/** What a core is made with and what it tells: configuration, hooks, observers, errors. */
import type { Core } from './core.js';
import type { FlatMemory } from './memory.js';
import type { TimingName } from './timing/parameters.js';
import { hexAddress } from './hex.js';

/**
 * Why `run` returned. `deadline`: cycles >= untilCycles. `waiting`: the core sleeps in WAITI and nothing inside it
 * can wake it before the deadline (cycles = untilCycles, or unchanged when that is Infinity). `stopped`: a hook called
 * `stop()`.
 */
export type StopReason = 'deadline' | 'waiting' | 'stopped';

/** A function called by the core; registers and pc are up to date and may be changed. */
export type CoreHook = (core: Core) => void;

/** Watches execution; costs nothing when absent (another loop runs with it). All addresses are guest addresses. */
export interface CoreObserver {
  /** Before an instruction is executed; `id` is its place in `INSTRUCTIONS`. */
  instruction?(core: Core, pc: number, id: number): void;
  /** After a CALL0/4/8/12 or CALLX: target, return address, 0 to 3 for the window increment. */
  call?(core: Core, pc: number, target: number, increment: number): void;
  /** After RET or RETW: where it went. */
  return?(core: Core, pc: number, target: number): void;
  /** Exception or window exception taken; interrupts with the cause 4 or their level's vector. */
  exception?(core: Core, pc: number, vector: number, kind: ExceptionKind, cause: number): void;
}

export type ExceptionKind = 'general' | 'double' | 'overflow' | 'underflow' | 'interrupt' | 'debug';

export interface CoreConfig {
  readonly memory: FlatMemory;
  /** 0 = PRO (PRID 0xCDCD), 1 = APP (PRID 0xABAB). */
  readonly id?: 0 | 1;
  /** 'exact' (default): the scoreboard of the LX6; 'off': one cycle an instruction. */
  readonly timing?: 'exact' | 'off';
  /** Replaces values of `TIMING_PARAMETERS`. */
  readonly timingParameters?: Partial<Record<TimingName, number>>;
  /** Execute instructions whose semantics are not established instead of throwing UnverifiedInstructionError. */
  readonly allowUnverified?: boolean;
}

/** An instruction whose semantics are not established was about to be executed; see docs/fidelity/isa.md. */
export class UnverifiedInstructionError extends Error {
  constructor(
    readonly pc: number,
    readonly instruction: string,
    readonly reason: string,
  ) {
    super(
      `${instruction} at ${hexAddress(pc)}: semantics not established (${reason}); ` +
        'allowUnverified (--allow-unverified) executes the guess of docs/fidelity/isa.md',
    );
    this.name = 'UnverifiedInstructionError';
  }
}
