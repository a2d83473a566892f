/** How a run ended: exit code, closing line, counts. */
import type { RunReason } from '@xtal/esp32';
import { ExitCode, type CommandIo } from '../command.js';
import type { RunOptions } from './options.js';

/** The end of a run of firmware or a script. */
export interface Ending {
  readonly reason: RunReason | 'script-error' | 'restart' | 'text-missing';
  readonly exitCode?: number | undefined;
  /** Machine instructions, or Lua instructions of a script. */
  readonly instructions?: number | undefined;
  readonly cycles: number;
  /** Several lines for a person. */
  readonly message?: string | undefined;
}

/** Counts beyond instructions and cycles, in the order of printing. */
export type Counts = readonly (readonly [name: string, value: number | string])[];

const TEXTS: Record<Ending['reason'], string> = {
  exit: 'exit',
  restart: 'restart asked for, nothing restarts the chip',
  'script-error': 'Lua error',
  time: 'time reached',
  timeout: 'timeout (simulated time)',
  'wall-timeout': 'timeout (time of this computer)',
  'expect-text': 'expected text seen',
  'fail-text': 'failing text seen',
  'text-missing': 'expected text missing',
  'max-insns': 'instruction limit reached',
  idle: 'the guest sleeps for ever',
  died: 'the guest died',
};

/** A duration in the unit that suits it. */
export function formatSeconds(seconds: number): string {
  if (seconds < 1e-3) return `${(seconds * 1e6).toFixed(1)} us`;
  if (seconds < 1) return `${(seconds * 1e3).toFixed(3)} ms`;
  return `${seconds.toFixed(3)} s`;
}

/** Why a run failed that would have been a success, had it printed the expected text; otherwise its own reason. */
function reasonOf(ending: Ending, options: RunOptions, expectedSeen: boolean): Ending['reason'] {
  const missing = options.expectText !== undefined && !expectedSeen;
  switch (ending.reason) {
    case 'time':
    case 'idle':
    case 'restart':
    case 'exit':
      return missing ? 'text-missing' : ending.reason;
    default:
      return ending.reason;
  }
}

/** Exit code of a run, see `docs/cli.md`. */
export function exitCodeOf(ending: Ending, options: RunOptions, expectedSeen: boolean): number {
  switch (reasonOf(ending, options, expectedSeen)) {
    case 'died':
      return ExitCode.guestDied;
    case 'timeout':
    case 'wall-timeout':
    case 'max-insns':
      return ExitCode.timeout;
    case 'fail-text':
    case 'text-missing':
      return ExitCode.textMismatch;
    case 'expect-text':
      return ExitCode.success;
    case 'script-error':
      return ExitCode.failed;
    case 'time':
    case 'idle':
    case 'restart':
      return ExitCode.success;
    case 'exit':
      return (ending.exitCode ?? 0) & 0xff;
  }
}

/** The hash of the guest's memory and registers at the end, for those who look at counts: equal runs have equal hashes. */
export function hashFor(options: RunOptions, guest: { stateHash(): string }): Counts {
  return options.stats === 'none' ? [] : [['state hash', guest.stateHash()]];
}

/** Prints message, counts and the closing line; gives the exit code. */
export function reportEnding(
  io: CommandIo,
  ending: Ending,
  options: RunOptions,
  counts: Counts = [],
  expectedSeen = ending.reason === 'expect-text',
): number {
  const seconds = ending.cycles / (options.cpuMHz * 1e6);
  const code = exitCodeOf(ending, options, expectedSeen);
  const reason = reasonOf(ending, options, expectedSeen);
  if (ending.message !== undefined) io.stderr(`${ending.message.trimEnd()}\n`);
  if (reason === 'text-missing')
    io.stderr(`xtal: expected text was not printed: ${JSON.stringify(options.expectText)}\n`);
  if (options.stats === 'json') {
    io.stderr(
      `${JSON.stringify({
        exit: {
          reason,
          code,
          ...(ending.exitCode === undefined ? {} : { guest: ending.exitCode }),
        },
        ...(ending.instructions === undefined ? {} : { instructions: ending.instructions }),
        cycles: ending.cycles,
        seconds,
        ...Object.fromEntries(counts),
      })}\n`,
    );
    return code;
  }
  if (options.stats === 'text') {
    const { instructions } = ending;
    const perInstruction = instructions ? (ending.cycles / instructions).toFixed(3) : '-';
    const rows: Counts = [
      ...(instructions === undefined ? [] : ([['instructions', instructions]] as const)),
      ['cycles', ending.cycles],
      ...(instructions === undefined ? [] : ([['cycles an instruction', perInstruction]] as const)),
      ['simulated time', formatSeconds(seconds)],
      ...counts,
    ];
    const width = Math.max(...rows.map(([name]) => name.length));
    for (const [name, value] of rows) io.stderr(`  ${name.padEnd(width)}  ${value}\n`);
  }
  const text =
    ending.exitCode === undefined || reason !== ending.reason
      ? TEXTS[reason]
      : `${TEXTS[reason]} ${ending.exitCode}`;
  io.stderr(
    `xtal: ${text} after ${ending.instructions === undefined ? '' : `${ending.instructions} instructions, `}${ending.cycles} cycles, ${formatSeconds(seconds)}\n`,
  );
  return code;
}
