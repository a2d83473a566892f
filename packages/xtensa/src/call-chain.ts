/** Call chains of the windowed ABI, read from live register windows and spilled save areas. */
import type { Core } from './core.js';
import { PS_EXCM, PS_WOE } from './semantics/states.js';

/** Longest chain walked, whatever the caller asks for. */
const LIMIT = 4096;

/**
 * Return addresses of the guest's call chain, innermost first. Changes nothing, never throws, always ends: at `maxDepth`, at a
 * return address of 0 or one that cannot be executed, at a stack pointer that does not grow or is not in memory.
 *
 * Addresses are those that RETW would go to (behind the call), with the region bits of the code that returns.
 *
 * @param core a core between instructions
 * @param maxDepth most addresses returned
 */
export function walkCallChain(core: Core, maxDepth: number): number[] {
  const chain: number[] = [];
  const depth = Math.min(maxDepth, LIMIT);
  let region = core.pc & 0xc0000000;
  const add = (address: number): boolean => {
    if (address === 0 || !core.memory.isExecutable(address)) return false;
    chain.push(address);
    region = address & 0xc0000000;
    return chain.length < depth;
  };
  if (depth <= 0) return chain;

  // Live windows: from the current frame down to the oldest, following the increments in the return addresses.
  let base = core.windowBase;
  let link = core.getA(0);
  let pointer = core.getA(1);
  const windowed = (core.ps & (PS_WOE | PS_EXCM)) === PS_WOE;
  let visited = 0;
  while (windowed) {
    const increment = link >>> 30;
    if (link === 0) return chain;
    if (increment === 0) {
      // A function without ENTRY of its own (CALL0): its return address is complete, the frame is its caller's.
      add(link);
      return chain;
    }
    if (!add(((link & 0x3fffffff) | region) >>> 0)) return chain;
    visited += increment;
    const below = (base - increment) & 15;
    if (visited >= 16 || (core.windowStart & (1 << below)) === 0) break;
    base = below;
    link = core.ar[(base * 4) & 63]! >>> 0;
    pointer = core.ar[(base * 4 + 1) & 63]! >>> 0;
  }
  if (!windowed) {
    if (!add(link >>> 30 === 0 ? link : ((link & 0x3fffffff) | region) >>> 0)) return chain;
  }

  // Spilled frames: a0 and a1 of the caller stand in the 16 bytes below this frame's stack pointer.
  for (;;) {
    const saved = readWord(core, pointer - 16);
    const savedPointer = readWord(core, pointer - 12);
    if (saved === undefined || savedPointer === undefined || saved === 0) return chain;
    if (savedPointer <= pointer || (savedPointer & 3) !== 0) {
      // The outermost frame may end the chain with any return address, but no frame lies above it.
      add(((saved & 0x3fffffff) | region) >>> 0);
      return chain;
    }
    if (!add(((saved & 0x3fffffff) | region) >>> 0)) return chain;
    pointer = savedPointer;
  }
}

function readWord(core: Core, address: number): number | undefined {
  const { memory } = core;
  address >>>= 0;
  // Only plain memory: reading a device could change it.
  if ((address & 3) !== 0 || memory.attributes[address >>> 12] === 0) return undefined;
  return memory.u32[((memory.physical(address) - memory.base) >>> 0) >>> 2];
}
