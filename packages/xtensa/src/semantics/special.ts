/** Special and user registers, translation attributes, external registers, and what is not established. */
import { SPECIAL_REGISTER_ROWS, USER_REGISTER_ROWS } from '../isa/index.js';
import type { Builder, Expression, Value } from './ir.js';
import { CAUSE_ILLEGAL, STATE_INDEX, STATE_MASK, type StateWord } from './states.js';
import type { SemanticsTable } from './table.js';

/** Registers whose writing does more than storing: `Core.writeSpecial` does it. */
const WITH_EFFECT: ReadonlySet<string> = new Set([
  'lend',
  'ibreakenable',
  'ibreaka0',
  'ibreaka1',
  'dbreaka0',
  'dbreaka1',
  'dbreakc0',
  'dbreakc1',
  'interrupt',
  'intset',
  'intclear',
  'intenable',
  'ccount',
  'ccompare0',
  'ccompare1',
  'ccompare2',
  'icount',
  'icountlevel',
  'mmid',
  'configid0',
]);

/** Registers whose value is not simply a stored word. */
const COMPUTED: ReadonlySet<string> = new Set([
  'ccount',
  'interrupt',
  'icount',
  'prid',
  'configid0',
  'configid1',
]);

function read(b: Builder, name: string, number: number): Expression {
  if (COMPUTED.has(name)) return b.operation('readSpecial', number);
  if (/^m[0-3]$/.test(name)) return b.m(Number(name[1]));
  return b.state(name.toUpperCase() as StateWord);
}

function write(b: Builder, name: string, number: number, value: Value): void {
  if (WITH_EFFECT.has(name)) {
    b.operation('writeSpecial', number, value);
    return;
  }
  if (/^m[0-3]$/.test(name)) {
    b.setM(Number(name[1]), value);
    return;
  }
  const word = name.toUpperCase() as StateWord;
  if (word === 'ACCHI') {
    b.setState(word, b.sext8(value));
    return;
  }
  const mask = STATE_MASK[word];
  b.setState(word, mask === undefined ? value : b.and(value, mask));
}

function specialRegisters(): SemanticsTable {
  const table: Record<string, (b: Builder) => void> = {};
  const illegal = (b: Builder): void => b.raise(CAUSE_ILLEGAL);
  for (const { name: rowName, number } of SPECIAL_REGISTER_ROWS) {
    if (rowName === 'litbase') {
      // Absolute literals are not configured; the instruction tables name the register nevertheless.
      for (const verb of ['rsr', 'wsr', 'xsr']) table[`${verb}.${rowName}`] = illegal;
      continue;
    }
    // Number 226 is read as INTERRUPT and written as INTSET.
    const [readName, writeName] = rowName.startsWith('interrupt')
      ? ['interrupt', 'intset']
      : [rowName, rowName];
    table[`rsr.${readName}`] = (b) => b.setAr(0, read(b, readName, number));
    table[`wsr.${writeName}`] = (b) => write(b, writeName, number, b.ar(0));
    // The register operand is addressed in the window before the exchange (XSR.WINDOWBASE).
    table[`xsr.${rowName}`] = (b) => {
      const old = b.let(read(b, rowName, number));
      const value = b.let(b.ar(0));
      b.setAr(0, old);
      write(b, rowName, number, value);
    };
  }
  const userMask: Partial<Record<string, number>> = { fcr: 0x7f, fsr: 0xf80 };
  for (const { name } of USER_REGISTER_ROWS) {
    const word = name.toUpperCase() as StateWord;
    if (STATE_INDEX[word] === undefined) throw new Error(`no state word for user register ${name}`);
    const mask = userMask[name];
    table[`rur.${name}`] = (b) => b.setAr(0, b.state(word));
    table[`wur.${name}`] = (b) => b.setState(word, mask === undefined ? b.ar(0) : b.and(b.ar(0), mask));
  }
  return table;
}

const expstateBit = (b: Builder): Expression => b.shl(1, b.imm(0));
const none = (): void => undefined;

/** Outside of debug mode, which this core never enters, the debugger's returns are illegal. */
const debuggerOnly = (b: Builder): void => b.raise(CAUSE_ILLEGAL);

