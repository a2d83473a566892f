import { describe, expect, test } from 'vitest';
import { createMachine, type Machine } from './machine.js';
import { sharedFile } from './testing/fixtures.js';

const ROM = sharedFile('fixtures/firmware/rom/esp32_rev300_rom.elf');
const HELLO = sharedFile('fixtures/firmware/hello_world_v5.0.1/hello_world.elf');
const skipped = ROM === undefined || HELLO === undefined;
if (skipped)
  console.log('skipped: calls into real firmware, because the ROM and hello_world are not at hand');

/** ROM and application loaded, state as facts/heap/cycles.md has it. */
function firmware(): Machine {
  const machine = createMachine();
  machine.loadRomElf(ROM!, 'rom.elf');
  machine.loadElf(HELLO!, 'hello_world.elf');
  machine.core.writeSpecial('vecbase', 0x40080000);
  return machine;
}

const address = (machine: Machine, name: string): number => machine.symbols.address(name)!;

describe.skipIf(skipped)("ESP-IDF's own heap code, called from outside (facts/heap/cycles.md)", () => {
  const REGION = 0x3ffc0000;
  /** A fresh 64 KiB heap and its functions. */
  function heap(): {
    machine: Machine;
    call: (name: string, ...args: number[]) => { result: number; cycles: number; instructions: number };
  } {
    const machine = firmware();
    machine.memory.fill(REGION, 0x10000, 0);
    const call = (
      name: string,
      ...args: number[]
    ): { result: number; cycles: number; instructions: number } =>
      machine.measureCall(address(machine, name), args, { stack: 0x3ffff000 });
    return { machine, call };
  }

  test('multi_heap_register costs 3393 cycles, the first malloc of 100 bytes 545 and gives 0x3FFC0328', () => {
    const { call } = heap();
    const registered = call('multi_heap_register', REGION, 0x10000);
    expect(registered).toMatchObject({ cycles: 3393, instructions: 1990 });
    const first = call('multi_heap_malloc', registered.result, 100);
    expect(first).toMatchObject({ result: 0x3ffc0328, cycles: 545, instructions: 325 });
  });

  test.each([
    [16, 520, 303],
    [40, 520, 303],
    [1000, 545, 325],
    [20000, 545, 325],
  ])('malloc(%d) from the one free block: %d cycles, %d instructions', (size, cycles, instructions) => {
    const { call } = heap();
    const { result } = call('multi_heap_register', REGION, 0x10000);
    expect(call('multi_heap_malloc', result, size)).toMatchObject({ cycles, instructions });
  });

  test('free without free neighbours 302, NULL 15, malloc(0) 17', () => {
    const { call } = heap();
    const { result } = call('multi_heap_register', REGION, 0x10000);
    const blocks = [1, 2, 3, 4, 5].map(() => call('multi_heap_malloc', result, 40).result);
    expect(call('multi_heap_free', result, blocks[2]!)).toMatchObject({ cycles: 302, instructions: 156 });
    expect(call('multi_heap_free', result, 0)).toMatchObject({ cycles: 15, instructions: 9 });
    expect(call('multi_heap_malloc', result, 0)).toMatchObject({ cycles: 17, instructions: 11 });
  });

  test('the system heaps: heap_caps_malloc(100, DEFAULT) gives 0x3FFAE918 after 884 cycles', () => {
    const machine = firmware();
    for (const name of ['ets_printf', 'esp_log_timestamp', 'esp_log_early_timestamp']) {
      if (machine.symbols.address(name) !== undefined) machine.replaceFunction(name, { run: () => 0 });
    }
    const call = (
      name: string,
      ...args: number[]
    ): { result: number; cycles: number; instructions: number } =>
      machine.measureCall(address(machine, name), args, { stack: 0x3ffff000 });
    call('heap_caps_init');
    expect(call('heap_caps_malloc', 100, 0x1000)).toMatchObject({
      result: 0x3ffae918,
      cycles: 884,
      instructions: 478,
    });
  });

  test('registers of a guest in the middle of its run are put back', () => {
    const machine = firmware();
    machine.run({ maxInstructions: 500 });
    const before = [
      machine.core.pc,
      machine.core.ps,
      machine.core.windowBase,
      machine.core.windowStart,
      ...machine.core.ar,
    ];
    machine.callGuest(address(machine, '__udivdi3'), [100, 0, 7, 0]);
    expect([
      machine.core.pc,
      machine.core.ps,
      machine.core.windowBase,
      machine.core.windowStart,
      ...machine.core.ar,
    ]).toEqual(before);
  });
});

describe.skipIf(skipped)('watching and replacing functions of a firmware by symbol', () => {
  test('a watch sees entry and return and changes neither result nor cycles', () => {
    const [plain, watched] = [firmware(), firmware()];
    const seen: string[] = [];
    watched.watchFunction('multi_heap_malloc', {
      enter: (call) => {
        seen.push(`malloc(${call.arg(1)})`);
        return call.arg(1);
      },
      leave: (result, _core, entered) => seen.push(`${String(entered)} -> ${result.toString(16)}`),
    });
    const run = (machine: Machine): { cycles: number; result: number } => {
      const heap = machine.callGuest(address(machine, 'multi_heap_register'), [0x3ffc0000, 0x10000], {
        stack: 0x3ffff000,
      });
      return machine.measureCall(address(machine, 'multi_heap_malloc'), [heap, 100], { stack: 0x3ffff000 });
    };
    expect(run(watched)).toEqual(run(plain));
    expect(seen).toEqual(['malloc(100)', '100 -> 3ffc0328']);
  });

  test('a replaced function is the native one, until that is undone', () => {
    const machine = firmware();
    const undo = machine.replaceFunction('multi_heap_malloc', { run: () => 0x1234, cycles: 10 });
    expect(machine.measureCall(address(machine, 'multi_heap_malloc'), [0, 1])).toMatchObject({
      result: 0x1234,
      cycles: 10,
      instructions: 0,
    });
    undo();
    expect(machine.callGuest(address(machine, 'multi_heap_malloc'), [0, 0])).toBe(0);
  });
});
