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

describe('the number model', () => {
  /** What a board with these options shows of its kind, its integers, its floats and its objects. */
  function kind(sdkconfig: Record<string, string>): string[] {
    let text = '';
    const board = new NodeMcu({ sdkconfig, consoleOut: (bytes) => (text += Buffer.from(bytes).toString()) });
    board.boot(null, true);
    board.type(
      Buffer.from(`print(math.maxinteger, 1/3, 1 << 40)
collectgarbage("stop") n, t = 0, 0
n = collectgarbage("count") t = {} for i = 1, 64 do t[i] = i end print((collectgarbage("count") - n) * 1024 | 0)
`),
    );
    board.run();
    const banner = /\[(.*)\]/.exec(text)![1]!;
    return [banner, ...text.split('\n').filter((line) => /^-?\d/.test(line))];
  }

  it.each([
    [{}, '5.3-int32-singlefp', '2147483647\t0.3333333\t0', 8],
    [{ CONFIG_LUA_NUMBER_DOUBLE: 'y' }, '5.3-int32-doublefp', '2147483647\t0.33333333333333\t0', 12],
    [
      { CONFIG_LUA_NUMBER_INT64: 'y' },
      '5.3-int64-singlefp',
      '9223372036854775807\t0.3333333\t1099511627776',
      12,
    ],
    [
      { CONFIG_LUA_NUMBER_INT64: 'y', CONFIG_LUA_NUMBER_DOUBLE: 'y' },
      '5.3-int64-doublefp',
      '9223372036854775807\t0.33333333333333\t1099511627776',
      12,
    ],
    [{ CONFIG_LUA_NUMBER_INT64: 'n' }, '5.3-int32-singlefp', '2147483647\t0.3333333\t0', 8],
  ])('%o', (sdkconfig, banner, numbers, bytes) => {
    const [shown, printed, size] = kind(sdkconfig);
    expect([shown, printed]).toEqual([banner, numbers]);
    expect(Number(size)).toBe(32 + 64 * bytes);
  });

  it.each(['CONFIG_LUA_NUMBER_INT64', 'CONFIG_LUA_NUMBER_DOUBLE', 'CONFIG_NODEMCU_CMODULE_GPIO'])(
    '%s is y or n',
    (option) =>
      expect(() => new NodeMcu({ sdkconfig: { [option]: 'maybe' } })).toThrow(
        `${option} = maybe: expected y or n`,
      ),
  );
});
