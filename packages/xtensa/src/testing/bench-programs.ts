/** Loads the engine's benchmark programs (`*_esp32.elf`), as far as tests need it; the real loader is esp32's. */
import { Core, type CoreConfig } from '../core.js';
import { readElfObject, SectionFlag } from '../elf/index.js';
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
 * @throws ElfFormatError for bytes that are no such program
 */
export function loadBenchProgram(
  elf: Uint8Array,
  options: Omit<CoreConfig, 'memory'> & { iterations?: number } = {},
): BenchProgram {
  const { entry, sections, symbols } = readElfObject('program', elf);
  const memory = new FlatMemory({ base: 0x3ff80000, size: 0x180000 });
  memory.map(0x3ffa0000, 0x60000, PAGE_DATA_RAM);
  memory.map(0x40070000, 0x30000, PAGE_READ | PAGE_WRITE | PAGE_EXECUTE);
  for (const { flags, address, data } of sections)
    if ((flags & SectionFlag.alloc) !== 0) memory.copyIn(address, data);
  const counter = symbols.find(({ name }) => name === 'bench_iters');
  if (options.iterations !== undefined && counter !== undefined)
    memory.write32(counter.value, options.iterations);
  const core = new Core({ ...options, memory });
  core.pc = entry;
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
