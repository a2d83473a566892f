/** How a host function reads its arguments and returns, when it stands in for a guest function (any CALLn). */
import type { Core } from './core.js';

/** 0 when the native function was reached by CALL0/CALLX0, else 1..3 for CALL4/8/12. */
export declare function nativeCallIncrement(core: Core): number;
/** Argument word i: registers a2..a7 of the callee, beyond them the caller's outgoing stack area. */
export declare function nativeArgument(core: Core, i: number): number;
/** Address the native function returns to. */
export declare function nativeReturnAddress(core: Core): number;
/** Sets the result register a2 (and a3 with `high`) of the callee. */
export declare function setNativeResult(core: Core, value: number, high?: number): void;
/** Sets pc to the return address, as RETW or RET would. Called by the core itself when the native leaves pc alone. */
export declare function returnFromNative(core: Core): void;
