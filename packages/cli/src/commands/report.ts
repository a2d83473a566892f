/** `xtal report`: the picture of a trace. */
import { resolve } from 'node:path';
import { createReport, sourceFinder } from '@xtal/heaptrace';
import { ExitCode, parseCommandLine, UsageError, type Command } from '../command.js';
import { writeOutput } from '../files.js';
import { guarded, openTraceFile } from '../heap/input.js';

export const report: Command = {
  name: 'report',
  summary: 'draw a recorded heap trace as one HTML page',
  help: `xtal report TRACE -o FILE.html [OPTIONS]

Writes one self-contained HTML page about a trace that "xtal run --trace-heap FILE" recorded: the heap map over time,
live bytes and largest free range, suspected leaks, a flame graph by call chain, Lua lines, and from every
block the way to its call chain and source. The page needs no network and no other file.

Options:
  -o, --output FILE      the page (required)
  --sources FOLDER       embed the source files that the trace names, looked for below this folder (repeatable);
                         nothing outside of it is read. Who gets the page gets these files
  --title TEXT           headline; default: the program's name
  --elf FILE             take names and lines from this ELF file instead of the trace's own

Exit codes: 0; 64 wrong usage; 65 not a trace, or of an unknown version; 66 cannot be read; 74 cannot be written.

Examples:
  xtal report run.xht -o report.html
  xtal report run.xht -o report.html --sources . --title "Sensor, night of the 3rd"
`,
  run(args, io) {
    const { values, positionals } = parseCommandLine({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        sources: { type: 'string', multiple: true },
        title: { type: 'string' },
        elf: { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new UsageError('expected exactly one trace');
    if (values.output === undefined) throw new UsageError('-o FILE.html is missing');
    const trace = openTraceFile(io, path, values.elf);
    const folders = (values.sources ?? []).map((folder) => resolve(io.cwd, folder));
    const html = guarded(() =>
      createReport(trace, {
        ...(folders.length > 0 ? { source: sourceFinder(folders) } : {}),
        ...(values.title === undefined ? {} : { title: values.title }),
      }),
    );
    writeOutput(io, values.output, html);
    io.stderr(`xtal report: ${values.output}: ${Math.ceil(html.length / 1024)} KB\n`);
    return Promise.resolve(ExitCode.success);
  },
};
