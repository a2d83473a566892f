/**
 * Lua: the NodeMCU board against plain fengari on the same scripts, in one run. All of the board takes part: the chip's
 * heap, cycles, and tracing as the user would have it.
 *
 * Targets: scripts that allocate little at most 1.15 times plain fengari's time, allocation-heavy ones at most 2 times,
 * at most 3 times with leak tracing at depth 8.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LuaRunner } from './lua-runner.js';

/** One line of the result; times in milliseconds, best of the runs. */
export interface LuaBenchmarkRow {
  readonly name: string;
  /** Whether the script allocates much. */
  readonly heavy: boolean;
  readonly fengari: number;
  /** The board, tracing compiled in and stopped. */
  readonly board: number;
  /** The board with `heaptrace` recording leaks on the device, 200 records of depth 8. */
  readonly leaks: number;
  /** The board with a recording from outside: every event, chains of depth 8, Lua tracebacks. */
  readonly outside: number;
}

const SCRIPTS: readonly { name: string; heavy: boolean; source: string }[] = [
  {
    name: 'fib(23)',
    heavy: false,
    source: 'local function fib(n) if n<2 then return n end return fib(n-1)+fib(n-2) end return fib(23)',
  },
  { name: 'loop 1e6', heavy: false, source: 'local a=0 for i=1,1000000 do a=a+i%7 end return a' },
  {
    name: 'methods 2e5',
    heavy: false,
    source:
      'local C={} C.__index=C function C:add(n) self.v=self.v+n end local o=setmetatable({v=0},C) for i=1,200000 do o:add(i) end return o.v',
  },
  { name: 'tables 5e4', heavy: true, source: 'local t for i=1,50000 do t={i,x=i} end return t.x' },
  {
    name: 'closures 1e5',
    heavy: true,
    source: 'local f for i=1,100000 do f=function() return i end end return f()',
  },
  { name: 'strings 3e4', heavy: true, source: 'local s for i=1,30000 do s="a"..i.."b" end return #s' },
  {
    name: 'append and join',
    heavy: true,
    source:
      'for k=1,20 do local t={} for i=1,500 do t[#t+1]="v"..i end local s=table.concat(t,",") end return 1',
  },
];

/** Runs every script on plain fengari and on the board, each in a thread of its own; one works at a time. */
export async function luaBenchmark(times = 12): Promise<LuaBenchmarkRow[]> {
  const modes: readonly LuaRunner[] = ['fengari', 'board', 'leaks', 'outside'];
  const workers = modes.map(
    (mode) => new Worker(new URL('./lua-runner.js', import.meta.url), { workerData: mode }),
  );
  try {
    const rows: LuaBenchmarkRow[] = [];
    for (const { name, heavy, source } of SCRIPTS) {
      const bytes = new TextEncoder().encode(source);
      const least = workers.map(() => Infinity);
      // alternate, so that a slow moment of the machine meets all of them
      for (let i = 0; i < times; i++)
        for (const [j, worker] of workers.entries()) {
          worker.postMessage(bytes);
          const [milliseconds] = (await once(worker, 'message')) as [number];
          least[j] = Math.min(least[j]!, milliseconds);
        }
      const [fengari, board, leaks, outside] = least;
      rows.push({ name, heavy, fengari: fengari!, board: board!, leaks: leaks!, outside: outside! });
    }
    return rows;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The rows as a table for people: milliseconds, and times of plain fengari. */
export function formatLuaBenchmark(rows: readonly LuaBenchmarkRow[]): string {
  const lines = ['ms, best          fengari    board           leak trace      outside trace   wanted'];
  for (const { name, heavy, fengari, board, leaks, outside } of rows) {
    const cell = (ms: number): string =>
      `${ms.toFixed(1).padStart(7)} ${`(${(ms / fengari).toFixed(2)})`.padEnd(8)}`;
    lines.push(
      `${name.padEnd(16)}${fengari.toFixed(1).padStart(9)} ${cell(board)}${cell(leaks)}${cell(outside)} ${heavy ? '2, traced 3' : '1.15'}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
