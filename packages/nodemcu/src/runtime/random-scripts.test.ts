/** Random scripts: who listens, and which way the heap is reached, changes nothing that a run leaves behind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeMcu } from '../node-mcu.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';

const number = fc.integer({ min: 0, max: 400 });
/** Statements of a callback; `n` counts calls, `t` keeps things. */
const statement = fc.oneof(
  number.map((k) => `t[#t + 1] = {${k}, x = ${k}}`),
  number.map((k) => `t["k" .. ${k % 40}] = "v" .. n .. ${k}`),
  number.map((k) => `t[${k % 30} + 1] = nil`),
  number.map((k) => `local s = ("ab"):rep(${k}) .. n`),
  number.map((k) => `collectgarbage("step", ${k % 5})`),
  number.map((k) => `pcall(string.rep, "x", ${k > 300 ? 400_000 : 1000})`),
  number.map(
    (k) =>
      `local co = coroutine.wrap(function(a) for i = 1, ${k % 4} do a = coroutine.yield({a}) end end) co(1)`,
  ),
  number.map((k) => `tmr.create():alarm(${10 + (k % 50)}, tmr.ALARM_SINGLE, function() n = n + 1 end)`),
  number.map((k) => `heaptrace.start(${k % 2})`),
  number.map((k) => `local p = pipe.create() p:write(("z"):rep(${k})) p:read(5)`),
  number.map((k) => `table.concat({n, "a", ${k}}, (","):rep(${k % 100}))`),
  fc.constantFrom(
    't.f = function() return n, t end',
    't = {}',
    'pcall(heaptrace.stop)',
    'pcall(heaptrace.resume)',
    'pcall(error, "e" .. n)',
    'setmetatable({}, {__gc = function() n = n + 1 end, __mode = "k"})',
    'load("return {" .. n .. "}")()',
    'node.task.post(function() t[#t + 1] = n end)',
    'heaptrace.init(20) heaptrace.start(0)',
  ),
);
const scripts = fc.array(statement, { minLength: 3, maxLength: 12 }).map(
  (statements) => `
local n, t = 0, {}
heaptrace.init(40) heaptrace.start(1)
tmr.create():alarm(20, tmr.ALARM_AUTO, function(timer)
  n = n + 1
${statements.join('\n')}
  if n > 30 then
    timer:unregister()
    pcall(heaptrace.stop)
    heaptrace.dump()
    print(node.heap(), collectgarbage("count"))
  end
end)
`,
);

function run(script: string, how: 'alone' | 'listened to' | 'through the services', depth: number): unknown {
  const files = new FlashFileSystem();
  files.write('init.lua', Buffer.from(script));
  let text = '';
  const board = new NodeMcu({
    files,
    sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: depth },
    consoleOut: (bytes) => (text += Buffer.from(bytes).toString('latin1')),
  });
  if (how === 'through the services') board.lua.g.heap = board.heap;
  if (how === 'listened to')
    board.heap.addListener({ chainDepth: 64, allocationEvent: () => void board.currentLua() });
  const result = board.start('init.lua', false, { timeout: 720_000_000 });
  return { ...result, text, hash: board.stateHash() };
}

describe('random scripts', () => {
  it(
    'leave the same text, dump, cycles and memory behind',
    () =>
      fc.assert(
        fc.property(scripts, fc.constantFrom(2, 8), (script, depth) => {
          const alone = run(script, 'alone', depth);
          expect(run(script, 'alone', depth)).toEqual(alone);
          expect(run(script, 'listened to', depth)).toEqual(alone);
          expect(run(script, 'through the services', depth)).toEqual(alone);
        }),
        { numRuns: 12, seed: 2024 },
      ),
    60_000,
  );
});
