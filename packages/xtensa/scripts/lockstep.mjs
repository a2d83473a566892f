// Interpreter against reference model on random programs: node packages/xtensa/scripts/lockstep.mjs [STEPS] [SEED]
// Compiled code (tsc -b) first. Default: 1 200 000 steps, an eighth for each of timing x flavour x way of running.
import { lockstep } from '../dist/testing/lockstep.js';

const steps = Number(process.argv[2] ?? 1_200_000);
let seed = Number(process.argv[3] ?? 1);
let total = 0;
for (const timing of ['exact', 'off'])
  for (const flavour of ['everything', 'flow'])
    for (const mode of ['step', 'run']) {
      const result = lockstep({ seed: seed++, steps: Math.ceil(steps / 8), timing, flavour, mode });
      total += result.steps;
      console.log(
        `timing ${timing}, ${flavour}, ${mode}: ${result.steps} steps in ${result.programs} programs, ${result.difference ?? 'no difference'}`,
      );
      if (result.difference !== undefined) process.exitCode = 1;
    }
console.log(`${total} steps`);
