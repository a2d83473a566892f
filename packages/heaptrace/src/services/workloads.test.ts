/**
 * Programs of our own (packages/heaptrace/workloads): every call chain that the heap services report is compared with a
 * shadow call stack kept by single-stepping, and the dump with what IDF's rules make of the events.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMachine, type Machine } from '@xtal/esp32';
import { decode, wordAt } from '@xtal/xtensa';
import { assemble } from '@xtal/xtensa/assembler';
import { describe, expect, it } from 'vitest';
import { MAX_CHAIN_DEPTH, type AllocationListener } from '../event.js';
import { installHeapServices } from './install.js';
import type { SdkConfig } from './settings.js';

const folder = fileURLToPath(new URL('../../workloads/', import.meta.url));

interface Seen {
  kind: string;
  operation: string;
  cycle: number;
  core: number;
  size: number;
  address: number;
  oldAddress: number;
  chain: number[];
}

/** A machine with a workload loaded, its events and its console. */
function start(
  names: readonly string[],
  sdkconfig: SdkConfig = {},
): { machine: Machine; events: Seen[]; text: () => string } {
  let text = '';
  const machine = createMachine({ consoleOut: (bytes) => (text += new TextDecoder().decode(bytes)) });
  const services = installHeapServices(machine, { sdkconfig });
  machine.load(
    names.map((name) => {
      const { object, diagnostics } = assemble([{ name, text: readFileSync(folder + name, 'utf8') }]);
      if (!object) throw new Error(JSON.stringify(diagnostics));
      return { name, bytes: object };
    }),
  );
  const events: Seen[] = [];
  const listener: AllocationListener = {
    chainDepth: MAX_CHAIN_DEPTH,
    allocationEvent: ({ kind, operation, cycle, core, size, address, oldAddress, chain, chainLength }) =>
      events.push({
        kind,
        operation,
        cycle,
        core,
        size,
        address,
        oldAddress,
        chain: [...chain.subarray(0, chainLength)],
      }),
  };
  services.addListener(listener);
  return { machine, events, text: () => text };
}

type Transfer = 'call' | 'return' | 'interrupt return' | undefined;

/** What an instruction does to the call stack. */
function transferAt(machine: Machine, pc: number): Transfer {
  const name = decode(wordAt(machine.memory.copyOut(pc, 3), 0))?.name ?? '';
  if (/^callx?(0|4|8|12)$/.test(name)) return 'call';
  if (/^retw?(\.n)?$/.test(name)) return 'return';
  return name === 'rfi' ? 'interrupt return' : undefined;
}

/** Executes one instruction at a time and keeps the call stack beside it. Returns the stack at each event. */
function shadow(machine: Machine, events: readonly Seen[]): number[][] {
  const { core, natives, memory } = machine;
  const transfers = new Map<number, Transfer>();
  const stacks: number[][] = [];
  const interrupted: number[][] = [];
  let stack: number[] = [];
  while (!machine.ended) {
    const { pc, instructions } = core;
    const isNative = natives.nameAt(pc) !== undefined;
    if (!isNative && !transfers.has(pc)) transfers.set(pc, transferAt(machine, pc));
    const before = [...stack];
    core.step();
    while (stacks.length < events.length)
      stacks.push(before.reverse().filter((a) => !machine.isStartCode(a)));
    // The timer's interrupt starts a call stack of its own; it may come instead of an instruction or behind one.
    const isInterrupt = core.pc === (core.readSpecial('vecbase') + 0x1c0) >>> 0;
    const next = isInterrupt ? core.readSpecial('epc3') : core.pc;
    if (isNative && next !== pc) expect(next).toBe(stack.pop());
    if (isInterrupt) {
      interrupted.push(stack);
      stack = [];
    }
    if (isNative || core.instructions === instructions) continue;
    const transfer = transfers.get(pc);
    if (transfer === 'call') stack.push(pc + 3);
    else if (transfer === 'return') expect(core.pc).toBe(stack.pop());
    else if (transfer === 'interrupt return') stack = interrupted.pop()!;
    if (core.instructions > 3_000_000) throw new Error('the workload does not end');
  }
  expect(memory.isExecutable(core.pc)).toBe(true);
  return stacks;
}

