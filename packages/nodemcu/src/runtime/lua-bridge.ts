/** Small services that modules need of the Lua component beyond the C API. */
import { LuaPanic, named, type LuaMachine, type LuaState, type Udata } from '../lua/index.js';
import type { Proto } from '../lua/objects.js';
import { stripTo } from '../lua/support.js';
import { withIntArguments, type WideApi } from '../lua/wide-libraries.js';
import type { LuaApi } from '../modules/lua-api.js';
import type { ModuleFunction, ModuleTable } from '../modules/module.js';

/** The C API as modules see it: integer arguments and results are C's `int`. */
export function moduleApi(lua: LuaMachine): LuaApi {
  const all = { ...lua.api, ...lua.aux, LUA_ERRSYNTAX: 3, LUA_GCCOLLECT: 2, wide: undefined };
  if (!lua.g.wide) {
    // wraps around, as a value that C gives for a lua_Integer
    const push = (L: LuaState, n: number): void => lua.api.lua_pushinteger(L, n | 0);
    return { ...all, lua_pushinteger: push } as unknown as LuaApi;
  }
  const exact = all as unknown as WideApi;
  const wide = {
    check: exact.luaL_checkexact,
    optional: exact.luaL_optexact,
    push: exact.lua_pushinteger,
  };
  return { ...withIntArguments(exact, exact), wide } as unknown as LuaApi;
}

/** Puts the functions of an opened `io` module into the table and metatable that the boot made with the same keys. */
export function attachIo(
  lua: LuaMachine,
  functions: ModuleTable,
  methods: ModuleTable,
  streams: Readonly<Record<string, object>>,
): void {
  const { L, api, aux } = lua;
  const fill = (table: ModuleTable): void => {
    for (const [key, entry] of Object.entries(table)) {
      const { symbol, call } = entry as ModuleFunction;
      api.lua_pushcfunction(L, named(symbol, call));
      api.lua_setfield(L, -2, key);
    }
  };
  const status = lua.protect(() => {
    api.lua_getglobal(L, 'io');
    fill(functions);
    for (const [name, stream] of Object.entries(streams)) {
      api.lua_getfield(L, -1, name);
      (L.stack[L.top - 1]!.value as Udata).data = stream;
      api.lua_pop(L, 1);
    }
    aux.luaL_getmetatable(L, 'FILE*');
    fill(methods);
    api.lua_pop(L, 2);
  });
  if (status !== 0) throw new LuaPanic(lua.text(-1));
}

/** Drops debug information of the Lua function at a stack index: 1 names of locals, 2 lines too. */
export function stripFunction(L: LuaState, index: number, level: number): void {
  const value = L.stack[L.ci.funcOff + index]?.value as { p?: Proto | null } | null;
  if (value?.p && level > 0) stripTo(L, value.p, level);
}

/** Compiles a source to a binary chunk; a Lua error when it does not compile. */
export function compileChunk(
  lua: LuaMachine,
  L: LuaState,
  source: Uint8Array,
  chunkName: string,
): Uint8Array {
  const { api, aux } = lua;
  if (aux.luaL_loadbufferx(L, source, source.length, chunkName, 't') !== 0) api.lua_error(L);
  const pieces: Uint8Array[] = [];
  api.lua_dump(
    L,
    (_state, bytes, count) => {
      pieces.push(bytes.slice(0, count));
      return 0;
    },
    null,
    false,
  );
  api.lua_pop(L, 1);
  return Buffer.concat(pieces);
}
