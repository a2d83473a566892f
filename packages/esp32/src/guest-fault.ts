import { hexAddress } from '@xtal/xtensa';

/** EXCCAUSE values that xtal raises or names (facts/isa, IDF v5.1.3 xtensa_context.h). */
export const EXCEPTION_CAUSES: Readonly<Record<number, string>> = {
  0: 'IllegalInstruction',
  1: 'Syscall',
  2: 'InstructionFetchError',
  3: 'LoadStoreError',
  4: 'Level1Interrupt',
  5: 'Alloca',
  6: 'IntegerDivideByZero',
  8: 'Privileged',
  9: 'LoadStoreAlignment',
  12: 'InstrPIFDataError',
  13: 'LoadStorePIFDataError',
  14: 'InstrPIFAddrError',
  15: 'LoadStorePIFAddrError',
  20: 'InstrFetchProhibited',
  28: 'LoadProhibited',
  29: 'StoreProhibited',
  32: 'Coprocessor0Disabled',
};

export const CAUSE_LOAD_STORE_ERROR = 3;
export const CAUSE_DIVIDE_BY_ZERO = 6;
export const CAUSE_LOAD_PROHIBITED = 28;
export const CAUSE_STORE_PROHIBITED = 29;

/** Name of an exception cause, or its number where it has none. */
export function causeName(cause: number): string {
  return EXCEPTION_CAUSES[cause] ?? `cause ${cause}`;
}

/**
 * Thrown inside a native function for what would be an exception in guest code; the machine raises that exception at
 * the function's address, so the guest's own handler sees it.
 */
export class GuestFault extends Error {
  constructor(
    /** EXCCAUSE. */
    readonly exceptionCause: number,
    /** EXCVADDR, where memory was at fault. */
    readonly address?: number,
  ) {
    super(`${causeName(exceptionCause)}${address === undefined ? '' : ` at ${hexAddress(address)}`}`);
    this.name = 'GuestFault';
  }
}
