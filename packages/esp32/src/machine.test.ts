import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMachine, type Machine } from './machine.js';
import type { MachineConfig } from './machine-config.js';
import { fixture, FIXTURES } from './testing/fixtures.js';
import { code, TestObject } from './testing/objects.js';
import { Relocation } from '@xtal/xtensa/elf';

/** A machine whose console output is collected. */
function machineWithText(config: MachineConfig = {}): { machine: Machine; text: () => string } {
  const chunks: Uint8Array[] = [];
  const machine = createMachine({ ...config, consoleOut: (bytes) => chunks.push(bytes) });
  return { machine, text: () => Buffer.concat(chunks).toString() };
}

interface ProgramExpectation {
  elf: string;
  stdout: string;
  exit: number;
  instructions?: number;
}

const programs = JSON.parse(Buffer.from(fixture('programs/expected.json')).toString()) as Record<
  string,
  ProgramExpectation
>;
/** facts of fixtures/engine/README.md: what is printed, instructions, cycles. */
const ENGINE: [name: string, printed: string, instructions: number, cycles: number][] = [
  ['a_kernel', '4f5cfcba', 2045397, 2661367],
  ['b_calls', 'e045995f', 928185, 1828092],
  ['c_alloc', '4f33018e', 2238329, 3312580],
  ['d_vm', '79d5d7b7', 2416381, 4561968],
  ['e_bytes', '0584e6a2', 2617173, 5838600],
];

describe('whole programs', () => {
  test.each(ENGINE)(
    'engine/%s prints %s after %d instructions and %d cycles',
    (name, printed, instructions, cycles) => {
      const { machine, text } = machineWithText();
      machine.loadElf(fixture(`engine/${name}_esp32.elf`), `${name}.elf`);
      expect(machine.run()).toEqual({ reason: 'exit', exitCode: 0, instructions, cycles });
      expect(text()).toBe(`${printed}\n`);
    },
  );

  test.each(ENGINE)(
    'engine/%s with --timing off takes one cycle an instruction',
    (name, printed, instructions) => {
      const { machine, text } = machineWithText({ timing: 'off' });
      machine.loadElf(fixture(`engine/${name}_esp32.elf`), `${name}.elf`);
      const result = machine.run();
      expect([result.instructions, text()]).toEqual([instructions, `${printed}\n`]);
    },
  );

  test.each(Object.entries(programs))('programs/%s prints what is expected', (name, expected) => {
    const { machine, text } = machineWithText();
    machine.loadElf(fixture(`programs/${expected.elf}`), expected.elf);
    const result = machine.run({ maxInstructions: 5_000_000 });
    expect(text()).toBe(Buffer.from(fixture(`programs/${expected.stdout}`)).toString());
    expect(result).toMatchObject({ reason: 'exit', exitCode: expected.exit });
    if (expected.instructions !== undefined) expect(result.instructions).toBe(expected.instructions);
    expect(name).toBe(expected.elf.replace('.elf', ''));
  });

  test('the folder holds nothing that is not run here', () => {
    const elfs = readdirSync(join(FIXTURES, 'programs')).filter((name) => name.endsWith('.elf'));
    expect(elfs.toSorted()).toEqual(
      Object.values(programs)
        .map(({ elf }) => elf)
        .toSorted(),
    );
  });

  test('two machines in one process do not know of each other', () => {
    const [one, two] = [machineWithText(), machineWithText()];
    one.machine.loadElf(fixture('engine/b_calls_esp32.elf'), 'b');
    two.machine.loadElf(fixture('engine/b_calls_esp32.elf'), 'b');
    one.machine.run({ maxInstructions: 100_000 });
    two.machine.run({ maxInstructions: 1000 });
    const before = two.machine.stateHash();
    one.machine.run();
    expect(two.machine.stateHash()).toBe(before);
    two.machine.run();
    expect(two.machine.stateHash()).toBe(one.machine.stateHash());
    expect(two.text()).toBe(one.text());
  });
});

/** An object with one function of the given instructions, `main` by default, and calls at the offsets given. */
function program(
  instructions: Parameters<typeof code>,
  calls: Record<number, string> = {},
  name = 'main',
): { name: string; bytes: Uint8Array }[] {
  const object = new TestObject();
  const text = object.section(`.text.${name}`, 'text', code(...instructions));
  object.symbol(name, text, { size: text.size });
  for (const [offset, callee] of Object.entries(calls)) {
    object.relocate(text, Number(offset), Relocation.SLOT0_OP, object.symbol(callee));
  }
  return [{ name: 'test.o', bytes: object.bytes() }];
}

