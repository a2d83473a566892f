/**
 * ESP-IDF's compiled heap code as an oracle: a real v5.0.1 program on the simulator, and the model beside it on the same random
 * operations.
 */
import { createMachine, type CallOutcome, type Machine } from '@xtal/esp32';
import { createHeapMemory, HeapCaps, MultiHeap, PATH, readHeapList } from '@xtal/heap';

/** Region that the multi_heap functions are run on. */
export const BASE = 0x3ffc0000;
const PROGRAM = 'hello_world.elf';
const RTC = 0x3ff80000;
const INTERNAL_BYTES = 0x142000;

/** The program with its ROM on a machine, and its heap functions by name. */
export class GuestHeap {
  readonly machine: Machine;
  /** Stack pointer for calls; the machine's own by default. */
  stack: number | undefined = undefined;

  constructor(rom: Uint8Array, program: Uint8Array) {
    this.machine = createMachine({ timing: 'exact' });
    this.machine.loadRomElf(rom, 'rom.elf');
    this.machine.loadElf(program, PROGRAM);
    // log output and its time stamp return at once
    for (const name of ['ets_printf', 'esp_log_timestamp', 'esp_log_early_timestamp']) {
      if (this.machine.symbols.address(name) !== undefined)
        this.machine.replaceFunction(name, { run: () => 0 });
    }
  }

  call(name: string, ...args: number[]): CallOutcome {
    // the ROM has a malloc of its own: the program's symbols go before it
    const symbols = this.machine.symbols.all.filter((symbol) => symbol.name === name);
    const symbol = symbols.find(({ object }) => object === PROGRAM) ?? symbols[0];
    if (symbol === undefined) throw new Error(`the program has no function ${name}`);
    return this.machine.measureCall(symbol.address, args, { stack: this.stack });
  }

  fill(start: number, size: number, byte: number): void {
    const { u8, base } = this.machine.memory;
    u8.fill(byte, start - base, start - base + size);
  }

  /** A fresh heap on zeroed memory at BASE. */
  freshHeap(size = 0x10000): number {
    this.fill(BASE, size, 0);
    return this.call('multi_heap_register', BASE, size).result;
  }

  bytes(start: number, size: number): Uint8Array {
    const { u8, base } = this.machine.memory;
    return u8.subarray(start - base, start - base + size);
  }
}

/** A small generator, so that the derivation is the same everywhere. */
function generator(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Results of the same random operations on guest code and model. */
export interface LockstepResult {
  readonly operations: number;
  readonly differences: string[];
}

/**
 * Drives the program's compiled multi_heap and the model (IDF v5.0) with the same random operations on a region; compares
 * every result, and all bytes of the region every `compareEvery` operations.
 *
 * @param observe told of every operation: path, copied bytes, cycles
 */
export function runLockstep(
  guest: GuestHeap,
  options: { size: number; fill: number; seed: number; operations: number; compareEvery: number },
  observe?: (path: number, copied: number, cycles: number) => void,
): LockstepResult {
  const { size, fill, operations, compareEvery } = options;
  const random = generator(options.seed);
  const memory = createHeapMemory(BASE, size);
  memory.u8.fill(fill);
  guest.fill(BASE, size, fill);
  const model = new MultiHeap(memory, { version: 'v5.0' });
  const differences: string[] = [];
  const same = (what: string, expected: number, got: number): void => {
    if (expected !== got) differences.push(`${what}: guest ${expected}, model ${got}`);
  };
  same('register', guest.call('multi_heap_register', BASE, size).result, model.register(BASE, size));
  const live: number[] = [];
  const pick = (): number => random(live.length);
  for (let n = 1; n <= operations && differences.length === 0; n++) {
    const kind = random(10);
    const bytes = random(3) > 0 ? random(100) + 1 : random(3) > 0 ? random(1500) + 1 : random(8000) + 1;
    let outcome: CallOutcome;
    if (kind < 5 || live.length === 0) {
      outcome = guest.call('multi_heap_malloc', BASE, bytes);
      const address = model.malloc(BASE, bytes);
      same(`${n}: malloc ${bytes}`, outcome.result, address);
      if (address !== 0) live.push(address);
    } else if (kind < 8) {
      const [address] = live.splice(pick(), 1);
      outcome = guest.call('multi_heap_free', BASE, address!);
      model.free(BASE, address!);
    } else {
      const index = pick();
      outcome = guest.call('multi_heap_realloc', BASE, live[index]!, bytes);
      const address = model.realloc(BASE, live[index]!, bytes);
      same(`${n}: realloc ${bytes}`, outcome.result, address);
      if (address !== 0) live[index] = address;
    }
    const path = model.impl.path();
    observe?.(path, (path & PATH.MOVED) === 0 ? 0 : model.impl.copied(), outcome.cycles);
    if (n % compareEvery === 0) {
      const at = firstDifference(guest.bytes(BASE, size), memory.u8);
      if (at >= 0) differences.push(`${n}: byte at 0x${(BASE + at).toString(16)} differs`);
    }
  }
  return { operations, differences };
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b) === 0 ? -1 : a.findIndex((byte, i) => byte !== b[i]);
}

