import { CAUSE_DIVIDE_BY_ZERO, GuestFault } from '../guest-fault.js';
import { costOf, type CostName } from './costs.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';

const MASK64 = (1n << 64n) - 1n;
const signed64 = (value: bigint): bigint => BigInt.asIntN(64, value);

/** Integer helpers of libgcc (`lib1funcs`, `libgcc2`). Division by zero raises the core's exception, as there. */
export function defineLibgccIntegers(natives: NativeTable): void {
  const define = (names: string, cost: CostName, run: (call: NativeCall) => number | void): void => {
    for (const name of names.split(' ')) natives.define(name, { cycles: costOf(cost), run });
  };
  const divisor = (call: NativeCall, index: number): number => {
    const value = call.arg(index);
    if (value === 0) throw new GuestFault(CAUSE_DIVIDE_BY_ZERO);
    return value;
  };

  // 32 bits.
  define('__mulsi3', 'simple', (call) => Math.imul(call.arg(0), call.arg(1)));
  define('__udivsi3', 'divide32', (call) => Math.floor(call.arg(0) / divisor(call, 1)));
  define('__umodsi3', 'divide32', (call) => call.arg(0) % divisor(call, 1));
  define('__divsi3', 'divide32', (call) => Math.trunc(call.argSigned(0) / (divisor(call, 1) | 0)));
  define('__modsi3', 'divide32', (call) => call.argSigned(0) % (divisor(call, 1) | 0));
  define('__clzsi2', 'simple', (call) => Math.clz32(call.arg(0)));
  define('__ctzsi2', 'trailingZeros', (call) => trailingZeros(call.arg(0)));
  define('__ffssi2 ffs', 'trailingZeros', (call) => (call.arg(0) === 0 ? 0 : trailingZeros(call.arg(0)) + 1));
  define(
    '__clrsbsi2',
    'simple',
    (call) => Math.clz32(call.argSigned(0) < 0 ? ~call.arg(0) : call.arg(0)) - 1,
  );
  define('__popcountsi2', 'countBits', (call) => ones(call.arg(0)));
  define('__paritysi2', 'countBits', (call) => ones(call.arg(0)) & 1);
  define('__bswapsi2', 'swapBytes', (call) => swapBytes(call.arg(0)));

  // 64 bits: low word first.
  define('__ashldi3', 'shift64', (call) => {
    const [low, high, count] = [call.arg(0), call.arg(1), call.arg(2) & 63];
    if (count === 0) call.resultPair(low, high);
    else if (count < 32) call.resultPair(low << count, (high << count) | (low >>> (32 - count)));
    else call.resultPair(0, low << (count - 32));
  });
  define('__lshrdi3', 'shift64', (call) => {
    const [low, high, count] = [call.arg(0), call.arg(1), call.arg(2) & 63];
    if (count === 0) call.resultPair(low, high);
    else if (count < 32) call.resultPair((low >>> count) | (high << (32 - count)), high >>> count);
    else call.resultPair(high >>> (count - 32), 0);
  });
  define('__ashrdi3', 'shift64', (call) => {
    const [low, high, count] = [call.arg(0), call.argSigned(1), call.arg(2) & 63];
    if (count === 0) call.resultPair(low, high);
    else if (count < 32) call.resultPair((low >>> count) | (high << (32 - count)), high >> count);
    else call.resultPair(high >> (count - 32), high >> 31);
  });
  define('__muldi3', 'multiply64', (call) => {
    const [al, ah, bl, bh] = [call.arg(0), call.arg(1), call.arg(2), call.arg(3)];
    const high = multiplyHigh(al, bl) + Math.imul(al, bh) + Math.imul(ah, bl);
    call.resultPair(Math.imul(al, bl), high | 0);
  });
  define('__umulsidi3', 'multiply64', (call) => {
    call.resultPair(Math.imul(call.arg(0), call.arg(1)), multiplyHigh(call.arg(0), call.arg(1)));
  });
  define('__negdi2', 'simple', (call) => call.resultLong(-call.argLong(0)));
  define('__absvdi2', 'simple', (call) => {
    const value = signed64(call.argLong(0));
    call.resultLong(value < 0n ? -value : value);
  });
  define('__udivdi3', 'divide64', (call) => divide64(call, false, (quotient) => call.resultLong(quotient)));
  define('__divdi3', 'divideSigned64', (call) =>
    divide64(call, true, (quotient) => call.resultLong(quotient)),
  );
  define('__umoddi3', 'divide64', (call) =>
    divide64(call, false, (_, remainder) => call.resultLong(remainder)),
  );
  define('__moddi3', 'divideSigned64', (call) =>
    divide64(call, true, (_, remainder) => call.resultLong(remainder)),
  );
  const divideBoth =
    (signed: boolean) =>
    (call: NativeCall): void => {
      divide64(call, signed, (quotient, remainder) => {
        const at = call.arg(4);
        if (at !== 0) {
          const bits = BigInt.asUintN(64, remainder);
          call.memory.write32(at, Number(bits & 0xffff_ffffn));
          call.memory.write32((at + 4) >>> 0, Number(bits >> 32n));
        }
        call.resultLong(quotient);
      });
    };
  define('__udivmoddi4', 'divide64', divideBoth(false));
  define('__divmoddi4', 'divideSigned64', divideBoth(true));
  define('__cmpdi2', 'compare64', (call) => order(signed64(call.argLong(0)), signed64(call.argLong(2))) + 1);
  define('__ucmpdi2', 'compare64', (call) => order(call.argLong(0), call.argLong(2)) + 1);
  define('__clzdi2', 'simple', (call) =>
    call.arg(1) !== 0 ? Math.clz32(call.arg(1)) : 32 + Math.clz32(call.arg(0)),
  );
  define('__ctzdi2', 'trailingZeros', (call) => trailingZeros64(call));
  define('__ffsdi2', 'trailingZeros', (call) =>
    call.arg(0) === 0 && call.arg(1) === 0 ? 0 : trailingZeros64(call) + 1,
  );
  define('__clrsbdi2', 'simple', (call) => {
    const [low, high] = call.argSigned(1) < 0 ? [~call.arg(0), ~call.arg(1)] : [call.arg(0), call.arg(1)];
    return (high !== 0 ? Math.clz32(high) : 32 + Math.clz32(low)) - 1;
  });
  define('__popcountdi2', 'countBits64', (call) => ones(call.arg(0)) + ones(call.arg(1)));
  define('__paritydi2', 'countBits64', (call) => (ones(call.arg(0)) ^ ones(call.arg(1))) & 1);
  define('__bswapdi2', 'swapBytes64', (call) =>
    call.resultPair(swapBytes(call.arg(1)), swapBytes(call.arg(0))),
  );
}

