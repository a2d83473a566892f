import type { Core } from '../core.js';
import {
  hexBytes,
  hexNumber,
  memoryList,
  registerMap,
  TRACKED,
  VectorMachine,
  type Bytes,
} from './machine.js';
import { runJsonLines, type Suite } from './suite.js';
import { hexAddress } from '../hex.js';

/** Executes one step of a case on some engine; the default is the interpreter's. */
export type Stepper = (core: Core) => void;

/** Checks one case of the `exec` vectors; returns what is wrong. */
export function checkExecCase(
  machine: VectorMachine,
  line: Record<string, unknown>,
  step: Stepper = (core) => void core.step(),
): string | undefined {
  const { steps } = line;
  if (typeof line.name !== 'string' || typeof steps !== 'number' || line.after === undefined)
    return 'not an exec case, expected name, pc, code, steps, before, after';
  const pc = hexNumber(line.pc, 'pc');
  const before = registerMap(line.before, 'before');
  const after = registerMap(line.after, 'after');
  const memory = memoryList(line.mem, 'mem');
  const memoryAfter = memoryList(line.memAfter, 'memAfter');
  const ignore = new Set((line.ignore as string[] | undefined) ?? []);
  const psMask = line.psMask === undefined ? 0xffffffff : hexNumber(line.psMask, 'psMask');
  const code = hexBytes(line.code, 'code');
  machine.prepare(pc, code, before, memory);
  for (const { address, bytes } of memoryAfter) machine.touch(address, bytes.length);
  const start = new Map(TRACKED.map((name) => [name, machine.get(name)] as const));
  for (let i = 0; i < steps; i++) step(machine.core);

  const problems: string[] = [];
  for (const name of new Set([...TRACKED, ...after.keys()])) {
    if (ignore.has(name)) continue;
    const mask = name === 'ps' ? psMask : 0xffffffff;
    const expected = after.get(name) ?? start.get(name)!;
    const got = machine.get(name);
    if (((expected ^ got) & mask) !== 0)
      problems.push(`${name} expected ${hexAddress(expected)}, got ${hexAddress(got)}`);
  }
  problems.push(...compareMemory(machine, [...memory, { address: pc, bytes: code }], memoryAfter));
  return problems.length === 0 ? undefined : `${line.name}: ${problems.slice(0, 6).join('; ')}`;
}

function compareMemory(machine: VectorMachine, before: readonly Bytes[], after: readonly Bytes[]): string[] {
  const expected = new Map<number, number>();
  for (const { address, bytes } of [...before, ...after])
    bytes.forEach((byte, i) => expected.set((address + i) >>> 0, byte));
  const problems: string[] = [];
  for (const [address, byte] of expected) {
    const got = machine.memory.read8(address);
    if (got !== byte)
      problems.push(`byte at ${hexAddress(address)} expected ${byte.toString(16)}, got ${got.toString(16)}`);
  }
  return problems;
}

/** Suite `exec`: single steps from a given state to a given state. */
export const exec: Suite = (inputs) => {
  const machine = new VectorMachine('exact');
  return runJsonLines(inputs, (line) => checkExecCase(machine, line));
};
