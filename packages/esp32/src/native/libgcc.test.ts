import { describe, expect, test } from 'vitest';
import { createMachine, type Machine } from '../machine.js';
import { romSymbols } from '../rom-symbols.js';
import { seededRandom, sharedFile } from '../testing/fixtures.js';

const ROM = sharedFile('fixtures/firmware/rom/esp32_rev300_rom.elf');
if (ROM === undefined)
  console.log('skipped: native functions against the ROM, because the ROM is not at hand');

const scratch = new DataView(new ArrayBuffer(8));
/** Two words of a double, low first. */
function words(value: number): [number, number] {
  scratch.setFloat64(0, value);
  return [scratch.getUint32(4), scratch.getUint32(0)];
}
function word(value: number): number {
  scratch.setFloat32(0, value);
  return scratch.getUint32(0);
}

interface Pair {
  result: number;
  high: number;
}

/** Calls a native function by name, from outside. */
function native(machine: Machine, name: string, args: number[]): Pair {
  const { result, high } = machine.measureCall(machine.natives.address(name)!, args);
  return { result, high };
}

describe('results by their definition', () => {
  const machine = createMachine();
  const pair = (name: string, ...args: number[]): bigint => {
    const { result, high } = native(machine, name, args);
    return (BigInt(high) << 32n) | BigInt(result);
  };
  const single = (name: string, ...args: number[]): number => native(machine, name, args).result;

  test('64-bit shifts by 0, 31, 32 and 63', () => {
    for (const count of [0, 1, 31, 32, 33, 63]) {
      const value = 0x89abcdef01234567n;
      const [low, high] = [0x01234567, 0x89abcdef];
      const shift = BigInt(count);
      expect(pair('__ashldi3', low, high, count)).toBe(BigInt.asUintN(64, value << shift));
      expect(pair('__lshrdi3', low, high, count)).toBe(value >> shift);
      expect(pair('__ashrdi3', low, high, count)).toBe(BigInt.asUintN(64, BigInt.asIntN(64, value) >> shift));
    }
  });

  test('__muldi3 and __umulsidi3 on random operands', () => {
    const random = seededRandom(5);
    for (let i = 0; i < 200; i++) {
      const [al, ah, bl, bh] = [random(2 ** 32), random(2 ** 32), random(2 ** 32), random(2 ** 32)];
      const [a, b] = [(BigInt(ah) << 32n) | BigInt(al), (BigInt(bh) << 32n) | BigInt(bl)];
      expect(pair('__muldi3', al, ah, bl, bh)).toBe(BigInt.asUintN(64, a * b));
      expect(pair('__umulsidi3', al, bl)).toBe(BigInt(al) * BigInt(bl));
    }
  });

  test("the remainder takes the dividend's sign; the most negative number over -1 wraps", () => {
    expect(BigInt.asIntN(64, pair('__moddi3', 0xfffffff9, 0xffffffff, 2, 0))).toBe(-1n);
    expect(BigInt.asIntN(64, pair('__divdi3', 0xfffffff9, 0xffffffff, 2, 0))).toBe(-3n);
    expect(pair('__divdi3', 0, 0x80000000, 0xffffffff, 0xffffffff)).toBe(0x8000000000000000n);
    expect(single('__divsi3', 0x80000000, 0xffffffff)).toBe(0x80000000);
    expect(single('__modsi3', 0xfffffff9, 2) | 0).toBe(-1);
  });

  test('counting bits', () => {
    expect([
      single('__clzsi2', 1),
      single('__ctzsi2', 8),
      single('__ffssi2', 0),
      single('__popcountsi2', 0xf00f),
    ]).toEqual([31, 3, 0, 8]);
    expect([
      single('__clzdi2', 1, 0),
      single('__ctzdi2', 0, 2),
      single('__popcountdi2', 3, 3),
      single('__paritysi2', 7),
    ]).toEqual([63, 33, 4, 1]);
    expect([single('__bswapsi2', 0x01020304), pair('__bswapdi2', 0x05060708, 0x01020304)]).toEqual([
      0x04030201,
      0x0807060504030201n,
    ]);
    expect([single('__clrsbsi2', 0), single('__clrsbsi2', 0xffffffff), single('__clrsbsi2', 1)]).toEqual([
      31, 31, 30,
    ]);
  });

  test('__udivmoddi4 stores the remainder where its fifth argument says', () => {
    expect(pair('__udivmoddi4', 100, 0, 7, 0, 0x3ffb0000)).toBe(14n);
    expect(machine.memory.read32(0x3ffb0000)).toBe(2);
  });

  test('a 64-bit integer becomes a float with one rounding', () => {
    // 2^60 + 2^36 + 1: exactly above the tie between two floats; rounding through double would lose the 1.
    expect(single('__floatundisf', 1, 0x10000010)).toBe(word(2 ** 60 + 2 ** 37));
  });
});

