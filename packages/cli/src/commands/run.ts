/** `xtal run`: a guest runs until it ends or a limit is reached. */
import { UsageError, type Command } from '../command.js';
import { OPTIONS_HELP, parseRunOptions } from '../run/options.js';

export const run: Command = {
  name: 'run',
  summary: 'run firmware, objects, assembly sources or NodeMCU Lua scripts',
  help: `xtal run TARGET... [OPTIONS]

Runs a guest on a simulated ESP32. Standard output is the guest's console and nothing else;
everything of xtal's own goes to standard error, last a line with the reason of the end.

Targets:
  program.elf            an executable built for the ESP32
  a.o b.o lib.a c.s d.S  objects, archives, assembly sources: assembled and linked first, no linker
                         script needed; entry _start, app_main or main; undefined names
                         (printf, malloc, heap_caps_*, heap_trace_*, ...) are served by xtal
  script.lua ...         NodeMCU: the first script is what the board boots, the others are files in flash

Options:
${OPTIONS_HELP}  --rom FILE                 the mask ROM as ELF; its code answers instead of xtal's functions
  --allow-unverified         execute instructions whose semantics are not established
  --run-file FILE            scripts: what happens around the chip (docs/run-file.md)
  --uart-out PORT=FILE       scripts: what UART 1 or 2 sends goes into FILE; may be repeated
  --flash FILE               scripts: flash file system image, loaded and saved
  --flash-dir FOLDER         scripts: copy the folder's files into the flash file system first
  --heaptrace-extras         scripts: heaptrace.xtal_records(), heaptrace.xtal_unlimited(on)
  --stdin                    scripts: feed standard input to the console
D is a number with a unit: 500ms, 10s, 2000000cyc.

Exit codes: the guest's own; 0 time reached or expected text seen; 1 Lua error that ended the script;
42 timeout; 43 text missing or failing text seen; 64 usage; 65 malformed input; 66 missing input;
74 output cannot be written; 86 the guest died. "exit.reason" of --stats=json tells them apart.

Examples:
  xtal run program.elf --stats
  xtal run main.o sensor.o --trace-heap run.xht
  xtal run init.lua --time 10s
  xtal run program.elf --expect-text "ready" --timeout 5s
`,
  async run(args, io) {
    const options = parseRunOptions(io, args);
    const { targets } = options;
    if (targets.length === 0) throw new UsageError('expected something to run');
    const scripts = targets.filter((path) => path.endsWith('.lua'));
    if (scripts.length > 0 && scripts.length < targets.length)
      throw new UsageError('scripts and firmware cannot run together');
    const image = targets.find((path) => /\.bin$|flasher_args\.json$/.test(path));
    if (image !== undefined)
      throw new UsageError(`${image}: flash images cannot be run yet; give the program's ELF file`);
    if (scripts.length > 0) {
      const { runScripts } = await import('../run/script.js');
      return runScripts(io, options);
    }
    const { runFirmware } = await import('../run/firmware.js');
    return runFirmware(io, options);
  },
};
