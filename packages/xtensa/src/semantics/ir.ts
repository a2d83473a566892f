/**
 * The language in which instruction semantics are written, once, neutral to engines.
 *
 * All values are 32-bit integers; comparisons give conditions (0 or 1). A semantics is a list of statements over
 * expressions. Expressions have no effects: loads, stores and everything that can fault are statements, in the order in
 * which they happen. What has no statement here is common to all instructions and done by every engine from
 * the instruction table: waiting for sources, the window check on address registers, the coprocessor check, advancing
 * the pc, the loop-back test, counting.
 */
import type { StateWord } from './states.js';

export type BinaryOperator =
  | 'add'
  | 'sub'
  | 'and'
  | 'or'
  | 'xor'
  /** Shift amounts are taken modulo 32. */
  | 'shl'
  | 'shr'
  | 'sar'
  | 'mul'
  /** High words of the unsigned and the signed product. */
  | 'mulhu'
  | 'mulhs'
  | 'eq'
  | 'ne'
  | 'lt'
  | 'ge'
  | 'ltu'
  | 'geu'
  /** Divisions: the divisor is not zero; -2^31 / -1 gives -2^31, remainder 0. */
  | 'div'
  | 'divu'
  | 'rem'
  | 'remu';

export type UnaryOperator = 'clz' | 'not' | 'sext8' | 'sext16';

/**
 * Functions with access to processor state beyond their arguments (`Core.operations`): flags of the FPU, registers with
 * side effects, translation attributes.
 */
export type Operation =
  | 'fadd'
  | 'fsub'
  | 'fmul'
  | 'fmadd'
  | 'fmsub'
  | 'fmaddn'
  | 'fcompare'
  | 'ftoint'
  | 'ftouint'
  | 'ffromint'
  | 'ffromuint'
  | 'fdiv0'
  | 'fsqrt0'
  | 'frecip0'
  | 'frsqrt0'
  | 'fnexp01'
  | 'fmkdadj'
  | 'fmksadj'
  | 'faddexp'
  | 'faddexpm'
  | 'fdivn'
  | 'readSpecial'
  | 'writeSpecial'
  | 'readExternal'
  | 'writeExternal'
  | 'writeTlb'
  | 'readTlb'
  | 'readImpwire'
  | 'simcall'
  | 'wait'
  | 'debugBreak';

export type Expression =
  | { readonly kind: 'constant'; readonly value: number }
  /** Value of an immediate or pc-relative operand (the target's address). */
  | { readonly kind: 'operand'; readonly operand: number }
  /** Number of the register that an operand names. */
  | { readonly kind: 'number'; readonly operand: number }
  | { readonly kind: 'ar'; readonly operand: number }
  /** A register of the current window by its number. */
  | { readonly kind: 'arFixed'; readonly register: number }
  | { readonly kind: 'fr'; readonly operand: number }
  | { readonly kind: 'mr'; readonly operand: number }
  | { readonly kind: 'mrFixed'; readonly register: number }
  | { readonly kind: 'br'; readonly operand: number }
  | { readonly kind: 'state'; readonly name: StateWord }
  /** Address of the instruction, and of the one after it. */
  | { readonly kind: 'pc' }
  | { readonly kind: 'next' }
  | { readonly kind: 'temporary'; readonly id: number }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly a: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly a: Expression;
      readonly b: Expression;
    }
  | {
      readonly kind: 'select';
      readonly condition: Expression;
      readonly a: Expression;
      readonly b: Expression;
    };

/** How a memory access treats alignment. `aligned`: cause 9 when it is not (L32AI, S32RI, S32C1I). */
export type Alignment = 'any' | 'aligned';

