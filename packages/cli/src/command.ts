/**
 * What a command is. Each command is one file below `commands/` that exports one {@link Command};
 * it parses its own arguments, calls the packages, prints, and returns an exit code.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Where a command reads and writes. Tests pass their own. */
export interface CommandIo {
  /** The guest's console, or the one thing that the command was asked for. */
  stdout(data: string | Uint8Array): void;
  /** Everything of xtal's own: progress, warnings, errors, the closing line. */
  stderr(text: string): void;
  /** Folder that relative paths start from. */
  readonly cwd: string;
}

/** One command of `xtal`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `xtal NAME --help` prints: usage, options, examples, exit codes. */
  readonly help: string;
  /**
   * Runs the command.
   * @param args - The arguments after the command's name.
   * @returns The exit code, see {@link ExitCode}.
   * @throws {UsageError} for wrong usage, {@link CommandError} for everything else that a user can mend.
   */
  run(args: string[], io: CommandIo): Promise<number>;
}

/** Exit codes, as `docs/cli.md` lists them. A guest's own exit code may equal one of these. */
export const ExitCode = {
  success: 0,
  failed: 1,
  timeout: 42,
  textMismatch: 43,
  usage: 64,
  malformedInput: 65,
  missingInput: 66,
  internal: 70,
  cannotWrite: 74,
  guestDied: 86,
} as const;

/** An error with an exit code, caused by what the user gave; printed without a stack trace. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Wrong usage: exit code 64, and a pointer to the help text. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(message, ExitCode.usage);
    this.name = 'UsageError';
  }
}

/**
 * `util.parseArgs` whose complaints are {@link UsageError}s.
 * @throws {UsageError} when an option is unknown or lacks its value.
 */
export function parseCommandLine<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Reads a whole number option.
 * @throws {UsageError} when `text` is not a whole number in `[min, max]`.
 */
export function wholeNumber(option: string, text: string, min = 0, max = Number.MAX_SAFE_INTEGER): number {
  const value = /^(0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max))
    throw new UsageError(`--${option}: expected a whole number from ${min} to ${max}, got "${text}"`);
  return value;
}

/** A duration in guest time: either cycles, or seconds that become cycles once the clock rate is known. */
export type GuestDuration = { cycles: number } | { seconds: number };

const SECONDS: Record<string, number> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86400 };

/**
 * Reads a duration with a unit: `500ms`, `10s`, `2000000cyc`.
 * @throws {UsageError} when the number or its unit is missing or unknown.
 */
export function guestDuration(option: string, text: string): GuestDuration {
  const match = /^(\d+(?:\.\d+)?)(cyc|ns|us|ms|s|min|h|d)$/.exec(text);
  if (!match)
    throw new UsageError(
      `--${option}: expected a number with a unit (cyc, ns, us, ms, s, min, h, d), such as 500ms, got "${text}"`,
    );
  const value = Number(match[1]);
  return match[2] === 'cyc' ? { cycles: Math.floor(value) } : { seconds: value * SECONDS[match[2]!]! };
}

/** Cycles of a {@link GuestDuration} at `hz` CPU cycles a second. */
export function durationInCycles(duration: GuestDuration, hz: number): number {
  return 'cycles' in duration ? duration.cycles : Math.round(duration.seconds * hz);
}

/**
 * Reads a size in bytes: `4096`, `64K`, `4M`.
 * @throws {UsageError} when it is not one.
 */
export function byteSize(option: string, text: string): number {
  const match = /^(\d+)([kKmM]?)(?:i?[bB])?$/.exec(text);
  if (!match) throw new UsageError(`--${option}: expected a size such as 65536, 64K or 4M, got "${text}"`);
  const unit = match[2]!.toLowerCase();
  return Number(match[1]) * (unit === 'k' ? 1024 : unit === 'm' ? 1024 * 1024 : 1);
}
