import { expect, test } from 'vitest';
import { createMachine, type Machine } from './machine.js';
import { serveSimcall } from './simcall.js';

/** Serves a SIMCALL with these numbers in a2 to a5; gives a2 and a3. */
function simcall(machine: Machine, ...registers: number[]): [result: number, error: number] {
  registers.forEach((value, i) => machine.core.setA(2 + i, value));
  machine.core.pc = 0x40080000;
  serveSimcall(machine, machine.core, machine.bytes);
  return [machine.core.getA(2) | 0, machine.core.getA(3)];
}

test('4 writes to descriptors 1 and 2 and to nothing else', () => {
  const chunks: Uint8Array[] = [];
  const machine = createMachine({ consoleOut: (bytes) => chunks.push(bytes) });
  machine.memory.copyIn(0x3ffb0000, Buffer.from('out\nerr\n'));
  expect(simcall(machine, 4, 1, 0x3ffb0000, 4)).toEqual([4, 0]);
  expect(simcall(machine, 4, 2, 0x3ffb0004, 4)).toEqual([4, 0]);
  expect(simcall(machine, 4, 3, 0x3ffb0000, 4)).toEqual([-1, 9]);
  expect(Buffer.concat(chunks).toString()).toBe('out\nerr\n');
});

test('a buffer that is not in memory is EFAULT, however long', () => {
  const machine = createMachine();
  expect(simcall(machine, 4, 1, 0x20000000, 4)).toEqual([-1, 14]);
  expect(simcall(machine, 4, 1, 0x3ffb0000, 0xffffffff)).toEqual([-1, 14]);
});

test('standard input is empty; open, seek and the rest are not there', () => {
  const machine = createMachine();
  expect(simcall(machine, 3, 0, 0x3ffb0000, 10)).toEqual([0, 0]);
  expect(simcall(machine, 3, 7, 0x3ffb0000, 10)).toEqual([-1, 9]);
  for (const number of [5, 6, 19, 29, 99, 0xffffffff])
    expect(simcall(machine, number, 0, 0, 0)).toEqual([-1, 88]);
});

test('1 ends the run with its code, as a signed number', () => {
  const machine = createMachine();
  simcall(machine, 1, 0xfffffffe);
  expect(machine.run()).toMatchObject({ reason: 'exit', exitCode: -2 });
});
