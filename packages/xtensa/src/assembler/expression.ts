/**
 * Expressions: constants are folded while parsing, the rest is a tree that is evaluated when addresses are known.
 * Arithmetic is that of GNU as: 64-bit two's complement. Numbers are used as long as they are exact, bigints beyond.
 */
import { AsmSymbol, SymbolKind, type Section } from './section.js';

/** A constant, a symbol, or an operation. */
export type Expression = number | bigint | AsmSymbol | Operation;

/** An operation that could not be folded yet. */
export class Operation {
  constructor(
    readonly operator: Operator,
    readonly left: Expression,
    readonly right: Expression,
  ) {}
}

export type Operator =
  | 'neg' | 'not' | 'lnot'
  | '*' | '/' | '%' | '<<' | '>>' | '|' | '&' | '^' | '+' | '-'
  | '==' | '!=' | '<' | '>' | '<=' | '>=' | '&&' | '||'; // prettier-ignore

/** An expression that has no value; the message says why. */
export class ExpressionError extends Error {}

/** Brings a bigint into the signed 64-bit range and back to a number where that is exact. */
function normalise(value: bigint): number | bigint {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped >= -9007199254740991n && wrapped <= 9007199254740991n ? Number(wrapped) : wrapped;
}

/** An unsigned 64-bit literal as a constant. */
export function constantOf(value: bigint): number | bigint {
  return normalise(value);
}

const isInt32 = (value: number): boolean => (value | 0) === value;

/** Folds a unary operation. */
export function foldUnary(operator: Operator, value: number | bigint): number | bigint {
  if (operator === 'lnot') return value === 0 ? 1 : 0;
  if (typeof value === 'number') return operator === 'neg' ? 0 - value : isInt32(value) ? ~value : -value - 1;
  return normalise(operator === 'neg' ? -value : ~value);
}

/**
 * Folds a binary operation.
 *
 * @throws ExpressionError for a division by zero
 */
export function fold(operator: Operator, a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    switch (operator) {
      case '+':
      case '-': {
        const sum = operator === '+' ? a + b : a - b;
        if (Number.isSafeInteger(sum)) return sum;
        break;
      }
      case '*': {
        const product = a * b;
        if (Number.isSafeInteger(product)) return product + 0;
        break;
      }
      case '/':
        if (b === 0) throw new ExpressionError('division by zero');
        return Math.trunc(a / b) + 0;
      case '%':
        if (b === 0) throw new ExpressionError('division by zero');
        return (a % b) + 0;
      case '&':
        if (isInt32(a) && isInt32(b)) return a & b;
        break;
      case '|':
        if (isInt32(a) && isInt32(b)) return a | b;
        break;
      case '^':
        if (isInt32(a) && isInt32(b)) return a ^ b;
        break;
      case '<<':
        if (b >= 0 && b < 53 && Number.isSafeInteger(a * 2 ** b)) return a * 2 ** b;
        break;
      case '>>':
        if (b >= 0 && b < 64 && a >= 0) return Math.floor(a / 2 ** b);
        break;
      default:
    }
  }
  switch (operator) {
    case '==':
      return a === b ? -1 : 0;
    case '!=':
      return a !== b ? -1 : 0;
    case '<':
      return a < b ? -1 : 0;
    case '>':
      return a > b ? -1 : 0;
    case '<=':
      return a <= b ? -1 : 0;
    case '>=':
      return a >= b ? -1 : 0;
    case '&&':
      return a != 0 && b != 0 ? 1 : 0;
    case '||':
      return a != 0 || b != 0 ? 1 : 0;
    default:
  }
  const x = BigInt(a);
  const y = BigInt(b);
  switch (operator) {
    case '+':
      return normalise(x + y);
    case '-':
      return normalise(x - y);
    case '*':
      return normalise(x * y);
    case '/':
    case '%':
      if (y === 0n) throw new ExpressionError('division by zero');
      return normalise(operator === '/' ? x / y : x % y);
    case '&':
      return normalise(x & y);
    case '|':
      return normalise(x | y);
    case '^':
      return normalise(x ^ y);
    case '<<':
      return y < 0n || y > 63n ? 0 : normalise(x << y);
    case '>>':
      // GNU as shifts the 64-bit pattern: zeros come in from the left.
      return y < 0n || y > 63n ? 0 : normalise(BigInt.asUintN(64, x) >> y);
    default:
      throw new ExpressionError(`operator ${operator} cannot be folded`);
  }
}

/** Value of an expression in the current layout: `symbol - minus + constant`. */
export interface Value {
  readonly symbol: AsmSymbol | undefined;
  readonly minus: AsmSymbol | undefined;
  readonly constant: number | bigint;
}

/** Value of `.loc … view` symbols; layout knows the rows. */
export type ViewNumber = (symbol: AsmSymbol) => number;

const absolute = (constant: number | bigint): Value => ({ symbol: undefined, minus: undefined, constant });

/** Nodes visited in one evaluation, and their depth: `.set x, x + x` sixty times must end too. */
const MAX_STEPS = 20_000;
const MAX_DEPTH = 1_000;

/** Evaluates expressions in the current layout. */
export class Evaluator {
  private steps = 0;
  private depth = 0;

  constructor(private readonly view: ViewNumber) {}

  /**
   * Value of an expression.
   *
   * @throws ExpressionError for what no relocation can express, for circular and for overlarge definitions
   */
  evaluate(expression: Expression): Value {
    this.steps = 0;
    this.depth = 0;
    return this.walk(expression);
  }