/** Double from a guest result of 64 bits of integer, rounded once to single precision. */
function roundLongToFloat(value: bigint): number {
  // Number() rounds to double first; a sticky bit below keeps the second rounding from seeing a false tie.
  const magnitude = value < 0n ? -value : value;
  const bits = magnitude.toString(2).length;
  if (bits <= 53) return Math.fround(Number(value));
  const shift = BigInt(bits - 53 + 1);
  const kept = magnitude >> shift;
  const sticky = kept << shift === magnitude ? kept : kept | 1n;
  const rounded = Math.fround(Number(sticky)) * 2 ** Number(shift);
  return value < 0n ? -rounded : rounded;
}

/** Soft single and double arithmetic of libgcc, rounding to nearest even; JavaScript's numbers are exactly that. */
export function defineLibgccFloats(natives: NativeTable): void {
  const define = (name: string, cost: CostName, run: (call: NativeCall) => number | void): void => {
    natives.define(name, { cycles: costOf(cost), run });
  };
  const float = (call: NativeCall, index: number): number => call.argFloat(index);
  const double = (call: NativeCall, index: number): number => call.argDouble(2 * index);

  // One operation of two operands: the double result of two floats is exact enough to round once more.
  const arithmetic: [
    name: string,
    cost: 'add' | 'multiply' | 'divide',
    operation: (a: number, b: number) => number,
  ][] = [
    ['add', 'add', (a, b) => a + b],
    ['sub', 'add', (a, b) => a - b],
    ['mul', 'multiply', (a, b) => a * b],
    ['div', 'divide', (a, b) => a / b],
  ];
  for (const [name, cost, operation] of arithmetic) {
    define(`__${name}sf3`, `${cost}Float`, (call) =>
      call.resultFloat(operation(float(call, 0), float(call, 1))),
    );
    define(`__${name}df3`, `${cost}Double`, (call) =>
      call.resultDouble(operation(double(call, 0), double(call, 1))),
    );
  }
  define('__negsf2', 'simple', (call) => call.arg(0) ^ 0x8000_0000);
  define('__negdf2', 'simple', (call) => call.resultPair(call.arg(0), call.arg(1) ^ 0x8000_0000));

  // The sign of the result answers the question in the name; unordered operands answer "no".
  const compare = (a: number, b: number, unordered: number): number =>
    a < b ? -1 : a > b ? 1 : a === b ? 0 : unordered;
  const comparisons: [name: string, unordered: number][] = [
    ['eq', 1],
    ['ne', 1],
    ['lt', 1],
    ['le', 1],
    ['cmp', 1],
    ['gt', -1],
    ['ge', -1],
  ];
  for (const [name, unordered] of comparisons) {
    const costName = name === 'eq' || name === 'ne' ? 'equalDouble' : 'compareDouble';
    define(`__${name}sf2`, costName, (call) => compare(float(call, 0), float(call, 1), unordered));
    define(`__${name}df2`, costName, (call) => compare(double(call, 0), double(call, 1), unordered));
  }
  define('__unordsf2', 'compareDouble', (call) =>
    Number(Number.isNaN(float(call, 0)) || Number.isNaN(float(call, 1))),
  );
  define('__unorddf2', 'compareDouble', (call) =>
    Number(Number.isNaN(double(call, 0)) || Number.isNaN(double(call, 1))),
  );

  define('__extendsfdf2', 'convertDouble', (call) => call.resultDouble(float(call, 0)));
  define('__truncdfsf2', 'convertDouble', (call) => call.resultFloat(double(call, 0)));
  for (const [suffix, operand] of [
    ['sf', float],
    ['df', double],
  ] as const) {
    define(`__fix${suffix}si`, 'convertDouble', (call) => fixSigned(operand(call, 0)));
    define(`__fixuns${suffix}si`, 'convertDouble', (call) => fixUnsigned(operand(call, 0)));
    define(`__fix${suffix}di`, 'convertLong', (call) => call.resultLong(fixLong(operand(call, 0), true)));
    define(`__fixuns${suffix}di`, 'convertLong', (call) => call.resultLong(fixLong(operand(call, 0), false)));
    define(`__powi${suffix}2`, 'divideDouble', (call) => {
      const [base, exponent] =
        suffix === 'sf' ? [call.argFloat(0), call.argSigned(1)] : [call.argDouble(0), call.argSigned(2)];
      const power = integerPower(base, exponent, suffix === 'sf');
      return suffix === 'sf' ? call.resultFloat(power) : call.resultDouble(power);
    });
  }
  define('__floatsisf', 'convertDouble', (call) => call.resultFloat(call.argSigned(0)));
  define('__floatunsisf', 'convertDouble', (call) => call.resultFloat(call.arg(0)));
  define('__floatsidf', 'convertDouble', (call) => call.resultDouble(call.argSigned(0)));
  define('__floatunsidf', 'convertDouble', (call) => call.resultDouble(call.arg(0)));
  define('__floatdisf', 'convertLong', (call) =>
    call.resultFloat(roundLongToFloat(signed64(call.argLong(0)))),
  );
  define('__floatundisf', 'convertLong', (call) => call.resultFloat(roundLongToFloat(call.argLong(0))));
  define('__floatdidf', 'convertLong', (call) => call.resultDouble(Number(signed64(call.argLong(0)))));
  define('__floatundidf', 'convertLong', (call) => call.resultDouble(Number(call.argLong(0))));
}

