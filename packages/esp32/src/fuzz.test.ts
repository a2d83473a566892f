import { describe, expect, test } from 'vitest';
import { readArchive } from './elf/archive.js';
import { parseElf } from './elf/elf-file.js';
import { readSymbols } from './elf/elf-symbols.js';
import { InputError } from './input-error.js';
import { link } from './link/linker.js';
import type { LinkOptions } from './link/linked-program.js';
import { createMachine, type Machine } from './machine.js';
import { fixture, seededRandom } from './testing/fixtures.js';
import { archive } from './testing/objects.js';
import { TEST_LAYOUT } from './testing/link-options.js';

/** Rounds a format; enough to reach every check in a second or two. */
const ROUNDS = 400;

const OPTIONS: LinkOptions = {
  ...TEST_LAYOUT,
  entries: ['app_main'],
  resolveNative: () => 0x4006f440,
};

/** Copies of a file with a few bytes, words or a cut changed; header and tables are hit more often than the rest. */
function* mutations(bytes: Uint8Array, seed: number): Generator<Uint8Array> {
  const random = seededRandom(seed);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tables = bytes.length > 52 ? view.getUint32(32, true) : 0;
  for (let round = 0; round < ROUNDS; round++) {
    const copy = random(8) === 0 ? bytes.slice(0, random(bytes.length)) : bytes.slice();
    for (let change = 1 + random(6); change > 0 && copy.length > 4; change--) {
      const where = random(3);
      const range = where === 0 ? Math.min(64, copy.length) : copy.length;
      const at = where === 1 && tables < copy.length ? tables + random(copy.length - tables) : random(range);
      if (random(2) === 0) copy[at] = random(256);
      else if (at + 4 <= copy.length) {
        const words = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff0, random(0x1000000)];
        new DataView(copy.buffer).setUint32(at & ~3, words[random(words.length)]!, true);
      }
    }
    yield copy;
  }
}

/** Runs an action on each mutation; only InputError may come out of it. */
function onlyInputErrors(bytes: Uint8Array, seed: number, action: (mutated: Uint8Array) => void): number {
  let refused = 0;
  for (const mutated of mutations(bytes, seed)) {
    try {
      action(mutated);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      refused++;
    }
  }
  return refused;
}

/** Machines to run; each is a whole chip. */
const RUNS = 80;

describe('mutated programs run into an end', () => {
  const ends = ['exit', 'died', 'max-insns', 'idle'];
  const load = (file: string, seed: number, prepare: (machine: Machine, bytes: Uint8Array) => void): void => {
    let runs = 0;
    for (const bytes of mutations(fixture(file), seed)) {
      const machine = createMachine();
      try {
        prepare(machine, bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        continue;
      }
      expect(ends).toContain(machine.run({ maxInstructions: 20_000 }).reason);
      if (++runs === RUNS) return;
    }
  };

  test('executables', () =>
    load('programs/p05_args.elf', 11, (machine, bytes) => machine.loadElf(bytes, 'fuzz.elf')));

  test('objects', () => {
    load('programs/objects/w2_faults.Os.o', 12, (machine, bytes) => {
      for (const name of [
        'malloc',
        'free',
        'calloc',
        'realloc',
        'heap_trace_init_standalone',
        'heap_trace_start',
        'heap_trace_stop',
        'heap_trace_dump',
      ]) {
        machine.natives.define(name, { run: (call) => (call.arg(0) < 0x10000 ? 0x3ffe8000 : 0) });
      }
      machine.loadObjects([{ name: 'fuzz.o', bytes }]);
    });
  });

  test('code that is overwritten with random words while it stands', () => {
    const random = seededRandom(13);
    for (let round = 0; round < RUNS; round++) {
      const machine = createMachine({ timing: round % 2 === 0 ? 'exact' : 'off' });
      machine.loadElf(fixture('programs/p07_calls.elf'), 'p07.elf');
      machine.run({ maxInstructions: random(20_000) });
      for (let i = 0; i < 20; i++) machine.memory.write32(0x40080000 + 4 * random(0x600), random(2 ** 32));
      for (let i = 0; i < 4; i++) machine.core.setA(random(16), random(2 ** 32));
      expect(ends).toContain(machine.run({ maxInstructions: 20_000 }).reason);
    }
  });
});

describe('mutated input files are read or refused, and nothing else', () => {
  test('executables', () => {
    const refused = onlyInputErrors(fixture('programs/p01_float.elf'), 1, (bytes) =>
      readSymbols(parseElf(bytes, 'fuzz.elf')),
    );
    expect(refused).toBeGreaterThan(ROUNDS / 10);
  });

  test('objects, linked', () => {
    const refused = onlyInputErrors(fixture('programs/objects/w2_faults.O2lc.o'), 2, (bytes) => {
      link([{ name: 'fuzz.o', bytes }], OPTIONS);
    });
    expect(refused).toBeGreaterThan(ROUNDS / 10);
  });

  test('archives, linked', () => {
    const bytes = archive([
      { name: 'sensor.o', bytes: fixture('programs/objects/w1_sensor.Os.o') },
      { name: 'store.o', bytes: fixture('programs/objects/w1_store.Os.o') },
    ]);
    const refused = onlyInputErrors(bytes, 3, (mutated) => {
      readArchive(mutated, 'fuzz.a');
      link([{ name: 'fuzz.a', bytes: mutated }], OPTIONS);
    });
    expect(refused).toBeGreaterThan(ROUNDS / 10);
  });
});