/** ROM functions of the same contract, with the shape of their arguments. */
const SHAPES: [shape: 'dd' | 'd' | 'l' | 'll' | 'w' | 'ww' | 'ln' | 'f', names: string[]][] = [
  ['dd', ['__adddf3', '__subdf3', '__muldf3', '__divdf3']],
  ['d', ['__fixdfsi', '__fixunsdfsi', '__fixdfdi', '__fixunsdfdi', '__truncdfsf2', '__negdf2']],
  ['f', ['__extendsfdf2', '__fixsfsi', '__fixunssfsi', '__fixsfdi', '__fixunssfdi']],
  ['ll', ['__muldi3', '__divdi3', '__moddi3', '__udivdi3', '__umoddi3', '__cmpdi2', '__ucmpdi2']],
  [
    'l',
    [
      '__negdi2',
      '__clzdi2',
      '__ctzdi2',
      '__ffsdi2',
      '__popcountdi2',
      '__bswapdi2',
      '__floatdidf',
      '__floatdisf',
      '__floatundidf',
      '__floatundisf',
    ],
  ],
  ['ln', ['__ashldi3', '__ashrdi3', '__lshrdi3']],
  [
    'w',
    [
      '__floatsidf',
      '__floatunsidf',
      '__floatsisf',
      '__floatunsisf',
      '__clzsi2',
      '__ctzsi2',
      '__ffssi2',
      '__popcountsi2',
      '__bswapsi2',
      '__paritysi2',
    ],
  ],
  [
    'ww',
    [
      '__divsi3',
      '__modsi3',
      '__udivsi3',
      '__umodsi3',
      '__mulsi3',
      '__addsf3',
      '__subsf3',
      '__mulsf3',
      '__divsf3',
    ],
  ],
];
const PAIR_RESULT = /di3$|df3$|di$|d[fi]2$|didf|sidf|sfdf2|negdf2|negdi2|bswapdi2|undidf/;
const SINGLE_RESULT = /cmpdi2|(clz|ctz|ffs|popcount|parity)[ds]i2|fix(uns)?[ds]fsi|truncdfsf2|disf|sisf/;

describe.skipIf(ROM === undefined)('the ROM gives the same results', () => {
  const machine = createMachine();
  machine.loadRomElf(ROM!, 'rom.elf');
  const rom = new Map(romSymbols().map(({ name, address }) => [name, address]));
  const random = seededRandom(99);
  const doubles = [
    0,
    -0,
    1,
    -1,
    0.5,
    1.5,
    2 ** 31,
    -(2 ** 31),
    2 ** 32,
    2 ** 63,
    -(2 ** 63),
    2 ** 64,
    1e300,
    1e-300,
    5e-324,
    Infinity,
    -Infinity,
    123456.789,
    -0.999,
    NaN,
  ];
  const integers = [0, 1, 0xffffffff, 0x80000000, 0x7fffffff, 10, 0x10000];
  const anyWord = (): number =>
    random(3) === 0 ? integers[random(integers.length)]! : random(2) === 0 ? random(1000) : random(2 ** 32);
  const anyDouble = (): number =>
    random(3) === 0 ? doubles[random(doubles.length)]! : (random(2 ** 32) - 2 ** 31) * 2 ** (random(80) - 40);
  const makeArgs = (shape: string): number[] => {
    switch (shape) {
      case 'dd':
        return [...words(anyDouble()), ...words(anyDouble())];
      case 'd':
        return words(anyDouble());
      case 'f':
        return [word(anyDouble())];
      case 'll':
        return [anyWord(), anyWord(), anyWord() | 1, anyWord()];
      case 'l':
        return [anyWord(), anyWord()];
      case 'ln':
        return [anyWord(), anyWord(), random(64)];
      case 'ww':
        return [anyWord(), anyWord() | 1];
      default:
        return [anyWord()];
    }
  };

  for (const [shape, names] of SHAPES) {
    for (const name of names.filter((one) => rom.has(one))) {
      test(`${name}`, () => {
        for (let i = 0; i < 150; i++) {
          const args = makeArgs(shape);
          const theirs = machine.measureCall(rom.get(name)!, args);
          const ours = native(machine, name, args);
          const isPair = PAIR_RESULT.test(name) && !SINGLE_RESULT.test(name);
          // The payload of a NaN is nobody's promise.
          if (isNaNResult(name, theirs, isPair) && isNaNResult(name, ours, isPair)) continue;
          const shown = args.map((one) => one.toString(16)).join(' ');
          expect(`${shown}: ${ours.result.toString(16)}`).toBe(`${shown}: ${theirs.result.toString(16)}`);
          if (isPair)
            expect(`${shown}: ${ours.high.toString(16)}`).toBe(`${shown}: ${theirs.high.toString(16)}`);
        }
      });
    }
  }

  for (const name of ['__eqdf2', '__nedf2', '__ltdf2', '__ledf2', '__gtdf2', '__gedf2', '__unorddf2']) {
    test.skipIf(!rom.has(name))(`${name} answers the same question`, () => {
      for (let i = 0; i < 150; i++) {
        const args = makeArgs('dd');
        const theirs = machine.measureCall(rom.get(name)!, args).result | 0;
        const ours = native(machine, name, args).result | 0;
        const answer = (value: number): boolean =>
          name === '__ltdf2'
            ? value < 0
            : name === '__ledf2'
              ? value <= 0
              : name === '__gtdf2'
                ? value > 0
                : name === '__gedf2'
                  ? value >= 0
                  : value !== 0;
        expect(`${args.join()} ${answer(ours)}`).toBe(`${args.join()} ${answer(theirs)}`);
      }
    });
  }
});

function isNaNResult(name: string, { result, high }: Pair, isPair: boolean): boolean {
  if (/df3$|sfdf2/.test(name))
    return isPair && (high & 0x7ff00000) === 0x7ff00000 && ((high & 0xfffff) | result) !== 0;
  return /sf3$|dfsf2/.test(name) && (result & 0x7f800000) === 0x7f800000 && (result & 0x7fffff) !== 0;
}
