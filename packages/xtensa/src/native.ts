/**
 * How a host function reads its arguments and returns when it stands in for a guest function, whichever CALLn reached
 * it. ENTRY has not been executed: the caller's window is still in place, the callee's a0 is the caller's a(4n).
 */
import type { Core } from './core.js';
import { STATE_INDEX } from './semantics/states.js';

/** 0 when the native function was reached by CALL0/CALLX0, else 1..3 for CALL4/8/12. */
export function nativeCallIncrement(core: Core): number {
  return core.state[STATE_INDEX.LASTCALL]! & 3;
}

/** Register n of the callee, as if its ENTRY had been executed. */
function calleeRegister(core: Core, n: number): number {
  return (core.windowBase * 4 + nativeCallIncrement(core) * 4 + n) & 63;
}

/**
 * Argument word i (unsigned): registers a2..a7 of the callee, beyond them the outgoing area at the caller's stack pointer.
 * @throws MemoryAccessError when the stack pointer is not in memory
 */
export function nativeArgument(core: Core, i: number): number {
  if (i < 6) return core.ar[calleeRegister(core, 2 + i)]! >>> 0;
  return core.memory.read32((core.getA(1) + 4 * (i - 6)) >>> 0);
}

/** Address to which the native function returns: the caller's side of RET or RETW. */
export function nativeReturnAddress(core: Core): number {
  const link = core.ar[calleeRegister(core, 0)]!;
  if (nativeCallIncrement(core) === 0) return link >>> 0;
  return ((core.pc & 0xc0000000) | (link & 0x3fffffff)) >>> 0;
}

/** Sets the result register a2 (and a3 with `high`) of the callee. */
export function setNativeResult(core: Core, value: number, high?: number): void {
  core.ar[calleeRegister(core, 2)] = value;
  if (high !== undefined) core.ar[calleeRegister(core, 3)] = high;
}

/** Sets pc to the return address. Called by the core itself when the native function leaves pc alone. */
export function returnFromNative(core: Core): void {
  core.pc = nativeReturnAddress(core);
}
