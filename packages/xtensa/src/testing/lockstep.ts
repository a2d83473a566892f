/** Runs random programs on the interpreter and on the reference model and compares everything. */
import { Core } from '../core.js';
import { ReferenceModel } from '../engine/reference.js';
import { disassemble } from '../isa/index.js';
import { STATE_WORDS } from '../semantics/states.js';
import type { FlatMemory } from '../memory.js';
import {
  CODE,
  CODE_SIZE,
  DATA,
  DATA_SIZE,
  Random,
  randomCode,
  randomState,
  testMemory,
  writeVectors,
  type Flavour,
} from './random-programs.js';

export interface LockstepOptions {
  readonly seed: number;
  /** Instructions or exceptions to execute in all. */
  readonly steps: number;
  readonly timing: 'exact' | 'off';
  readonly flavour: Flavour;
  /** `step`: instruction by instruction; `run`: the main loop, in runs of random length. */
  readonly mode: 'step' | 'run';
}

export interface LockstepResult {
  readonly steps: number;
  readonly programs: number;
  /** What differed first; undefined when nothing did. */
  readonly difference: string | undefined;
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

/** First difference of two cores, or undefined. */
export function compareCores(a: Core, b: Core): string | undefined {
  if (a.pc !== b.pc) return `pc ${hex(a.pc)} / ${hex(b.pc)}`;
  for (const [name, x, y] of [
    ['ar', a.ar, b.ar],
    ['f', a.fr, b.fr],
    ['m', a.mr, b.mr],
    ['state', a.state, b.state],
  ] as const)
    for (let i = 0; i < x.length; i++)
      if (x[i] !== y[i])
        return `${name === 'state' ? STATE_WORDS[i]! : `${name}${i}`} ${hex(x[i]!)} / ${hex(y[i]!)}`;
  if (a.fpu.flags !== b.fpu.flags) return `fsr ${hex(a.fpu.flags)} / ${hex(b.fpu.flags)}`;
  if (a.fpu.mode !== b.fpu.mode) return `rounding mode ${a.fpu.mode} / ${b.fpu.mode}`;
  if (a.cycles !== b.cycles) return `cycles ${a.cycles} / ${b.cycles}`;
  if (a.instructions !== b.instructions) return `instructions ${a.instructions} / ${b.instructions}`;
  for (let i = 0; i < a.ready.length; i++) {
    const x = Math.max(0, a.ready[i]! - a.now);
    const y = Math.max(0, b.ready[i]! - b.now);
    if (x !== y) return `ready[${i}] in ${x} / ${y}`;
  }
  for (let i = 0; i < 8; i++)
    if (a.protection.data[i] !== b.protection.data[i] || a.protection.fetch[i] !== b.protection.fetch[i])
      return `attributes of region ${i}`;
  return undefined;
}

function compareMemory(a: FlatMemory, b: FlatMemory): string | undefined {
  for (const [start, size] of [
    [CODE, CODE_SIZE + 0x1000],
    [DATA, DATA_SIZE],
  ] as const) {
    const at = start - a.base;
    for (let i = at; i < at + size; i += 4)
      if (a.u32[i >>> 2] !== b.u32[i >>> 2])
        return `word at ${hex(i + a.base)} ${hex(a.u32[i >>> 2]!)} / ${hex(b.u32[i >>> 2]!)}`;
  }
  return undefined;
}

/** See the head of the file. */
export function lockstep(options: LockstepOptions): LockstepResult {
  const random = new Random(options.seed);
  let steps = 0;
  let programs = 0;
  let memories: FlatMemory[] = [];
  let cores: Core[] = [];
  while (steps < options.steps) {
    // New machines now and then, so that the devices' counters start again.
    if (programs % 64 === 0) {
      memories = [testMemory(), testMemory()];
      cores = memories.map((memory) => new Core({ memory, timing: options.timing, allowUnverified: true }));
    }
    const [engine, model] = cores as [Core, Core];
    const seed = random.bits();
    const count = 20 + random.below(300);
    const start = CODE + 0x400 + random.below(0x400);
    cores.forEach((core, i) => {
      const own = new Random(seed);
      for (let word = 0; word < DATA_SIZE; word += 4) memories[i]!.write32(DATA + word, own.bits() >>> 0);
      randomCode(own, memories[i]!, CODE, 300, options.flavour);
      writeVectors(memories[i]!);
      const starts = randomCode(own, memories[i]!, start, count, options.flavour);
      randomState(own, core, starts);
    });
    const reference = new ReferenceModel(model);
    const budget = 50 + random.below(400);
    const target = steps + budget;
    const fail = (pc: number, what: string): LockstepResult => ({
      steps,
      programs,
      difference:
        `program ${programs} (seed ${seed}), at ${hex(pc)} ` +
        `${disassemble(memories[1]!.u8.subarray(pc - memories[1]!.base, pc - memories[1]!.base + 3), pc).text}: ` +
        `${what} (interpreter / reference)`,
    });
    while (steps < target) {
      const { pc } = engine;
      if (options.mode === 'step') {
        engine.step();
        reference.step();
        steps++;
      } else {
        engine.run(engine.cycles + 1 + random.below(120));
        const before = { cycles: model.cycles, steps };
        // Exceptions cost cycles but are no instructions (no cycles without timing): step until all agrees.
        const goal = engine.instructions;
        for (let extra = 0; extra < 4;) {
          if (model.instructions >= goal && model.cycles >= engine.cycles && model.pc === engine.pc) break;
          if (model.instructions >= goal && model.cycles >= engine.cycles) extra++;
          reference.step();
          steps++;
          if (steps - before.steps > 5000) break;
        }
      }
      const difference = compareCores(engine, model);
      if (difference !== undefined) return fail(pc, difference);
      // Broken bytes can come to a WAITI, which is the run loop's business.
      if (engine.waiting) break;
      // Lost outside of the program: nothing but exceptions would follow.
      if (engine.pc < CODE || engine.pc >= CODE + CODE_SIZE) break;
      // An instruction that goes to itself would fill the budget.
      if (engine.pc === pc && random.chance(50)) break;
    }
    const difference = compareMemory(memories[0]!, memories[1]!);
    if (difference !== undefined) return fail(engine.pc, difference);
    programs++;
  }
  return { steps, programs, difference: undefined };
}
