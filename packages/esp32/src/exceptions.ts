import type { Core } from '@xtal/xtensa';
import { describeCause, describeDeath, type GuestDeath } from './guest-death.js';
import type { SymbolTable } from './symbols.js';

const PS_EXCM = 0x10;
const PS_UM = 0x20;
const VECTOR_KERNEL = 0x300;
const VECTOR_USER = 0x340;
const VECTOR_DOUBLE = 0x3c0;
const DEBUG_LEVEL = 6;

/**
 * Raises a general exception, as if the instruction at `pc` had caused it (facts/isa): the guest's own vector runs next.
 *
 * @param address EXCVADDR, where memory was at fault
 */
export function raiseException(core: Core, cause: number, pc: number, address?: number): void {
  core.writeSpecial('exccause', cause);
  if (address !== undefined) core.writeSpecial('excvaddr', address);
  const vecbase = core.readSpecial('vecbase');
  const isDouble = (core.ps & PS_EXCM) !== 0;
  core.writeSpecial(isDouble ? 'depc' : 'epc1', pc);
  const vector = isDouble ? VECTOR_DOUBLE : (core.ps & PS_UM) !== 0 ? VECTOR_USER : VECTOR_KERNEL;
  core.pc = (vecbase + vector) >>> 0;
  core.charge(core.parameters.exception);
  core.ps |= PS_EXCM;
}

/** What a guest died of whose exception has arrived at a default vector: general, double, or a level from 2 on. */
export function deathByException(
  core: Core,
  symbols: SymbolTable,
  what: 'general' | 'double' | number,
): GuestDeath {
  const special = (name: string): number => core.readSpecial(name);
  const [cause, address] = [special('exccause'), special('excvaddr')];
  if (what === 'general') {
    const pc = special('epc1');
    const reason = describeCause(cause, pc, address);
    return describeDeath(core, symbols, { reason, pc, ps: core.ps & ~PS_EXCM, cause, address });
  }
  if (what === 'double') {
    const pc = special('depc');
    const before = symbols.describe(special('epc1'));
    const reason = `double exception: ${describeCause(cause, pc, address)}, in a handler for the exception at ${before}`;
    return describeDeath(core, symbols, { reason, pc, cause, address });
  }
  const reason =
    what === DEBUG_LEVEL
      ? `debug break (DEBUGCAUSE ${special('debugcause')})`
      : `interrupt of level ${what} without a handler`;
  return describeDeath(core, symbols, { reason, pc: special(`epc${what}`), ps: special(`eps${what}`) });
}
