/** `--trace-heap`: the outside trace of a run, in the form that the file's name asks for. */
import { resolve } from 'node:path';
import {
  fileTraceSink,
  JsonLinesWriter,
  TraceWriteError,
  TraceWriter,
  type TraceHeader,
  type TraceSymbols,
  type TraceWriterOptions,
} from '@xtal/heaptrace';
import { CommandError, ExitCode, type CommandIo } from '../command.js';

/** Either writer; they have the same methods. */
export type HeapRecording = TraceWriter | JsonLinesWriter;

function cannotWrite(error: unknown): never {
  if (error instanceof TraceWriteError) throw new CommandError(error.message, ExitCode.cannotWrite);
  throw error;
}

/**
 * Opens the file and writes the header.
 * @throws {CommandError} with exit code 74 when that is not possible.
 */
export function openRecording(
  io: CommandIo,
  path: string,
  header: TraceHeader,
  options: TraceWriterOptions,
): HeapRecording {
  try {
    const sink = fileTraceSink(resolve(io.cwd, path));
    const settings = { target: path, ...options };
    return path.endsWith('.jsonl')
      ? new JsonLinesWriter(sink, header, settings)
      : new TraceWriter(sink, header, settings);
  } catch (error) {
    return cannotWrite(error);
  }
}

/**
 * Ends the recording and says what was kept.
 * @throws {CommandError} with exit code 74 when something could not be written.
 */
export function closeRecording(
  io: CommandIo,
  path: string,
  recording: HeapRecording,
  cycle: number,
  symbols: (addresses: readonly number[]) => TraceSymbols,
): void {
  try {
    recording.finish(cycle, symbols(recording.addresses()));
  } catch (error) {
    cannotWrite(error);
  }
  io.stderr(`xtal: ${recording.events} heap events, ${recording.bytesWritten} bytes in ${path}\n`);
}
