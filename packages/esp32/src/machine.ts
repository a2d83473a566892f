import {
  Core,
  UnverifiedInstructionError,
  walkCallChain,
  type FlatMemory,
  type StopReason,
} from '@xtal/xtensa';
import { Clock } from './clock.js';
import { GuestConsole } from './console.js';
import { looksLikeArchive } from './elf/archive.js';
import { ElfError } from './elf/elf-error.js';
import { looksLikeElf, parseElf } from './elf/elf-file.js';
import { FunctionWatches, type FunctionWatch } from './function-watches.js';
import { GuestCalls, GuestStopped, type CallOptions, type CallOutcome } from './guest-calls.js';
import { deathByException, raiseException } from './exceptions.js';
import { describeDeath, type GuestDeath } from './guest-death.js';
import { hashState } from './state-hash.js';
import { beginsWithEntry, linkProgram, type ProgramLayout } from './link-program.js';
import type { LinkInput } from './link/resolve.js';
import { elfSections, elfSymbols, loadRomSections, loadSegments, type LoadedImage } from './loader.js';
import type { CpuMHz, MachineConfig } from './machine-config.js';
import { GuestBytes } from './memory/guest-bytes.js';
import { createEsp32Memory } from './memory/memory-map.js';
import { defineNatives } from './native/index.js';
import type { NativeFunction } from './native/native-table.js';
import { NativeTable } from './native/native-table.js';
import { PeripheralBus, registerName } from './peripherals/bus.js';
import { RandomGenerator } from './peripherals/random.js';
import { Uart } from './peripherals/uart.js';
import { createReent, fillRomFunctions, ROM_CODE, initialiseRomData, type Reent } from './rom-data.js';
import { romSymbols } from './rom-symbols.js';
import type { RunLimits, RunResult } from './run-result.js';
import { serveSimcall } from './simcall.js';
import { defaultVectors, UNHANDLED_VECTORS } from './start-code.js';
import { SymbolTable } from './symbols.js';

const DEFAULT_MHZ = 240;
const DEFAULT_STACK = 0x8000;
/** Cycles between looks at the host's clock. */
const SLICE = 4_000_000;
/** Reset value of VECBASE: the ROM's vectors. */
const ROM_VECTORS = 0x4000_0000;
/** Stack that programs without a start file of their own begin on (top of the ROM's stack). */
const ROM_STACK_TOP = 0x3ffe_3f00;
const PS_WOE_UM = 0x4_0020;

/** Instructions before a limit that are executed one by one. */
const LAST_STEPS = 4096;

/** When the present run ends, in absolute counts. */
interface RunEnds {
  readonly cycle: number;
  readonly cycleReason: 'time' | 'timeout';
  readonly instruction: number;
  /** Milliseconds of the host's clock. */
  readonly wall: number;
}

const NO_ENDS: RunEnds = { cycle: Infinity, cycleReason: 'timeout', instruction: Infinity, wall: Infinity };

/** An ESP32. A value: several live in one process without sharing anything. */
export class Machine {
  readonly config: Readonly<MachineConfig>;
  readonly cpuMHz: CpuMHz;
  readonly memory: FlatMemory;
  /** Guest memory under the guest's own access rules. */
  readonly bytes: GuestBytes;
  /** Core 0 (PRO) and core 1 (APP), which stays in reset. */
  readonly cores: readonly Core[];
  readonly clock: Clock;
  readonly console: GuestConsole;
  readonly symbols: SymbolTable;
  readonly natives: NativeTable;
  readonly bus: PeripheralBus;
  readonly uart0: Uart;
  /** What has been loaded, in that order. */
  readonly images: LoadedImage[] = [];
  /** newlib's per-thread data, in guest memory. */
  readonly reent: Reent;
  /** Where a linked program ended up; undefined for executables. */
  layout: ProgramLayout | undefined;
  /** Place for the heap model of whoever installs one. */
  heap: unknown;

