/** `xtal heap`: questions to a recorded trace. */
import { UsageError, type Command, type CommandIo } from '../command.js';
import { exportTrace } from '../heap/export.js';
import { parseHeapOptions, type HeapOptions } from '../heap/options.js';
import { diff, leaks, map, peak, top, who } from '../heap/questions.js';

const PARTS: Record<string, (io: CommandIo, options: HeapOptions) => number> = {
  leaks,
  peak,
  top,
  who,
  diff,
  map,
  export: exportTrace,
};

export const heap: Command = {
  name: 'heap',
  summary: 'analyse a recorded heap trace: leaks, peak, top, who, diff, map, export',
  help: `xtal heap PART TRACE... [OPTIONS]

Answers questions about a trace that "xtal run --trace-heap FILE" recorded (binary or JSON lines).
A trace that was cut off is analysed up to the cut; a line on standard error says so.

Parts:
  leaks TRACE            what was allocated and is still alive, by call chain, each with a verdict: LEAK (keeps
                         growing), cache (grew, then stayed). Phases are what lies between the trace's marks
                         ("xtal run --trace-mark FUNCTION" sets one at each call of FUNCTION); with fewer
                         than four marks the run is cut into 16 equal parts
  peak TRACE             whose bytes they were when most were alive
  top TRACE              totals: most bytes, most allocations, temporary and short-lived blocks
  who TRACE ADDRESS      which block owns an address, who made it, what was there before
  diff BEFORE AFTER      what changed between two runs
  map TRACE              the heap as characters, and which blocks split its free memory
  export TRACE -o FILE   for other tools

Points in a trace are names of marks, cycles (numbers), "start" and "end".

Options:
  --from POINT           leaks, peak, top: begin here
  --to POINT             leaks, peak, top: end here
  --at POINT             who, map: the state at this point; default: the end
  --by KIND              group by chain (default), function, lua (Lua line) or task
  --phases REGEX         leaks: the marks that begin a phase; default: all marks
  --order WHAT           top: bytes (default), count, live, peak, temporary, lifetime, short-lived
  --top N                most rows; default 20
  --depth N              frames shown of a chain; default 8. export --format idf: callers per record,
                         default: the most that the IDF version allows
  --elf FILE             take names and lines from this ELF file instead of the trace's own
  --json                 the whole result as JSON
  --format F             export: collapsed (flamegraph.pl, speedscope), speedscope, dhat (valgrind's
                         dh_view.html), pprof, perfetto (Chrome's trace events), idf (text of
                         heap_trace_dump), jsonl, binary. Default: by the end of FILE:
                         .folded .speedscope.json dhat.json .pb.gz .perfetto.json .jsonl .xht
  --measure M            export collapsed: total-bytes (default), total-blocks, live-bytes, live-blocks,
                         peak-bytes
  --stacks K             export collapsed, speedscope, dhat: native (default) or lua
  --mode M               export idf: leaks (default) or all
  -o, --output FILE      export: default is standard output

Exit codes: 0; 64 wrong usage; 65 not a trace, or of an unknown version; 66 cannot be read; 74 cannot be written.

Examples:
  xtal run w1_sensor.o w1_store.o --trace-heap run.xht
  xtal heap leaks run.xht
  xtal heap leaks run.xht --from start --to "iteration 3" --by function
  xtal heap who run.xht 0x3ffb4c10 --at 2000000
  xtal heap export run.xht -o heap.speedscope.json
`,
  run(args, io) {
    const [part, ...rest] = args;
    if (part === undefined || part.startsWith('-'))
      throw new UsageError(`expected one of ${Object.keys(PARTS).join(', ')}`);
    const answer = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
    if (answer === undefined)
      throw new UsageError(`unknown part "${part}"; expected one of ${Object.keys(PARTS).join(', ')}`);
    return Promise.resolve(answer(io, parseHeapOptions(part, rest)));
  },
};
