import { fixedDigits, hexDigits, significantDigits } from './decimal.js';

/** Where a format string, and strings that it names, are read from. Addresses are guest addresses. */
export interface FormatMemory {
  /** One byte; throws what the machine turns into a guest exception when nothing is mapped there. */
  read8(address: number): number;
  write8(address: number, value: number): void;
  write16(address: number, value: number): void;
  write32(address: number, value: number): void;
}

/** The arguments of a variadic call, taken in order. 64-bit values are aligned as the Xtensa ABI aligns them. */
export interface FormatArguments {
  /** Next 32-bit argument, unsigned. */
  word(): number;
  /** Next 64-bit argument, unsigned. */
  long(): bigint;
  /** Next double. */
  double(): number;
}

/** Receives formatted bytes. */
export type ByteSink = (byte: number) => void;

/** No conversion is wider or more precise than this: a guest cannot ask the host for gigabytes of padding. */
export const WIDEST_CONVERSION = 0x1_0000;

const CHAR = (text: string): number => text.charCodeAt(0);
const PERCENT = CHAR('%');

/** Flags, width, precision and length of one conversion. */
interface Conversion {
  left: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  /** Undefined where not given. */
  precision: number | undefined;
  /** '', 'hh', 'h', 'l', 'll' ('q' and 'j' are 'll', 'L' is taken with doubles, 'z' and 't' are 'l'). */
  length: string;
}

/**
 * printf as newlib formats: flags `-+ #0'`, width and precision (also `*`), lengths `hh h l ll q j z t L`, conversions
 * `d i u o x X c s p n e E f F g G a A C S %`. A null string prints `(null)`, a pointer always has its `0x`. An unknown
 * conversion is printed as it stands, and the format ends at it only when the string does.
 *
 * @param format guest address of the format string
 * @returns number of bytes given to `out`
 */
export function formatPrintf(
  memory: FormatMemory,
  format: number,
  args: FormatArguments,
  out: ByteSink,
): number {
  let written = 0;
  const put = (byte: number): void => {
    out(byte);
    written++;
  };
  let at = format;
  for (;;) {
    let byte = memory.read8(at++);
    if (byte === 0) return written;
    if (byte !== PERCENT) {
      put(byte);
      continue;
    }
    const conversion: Conversion = {
      left: false,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: 0,
      precision: undefined,
      length: '',
    };
    const start = at;
    for (byte = memory.read8(at++); ; byte = memory.read8(at++)) {
      if (byte === 0x2d) conversion.left = true;
      else if (byte === 0x2b) conversion.plus = true;
      else if (byte === 0x20) conversion.space = true;
      else if (byte === 0x23) conversion.alternate = true;
      else if (byte === 0x30) conversion.zero = true;
      else if (byte !== 0x27) break;
    }
    const number = (): number => {
      let value = 0;
      if (byte === 0x2a) {
        value = args.word() | 0;
        byte = memory.read8(at++);
      } else {
        for (; byte >= 0x30 && byte <= 0x39; byte = memory.read8(at++)) {
          value = Math.min(value * 10 + byte - 0x30, WIDEST_CONVERSION);
        }
      }
      return Math.max(-WIDEST_CONVERSION, Math.min(value, WIDEST_CONVERSION));
    };
    const width = number();
    conversion.width = Math.abs(width);
    if (width < 0) conversion.left = true;
    if (byte === 0x2e) {
      byte = memory.read8(at++);
      const precision = number();
      if (precision >= 0) conversion.precision = precision;
    }
    for (; 'hlLqjzt'.includes(String.fromCharCode(byte)) && byte !== 0; byte = memory.read8(at++)) {
      const letter = String.fromCharCode(byte);
      if (letter === 'q' || letter === 'j') conversion.length = 'll';
      else if (letter === 'z' || letter === 't') conversion.length = 'l';
      else conversion.length = conversion.length === letter ? letter + letter : letter;
    }
    if (byte === 0) return written;
    if (byte === PERCENT) {
      put(PERCENT);
      continue;
    }
    const letter = String.fromCharCode(byte);
    switch (letter) {
      case 'n':
        storeCount(memory, args.word(), conversion.length, written);
        break;
      case 'c':
      case 'C':
        pad(put, [args.word() & 0xff], conversion);
        break;
      case 's':
      case 'S':
        putString(memory, args.word(), put, conversion, letter === 'S' || conversion.length === 'l');
        break;
      case 'd':
      case 'i':
      case 'D':
      case 'u':
      case 'U':
      case 'o':
      case 'O':
      case 'x':
      case 'X':
      case 'p':
        putInteger(letter, conversion, args, put);
        break;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'a':
      case 'A':
        putDouble(letter, conversion, args.double(), put);
        break;
      default:
        for (let i = start - 1; i < at; i++) put(memory.read8(i));
    }
  }
}

function storeCount(memory: FormatMemory, address: number, length: string, count: number): void {
  if (length === 'hh') memory.write8(address, count);
  else if (length === 'h') memory.write16(address, count);
  else {
    memory.write32(address, count);
    if (length === 'll') memory.write32(address + 4, 0);
  }
}

/** Puts bytes with blanks to the width; zero padding is done by the callers that have it. */
function pad(put: ByteSink, bytes: ArrayLike<number>, { left, width }: Conversion): void {
  if (!left) for (let i = bytes.length; i < width; i++) put(0x20);
  for (let i = 0; i < bytes.length; i++) put(bytes[i]!);
  if (left) for (let i = bytes.length; i < width; i++) put(0x20);
}

