/** Values of linker script expressions. */
import type { ScriptExpression } from './script.js';

/** An expression of a script that has no value. */
export class ScriptValueError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'ScriptValueError';
  }
}

/** What an expression can refer to. */
export interface ScriptContext {
  readonly file: string;
  /** The location counter; undefined where there is none. */
  readonly dot: number | undefined;
  readonly symbol: (name: string) => number | undefined;
  readonly section: (name: string) =>
    | {
        readonly address: number;
        readonly size: number;
        readonly loadAddress: number;
        readonly align: number;
      }
    | undefined;
  readonly region: (name: string) => { readonly origin: number; readonly length: number } | undefined;
}

/**
 * Value of an expression; 53 bits are exact.
 *
 * @throws ScriptValueError for unknown names and division by zero
 */
export function evaluateScript(expression: ScriptExpression, context: ScriptContext): number {
  const value = (e: ScriptExpression): number => evaluateScript(e, context);
  const fail = (line: number, reason: string): never => {
    throw new ScriptValueError(context.file, line, reason);
  };
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'symbol': {
      if (expression.name === '.')
        return context.dot ?? fail(expression.line, 'there is no location counter here');
      return (
        context.symbol(expression.name) ?? fail(expression.line, `symbol ${expression.name} is not defined`)
      );
    }
    case 'call': {
      const { name, args, line } = expression;
      const nameArgument = (): string => {
        const first = args[0];
        return first?.kind === 'symbol' ? first.name : fail(line, `${name} needs a name`);
      };
      const argument = (i: number): number => value(args[i] ?? fail(line, `${name} needs ${i + 1} operands`));
      switch (name) {
        case 'ALIGN': {
          const base = args.length > 1 ? argument(0) : (context.dot ?? 0);
          const step = Math.max(1, argument(args.length > 1 ? 1 : 0));
          return Math.ceil(base / step) * step;
        }
        case 'ABSOLUTE':
          return argument(0);
        case 'MAX':
          return Math.max(argument(0), argument(1));
        case 'MIN':
          return Math.min(argument(0), argument(1));
        case 'DEFINED':
          return context.symbol(nameArgument()) === undefined ? 0 : 1;
        case 'ORIGIN':
        case 'LENGTH': {
          const region =
            context.region(nameArgument()) ?? fail(line, `memory region ${nameArgument()} is not declared`);
          return name === 'ORIGIN' ? region.origin : region.length;
        }
        case 'ADDR':
        case 'SIZEOF':
        case 'LOADADDR':
        case 'ALIGNOF': {
          const section = context.section(nameArgument());
          if (section === undefined)
            return name === 'SIZEOF' ? 0 : fail(line, `section ${nameArgument()} is not known here`);
          if (name === 'ADDR') return section.address;
          if (name === 'SIZEOF') return section.size;
          return name === 'LOADADDR' ? section.loadAddress : section.align;
        }
        default:
          return fail(line, `function ${name} is not known`);
      }
    }
    default: {
      const { operator, args, line } = expression;
      const a = value(args[0]!);
      if (operator === '?') return value(args[a !== 0 ? 1 : 2]!);
      if (operator === 'unary-') return -a;
      if (operator === 'unary!') return a === 0 ? 1 : 0;
      if (operator === 'unary~') return ~a >>> 0;
      if (operator === '&&') return a !== 0 && value(args[1]!) !== 0 ? 1 : 0;
      if (operator === '||') return a !== 0 || value(args[1]!) !== 0 ? 1 : 0;
      const b = value(args[1]!);
      const flag = (condition: boolean): number => (condition ? 1 : 0);
      switch (operator) {
        case '+':
          return a + b;
        case '-':
          return a - b;
        case '*':
          return a * b;
        case '/':
        case '%':
          if (b === 0) return fail(line, 'division by zero');
          return operator === '/' ? Math.trunc(a / b) : a % b;
        case '<<':
          return a * 2 ** Math.min(Math.max(b, 0), 52);
        case '>>':
          return Math.floor(a / 2 ** Math.max(b, 0));
        case '&':
          return (a & b) >>> 0;
        case '|':
          return (a | b) >>> 0;
        case '^':
          return (a ^ b) >>> 0;
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
        default:
          return fail(line, `operator ${operator} is not known`);
      }
    }
  }
}
