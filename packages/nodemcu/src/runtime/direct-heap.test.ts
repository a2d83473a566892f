import { describe, expect, it } from 'vitest';
import { NodeMcu } from '../node-mcu.js';
import { FlashFileSystem } from '../simulation/flash-file-system.js';

const SCRIPT = `
heaptrace.init(40)
heaptrace.start(MODE)
local keep = {}
for i = 1, 300 do
  keep[i % 50] = {i, x = 'a' .. i}
  local f = function() return i end
end
string.rep('x', 3000)
coroutine.wrap(function() keep.y = {} end)()
heaptrace.stop()
heaptrace.dump()
return #keep
`;

/** Runs the script; with a listener the heap services do what the direct way does without. */
function run(idf: string, depth: number, mode: string, listening: boolean): unknown[] {
  let text = '';
  const board = new NodeMcu({
    idf,
    files: new FlashFileSystem(),
    sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: depth },
    consoleOut: (bytes) => (text += Buffer.from(bytes).toString('latin1')),
  });
  if (listening) board.heap.addListener({ chainDepth: 16, allocationEvent: () => undefined });
  board.boot(null, false);
  board.run();
  const script = SCRIPT.replace('MODE', mode);
  if (board.lua.load(script, '=t') !== 0 || board.lua.call(0, 0) !== 0) text += board.lua.text(-1);
  board.heap.services.trace?.check();
  return [text, board.now, board.heap.services.heap.getFreeSize(0x1000)];
}

describe('the direct way to the heap', () => {
  for (const idf of ['v4.3', 'v5.1.3', 'v5.3', 'v5.4'])
    for (const depth of [0, 2, 8])
      for (const mode of ['heaptrace.TRACE_LEAKS', 'heaptrace.TRACE_ALL'])
        it(`${idf}, depth ${depth}, ${mode}: same records, bytes and cycles as the services`, () => {
          const direct = run(idf, depth, mode, false);
          expect(direct).toEqual(run(idf, depth, mode, true));
          expect(direct[0]).toMatch(/total allocations/);
          if (depth > 2) expect(direct[0]).toMatch(/caller 0x400[0-9a-f]{5}:0x400/);
        });
});
