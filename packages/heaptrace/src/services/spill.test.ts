import type { Core } from '@xtal/xtensa';
import { describe, expect, it } from 'vitest';
import { FakeHost } from './fake-host.js';
import { spillWindows } from './spill.js';

/** Frames f0 (oldest) … f3 (current): called with CALL8, CALL4, CALL12; each stack pointer 0x80 below its caller's. */
function frames(): FakeHost {
  const host = new FakeHost();
  const { core } = host;
  const starts = [5, 7, 8, 11];
  starts.forEach((quad, f) => {
    const size = f === 3 ? 16 : 4 * (starts[f + 1]! - quad);
    for (let n = 0; n < size; n++) core.ar[(quad * 4 + n) & 63] = 0x1000 * (f + 1) + n;
    core.ar[quad * 4 + 1] = 0x3ffb_8000 - 0x80 * f;
  });
  core.windowBase = 11;
  core.windowStart = starts.reduce((bits, quad) => bits | (1 << quad), 0);
  // f0's caller was spilled before: its stack pointer stands below f0's.
  host.memory.write32(0x3ffb_8000 - 12, 0x3ffb_8100);
  return host;
}

describe('spilling windows', () => {
  it('every frame but the current goes to the places where the overflow vectors would put it', () => {
    const host = frames();
    expect(spillWindows(host.core as unknown as Core)).toBe(3);
    expect(host.core.windowStart).toBe(1 << 11);
    const words = (address: number, n: number): number[] =>
      Array.from({ length: n }, (_, i) => host.memory.read32(address + 4 * i));
    // f0 (8 registers): a0..a3 below f1's stack pointer, a4..a7 32 bytes below its caller's.
    expect(words(0x3ffb_7f80 - 16, 4)).toEqual([0x1000, 0x3ffb_8000, 0x1002, 0x1003]);
    expect(words(0x3ffb_8100 - 32, 4)).toEqual([0x1004, 0x1005, 0x1006, 0x1007]);
    // f1 (4 registers): below f2's stack pointer.
    expect(words(0x3ffb_7f00 - 16, 4)).toEqual([0x2000, 0x3ffb_7f80, 0x2002, 0x2003]);
    // f2 (12 registers): below the current stack pointer, a4..a11 48 bytes below f1's.
    expect(words(0x3ffb_7e80 - 16, 4)).toEqual([0x3000, 0x3ffb_7f00, 0x3002, 0x3003]);
    expect(words(0x3ffb_7f80 - 48, 8)).toEqual(Array.from({ length: 8 }, (_, i) => 0x3004 + i));
  });

  it('one live window: nothing to do', () => {
    const host = new FakeHost();
    expect(spillWindows(host.core as unknown as Core)).toBe(0);
  });

  it('a stack pointer that leads nowhere ends the spilling without harm', () => {
    const host = frames();
    host.core.ar[7 * 4 + 1] = 0x1234;
    expect(spillWindows(host.core as unknown as Core)).toBe(0);
    expect(host.core.windowStart & (1 << 5)).not.toBe(0);
  });

  it('window starts further apart than any CALLn can put them: nothing is spilled', () => {
    const host = frames();
    host.core.windowStart = (1 << 0) | (1 << 11);
    expect(spillWindows(host.core as unknown as Core)).toBe(0);
  });
});
