/**
 * Parameters of the LX6 pipeline model, with how sure each is. Values and confidence are those of the timing facts
 * (solved from published cycle counts of ESP-DSP kernels on real chips). Unit: CPU cycles.
 */
export type Confidence = 'documented' | 'fitted' | 'measured' | 'inferred';

export interface TimingParameter {
  readonly value: number;
  readonly confidence: Confidence;
  readonly meaning: string;
}

const parameter = (value: number, confidence: Confidence, meaning: string): TimingParameter => ({
  value,
  confidence,
  meaning,
});

/**
 * Latencies (`lat…`): issue of the producer to the earliest issue of a consumer, 1 = no bubble. Extras: cycles during which
 * nothing else issues, beyond the one of the instruction itself.
 */
// prettier-ignore
export const TIMING_PARAMETERS = {
  latAlu: parameter(1, 'fitted', 'integer computation to any consumer'),
  latLoad: parameter(3, 'fitted', 'load to AR consumer, also address and branch'),
  latL32r: parameter(3, 'inferred', 'L32R to AR consumer'),
  latL32e: parameter(3, 'inferred', 'L32E to AR consumer'),
  latMultiply: parameter(2, 'fitted', 'MULL, MUL16S, MUL16U'),
  latMultiplyHigh: parameter(2, 'inferred', 'MULUH, MULSH'),
  latFpLoad: parameter(1, 'fitted', 'FP load to FP consumer (fitted for multiply, add, store; NEG.S and its like inferred)'),
  latFpArithmetic: parameter(4, 'fitted', 'ADD.S SUB.S MUL.S MADD.S MSUB.S'),
  latFpMove: parameter(2, 'fitted', 'MOV.S'),
  latFpSimple: parameter(2, 'inferred', 'NEG.S ABS.S CONST.S, FP conditional moves'),
  latFpCompare: parameter(2, 'inferred', 'FP comparison to boolean consumer'),
  latFpConvert: parameter(3, 'inferred', 'RFR, TRUNC, ROUND, FLOOR, CEIL, FLOAT, UFLOAT'),
  latFpStep: parameter(4, 'inferred', 'seeds, MADDN, adjust and DIVN steps of division and square root'),
  latWfr: parameter(1, 'fitted', 'WFR to FP consumer (weak: 1 suffices everywhere seen)'),
  latAddressUpdate: parameter(1, 'fitted', 'new address of post-increment and LDINC forms'),
  latMacLoad: parameter(3, 'fitted', 'LDINC, LDDEC: m register to MAC16'),
  latMacLow: parameter(2, 'fitted', 'MAC16 to RSR.ACCLO'),
  latMacHigh: parameter(3, 'fitted', 'MAC16 to RSR.ACCHI (one kernel)'),
  latReadSpecial: parameter(2, 'inferred', 'RSR, RUR, XSR, RSIL to AR consumer (fitted for ACCLO)'),
  latReadCcount: parameter(1, 'inferred', 'RSR.CCOUNT'),
  taken: parameter(3, 'fitted', 'taken branch, J; JX, CALL, RET, RFE and their like (the sum CALL8 + ENTRY + RETW is fitted)'),
  straddle: parameter(1, 'inferred', 'target of a taken transfer crosses a 4-byte word'),
  loopFirst: parameter(1, 'fitted', 'first loop-back after a LOOP instruction'),
  writeSpecial: parameter(2, 'inferred', 'WSR, XSR, RSIL (fitted for ACCLO and ACCHI)'),
  isync: parameter(6, 'inferred', 'ISYNC'),
  rsync: parameter(2, 'inferred', 'RSYNC'),
  divideLeast: parameter(1, 'measured', 'QUOU, QUOS, REMU, REMS: quotient of no significant bit'),
  divideMost: parameter(12, 'inferred', 'the same with a quotient of 32 significant bits; linear between'),
  s32c1i: parameter(8, 'inferred', 'S32C1I to internal RAM'),
  exception: parameter(6, 'inferred', 'exception or interrupt accepted to first instruction of the vector'),
} as const satisfies Record<string, TimingParameter>;

export type TimingName = keyof typeof TIMING_PARAMETERS;

/** Values in effect, by name. */
export type TimingValues = Readonly<Record<TimingName, number>>;

/** The values of {@link TIMING_PARAMETERS}, some replaced. @throws RangeError for a value that is no whole number 0..64 */
export function timingValues(changes: Partial<Record<TimingName, number>> = {}): TimingValues {
  const values: Record<string, number> = {};
  for (const [name, { value }] of Object.entries(TIMING_PARAMETERS)) {
    const chosen = changes[name as TimingName] ?? value;
    if (!Number.isInteger(chosen) || chosen < 0 || chosen > 64)
      throw new RangeError(`timing parameter ${name} is ${chosen}, expected a whole number 0..64`);
    values[name] = chosen;
  }
  return values as Record<TimingName, number>;
}
