/**
 * Pseudo-random numbers that are the same on every machine: only integer operations, and floating point with
 * + − × ÷, which IEEE 754 rounds exactly (so no `Math.log` or `Math.pow`, whose last bit differs between engines).
 *
 * Generator: xoshiro128** (Blackman, Vigna, 2018), seeded by splitmix32.
 */
export class Random {
  private readonly state = new Uint32Array(4);

  /** @param seed - Any number; its low 32 bits count. */
  constructor(seed: number) {
    let counter = seed >>> 0;
    for (let word = 0; word < 4; word++) {
      counter = (counter + 0x9e3779b9) >>> 0;
      let mixed = counter;
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      this.state[word] = mixed ^ (mixed >>> 15);
    }
    // The all-zero state is the only forbidden one; splitmix32 cannot produce it from four different counters.
  }

  /** Uniform in [0, 2^32). */
  word(): number {
    const { state } = this;
    const s1 = state[1]!;
    let result = Math.imul(s1, 5);
    result = Math.imul((result << 7) | (result >>> 25), 9) >>> 0;
    const t = s1 << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= s1;
    state[1] = s1 ^ state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= t;
    const s3 = state[3]!;
    state[3] = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  /** Uniform in [0, 1), 32 bits fine. */
  fraction(): number {
    return this.word() / 0x1_0000_0000;
  }

  /** Uniform whole number in [low, high], both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** True with probability `p`. */
  chance(p: number): boolean {
    return this.fraction() < p;
  }

  /** One of `list`, all equally probable. */
  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }

  /** Exponential with the given mean, rounded down to a whole number, at least 1. */
  exponential(mean: number): number {
    // 1 − fraction is in (0, 1].
    return Math.max(1, Math.floor(-mean * naturalLogarithm(1 - this.fraction())));
  }

  /**
   * Power law by octaves: octave [low·2^k, low·2^(k+1)) has a probability proportional to `ratio`^k, uniform inside,
   * for as many whole octaves as fit below `high`. A ratio of 1/2 is a density that falls with the square of the value (every
   * octave contributes as many bytes); 1 is log-uniform.
   */
  octaves(low: number, high: number, ratio: number): number {
    let count = 0;
    for (let bound = low * 2; bound <= high; bound *= 2) count++;
    let total = 0;
    for (let k = 0, weight = 1; k < count; k++, weight *= ratio) total += weight;
    let rest = this.fraction() * total;
    let start = low;
    for (let k = 1, weight = 1; k < count && rest >= weight; k++, weight *= ratio) {
      rest -= weight;
      start *= 2;
    }
    return this.between(start, 2 * start - 1);
  }

  /** Mean of {@link octaves} with the same arguments. */
  static octavesMean(low: number, high: number, ratio: number): number {
    let total = 0;
    let sum = 0;
    for (let start = low, weight = 1; 2 * start <= high; start *= 2, weight *= ratio) {
      total += weight;
      sum += weight * (1.5 * start - 0.5);
    }
    return sum / total;
  }
}

/** ln x for 0 < x ≤ 1, with + − × ÷ only: halving steps, then the series of artanh. */
export function naturalLogarithm(x: number): number {
  let halvings = 0;
  while (x < 0.75) {
    x *= 2;
    halvings++;
  }
  const z = (x - 1) / (x + 1);
  const square = z * z;
  let term = z;
  let sum = 0;
  for (let odd = 1; odd < 20; odd += 2) {
    sum += term / odd;
    term *= square;
  }
  return 2 * sum - halvings * 0.6931471805599453;
}
