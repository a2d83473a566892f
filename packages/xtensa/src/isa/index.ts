export { INSTRUCTION_ROWS, type InstructionOption, type Mnemonic } from './tables/instructions.js';
export { OPERAND_TYPE_ROWS, type OperandTypeName } from './tables/operand-types.js';
export { REGISTER_FILES, SPECIAL_REGISTER_ROWS, USER_REGISTER_ROWS } from './tables/registers.js';
export { STATE_BITS, type StateName } from './tables/states.js';
export type * from './types.js';
export {
  INSTRUCTIONS,
  extractField,
  fieldToValue,
  findInstruction,
  insertField,
  instruction,
  operandValue,
  pcRelativeBase,
  pcRelativeTarget,
  valueToField,
  type Instruction,
  type Operand,
} from './instructions.js';
export { decode, LENGTH_BY_LOW_NIBBLE, wordAt } from './decode.js';
export {
  describeOperand,
  encode,
  encodeOperand,
  operandField,
  OperandRangeError,
  storeWord,
} from './encode.js';
export { disassemble, formatInstruction, type Disassembly } from './disassemble.js';
export { branchTarget, patchInstruction, relocatableOperand } from './relocate.js';
