/** `xtal heap export` */
import {
  convertTrace,
  STACK_MEASURES,
  toChromeTrace,
  toCollapsed,
  toDhat,
  toIdfDump,
  toPprof,
  toSpeedscope,
  type StackKind,
  type Trace,
} from '@xtal/heaptrace';
import { ExitCode, UsageError, type CommandIo } from '../command.js';
import { writeOutput } from '../files.js';
import { guarded, openTraceFile, warnIfDamaged } from './input.js';
import { oneOf, type HeapOptions } from './options.js';

const FORMATS = ['collapsed', 'speedscope', 'dhat', 'pprof', 'perfetto', 'idf', 'jsonl', 'binary'] as const;
type Format = (typeof FORMATS)[number];

/** Formats by the end of the output's name. */
const ENDINGS: readonly (readonly [RegExp, Format])[] = [
  [/\.pb\.gz$|\.pprof$/, 'pprof'],
  [/\.speedscope\.json$/, 'speedscope'],
  [/dhat.*\.json$/, 'dhat'],
  [/\.perfetto\.json$|\.trace\.json$/, 'perfetto'],
  [/\.jsonl$/, 'jsonl'],
  [/\.xht$/, 'binary'],
  [/\.folded$|\.collapsed$/, 'collapsed'],
];

/** Writes a trace in another tool's format. */
export function exportTrace(io: CommandIo, options: HeapOptions): number {
  if (options.traces.length !== 1) throw new UsageError('expected exactly one trace');
  const format =
    options.format !== undefined
      ? oneOf('format', options.format, FORMATS)
      : ENDINGS.find(([ending]) => ending.test(options.output ?? ''))?.[1];
  if (format === undefined) throw new UsageError(`--format: expected one of ${FORMATS.join(', ')}`);
  const trace = openTraceFile(io, options.traces[0]!, options.elf);
  const result = guarded(() => render(trace, format, options));
  warnIfDamaged(
    io,
    trace,
    guarded(() => trace.read({})),
  );
  if (options.output === undefined || options.output === '-') io.stdout(result);
  else writeOutput(io, options.output, result);
  return ExitCode.success;
}

function render(trace: Trace, format: Format, options: HeapOptions): string | Uint8Array {
  const stacks: StackKind = oneOf('stacks', options.stacks ?? 'native', ['native', 'lua']);
  switch (format) {
    case 'collapsed':
      return toCollapsed(trace, {
        stacks,
        measure: oneOf('measure', options.measure ?? 'total-bytes', STACK_MEASURES),
      });
    case 'speedscope':
      return JSON.stringify(toSpeedscope(trace, { stacks }));
    case 'dhat':
      return JSON.stringify(toDhat(trace, { stacks }));
    case 'pprof':
      return toPprof(trace);
    case 'perfetto':
      return JSON.stringify(toChromeTrace(trace));
    case 'idf':
      return toIdfDump(trace, {
        mode: oneOf('mode', options.mode ?? 'leaks', ['leaks', 'all']),
        ...(options.depthAsked === undefined ? {} : { depth: options.depthAsked }),
      });
    case 'jsonl':
    case 'binary': {
      const parts: Uint8Array[] = [];
      const sink = { write: (bytes: Uint8Array) => void parts.push(bytes.slice()) };
      convertTrace(trace, sink, format === 'jsonl' ? 'json-lines' : 'binary');
      return Buffer.concat(parts);
    }
  }
}