describe('limits of a run', () => {
  const endless = program([
    ['entry', 1, 32],
    ['j', 3],
  ]);

  test('an endless loop ends after the instructions allowed, to the instruction', () => {
    const { machine } = machineWithText();
    machine.load(endless);
    expect(machine.run({ maxInstructions: 12_345 })).toMatchObject({
      reason: 'max-insns',
      instructions: 12_345,
    });
    expect(machine.run({ maxInstructions: 7 })).toMatchObject({ reason: 'max-insns', instructions: 7 });
  });

  test('simulated time reached is success or failure, as asked', () => {
    const { machine } = machineWithText();
    machine.load(endless);
    expect(machine.run({ time: 1000, timeout: 2000 })).toMatchObject({ reason: 'time' });
    expect(machine.run({ time: 2000, timeout: 1000 })).toMatchObject({ reason: 'timeout' });
    expect(machine.run({ wallTimeout: 1 }).reason).toBe('wall-timeout');
  });

  test('events of the clock happen at their cycle', () => {
    const { machine } = machineWithText();
    machine.load(endless);
    const seen: number[] = [];
    machine.clock.at(500, () => seen.push(machine.clock.now));
    machine.run({ time: 1000 });
    expect(seen.length).toBe(1);
    expect(seen[0]! - 500).toBeLessThan(10);
  });

  test('a core that sleeps with nothing to wake it is idle; with an event it goes on', () => {
    const sleeper = program([['entry', 1, 32], ['waiti', 0], ['movi', 2, 5], ['retw']]);
    const first = machineWithText().machine;
    first.load(sleeper);
    expect(first.run()).toMatchObject({ reason: 'idle' });
    const second = machineWithText().machine;
    second.load(sleeper);
    expect(second.run({ time: 100_000 })).toMatchObject({ reason: 'time', cycles: 100_000 });
  });

  test('a text that is printed ends the run', () => {
    const { machine, text } = machineWithText();
    machine.loadElf(fixture('programs/p06_vm.elf'), 'p06');
    const result = machine.run({ expectText: 'steps=', failText: 'never' });
    expect(result.reason).toBe('expect-text');
    expect(text()).toContain('steps=');
    expect(machine.run({ failText: 'go=' }).reason).toBe('fail-text');
    expect(machine.run().reason).toBe('exit');
  });
});

