import { describe, expect, it } from 'vitest';
import { NodeMcu } from '../node-mcu.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';

const SCRIPT = `
heaptrace.init(40)
heaptrace.start(MODE)
local keep = {}
for i = 1, 150 do
  keep[i % 50] = {i, x = 'a' .. i}
  local f = function() return i end
end
string.rep('x', 3000)
pcall(string.rep, 'x', 300000)
coroutine.wrap(function() keep.y = {} end)()
heaptrace.stop()
heaptrace.dump()
return #keep
`;

/** Runs the script by one of the two ways. */
function run(idf: string, depth: number, mode: string, listenerDepth: number, detour: boolean): unknown[] {
  let text = '';
  const events: unknown[] = [];
  const board = new NodeMcu({
    idf,
    files: new FlashFileSystem(),
    sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: depth },
    consoleOut: (bytes) => (text += Buffer.from(bytes).toString('latin1')),
  });
  if (detour) board.lua.g.heap = board.heap;
  if (listenerDepth >= 0)
    board.heap.addListener({
      chainDepth: listenerDepth,
      allocationEvent: ({ chain, chainLength, ...event }) =>
        events.push({ ...event, chain: Array.from(chain.slice(0, chainLength)) }),
    });
  board.boot(null, false);
  board.run();
  const script = SCRIPT.replace('MODE', mode);
  if (board.lua.load(script, '=t') !== 0 || board.lua.call(0, 0) !== 0) text += board.lua.text(-1);
  board.heap.services.trace?.check();
  return [text, events, board.now, board.heap.services.heap.getFreeSize(0x1000)];
}

describe('the direct way to the heap', () => {
  for (const idf of ['v4.3', 'v5.1.3', 'v5.4'])
    for (const depth of [0, 2, 8])
      for (const mode of ['heaptrace.TRACE_LEAKS', 'heaptrace.TRACE_ALL'])
        it(`${idf}, depth ${depth}, ${mode}: same records, events, bytes and cycles as the services`, () => {
          const direct = run(idf, depth, mode, -1, false);
          expect(direct).toEqual(run(idf, depth, mode, -1, true));
          const heard = run(idf, depth, mode, depth === 8 ? 3 : 12, false);
          expect(heard).toEqual(run(idf, depth, mode, depth === 8 ? 3 : 12, true));
          expect((heard[1] as { kind: string }[]).map(({ kind }) => kind)).toContain('fail');
          expect([heard[0], ...heard.slice(2)]).toEqual([direct[0], ...direct.slice(2)]);
          expect(direct[0]).toMatch(/total allocations/);
          if (depth > 2) expect(direct[0]).toMatch(/caller 0x400[0-9a-f]{5}:0x400/);
        });
});
