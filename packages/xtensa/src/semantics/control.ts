/** Loads, stores, branches, calls, windows, loops, exceptions. */
import type { Builder, Expression, Value } from './ir.js';
import {
  CAUSE_ALLOCA,
  CAUSE_ILLEGAL,
  CAUSE_SYSCALL,
  DEBUG_BREAK,
  DEBUG_BREAK_N,
  PS_CALLINC_SHIFT,
  PS_EXCM,
  PS_INTLEVEL,
  PS_OWB_SHIFT,
  PS_WOE,
  type StateWord,
} from './states.js';
import type { SemanticsTable } from './table.js';

/** Base register (operand 1) plus offset (operand 2). */
const address = (b: Builder): Expression => b.add(b.ar(1), b.imm(2));

const load =
  (size: 1 | 2 | 4, signed = false) =>
  (b: Builder): void =>
    b.setAr(0, b.load(size, address(b), { signed }));

const store =
  (size: 1 | 2 | 4) =>
  (b: Builder): void =>
    b.store(size, address(b), b.ar(0));

export const memory: SemanticsTable = {
  l8ui: load(1),
  l16ui: load(2),
  l16si: load(2, true),
  l32i: load(4),
  'l32i.n': load(4),
  l32ai: (b) => b.setAr(0, b.load(4, address(b), { alignment: 'aligned' })),
  l32e: load(4),
  l32r: (b) => b.setAr(0, b.load(4, b.imm(1))),
  s8i: store(1),
  s16i: store(2),
  s32i: store(4),
  's32i.n': store(4),
  s32e: store(4),
  s32nb: store(4),
  s32ri: (b) => b.store(4, address(b), b.ar(0), 'aligned'),
  // The store happens only on equality; the register gets the old value either way.
  s32c1i: (b) => {
    const at = b.let(address(b));
    const old = b.load(4, at, { alignment: 'aligned' });
    b.if(b.eq(old, b.state('SCOMPARE1')), () => b.store(4, at, b.ar(0), 'aligned'));
    b.setAr(0, old);
  },
};

const branch2 =
  (condition: (b: Builder, x: Expression, y: Expression) => Expression) =>
  (b: Builder): void =>
    b.if(condition(b, b.ar(0), b.ar(1)), () => b.jump(b.imm(2)));
const branchImmediate =
  (condition: (b: Builder, x: Expression, k: Expression) => Expression) =>
  (b: Builder): void =>
    b.if(condition(b, b.ar(0), b.imm(1)), () => b.jump(b.imm(2)));
const branchZero =
  (condition: (b: Builder, x: Expression) => Expression) =>
  (b: Builder): void =>
    b.if(condition(b, b.ar(0)), () => b.jump(b.imm(1)));
const bit = (b: Builder, x: Expression, y: Value): Expression => b.and(x, b.shl(1, y));

