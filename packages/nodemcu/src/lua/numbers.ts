/** Numbers and texts as C does them: reading numerals, `%.7g`, and the printf directives of `string.format`. */
import type { TValue } from './objects.js';
import { LUA_TNUMINT64 } from './objects.js';

const isSpace = (c: number | undefined): boolean => c === 32 || (c !== undefined && c >= 9 && c <= 13);
const isDigit = (c: number | undefined): boolean => c !== undefined && c >= 48 && c <= 57;
function hexDigit(c: number | undefined): number {
  if (c === undefined) return -1;
  if (c >= 48 && c <= 57) return c - 48;
  const l = c | 32;
  return l >= 97 && l <= 102 ? l - 87 : -1;
}

/** Reads an integer numeral; null if it is none or does not fit (hexadecimal wraps around). */
function readInteger(s: Uint8Array): number | null {
  let i = 0;
  while (isSpace(s[i])) i++;
  const negative = s[i] === 45;
  if (negative || s[i] === 43) i++;
  let a = 0;
  let empty = true;
  if (s[i] === 48 && (s[i + 1]! | 32) === 120) {
    i += 2;
    for (let d = hexDigit(s[i]); d >= 0; d = hexDigit(s[++i])) {
      a = (Math.imul(a, 16) + d) | 0;
      empty = false;
    }
  } else {
    for (; isDigit(s[i]); i++) {
      a = a * 10 + (s[i]! - 48);
      if (a > 2147483647 + (negative ? 1 : 0)) return null;
      empty = false;
    }
  }
  while (isSpace(s[i])) i++;
  return empty || i !== s.length ? null : (negative ? -a : a) | 0;
}

/** {@link readInteger} in 64 bits. */
function readInteger64(s: Uint8Array): bigint | null {
  let i = 0;
  while (isSpace(s[i])) i++;
  const negative = s[i] === 45;
  if (negative || s[i] === 43) i++;
  const hex = s[i] === 48 && (s[i + 1]! | 32) === 120;
  if (hex) i += 2;
  const from = i;
  if (hex) while (hexDigit(s[i]) >= 0) i++;
  else while (isDigit(s[i])) i++;
  if (i === from) return null;
  // leading zeros say nothing, 20 decimal digits are too many however they go on, of hexadecimal ones the last 16 remain
  let first = from;
  if (hex) first = Math.max(from, i - 16);
  else while (first < i - 1 && s[first] === 48) first++;
  const digits = String.fromCharCode(...s.subarray(first, Math.min(i, first + 20)));
  const a = BigInt(hex ? `0x${digits}` : digits);
  if (!hex && a > (negative ? 0x8000000000000000n : 0x7fffffffffffffffn)) return null;
  while (isSpace(s[i])) i++;
  return i === s.length ? BigInt.asIntN(64, negative ? -a : a) : null;
}

/** Reads a hexadecimal float (C99 strtod). */
function readHexFloat(s: Uint8Array, start: number, negative: boolean): { n: number; i: number } | null {
  let i = start;
  let r = 0;
  let e = 0;
  let digits = 0;
  let significant = 0;
  let dot = false;
  for (; ; i++) {
    if (s[i] === 46) {
      if (dot) break;
      dot = true;
      continue;
    }
    const d = hexDigit(s[i]);
    if (d < 0) break;
    digits++;
    if (significant === 0 && d === 0) {
      // leading zeros say nothing
    } else if (++significant <= 30) r = r * 16 + d;
    else e += 4;
    if (dot) e -= 4;
  }
  if (digits === 0) return null;
  if (s[i] !== undefined && (s[i]! | 32) === 112) {
    let j = i + 1;
    const minus = s[j] === 45;
    if (minus || s[j] === 43) j++;
    if (!isDigit(s[j])) return null;
    let x = 0;
    for (; isDigit(s[j]); j++) x = Math.min(x * 10 + s[j]! - 48, 100000);
    e += minus ? -x : x;
    i = j;
  }
  let n = r;
  while (e > 1000 && n !== 0 && Number.isFinite(n)) {
    n *= 2 ** 1000;
    e -= 1000;
  }
  while (e < -1000 && n !== 0) {
    n *= 2 ** -1000;
    e += 1000;
  }
  n *= 2 ** e;
  return { n: negative ? -n : n, i };
}