describe('a guest that dies', () => {
  const death = (
    files: { name: string; bytes: Uint8Array }[],
    config: MachineConfig = {},
  ): ReturnType<Machine['run']> => {
    const { machine } = machineWithText(config);
    machine.load(files);
    return machine.run({ maxInstructions: 100_000 });
  };

  test('a load from nothing: cause, address, registers and where', () => {
    const result = death(program([['entry', 1, 32], ['movi', 2, 0x10], ['l32i', 3, 2, 0], ['retw']]));
    expect(result.reason).toBe('died');
    expect(result.death).toMatchObject({ cause: 28, address: 0x10, coreId: 0 });
    expect(result.death!.registers[2]).toBe(0x10);
    expect(result.death!.chain.map(({ name }) => name)).toEqual(['main', '_xtal_start']);
    expect(result.message).toMatch(/LoadProhibited at 0x00000010 \(nothing is there\)/);
    expect(result.message).toMatch(/main\+0x6\b/);
  });

  test.each([
    ['an illegal instruction', [['entry', 1, 32], ['ill']], 0],
    [
      'a division by zero',
      [
        ['entry', 1, 32],
        ['movi', 2, 0],
        ['quou', 3, 2, 2],
      ],
      6,
    ],
    ['SYSCALL', [['entry', 1, 32], ['syscall']], 1],
    [
      'a store to ROM',
      [
        ['entry', 1, 32],
        ['movi', 2, 1],
        ['slli', 2, 2, 30],
        ['s32i', 2, 2, 0],
      ],
      3,
    ],
    [
      'a byte access to instruction RAM',
      [
        ['entry', 1, 32],
        ['movi', 2, 0x401],
        ['slli', 2, 2, 20],
        ['movi', 3, 0x80],
        ['slli', 3, 3, 12],
        ['sub', 2, 2, 3],
        ['l8ui', 3, 2, 0],
      ],
      3,
    ],
  ] as [string, Parameters<typeof code>, number][])('%s has its cause', (_, instructions, cause) => {
    expect(death(program(instructions)).death).toMatchObject({ cause });
  });

  test('a jump into nothing', () => {
    const result = death(
      program([
        ['entry', 1, 32],
        ['movi', 2, 0x40],
        ['jx', 2],
      ]),
    );
    expect(result.death).toMatchObject({ pc: 0x40 });
    expect(result.message).toMatch(/Instr?Fetch|InstructionFetch/);
  });

  test('a break instruction and a vector that is not there', () => {
    expect(
      death(
        program([
          ['entry', 1, 32],
          ['break', 1, 2],
        ]),
      ).message,
    ).toMatch(/debug break/);
    // VECBASE into nothing: the exception's vector raises the next exception, for ever.
    const lost = death(program([['entry', 1, 32], ['movi', 2, 0], ['wsr.vecbase', 2], ['ill']]));
    expect(lost.message).toMatch(/double exception/);
  });

  test('abort and failed assertions say so, and the chain begins at the caller', () => {
    const result = death(
      program(
        [
          ['entry', 1, 32],
          ['call8', 4],
        ],
        { 3: 'abort' },
      ),
    );
    expect(result.message).toMatch(/abort\(\) was called/);
    expect(result.death!.chain.map(({ name }) => name)).toEqual(['abort', 'main']);
  });

  test('a native function that is given a wild pointer raises the exception at its own address', () => {
    const result = death(
      program(
        [
          ['entry', 1, 32],
          ['movi', 10, 8],
          ['call8', 8],
        ],
        { 6: 'strlen' },
      ),
    );
    expect(result.death).toMatchObject({ cause: 28, address: 8 });
    expect(result.death!.chain[0]!.name).toBe('strlen');
  });

  test('the chain goes through live windows and spilled ones', () => {
    const object = new TestObject();
    const deep = object.section(
      '.text.deep',
      'text',
      code(['entry', 1, 32], ['beqz', 2, 15], ['addi', 10, 2, -1], ['call8', 12], ['retw'], ['ill']),
    );
    const main = object.section(
      '.text.main',
      'text',
      code(['entry', 1, 32], ['movi', 10, 20], ['call8', 8], ['retw']),
    );
    const symbol = object.symbol('deep', deep, { size: deep.size });
    object.symbol('main', main, { size: main.size });
    object.relocate(deep, 9, Relocation.SLOT0_OP, symbol).relocate(main, 6, Relocation.SLOT0_OP, symbol);
    const names = death([{ name: 'deep.o', bytes: object.bytes() }]).death!.chain.map(({ name }) => name);
    expect(names).toEqual([...Array.from({ length: 21 }, () => 'deep'), 'main', '_xtal_start']);
  });

  test('a call through a wild pointer names the caller, whose window has not rotated yet', () => {
    const object = new TestObject();
    const wild = object.section(
      '.text.wild',
      'text',
      code(['entry', 1, 32], ['movi', 8, 3], ['callx8', 8], ['retw']),
    );
    const main = object.section('.text.main', 'text', code(['entry', 1, 32], ['call8', 8], ['retw']));
    const symbol = object.symbol('wild', wild, { size: wild.size });
    object.symbol('main', main, { size: main.size });
    object.relocate(main, 3, Relocation.SLOT0_OP, symbol);
    const { reason, chain } = death([{ name: 'wild.o', bytes: object.bytes() }]).death!;
    expect(reason).toContain('InstructionFetchError');
    expect(chain.map(({ name }) => name)).toEqual([undefined, 'wild', 'main', '_xtal_start']);
    expect(chain[1]!.offset).toBe(9);
  });

  test('endless recursion: the chain begins at the window handler, goes on at the call, innermost first', () => {
    const object = new TestObject();
    const main = object.section('.text.main', 'text', code(['entry', 1, 32], ['call8', 8], ['retw']));
    const deep = object.section('.text.deep', 'text', code(['entry', 1, 96], ['call8', 8], ['retw']));
    const symbol = object.symbol('deep', deep, { size: deep.size });
    object.symbol('main', main, { size: main.size });
    object.relocate(main, 3, Relocation.SLOT0_OP, symbol).relocate(deep, 3, Relocation.SLOT0_OP, symbol);
    const { reason, chain } = death([{ name: 'deep.o', bytes: object.bytes() }]).death!;
    expect(reason).toContain('double exception: StoreProhibited');
    expect(chain.slice(1, 4).map(({ name, offset }) => [name, offset])).toEqual([
      ['deep', 3],
      ['deep', 6],
      ['deep', 6],
    ]);
    expect(chain).toHaveLength(66);
  });

  test('a smashed stack pointer ends the chain and nothing else', () => {
    const result = death(program([['entry', 1, 32], ['movi', 1, 3], ['ill']]));
    expect(result.reason).toBe('died');
  });

  test('random code ends in something, at once or at the limit', () => {
    let state = 12345;
    for (let round = 0; round < 60; round++) {
      const bytes = new Uint8Array(256);
      for (let i = 0; i < bytes.length; i++) {
        state = (Math.imul(state, 1103515245) + 12345) | 0;
        bytes[i] = state >>> 16;
      }
      const object = new TestObject();
      object.symbol('main', object.section('.text', 'text', bytes), { size: 256 });
      const result = death([{ name: 'random.o', bytes: object.bytes() }]);
      expect(['died', 'max-insns', 'exit', 'idle']).toContain(result.reason);
    }
  });
});

