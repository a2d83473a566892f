/** Timing class of each instruction: which parameter gives its result's latency, and what else it costs. */
import { INSTRUCTIONS, type Instruction } from '../isa/index.js';
import type { TimingName } from './parameters.js';

export interface TimingClass {
  /** Latency of the result: every destination, except address registers of post-increment forms. */
  readonly latency: TimingName;
  /** Cycles beyond the one that every instruction takes; taken transfers are charged where they happen. */
  readonly extra?: TimingName;
  /** Integer divide: extra by the quotient's width, the result ready when it ends. */
  readonly divide?: true;
  /** The result is ready when the instruction ends (S32C1I). */
  readonly atEnd?: true;
  /** Writes the MAC16 accumulator. */
  readonly accumulator?: true;
  /** Waits for the accumulator's low or high part (RSR, XSR). */
  readonly readsAcc?: 'low' | 'high';
}

function classify({ name, option, bytes, flags }: Instruction): TimingClass {
  const is = (pattern: RegExp): boolean => pattern.test(name);
  if (is(/^(quou|quos|remu|rems)$/)) return { latency: 'latAlu', divide: true };
  if (is(/^s32c1i$/)) return { latency: 'latAlu', extra: 's32c1i', atEnd: true };
  if (is(/^l32r$/)) return { latency: 'latL32r' };
  if (is(/^l32e$/)) return { latency: 'latL32e' };
  if (option === 'mac16' && is(/^(u?mul|mula|muls)\.|^ld(inc|dec)$/)) {
    return is(/^ld/) ? { latency: 'latMacLoad' } : { latency: 'latMacLoad', accumulator: true };
  }
  if (is(/^ls[ix]p?$/)) return { latency: 'latFpLoad' };
  if (is(/^ss[ix]p?$/)) return { latency: 'latAddressUpdate' };
  if (bytes > 0 && flags.includes('load')) return { latency: 'latLoad' };
  if (is(/^(mull|mul16[su])$/)) return { latency: 'latMultiply' };
  if (is(/^mul[us]h$/)) return { latency: 'latMultiplyHigh' };
  if (is(/^(add|sub|mul|madd|msub)\.s$/)) return { latency: 'latFpArithmetic' };
  if (is(/^mov\.s$/)) return { latency: 'latFpMove' };
  if (is(/^(neg|abs|const)\.s$|^mov(eqz|nez|ltz|gez|f|t)\.s$/)) return { latency: 'latFpSimple' };
  if (is(/^(un|[ou](eq|lt|le))\.s$/)) return { latency: 'latFpCompare' };
  if (is(/^(rfr|(round|floor|ceil|u?trunc|u?float)\.s)$/)) return { latency: 'latFpConvert' };
  if (is(/^wfr$/)) return { latency: 'latWfr' };
  if (option === 'fp' && is(/\.s$/)) return { latency: 'latFpStep' };
  if (is(/^rsr\.ccount$/)) return { latency: 'latReadCcount' };
  if (is(/^[rx]sr\.acc(lo|hi)$/)) {
    const readsAcc = is(/lo$/) ? 'low' : 'high';
    return is(/^r/)
      ? { latency: 'latReadSpecial', readsAcc }
      : { latency: 'latReadSpecial', readsAcc, extra: 'writeSpecial', accumulator: true };
  }
  if (is(/^wsr\.acc/)) return { latency: 'latAlu', extra: 'writeSpecial', accumulator: true };
  if (is(/^(rsr|rur)\.|^rer$/)) return { latency: 'latReadSpecial' };
  if (is(/^(xsr\.|rsil$)/)) return { latency: 'latReadSpecial', extra: 'writeSpecial' };
  if (is(/^(wsr\.|wer$)/)) return { latency: 'latAlu', extra: 'writeSpecial' };
  if (is(/^isync$/)) return { latency: 'latAlu', extra: 'isync' };
  if (is(/^rsync$/)) return { latency: 'latAlu', extra: 'rsync' };
  return { latency: 'latAlu' };
}

/** `TIMING_CLASSES[instruction.id]`. */
export const TIMING_CLASSES: readonly TimingClass[] = INSTRUCTIONS.map(classify);

/** Places in the scoreboard's array of ready times. */
export const READY_FR = 64;
export const READY_MR = 80;
export const READY_BR = 84;
export const READY_ACCLO = 100;
export const READY_ACCHI = 101;
export const READY_COUNT = 102;

/** Cycles of an integer divide beyond its own, by the magnitude of the quotient (unsigned 32 bits). */
export function divideExtra(quotient: number, least: number, most: number): number {
  return least + Math.floor(((most - least) * (32 - Math.clz32(quotient))) / 32);
}
