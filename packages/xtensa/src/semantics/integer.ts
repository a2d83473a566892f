/** Integer computation: ALU, shifts, multiply, divide, moves, booleans, MAC16. */
import type { Builder, Expression, Value } from './ir.js';
import { CAUSE_DIVIDE_BY_ZERO } from './states.js';
import type { SemanticsTable } from './table.js';

type Binary = (b: Builder, x: Expression, y: Expression) => Value;

const three =
  (compute: Binary) =>
  (b: Builder): void =>
    b.setAr(0, compute(b, b.ar(1), b.ar(2)));

const twoWithImmediate =
  (compute: Binary) =>
  (b: Builder): void =>
    b.setAr(0, compute(b, b.ar(1), b.imm(2)));

const divide =
  (compute: Binary) =>
  (b: Builder): void => {
    b.if(b.eq(b.ar(2), 0), () => b.raise(CAUSE_DIVIDE_BY_ZERO));
    b.setAr(0, compute(b, b.ar(1), b.ar(2)));
  };

const move =
  (condition: (b: Builder, x: Expression) => Expression) =>
  (b: Builder): void =>
    b.setAr(0, b.select(condition(b, b.ar(2)), b.ar(1), b.ar(0)));

const low = (b: Builder, x: Expression): Expression => b.and(x, 0xffff);

const boolean =
  (compute: Binary) =>
  (b: Builder): void =>
    b.setBr(0, compute(b, b.br(1), b.br(2)));

/** Bits of the group of `count` booleans that operand 1 names. */
const group = (b: Builder, count: number): Expression =>
  b.and(b.shr(b.state('BR'), b.number(1)), (1 << count) - 1);

export const integer: SemanticsTable = {
  add: three((b, x, y) => b.add(x, y)),
  'add.n': three((b, x, y) => b.add(x, y)),
  sub: three((b, x, y) => b.sub(x, y)),
  addx2: three((b, x, y) => b.add(b.shl(x, 1), y)),
  addx4: three((b, x, y) => b.add(b.shl(x, 2), y)),
  addx8: three((b, x, y) => b.add(b.shl(x, 3), y)),
  subx2: three((b, x, y) => b.sub(b.shl(x, 1), y)),
  subx4: three((b, x, y) => b.sub(b.shl(x, 2), y)),
  subx8: three((b, x, y) => b.sub(b.shl(x, 3), y)),
  and: three((b, x, y) => b.and(x, y)),
  or: three((b, x, y) => b.or(x, y)),
  xor: three((b, x, y) => b.xor(x, y)),
  min: three((b, x, y) => b.select(b.lt(x, y), x, y)),
  max: three((b, x, y) => b.select(b.lt(x, y), y, x)),
  minu: three((b, x, y) => b.select(b.ltu(x, y), x, y)),
  maxu: three((b, x, y) => b.select(b.ltu(x, y), y, x)),

  addi: twoWithImmediate((b, x, k) => b.add(x, k)),
  'addi.n': twoWithImmediate((b, x, k) => b.add(x, k)),
  addmi: twoWithImmediate((b, x, k) => b.add(x, k)),
  abs: (b) => b.setAr(0, b.select(b.lt(b.ar(1), 0), b.sub(0, b.ar(1)), b.ar(1))),
  neg: (b) => b.setAr(0, b.sub(0, b.ar(1))),
  movi: (b) => b.setAr(0, b.imm(1)),
  'movi.n': (b) => b.setAr(0, b.imm(1)),
  'mov.n': (b) => b.setAr(0, b.ar(1)),
  moveqz: move((b, x) => b.eq(x, 0)),
  movnez: move((b, x) => b.ne(x, 0)),
  movltz: move((b, x) => b.lt(x, 0)),
  movgez: move((b, x) => b.ge(x, 0)),
  movf: (b) => b.setAr(0, b.select(b.eq(b.br(2), 0), b.ar(1), b.ar(0))),
  movt: (b) => b.setAr(0, b.select(b.ne(b.br(2), 0), b.ar(1), b.ar(0))),

  extui: (b) => b.setAr(0, b.and(b.shr(b.ar(1), b.imm(2)), b.sub(b.shl(1, b.imm(3)), 1))),
  // The operand is the bit to extend from, 7..22.
  sext: (b) => b.setAr(0, b.sar(b.shl(b.ar(1), b.sub(31, b.imm(2))), b.sub(31, b.imm(2)))),
  clamps: (b) => {
    const least = b.let(b.shl(-1, b.imm(2)));
    const x = b.ar(1);
    b.setAr(0, b.select(b.lt(x, least), least, b.select(b.lt(b.not(least), x), b.not(least), x)));
  },
  // Redundant sign bits: leading zeros of x ^ (x >> 31) less the sign bit itself.
  nsa: (b) => b.setAr(0, b.sub(b.clz(b.xor(b.ar(1), b.sar(b.ar(1), 31))), 1)),
  nsau: (b) => b.setAr(0, b.clz(b.ar(1))),

  // A field of 0 would shift by 32, which is undefined: as by 0 here.
  slli: twoWithImmediate((b, x, k) => b.shl(x, k)),
  srai: twoWithImmediate((b, x, k) => b.sar(x, k)),
  srli: twoWithImmediate((b, x, k) => b.shr(x, k)),
  ssr: (b) => b.setState('SAR', b.and(b.ar(0), 31)),
  ssl: (b) => b.setState('SAR', b.sub(32, b.and(b.ar(0), 31))),
  ssa8l: (b) => b.setState('SAR', b.shl(b.and(b.ar(0), 3), 3)),
  ssa8b: (b) => b.setState('SAR', b.sub(32, b.shl(b.and(b.ar(0), 3), 3))),
  ssai: (b) => b.setState('SAR', b.imm(0)),
  // SAR is 0..32 in defined programs; shift amounts are modulo 32, so 0 and 32 need their own case.
  sll: (b) => b.setAr(0, b.select(b.eq(b.state('SAR'), 0), 0, b.shl(b.ar(1), b.sub(0, b.state('SAR'))))),
  srl: (b) => b.setAr(0, b.select(b.ltu(b.state('SAR'), 32), b.shr(b.ar(1), b.state('SAR')), 0)),
  sra: (b) => b.setAr(0, b.sar(b.ar(1), b.select(b.ltu(b.state('SAR'), 32), b.state('SAR'), 31))),
  src: (b) => {
    const sar = b.let(b.state('SAR'));
    b.setAr(
      0,
      b.select(
        b.ltu(sar, 32),
        b.or(b.shr(b.ar(2), sar), b.select(b.eq(sar, 0), 0, b.shl(b.ar(1), b.sub(0, sar)))),
        b.shr(b.ar(1), sar),
      ),
    );
  },

  mul16u: three((b, x, y) => b.mul(low(b, x), low(b, y))),
  mul16s: three((b, x, y) => b.mul(b.sext16(x), b.sext16(y))),
  mull: three((b, x, y) => b.mul(x, y)),
  muluh: three((b, x, y) => b.mulhu(x, y)),
  mulsh: three((b, x, y) => b.mulhs(x, y)),
  quou: divide((b, x, y) => b.divu(x, y)),
  quos: divide((b, x, y) => b.div(x, y)),
  remu: divide((b, x, y) => b.remu(x, y)),
  rems: divide((b, x, y) => b.rem(x, y)),

  andb: boolean((b, x, y) => b.and(x, y)),
  andbc: boolean((b, x, y) => b.and(x, b.xor(y, 1))),
  orb: boolean((b, x, y) => b.or(x, y)),
  orbc: boolean((b, x, y) => b.or(x, b.xor(y, 1))),
  xorb: boolean((b, x, y) => b.xor(x, y)),
  any4: (b) => b.setBr(0, b.ne(group(b, 4), 0)),
  all4: (b) => b.setBr(0, b.eq(group(b, 4), 0xf)),
  any8: (b) => b.setBr(0, b.ne(group(b, 8), 0)),
  all8: (b) => b.setBr(0, b.eq(group(b, 8), 0xff)),
};

