import { createMachine } from '@xtal/esp32';
import { expect, it } from 'vitest';
import { GuestImage } from './guest-image.js';
import { LuaMachine } from './machine.js';
import { Places } from './places.js';
import { CountingHeap } from './testheap.js';
import { LuaTracebacks } from './tracebacks.js';

/** All ways in which functions come to run: calls, tail calls, coroutines, metamethods, finalizers, callbacks, errors. */
const SCRIPT = `
local function leaf(i) return {i} end
local function tail(i) return leaf(i) end
local function even(i) if i == 0 then return {} end return even(i - 1) end
local function twice(i) local a = leaf(i) local b = leaf(i) return a, b, tail(i) end
local meta = {__index = function(_, k) return {k} end, __concat = function(a, b) return {a, b} end,
  __gc = function() leaf(1) end, __call = function(self, i) return leaf(i) end, __lt = function() return leaf(0) ~= nil end}
local function object() return setmetatable({}, meta) end
local function worker(n) for i = 1, n do coroutine.yield(leaf(i)) twice(i) end error({n}) end
for i = 1, 300 do local a = {i} local b = function() return a end a.b = b end
for round = 1, 3 do
  for i = 1, 4 do
    twice(i) even(i)
    local o = object()
    local x, y, z = #o.field, o(i), o < o
    local both = o .. o
    table.sort({3, 1, 2}, function(a, b) leaf(a) return a < b end)
    string.gsub('abc', '%w', function(c) return c .. #leaf(c) end)
    pcall(function() twice(i) error(leaf(i)) end)
    xpcall(function() local n = nil; n() end, function(m) return leaf(m) end)
    load('local a = {} return {a}', '=inner')()
  end
  local co, other = coroutine.create(worker), coroutine.wrap(worker)
  for i = 1, 6 do
    if i % 2 == 0 then coroutine.resume(co, 3) else twice(i) coroutine.resume(co, 3) end
    pcall(other, 2)
  end
  collectgarbage()
end
`;

it('finds the place that a look at all functions finds, at every allocation', () => {
  const chip = createMachine({});
  const lua = LuaMachine.create({ heap: new CountingHeap() });
  const image = new GuestImage(chip, lua, 0x3ffb_9000);
  const places = new Places(lua, image, new LuaTracebacks(lua));
  let looks = 0;
  let allocations = 0;
  const look = places.look.bind(places);
  places.look = (depth) => (looks++, look(depth));
  const different: unknown[] = [];
  lua.load(SCRIPT, '=places');
  lua.listener = {
    block: () => {
      allocations++;
      for (const depth of [2, 9]) {
        const found = places.current(depth);
        const expected = look(depth);
        if (found.chain !== expected.chain || found.traceback !== expected.traceback)
          different.push([lua.callChain(), found, expected]);
      }
    },
  };
  expect(lua.call(0, 0)).toBe(0);
  expect(different).toEqual([]);
  expect(allocations).toBeGreaterThan(1000);
  // the loop at the script's beginning is found each time but the first
  expect(2 * allocations - looks).toBeGreaterThan(1500);
});
