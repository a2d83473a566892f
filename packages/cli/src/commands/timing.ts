/** `xtal timing`: the parameters of the cycle model, each with how sure it is. */
import { TIMING_PARAMETERS } from '@xtal/xtensa';
import { ExitCode, parseCommandLine, type Command } from '../command.js';

export const timing: Command = {
  name: 'timing',
  summary: 'print the cycle model: every parameter and how sure it is',
  help: `xtal timing [--json]

Prints the parameters of the pipeline scoreboard that --timing exact counts with, in CPU cycles.
Confidence: documented (vendor), fitted (solved from published cycle counts of real chips),
measured (published by a third party), inferred (reasoned; treat as a knob).

Example:
  xtal timing
`,
  // eslint-disable-next-line @typescript-eslint/require-await
  async run(args, io) {
    const { values } = parseCommandLine({ args, options: { json: { type: 'boolean', default: false } } });
    if (values.json) {
      io.stdout(`${JSON.stringify(TIMING_PARAMETERS, undefined, 2)}\n`);
      return ExitCode.success;
    }
    const rows = Object.entries(TIMING_PARAMETERS);
    const width = Math.max(...rows.map(([name]) => name.length));
    for (const [name, { value, confidence, meaning }] of rows)
      io.stdout(
        `${name.padEnd(width)}  ${String(value).padStart(2)}  ${confidence.padEnd(10)}  ${meaning}\n`,
      );
    return ExitCode.success;
  },
};