/** Capabilities that requests ask for, and those whose memory bytes can be copied in. */
const CAPS = [0x1000, 0x1800, 0x4, 0x8, 0x2, 0x1, 0x800, 0x804, 0x400, 0x3, 0x1004, 0xc];
const WORDS_ONLY = new Set([0x1, 0x2, 0x3, 0x800]);

/**
 * As {@link runLockstep}, one layer up: the program's heap_caps on its own heaps, from `heap_caps_init` on. Blocks in IRAM are
 * not reallocated: memcpy would meet memory without bytes.
 *
 * @param observe told of every operation: cycles of the guest code and of the model
 */
export function runCapsLockstep(
  guest: GuestHeap,
  options: { seed: number; operations: number; compareEvery: number },
  observe?: (guestCycles: number, modelCycles: number) => void,
): LockstepResult {
  const { machine } = guest;
  const memory = createHeapMemory(RTC, INTERNAL_BYTES);
  memory.u8.set(guest.bytes(RTC, INTERNAL_BYTES));
  // calls need a stack that is not in a heap: the interrupts', which are off
  guest.stack = (machine.symbols.address('port_IntStack')! + 0xbf0) & ~15;
  guest.call('heap_caps_init');
  guest.call('heap_caps_enable_nonos_stack_heaps');
  const heaps = readHeapList(machine.memory, machine.symbols.address('registered_heaps')!);
  const model = new HeapCaps({
    memory,
    version: 'v5.0',
    layout: { heapStart: heaps[1]!.start, iramEnd: heaps[4]!.start },
  });
  model.init();
  model.enableNonosStackHeaps();
  const differences: string[] = [];
  const compare = (when: string): void => {
    for (const { start, end } of heaps) {
      const at = firstDifference(guest.bytes(start, end - start), memory.u8.subarray(start - RTC, end - RTC));
      if (at >= 0) differences.push(`${when}: byte at 0x${(start + at).toString(16)} differs`);
    }
  };
  compare('init');
  const random = generator(options.seed);
  const live: number[] = [];
  for (let n = 1; n <= options.operations && differences.length === 0; n++) {
    const kind = random(12);
    const bytes = random(3) > 0 ? random(200) + 1 : random(6) > 0 ? random(3000) : random(40000);
    const caps = CAPS[random(CAPS.length)]!;
    const index = live.length === 0 ? 0 : random(live.length);
    const block = live[index] ?? 0;
    let outcome: CallOutcome;
    let result = 0;
    if (kind < 5 || block === 0) {
      outcome = guest.call('heap_caps_malloc', bytes, caps);
      result = model.malloc(bytes, caps);
      if (result !== 0) live.push(result);
    } else if (kind < 9) {
      outcome = guest.call('heap_caps_free', block);
      model.free(block);
      live.splice(index, 1);
      result = outcome.result;
    } else if (block >= 0x40000000 || WORDS_ONLY.has(caps)) continue;
    else {
      outcome = guest.call('heap_caps_realloc', block, bytes, caps);
      result = model.realloc(block, bytes, caps);
      if (result !== 0) live[index] = result;
      else if (bytes === 0) live.splice(index, 1);
    }
    if (outcome.result !== result) {
      differences.push(
        `${n}: kind ${kind}, ${bytes} bytes, caps ${caps}: guest ${outcome.result}, model ${result}`,
      );
    }
    observe?.(outcome.cycles, model.lastCycles());
    if (n % options.compareEvery === 0) compare(`${n}`);
  }
  return { operations: options.operations, differences };
}
