import type { SdkConfig } from '@xtal/heaptrace';
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
pcall(string.rep, 'x', 0x7fffffff)
coroutine.wrap(function() keep.y = {} end)()
heaptrace.stop()
heaptrace.dump()
return #keep
`;

interface Run {
  idf: string;
  sdkconfig: SdkConfig;
  script: string;
  /** Frames that a listener wants, -1 = nobody listens. */
  listenerDepth: number;
}

/** All that can be seen of a run by one of the two ways. */
interface Seen {
  text: string;
  events: { kind: string }[];
  /** What killed the chip. */
  death: string;
  cycles: number;
  free: number;
  records: unknown;
  hash: string;
}

function see({ idf, sdkconfig, script, listenerDepth }: Run, throughServices: boolean): Seen {
  let text = '';
  let death = '';
  const events: Seen['events'] = [];
  const board = new NodeMcu({
    idf,
    files: new FlashFileSystem(),
    sdkconfig,
    consoleOut: (bytes) => (text += Buffer.from(bytes).toString('latin1')),
  });
  if (throughServices) board.lua.g.heap = board.heap;
  if (listenerDepth >= 0)
    board.heap.addListener({
      chainDepth: listenerDepth,
      allocationEvent: ({ chain, chainLength, ...event }) =>
        events.push({ ...event, chain: Array.from(chain.slice(0, chainLength)) } as { kind: string }),
    });
  board.boot(null, false);
  board.run();
  board.clock.advanceTo(2 ** 32 - 200_000);
  try {
    if (board.lua.load(script, '=t') !== 0 || board.lua.call(0, 0) !== 0) text += board.lua.text(-1);
  } catch (error) {
    death = String(error);
  }
  return {
    text,
    events,
    death,
    cycles: board.now,
    free: board.heap.services.heap.getFreeSize(0x1000),
    records: death === '' ? board.explainRecords() : [],
    hash: board.stateHash(),
  };
}

/** Both ways, listened to or not; what is seen by the direct way, with the events. */
function compare(run: Run): Seen {
  const quiet = { ...run, listenerDepth: -1 };
  const direct = see(quiet, false);
  expect(direct).toEqual(see(quiet, true));
  const heard = see(run, false);
  expect(heard).toEqual(see(run, true));
  expect({ ...heard, events: [] }).toEqual(direct);
  return heard;
}

describe('the direct way to the heap', () => {
  for (const idf of ['v4.3', 'v5.1.3', 'v5.4'])
    for (const depth of [0, 2, 8])
      for (const mode of ['heaptrace.TRACE_LEAKS', 'heaptrace.TRACE_ALL'])
        it(`${idf}, depth ${depth}, ${mode}: same records, events, bytes and cycles as the services`, () => {
          const { text, events } = compare({
            idf,
            sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: depth },
            script: SCRIPT.replace('MODE', mode),
            listenerDepth: depth === 8 ? 3 : 12,
          });
          expect(events.map(({ kind }) => kind)).toContain('fail');
          expect(text).toMatch(/total allocations/);
          expect(text).toMatch(/ccount 0x0/); // CCOUNT wrapped around on the way
          if (depth > 2) expect(text).toMatch(/caller 0x400[0-9a-f]{5}:0x400/);
        });

  it.each(['CONFIG_HEAP_POISONING_LIGHT', 'CONFIG_HEAP_POISONING_COMPREHENSIVE'])(
    'the same with %s: a size beyond all memory is an error of the script, not the end of the chip',
    (option) => {
      const { death, text } = compare({
        idf: 'v5.1.3',
        sdkconfig: { [option]: true },
        script: SCRIPT.replace('MODE', 'heaptrace.TRACE_LEAKS'),
        listenerDepth: 4,
      });
      expect(death).toBe('');
      expect(text).toMatch(/total allocations/);
    },
  );

  it.each([
    ['a failure that aborts', 'local keep = {} for i = 1, 1000 do keep[i] = {} end string.rep("x", 300000)'],
    ['a recorder without lists', 'heaptrace.init(10) heaptrace.resume() t = {}'],
  ])('%s: the chip dies of the same in the same cycle', (_what, script) => {
    const { death } = compare({
      idf: 'v5.1.3',
      sdkconfig: { CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS: true },
      script,
      listenerDepth: 4,
    });
    expect(death).toMatch(/^NodeMcuPanic: /);
  });
});

/** What scripts do to the heap, in small pieces that share `keep` (blocks of all kinds) and `big` (what fills memory). */
const PIECES = `
local keep, big = {}, {}
local state = SEED
local function random(n)
  state = state * 1103515245 + 12345
  return ((state >> 9) & 0x3fffff) % n
