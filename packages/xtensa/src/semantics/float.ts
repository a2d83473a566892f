/** Single-precision floating point (coprocessor 0). Values are register bits; rounding and flags live in FCR and FSR. */
import type { Builder, Expression, Operation } from './ir.js';
import type { SemanticsTable } from './table.js';

const two =
  (name: Operation) =>
  (b: Builder): void =>
    b.setFr(0, b.operation(name, b.fr(1), b.fr(2)));
/** Accumulator first. */
const accumulate =
  (name: Operation) =>
  (b: Builder): void =>
    b.setFr(0, b.operation(name, b.fr(0), b.fr(1), b.fr(2)));
const one =
  (name: Operation) =>
  (b: Builder): void =>
    b.setFr(0, b.operation(name, b.fr(1)));
const adjust =
  (name: Operation) =>
  (b: Builder): void =>
    b.setFr(0, b.operation(name, b.fr(0), b.fr(1)));

/** Predicates of `fcompare`: bit 0 less, bit 1 equal, bit 2 unordered; bit 3: a quiet NaN is invalid, too. */
export const COMPARE_LESS = 1;
export const COMPARE_EQUAL = 2;
export const COMPARE_UNORDERED = 4;
export const COMPARE_SIGNALING = 8;

const compare =
  (predicate: number) =>
  (b: Builder): void =>
    b.setBr(0, b.operation('fcompare', b.fr(1), b.fr(2), predicate));

/** Rounding modes, as in FCR. */
export const ROUND_NEAREST = 0;
export const ROUND_ZERO = 1;
export const ROUND_UP = 2;
export const ROUND_DOWN = 3;

const toInteger =
  (mode: number) =>
  (b: Builder): void =>
    b.setAr(0, b.operation('ftoint', b.fr(1), b.imm(2), mode));

const move =
  (condition: (b: Builder) => Expression) =>
  (b: Builder): void =>
    b.setFr(0, b.select(condition(b), b.fr(1), b.fr(0)));

const offsetAddress = (b: Builder): Expression => b.add(b.ar(1), b.imm(2));
const indexAddress = (b: Builder): Expression => b.add(b.ar(1), b.ar(2));

/** Access at AR[s], then AR[s] becomes the sum. */
const update =
  (next: (b: Builder) => Expression, store: boolean) =>
  (b: Builder): void => {
    const address = b.let(b.ar(1));
    const after = b.let(next(b));
    if (store) b.store(4, address, b.fr(0));
    else b.setFr(0, b.load(4, address));
    b.setAr(1, after);
  };

export const float: SemanticsTable = {
  'add.s': two('fadd'),
  'sub.s': two('fsub'),
  'mul.s': two('fmul'),
  'madd.s': accumulate('fmadd'),
  'msub.s': accumulate('fmsub'),
  'maddn.s': accumulate('fmaddn'),
  'divn.s': accumulate('fdivn'),
  'abs.s': (b) => b.setFr(0, b.and(b.fr(1), 0x7fffffff)),
  'neg.s': (b) => b.setFr(0, b.xor(b.fr(1), 0x80000000)),
  'mov.s': (b) => b.setFr(0, b.fr(1)),
  // 0.0, 1.0, 2.0, 0.5; the rest is reserved and gives 0.
  'const.s': (b) => {
    const k = b.imm(1);
    b.setFr(
      0,
      b.select(b.eq(k, 1), 0x3f800000, b.select(b.eq(k, 2), 0x40000000, b.select(b.eq(k, 3), 0x3f000000, 0))),
    );
  },
  rfr: (b) => b.setAr(0, b.fr(1)),
  wfr: (b) => b.setFr(0, b.ar(1)),
  'moveqz.s': move((b) => b.eq(b.ar(2), 0)),
  'movnez.s': move((b) => b.ne(b.ar(2), 0)),
  'movltz.s': move((b) => b.lt(b.ar(2), 0)),
  'movgez.s': move((b) => b.ge(b.ar(2), 0)),
  'movf.s': move((b) => b.eq(b.br(2), 0)),
  'movt.s': move((b) => b.ne(b.br(2), 0)),

  'un.s': compare(COMPARE_UNORDERED),
  'oeq.s': compare(COMPARE_EQUAL),
  'ueq.s': compare(COMPARE_EQUAL | COMPARE_UNORDERED),
  'olt.s': compare(COMPARE_LESS | COMPARE_SIGNALING),
  'ult.s': compare(COMPARE_LESS | COMPARE_UNORDERED),
  'ole.s': compare(COMPARE_LESS | COMPARE_EQUAL | COMPARE_SIGNALING),
  'ule.s': compare(COMPARE_LESS | COMPARE_EQUAL | COMPARE_UNORDERED),

  'round.s': toInteger(ROUND_NEAREST),
  'trunc.s': toInteger(ROUND_ZERO),
  'ceil.s': toInteger(ROUND_UP),
  'floor.s': toInteger(ROUND_DOWN),
  'utrunc.s': (b) => b.setAr(0, b.operation('ftouint', b.fr(1), b.imm(2))),
  'float.s': (b) => b.setFr(0, b.operation('ffromint', b.ar(1), b.imm(2))),
  'ufloat.s': (b) => b.setFr(0, b.operation('ffromuint', b.ar(1), b.imm(2))),

  lsi: (b) => b.setFr(0, b.load(4, offsetAddress(b))),
  ssi: (b) => b.store(4, offsetAddress(b), b.fr(0)),
  lsx: (b) => b.setFr(0, b.load(4, indexAddress(b))),
  ssx: (b) => b.store(4, indexAddress(b), b.fr(0)),
  lsip: update(offsetAddress, false),
  ssip: update(offsetAddress, true),
  lsxp: update(indexAddress, false),
  ssxp: update(indexAddress, true),

  'div0.s': one('fdiv0'),
  'sqrt0.s': one('fsqrt0'),
  'recip0.s': one('frecip0'),
  'rsqrt0.s': one('frsqrt0'),
  'nexp01.s': one('fnexp01'),
  'mkdadj.s': adjust('fmkdadj'),
  'mksadj.s': one('fmksadj'),
  'addexp.s': adjust('faddexp'),
  'addexpm.s': adjust('faddexpm'),
};
