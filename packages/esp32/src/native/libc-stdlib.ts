import { CAUSE_DIVIDE_BY_ZERO, GuestFault } from '../guest-fault.js';
import { chargeFor, costOf } from './costs.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';
import { parseDouble, parseInteger } from './parse-number.js';

/** Numbers in text, sorting and searching, random numbers, character classes and small arithmetic of newlib. */
export function defineStandardLibrary(natives: NativeTable): void {
  defineConversions(natives);
  defineSorting(natives);
  defineRandom(natives);
  defineCharacters(natives);
  defineArithmetic(natives);
}

/** ERANGE of newlib. */
const ERANGE = 34;

function defineConversions(natives: NativeTable): void {
  /** strtol and its kin: value clamped to a range, end pointer and errno as C asks. */
  const integer =
    (least: bigint, most: bigint, unsigned: boolean, set: (call: NativeCall, value: bigint) => void) =>
    (call: NativeCall): void => {
      const [text, endAt, base] = [call.arg(0), call.arg(1), call.argSigned(2)];
      const { value, negative, end } = parseInteger(call.memory, text, base);
      let result = negative ? -value : value;
      if (unsigned ? value > most : result < least || result > most) {
        result = negative && !unsigned ? least : most;
        call.memory.write32(call.machine.reent.errno, ERANGE);
      }
      if (endAt !== 0) call.memory.write32(endAt, end);
      chargeFor(call, 'parse', end - text);
      set(call, BigInt.asUintN(64, result));
    };
  const word = (call: NativeCall, value: bigint): void => call.result(Number(BigInt.asIntN(32, value)));
  const long = (call: NativeCall, value: bigint): void => call.resultLong(value);
  natives.define('strtol', { run: integer(-(2n ** 31n), 2n ** 31n - 1n, false, word) });
  natives.define('strtoul', { run: integer(0n, 2n ** 32n - 1n, true, word) });
  natives.define('strtoll', { run: integer(-(2n ** 63n), 2n ** 63n - 1n, false, long) });
  natives.define('strtoull', { run: integer(0n, 2n ** 64n - 1n, true, long) });
  const decimal = (call: NativeCall): bigint => {
    const { value, negative, end } = parseInteger(call.memory, call.arg(0), 10);
    chargeFor(call, 'parse', end - call.arg(0));
    return BigInt.asUintN(64, negative ? -value : value);
  };
  natives.define('atoi', { run: (call) => word(call, decimal(call)) });
  natives.define('atol', { run: (call) => word(call, decimal(call)) });
  natives.define('atoll', { run: (call) => long(call, decimal(call)) });
  const floating = (call: NativeCall, hasEnd: boolean): number => {
    const { value, end } = parseDouble(call.memory, call.arg(0));
    if (hasEnd && call.arg(1) !== 0) call.memory.write32(call.arg(1), end);
    chargeFor(call, 'parse', end - call.arg(0));
    return value;
  };
  natives.define('strtod', { run: (call) => call.resultDouble(floating(call, true)) });
  natives.define('strtof', { run: (call) => call.resultFloat(floating(call, true)) });
  natives.define('atof', { run: (call) => call.resultDouble(floating(call, false)) });
  const toText =
    (signed: boolean) =>
    (call: NativeCall): number => {
      const [at, base] = [call.arg(1), call.argSigned(2)];
      const valid = base >= 2 && base <= 36;
      const value = signed && base === 10 ? call.argSigned(0) : call.arg(0);
      const text = valid ? value.toString(base) : '';
      for (let i = 0; i < text.length; i++) call.memory.write8((at + i) >>> 0, text.charCodeAt(i));
      call.memory.write8((at + text.length) >>> 0, 0);
      chargeFor(call, 'parse', text.length);
      return valid ? at : 0;
    };
  for (const name of ['itoa', '__itoa']) natives.define(name, { run: toText(true) });
  for (const name of ['utoa', '__utoa']) natives.define(name, { run: toText(false) });
}

function defineSorting(natives: NativeTable): void {
  // Heap sort: in place, no scratch memory, and its work is bounded whatever the comparison function answers.
  natives.define('qsort', {
    run: (call) => {
      const [base, count, size, compare] = [call.arg(0), call.arg(1), call.arg(2), call.arg(3)];
      if (count < 2 || size === 0) return chargeFor(call, 'sort');
      if (count * size > 0xffff_ffff) throw new GuestFault(28, base);
      const at = (i: number): number => (base + i * size) >>> 0;
      const less = (a: number, b: number): boolean => {
        chargeFor(call, 'sort');
        return (call.machine.callGuest(compare, [at(a), at(b)]) | 0) < 0;
      };
      const swap = (a: number, b: number): void => {
        const [x, y] = [call.memory.bytes(at(a), size), call.memory.bytes(at(b), size)];
        writeBytes(call, at(a), y);
        writeBytes(call, at(b), x);
      };
      const sink = (start: number, end: number): void => {
        for (let root = start, child = 2 * root + 1; child < end; child = 2 * root + 1) {
          if (child + 1 < end && less(child, child + 1)) child++;
          if (!less(root, child)) return;
          swap(root, child);
          root = child;
        }
      };
      for (let start = (count >>> 1) - 1; start >= 0; start--) sink(start, count);
      for (let end = count - 1; end > 0; end--) {
        swap(0, end);
        sink(0, end);
      }
      return undefined;
    },
  });
  natives.define('bsearch', {
    run: (call) => {
      const [key, base, count, size, compare] = [
        call.arg(0),
        call.arg(1),
        call.arg(2),
        call.arg(3),
        call.arg(4),
      ];
      let [low, high] = [0, count];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const at = (base + middle * size) >>> 0;
        chargeFor(call, 'sort');
        const order = call.machine.callGuest(compare, [key, at]) | 0;
        if (order === 0) return at;
        if (order < 0) high = middle;
        else low = middle + 1;
      }
      return 0;
    },
  });
}

