/**
 * Call chains of the windowed ABI, read from live register windows and spilled save areas.
 *
 * ```
 *   WINDOWBASE → frame    a0 = return address, its bits 31..30 = quads down to the caller's frame
 *                frame    still live while WINDOWSTART has its bit
 *                ...
 *                oldest   a1 = stack pointer:  [a1-16] caller's a0, [a1-12] caller's a1   (spilled by the overflow handler)
 *                                              [that a1-16], [that a1-12] ...             until a0 = 0
 * ```
 */
import type { Core } from './core.js';
import { decode } from './isa/index.js';
import { nativeReturnAddress } from './native.js';
import { PS_WOE } from './semantics/states.js';

/** Longest chain walked, whatever the caller asks for. */
const LIMIT = 4096;
const LOW = 0x3fffffff;

/**
 * Return addresses of the guest's call chain, innermost first, beginning with the return address of the frame in the
 * current window (its a0). Where a function has been called but has not executed its ENTRY yet (a native function, a
 * watched address), that frame is the caller's: see {@link walkCallChainBeforeEntry}.
 *
 * Addresses are those that RETW goes to, behind the call, complete with their region bits. Changes nothing, never
 * throws, always ends: at `maxDepth`; at a0 = 0; at a return address that cannot be executed; where windows contradict
 * return addresses; at a stack pointer that does not grow, is not aligned or not in plain memory. A function reached by CALL0
 * ends the chain with its return address, because where its caller keeps its own is not fixed by the ABI.
 *
 * @param core a core between instructions
 * @param maxDepth most addresses returned
 */
export function walkCallChain(core: Core, maxDepth: number): number[] {
  const chain: number[] = [];
  const depth = Math.min(maxDepth, LIMIT);
  if (!(depth > 0)) return chain;
  let region = core.pc & ~LOW;
  /** Adds an address; false when the chain ends with it or before it. */
  const add = (address: number): boolean => {
    if (!core.memory.isExecutable(address)) return false;
    chain.push(address >>> 0);
    region = address & ~LOW;
    return chain.length < depth;
  };

  let link = core.getA(0);
  if ((core.ps & PS_WOE) === 0) {
    if (link !== 0) add(link);
    return chain;
  }

  let base = core.windowBase;
  let pointer = core.getA(1);
  for (let visited = 0; ;) {
    if (link === 0) return chain;
    const increment = link >>> 30;
    const nearest = nearestFrame(core, base, 15 - visited);
    if (increment === 0 || (nearest !== 0 && nearest !== increment) || calledByCall0(core, link)) {
      // RETW would refuse this: the address is that of a CALL0, or the window is broken.
      if (calledByCall0(core, link)) add(link);
      return chain;
    }
    if (!add((link & LOW) | region)) return chain;
    visited += increment;
    if (nearest === 0) break;
    base = (base - increment) & 15;
    link = core.ar[base * 4]! >>> 0;
    pointer = core.ar[base * 4 + 1]! >>> 0;
  }

  for (;;) {
    const saved = plainWord(core, pointer - 16);
    const savedPointer = plainWord(core, pointer - 12);
    if (saved === undefined || savedPointer === undefined || saved === 0) return chain;
    if (savedPointer <= pointer || (savedPointer & 3) !== 0) return chain;
    if (!add((saved & LOW) | region)) return chain;
    pointer = savedPointer;
  }
}

/**
 * The same for a core at the first instruction of a function whose ENTRY has not been executed, as hooks of native functions
 * and watches see it: the function's own return address comes first.
 */
export function walkCallChainBeforeEntry(core: Core, maxDepth: number): number[] {
  if (!(maxDepth > 0)) return [];
  return [nativeReturnAddress(core), ...walkCallChain(core, maxDepth - 1)];
}

/** Quads down to the next live frame, 1 to 3, or 0 when there is none that near; the walk ends before the current frame. */
function nearestFrame(core: Core, base: number, room: number): number {
  for (let n = 1; n <= Math.min(3, room); n++)
    if ((core.windowStart & (1 << ((base - n) & 15))) !== 0) return n;
  return 0;
}

/** Does the address stand behind a CALL0 or CALLX0? All its bits count then. */
function calledByCall0(core: Core, address: number): boolean {
  const at = (address - 3) >>> 0;
  if (!core.memory.isExecutable(at) || !core.memory.isExecutable(address)) return false;
  const { memory } = core;
  let word = 0;
  for (let i = 2; i >= 0; i--)
    word = (word << 8) | memory.u8[(memory.physical((at + i) >>> 0) - memory.base) >>> 0]!;
  const name = decode(word)?.name;
  return name === 'call0' || name === 'callx0';
}

function plainWord(core: Core, address: number): number | undefined {
  const { memory } = core;
  address >>>= 0;
  // Reading a device could change it.
  if ((address & 3) !== 0 || memory.attributes[address >>> 12] === 0) return undefined;
  return memory.u32[((memory.physical(address) - memory.base) >>> 0) >>> 2];
}