function readFloat(s: Uint8Array): number | null {
  let i = 0;
  while (isSpace(s[i])) i++;
  const from = i;
  const negative = s[i] === 45;
  if (negative || s[i] === 43) i++;
  let n: number;
  if (s[i] === 48 && s[i + 1] !== undefined && (s[i + 1]! | 32) === 120) {
    const hex = readHexFloat(s, i + 2, negative);
    if (hex === null) return null;
    n = hex.n;
    i = hex.i;
  } else {
    let digits = 0;
    for (; isDigit(s[i]); i++) digits++;
    if (s[i] === 46) for (i++; isDigit(s[i]); i++) digits++;
    if (digits === 0) return null;
    if (s[i] !== undefined && (s[i]! | 32) === 101) {
      let j = i + 1;
      if (s[j] === 45 || s[j] === 43) j++;
      if (isDigit(s[j])) {
        while (isDigit(s[j])) j++;
        i = j;
      }
    }
    if (i - from > 400) {
      // longer than any sensible numeral: Lua's own limit is 200 characters
      return null;
    }
    n = Number(String.fromCharCode(...s.subarray(from, i)));
  }
  while (isSpace(s[i])) i++;
  return i === s.length ? n : null;
}

/**
 * Converts a text to a number (C `luaO_str2num`), without rounding to single precision.
 * @param wide whether integers have 64 bits
 * @returns length + 1, or 0 if the text is no numeral
 */
export function luaO_str2num(s: Uint8Array, o: TValue, wide = false): number {
  if (wide) {
    const n = readInteger64(s);
    if (n !== null) {
      o.set(LUA_TNUMINT64, n);
      return s.length + 1;
    }
    const f = readFloat(s);
    if (f === null) return 0;
    o.setfltvalue(f);
    return s.length + 1;
  }
  const n = readInteger(s);
  if (n !== null) {
    o.setivalue(n);
    return s.length + 1;
  }
  const f = readFloat(s);
  if (f === null) return 0;
  o.setfltvalue(f);
  return s.length + 1;
}

// ---------------------------------------------------------------- C formatting

/** Sign of a non-number or infinity as printf writes it. */
function special(n: number, upper: boolean): string | null {
  let text: string | null = null;
  if (n !== n) text = 'nan';
  else if (n === Infinity || n === -Infinity) text = 'inf';
  return text !== null && upper ? text.toUpperCase() : text;
}

function exponentText(e: number): string {
  const a = Math.abs(e);
  return (e < 0 ? '-' : '+') + (a < 10 ? `0${a}` : String(a));
}

/**
 * JavaScript rounds an exact half up, C to the even digit. `cut` has the digits wanted of `exact` (a long, exact
 * expansion), `rounded` is JavaScript's answer.
 */
function halfToEven(exact: string, cut: string, rounded: string): string {
  const rest = exact.slice(cut.length);
  const isHalf = /^\.?5\.?0*$/.test(rest) && /\d/.test(rest);
  const last = cut.replace(/\D+$/, '').slice(-1);
  return isHalf && Number(last) % 2 === 0 ? cut.replace(/\.$/, '') : rounded;
}

/** Digits of `%.{precision}e` without sign: mantissa and decimal exponent. */
function scientific(a: number, precision: number): { mantissa: string; exponent: number } {
  const digits = Math.min(precision, 100);
  const text = a.toExponential(digits);
  const exact = a.toExponential(100);
  const at = text.indexOf('e');
  const exactExponent = exact.slice(exact.indexOf('e'));
  const cut = exact.slice(0, digits === 0 ? 1 : 2 + digits);
  const even = halfToEven(exact.slice(0, exact.indexOf('e')), cut, text);
  if (even !== text) return { mantissa: even, exponent: Number(exactExponent.slice(1)) };
  return { mantissa: text.slice(0, at), exponent: Number(text.slice(at + 1)) };
}

/** `toFixed` for all magnitudes. */
function fixed(a: number, precision: number): string {
  const digits = Math.min(precision, 100);
  if (a < 1e21) {
    const exact = a.toFixed(100);
    const point = exact.indexOf('.');
    return halfToEven(exact, exact.slice(0, digits === 0 ? point : point + 1 + digits), a.toFixed(digits));
  }
  const whole = BigInt(a).toString();
  return precision > 0 ? `${whole}.${'0'.repeat(precision)}` : whole;
}

/** Body of %e, %f, %g (no sign, no padding). */
function formatFloatBody(a: number, conversion: string, precision: number, alternate: boolean): string {
  switch (conversion) {
    case 'e': {
      const { mantissa, exponent } = scientific(a, precision);
      return `${mantissa}${alternate && precision === 0 ? '.' : ''}e${exponentText(exponent)}`;
    }
    case 'f':
      return fixed(a, precision) + (alternate && precision === 0 ? '.' : '');
    default: {
      const p = precision === 0 ? 1 : precision;
      const { mantissa, exponent } = a === 0 ? { mantissa: '0', exponent: 0 } : scientific(a, p - 1);
      let text: string;
      if (exponent < -4 || exponent >= p) text = mantissa;
      else text = fixed(a, p - 1 - exponent);
      if (!alternate && text.includes('.')) text = text.replace(/0+$/, '').replace(/\.$/, '');
      return exponent < -4 || exponent >= p ? `${text}e${exponentText(exponent)}` : text;
    }
  }
}

