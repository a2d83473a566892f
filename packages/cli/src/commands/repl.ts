/** `xtal repl`: NodeMCU's console. */
import { ExitCode, UsageError, type Command } from '../command.js';
import { writeOutput } from '../files.js';
import { reportEnding, type Ending } from '../run/ending.js';
import { readStandardInput } from '../run/standard-input.js';
import { parseRunOptions, SCRIPT_OPTIONS_HELP } from '../run/options.js';

export const repl: Command = {
  name: 'repl',
  summary: "NodeMCU's console, interactive",
  help: `xtal repl [SCRIPT.lua...] [OPTIONS]

NodeMCU's console on a simulated board. Scripts are put into the flash file system; an init.lua among
them runs first. On a terminal: line editing, history, Ctrl-C stops a running script, Ctrl-D leaves;
guest time runs with real time. From a pipe: lines are typed one after the other, the session ends with them
(or goes on until --time), and standard output is the transcript.

Options:
${SCRIPT_OPTIONS_HELP}  --run-file FILE            what happens around the chip (docs/run-file.md)
  --uart-out PORT=FILE       what UART 1 or 2 sends goes into FILE; may be repeated
  --flash FILE               flash file system image, loaded and saved
  --flash-dir FOLDER         copy the folder's files into the flash file system first
  --heaptrace-extras         heaptrace.xtal_records(), heaptrace.xtal_unlimited(on)

Examples:
  xtal repl
  xtal repl init.lua --set CONFIG_HEAP_TRACING_STACK_DEPTH=10
  echo 'print(node.heap())' | xtal repl
`,
  async run(args, io) {
    const options = parseRunOptions(io, args);
    const other = options.targets.find((target) => !target.endsWith('.lua'));
    if (other !== undefined) throw new UsageError(`expected Lua scripts, got "${other}"`);
    if (process.stdin.isTTY && process.stdout.isTTY) {
      const { runTerminal } = await import('../repl/terminal.js');
      return runTerminal(io, options);
    }
    const { createBoard, finishRecording, openFlash, recordHeap, wallGuard, WallTimeout } =
      await import('../run/script.js');
    const files = openFlash(io, options);
    const board = createBoard(io, options, files, wallGuard(options));
    const recording = recordHeap(io, options, board);
    board.type(readStandardInput());
    const { time, timeout, maxInstructions, expectText, failText } = options;
    const untilTyped = time === undefined && timeout === undefined;
    const limits = { time, timeout, maxInstructions, expectText, failText, untilTyped };
    let ending: Ending;
    try {
      const result = board.start(files.read('init.lua') ? 'init.lua' : null, true, limits);
      ending =
        result.reason === 'idle'
          ? { reason: 'exit', exitCode: ExitCode.success, cycles: result.cycles }
          : { reason: result.reason, cycles: result.cycles, message: result.message };
    } catch (error) {
      if (!(error instanceof WallTimeout)) throw error;
      ending = { reason: 'wall-timeout', cycles: board.now };
    }
    io.stdout('\n');
    finishRecording(io, options, board, recording);
    if (options.flash !== undefined) writeOutput(io, options.flash, files.save());
    return reportEnding(io, { ...ending, instructions: board.lua.instructions }, options);
  },
};