export const branches: SemanticsTable = {
  beq: branch2((b, x, y) => b.eq(x, y)),
  bne: branch2((b, x, y) => b.ne(x, y)),
  blt: branch2((b, x, y) => b.lt(x, y)),
  bge: branch2((b, x, y) => b.ge(x, y)),
  bltu: branch2((b, x, y) => b.ltu(x, y)),
  bgeu: branch2((b, x, y) => b.geu(x, y)),
  bany: branch2((b, x, y) => b.ne(b.and(x, y), 0)),
  bnone: branch2((b, x, y) => b.eq(b.and(x, y), 0)),
  ball: branch2((b, x, y) => b.eq(b.and(b.not(x), y), 0)),
  bnall: branch2((b, x, y) => b.ne(b.and(b.not(x), y), 0)),
  bbc: branch2((b, x, y) => b.eq(bit(b, x, y), 0)),
  bbs: branch2((b, x, y) => b.ne(bit(b, x, y), 0)),
  bbci: branchImmediate((b, x, k) => b.eq(bit(b, x, k), 0)),
  bbsi: branchImmediate((b, x, k) => b.ne(bit(b, x, k), 0)),
  beqi: branchImmediate((b, x, k) => b.eq(x, k)),
  bnei: branchImmediate((b, x, k) => b.ne(x, k)),
  blti: branchImmediate((b, x, k) => b.lt(x, k)),
  bgei: branchImmediate((b, x, k) => b.ge(x, k)),
  bltui: branchImmediate((b, x, k) => b.ltu(x, k)),
  bgeui: branchImmediate((b, x, k) => b.geu(x, k)),
  beqz: branchZero((b, x) => b.eq(x, 0)),
  'beqz.n': branchZero((b, x) => b.eq(x, 0)),
  bnez: branchZero((b, x) => b.ne(x, 0)),
  'bnez.n': branchZero((b, x) => b.ne(x, 0)),
  bltz: branchZero((b, x) => b.lt(x, 0)),
  bgez: branchZero((b, x) => b.ge(x, 0)),
  bf: (b) => b.if(b.eq(b.br(0), 0), () => b.jump(b.imm(1))),
  bt: (b) => b.if(b.ne(b.br(0), 0), () => b.jump(b.imm(1))),
  j: (b) => b.jump(b.imm(0)),
  jx: (b) => b.jump(b.ar(0)),

  loop: (b) => b.setLoop(b.imm(1), b.sub(b.ar(0), 1)),
  loopnez: (b) => {
    const count = b.let(b.ar(0));
    b.setLoop(b.imm(1), b.sub(count, 1));
    b.if(b.eq(count, 0), () => b.jump(b.imm(1)));
  },
  loopgtz: (b) => {
    const count = b.let(b.ar(0));
    b.setLoop(b.imm(1), b.sub(count, 1));
    b.if(b.lt(count, 1), () => b.jump(b.imm(1)));
  },
};

/** CALLn and CALLXn: the target is read before the link is written. */
const call =
  (increment: 0 | 1 | 2 | 3, indirect: boolean) =>
  (b: Builder): void => {
    const target = indirect ? b.let(b.ar(0)) : b.imm(0);
    if (increment === 0) {
      b.setA(0, b.next);
      b.setState('LASTCALL', 0);
    } else {
      b.setA(4 * increment, b.or(b.and(b.next, 0x3fffffff), increment << 30));
      b.setCallIncrement(increment);
    }
    b.jump(target);
  };

/** WOE = 0 or EXCM = 1. */
const noWindows = (b: Builder): Expression => b.ne(b.and(b.state('PS'), PS_WOE | PS_EXCM), PS_WOE);

/** Bit of WINDOWSTART at WINDOWBASE + by, as 0 or 1. */
const frameAt = (b: Builder, by: Value): Expression =>
  b.and(b.shr(b.state('WINDOWSTART'), b.and(b.add(b.state('WINDOWBASE'), by), 15)), 1);

function entry(b: Builder): void {
  b.if(b.ltu(3, b.number(0)), () => b.raise(CAUSE_ILLEGAL));
  b.if(noWindows(b), () => b.raise(CAUSE_ILLEGAL));
  const increment = b.let(b.and(b.shr(b.state('PS'), PS_CALLINC_SHIFT), 3));
  b.useQuads(increment);
  const pointer = b.let(b.sub(b.ar(0), b.imm(1)));
  b.rotate(increment);
  b.setAr(0, pointer);
  b.setState('WINDOWSTART', b.or(b.state('WINDOWSTART'), b.shl(1, b.state('WINDOWBASE'))));
}

function retw(b: Builder): void {
  const link = b.let(b.a(0));
  const increment = b.let(b.shr(link, 30));
  b.if(noWindows(b), () => b.raise(CAUSE_ILLEGAL));
  b.if(b.eq(increment, 0), () => b.raise(CAUSE_ILLEGAL));
  // The nearest frame below must be the one that made the call, or none may be left (then it was spilled).
  const nearest = b.let(
    b.select(
      b.ne(frameAt(b, -1), 0),
      1,
      b.select(b.ne(frameAt(b, -2), 0), 2, b.select(b.ne(frameAt(b, -3), 0), 3, 0)),
    ),
  );
  b.if(b.ne(nearest, increment), () => {
    b.if(b.ne(nearest, 0), () => b.raise(CAUSE_ILLEGAL));
    b.underflow(increment);
  });
  b.setState('WINDOWSTART', b.and(b.state('WINDOWSTART'), b.not(b.shl(1, b.state('WINDOWBASE')))));
  b.rotate(b.sub(0, increment));
  b.setCallIncrement(increment);
  b.jump(b.or(b.and(b.pc, 0xc0000000), b.and(link, 0x3fffffff)));
}

