import { defineAllocating } from './libc-allocating.js';
import { defineMemoryAndStrings } from './libc-memory.js';
import { defineStandardLibrary } from './libc-stdlib.js';
import { defineLibgccFloats, defineLibgccIntegers } from './libgcc.js';
import type { NativeTable } from './native-table.js';
import { defineMath } from './libm.js';
import { defineSetjmp } from './setjmp.js';
import { defineStandardOutput } from './stdio.js';
import { defineSystem } from './system.js';

/** All native functions that every machine has. */
export function defineNatives(natives: NativeTable): void {
  defineLibgccIntegers(natives);
  defineLibgccFloats(natives);
  defineMemoryAndStrings(natives);
  defineStandardLibrary(natives);
  defineMath(natives);
  defineAllocating(natives);
  defineSetjmp(natives);
  defineStandardOutput(natives);
  defineSystem(natives);
}
