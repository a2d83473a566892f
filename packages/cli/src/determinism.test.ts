/** Two runs of a script are equal in all that they leave behind, and nobody who records a run changes it. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xtal-determinism-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCRIPTS: Readonly<Record<string, string>> = {
  'tables, strings and addresses': `
local t = {}
for i = 1, 600 do t['k' .. i % 50] = { i, tostring(i) } t[i] = {} t[t[i]] = i end
for k, v in pairs(t) do io.write(tostring(k), ' ') end
print({}, print, node.heap(), collectgarbage('count'))`,
  'timers and tasks': `
local n = 0
tmr.create():alarm(20, tmr.ALARM_AUTO, function(t)
  n = n + 1
  print(n, node.uptime(), node.heap())
  node.task.post(function(p) local x = { n, p } end)
  if n == 10 then t:unregister() end
end)`,
  coroutines: `
local all = {}
for i = 1, 20 do
  local co = coroutine.wrap(function(a) for j = 1, 10 do a = coroutine.yield({ a, j }) end end)
  for j = 1, i % 10 + 1 do local r = co(j) all[#all + 1] = i % 3 == 0 and r or nil end
end
print(#all, coroutine.running(), node.heap())`,
  'collector, finalizers, weak tables': `
local weak, order = setmetatable({}, { __mode = 'k' }), {}
for i = 1, 300 do
  local o = setmetatable({}, { __gc = function() order[#order + 1] = i end })
  weak[o] = { o, i }
  if i % 40 == 0 then collectgarbage('step', 2) end
end
collectgarbage() collectgarbage()
print(table.concat(order, ','), next(weak), collectgarbage('count'))`,
  'the trace of the board': `
heaptrace.init(60)
collectgarbage()
heaptrace.start(heaptrace.TRACE_LEAKS)
keep = {}
for i = 1, 12 do keep[i] = function() return i end end
local t = tmr.create()
t:alarm(30, tmr.ALARM_SINGLE, function()
  collectgarbage()
  heaptrace.stop()
  heaptrace.dump()
end)`,
  'random numbers, sorting, errors': `
local t = {}
for i = 1, 100 do t[i] = math.random(1000) end
table.sort(t, function(a, b) return a > b end)
print(table.concat(t, ' '))
print(pcall(error, { 1 }), pcall(string.rep, 'x', 1 << 22))`,
};

interface Run {
  code: number;
  stdout: string;
  counts: unknown;
}

async function run(text: string, ...options: string[]): Promise<Run> {
  writeFileSync(join(folder, 'init.lua'), text);
  let stdout = '';
  let stderr = '';
  const code = await main(
    ['run', 'init.lua', '--stats=json', '--set', 'CONFIG_HEAP_TRACING_STACK_DEPTH=8', ...options],
    {
      stdout: (data) => (stdout += typeof data === 'string' ? data : Buffer.from(data).toString('latin1')),
      stderr: (line) => (stderr += line),
      cwd: folder,
    },
  );
  return { code, stdout, counts: JSON.parse(stderr.trim().split('\n').at(-1)!) };
}

describe.each(Object.entries(SCRIPTS))('%s', (_, text) => {
  it('two runs: same text, dump, counts and state hash; --trace-heap changes none of them', async () => {
    const first = await run(text);
    expect(first.code).toBe(0);
    expect(first.counts).toMatchObject({ 'state hash': expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await run(text)).toEqual(first);
    expect(await run(text, '--trace-heap', 'run.trace')).toEqual(first);
    expect(statSync(join(folder, 'run.trace')).size).toBeGreaterThan(1000);
    expect(await run(text, '--trace-heap', 'run2.trace', '--trace-depth', '3')).toEqual(first);
  });

  it('two recordings are the same file', async () => {
    await run(text, '--trace-heap', 'a.trace');
    await run(text, '--trace-heap', 'b.trace');
    expect(readFileSync(join(folder, 'a.trace')).equals(readFileSync(join(folder, 'b.trace')))).toBe(true);
  });
});

it('other blocks in the heap give another hash', async () => {
  const hash = async (text: string): Promise<unknown> =>
    ((await run(text)).counts as Record<string, unknown>)['state hash'];
  expect(await hash('x = 1')).not.toBe(await hash('x = {}'));
});
