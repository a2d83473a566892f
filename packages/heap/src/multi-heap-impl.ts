/**
 * `multi_heap_*_impl`: what malloc, free and realloc are without poisoning (IDF v5.1.3 multi_heap.c), in two forms over the
 * same bytes: {@link TypeScriptImpl}, the readable reference, and {@link WasmImpl}, which serves when the memory is a
 * `WebAssembly.Memory` (measured: docs/decisions).
 *
 * @packageDocumentation
 */
import { assertionFailed } from './asserts.js';
import { HeapAssertError, wildPointer } from './errors.js';
import { hex, webAssembly, type HeapMemory } from './memory.js';
import { BLOCK_OVERHEAD } from './tlsf-reader.js';
import { MALLOC_PATH_BITS, type Tlsf } from './tlsf.js';
import { heapModule } from './wasm/tlsf-code.js';
import { WASM_ASSERTS } from './wasm/tlsf-verbs.js';

/** Offsets in a region's header. */
export const FREE_BYTES = 4;
export const MINIMUM_FREE_BYTES = 8;
export const POOL_SIZE = 12;
export const TLSF_CONTROL = 16;

/** Operations on the heap with a handle; sizes and addresses are not 0. */
export interface MultiHeapImpl {
  malloc(heap: number, size: number): number;
  /**
   * malloc that tells its way in the same word, for those who ask each time; of heaps in the memory's first
   * {@link MALLOC_ON_PATH_BYTES}.
   * @returns distance of the block from the memory's base in words, shifted left by {@link MALLOC_PATH_BITS}, with the `PATH`
   * bits; 0 = no room
   */
  mallocOnPath(heap: number, size: number): number;
  /** @returns `PATH` bits, which {@link path} gives too */
  free(heap: number, address: number): number;
  realloc(heap: number, address: number, size: number): number;
  alignedAlloc(heap: number, size: number, alignment: number, offset: number): number;
  /** `PATH` bits of the last operation. */
  path(): number;
  /** Bytes that the last moving realloc copied. */
  copied(): number;
}

/** `MULTI_HEAP_ASSERT` of `assert_valid_block`. */
function outsidePool(address: number, print: (text: string) => void): HeapAssertError {
  print(`CORRUPT HEAP: multi_heap.c:114 detected at 0x${hex(address)}\n`);
  return new HeapAssertError('abort', 'assert_valid_block', 'multi_heap.c', 114, '');
}

/** See the head of this file. */
export class TypeScriptImpl implements MultiHeapImpl {
  private readonly words: Int32Array;
  private readonly base: number;

  constructor(
    memory: HeapMemory,
    private readonly tlsf: Tlsf,
    private readonly print: (text: string) => void,
  ) {
    this.words = new Int32Array(memory.u32.buffer, memory.u32.byteOffset, memory.u32.length);
    this.base = memory.base | 0;
  }

  private load(address: number): number {
    const index = (address - this.base) >>> 2;
    if (index >= this.words.length) throw wildPointer();
    return this.words[index]!;
  }

  private store(address: number, value: number): void {
    const index = (address - this.base) >>> 2;
    if (index >= this.words.length) throw wildPointer();
    this.words[index] = value;
  }

  private payload(address: number): number {
    return this.load(address - 4) & ~3;
  }

  private setFreeBytes(heap: number, free: number): void {
    this.store(heap + FREE_BYTES, free);
    if (free >>> 0 < this.load(heap + MINIMUM_FREE_BYTES) >>> 0) this.store(heap + MINIMUM_FREE_BYTES, free);
  }

  malloc(heap: number, size: number): number {
    const address = this.tlsf.malloc(this.load(heap + TLSF_CONTROL), size);
    if (address !== 0) this.take(heap, address);
    return address;
  }

  mallocOnPath(heap: number, size: number): number {
    const address = this.malloc(heap, size);
    return address === 0 ? 0 : (((address - this.base) >>> 2) << MALLOC_PATH_BITS) | this.tlsf.path;
  }

