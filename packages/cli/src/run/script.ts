/** Runs NodeMCU Lua scripts on a simulated board. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { HEAP_TRACE_LEAKS, Symbolizer } from '@xtal/heaptrace';
import {
  FileSystemError,
  FlashFileSystem,
  FlashImageError,
  NodeMcu,
  NodeMcuPanic,
  parseRunFile,
  RunFileError,
  type NodeMcuResult,
  type RunFile,
} from '@xtal/nodemcu';
import { CommandError, ExitCode, UsageError, type CommandIo } from '../command.js';
import { appendOutput, readInput, writeOutput, reason } from '../files.js';
import { hashFor, reportEnding, type Ending } from './ending.js';
import { closeRecording, openRecording, type HeapRecording } from './heap-recording.js';
import { describeLuaLeaks } from './lua-leaks.js';
import type { RunOptions } from './options.js';
import { readStandardInput } from './standard-input.js';
import { traceHeader } from './trace-header.js';
import { userError } from './user-error.js';

/** Thrown out of the interpreter when the host's time is over. */
export class WallTimeout extends Error {}

/** Called while Lua runs: ends the run when `--wall-timeout` is over. */
export function wallGuard(options: RunOptions): () => void {
  const end = options.wallTimeout === undefined ? Infinity : Date.now() + options.wallTimeout;
  return () => {
    if (Date.now() > end) throw new WallTimeout();
  };
}

function put(files: FlashFileSystem, name: string, content: Uint8Array, what: string): void {
  try {
    // Names in flash are bytes.
    files.write(Buffer.from(name).toString('latin1'), content);
  } catch (error) {
    if (error instanceof FileSystemError)
      throw new CommandError(
        `${what}: cannot go into the flash file system: ${error.message}`,
        ExitCode.malformedInput,
      );
    throw error;
  }
}

/** Copies the regular files of a folder into flash; nothing outside the folder is read, whatever links say. */
function copyFolder(io: CommandIo, files: FlashFileSystem, folder: string): void {
  const root = resolve(io.cwd, folder);
  let names: string[];
  let inside: string;
  try {
    names = readdirSync(root).sort();
    inside = realpathSync(root);
    if (!inside.endsWith(sep)) inside += sep;
  } catch (error) {
    throw new CommandError(`${folder}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
  }
  for (const name of names) {
    const path = join(root, name);
    const shown = join(folder, name);
    let real: string;
    let content: Uint8Array;
    try {
      if (lstatSync(path).isDirectory()) continue;
      real = realpathSync(path);
      if (!real.startsWith(inside))
        throw new CommandError(`${shown}: leads out of the folder`, ExitCode.malformedInput);
      const stat = statSync(real);
      // Pipes and devices could be read for ever; a link to a folder is a folder.
      if (!stat.isFile()) continue;
      if (stat.size > files.capacity)
        throw new CommandError(
          `${shown}: ${stat.size} bytes, the flash file system has ${files.capacity}`,
          ExitCode.malformedInput,
        );
      content = readFileSync(real);
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(`${shown}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
    }
    put(files, name, content, shown);
  }
}