function writeBytes(call: NativeCall, at: number, bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) call.memory.write8((at + i) >>> 0, bytes[i]!);
}

function defineRandom(natives: NativeTable): void {
  const cycles = costOf('random');
  // newlib's rand: next = next * 6364136223846793005 + 1, the upper 31 bits of it.
  natives.define('rand', {
    cycles,
    run: (call) => {
      const { random } = call.machine.reent;
      const before = (BigInt(call.memory.read32(random + 4)) << 32n) | BigInt(call.memory.read32(random));
      const next = BigInt.asUintN(64, before * 6364136223846793005n + 1n);
      call.memory.write32(random, Number(next & 0xffff_ffffn));
      call.memory.write32(random + 4, Number(next >> 32n));
      return Number((next >> 32n) & 0x7fff_ffffn);
    },
  });
  natives.define('srand', {
    cycles: costOf('simple'),
    run: (call) => {
      const { random } = call.machine.reent;
      call.memory.write32(random, call.arg(0));
      call.memory.write32(random + 4, 0);
    },
  });
  // newlib's rand_r: Park and Miller's generator by Schrage's method.
  natives.define('rand_r', {
    cycles: costOf('random'),
    run: (call) => {
      let seed = call.memory.read32(call.arg(0)) | 0;
      if (seed === 0) seed = 0x1234_5987;
      const k = Math.trunc(seed / 127773);
      seed = (Math.imul(16807, seed - Math.imul(k, 127773)) - Math.imul(2836, k)) | 0;
      if (seed < 0) seed = (seed + 2147483647) | 0;
      call.memory.write32(call.arg(0), seed);
      return seed & 0x7fff_ffff;
    },
  });
}

function defineCharacters(natives: NativeTable): void {
  const classes: Record<string, (c: number) => boolean> = {
    isalpha: (c) => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a),
    isdigit: (c) => c >= 0x30 && c <= 0x39,
    isxdigit: (c) => (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66),
    isalnum: (c) => classes.isalpha!(c) || classes.isdigit!(c),
    islower: (c) => c >= 0x61 && c <= 0x7a,
    isupper: (c) => c >= 0x41 && c <= 0x5a,
    isspace: (c) => c === 0x20 || (c >= 9 && c <= 13),
    isblank: (c) => c === 0x20 || c === 9,
    iscntrl: (c) => (c >= 0 && c < 0x20) || c === 0x7f,
    isprint: (c) => c >= 0x20 && c < 0x7f,
    isgraph: (c) => c > 0x20 && c < 0x7f,
    ispunct: (c) => classes.isgraph!(c) && !classes.isalnum!(c),
    isascii: (c) => c >= 0 && c < 0x80,
  };
  const cycles = costOf('character');
  for (const [name, test] of Object.entries(classes)) {
    natives.define(name, { cycles, run: (call) => Number(test(call.argSigned(0))) });
  }
  natives.define('toupper', {
    cycles,
    run: (call) => (classes.islower!(call.argSigned(0)) ? call.arg(0) - 0x20 : call.arg(0)),
  });
  natives.define('tolower', {
    cycles,
    run: (call) => (classes.isupper!(call.argSigned(0)) ? call.arg(0) + 0x20 : call.arg(0)),
  });
}

function defineArithmetic(natives: NativeTable): void {
  const simple = costOf('simple');
  for (const name of ['abs', 'labs'])
    natives.define(name, { cycles: simple, run: (call) => Math.abs(call.argSigned(0)) | 0 });
  natives.define('llabs', {
    cycles: simple,
    run: (call) => {
      const value = BigInt.asIntN(64, call.argLong(0));
      call.resultLong(value < 0n ? -value : value);
    },
  });
  // div_t is returned in a2 (quotient) and a3 (remainder).
  for (const name of ['div', 'ldiv']) {
    natives.define(name, {
      cycles: costOf('divideBoth'),
      run: (call) => {
        const [a, b] = [call.argSigned(0), call.argSigned(1)];
        if (b === 0) throw new GuestFault(CAUSE_DIVIDE_BY_ZERO);
        call.resultPair(Math.trunc(a / b) | 0, (a % b) | 0);
      },
    });
  }
}