  alignedAlloc(heap: number, size: number, alignment: number, offset: number): number {
    const address = this.tlsf.memalign(this.load(heap + TLSF_CONTROL), alignment, size, offset);
    if (address !== 0) this.take(heap, address);
    return address;
  }

  /** A block left the free bytes. */
  private take(heap: number, address: number): void {
    this.setFreeBytes(heap, (this.load(heap + FREE_BYTES) - this.payload(address) - BLOCK_OVERHEAD) | 0);
  }

  free(heap: number, address: number): number {
    const control = this.load(heap + TLSF_CONTROL);
    this.assertInside(heap, control, address);
    this.store(heap + FREE_BYTES, this.load(heap + FREE_BYTES) + this.payload(address) + BLOCK_OVERHEAD);
    this.tlsf.free(control, address);
    return this.tlsf.path;
  }

  realloc(heap: number, address: number, size: number): number {
    const control = this.load(heap + TLSF_CONTROL);
    this.assertInside(heap, control, address);
    const before = this.payload(address);
    const result = this.tlsf.realloc(control, address, size);
    if (result !== 0) {
      this.setFreeBytes(heap, (this.load(heap + FREE_BYTES) + before - this.payload(result)) | 0);
    }
    return result;
  }

  /** `assert_valid_block`: aborts for an address outside [pool, pool + pool_size). */
  private assertInside(heap: number, control: number, address: number): void {
    const pool = (control + this.load(control + 20)) | 0;
    const offset = (address - pool) >>> 0;
    if (address >>> 0 < pool >>> 0 || offset >= this.load(heap + POOL_SIZE) >>> 0) {
      throw outsidePool(address, this.print);
    }
  }

  path(): number {
    return this.tlsf.path;
  }

  copied(): number {
    return this.tlsf.copied;
  }
}

/** See the head of this file. */
export class WasmImpl implements MultiHeapImpl {
  private readonly code: MultiHeapImpl;

  constructor(memory: HeapMemory, fillAbsorbed: boolean, print: (text: string) => void) {
    const module = new webAssembly.Module(heapModule(memory.base, fillAbsorbed));
    const instance = new webAssembly.Instance(module, {
      env: {
        memory: memory.memory,
        assert: (n: number): never => {
          throw assertionFailed(WASM_ASSERTS[n]!);
        },
        outside: (address: number): never => {
          throw outsidePool(address, print);
        },
      },
    });
    this.code = instance.exports as unknown as MultiHeapImpl;
  }

  /** Can this memory be worked on? */
  static serves(memory: HeapMemory): boolean {
    return memory.memory !== undefined && memory.u8.byteOffset === 0;
  }

  malloc(heap: number, size: number): number {
    try {
      return this.code.malloc(heap, size) >>> 0;
    } catch (error) {
      throw asHeapError(error);
    }
  }

  mallocOnPath(heap: number, size: number): number {
    try {
      return this.code.mallocOnPath(heap, size);
    } catch (error) {
      throw asHeapError(error);
    }
  }

  free(heap: number, address: number): number {
    try {
      return this.code.free(heap, address);
    } catch (error) {
      throw asHeapError(error);
    }
  }

  realloc(heap: number, address: number, size: number): number {
    try {
      return this.code.realloc(heap, address, size) >>> 0;
    } catch (error) {
      throw asHeapError(error);
    }
  }

  alignedAlloc(heap: number, size: number, alignment: number, offset: number): number {
    try {
      return this.code.alignedAlloc(heap, size, alignment, offset) >>> 0;
    } catch (error) {
      throw asHeapError(error);
    }
  }

  path(): number {
    return this.code.path();
  }

  copied(): number {
    return this.code.copied();
  }
}

/** A trap of the WebAssembly code is a pointer that leads outside memory. */
function asHeapError(error: unknown): unknown {
  return error instanceof Error && error.name === 'RuntimeError' ? wildPointer() : error;
}
