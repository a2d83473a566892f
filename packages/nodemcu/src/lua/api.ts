/** Types of Lua's C API and of lauxlib as fengari offers them, for code that is written like a C module. */
import type { CFunction, LuaState, Value } from './objects.js';

type K = (L: LuaState, status: number, ctx: unknown) => number;
/** Texts may be given as bytes or as JavaScript strings (UTF-8). */
export type Text = Uint8Array | string;

/** The functions of lua.h. Stack indices are as in C. */
export interface LuaApi {
  lua_absindex(L: LuaState, i: number): number;
  lua_arith(L: LuaState, op: number): void;
  lua_call(L: LuaState, nargs: number, nresults: number): void;
  lua_callk(L: LuaState, nargs: number, nresults: number, ctx: unknown, k: K | null): void;
  lua_checkstack(L: LuaState, n: number): boolean;
  lua_compare(L: LuaState, a: number, b: number, op: number): number;
  lua_concat(L: LuaState, n: number): void;
  lua_copy(L: LuaState, from: number, to: number): void;
  lua_createtable(L: LuaState, narray: number, nrec: number): void;
  lua_dump(
    L: LuaState,
    writer: (L: LuaState, b: Uint8Array, n: number, ud: unknown) => number,
    data: unknown,
    strip: boolean,
  ): number;
  lua_error(L: LuaState): never;
  lua_gc(L: LuaState, what: number, data: number): number;
  lua_getfield(L: LuaState, i: number, k: Text): number;
  lua_getglobal(L: LuaState, name: Text): number;
  lua_geti(L: LuaState, i: number, n: number): number;
  lua_getmetatable(L: LuaState, i: number): boolean;
  lua_gettable(L: LuaState, i: number): number;
  lua_gettop(L: LuaState): number;
  lua_getuservalue(L: LuaState, i: number): number;
  lua_insert(L: LuaState, i: number): void;
  lua_isboolean(L: LuaState, i: number): boolean;
  lua_iscfunction(L: LuaState, i: number): boolean;
  lua_isfunction(L: LuaState, i: number): boolean;
  lua_isinteger(L: LuaState, i: number): boolean;
  lua_islightuserdata(L: LuaState, i: number): boolean;
  lua_isnil(L: LuaState, i: number): boolean;
  lua_isnone(L: LuaState, i: number): boolean;
  lua_isnoneornil(L: LuaState, i: number): boolean;
  lua_isnumber(L: LuaState, i: number): boolean;
  lua_isstring(L: LuaState, i: number): boolean;
  lua_istable(L: LuaState, i: number): boolean;
  lua_isthread(L: LuaState, i: number): boolean;
  lua_isuserdata(L: LuaState, i: number): boolean;
  lua_isyieldable(L: LuaState): boolean;
  lua_len(L: LuaState, i: number): void;
  lua_load(
    L: LuaState,
    reader: (L: LuaState, ud: unknown) => Uint8Array | null,
    data: unknown,
    name: Text,
    mode: Text | null,
  ): number;
  lua_newtable(L: LuaState): void;
  lua_newthread(L: LuaState): LuaState;
  lua_newuserdata(L: LuaState, size: number): unknown;
  lua_next(L: LuaState, i: number): number;
  lua_pcall(L: LuaState, nargs: number, nresults: number, handler: number): number;
  lua_pcallk(
    L: LuaState,
    nargs: number,
    nresults: number,
    handler: number,
    ctx: unknown,
    k: K | null,
  ): number;
  lua_pop(L: LuaState, n: number): void;
  lua_pushboolean(L: LuaState, b: boolean | number): void;
  lua_pushcclosure(L: LuaState, f: CFunction, n: number): void;
  lua_pushcfunction(L: LuaState, f: CFunction): void;
  lua_pushfstring(L: LuaState, format: Text, ...args: unknown[]): Uint8Array;
  lua_pushglobaltable(L: LuaState): void;
  /** Wraps around in the machine's width. */
  lua_pushinteger(L: LuaState, n: number | bigint): void;
  lua_pushlightuserdata(L: LuaState, p: Value): void;
  lua_pushliteral(L: LuaState, s: string): void;
  lua_pushlstring(L: LuaState, s: Text, n: number): void;
  lua_pushnil(L: LuaState): void;
  lua_pushnumber(L: LuaState, n: number): void;
  lua_pushstring(L: LuaState, s: Text | null): void;
  lua_pushthread(L: LuaState): boolean;
  lua_pushvalue(L: LuaState, i: number): void;
  lua_rawequal(L: LuaState, a: number, b: number): number;
  lua_rawget(L: LuaState, i: number): number;
  lua_rawgeti(L: LuaState, i: number, n: number): number;
  lua_rawgetp(L: LuaState, i: number, p: Value): number;
  lua_rawlen(L: LuaState, i: number): number;
  lua_rawset(L: LuaState, i: number): void;
  lua_rawseti(L: LuaState, i: number, n: number): void;
  lua_rawsetp(L: LuaState, i: number, p: Value): void;
  lua_remove(L: LuaState, i: number): void;
  lua_replace(L: LuaState, i: number): void;
  lua_resume(L: LuaState, from: LuaState | null, nargs: number): number;
  lua_rotate(L: LuaState, i: number, n: number): void;
  lua_setfield(L: LuaState, i: number, k: Text): void;
  lua_setglobal(L: LuaState, name: Text): void;
  lua_seti(L: LuaState, i: number, n: number): void;
  lua_setmetatable(L: LuaState, i: number): boolean;
  lua_settable(L: LuaState, i: number): void;
  lua_settop(L: LuaState, i: number): void;
  lua_setupvalue(L: LuaState, i: number, n: number): Uint8Array | null;
  lua_setuservalue(L: LuaState, i: number): void;
  lua_status(L: LuaState): number;
  lua_stringtonumber(L: LuaState, s: Uint8Array): number;
  lua_toboolean(L: LuaState, i: number): boolean;
  /** The integer without loss in every number model; false when the value has none. */
  lua_toexactx(L: LuaState, i: number): bigint | false;
  /** As {@link lua_tointegerx}, 0 when there is none. */
  lua_tointeger(L: LuaState, i: number): number;
  /** With 64-bit integers rounded to a double: for positions and sizes. */
  lua_tointegerx(L: LuaState, i: number): number | false;
  lua_tojsstring(L: LuaState, i: number): string | null;
  lua_tolstring(L: LuaState, i: number): Uint8Array | null;
  lua_tonumber(L: LuaState, i: number): number;
  lua_tonumberx(L: LuaState, i: number): number | false;
  lua_topointer(L: LuaState, i: number): Value;
  lua_tostring(L: LuaState, i: number): Uint8Array | null;
  lua_tothread(L: LuaState, i: number): LuaState | null;
  lua_touserdata(L: LuaState, i: number): unknown;
  lua_type(L: LuaState, i: number): number;
  lua_typename(L: LuaState, t: number): Uint8Array;
  lua_upvalueindex(i: number): number;
  lua_xmove(from: LuaState, to: LuaState, n: number): void;
  lua_yield(L: LuaState, n: number): number;
  lua_yieldk(L: LuaState, n: number, ctx: unknown, k: K | null): number;
  readonly LUA_REGISTRYINDEX: number;
  readonly LUA_MULTRET: number;
}

