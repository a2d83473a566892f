import type { NativeCall } from './native-call.js';

/**
 * What a native function costs in guest cycles: `base` for a call, and what one more unit of work (byte, digit,
 * comparison) adds.
 *
 * Rows with `like` are measured: it names the mask ROM's function that was called on the model core in single-cycle
 * memory, by `costs.test.ts`, which measures again where the ROM is at hand and holds these figures to it. Rows without
 * have no ROM code that runs by itself; their figures are assumed from the measured row of the nearest work.
 */
export interface NativeCost {
  readonly base: number;
  /** Cycles for each unit of work. */
  readonly each?: number;
  /** ROM function that the figures are those of. */
  readonly like?: string;
}

export const NATIVE_COSTS = {
  // Memory and strings: each byte.
  memcpy: { base: 20, each: 0.6875, like: 'memcpy' },
  memmove: { base: 13, each: 10, like: 'memmove' },
  memset: { base: 32, each: 0.3125, like: 'memset' },
  memcmp: { base: 12, each: 16, like: 'memcmp' },
  memchr: { base: 13, each: 9, like: 'memchr' },
  strlen: { base: 28, each: 1.75, like: 'strlen' },
  strcpy: { base: 46, each: 2.25, like: 'strcpy' },
  strncpy: { base: 50, each: 2.75, like: 'strncpy' },
  strcat: { base: 30, each: 9, like: 'strcat' },
  strcmp: { base: 35, each: 2, like: 'strcmp' },
  strncmp: { base: 10, each: 16, like: 'strncmp' },
  strchr: { base: 20, each: 9, like: 'strchr' },
  strcasecmp: { base: 278, each: 30, like: 'strcasecmp' },
  strspn: { base: 18, each: 26, like: 'strspn' },
  // Numbers in text: each character.
  itoa: { base: 125, each: 33, like: 'itoa' },
  parse: { base: 60, each: 14 },
  // Printing, each byte, as plain text costs with an output function that takes no time; numbers cost more in ROM.
  format: { base: 39, each: 47, like: 'ets_printf' },
  character: { base: 18, like: 'toupper' },
  // 32-bit integers.
  simple: { base: 6, like: 'abs' },
  divide32: { base: 15, like: '__udivsi3' },
  divideBoth: { base: 32, like: 'div' },
  countBits: { base: 54, like: '__popcountsi2' },
  countBits64: { base: 169, like: '__popcountdi2' },
  swapBytes: { base: 16, like: '__bswapsi2' },
  swapBytes64: { base: 35, like: '__bswapdi2' },
  trailingZeros: { base: 10, like: '__ctzsi2' },
  random: { base: 41, like: 'rand_r' },
  // 64-bit integers.
  shift64: { base: 10, like: '__ashldi3' },
  multiply64: { base: 11, like: '__muldi3' },
  compare64: { base: 14, like: '__cmpdi2' },
  divide64: { base: 105, like: '__udivdi3' },
  divideSigned64: { base: 112, like: '__divdi3' },
  // Soft float.
  addFloat: { base: 36, like: '__addsf3' },
  multiplyFloat: { base: 45, like: '__mulsf3' },
  divideFloat: { base: 169, like: '__divsf3' },
  addDouble: { base: 60, like: '__adddf3' },
  multiplyDouble: { base: 90, like: '__muldf3' },
  divideDouble: { base: 575, like: '__divdf3' },
  equalDouble: { base: 10, like: '__eqdf2' },
  compareDouble: { base: 23, like: '__ltdf2' },
  convertDouble: { base: 23, like: '__fixdfsi' },
  convertLong: { base: 31, like: '__floatdidf' },
  rootDouble: { base: 700 },
  // A window spill of eight frames, about 25 cycles each, and the registers.
  setjmp: { base: 220 },
  // Functions of libm beyond arithmetic, in soft double.
  transcendental: { base: 3000 },
  // Sorting: each comparison, besides the comparison function's own cycles.
  sort: { base: 80, each: 40 },
} as const satisfies Record<string, NativeCost>;

/** Name of a row of {@link NATIVE_COSTS}. */
export type CostName = keyof typeof NATIVE_COSTS;

/** Cycles of a row for `units` bytes, digits or comparisons; whole cycles, rounded down. */
export function costOf(name: CostName, units = 0): number {
  const cost: NativeCost = NATIVE_COSTS[name];
  return Math.floor(cost.base + (cost.each ?? 0) * units);
}

/** Charges a call with a row for the work that it turned out to be. */
export function chargeFor(call: NativeCall, name: CostName, units = 0): void {
  call.charge(costOf(name, units));
}
