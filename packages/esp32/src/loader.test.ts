import { ElfType, SectionFlag, SectionType, writeElf } from '@xtal/xtensa/elf';
import { describe, expect, test } from 'vitest';
import { ElfError } from './elf/elf-error.js';
import { createMachine } from './machine.js';
import { fixture, sharedFile } from './testing/fixtures.js';

/** An executable with one section and segment for each range given. */
function executable(
  ranges: { address: number; size: number; bytes?: number[] }[],
  entry = 0x40080000,
): Uint8Array {
  const sections = ranges.map(({ address, size, bytes }, i) => ({
    name: `.s${i}`,
    type: bytes === undefined ? SectionType.nobits : SectionType.progbits,
    flags: SectionFlag.alloc | SectionFlag.write,
    address,
    data: Uint8Array.from(bytes ?? []),
    size,
    align: 1,
    entrySize: 0,
    relocations: [],
    group: undefined,
  }));
  const segments = sections.map((section) => ({
    address: section.address,
    loadAddress: section.address,
    sections: [section],
    flags: 6,
  }));
  return writeElf({ type: ElfType.executable, entry, sections, symbols: [], segments });
}

describe('loading executables', () => {
  test('segments land in DRAM, IRAM, both flash windows and RTC slow memory; the rest of a segment is zero', () => {
    const machine = createMachine();
    machine.memory.write32(0x3ffb0004, 0xffffffff);
    machine.loadElf(
      executable([
        { address: 0x3ffb0000, size: 4, bytes: [1, 2, 3, 4] },
        { address: 0x3ffb0004, size: 64 },
        { address: 0x40080000, size: 4, bytes: [5, 0, 0, 0] },
        { address: 0x3f400020, size: 4, bytes: [6, 0, 0, 0] },
        { address: 0x400d0020, size: 4, bytes: [7, 0, 0, 0] },
        { address: 0x50000000, size: 4, bytes: [8, 0, 0, 0] },
      ]),
      'a.elf',
    );
    const { memory } = machine;
    const addresses = [0x3ffb0000, 0x3ffb0004, 0x40080000, 0x3f400020, 0x400d0020, 0x50000000];
    expect(addresses.map((address) => memory.read32(address))).toEqual([0x04030201, 0, 5, 6, 7, 8]);
    expect([
      memory.isExecutable(0x400d0020),
      memory.isExecutable(0x3f400020),
      memory.isMapped(0x400e0000),
    ]).toEqual([true, false, false]);
    expect(machine.core.pc).toBe(0x40080000);
  });

  test.each([
    [
      'overlap',
      [
        { address: 0x3ffb0000, size: 64 },
        { address: 0x3ffb0020, size: 64 },
      ],
      /expected a segment behind 0x3ffb0040, where another one ends, found one at 0x3ffb0020/,
    ],
    [
      'no memory',
      [{ address: 0x20000000, size: 16 }],
      /expected a segment in the ESP32's memory, found 16 bytes at 0x20000000, of which 0x20000000 is no memory/,
    ],
    [
      'across the end of DRAM',
      [
        { address: 0x3fffff00, size: 0x100 },
        { address: 0x3ffd0000, size: 0x60000 - 0x30100 + 0x100 },
      ],
      /overlaps it/,
    ],
    [
      'absurdly large',
      [{ address: 0x3ffb0000, size: 0x7fffffff }],
      /expected a segment in the ESP32's memory/,
    ],
    ['registers', [{ address: 0x3ff40000, size: 4 }], /is peripheral registers/],
    ['PSRAM that is not there', [{ address: 0x3f800000, size: 4 }], /is PSRAM window/],
    [
      'beyond a flash window',
      [{ address: 0x3f7ffff0, size: 0x20 }],
      /expected a segment in the ESP32's memory/,
    ],
  ] as [string, { address: number; size: number }[], RegExp][])(
    '%s is refused, and nothing is written',
    (_, ranges, message) => {
      const machine = createMachine();
      const before = machine.stateHash();
      expect(() => machine.loadElf(executable(ranges), 'a.elf')).toThrow(ElfError);
      expect(() => machine.loadElf(executable(ranges), 'a.elf')).toThrow(message);
      expect(machine.stateHash()).toBe(before);
    },
  );

  test('PSRAM of the configuration can be loaded', () => {
    const machine = createMachine({ psram: 0x400000 });
    machine.loadElf(executable([{ address: 0x3fbffff0, size: 4, bytes: [9, 0, 0, 0] }]), 'a.elf');
    expect(machine.memory.read32(0x3fbffff0)).toBe(9);
    expect(() => createMachine({ psram: 0x800000 })).toThrow(
      /PSRAM of 8388608 bytes: expected a multiple of 4096 from 0 to 4194304/,
    );
  });

  test('objects are no executables, executables no objects; load tells them apart', () => {
    const machine = createMachine();
    expect(() => machine.loadElf(fixture('programs/objects/w1_store.O2.o'), 'o.o')).toThrow(
      /expected type 2 \(executable\)/,
    );
    const elf = { name: 'a.elf', bytes: fixture('engine/a_kernel_esp32.elf') };
    expect(() => machine.load([elf, elf])).toThrow(
      /expected type 1 \(relocatable object\), found an executable/,
    );
    expect(() => machine.load([])).toThrow(/no files to link/);
    machine.load([elf]);
    expect(machine.symbols.lookup(machine.core.pc)?.name).toBe('_start');
  });

  test('debug sections stay with the image', () => {
    const machine = createMachine();
    const { sections } = machine.loadElf(fixture('programs/p01_float.elf'), 'p01.elf');
    expect(sections.find(({ name }) => name === '.debug_line')!.bytes.length).toBeGreaterThan(100);
  });
});