/** A buffer of lauxlib. */
export interface AuxBuffer {
  readonly n: number;
}

/** The functions of lauxlib.h. */
export interface AuxApi {
  luaL_Buffer: new () => AuxBuffer;
  luaL_addchar(B: AuxBuffer, c: number): void;
  luaL_addlstring(B: AuxBuffer, s: Uint8Array, n: number): void;
  luaL_addsize(B: AuxBuffer, n: number): void;
  luaL_addstring(B: AuxBuffer, s: Uint8Array): void;
  luaL_addvalue(B: AuxBuffer): void;
  luaL_argcheck(L: LuaState, cond: boolean, arg: number, message: Text): void;
  luaL_argerror(L: LuaState, arg: number, message: Text): never;
  luaL_buffinit(L: LuaState, B: AuxBuffer): void;
  luaL_buffinitsize(L: LuaState, B: AuxBuffer, n: number): Uint8Array;
  luaL_checkany(L: LuaState, arg: number): void;
  /** The integer argument without loss in every number model. */
  luaL_checkexact(L: LuaState, arg: number): bigint;
  /** With 64-bit integers rounded to a double: for positions and sizes. */
  luaL_checkinteger(L: LuaState, arg: number): number;
  luaL_checklstring(L: LuaState, arg: number): Uint8Array;
  luaL_checknumber(L: LuaState, arg: number): number;
  luaL_checkoption(L: LuaState, arg: number, def: Text | null, list: Uint8Array[]): number;
  luaL_checkstack(L: LuaState, n: number, message: Text | null): void;
  luaL_checkstring(L: LuaState, arg: number): Uint8Array;
  luaL_checktype(L: LuaState, arg: number, t: number): void;
  luaL_checkudata(L: LuaState, arg: number, name: Text): unknown;
  luaL_error(L: LuaState, format: Text, ...args: unknown[]): never;
  luaL_getmetafield(L: LuaState, i: number, name: Text): number;
  luaL_getmetatable(L: LuaState, name: Text): number;
  luaL_getsubtable(L: LuaState, i: number, name: Text): boolean;
  luaL_len(L: LuaState, i: number): number;
  luaL_loadbufferx(L: LuaState, b: Uint8Array, n: number, name: Text, mode: Text | null): number;
  luaL_loadfilex(L: LuaState, name: Text | null, mode: Text | null): number;
  luaL_newmetatable(L: LuaState, name: Text): number;
  luaL_optexact(L: LuaState, arg: number, def: bigint): bigint;
  luaL_optinteger(L: LuaState, arg: number, def: number): number;
  luaL_optlstring(L: LuaState, arg: number, def: Text | null): Uint8Array | null;
  luaL_optnumber(L: LuaState, arg: number, def: number): number;
  luaL_prepbuffsize(B: AuxBuffer, n: number): Uint8Array;
  luaL_pushresult(B: AuxBuffer): void;
  luaL_pushresultsize(B: AuxBuffer, n: number): void;
  luaL_ref(L: LuaState, t: number): number;
  luaL_setfuncs(L: LuaState, list: Record<string, CFunction>, nup: number): void;
  luaL_setmetatable(L: LuaState, name: Text): void;
  luaL_testudata(L: LuaState, arg: number, name: Text): unknown;
  luaL_tolstring(L: LuaState, i: number): Uint8Array;
  luaL_traceback(L: LuaState, L1: LuaState, message: Uint8Array | null, level: number): void;
  luaL_typename(L: LuaState, i: number): Uint8Array;
  luaL_unref(L: LuaState, t: number, ref: number): void;
  luaL_where(L: LuaState, level: number): void;
  readonly LUA_NOREF: number;
  readonly LUA_REFNIL: number;
}
