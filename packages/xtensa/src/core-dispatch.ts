/**
 * What generated code calls: going on, linking, loop-backs, hooks, registers with side effects. The third layer of `Core`.
 *
 * Functions that return a record return -1 when the run loop has to act; `pc` is then where execution goes on.
 */
import { interpreterFor, type Interpreter } from './engine/interpreter.js';
import { OP_BITS, OP_LOOP_END, OP_MASK, RECORD_LINK, RECORD_PC } from './engine/opcodes.js';
import { deliverableLevel } from './interrupts.js';
import { INSTRUCTIONS } from './isa/index.js';
import { returnFromNative } from './native.js';
import { PS_EXCM, STATE_INDEX as I } from './semantics/states.js';
import { NOT_ESTABLISHED } from './semantics/special.js';
import { readRegister, writeRegister } from './special-registers.js';
import { UnverifiedInstructionError, type CoreConfig, type CoreHook } from './core-config.js';
import { CoreExceptions } from './core-exceptions.js';

/** See the head of the file. */
export abstract class CoreDispatch extends CoreExceptions {
  /** Called by SIMCALL; without it SIMCALL does nothing. */
  onSimcall: CoreHook | undefined;
  /** External registers (RER, WER); without it reads give what was written, 0 at first. */
  externalRegisters: { read(address: number): number; write(address: number, value: number): void };
  /** Value of READ_IMPWIRE. */
  impwire = 0;
  protected stopRequested = false;
  protected redirected = false;
  protected watchServed = -1;
  protected readonly interpreter: Interpreter;
  protected readonly natives = new Map<number, CoreHook>();
  protected readonly watches = new Map<number, Set<CoreHook>>();

  /** @internal */
  hasNative(address: number): boolean {
    return this.natives.has(address);
  }

  /** @internal */
  hasWatch(address: number): boolean {
    return this.watches.has(address);
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
    return this.interpreter.functions[op & OP_MASK]!(this.self, p);
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
    for (const hook of [...(this.watches.get(at) ?? [])]) hook(this.self);
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
    this.natives.get(at)?.(this.self);
    if (this.pc === at) returnFromNative(this.self);
    this.stale = false;
    if (this.exitRequested || this.now >= this.deadline) return this.exitAt(this.pc);
    return this.code.lookup(this.pc);
  }

  /** @internal */
  unverified(p: number): number {
    this.uncount();
    this.pc = this.code.records[p + RECORD_PC]! >>> 0;
    const { name } = INSTRUCTIONS[this.code.records[p + 1]!]!;
    throw new UnverifiedInstructionError(this.pc, name, NOT_ESTABLISHED[name]!);
  }

  /** @internal */
  readNumber(number: number): number {
    return readRegister(this.self, number) | 0;
  }

  /** @internal */
  writeNumber(number: number, value: number): void {
    writeRegister(this.self, number, value);
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
    this.onSimcall?.(this.self);
    if (this.pc !== at) this.redirected = true;
  }

  /** WAITI. @internal */
  sleep(): void {
    this.waiting = true;
    this.checkDue = true;
    this.exitRequested = true;
  }

  /** The run loop takes over behind a completed instruction, whose loop-back belongs to it. */
  protected leave(p: number): number {
    const settled = this.settle(p);
    if (settled < 0) return -1;
    return this.exitAt(this.code.records[settled + RECORD_PC]!);
  }

  protected settle(p: number): number {
    while (p >= 0 && (this.code.records[p]! & OP_MASK) === OP_LOOP_END) {
      this.count();
      p = this.loopEnd(p);
    }
    return p;
  }

  constructor(config: CoreConfig) {
    super(config);
    this.interpreter = interpreterFor(this.exact ? this.parameters : undefined);
    const external = new Map<number, number>();
    this.externalRegisters = {
      read: (address) => external.get(address) ?? 0,
      write: (address, value) => {
        if (external.size < 65536 || external.has(address)) external.set(address, value);
      },
    };
  }
}
