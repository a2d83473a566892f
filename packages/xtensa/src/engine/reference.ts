/**
 * Reference model: the semantics executed literally, tree by tree, with nothing predecoded and nothing remembered between
 * instructions. Slow and obvious on purpose: tests compare the interpreter with it. It shares with the interpreter
 * the semantics themselves, the core's state and its entry into exceptions; decoding per instruction, the window check,
 * waiting for sources, the loop-back test and the clock are written here a second time, from the table's columns.
 */
import type { Core } from '../core.js';
import {
  decode,
  INSTRUCTIONS,
  operandValue,
  type ImplicitRegister,
  type Instruction,
  type Operand,
} from '../isa/index.js';
import { PAGE_EXECUTE } from '../memory.js';
import { SEMANTICS, type Expression, type Semantics, type Statement } from '../semantics/index.js';
import {
  CAUSE_FETCH_ERROR,
  CAUSE_FETCH_PROHIBITED,
  PS_EXCM,
  PS_WOE,
  STATE_INDEX,
} from '../semantics/states.js';
import {
  divideExtra,
  READY_ACCHI,
  READY_ACCLO,
  READY_BR,
  READY_FR,
  READY_MR,
  TIMING_CLASSES,
} from '../timing/classes.js';
import { mulhs, mulhu } from './interpreter.js';

/** How an instruction ended. */
type Outcome =
  | { readonly kind: 'next' }
  | { readonly kind: 'jump'; readonly target: number }
  | { readonly kind: 'vector' };

const NEXT: Outcome = { kind: 'next' };
const VECTOR: Outcome = { kind: 'vector' };

/** Executes instructions on a core's state instead of the core's own engine. Hooks of the core do not apply. */
export class ReferenceModel {
  private word = 0;
  private pc = 0;
  private instruction: Instruction = INSTRUCTIONS[0]!;
  private semantics: Semantics = SEMANTICS[0]!;
  private temporaries: number[] = [];
  /** WINDOWBASE when the instruction began. */
  private window = 0;
  private extra = 0;

  constructor(private readonly core: Core) {}

  /** One instruction or one exception. Interrupts and timers are left to the core. */
  step(): void {
    const { core } = this;
    const S = core.state;
    this.pc = core.pc;
    this.window = S[STATE_INDEX.WINDOWBASE]!;
    this.extra = 0;
    // The core's exception entry takes back the count of the instruction, so count first as the interpreter does.
    if (core.timing === 'exact') core.n++;
    else core.now++;
    const outcome = this.execute();
    if (outcome.kind === 'vector') {
      // `raise` and its sisters look up the vector's record; the address follows from it or stands in pc already.
      return;
    }
    core.pc = outcome.kind === 'jump' ? outcome.target >>> 0 : this.sequential();
  }

  private execute(): Outcome {
    const { core, pc } = this;
    const cause = this.fetch();
    if (cause !== 0) {
      core.state[STATE_INDEX.EXCVADDR] = pc;
      return this.vector(core.raise(cause, pc));
    }
    const instruction = decode(this.word);
    if (instruction === undefined) return this.vector(core.raise(0, pc));
    this.instruction = instruction;
    this.semantics = SEMANTICS[instruction.id]!;
    this.temporaries = new Array<number>(this.semantics.temporaries).fill(0);

    const needed = Math.max(0, ...this.addressRegisters()) >> 2;
    const conflict = this.conflict(needed);
    if (conflict) return this.vector(core.overflow(needed, pc));
    const coprocessor = instruction.reads.includes('CPENABLE') && !/^[rwx]sr/.test(instruction.name);
    if (coprocessor && (core.state[STATE_INDEX.CPENABLE]! & 1) === 0) return this.vector(core.raise(32, pc));
    // ENTRY waits only once it is known that it does not overflow.
    if (!this.semantics.statements.some((s) => s.kind === 'useQuads')) this.waitForSources();
    const divide = this.divideCost();
    const outcome = this.run(this.semantics.statements) ?? NEXT;
    if (outcome.kind === 'vector') return outcome;
    core.windowChanged();
    this.finishTiming(outcome, divide);
    return outcome;
  }

