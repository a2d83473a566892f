import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Core, UnverifiedInstructionError } from '../core.js';
import { exec } from '../conformance/exec.js';
import { checkExecCase } from '../conformance/exec.js';
import { VectorMachine } from '../conformance/machine.js';
import { timing } from '../conformance/timing.js';
import { BENCH_PROGRAMS, loadBenchProgram } from '../testing/bench-programs.js';
import { compareCores, lockstep } from '../testing/lockstep.js';
import { CODE, CODE_SIZE, Random, randomState, testMemory } from '../testing/random-programs.js';
import { ReferenceModel } from './reference.js';

const vectors = join(import.meta.dirname, '../../vectors');
const shared = join(import.meta.dirname, '../../../../../shared/vectors');
const input = (path: string) => ({ path, bytes: new Uint8Array(readFileSync(path)) });
const programs = join(import.meta.dirname, '../../../esp32/fixtures/engine');
const program = (name: string) => new Uint8Array(readFileSync(join(programs, `${name}_esp32.elf`)));

describe('execution vectors', () => {
  const file = join(vectors, 'isa/exec.jsonl');

  it('the interpreter gives the state of the oracle after every case', async () => {
    const result = await exec([input(file)]);
    expect(result.failures).toEqual([]);
    expect(result.passed).toBe(3762);
  });

  it('so does the reference model', () => {
    const machine = new VectorMachine('exact');
    const reference = new ReferenceModel(machine.core);
    const failures = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) =>
        checkExecCase(machine, JSON.parse(line) as Record<string, unknown>, () => reference.step()),
      )
      .filter((problem) => problem !== undefined);
    expect(failures).toEqual([]);
  });

  it('a case with one wrong bit in any part is noticed', async () => {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, 40);
    const broken = lines.map((line) => {
      const parsed = JSON.parse(line) as { after: Record<string, string> };
      parsed.after.pc = `0x${(parseInt(parsed.after.pc!, 16) ^ 4).toString(16).padStart(8, '0')}`;
      return JSON.stringify(parsed);
    });
    const result = await exec([{ path: 'broken', bytes: new TextEncoder().encode(broken.join('\n')) }]);
    expect(result.failed).toBe(40);
  });

  it('malformed cases are failures that say what was expected', async () => {
    const bytes = new TextEncoder().encode(
      '{"name":"x#1"}\n{"name":"y#1","pc":"12","code":"zz","steps":1,"after":{}}\n',
    );
    const result = await exec([{ path: 'bad', bytes }]);
    expect(result.failed).toBe(2);
    expect(result.failures[0]).toMatch(/bad:1: not an exec case/);
    expect(result.failures[1]).toMatch(/hexadecimal/);
  });
});

describe('timing vectors', () => {
  const files = readdirSync(join(vectors, 'timing')).map((name) => join(vectors, 'timing', name));
  it('a sample of each group has exactly the stated cycles, stepped and at full speed', async () => {
    const result = await timing(files.map(input));
    expect(result.failures).toEqual([]);
    expect(result.passed).toBeGreaterThan(400);
  });

  it.skipIf(!existsSync(shared))('all shared vectors, where they are found beside the project', async () => {
    const folder = join(shared, 'timing');
    const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const result = await timing(names.map((name) => input(join(folder, name))));
    expect(result.failures).toEqual([]);
    expect(result.passed).toBeGreaterThan(2000);
  });
});

describe('whole programs', () => {
  for (const { name, printed, instructions, cycles } of BENCH_PROGRAMS) {
    it(`${name} prints ${printed} after ${instructions} instructions and ${cycles} cycles`, () => {
      const { core, output, exitCode } = loadBenchProgram(program(name));
      expect(core.run(1e8)).toBe('stopped');
      expect([output(), exitCode()]).toEqual([`${printed}\n`, 0]);
      expect([core.instructions, core.cycles]).toEqual([instructions, cycles]);
    });
    it(`${name} takes as many cycles as instructions without scoreboard`, () => {
      const { core, output } = loadBenchProgram(program(name), { timing: 'off' });
      expect(core.run(1e8)).toBe('stopped');
      expect([output(), core.instructions, core.cycles]).toEqual([
        `${printed}\n`,
        instructions,
        instructions,
      ]);
    });
  }
});

describe('cutting a run', () => {
  for (const mode of ['exact', 'off'] as const) {
    it(`at random points changes neither state nor count (timing ${mode})`, () => {
      const random = new Random(5);
      const whole = loadBenchProgram(program('b_calls'), { timing: mode, iterations: 1 });
      whole.core.run(1e8);
      const cut = loadBenchProgram(program('b_calls'), { timing: mode, iterations: 1 });
      while (cut.exitCode() === undefined) {
        if (random.chance(20))
          for (let i = random.below(40); i > 0 && cut.exitCode() === undefined; i--) cut.core.step();
        else cut.core.run(cut.core.cycles + random.below(3000));
        if (random.chance(5)) cut.core.restoreState(cut.core.saveState());
      }
      expect(cut.output()).toBe(whole.output());
      expect(compareCores(cut.core, whole.core)).toBeUndefined();
      expect(cut.core.saveState()).toEqual(whole.core.saveState());
    });
  }
});

describe('interpreter and reference model in lockstep', () => {
  let seed = 20260;
  for (const mode of ['exact', 'off'] as const)
    for (const flavour of ['everything', 'flow'] as const)
      for (const way of ['step', 'run'] as const)
        it(`agree on random ${flavour === 'flow' ? 'control flow' : 'instructions'}, ${way}, timing ${mode}`, () => {
          const result = lockstep({ seed: seed++, steps: 7000, timing: mode, flavour, mode: way });
          expect(result.difference).toBeUndefined();
          expect(result.steps).toBeGreaterThanOrEqual(7000);
        });
});

describe('random bytes as code', () => {
  for (const mode of ['exact', 'off'] as const)
    it(`never bring the interpreter down or keep it from its deadline (timing ${mode})`, () => {
      const random = new Random(99);
      const memory = testMemory();
      const core = new Core({ memory, timing: mode });
      for (let round = 0; round < 150; round++) {
        const bytes = new Uint8Array(CODE_SIZE);
        for (let i = 0; i < bytes.length; i += 4) new DataView(bytes.buffer).setInt32(i, random.bits());
        memory.copyIn(CODE, bytes);
        randomState(random, core, [CODE + random.below(CODE_SIZE)]);
        core.writeSpecial('intenable', random.bits());
        core.writeSpecial('ccompare0', random.below(2000));
        for (let i = 0; i < 20; i++) {
          const until = core.cycles + 200;
          try {
            if (core.run(until) !== 'stopped') expect(core.cycles).toBeGreaterThanOrEqual(until);
          } catch (error) {
            expect(error).toBeInstanceOf(UnverifiedInstructionError);
            break;
          }
        }
      }
    });
});