end
local function any() return random(60) end
local function mode() return random(2) == 0 and heaptrace.TRACE_ALL or heaptrace.TRACE_LEAKS end
local pieces = {
  function() local t = {} for i = 1, random(40) do t[i] = i end for i = 1, random(9) do t['k' .. i] = {i} end keep[any()] = t end,
  function() keep[any()] = ('x'):rep(random(2000)) .. random(1000) end,
  function() local a, b = random(9), {} keep[any()] = function() a = a + 1 b[a] = a return b end end,
  function() for i = 1, 5 do local f = keep[any()] if type(f) == 'function' then f() end end end,
  function() local t = {} for i = 1, random(30) do t[i] = 'v' .. i end keep[any()] = table.concat(t, ',') end,
  function()
    local c = coroutine.wrap(function() for i = 1, 4 do keep[any()] = {i} coroutine.yield() end end)
    for i = 1, random(7) do pcall(c) end
    keep[any()] = c
  end,
  function() for i = 1, 40 do local ok, s = pcall(string.rep, 'z', 8000 + random(20000)) if not ok then break end big[#big + 1] = s end end,
  function() for i = 1, 1500 do if not pcall(function() big[#big + 1] = {random(9), random(9)} end) then break end end end,
  function() for i = 1, #big do if random(2) == 0 then big[i] = false end end if random(3) == 0 then big = {} end end,
  function() collectgarbage(({'collect', 'step', 'count'})[random(3) + 1]) end,
  function() for i = 1, 3 do setmetatable({}, {__gc = function(o) keep[any()] = {o, 'f' .. random(1000)} end}) end end,
  function() keep[any()] = load('local a = ... return function() return {"q" .. a} end', '=c')(random(9)) end,
  function() local f = keep[any()] if type(f) == 'function' then pcall(node.stripdebug, 3, f) end end,
  function() local function f(n) local t = {n} if n > 0 then return f(n - 1) end return t end keep[any()] = f(5) end,
  function() debug.sethook(function() local t = {} end, 'c') keep[any()] = tostring({}) debug.sethook() end,
  function() xpcall(function() return nil + 1 end, function(m) return {m, debug.traceback()} end) end,
  function() local t = tmr.create() t:register(1000, 0, function() end) if random(2) == 0 then t:unregister() else keep[any()] = t end end,
  function() local p = pipe.create() for i = 1, random(5) do p:write(('p'):rep(random(300))) end p:read(random(99) + 1) keep[any()] = p end,
  function() heaptrace.start(mode()) end,
  function() heaptrace.stop() end,
  function() heaptrace.resume() end,
  function() heaptrace.init(1 + random(60)) heaptrace.start(mode()) end,
  function() heaptrace.dump() print(node.heap()) end,
}
heaptrace.init(CAPACITY)
heaptrace.start(mode())
for i = 1, 50 do pcall(pieces[random(#pieces) + 1]) end
heaptrace.dump()
`;

describe('a mixture of everything, by the direct way', () => {
  it.each([
    [1, 'v4.3', 8, 40, {}],
    [2, 'v5.1.3', 2, 1, {}],
    [3, 'v5.1.3', 10, 300, { CONFIG_HEAP_POISONING_LIGHT: true }],
    [4, 'v5.2.1', 32, 7, { CONFIG_LUA_NUMBER_DOUBLE: true }],
    [5, 'v5.1.3', 5, 40, { CONFIG_HEAP_TRACE_HASH_MAP: true, CONFIG_HEAP_TRACE_HASH_MAP_SIZE: 7 }],
    [6, 'v5.4', 1, 40, { CONFIG_HEAP_POISONING_COMPREHENSIVE: true }],
    [7, 'v5.5', 8, 300, { CONFIG_FREERTOS_UNICORE: true }],
    [8, 'v4.0', 3, 7, {}],
  ] as const)(
    'seed %i, %s, depth %i, %i records: same as through the services',
    (seed, idf, depth, capacity, options) => {
      const { events } = compare({
        idf,
        sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: depth, CONFIG_LUA_OPTIMIZE_DEBUG: 3, ...options },
        script: PIECES.replace('SEED', String(seed)).replace('CAPACITY', String(capacity)),
        listenerDepth: [0, 2, 9, 20][seed % 4]!,
      });
      const kinds = events.map(({ kind }) => kind);
      expect(kinds).toContain('fail');
      expect(kinds.length).toBeGreaterThan(1000);
    },
  );
});
