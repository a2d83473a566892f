/**
 * The `lua-repl` suite: `input.txt` typed at the console of a board without an init.lua, everything that the console
 * writes compared with `expected.txt`, line by line, after masking what the vectors mask (build, version, addresses).
 */
import { NodeMcu } from '../node-mcu.js';
import { Tally, type SuiteFile, type SuiteResult } from './suite.js';

function masked(text: string): string {
  return text
    .replace(/build .*? powered/, 'build DATE powered')
    .replace(/on IDF \S+/, 'on IDF VERSION')
    .replace(/: 0x(?!ADDR)[0-9a-fA-F]+/g, ': 0xADDR');
}

/** See the head of this file. */
export function luaRepl(folders: readonly SuiteFile[]): SuiteResult {
  const tally = new Tally();
  for (const folder of folders) {
    const input = folder.sibling?.('input.txt');
    const expected = folder.sibling?.('expected.txt');
    if (!input || !expected) {
      tally.check(false, () => `${folder.path}: expected a folder with input.txt and expected.txt`);
      continue;
    }
    let output = '';
    const board = new NodeMcu({ consoleOut: (bytes) => (output += Buffer.from(bytes).toString('latin1')) });
    board.boot(null);
    board.type(input);
    board.run();
    const wanted = masked(Buffer.from(expected).toString('latin1')).split('\n');
    const got = masked(output).split('\n');
    for (let line = 0; line < Math.max(wanted.length, got.length); line++)
      tally.check(
        wanted[line] === got[line],
        () =>
          `${folder.path}: line ${line + 1}: expected ${JSON.stringify(wanted[line])}, got ${JSON.stringify(got[line])}`,
      );
  }
  return tally;
}
