import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walkCallChain, walkCallChainBeforeEntry } from './call-chain.js';
import { Core } from './core.js';
import { FlatMemory, PAGE_DATA_RAM, PAGE_INSTRUCTION_RAM } from './memory.js';
import { loadBenchProgram } from './testing/bench-programs.js';
import { assembleLines, CODE, Random, writeVectors, type Line } from './testing/random-programs.js';

const STACK = 0x3ffb8000;

function machine(at: number, lines: readonly Line[]): Core {
  const memory = new FlatMemory({ base: 0x3ff80000, size: 0x180000 });
  memory.map(0x3ffb0000, 0x10000, PAGE_DATA_RAM);
  memory.map(0x40080000, 0x10000, PAGE_INSTRUCTION_RAM);
  memory.copyIn(at, assembleLines(lines, at));
  writeVectors(memory);
  const core = new Core({ memory, timing: 'off' });
  core.writeSpecial('vecbase', CODE);
  core.ps = 0x40020;
  core.setA(1, STACK);
  core.pc = at;
  return core;
}

const F = 0x40081000;
/** f(n): entry; if n == 0 stop; f(n - 1); retw, with the given call. */
const recursion = (call: 'call4' | 'call8' | 'call12', first: number): Line[] => [
  ['entry', 1, 48],
  ['beqz', 2, F + 15],
  ['addi', first + 2, 2, -1],
  [call, F],
  ['retw'],
  ['nop'],
  ['retw'],
];

describe('walkCallChain', () => {
  for (const [call, increment] of [
    ['call4', 1],
    ['call8', 2],
    ['call12', 3],
  ] as const)
    for (const depth of [0, 1, 3, 7, 20, 200])
      it(`follows ${depth + 1} ${call} frames through live windows and spilled save areas`, () => {
        const core = machine(F, recursion(call, 4 * increment));
        // The outermost frame is spilled, too: its save area lies below the pointer that stands here, as start code puts it.
        core.memory.write32(STACK - 12, STACK + 64);
        // As if called from 0x40081800, the outermost frame, whose own return address is 0.
        core.setA(0, 0);
        core.setA(4 * increment, ((0x40081803 & 0x3fffffff) | (increment << 30)) >>> 0);
        core.setA(4 * increment + 2, depth);
        core.ps = 0x40020 | (increment << 16);
        core.watch(F + 15, (c) => c.stop());
        expect(core.run(1e6)).toBe('stopped');
        const before = core.saveState();
        const expected = [...new Array<number>(depth).fill(F + 12), 0x40081803];
        expect(walkCallChain(core, 1000)).toEqual(expected);
        expect(walkCallChain(core, 2)).toEqual(expected.slice(0, 2));
        expect(walkCallChain(core, 0)).toEqual([]);
        // Also in an exception handler, where EXCM is set.
        core.ps |= 0x10;
        expect(walkCallChain(core, 1000)).toEqual(expected);
        core.restoreState(before);
        expect(core.saveState()).toEqual(before);
      });

  it('before ENTRY, the return address of the call comes first', () => {
    const core = machine(F, [['call8', F + 12], ['nop'], ['nop'], ['nop'], ['entry', 1, 32], ['nop']]);
    core.setA(0, ((0x40081803 & 0x3fffffff) | (1 << 30)) >>> 0);
    core.step();
    expect(walkCallChainBeforeEntry(core, 10)).toEqual([F + 3, 0x40081803]);
    core.step();
    expect(walkCallChain(core, 10)).toEqual([F + 3, 0x40081803]);
    expect(walkCallChainBeforeEntry(core, 0)).toEqual([]);
  });

  it('a function reached by CALL0 ends the chain with its return address', () => {
    const core = machine(F, [['call0', F + 12], ['nop'], ['nop'], ['nop'], ['nop']]);
    core.step();
    expect(walkCallChain(core, 10)).toEqual([F + 3]);
    core.ps = 0x20; // call0 ABI: no windows
    expect(walkCallChain(core, 10)).toEqual([F + 3]);
  });

  it('ends at a return address that cannot be executed, and at broken stack pointers', () => {
    const core = machine(F, [['nop']]);
    core.setA(0, 0x7ffb0003); // 0x3ffb0003 in the caller's region is no code
    expect(walkCallChain(core, 10)).toEqual([]);
    core.setA(0, (0x80081003 & ~0) >>> 0);
    for (const pointer of [0, 3, 0xffffffff, STACK + 2, 0x60000000, 12]) {
      core.setA(1, pointer);
      expect(walkCallChain(core, 10)).toEqual([0x40081003]);
    }
    // A frame that points to itself.
    core.setA(1, STACK);
    core.memory.write32(STACK - 16, 0x80081003);
    core.memory.write32(STACK - 12, STACK);
    expect(walkCallChain(core, 10)).toEqual([0x40081003]);
  });

  it('never throws or loops, whatever registers and stack hold', () => {
    const random = new Random(3);
    const core = machine(F, [['nop']]);
    for (let round = 0; round < 3000; round++) {
      for (let i = 0; i < 64; i++)
        core.ar[i] = random.chance(50)
          ? STACK + random.below(64) * 4 - 128
          : (random.below(4) << 30) | 0x81000 | random.below(4096);
      for (let i = -64; i < 64; i++) core.memory.write32(STACK + i * 4, core.ar[random.below(64)]! >>> 0);
      core.windowStart = random.bits() & 0xffff;
      core.windowBase = random.below(16);
      core.ps = random.chance(90) ? 0x40020 : random.bits();
      core.pc = random.bits() >>> 0;
      expect(walkCallChain(core, 100).length).toBeLessThanOrEqual(100);
    }
  });

  it('gives the chains of a compiled recursive program at every depth', () => {
    const elf = new Uint8Array(
      readFileSync(join(import.meta.dirname, '../../esp32/fixtures/engine/b_calls_esp32.elf')),
    );
    const { core } = loadBenchProgram(elf, { iterations: 1 });
    // A shadow stack of the calls that the program makes, kept by an observer.
    const shadow: number[] = [];
    let compared = 0;
    core.observe({
      call: (_, pc) => void shadow.push(pc + 3),
      return: () => void shadow.pop(),
      instruction: (c, pc) => {
        // Behind ENTRY, outside of window handlers.
        if (c.instructions % 37 !== 0 || pc < 0x40080100 || shadow.length === 0 || (c.ps & 0x10) !== 0)
          return;
        if (c.memory.read8(pc) === 0x36) return;
        compared++;
        const chain = walkCallChain(c, 1000);
        const expected = [...shadow].reverse();
        if (chain.join() !== expected.join())
          throw new Error(
            `at ${pc.toString(16)} ${chain.map((a) => a.toString(16)).join()}, expected ${expected.map((a) => a.toString(16)).join()}`,
          );
      },
    });
    for (let i = 0; i < 200000 && core.pc !== 0; i++) core.step();
    expect(compared).toBeGreaterThan(3000);
  });
});