function trailingZeros(value: number): number {
  // Nothing is promised for 0; the code in ROM gives -1.
  return 31 - Math.clz32(value & -value);
}

function trailingZeros64(call: NativeCall): number {
  return call.arg(0) !== 0 ? trailingZeros(call.arg(0)) : 32 + trailingZeros(call.arg(1));
}

function ones(value: number): number {
  let v = value - ((value >>> 1) & 0x5555_5555);
  v = (v & 0x3333_3333) + ((v >>> 2) & 0x3333_3333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

function swapBytes(value: number): number {
  return ((value & 0xff) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
}

/** High word of the product of two unsigned words. */
function multiplyHigh(a: number, b: number): number {
  const [al, ah, bl, bh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const middle = ah * bl + Math.floor((al * bl) / 0x1_0000);
  const other = al * bh + (middle % 0x1_0000);
  return (ah * bh + Math.floor(middle / 0x1_0000) + Math.floor(other / 0x1_0000)) >>> 0;
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function divide64(
  call: NativeCall,
  signed: boolean,
  done: (quotient: bigint, remainder: bigint) => void,
): void {
  let [dividend, divisor] = [call.argLong(0), call.argLong(2)];
  if (divisor === 0n) throw new GuestFault(CAUSE_DIVIDE_BY_ZERO);
  if (signed) [dividend, divisor] = [signed64(dividend), signed64(divisor)];
  done(BigInt.asUintN(64, dividend / divisor), BigInt.asUintN(64, dividend % divisor));
}

/** To a signed word; out of range saturates and a NaN is the largest, as in libgcc's Xtensa code. */
function fixSigned(value: number): number {
  if (Number.isNaN(value) || value >= 0x8000_0000) return 0x7fff_ffff;
  return value < -0x8000_0000 ? -0x8000_0000 : Math.trunc(value);
}

/** To an unsigned word: too large and NaN give all ones, too small 0x80000000, as in libgcc's Xtensa code. */
function fixUnsigned(value: number): number {
  if (Number.isNaN(value) || value >= 0x1_0000_0000) return -1;
  if (value > -1) return Math.trunc(value) | 0;
  return value >= -0x8000_0000 ? Math.trunc(value) : -0x8000_0000;
}

function fixLong(value: number, signed: boolean): bigint {
  const [least, most] = signed ? [-(2 ** 63), 2 ** 63] : [-(2 ** 63), 2 ** 64];
  if (Number.isNaN(value) || value >= most) return signed ? (1n << 63n) - 1n : MASK64;
  if (value < least) return 1n << 63n;
  return BigInt(Math.trunc(value));
}

/** Repeated squaring as libgcc's __powidf2 does it, every product rounded to the type. */
function integerPower(base: number, exponent: number, single: boolean): number {
  const round = single ? Math.fround : (x: number): number => x;
  let n = Math.abs(exponent);
  let x = base;
  let result = n % 2 === 1 ? x : 1;
  for (n = Math.floor(n / 2); n > 0; n = Math.floor(n / 2)) {
    x = round(x * x);
    if (n % 2 === 1) result = round(result * x);
  }
  return exponent < 0 ? round(1 / result) : result;
}
