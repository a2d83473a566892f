import type { Core } from '@xtal/xtensa';
import { GuestFault } from '../guest-fault.js';
import { GuestStopped } from '../guest-calls.js';
import type { Machine } from '../machine.js';
import { GuestBytes } from '../memory/guest-bytes.js';
import { romSymbols } from '../rom-symbols.js';
import { NativeCall } from './native-call.js';

/** A guest function that TypeScript serves. */
export interface NativeFunction {
  /** Cycles that a call costs besides what `run` charges itself; 0 when absent. Sources are in `native/costs.ts`. */
  readonly cycles?: number | ((call: NativeCall) => number);
  /** Does the work. A number returned is the 32-bit result. What it throws as GuestFault becomes a guest exception. */
  run(this: void, call: NativeCall): number | void;
}

/** Guest addresses for native functions that the ROM does not have: gaps at the end of the ROM. */
const STUB_POOLS: readonly (readonly [start: number, end: number])[] = [
  [0x4006_f440, 0x4007_0000],
  [0x4006_5da0, 0x4006_6000],
];
/** Call targets are word aligned. */
const STUB_SIZE = 4;

interface Entry {
  readonly name: string;
  definition: NativeFunction | undefined;
  /** Its own stub, once somebody asked for an address. */
  address: number | undefined;
  /** All addresses that it answers at. */
  readonly bound: Set<number>;
}

/**
 * Native functions by name. A name has one guest address, handed out when it is first asked for, and may answer at
 * others too (its place in ROM, stubs beside far code, a firmware's own function that it replaces).
 */
export class NativeTable {
  private readonly entries = new Map<string, Entry>();
  private readonly byAddress = new Map<number, Entry>();
  private readonly calls = new Map<Core, NativeCall>();
  private readonly bytes: GuestBytes;
  private readonly romBindings: (() => void)[] = [];
  /** Functions of the mask ROM, which natives of their names stand in for. */
  private romAddresses: ReadonlyMap<string, number> | undefined;
  private serving = 0;
  private pool = 0;
  private nextStub = STUB_POOLS[0]![0];

  constructor(private readonly machine: Machine) {
    this.bytes = new GuestBytes(machine.memory);
    this.romAddresses = new Map(romSymbols().map(({ name, address }) => [name, address]));
  }

  /** Defines a function, or gives a name a new meaning: callers linked earlier reach the new one. */
  define(name: string, definition: NativeFunction): void {
    const entry = this.entry(name);
    const isNew = entry.definition === undefined;
    entry.definition = definition;
    const rom = this.romAddresses?.get(name);
    if (isNew && rom !== undefined && !this.byAddress.has(rom)) this.romBindings.push(this.bindAt(name, rom));
  }

  /** Ends the service at the ROM's addresses, because the ROM's own code is there now. */
  leaveRom(): void {
    this.romAddresses = undefined;
    for (const remove of this.romBindings.splice(0)) remove();
  }

  /** Whether a name is served. */
  has(name: string): boolean {
    return this.entries.get(name)?.definition !== undefined;
  }

  /** Names that are served, in the order of their definition. */
  get names(): string[] {
    return [...this.entries.values()]
      .filter(({ definition }) => definition !== undefined)
      .map(({ name }) => name);
  }

  /**
   * Guest address of a native function.
   *
   * @returns undefined when the name is not defined
   * @throws RangeError when the ROM's gaps hold no further stub
   */
  address(name: string): number | undefined {
    const entry = this.entries.get(name);
    if (entry?.definition === undefined) return undefined;
    if (entry.address === undefined) {
      entry.address = this.allocateStub();
      this.bindAt(name, entry.address);
    }
    return entry.address;
  }

  /**
   * Lets a function answer at a guest address: code there does not run any more.
   *
   * @param options.hidden leaves the name out of the symbol table
   * @returns a function that removes the binding
   */
  bindAt(name: string, address: number, options: { hidden?: boolean } = {}): () => void {
    const entry = this.entry(name);
    this.byAddress.set(address, entry);
    entry.bound.add(address);
    for (const core of this.machine.cores) core.addNative(address, (caller) => this.serve(entry, caller));
    if (options.hidden !== true)
      this.machine.symbols.add([{ name, address, size: STUB_SIZE, kind: 'native', local: false }]);
    return () => {
      if (this.byAddress.get(address) !== entry) return;
      this.byAddress.delete(address);
      entry.bound.delete(address);
      for (const core of this.machine.cores) core.removeNative(address);
    };
  }

  /** Name of the function served at an address. */
  nameAt(address: number): string | undefined {
    return this.byAddress.get(address)?.name;
  }

  /** Whether a native function is at work, so that calls into the guest nest. */
  get isServing(): boolean {
    return this.serving > 0;
  }

  /** Return addresses of a core that stands at a native function, innermost first. */
  callersOf(core: Core): number[] {
    return this.callOf(core).callChain();
  }

  /** Runs guest code from inside a native function: natives that it reaches are calls of their own. */
  outsideNative(run: () => void): void {
    const { serving } = this;
    this.serving = 0;
    try {
      run();
    } finally {
      this.serving = serving;
    }
  }

  private callOf(core: Core): NativeCall {
    let call = this.calls.get(core);
    if (call === undefined) {
      call = new NativeCall(this.machine, core, this.bytes);
      this.calls.set(core, call);
    }
    return call;
  }

  /** Serves a call that has reached `core.pc`, from the function's first instruction. */
  private serve(entry: Entry, core: Core): void {
    const { definition } = entry;
    if (definition === undefined) {
      this.machine.die(core, `${entry.name} is not served`);
      return;
    }
    const call = this.callOf(core);
    const outer = call.name;
    call.name = entry.name;
    const pc = core.pc;
    this.serving++;
    try {
      const { cycles } = definition;
      if (cycles !== undefined) core.charge(typeof cycles === 'number' ? cycles : cycles(call));
      const value = definition.run(call);
      if (value !== undefined) call.result(value);
    } catch (error) {
      if (error instanceof GuestFault) this.machine.raise(core, error.exceptionCause, pc, error.address);
      else if (error instanceof GuestStopped) core.stop();
      else throw error;
    } finally {
      this.serving--;
      call.name = outer;
    }
  }

  private entry(name: string): Entry {
    let entry = this.entries.get(name);
    if (entry === undefined) {
      entry = { name, definition: undefined, address: undefined, bound: new Set() };
      this.entries.set(name, entry);
    }
    return entry;
  }

  private allocateStub(): number {
    if (this.nextStub + STUB_SIZE > STUB_POOLS[this.pool]![1]) {
      const next = STUB_POOLS[++this.pool];
      if (next === undefined)
        throw new RangeError('no room for another native function: the gaps of the ROM are full');
      this.nextStub = next[0];
    }
    const address = this.nextStub;
    this.nextStub += STUB_SIZE;
    return address;
  }
}