describe('memory', () => {
  test('SRAM1 on the instruction bus: the same words in reversed order', () => {
    const { memory } = createMachine();
    memory.write32(0x3fffffe8, 0x11223344);
    expect(memory.read32(0x400a0014)).toBe(0x11223344);
    memory.write32(0x400bfffc, 0x55667788);
    expect(memory.read32(0x3ffe0000)).toBe(0x55667788);
  });

  test('RTC fast memory and ROM1 have two names; UART0 is behind both buses', () => {
    const chunks: number[] = [];
    const machine = createMachine({ consoleOut: (bytes) => chunks.push(...bytes) });
    const { memory } = machine;
    memory.write32(0x3ff80010, 77);
    memory.write32(0x3ff91234, 88);
    expect([memory.read32(0x400c0010), memory.read32(0x40061234)]).toEqual([77, 88]);
    memory.write8(0x3ff40000, 0x41);
    memory.write32(0x60000000, 0x42);
    machine.console.flush();
    expect(chunks).toEqual([0x41, 0x42]);
  });
});

const ROM = sharedFile('fixtures/firmware/rom/esp32_rev300_rom.elf');
const HELLO = sharedFile('fixtures/firmware/hello_world_v5.0.1/hello_world.elf');
if (ROM === undefined) console.log('skipped: loading the ROM, because it is not at hand');

describe.skipIf(ROM === undefined || HELLO === undefined)('ROM and firmware', () => {
  test("the ROM's code and constants stand at their addresses on both buses", () => {
    const machine = createMachine();
    machine.loadRomElf(ROM!, 'rom.elf');
    expect(machine.symbols.lookup(0x40007d54)?.name).toBe('ets_printf');
    // First bytes of memcpy: an ENTRY.
    expect(machine.memory.read8(0x4000c2c8)).toBe(0x36);
    expect(machine.memory.read32(0x3ff96354)).toBe(machine.memory.read32(0x40066354));
    expect(machine.natives.nameAt(0x4000c2c8)).toBeUndefined();
  });

  test('a firmware that needs the ROM says which of its functions is missing', () => {
    const machine = createMachine();
    machine.loadElf(HELLO!, 'hello_world.elf');
    const result = machine.run({ maxInstructions: 300_000 });
    expect(result.message).toMatch(
      /the program calls esp_rom_get_reset_reason of the ROM, which xtal does not serve/,
    );
    expect(result.death!.chain.map(({ name }) => name)).toEqual([
      'esp_rom_get_reset_reason',
      'call_start_cpu0',
    ]);
  });

  test('a firmware that cannot boot yet ends in something, with and without the ROM', () => {
    for (const rom of [false, true]) {
      const machine = createMachine();
      if (rom) machine.loadRomElf(ROM!, 'rom.elf');
      machine.loadElf(HELLO!, 'hello_world.elf');
      expect(['died', 'max-insns', 'idle']).toContain(machine.run({ maxInstructions: 300_000 }).reason);
    }
  });
});