  /** Where a record made by the core begins. */
  private vector(record: number): Outcome {
    if (record >= 0) this.core.pc = this.core.code.records[record + 5]! >>> 0;
    return VECTOR;
  }

  /** Reads the instruction word; returns the cause of a fetch fault, or 0. */
  private fetch(): number {
    const { core, pc } = this;
    const { memory } = core;
    this.word = 0;
    let length = 1;
    for (let i = 0; i < length; i++) {
      const address = (pc + i) >>> 0;
      if (!core.fetchAllowed(address)) return CAUSE_FETCH_PROHIBITED;
      if ((memory.attributes[address >>> 12]! & PAGE_EXECUTE) === 0) return CAUSE_FETCH_ERROR;
      const byte = memory.read8(address);
      if (i === 0) length = (byte & 8) !== 0 ? 2 : 3;
      this.word |= byte << (8 * i);
    }
    return 0;
  }

  /** Numbers of all address registers that the instruction names, and the fixed ones it implies. */
  private addressRegisters(): number[] {
    const explicit = this.instruction.operands.filter((o) => o.file === 'AR').map((o) => this.value(o.index));
    const implied = this.instruction.implicit
      .filter((r) => r.file === 'AR' && r.reg !== undefined)
      .map((r) => r.reg!);
    return [...explicit, ...implied];
  }

  /** Does any quad up to `quads` above the current one belong to another frame? */
  private conflict(quads: number): boolean {
    const S = this.core.state;
    if ((S[STATE_INDEX.PS]! & (PS_WOE | PS_EXCM)) !== PS_WOE) return false;
    for (let n = 1; n <= quads; n++)
      if (((S[STATE_INDEX.WINDOWSTART]! >> ((S[STATE_INDEX.WINDOWBASE]! + n) % 16)) & 1) !== 0) return true;
    return false;
  }

  /** Value of an operand: register number, immediate, or target. */
  private value(operand: number): number {
    return operandValue(this.instruction.operands[operand]!, this.word, this.pc) | 0;
  }

  // Scoreboard

  private readyIndex(file: string, number: number): number {
    if (file === 'AR') return (this.window * 4 + number) & 63;
    return (file === 'FR' ? READY_FR : file === 'MR' ? READY_MR : READY_BR) + number;
  }

  private implicitIndices(register: ImplicitRegister): number[] {
    if (register.all === true) return Array.from({ length: 16 }, (_, i) => this.readyIndex(register.file, i));
    return [this.readyIndex(register.file, register.reg ?? 0)];
  }

  private operandIndices(operand: Operand): number[] {
    if (operand.file === undefined) return [];
    return Array.from({ length: operand.count }, (_, i) =>
      this.readyIndex(operand.file!, this.value(operand.index) + i),
    );
  }

  private waitForSources(): void {
    const { core, instruction } = this;
    if (core.timing === 'off') return;
    const sources = instruction.operands
      .filter((o) => o.dir !== 'out')
      .flatMap((o) => this.operandIndices(o));
    for (const register of instruction.implicit)
      if (register.dir !== 'out') sources.push(...this.implicitIndices(register));
    const { readsAcc } = TIMING_CLASSES[instruction.id]!;
    if (readsAcc !== undefined) sources.push(readsAcc === 'low' ? READY_ACCLO : READY_ACCHI);
    for (const index of sources) core.now = Math.max(core.now, core.ready[index]!);
  }

  private divideCost(): number {
    const { core, instruction } = this;
    if (TIMING_CLASSES[instruction.id]!.divide !== true) return 0;
    const x = core.getA(this.value(1));
    const y = core.getA(this.value(2));
    if (y === 0) return 0;
    const quotient = instruction.name.endsWith('u')
      ? Math.floor(x / y)
      : Math.floor(Math.abs(x | 0) / Math.abs(y | 0));
    return divideExtra(quotient, core.parameters.divideLeast, core.parameters.divideMost);
  }

