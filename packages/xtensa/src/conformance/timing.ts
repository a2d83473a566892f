import { hexBytes, hexNumber, memoryList, registerMap, VectorMachine } from './machine.js';
import { runJsonLines, type Suite } from './suite.js';

/** Checks one case of the `timing` vectors; returns what is wrong. */
export function checkTimingCase(machine: VectorMachine, line: Record<string, unknown>): string | undefined {
  const { name, cycles, instructions, issue } = line;
  if (typeof name !== 'string' || typeof cycles !== 'number' || typeof instructions !== 'number')
    return 'not a timing case, expected name, pc, code, before, stop, instructions, cycles';
  const pc = hexNumber(line.pc, 'pc');
  const stop = hexNumber(line.stop, 'stop');
  const code = hexBytes(line.code, 'code');
  const before = registerMap(line.before, 'before');
  const memory = memoryList(line.mem, 'mem');
  const { core } = machine;

  // Instruction by instruction, until the pc is at the stop.
  machine.prepare(pc, code, before, memory);
  const limit = instructions + 8;
  for (let steps = 0; core.pc !== stop && steps < limit; steps++) {
    if (Array.isArray(issue) && core.instructions < issue.length) {
      // The issue cycle is where the instruction's own cycles begin, after waiting: seen from the clock behind it only
      // for instructions of one cycle, so check that it is not before the expected one.
      const expected = issue[core.instructions] as number;
      if (core.cycles > expected)
        return `${name}: instruction ${core.instructions} at 0x${core.pc.toString(16)} issues at ${core.cycles} or later, expected ${expected}`;
    }
    core.step();
  }
  if (core.pc !== stop) return `${name}: did not reach 0x${stop.toString(16)} in ${limit} steps`;
  if (core.instructions !== instructions)
    return `${name}: instructions expected ${instructions}, got ${core.instructions}`;
  if (core.cycles !== cycles) return `${name}: cycles expected ${cycles}, got ${core.cycles}`;

  // And at full speed.
  machine.prepare(pc, code, before, memory);
  const unwatch = core.watch(stop, (c) => c.stop());
  const reason = core.run(cycles + 1000);
  unwatch();
  if (reason !== 'stopped' || core.cycles !== cycles || core.instructions !== instructions)
    return `${name}: at full speed ${reason} after ${core.instructions} instructions, ${core.cycles} cycles, expected ${instructions}, ${cycles}`;
  return undefined;
}

/** Suite `timing`: cycles of short sequences on the scoreboard. */
export const timing: Suite = (inputs) => {
  const machine = new VectorMachine('exact');
  return runJsonLines(inputs, (line) => checkTimingCase(machine, line));
};
