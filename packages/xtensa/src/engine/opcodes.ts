/** Numbers under which the interpreter knows instructions: the frequent ones first, so that their switch is dense. */
import { INSTRUCTIONS, type Mnemonic } from '../isa/index.js';

/** Instructions with a case of their own in the main loop; all others are called out of line. */
// prettier-ignore
export const HOT: readonly Mnemonic[] = [
  'add', 'add.n', 'addi', 'addi.n', 'addmi', 'addx2', 'addx4', 'addx8', 'sub', 'subx2', 'subx4', 'subx8', 'and', 'or', 'xor',
  'neg', 'abs', 'mov.n', 'movi', 'movi.n', 'moveqz', 'movnez', 'movltz', 'movgez', 'min', 'max', 'minu', 'maxu', 'extui',
  'sext', 'nsau', 'slli', 'srai', 'srli', 'ssr', 'ssl', 'ssai', 'ssa8l', 'sll', 'srl', 'sra', 'src',
  'mull', 'mul16s', 'mul16u', 'muluh', 'quou', 'quos', 'remu', 'rems',
  'l8ui', 'l16ui', 'l16si', 'l32i', 'l32i.n', 'l32r', 'l32e', 's8i', 's16i', 's32i', 's32i.n', 's32e', 'memw', 'nop', 'nop.n',
  'beq', 'bne', 'blt', 'bge', 'bltu', 'bgeu', 'bany', 'bnone', 'ball', 'bnall', 'bbc', 'bbs', 'bbci', 'bbsi',
  'beqi', 'bnei', 'blti', 'bgei', 'bltui', 'bgeui', 'beqz', 'beqz.n', 'bnez', 'bnez.n', 'bltz', 'bgez',
  'j', 'jx', 'call0', 'call4', 'call8', 'callx0', 'callx8', 'ret', 'ret.n', 'entry', 'retw', 'retw.n',
  'rfwo', 'rfwu', 'loop', 'loopnez', 'loopgtz',
  'mula.aa.ll', 'mula.da.ll.ldinc', 'mula.dd.ll',
  'add.s', 'sub.s', 'mul.s', 'madd.s', 'lsi', 'ssi', 'lsip', 'mov.s',
];

/** Bits of a record's first word that hold the number; above them stands the highest quad of a-registers used. */
export const OP_BITS = 10;
export const OP_MASK = (1 << OP_BITS) - 1;

const hotIds = HOT.map((name) => INSTRUCTIONS.find((i) => i.name === name)!.id);
const coldIds = INSTRUCTIONS.map((i) => i.id).filter((id) => !hotIds.includes(id));

/** Pseudo-instructions of the predecoded form come first, as the densest. */
export const OP_LOOP_END = 0;
export const OP_GOTO = 1;
const FIRST = 2;

/** Instruction ids by number less `FIRST`. */
const ids = [...hotIds, ...coldIds];

export const OP_WATCH = FIRST + ids.length;
export const OP_NATIVE = OP_WATCH + 1;
export const OP_IBREAK = OP_WATCH + 2;
/** Nothing can be fetched here. */
export const OP_FETCH_FAULT = OP_WATCH + 3;
/** Bytes that are no instruction. */
export const OP_ILLEGAL = OP_WATCH + 4;
/** Instruction whose semantics are not established, where that is not allowed. */
export const OP_UNVERIFIED = OP_WATCH + 5;
export const OP_COUNT = OP_WATCH + 6;

/** Number by instruction id. */
export const OP_OF: Int32Array = new Int32Array(INSTRUCTIONS.length);
ids.forEach((id, index) => (OP_OF[id] = FIRST + index));

/** Instruction id of a number, or -1 for a pseudo-instruction. */
export function instructionIdOf(op: number): number {
  return op >= FIRST && op < OP_WATCH ? ids[op - FIRST]! : -1;
}

/** Numbers below this have a case in the main loop. */
export const HOT_LIMIT = FIRST + hotIds.length;

/** Words of a record: op, four operand values, pc, link (record of the target, 0 = not yet known), straddle cost. */
export const RECORD_WORDS = 8;
export const RECORD_PC = 5;
export const RECORD_LINK = 6;
export const RECORD_STRADDLE = 7;
