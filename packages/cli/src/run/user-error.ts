/** Errors of the packages that are the user's to mend, with their exit codes. */
import { InputError } from '@xtal/esp32';
import { HeapTraceConfigError, SdkConfigError, UnknownIdfVersionError } from '@xtal/heaptrace';
import { CommandError, ExitCode, UsageError } from '../command.js';

/** The error as the command line reports it; other errors stay as they are. */
export function userError(error: unknown): unknown {
  if (error instanceof InputError) return new CommandError(error.message, ExitCode.malformedInput);
  if (
    error instanceof SdkConfigError ||
    error instanceof HeapTraceConfigError ||
    error instanceof UnknownIdfVersionError
  )
    return new UsageError(error.message);
  return error;
}