  private readonly watches: FunctionWatches;
  private readonly calls: GuestCalls;
  private vectorBindings: (() => void)[] = [];
  private reached: RunResult['reason'] | undefined;
  private ends: RunEnds = NO_ENDS;
  private outcome: Pick<RunResult, 'reason' | 'exitCode' | 'message' | 'death'> | undefined;
  private randomState: number;

  constructor(config: MachineConfig = {}) {
    this.config = config;
    this.cpuMHz = config.cpuMHz ?? DEFAULT_MHZ;
    this.randomState = (config.seed ?? 1) | 0 || 1;
    this.memory = createEsp32Memory(config.psram ?? 0);
    this.bytes = new GuestBytes(this.memory);
    const { memory } = this;
    const options = {
      memory,
      timing: config.timing ?? 'exact',
      allowUnverified: config.allowUnverified ?? false,
    };
    this.cores = [new Core({ ...options, id: 0 }), new Core({ ...options, id: 1 })];
    this.symbols = new SymbolTable(romSymbols());
    this.clock = new Clock(() => this.core.cycles);
    this.console = new GuestConsole(config.consoleOut);
    this.bus = new PeripheralBus((address, operation) => {
      const name = registerName(address) ?? '';
      const meaning = operation === 'read' ? 'it reads as 0' : 'what is written is lost';
      config.warn?.(`peripheral register 0x${address.toString(16)} (${name}) is not modelled: ${meaning}`);
    });
    const transmit = (byte: number): void => this.console.write(byte);
    this.uart0 = new Uart({ base: 0x3ff4_0000, transmit, now: () => this.core.cycles, cpuMHz: this.cpuMHz });
    this.bus.add(this.uart0);
    this.bus.add(new RandomGenerator(() => this.randomWord()));
    this.bus.map(memory);
    this.natives = new NativeTable(this);
    this.reent = createReent(memory);
    initialiseRomData(memory, this.reent);
    this.calls = new GuestCalls(this);
    this.watches = new FunctionWatches(this);
    defineNatives(this.natives);
    fillRomFunctions(memory);
    this.installVectors(ROM_VECTORS);
    for (const core of this.cores) core.onSimcall = (caller) => serveSimcall(this, caller, this.bytes);
  }

  /** Whether the mask ROM's own code has been loaded. */
  hasRom = false;

  /** The core that runs. */
  get core(): Core {
    return this.cores[0]!;
  }

  /** Whether an address lies in the start code that xtal brings: the outer end of call chains. */
  isStartCode(address: number): boolean {
    const { layout } = this;
    return layout !== undefined && address >= layout.startCode.start && address < layout.startCode.end;
  }

  /**
   * Loads one executable, or links objects and archives and loads the result.
   *
   * @throws InputError (ElfError, LinkError) on files that cannot be used
   */
  load(files: readonly LinkInput[]): void {
    const [first] = files;
    if (first !== undefined && files.length === 1 && isExecutable(first.bytes))
      this.loadElf(first.bytes, first.name);
    else this.loadObjects(files);
  }

  /**
   * Loads an executable and puts core 0 at its entry.
   *
   * @throws ElfError on a malformed file or one that does not fit the ESP32's memory
   */
  loadElf(bytes: Uint8Array, name: string): LoadedImage {
    const elf = parseElf(bytes, name);
    if (elf.kind !== 'executable') {
      throw new ElfError({
        file: name,
        offset: 16,
        expected: 'type 2 (executable)',
        found: 'type 1 (relocatable object)',
      });
    }
    const symbols = elfSymbols(elf);
    const image = { name, entry: elf.entry, sections: elfSections(elf), loadBias: 0, bytes };
    loadSegments(this.memory, elf);
    this.symbols.add(symbols);
    this.images.push(image);
    const { core } = this;
    core.reset();
    core.pc = elf.entry;
    // An entry that is a C function takes over from a bootloader: windows on, a stack, nothing to return to.
    if (beginsWithEntry(this.memory, elf.entry)) this.prepareStack(ROM_STACK_TOP);
    return image;
  }

