/** Where text is read from. */
interface TextMemory {
  read8(address: number): number;
}

/** Digits that are read of one number; more change nothing but would cost host time. */
const LONGEST_NUMBER = 4096;

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 9 && byte <= 13);

function digitValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x61 + 10 : 99;
}

/**
 * An integer as strtol reads it: blanks, sign, 0x or 0 prefix by base.
 *
 * @returns magnitude, sign, and the guest address behind it (`text` itself when there is no number)
 */
export function parseInteger(
  memory: TextMemory,
  text: number,
  base: number,
): { value: bigint; negative: boolean; end: number } {
  let at = text;
  const peek = (offset = 0): number => memory.read8((at + offset) >>> 0);
  while (isSpace(peek())) at++;
  const negative = peek() === 0x2d;
  if (negative || peek() === 0x2b) at++;
  const prefixed = peek() === 0x30 && (peek(1) | 0x20) === 0x78 && digitValue(peek(2)) < 16;
  if ((base === 0 || base === 16) && prefixed) {
    at += 2;
    base = 16;
  } else if (base === 0) base = peek() === 0x30 ? 8 : 10;
  if (base < 2 || base > 36) return { value: 0n, negative: false, end: text };
  const start = at;
  let value = 0n;
  for (let digit = digitValue(peek()); digit < base; digit = digitValue(peek())) {
    // Beyond 64 bits the value only has to stay too large.
    if (value < 1n << 70n) value = value * BigInt(base) + BigInt(digit);
    at++;
  }
  return at === start ? { value: 0n, negative: false, end: text } : { value, negative, end: at >>> 0 };
}

/** A floating-point number as strtod reads it in the C locale, without hexadecimal ones. */
export function parseDouble(memory: TextMemory, text: number): { value: number; end: number } {
  let at = text;
  while (isSpace(memory.read8(at))) at++;
  let word = '';
  for (let i = 0; i < LONGEST_NUMBER; i++) {
    const byte = memory.read8((at + i) >>> 0);
    if (byte < 0x21 || byte > 0x7e) break;
    word += String.fromCharCode(byte);
  }
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i.exec(word);
  if (number !== null) return { value: Number(number[0]), end: (at + number[0].length) >>> 0 };
  const special = /^([+-]?)(inf(inity)?|nan(\([\w]*\))?)/i.exec(word);
  if (special === null) return { value: 0, end: text };
  const magnitude = special[2]!.toLowerCase().startsWith('inf') ? Infinity : NaN;
  return { value: special[1] === '-' ? -magnitude : magnitude, end: (at + special[0].length) >>> 0 };
}
