/**
 * The memory a heap lives in: a flat window of guest memory. Every address in this package is a guest address.
 *
 * @packageDocumentation
 */

/** The part of the WebAssembly API that this package needs (Node's type definitions do not declare it). */
export interface WebAssemblyApi {
  Memory: new (descriptor: { initial: number; maximum?: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports?: Record<string, Record<string, unknown>>,
  ) => { readonly exports: Record<string, unknown> };
}

/** WebAssembly as the host has it. */
export const webAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

/** A window of guest memory, little endian. Host offset of guest address `a` is `(a - base) >>> 0`. */
export interface HeapMemory {
  /** Guest address of the first byte; a multiple of 4. */
  readonly base: number;
  /** The window's bytes. */
  readonly u8: Uint8Array;
  /** The same bytes as words. */
  readonly u32: Uint32Array;
  /** The `WebAssembly.Memory` behind the window, where there is one: needed by the WebAssembly hot path only. */
  readonly memory?: object;
}

/**
 * Makes guest memory for stand-alone use, all zero, backed by one `WebAssembly.Memory` (so the WebAssembly hot path can
 * work on it as well).
 *
 * @param base guest address of the first byte, a multiple of 4
 * @param size bytes, rounded up to a multiple of 4
 */
export function createHeapMemory(base: number, size: number): HeapMemory {
  if (!Number.isInteger(base) || base < 0 || base > 0xffffffff || (base & 3) !== 0) {
    throw new RangeError(`heap memory: base ${base} is not a word-aligned 32-bit address`);
  }
  if (!Number.isInteger(size) || size < 0 || base + size > 0x1_0000_0000) {
    throw new RangeError(
      `heap memory: size ${size} at 0x${base.toString(16)} leaves the 32-bit address space`,
    );
  }
  const bytes = (size + 3) & ~3;
  const pages = Math.max(1, Math.ceil(bytes / 65536));
  const memory = new webAssembly.Memory({ initial: pages, maximum: pages });
  const { buffer } = memory;
  return {
    base,
    u8: new Uint8Array(buffer, 0, bytes),
    u32: new Uint32Array(buffer, 0, bytes >>> 2),
    memory,
  };
}

/** A number as hexadecimal digits, lower case, padded to 8 (or `digits`). */
export function hex(value: number, digits = 8): string {
  return (value >>> 0).toString(16).padStart(digits, '0');
}
