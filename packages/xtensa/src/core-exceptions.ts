/**
 * Memory accesses with all rules, and entry into exceptions, window exceptions and debug exceptions: the second layer of `Core`.
 *
 * Whoever raises gets the record of the vector's first instruction, or -1 when the run loop has to act first. The
 * instruction that raised is not counted and has had no other effect.
 */
import { RECORD_PC } from './engine/opcodes.js';
import {
  currentLevel,
  DEBUG_LEVEL,
  VECTOR_DOUBLE,
  VECTOR_KERNEL,
  VECTOR_LEVEL,
  VECTOR_OVERFLOW4,
  VECTOR_UNDERFLOW4,
  VECTOR_USER,
} from './interrupts.js';
import { ACCESS_FORBIDDEN } from './memory.js';
import {
  CAUSE_ALIGNMENT,
  CAUSE_LOAD_PROHIBITED,
  CAUSE_LOAD_STORE_ERROR,
  CAUSE_STORE_PROHIBITED,
  DEBUG_DBREAK,
  DEBUG_IBREAK,
  PS_EXCM,
  PS_INTLEVEL,
  PS_OWB_SHIFT,
  PS_UM,
  STATE_INDEX as I,
} from './semantics/states.js';
import { type CoreObserver, type ExceptionKind } from './core-config.js';
import { CoreState } from './core-state.js';

/** See the head of the file. */
export abstract class CoreExceptions extends CoreState {
  protected faultAddress = 0;
  /** Counts vectors taken. */
  protected vectors = 0;
  protected observer: CoreObserver | undefined;

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

  protected enterVector(pc: number, ps: number, vector: number, kind: ExceptionKind, cause: number): number {
    this.uncount();
    return this.vectorTaken(pc, ps, vector, kind, cause);
  }

  protected vectorTaken(pc: number, ps: number, vector: number, kind: ExceptionKind, cause: number): number {
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
    this.observer?.exception?.(this.self, pc >>> 0, target, kind, cause);
    this.stale = false;
    if (this.now >= this.deadline) return this.exitAt(target);
    return this.code.lookup(target);
  }

  protected debugException(cause: number, pc: number): number {
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

  protected failAccess(cause: number, address: number): number {
    this.fault = cause + 1;
    this.faultAddress = address;
    return 0;
  }

  protected breaksData(address: number, size: number, isStore: boolean): boolean {
    return (
      this.protection.breakNumber(this.state, address, size, isStore) >= 0 &&
      currentLevel(this.state[I.PS]!) < DEBUG_LEVEL
    );
  }

  protected failDebug(address: number, size: number, isStore: boolean): number {
    this.fault = -DEBUG_DBREAK;
    // DEBUGCAUSE.DBNUM
    this.faultAddress = this.protection.breakNumber(this.state, address, size, isStore) << 8;
    return 0;
  }

  /** The run loop takes over at an address. */
  protected exitAt(target: number): number {
    this.pc = target >>> 0;
    this.exitRequested = false;
    this.checkDue = true;
    return -1;
  }
}
