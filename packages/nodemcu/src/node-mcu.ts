/**
 * A simulated NodeMCU board: ESP-IDF's heap in the chip's memory, Lua with every block in it, the modules, the task
 * queues and the console, all on one clock of CPU cycles. It runs until nothing is left to do, or a limit is reached.
 */
import { createMachine, type CpuMHz, type Machine } from '@xtal/esp32';
import {
  heapTraceStateBytes,
  LuaTracebackTable,
  type HeapServices,
  type HeapTraceStandalone,
  SdkConfigError,
  type SdkConfig,
} from '@xtal/heaptrace';
import { LuaConsole } from './console/console.js';
import {
  GuestImage,
  LuaCycleLimitError,
  LuaInstructionLimitError,
  LuaMachine,
  LuaPanic,
  LuaTracebacks,
  Place,
  Places,
} from './lua/index.js';
import { openBit } from './modules/bit.js';
import { openConsole } from './modules/console-module.js';
import { openCrypto } from './modules/crypto.js';
import { openEncoder } from './modules/encoder.js';
import { openFile } from './modules/file.js';
import { openGpio, PIN_COUNT } from './modules/gpio.js';
import { openHeaptrace, type ExplainedRecord, type HeapTraceServices } from './modules/heaptrace.js';
import { openIo } from './modules/io.js';
import { TaskPriority, type Module } from './modules/module.js';
import { openNet } from './modules/net.js';
import { openNode } from './modules/node.js';
import { openPipe } from './modules/pipe.js';
import { openRtcmem } from './modules/rtcmem.js';
import { openSjson } from './modules/sjson.js';
import { openStruct } from './modules/struct.js';
import { openTime } from './modules/time.js';
import { openTmr } from './modules/tmr.js';
import { openUart, type UartPorts } from './modules/uart.js';
import { BOOT_ALLOCATIONS } from './runtime/boot-allocations.js';
import { BlockTracebacks } from './runtime/block-tracebacks.js';
import { ChipHeap, NodeMcuPanic } from './runtime/chip-heap.js';
import { attachIo, compileChunk, stripFunction } from './runtime/lua-bridge.js';
import { nameMissingModules } from './runtime/missing-modules.js';
import { NodeMcuRestart, RuntimeContext } from './runtime/module-context.js';
import { UnlimitedRecords } from './runtime/unlimited-records.js';
import { WorkClock } from './simulation/event-clock.js';
import { isStateFault, watchRegistry } from './runtime/registry-guard.js';
import { FlashFileSystem } from './simulation/flash-file-system.js';
import { SimulatedNetwork } from './simulation/network.js';
import { SimulatedPins } from './simulation/pins.js';
import { cyclesOf, type RunFile } from './simulation/run-file.js';
import { TaskQueue } from './simulation/task-queue.js';

/** Where the heap begins and IRAM ends in the dev-esp32 build whose boot log is public (nodemcu-firmware issue 3571). */
const HEAP_START = 0x3ffb7b00;
const IRAM_END = 0x400971dc;
/** What {@link HeapServices} places below the heap in that build: two words, the tracer's variables, names. */
const NAME_BYTES = 512;
/** Lua frames kept with an allocation. */
const TRACEBACK_DEPTH = 16;
/** Start bit, eight bits, stop bit. */
const BITS_A_BYTE = 10;

