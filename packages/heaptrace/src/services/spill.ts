import { MemoryAccessError, type Core } from '@xtal/xtensa';

/**
 * What `__xtensa_libgcc_window_spill` does to the frames of a call: every live register window but the current one goes
 * to its save area on the stack, as the window overflow vectors would put it, and is no longer live. Later returns
 * reload them through the guest's own underflow vectors.
 *
 * A frame of n quads keeps a0..a3 below the stack pointer of the function it called, and the rest below the stack
 * pointer of the function that called it (ISA manual, windowed ABI). Where a stack pointer leads nowhere the spilling
 * ends, with the remaining windows still live.
 *
 * @returns number of windows spilled
 */
export function spillWindows(core: Core): number {
  const { ar, memory } = core;
  const current = core.windowBase & 15;
  let live = core.windowStart & 0xffff;
  let spilled = 0;
  const isLive = (quad: number): boolean => ((live >>> (quad & 15)) & 1) !== 0;
  const register = (quad: number, n: number): number => ar[((quad & 15) * 4 + n) & 63]! >>> 0;
  try {
    // Going up from the current window, the oldest frame comes first.
    for (let quad = current + 1; quad < current + 16; quad++) {
      if (!isLive(quad)) continue;
      let quads = 1;
      while (quads < 4 && !isLive(quad + quads)) quads++;
      if (quads > 3) return spilled;
      const calleeStack = register(quad + quads, 1);
      for (let n = 0; n < 4; n++) memory.write32((calleeStack - 16 + 4 * n) >>> 0, register(quad, n));
      if (quads > 1) {
        const callerStack = memory.read32((register(quad, 1) - 12) >>> 0);
        const extra = (callerStack - 16 - (quads - 1) * 16) >>> 0;
        for (let n = 4; n < 4 * quads; n++) memory.write32((extra + 4 * (n - 4)) >>> 0, register(quad, n));
      }
      live &= ~(1 << (quad & 15));
      spilled++;
      core.windowStart = live;
    }
  } catch (error) {
    if (!(error instanceof MemoryAccessError)) throw error;
  }
  return spilled;
}
