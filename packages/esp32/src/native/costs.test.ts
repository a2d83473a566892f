import { describe, expect, test } from 'vitest';
import { createMachine } from '../machine.js';
import { romSymbols } from '../rom-symbols.js';
import { sharedFile } from '../testing/fixtures.js';
import { costOf, NATIVE_COSTS, type CostName, type NativeCost } from './costs.js';

const ROM = sharedFile('fixtures/firmware/rom/esp32_rev300_rom.elf');
if (ROM === undefined)
  console.log('skipped: prices of native functions against the ROM, because the ROM is not at hand');

const [A, B, C] = [0x3ffc0000, 0x3ffd0000, 0x3ffc8000];
const scratch = new DataView(new ArrayBuffer(8));
const double = (value: number): number[] => {
  scratch.setFloat64(0, value);
  return [scratch.getUint32(4), scratch.getUint32(0)];
};
const single = (value: number): number => {
  scratch.setFloat32(0, value);
  return scratch.getUint32(0);
};

/** Arguments for a function on strings or blocks of `n` bytes: A and B hold equal strings of n letters x, C is free. */
const ARGUMENTS: Record<string, (n: number) => number[]> = {
  memcpy: (n) => [C, A, n],
  memmove: (n) => [C, A, n],
  memset: (n) => [C, 0, n],
  memcmp: (n) => [A, B, n],
  memchr: (n) => [A, 0x79, n],
  strlen: () => [A],
  strcpy: () => [C, A],
  strncpy: (n) => [C, A, n],
  strcat: () => [C, A],
  strcmp: () => [A, B],
  strncmp: (n) => [A, B, n],
  strchr: () => [A, 0x79],
  strcasecmp: () => [A, B],
  strspn: (n) => [A, B + n - 1],
  ets_printf: () => [A],
  itoa: (n) => [Number('1'.repeat(Math.min(n, 9))), C, 10],
  toupper: () => [0x61],
  abs: () => [3],
  rand_r: () => [A],
  __udivsi3: () => [0x7fffffff, 3],
  div: () => [0x7fffffff, 3],
  __popcountsi2: () => [1234],
  __popcountdi2: () => [1234, 5],
  __bswapsi2: () => [1],
  __bswapdi2: () => [1, 2],
  __ctzsi2: () => [8],
  __ashldi3: () => [1, 2, 5],
  __muldi3: () => [1, 2, 3, 4],
  __cmpdi2: () => [1, 2, 3, 4],
  __udivdi3: () => [123, 0x7fffffff, 77777, 3],
  __divdi3: () => [123, 0x7fffffff, 77777, 3],
  __addsf3: () => [single(3.7), single(1.3)],
  __mulsf3: () => [single(3.7), single(1.3)],
  __divsf3: () => [single(3.7), single(1.3)],
  __adddf3: () => [...double(1e10), ...double(-3.3)],
  __muldf3: () => [...double(3.7), ...double(1.3)],
  __divdf3: () => [...double(3.7), ...double(1.3)],
  __eqdf2: () => [...double(3.7), ...double(1.3)],
  __ltdf2: () => [...double(3.7), ...double(1.3)],
  __fixdfsi: () => double(1234.5),
  __floatdidf: () => [1234, 5],
};

/** What may lie between figure and measurement: a fifth, or the cycles of a short start-up path. */
const near = (figure: number, measured: number): boolean =>
  Math.abs(figure - measured) <= Math.max(16, 0.2 * measured);

describe.skipIf(ROM === undefined)("prices are those of the ROM's own code", () => {
  const machine = createMachine();
  machine.loadRomElf(ROM!, 'rom.elf');
  // The ROM's output function, putc1.
  machine.natives.define('putc', { run: () => 0 });
  machine.memory.write32(0x3ffae014, machine.natives.address('putc')!);
  const rom = new Map(romSymbols().map(({ name, address }) => [name, address]));
  const rows = Object.entries(NATIVE_COSTS as Record<string, NativeCost>).filter(
    ([, { like }]) => like !== undefined,
  );

  test.each(rows)('%s', (name, { like, each }) => {
    for (const n of each === undefined ? [1] : like === 'itoa' ? [1, 5, 9] : [64, 200, 1000]) {
      machine.memory.copyIn(A, Buffer.from(`${'x'.repeat(n)}\0`));
      machine.memory.copyIn(B, Buffer.from(`${'x'.repeat(n)}\0`));
      machine.memory.fill(C, 2048, 0);
      const { cycles } = machine.measureCall(rom.get(like!)!, ARGUMENTS[like!]!(n), {
        maxInstructions: 200_000,
      });
      const figure = costOf(name as CostName, each === undefined ? 0 : n);
      expect(near(figure, cycles) ? 'near' : `${name} of ${n}: ${figure}, measured ${cycles}`).toBe('near');
    }
  });
});