export const special: SemanticsTable = {
  ...specialRegisters(),
  // Operands: attribute, address.
  witlb: (b) => {
    b.operation('writeTlb', 0, b.ar(0), b.ar(1));
  },
  wdtlb: (b) => {
    b.operation('writeTlb', 1, b.ar(0), b.ar(1));
  },
  ritlb0: (b) => b.setAr(0, b.and(b.ar(1), 0xe0000000)),
  rdtlb0: (b) => b.setAr(0, b.and(b.ar(1), 0xe0000000)),
  ritlb1: (b) => b.setAr(0, b.operation('readTlb', 0, b.ar(1))),
  rdtlb1: (b) => b.setAr(0, b.operation('readTlb', 1, b.ar(1))),
  pitlb: (b) => b.setAr(0, b.or(b.and(b.ar(1), 0xe0000000), 1)),
  pdtlb: (b) => b.setAr(0, b.or(b.and(b.ar(1), 0xe0000000), 1)),
  // The eight fixed regions cannot be invalidated.
  iitlb: none,
  idtlb: none,
  rer: (b) => b.setAr(0, b.operation('readExternal', b.ar(1))),
  wer: (b) => {
    b.operation('writeExternal', b.ar(1), b.ar(0));
  },
  setb_expstate: (b) => b.setState('EXPSTATE', b.or(b.state('EXPSTATE'), expstateBit(b))),
  clrb_expstate: (b) => b.setState('EXPSTATE', b.and(b.state('EXPSTATE'), b.not(expstateBit(b)))),
  rfdd: debuggerOnly,
  rfdo: debuggerOnly,

  // Not established; see NOT_ESTABLISHED.
  wrmsk_expstate: (b) =>
    b.setState('EXPSTATE', b.or(b.and(b.state('EXPSTATE'), b.not(b.ar(0))), b.and(b.ar(1), b.ar(0)))),
  read_impwire: (b) => b.setAr(0, b.operation('readImpwire')),
  'lddr32.p': (b) => {
    const address = b.let(b.ar(0));
    b.setState('DDR', b.load(4, address));
    b.setAr(0, b.add(address, 4));
  },
  'sddr32.p': (b) => {
    const address = b.let(b.ar(0));
    b.store(4, address, b.state('DDR'));
    b.setAr(0, b.add(address, 4));
  },
  rf64r: (b) => b.setAr(0, b.select(b.eq(b.imm(1), 0), b.state('F64R_LO'), b.state('F64R_HI'))),
  wf64r: (b) => {
    b.setState('F64R_LO', b.ar(0));
    b.setState('F64R_HI', b.ar(1));
  },
  f64addc: none,
  f64subc: none,
  f64cmph: none,
  f64cmpl: none,
  f64iter: none,
  f64norm: none,
  f64rnd: none,
  f64sexp: none,
  f64sig: none,
};

const accelerator = 'steps of the double-precision accelerator are not public; without effect here';

/** Instructions that stop the core unless it was told to guess, and what the guess is. */
export const NOT_ESTABLISHED: Readonly<Record<string, string>> = {
  f64addc: accelerator,
  f64subc: accelerator,
  f64cmph: accelerator,
  f64cmpl: accelerator,
  f64iter: accelerator,
  f64norm: accelerator,
  f64rnd: accelerator,
  f64sexp: accelerator,
  f64sig: accelerator,
  rf64r: 'selection of the half of F64R is a guess: 0 the low word, 1 the high word',
  wf64r: 'taken as F64R = second operand : first operand',
  'recip0.s': 'last bits of the seed are not known; the seed of DIV0.S with the true exponent',
  'rsqrt0.s': 'last bits of the seed are not known; the seed of SQRT0.S with the true exponent',
  'lddr32.p': 'debugger only; taken as a load of DDR with post-increment',
  'sddr32.p': 'debugger only; taken as a store of DDR with post-increment',
  wrmsk_expstate: 'tables say read-modify-write; taken as EXPSTATE = (EXPSTATE & ~at) | (as & at)',
  read_impwire: 'the wires are not documented; reads 0 unless the host connects them',
};
