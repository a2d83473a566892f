// Generated from facts/isa/esp32-isa.json by packages/xtensa/scripts/generate-isa-tables.mjs. Do not edit.
import type { OperandTypeRow } from '../types.js';

// prettier-ignore
export type OperandTypeName =
  | 'ai4const' | 'arr' | 'ars' | 'art' | 'b4const' | 'b4constu' | 'bbi' | 'bitindex' | 'br' | 'bs' | 'bs4'
  | 'bs8' | 'bt' | 'dfp_fld_op2' | 'dfp_fld_op2_0' | 'dfp_fld_op2_1_0' | 'dfp_fld_op2_2' | 'dfp_fld_r_0'
  | 'dfp_fld_r_2_1' | 'dfp_fld_s_0' | 'frr' | 'frs' | 'frt' | 'imm8x4' | 'imm_s' | 'imm_t' | 'immrx4'
  | 'imms' | 'immt' | 'label12' | 'label8' | 'lsi4x4' | 'msalp32' | 'mw' | 'mx' | 'my' | 'op2p1' | 's'
  | 'sae' | 'sargt' | 'sas' | 'simm12b' | 'simm4' | 'simm7' | 'simm8' | 'simm8x256' | 'soffset'
  | 'soffsetx4' | 'tp7' | 'uimm12x8' | 'uimm16x4' | 'uimm6' | 'uimm8' | 'uimm8x2' | 'uimm8x4' | 'uimmrx4'
  | 'ulabel8';

/** How a field's bits become an operand's value; `types.ts` explains the columns. */
// prettier-ignore
export const OPERAND_TYPE_ROWS: Readonly<Record<OperandTypeName, OperandTypeRow>> = {
  ai4const: { kind: 'imm', signed: true, table: [-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], min: -1, max: 15 },
  arr: { kind: 'reg', file: 'AR' },
  ars: { kind: 'reg', file: 'AR' },
  art: { kind: 'reg', file: 'AR' },
  b4const: { kind: 'imm', signed: true, table: [-1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 32, 64, 128, 256], min: -1, max: 256 },
  b4constu: { kind: 'imm', signed: false, table: [32768, 65536, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 32, 64, 128, 256], min: 2, max: 65536 },
  bbi: { kind: 'imm', signed: false, min: 0, max: 31 },
  bitindex: { kind: 'imm', signed: false, min: 0, max: 31 },
  br: { kind: 'reg', file: 'BR' },
  bs: { kind: 'reg', file: 'BR' },
  bs4: { kind: 'reg', file: 'BR', count: 4, scale: 4 },
  bs8: { kind: 'reg', file: 'BR', count: 8, scale: 8 },
  bt: { kind: 'reg', file: 'BR' },
  dfp_fld_op2: { kind: 'imm', signed: false, min: 0, max: 15 },
  dfp_fld_op2_0: { kind: 'imm', signed: false, min: 0, max: 1 },
  dfp_fld_op2_1_0: { kind: 'imm', signed: false, min: 0, max: 3 },
  dfp_fld_op2_2: { kind: 'imm', signed: false, min: 0, max: 1 },
  dfp_fld_r_0: { kind: 'imm', signed: false, min: 0, max: 1 },
  dfp_fld_r_2_1: { kind: 'imm', signed: false, min: 0, max: 3 },
  dfp_fld_s_0: { kind: 'imm', signed: false, min: 0, max: 1 },
  frr: { kind: 'reg', file: 'FR' },
  frs: { kind: 'reg', file: 'FR' },
  frt: { kind: 'reg', file: 'FR' },
  imm8x4: { kind: 'imm', signed: false, scale: 4, min: 0, max: 1020 },
  imm_s: { kind: 'imm', signed: false, min: 0, max: 15 },
  imm_t: { kind: 'imm', signed: false, min: 0, max: 15 },
  immrx4: { kind: 'imm', signed: true, scale: 4, offset: -64, min: -64, max: -4 },
  imms: { kind: 'imm', signed: false, min: 0, max: 15 },
  immt: { kind: 'imm', signed: false, min: 0, max: 15 },
  label12: { kind: 'pcrel', signed: true, signedFrom: 2048, offset: 4, pc: { add: 0, align: 1 }, min: -2044, max: 2051 },
  label8: { kind: 'pcrel', signed: true, signedFrom: 128, offset: 4, pc: { add: 0, align: 1 }, min: -124, max: 131 },
  lsi4x4: { kind: 'imm', signed: false, scale: 4, min: 0, max: 60 },
  msalp32: { kind: 'imm', signed: false, scale: -1, offset: 32, min: 1, max: 32 },
  mw: { kind: 'reg', file: 'MR' },
  mx: { kind: 'reg', file: 'MR' },
  my: { kind: 'reg', file: 'MR', offset: 2 },
  op2p1: { kind: 'imm', signed: false, offset: 1, min: 1, max: 16 },
  s: { kind: 'imm', signed: false, min: 0, max: 15 },
  sae: { kind: 'imm', signed: false, min: 0, max: 31 },
  sargt: { kind: 'imm', signed: false, min: 0, max: 31 },
  sas: { kind: 'imm', signed: false, min: 0, max: 31 },
  simm12b: { kind: 'imm', signed: true, signedFrom: 2048, min: -2048, max: 2047 },
  simm4: { kind: 'imm', signed: true, signedFrom: 8, min: -8, max: 7 },
  simm7: { kind: 'imm', signed: true, signedFrom: 96, min: -32, max: 95 },
  simm8: { kind: 'imm', signed: true, signedFrom: 128, min: -128, max: 127 },
  simm8x256: { kind: 'imm', signed: true, signedFrom: 128, scale: 256, min: -32768, max: 32512 },
  soffset: { kind: 'pcrel', signed: true, signedFrom: 131072, offset: 4, pc: { add: 0, align: 1 }, min: -131068, max: 131075 },
  soffsetx4: { kind: 'pcrel', signed: true, signedFrom: 131072, scale: 4, offset: 4, pc: { add: 0, align: 4 }, min: -524284, max: 524288 },
  tp7: { kind: 'imm', signed: false, offset: 7, min: 7, max: 22 },
  uimm12x8: { kind: 'imm', signed: false, scale: 8, min: 0, max: 32760 },
  uimm16x4: { kind: 'pcrel', signed: true, scale: 4, offset: -262144, pc: { add: 3, align: 4 }, min: -262144, max: -4 },
  uimm6: { kind: 'pcrel', signed: true, offset: 4, pc: { add: 0, align: 1 }, min: 4, max: 67 },
  uimm8: { kind: 'imm', signed: false, min: 0, max: 255 },
  uimm8x2: { kind: 'imm', signed: false, scale: 2, min: 0, max: 510 },
  uimm8x4: { kind: 'imm', signed: false, scale: 4, min: 0, max: 1020 },
  uimmrx4: { kind: 'imm', signed: false, scale: 4, min: 0, max: 60 },
  ulabel8: { kind: 'pcrel', signed: true, offset: 4, pc: { add: 0, align: 1 }, min: 4, max: 259 },
};
