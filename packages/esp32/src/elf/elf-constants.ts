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
