/**
 * The instruction table, indexed: every row with its defaults filled in and its operands prepared for extraction and
 * insertion. Decoder, encoder, disassembler, assembler, interpreter and translator all start here; nobody keeps a
 * second copy of an encoding.
 */
import { INSTRUCTION_ROWS, type InstructionOption, type Mnemonic } from './tables/instructions.js';
import { OPERAND_TYPE_ROWS, type OperandTypeName } from './tables/operand-types.js';
import type { StateName } from './tables/states.js';
import type {
  BitRange,
  Direction,
  ImplicitRegister,
  InstructionFlag,
  InstructionRow,
  OperandTypeRow,
  RegisterFile,
} from './types.js';

/** An operand of an instruction. */
export interface Operand {
  /** Place in assembly order, from 0. */
  readonly index: number;
  readonly type: OperandTypeName;
  /** The type's row: scale, offset, table, limits. */
  readonly rule: OperandTypeRow;
  readonly kind: 'reg' | 'imm' | 'pcrel';
  /** Register file of a `reg` operand. */
  readonly file: RegisterFile | undefined;
  /** Consecutive registers that a `reg` operand names. */
  readonly count: number;
  readonly dir: Direction;
  readonly bits: readonly BitRange[];
  /** Total width of the field in bits. */
  readonly width: number;
  /** The field's bits in the word. */
  readonly mask: number;
}

/** An instruction: a row of the table with defaults filled in. */
export interface Instruction {
  /** Row number, 0 to `INSTRUCTIONS.length - 1`; stable only within one version of xtal. */
  readonly id: number;
  readonly name: Mnemonic;
  /** Bytes. */
  readonly length: 2 | 3;
  readonly mask: number;
  readonly match: number;
  readonly operands: readonly Operand[];
  readonly implicit: readonly ImplicitRegister[];
  readonly reads: readonly StateName[];
  readonly writes: readonly StateName[];
  readonly flags: readonly InstructionFlag[];
  /** Bytes of the memory access, 0 when there is none. */
  readonly bytes: number;
  readonly option: InstructionOption;
  /** Index of the PC-relative operand, -1 when there is none. */
  readonly pcrel: number;
}

function prepare(row: InstructionRow, id: number): Instruction {
  const operands = row.operands.map((operand, index): Operand => {
    const rule = OPERAND_TYPE_ROWS[operand.type];
    let width = 0;
    let mask = 0;
    for (const [lsb, bits] of operand.bits) {
      width += bits;
      mask |= ((1 << bits) - 1) << lsb;
    }
    return {
      index,
      type: operand.type,
      rule,
      kind: rule.kind,
      file: rule.file,
      count: rule.count ?? 1,
      dir: operand.dir,
      bits: operand.bits,
      width,
      mask,
    };
  });
  return {
    id,
    name: row.name,
    length: row.length,
    mask: row.mask,
    match: row.match,
    operands,
    implicit: row.implicit ?? [],
    reads: row.reads ?? [],
    writes: row.writes ?? [],
    flags: row.flags ?? [],
    bytes: row.bytes ?? 0,
    option: row.option,
    pcrel: operands.findIndex((operand) => operand.kind === 'pcrel'),
  };
}

/** All 513 instructions of the ESP32's LX6, in the order of the manual; `INSTRUCTIONS[i].id === i`. */
export const INSTRUCTIONS: readonly Instruction[] = INSTRUCTION_ROWS.map(prepare);

const byMnemonic: ReadonlyMap<string, Instruction> = new Map(INSTRUCTIONS.map((i) => [i.name, i]));

/** The instruction of a mnemonic that the table has. */
export function instruction(name: Mnemonic): Instruction {
  return byMnemonic.get(name)!;
}

/** The instruction of a mnemonic written by somebody else (lower case), or undefined. */
export function findInstruction(name: string): Instruction | undefined {
  return byMnemonic.get(name);
}

/** The raw field of an operand in an instruction word. */
export function extractField(operand: Operand, word: number): number {
  let field = 0;
  let shift = 0;
  for (const [lsb, width] of operand.bits) {
    field |= ((word >>> lsb) & ((1 << width) - 1)) << shift;
    shift += width;
  }
  return field;
}

/** `word` with the raw field of an operand replaced. */
export function insertField(operand: Operand, word: number, field: number): number {
  let result = word & ~operand.mask;
  let rest = field;
  for (const [lsb, width] of operand.bits) {
    result |= (rest & ((1 << width) - 1)) << lsb;
    rest >>>= width;
  }
  return result;
}

/**
 * Value of a raw field: a register number, an immediate, or, for a PC-relative operand, the distance that
 * {@link pcRelativeTarget} adds.
 */
export function fieldToValue(operand: Operand, field: number): number {
  const rule = operand.rule;
  if (rule.table !== undefined) return rule.table[field]!;
  const signed =
    rule.signedFrom !== undefined && field >= rule.signedFrom ? field - 2 ** operand.width : field;
  return signed * (rule.scale ?? 1) + (rule.offset ?? 0);
}

/** Raw field of a value, or -1 when the operand cannot hold it. The inverse of {@link fieldToValue}. */
export function valueToField(operand: Operand, value: number): number {
  const rule = operand.rule;
  if (rule.table !== undefined) return rule.table.indexOf(value);
  let scaled = value;
  if (rule.offset !== undefined) scaled -= rule.offset;
  if (rule.scale !== undefined) scaled = scaled / rule.scale + 0; // + 0: a scale of -1 must not give -0
  if (!Number.isInteger(scaled)) return -1;
  const size = 1 << operand.width;
  const limit = rule.signedFrom ?? size;
  if (scaled >= limit || scaled < limit - size) return -1;
  return scaled < 0 ? scaled + size : scaled;
}

/** Address that a PC-relative operand with the given value names, for an instruction at `pc` (unsigned 32-bit). */
export function pcRelativeTarget(operand: Operand, value: number, pc: number): number {
  return (pcRelativeBase(operand, pc) + value) >>> 0;
}

/** Address from which a PC-relative operand counts, for an instruction at `pc`. */
export function pcRelativeBase(operand: Operand, pc: number): number {
  const rule = operand.rule.pc!;
  return ((pc + rule.add) & -rule.align) >>> 0;
}

/**
 * Value of an operand in an instruction word: register number, immediate (signed as the manual writes it), or absolute
 * target for PC-relative operands (unsigned 32-bit).
 */
export function operandValue(operand: Operand, word: number, pc: number): number {
  const value = fieldToValue(operand, extractField(operand, word));
  return operand.kind === 'pcrel' ? pcRelativeTarget(operand, value, pc) : value;
}
