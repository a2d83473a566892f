import {
  OperandRangeError,
  patchInstruction,
  storeWord,
  wordAt,
  LENGTH_BY_LOW_NIBBLE,
} from '../isa/index.js';
import { Relocation, relocationName } from './constants.js';
import { hexAddress } from '../hex.js';

/** A relocation that cannot be applied. */
export class RelocationError extends Error {
  constructor(
    /** Number of the relocation type. */
    readonly type: number,
    /** Guest address of the patched place. */
    readonly address: number,
    readonly reason: string,
  ) {
    super(`${relocationName(type)} at ${hexAddress(address)}: ${reason}`);
    this.name = 'RelocationError';
  }
}

/** Whether a relocation type asks for nothing when nothing is relaxed: marks and differences. */
export function isPassiveRelocation(type: number): boolean {
  return (
    type === Relocation.NONE ||
    type === Relocation.ASM_EXPAND ||
    type === Relocation.ASM_SIMPLIFY ||
    type === Relocation.GNU_VTINHERIT ||
    type === Relocation.GNU_VTENTRY ||
    (type >= Relocation.DIFF8 && type <= Relocation.DIFF32) ||
    (type >= Relocation.PDIFF8 && type <= Relocation.NDIFF32)
  );
}

/**
 * Applies one relocation to a section's bytes.
 *
 * @param bytes contents of the section
 * @param offset place in the contents
 * @param address guest address of the place
 * @param value symbol's address plus addend (32 bits)
 * @throws RelocationError for unknown types, places outside the section and operands out of range
 */
export function applyRelocation(
  bytes: Uint8Array,
  type: number,
  offset: number,
  address: number,
  value: number,
): void {
  if (isPassiveRelocation(type)) return;
  const word32 = type === Relocation.R32 || type === Relocation.R32_PCREL || type === Relocation.PLT;
  if (!word32 && type !== Relocation.SLOT0_OP) {
    throw new RelocationError(type, address, 'not supported in a static link');
  }
  const needed = word32 ? 4 : 2;
  if (offset < 0 || offset + needed > bytes.length) {
    throw new RelocationError(
      type,
      address,
      `offset ${offset} is outside the section of ${bytes.length} bytes`,
    );
  }
  if (word32) {
    const inPlace =
      bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24);
    const result = type === Relocation.R32_PCREL ? value - address : value + inPlace;
    bytes[offset] = result;
    bytes[offset + 1] = result >>> 8;
    bytes[offset + 2] = result >>> 16;
    bytes[offset + 3] = result >>> 24;
    return;
  }
  const word = wordAt(bytes, offset);
  const length = LENGTH_BY_LOW_NIBBLE[word & 15]!;
  if (length === 0 || offset + length > bytes.length) {
    throw new RelocationError(type, address, 'there is no whole instruction');
  }
  try {
    storeWord(bytes, offset, patchInstruction(word, value >>> 0, address), length);
  } catch (error) {
    if (error instanceof OperandRangeError) {
      throw new RelocationError(type, address, `${error.message} (target 0x${(value >>> 0).toString(16)})`);
    }
    if (error instanceof RangeError) throw new RelocationError(type, address, error.message);
    throw error;
  }
}
