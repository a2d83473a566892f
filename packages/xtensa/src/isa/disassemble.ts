import { decode, LENGTH_BY_LOW_NIBBLE, wordAt } from './decode.js';
import {
  extractField,
  fieldToValue,
  pcRelativeTarget,
  type Instruction,
  type Operand,
} from './instructions.js';

/** One disassembled instruction. */
export interface Disassembly {
  /** GNU objdump's syntax with single blanks: `addi a1, a3, 40`; `(invalid)` where there is no instruction. */
  readonly text: string;
  /** Bytes; for an invalid one the bytes to skip: 3, 2 or 1 by the low nibble, never more than there are. */
  readonly length: number;
  /** The table's row, undefined for an invalid one. */
  readonly instruction: Instruction | undefined;
}

const REGISTER_LETTER = { AR: 'a', BR: 'b', FR: 'f', MR: 'm' } as const;

function formatOperand(operand: Operand, word: number, pc: number): string {
  const value = fieldToValue(operand, extractField(operand, word));
  if (operand.kind === 'pcrel') return `0x${pcRelativeTarget(operand, value, pc).toString(16)}`;
  if (operand.kind === 'imm') {
    // objdump's rule: decimal inside (-256, 256), otherwise hexadecimal of the 32-bit value.
    return value > -256 && value < 256 ? String(value) : `0x${(value >>> 0).toString(16)}`;
  }
  const letter = REGISTER_LETTER[operand.file!];
  let text = `${letter}${value}`;
  for (let i = 1; i < operand.count; i++) text += `:${letter}${value + i}`;
  return text;
}

/** Text of a decoded instruction word at `pc` (guest address). */
export function formatInstruction(instruction: Instruction, word: number, pc: number): string {
  const { operands } = instruction;
  if (operands.length === 0) return instruction.name;
  let text = `${instruction.name} ${formatOperand(operands[0]!, word, pc)}`;
  for (let i = 1; i < operands.length; i++) text += `, ${formatOperand(operands[i]!, word, pc)}`;
  return text;
}

/**
 * Disassembles one instruction.
 *
 * @param code the bytes, or the instruction word (little-endian integer)
 * @param pc guest address of the instruction
 * @param offset where in the bytes it starts
 */
export function disassemble(code: Uint8Array | number, pc: number, offset = 0): Disassembly {
  const word = typeof code === 'number' ? code : wordAt(code, offset);
  const available = typeof code === 'number' ? 3 : Math.max(0, code.length - offset);
  const instruction = decode(word);
  if (instruction === undefined || instruction.length > available) {
    const length = LENGTH_BY_LOW_NIBBLE[word & 15]! || 1;
    return { text: '(invalid)', length: Math.min(length, available), instruction: undefined };
  }
  return { text: formatInstruction(instruction, word, pc), length: instruction.length, instruction };
}
