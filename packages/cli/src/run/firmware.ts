/** Runs an executable, or objects and sources, on a simulated ESP32. */
import { createMachine, type Machine } from '@xtal/esp32';
import {
  GuestHeapWatch,
  guestHeapFunctions,
  installHeapServices,
  replaceGuestHeap,
  Symbolizer,
  type AllocationListener,
  type HeapServices,
} from '@xtal/heaptrace';
import { allocatorNames, isAllocatorName, type AllocatorName } from '@xtal/heap';
import { UsageError, type CommandIo } from '../command.js';
import { readInput } from '../files.js';
import { traceCore } from './core-trace.js';
import { hashFor, reportEnding, type Counts } from './ending.js';
import { closeRecording, openRecording, type HeapRecording } from './heap-recording.js';
import { describeLeaks } from './leaks.js';
import type { RunOptions } from './options.js';
import { traceHeader } from './trace-header.js';
import { userError } from './user-error.js';
import { assembleFile, isAssemblySource } from './sources.js';

const ELF_TYPE_OFFSET = 16;
const ELF_EXECUTABLE = 2;

/** Options that have no meaning for firmware are refused rather than ignored. */
function refuseScriptOptions(options: RunOptions): void {
  const given = {
    'run-file': options.runFile !== undefined,
    'uart-out': options.uartOut.size > 0,
    flash: options.flash !== undefined,
    'flash-dir': options.flashFolder !== undefined,
    'heaptrace-extras': options.heaptraceExtras,
    stdin: options.stdin,
  };
  for (const [option, isGiven] of Object.entries(given))
    if (isGiven) throw new UsageError(`--${option}: only Lua scripts have it`);
}

function isExecutable(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[ELF_TYPE_OFFSET] === ELF_EXECUTABLE;
}

/** `idf` is ESP-IDF's whole heap, which also takes the place of a heap that the program brings. */
function allocatorOption(options: RunOptions): AllocatorName | 'idf' | undefined {
  const { allocator } = options;
  if (allocator === undefined || allocator === 'idf') return allocator;
  if (!isAllocatorName(allocator))
    throw new UsageError(
      `--allocator: expected idf or one of ${allocatorNames.join(', ')}, got "${allocator}"`,
    );
  return allocator;
}

/** The heap that a machine's program uses: xtal's services, or functions of its own. */
interface GuestHeap {
  readonly services: HeapServices | undefined;
  addListener(listener: AllocationListener): () => void;
}

/** Loads the targets; the heap's functions are defined before, so that undefined names find them. */
function load(io: CommandIo, machine: Machine, options: RunOptions): GuestHeap {
  const files = options.targets.map((path) => ({
    name: path,
    bytes: isAssemblySource(path) ? assembleFile(io, path) : readInput(io, path),
  }));
  const settings = { idf: options.idf, sdkconfig: options.sdkconfig, allocator: allocatorOption(options) };
  if (options.rom !== undefined) machine.loadRomElf(readInput(io, options.rom), options.rom);
  const [first] = files;
  if (first && files.length === 1 && isExecutable(first.bytes)) {
    machine.loadElf(first.bytes, first.name);
    if (guestHeapFunctions(machine).length > 0) {
      if (settings.allocator !== undefined) {
        const { services, replaced } = replaceGuestHeap(machine, settings);
        io.stderr(`xtal: ${settings.allocator} serves ${replaced.join(', ')}\n`);
        return { services, addListener: (listener) => services.addListener(listener) };
      }
      const watch = new GuestHeapWatch(machine);
      return { services: undefined, addListener: (listener) => watch.addListener(listener) };
    }
    if (settings.allocator !== undefined)
      io.stderr(`xtal: --allocator: ${first.name} has no heap functions to replace\n`);
    return { services: undefined, addListener: () => () => undefined };
  }
  const services = installHeapServices(machine, settings);
  machine.loadObjects(files);
  return { services, addListener: (listener) => services.addListener(listener) };
}

/** Names, files and lines of what the machine has loaded. */
export function symbolizerOf(machine: Machine): Symbolizer {
  return new Symbolizer(
    machine.symbols,
    machine.images.map(
      (image) => (name: string) => image.sections.find((section) => section.name === name)?.bytes,
    ),
  );
}

/** Marks every call of a function in the recording: `pump 1`, `pump 2`, … */
function markCalls(machine: Machine, recording: HeapRecording, functions: readonly string[]): void {
  for (const name of functions) {
    if (machine.symbols.find(name) === undefined)
      throw new UsageError(`--trace-mark: the program has no function "${name}"`);
    let calls = 0;
    machine.watchFunction(name, {
      enter: (call) => recording.mark(call.core.cycles, `${name} ${++calls}`),
    });
  }
}

/**
 * Runs the targets to their end.
 * @returns The exit code.
 */
export function runFirmware(io: CommandIo, options: RunOptions): number {
  refuseScriptOptions(options);
  const machine = createMachine({
    timing: options.timing,
    cpuMHz: options.cpuMHz,
    psram: options.psram,
    allowUnverified: options.allowUnverified,
    seed: options.seed,
    consoleOut: (bytes) => io.stdout(bytes),
    warn: (text) => io.stderr(`xtal: ${text}\n`),
  });
  try {
    const heap = load(io, machine, options);
    let recording: HeapRecording | undefined;
    if (options.traceHeap !== undefined) {
      recording = openRecording(io, options.traceHeap, traceHeader(heap.services, options), {
        chainDepth: options.traceDepth,
      });
      heap.addListener(recording);
      markCalls(machine, recording, options.traceMarks);
    } else if (options.traceMarks.length > 0) throw new UsageError('--trace-mark needs --trace-heap');
    traceCore(io, machine, options.trace);
    const result = machine.run({
      time: options.time,
      timeout: options.timeout,
      wallTimeout: options.wallTimeout,
      maxInstructions: options.maxInstructions,
      expectText: options.expectText,
      failText: options.failText,
    });
    const symbolizer = symbolizerOf(machine);
    if (recording !== undefined)
      closeRecording(io, options.traceHeap!, recording, machine.core.cycles, (addresses) =>
        symbolizer.symbolize(addresses),
      );
    if (heap.services?.trace !== undefined) io.stderr(describeLeaks(heap.services.trace, symbolizer));
    const counts: Counts = [
      ...(heap.services ? ([['free heap', heap.services.heap.getFreeSize(0x1000)]] as const) : []),
      ...hashFor(options, machine),
    ];
    return reportEnding(io, result, options, counts);
  } catch (error) {
    throw userError(error);
  }
}
