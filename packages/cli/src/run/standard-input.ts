/** Standard input of the process, for boards that are typed at. */
import { readFileSync } from 'node:fs';
import { CommandError, ExitCode } from '../command.js';

/**
 * Reads standard input to its end.
 * @throws {CommandError} with exit code 66 when it cannot be read.
 */
export function readStandardInput(): Uint8Array {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new CommandError(
      `standard input: cannot be read: ${(error as Error).message}`,
      ExitCode.missingInput,
    );
  }
}
