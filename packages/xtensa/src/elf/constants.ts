/** Numbers of the ELF format (System V gABI) and of its Xtensa supplement (GNU include/elf/xtensa.h), as far as used here. */

/** `e_machine` of Xtensa. */
export const EM_XTENSA = 94;
/** `e_flags` that GNU as sets: machine 0, XT_INSN and XT_LIT property tables meaningful. */
export const EF_XTENSA_DEFAULT = 0x300;

/** `e_type`. */
export const ElfType = { relocatable: 1, executable: 2, shared: 3 } as const;

/** `p_type`. */
export const SegmentType = { load: 1 } as const;

export const SectionType = {
  null: 0,
  progbits: 1,
  symtab: 2,
  strtab: 3,
  rela: 4,
  note: 7,
  nobits: 8,
  rel: 9,
  initArray: 14,
  finiArray: 15,
  preinitArray: 16,
  group: 17,
} as const;

export const SectionFlag = {
  write: 1,
  alloc: 2,
  execute: 4,
  merge: 0x10,
  strings: 0x20,
  infoLink: 0x40,
  linkOrder: 0x80,
  group: 0x200,
  tls: 0x400,
  /** The contents begin with a compression header. */
  compressed: 0x800,
  retain: 0x200000,
  exclude: 0x80000000,
} as const;

export const SectionIndex = { undefined: 0, absolute: 0xfff1, common: 0xfff2, reservedFrom: 0xff00 } as const;

export const SymbolBinding = { local: 0, global: 1, weak: 2 } as const;
export const SymbolType = {
  none: 0,
  object: 1,
  function: 2,
  section: 3,
  file: 4,
  common: 5,
  tls: 6,
} as const;
export const SymbolVisibility = { default: 0, internal: 1, hidden: 2, protected: 3 } as const;

export const GROUP_COMDAT = 1;

/** Relocation types that GNU tools write for Xtensa. */
export const Relocation = {
  NONE: 0,
  /** 32-bit word: symbol + addend + **what stands in the word** (GNU keeps the offset in place). */
  R32: 1,
  RTLD: 2,
  GLOB_DAT: 3,
  JMP_SLOT: 4,
  RELATIVE: 5,
  PLT: 6,
  OP0: 8,
  OP1: 9,
  OP2: 10,
  /** Marks an expanded call (L32R and CALLX) that a relaxing linker may shorten; nothing to patch. */
  ASM_EXPAND: 11,
  ASM_SIMPLIFY: 12,
  /** 32-bit word: symbol + addend - address of the word. */
  R32_PCREL: 14,
  GNU_VTINHERIT: 15,
  GNU_VTENTRY: 16,
  /** Differences of labels that a relaxing linker would correct; the word already holds the difference. */
  DIFF8: 17,
  DIFF16: 18,
  DIFF32: 19,
  /** The operand of the instruction in slot 0: symbol + addend, PC-relative as the instruction says. */
  SLOT0_OP: 20,
  SLOT0_ALT: 35,
  /** 32-bit word: offset of a thread-local symbol from the thread pointer, which only linkers of programs resolve. */
  TLS_TPOFF: 53,
  PDIFF8: 57,
  PDIFF16: 58,
  PDIFF32: 59,
  NDIFF8: 60,
  NDIFF16: 61,
  NDIFF32: 62,
} as const;

/** Name of a relocation type as readelf prints it. */
export function relocationName(type: number): string {
  const names: Record<number, string> = { 1: 'R_XTENSA_32', 14: 'R_XTENSA_32_PCREL' };
  if (names[type] !== undefined) return names[type];
  const found = Object.entries(Relocation).find(([, number]) => number === type);
  return found ? `R_XTENSA_${found[0]}` : `relocation type ${type}`;
}
