/**
 * A core's state and clocks, and what follows from them: the first of four layers of `Core`.
 *
 * `cycles = base + now`: `now`, `pend`, `deadline` and `ready` are small integers relative to `base`, so that generated code
 * computes with 32 bits; `fold` moves them on.
 */
import type { Core } from './core.js';
import { CodeCache, type CodeSource } from './engine/code-cache.js';
import { WINDOW_LIMITS } from './engine/generate.js';
import { Float32 } from './float/float32.js';
import { TIMER_INTERRUPTS } from './interrupts.js';
import { type CodeListener, type FlatMemory } from './memory.js';
import { Protection } from './protection.js';
import { PS_EXCM, PS_WOE, STATE_INDEX as I, STATE_WORDS } from './semantics/states.js';
import { READY_COUNT } from './timing/classes.js';
import { timingValues, type TimingValues } from './timing/parameters.js';
import { type CoreConfig } from './core-config.js';

export const RESET_PC = 0x40000400;
/** No limit, no deadline. */
export const FAR = 1 << 30;
/** `now` is folded into `base` beyond this, so that it never overflows within a run. */
export const FOLD = 1 << 28;

/** See the head of the file. */
export abstract class CoreState implements CodeSource, CodeListener {
  readonly memory: FlatMemory;
  readonly id: number;
  readonly timing: 'exact' | 'off';
  readonly allowUnverified: boolean;
  readonly parameters: TimingValues;
  /** Address of the next instruction. */
  pc = RESET_PC;
  /** The 64 physical address registers. */
  readonly ar = new Int32Array(64);
  /** The 16 floating-point registers as bits. */
  readonly fr = new Int32Array(16);
  /** MAC16 registers m0..m3. */
  readonly mr = new Int32Array(4);
  /** State words, by `STATE_INDEX`. Change registers with side effects through `writeSpecial`. */
  readonly state = new Int32Array(STATE_WORDS.length);
  readonly fpu = new Float32();
  /** Sleeping in WAITI. */
  waiting = false;

  // Scoreboard and clocks.
  /** @internal */ readonly ready = new Int32Array(READY_COUNT);
  /** @internal */ base = 0;
  /** @internal */ now = 0;
  /** @internal */ pend = 0;
  /** @internal */ n = 0;
  /** @internal */ deadline = 0;
  /** Instructions before `n` was last folded (exact timing). @internal */
  retiredBefore = 0;
  /** Cycles that were no instructions (timing off). @internal */
  idle = 0;
  /** CCOUNT = cycles + offset. @internal */
  ccountOffset = 0;
  /** Cycle at which CCOUNT next equals CCOMPAREn. @internal */
  readonly timerAt = new Float64Array(3).fill(2 ** 32);
  /** Levels of the interrupt lines from outside. @internal */
  lines = 0;
  /** Interrupts must be looked at before the next instruction. @internal */
  checkDue = false;
  /** Instructions retired at the last exception (timing off). @internal */
  lastException = -1;

  // Engine.
  /** @internal */ readonly code: CodeCache;
  /** Records whose op word is not below this overflow the window. @internal */
  limit = FAR;
  /** @internal */ record = 0;
  /** Not 0 after a load or store that faulted: EXCCAUSE + 1. @internal */
  fault = 0;
  /** The run loop must act after the present instruction. @internal */
  exitRequested = false;
  /** All records are stale. @internal */
  stale = false;
  /** @internal */ readonly protection: Protection;
  /** @internal */ pageClass: Uint8Array;
  protected readonly exact: boolean;

  constructor(config: CoreConfig) {
    this.memory = config.memory;
    this.id = config.id ?? 0;
    this.timing = config.timing ?? 'exact';
    this.exact = this.timing === 'exact';
    this.allowUnverified = config.allowUnverified ?? false;
    this.parameters = timingValues(config.timingParameters);
    this.code = new CodeCache(this);
    this.protection = new Protection(this.memory.pageClass);
    this.pageClass = this.memory.pageClass;
  }

  /** @internal */
  abstract hasNative(address: number): boolean;
  /** @internal */
  abstract hasWatch(address: number): boolean;

  /** This core as hooks and observers see it. */
  protected get self(): Core {
    return this as unknown as Core;
  }

  get windowBase(): number {
    return this.state[I.WINDOWBASE]!;
  }

  set windowBase(value: number) {
    this.state[I.WINDOWBASE] = value & 15;
    this.windowChanged();
  }

