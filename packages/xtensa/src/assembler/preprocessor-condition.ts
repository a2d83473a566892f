/** Integer expressions of `#if`. Names that are left are 0, as in C. */

const TOKEN =
  /\s*(?:(0[xX][0-9a-fA-F]+|\d+)[uUlL]*|([A-Za-z_]\w*)|(\|\||&&|==|!=|<=|>=|<<|>>|[-+*/%&|^~!<>()?:])|('(?:\\.|[^'])'))/y;

const RANK: Record<string, number> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
};

/**
 * Value of a condition after macro expansion.
 *
 * @throws Error with what is wrong
 */
export function evaluateCondition(text: string): bigint {
  const tokens = tokenise(text);
  let at = 0;
  let depth = 0;

  function primary(): bigint {
    if (++depth > 200) throw new Error('condition nested more than 200 deep');
    const token = tokens[at++];
    let value: bigint;
    if (token === undefined) throw new Error('expected a value at the end of the condition');
    if (typeof token === 'bigint') value = token;
    else if (token === '(') {
      value = ternary();
      if (tokens[at++] !== ')') throw new Error('expected ")"');
    } else if (token === '-') value = -primary();
    else if (token === '+') value = primary();
    else if (token === '!') value = primary() === 0n ? 1n : 0n;
    else if (token === '~') value = ~primary();
    else throw new Error(`unexpected "${token}"`);
    depth--;
    return value;
  }

  function binary(least: number): bigint {
    let left = primary();
    for (;;) {
      const token = tokens[at];
      const rank = typeof token === 'string' ? RANK[token] : undefined;
      if (rank === undefined || rank < least) return left;
      at++;
      left = BigInt.asIntN(64, apply(token as string, left, binary(rank + 1)));
    }
  }

  function ternary(): bigint {
    const condition = binary(1);
    if (tokens[at] !== '?') return condition;
    if (++depth > 200) throw new Error('condition nested more than 200 deep');
    at++;
    const yes = ternary();
    if (tokens[at++] !== ':') throw new Error('expected ":"');
    const no = ternary();
    return condition !== 0n ? yes : no;
  }

  const value = ternary();
  if (at < tokens.length) throw new Error(`unexpected "${String(tokens[at])}"`);
  return value;
}

function tokenise(text: string): (bigint | string)[] {
  const tokens: (bigint | string)[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  if (end === 0) throw new Error('empty condition');
  if (end > 100_000) throw new Error('condition of more than 100000 characters');
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`unexpected "${text.slice(from).trim()[0]}"`);
    if (match[1] !== undefined)
      tokens.push(BigInt(/^0\d/.test(match[1]) ? `0o${match[1].slice(1).replace(/[89]/g, '7')}` : match[1]));
    else if (match[2] !== undefined) tokens.push(0n);
    else if (match[3] !== undefined) tokens.push(match[3]);
    else tokens.push(BigInt(match[4]!.charCodeAt(match[4]!.length - 2)));
  }
  return tokens;
}

function apply(operator: string, a: bigint, b: bigint): bigint {
  const flag = (value: boolean): bigint => (value ? 1n : 0n);
  switch (operator) {
    case '||':
      return flag(a !== 0n || b !== 0n);
    case '&&':
      return flag(a !== 0n && b !== 0n);
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '&':
      return a & b;
    case '==':
      return flag(a === b);
    case '!=':
      return flag(a !== b);
    case '<':
      return flag(a < b);
    case '>':
      return flag(a > b);
    case '<=':
      return flag(a <= b);
    case '>=':
      return flag(a >= b);
    case '<<':
      return b < 0n || b > 63n ? 0n : a << b;
    case '>>':
      return b < 0n || b > 63n ? 0n : a >> b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      if (b === 0n) throw new Error('division by zero');
      return operator === '/' ? a / b : a % b;
  }
}
