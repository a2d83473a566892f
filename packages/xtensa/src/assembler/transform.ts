/**
 * How instructions are replaced by shorter or longer ones (GNU as: "Xtensa automatic instruction selection"): narrow
 * forms where they fit, literals for constants that do not fit, branches that may have to be inverted over a jump. Not
 * done inside `.begin no-transform` and for mnemonics written with `_`.
 */
import { operandField, type Instruction } from '../isa/index.js';
import type { Assembler } from './assembler.js';
import { emitSlot, emitValues, instructionOf, wordOf, type Operands } from './instructions.js';
import { INVERSE } from './inverse.js';
import { ItemKind } from './section.js';

/** Emits a replacement and says true, or says false and leaves the instruction as it is. */
export type Transform = (a: Assembler, instruction: Instruction, operands: Operands) => boolean;

/** Whether every operand is a constant. */
function constant(o: Operands, count: number): boolean {
  for (let i = 0; i < count; i++) if (o.expressions[i] !== undefined) return false;
  return true;
}

/** The narrow instruction with the same operands, when they fit. */
function narrow(name: string, count: number): Transform {
  return (a, _instruction, o) => {
    if (!constant(o, count)) return false;
    const short = instructionOf(name);
    for (const operand of short.operands) {
      if (operandField(operand, o.values[operand.index]!, 0) < 0) return false;
    }
    emitValues(a, short, o.values);
    return true;
  };
}

/** L32R of a literal with the value of an immediate that does not fit. */
function loadLiteral(a: Assembler, register: number, o: Operands, index: number): void {
  const l32r = instructionOf('l32r');
  const column = a.column(o.positions[index]!);
  const value = o.expressions[index] ?? o.values[index]!;
  const literal = a.addLiteral(value, column);
  emitSlot(a, l32r, wordOf(l32r, [register, 0]), literal, column);
}

/** Splits an immediate into what ADDMI and ADDI add. */
function splitImmediate(value: number): { high: number; low: number } | undefined {
  const high = Math.floor((value + 128) / 256) * 256;
  return high < -32768 || high > 32512 ? undefined : { high, low: value - high };
}

/** ADDI and ADDMI with a constant that needs ADDMI, or both. */
const addLarge: Transform = (a, instruction, o) => {
  if (!constant(o, 3)) return false;
  const [target, source, value] = [o.values[0]!, o.values[1]!, o.values[2]!];
  if (operandField(instruction.operands[2]!, value, 0) >= 0) return false;
  const parts = splitImmediate(value > 0x7fffffff ? value | 0 : value);
  if (parts === undefined) return false;
  emitValues(a, instructionOf('addmi'), [target, source, parts.high]);
  if (parts.low !== 0) emitValues(a, instructionOf('addi'), [target, target, parts.low]);
  return true;
};

/** Loads with an offset that does not fit: the offset comes from a literal into the target register. */
const loadFar: Transform = (a, instruction, o) => {
  const offset = o.values[2]!;
  if (o.expressions[2] === undefined && operandField(instruction.operands[2]!, offset, 0) >= 0) return false;
  if (o.values[0] === o.values[1]) return false;
  const [target, base] = [o.values[0]!, o.values[1]!];
  loadLiteral(a, target, o, 2);
  emitValues(a, instructionOf('add.n'), [target, target, base]);
  const narrowLoad = instruction.name === 'l32i' ? instructionOf('l32i.n') : instruction;
  emitValues(a, narrowLoad, [target, target, 0]);
  return true;
};

const branch: Transform = (a, instruction, o) => {
  const { pcrel } = instruction;
  for (const operand of instruction.operands) {
    if (
      operand.index !== pcrel &&
      (o.expressions[operand.index] !== undefined || operandField(operand, o.values[operand.index]!, 0) < 0)
    ) {
      return false;
    }
  }
  a.beginInstruction(0);
  const narrowable = instruction.name === 'beqz' || instruction.name === 'bnez';
  const item = a.addItem(
    ItemKind.branch,
    wordOf(instruction, o.values),
    o.values[0]!,
    0,
    o.expressions[pcrel]!,
    instruction,
    a.column(o.positions[pcrel]!),
  );
  item.state = narrowable ? 0 : 1;
  item.size = narrowable ? 2 : 3;
  return true;
};

const call: Transform = (a, instruction, o) => {
  const target = o.expressions[0]!;
  if (typeof target === 'number') return false;
  a.beginInstruction(0);
  const item = a.addItem(
    ItemKind.call,
    instruction.match,
    Number(instruction.name.slice(4)),
    a.longcalls ? 1 : 0,
    target,
    instruction,
    a.column(o.positions[0]!),
  );
  item.size = 3;
  return true;
};

