/** ESP-IDF's own compiled heap, watched and replaced; needs the firmware and the ROM beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMachine, type Machine } from '@xtal/esp32';
import { assemble } from '@xtal/xtensa/assembler';
import { describe, expect, it, test } from 'vitest';
import { MAX_CHAIN_DEPTH } from '../event.js';
import { GuestHeapWatch, guestHeapFunctions, replaceGuestHeap } from './watch.js';

const firmware = fileURLToPath(new URL('../../../../../shared/fixtures/firmware/', import.meta.url));
const found = existsSync(firmware);
const skipped = found ? '' : ' (skipped: the firmware is not there)';

interface Seen {
  kind: string;
  operation: string;
  size: number;
  caps: number;
  address: number;
  oldAddress: number;
  depth: number;
  first: string | undefined;
}

function record(machine: Machine, watch: GuestHeapWatch): Seen[] {
  const events: Seen[] = [];
  watch.addListener({
    chainDepth: MAX_CHAIN_DEPTH,
    allocationEvent: ({ kind, operation, size, caps, address, oldAddress, chain, chainLength }) =>
      events.push({
        kind,
        operation,
        size,
        caps,
        address,
        oldAddress,
        depth: chainLength,
        first: machine.symbols.lookup(chain[0]! - 1)?.name,
      }),
  });
  return events;
}

/** A program with a heap of its own: two blocks, handed out upwards; free does nothing. */
const OWN_HEAP = `
    .text
    .global app_main
    .type app_main, @function
app_main:
    entry sp, 32
    movi a10, 24
    call8 malloc
    mov a2, a10
    movi a11, 48
    call8 realloc
    call8 free
    movi a10, 0
    call8 free
    movi a10, 3
    movi a11, 5
    call8 calloc
    retw
    .size app_main, . - app_main
    .global malloc
    .type malloc, @function
malloc:
    entry sp, 32
    movi a8, next
    l32i a9, a8, 0
    add a2, a2, a9
    s32i a2, a8, 0
    mov a2, a9
    retw
    .size malloc, . - malloc
    .global realloc
    .type realloc, @function
realloc:
    entry sp, 32
    mov a10, a3
    call8 malloc
    mov a2, a10
    retw
    .size realloc, . - realloc
    .global calloc
    .type calloc, @function
calloc:
    entry sp, 32
    mull a10, a2, a3
    call8 malloc
    mov a2, a10
    retw
    .size calloc, . - calloc
    .global free
    .type free, @function
free:
    entry sp, 32
    retw
    .size free, . - free
    .data
next: .word 0x3ffc0000
`;

function ownHeap(): Machine {
  const { object } = assemble([{ name: 'own.s', text: OWN_HEAP }]);
  const machine = createMachine();
  machine.loadObjects([{ name: 'own.o', bytes: object! }]);
  return machine;
}

describe('a program with a heap of its own', () => {
  it('watched: every outer call with arguments, result and caller; inner calls of the heap are not the program’s', () => {
    const machine = ownHeap();
    const watch = new GuestHeapWatch(machine);
    expect(watch.functions.map(({ name }) => name).sort()).toEqual(['calloc', 'free', 'malloc', 'realloc']);
    const events = record(machine, watch);
    expect(machine.run().reason).toBe('exit');
    const common = { caps: 0x1000, depth: 1, first: 'app_main' };
    expect(events).toEqual([
      { kind: 'alloc', operation: 'malloc', size: 24, address: 0x3ffc_0000, oldAddress: 0, ...common },
      {
        kind: 'realloc',
        operation: 'realloc',
        size: 48,
        address: 0x3ffc_0018,
        oldAddress: 0x3ffc_0000,
        ...common,
      },
      { kind: 'free', operation: 'free', size: 0, address: 0x3ffc_0018, oldAddress: 0, ...common, caps: 0 },
      { kind: 'alloc', operation: 'calloc', size: 15, address: 0x3ffc_0048, oldAddress: 0, ...common },
    ]);
  });

  it('watching changes nothing: same end, cycles and state', () => {
    const plain = ownHeap();
    const watched = ownHeap();
    record(watched, new GuestHeapWatch(watched));
    expect(watched.run()).toEqual(plain.run());
    expect(watched.stateHash()).toBe(plain.stateHash());
  });

  it('only the names asked for; none after remove', () => {
    const machine = ownHeap();
    const watch = new GuestHeapWatch(machine, ['calloc']);
    const events = record(machine, watch);
    machine.run();
    expect(events.map(({ operation }) => operation)).toEqual(['calloc']);
    const other = ownHeap();
    const removed = new GuestHeapWatch(other);
    const none = record(other, removed);
    removed.remove();
    other.run();
    expect(none).toEqual([]);
  });

  it.each(['idf', 'first-fit', 'buddy'] as const)(
    'replaced by %s: the model serves, the guest’s own code does not run',
    (allocator) => {
      const machine = ownHeap();
      const { services, replaced } = replaceGuestHeap(machine, { allocator });
      expect([...replaced].sort()).toEqual(['calloc', 'free', 'malloc', 'realloc']);
      const addresses: number[] = [];
      services.addListener({ chainDepth: 1, allocationEvent: ({ address }) => addresses.push(address) });
      expect(machine.run().reason).toBe('exit');
      expect(addresses).toHaveLength(4);
      expect(addresses.every((address) => address < 0x3ffc_0000 || address > 0x3ffc_1000)).toBe(true);
      expect(machine.memory.read32(machine.symbols.address('next')!)).toBe(0x3ffc_0000);
    },
  );
});

