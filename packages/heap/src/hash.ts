/**
 * Hashes over a heap's state, as the golden vectors define them: FNV-1a, 32 bit, words as four bytes, low first.
 *
 * @packageDocumentation
 */
import type { HeapMemory } from './memory.js';
import type { MultiHeap } from './multi-heap.js';

/** FNV-1a's start value. */
export const FNV_START = 2166136261;

/** Feeds one byte. */
export function fnvByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 16777619);
}

/** Feeds a word, low byte first. */
export function fnvWord(hash: number, word: number): number {
  let h = hash;
  for (let shift = 0; shift < 32; shift += 8) h = fnvByte(h, (word >>> shift) & 0xff);
  return h;
}

/** Feeds guest memory [start, start + size). */
export function fnvMemory(hash: number, memory: HeapMemory, start: number, size: number): number {
  const offset = start - memory.base;
  let h = hash;
  for (let i = 0; i < size; i++) h = Math.imul(h ^ (memory.u8[offset + i] ?? 0), 16777619);
  return h;
}

/**
 * Feeds a heap's structure: region header words 1..4, the control structure, then each block's address, size word and the
 * links that are valid, sentinel included.
 */
export function fnvStructure(hash: number, multiHeap: MultiHeap, heap: number): number {
  const { memory } = multiHeap;
  const word = (address: number): number => memory.u32[(address - memory.base) >>> 2] ?? 0;
  let h = hash;
  for (let i = 1; i <= 4; i++) h = fnvWord(h, word(heap + 4 * i));
  const control = multiHeap.control(heap);
  const size = multiHeap.tlsf.size(control);
  h = fnvMemory(h, memory, control, Math.min(size, memory.u8.length));
  let block = control + size - 4;
  for (let left = memory.u32.length; left > 0; left--) {
    const sizeWord = word(block + 4);
    h = fnvWord(fnvWord(h, block), sizeWord);
    if ((sizeWord & 2) !== 0) h = fnvWord(h, word(block));
    if ((sizeWord & 1) !== 0) h = fnvWord(fnvWord(h, word(block + 8)), word(block + 12));
    const payload = (sizeWord & ~3) >>> 0;
    if (payload === 0) break;
    block += 4 + payload;
  }
  return h;
}
