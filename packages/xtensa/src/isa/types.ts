import type { InstructionOption, Mnemonic } from './tables/instructions.js';
import type { OperandTypeName } from './tables/operand-types.js';
import type { StateName } from './tables/states.js';

/** A run of bits in an instruction word: [least significant bit, width]. */
export type BitRange = readonly [lsb: number, width: number];

/** A register file an operand can name. */
export type RegisterFile = 'AR' | 'BR' | 'FR' | 'MR';

/** Which way an operand goes, seen from the instruction. */
export type Direction = 'in' | 'out' | 'inout';

/** What an instruction does besides computing; from the configuration's tables, loads and stores added by hand. */
export type InstructionFlag = 'branch' | 'jump' | 'call' | 'loop' | 'load' | 'store' | 'loadstore';

/** Operand column of an instruction row. */
export interface OperandRow {
  /** Type: how the field becomes a value. */
  readonly type: OperandTypeName;
  readonly dir: Direction;
  /** Where the field lies in the word: segments, the first one least significant. */
  readonly bits: readonly BitRange[];
}

/** A register that an instruction uses without an assembly operand. */
export interface ImplicitRegister {
  readonly file: RegisterFile;
  readonly dir: Direction;
  /** Register number, where it is fixed. */
  readonly reg?: number;
  /** Register number in the word. */
  readonly bits?: readonly BitRange[];
  /** The whole file is used (RSR.BR and its like). */
  readonly all?: boolean;
  /** `new`: the register is addressed after the window rotation that the instruction performs (ENTRY). */
  readonly window?: 'new';
}

/** One row of the instruction table. A word matches when `(word & mask) === match`; at most one row matches. */
export interface InstructionRow {
  readonly name: Mnemonic;
  /** Bytes. */
  readonly length: 2 | 3;
  readonly mask: number;
  readonly match: number;
  /** In assembly order. */
  readonly operands: readonly OperandRow[];
  readonly option: InstructionOption;
  readonly flags?: readonly InstructionFlag[];
  /** Bytes of the memory access, for loads and stores. */
  readonly bytes?: number;
  readonly implicit?: readonly ImplicitRegister[];
  /** Processor states read and written. PS is split into its fields. CPENABLE in `reads` marks the FPU's instructions. */
  readonly reads?: readonly StateName[];
  readonly writes?: readonly StateName[];
  /** External interfaces used (TIE ports). */
  readonly interfaces?: readonly string[];
  /** Bits outside `mask` that no operand uses; encoded as 0. */
  readonly dontCare?: number;
}

/**
 * How a field's bits become a value:
 * `table[field]` where there is a table, otherwise `field` (minus 2^width when `field >= signedFrom`) times `scale` (1)
 * plus `offset` (0). For `pcrel` the target is `((pc + pc.add) & -pc.align) + value`, modulo 2^32, with `pc` the
 * address of the instruction.
 */
export interface OperandTypeRow {
  readonly kind: 'reg' | 'imm' | 'pcrel';
  /** Register file of a `reg`. */
  readonly file?: RegisterFile;
  /** Consecutive registers that the operand names (1). */
  readonly count?: number;
  readonly signed?: boolean;
  readonly signedFrom?: number;
  readonly scale?: number;
  readonly offset?: number;
  readonly table?: readonly number[];
  /** Least and greatest value. */
  readonly min?: number;
  readonly max?: number;
  readonly pc?: { readonly add: number; readonly align: number };
}

/** A register file's shape. */
export interface RegisterFileRow {
  readonly bits: number;
  readonly entries: number;
  /** Registers that a program sees at a time, where fewer than all. */
  readonly window?: number;
}

/** A special or user register. */
export interface SpecialRegisterRow {
  readonly number: number;
  readonly name: string;
  /** r: RSR/RUR, w: WSR/WUR, x: XSR. */
  readonly access: 'r' | 'w' | 'rw' | 'rwx';
}
