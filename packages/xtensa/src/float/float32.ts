/**
 * IEEE single precision on register bits, all four rounding modes, all flags, exact.
 *
 * Nearest-even with a normal result takes the fast way: two floats added or multiplied in double and rounded
 * once more are correctly rounded (53 >= 2 * 24 + 2 bits). Everything else takes the slow way: exact integers of any size,
 * rounded once by `roundPack`.
 */

import { narrowExponent, reciprocalSeed, reciprocalSeedNarrow, rootSeed, rootSeedNarrow } from './seeds.js';

/** FSR bits. */
export const FLAG_INEXACT = 0x80;
export const FLAG_UNDERFLOW = 0x100;
export const FLAG_OVERFLOW = 0x200;
export const FLAG_DIVIDE_BY_ZERO = 0x400;
export const FLAG_INVALID = 0x800;

const DEFAULT_NAN = 0x7fc00000;
const MIN_NORMAL = 2 ** -126;
const INFINITY_BITS = 0x7f800000;

const isNaN32 = (x: number): boolean => (x & 0x7fffffff) > INFINITY_BITS;
const isSignaling = (x: number): boolean => isNaN32(x) && (x & 0x400000) === 0;
const isInfinite = (x: number): boolean => (x & 0x7fffffff) === INFINITY_BITS;
const isZero = (x: number): boolean => (x & 0x7fffffff) === 0;
const quiet = (x: number): number => x | 0x400000;

interface Unpacked {
  negative: boolean;
  mantissa: bigint;
  exponent: number;
}

/** Value = +-mantissa * 2^exponent, for finite bits. */
function unpack(x: number): Unpacked {
  const field = (x >>> 23) & 0xff;
  const fraction = x & 0x7fffff;
  return {
    negative: x < 0,
    mantissa: BigInt(field === 0 ? fraction : fraction | 0x800000),
    exponent: (field === 0 ? 1 : field) - 150,
  };
}

function bitLength(n: bigint): number {
  return n === 0n ? 0 : n.toString(2).length;
}

/** The unit's arithmetic; `mode` is FCR's rounding mode, `flags` the sticky bits of FSR. */
export class Float32 {
  mode = 0;
  flags = 0;

  /** Seeds and exponent of the approximation steps; see `seeds.ts`. */
  readonly div0 = reciprocalSeedNarrow;
  readonly sqrt0 = rootSeedNarrow;
  readonly recip0 = reciprocalSeed;
  readonly rsqrt0 = rootSeed;
  readonly nexp01 = narrowExponent;

  private readonly f = new Float32Array(4);
  private readonly i = new Int32Array(this.f.buffer);

  add(x: number, y: number): number {
    const { f, i } = this;
    if (this.mode === 0) {
      i[0] = x;
      i[1] = y;
      const a = f[0]!;
      const b = f[1]!;
      const sum = a + b;
      f[2] = sum;
      const rounded = f[2];
      const size = Math.abs(rounded);
      if ((size > MIN_NORMAL && size < Infinity) || sum === 0) {
        if ((this.flags & FLAG_INEXACT) === 0) {
          const part = sum - a;
          if (rounded !== sum || a - (sum - part) + (b - part) !== 0) this.flags |= FLAG_INEXACT;
        }
        return i[2]!;
      }
    }
    return this.slowAdd(x, y);
  }

  sub(x: number, y: number): number {
    // A NaN must keep its sign, so only numbers are negated.
    return isNaN32(y) ? this.slowAdd(x, y) : this.add(x, y ^ 0x80000000);
  }

  mul(x: number, y: number): number {
    const { f, i } = this;
    if (this.mode === 0) {
      i[0] = x;
      i[1] = y;
      const product = f[0]! * f[1]!;
      f[2] = product;
      const rounded = f[2];
      const size = Math.abs(rounded);
      if ((size > MIN_NORMAL && size < Infinity) || product === 0) {
        if (rounded !== product) this.flags |= FLAG_INEXACT;
        return i[2]!;
      }
    }
    return this.slowMul(x, y);
  }

