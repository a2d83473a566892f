/**
 * Lua: the NodeMCU interpreter with the chip's heap against plain fengari on the same scripts, in one run.
 *
 * Targets: scripts that allocate little at most 1.15 times plain fengari's time, allocation-heavy ones at most 2 times,
 * at most 3 times while call chains of depth 8 are recorded.
 */
import { createRequire } from 'node:module';
import { createHeapMemory, HeapCaps } from '@xtal/heap';
import { LuaMachine, type LuaHeap } from '@xtal/nodemcu';

/** One line of the result. */
export interface LuaBenchmarkRow {
  readonly name: string;
  /** Whether the script allocates much. */
  readonly heavy: boolean;
  /** Milliseconds, best of the runs. */
  readonly fengari: number;
  readonly nodemcu: number;
  readonly traced: number;
  /** Times of plain fengari. */
  readonly ratio: number;
  readonly tracedRatio: number;
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

interface Fengari {
  lua: Record<string, (...args: unknown[]) => unknown>;
  lauxlib: Record<string, (...args: unknown[]) => unknown>;
  lualib: Record<string, (...args: unknown[]) => unknown>;
}

function plainFengari(): (source: Uint8Array) => void {
  const { lua, lauxlib, lualib } = createRequire(import.meta.resolve('@xtal/nodemcu'))('fengari') as Fengari;
  const L = lauxlib['luaL_newstate']!();
  lualib['luaL_openlibs']!(L);
  return (source) => {
    if (lauxlib['luaL_loadbuffer']!(L, source, source.length, source) !== 0)
      throw new Error('fengari cannot load');
    if (lua['lua_pcall']!(L, 0, 0, 0) !== 0) throw new Error('fengari cannot run');
  };
}

/** The chip's heap as Lua's allocator. */
export function chipHeap(): LuaHeap {
  const caps = new HeapCaps({ memory: createHeapMemory(0x3f800000, 0x01000000) });
  caps.init();
  caps.enableNonosStackHeaps();
  return {
    realloc: (address, size) =>
      address === 0 ? caps.mallocDefault(size) : caps.reallocDefault(address, size),
    free: (address) => {
      caps.free(address);
    },
  };
}

function nodemcu(traced: boolean): (source: Uint8Array) => void {
  const machine = LuaMachine.create({ heap: chipHeap() });
  if (traced) {
    const records = new Map<number, Int32Array>();
    machine.listener = {
      block(oldAddress, _oldSize, newAddress) {
        if (oldAddress !== 0) records.delete(oldAddress);
        if (newAddress !== 0) records.set(newAddress, machine.chainIds(8));
      },
    };
  }
  return (source) => {
    if (machine.load(source, '=bench') !== 0) throw new Error(machine.text(-1));
    if (machine.api.lua_pcall(machine.L, 0, 0, 0) !== 0) throw new Error(machine.text(-1));
  };
}

function best(run: () => void, times: number): number {
  let result = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run();
    result = Math.min(result, performance.now() - start);
  }
  return result;
}

/** Runs every script on plain fengari, on the NodeMCU interpreter, and on that with call chains recorded. */
export function luaBenchmark(times = 5): LuaBenchmarkRow[] {
  const fengari = plainFengari();
  const plain = nodemcu(false);
  const traced = nodemcu(true);
  return SCRIPTS.map(({ name, heavy, source }) => {
    const bytes = new TextEncoder().encode(source);
    // alternate, so that a slow moment of the machine meets all three
    let a = Infinity;
    let b = Infinity;
    let c = Infinity;
    for (let i = 0; i < times; i++) {
      a = Math.min(
        a,
        best(() => fengari(bytes), 1),
      );
      b = Math.min(
        b,
        best(() => plain(bytes), 1),
      );
      c = Math.min(
        c,
        best(() => traced(bytes), 1),
      );
    }
    return { name, heavy, fengari: a, nodemcu: b, traced: c, ratio: b / a, tracedRatio: c / a };
  });
}

/** The rows as a table for people. */
export function formatLuaBenchmark(rows: readonly LuaBenchmarkRow[]): string {
  const lines = ['Lua (ms, best)       fengari  nodemcu   traced   ratio  traced ratio'];
  for (const r of rows)
    lines.push(
      `${r.name.padEnd(18)} ${r.fengari.toFixed(1).padStart(9)} ${r.nodemcu.toFixed(1).padStart(8)} ${r.traced.toFixed(1).padStart(8)} ` +
        `${r.ratio.toFixed(2).padStart(7)} (<= ${r.heavy ? '2' : '1.15'}) ${r.tracedRatio.toFixed(2).padStart(6)}${r.heavy ? ' (<= 3)' : ''}`,
    );
  return `${lines.join('\n')}\n`;
}
