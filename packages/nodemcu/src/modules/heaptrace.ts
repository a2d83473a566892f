/**
 * NodeMCU's `heaptrace` module (heaptrace.c of dev-esp32): ESP-IDF's standalone heap tracing from Lua.
 * Functions, checks, error texts and odd states are the device's; where the device would read freed memory or
 * panic, a warning says so. Extras under names of their own exist only when the run asks for them.
 */
import { HEAP_TRACE_ALL, HEAP_TRACE_LEAKS, type Allocator, type HeapTraceStandalone } from '@xtal/heaptrace';
import type { LuaState } from './lua-api.js';
import { bytesOf, pushText, raise, type Module, type ModuleContext, type ModuleTable } from './module.js';

const BITS_PER_CHARACTER = 10;

/** A record as the extras show it. */
export interface ExplainedRecord {
  readonly address: number;
  readonly size: number;
  /** Call chain with names, innermost first. */
  readonly chain: readonly string[];
  /** Lua traceback, innermost first: `script:line: in function`. */
  readonly lua: readonly string[];
}

/** What the module needs of the tracer. */
export interface HeapTraceServices {
  readonly trace: HeapTraceStandalone;
  /** Told who made each record when the recorder's buffer changes hands. */
  readonly released: (address: number, allocator: Allocator) => void;
  /** `calloc`, not traced (tracing is stopped when it is called). */
  calloc(count: number, size: number): number;
  free(address: number): void;
  /** Writes to the UART as the ROM's printf does: `node.output` does not see it. */
  print(text: string): void;
  /** Rate of the console's line, in bits a second. */
  baud(): number;
  /** CONFIG_ESP_INT_WDT_TIMEOUT_MS: how long interrupts may be off, in milliseconds. */
  readonly watchdogMs: number;
  /** Turns the extras on: `xtal_records`, `xtal_unlimited`. */
  readonly extras?: {
    /** All live records with names and Lua lines. */
    explain(): ExplainedRecord[];
    /** From now on {@link explain} gives, or gives no longer, more records than the buffer has room for. */
    unlimited(on: boolean): void;
    /** The trace has started. */
    started(): void;
  };
}

/** Opens `heaptrace`. */
export function openHeaptrace(context: ModuleContext, services: HeapTraceServices): Module {
  const { api } = context;
  const { trace } = services;
  let buffer = 0;
  /** Whether the SDK was ever given a buffer: a failed init leaves it with one that is freed. */
  let given = false;
  /** Where the SDK's lists are: `start` makes them in the buffer that it has, `init` leaves them where they are. */
  let lists: 'nowhere' | 'in the buffer' | 'in freed memory' = 'nowhere';

  const check = (L: LuaState, what: string, code: number): number => {
    if (code !== 0) raise(context, L, `failed to ${what} heap tracing; code ${code}`);
    return 0;
  };

  const init = (L: LuaState): number => {
    const count = api.luaL_checkinteger(L, 1);
    if (count <= 0) raise(context, L, 'invalid trace buffer size');
    trace.stop();
    trace.disownRecords();
    services.free(buffer);
    buffer = services.calloc(trace.recordBytes, count);
    if (lists !== 'nowhere') lists = 'in freed memory';
    if (buffer === 0) {
      if (given) context.warn('heaptrace.init: out of memory; the SDK still holds the buffer that was freed');
      raise(context, L, 'out of memory');
    }
    given = true;
    // No Lua script can write to the records, and only the next init frees them.
    trace.ownRecords(services.released);
    return check(L, 'init', trace.initStandalone(buffer, count));
  };

  const start = (L: LuaState): number => {
    const mode = api.luaL_checkinteger(L, 1);
    if (mode !== HEAP_TRACE_ALL && mode !== HEAP_TRACE_LEAKS) raise(context, L, 'invalid trace mode');
    const code = trace.start(mode);
    if (code === 0) {
      lists = buffer === 0 ? 'in freed memory' : 'in the buffer';
      if (buffer === 0)
        context.warn(
          'heaptrace.start after an init that failed: it clears memory that was freed, the heap is damaged',
        );
    }
    if (code === 0) services.extras?.started();
    return check(L, 'start', code);
  };

  const resume = (L: LuaState): number => {
    const code = trace.resume();
    if (code === 0 && lists === 'nowhere')
      context.warn('heaptrace.resume without start: the next allocation makes the device panic');
    else if (code === 0 && lists === 'in freed memory')
      context.warn(
        'heaptrace.resume after init without start: it records into the buffer that was freed, the heap is damaged or the device panics',
      );
    return check(L, 'resume', code);
  };

  const dump = (): number => {
    if (lists === 'in freed memory' && trace.getCount() > 0)
      context.warn('heaptrace.dump after init without start: the device reads records in freed memory here');
    let text = '';
    trace.dump((piece) => (text += piece));
    services.print(text);
    const baud = services.baud();
    const seconds = (text.length * BITS_PER_CHARACTER) / baud;
    context.charge(Math.round(seconds * context.clock.hz));
    if (seconds * 1000 > services.watchdogMs)
      context.warn(
        `heaptrace.dump printed ${text.length} characters, ${Math.round(seconds * 1000)} ms at ${baud} baud ` +
          `with interrupts off: on a board the interrupt watchdog (${services.watchdogMs} ms) may bite`,
      );
    return 0;
  };

  const explain = (L: LuaState): number => {
    const records = services.extras!.explain();
    api.lua_createtable(L, records.length, 0);
    records.forEach((record, index) => {
      api.lua_createtable(L, 0, 4);
      api.lua_pushinteger(L, record.address | 0);
      api.lua_setfield(L, -2, bytesOf('address'));
      api.lua_pushinteger(L, record.size);
      api.lua_setfield(L, -2, bytesOf('size'));
      for (const [name, lines] of [
        ['chain', record.chain],
        ['lua', record.lua],
      ] as const) {
        api.lua_createtable(L, lines.length, 0);
        lines.forEach((line, position) => {
          pushText(context, L, line);
          api.lua_rawseti(L, -2, position + 1);
        });
        api.lua_setfield(L, -2, bytesOf(name));
      }
      api.lua_rawseti(L, -2, index + 1);
    });
    return 1;
  };

  const unlimited = (L: LuaState): number => {
    api.luaL_checktype(L, 1, api.LUA_TBOOLEAN);
    services.extras!.unlimited(api.lua_toboolean(L, 1));
    return 0;
  };

  const extras: ModuleTable = services.extras
    ? {
        xtal_records: { symbol: 'xtal_records', call: explain },
        xtal_unlimited: { symbol: 'xtal_unlimited', call: unlimited },
      }
    : {};
  return {
    name: 'heaptrace',
    table: {
      init: { symbol: 'lht_init', call: init },
      start: { symbol: 'lht_start', call: start },
      stop: { symbol: 'lht_stop', call: (L) => check(L, 'stop', trace.stop()) },
      resume: { symbol: 'lht_resume', call: resume },
      dump: { symbol: 'lht_dump', call: dump },
      TRACE_ALL: HEAP_TRACE_ALL,
      TRACE_LEAKS: HEAP_TRACE_LEAKS,
      ...extras,
    },
  };
}
