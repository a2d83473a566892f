/**
 * One Xtensa LX6 core: its state, its run loop, and what generated code calls.
 *
 * Invariants
 * - Between instructions all state is in the arrays and fields here; `pc` is exact whenever no generated code runs, and inside
 *   hooks.
 * - Time: `cycles = base + now`, where `now`, `pend`, `deadline` and `ready` are small integers relative to `base`.
 * - Interrupts are accepted, and `run` ends, only at *checkpoints*: ENTRY, every taken transfer to an address at or below the
 *   instruction itself (loop-backs, too), exception entries, returns from native functions, and instructions that
 *   change what can be accepted. The checkpoint sees `now >= deadline` and sets `checkDue`. So the course of a
 *   program does not depend on where `run` or `step` cut it.
 */
import { CodeCache, type CodeSource } from './engine/code-cache.js';
import { WINDOW_LIMITS } from './engine/generate.js';
import { interpreterFor, type Interpreter } from './engine/interpreter.js';
import {
  OP_BITS,
  OP_GOTO,
  OP_IBREAK,
  OP_LOOP_END,
  OP_MASK,
  OP_WATCH,
  instructionIdOf,
  RECORD_LINK,
  RECORD_PC,
} from './engine/opcodes.js';
import { Float32 } from './float/float32.js';
import {
  currentLevel,
  DEBUG_LEVEL,
  deliverableLevel,
  EDGE_MASK,
  INTERNAL_MASK,
  NMI_MASK,
  TIMER_INTERRUPTS,
  VECTOR_DOUBLE,
  VECTOR_KERNEL,
  VECTOR_LEVEL,
  VECTOR_OVERFLOW4,
  VECTOR_UNDERFLOW4,
  VECTOR_USER,
} from './interrupts.js';
import { INSTRUCTIONS } from './isa/index.js';
import { ACCESS_FORBIDDEN, type CodeListener, type FlatMemory } from './memory.js';
import { returnFromNative } from './native.js';
import { Protection } from './protection.js';
import {
  CAUSE_ALIGNMENT,
  CAUSE_LEVEL1_INTERRUPT,
  CAUSE_LOAD_PROHIBITED,
  CAUSE_LOAD_STORE_ERROR,
  CAUSE_STORE_PROHIBITED,
  DEBUG_DBREAK,
  DEBUG_IBREAK,
  DEBUG_ICOUNT,
  PS_EXCM,
  PS_INTLEVEL,
  PS_OWB_SHIFT,
  PS_UM,
  PS_WOE,
  STATE_INDEX as I,
  STATE_WORDS,
} from './semantics/states.js';
import { NOT_ESTABLISHED } from './semantics/special.js';
import { readRegister, readRegisterByName, writeRegister, writeRegisterByName } from './special-registers.js';
import { restoreCore, saveCore } from './state.js';
import { READY_COUNT } from './timing/classes.js';
import { timingValues, type TimingName, type TimingValues } from './timing/parameters.js';

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
      `${instruction} at 0x${pc.toString(16).padStart(8, '0')}: semantics not established (${reason}); ` +
        'allow unverified instructions to execute the documented guess',
    );
    this.name = 'UnverifiedInstructionError';
  }
}

const RESET_PC = 0x40000400;
const FAR = 1 << 30;
/** `now` is folded into `base` beyond this, so that it never overflows within a run. */
const FOLD = 1 << 28;

/** A core. See the head of the file. */
export class Core implements CodeSource, CodeListener {
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
  /** Called by SIMCALL; without it SIMCALL does nothing. */
  onSimcall: CoreHook | undefined;
  /** External registers (RER, WER); without it reads give what was written, 0 at first. */
  externalRegisters: { read(address: number): number; write(address: number, value: number): void };
  /** Value of READ_IMPWIRE. */
  impwire = 0;

  // Scoreboard and clocks; for generated code and `state.ts`.
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

