/** NodeMCU's `node` module (node.c of dev-esp32). */
import type { LuaState } from './lua-api.js';
import {
  bytesOf,
  checkArgument,
  checkText,
  pushText,
  raise,
  TaskPriority,
  type Module,
  type ModuleContext,
} from './module.js';

/** Bytes of a piece of redirected output; a count stands before them. */
const OUTPUT_PIECE_BYTES = 127;
/** Lines longer than this are not taken by `node.input`. */
const INPUT_BYTES_MAX = 254;
/** The factory MAC address of the simulated chip, as `node.chipid` shows it. */
const CHIP_ID = '0x240ac4000001';
/** What the build reports; the groups of `node.info`. */
const INFO: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>> = {
  // Wi-Fi, Bluetooth and Bluetooth LE; revision 3.0; 4 MB of flash (GigaDevice)
  hw: {
    chip_model: 'esp32',
    chip_features: 0x32,
    chip_major_rev: 3,
    chip_minor_rev: 0,
    cpu_cores: 2,
    flash_size: 4096,
    flash_id: 0xc84016,
  },
  sw_version: {
    node_version: '3.0.0',
    node_version_major: 3,
    node_version_minor: 0,
    node_version_revision: 0,
    git_branch: 'dev-esp32',
    git_commit_id: '',
    git_release: '',
    git_commit_dts: '',
  },
  build_config: { ssl: false, lfs_size: 0, number_type: 'float', modules: '', esp_console: 'uart' },
  lfs: { lfs_mapped: 0, lfs_base: 0, lfs_size: 0, lfs_used: 0 },
  default: {},
};

/** `esp_sleep_wakeup_cause_t` of ESP-IDF v5.1. */
const WAKEUP = { TIMER: 4, TOUCHPAD: 5, ULP: 6, GPIO: 7, UART: 8 } as const;

/** What the Lua component offers beyond the context. */
export interface NodeServices {
  /** Feeds text to the interpreter as if it came from the console. */
  input(text: Uint8Array): void;
  /** Sends what `print` writes to `listener` (undefined: to the console); `serial` keeps the console as well. */
  output(listener: ((bytes: Uint8Array) => void) | undefined, serial: boolean): void;
  /** `node.setonerror`: undefined installs the default, which prints and restarts. */
  onError(handlerRef: number | undefined): void;
  /** Level of debug information that is dropped from new code: 1 names of locals, 2 lines too. */
  stripDebug: number;
  /** Drops debug information of the function on the stack. */
  stripFunction(L: LuaState, index: number, level: number): void;
  /** Compiles a source; the bytes of the binary chunk, or a message. */
  compile(L: LuaState, source: Uint8Array, chunkName: string): Uint8Array;
}