  get windowStart(): number {
    return this.state[I.WINDOWSTART]!;
  }

  set windowStart(value: number) {
    this.state[I.WINDOWSTART] = value & 0xffff;
    this.windowChanged();
  }

  /** Register of the current window as unsigned number. */
  getA(n: number): number {
    return this.ar[(this.state[I.WINDOWBASE]! * 4 + n) & 63]! >>> 0;
  }

  setA(n: number, value: number): void {
    this.ar[(this.state[I.WINDOWBASE]! * 4 + n) & 63] = value;
  }

  /** Cycles since reset, exact below 2^53, never decreasing. */
  get cycles(): number {
    return this.base + this.now;
  }

  /** Retired instructions. */
  get instructions(): number {
    return this.exact ? this.retiredBefore + this.n : this.base + this.now - this.idle;
  }

  /** The guest's CCOUNT now. */
  get ccount(): number {
    return this.ccountAt(this.cycles);
  }

  /** CCOUNT at a moment given in {@link cycles}, as long as nobody sets it. */
  ccountAt(cycles: number): number {
    return (cycles + this.ccountOffset) >>> 0;
  }

  /** Adds cycles that something outside the instruction stream cost (a native function's work). */
  charge(cycles: number): void {
    if (!(cycles >= 0)) throw new RangeError(`cannot charge ${cycles} cycles`);
    cycles = Math.floor(cycles);
    if (this.now + cycles > FOLD) this.fold(cycles);
    else this.now += cycles;
    if (!this.exact) this.idle += cycles;
  }

  /** @internal */
  get straddleCost(): number {
    return this.exact ? this.parameters.straddle : 0;
  }

  /** @internal */
  fetchAllowed(address: number): boolean {
    return this.protection.allowsFetch(address);
  }

  /** @internal */
  hasBreakpoint(address: number): boolean {
    const enable = this.state[I.IBREAKENABLE]!;
    return (
      ((enable & 1) !== 0 && this.state[I.IBREAKA0]! >>> 0 === address) ||
      ((enable & 2) !== 0 && this.state[I.IBREAKA1]! >>> 0 === address)
    );
  }

  /** @internal */
  codeChanged(): void {
    this.code.flush();
    this.stale = true;
  }

  /** @internal */
  pageClassChanged(first: number, count: number): void {
    this.protection.pageClassChanged(first, count);
  }

  /** Attributes or data breakpoints have changed. @internal */
  protectionChanged(): void {
    this.pageClass = this.protection.update(this.state);
  }

  /** PS, WINDOWBASE or WINDOWSTART has changed. @internal */
  windowChanged(): void {
    const S = this.state;
    const start = S[I.WINDOWSTART]!;
    this.limit =
      (S[I.PS]! & (PS_WOE | PS_EXCM)) === PS_WOE
        ? WINDOW_LIMITS[((start | (start << 16)) >>> (S[I.WINDOWBASE]! + 1)) & 7]!
        : FAR;
  }

  /** CCOUNT as the present instruction sees it. @internal */
  ccountAtIssue(): number {
    return ((this.cycles - (this.exact ? 0 : 1) + this.ccountOffset) % 2 ** 32) | 0;
  }

  /** Sets interrupts of the timers that have passed. @internal */
  updateTimers(): void {
    const { cycles } = this;
    for (let i = 0; i < 3; i++) {
      if (cycles < this.timerAt[i]!) continue;
      this.state[I.INTERRUPT]! |= 1 << TIMER_INTERRUPTS[i]!;
      this.timerAt[i]! += 2 ** 32 * (Math.floor((cycles - this.timerAt[i]!) / 2 ** 32) + 1);
    }
  }

  /** Folds the small clocks into the big ones, plus some cycles. @internal */
  fold(cycles = 0): void {
    const { now, ready } = this;
    for (let i = 0; i < ready.length; i++) ready[i] = Math.max(ready[i]! - now - cycles, 0);
    this.pend = Math.max(this.pend - now - cycles, 0);
    this.deadline = Math.max(this.deadline - now - cycles, -FAR);
    this.base += now + cycles;
    this.now = 0;
    this.retiredBefore += this.n;
    this.n = 0;
  }

  protected uncount(): void {
    if (this.exact) this.n--;
    else this.now--;
  }

  protected count(): void {
    if (this.exact) this.n++;
    else this.now++;
  }
}