/** RFWO, RFWU: back to the instruction that needed the window. */
const returnFromWindow =
  (overflow: boolean) =>
  (b: Builder): void => {
    const bitOfFrame = b.shl(1, b.state('WINDOWBASE'));
    b.setState(
      'WINDOWSTART',
      overflow ? b.and(b.state('WINDOWSTART'), b.not(bitOfFrame)) : b.or(b.state('WINDOWSTART'), bitOfFrame),
    );
    b.setState('WINDOWBASE', b.and(b.shr(b.state('PS'), PS_OWB_SHIFT), 15));
    b.setState('PS', b.and(b.state('PS'), ~PS_EXCM));
    b.jump(b.state('EPC1'));
  };

const none = (): void => undefined;

const debugBreak =
  (cause: number) =>
  (b: Builder): void => {
    b.operation('debugBreak', cause);
  };

export const control: SemanticsTable = {
  call0: call(0, false),
  call4: call(1, false),
  call8: call(2, false),
  call12: call(3, false),
  callx0: call(0, true),
  callx4: call(1, true),
  callx8: call(2, true),
  callx12: call(3, true),
  ret: (b) => b.jump(b.a(0)),
  'ret.n': (b) => b.jump(b.a(0)),
  entry,
  retw,
  'retw.n': retw,
  rotw: (b) => b.rotate(b.imm(0)),
  movsp: (b) => {
    b.if(b.eq(b.or(b.or(frameAt(b, -1), frameAt(b, -2)), frameAt(b, -3)), 0), () => b.raise(CAUSE_ALLOCA));
    b.setAr(0, b.ar(1));
  },
  rfwo: returnFromWindow(true),
  rfwu: returnFromWindow(false),

  nop: none,
  'nop.n': none,
  memw: none,
  extw: none,
  excw: none,
  isync: none,
  rsync: none,
  esync: none,
  dsync: none,

  ill: (b) => b.raise(CAUSE_ILLEGAL),
  'ill.n': (b) => b.raise(CAUSE_ILLEGAL),
  syscall: (b) => b.raise(CAUSE_SYSCALL),
  break: debugBreak(DEBUG_BREAK),
  'break.n': debugBreak(DEBUG_BREAK_N),
  simcall: (b) => {
    b.operation('simcall');
  },
  waiti: (b) => {
    b.setState('PS', b.or(b.and(b.state('PS'), ~PS_INTLEVEL), b.imm(0)));
    b.operation('wait');
  },
  rsil: (b) => {
    const old = b.let(b.state('PS'));
    b.setState('PS', b.or(b.and(old, ~PS_INTLEVEL), b.imm(1)));
    b.setAr(0, old);
  },
  rfe: (b) => {
    b.setState('PS', b.and(b.state('PS'), ~PS_EXCM));
    b.jump(b.state('EPC1'));
  },
  rfde: (b) => b.jump(b.state('DEPC')),
  rfi: (b) => {
    // Level 1 has no EPS; levels above 7 do not exist.
    const level = b.imm(0);
    b.if(b.ltu(b.and(b.sub(level, 1), 0xff), 7), none, () => b.raise(CAUSE_ILLEGAL));
    let target: Expression = b.state('EPC1');
    let status: Expression = b.and(b.state('PS'), ~PS_EXCM);
    for (let n = 2; n <= 7; n++) {
      target = b.select(b.eq(level, n), b.state(`EPC${n}` as StateWord), target);
      status = b.select(b.eq(level, n), b.state(`EPS${n}` as StateWord), status);
    }
    const pc = b.let(target);
    b.setState('PS', status);
    b.jump(pc);
  },
};
