/** `xtal replay`: feeds recorded or synthetic allocation traces to allocators, side by side. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  allocatorNames,
  formatReplayCsv,
  formatReplayTable,
  HEAP_BEHAVIOUR,
  isAllocatorName,
  openTrace,
  ProblemLog,
  replay as replayTrace,
  TraceError,
  writeRep,
  writeTextTrace,
  type AllocatorName,
  type IdfVersion,
  type OperationInput,
  type ReplayOptions,
  type ReplayReport,
  type ReplayTarget,
} from '@xtal/heap';
import { fileTraceSource } from '@xtal/heaptrace';
import {
  byteSize,
  CommandError,
  ExitCode,
  parseCommandLine,
  UsageError,
  wholeNumber,
  type Command,
  type CommandIo,
} from '../command.js';
import { isOutsideTrace, OutsideOperations } from '../outside-operations.js';
import { readPieces, writeFileWith } from '../trace-files.js';

/** Pools by name: heaps of the ESP32 under ESP-IDF v5.1.3, for a small program. */
const POOLS: Record<string, { base: number; size: number }> = {
  dram: { base: 0x3ffb2a18, size: 0x2d5e8 },
  diram: { base: 0x3ffe4350, size: 0x1bcb0 },
  iram: { base: 0x4008ca00, size: 0x13600 },
  psram: { base: 0x3f800000, size: 0x400000 },
};

const help = `xtal replay TRACE... [--allocator A[,B...]] [OPTIONS]

Feeds allocation traces to allocator models and compares them in a table: throughput, peak live bytes,
footprint, fragmentation, failures. The trace is streamed, its length does not matter.

Traces (told apart by their content, gzip-compressed or not):
  xtal-alloc-1               xtal's own text format, as "xtal workload" writes it (docs/formats.md)
  .rep                       malloc-lab traces
  heap-ops-1, heap-caps-1    golden vectors of ESP-IDF's heap
  heap traces                what "xtal run --trace-heap FILE" records

Options:
  --allocator A[,B...]   which allocators, or "all"; default tlsf
                         ${allocatorNames.slice(0, 5).join(', ')},
                         ${allocatorNames.slice(5).join(', ')};
                         or a module of your own, FILE.mjs, that exports { name, create(memory, base, size) }
  --heap POOL            the pool: SIZE, SIZE@ADDRESS (such as 64K@0x3ffb0000), or a heap of the ESP32:
                         dram, diram, iram, psram. Default: the trace's own, else 4M at 0x3f800000
  --idf VERSION          ESP-IDF version that the tlsf allocators behave as; default v5.1.3, the only one that
                         golden vectors cover: ${Object.keys(HEAP_BEHAVIOUR).join(', ')}
  --keep-going           count and skip what is malformed or contradictory instead of stopping at it
  --json                 the whole report as JSON, samples included
  --csv FILE             fragmentation over time: a row per allocator and sample
  --samples N            keep at most N samples per allocator; default 256
  --no-host-time         leave out host times, so that the table is the same on every run
  --write FILE           convert instead of replaying: FILE.rep (malloc-lab), else xtal-alloc-1; .gz compresses

Columns:
  peak live      largest sum of the sizes asked for, held at once
  footprint      from the start of the pool to the end of the highest block ever held
  util           peak live / footprint
  waste          share of the used bytes that nobody asked for (control, headers, rounding), over all samples
  frag           1 - largest free block / free bytes: mean and maximum over the samples
  min free       fewest free bytes, by the allocator's own counter
  failures       requests that got NULL; "first failure" is the operation of the first one
  rescued        requests that succeed although the recorded program got NULL
  cyc/op         modelled ESP32 cycles of an operation (TLSF)
  same address   results that equal the recorded addresses

Exit codes: 0 done; 1 an allocator broke its invariants; 64 wrong usage; 65 the trace is malformed, truncated or
contradictory; 66 it is missing; 74 an output cannot be written.

Examples:
  xtal workload iot --seed 7 --ops 100000 -o iot.alloc
  xtal replay iot.alloc --allocator tlsf,first-fit,buddy --heap dram
  xtal replay short1-bal.rep --allocator all --csv fragmentation.csv
  xtal replay iot.alloc --write iot.rep
`;