/** `%a` as newlib writes it: `0x1.8p+0`. */
function formatHexFloat(a: number, precision: number): string {
  if (a === 0) return precision > 0 ? `0x0.${'0'.repeat(precision)}p+0` : '0x0p+0';
  let m = a;
  let e = 0;
  while (m >= 2) {
    m /= 2;
    e++;
  }
  while (m < 1) {
    m *= 2;
    e--;
  }
  if (precision >= 0) {
    const scale = 16 ** Math.min(precision, 13);
    m = Math.round(m * scale) / scale;
  }
  let digits = '';
  let rest = m - Math.floor(m);
  const whole = Math.floor(m);
  for (let i = 0; rest > 0 && i < 14; i++) {
    rest *= 16;
    const d = Math.floor(rest);
    digits += d.toString(16);
    rest -= d;
  }
  if (precision > digits.length) digits = digits.padEnd(precision, '0');
  return `0x${whole}${digits === '' ? '' : `.${digits}`}p${e < 0 ? '-' : '+'}${Math.abs(e)}`;
}

/** A printf conversion specification. */
export interface FormatSpec {
  readonly flags: string;
  readonly width: number;
  /** -1: none given. */
  readonly precision: number;
  readonly conversion: string;
}

/** Parses `%[flags][width][.precision]c`. The text is known to be well formed. */
export function parseSpec(form: string): FormatSpec {
  const m = /^%([-+ #0]*)(\d*)(?:\.(\d*))?([a-zA-Z])$/.exec(form);
  if (m === null) return { flags: '', width: 0, precision: -1, conversion: form.slice(-1) };
  return {
    flags: m[1]!,
    width: m[2] === '' ? 0 : Number(m[2]),
    precision: m[3] === undefined ? -1 : m[3] === '' ? 0 : Number(m[3]),
    conversion: m[4]!,
  };
}

function pad(sign: string, prefix: string, body: string, spec: FormatSpec, zeroAllowed: boolean): string {
  const missing = spec.width - sign.length - prefix.length - body.length;
  if (missing <= 0) return sign + prefix + body;
  if (spec.flags.includes('-')) return sign + prefix + body + ' '.repeat(missing);
  if (zeroAllowed && spec.flags.includes('0')) return sign + prefix + '0'.repeat(missing) + body;
  return ' '.repeat(missing) + sign + prefix + body;
}
function signOf(negative: boolean, flags: string): string {
  if (negative) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

/** One integer with %d %i %u %o %x %X: a number has 32 bits, a bigint 64. */
export function formatInteger(n: number | bigint, spec: FormatSpec): string {
  const signed = spec.conversion === 'd' || spec.conversion === 'i';
  let value: number | bigint;
  if (typeof n === 'bigint') value = signed ? (n < 0n ? -n : n) : BigInt.asUintN(64, n);
  else value = signed ? Math.abs(n) : n >>> 0;
  const isZero = Number(value) === 0;
  let body: string;
  let prefix = '';
  switch (spec.conversion) {
    case 'o':
      body = value.toString(8);
      if (spec.flags.includes('#') && !body.startsWith('0')) body = `0${body}`;
      break;
    case 'x':
      body = value.toString(16);
      if (spec.flags.includes('#') && !isZero) prefix = '0x';
      break;
    case 'X':
      body = value.toString(16).toUpperCase();
      if (spec.flags.includes('#') && !isZero) prefix = '0X';
      break;
    default:
      body = String(value);
  }
  if (spec.precision >= 0) body = spec.precision === 0 && isZero ? '' : body.padStart(spec.precision, '0');
  return pad(signed ? signOf(n < 0, spec.flags) : '', prefix, body, spec, spec.precision < 0);
}

/** One float with %e %f %g %a and their capitals. */
export function formatFloat(n: number, spec: FormatSpec): string {
  const upper = spec.conversion < 'a';
  const conversion = spec.conversion.toLowerCase();
  const negative = n < 0 || Object.is(n, -0);
  const sign = signOf(negative, spec.flags);
  const notFinite = special(n, upper);
  if (notFinite !== null) return pad(sign, '', notFinite, spec, false);
  const a = Math.abs(n);
  let body =
    conversion === 'a'
      ? formatHexFloat(a, spec.precision)
      : formatFloatBody(a, conversion, spec.precision < 0 ? 6 : spec.precision, spec.flags.includes('#'));
  if (upper) body = body.toUpperCase();
  if (conversion === 'a') return pad(sign, body.slice(0, 2), body.slice(2), spec, true);
  return pad(sign, '', body, spec, true);
}

const G7: FormatSpec = { flags: '', width: 0, precision: 7, conversion: 'g' };
const G14: FormatSpec = { flags: '', width: 0, precision: 14, conversion: 'g' };
/** Text of a single-precision float (`%.7g`). */
export function singleText(n: number): string {
  return formatFloat(n, G7);
}
/** Text of a double (`%.14g`). */
export function doubleText(n: number): string {
  return formatFloat(n, G14);
}