  private finishTiming(outcome: Outcome, divide: number): void {
    const { core, instruction } = this;
    if (core.timing === 'off') return;
    const { parameters } = core;
    const timing = TIMING_CLASSES[instruction.id]!;
    this.extra = timing.divide === true ? divide : timing.extra === undefined ? 0 : parameters[timing.extra];
    const latency = parameters[timing.latency];
    const set = (index: number, cycles: number): void => {
      core.ready[index] = core.now + cycles;
      core.pend = Math.max(core.pend, core.now + cycles);
    };
    const whenDone = timing.atEnd === true || timing.divide === true;
    for (const operand of instruction.operands) {
      if (operand.dir === 'in') continue;
      const update = operand.file === 'AR' && operand.dir === 'inout' && instruction.bytes > 0 && !whenDone;
      for (const index of this.operandIndices(operand))
        set(index, whenDone ? 1 + this.extra : update ? parameters.latAddressUpdate : latency);
    }
    for (const register of instruction.implicit) {
      if (register.dir === 'in') continue;
      if (register.window === 'new') {
        const S = core.state;
        set((S[STATE_INDEX.WINDOWBASE]! * 4 + this.value(0)) & 63, parameters.latAlu);
      } else
        for (const index of this.implicitIndices(register))
          set(index, register.file === 'AR' ? parameters.latAlu : latency);
    }
    if (timing.accumulator === true) {
      set(READY_ACCLO, parameters.latMacLow);
      set(READY_ACCHI, parameters.latMacHigh);
    }
    core.now += 1 + this.extra;
    if (outcome.kind === 'jump') core.now += parameters.taken + this.straddle(outcome.target >>> 0);
  }

  /** Cost of a target that crosses a word. What cannot be fetched or decoded crosses nothing. */
  private straddle(target: number): number {
    const { core } = this;
    const saved = { word: this.word, pc: this.pc };
    this.pc = target;
    const fetched = this.fetch() === 0;
    const length = fetched ? decode(this.word)?.length : undefined;
    this.word = saved.word;
    this.pc = saved.pc;
    return length !== undefined && (target % 4) + length > 4 ? core.parameters.straddle : 0;
  }

  /** Address after sequential completion: the loop-back test. */
  private sequential(): number {
    const { core } = this;
    const S = core.state;
    const next = (this.pc + this.instruction.length) >>> 0;
    if (
      next === S[STATE_INDEX.LEND]! >>> 0 &&
      S[STATE_INDEX.LCOUNT] !== 0 &&
      (S[STATE_INDEX.PS]! & PS_EXCM) === 0
    ) {
      S[STATE_INDEX.LCOUNT]! -= 1;
      if (core.timing === 'exact') core.now += S[STATE_INDEX.LOOPARM]!;
      S[STATE_INDEX.LOOPARM] = 0;
      return S[STATE_INDEX.LBEG]! >>> 0;
    }
    return next;
  }

  // Semantics