it('replaced by name: only the functions that were named', () => {
  const machine = ownHeap();
  expect(replaceGuestHeap(machine, {}, ['calloc']).replaced).toEqual(['calloc']);
});

describe('hello_world of ESP-IDF v5.0.1', () => {
  /** The firmware with its heaps made by its own heap_caps_init; console output of that is dropped. */
  function boot(): Machine {
    const machine = createMachine();
    machine.loadRomElf(readFileSync(`${firmware}rom/esp32_rev300_rom.elf`));
    machine.loadElf(readFileSync(`${firmware}hello_world_v5.0.1/hello_world.elf`), 'hello_world.elf');
    for (const name of [
      'ets_printf',
      'esp_rom_printf',
      'esp_log_timestamp',
      'esp_log_write',
      'esp_log_early_timestamp',
    ])
      if (machine.symbols.address(name) !== undefined) machine.replaceFunction(name, { run: () => 0 });
    return machine;
  }
  /** The ROM has functions of the same names: the program's own are meant. */
  const call = (machine: Machine, name: string, ...args: number[]): number => {
    const symbol = machine.symbols.all.find((one) => one.name === name && one.address >= 0x4007_0000);
    return machine.callGuest(symbol!.address, args);
  };

  test.skipIf(!found)(`its heap functions are found by name${skipped}`, () => {
    const names = guestHeapFunctions(boot()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'malloc',
        'free',
        'calloc',
        'realloc',
        'heap_caps_malloc',
        'heap_caps_free',
        '_malloc_r',
      ]),
    );
  });

  test.skipIf(!found)(
    `watched: malloc, realloc and free report once each, at the addresses that IDF gives${skipped}`,
    () => {
      const machine = boot();
      call(machine, 'heap_caps_init');
      const events = record(machine, new GuestHeapWatch(machine));
      const p = call(machine, 'heap_caps_malloc', 100, 0x1000);
      expect(p).toBe(0x3ffa_e918);
      const q = call(machine, 'malloc', 50);
      const r = call(machine, 'realloc', q, 500);
      call(machine, 'free', r);
      call(machine, 'free', p);
      expect(
        events.map(({ kind, operation, size, address, oldAddress }) => [
          kind,
          operation,
          size,
          address,
          oldAddress,
        ]),
      ).toEqual([
        ['alloc', 'heap_caps_malloc', 100, p, 0],
        ['alloc', 'malloc', 50, q, 0],
        ['realloc', 'realloc', 500, r, q],
        ['free', 'free', 0, r, 0],
        ['free', 'free', 0, p, 0],
      ]);
    },
  );

  test.skipIf(!found)(
    `replaced by the model of the same version: the same addresses as its own code${skipped}`,
    () => {
      const own = boot();
      call(own, 'heap_caps_init');
      const replaced = boot();
      replaceGuestHeap(replaced, { idf: 'v5.0.1' });
      const script = (machine: Machine): number[] => {
        const blocks: number[] = [];
        for (let i = 1; i <= 12; i++)
          blocks.push(call(machine, i % 3 ? 'malloc' : 'heap_caps_malloc', 20 * i, 0x1000));
        for (const i of [1, 4, 5, 9]) call(machine, 'free', blocks[i]!);
        blocks.push(call(machine, 'calloc', 7, 9), call(machine, 'realloc', blocks[0]!, 333));
        return blocks;
      };
      // The services keep their own words behind the program's data, so only the small first heap is the same.
      const expected = script(own);
      expect(expected.every((address) => address < 0x3ffb_0000)).toBe(true);
      expect(script(replaced)).toEqual(expected);
    },
  );
});
