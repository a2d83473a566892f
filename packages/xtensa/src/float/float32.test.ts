import { describe, expect, it } from 'vitest';
import { Random } from '../testing/random-programs.js';
import {
  FLAG_DIVIDE_BY_ZERO,
  FLAG_INEXACT,
  FLAG_INVALID,
  FLAG_OVERFLOW,
  FLAG_UNDERFLOW,
  Float32,
} from './float32.js';

/** Unit of exact values: 2^-300, below the product of the two smallest floats. */
const UNIT = 300;

/** A finite float as a whole number of units. */
function exact(bits: number): bigint {
  const field = (bits >>> 23) & 0xff;
  const fraction = BigInt(field === 0 ? bits & 0x7fffff : (bits & 0x7fffff) | 0x800000);
  const value = fraction << BigInt((field === 0 ? 1 : field) - 150 + UNIT);
  return bits < 0 ? -value : value;
}

const finite = (bits: number): boolean => (bits & 0x7f800000) !== 0x7f800000;
/** The floats next below and above, for finite bits that are not the largest. */
const above = (bits: number): number =>
  bits === (0x80000000 | 0) ? 1 : bits < 0 ? (bits - 1) | 0 : bits + 1;
const below = (bits: number): number =>
  bits === 0 ? 0x80000001 | 0 : bits < 0 ? (bits + 1) | 0 : (bits - 1) | 0;
const isZero = (bits: number): boolean => (bits & 0x7fffffff) === 0;

/** Is `result` the correct rounding of the exact value numerator / denominator (denominator > 0)? */
function correctlyRounded(result: number, numerator: bigint, denominator: bigint, mode: number): boolean {
  const value = exact(result) * denominator;
  if (value === numerator) return true;
  const up = isZero(result) ? 1 : above(result);
  const down = isZero(result) ? 0x80000001 | 0 : below(result);
  const next = finite(up) ? exact(up) * denominator : undefined;
  const previous = finite(down) ? exact(down) * denominator : undefined;
  const towardsZero = mode === 1 ? (numerator > 0n ? 3 : 2) : mode;
  if (towardsZero === 3) return value < numerator && (next === undefined || numerator < next);
  if (towardsZero === 2) return value > numerator && (previous === undefined || numerator > previous);
  const distance = (other: bigint): bigint => (other > numerator ? other - numerator : numerator - other);
  for (const other of [next, previous]) {
    if (other === undefined) continue;
    if (distance(other) < distance(value)) return false;
    if (distance(other) === distance(value) && (result & 1) !== 0) return false;
  }
  return true;
}

/** Floats that are near each other often enough for ties and cancellation. */
function randomFloat(random: Random): number {
  switch (random.below(6)) {
    case 0:
      return random.bits();
    case 1:
      return (random.below(2) << 31) | (random.below(8) << 23) | (random.bits() & 0x7fffff);
    case 2:
      return (random.below(2) << 31) | random.below(0x800000);
    case 3:
      return (random.below(2) << 31) | ((120 + random.below(16)) << 23) | ((random.bits() & 7) << 20);
    default:
      return (
        (random.below(2) << 31) |
        ((100 + random.below(56)) << 23) |
        (random.bits() & random.bits() & 0x7fffff)
      );
  }
}