  /**
   * Links objects and archives, loads the program and puts core 0 at its start: `_start` where an object defines it,
   * otherwise xtal's own start code, which calls `app_main` or `main`.
   *
   * @throws ElfError on malformed files, LinkError on what cannot be linked
   */
  loadObjects(files: readonly LinkInput[]): LoadedImage {
    const program = linkProgram(this, files, this.config.stackSize ?? DEFAULT_STACK);
    this.layout = program.layout;
    this.images.push(program.image);
    this.symbols.add(program.symbols);
    this.core.reset();
    this.installVectors(program.layout.vectors);
    this.core.writeSpecial('vecbase', program.layout.vectors);
    this.core.writeSpecial('cpenable', 1);
    this.core.writeSpecial('threadptr', program.threadPointer);
    this.prepareStack(program.layout.stackTop);
    this.core.pc = program.start;
    return program.image;
  }

  /**
   * Loads the mask ROM from its ELF file. The ROM's own code answers at its addresses from then on; natives keep the
   * addresses that only xtal knows.
   *
   * @throws ElfError on a malformed file
   */
  loadRomElf(bytes: Uint8Array, name = 'rom'): LoadedImage {
    const elf = parseElf(bytes, name);
    this.natives.leaveRom();
    for (const remove of this.vectorBindings.splice(0)) remove();
    loadRomSections(this.memory, elf);
    this.hasRom = true;
    this.symbols.add(elfSymbols(elf));
    const image = { name, entry: elf.entry, sections: elfSections(elf), loadBias: 0, bytes };
    this.images.push(image);
    return image;
  }

  /** Runs until the guest ends or a limit is reached. After the guest's end, further runs return that end at once. */
  run(limits: RunLimits = {}): RunResult {
    const { core } = this;
    const [firstInstruction, firstCycle] = [core.instructions, core.cycles];
    const ends: (() => void)[] = [];
    const onText = (text: string | undefined, reason: 'expect-text' | 'fail-text'): void => {
      if (text === undefined) return;
      const seen = (): void => {
        this.reached ??= reason;
        core.stop();
      };
      ends.push(this.console.watch(text, seen));
    };
    onText(limits.expectText, 'expect-text');
    onText(limits.failText, 'fail-text');
    const {
      time = Infinity,
      timeout = Infinity,
      maxInstructions = Infinity,
      wallTimeout = Infinity,
    } = limits;
    this.ends = {
      cycle: firstCycle + Math.min(time, timeout),
      cycleReason: time <= timeout ? 'time' : 'timeout',
      instruction: firstInstruction + maxInstructions,
      wall: wallTimeout === Infinity ? Infinity : performance.now() + wallTimeout,
    };
    while (this.outcome === undefined && !this.limitReached()) this.slice();
    const { reached } = this;
    this.reached = undefined;
    this.ends = NO_ENDS;
    for (const end of ends) end();
    this.console.flush();
    const counts = { instructions: core.instructions - firstInstruction, cycles: core.cycles - firstCycle };
    if (reached !== undefined && this.outcome === undefined) return { reason: reached, ...counts };
    return { ...this.outcome!, ...counts };
  }

  /** Whether one of the present run's limits has been reached. */
  private limitReached(): boolean {
    const { core, ends } = this;
    if (this.reached !== undefined) return true;
    if (core.cycles >= ends.cycle) this.reached = ends.cycleReason;
    else if (core.instructions >= ends.instruction) this.reached = 'max-insns';
    else if (ends.wall !== Infinity && performance.now() >= ends.wall) this.reached = 'wall-timeout';
    return this.reached !== undefined;
  }