/** The dump of v5.1.3 at depth 2 as its rules give it, from the events between init and the dump. */
function expectedDump(events: readonly Seen[], capacity: number, leaks: boolean): string {
  const traced =
    /^(malloc|calloc|realloc|free|heap_caps_(malloc|free|realloc|malloc_default|realloc_default))$/;
  const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
  const chain = (event: Seen): string => {
    const two = event.chain.slice(0, 2).map(hex);
    return two.length < 2 ? `${two[0]}:` : two.join(':');
  };
  /** All slots are printed there, unused ones too. */
  const freedBy = (event: Seen): string => [0, 1].map((i) => hex(event.chain[i] ?? 0)).join(':');
  let records: { event: Seen; freed?: Seen }[] = [];
  let [allocations, frees, highest, overflowed] = [0, 0, 0, false];
  const free = (event: Seen, address: number): void => {
    if (address === 0 || records.length === 0) return;
    frees++;
    const found = records.find((record) => record.event.address === address);
    if (found && leaks) records = records.filter((record) => record !== found);
    else if (found) found.freed = event;
  };
  for (const event of events) {
    if (!traced.test(event.operation)) continue;
    if (event.kind === 'free') free(event, event.address);
    else if (event.operation.includes('realloc')) free(event, event.oldAddress);
    if (event.kind !== 'alloc' && event.kind !== 'realloc') continue;
    if (records.length === capacity) {
      records.shift();
      overflowed = true;
    }
    records.push({ event });
    allocations++;
    highest = Math.max(highest, records.length);
  }
  const alive = records.filter(({ freed }) => !freed);
  const bytes = alive.reduce((sum, { event }) => sum + event.size, 0);
  return [
    `====== Heap Trace: ${records.length} records (${capacity} capacity) ======`,
    ...records.map(
      ({ event, freed }) =>
        `${String(event.size).padStart(6)} bytes (@ ${hex(event.address)}, Internal) allocated CPU ${event.core} ` +
        `ccount ${hex(event.cycle & ~3)} caller ${chain(event)}${freed ? `\nfreed by ${freedBy(freed)}` : ''}`,
    ),
    '====== Heap Trace Summary ======',
    `Mode: Heap Trace ${leaks ? 'Leaks' : 'All'}`,
    leaks
      ? `${bytes} bytes 'leaked' in trace (${alive.length} allocations)`
      : `${bytes} bytes alive in trace (${alive.length}/${records.length} allocations)`,
    `records: ${records.length} (${capacity} capacity, ${highest} high water mark)`,
    `total allocations: ${allocations}`,
    `total frees: ${frees}`,
    ...(overflowed ? ['(NB: Internal Buffer has overflowed, so trace data is incomplete.)'] : []),
    '================================',
    '',
  ].join('\n');
}

describe.each([
  { name: 'nested', files: ['nested.s'], capacity: 120, leaks: true, events: 60, deepest: 7, sites: 7 },
  { name: 'deep', files: ['deep.s'], capacity: 100, leaks: true, events: 220, deepest: 62, sites: 3 },
  { name: 'chains', files: ['chains.s'], capacity: 40, leaks: false, events: 30, deepest: 3, sites: 4 },
  {
    name: 'slow_leak',
    files: ['slow_leak.s'],
    capacity: 64,
    leaks: true,
    events: 1990,
    deepest: 5,
    sites: 2,
  },
  {
    name: 'interrupt',
    files: ['interrupt.s', 'vectors.s'],
    capacity: 64,
    leaks: true,
    events: 100,
    deepest: 12,
    sites: 2,
  },
])('workload $name', ({ files, capacity, leaks, events: least, deepest, sites }) => {
  it('every chain is that of a shadow call stack; the dump is what the rules give', () => {
    const { machine, events, text } = start(files);
    const stacks = shadow(machine, events);
    const result = machine.run();
    expect(result.message).toBeUndefined();
    expect(events.length).toBeGreaterThanOrEqual(least);
    expect(events.map(({ chain }) => chain)).toEqual(stacks);
    expect(Math.max(...stacks.map(({ length }) => length))).toBeGreaterThanOrEqual(deepest);
    const allocations = events.filter(({ kind }) => kind === 'alloc' || kind === 'realloc');
    expect(new Set(allocations.map(({ chain }) => chain[0])).size).toBeGreaterThanOrEqual(sites);
    expect(text()).toContain(expectedDump(events, capacity, leaks));
  });

  it('a run at full speed makes the same events', () => {
    const stepped = start(files);
    while (!stepped.machine.ended) stepped.machine.core.step();
    const { machine, events, text } = start(files);
    expect(machine.run().reason).toBe('exit');
    expect(events).toEqual(stepped.events);
    stepped.machine.run();
    expect(text()).toBe(stepped.text());
  });
});

