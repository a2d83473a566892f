/** `xtal demo`, what `npm start` runs: a leaking NodeMCU script, found with the heaptrace module. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError, ExitCode, parseCommandLine, type Command } from '../command.js';
import { describeLuaLeaks, leakingLine } from '../run/lua-leaks.js';
import { reason } from '../files.js';

const EXAMPLE = new URL('../../../../examples/nodemcu-leak/', import.meta.url);
const DEPTH = 10;

function exampleFile(name: string): Uint8Array {
  const path = fileURLToPath(new URL(name, EXAMPLE));
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
  }
}

export const demo: Command = {
  name: 'demo',
  summary: 'find the leak of a NodeMCU script (what npm start runs)',
  help: `xtal demo

Boots a simulated NodeMCU board with examples/nodemcu-leak/init.lua, types the session of the heaptrace module's
documentation (session.txt) at its console, and names the line that leaks.
`,
  async run(args, io) {
    parseCommandLine({ args, options: {} });
    io.stderr(
      `xtal: a NodeMCU board boots with examples/nodemcu-leak/init.lua; the heaptrace session is typed at its console.\n` +
        `xtal: stack depth ${DEPTH}: at the default of 2 every record would show only l_alloc and luaM_realloc_.\n`,
    );
    const { FlashFileSystem, NodeMcu } = await import('@xtal/nodemcu');
    const files = new FlashFileSystem();
    files.write('init.lua', exampleFile('init.lua'));
    const board = new NodeMcu({
      files,
      sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: DEPTH },
      consoleOut: (bytes) => io.stdout(bytes),
      warn: (text) => io.stderr(`xtal: ${text}\n`),
    });
    board.type(exampleFile('session.txt'));
    board.start('init.lua', true, { untilTyped: true });
    io.stdout('\n');
    io.stderr(describeLuaLeaks(board));
    const line = leakingLine(board);
    if (line === undefined)
      throw new CommandError('no leak was found, although there is one', ExitCode.failed);
    io.stderr(
      `xtal: the leak is at ${line.where}: ${line.blocks} blocks, ${line.bytes} bytes lost in 8 samples\n`,
    );
    return ExitCode.success;
  },
};
