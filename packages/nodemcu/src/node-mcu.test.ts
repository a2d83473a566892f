import { describe, expect, it } from 'vitest';
import { NodeMcu } from './node-mcu.js';
import { FlashFileSystem } from './simulation/flash-file-system.js';

const SCRIPT = `
local list = {}
for i = 1, 200 do list[i] = { tostring(i), function() return i end } end
tmr.create():alarm(50, tmr.ALARM_SINGLE, function() list = nil collectgarbage() end)
`;

/** Runs the script, with somebody listening or not. */
function run(listening: boolean): { hash: string; cycles: number; events: number } {
  const files = new FlashFileSystem();
  files.write('init.lua', Buffer.from(SCRIPT));
  const board = new NodeMcu({ files });
  let events = 0;
  if (listening)
    board.heap.addListener({
      chainDepth: 64,
      allocationEvent: (event) => {
        if (event.chainLength > 0) events++;
      },
    });
  board.boot('init.lua', false);
  const { cycles } = board.run();
  return { hash: board.stateHash(), cycles, events };
}

describe('a listener of the heap', () => {
  it('sees chains and changes neither memory nor time', () => {
    const alone = run(false);
    const watched = run(true);
    expect(watched.events).toBeGreaterThan(400);
    expect(watched.cycles).toBe(alone.cycles);
    expect(watched.hash).toBe(alone.hash);
  });
});