describe('functions of the ROM', () => {
  test('a native function answers at its address in ROM, one defined later as well; others end the run with their name', () => {
    const { machine } = machineWithText();
    expect(machine.natives.nameAt(0x40007d54)).toBe('ets_printf');
    machine.natives.define('ets_sha_enable', { run: () => 0 });
    expect(machine.natives.nameAt(0x4005c07c)).toBe('ets_sha_enable');
    // CALLX8 to 0x400081D4.
    const address: Parameters<typeof code> = [
      ['entry', 1, 32],
      ['movi', 2, 0x400],
      ['slli', 2, 2, 20],
      ['movi', 3, 0x81],
      ['slli', 3, 3, 8],
      ['add', 2, 2, 3],
      ['movi', 3, 0xd4],
      ['add', 2, 2, 3],
      ['callx8', 2],
    ];
    machine.load(program(address));
    const result = machine.run({ maxInstructions: 1000 });
    expect(result.message).toMatch(
      /the program calls rtc_get_reset_reason of the ROM, which xtal does not serve/,
    );
    expect(result.death!.chain.map(({ name }) => name)).toEqual(['rtc_get_reset_reason', 'main']);
  });
});

describe('linked programs', () => {
  test("main's result is the exit code; app_main's is not", () => {
    const body: Parameters<typeof code> = [['entry', 1, 32], ['movi', 2, 42], ['retw']];
    const [one, two] = [machineWithText().machine, machineWithText().machine];
    one.load(program(body));
    two.load(program(body, {}, 'app_main'));
    expect(one.run()).toMatchObject({ reason: 'exit', exitCode: 42 });
    expect(two.run()).toMatchObject({ reason: 'exit', exitCode: 0 });
  });

  test('a program of the call0 ABI is called without windows, and so are its natives and their callbacks', () => {
    const object = new TestObject();
    // main keeps its return address in a14; putchar('0'), then what puts42 as a callback prints.
    const main = object.section(
      '.text.main',
      'text',
      code(['or', 14, 0, 0], ['movi', 2, 48], ['call0', 4], ['call0', 4], ['or', 0, 14, 14], ['ret']),
    );
    const callback = object.section('.text.callback', 'text', code(['addi', 2, 2, 2], ['ret']));
    object.symbol('main', main, { size: main.size });
    object.symbol('callback', callback, { size: callback.size });
    object
      .relocate(main, 6, Relocation.SLOT0_OP, object.symbol('putchar'))
      .relocate(main, 9, Relocation.SLOT0_OP, object.symbol('through'));
    const { machine, text } = machineWithText();
    machine.natives.define('through', {
      run: (call) => machine.callGuest(machine.symbols.address('callback')!, [call.arg(0) + 100]),
    });
    machine.load([{ name: 'call0.o', bytes: object.bytes() }]);
    expect(machine.run({ maxInstructions: 1000 })).toMatchObject({ reason: 'exit', exitCode: 48 + 102 });
    expect(text()).toBe('0');
  });

  test('_start begins without xtal in between', () => {
    const { machine } = machineWithText();
    machine.load(program([['movi', 2, 1], ['movi', 3, 7], ['simcall']], {}, '_start'));
    expect(machine.run()).toEqual({
      reason: 'exit',
      exitCode: 7,
      instructions: 3,
      cycles: expect.any(Number) as number,
    });
  });

  test('constructors run before main, in their order', () => {
    const object = new TestObject();
    const put = (name: string, letter: string): void => {
      const text = object.section(
        `.text.${name}`,
        'text',
        code(['entry', 1, 32], ['movi', 10, letter.charCodeAt(0)], ['call8', 8], ['movi', 2, 0], ['retw']),
      );
      object.relocate(text, 6, Relocation.SLOT0_OP, object.symbol('putchar'));
      const symbol = object.symbol(name, text, { size: text.size });
      if (name === 'main') return;
      const table = object.section(name === 'first' ? '.init_array.00100' : '.init_array', 'data', 4);
      object.relocate(table, 0, Relocation.R32, symbol);
    };
    put('second', 'b');
    put('first', 'a');
    put('main', 'c');
    const { machine, text } = machineWithText();
    machine.load([{ name: 'c.o', bytes: object.bytes() }]);
    expect(machine.run()).toMatchObject({ reason: 'exit', exitCode: 0 });
    expect(text()).toBe('abc');
  });

  test('alloca (MOVSP) after a deep call reloads the window of the caller', () => {
    // f(n): calls itself n times, then moves its stack pointer; the caller's window has been spilled by then.
    const object = new TestObject();
    const f = object.section(
      '.text.f',
      'text',
      code(
        ['entry', 1, 48],
        ['beqz', 2, 15],
        ['addi', 10, 2, -1],
        ['call8', 12],
        ['addi', 2, 10, 1],
        ['addi', 3, 1, -32],
        ['movsp', 1, 3],
        ['retw'],
      ),
    );
    const main = object.section(
      '.text.main',
      'text',
      code(
        ['entry', 1, 32],
        ['movi', 10, 40],
        ['call8', 8],
        ['mov', 2, 10].length ? ['or', 2, 10, 10] : ['nop'],
        ['retw'],
      ),
    );
    const symbol = object.symbol('f', f, { size: f.size });
    object.symbol('main', main, { size: main.size });
    object.relocate(f, 9, Relocation.SLOT0_OP, symbol).relocate(main, 6, Relocation.SLOT0_OP, symbol);
    const { machine } = machineWithText();
    machine.load([{ name: 'alloca.o', bytes: object.bytes() }]);
    expect(machine.run()).toMatchObject({ reason: 'exit', exitCode: 40 });
  });

  test.each(['O0', 'O2', 'Os', 'O2lc'])(
    'w1_sensor at -%s runs on a heap that never frees and prints its result',
    (level) => {
      const { machine, text } = machineWithText();
      let next = 0x3ffe8000;
      const live = new Map<number, number>();
      const allocate = (size: number): number => {
        const at = next;
        live.set(at, size);
        next += (size + 7) & ~7;
        return at;
      };
      const { natives } = machine;
      natives.define('malloc', { run: (call) => allocate(call.arg(0)) });
      natives.define('heap_caps_malloc', { run: (call) => allocate(call.arg(0)) });
      natives.define('calloc', { run: (call) => allocate(call.arg(0) * call.arg(1)) });
      natives.define('heap_caps_calloc', { run: (call) => allocate(call.arg(0) * call.arg(1)) });
      natives.define('realloc', {
        run: (call) => {
          const at = allocate(call.arg(1));
          const old = live.get(call.arg(0));
          if (old !== undefined) call.memory.move(at, call.arg(0), Math.min(old, call.arg(1)));
          live.delete(call.arg(0));
          return at;
        },
      });
      const release = { run: (call: { arg(i: number): number }): void => void live.delete(call.arg(0)) };
      natives.define('free', release);
      natives.define('heap_caps_free', release);
      for (const name of [
        'heap_trace_init_standalone',
        'heap_trace_start',
        'heap_trace_stop',
        'heap_trace_dump',
        'esp_timer_get_time',
      ]) {
        natives.define(name, { run: () => 0 });
      }
      machine.load(
        ['w1_sensor', 'w1_store'].map((name) => ({
          name: `${name}.${level}.o`,
          bytes: fixture(`programs/objects/${name}.${level}.o`),
        })),
      );
      expect(machine.run({ maxInstructions: 5_000_000 })).toMatchObject({ reason: 'exit', exitCode: 0 });
      const expected = JSON.parse(
        Buffer.from(fixture(`programs/objects/w1_sensor.${level}.json`)).toString(),
      ) as { printed: string[]; remaining_blocks: number; remaining_bytes: number };
      expect(text().trimEnd().split('\n')).toEqual(expected.printed);
      expect([live.size, [...live.values()].reduce((a, b) => a + b, 0)]).toEqual([
        expected.remaining_blocks,
        expected.remaining_bytes,
      ]);
    },
  );
});