  /** accumulator + x * y, rounded once; `negate`: accumulator - x * y. */
  madd(accumulator: number, x: number, y: number, negate: boolean): number {
    const { f, i } = this;
    if (this.mode === 0) {
      i[0] = accumulator;
      i[1] = x;
      i[2] = y;
      const a = f[0]!;
      const exact = f[1]! * f[2]!; // 48 bits: exact in double
      const product = negate ? -exact : exact;
      const sum = a + product;
      f[3] = sum;
      const rounded = f[3];
      const size = Math.abs(rounded);
      if ((size > MIN_NORMAL && size < Infinity) || sum === 0) {
        const part = sum - a;
        const error = a - (sum - part) + (product - part);
        const rest = sum - rounded;
        if (error === 0) {
          if (rest !== 0) this.flags |= FLAG_INEXACT;
          return i[3]!;
        }
        // The double sum was rounded: rounding again is only wrong when it lies half-way between two floats.
        if (Math.fround(sum + rest) !== sum + rest || rest === 0) {
          this.flags |= FLAG_INEXACT;
          return i[3]!;
        }
      }
    }
    return this.slowMadd(accumulator, x, y, negate);
  }

  /** Fused multiply-add for the division steps: nearest-even whatever FCR says, no flags. */
  maddn(accumulator: number, x: number, y: number): number {
    const { mode, flags } = this;
    this.mode = 0;
    const result = this.madd(accumulator, x, y, false);
    this.mode = mode;
    this.flags = flags;
    return result;
  }

  div(x: number, y: number): number {
    if (isNaN32(x) || isNaN32(y)) return this.propagate(x, y);
    const sign = (x ^ y) & 0x80000000;
    if (isInfinite(x)) return isInfinite(y) ? this.invalid() : sign | INFINITY_BITS;
    if (isInfinite(y)) return sign;
    if (isZero(y)) {
      if (isZero(x)) return this.invalid();
      this.flags |= FLAG_DIVIDE_BY_ZERO;
      return sign | INFINITY_BITS;
    }
    if (isZero(x)) return sign;
    const a = unpack(x);
    const b = unpack(y);
    // 60 more bits than the divisor has: enough for 24 bits and a sticky one.
    const shifted = a.mantissa << 60n;
    const quotient = shifted / b.mantissa;
    const sticky = quotient * b.mantissa !== shifted;
    return this.roundPack(sign !== 0, (quotient << 1n) | (sticky ? 1n : 0n), a.exponent - b.exponent - 61);
  }

  sqrt(x: number): number {
    if (isNaN32(x)) return this.propagate(x, x);
    if (isZero(x)) return x;
    if (x < 0) return this.invalid();
    if (isInfinite(x)) return x;
    const a = unpack(x);
    let exponent = a.exponent;
    let mantissa = a.mantissa << 60n;
    exponent -= 60;
    if ((exponent & 1) !== 0) {
      mantissa <<= 1n;
      exponent -= 1;
    }
    const root = integerSqrt(mantissa);
    const sticky = root * root !== mantissa;
    return this.roundPack(false, (root << 1n) | (sticky ? 1n : 0n), exponent / 2 - 1);
  }

  /** Predicate bits: 1 less, 2 equal, 4 unordered; 8: quiet NaNs are invalid as well. */
  compare(x: number, y: number, predicate: number): number {
    if (isNaN32(x) || isNaN32(y)) {
      if ((predicate & 8) !== 0 || isSignaling(x) || isSignaling(y)) this.flags |= FLAG_INVALID;
      return (predicate >> 2) & 1;
    }
    const { f, i } = this;
    i[0] = x;
    i[1] = y;
    if (f[0]! < f[1]!) return predicate & 1;
    if (f[0]! === f[1]!) return (predicate >> 1) & 1;
    return 0;
  }