export type Statement =
  | { readonly kind: 'let'; readonly id: number; readonly value: Expression }
  | {
      readonly kind: 'load';
      readonly id: number;
      readonly size: 1 | 2 | 4;
      readonly signed: boolean;
      readonly address: Expression;
      readonly alignment: Alignment;
    }
  | {
      readonly kind: 'store';
      readonly size: 1 | 2 | 4;
      readonly address: Expression;
      readonly value: Expression;
      readonly alignment: Alignment;
    }
  | { readonly kind: 'setAr'; readonly operand: number; readonly value: Expression }
  | { readonly kind: 'setArFixed'; readonly register: number; readonly value: Expression }
  | { readonly kind: 'setFr'; readonly operand: number; readonly value: Expression }
  | { readonly kind: 'setMr'; readonly operand: number; readonly value: Expression }
  | { readonly kind: 'setMrFixed'; readonly register: number; readonly value: Expression }
  | { readonly kind: 'setBr'; readonly operand: number; readonly value: Expression }
  | { readonly kind: 'setState'; readonly name: StateWord; readonly value: Expression }
  /** PS.CALLINC = n, and remembered for native functions. */
  | { readonly kind: 'setCallIncrement'; readonly value: Expression }
  /** WINDOWBASE += by (modulo 16). */
  | { readonly kind: 'rotate'; readonly by: Expression }
  /** Registers up to a(4*quads) are about to be used: window check beyond the operands (ENTRY). */
  | { readonly kind: 'useQuads'; readonly quads: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  /** General exception; the instruction has no other effect and ends here. */
  | { readonly kind: 'raise'; readonly cause: number }
  /** Window underflow exception for a frame of 4, 8 or 12 registers; ends the instruction. */
  | { readonly kind: 'underflow'; readonly increment: Expression }
  /** Taken transfer of control; ends the instruction. */
  | { readonly kind: 'jump'; readonly target: Expression }
  /** LBEG, LEND and LCOUNT; the loop instruction's cost of the first loop-back is armed with it. */
  | { readonly kind: 'setLoop'; readonly end: Expression; readonly count: Expression }
  /** An operation whose result, if any, is a temporary. */
  | {
      readonly kind: 'operation';
      readonly id: number;
      readonly name: Operation;
      readonly args: readonly Expression[];
    };

/** Semantics of one instruction. */
export interface Semantics {
  readonly statements: readonly Statement[];
  /** Number of temporaries. */
  readonly temporaries: number;
  /** What is not established, when semantics are a guess; the instruction then needs `allowUnverified`. */
  readonly unverified?: string;
}

/** Values are expressions or plain numbers. */
export type Value = Expression | number;

function expression(value: Value): Expression {
  return typeof value === 'number' ? { kind: 'constant', value: value | 0 } : value;
}

/** Builds the semantics of one instruction. Operands are named by their place in assembly order. */
export class Builder {
  private list: Statement[] = [];
  private temporaries = 0;

  /** The finished semantics. */
  finish(unverified?: string): Semantics {
    const semantics = { statements: this.list, temporaries: this.temporaries };
    return unverified === undefined ? semantics : { ...semantics, unverified };
  }

  // Sources
  imm = (operand: number): Expression => ({ kind: 'operand', operand });
  number = (operand: number): Expression => ({ kind: 'number', operand });
  ar = (operand: number): Expression => ({ kind: 'ar', operand });
  a = (register: number): Expression => ({ kind: 'arFixed', register });
  fr = (operand: number): Expression => ({ kind: 'fr', operand });
  mr = (operand: number): Expression => ({ kind: 'mr', operand });
  m = (register: number): Expression => ({ kind: 'mrFixed', register });
  br = (operand: number): Expression => ({ kind: 'br', operand });
  state = (name: StateWord): Expression => ({ kind: 'state', name });
  readonly pc: Expression = { kind: 'pc' };
  readonly next: Expression = { kind: 'next' };

  // Computation
  private binary(operator: BinaryOperator, a: Value, b: Value): Expression {
    return { kind: 'binary', operator, a: expression(a), b: expression(b) };
  }
  add = (a: Value, b: Value): Expression => this.binary('add', a, b);
  sub = (a: Value, b: Value): Expression => this.binary('sub', a, b);
  and = (a: Value, b: Value): Expression => this.binary('and', a, b);
  or = (a: Value, b: Value): Expression => this.binary('or', a, b);
  xor = (a: Value, b: Value): Expression => this.binary('xor', a, b);
  shl = (a: Value, b: Value): Expression => this.binary('shl', a, b);
  shr = (a: Value, b: Value): Expression => this.binary('shr', a, b);
  sar = (a: Value, b: Value): Expression => this.binary('sar', a, b);
  mul = (a: Value, b: Value): Expression => this.binary('mul', a, b);
  mulhu = (a: Value, b: Value): Expression => this.binary('mulhu', a, b);
  mulhs = (a: Value, b: Value): Expression => this.binary('mulhs', a, b);
  div = (a: Value, b: Value): Expression => this.binary('div', a, b);
  divu = (a: Value, b: Value): Expression => this.binary('divu', a, b);
  rem = (a: Value, b: Value): Expression => this.binary('rem', a, b);
  remu = (a: Value, b: Value): Expression => this.binary('remu', a, b);
  eq = (a: Value, b: Value): Expression => this.binary('eq', a, b);
  ne = (a: Value, b: Value): Expression => this.binary('ne', a, b);
  lt = (a: Value, b: Value): Expression => this.binary('lt', a, b);
  ge = (a: Value, b: Value): Expression => this.binary('ge', a, b);
  ltu = (a: Value, b: Value): Expression => this.binary('ltu', a, b);
  geu = (a: Value, b: Value): Expression => this.binary('geu', a, b);
  private unary(operator: UnaryOperator, a: Value): Expression {
    return { kind: 'unary', operator, a: expression(a) };
  }
  not = (a: Value): Expression => this.unary('not', a);
  clz = (a: Value): Expression => this.unary('clz', a);
  sext8 = (a: Value): Expression => this.unary('sext8', a);
  sext16 = (a: Value): Expression => this.unary('sext16', a);
  select = (condition: Expression, a: Value, b: Value): Expression => ({
    kind: 'select',
    condition,
    a: expression(a),
    b: expression(b),
  });

  // Statements
  /** Evaluates now and gives the value a name. */
  let(value: Value): Expression {
    const id = this.temporaries++;
    this.list.push({ kind: 'let', id, value: expression(value) });
    return { kind: 'temporary', id };
  }
  load(
    size: 1 | 2 | 4,
    address: Value,
    options: { signed?: boolean; alignment?: Alignment } = {},
  ): Expression {
    const id = this.temporaries++;
    this.list.push({
      kind: 'load',
      id,
      size,
      signed: options.signed === true,
      address: expression(address),
      alignment: options.alignment ?? 'any',
    });
    return { kind: 'temporary', id };
  }
  store(size: 1 | 2 | 4, address: Value, value: Value, alignment: Alignment = 'any'): void {
    this.list.push({
      kind: 'store',
      size,
      address: expression(address),
      value: expression(value),
      alignment,
    });
  }
  setAr(operand: number, value: Value): void {
    this.list.push({ kind: 'setAr', operand, value: expression(value) });
  }
  setA(register: number, value: Value): void {
    this.list.push({ kind: 'setArFixed', register, value: expression(value) });
  }
  setFr(operand: number, value: Value): void {
    this.list.push({ kind: 'setFr', operand, value: expression(value) });
  }
  setMr(operand: number, value: Value): void {
    this.list.push({ kind: 'setMr', operand, value: expression(value) });
  }
  setM(register: number, value: Value): void {
    this.list.push({ kind: 'setMrFixed', register, value: expression(value) });
  }
  setBr(operand: number, value: Value): void {
    this.list.push({ kind: 'setBr', operand, value: expression(value) });
  }
  setState(name: StateWord, value: Value): void {
    this.list.push({ kind: 'setState', name, value: expression(value) });
  }
  setCallIncrement(value: Value): void {
    this.list.push({ kind: 'setCallIncrement', value: expression(value) });
  }
  rotate(by: Value): void {
    this.list.push({ kind: 'rotate', by: expression(by) });
  }
  useQuads(quads: Value): void {
    this.list.push({ kind: 'useQuads', quads: expression(quads) });
  }
  if(condition: Expression, then: () => void, otherwise?: () => void): void {
    const outer = this.list;
    const thenList: Statement[] = [];
    const otherwiseList: Statement[] = [];
    this.list = thenList;
    then();
    this.list = otherwiseList;
    otherwise?.();
    this.list = outer;
    outer.push({ kind: 'if', condition, then: thenList, otherwise: otherwiseList });
  }
  raise(cause: number): void {
    this.list.push({ kind: 'raise', cause });
  }
  underflow(increment: Value): void {
    this.list.push({ kind: 'underflow', increment: expression(increment) });
  }
  jump(target: Value): void {
    this.list.push({ kind: 'jump', target: expression(target) });
  }
  setLoop(end: Value, count: Value): void {
    this.list.push({ kind: 'setLoop', end: expression(end), count: expression(count) });
  }
  operation(name: Operation, ...args: Value[]): Expression {
    const id = this.temporaries++;
    this.list.push({ kind: 'operation', id, name, args: args.map(expression) });
    return { kind: 'temporary', id };
  }
}