  // Engine
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
  private faultAddress = 0;
  private stopRequested = false;
  private redirected = false;
  private watchServed = -1;
  /** Counts vectors taken. */
  private vectors = 0;
  private observer: CoreObserver | undefined;
  private readonly interpreter: Interpreter;
  private readonly exact: boolean;
  private readonly natives = new Map<number, CoreHook>();
  private readonly watches = new Map<number, Set<CoreHook>>();

  constructor(config: CoreConfig) {
    this.memory = config.memory;
    this.id = config.id ?? 0;
    this.timing = config.timing ?? 'exact';
    this.exact = this.timing === 'exact';
    this.allowUnverified = config.allowUnverified ?? false;
    this.parameters = timingValues(config.timingParameters);
    this.interpreter = interpreterFor(this.exact ? this.parameters : undefined);
    this.code = new CodeCache(this);
    this.protection = new Protection(this.memory.pageClass);
    this.pageClass = this.memory.pageClass;
    const external = new Map<number, number>();
    this.externalRegisters = {
      read: (address) => external.get(address) ?? 0,
      write: (address, value) => {
        if (external.size < 65536 || external.has(address)) external.set(address, value);
      },
    };
    this.memory.addCodeListener(this);
    this.reset();
  }

  // Registers

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
  get ps(): number {
    return this.state[I.PS]!;
  }
  set ps(value: number) {
    this.writeSpecial('ps', value);
  }
  /** Register of the current window as unsigned number. */
  getA(n: number): number {
    return this.ar[(this.state[I.WINDOWBASE]! * 4 + n) & 63]! >>> 0;
  }
  setA(n: number, value: number): void {
    this.ar[(this.state[I.WINDOWBASE]! * 4 + n) & 63] = value;
  }
  /** Special or user register by its name in lower case ("sar", "epc1", "threadptr", "m0"), unsigned. */
  readSpecial(name: string): number {
    return readRegisterByName(this, name);
  }
  /** Writes a special or user register as WSR or WUR does, read-only ones excepted. @throws RangeError for an unknown name */
  writeSpecial(name: string, value: number): void {
    writeRegisterByName(this, name, value | 0);
    this.statusChanged();
  }

