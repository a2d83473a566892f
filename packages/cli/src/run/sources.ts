/** Assembly sources among the targets become objects before anything is linked. */
import { dirname, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { assemble, formatDiagnostic, type AssemblyOptions } from '@xtal/xtensa';
import { CommandError, ExitCode, type CommandIo } from '../command.js';
import { readInput } from '../files.js';

/** Whether a file's name says that it is an assembly source. */
export function isAssemblySource(path: string): boolean {
  return /\.[sS]$/.test(path);
}

/**
 * Assembles one source file.
 * @throws {CommandError} with the diagnostics, exit code 65.
 */
export function assembleFile(io: CommandIo, path: string, options: AssemblyOptions = {}): Uint8Array {
  const text = Buffer.from(readInput(io, path)).toString('utf8');
  const folder = dirname(resolve(io.cwd, path));
  const include = (name: string): string | undefined => {
    try {
      return readFileSync(resolve(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  };
  const includeBinary = (name: string): Uint8Array | undefined => {
    try {
      return readFileSync(resolve(folder, name));
    } catch {
      return undefined;
    }
  };
  const { object, diagnostics } = assemble([{ name: path, text }], { include, includeBinary, ...options });
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0 || object === undefined)
    throw new CommandError(errors.map(formatDiagnostic).join('\n'), ExitCode.malformedInput);
  for (const warning of diagnostics) io.stderr(`${formatDiagnostic(warning)}\n`);
  return object;
}
