/** All allocators by name. */
import type { Allocator } from '../allocator.js';
import type { HeapMemory } from '../memory.js';
import type { IdfVersion } from '../versions.js';
import { BestFit } from './best-fit.js';
import type { PolicyOptions } from './boundary-tags.js';
import { Buddy } from './buddy.js';
import { FirstFit } from './first-fit.js';
import { NextFit } from './next-fit.js';
import { SegregatedFits } from './segregated.js';
import { TlsfHeap } from './tlsf.js';

/** Settings of {@link createAllocator}. */
export interface AllocatorOptions extends PolicyOptions {
  /** ESP-IDF version that the TLSF allocators behave as; default v5.1.3, the only one that golden vectors cover. */
  version?: IdfVersion;
}

type Constructor = (memory: HeapMemory, base: number, size: number, options?: AllocatorOptions) => Allocator;

const ALLOCATORS = {
  tlsf: (memory, base, size, options) => new TlsfHeap(memory, base, size, options),
  'tlsf-light': (memory, base, size, options) =>
    new TlsfHeap(memory, base, size, { ...options, poisoning: 'light' }),
  'tlsf-comprehensive': (memory, base, size, options) =>
    new TlsfHeap(memory, base, size, { ...options, poisoning: 'comprehensive' }),
  'first-fit': (memory, base, size, options) => new FirstFit(memory, base, size, options),
  'next-fit': (memory, base, size, options) => new NextFit(memory, base, size, options),
  'best-fit': (memory, base, size, options) => new BestFit(memory, base, size, options),
  buddy: (memory, base, size, options) => new Buddy(memory, base, size, options),
  segregated: (memory, base, size, options) => new SegregatedFits(memory, base, size, options),
} satisfies Record<string, Constructor>;

/** Name of an allocator, as `xtal replay --allocator` takes it. */
export type AllocatorName = keyof typeof ALLOCATORS;

/** The names that {@link createAllocator} knows. */
export const allocatorNames = Object.keys(ALLOCATORS) as readonly AllocatorName[];

/** True for a name that {@link createAllocator} knows. */
export function isAllocatorName(name: string): name is AllocatorName {
  return Object.hasOwn(ALLOCATORS, name);
}

/**
 * Makes an allocator on [base, base + size) of `memory` and initialises the region.
 *
 * @param base - Guest address, a multiple of 4.
 * @throws {RangeError} when the region is unaligned, outside the memory or too small for the allocator.
 */
export function createAllocator(
  name: AllocatorName,
  memory: HeapMemory,
  base: number,
  size: number,
  options?: AllocatorOptions,
): Allocator {
  return ALLOCATORS[name](memory, base, size, options);
}
