/**
 * Lua's C API as NodeMCU modules use it: the functions of the fengari instance that the Lua component runs on,
 * with every allocation that they make accounted in the chip's heap. Names and stack effects are those of the
 * Lua 5.3 reference manual; strings are byte arrays.
 */

/** A Lua thread. Modules only hand it back to the API. */
export interface LuaState {
  readonly l_G: object;
}

/** A C function: takes its arguments from the stack, returns the number of results on it. */
export type LuaFunction = (L: LuaState) => number;

/** Whole `lua_Integer`s of a machine with 64-bit integers. Giving one wraps around to 64 bits. */
export interface WideIntegers {
  check(L: LuaState, argument: number): bigint;
  optional(L: LuaState, argument: number, fallback: bigint): bigint;
  push(L: LuaState, value: number | bigint): void;
}

/** A Lua string: bytes. */
export type LuaString = Uint8Array;

/**
 * The part of `lua.h` and `lauxlib.h` that modules use. Integers are C's `int`: with 64-bit integers
 * (`CONFIG_LUA_NUMBER_INT64`) what C code loses of a `lua_Integer` is lost here too. Code that keeps the whole one
 * looks at {@link LuaApi.wide}.
 */
export interface LuaApi {
  /** The exact integers when Lua's integers have 64 bits, else undefined. */
  readonly wide: WideIntegers | undefined;
  readonly LUA_REGISTRYINDEX: number;
  readonly LUA_NOREF: number;
  readonly LUA_REFNIL: number;
  readonly LUA_OK: number;
  readonly LUA_ERRSYNTAX: number;
  readonly LUA_GCCOLLECT: number;
  readonly LUA_TNIL: number;
  readonly LUA_TBOOLEAN: number;
  readonly LUA_TNUMBER: number;
  readonly LUA_TSTRING: number;
  readonly LUA_TTABLE: number;
  readonly LUA_TFUNCTION: number;
  readonly LUA_TUSERDATA: number;

  lua_absindex(L: LuaState, index: number): number;
  lua_callk?(L: LuaState, args: number, results: number, context: number, continuation: null): void;
  lua_call(L: LuaState, args: number, results: number): void;
  lua_checkstack(L: LuaState, slots: number): boolean;
  lua_concat(L: LuaState, count: number): void;
  lua_createtable(L: LuaState, arrayHint: number, recordHint: number): void;
  lua_error(L: LuaState): never;
  lua_gc(L: LuaState, what: number, data: number): number;
  lua_getfield(L: LuaState, index: number, key: LuaString): number;
  lua_getmetatable(L: LuaState, index: number): boolean;
  lua_getglobal(L: LuaState, name: LuaString): number;
  lua_gettop(L: LuaState): number;
  lua_insert(L: LuaState, index: number): void;
  lua_isinteger(L: LuaState, index: number): boolean;
  lua_isnoneornil(L: LuaState, index: number): boolean;
  lua_next(L: LuaState, index: number): number;
  lua_pcall(L: LuaState, args: number, results: number, handler: number): number;
  lua_pop(L: LuaState, count: number): void;
  lua_pushboolean(L: LuaState, value: boolean): void;
  lua_pushcclosure(L: LuaState, fn: LuaFunction, upvalues: number): void;
  lua_pushinteger(L: LuaState, value: number): void;
  lua_pushlightuserdata(L: LuaState, value: object): void;
  lua_pushlstring(L: LuaState, text: LuaString, length: number): void;
  lua_pushnil(L: LuaState): void;
  lua_pushnumber(L: LuaState, value: number): void;
  lua_pushvalue(L: LuaState, index: number): void;
  lua_rawequal(L: LuaState, first: number, second: number): number | boolean;
  lua_rawget(L: LuaState, index: number): number;
  lua_rawgeti(L: LuaState, index: number, key: number): number;
  lua_rawlen(L: LuaState, index: number): number;
  lua_rawset(L: LuaState, index: number): void;
  lua_rawseti(L: LuaState, index: number, key: number): void;
  lua_remove(L: LuaState, index: number): void;
  lua_replace(L: LuaState, index: number): void;
  lua_setfield(L: LuaState, index: number, key: LuaString): void;
  lua_setglobal(L: LuaState, name: LuaString): void;
  lua_setmetatable(L: LuaState, index: number): void;
  lua_settable(L: LuaState, index: number): void;
  lua_settop(L: LuaState, index: number): void;
  lua_stringtonumber(L: LuaState, text: LuaString): number;
  lua_toboolean(L: LuaState, index: number): boolean;
  lua_tointeger(L: LuaState, index: number): number;
  lua_tonumber(L: LuaState, index: number): number;
  lua_tolstring(L: LuaState, index: number): LuaString | null;
  lua_touserdata(L: LuaState, index: number): unknown;
  lua_type(L: LuaState, index: number): number;
  lua_typename(L: LuaState, type: number): LuaString;
  lua_upvalueindex(index: number): number;

  luaL_argerror(L: LuaState, argument: number, message: LuaString): never;
  luaL_checkany(L: LuaState, argument: number): void;
  luaL_checkinteger(L: LuaState, argument: number): number;
  luaL_checklstring(L: LuaState, argument: number): LuaString;
  luaL_checknumber(L: LuaState, argument: number): number;
  luaL_checktype(L: LuaState, argument: number, type: number): void;
  luaL_checkudata(L: LuaState, argument: number, name: LuaString): unknown;
  luaL_error(L: LuaState, format: LuaString, ...values: unknown[]): never;
  luaL_loadbufferx(
    L: LuaState,
    chunk: Uint8Array,
    length: number,
    name: LuaString,
    mode: LuaString | null,
  ): number;
  luaL_loadfilex(L: LuaState, name: LuaString, mode: LuaString | null): number;
  luaL_optinteger(L: LuaState, argument: number, fallback: number): number;
  luaL_optnumber(L: LuaState, argument: number, fallback: number): number;
  luaL_ref(L: LuaState, table: number): number;
  luaL_tolstring(L: LuaState, index: number): LuaString;
  luaL_traceback(L: LuaState, of: LuaState, message: LuaString | null, level: number): void;
  luaL_unref(L: LuaState, table: number, reference: number): void;
}