it('interrupt: events inside the handler end at the dispatcher, those of the main program at app_main', () => {
  const { machine, events } = start(['interrupt.s', 'vectors.s']);
  machine.run();
  const outermost = new Set(events.map(({ chain }) => machine.symbols.lookup(chain.at(-1)! - 1)?.name));
  expect([...outermost].sort()).toEqual(['app_main', 'level3']);
});

it('hooks: one that allocates nests; each event keeps its own chain, callbacks get their arguments', () => {
  const { machine, events, text } = start(['hooks.s']);
  const stacks = shadow(machine, events);
  machine.run();
  expect(text()).toContain('2 allocated, 1 freed, 1 failed: 300000 bytes in heap_caps_malloc\n');
  expect(text()).toContain('2 records of 10, first of 20 bytes; 2 blocks, heap sound\n');
  const names = events.map(({ chain }) => chain.map((address) => machine.symbols.lookup(address - 1)?.name));
  expect(events.map(({ kind, size }) => [kind, size])).toEqual([
    ['alloc', 20],
    ['alloc', 100],
    ['fail', 300000],
    ['free', 0],
  ]);
  expect(names[0]?.slice(0, 2)).toEqual(['note', 'esp_heap_trace_alloc_hook']);
  expect(names[0]?.slice(-2)).toEqual(['outer', 'app_main']);
  expect(names.slice(1)).toEqual([['outer', 'app_main'], ['app_main'], ['app_main']]);
  expect(stacks).toHaveLength(4);
});

it('the depth of the recorder, which spills windows, changes nothing that the programs compute', () => {
  for (const name of ['deep.s', 'slow_leak.s']) {
    const printed = [0, 1, 10].map((depth) => {
      const { machine, text } = start([name], { CONFIG_HEAP_TRACING_STACK_DEPTH: depth });
      machine.run();
      return /^sink \d+$/m.exec(text())?.[0];
    });
    expect(printed[0]).toMatch(/^sink [1-9]/);
    expect(new Set(printed).size).toBe(1);
  }
});

it('records compiled for a smaller depth than the run is set to: a warning that names the buffer and both sizes', () => {
  const warnings: string[] = [];
  const machine = createMachine({ warn: (text) => warnings.push(text) });
  installHeapServices(machine, { idf: 'v5.2', sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 32 } });
  const { object } = assemble([{ name: 'hooks.s', text: readFileSync(`${folder}hooks.s`, 'utf8') }]);
  machine.load([{ name: 'hooks.o', bytes: object! }]);
  machine.run();
  expect(warnings).toEqual([
    'heap_trace_init_standalone: records has 1160 bytes, 10 records of ESP-IDF v5.2 at depth 32 need 2760: ' +
      'the program was compiled for another CONFIG_HEAP_TRACING_STACK_DEPTH',
  ]);
});

it('tracing is compiled in when the program refers to it, or when the configuration says so', () => {
  const traced = (text: string, sdkconfig: SdkConfig = {}): boolean => {
    const machine = createMachine();
    const services = installHeapServices(machine, { sdkconfig });
    const { object } = assemble([
      { name: 'a.s', text: `.global app_main\napp_main: entry sp, 32\n${text}\nretw\n` },
    ]);
    machine.load([{ name: 'a.o', bytes: object! }]);
    machine.run();
    return services.trace !== undefined;
  };
  expect(traced('movi a10, 8\ncall8 malloc')).toBe(false);
  expect(traced('call8 heap_trace_init_standalone')).toBe(true);
  expect(traced('', { CONFIG_HEAP_TRACING_STANDALONE: 'y' })).toBe(true);
  expect(traced('call8 heap_trace_init_standalone', { CONFIG_HEAP_TRACING_OFF: 'y' })).toBe(false);
});
