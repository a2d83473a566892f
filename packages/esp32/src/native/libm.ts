import { costOf } from './costs.js';
import type { NativeTable } from './native-table.js';

const simple = costOf('simple');
const convert = costOf('convertDouble');

/** Nearest integer, ties to even. */
function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5 || (rest === 0.5 && floor % 2 === 0)) return Object.is(floor, 0) && x < 0 ? -0 : floor;
  return floor + 1 === 0 ? -0 : floor + 1;
}

/** Nearest integer, ties away from zero; exact also where x + 0.5 is not. */
function roundAway(x: number): number {
  const floor = Math.floor(Math.abs(x));
  const rounded = Math.abs(x) - floor >= 0.5 ? floor + 1 : floor;
  return x < 0 || Object.is(x, -0) ? -rounded : rounded;
}

/** Functions that IEEE defines to the last bit. */
const EXACT: [name: string, cycles: number, f: (x: number) => number][] = [
  ['sqrt', costOf('rootDouble'), Math.sqrt],
  ['fabs', simple, Math.abs],
  ['floor', convert, Math.floor],
  ['ceil', convert, Math.ceil],
  ['trunc', convert, Math.trunc],
  ['rint', convert, roundEven],
  ['nearbyint', convert, roundEven],
  ['round', convert, roundAway],
];

/** Functions of which libraries promise no last bit; V8's come from fdlibm, as newlib's do. */
const APPROXIMATE: [name: string, f: (x: number) => number][] = [
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
  ['asin', Math.asin],
  ['acos', Math.acos],
  ['atan', Math.atan],
  ['sinh', Math.sinh],
  ['cosh', Math.cosh],
  ['tanh', Math.tanh],
  ['asinh', Math.asinh],
  ['acosh', Math.acosh],
  ['atanh', Math.atanh],
  ['exp', Math.exp],
  ['expm1', Math.expm1],
  ['exp2', (x) => 2 ** x],
  ['log', Math.log],
  ['log1p', Math.log1p],
  ['log2', Math.log2],
  ['log10', Math.log10],
  ['cbrt', Math.cbrt],
];

const BINARY: [
  name: string,
  cost: 'transcendental' | 'divideDouble' | 'compareDouble',
  f: (x: number, y: number) => number,
][] = [
  ['pow', 'transcendental', power],
  ['atan2', 'transcendental', Math.atan2],
  ['hypot', 'transcendental', Math.hypot],
  ['fmod', 'divideDouble', (x, y) => x % y],
  ['fmin', 'compareDouble', (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y))],
  ['fmax', 'compareDouble', (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y))],
];

/** C's pow is 1 where JavaScript's is NaN: 1 to any power, and -1 to an infinite one. */
function power(x: number, y: number): number {
  return x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) ? 1 : x ** y;
}

/** Functions of `math.h`, each for double and, with an f, for float. */
export function defineMath(natives: NativeTable): void {
  const define = (name: string, cycles: number, f: (x: number) => number): void => {
    natives.define(name, { cycles, run: (call) => call.resultDouble(f(call.argDouble(0))) });
    natives.define(`${name}f`, { cycles, run: (call) => call.resultFloat(f(call.argFloat(0))) });
  };
  for (const [name, cycles, f] of EXACT) define(name, cycles, f);
  for (const [name, f] of APPROXIMATE) define(name, costOf('transcendental'), f);
  for (const [name, cost, f] of BINARY) {
    const cycles = costOf(cost);
    natives.define(name, {
      cycles,
      run: (call) => call.resultDouble(f(call.argDouble(0), call.argDouble(2))),
    });
    natives.define(`${name}f`, {
      cycles,
      run: (call) => call.resultFloat(f(call.argFloat(0), call.argFloat(1))),
    });
  }
  natives.define('ldexp', {
    cycles: convert,
    run: (call) => call.resultDouble(scale(call.argDouble(0), call.argSigned(2))),
  });
  natives.define('ldexpf', {
    cycles: convert,
    run: (call) => call.resultFloat(scale(call.argFloat(0), call.argSigned(1))),
  });
  for (const name of ['lround', 'lroundf', 'lrint', 'lrintf']) {
    const round = name.startsWith('lround') ? roundAway : roundEven;
    natives.define(name, {
      cycles: convert,
      run: (call) =>
        Math.max(
          -0x8000_0000,
          Math.min(round(name.endsWith('f') ? call.argFloat(0) : call.argDouble(0)), 0x7fff_ffff),
        ) | 0,
    });
  }
}

/** x * 2^exponent, rounded once also where the result is denormal. */
function scale(x: number, exponent: number): number {
  let left = Math.max(-4200, Math.min(exponent, 4200));
  let value = x;
  for (; left > 1000; left -= 1000) value *= 2 ** 1000;
  // Downwards in one step: two steps through the denormal range would round twice.
  if (left < -1000) {
    const first = Math.max(left + 969, -1000);
    value *= 2 ** first;
    left -= first;
    for (; left < -1000; left += 1000) value *= 2 ** -1000;
  }
  return value * 2 ** left;
}