function putString(
  memory: FormatMemory,
  address: number,
  put: ByteSink,
  conversion: Conversion,
  wide: boolean,
): void {
  const limit = conversion.precision ?? Infinity;
  const bytes: number[] = [];
  if (address === 0) {
    for (const letter of '(null)'.slice(0, Math.min(limit, 6))) bytes.push(CHAR(letter));
  } else {
    // wchar_t is 4 bytes; only its low byte is printed, as newlib's C locale does.
    for (let at = address; bytes.length < limit; at += wide ? 4 : 1) {
      const byte = memory.read8(at);
      if (byte === 0) break;
      bytes.push(byte);
    }
  }
  pad(put, bytes, conversion);
}

/** Sign or 0x prefix, digits, and zero padding between them. */
function putNumber(
  prefix: string,
  digits: string,
  zeroPad: boolean,
  conversion: Conversion,
  put: ByteSink,
): void {
  const zeros =
    zeroPad && !conversion.left ? Math.max(conversion.width - prefix.length - digits.length, 0) : 0;
  const text = prefix + '0'.repeat(zeros) + digits;
  if (!conversion.left) for (let i = text.length; i < conversion.width; i++) put(0x20);
  for (let i = 0; i < text.length; i++) put(text.charCodeAt(i));
  if (conversion.left) for (let i = text.length; i < conversion.width; i++) put(0x20);
}

function putInteger(letter: string, conversion: Conversion, args: FormatArguments, put: ByteSink): void {
  const signed = letter === 'd' || letter === 'i' || letter === 'D';
  const base = 'oO'.includes(letter) ? 8 : 'xXp'.includes(letter) ? 16 : 10;
  let negative = false;
  let digits: string;
  if (conversion.length === 'll') {
    let value = args.long();
    if (signed && value >> 63n) {
      negative = true;
      value = (1n << 64n) - value;
    }
    digits = value.toString(base);
  } else {
    let value = args.word();
    if (conversion.length === 'hh') value = signed ? (value << 24) >> 24 : value & 0xff;
    else if (conversion.length === 'h') value = signed ? (value << 16) >> 16 : value & 0xffff;
    else if (signed) value |= 0;
    negative = value < 0;
    digits = Math.abs(value).toString(base);
  }
  const zero = digits === '0';
  let prefix = signed ? (negative ? '-' : conversion.plus ? '+' : conversion.space ? ' ' : '') : '';
  if (conversion.precision !== undefined)
    digits = zero && conversion.precision === 0 ? '' : digits.padStart(conversion.precision, '0');
  if (letter === 'p' || (conversion.alternate && base === 16 && !zero)) prefix = letter === 'X' ? '0X' : '0x';
  if (conversion.alternate && base === 8 && !digits.startsWith('0')) digits = `0${digits}`;
  if (letter === 'X') digits = digits.toUpperCase();
  putNumber(prefix, digits, conversion.zero && conversion.precision === undefined, conversion, put);
}

function putDouble(letter: string, conversion: Conversion, value: number, put: ByteSink): void {
  const upper = letter < 'a';
  const sign = value < 0 || Object.is(value, -0) ? '-' : conversion.plus ? '+' : conversion.space ? ' ' : '';
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? 'nan' : 'inf';
    putNumber(
      Number.isNaN(value) && sign === '-' ? '' : sign,
      upper ? word.toUpperCase() : word,
      false,
      conversion,
      put,
    );
    return;
  }
  let prefix = sign;
  let digits: string;
  switch (letter.toLowerCase()) {
    case 'f':
      digits = fixedDigits(value, conversion.precision ?? 6);
      if (conversion.alternate && conversion.precision === 0) digits += '.';
      break;
    case 'e':
      digits = exponential(value, conversion.precision ?? 6, conversion.alternate);
      break;
    case 'g':
      digits = general(value, conversion.precision ?? 6, conversion.alternate);
      break;
    default:
      digits = hexDigits(value, conversion.precision);
      if (conversion.alternate && !digits.includes('.')) digits = digits.replace('p', '.p');
      prefix += '0x';
  }
  if (upper) {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  putNumber(prefix, digits, conversion.zero, conversion, put);
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${Math.abs(exponent).toString().padStart(2, '0')}`;
}

function exponential(value: number, precision: number, alternate: boolean): string {
  const { digits, exponent } = significantDigits(value, precision + 1);
  const point = precision > 0 || alternate ? '.' : '';
  return `${digits[0]!}${point}${digits.slice(1)}${exponentText(exponent)}`;
}

function general(value: number, precision: number, alternate: boolean): string {
  const count = Math.max(precision, 1);
  const { digits, exponent } = significantDigits(value, count);
  let text: string;
  if (exponent < -4 || exponent >= count) {
    const rest = alternate ? digits.slice(1) : digits.slice(1).replace(/0+$/, '');
    const point = rest !== '' || alternate ? '.' : '';
    return `${digits[0]!}${point}${rest}${exponentText(exponent)}`;
  }
  if (exponent >= 0) text = `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
  else text = `0.${'0'.repeat(-exponent - 1)}${digits}`;
  return alternate ? text : text.replace(/0+$/, '').replace(/\.$/, '');
}