/** The flash file system that the options describe. */
export function openFlash(io: CommandIo, options: RunOptions): FlashFileSystem {
  let files = new FlashFileSystem();
  if (options.flash !== undefined) {
    const path = resolve(io.cwd, options.flash);
    let image: Uint8Array | undefined;
    try {
      image = readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        throw new CommandError(`${options.flash}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
    }
    try {
      if (image) files = FlashFileSystem.load(image);
    } catch (error) {
      if (error instanceof FlashImageError)
        throw new CommandError(`${options.flash}: ${error.message}`, ExitCode.malformedInput);
      throw error;
    }
  }
  if (options.flashFolder !== undefined) copyFolder(io, files, options.flashFolder);
  const targets = new Map<string, string>();
  for (const target of options.targets) {
    const name = basename(target);
    const other = targets.get(name);
    if (other !== undefined)
      throw new UsageError(`${other} and ${target}: both would be ${name} in the flash file system`);
    targets.set(name, target);
    put(files, name, readInput(io, target), target);
  }
  return files;
}

/** The run file, if one is given. */
export function readRunFile(io: CommandIo, options: RunOptions): RunFile | undefined {
  if (options.runFile === undefined) return undefined;
  try {
    return parseRunFile(options.runFile, Buffer.from(readInput(io, options.runFile)).toString('utf8'));
  } catch (error) {
    if (error instanceof RunFileError) throw new CommandError(error.message, ExitCode.malformedInput);
    throw error;
  }
}

/** A board as the options describe it. */
export function createBoard(
  io: CommandIo,
  options: RunOptions,
  files: FlashFileSystem,
  onSlice?: (board: NodeMcu) => void,
): NodeMcu {
  if (options.allocator !== undefined)
    throw new UsageError(
      '--allocator: scripts run on ESP-IDF\'s heap; record with --trace-heap and use "xtal replay"',
    );
  if (options.trace.length > 0)
    throw new UsageError('--trace: there is no machine code to trace in a script');
  if (options.traceMarks.length > 0)
    throw new UsageError('--trace-mark: it marks calls of machine code, in a script there are none');
  if (options.timing === 'off')
    io.stderr("xtal: --timing off: a script's instructions take their measured cycles, it changes nothing\n");
  if (options.rom !== undefined) {
    readInput(io, options.rom);
    io.stderr('xtal: --rom: scripts run no code of the ROM, it changes nothing\n');
  }
  const surroundings = readRunFile(io, options);
  for (const path of options.uartOut.values()) writeOutput(io, path, '');
  const uartOut = (port: number, bytes: Uint8Array): void => {
    const path = options.uartOut.get(port);
    if (path !== undefined) appendOutput(io, path, bytes);
  };
  try {
    return new NodeMcu({
      cpuMHz: options.cpuMHz,
      psram: options.psram,
      seed: options.seed,
      idf: options.idf,
      sdkconfig: options.sdkconfig,
      consoleOut: (bytes) => io.stdout(bytes),
      warn: (text) => io.stderr(`xtal: ${text}\n`),
      uartOut,
      files,
      heaptraceExtras: options.heaptraceExtras,
      ...(surroundings && { surroundings }),
      ...(onSlice && { onSlice }),
    });
  } catch (error) {
    if (error instanceof NodeMcuPanic) throw new CommandError(error.text, ExitCode.guestDied);
    throw userError(error);
  }
}

/** Starts the recording that `--trace-heap` asks for. */
export function recordHeap(io: CommandIo, options: RunOptions, board: NodeMcu): HeapRecording | undefined {
  if (options.traceHeap === undefined) return undefined;
  const recording = openRecording(io, options.traceHeap, traceHeader(board.services, options), {
    chainDepth: options.traceDepth,
    luaTracebacks: board.luaTracebacks,
    currentLua: () => board.currentLua(),
  });
  board.heap.addListener(recording);
  return recording;
}

/** Ends the recording of {@link recordHeap}, if there is one, and says what was kept. */
export function finishRecording(
  io: CommandIo,
  options: RunOptions,
  board: NodeMcu,
  recording: HeapRecording | undefined,
): void {
  if (recording === undefined) return;
  const symbolizer = new Symbolizer(board.machine.symbols);
  closeRecording(io, options.traceHeap!, recording, board.now, (addresses) =>
    symbolizer.symbolize(addresses),
  );
}

function endingOf(result: NodeMcuResult, success: boolean): Ending {
  const counts = { cycles: result.cycles };
  if (result.reason === 'idle')
    return success ? { reason: 'exit', exitCode: 0, ...counts } : { reason: 'script-error', ...counts };
  return {
    reason: result.reason,
    ...counts,
    ...(result.message !== undefined &&
      result.message !== 'restart' && {
        message: result.message === 'deepsleep' ? 'xtal: the chip went into deep sleep' : result.message,
      }),
  };
}

/**
 * Runs scripts to their end: the first one is the boot command, the others lie in flash.
 * @returns The exit code.
 */
export function runScripts(io: CommandIo, options: RunOptions): number {
  const files = openFlash(io, options);
  const board = createBoard(io, options, files, wallGuard(options));
  const recording = recordHeap(io, options, board);
  const { time, timeout, maxInstructions, expectText, failText } = options;
  let ending: Ending;
  try {
    if (options.stdin) board.type(readStandardInput());
    const first = Buffer.from(basename(options.targets[0]!)).toString('latin1');
    const result = board.start(first, options.stdin, {
      time,
      timeout,
      maxInstructions,
      expectText,
      failText,
    });
    ending = endingOf(result, board.bootSucceeded);
  } catch (error) {
    if (!(error instanceof WallTimeout)) throw error;
    ending = { reason: 'wall-timeout', cycles: board.now };
  }
  finishRecording(io, options, board, recording);
  if (options.flash !== undefined) writeOutput(io, options.flash, files.save());
  const { trace } = board.services;
  if (trace?.summary()?.mode === HEAP_TRACE_LEAKS) io.stderr(describeLuaLeaks(board));
  return reportEnding(io, { ...ending, instructions: board.lua.instructions }, options, [
    ['free heap', board.services.heap.getFreeSize(0x1000)],
    ['Lua memory', board.lua.bytes],
    ...hashFor(options, board),
  ]);
}