/** How a board is made. Everything has a default. */
export interface NodeMcuOptions {
  readonly cpuMHz?: CpuMHz;
  /** Bytes of external RAM. */
  readonly psram?: number;
  readonly seed?: number;
  /** ESP-IDF version whose heap and tracer are meant, default `v5.1.3`, which NodeMCU pins. */
  readonly idf?: string;
  /** CONFIG_* options; heap tracing is on unless CONFIG_HEAP_TRACING_STANDALONE says otherwise. */
  readonly sdkconfig?: SdkConfig;
  /** Receives what the console prints. */
  readonly consoleOut?: (bytes: Uint8Array) => void;
  /** Receives what UART 1 and 2 send. */
  readonly uartOut?: (port: number, bytes: Uint8Array) => void;
  /** Told of what the user should know, one line each. */
  readonly warn?: (text: string) => void;
  readonly files?: FlashFileSystem;
  /** What happens around the chip. */
  readonly surroundings?: RunFile;
  /** Adds `heaptrace.xtal_records()` and `heaptrace.xtal_unlimited(on)` to the device's functions. */
  readonly heaptraceExtras?: boolean;
  /** Called now and then while Lua runs; may throw to end the run. */
  readonly onSlice?: (board: NodeMcu) => void;
}

/** When a run ends, beside by itself. Cycles are those of the clock from reset. */
export interface NodeMcuLimits {
  /** Ends well at this cycle. */
  readonly time?: number | undefined;
  /** Fails at this cycle. */
  readonly timeout?: number | undefined;
  /** Fails after so many Lua instructions. */
  readonly maxInstructions?: number | undefined;
  /** Ends well once the console has shown this text. */
  readonly expectText?: string | undefined;
  /** Fails once the console has shown this text. */
  readonly failText?: string | undefined;
  /** Ends (as `idle`) when everything typed has been run, although timers may be waiting. */
  readonly untilTyped?: boolean | undefined;
  /** Looks at the time only between tasks, so that a script that is running is never cut off. */
  readonly betweenTasks?: boolean | undefined;
}

/** How a run ended: `idle` means that nothing is left that could happen. */
export interface NodeMcuResult {
  readonly reason:
    'idle' | 'time' | 'timeout' | 'max-insns' | 'expect-text' | 'fail-text' | 'restart' | 'died';
  readonly cycles: number;
  readonly message?: string;
}

/** Thrown to leave the interpreter when the console has shown a text. */
class TextSeen extends Error {
  constructor(readonly reason: 'expect-text' | 'fail-text') {
    super(reason);
  }
}

/**
 * A yes-or-no option of the configuration.
 * @throws SdkConfigError for a value that is neither
 */
function isOn(config: SdkConfig | undefined, option: string, absent: boolean): boolean {
  const value = config?.[option];
  if (value === undefined) return absent;
  if (value === true || value === 'y' || value === 1 || value === '1') return true;
  if (value === false || value === 'n' || value === '' || value === 0 || value === '0') return false;
  throw new SdkConfigError(option, value, 'y or n');
}

/** A board. See the head of the file. */
export class NodeMcu {
  /** The chip: memory, symbols, clock rate. */
  readonly machine: Machine;
  readonly heap: ChipHeap;
  readonly lua: LuaMachine;
  readonly clock: WorkClock;
  readonly tasks: TaskQueue;
  readonly files: FlashFileSystem;
  readonly network: SimulatedNetwork;
  readonly pins: SimulatedPins;
  readonly console: LuaConsole;
  readonly context: RuntimeContext;
  /** Names of the modules that are there. */
  readonly moduleNames: readonly string[];

  /** Lua tracebacks of allocations, interned; for traces of this board. */
  readonly luaTracebacks = new LuaTracebackTable();

  readonly #options: NodeMcuOptions;
  readonly #config: BoardConfig;
  readonly #places: Places;
  readonly #blockTracebacks: BlockTracebacks;
  /** While `heaptrace.xtal_unlimited` is on. */
  #unlimited: UnlimitedRecords | undefined;
  #redirect: ((bytes: Uint8Array) => void) | undefined;
  #serial = true;
  #watch: { limits: NodeMcuLimits; tail: string } | undefined;
  #ended: NodeMcuResult | undefined;
  /** Whether a script has got hold of the registry, and may have changed it. */
  #registryExposed = false;
  #ports: UartPorts | undefined;
  /** Text that waits to be typed, a line at a time. */
  #typed: Buffer = Buffer.alloc(0);

