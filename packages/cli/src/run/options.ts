/** The options of `xtal run` and `xtal repl`, read once for firmware and scripts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseIdfVersion, parseSdkConfig, UnknownIdfVersionError, type SdkConfig } from '@xtal/heaptrace';
import { LARGEST_PSRAM, type CpuMHz } from '@xtal/esp32';
import {
  byteSize,
  CommandError,
  durationInCycles,
  ExitCode,
  guestDuration,
  parseCommandLine,
  UsageError,
  wholeNumber,
  type CommandIo,
} from '../command.js';
import { reason } from '../files.js';

/** Everything that the command line says about a run. Cycles are those of the CPU clock asked for. */
export interface RunOptions {
  readonly targets: readonly string[];
  readonly stats: 'none' | 'text' | 'json';
  readonly timing: 'exact' | 'off';
  readonly cpuMHz: CpuMHz;
  /** Bytes of external RAM. */
  readonly psram: number;
  readonly seed: number;
  readonly sdkconfig: SdkConfig;
  /** ESP-IDF version whose heap and tracing behaviour is meant. */
  readonly idf: string;
  /** Cycles. */
  readonly time: number | undefined;
  /** Cycles. */
  readonly timeout: number | undefined;
  /** Milliseconds of the host. */
  readonly wallTimeout: number | undefined;
  readonly maxInstructions: number | undefined;
  readonly expectText: string | undefined;
  readonly failText: string | undefined;
  readonly trace: readonly TraceKind[];
  readonly traceHeap: string | undefined;
  readonly traceDepth: number;
  /** Functions whose calls are marked in the recording. */
  readonly traceMarks: readonly string[];
  readonly allocator: string | undefined;
  readonly rom: string | undefined;
  readonly allowUnverified: boolean;
  /** Scripts only. */
  readonly runFile: string | undefined;
  /** Files that take what UART 1 and 2 send. */
  readonly uartOut: ReadonlyMap<number, string>;
  readonly flash: string | undefined;
  readonly flashFolder: string | undefined;
  readonly heaptraceExtras: boolean;
  readonly stdin: boolean;
}

/** What `--trace` prints. */
export type TraceKind = 'insn' | 'calls' | 'exceptions';
const TRACE_KINDS: readonly string[] = ['insn', 'calls', 'exceptions'];

/** Options of firmware that scripts do not have. */
const FIRMWARE_ONLY = ['timing', 'trace', 'trace-mark', 'allocator'];

/** Text of the options for help pages. */
export const OPTIONS_HELP = `  --stats[=json]             counts at the end, on standard error
  --timing exact|off         exact: the LX6's scoreboard (default); off: one cycle an instruction
  --cpu-mhz 80|160|240       CPU clock (default 240)
  --psram SIZE               external RAM, such as 4M (default none)
  --seed N                   seed of the hardware random number generator (default 1)
  --sdkconfig FILE           configuration, as IDF's sdkconfig
  --set CONFIG_NAME=VALUE    one option of it; may be repeated
  --idf VERSION              behave as this ESP-IDF, v4.4 to v5.5 (default v5.1.3)
  --time D                   stop after simulated time D: success
  --timeout D                stop after simulated time D: failure (exit 42)
  --wall-timeout D           stop after time D of this computer: failure (exit 42)
  --max-insns N              stop after N instructions: failure (exit 42)
  --expect-text T            stop with success when T is printed; missing at the end: exit 43
  --fail-text T              stop with exit 43 when T is printed
  --trace insn,calls,exceptions   print what the core does, on standard error
  --trace-heap FILE          record every heap event from outside (FILE.jsonl: as JSON lines)
  --trace-depth N            frames of recorded call chains (default: all)
  --trace-mark FUNCTION,...  mark every call of these functions in the recording, for "xtal heap leaks"
  --allocator NAME           replace the guest's heap by a model: idf, or a name of xtal replay --help
`;

/** The same for a command that runs scripts only. */
export const SCRIPT_OPTIONS_HELP = OPTIONS_HELP.split('\n')
  .filter((line) => !FIRMWARE_ONLY.some((option) => line.startsWith(`  --${option} `)))
  .join('\n');

const optionTypes = {
  stats: { type: 'string' },
  timing: { type: 'string', default: 'exact' },
  'cpu-mhz': { type: 'string', default: '240' },
  psram: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  sdkconfig: { type: 'string' },
  set: { type: 'string', multiple: true },
  idf: { type: 'string', default: 'v5.1.3' },
  time: { type: 'string' },
  timeout: { type: 'string' },
  'wall-timeout': { type: 'string' },
  'max-insns': { type: 'string' },
  'expect-text': { type: 'string' },
  'fail-text': { type: 'string' },
  trace: { type: 'string' },
  'trace-heap': { type: 'string' },
  'trace-depth': { type: 'string' },
  'trace-mark': { type: 'string' },
  allocator: { type: 'string' },
  rom: { type: 'string' },
  engine: { type: 'string', default: 'interp' },
  'allow-unverified': { type: 'boolean', default: false },
  'run-file': { type: 'string' },
  'uart-out': { type: 'string', multiple: true },
  flash: { type: 'string' },
  'flash-dir': { type: 'string' },
  'heaptrace-extras': { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
} as const;

/** `PORT=FILE` of `--uart-out`. */
function uartFiles(texts: readonly string[]): Map<number, string> {
  const files = new Map<number, string>();
  for (const text of texts) {
    const match = /^([12])=(.+)$/s.exec(text);
    if (!match) throw new UsageError(`--uart-out: expected 1=FILE or 2=FILE, got "${text}"`);
    files.set(Number(match[1]), match[2]!);
  }
  return files;
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(text))
    throw new UsageError(`--${option}: expected ${allowed.join(' or ')}, got "${text}"`);
  return text as T;
}

