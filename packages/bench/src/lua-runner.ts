/**
 * One side of the Lua benchmark, in a thread of its own: a process has one board or one fengari, and code that V8 has
 * seen work for several is slower than what any user has.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { SYNTHETIC_HEADER, TraceWriter } from '@xtal/heaptrace';
import { FlashFileSystem, NodeMcu } from '@xtal/nodemcu';

/** What runs the scripts; see the fields of `LuaBenchmarkRow`. */
export type LuaRunner = 'fengari' | 'board' | 'leaks' | 'outside';

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

function board(mode: 'board' | 'leaks' | 'outside'): (source: Uint8Array) => void {
  const chip = new NodeMcu({
    files: new FlashFileSystem(),
    sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 8 },
  });
  chip.boot(null, false);
  chip.run();
  const run = (source: string | Uint8Array): void => {
    if (chip.lua.load(source, '=bench') !== 0) throw new Error(chip.lua.text(-1));
    if (chip.lua.api.lua_pcall(chip.lua.L, 0, 0, 0) !== 0) throw new Error(chip.lua.text(-1));
  };
  if (mode === 'leaks') run('heaptrace.init(200) heaptrace.start(heaptrace.TRACE_LEAKS)');
  if (mode === 'outside')
    chip.heap.addListener(
      new TraceWriter({ write: (): void => undefined }, SYNTHETIC_HEADER, {
        chainDepth: 8,
        luaTracebacks: chip.luaTracebacks,
        currentLua: () => chip.currentLua(),
      }),
    );
  return run;
}

const mode = workerData as LuaRunner;
const run = mode === 'fengari' ? plainFengari() : board(mode);

parentPort?.on('message', (source: Uint8Array) => {
  const start = performance.now();
  run(source);
  parentPort?.postMessage(performance.now() - start);
});
