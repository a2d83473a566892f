/** `xtal workload`: synthetic allocation traces. */
import {
  isWorkloadName,
  workloadKinds,
  workloadNames,
  workloadSource,
  writeRep,
  writeTextTrace,
  type WorkloadOptions,
} from '@xtal/heap';
import {
  byteSize,
  ExitCode,
  parseCommandLine,
  UsageError,
  wholeNumber,
  type Command,
  type CommandIo,
} from '../command.js';
import { writeFileWith } from '../trace-files.js';

/** Breaks text into lines of at most `width`, each after `indent` blanks. */
function wrap(text: string, width: number, indent: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

const indent = ' '.repeat(28);
const kinds = workloadNames
  .map((name) => {
    const { summary, sizes, lifetimes } = workloadKinds[name];
    return (
      `  ${name.padEnd(14)}${wrap(summary, 84, ' '.repeat(16))}\n` +
      `${' '.repeat(16)}sizes       ${wrap(sizes, 72, indent)}\n` +
      `${' '.repeat(16)}lifetimes   ${wrap(lifetimes, 72, indent)}\n`
    );
  })
  .join('');

const help = `xtal workload KIND [--seed N] [--ops N] [-o FILE] [OPTIONS]

Generates a synthetic allocation trace for "xtal replay". Same kind, seed and options give the same trace on every
machine. It has exactly the number of operations asked for; all blocks are freed at its end, but for the leaks of "leak".

Options:
  --seed N         seed of the pseudo-random numbers; default 1
  --ops N          number of operations, frees included; default 100000
  --live SIZE      bytes that the workload aims to keep allocated; default 96K
  --gap CYCLES     mean time between operations in guest cycles (exponential); default 2000
  -o, --output F   the file; F.rep is written in malloc-lab's format, else xtal-alloc-1; .gz compresses.
                   Without it: xtal-alloc-1 on standard output

Kinds, and the distributions that they draw from. Lifetimes are counted in operations and scaled so that about
--live bytes stay allocated. "Power law by octaves": octave [s, 2s) is chosen with the weight that is told, then the
value is uniform in it.
${kinds}
Exit codes: 0 done; 64 wrong usage; 74 the output cannot be written.

Examples:
  xtal workload powerlaw --seed 3 --ops 1000000 -o powerlaw.alloc.gz
  xtal workload fragment --live 160K -o fragment.rep
`;

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      ops: { type: 'string' },
      live: { type: 'string' },
      gap: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  const [kind, ...more] = positionals;
  if (kind === undefined || more.length > 0) throw new UsageError('expected one kind of workload');
  if (!isWorkloadName(kind))
    throw new UsageError(`unknown kind "${kind}"; known: ${workloadNames.join(', ')}`);
  const options: WorkloadOptions = {
    seed: wholeNumber('seed', values.seed ?? '1', 0, 0xffff_ffff),
    ops: wholeNumber('ops', values.ops ?? '100000', 0, 1e12),
    gap: wholeNumber('gap', values.gap ?? '2000', 1, 1e9),
    live: byteSize('live', values.live ?? '96K'),
  };
  if (!(options.live! >= 1024 && options.live! < 2 ** 31))
    throw new UsageError(`--live: expected 1K to 2047M, got "${values.live}"`);
  const { output } = values;
  if (output === undefined) {
    await writeTextTrace(workloadSource(kind, options), (bytes) => io.stdout(bytes));
    return ExitCode.success;
  }
  await writeFileWith(io, output, async (file) => {
    const sink = (bytes: Uint8Array): void => file.write(bytes);
    if (/\.rep(\.gz)?$/.test(output)) await writeRep(() => workloadSource(kind, options), sink);
    else await writeTextTrace(workloadSource(kind, options), sink);
  });
  return ExitCode.success;
}

export const workload: Command = {
  name: 'workload',
  summary: 'write a synthetic allocation trace',
  help,
  run,
};
