/** Directives that put data into a section. */
import type { Assembler } from './assembler.js';
import { storeWide } from './builder.js';
import type { Directive } from './directives.js';
import { show, StatementError } from './errors.js';
import { ItemKind } from './section.js';
import type { SourceFrame } from './source.js';

/** Integers of `size` bytes, separated by commas. */
const integers =
  (size: number): Directive =>
  (a, f) => {
    if (a.atEnd(f)) return;
    for (;;) {
      const start = f.pos;
      a.emitData(size, a.parseExpression(f), a.column(start));
      if (!a.skipComma(f)) return;
    }
  };

const strings =
  (terminator: boolean, width = 1): Directive =>
  (a, f) => {
    if (a.atEnd(f)) return;
    for (;;) {
      const bytes: number[] = [];
      // "a" "b" is one string.
      do {
        for (const byte of a.parseString(f)) bytes.push(byte);
        a.skipBlanks(f);
      } while (f.text.charCodeAt(f.pos) === 34);
      if (terminator) bytes.push(0);
      const pos = a.reserve(bytes.length * width);
      if (a.section.isNobits)
        throw new StatementError(`data in ${a.section.name}, which holds none (NOBITS)`, f.pos);
      const { buffer } = a.section;
      for (let i = 0; i < bytes.length; i++) buffer[pos + i * width] = bytes[i]!;
      if (!a.skipComma(f)) return;
    }
  };

const floats =
  (size: 4 | 8): Directive =>
  (a, f) => {
    if (a.atEnd(f)) return;
    for (;;) {
      a.skipBlanks(f);
      const match = /^(?:0[defgDEFG])?([-+]?(?:inf(?:inity)?|nan|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))/i.exec(
        f.text.slice(f.pos, f.pos + 400),
      );
      if (match === null)
        throw new StatementError(`expected a floating-point number, found ${show(f.text, f.pos)}`, f.pos);
      f.pos += match[0].length;
      const bytes = new Uint8Array(size);
      const view = new DataView(bytes.buffer);
      const value = Number(match[1]!.replace(/inf(inity)?/i, 'Infinity').replace(/nan/i, 'NaN'));
      if (size === 4) view.setFloat32(0, value, true);
      else view.setFloat64(0, value, true);
      const pos = a.reserve(size);
      if (!a.section.isNobits) a.section.buffer.set(bytes, pos);
      if (!a.skipComma(f)) return;
    }
  };

/** LEB128 bytes of a number. */
export function leb128(value: number | bigint, signed: boolean): number[] {
  const bytes: number[] = [];
  if (typeof value === 'number' && value >= -0x40000000 && value < 0x40000000 && (signed || value >= 0)) {
    let rest = value;
    for (;;) {
      const byte = rest & 127;
      rest >>= 7;
      const done = signed ? (rest === 0 && byte < 64) || (rest === -1 && byte >= 64) : rest === 0;
      bytes.push(done ? byte : byte | 128);
      if (done) return bytes;
    }
  }
  let rest = signed ? BigInt(value) : BigInt.asUintN(64, BigInt(value));
  for (;;) {
    const byte = Number(rest & 127n);
    rest >>= 7n;
    const done = signed ? (rest === 0n && byte < 64) || (rest === -1n && byte >= 64) : rest === 0n;
    bytes.push(done ? byte : byte | 128);
    if (done) return bytes;
  }
}

const leb =
  (signed: boolean): Directive =>
  (a, f) => {
    for (;;) {
      a.skipBlanks(f);
      const start = f.pos;
      const expression = a.parseExpression(f);
      const value = a.constantNow(expression);
      if (value === undefined) {
        const item = a.addItem(
          signed ? ItemKind.sleb : ItemKind.uleb,
          0,
          0,
          0,
          expression,
          undefined,
          a.column(start),
        );
        item.size = 1;
      } else if (typeof value === 'number' && value >= 0 && value < (signed ? 64 : 128)) {
        const pos = a.reserve(1);
        a.section.buffer[pos] = value;
      } else {
        const bytes = leb128(value, signed);
        const pos = a.reserve(bytes.length);
        a.section.buffer.set(bytes, pos);
      }
      if (!a.skipComma(f)) return;
    }
  };

/** Puts `count` bytes of one value into the current section. */
function fillBytes(a: Assembler, count: number, value: number): void {
  const pos = a.reserve(count);
  if (value !== 0 && !a.section.isNobits) a.section.buffer.fill(value, pos, pos + count);
}

/** `.space SIZE, FILL`, `.skip`, `.zero`. */
const space: Directive = (a, f) => {
  const start = f.pos;
  const expression = a.parseExpression(f);
  const count = a.constantNow(expression);
  const value = a.skipComma(f) ? a.parseConstant(f, 'the fill value') : 0;
  if (count === undefined) {
    a.addItem(ItemKind.fill, 1, value, 0, expression, undefined, a.column(start));
    return;
  }
  fillBytes(a, checkedCount(count, start), value);
};