  /** @throws SdkConfigError, HeapTraceConfigError, UnknownIdfVersionError on options that do not go together */
  constructor(options: NodeMcuOptions = {}) {
    this.#options = options;
    this.#config = boardConfiguration(options.sdkconfig ?? {});
    const cpuMHz = options.cpuMHz ?? 240;
    const idf = options.idf ?? 'v5.1.3';
    const warn = options.warn ?? (() => undefined);
    this.machine = createMachine({ cpuMHz, psram: options.psram ?? 0, seed: options.seed ?? 1 });
    this.heap = new ChipHeap(
      this.machine,
      (text) => this.#write(Buffer.from(text, 'latin1')),
      () => this.now,
      {
        idf,
        sdkconfig: options.sdkconfig ?? {},
        layout: { heapStart: heapBase(idf), iramEnd: IRAM_END },
        psram: options.psram ?? 0,
      },
    );
    const boot = BOOT_ALLOCATIONS.map(({ bytes, caps }) => this.heap.malloc(bytes, caps, []));
    this.files = options.files ?? new FlashFileSystem();
    const { numbers, stripLevel } = luaConfiguration(options.sdkconfig ?? {});
    this.lua = LuaMachine.create({
      heap: this.heap,
      numbers,
      stripLevel,
      seed: options.seed ?? 1,
      write: (bytes) => this.#print(bytes),
      readFile: (name) => this.files.read(name) ?? null,
      onSlice: () => this.#options.onSlice?.(this),
    });
    this.heap.onCharge = (cycles) => this.lua.charge(cycles);
    // All Lua code runs in the main task, on the stack that was the first block of the boot.
    const image = new GuestImage(this.machine, this.lua, boot[0]! + BOOT_ALLOCATIONS[0]!.bytes);
    this.heap.chains = image;
    this.#image = image;
    const tracebacks = new LuaTracebacks(this.lua, this.luaTracebacks, TRACEBACK_DEPTH);
    this.#places = new Places(this.lua, image, tracebacks);
    this.#blockTracebacks = new BlockTracebacks(this.machine.memory);
    this.clock = new WorkClock(cpuMHz * 1e6, this.lua, this.heap.charged);
    this.lua.g.heap = this.heap.forLua(this.clock, this.#places, this.#blockTracebacks);
    this.tasks = new TaskQueue((text) => warn(text));
    this.network = new SimulatedNetwork(this.clock, options.surroundings?.network);
    this.pins = new SimulatedPins(PIN_COUNT);
    this.context = new RuntimeContext({
      lua: this.lua,
      clock: this.clock,
      system: {
        malloc: (size, caps, frames) => this.heap.malloc(size, caps, frames),
        free: (address, frames) => this.heap.release(address, frames),
        freeSize: () => this.heap.services.heap.getFreeSize(0x1000),
      },
      files: this.files,
      network: this.network,
      pins: this.pins,
      tasks: this.tasks,
      print: (text) => this.#print(typeof text === 'string' ? Buffer.from(text) : text),
      warn,
    });
    this.console = new LuaConsole(this.context);
    this.moduleNames = this.#openModules();
    nameMissingModules(this.lua, this.moduleNames);
    watchRegistry(this.lua, () => (this.#registryExposed = true));
    this.#scheduleSurroundings(options.surroundings);
  }

  /** CPU cycles since reset. */
  get now(): number {
    // Before the clock exists, the boot's own work counts.
    return (this.clock as WorkClock | undefined)?.now ?? this.heap.charged;
  }

  /** The recorder of the on-device trace; undefined when the configuration has none. */
  get services(): HeapServices {
    return this.heap.services;
  }

  /**
   * Boots: banner, the boot command (a file, or nothing), prompt; banner and prompt only for a board that somebody
   * sits at.
   * @returns whether the file ran without an error.
   */
  boot(file: string | null = 'init.lua', interactive = true): boolean {
    this.#postBoot(file, interactive);
    this.#runTasks();
    this.settle();
    return this.bootSucceeded;
  }

  /** Boots and runs, with the limits in force from the first instruction on. */
  start(file: string | null, interactive: boolean, limits: NodeMcuLimits = {}): NodeMcuResult {
    this.#postBoot(file, interactive);
    return this.run(limits);
  }

  /** Whether the boot command ran without an error; true before it has ended. */
  bootSucceeded = true;

  /** The C side in flash. */
  readonly #image: GuestImage;

  #postBoot(file: string | null, interactive: boolean): void {
    this.#image.install();
    if (interactive)
      this.console.banner(
        'xtal',
        NUMBER_NAMES[this.lua.options.numbers ?? 'int32-single'],
        this.#options.idf ?? 'v5.1.3',
      );
    this.console.open();
    this.context.post(TaskPriority.low, 'nodemcu_main', () => {
      if (file !== null) this.bootSucceeded = this.console.runFile(file);
      if (interactive) this.console.start();
    });
  }

  /** Bytes arrive at the console. */
  receive(bytes: Uint8Array): void {
    if (this.#ports?.receive(0, bytes) && !this.console.runInput) return;
    this.console.receive(bytes);
    this.settle();
  }

  /**
   * Types text at the console, as a person does: a line only when the Lua task has nothing to do, at the line's
   * speed.
   */
  type(bytes: Uint8Array): void {
    this.#typed = Buffer.concat([this.#typed, bytes]);
  }

  /** Runs tasks and events until nothing is left, or a limit is reached. After an end by itself, it may run again on new input. */
  run(limits: NodeMcuLimits = {}): NodeMcuResult {
    const end = Math.min(limits.time ?? Infinity, limits.timeout ?? Infinity);
    const reason = (limits.time ?? Infinity) <= (limits.timeout ?? Infinity) ? 'time' : 'timeout';
    this.#watch = { limits, tail: '' };
    this.lua.instructionLimit = limits.maxInstructions ?? Infinity;
    try {
      for (;;) {
        if (this.#ended) return this.#ended;
        this.lua.cycleLimit =
          end === Infinity || limits.betweenTasks ? 0 : Math.max(1, end - (this.now - this.lua.cycles));
        this.clock.runDue();
        if (!this.tasks.empty) {
          if (this.now >= end) return { reason, cycles: this.now };
          this.#runTasks(end, reason);
          continue;
        }
        if (this.#typed.length > 0 && this.now < end) {
          const newline = this.#typed.indexOf(0x0a);
          const line = this.#typed.subarray(0, newline < 0 ? this.#typed.length : newline + 1);
          this.#typed = this.#typed.subarray(line.length);
          this.clock.advanceTo(
            this.now + Math.round((line.length * BITS_A_BYTE * this.clock.hz) / this.#baud(0)),
          );
          this.receive(line);
          continue;
        }
        if (limits.untilTyped) return { reason: 'idle', cycles: this.now };
        const next = this.clock.next;
        // Nothing will ever happen again: that is an end of its own before a timeout, and idling until --time.
        if (next === Infinity && (end === Infinity || (reason === 'timeout' && this.now < end)))
          return { reason: 'idle', cycles: this.now };
        if (Math.min(next, this.now) >= end || next > end) {
          this.clock.advanceTo(Math.max(end, this.now));
          return { reason, cycles: this.now };
        }
        this.clock.advanceTo(next);
      }
    } catch (error) {
      return this.#endOf(error, reason);
    } finally {
      this.#watch = undefined;
      this.settle();
    }
  }

  /**
   * Brings the records of the on-device trace in guest memory up to date. {@link boot}, {@link run}, {@link receive} and
   * {@link stateHash} do it; needed by those who look at memory while the chip runs, or after they called Lua themselves.
   */
  settle(): void {
    this.services.trace?.settle();
  }

  /** SHA-256 of the chip's memory and registers. */
  stateHash(): string {
    this.settle();
    this.#image.install(); // functions named since the last chain: in flash whether somebody listened or not
    // the core's clock is set when somebody reads it: at heap calls that are listened to, and here
    const behind = this.clock.now - this.machine.core.cycles;
    if (behind > 0) this.machine.core.charge(behind);
    return this.machine.stateHash();
  }

  #runTasks(end = Infinity, limit: 'time' | 'timeout' = 'timeout'): void {
    while (this.now < end) {
      const task = this.tasks.take();
      if (!task) return;
      try {
        task.run();
      } catch (error) {
        this.#ended = this.#endOf(error, limit);
        return;
      }
      this.clock.runDue();
    }
  }

  #endOf(error: unknown, limit: 'time' | 'timeout'): NodeMcuResult {
    if (this.#ended) return this.#ended;
    const cycles = this.now;
    if (error instanceof LuaInstructionLimitError) return { reason: 'max-insns', cycles };
    if (error instanceof LuaCycleLimitError) return { reason: limit, cycles };
    if (error instanceof TextSeen) return { reason: error.reason, cycles };
    if (error instanceof NodeMcuRestart) {
      this.#ended = { reason: 'restart', cycles, message: error.kind };
      return this.#ended;
    }
    if (error instanceof NodeMcuPanic || error instanceof LuaPanic) {
      const text =
        error instanceof NodeMcuPanic
          ? error.text
          : error.message.startsWith('PANIC')
            ? error.message
            : `PANIC: unprotected error in call to Lua API (${error.message})`;
      this.#ended = { reason: 'died', cycles, message: text };
      return this.#ended;
    }
    if (this.#registryExposed && isStateFault(error)) {
      const message = `Guru Meditation Error: Core  0 panic'ed (LoadProhibited): the script had changed the registry of debug.getregistry() (${error.message})`;
      this.#ended = { reason: 'died', cycles, message };
      return this.#ended;
    }
    throw error;
  }

  /** Text of the console, redirected by `node.output`. */
  #print(bytes: Uint8Array): void {
    this.#redirect?.(bytes);
    if (this.#serial) this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    this.#options.consoleOut?.(bytes);
    const watch = this.#watch;
    if (!watch || (watch.limits.expectText === undefined && watch.limits.failText === undefined)) return;
    const { expectText, failText } = watch.limits;
    watch.tail += Buffer.from(bytes).toString('latin1');
    if (failText !== undefined && watch.tail.includes(Buffer.from(failText).toString('latin1')))
      throw new TextSeen('fail-text');
    if (expectText !== undefined && watch.tail.includes(Buffer.from(expectText).toString('latin1')))
      throw new TextSeen('expect-text');
    watch.tail = watch.tail.slice(-Math.max(expectText?.length ?? 0, failText?.length ?? 0) * 4);
  }

  #openModules(): string[] {
    const { context, console } = this;
    const setRunInput = (enabled: boolean): void => {
      console.runInput = enabled;
    };
    const uart = openUart(context, {
      setRunInput,
      setEcho: (enabled) => (console.echo = enabled),
      consoleBaud: this.#config.consoleBaud,
      transmit: (port, bytes) => this.#options.uartOut?.(port, bytes),
    });
    this.#ports = uart.ports;
    const consoleModule = openConsole(context, { setRunInput });
    console.onBytes = (bytes) => {
      consoleModule.receive(bytes);
      return true;
    };
    const io = openIo(context);
    attachIo(this.lua, io.table, Object.values(io.metatables ?? {})[0]!, io.streams);
    const modules: Module[] = [
      openNode(context, this.#nodeServices()),
      openTmr(context, this.#config.ticksPerSecond),
      uart,
      openGpio(context),
      openFile(context),
      openPipe(context),
      openStruct(context),
      openSjson(context),
      openBit(context),
      openEncoder(context),
      openCrypto(context),
      openTime(context),
      openRtcmem(context),
      consoleModule,
      openNet(context),
    ];
    const { trace } = this.heap.services;
    if (trace && isOn(this.#options.sdkconfig, 'CONFIG_NODEMCU_CMODULE_HEAPTRACE', true))
      modules.push(
        openHeaptrace(context, {
          trace,
          released: (address, place) => {
            if (place instanceof Place) this.#blockTracebacks.recorded(address, place.traceback);
          },
          calloc: (count, size) => this.heap.calloc(count, size, []),
          free: (address) => this.heap.release(address, []),
          print: (text) => this.#write(Buffer.from(text, 'latin1')),
          baud: () => this.#baud(0),
          watchdogMs: this.#config.watchdogMs,
          ...(this.#options.heaptraceExtras && { extras: this.#heaptraceExtras(trace) }),
        }),
      );
    const opened = modules.filter(({ name }) =>
      isOn(this.#options.sdkconfig, `CONFIG_NODEMCU_CMODULE_${name.toUpperCase()}`, true),
    );
    for (const module of opened) context.register(module);
    return [...opened.map(({ name }) => name), 'io'].sort();
  }

  #nodeServices(): Parameters<typeof openNode>[1] {
    const { lua, context, console } = this;
    return {
      input: (text) => console.input(text),
      output: (listener, serial) => {
        this.#redirect = listener;
        this.#serial = serial;
      },
      onError: (reference) => {
        context.onError = reference ?? null;
      },
      get stripDebug() {
        return lua.g.stripLevel;
      },
      set stripDebug(level: number) {
        lua.g.stripLevel = level;
      },
      stripFunction: (L, index, level) => stripFunction(L as never, index, level),
      compile: (L, source, chunkName) => compileChunk(lua, L as never, source, chunkName),
    };
  }

  #heaptraceExtras(trace: HeapTraceStandalone): NonNullable<HeapTraceServices['extras']> {
    let remove: (() => void) | undefined;
    return {
      explain: () => this.explainRecords(),
      unlimited: (on) => {
        remove?.();
        remove = this.#unlimited = undefined;
        if (!on) return;
        this.#unlimited = new UnlimitedRecords(trace, () => this.currentLua());
        remove = this.heap.addListener(this.#unlimited);
      },
      started: () => this.#unlimited?.begin(),
    };
  }

  /**
   * The live records of the on-device trace with names and Lua lines, oldest first; with `heaptrace.xtal_unlimited(true)` all
   * that were made since the trace started, not only those that the buffer has room for.
   */
  explainRecords(): ExplainedRecord[] {
    const { trace } = this.heap.services;
    if (!trace) return [];
    if (this.#unlimited)
      return this.#unlimited.records.map(({ address, size, chain, traceback }) => ({
        address,
        size,
        chain: Array.from(chain, (caller) => this.machine.symbols.describe(caller)),
        lua: this.#linesOf(traceback),
      }));
    return trace.recordAddresses().flatMap((at) => {
      const record = trace.readRecord(at);
      if (record.address === 0) return [];
      return [
        {
          address: record.address,
          size: record.size,
          chain: record.alloced_by
            .filter((caller) => caller !== 0)
            .map((caller) => this.machine.symbols.describe(caller)),
          lua: this.#luaLines(at, record.address),
        },
      ];
    });
  }

  /** The Lua traceback at this moment, in {@link luaTracebacks}; 0 when no Lua runs. */
  currentLua(): number {
    return this.#places.current(0).traceback;
  }

  /** Lua traceback of the allocation that made a record, innermost first; empty when it is not known. */
  #luaLines(record: number, address: number): readonly string[] {
    const place = this.services.trace!.allocatorOf(record);
    return this.#linesOf(place instanceof Place ? place.traceback : this.#blockTracebacks.of(address));
  }

  #linesOf(id: number): readonly string[] {
    if (id === 0) return [];
    return this.luaTracebacks
      .traceback(id)
      .map(({ source, line, name }) => `${source}:${line}: in ${name ?? '?'}`);
  }

  #scheduleSurroundings(surroundings: RunFile | undefined): void {
    const cycle = (text: string): number => cyclesOf(text, this.clock.hz)!;
    for (const { at, pin, level } of surroundings?.gpio ?? [])
      this.clock.at(cycle(at), () => this.pins.drive(pin, level));
    for (const { at, port = 0, send } of surroundings?.uart ?? [])
      this.#send(cycle(at), port, Buffer.from(send, 'latin1'), 0);
  }

  /** Rate of a UART's line. */
  #baud(port: number): number {
    return this.#ports?.baud(port) ?? this.#config.consoleBaud;
  }

  /** Bytes arrive at a UART one after the other, at the line's speed. */
  #send(at: number, port: number, bytes: Uint8Array, index: number): void {
    if (index >= bytes.length) return;
    this.clock.at(at, () => {
      const byte = bytes.subarray(index, index + 1);
      if (port === 0) this.receive(byte);
      else this.#ports?.receive(port, byte);
      this.#send(at + Math.round((BITS_A_BYTE * this.clock.hz) / this.#baud(port)), port, bytes, index + 1);
    });
  }
}

/** How the banner names the number models. */
const NUMBER_NAMES = {
  'int32-single': 'int32-singlefp',
  'int32-double': 'int32-doublefp',
  'int64-single': 'int64-singlefp',
  'int64-double': 'int64-doublefp',
} as const;

/**
 * The interpreter's build options (components/lua/Kconfig of dev-esp32).
 * @throws SdkConfigError for a level of debug information that does not exist
 */
function luaConfiguration(config: SdkConfig): { numbers: keyof typeof NUMBER_NAMES; stripLevel: number } {
  const on = (name: string): boolean => isOn(config, name, false);
  if (on('CONFIG_LUA_VERSION_51'))
    throw new SdkConfigError('CONFIG_LUA_VERSION_51', 'y', 'n: Lua 5.3 is what is simulated');
  // Kconfig's 1, 2 and 3 reach the compiler's strip step as levels 1, 2 and "nothing dropped".
  const level = Number(config['CONFIG_LUA_OPTIMIZE_DEBUG'] ?? 1);
  if (![1, 2, 3].includes(level)) throw new SdkConfigError('CONFIG_LUA_OPTIMIZE_DEBUG', level, '1, 2 or 3');
  const integers = on('CONFIG_LUA_NUMBER_INT64') ? 'int64' : 'int32';
  return {
    numbers: on('CONFIG_LUA_NUMBER_DOUBLE') ? `${integers}-double` : `${integers}-single`,
    stripLevel: level % 3,
  };
}

interface BoardConfig {
  readonly ticksPerSecond: number;
  readonly consoleBaud: number;
  readonly watchdogMs: number;
}

/**
 * Options of ESP-IDF that the board's time depends on.
 * @throws SdkConfigError for a number that Kconfig would not take
 */
function boardConfiguration(config: SdkConfig): BoardConfig {
  const number = (option: string, standard: number, min: number, max: number): number => {
    const value = Number(config[option] ?? standard);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new SdkConfigError(option, config[option], `a whole number from ${min} to ${max}`);
    return value;
  };
  return {
    ticksPerSecond: number('CONFIG_FREERTOS_HZ', 100, 1, 1000),
    consoleBaud: number('CONFIG_ESP_CONSOLE_UART_BAUDRATE', 115200, 1200, 4_000_000),
    watchdogMs: number('CONFIG_ESP_INT_WDT_TIMEOUT_MS', 300, 10, 10_000),
  };
}

/** Where the services' own variables begin, so that the heap of the default configuration begins where the board's does. */
function heapBase(idf: string): number {
  const below = 8 + ((heapTraceStateBytes(idf) + 3) & ~3) + NAME_BYTES;
  return HEAP_START - ((below + 15) & ~15);
}
