import {
  fieldToValue,
  insertField,
  pcRelativeBase,
  valueToField,
  type Instruction,
  type Operand,
} from './instructions.js';

/** An operand value that an instruction cannot hold. */
export class OperandRangeError extends Error {
  constructor(
    readonly instruction: string,
    /** Operand number in assembly order, from 1. */
    readonly operand: number,
    readonly value: number,
    /** What the operand takes, in words. */
    readonly expected: string,
  ) {
    super(`${instruction}: operand ${operand} is ${value}, expected ${expected}`);
    this.name = 'OperandRangeError';
  }
}

/** What an operand takes, in words, for messages: "-128 to 127", "0 to 1020 in steps of 4". */
export function describeOperand(operand: Operand): string {
  const { rule } = operand;
  if (operand.kind === 'reg') {
    const names = { AR: 'a0 to a15', BR: 'b0 to b15', FR: 'f0 to f15', MR: 'm0 to m3' };
    if (operand.type === 'mx') return 'm0 or m1';
    if (operand.type === 'my') return 'm2 or m3';
    if (operand.count > 1) return `${operand.count} booleans in a row from a multiple of ${operand.count}`;
    return names[operand.file!];
  }
  if (rule.table !== undefined) return `one of ${rule.table.join(', ')}`;
  const step = Math.abs(rule.scale ?? 1);
  const steps = step === 1 ? '' : ` in steps of ${step}`;
  const limits = [fieldToValue(operand, 0), fieldToValue(operand, 2 ** operand.width - 1)];
  if (rule.signedFrom !== undefined) {
    limits.push(fieldToValue(operand, rule.signedFrom), fieldToValue(operand, rule.signedFrom - 1));
  }
  const range = `${Math.min(...limits)} to ${Math.max(...limits)}${steps}`;
  return operand.kind === 'pcrel' ? `a target at a distance of ${range}` : range;
}

/**
 * The word of an instruction with the given operand values, in assembly order: register numbers, immediates, and
 * absolute targets for PC-relative operands of an instruction at `pc`.
 *
 * @throws OperandRangeError for a value that does not fit, RangeError for a wrong number of values
 */
export function encode(instruction: Instruction, values: readonly number[], pc = 0): number {
  const { operands } = instruction;
  if (values.length !== operands.length) {
    throw new RangeError(`${instruction.name} takes ${operands.length} operands, got ${values.length}`);
  }
  let word = instruction.match;
  for (const operand of operands)
    word = encodeOperand(instruction, operand, word, values[operand.index]!, pc);
  return word;
}

/**
 * `word` with one operand of the instruction replaced by a value (an absolute target for a PC-relative operand).
 *
 * @throws OperandRangeError for a value that does not fit
 */
export function encodeOperand(
  instruction: Instruction,
  operand: Operand,
  word: number,
  value: number,
  pc: number,
): number {
  const field = operandField(operand, value, pc);
  if (field < 0) {
    const shown = operand.kind === 'pcrel' ? (value - pcRelativeBase(operand, pc)) | 0 : value;
    throw new OperandRangeError(instruction.name, operand.index + 1, shown, describeOperand(operand));
  }
  return insertField(operand, word, field);
}

/** Raw field for an operand's value (an absolute target for a PC-relative operand), or -1 when it does not fit. */
export function operandField(operand: Operand, value: number, pc: number): number {
  if (operand.kind !== 'pcrel') {
    const field = valueToField(operand, value);
    // Signed immediates are also accepted as the unsigned 32-bit number of the same bits.
    return field < 0 && value > 0x7fffffff ? valueToField(operand, value | 0) : field;
  }
  // Distances of L32R are negative whatever the 32-bit difference says; the others are small and signed.
  return valueToField(operand, (value - pcRelativeBase(operand, pc)) | 0);
}

/** Writes an instruction word, 2 or 3 bytes little-endian. */
export function storeWord(bytes: Uint8Array, offset: number, word: number, length: number): void {
  bytes[offset] = word;
  bytes[offset + 1] = word >>> 8;
  if (length === 3) bytes[offset + 2] = word >>> 16;
}