async function allocatorsOf(io: CommandIo, text: string): Promise<(AllocatorName | ReplayTarget)[]> {
  if (text === 'all') return [...allocatorNames];
  const list: (AllocatorName | ReplayTarget)[] = [];
  for (const name of text.split(',')) {
    if (isAllocatorName(name)) list.push(name);
    else if (/\.[cm]?js$/.test(name)) list.push(await allocatorModule(io, name));
    else
      throw new UsageError(
        `--allocator: unknown allocator "${name}"; known: ${allocatorNames.join(', ')}, all, or a module FILE.mjs`,
      );
  }
  return list;
}

/** An allocator that the user wrote: a module whose default export is a {@link ReplayTarget}. */
async function allocatorModule(io: CommandIo, path: string): Promise<ReplayTarget> {
  let target: Partial<ReplayTarget> | undefined;
  try {
    const module = (await import(pathToFileURL(resolve(io.cwd, path)).href)) as { default?: unknown };
    target = module.default as Partial<ReplayTarget> | undefined;
  } catch (error) {
    throw new CommandError(`${path}: cannot be loaded: ${(error as Error).message}`, ExitCode.missingInput);
  }
  if (typeof target?.name !== 'string' || typeof target.create !== 'function')
    throw new CommandError(
      `${path}: expected "export default { name: TEXT, create(memory, base, size) }"`,
      ExitCode.malformedInput,
    );
  return target as ReplayTarget;
}

function versionOf(text: string): IdfVersion {
  if (Object.hasOwn(HEAP_BEHAVIOUR, text)) return text as IdfVersion;
  throw new UsageError(`--idf: unknown version "${text}"; known: ${Object.keys(HEAP_BEHAVIOUR).join(', ')}`);
}

function poolOf(text: string | undefined): Pick<ReplayOptions, 'base' | 'size'> {
  if (text === undefined) return {};
  if (Object.hasOwn(POOLS, text)) return POOLS[text]!;
  const [size = '', base, ...more] = text.split('@');
  if (more.length > 0) throw new UsageError(`--heap: expected SIZE@ADDRESS, got "${text}"`);
  const bytes = byteSize('heap', size);
  const start = base === undefined ? undefined : wholeNumber('heap', base, 4, 0xffff_fffc);
  if (bytes < 512 || (start ?? 0) % 4 !== 0 || (start ?? POOLS.psram!.base) + bytes > 2 ** 32)
    throw new UsageError(`--heap: expected at least 512 bytes at a multiple of 4 below 4 GiB, got "${text}"`);
  return { size: bytes, ...(start === undefined ? {} : { base: start }) };
}

/** Opens a trace of any format. */
async function open(io: CommandIo, path: string, problems: ProblemLog): Promise<OperationInput> {
  for (const piece of readPieces(io, path)) {
    if (!isOutsideTrace(piece)) break;
    return new OutsideOperations(fileTraceSource(resolve(io.cwd, path), path), problems);
  }
  return openTrace(readPieces(io, path), path, { problems });
}

async function convert(io: CommandIo, path: string, target: string, problems: ProblemLog): Promise<void> {
  if (resolve(io.cwd, path) === resolve(io.cwd, target))
    throw new UsageError('--write: the trace cannot be written over itself');
  await writeFileWith(io, target, async (file) => {
    const sink = (bytes: Uint8Array): void => file.write(bytes);
    if (!/\.rep(\.gz)?$/.test(target)) {
      const operations = await writeTextTrace(await open(io, path, problems), sink);
      io.stderr(`xtal replay: ${target}: ${operations} operations\n`);
      return;
    }
    const { operations, ids, alignmentsLost, leftOut } = await writeRep(
      () => open(io, path, problems),
      sink,
      problems,
    );
    io.stderr(`xtal replay: ${target}: ${operations} operations, ${ids} ids\n`);
    if (alignmentsLost > 0)
      io.stderr(`xtal replay: .rep has no alignment: ${alignmentsLost} aligned_alloc written as malloc\n`);
    if (leftOut > 0)
      io.stderr(`xtal replay: left out: ${leftOut} operations without a block (NULL in the recorded run)\n`);
  });
}

