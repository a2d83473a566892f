/** Interrupts and timers of the ESP32's core configuration. */
import { PS_EXCM, PS_INTLEVEL } from './semantics/states.js';

/** Interrupts of each level, 1 to 7, by number. */
// prettier-ignore
export const LEVEL_MASKS: readonly number[] = [
  0, 0x000637ff, 0x00380000, 0x28c08800, 0x53000000, 0x84010000 | 0, 0, 0x00004000,
];
/** Latched on the rising edge, cleared by INTCLEAR. */
export const EDGE_MASK = 0x50400400;
/** Set by INTSET, cleared by INTCLEAR. */
export const SOFTWARE_MASK = 0x20000080;
/** The non-maskable interrupt: latched on the rising edge, cleared when it is taken. */
export const NMI_MASK = 0x00004000;
/** Interrupt of each timer. */
export const TIMER_INTERRUPTS: readonly number[] = [6, 15, 16];
/** Interrupts that lines from outside cannot drive: timers and software. */
export const INTERNAL_MASK = 0x00018040 | SOFTWARE_MASK;
/** Level of general exceptions: PS.EXCM masks interrupts up to here. */
export const EXCM_LEVEL = 3;
/** Level of debug exceptions. */
export const DEBUG_LEVEL = 6;

/** Offsets of the vectors from VECBASE; interrupts of level 2 to 7 by level. */
export const VECTOR_LEVEL: readonly number[] = [0, 0, 0x180, 0x1c0, 0x200, 0x240, 0x280, 0x2c0];
export const VECTOR_KERNEL = 0x300;
export const VECTOR_USER = 0x340;
export const VECTOR_DOUBLE = 0x3c0;
export const VECTOR_OVERFLOW4 = 0x000;
export const VECTOR_UNDERFLOW4 = 0x040;

/** Level below and at which interrupts are masked. */
export function currentLevel(ps: number): number {
  const level = ps & PS_INTLEVEL;
  return (ps & PS_EXCM) !== 0 && level < EXCM_LEVEL ? EXCM_LEVEL : level;
}

/** Level of the highest interrupt that can be taken now, 0 for none. */
export function deliverableLevel(interrupt: number, enable: number, ps: number): number {
  if ((interrupt & NMI_MASK) !== 0) return 7;
  const pending = interrupt & enable;
  if (pending === 0) return 0;
  const current = currentLevel(ps);
  for (let level = 6; level > current; level--) if ((pending & LEVEL_MASKS[level]!) !== 0) return level;
  return 0;
}