function checkedCount(count: number | bigint, start: number): number {
  if (typeof count === 'bigint' || count < 0)
    throw new StatementError(`a size of ${count} bytes, expected 0 or more`, start);
  if (count > 0xffffffff)
    throw new StatementError(`a size of ${count} bytes does not fit into memory`, start);
  return count;
}

/** `.fill REPEAT, SIZE, VALUE`. */
const fill: Directive = (a, f) => {
  const start = f.pos;
  const expression = a.parseExpression(f);
  const count = a.constantNow(expression);
  const size = a.skipComma(f) ? a.parseConstant(f, 'the size') : 1;
  const valueExpression = a.skipComma(f) ? a.constantNow(a.parseExpression(f)) : 0;
  if (valueExpression === undefined) throw new StatementError('the fill value must be known here', start);
  if (size < 0 || size > 8) throw new StatementError(`a unit of ${size} bytes, expected 0 to 8`, start);
  if (count === undefined) {
    a.addItem(ItemKind.fill, size, Number(valueExpression), 0, expression, undefined, a.column(start));
    return;
  }
  const units = checkedCount(count, start);
  const pos = a.reserve(units * size);
  if (a.section.isNobits || size === 0) return;
  const { buffer } = a.section;
  // GNU as takes at most four bytes of the value; the rest of a unit is zero.
  const value = BigInt.asUintN(32, BigInt(valueExpression));
  for (let i = 0; i < units; i++) storeWide(buffer, pos + i * size, size, value);
};

/** Alignment: `bytes` boundary, fill value and the most bytes to skip. */
function align(a: Assembler, f: SourceFrame, boundary: number, start: number): void {
  if (
    !Number.isInteger(boundary) ||
    boundary < 1 ||
    boundary > 0x10000000 ||
    (boundary & (boundary - 1)) !== 0
  ) {
    throw new StatementError(`alignment of ${boundary} bytes, expected a power of two`, start);
  }
  let value = 0;
  let most = 0;
  if (a.skipComma(f)) {
    const c = f.text.charCodeAt(f.pos);
    if (c !== 44) value = a.parseConstant(f, 'the fill value');
    if (a.skipComma(f)) most = a.parseConstant(f, 'the limit');
  }
  a.section.align = Math.max(a.section.align, boundary);
  if (a.section.items.length === 0 && most === 0) {
    // Nothing variable before: the padding is known at once.
    fillBytes(a, -a.section.length & (boundary - 1), value);
    return;
  }
  a.addItem(ItemKind.align, boundary, value, most, 0);
}

const alignBytes: Directive = (a, f, start) =>
  align(a, f, a.atEnd(f) ? 4 : a.parseConstant(f, 'the alignment'), start);
const alignPower: Directive = (a, f, start) => {
  const power = a.atEnd(f) ? 2 : a.parseConstant(f, 'the alignment');
  if (power < 0 || power > 28)
    throw new StatementError(`alignment of 2 to the ${power}, expected 0 to 28`, start);
  align(a, f, 2 ** power, start);
};

const org: Directive = (a, f) => {
  const start = f.pos;
  const expression = a.parseExpression(f);
  const value = a.skipComma(f) ? a.parseConstant(f, 'the fill value') : 0;
  a.addItem(ItemKind.org, 0, value, 0, expression, undefined, a.column(start));
};

export const DATA_DIRECTIVES: Record<string, Directive> = {
  '.byte': integers(1),
  '.dc.b': integers(1),
  '.2byte': integers(2),
  '.dc.w': integers(2),
  '.hword': integers(2),
  '.short': integers(2),
  '.half': integers(2),
  '.4byte': integers(4),
  '.dc.l': integers(4),
  '.int': integers(4),
  '.long': integers(4),
  '.word': integers(4),
  '.8byte': integers(8),
  '.quad': integers(8),
  '.dword': integers(8),
  '.octa': integers(16),
  '.ascii': strings(false),
  '.asciz': strings(true),
  '.asciiz': strings(true),
  '.string': strings(true),
  '.string8': strings(true),
  '.string16': strings(true, 2),
  '.string32': strings(true, 4),
  '.float': floats(4),
  '.single': floats(4),
  '.double': floats(8),
  '.uleb128': leb(false),
  '.sleb128': leb(true),
  '.space': space,
  '.skip': space,
  '.zero': space,
  '.fill': fill,
  '.align': alignBytes,
  '.balign': alignBytes,
  '.balignw': alignBytes,
  '.balignl': alignBytes,
  '.p2align': alignPower,
  '.p2alignw': alignPower,
  '.p2alignl': alignPower,
  '.org': org,
};
