/** Opens traces for `xtal heap` and `xtal report`. */
import { resolve } from 'node:path';
import {
  fileTraceSource,
  openTrace,
  pointCycle,
  readElfDebug,
  readMarks,
  Symbolizer,
  TraceFormatError,
  UnknownPointError,
  type SourceFrame,
  type Trace,
  type TraceOutcome,
} from '@xtal/heaptrace';
import { CommandError, ExitCode, UsageError, type CommandIo } from '../command.js';
import { readInput } from '../files.js';
import { readPieces } from '../trace-files.js';

/**
 * Opens a trace in either form.
 * @param elf - An ELF file whose symbols are to be used instead of the trace's own.
 * @throws {CommandError} 66 when the file cannot be read, 65 when it is no trace.
 */
export function openTraceFile(io: CommandIo, path: string, elf?: string): Trace {
  // Only to find out that it can be read, with the message of all commands.
  for (const _piece of readPieces(io, path)) break;
  const trace = guarded(() => openTrace(fileTraceSource(resolve(io.cwd, path), path)));
  return elf === undefined ? trace : withSymbols(io, trace, elf);
}

/** Runs an analysis; what is wrong with the trace becomes exit code 65, an unknown point wrong usage. */
export function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof TraceFormatError) throw new CommandError(error.message, ExitCode.malformedInput);
    if (error instanceof UnknownPointError) throw new UsageError(error.message);
    throw error;
  }
}

/** Says on standard error that a trace is not whole. */
export function warnIfDamaged(io: CommandIo, trace: Trace, outcome: TraceOutcome): void {
  if (outcome.damage !== undefined)
    io.stderr(`xtal: ${trace.name}: ${outcome.damage}; this is about the ${outcome.events} events before\n`);
}

/** A window of a trace, as `--from` and `--to` say it: marks, cycles, `start`, `end`. */
export function windowOf(
  trace: Trace,
  from: string | undefined,
  to: string | undefined,
): { from: number; to: number } {
  return guarded(() => {
    const { marks } = readMarks(trace);
    return {
      from: from === undefined ? 0 : pointCycle(marks, from),
      to: to === undefined ? Infinity : pointCycle(marks, to),
    };
  });
}

/** The cycle of one point, as `--at` says it. */
export function pointOf(trace: Trace, point: string | undefined): number {
  return point === undefined ? Infinity : guarded(() => pointCycle(readMarks(trace).marks, point));
}

function withSymbols(io: CommandIo, trace: Trace, elf: string): Trace {
  let symbolizer: Symbolizer;
  try {
    const { symbols, section } = readElfDebug(readInput(io, elf), elf);
    symbolizer = new Symbolizer(symbols, [section]);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError((error as Error).message, ExitCode.malformedInput);
  }
  for (const problem of symbolizer.problems) io.stderr(`xtal: ${elf}: ${problem}\n`);
  const known = new Map<number, readonly SourceFrame[]>();
  const symbols = {
    get(address: number): readonly SourceFrame[] {
      let frames = known.get(address);
      if (frames === undefined) known.set(address, (frames = symbolizer.frames(address)));
      return frames;
    },
  };
  return Object.create(trace, {
    symbols: { value: symbols },
    read: { value: trace.read.bind(trace) },
  }) as Trace;
}
