/** A machine without a processor, for tests of the services: calls come from the test, windows are set by hand. */
import { FlatMemory, PAGE_DATA_RAM, PAGE_INSTRUCTION_RAM, type Core } from '@xtal/xtensa';
import type { ServiceCall, ServiceHost, ServiceResult } from './host.js';

/** The guest died with this text. */
export class FakeDeath extends Error {}

/** Registers and clock of a core that executes nothing. */
export interface FakeCore {
  id: number;
  cycles: number;
  readonly ccount: number;
  readonly ar: Int32Array;
  windowBase: number;
  windowStart: number;
  readonly memory: FlatMemory;
}

/** A {@link ServiceHost} whose functions are called with {@link FakeHost.call}. */
export class FakeHost implements ServiceHost {
  readonly memory = new FlatMemory({ base: 0x3f80_0000, size: 0x90_0000 });
  readonly cyclesPerMicrosecond = 160;
  readonly core: FakeCore;
  readonly functions = new Map<string, (call: ServiceCall) => ServiceResult>();
  readonly symbols = new Map<string, number>();
  readonly guestCalls: [number, ...number[]][] = [];
  /** What guest functions called by the services do. */
  guest: (address: number, args: readonly number[]) => number = () => 0;
  console = '';

  constructor() {
    const { memory } = this;
    memory.map(0x3f80_0000, 0x40_0000, PAGE_DATA_RAM);
    memory.map(0x3ff8_0000, 0x8_0000, PAGE_DATA_RAM);
    memory.map(0x4007_0000, 0x3_0000, PAGE_INSTRUCTION_RAM);
    this.core = {
      id: 0,
      cycles: 0,
      get ccount(): number {
        return this.cycles >>> 0;
      },
      ar: new Int32Array(64),
      windowBase: 0,
      windowStart: 1,
      memory,
    };
  }

  define(name: string, run: (call: ServiceCall) => ServiceResult): void {
    this.functions.set(name, run);
  }

  isDefined(name: string): boolean {
    return this.functions.has(name);
  }

  nativeAddress(name: string): number {
    return 0x4005_0000 + 16 * [...this.functions.keys()].indexOf(name);
  }

  symbol(name: string): number | undefined {
    return this.symbols.get(name);
  }

  callGuest(address: number, args: readonly number[]): number {
    this.guestCalls.push([address, ...args]);
    return this.guest(address, args);
  }

  print(text: string): void {
    this.console += text;
  }

  fault(operation: 'load' | 'store', address: number): never {
    throw new FakeDeath(
      `${operation === 'load' ? 'LoadProhibited' : 'StoreProhibited'} at 0x${address.toString(16)}`,
    );
  }

  die(message: string): never {
    throw new FakeDeath(message);
  }

  /** Calls a service from a guest whose call chain is `chain`. Returns the result word, unsigned. */
  call(name: string, args: readonly number[], chain: readonly number[] = [0x400d_1003]): number {
    const run = this.functions.get(name);
    if (!run) throw new Error(`${name} is not served`);
    const { core, memory } = this;
    const result = run({
      core: core as unknown as Core,
      returnAddress: chain[0] ?? 0,
      arg: (i) => (args[i] ?? 0) >>> 0,
      charge: (cycles) => {
        core.cycles += cycles;
      },
      callChain: (depth) => chain.slice(0, depth),
      cString: (address) => {
        let text = '';
        for (let a = address; memory.read8(a) !== 0; a++) text += String.fromCharCode(memory.read8(a));
        return text;
      },
    });
    return typeof result === 'number' ? result >>> 0 : (result?.[0] ?? 0);
  }
}