/** Half of a MAC16 operand. */
const half = (b: Builder, x: Expression, which: string, unsigned = false): Expression => {
  if (unsigned) return which === 'l' ? b.and(x, 0xffff) : b.shr(x, 16);
  return which === 'l' ? b.sext16(x) : b.sar(x, 16);
};

/** ACC = ACC +/- product, modulo 2^40. */
function accumulate(b: Builder, product: Expression, subtract: boolean): void {
  const p = b.let(product);
  const old = b.let(b.state('ACCLO'));
  const sign = b.sar(p, 31);
  if (subtract) {
    b.setState('ACCHI', b.sext8(b.sub(b.sub(b.state('ACCHI'), sign), b.ltu(old, p))));
    b.setState('ACCLO', b.sub(old, p));
  } else {
    const sum = b.let(b.add(old, p));
    b.setState('ACCHI', b.sext8(b.add(b.add(b.state('ACCHI'), sign), b.ltu(sum, p))));
    b.setState('ACCLO', sum);
  }
}

function macSemantics(): SemanticsTable {
  const table: Record<string, (b: Builder) => void> = {};
  const halves = ['ll', 'hl', 'lh', 'hh'];
  const sources = ['aa', 'ad', 'da', 'dd'];
  for (const source of sources) {
    for (const which of halves) {
      const product = (b: Builder, first: number, unsigned = false): Expression => {
        const x = source.startsWith('a') ? b.ar(first) : b.mr(first);
        const y = source.endsWith('a') ? b.ar(first + 1) : b.mr(first + 1);
        return b.mul(half(b, x, which[0]!, unsigned), half(b, y, which[1]!, unsigned));
      };
      const set = (b: Builder, unsigned: boolean): void => {
        const p = b.let(product(b, 0, unsigned));
        b.setState('ACCLO', p);
        b.setState('ACCHI', unsigned ? 0 : b.sar(p, 31));
      };
      table[`mul.${source}.${which}`] = (b) => set(b, false);
      if (source === 'aa') table[`umul.${source}.${which}`] = (b) => set(b, true);
      table[`mula.${source}.${which}`] = (b) => accumulate(b, product(b, 0), false);
      table[`muls.${source}.${which}`] = (b) => accumulate(b, product(b, 0), true);
      if (!source.startsWith('d')) continue;
      // The load uses the new address; the multiply uses the MR value from before the load.
      for (const [suffix, step] of [
        ['ldinc', 4],
        ['lddec', -4],
      ] as const) {
        table[`mula.${source}.${which}.${suffix}`] = (b) => {
          const address = b.let(b.add(b.ar(1), step));
          const loaded = b.load(4, address);
          accumulate(b, product(b, 2), false);
          b.setMr(0, loaded);
          b.setAr(1, address);
        };
      }
    }
  }
  for (const [name, step] of [
    ['ldinc', 4],
    ['lddec', -4],
  ] as const) {
    table[name] = (b) => {
      const address = b.let(b.add(b.ar(1), step));
      const loaded = b.load(4, address);
      b.setMr(0, loaded);
      b.setAr(1, address);
    };
  }
  return table;
}

export const mac16: SemanticsTable = macSemantics();
