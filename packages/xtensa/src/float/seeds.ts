/**
 * Seeds of the approximation instructions, from two of the constant tables of the ESP32's instruction tables
 * (facts/isa/fp-seed-tables.json), and the narrowed exponent of NEXP01.S.
 */
// prettier-ignore
const RECIP8: readonly number[] = [
  255, 253, 251, 249, 247, 245, 244, 242, 240, 238, 237, 235, 233, 232, 230, 228,
  227, 225, 224, 222, 221, 219, 218, 216, 215, 213, 212, 211, 209, 208, 207, 205,
  204, 203, 202, 200, 199, 198, 197, 196, 194, 193, 192, 191, 190, 189, 188, 187,
  186, 185, 184, 183, 182, 181, 180, 179, 178, 177, 176, 175, 174, 173, 172, 171,
  170, 169, 168, 168, 167, 166, 165, 164, 163, 163, 162, 161, 160, 159, 159, 158,
  157, 156, 156, 155, 154, 153, 153, 152, 151, 151, 150, 149, 149, 148, 147, 147,
  146, 145, 145, 144, 143, 143, 142, 142, 141, 140, 140, 139, 139, 138, 137, 137,
  136, 136, 135, 135, 134, 133, 133, 132, 132, 131, 131, 130, 130, 129, 129, 129,
];
// prettier-ignore
const RSQRT8: readonly number[] = [
  180, 179, 178, 176, 175, 174, 172, 171, 170, 169, 168, 167, 166, 165, 163, 162,
  161, 160, 159, 158, 158, 157, 156, 155, 154, 153, 152, 151, 151, 150, 149, 148,
  147, 147, 146, 145, 144, 144, 143, 142, 142, 141, 140, 140, 139, 138, 138, 137,
  137, 136, 135, 135, 134, 134, 133, 132, 132, 131, 131, 130, 130, 129, 129, 128,
  255, 253, 251, 249, 247, 246, 244, 242, 241, 239, 237, 236, 234, 233, 231, 230,
  228, 227, 225, 224, 223, 221, 220, 219, 218, 216, 215, 214, 213, 212, 211, 210,
  208, 207, 206, 205, 204, 203, 202, 201, 200, 199, 198, 198, 197, 196, 195, 194,
  193, 192, 191, 191, 190, 189, 188, 187, 187, 186, 185, 184, 184, 183, 182, 181,
];

/** Exponent field and fraction of a number whose denormals are normalised; the exponent may then be below 1. */
function narrow(x: number): { exponent: number; fraction: number } {
  const exponent = (x >>> 23) & 0xff;
  const fraction = x & 0x7fffff;
  if (exponent !== 0 || fraction === 0) return { exponent, fraction };
  const shift = Math.clz32(fraction) - 8;
  return { exponent: 1 - shift, fraction: (fraction << shift) & 0x7fffff };
}

/** NEXP01.S: minus the number with its exponent narrowed to 0 or 1, magnitude in [1, 4). */
export function narrowExponent(x: number): number {
  const { exponent, fraction } = narrow(x);
  const k = (exponent & 1) === 1 ? 0 : 1;
  return ((x ^ 0x80000000) & 0x80000000) | ((127 + k) << 23) | fraction;
}

/** Bits of seed/256 * 2^power. */
function seed(sign: number, value: number, power: number): number {
  const shift = Math.clz32(value) - 24; // value is 8 bits
  const fraction = (value << (shift + 16)) & 0x7fffff;
  const exponent = 127 - 1 - shift + power;
  if (exponent >= 255) return sign | 0x7f800000;
  return exponent <= 0 ? sign : sign | (exponent << 23) | fraction;
}

/** DIV0.S: seed of the reciprocal of the narrowed magnitude, sign kept. */
export function reciprocalSeedNarrow(x: number): number {
  const { exponent, fraction } = narrow(x);
  return seed(x & 0x80000000, RECIP8[fraction >>> 16]!, (exponent & 1) === 1 ? 0 : -1);
}

/** SQRT0.S: seed of the reciprocal square root of the narrowed magnitude. */
export function rootSeedNarrow(x: number): number {
  const { exponent, fraction } = narrow(x);
  return seed(x & 0x80000000, RSQRT8[((exponent & 1) << 6) | (fraction >>> 17)]!, 0);
}

/** RECIP0.S (last bits not established): the seed of DIV0.S with the true exponent. */
export function reciprocalSeed(x: number): number {
  const { exponent, fraction } = narrow(x);
  return seed(x & 0x80000000, RECIP8[fraction >>> 16]!, 127 - exponent);
}

/** RSQRT0.S (last bits not established): the seed of SQRT0.S with the true exponent. */
export function rootSeed(x: number): number {
  const { exponent, fraction } = narrow(x);
  const k = (exponent & 1) === 1 ? 0 : 1;
  return seed(x & 0x80000000, RSQRT8[((exponent & 1) << 6) | (fraction >>> 17)]!, -(exponent - 127 - k) / 2);
}