  /** Signed integer of x * 2^scale, rounded by `mode` (0 nearest-even, 1 to zero, 2 up, 3 down), saturating. */
  toInteger(x: number, scale: number, mode: number): number {
    if (isNaN32(x)) {
      this.flags |= FLAG_INVALID;
      return 0x7fffffff;
    }
    this.i[0] = x;
    const value = this.f[0]! * 2 ** scale;
    const rounded = roundToWhole(value, mode);
    this.checkScaled(value);
    if (rounded > 0x7fffffff || rounded < -0x80000000) {
      this.flags |= FLAG_INVALID;
      return rounded > 0 ? 0x7fffffff : 0x80000000 | 0;
    }
    if (rounded !== value) this.flags |= FLAG_INEXACT;
    return rounded | 0;
  }

  /** Unsigned integer of x * 2^scale, truncated, saturating. Values of -1 and below convert as signed ones, with invalid. */
  toUnsigned(x: number, scale: number): number {
    if (isNaN32(x)) {
      this.flags |= FLAG_INVALID;
      return -1;
    }
    this.i[0] = x;
    const value = this.f[0]! * 2 ** scale;
    const rounded = Math.trunc(value);
    this.checkScaled(value);
    if (rounded < 0) {
      this.flags |= FLAG_INVALID;
      return rounded < -0x80000000 ? 0x80000000 | 0 : rounded | 0;
    }
    if (rounded > 0xffffffff) {
      this.flags |= FLAG_INVALID;
      return -1;
    }
    if (rounded !== value) this.flags |= FLAG_INEXACT;
    return rounded | 0;
  }

  /** Scaling is a step of its own: a number that leaves the range of floats by it overflows. */
  private checkScaled(value: number): void {
    const size = Math.abs(value);
    if (size >= 2 ** 128 && size < Infinity) this.flags |= FLAG_OVERFLOW | FLAG_INEXACT;
  }

  /** Float of value / 2^scale, value a signed or unsigned 32-bit integer as a number. */
  fromInteger(value: number, scale: number): number {
    const exact = value / 2 ** scale;
    const { f, i } = this;
    f[0] = exact;
    if (f[0] === exact) return i[0]!;
    if (this.mode === 0) {
      this.flags |= FLAG_INEXACT;
      return i[0]!;
    }
    return this.roundPack(value < 0, BigInt(Math.abs(value)), -scale);
  }

  /** The NaN that comes out of an operation on x and y, of which at least one is a NaN: the second is preferred. */
  private propagate(x: number, y: number): number {
    if (isSignaling(x) || isSignaling(y)) this.flags |= FLAG_INVALID;
    return quiet(isNaN32(y) ? y : x);
  }

  private invalid(): number {
    this.flags |= FLAG_INVALID;
    return DEFAULT_NAN;
  }

  private slowAdd(x: number, y: number): number {
    if (isNaN32(x) || isNaN32(y)) return this.propagate(x, y);
    if (isInfinite(x)) return isInfinite(y) && x !== y ? this.invalid() : x;
    if (isInfinite(y)) return y;
    return this.sum(unpack(x), unpack(y), x < 0 && y < 0);
  }

  private slowMul(x: number, y: number): number {
    if (isNaN32(x) || isNaN32(y)) return this.propagate(x, y);
    const sign = (x ^ y) & 0x80000000;
    if (isInfinite(x) || isInfinite(y)) return isZero(x) || isZero(y) ? this.invalid() : sign | INFINITY_BITS;
    if (isZero(x) || isZero(y)) return sign;
    const a = unpack(x);
    const b = unpack(y);
    return this.roundPack(sign !== 0, a.mantissa * b.mantissa, a.exponent + b.exponent);
  }

