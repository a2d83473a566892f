/** Numbers of the ELF format that `@xtal/xtensa/elf` does not name. */

/** `e_type` of a shared object. */
export const ET_DYN = 3;
/** `p_type` of a segment to load. */
export const PT_LOAD = 1;
/** `sh_flags`: the contents begin with a compression header. */
export const SHF_COMPRESSED = 0x800;

/** Names of the machines that a user is likely to hand in by mistake, for messages. */
export const MACHINE_NAMES: Readonly<Record<number, string>> = {
  3: 'Intel 80386',
  40: 'ARM',
  62: 'x86-64',
  83: 'AVR',
  94: 'Xtensa',
  183: 'AArch64',
  243: 'RISC-V (ESP32-C3 and its like)',
};
