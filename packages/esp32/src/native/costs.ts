import type { NativeCall } from './native-call.js';

/**
 * What native functions cost in guest cycles: `base` for a call, and what one more byte (or digit, or element) adds.
 *
 * `rom` rows are measured: the mask ROM's own function of that name, called on the model core in single-cycle memory
 * with the arguments of `costs.test.ts`, which measures again where the ROM is at hand. `assumed` rows have no ROM
 * code to measure; their figure is that of the measured function named, or a count of the obvious code.
 */
export interface NativeCost {
  readonly base: number;
  /** Cycles for each unit of work. */
  readonly each?: number;
  readonly source: 'rom' | 'assumed';
}

export const NATIVE_COSTS = {
  // Memory and strings: each byte.
  memcpy: { base: 20, each: 0.69, source: 'rom' },
  memmove: { base: 24, each: 0.75, source: 'rom' },
  memset: { base: 28, each: 0.32, source: 'rom' },
  memcmp: { base: 20, each: 3, source: 'rom' },
  memchr: { base: 16, each: 4, source: 'rom' },
  strlen: { base: 20, each: 1.5, source: 'rom' },
  strcpy: { base: 24, each: 2, source: 'rom' },
  strcmp: { base: 20, each: 3, source: 'rom' },
  string: { base: 20, each: 5, source: 'assumed' },
  // Numbers in text: each character.
  parse: { base: 60, each: 14, source: 'assumed' },
  format: { base: 120, each: 25, source: 'assumed' },
  character: { base: 12, source: 'assumed' },
  // 32-bit integers.
  simple: { base: 8, source: 'assumed' },
  divide32: { base: 20, source: 'assumed' },
  // 64-bit integers.
  shift64: { base: 14, source: 'rom' },
  multiply64: { base: 16, source: 'rom' },
  divide64: { base: 150, source: 'rom' },
  // Soft float.
  addFloat: { base: 50, source: 'rom' },
  multiplyFloat: { base: 45, source: 'rom' },
  divideFloat: { base: 110, source: 'rom' },
  addDouble: { base: 70, source: 'rom' },
  multiplyDouble: { base: 90, source: 'rom' },
  divideDouble: { base: 300, source: 'rom' },
  compareDouble: { base: 20, source: 'rom' },
  convertDouble: { base: 25, source: 'rom' },
  rootDouble: { base: 700, source: 'assumed' },
  // Sorting: each comparison, besides the comparison function's own cycles.
  sort: { base: 80, each: 40, source: 'assumed' },
} as const satisfies Record<string, NativeCost>;

/** Name of a row of {@link NATIVE_COSTS}. */
export type CostName = keyof typeof NATIVE_COSTS;

/** Cycles of a row for `units` bytes, digits or elements; whole cycles, rounded down. */
export function costOf(name: CostName, units = 0): number {
  const cost: NativeCost = NATIVE_COSTS[name];
  return Math.floor(cost.base + (cost.each ?? 0) * units);
}

/** Charges a call with a row for the work that it turned out to be. */
export function chargeFor(call: NativeCall, name: CostName, units = 0): void {
  call.charge(costOf(name, units));
}
