import type { GuestSymbol } from '../symbols.js';
import type { LinkRegion, LinkRegionName } from './placement.js';

/** Where things go and what stands in for names that no object defines. */
export interface LinkOptions {
  readonly regions: Readonly<Record<LinkRegionName, LinkRegion>>;
  /** Code of up to this many bytes goes to IRAM, more to the flash window. */
  readonly iramTextLimit: number;
  /** Constants and data of up to this many bytes go to DRAM together; with more, constants go to the flash window. */
  readonly dramLimit: number;
  /** Bytes of stack behind the zeroed data, a multiple of 16. */
  readonly stackSize: number;
  /** Guest address of a native function, or undefined. */
  readonly resolveNative: (name: string) => number | undefined;
  /** Guest address of a ROM variable or another absolute name, asked last; or undefined. */
  readonly resolveAbsolute?: (name: string) => number | undefined;
  /** Names that may start the program, best first. */
  readonly entries: readonly string[];
}

/** Bytes to load. What lies between `data.length` and `memorySize` is zero. */
export interface ImageSegment {
  readonly region: LinkRegionName;
  readonly address: number;
  readonly data: Uint8Array;
  readonly memorySize: number;
}

/** A section of a loaded program, kept for whoever reads debug information. */
export interface ImageSection {
  readonly name: string;
  /** Object file that it comes from; absent for linked programs and for merged debug sections. */
  readonly object?: string;
  /** Guest address; 0 for debug sections. */
  readonly address: number;
  readonly size: number;
  /** Contents after relocation; empty for sections without. */
  readonly bytes: Uint8Array;
}

/** A linked program. Addresses are guest addresses. */
export interface LinkedProgram {
  readonly entry: { readonly name: string; readonly address: number };
  readonly segments: readonly ImageSegment[];
  readonly sections: readonly ImageSection[];
  readonly symbols: readonly GuestSymbol[];
  /** Table of constructors to call before the entry, in order. */
  readonly constructors: LinkRegion;
  /** Value for THREADPTR, 0 without thread-local data. */
  readonly threadPointer: number;
  /** The stack, in DRAM. */
  readonly stack: LinkRegion;
  /** First address that each region has left. */
  readonly ends: Readonly<Record<LinkRegionName, number>>;
  /** Further addresses at which native functions must answer, because their usual one is out of a call's reach. */
  readonly nativeAliases: readonly { readonly name: string; readonly address: number }[];
}