function readSdkConfig(io: CommandIo, file: string | undefined, sets: readonly string[]): SdkConfig {
  let config: Record<string, string | number | boolean | undefined> = {};
  if (file !== undefined) {
    let text: string;
    try {
      text = readFileSync(resolve(io.cwd, file), 'utf8');
    } catch (error) {
      throw new CommandError(`${file}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
    }
    try {
      config = { ...parseSdkConfig(text) };
    } catch (error) {
      throw new CommandError(`${file}: ${(error as Error).message}`, ExitCode.malformedInput);
    }
  }
  for (const set of sets) {
    const match = /^(CONFIG_\w+)=(.*)$/.exec(set);
    if (!match) throw new UsageError(`--set: expected CONFIG_NAME=VALUE, got "${set}"`);
    config[match[1]!] = match[2]!;
  }
  return config;
}

/** Releases up to v4.2 have another allocator (no TLSF); what the heap's table of versions knows begins with v4.4. */
function idfVersion(text: string): string {
  try {
    const [major, minor] = parseIdfVersion(text);
    if (major > 4 || (major === 4 && minor >= 4)) return text;
  } catch (error) {
    if (!(error instanceof UnknownIdfVersionError)) throw error;
  }
  throw new UsageError(`--idf: expected a release from v4.4 on, such as v5.1.3, got "${text}"`);
}

/** The chip maps external RAM in pages, through a window of a fixed size. */
function psramSize(text: string): number {
  const bytes = byteSize('psram', text);
  if (bytes > LARGEST_PSRAM || bytes % 4096 !== 0)
    throw new UsageError(`--psram: expected a multiple of 4K up to ${LARGEST_PSRAM >> 20}M, got "${text}"`);
  return bytes;
}

/**
 * Reads the arguments of `xtal run` or `xtal repl`.
 * @throws {UsageError} for what is not understood, {@link CommandError} for files that cannot be read.
 */
export function parseRunOptions(io: CommandIo, args: readonly string[]): RunOptions {
  // `--stats` stands alone or has "=json": parseArgs knows only one of both.
  const normalised = args.map((argument) => (argument === '--stats' ? '--stats=text' : argument));
  const { values, positionals } = parseCommandLine({
    args: normalised,
    options: optionTypes,
    allowPositionals: true,
  });
  const cpuMHz = Number(oneOf('cpu-mhz', values['cpu-mhz'], ['80', '160', '240'])) as CpuMHz;
  const hz = cpuMHz * 1e6;
  const cycles = (option: 'time' | 'timeout'): number | undefined => {
    const text = values[option];
    return text === undefined ? undefined : durationInCycles(guestDuration(option, text), hz);
  };
  const wall = values['wall-timeout'];
  const wallDuration = wall === undefined ? undefined : guestDuration('wall-timeout', wall);
  if (wallDuration && 'cycles' in wallDuration)
    throw new UsageError('--wall-timeout: this computer has no guest cycles; give seconds, such as 10s');
  const trace = values.trace?.split(',') ?? [];
  const unknown = trace.find((kind) => !TRACE_KINDS.includes(kind));
  if (unknown !== undefined)
    throw new UsageError(`--trace: expected a list of ${TRACE_KINDS.join(', ')}, got "${unknown}"`);
  if (values.engine !== 'interp')
    throw new UsageError(
      `--engine: expected interp (the translator is not there yet), got "${values.engine}"`,
    );
  return {
    targets: positionals,
    stats: oneOf('stats', values.stats ?? 'none', ['none', 'text', 'json']),
    timing: oneOf('timing', values.timing, ['exact', 'off']),
    cpuMHz,
    psram: psramSize(values.psram),
    seed: wholeNumber('seed', values.seed, 0, 0xffffffff),
    sdkconfig: readSdkConfig(io, values.sdkconfig, values.set ?? []),
    idf: idfVersion(values.idf),
    time: cycles('time'),
    timeout: cycles('timeout'),
    wallTimeout: wallDuration && Math.round(wallDuration.seconds * 1000),
    maxInstructions:
      values['max-insns'] === undefined ? undefined : wholeNumber('max-insns', values['max-insns'], 1),
    expectText: values['expect-text'],
    failText: values['fail-text'],
    trace: trace as TraceKind[],
    traceHeap: values['trace-heap'],
    traceMarks: values['trace-mark']?.split(',').filter((name) => name !== '') ?? [],
    traceDepth:
      values['trace-depth'] === undefined ? 1024 : wholeNumber('trace-depth', values['trace-depth'], 0, 1024),
    allocator: values.allocator,
    rom: values.rom,
    allowUnverified: values['allow-unverified'],
    runFile: values['run-file'],
    uartOut: uartFiles(values['uart-out'] ?? []),
    flash: values.flash,
    flashFolder: values['flash-dir'],
    heaptraceExtras: values['heaptrace-extras'],
    stdin: values.stdin,
  };
}
