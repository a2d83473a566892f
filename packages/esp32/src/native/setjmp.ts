import { nativeCallIncrement, nativeReturnAddress, type Core } from '@xtal/xtensa';
import { CAUSE_LOAD_STORE_ERROR, GuestFault } from '../guest-fault.js';
import { costOf } from './costs.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';

/*
 * What a jump buffer holds, in words (newlib gives 17 of them): MAGIC, the increment of the call (0 without windows), the return
 * address, then the registers that the caller keeps: a0 to a3, a7 or a11 by the increment; a0, a1, a12 to a15 without windows.
 */
const MAGIC = 0x786a_6d70;
const REGISTERS_AT = 12;
const KEPT_WITHOUT_WINDOWS = [0, 1, 12, 13, 14, 15];

/** setjmp and longjmp for both ABIs, by the save areas of the windowed ABI. */
export function defineSetjmp(natives: NativeTable): void {
  for (const name of ['setjmp', '_setjmp']) {
    natives.define(name, {
      cycles: costOf('setjmp'),
      run: (call) => {
        const { core, memory } = call;
        const increment = nativeCallIncrement(core);
        const buffer = call.arg(0);
        if (increment > 0) spillCallers(call);
        memory.write32(buffer, MAGIC);
        memory.write32(buffer + 4, increment);
        memory.write32(buffer + 8, nativeReturnAddress(core));
        keptRegisters(increment).forEach((n, i) =>
          memory.write32(buffer + REGISTERS_AT + 4 * i, core.getA(n)),
        );
        return 0;
      },
    });
  }
  for (const name of ['longjmp', '_longjmp']) {
    natives.define(name, {
      cycles: costOf('setjmp'),
      run: (call) => {
        const { core, memory } = call;
        const [buffer, value] = [call.arg(0), call.arg(1)];
        const increment = memory.read32(buffer + 4);
        if (memory.read32(buffer) !== MAGIC || increment > 3)
          throw new GuestFault(CAUSE_LOAD_STORE_ERROR, buffer);
        // All older frames are on the stack since setjmp; nothing of the newer ones is needed.
        if (increment > 0) core.windowStart = 1 << core.windowBase;
        keptRegisters(increment).forEach((n, i) =>
          core.setA(n, memory.read32(buffer + REGISTERS_AT + 4 * i)),
        );
        core.setA(4 * increment + 2, value === 0 ? 1 : value);
        core.writeSpecial('lcount', 0);
        core.pc = memory.read32(buffer + 8);
      },
    });
  }
}

function keptRegisters(increment: number): number[] {
  return increment === 0 ? KEPT_WITHOUT_WINDOWS : Array.from({ length: 4 * increment }, (_, n) => n);
}

/** A frame that is live in registers: its window, and how it was called. */
interface LiveFrame {
  readonly base: number;
  readonly increment: number;
}

/** Register of a window. */
function registerOf(core: Core, base: number, n: number): number {
  return core.ar[(base * 4 + n) & 63]! >>> 0;
}

/**
 * Writes the registers of all older live frames to their save areas, oldest first, as the window overflow handlers would, and
 * leaves the present window as the only live one.
 */
function spillCallers({ core, memory }: NativeCall): void {
  const frames: LiveFrame[] = [];
  let base = core.windowBase;
  for (let seen = 0; seen < 16;) {
    const increment = registerOf(core, base, 0) >>> 30;
    frames.push({ base, increment });
    seen += increment;
    base = (base - increment) & 15;
    if (increment === 0 || seen >= 16 || (core.windowStart & (1 << base)) === 0) break;
  }
  for (let i = frames.length - 2; i >= 0; i--) {
    const callee = frames[i]!;
    const caller = frames[i + 1]!;
    const below = registerOf(core, callee.base, 1);
    for (let n = 0; n < 4; n++) memory.write32((below - 16 + 4 * n) >>> 0, registerOf(core, caller.base, n));
    if (callee.increment < 2) continue;
    // a4 to a7 or a11 lie at the end of the caller's frame, which its own caller's stack pointer marks.
    const end = memory.read32((registerOf(core, caller.base, 1) - 12) >>> 0);
    const count = 4 * (callee.increment - 1);
    for (let n = 0; n < count; n++)
      memory.write32((end - 16 - 4 * count + 4 * n) >>> 0, registerOf(core, caller.base, 4 + n));
  }
  core.windowStart = 1 << core.windowBase;
}
