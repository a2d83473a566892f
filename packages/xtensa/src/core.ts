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
import {
  OP_GOTO,
  OP_IBREAK,
  OP_LOOP_END,
  OP_MASK,
  OP_WATCH,
  instructionIdOf,
  RECORD_PC,
} from './engine/opcodes.js';
import {
  currentLevel,
  deliverableLevel,
  EDGE_MASK,
  INTERNAL_MASK,
  NMI_MASK,
  TIMER_INTERRUPTS,
  VECTOR_KERNEL,
  VECTOR_LEVEL,
  VECTOR_USER,
} from './interrupts.js';
import { INSTRUCTIONS } from './isa/index.js';
import {
  CAUSE_LEVEL1_INTERRUPT,
  DEBUG_ICOUNT,
  PS_EXCM,
  PS_INTLEVEL,
  PS_UM,
  STATE_INDEX as I,
} from './semantics/states.js';
import { readRegisterByName, writeRegisterByName } from './special-registers.js';
import { restoreCore, saveCore } from './state.js';
import { type CoreConfig, type CoreHook, type CoreObserver, type StopReason } from './core-config.js';
import { CoreDispatch } from './core-dispatch.js';
import { FAR, FOLD, RESET_PC } from './core-state.js';

/** A core. See the head of the file. */
export class Core extends CoreDispatch {
  constructor(config: CoreConfig) {
    super(config);
    this.memory.addCodeListener(this);
    this.reset();
  }

  get ps(): number {
    return this.state[I.PS]!;
  }

  set ps(value: number) {
    this.writeSpecial('ps', value);
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

  private setDeadline(untilCycles: number): void {
    if (this.now > FOLD || this.n > FOLD) this.fold();
    let until = untilCycles;
    const S = this.state;
    for (let i = 0; i < 3; i++) {
      const bit = 1 << TIMER_INTERRUPTS[i]!;
      if ((S[I.INTENABLE]! & ~S[I.INTERRUPT]! & bit) !== 0 && this.timerAt[i]! < until)
        until = this.timerAt[i]!;
    }
    this.deadline = Math.max(-FAR, Math.min(Math.ceil(until - this.base), this.now + FOLD));
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

export * from './core-config.js';
