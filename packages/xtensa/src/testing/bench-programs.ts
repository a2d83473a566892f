/** Loads the engine's benchmark programs (`*_esp32.elf`): segments and one symbol; the real loader is esp32's. */
import { Core, type CoreConfig } from '../core.js';
import { FlatMemory, PAGE_DATA_RAM, PAGE_EXECUTE, PAGE_READ, PAGE_WRITE } from '../memory.js';

export interface BenchProgram {
  readonly core: Core;
  /** What it has printed. */
  readonly output: () => string;
  /** Exit code, once it has ended. */
  readonly exitCode: () => number | undefined;
}

/**
 * A core ready to run a program of fixtures/engine. @param iterations replaces the word at `bench_iters`
 * @throws RangeError for bytes that are no such program
 */
export function loadBenchProgram(
  elf: Uint8Array,
  options: Omit<CoreConfig, 'memory'> & { iterations?: number } = {},
): BenchProgram {
  const view = new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
  if (elf.length < 52 || view.getUint32(0) !== 0x7f454c46) throw new RangeError('not an ELF file');
  const memory = new FlatMemory({ base: 0x3ff80000, size: 0x180000 });
  memory.map(0x3ffa0000, 0x60000, PAGE_DATA_RAM);
  memory.map(0x40070000, 0x30000, PAGE_READ | PAGE_WRITE | PAGE_EXECUTE);
  const u32 = (at: number): number => view.getUint32(at, true);
  const u16 = (at: number): number => view.getUint16(at, true);
  for (let i = 0; i < u16(44); i++) {
    const header = u32(28) + 32 * i;
    if (u32(header) !== 1) continue;
    memory.copyIn(u32(header + 8), elf.subarray(u32(header + 4), u32(header + 4) + u32(header + 16)));
  }
  if (options.iterations !== undefined) {
    for (let i = 0; i < u16(48); i++) {
      const section = u32(32) + 40 * i;
      if (u32(section + 4) !== 2) continue;
      const names = u32(u32(32) + 40 * u32(section + 24) + 16);
      for (let at = u32(section + 16); at < u32(section + 16) + u32(section + 20); at += 16) {
        const start = names + u32(at);
        const name = new TextDecoder().decode(elf.subarray(start, elf.indexOf(0, start)));
        if (name === 'bench_iters') memory.write32(u32(at + 4), options.iterations);
      }
    }
  }
  const core = new Core({ ...options, memory });
  core.pc = u32(24);
  let output = '';
  let exitCode: number | undefined;
  core.onSimcall = (c) => {
    if (c.getA(2) === 4) output += new TextDecoder().decode(memory.copyOut(c.getA(4), c.getA(5)));
    if (c.getA(2) === 1) {
      exitCode = c.getA(3);
      c.stop();
    }
  };
  return { core, output: () => output, exitCode: () => exitCode };
}

/** What the programs print and take with their default iterations (fixtures/engine/README.md). */
// prettier-ignore
export const BENCH_PROGRAMS: readonly { name: string; printed: string; instructions: number; cycles: number; iterations: number }[] = [
  { name: 'a_kernel', printed: '4f5cfcba', instructions: 2045397, cycles: 2661367, iterations: 6000 },
  { name: 'b_calls', printed: 'e045995f', instructions: 928185, cycles: 1828092, iterations: 400 },
  { name: 'c_alloc', printed: '4f33018e', instructions: 2238329, cycles: 3312580, iterations: 1000 },
  { name: 'd_vm', printed: '79d5d7b7', instructions: 2416381, cycles: 4561968, iterations: 7500 },
  { name: 'e_bytes', printed: '0584e6a2', instructions: 2617173, cycles: 5838600, iterations: 4500 },
];
