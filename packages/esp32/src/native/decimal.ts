/**
 * Exact decimal conversion of doubles, as a C library prints them: round half to even on the exact binary value.
 * JavaScript's toFixed rounds ties upwards and stops at 100 digits.
 */

const scratch = new DataView(new ArrayBuffer(8));
/** A double has no digit beyond this many decimals: 2^-1074 ends there. */
const LAST_DECIMAL = 1074;

/** |x| = mantissa * 2^exponent, exactly. */
function decompose(x: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, x);
  const high = scratch.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(scratch.getUint32(4));
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/** numerator / denominator rounded to the nearest integer, ties to even. */
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** |x| * 10^power rounded to an integer, ties to even. */
function scaled(x: number, power: number): bigint {
  const { mantissa, exponent } = decompose(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  return divideHalfEven(numerator, denominator);
}

/** Digits of |x| with `decimals` of them after the point, as `%f` prints a finite x; no sign. */
export function fixedDigits(x: number, decimals: number): string {
  const exact = Math.min(decimals, LAST_DECIMAL);
  const digits = scaled(x, exact)
    .toString()
    .padStart(exact + 1, '0');
  const zeros = '0'.repeat(decimals - exact);
  const point = digits.length - exact;
  return exact + zeros.length === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}${zeros}`;
}

/** `count` significant digits of |x| and the decimal exponent of the first, as `%e` prints a finite x. */
export function significantDigits(x: number, count: number): { digits: string; exponent: number } {
  if (x === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const exact = Math.min(count, LAST_DECIMAL);
  // The estimate is right or one off; the digits found say which.
  let exponent = Math.floor(Math.log10(Math.abs(x)));
  for (;;) {
    const digits = scaled(x, exact - 1 - exponent).toString();
    if (digits.length === exact) return { digits: digits.padEnd(count, '0'), exponent };
    exponent += digits.length > exact ? 1 : -1;
  }
}

/** Hexadecimal digits of a finite |x| as newlib's `%a` prints them: `1.8p+1`, without the 0x. */
export function hexDigits(x: number, decimals: number | undefined): string {
  let { mantissa, exponent } = decompose(x);
  if (mantissa === 0n) return `0${decimals ? `.${'0'.repeat(decimals)}` : ''}p+0`;
  while (mantissa < 1n << 52n) {
    mantissa <<= 1n;
    exponent--;
  }
  exponent += 52;
  let fraction = '';
  if (decimals === undefined || decimals >= 13) {
    fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
    fraction = decimals === undefined ? fraction.replace(/0+$/, '') : fraction.padEnd(decimals, '0');
    mantissa >>= 52n;
  } else {
    const rounded = divideHalfEven(mantissa, 1n << BigInt(52 - 4 * decimals));
    mantissa = rounded >> BigInt(4 * decimals);
    if (decimals > 0)
      fraction = (rounded & ((1n << BigInt(4 * decimals)) - 1n)).toString(16).padStart(decimals, '0');
  }
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa.toString(16)}${fraction === '' ? '' : `.${fraction}`}p${sign}${Math.abs(exponent)}`;
}