  private run(list: readonly Statement[]): Outcome | undefined {
    for (const statement of list) {
      const outcome = this.statement(statement);
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  }

  /** Index of an address register operand: in the window at the beginning, or after a rotation in the new one. */
  private ar(operand: number): number {
    return (this.core.state[STATE_INDEX.WINDOWBASE]! * 4 + this.value(operand)) & 63;
  }

  private statement(s: Statement): Outcome | undefined {
    const { core } = this;
    const S = core.state;
    switch (s.kind) {
      case 'let':
        this.temporaries[s.id] = this.evaluate(s.value);
        return undefined;
      case 'load': {
        const value = core.load(this.evaluate(s.address), s.size, s.alignment === 'aligned');
        if (core.fault !== 0) return this.vector(core.raiseMemory(this.pc));
        const shift = 32 - 8 * s.size;
        this.temporaries[s.id] = s.signed ? (value << shift) >> shift : value;
        return undefined;
      }
      case 'store':
        core.store(this.evaluate(s.address), s.size, this.evaluate(s.value), s.alignment === 'aligned');
        return core.fault !== 0 ? this.vector(core.raiseMemory(this.pc)) : undefined;
      case 'setAr':
        core.ar[this.ar(s.operand)] = this.evaluate(s.value);
        return undefined;
      case 'setArFixed':
        core.setA(s.register, this.evaluate(s.value));
        return undefined;
      case 'setFr':
        core.fr[this.value(s.operand)] = this.evaluate(s.value);
        return undefined;
      case 'setMr':
        core.mr[this.value(s.operand)] = this.evaluate(s.value);
        return undefined;
      case 'setMrFixed':
        core.mr[s.register] = this.evaluate(s.value);
        return undefined;
      case 'setBr': {
        const bit = 1 << this.value(s.operand);
        if (this.evaluate(s.value) !== 0) S[STATE_INDEX.BR]! |= bit;
        else S[STATE_INDEX.BR]! &= ~bit;
        return undefined;
      }
      case 'setState': {
        const value = this.evaluate(s.value);
        if (s.name === 'FSR') core.fpu.flags = value;
        else S[STATE_INDEX[s.name]] = value;
        if (s.name === 'FCR') core.fpu.mode = value & 3;
        return undefined;
      }
      case 'setCallIncrement': {
        const value = this.evaluate(s.value);
        S[STATE_INDEX.PS] = (S[STATE_INDEX.PS]! & ~0x30000) | (value << 16);
        S[STATE_INDEX.LASTCALL] = value;
        return undefined;
      }
      case 'rotate':
        S[STATE_INDEX.WINDOWBASE] = (S[STATE_INDEX.WINDOWBASE]! + this.evaluate(s.by)) & 15;
        return undefined;
      case 'useQuads': {
        const quads = this.evaluate(s.quads);
        if (this.conflict(quads)) return this.vector(core.overflow(quads, this.pc));
        this.waitForSources();
        return undefined;
      }
      case 'if':
        return this.run(this.evaluate(s.condition) !== 0 ? s.then : s.otherwise);
      case 'raise':
        return this.vector(core.raise(s.cause, this.pc));
      case 'underflow':
        return this.vector(core.underflow(this.evaluate(s.increment), this.pc));
      case 'jump':
        return { kind: 'jump', target: this.evaluate(s.target) };
      case 'setLoop':
        S[STATE_INDEX.LBEG] = this.pc + 3;
        S[STATE_INDEX.LEND] = this.evaluate(s.end);
        S[STATE_INDEX.LCOUNT] = this.evaluate(s.count);
        if (core.timing === 'exact') S[STATE_INDEX.LOOPARM] = core.parameters.loopFirst;
        return undefined;
      case 'operation':
        return this.operation(s);
    }
  }

  private operation(s: Extract<Statement, { kind: 'operation' }>): Outcome | undefined {
    const { core } = this;
    const { fpu } = core;
    const [x = 0, y = 0, z = 0] = s.args.map((a) => this.evaluate(a));
    const result = (): number => {
      switch (s.name) {
        case 'fadd':
          return fpu.add(x, y);
        case 'fsub':
          return fpu.sub(x, y);
        case 'fmul':
          return fpu.mul(x, y);
        case 'fmadd':
          return fpu.madd(x, y, z, false);
        case 'fmsub':
          return fpu.madd(x, y, z, true);
        case 'fmaddn':
          return fpu.maddn(x, y, z);
        case 'fcompare':
          return fpu.compare(x, y, z);
        case 'ftoint':
          return fpu.toInteger(x, y, z);
        case 'ftouint':
          return fpu.toUnsigned(x, y);
        case 'ffromint':
          return fpu.fromInteger(x, y);
        case 'ffromuint':
          return fpu.fromInteger(x >>> 0, y);
        case 'fdiv0':
          return fpu.div0(x);
        case 'fsqrt0':
          return fpu.sqrt0(x);
        case 'frecip0':
          return fpu.recip0(x);
        case 'frsqrt0':
          return fpu.rsqrt0(x);
        case 'fnexp01':
          return fpu.nexp01(x);
        case 'fmkdadj':
          return fpu.div(y, x);
        case 'fmksadj':
          return fpu.sqrt(x);
        case 'faddexp':
        case 'fdivn':
          return x;
        case 'faddexpm':
          return y;
        case 'readSpecial':
          return core.readNumber(x);
        case 'writeSpecial':
          core.writeNumber(x, y);
          return 0;
        case 'readExternal':
          return core.readExternal(x);
        case 'writeExternal':
          core.writeExternal(x, y);
          return 0;
        case 'writeTlb':
          core.writeTlb(x, y, z);
          return 0;
        case 'readTlb':
          return core.readTlb(x, y);
        case 'readImpwire':
          return core.readImpwire();
        case 'wait':
          core.waiting = true;
          return 0;
        case 'simcall':
        case 'debugBreak':
          return 0;
      }
    };
    if (s.name === 'debugBreak') {
      const record = core.debugBreak(x, this.pc);
      return record === 0 ? undefined : this.vector(record);
    }
    this.temporaries[s.id] = result();
    return undefined;
  }

  /** Value of an expression, a 32-bit integer. Register operands are those of the window at the beginning. */
  private evaluate(e: Expression): number {
    const { core } = this;
    switch (e.kind) {
      case 'constant':
        return e.value;
      case 'operand':
      case 'number':
        return this.value(e.operand);
      case 'ar':
        return core.ar[(this.window * 4 + this.value(e.operand)) & 63]!;
      case 'arFixed':
        return core.ar[(this.window * 4 + e.register) & 63]!;
      case 'fr':
        return core.fr[this.value(e.operand)]!;
      case 'mr':
        return core.mr[this.value(e.operand)]!;
      case 'mrFixed':
        return core.mr[e.register]!;
      case 'br':
        return (core.state[STATE_INDEX.BR]! >> this.value(e.operand)) & 1;
      case 'state':
        return e.name === 'FSR' ? core.fpu.flags : core.state[STATE_INDEX[e.name]]!;
      case 'pc':
        return this.pc | 0;
      case 'next':
        return (this.pc + this.instruction.length) | 0;
      case 'temporary':
        return this.temporaries[e.id]!;
      case 'select':
        return this.evaluate(e.condition) !== 0 ? this.evaluate(e.a) : this.evaluate(e.b);
      case 'unary': {
        const a = this.evaluate(e.a);
        switch (e.operator) {
          case 'clz':
            return Math.clz32(a);
          case 'not':
            return ~a;
          case 'sext8':
            return (a << 24) >> 24;
          case 'sext16':
            return (a << 16) >> 16;
        }
        break;
      }
      case 'binary':
        return binary(e.operator, this.evaluate(e.a), this.evaluate(e.b));
    }
    throw new Error('unreachable');
  }
}

function binary(operator: string, a: number, b: number): number {
  switch (operator) {
    case 'add':
      return (a + b) | 0;
    case 'sub':
      return (a - b) | 0;
    case 'and':
      return a & b;
    case 'or':
      return a | b;
    case 'xor':
      return a ^ b;
    case 'shl':
      return a << (b & 31);
    case 'shr':
      return (a >>> (b & 31)) | 0;
    case 'sar':
      return a >> (b & 31);
    case 'mul':
      return Number(BigInt.asIntN(32, BigInt(a) * BigInt(b)));
    case 'mulhu':
      return mulhu(a, b);
    case 'mulhs':
      return mulhs(a, b);
    case 'div':
      return Math.trunc(a / b) | 0;
    case 'divu':
      return Math.floor((a >>> 0) / (b >>> 0)) | 0;
    case 'rem':
      return (a % b) | 0;
    case 'remu':
      return ((a >>> 0) % (b >>> 0)) | 0;
    case 'eq':
      return a === b ? 1 : 0;
    case 'ne':
      return a !== b ? 1 : 0;
    case 'lt':
      return a < b ? 1 : 0;
    case 'ge':
      return a >= b ? 1 : 0;
    case 'ltu':
      return a >>> 0 < b >>> 0 ? 1 : 0;
    case 'geu':
      return a >>> 0 >= b >>> 0 ? 1 : 0;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}