/** The report as it is written with --json: without what is the same for everybody. */
function asJson(reports: readonly ReplayReport[]): string {
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, undefined, 2)}\n`;
}

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      allocator: { type: 'string' },
      heap: { type: 'string' },
      idf: { type: 'string' },
      'keep-going': { type: 'boolean' },
      json: { type: 'boolean' },
      csv: { type: 'string' },
      samples: { type: 'string' },
      'no-host-time': { type: 'boolean' },
      write: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageError('expected at least one trace');
  const allocators = await allocatorsOf(io, values.allocator ?? 'tlsf');
  const options: ReplayOptions = {
    ...poolOf(values.heap),
    ...(values.idf === undefined ? {} : { version: versionOf(values.idf) }),
    ...(values.samples === undefined
      ? {}
      : { samples: wholeNumber('samples', values.samples, 2, 1_000_000) }),
    ...(values['no-host-time'] === true ? { clock: () => 0 } : {}),
  };
  const newLog = (): ProblemLog => new ProblemLog(values['keep-going'] === true);
  try {
    if (values.write !== undefined) {
      if (positionals.length !== 1) throw new UsageError('--write: expected exactly one trace');
      const problems = newLog();
      await convert(io, positionals[0]!, values.write, problems);
      if (problems.total > 0) io.stderr(`xtal replay: skipped ${problems.total} problems, the first:\n`);
      for (const message of problems.messages.slice(0, 3)) io.stderr(`  ${message}\n`);
      return ExitCode.success;
    }
    const reports: ReplayReport[] = [];
    for (const path of positionals) {
      const problems = newLog();
      const input = await open(io, path, problems);
      const report = await replayTrace(input, allocators, { ...options, problems });
      reports.push(report);
      if (values.json !== true) {
        if (reports.length > 1) io.stdout('\n');
        io.stdout(formatReplayTable(report, { hostTime: values['no-host-time'] !== true }));
      }
    }
    if (values.json === true) io.stdout(asJson(reports));
    if (values.csv !== undefined) {
      const text = reports.map((report, index) => csvOf(report, index === 0, reports.length > 1)).join('');
      await writeFileWith(io, values.csv, (file) => Promise.resolve(file.write(Buffer.from(text))));
    }
    const broken = reports.some((report) =>
      report.allocators.some((row) => row.problems.length > 0 || row.died !== undefined),
    );
    return broken ? ExitCode.failed : ExitCode.success;
  } catch (error) {
    if (error instanceof TraceError) throw new CommandError(error.message, ExitCode.malformedInput);
    // The pool does not suit an allocator; it came from the trace, unless --heap gave it.
    if (error instanceof RangeError && /region of|heap memory/.test(error.message))
      throw values.heap === undefined
        ? new CommandError(error.message, ExitCode.malformedInput)
        : new UsageError(error.message);
    throw error;
  }
}

/** CSV of one report; with several traces a first column names the trace. */
function csvOf(report: ReplayReport, withHeader: boolean, withTrace: boolean): string {
  const [header = '', ...rows] = formatReplayCsv(report).trimEnd().split('\n');
  const lines = withHeader ? [withTrace ? `trace,${header}` : header] : [];
  const name = /[",\n]/.test(report.trace) ? `"${report.trace.replaceAll('"', '""')}"` : report.trace;
  for (const row of rows) lines.push(withTrace ? `${name},${row}` : row);
  return `${lines.join('\n')}\n`;
}

export const replay: Command = {
  name: 'replay',
  summary: 'feed an allocation trace to allocator models',
  help,
  run,
};
