/** Reading and writing files for commands, with errors that carry the right exit code. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, ExitCode, type CommandIo } from './command.js';

const REASONS: Record<string, string> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the device',
  EROFS: 'read-only file system',
  ELOOP: 'too many symbolic links',
};

/** Why a file operation failed, in words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? ((error as Error).message || code);
}

/**
 * Reads a whole file.
 * @throws {CommandError} with exit code 66 when it is missing or unreadable.
 */
export function readInput(io: CommandIo, path: string): Uint8Array {
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    throw new CommandError(`${path}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
  }
}

/** A file to be written need not exist, its folder must. */
function whyNotWritten(error: unknown): string {
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such folder' : reason(error);
}

/**
 * Writes a whole file.
 * @throws {CommandError} with exit code 74 when it cannot be written.
 */
export function writeOutput(io: CommandIo, path: string, data: string | Uint8Array): void {
  try {
    writeFileSync(resolve(io.cwd, path), data);
  } catch (error) {
    throw new CommandError(`${path}: cannot be written: ${whyNotWritten(error)}`, ExitCode.cannotWrite);
  }
}

/** Adds to a file that {@link writeOutput} has made; throws a {@link CommandError} (exit 74) when it cannot. */
export function appendOutput(io: CommandIo, path: string, data: Uint8Array): void {
  try {
    appendFileSync(resolve(io.cwd, path), data);
  } catch (error) {
    throw new CommandError(`${path}: cannot be written: ${whyNotWritten(error)}`, ExitCode.cannotWrite);
  }
}
