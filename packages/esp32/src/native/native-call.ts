import {
  nativeArgument,
  nativeCallIncrement,
  nativeReturnAddress,
  setNativeResult,
  walkCallChain,
  type Core,
} from '@xtal/xtensa';
import type { Machine } from '../machine.js';
import type { GuestBytes } from '../memory/guest-bytes.js';
import { CallArguments, VaListArguments } from './arguments.js';
import { formatPrintf, type ByteSink, type FormatArguments } from './format.js';

const scratch = new DataView(new ArrayBuffer(8));
/** Longest chain that `callChain` asks for when no depth is given. */
const DEEPEST_CHAIN = 1024;

/**
 * What a native function sees of the guest call that reached it. One object serves all calls of a core: take what is
 * needed from it before the function returns, and do not keep it.
 */
export class NativeCall {
  /** Name of the function that is being served. */
  name = '';

  constructor(
    readonly machine: Machine,
    readonly core: Core,
    /** Guest memory under the guest's own rules; what they forbid becomes a guest exception. */
    readonly memory: GuestBytes,
  ) {}

  /** Argument word `index` (0 is the callee's a2), unsigned; words beyond six come from the stack. */
  arg(index: number): number {
    return nativeArgument(this.core, index) >>> 0;
  }

  /** Argument word as a signed number. */
  argSigned(index: number): number {
    return nativeArgument(this.core, index) | 0;
  }

  /** Single-precision argument. */
  argFloat(index: number): number {
    scratch.setUint32(0, this.arg(index));
    return scratch.getFloat32(0);
  }

  /** Double in words `index` and `index + 1`; the ABI puts it at an even index. */
  argDouble(index: number): number {
    scratch.setUint32(4, this.arg(index));
    scratch.setUint32(0, this.arg(index + 1));
    return scratch.getFloat64(0);
  }

  /** Unsigned 64-bit argument in words `index` and `index + 1`. */
  argLong(index: number): bigint {
    return (BigInt(this.arg(index + 1)) << 32n) | BigInt(this.arg(index));
  }

  /** Sets a 32-bit result. Returning a number from the function does the same. */
  result(value: number): void {
    setNativeResult(this.core, value);
  }

  /** Sets a 64-bit result from its two halves. */
  resultPair(low: number, high: number): void {
    setNativeResult(this.core, low, high);
  }

  /** Sets a 64-bit result, modulo 2^64. */
  resultLong(value: bigint): void {
    setNativeResult(this.core, Number(value & 0xffff_ffffn) | 0, Number((value >> 32n) & 0xffff_ffffn) | 0);
  }

  resultFloat(value: number): void {
    scratch.setFloat32(0, value);
    setNativeResult(this.core, scratch.getInt32(0));
  }

  resultDouble(value: number): void {
    scratch.setFloat64(0, value);
    setNativeResult(this.core, scratch.getInt32(4), scratch.getInt32(0));
  }

  /** Adds guest cycles to those that the function's definition charges. */
  charge(cycles: number): void {
    this.core.charge(cycles);
  }

  /** Guest address that the function returns to. */
  get returnAddress(): number {
    return nativeReturnAddress(this.core) >>> 0;
  }

  /** The caller's stack pointer. */
  get stackPointer(): number {
    return this.core.getA(1) >>> 0;
  }

  /** 0 for CALL0, 1 to 3 for CALL4 to CALL12. */
  get callIncrement(): number {
    return nativeCallIncrement(this.core);
  }

  /**
   * Return addresses innermost first: the first is where this function returns to. xtal's own start code at the
   * outer end is left out.
   */
  callChain(maxDepth = DEEPEST_CHAIN): number[] {
    if (maxDepth <= 0) return [];
    const chain = [this.returnAddress];
    for (const address of walkCallChain(this.core, maxDepth - 1)) {
      if (this.machine.isStartCode(address)) break;
      chain.push(address >>> 0);
    }
    return chain;
  }

  /** A zero-terminated guest string. */
  cString(address: number): string {
    return this.memory.cString(address);
  }

  /** Variadic arguments from word `index` on. */
  variadic(index: number): FormatArguments {
    return new CallArguments(this, index);
  }

  /** The arguments of a `va_list` that is passed by value in words `index` to `index + 2`. */
  vaList(index: number): FormatArguments {
    return new VaListArguments(this.memory, this.arg(index), this.arg(index + 1), this.arg(index + 2));
  }

  /** printf into a sink; returns the number of bytes. */
  format(format: number, args: FormatArguments, out: ByteSink): number {
    return formatPrintf(this.memory, format, args, out);
  }
}
