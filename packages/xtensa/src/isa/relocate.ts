import { decode } from './decode.js';
import { encodeOperand } from './encode.js';
import {
  extractField,
  fieldToValue,
  pcRelativeTarget,
  type Instruction,
  type Operand,
} from './instructions.js';

/**
 * The operand of an instruction that R_XTENSA_SLOT0_OP patches: the PC-relative one, otherwise the last immediate;
 * undefined where the instruction has neither.
 */
export function relocatableOperand(instruction: Instruction): Operand | undefined {
  if (instruction.pcrel >= 0) return instruction.operands[instruction.pcrel];
  return instruction.operands.findLast((operand) => operand.kind === 'imm');
}

/**
 * The instruction word with its relocatable operand set to `value`: an absolute target for branches, jumps, calls,
 * loops and L32R at `pc`, an immediate otherwise. What R_XTENSA_SLOT0_OP asks for.
 *
 * @throws OperandRangeError when the value does not fit, RangeError when the word is no instruction that takes one
 */
export function patchInstruction(word: number, value: number, pc: number): number {
  const found = decode(word);
  const operand = found && relocatableOperand(found);
  if (found === undefined || operand === undefined) {
    throw new RangeError(
      `word 0x${(word >>> 0).toString(16)} at 0x${(pc >>> 0).toString(16)} is ${found?.name ?? 'no instruction'}, ` +
        'expected an instruction with an operand that can be relocated',
    );
  }
  return encodeOperand(found, operand, word, value, pc);
}

/** The absolute target of a branch, jump, call, loop or L32R at `pc`; undefined for other words. */
export function branchTarget(word: number, pc: number): number | undefined {
  const found = decode(word);
  if (found === undefined || found.pcrel < 0) return undefined;
  const operand = found.operands[found.pcrel]!;
  return pcRelativeTarget(operand, fieldToValue(operand, extractField(operand, word)), pc);
}
