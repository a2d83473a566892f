import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { controlOf, createHeapMemory, HeapCaps, MEMORY_TYPES, readHeapList, tlsfProblems } from '@xtal/heap';
import { compareWithFacts, deriveHeapCycles, tableText, type CycleRow } from './derive-heap-cycles.js';
import { GuestHeap, runCapsLockstep, runLockstep } from './guest-heap.js';

const shared = join(import.meta.dirname, '../../../../shared');
const romPath = join(shared, 'fixtures/firmware/rom/esp32_rev300_rom.elf');
const programPath = join(shared, 'fixtures/firmware/hello_world_v5.0.1/hello_world.elf');
const there = existsSync(romPath) && existsSync(programPath);

describe.skipIf(!there)(
  'compiled heap code of ESP-IDF v5.0.1 (../shared/fixtures/firmware; skipped where it is not there)',
  () => {
    const guest = (): GuestHeap => new GuestHeap(readFileSync(romPath), readFileSync(programPath));

    it.each([
      [0x1920, 0],
      [0x3ae0, 0xfe],
      [0x10000, 0],
      [0x1bcb0, 0xa5],
    ])(
      'and the model leave the same bytes after every operation (region %x, filled with %x)',
      (size, fill) => {
        const run = runLockstep(guest(), { size, fill, seed: 99 + size, operations: 600, compareEvery: 1 });
        expect(run.differences).toEqual([]);
      },
    );

    it('and the model choose the same heaps, addresses and bytes through heap_caps, and cost the same within 5 %', () => {
      let [measured, modelled] = [0, 0];
      const run = runCapsLockstep(
        guest(),
        { seed: 5, operations: 1500, compareEvery: 10 },
        (guestCycles, modelCycles) => {
          measured += guestCycles;
          modelled += modelCycles;
        },
      );
      expect(run.differences).toEqual([]);
      expect(Math.abs(modelled / measured - 1)).toBeLessThan(0.05);
    });

    it('introspection reads the heaps that heap_caps_init built', () => {
      const program = guest();
      program.call('heap_caps_init');
      const { memory, symbols } = program.machine;
      const heaps = readHeapList(memory, symbols.address('registered_heaps')!);
      expect(heaps.map(({ start, caps }) => [start.toString(16), caps])).toEqual([
        ['3ffae6e0', MEMORY_TYPES[0].caps],
        ['3ffb2770', MEMORY_TYPES[0].caps],
        ['3ffe0440', MEMORY_TYPES[1].caps],
        ['3ffe4350', MEMORY_TYPES[1].caps],
        ['4008ba0c', MEMORY_TYPES[2].caps],
      ]);
      for (const { heap } of heaps.filter((one) => one.heap !== 0)) {
        expect(tlsfProblems(memory, controlOf(memory, heap))).toEqual([]);
      }
      // the model, given the same layout, builds the same bytes
      const [, dram, , , iram] = heaps;
      const model = new HeapCaps({
        memory: createHeapMemory(0x3ff80000, 0x142000),
        version: 'v5.0',
        layout: { heapStart: dram!.start, iramEnd: iram!.start },
      });
      model.init();
      expect(model.heaps()).toEqual(heaps);
      for (const { start, heap } of heaps.filter((one) => one.heap !== 0)) {
        const built = program.bytes(start, 4096);
        expect(
          Buffer.compare(built, model.memory.u8.subarray(start - 0x3ff80000, start - 0x3ff80000 + 4096)),
        ).toBe(0);
        expect(heap).toBe(start);
      }
    });

    it('costs what the committed table and the published figures say', () => {
      const derivation = deriveHeapCycles(readFileSync(romPath), readFileSync(programPath));
      expect(derivation.differences).toEqual([]);
      const table = readFileSync(join(import.meta.dirname, '../../heap/src/cycles-table.ts'), 'utf8');
      const bare = (text: string): string => text.replace(/\s+/g, ' ');
      expect(bare(tableText(derivation))).toBe(bare(table));
      const facts = JSON.parse(readFileSync(join(shared, 'facts/heap/cycles.json'), 'utf8')) as {
        rows: CycleRow[];
      };
      const { same, different } = compareWithFacts(derivation.rows, facts);
      expect(different).toEqual([]);
      expect(same).toBeGreaterThan(50);
    });
  },
);