describe('single precision', () => {
  for (const [mode, name] of ['nearest even', 'to zero', 'up', 'down'].entries())
    it(`rounds correctly ${name}, and is inexact exactly when it rounds`, () => {
      const random = new Random(77 + mode);
      const fpu = new Float32();
      fpu.mode = mode;
      const wrong: string[] = [];
      const check = (what: string, result: number, numerator: bigint, denominator = 1n): void => {
        const flags = fpu.flags;
        if (!finite(result)) return;
        const rounded = exact(result) * denominator !== numerator;
        const overflowed = (flags & FLAG_OVERFLOW) !== 0;
        if (!overflowed && !correctlyRounded(result, numerator, denominator, mode))
          wrong.push(`${what} = ${(result >>> 0).toString(16)}`);
        if (rounded !== ((flags & FLAG_INEXACT) !== 0)) wrong.push(`${what}: flags ${flags.toString(16)}`);
        // Underflow: inexact and tiny; the result below the smallest normal number is a sure sign.
        const tiny = (result & 0x7f800000) === 0;
        if (tiny && rounded !== ((flags & FLAG_UNDERFLOW) !== 0)) wrong.push(`${what}: underflow`);
      };
      for (let i = 0; i < 6000; i++) {
        const [a, b, c] = [randomFloat(random), randomFloat(random), randomFloat(random)];
        if (![a, b, c].every(finite)) continue;
        const [x, y, z] = [exact(a), exact(b), exact(c)];
        const text = [a, b, c].map((v) => (v >>> 0).toString(16)).join(' ');
        const run = (operation: () => number): number => {
          fpu.flags = 0;
          return operation();
        };
        check(
          `add ${text}`,
          run(() => fpu.add(a, b)),
          x + y,
        );
        check(
          `sub ${text}`,
          run(() => fpu.sub(a, b)),
          x - y,
        );
        const scale = 1n << BigInt(UNIT);
        check(
          `mul ${text}`,
          run(() => fpu.mul(a, b)),
          x * y,
          scale,
        );
        check(
          `madd ${text}`,
          run(() => fpu.madd(c, a, b, false)),
          z * scale + x * y,
          scale,
        );
        check(
          `msub ${text}`,
          run(() => fpu.madd(c, a, b, true)),
          z * scale - x * y,
          scale,
        );
        if (!isZero(b)) {
          const positive = y > 0n ? y : -y;
          check(
            `div ${text}`,
            run(() => fpu.div(a, b)),
            (y > 0n ? x : -x) * scale,
            positive,
          );
        }
      }
      expect(wrong.slice(0, 5)).toEqual([]);
    });

  it('square roots: the next float up is above, the next down below', () => {
    const random = new Random(5);
    const fpu = new Float32();
    for (let i = 0; i < 3000; i++) {
      const x = randomFloat(random) & 0x7fffffff;
      if (!finite(x) || isZero(x)) continue;
      const root = fpu.sqrt(x);
      const [low, high] = [below(root), above(root)].map((v) => (exact(v) + exact(root)) ** 2n);
      const value = exact(x) << BigInt(UNIT + 2);
      expect(low! < value && value < high!).toBe(true);
    }
    expect(fpu.sqrt(0x80000000 | 0)).toBe(0x80000000 | 0);
    expect([fpu.sqrt(0xbf800000 | 0), fpu.flags & FLAG_INVALID]).toEqual([0x7fc00000, FLAG_INVALID]);
  });

  it('infinities, zeros and NaNs', () => {
    const fpu = new Float32();
    const INF = 0x7f800000;
    const run = (operation: () => number): [number, number] => {
      fpu.flags = 0;
      return [operation() >>> 0, fpu.flags];
    };
    expect(run(() => fpu.sub(INF, INF))).toEqual([0x7fc00000, FLAG_INVALID]);
    expect(run(() => fpu.mul(INF, 0))).toEqual([0x7fc00000, FLAG_INVALID]);
    expect(run(() => fpu.div(0x3f800000, 0x80000000 | 0))).toEqual([0xff800000, FLAG_DIVIDE_BY_ZERO]);
    expect(run(() => fpu.div(0, 0))).toEqual([0x7fc00000, FLAG_INVALID]);
    expect(run(() => fpu.add(0x7fc00001, 0x7fc00002))).toEqual([0x7fc00002, 0]);
    expect(run(() => fpu.add(0x7f800001, 0x3f800000))).toEqual([0x7fc00001, FLAG_INVALID]);
    expect(run(() => fpu.add(0x7f7fffff, 0x7f7fffff))).toEqual([INF, FLAG_OVERFLOW | FLAG_INEXACT]);
    fpu.mode = 1;
    expect(run(() => fpu.add(0x7f7fffff, 0x7f7fffff))).toEqual([0x7f7fffff, FLAG_OVERFLOW | FLAG_INEXACT]);
    fpu.mode = 3;
    expect(run(() => fpu.add(0x3f800000, 0xbf800000 | 0))).toEqual([0x80000000, 0]);
  });
});
