/** Expressions of the sources. The evaluation is in `expression.ts`. */
import { show, StatementError } from './errors.js';
import { constantOf, Evaluator, operation, type Expression, type Operator } from './expression.js';
import { classOf, Scanner } from './scanner.js';
import type { AsmSymbol } from './section.js';
import type { SourceFrame } from './source.js';

const NEWLINE = 10;

/** Reads expressions; what names stand for is up to the subclass. */
export abstract class ExpressionParser extends Scanner {
  /** The symbol of a name as an expression. */
  abstract use(name: string): Expression;
  /** A label at the current place. */
  abstract here(): AsmSymbol;
  /** The label of `1b` or `1f`. */
  protected abstract useLocalLabel(number: number, forward: boolean, pos: number): AsmSymbol;

  private depth = 0;
  private readonly early = new Evaluator(() => 0);

  /** Parses an expression of lowest precedence. */
  parseExpression(f: SourceFrame): Expression {
    this.skipBlanks(f);
    this.depth = 0;
    // The common cases first: a lone number or symbol.
    const left = this.parsePrimary(f);
    this.skipBlanks(f);
    const c = f.text.charCodeAt(f.pos);
    if (c === 44 || c === NEWLINE || f.pos >= f.text.length) return left;
    return this.parseOperators(f, left, 1);
  }

  private parseOperators(f: SourceFrame, first: Expression, least: number): Expression {
    let left = first;
    for (;;) {
      this.skipBlanks(f);
      const found = operatorAt(f.text, f.pos);
      if (found === undefined || found.rank < least) return left;
      f.pos += found.length;
      if (++this.depth > 200) throw this.tooDeep(f);
      this.skipBlanks(f);
      let right = this.parsePrimary(f);
      right = this.parseOperators(f, right, found.rank + 1);
      this.depth--;
      left = operation(found.operator, left, right);
    }
  }

  private tooDeep(f: SourceFrame): StatementError {
    return new StatementError('expression nested more than 200 deep', f.pos);
  }

  private parsePrimary(f: SourceFrame): Expression {
    const { text } = f;
    const pos = f.pos;
    const c = text.charCodeAt(pos);
    const kind = pos < text.length ? classOf(c) : 0;
    if (kind === 2) return this.parseNumber(f);
    if (kind === 1) {
      let end = pos + 1;
      while (end < text.length && (classOf(text.charCodeAt(end)) & 3) !== 0) end++;
      f.pos = end;
      if (end === pos + 1 && c === 46) return this.here();
      return this.use(text.slice(pos, end));
    }
    const unary = UNARY[c];
    if (unary !== undefined || c === 40) {
      if (++this.depth > 200) throw this.tooDeep(f);
      f.pos++;
      this.skipBlanks(f);
      let result: Expression;
      if (c === 40) {
        result = this.parseOperators(f, this.parsePrimary(f), 1);
        this.skipBlanks(f);
        if (text.charCodeAt(f.pos) !== 41)
          throw new StatementError(`expected ")", found ${show(text, f.pos)}`, f.pos);
        f.pos++;
      } else {
        const operand = this.parsePrimary(f);
        result = unary === 'plus' ? operand : operation(unary!, operand, 0);
      }
      this.depth--;
      return result;
    }
    if (c === 39) return this.parseCharacter(f);
    if (c === 34) return this.use(this.readName(f));
    throw new StatementError(`expected an expression, found ${show(text, pos)}`, pos);
  }

  private parseCharacter(f: SourceFrame): number {
    const { text } = f;
    const start = f.pos;
    let pos = start + 1;
    let value = text.codePointAt(pos) ?? NaN;
    if (pos >= text.length || value === NEWLINE)
      throw new StatementError('expected a character after the apostrophe', start);
    if (value === 92) {
      const escape = text[++pos] ?? '';
      if (escape === '' || escape === '\n')
        throw new StatementError('expected a character after the backslash', start);
      const simple = 'bfnrtv0'.indexOf(escape);
      value = simple >= 0 ? [8, 12, 10, 13, 9, 11, 0][simple]! : escape.charCodeAt(0);
    }
    pos += value > 0xffff ? 2 : 1;
    if (text.charCodeAt(pos) === 39) pos++;
    f.pos = pos;
    return value;
  }

