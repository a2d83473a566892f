/** Runs Lua on a fresh board, for tests. */
import { NodeMcu, type NodeMcuLimits, type NodeMcuOptions, type NodeMcuResult } from '../node-mcu.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';

/** What a run left behind. */
export interface LuaRun {
  /** Everything that the console printed. */
  readonly output: string;
  /** The output's lines, without the empty one behind the last line feed. */
  readonly lines: string[];
  /** What the simulator told its user. */
  readonly warnings: string[];
  readonly result: NodeMcuResult;
  readonly board: NodeMcu;
}

/** Options of every board that does not state its own: a test file's own copy of this module has its own. */
let defaults: NodeMcuOptions = {};
export function setDefaultOptions(options: NodeMcuOptions): void {
  defaults = options;
}

/** Runs a script as `init.lua` until nothing is left to do, or the limits end it (10 s of guest time by default). */
export function runLua(
  script: string,
  options: NodeMcuOptions = {},
  limits: NodeMcuLimits = { timeout: 2_400_000_000 },
): LuaRun {
  let output = '';
  const warnings: string[] = [];
  const files = options.files ?? new FlashFileSystem();
  files.write('init.lua', Buffer.from(script));
  const board = new NodeMcu({
    ...defaults,
    ...options,
    files,
    consoleOut: (bytes) => (output += Buffer.from(bytes).toString('latin1')),
    warn: (text) => warnings.push(text),
  });
  const result = board.start('init.lua', false, limits);
  return { output, lines: output.replace(/\n$/, '').split('\n'), warnings, result, board };
}

/** What expressions give, each as `tostring` shows its values (separated by blanks) or as its error text. */
export function valuesOf(expressions: readonly string[], options: NodeMcuOptions = {}): string[] {
  const calls = expressions.map((expression) => `show(function() return ${expression} end)`).join('\n');
  const show = `local function show(f)
  local r = table.pack(pcall(f))
  for i = 1, r.n do r[i] = tostring(r[i]) end
  if r[1] == "false" then print((r[2]:gsub("^init.lua:%d+: ", "")))
  else print(table.concat(r, " ", 2, r.n)) end
end
`;
  return runLua(show + calls, options).lines;
}