  // Time

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
    return (this.cycles + this.ccountOffset) % 2 ** 32;
  }
  /** Adds cycles that something outside the instruction stream cost (a native function's work). */
  charge(cycles: number): void {
    if (!(cycles >= 0)) throw new RangeError(`cannot charge ${cycles} cycles`);
    cycles = Math.floor(cycles);
    if (this.now + cycles > FOLD) this.fold(cycles);
    else this.now += cycles;
    if (!this.exact) this.idle += cycles;
  }

  // Running

  /** Runs until cycles >= untilCycles at a checkpoint, or a stop. */
  run(untilCycles: number): StopReason {
    for (;;) {
      if (this.checkDue) this.acceptInterrupts();
      if (this.stopRequested) {
        this.stopRequested = false;
        return 'stopped';
      }
      if (this.waiting) {
        if (!this.sleepUntil(untilCycles)) return 'waiting';
        continue;
      }
      if (this.cycles >= untilCycles) return 'deadline';
      this.setDeadline(untilCycles);
      if (this.observer !== undefined || this.state[I.ICOUNTLEVEL] !== 0) {
        this.stepOnce();
        continue;
      }
      this.record = this.code.lookup(this.pc);
      this.interpreter.run(this);
    }
  }

  /**
   * Executes one instruction, or takes one exception or interrupt. Returns 'waiting' when the core sleeps, 'stopped' when a
   * hook stopped it, 'deadline' when a checkpoint was reached with cycles >= untilCycles.
   */
  step(untilCycles = Infinity): StopReason | undefined {
    if (this.checkDue && this.acceptInterrupts()) return undefined;
    if (this.waiting) {
      if (!this.sleepUntil(untilCycles)) return 'waiting';
      this.acceptInterrupts();
      return undefined;
    }
    this.setDeadline(untilCycles);
    this.stepOnce();
    if (this.stopRequested) {
      this.stopRequested = false;
      return 'stopped';
    }
    return this.checkDue && this.cycles >= untilCycles ? 'deadline' : undefined;
  }

  /** Ends the current `run` or `step` after the present instruction; for hooks. */
  stop(): void {
    this.stopRequested = true;
    this.exitRequested = true;
  }

  /** Level of an external interrupt line 0..31. Edge lines and the NMI latch on the rising edge. */
  setInterrupt(line: number, level: boolean): void {
    const bit = (1 << line) & ~INTERNAL_MASK;
    const rising = level && (this.lines & bit) === 0;
    this.lines = level ? this.lines | bit : this.lines & ~bit;
    if ((bit & (EDGE_MASK | NMI_MASK)) !== 0) {
      if (rising) this.state[I.INTERRUPT]! |= bit;
    } else if (level) this.state[I.INTERRUPT]! |= bit;
    else this.state[I.INTERRUPT]! &= ~bit;
    this.statusChanged();
  }

  /**
   * Serves a guest address by a host function: it runs instead of the instruction there, with pc at the address, and
   * returns to the caller unless it changed pc. Costs nothing elsewhere.
   */
  addNative(address: number, hook: CoreHook): void {
    this.natives.set(address >>> 0, hook);
    this.codeChanged();
  }
  removeNative(address: number): void {
    if (this.natives.delete(address >>> 0)) this.codeChanged();
  }

  /** Calls the hook before each execution of the instruction at the address. Returns a function that removes the watch. */
  watch(address: number, hook: CoreHook): () => void {
    address >>>= 0;
    const hooks = this.watches.get(address) ?? new Set();
    if (hooks.size === 0) this.codeChanged();
    hooks.add(hook);
    this.watches.set(address, hooks);
    return () => {
      hooks.delete(hook);
      if (hooks.size === 0 && this.watches.get(address) === hooks) {
        this.watches.delete(address);
        this.codeChanged();
      }
    };
  }

  /** Observes execution; undefined ends it. */
  observe(observer: CoreObserver | undefined): void {
    this.observer = observer;
    this.exitRequested = true;
  }

  /** The reset state: reset vector 0x40000400, everything that is not configured otherwise 0. Hooks stay. */
  reset(): void {
    this.pc = RESET_PC;
    for (const array of [this.ar, this.fr, this.mr, this.state, this.ready]) array.fill(0);
    this.fpu.mode = this.fpu.flags = 0;
    this.state[I.PS] = PS_INTLEVEL | PS_EXCM;
    this.state[I.VECBASE] = 0x40000000;
    this.state[I.WINDOWSTART] = 1;
    this.state[I.ATOMCTL] = 0x28;
    this.state[I.MEMCTL] = 1;
    this.base = this.now = this.pend = this.n = this.retiredBefore = this.idle = this.ccountOffset = 0;
    this.timerAt.fill(2 ** 32);
    this.waiting = this.checkDue = this.exitRequested = this.stopRequested = this.redirected = false;
    this.lastException = this.watchServed = -1;
    this.state[I.INTERRUPT] = this.lines & ~(EDGE_MASK | NMI_MASK);
    this.protection.reset();
    this.protectionChanged();
    this.codeChanged();
    this.windowChanged();
  }

  /** Everything but memory and hooks, as bytes that do not depend on how execution was cut. */
  saveState(): Uint8Array {
    return saveCore(this);
  }
  /** @throws RangeError for bytes that `saveState` of this version did not make */
  restoreState(state: Uint8Array): void {
    restoreCore(this, state);
    this.code.addLoopEnd(this.state[I.LEND]!);
    this.protectionChanged();
    this.codeChanged();
    this.windowChanged();
  }

  // What follows is for generated code, the reference model and the modules of this package.

  /** @internal */
  get straddleCost(): number {
    return this.exact ? this.parameters.straddle : 0;
  }
  /** @internal */
  fetchAllowed(address: number): boolean {
    return this.protection.allowsFetch(address);
  }
  /** @internal */
  hasNative(address: number): boolean {
    return this.natives.has(address);
  }
  /** @internal */
  hasWatch(address: number): boolean {
    return this.watches.has(address);
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
  /** PS or what decides about interrupts has changed. @internal */
  statusChanged(): void {
    this.windowChanged();
    const S = this.state;
    if (deliverableLevel(S[I.INTERRUPT]!, S[I.INTENABLE]!, S[I.PS]!) !== 0) {
      this.checkDue = true;
      this.exitRequested = true;
    }
  }
  /** The deadline must be computed anew (timers, ICOUNTLEVEL, observer). @internal */
  requestExit(): void {
    this.exitRequested = true;
  }

  /** An inline case gave up, or the instruction has none. @internal */
  slow(op: number, p: number): number {
    if (op >= this.limit) return this.overflow(op >>> OP_BITS, this.code.records[p + RECORD_PC]!);
    return this.interpreter.functions[op & OP_MASK]!(this, p);
  }

  /** Record of a static target, remembered in the record. @internal */
  link(p: number, target: number): number {
    const known = this.code.records[p + RECORD_LINK]!;
    if (known !== 0) return known;
    const { generation } = this.code;
    const q = this.code.lookup(target);
    if (generation === this.code.generation) this.code.records[p + RECORD_LINK] = q;
    return q;
  }

  /** A taken transfer from pc to target has completed. @internal */
  jumped(q: number, target: number, pc: number, status: boolean): number {
    if ((target >>> 0 <= pc >>> 0 && this.now >= this.deadline) || (status && this.exitRequested))
      return this.exitAt(target);
    return q;
  }

  /** ENTRY has completed. @internal */
  checkpoint(p: number): number {
    return this.now >= this.deadline ? this.leave(p) : p;
  }

  /** An instruction after which the run loop may have to act has completed. @internal */
  finish(p: number, next: number): number {
    if (this.redirected) {
      this.redirected = this.stale = false;
      return this.exitAt(this.pc);
    }
    if (this.stale) p = this.resume(next);
    return this.exitRequested ? this.leave(p) : p;
  }

  /** Record for going on sequentially after code has become stale. @internal */
  resume(next: number): number {
    this.stale = false;
    return this.code.lookupSequential(next);
  }

  /** @internal */
  loopEnd(p: number): number {
    this.uncount();
    const S = this.state;
    const { records } = this.code;
    if (S[I.LEND] !== records[p + RECORD_PC] || S[I.LCOUNT] === 0 || (S[I.PS]! & PS_EXCM) !== 0) return p + 8;
    const begin = S[I.LBEG]!;
    S[I.LCOUNT]! -= 1;
    if (this.exact) this.now += S[I.LOOPARM]!;
    S[I.LOOPARM] = 0;
    if (begin >>> 0 <= S[I.LEND]! >>> 0 && this.now >= this.deadline) return this.exitAt(begin);
    if (records[p + 1] === begin && records[p + RECORD_LINK] !== 0) return records[p + RECORD_LINK]!;
    const { generation } = this.code;
    const q = this.code.lookup(begin);
    if (generation === this.code.generation) {
      this.code.records[p + 1] = begin;
      this.code.records[p + RECORD_LINK] = q;
    }
    return q;
  }

  /** @internal */
  goTo(p: number): number {
    this.uncount();
    return this.link(p, this.code.records[p + RECORD_PC]!);
  }

  /** @internal */
  runWatch(p: number): number {
    this.uncount();
    const at = this.code.records[p + RECORD_PC]! >>> 0;
    if (this.watchServed === at) {
      this.watchServed = -1;
      return p + 8;
    }
    this.pc = at;
    this.watchServed = at;
    for (const hook of [...(this.watches.get(at) ?? [])]) hook(this);
    if (this.pc !== at) {
      this.watchServed = -1;
      return this.exitAt(this.pc);
    }
    if (this.stopRequested || this.exitRequested) return this.exitAt(at);
    if (this.stale) {
      this.stale = false;
      if (!this.watches.has(at)) this.watchServed = -1;
      return this.code.lookup(at);
    }
    this.watchServed = -1;
    return p + 8;
  }

  /** @internal */
  runNative(p: number): number {
    this.uncount();
    const at = this.code.records[p + RECORD_PC]! >>> 0;
    this.pc = at;
    this.natives.get(at)?.(this);
    if (this.pc === at) returnFromNative(this);
    this.stale = false;
    if (this.exitRequested || this.now >= this.deadline) return this.exitAt(this.pc);
    return this.code.lookup(this.pc);
  }

  /** @internal */
  instructionBreak(p: number): number {
    if (currentLevel(this.state[I.PS]!) < DEBUG_LEVEL)
      return this.debugException(DEBUG_IBREAK, this.code.records[p + RECORD_PC]!);
    this.uncount();
    return p + 8;
  }

  /** @internal */
  fetchFault(p: number): number {
    const { records } = this.code;
    this.state[I.EXCVADDR] = records[p + RECORD_PC]!;
    return this.raise(records[p + 1]!, records[p + RECORD_PC]!);
  }

  /** @internal */
  unverified(p: number): number {
    this.uncount();
    this.pc = this.code.records[p + RECORD_PC]! >>> 0;
    const { name } = INSTRUCTIONS[this.code.records[p + 1]!]!;
    throw new UnverifiedInstructionError(this.pc, name, NOT_ESTABLISHED[name]!);
  }

  /** General exception at pc; returns the record of the vector. @internal */
  raise(cause: number, pc: number): number {
    const S = this.state;
    const ps = S[I.PS]!;
    const double = (ps & PS_EXCM) !== 0;
    S[double ? I.DEPC : I.EPC1] = pc;
    S[I.EXCCAUSE] = cause;
    const vector = double ? VECTOR_DOUBLE : (ps & PS_UM) !== 0 ? VECTOR_USER : VECTOR_KERNEL;
    return this.enterVector(pc, ps | PS_EXCM, vector, double ? 'double' : 'general', cause);
  }

  /** Memory exception of the last `load` or `store`. @internal */
  raiseMemory(pc: number): number {
    const cause = this.fault - 1;
    this.fault = 0;
    if (cause === -1 - DEBUG_DBREAK) return this.debugException(DEBUG_DBREAK | this.faultAddress, pc);
    this.state[I.EXCVADDR] = this.faultAddress;
    return this.raise(cause, pc);
  }

  /** Window overflow: a register of quad `quads` or below is another frame's. @internal */
  overflow(quads: number, pc: number): number {
    const S = this.state;
    const base = S[I.WINDOWBASE]!;
    const frame = (by: number): number => (S[I.WINDOWSTART]! >> ((base + by) & 15)) & 1;
    let n = 1;
    while (n < quads && frame(n) === 0) n++;
    const size = frame(n + 1) !== 0 ? 0 : frame(n + 2) !== 0 ? 1 : 2;
    S[I.EPC1] = pc;
    S[I.WINDOWBASE] = (base + n) & 15;
    const ps = (S[I.PS]! & ~(15 << PS_OWB_SHIFT)) | (base << PS_OWB_SHIFT) | PS_EXCM;
    return this.enterVector(pc, ps, VECTOR_OVERFLOW4 + size * 0x80, 'overflow', 0);
  }

  /** Window underflow in RETW for a frame of 4 * increment registers. @internal */
  underflow(increment: number, pc: number): number {
    const S = this.state;
    const base = S[I.WINDOWBASE]!;
    S[I.EPC1] = pc;
    S[I.WINDOWBASE] = (base - increment) & 15;
    const ps = (S[I.PS]! & ~(15 << PS_OWB_SHIFT)) | (base << PS_OWB_SHIFT) | PS_EXCM;
    return this.enterVector(pc, ps, VECTOR_UNDERFLOW4 + (increment - 1) * 0x80, 'underflow', 0);
  }

  /** BREAK. Returns 0 when it does nothing, else where to go on. @internal */
  debugBreak(cause: number, pc: number): number {
    return currentLevel(this.state[I.PS]!) >= DEBUG_LEVEL ? 0 : this.debugException(cause, pc);
  }

  /** Guest load with all rules; sets `fault` when it faults. Sign is up to the caller. @internal */
  load(address: number, size: 1 | 2 | 4, aligned: boolean): number {
    this.fault = 0;
    const misaligned = (address & (size - 1)) !== 0;
    if (aligned && misaligned) return this.failAccess(CAUSE_ALIGNMENT, address);
    if (this.breaksData(address, size, false)) return this.failDebug(address, size, false);
    if (!this.protection.allowsData(address)) return this.failAccess(CAUSE_LOAD_PROHIBITED, address);
    const { memory } = this;
    const value = memory.slowRead(address >>> 0, size);
    if (memory.fault !== 0) {
      const cause = memory.fault === ACCESS_FORBIDDEN ? CAUSE_LOAD_STORE_ERROR : CAUSE_LOAD_PROHIBITED;
      return this.failAccess(cause, address);
    }
    return value | 0;
  }

  /** Guest store with all rules; sets `fault` when it faults. @internal */
  store(address: number, size: 1 | 2 | 4, value: number, aligned: boolean): void {
    this.fault = 0;
    const misaligned = (address & (size - 1)) !== 0;
    if (aligned && misaligned) this.failAccess(CAUSE_ALIGNMENT, address);
    else if (this.breaksData(address, size, true)) this.failDebug(address, size, true);
    else if (!this.protection.allowsData(address)) this.failAccess(CAUSE_STORE_PROHIBITED, address);
    else {
      const { memory } = this;
      memory.slowWrite(address >>> 0, size, size === 4 ? value : value & (size === 2 ? 0xffff : 0xff));
      if (memory.fault !== 0) {
        const cause = memory.fault === ACCESS_FORBIDDEN ? CAUSE_LOAD_STORE_ERROR : CAUSE_STORE_PROHIBITED;
        this.failAccess(cause, address);
      }
    }
  }

  /** @internal */
  readNumber(number: number): number {
    return readRegister(this, number) | 0;
  }
  /** @internal */
  writeNumber(number: number, value: number): void {
    writeRegister(this, number, value);
  }
  /** @internal */
  readExternal(address: number): number {
    return this.externalRegisters.read(address >>> 0) | 0;
  }
  /** @internal */
  writeExternal(address: number, value: number): void {
    this.externalRegisters.write(address >>> 0, value >>> 0);
  }
  /** @internal */
  readImpwire(): number {
    return this.impwire | 0;
  }
  /** Attribute of a region for fetches (0) or data (1). @internal */
  writeTlb(data: number, attribute: number, address: number): void {
    if (this.protection.setAttribute(data === 1, address >>> 29, attribute & 15)) {
      if (data === 0) this.codeChanged();
      this.protectionChanged();
      this.exitRequested = true;
    }
  }
  /** @internal */
  readTlb(data: number, address: number): number {
    return (address & 0xe0000000) | this.protection.attribute(data === 1, address >>> 29);
  }
  /** @internal */
  simcall(): void {
    const at = this.pc;
    this.onSimcall?.(this);
    if (this.pc !== at) this.redirected = true;
  }
  /** WAITI. @internal */
  sleep(): void {
    this.waiting = true;
    this.checkDue = true;
    this.exitRequested = true;
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

  private uncount(): void {
    if (this.exact) this.n--;
    else this.now--;
  }

  private count(): void {
    if (this.exact) this.n++;
    else this.now++;
  }

  private enterVector(pc: number, ps: number, vector: number, kind: ExceptionKind, cause: number): number {
    this.uncount();
    return this.vectorTaken(pc, ps, vector, kind, cause);
  }

  private vectorTaken(pc: number, ps: number, vector: number, kind: ExceptionKind, cause: number): number {
    this.vectors++;
    if (this.exact) this.now += this.parameters.exception;
    else {
      // Timing off gives exceptions no time, but a core that raises one after the other must not stand still.
      const { instructions } = this;
      if (this.lastException === instructions) this.charge(1);
      this.lastException = instructions;
    }
    const S = this.state;
    S[I.PS] = ps;
    this.windowChanged();
    const target = (S[I.VECBASE]! + vector) >>> 0;
    this.observer?.exception?.(this, pc >>> 0, target, kind, cause);
    this.stale = false;
    if (this.now >= this.deadline) return this.exitAt(target);
    return this.code.lookup(target);
  }

  private debugException(cause: number, pc: number): number {
    const S = this.state;
    const ps = S[I.PS]!;
    S[I.EPC6] = pc;
    S[I.EPS6] = ps;
    S[I.DEBUGCAUSE] = cause;
    return this.enterVector(
      pc,
      (ps & ~PS_INTLEVEL) | DEBUG_LEVEL | PS_EXCM,
      VECTOR_LEVEL[DEBUG_LEVEL]!,
      'debug',
      cause,
    );
  }

  private failAccess(cause: number, address: number): number {
    this.fault = cause + 1;
    this.faultAddress = address;
    return 0;
  }

  private breaksData(address: number, size: number, isStore: boolean): boolean {
    return (
      this.protection.breakNumber(this.state, address, size, isStore) >= 0 &&
      currentLevel(this.state[I.PS]!) < DEBUG_LEVEL
    );
  }

  private failDebug(address: number, size: number, isStore: boolean): number {
    this.fault = -DEBUG_DBREAK;
    // DEBUGCAUSE.DBNUM
    this.faultAddress = this.protection.breakNumber(this.state, address, size, isStore) << 8;
    return 0;
  }

  /** The run loop takes over at an address. */
  private exitAt(target: number): number {
    this.pc = target >>> 0;
    this.exitRequested = false;
    this.checkDue = true;
    return -1;
  }

  /** The run loop takes over behind a completed instruction, whose loop-back belongs to it. */
  private leave(p: number): number {
    const settled = this.settle(p);
    if (settled < 0) return -1;
    return this.exitAt(this.code.records[settled + RECORD_PC]!);
  }

  private settle(p: number): number {
    while (p >= 0 && (this.code.records[p]! & OP_MASK) === OP_LOOP_END) {
      this.count();
      p = this.loopEnd(p);
    }
    return p;
  }

  private setDeadline(untilCycles: number): void {
    if (this.now > FOLD || this.n > FOLD) this.fold();
    let until = untilCycles;
    const S = this.state;
    for (let i = 0; i < 3; i++) {
      const bit = 1 << TIMER_INTERRUPTS[i]!;
      if ((S[I.INTENABLE]! & ~S[I.INTERRUPT]! & bit) !== 0 && this.timerAt[i]! < until)
        until = this.timerAt[i]!;
    }
    this.deadline = Math.min(until - this.base, this.now + FOLD);
    this.exitRequested = false;
  }

  /** Takes the highest interrupt that can be taken; true when one was. */
  private acceptInterrupts(): boolean {
    this.checkDue = false;
    this.updateTimers();
    const S = this.state;
    const ps = S[I.PS]!;
    const level = deliverableLevel(S[I.INTERRUPT]!, S[I.INTENABLE]!, ps);
    if (level === 0) return false;
    this.waiting = false;
    this.deadline = FAR;
    const { pc } = this;
    let vector: number;
    let status: number;
    if (level === 1) {
      S[I.EPC1] = pc;
      S[I.EXCCAUSE] = CAUSE_LEVEL1_INTERRUPT;
      vector = (ps & PS_UM) !== 0 ? VECTOR_USER : VECTOR_KERNEL;
      status = ps | PS_EXCM;
    } else {
      if (level === 7) S[I.INTERRUPT]! &= ~NMI_MASK;
      S[I.EPC1 + level - 1] = pc;
      S[I.EPS2 + level - 2] = ps;
      vector = VECTOR_LEVEL[level]!;
      status = (ps & ~PS_INTLEVEL) | level | PS_EXCM;
    }
    this.vectorTaken(pc, status, vector, 'interrupt', level === 1 ? CAUSE_LEVEL1_INTERRUPT : level);
    this.pc = (S[I.VECBASE]! + vector) >>> 0;
    return true;
  }

  /** Passes time in WAITI until a timer wakes the core (true) or the deadline comes (false). */
  private sleepUntil(untilCycles: number): boolean {
    const S = this.state;
    let wake = Infinity;
    for (let i = 0; i < 3; i++) {
      const bit = 1 << TIMER_INTERRUPTS[i]!;
      if (deliverableLevel(bit, S[I.INTENABLE]!, S[I.PS]!) !== 0) wake = Math.min(wake, this.timerAt[i]!);
    }
    if (wake > untilCycles || wake === Infinity) {
      if (untilCycles !== Infinity && untilCycles > this.cycles) this.charge(untilCycles - this.cycles);
      return false;
    }
    if (wake > this.cycles) this.charge(wake - this.cycles);
    this.checkDue = true;
    return true;
  }

  /** Executes a record under the observer's eyes. */
  private observed(op: number, p: number, from: number): number {
    const observer = this.observer!;
    const id = instructionIdOf(op & OP_MASK);
    if (id >= 0) observer.instruction?.(this, from, id);
    const before = this.vectors;
    const next = this.slow(op, p);
    if (id < 0 || this.vectors !== before) return next;
    const { name, flags } = INSTRUCTIONS[id]!;
    const target = next < 0 ? this.pc : this.code.records[next + RECORD_PC]! >>> 0;
    if (flags.includes('call')) observer.call?.(this, from, target, this.state[I.LASTCALL]!);
    else if (name.startsWith('ret')) observer.return?.(this, from, target);
    return next;
  }

  /** One instruction, out of line. */
  private stepOnce(): void {
    const S = this.state;
    if (S[I.ICOUNTLEVEL] !== 0 && currentLevel(S[I.PS]!) < S[I.ICOUNTLEVEL]!) {
      if (S[I.ICOUNT] === -1) {
        this.count();
        const target = this.debugException(DEBUG_ICOUNT, this.pc);
        if (target >= 0) this.pc = this.code.records[target + RECORD_PC]! >>> 0;
        return;
      }
      S[I.ICOUNT]! += 1;
    }
    let p = this.code.lookup(this.pc);
    for (;;) {
      const op = this.code.records[p]!;
      const number = op & OP_MASK;
      const from = this.code.records[p + RECORD_PC]! >>> 0;
      const pseudo =
        number === OP_GOTO || number === OP_WATCH || number === OP_IBREAK || number === OP_LOOP_END;
      const vectorsBefore = this.vectors;
      this.count();
      if (!pseudo && this.observer !== undefined) p = this.observed(op, p, from);
      else p = this.slow(op, p);
      if (p < 0) return;
      if (!pseudo || this.vectors !== vectorsBefore) break;
    }
    p = this.settle(p);
    if (p >= 0) this.pc = this.code.records[p + RECORD_PC]! >>> 0;
  }
}