  private slowMadd(accumulator: number, x: number, y: number, negate: boolean): number {
    const infinityTimesZero = (isInfinite(x) && isZero(y)) || (isZero(x) && isInfinite(y));
    if (isNaN32(accumulator) || isNaN32(x) || isNaN32(y)) {
      if (infinityTimesZero || isSignaling(accumulator) || isSignaling(x) || isSignaling(y))
        this.flags |= FLAG_INVALID;
      return quiet(isNaN32(accumulator) ? accumulator : isNaN32(y) ? y : x);
    }
    if (infinityTimesZero) return this.invalid();
    const negative = (x ^ y) < 0 !== negate;
    if (isInfinite(x) || isInfinite(y)) {
      if (isInfinite(accumulator) && accumulator < 0 !== negative) return this.invalid();
      return negative ? INFINITY_BITS | 0x80000000 : INFINITY_BITS;
    }
    if (isInfinite(accumulator)) return accumulator;
    const a = unpack(x);
    const b = unpack(y);
    const product = { negative, mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent };
    return this.sum(unpack(accumulator), product, accumulator < 0 && negative);
  }

  /** Sum of two exact values; `bothNegative` gives the sign of a zero made of two zeros. */
  private sum(a: Unpacked, b: Unpacked, bothNegative: boolean): number {
    const exponent = Math.min(a.exponent, b.exponent);
    const x = a.mantissa << BigInt(a.exponent - exponent);
    const y = b.mantissa << BigInt(b.exponent - exponent);
    const total = (a.negative ? -x : x) + (b.negative ? -y : y);
    if (total === 0n) {
      // An exact zero is +0, -0 when rounding down, and keeps the sign that both terms share.
      if (a.negative === b.negative) return bothNegative ? 0x80000000 | 0 : 0;
      return this.mode === 3 ? 0x80000000 | 0 : 0;
    }
    return this.roundPack(total < 0n, total < 0n ? -total : total, exponent);
  }

  /** Rounds +-mantissa * 2^exponent (mantissa > 0, its last bit may be sticky) to a float and sets flags. */
  private roundPack(negative: boolean, mantissa: bigint, exponent: number): number {
    const sign = negative ? 0x80000000 : 0;
    const round = (least: number): { whole: bigint; exact: boolean } => {
      const shift = least - exponent;
      if (shift <= 0) return { whole: mantissa << BigInt(-shift), exact: true };
      const whole = mantissa >> BigInt(shift);
      const rest = mantissa - (whole << BigInt(shift));
      if (rest === 0n) return { whole, exact: true };
      const half = 1n << BigInt(shift - 1);
      const up =
        this.mode === 0
          ? rest > half || (rest === half && (whole & 1n) === 1n)
          : this.mode === 1
            ? false
            : this.mode === 2
              ? !negative
              : negative;
      return { whole: up ? whole + 1n : whole, exact: false };
    };
    const top = exponent + bitLength(mantissa) - 1; // value in [2^top, 2^(top+1))
    const normalLeast = top - 23;
    let least = Math.max(normalLeast, -149);
    const rounded = round(least);
    const exact = rounded.exact;
    let whole = rounded.whole;
    // Tininess is judged after rounding, as if the exponent had no bound.
    if (!exact && top < -126) {
      const unbounded = round(normalLeast).whole;
      const tiny = normalLeast + bitLength(unbounded) - 1 < -126;
      if (tiny) this.flags |= FLAG_UNDERFLOW;
    }
    if (bitLength(whole) > 24) {
      whole >>= 1n;
      least += 1;
    }
    if (!exact) this.flags |= FLAG_INEXACT;
    const fraction = Number(whole);
    if (fraction >= 0x800000) {
      const field = least + 150;
      if (field >= 255) {
        this.flags |= FLAG_OVERFLOW | FLAG_INEXACT;
        const toInfinity = this.mode === 0 || (this.mode === 2 && !negative) || (this.mode === 3 && negative);
        return sign | (toInfinity ? INFINITY_BITS : 0x7f7fffff);
      }
      return sign | (field << 23) | (fraction & 0x7fffff);
    }
    return sign | fraction;
  }
}

function integerSqrt(n: bigint): bigint {
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** Rounds a double to a whole number. */
function roundToWhole(value: number, mode: number): number {
  if (mode === 1) return Math.trunc(value);
  if (mode === 2) return Math.ceil(value);
  if (mode === 3) return Math.floor(value);
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)) return floor + 1;
  return floor;
}