/** Opens `node`. */
export function openNode(context: ModuleContext, services: NodeServices): Module {
  const { api, clock } = context;
  const registry = api.LUA_REGISTRYINDEX;
  let outputRef = api.LUA_NOREF;
  let errorRef = api.LUA_NOREF;

  const replaceReference = (L: LuaState, old: number, argument: number): number => {
    if (old >= 0) api.luaL_unref(L, registry, old);
    api.lua_pushvalue(L, argument);
    return api.luaL_ref(L, registry);
  };

  const sleepCycles = (microseconds: number): number => (microseconds / 1e6) * clock.hz;

  /** `us`/`secs` of a sleep table. */
  const duration = (L: LuaState, table: number): number => {
    let total = 0;
    for (const [name, scale] of [
      ['us', 1],
      ['secs', 1e6],
    ] as const) {
      if (api.lua_getfield(L, table, bytesOf(name)) !== api.LUA_TNIL)
        total += api.luaL_checknumber(L, -1) * scale;
      api.lua_pop(L, 1);
    }
    return total;
  };

  const post = (L: LuaState): number => {
    let argument = 1;
    let priority: number = TaskPriority.medium;
    if (api.lua_type(L, 1) === api.LUA_TNUMBER) {
      priority = api.luaL_checkinteger(L, 1);
      checkArgument(context, L, priority >= 0 && priority <= 2, 1, 'invalid  priority');
      argument = 2;
    }
    checkArgument(context, L, api.lua_type(L, argument) === api.LUA_TFUNCTION, argument, 'invalid function');
    api.lua_pushvalue(L, argument);
    const reference = api.luaL_ref(L, registry);
    const posted = context.post(priority, 'do_node_task', () => {
      const main = context.L;
      api.lua_rawgeti(main, registry, reference);
      api.luaL_unref(main, registry, reference);
      api.lua_pushinteger(main, priority);
      context.callProtected(main, 1, 0);
    });
    if (!posted) {
      api.luaL_unref(L, registry, reference);
      raise(context, L, 'Task queue overflow. Task not posted');
    }
    return 0;
  };

  const compile = (L: LuaState): number => {
    const name = checkText(context, L, 1);
    // A copy of the name: allocated with its length + 1, freed as one byte by Lua's count, as the component does.
    const block = context.luaMalloc(L, name.length + 1);
    try {
      if (!name.endsWith('.lua')) raise(context, L, 'not a .lua file');
      const source = context.files.read(name);
      if (!source) raise(context, L, `cannot open ${name}: No such file or directory`);
      const chunk = services.compile(L, source, `@${name}`);
      try {
        context.files.write(name.replace(/lua$/, 'lc'), chunk);
      } catch {
        raise(context, L, 'cannot open/write to file');
      }
    } finally {
      context.luaFree(L, block, 1);
    }
    return 0;
  };

  return {
    name: 'node',
    table: {
      heap: {
        symbol: 'node_heap',
        call: (L) => {
          api.lua_pushinteger(L, context.system.freeSize());
          return 1;
        },
      },
      uptime: {
        symbol: 'node_uptime',
        call: (L) => {
          const microseconds = Math.floor((clock.now / clock.hz) * 1e6);
          api.lua_pushnumber(L, microseconds);
          api.lua_pushinteger(L, 0); // bits 53 and up
          return 2;
        },
      },
      chipid: {
        symbol: 'node_chipid',
        call: (L) => {
          pushText(context, L, CHIP_ID);
          return 1;
        },
      },
      chipmodel: {
        symbol: 'node_chipmodel',
        call: (L) => {
          pushText(context, L, 'esp32');
          return 1;
        },
      },
      bootreason: {
        symbol: 'node_bootreason',
        call: (L) => {
          // Power-on: raw code 1, then the ROM's reset reason (1) plus 7. The panics in a row follow only after a restart.
          for (const value of [1, 8]) api.lua_pushinteger(L, value);
          return 2;
        },
      },
      info: {
        symbol: 'node_info',
        call: (L) => {
          const group = api.lua_isnoneornil(L, 1) ? 'default' : checkText(context, L, 1);
          checkArgument(context, L, Object.hasOwn(INFO, group), 1, `invalid option '${group}'`);
          const values = Object.entries(INFO[group]!);
          api.lua_createtable(L, 0, values.length);
          for (const [key, value] of values) {
            if (typeof value === 'number') api.lua_pushinteger(L, value);
            else if (typeof value === 'boolean') api.lua_pushboolean(L, value);
            else pushText(context, L, value);
            api.lua_setfield(L, -2, bytesOf(key));
          }
          return 1;
        },
      },
      input: {
        symbol: 'node_input',
        call: (L) => {
          const text = api.luaL_checklstring(L, 1);
          if (text.length > 0 && text.length <= INPUT_BYTES_MAX) services.input(text);
          return 0;
        },
      },
      output: {
        symbol: 'node_output',
        call: (L) => {
          if (api.lua_type(L, 1) !== api.LUA_TFUNCTION) {
            if (outputRef >= 0) api.luaL_unref(L, registry, outputRef);
            outputRef = api.LUA_NOREF;
            services.output(undefined, true);
            return 0;
          }
          outputRef = replaceReference(L, outputRef, 1);
          services.output(
            (bytes) => {
              // Each piece waits in a block of its own until the task has passed it on.
              for (let at = 0; at < bytes.length; at += OUTPUT_PIECE_BYTES) {
                const block = context.system.malloc(OUTPUT_PIECE_BYTES + 1, 0, ['redir_write']);
                if (block === 0) return;
                const copy = new Uint8Array(bytes.subarray(at, at + OUTPUT_PIECE_BYTES));
                const posted = context.post(TaskPriority.high, 'redir_output', () => {
                  if (outputRef >= 0) {
                    api.lua_rawgeti(context.L, registry, outputRef);
                    api.lua_pushlstring(context.L, copy, copy.length);
                    context.callProtected(context.L, 1, 0);
                  }
                  context.system.free(block, ['redir_output']);
                });
                if (!posted) {
                  context.system.free(block, ['redir_write']);
                  context.warn('node.output: the task queue is full, output is lost');
                  return;
                }
              }
            },
            // a number says whether the console keeps the text; what is no number says no
            api.lua_isnoneornil(L, 2) ||
              (api.lua_type(L, 2) === api.LUA_TNUMBER && api.lua_tonumber(L, 2) !== 0),
          );
          return 0;
        },
      },
      osprint: { symbol: 'node_osprint', call: () => 0 },
      restart: {
        symbol: 'node_restart',
        call: () => {
          context.restart('restart');
          return 0;
        },
      },
      setonerror: {
        symbol: 'node_setonerror',
        call: (L) => {
          if (errorRef >= 0) api.luaL_unref(L, registry, errorRef);
          errorRef = api.LUA_NOREF;
          if (api.lua_type(L, 1) === api.LUA_TFUNCTION) {
            api.lua_pushvalue(L, 1);
            errorRef = api.luaL_ref(L, registry);
          }
          services.onError(errorRef >= 0 ? errorRef : undefined);
          return 0;
        },
      },
      stripdebug: {
        symbol: 'node_stripdebug',
        call: (L) => {
          if (api.lua_gettop(L) === 0) {
            api.lua_pushinteger(L, services.stripDebug + 1);
            return 1;
          }
          const level = api.luaL_checkinteger(L, 1);
          checkArgument(context, L, level >= 1 && level <= 3, 1, 'Invalid strip level');
          if (api.lua_gettop(L) === 1) services.stripDebug = level - 1;
          else {
            checkArgument(context, L, api.lua_type(L, 2) === api.LUA_TFUNCTION, 2, 'not a valid function');
            services.stripFunction(L, 2, level - 1);
          }
          return 0;
        },
      },
      compile: { symbol: 'node_compile', call: compile },
      sleep: {
        symbol: 'node_sleep',
        call: (L) => {
          api.luaL_checktype(L, 1, api.LUA_TTABLE);
          context.charge(sleepCycles(duration(L, 1)));
          api.lua_pushinteger(L, WAKEUP.TIMER);
          return 1;
        },
      },
      dsleep: {
        symbol: 'node_dsleep',
        call: (L) => {
          if (api.lua_type(L, 1) === api.LUA_TTABLE) duration(L, 1);
          else
            checkArgument(context, L, api.lua_type(L, 1) === api.LUA_TNUMBER, 1, 'Expected integer or table');
          context.restart('deepsleep');
          return 0;
        },
      },
      task: {
        post: { symbol: 'node_task_post', call: post },
        LOW_PRIORITY: TaskPriority.low,
        MEDIUM_PRIORITY: TaskPriority.medium,
        HIGH_PRIORITY: TaskPriority.high,
      },
      flashindex: {
        symbol: 'node_lfsindex',
        call: (L) => {
          // No flash store is loaded: nil, then its base address, offset and size.
          api.lua_pushnil(L);
          return 1;
        },
      },
      flashreload: {
        symbol: 'node_lfsreload',
        call: (L) => {
          pushText(context, L, 'No LFS partition allocated');
          return 1;
        },
      },
      LFS: {
        list: {
          symbol: 'node_lfs_list',
          call: (L) => {
            api.lua_createtable(L, 0, 0);
            return 1;
          },
        },
        get: {
          symbol: 'node_lfs_get',
          call: (L) => {
            api.lua_pushnil(L);
            return 1;
          },
        },
        reload: {
          symbol: 'node_lfs_reload',
          call: (L) => {
            pushText(context, L, 'No LFS partition allocated');
            return 1;
          },
        },
      },
      wakeup: WAKEUP,
    },
  };
}