  private parseNumber(f: SourceFrame): Expression {
    const { text } = f;
    const start = f.pos;
    let pos = start;
    let value = 0;
    let c = text.charCodeAt(pos);
    // Decimal numbers of up to 15 digits are exact; everything else takes the general way.
    if (c !== 48) {
      while (classOf(c) === 2) {
        value = value * 10 + (c - 48);
        c = text.charCodeAt(++pos);
      }
      if ((c === 98 || c === 102) && pos - start <= 9 && (classOf(text.charCodeAt(pos + 1)) & 3) === 0) {
        f.pos = pos + 1;
        return this.useLocalLabel(value, c === 102, start);
      }
      if ((classOf(c) & 3) === 0 || pos >= text.length) {
        f.pos = pos;
        return pos - start <= 15 ? value : this.wide(BigInt(text.slice(start, pos)), start);
      }
    }
    while (pos < text.length && (classOf(text.charCodeAt(pos)) & 3) !== 0) pos++;
    const token = text.slice(start, pos);
    f.pos = pos;
    if (token === '0') return 0;
    if (token === '0b' || token === '0f') return this.useLocalLabel(0, token === '0f', start);
    if (/^0x[0-9a-f]+$/i.test(token)) {
      return token.length <= 14 ? parseInt(token, 16) : this.wide(BigInt(token), start);
    }
    if (/^0b[01]+$/i.test(token)) return this.wide(BigInt(token), start);
    if (/^0[0-7]+$/.test(token)) return this.wide(BigInt(`0o${token.slice(1)}`), start);
    throw new StatementError(
      `"${token}" is no number, expected decimal, 0x hexadecimal, 0 octal or 0b binary`,
      start,
    );
  }

  private wide(value: bigint, pos: number): number | bigint {
    if (value > 0xffffffffffffffffn) throw new StatementError('number of more than 64 bits', pos);
    return constantOf(value);
  }

  /** The constant value of an expression while parsing; undefined when it is not known yet. */
  constantNow(expression: Expression): number | bigint | undefined {
    if (typeof expression === 'number' || typeof expression === 'bigint') return expression;
    if (!this.early.isKnownNow(expression)) return undefined;
    const value = this.early.evaluate(expression);
    return value.symbol === undefined && value.minus === undefined ? value.constant : undefined;
  }

  /** Parses an expression that must have a constant value now, as a safe integer. */
  parseConstant(f: SourceFrame, what: string): number {
    this.skipBlanks(f);
    const start = f.pos;
    const value = this.constantNow(this.parseExpression(f));
    if (value === undefined)
      throw new StatementError(`${what} must be known here, and it depends on symbols that are not`, start);
    if (typeof value === 'bigint') throw new StatementError(`${what} is ${value}, which is too large`, start);
    return value;
  }
}

const UNARY: (Operator | 'plus' | undefined)[] = [];
UNARY[45] = 'neg';
UNARY[126] = 'not';
UNARY[33] = 'lnot';
UNARY[43] = 'plus';

interface OperatorToken {
  readonly operator: Operator;
  readonly rank: number;
  readonly length: number;
}

/** GNU as's ranks: `||` 1, `&&` 2, comparisons 3, `+ -` 4, `| & ^` 5, `* / % << >>` 6. */
const OPERATORS = new Map<string, OperatorToken>(
  (
    [
      ['||', '||', 1], ['&&', '&&', 2], ['==', '==', 3], ['!=', '!=', 3], ['<>', '!=', 3], ['<=', '<=', 3], ['>=', '>=', 3],
      ['<<', '<<', 6], ['>>', '>>', 6], ['<', '<', 3], ['>', '>', 3], ['+', '+', 4], ['-', '-', 4], ['|', '|', 5],
      ['&', '&', 5], ['^', '^', 5], ['*', '*', 6], ['/', '/', 6], ['%', '%', 6],
    ] as const
  ).map(([text, operator, rank]) => [text, { operator, rank, length: text.length }]),
); // prettier-ignore

function operatorAt(text: string, pos: number): OperatorToken | undefined {
  return OPERATORS.get(text.slice(pos, pos + 2)) ?? OPERATORS.get(text[pos] ?? '');
}
