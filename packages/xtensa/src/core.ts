/** One Xtensa LX6 core. */
import type { FlatMemory } from './memory.js';

/**
 * Why `run` returned. `deadline`: cycles >= untilCycles. `waiting`: the core sleeps in WAITI and nothing inside it
 * can wake it before the deadline (cycles = untilCycles, or unchanged when that is Infinity). `stopped`: a hook called
 * `stop()`.
 */
export type StopReason = 'deadline' | 'waiting' | 'stopped';

/** A function called by the core; registers and pc are up to date and may be changed. */
export type CoreHook = (core: Core) => void;

export interface CoreConfig {
  readonly memory: FlatMemory;
  /** 0 = PRO (PRID 0xCDCD), 1 = APP (PRID 0xABAB). */
  readonly id?: 0 | 1;
  /** 'exact' (default): the scoreboard of the LX6; 'off': one cycle an instruction. */
  readonly timing?: 'exact' | 'off';
  /** Execute instructions whose semantics are not established instead of throwing UnverifiedInstructionError. */
  readonly allowUnverified?: boolean;
}

export declare class Core {
  constructor(config: CoreConfig);
  readonly memory: FlatMemory;
  readonly id: number;
  readonly timing: 'exact' | 'off';
  /** Address of the next instruction. */
  pc: number;
  /** The 64 physical address registers. */
  readonly ar: Int32Array;
  /** The 16 floating-point registers as bits. */
  readonly fr: Int32Array;
  /** 0..15, in units of four registers. */
  windowBase: number;
  windowStart: number;
  ps: number;
  /** Retired instructions. */
  readonly instructions: number;
  /** Cycles since reset, exact below 2^53, never decreasing. */
  readonly cycles: number;
  /** The guest's CCOUNT now. */
  readonly ccount: number;
  /** Sleeping in WAITI. */
  readonly waiting: boolean;
  /** Register of the current window as unsigned number. */
  getA(n: number): number;
  setA(n: number, value: number): void;
  /** Special or user register by its name in lower case ("sar", "epc1", "threadptr"). */
  readSpecial(name: string): number;
  writeSpecial(name: string, value: number): void;
  run(untilCycles: number): StopReason;
  step(): StopReason | undefined;
  /** Ends the current `run` after the present instruction; for hooks. */
  stop(): void;
  /** Adds cycles that something outside the instruction stream cost (a native function's work). */
  charge(cycles: number): void;
  /** Level of an external interrupt line 0..31 (edge lines latch on the rising edge). */
  setInterrupt(line: number, level: boolean): void;
  /** Called by SIMCALL; without it SIMCALL does nothing. */
  onSimcall: CoreHook | undefined;
  /** Serves a guest address by a host function: it runs instead of the instruction there, then returns to the caller unless it changed pc. */
  addNative(address: number, hook: CoreHook): void;
  removeNative(address: number): void;
  /** Calls the hook before each execution of the instruction at the address. Returns a function that removes the watch. */
  watch(address: number, hook: CoreHook): () => void;
  reset(): void;
  saveState(): Uint8Array;
  restoreState(state: Uint8Array): void;
}
