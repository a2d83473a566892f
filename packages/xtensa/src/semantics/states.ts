/**
 * The words of processor state beside the register files, in the order in which engines keep them in one `Int32Array`.
 * The names are those of the special and user registers in upper case.
 */
// prettier-ignore
export const STATE_WORDS = [
  'LBEG', 'LEND', 'LCOUNT', 'SAR', 'BR', 'SCOMPARE1', 'ACCLO', 'ACCHI', 'WINDOWBASE', 'WINDOWSTART', 'PS',
  'IBREAKENABLE', 'MEMCTL', 'ATOMCTL', 'DDR', 'IBREAKA0', 'IBREAKA1', 'DBREAKA0', 'DBREAKA1', 'DBREAKC0', 'DBREAKC1',
  'EPC1', 'EPC2', 'EPC3', 'EPC4', 'EPC5', 'EPC6', 'EPC7', 'DEPC',
  'EPS2', 'EPS3', 'EPS4', 'EPS5', 'EPS6', 'EPS7',
  'EXCSAVE1', 'EXCSAVE2', 'EXCSAVE3', 'EXCSAVE4', 'EXCSAVE5', 'EXCSAVE6', 'EXCSAVE7',
  'CPENABLE', 'INTERRUPT', 'INTENABLE', 'VECBASE', 'EXCCAUSE', 'DEBUGCAUSE', 'ICOUNT', 'ICOUNTLEVEL', 'EXCVADDR',
  'CCOMPARE0', 'CCOMPARE1', 'CCOMPARE2', 'MISC0', 'MISC1', 'MISC2', 'MISC3', 'CONFIGID0',
  'THREADPTR', 'EXPSTATE', 'FCR', 'FSR', 'F64R_LO', 'F64R_HI', 'F64S', 'OCD',
  // Not architectural: call increment of the last call (0 after CALL0), which native functions need; and the cost
  // of the first loop-back that the last LOOP instruction armed.
  'LASTCALL', 'LOOPARM',
] as const;

/** A word of processor state. */
export type StateWord = (typeof STATE_WORDS)[number];

/** Index of a state word. */
export const STATE_INDEX: Readonly<Record<StateWord, number>> = Object.fromEntries(
  STATE_WORDS.map((name, index) => [name, index]),
) as Record<StateWord, number>;

/** PS fields. */
export const PS_INTLEVEL = 0xf;
export const PS_EXCM = 1 << 4;
export const PS_UM = 1 << 5;
export const PS_OWB_SHIFT = 8;
export const PS_CALLINC_SHIFT = 16;
export const PS_WOE = 1 << 18;
/** Bits of PS that exist (one ring: no RING field). */
export const PS_MASK = 0x00070f3f;

/** Bits that exist in special registers narrower than 32 bits. */
export const STATE_MASK: Partial<Record<StateWord, number>> = {
  SAR: 0x3f,
  BR: 0xffff,
  WINDOWBASE: 0xf,
  WINDOWSTART: 0xffff,
  PS: PS_MASK,
  EPS2: PS_MASK,
  EPS3: PS_MASK,
  EPS4: PS_MASK,
  EPS5: PS_MASK,
  EPS6: PS_MASK,
  EPS7: PS_MASK,
  IBREAKENABLE: 3,
  MEMCTL: 1,
  ATOMCTL: 0x3f,
  DBREAKC0: 0xc000003f | 0,
  DBREAKC1: 0xc000003f | 0,
  CPENABLE: 0xff,
  VECBASE: ~0x3ff,
  EXCCAUSE: 0x3f,
  DEBUGCAUSE: 0xf3f,
  ICOUNTLEVEL: 0xf,
};

/** Exception causes (EXCCAUSE). */
export const CAUSE_ILLEGAL = 0;
export const CAUSE_SYSCALL = 1;
export const CAUSE_FETCH_ERROR = 2;
export const CAUSE_LOAD_STORE_ERROR = 3;
export const CAUSE_LEVEL1_INTERRUPT = 4;
export const CAUSE_ALLOCA = 5;
export const CAUSE_DIVIDE_BY_ZERO = 6;
export const CAUSE_ALIGNMENT = 9;
export const CAUSE_FETCH_PROHIBITED = 20;
export const CAUSE_LOAD_PROHIBITED = 28;
export const CAUSE_STORE_PROHIBITED = 29;
export const CAUSE_COPROCESSOR0 = 32;

/** DEBUGCAUSE bits. */
export const DEBUG_ICOUNT = 1;
export const DEBUG_IBREAK = 2;
export const DEBUG_DBREAK = 4;
export const DEBUG_BREAK = 8;
export const DEBUG_BREAK_N = 16;