  /** Runs core and events up to the next event, limit, or look at the host's clock. */
  private slice(lastInstruction = Infinity): void {
    const { core, clock, ends } = this;
    clock.runDue(core.cycles);
    if (this.outcome !== undefined) return;
    const left = Math.min(ends.instruction, lastInstruction) - core.instructions;
    if (left <= LAST_STEPS && !core.waiting) {
      // A run ends at checkpoints only; the last instructions are counted one by one.
      this.guarded(() => core.step(Math.min(clock.nextCycle, ends.cycle)));
      return;
    }
    let target = Math.min(clock.nextCycle, ends.cycle, core.cycles + SLICE);
    // No instruction takes less than a cycle, so this many cycles cannot execute more.
    if (!core.waiting) target = Math.min(target, core.cycles + left - LAST_STEPS);
    const reason = this.guarded(() => core.run(target));
    if (
      reason === 'waiting' &&
      clock.nextCycle === Infinity &&
      ends.cycle === Infinity &&
      !this.timerCanWake()
    ) {
      this.outcome = {
        reason: 'idle',
        message: `core 0 sleeps in WAITI at ${this.symbols.describe(core.pc)} and nothing is left that could wake it`,
      };
    }
    if (reason === 'deadline' && !this.memory.isExecutable(core.pc) && this.isLost())
      this.endDead(deathByException(core, this.symbols, 'double'));
  }