const loop: Transform = (a, instruction, o) => {
  a.beginInstruction(0);
  a.loopPadding = a.addItem(ItemKind.loop, 3, 0, 0, 0);
  a.beginInstruction(0);
  const [register] = o.values;
  const column = a.column(o.positions[1]!);
  const word = wordOf(instruction, o.values);
  a.addItem(ItemKind.loopStart, word, register!, 0, o.expressions[1]!, instruction, column).size = 3;
  return true;
};

/** What each mnemonic may become. */
export const TRANSFORMS: ReadonlyMap<string, Transform> = new Map<string, Transform>([
  ['add', narrow('add.n', 3)],
  [
    'addi',
    (a, instruction, o) => {
      if (constant(o, 3) && o.values[2] === 0) {
        emitValues(a, instructionOf('mov.n'), o.values);
        return true;
      }
      return narrow('addi.n', 3)(a, instruction, o) || addLarge(a, instruction, o);
    },
  ],
  ['addi.n', (a, instruction, o) => addWide(a, instruction, o)],
  ['addmi', addLarge],
  ['call0', call],
  ['call12', call],
  ['call4', call],
  ['call8', call],
  ['l16si', loadFar],
  ['l16ui', loadFar],
  ['l32i', (a, instruction, o) => narrow('l32i.n', 3)(a, instruction, o) || loadFar(a, instruction, o)],
  ['l32i.n', widen('l32i', 2)],
  ['l8ui', loadFar],
  ['loop', loop],
  ['loopgtz', loop],
  ['loopnez', loop],
  ['movi', (a, _instruction, o) => loadConstant(a, o)],
  ['movi.n', (a, _instruction, o) => loadConstant(a, o)],
  ['nop', narrow('nop.n', 0)],
  [
    'or',
    (a, _instruction, o) => {
      if (o.values[1] !== o.values[2]) return false;
      emitValues(a, instructionOf('mov.n'), o.values);
      return true;
    },
  ],
  ['ret', narrow('ret.n', 0)],
  ['retw', narrow('retw.n', 0)],
  ['s32i', narrow('s32i.n', 3)],
  ['s32i.n', widen('s32i', 2)],
  [
    'slli',
    (a, _instruction, o) => {
      if (!constant(o, 3) || o.values[2] !== 0) return false;
      emitValues(a, instructionOf('mov.n'), o.values);
      return true;
    },
  ],
  [
    'srli',
    (a, _instruction, o) => {
      const shift = o.values[2]!;
      if (!constant(o, 3) || shift < 16 || shift > 31) return false;
      emitValues(a, instructionOf('extui'), [o.values[0]!, o.values[1]!, shift, 32 - shift]);
      return true;
    },
  ],
  ['beqz.n', (a, _instruction, o) => branch(a, instructionOf('beqz'), o)],
  ['bnez.n', (a, _instruction, o) => branch(a, instructionOf('bnez'), o)],
  ...INVERSE.flatMap(([x, y]) => [[x, branch] as [string, Transform], [y, branch] as [string, Transform]]),
]);

/** A narrow instruction written by hand whose immediate does not fit becomes the wide one. */
function widen(name: string, index: number): Transform {
  return (a, instruction, o) => {
    if (o.expressions[index] !== undefined) return false;
    if (operandField(instruction.operands[index]!, o.values[index]!, 0) >= 0) return false;
    const wide = instructionOf(name);
    if (operandField(wide.operands[index]!, o.values[index]!, 0) < 0) return false;
    emitValues(a, wide, o.values);
    return true;
  };
}

const addWide: Transform = (a, instruction, o) => {
  const wide = instructionOf('addi');
  return (
    widen('addi', 2)(a, instruction, o) ||
    (constant(o, 3) && fits(instruction, o) === false && addLarge(a, wide, o))
  );
};

function fits(instruction: Instruction, o: Operands): boolean {
  return instruction.operands.every((operand) => operandField(operand, o.values[operand.index]!, 0) >= 0);
}

/** MOVI: narrow, wide, or a literal, by the value; a literal for everything that is no constant yet. */
function loadConstant(a: Assembler, o: Operands): boolean {
  if (o.expressions[1] === undefined) {
    let value = o.values[1]!;
    if (value > 0x7fffffff && value <= 0xffffffff) value |= 0;
    if (value < -0x80000000 || value > 0xffffffff) return false;
    const values = [o.values[0]!, value];
    for (const name of ['movi.n', 'movi']) {
      const candidate = instructionOf(name);
      if (operandField(candidate.operands[1]!, value, 0) < 0) continue;
      emitValues(a, candidate, values);
      return true;
    }
  }
  loadLiteral(a, o.values[0]!, o, 1);
  return true;
}