  /** Whether a value cannot change any more: constants, and labels of one section with no variable item between. */
  isKnownNow(expression: Expression): boolean {
    this.steps = 0;
    this.depth = 0;
    return this.known(expression);
  }

  private enter(): void {
    if (++this.steps > MAX_STEPS || ++this.depth > MAX_DEPTH) {
      throw new ExpressionError(`expression of more than ${MAX_STEPS} parts or ${MAX_DEPTH} levels`);
    }
  }

  private known(expression: Expression): boolean {
    if (typeof expression === 'number' || typeof expression === 'bigint') return true;
    if (expression instanceof AsmSymbol) {
      if (expression.kind !== SymbolKind.expression || expression.evaluating) return false;
      this.enter();
      expression.evaluating = true;
      const result = this.known(expression.expression);
      expression.evaluating = false;
      this.depth--;
      return result;
    }
    const { left, right, operator } = expression;
    if (
      left instanceof AsmSymbol &&
      right instanceof AsmSymbol &&
      left.kind === SymbolKind.label &&
      right.kind === SymbolKind.label &&
      operator !== '+'
    ) {
      return left.section === right.section && left.items === right.items;
    }
    this.enter();
    const result = this.known(left) && this.known(right);
    this.depth--;
    return result;
  }

  private walk(expression: Expression): Value {
    if (typeof expression === 'number' || typeof expression === 'bigint') return absolute(expression);
    if (expression instanceof AsmSymbol) {
      if (expression.kind === SymbolKind.view) return absolute(this.view(expression));
      if (expression.kind !== SymbolKind.expression)
        return { symbol: expression, minus: undefined, constant: 0 };
      if (expression.evaluating) throw new ExpressionError(`${expression.name} is defined by itself`);
      this.enter();
      expression.evaluating = true;
      try {
        return this.walk(expression.expression);
      } finally {
        expression.evaluating = false;
        this.depth--;
      }
    }
    this.enter();
    const result = this.apply(expression);
    this.depth--;
    return result;
  }

  private apply(expression: Operation): Value {
    const { operator } = expression;
    const left = this.walk(expression.left);
    if (operator === 'neg' || operator === 'not' || operator === 'lnot') {
      if (left.symbol === undefined && left.minus === undefined)
        return absolute(foldUnary(operator, left.constant));
      if (operator === 'neg') {
        return { symbol: left.minus, minus: left.symbol, constant: foldUnary('neg', left.constant) };
      }
      throw new ExpressionError('only constants can be complemented, expected no symbol here');
    }
    const right = this.walk(expression.right);
    if (operator === '+' || operator === '-') return combine(operator, left, right);
    if (left.symbol ?? left.minus ?? right.symbol ?? right.minus) {
      // Comparisons of labels in one section compare their offsets.
      const difference = combine('-', left, right);
      if (difference.symbol === undefined && difference.minus === undefined && isComparison(operator)) {
        return absolute(fold(operator, difference.constant, 0));
      }
      const name = (left.symbol ?? left.minus ?? right.symbol ?? right.minus)!.name;
      throw new ExpressionError(`operator ${operator} needs constants, and ${name} is none`);
    }
    return absolute(fold(operator, left.constant, right.constant));
  }
}

function isComparison(operator: Operator): boolean {
  return ['==', '!=', '<', '>', '<=', '>='].includes(operator);
}

function combine(operator: '+' | '-', left: Value, right: Value): Value {
  const plus = operator === '+';
  let constant = fold(operator, left.constant, right.constant);
  const positives = [left.symbol, plus ? right.symbol : right.minus].filter((s) => s !== undefined);
  const negatives = [left.minus, plus ? right.minus : right.symbol].filter((s) => s !== undefined);
  // Labels of one section cancel out.
  for (let i = positives.length - 1; i >= 0; i--) {
    const p = positives[i]!;
    const k = negatives.findIndex((n) => n === p || sameSection(p, n));
    if (k < 0) continue;
    const n = negatives[k]!;
    if (p !== n) constant = fold('+', constant, p.offset - n.offset);
    positives.splice(i, 1);
    negatives.splice(k, 1);
  }
  if (positives.length > 1) {
    throw new ExpressionError(`the sum of ${positives[0]!.name} and ${positives[1]!.name} has no relocation`);
  }
  if (negatives.length > 1) {
    throw new ExpressionError(`minus ${negatives[0]!.name} minus ${negatives[1]!.name} has no relocation`);
  }
  return { symbol: positives[0], minus: negatives[0], constant };
}

function sameSection(a: AsmSymbol, b: AsmSymbol): boolean {
  if (a.kind !== SymbolKind.label || b.kind !== SymbolKind.label) return false;
  return rootOf(a) === rootOf(b);
}

/** Output section of a label. */
export function rootOf(symbol: AsmSymbol): Section | undefined {
  return symbol.section?.root;
}

/** Builds an operation, folding it when both sides are constants. */
export function operation(operator: Operator, left: Expression, right: Expression): Expression {
  const constantLeft = typeof left === 'number' || typeof left === 'bigint';
  if (operator === 'neg' || operator === 'not' || operator === 'lnot') {
    return constantLeft ? foldUnary(operator, left) : new Operation(operator, left, 0);
  }
  if (constantLeft && (typeof right === 'number' || typeof right === 'bigint'))
    return fold(operator, left, right);
  return new Operation(operator, left, right);
}