  /** Runs the core; what it throws about the guest's program becomes the guest's death. */
  private guarded(run: () => StopReason | undefined): StopReason | undefined {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof UnverifiedInstructionError)) throw error;
      this.die(this.core, error.message);
      return 'stopped';
    }
  }

  /** Whether a timer interrupt that is enabled lies above the level that the core waits at. */
  private timerCanWake(): boolean {
    const enabled = this.core.readSpecial('intenable');
    const level = this.core.ps & 15;
    const timers: [line: number, level: number][] = [
      [6, 1],
      [15, 3],
      [16, 5],
    ];
    return timers.some(([line, priority]) => (enabled & (1 << line)) !== 0 && priority > level);
  }

  /** Stuck at a vector that is not there: every fetch raises the exception whose vector it is. */
  private isLost(): boolean {
    const base = this.core.readSpecial('vecbase');
    return this.core.pc - base >= 0 && this.core.pc - base < 0x400;
  }

  /** Ends the run with the guest's exit code. For native functions and hooks. */
  exit(code: number): void {
    this.outcome ??= { reason: 'exit', exitCode: code };
    for (const core of this.cores) core.stop();
  }

  /** Ends the run because the guest cannot go on. For native functions and hooks, at the function's first instruction. */
  die(core: Core, reason: string): void {
    const inEmptyRom = !this.hasRom && core.pc >= ROM_CODE.start && core.pc < ROM_CODE.end;
    const atEntry = inEmptyRom || this.natives.nameAt(core.pc) !== undefined;
    const callers = atEntry ? this.natives.callersOf(core) : undefined;
    this.endDead(describeDeath(core, this.symbols, { reason, pc: core.pc, callers }));
  }

  private endDead(death: GuestDeath): void {
    this.outcome ??= { reason: 'died', message: death.message, death };
    for (const core of this.cores) core.stop();
  }

  /** Raises a general exception, as if the instruction at `pc` had caused it. For native functions. */
  raise(core: Core, cause: number, pc: number, address?: number): void {
    raiseException(core, cause, pc, address);
  }

  /** Default vectors at an address, which replace those installed before. */
  private installVectors(vecbase: number): void {
    for (const remove of this.vectorBindings.splice(0)) remove();
    this.memory.copyIn(vecbase, defaultVectors(vecbase));
    this.vectorBindings = UNHANDLED_VECTORS.map(({ offset, what }) => {
      const name = `_xtal_unhandled_${what}`;
      this.natives.define(name, {
        run: ({ core }) => this.endDead(deathByException(core, this.symbols, what)),
      });
      return this.natives.bindAt(name, vecbase + offset, { hidden: true });
    });
  }

  /** Windowed registers on, interrupts on, and a stack whose outermost frame has what window handlers expect. */
  private prepareStack(top: number): void {
    const { core, memory } = this;
    core.windowBase = 0;
    core.windowStart = 1;
    core.ps = PS_WOE_UM;
    const stack = top - 64;
    core.setA(0, 0);
    core.setA(1, stack);
    // The save area of the caller that does not exist: its stack pointer, where registers spill to.
    memory.write32(stack - 12, top);
    memory.write32(stack - 16, 0);
  }

  /**
   * Runs a guest function to its return and gives its result (a2). From outside, registers are put back afterwards;
   * from a native function the call nests in the guest's stack.
   *
   * @throws GuestStopped when the guest ends inside
   */
  callGuest(address: number, args: readonly number[], options: CallOptions = {}): number {
    return this.calls.call(address, args, options).result;
  }

  /** Like `callGuest` from outside, and tells what the call cost, from the function's first issue to the return. */
  measureCall(address: number, args: readonly number[], options: CallOptions = {}): CallOutcome {
    return this.calls.call(address, args, options);
  }

  /**
   * Runs core and events until `done` holds, inside the present run's limits. For calls into the guest.
   *
   * @throws GuestStopped when the guest ends, when a limit of the run is reached (the host's stack cannot be kept for
   *   later, so that is the end of the machine, too), and after `maxInstructions`, which ends nothing
   */
  runUntil(done: () => boolean, maxInstructions = Infinity): void {
    const last = this.core.instructions + maxInstructions;
    while (!done()) {
      if (this.core.instructions >= last)
        throw new GuestStopped(`it has not returned after ${maxInstructions} instructions`);
      if (this.outcome === undefined && this.limitReached()) this.outcome = { reason: this.reached! };
      if (this.outcome !== undefined) throw new GuestStopped(this.outcome.message ?? this.outcome.reason);
      this.slice(last);
    }
  }

  /** Whether the guest has ended; a run would return at once. */
  get ended(): boolean {
    return this.outcome !== undefined;
  }

  /** Observes a guest function by name or address: entry, and return with its result. Nothing in the guest changes. */
  watchFunction(target: string | number, watch: FunctionWatch): () => void {
    return this.watches.add(this.resolve(target), watch);
  }

  /** Lets a native function run instead of a guest function. Returns a function that undoes it. */
  replaceFunction(target: string | number, native: string | NativeFunction): () => void {
    const address = this.resolve(target);
    const name =
      typeof native === 'string'
        ? native
        : typeof target === 'string'
          ? `${target}`
          : `replaced_${address.toString(16)}`;
    if (typeof native !== 'string') this.natives.define(name, native);
    return this.natives.bindAt(name, address);
  }

  private resolve(target: string | number): number {
    const address = typeof target === 'number' ? target : this.symbols.address(target);
    if (address === undefined) throw new RangeError(`no symbol \`${target}' in what is loaded`);
    return address >>> 0;
  }

  /** Return addresses of a core's call chain, innermost first, without xtal's own start code. */
  callChain(core: Core = this.core, maxDepth = 1024): number[] {
    const chain = walkCallChain(core, maxDepth);
    const end = chain.findIndex((address) => this.isStartCode(address));
    return end < 0 ? chain : chain.slice(0, end);
  }

  /** Next word of the seeded random number generator (xorshift32). */
  randomWord(): number {
    let x = this.randomState;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.randomState = x;
    return x >>> 0;
  }

  /** SHA-256 of all guest memory and of both cores' state: equal machines have equal hashes. */
  stateHash(): string {
    return hashState(this.memory, this.cores);
  }
}

/** Makes a machine. */
export function createMachine(config: MachineConfig = {}): Machine {
  return new Machine(config);
}

function isExecutable(bytes: Uint8Array): boolean {
  return looksLikeElf(bytes) && !looksLikeArchive(bytes) && bytes[16] === 2;
}
