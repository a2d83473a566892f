/**
 * Lua's libraries with 64-bit integers (`CONFIG_LUA_NUMBER_INT64`): the functions whose C code computes with
 * `lua_Integer`. Everything else stays fengari's, which sees positions and sizes as JavaScript numbers.
 *
 * Sizes stay 32 bits wide (`size_t`, `int` and `long` of the ESP32); only `lua_Integer` grows. The JavaScript name of a
 * library function is its C name, which call chains and the table of cycles go by.
 */
import type { AuxApi, AuxBuffer, LuaApi } from './api.js';
import { WORK } from './function-cycles.js';
import { integer64, MAXINTEGER64, MININTEGER64 } from './integers64.js';
import type { GlobalState } from './global.js';
import type { CFunction, LuaState } from './objects.js';

/** The C API, with the functions that take and give a `lua_Integer` as it is. */
export interface WideApi extends LuaApi, AuxApi {
  /** Wraps around to 64 bits. */
  readonly lua_pushinteger: (L: LuaState, n: number | bigint) => void;
  /** The integer at a stack index (texts and integral floats are converted), false if there is none. */
  readonly lua_toexactx: (L: LuaState, index: number) => bigint | false;
  readonly luaL_checkexact: (L: LuaState, argument: number) => bigint;
  readonly luaL_optexact: (L: LuaState, argument: number, fallback: bigint) => bigint;
}
type Library = Readonly<Record<string, CFunction>>;

const BITS = 64;
/** Bytes of a `lua_Integer`. */
const SZINT = 8;
const INT_MAX = 0x7fffffff;
const LUA_OPEQ = 0;

const isSpace = (c: number | undefined): boolean => c === 32 || (c !== undefined && c >= 9 && c <= 13);

// ---------------------------------------------------------------- base

/** Integer numeral in a base from 2 to 36 (it wraps around); null if it is none. */
export function b_str2int(s: Uint8Array, base: number): bigint | null {
  let i = 0;
  while (isSpace(s[i])) i++;
  const negative = s[i] === 45;
  if (negative || s[i] === 43) i++;
  const radix = BigInt(base);
  let n = 0n;
  const from = i;
  for (; i < s.length; i++) {
    const c = s[i]!;
    const d = c >= 48 && c <= 57 ? c - 48 : (c | 32) >= 97 && (c | 32) <= 122 ? (c | 32) - 87 : 99;
    if (d >= base) break;
    n = BigInt.asUintN(BITS, n * radix + BigInt(d));
  }
  if (i === from) return null;
  while (isSpace(s[i])) i++;
  return i === s.length ? integer64(negative ? -n : n) : null;
}

/**
 * The API for C code that keeps an integer argument in an `int`: what C drops of a `lua_Integer` is dropped here.
 * @param aux what is to be replaced, as it is or together with more functions
 */
export function withIntArguments<T extends Pick<WideApi, 'luaL_checkexact' | 'luaL_optexact'>>(
  aux: T,
  api: Pick<WideApi, 'lua_toexactx'>,
): T {
  const int = (n: bigint): number => Number(BigInt.asIntN(32, n));
  return {
    ...aux,
    lua_tointeger: (L: LuaState, index: number): number => {
      const n = api.lua_toexactx(L, index);
      return n === false ? 0 : int(n);
    },
    luaL_checkinteger: (L: LuaState, argument: number) => int(aux.luaL_checkexact(L, argument)),
    luaL_optinteger: (L: LuaState, argument: number, fallback: number) =>
      int(aux.luaL_optexact(L, argument, BigInt(fallback))),
  };
}

// ---------------------------------------------------------------- math

/** Those functions of `math` that look at integers; `original` are fengari's, which know floats. */
export function wideMath(api: WideApi, original: Library): Library {
  /** `pushnumint`: an integral float as an integer if it fits. */
  function pushnumint(L: LuaState, d: number): void {
    if (d >= -(2 ** 63) && d < 2 ** 63) api.lua_pushinteger(L, BigInt(d));
    else api.lua_pushnumber(L, d);
  }
  function math_abs(L: LuaState): number {
    if (!api.lua_isinteger(L, 1)) return original.abs!(L);
    const n = api.luaL_checkexact(L, 1);
    api.lua_pushinteger(L, n < 0n ? -n : n);
    return 1;
  }
  function math_toint(L: LuaState): number {
    const n = api.lua_toexactx(L, 1);
    if (n !== false) api.lua_pushinteger(L, n);
    else {
      api.luaL_checkany(L, 1);
      api.lua_pushnil(L);
    }
    return 1;
  }
  function math_floor(L: LuaState): number {
    if (api.lua_isinteger(L, 1)) api.lua_settop(L, 1);
    else pushnumint(L, Math.floor(api.luaL_checknumber(L, 1)));
    return 1;
  }
  function math_ceil(L: LuaState): number {
    if (api.lua_isinteger(L, 1)) api.lua_settop(L, 1);
    else pushnumint(L, Math.ceil(api.luaL_checknumber(L, 1)));
    return 1;
  }
  function math_modf(L: LuaState): number {
    if (api.lua_isinteger(L, 1)) {
      api.lua_settop(L, 1);
      api.lua_pushnumber(L, 0);
    } else {
      const n = api.luaL_checknumber(L, 1);
      const whole = Math.trunc(n);
      pushnumint(L, whole);
      api.lua_pushnumber(L, n === whole ? 0 : n - whole);
    }
    return 2;
  }
  function math_fmod(L: LuaState): number {
    if (!api.lua_isinteger(L, 1) || !api.lua_isinteger(L, 2)) return original.fmod!(L);
    const d = api.luaL_checkexact(L, 2);
    if (d === 0n) api.luaL_argerror(L, 2, 'zero');
    api.lua_pushinteger(L, api.luaL_checkexact(L, 1) % d);
    return 1;
  }
  function math_ult(L: LuaState): number {
    const a = api.luaL_checkexact(L, 1);
    const b = api.luaL_checkexact(L, 2);
    api.lua_pushboolean(L, BigInt.asUintN(BITS, a) < BigInt.asUintN(BITS, b));
    return 1;
  }
  return { ...original, abs: math_abs, tointeger: math_toint, floor: math_floor, ceil: math_ceil, modf: math_modf,
    fmod: math_fmod, ult: math_ult }; // prettier-ignore
}

/** The rest of `math.random` with arguments: `r` is the random number from 0 to below 1. */
export function randomInteger(api: WideApi, L: LuaState, r: number): number {
  const count = api.lua_gettop(L);
  if (count > 2) return api.luaL_error(L, 'wrong number of arguments');
  const low = count === 1 ? 1n : api.luaL_checkexact(L, 1);
  const up = api.luaL_checkexact(L, count);
  api.luaL_argcheck(L, low <= up, 1, 'interval is empty');
  api.luaL_argcheck(L, low >= 0n || up <= MAXINTEGER64 + low, 1, 'interval too large');
  // as C: the product is a double, so that wide intervals have holes; 2^63 itself would not fit
  const step = Math.floor(r * (Number(up - low) + 1));
  api.lua_pushinteger(L, BigInt(step) + low);
  return 1;
}

// ---------------------------------------------------------------- string

/** What the functions of `string` call for a `lua_Integer`. */
export interface WideString {
  /** `%d` and its kind. */
  check(L: LuaState, argument: number): bigint;
  /** The integer of `%q`. */
  integer(L: LuaState, argument: number): bigint;
  readonly mininteger: bigint;
  /** Options `i`, `j`, `l`, … of `string.pack`, the argument's range checked as far as C does. */
  pack(L: LuaState, b: AuxBuffer, argument: number, little: boolean, size: number, signed: boolean): void;
  /** One integer of `string.unpack`, from the beginning of `bytes`. */
  unpack(L: LuaState, bytes: Uint8Array, little: boolean, size: number, signed: boolean): bigint;
  /** The same, kept in a `size_t`. */
  unpackSize(L: LuaState, bytes: Uint8Array, little: boolean, size: number): number;
  /** First position of `string.unpack`, from 0, kept in a `size_t`. */
  position(L: LuaState, argument: number, length: number): number;
}

/** Makes {@link WideString}. */
export function wideString(api: WideApi): WideString {
  function unpack(L: LuaState, bytes: Uint8Array, little: boolean, size: number, signed: boolean): bigint {
    const byte = (i: number): number => bytes[little ? i : size - 1 - i]!;
    let n = 0n;
    for (let i = Math.min(size, SZINT) - 1; i >= 0; i--) n = (n << 8n) | BigInt(byte(i));
    if (size < SZINT) return signed ? BigInt.asIntN(8 * size, n) : n;
    n = integer64(n);
    const fill = signed && n < 0n ? 0xff : 0;
    for (let i = SZINT; i < size; i++)
      if (byte(i) !== fill) api.luaL_error(L, '%d-byte integer does not fit into Lua Integer', size);
    return n;
  }
  return {
    check: api.luaL_checkexact,
    integer: (L, argument) => api.lua_toexactx(L, argument) || 0n,
    mininteger: MININTEGER64,
    pack(L, b, argument, little, size, signed) {
      const n = api.luaL_checkexact(L, argument);
      if (size < SZINT) {
        if (signed) api.luaL_argcheck(L, BigInt.asIntN(8 * size, n) === n, argument, 'integer overflow');
        else api.luaL_argcheck(L, BigInt.asUintN(8 * size, n) === n, argument, 'unsigned overflow');
      }
      const room = api.luaL_prepbuffsize(b, size);
      const fill = signed && n < 0n ? 0xff : 0;
      let rest = BigInt.asUintN(BITS, n);
      for (let i = 0; i < size; i++) {
        room[little ? i : size - 1 - i] = i < SZINT ? Number(rest & 0xffn) : fill;
        rest >>= 8n;
      }
      api.luaL_addsize(b, size);
    },
    unpack,
    unpackSize: (L, bytes, little, size) => Number(BigInt.asUintN(32, unpack(L, bytes, little, size, false))),
    position(L, argument, length) {
      const n = api.luaL_optexact(L, argument, 1n);
      let from = n;
      if (n < 0n) from = Number(BigInt.asUintN(32, -n)) > length ? 0n : BigInt(length) + n + 1n;
      return Number(BigInt.asUintN(32, from - 1n));
    },
  };
}

// ---------------------------------------------------------------- table

/** An integer as a number where that is exact. Comparisons between the two kinds are exact in JavaScript. */
type Index = number | bigint;
const narrow = (n: bigint): Index => {
  const number = Number(n);
  return Number.isSafeInteger(number) ? number : n;
};
/** Sum, wrapped around. */
const plus = (a: Index, b: Index): Index => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return narrow(integer64(BigInt(a) + BigInt(b)));
};

/** Those functions of `table` that count with integers; `checktab` is fengari's. */
export function wideTable(
  g: GlobalState,
  api: WideApi,
  original: Library,
  checktab: (L: LuaState, argument: number, what: number) => void,
): Library {
  const TAB_R = 1;
  const TAB_W = 2;
  const TAB_L = 4;
  const F_len = g.names.id('luaL_len');
  const F_addfield = g.names.id('addfield');

  /** `luaL_len` of an argument. */
  function length(L: LuaState, argument: number): Index {
    g.frames[g.sp++] = F_len;
    api.lua_len(L, argument);
    const n = api.lua_toexactx(L, -1);
    if (n === false) return api.luaL_error(L, 'object length is not an integer');
    api.lua_pop(L, 1);
    g.sp--;
    return narrow(n);
  }
  function aux_getn(L: LuaState, argument: number, what: number): Index {
    checktab(L, argument, what | TAB_L);
    return length(L, argument);
  }
  const check = (L: LuaState, argument: number): Index => narrow(api.luaL_checkexact(L, argument));
  const opt = (L: LuaState, argument: number, fallback: Index): Index =>
    api.lua_isnoneornil(L, argument) ? fallback : check(L, argument);
  /** `lua_geti`; numbers beyond 32 bits go by the general way. */
  function geti(L: LuaState, argument: number, i: Index): void {
    if (i === (Number(i) | 0)) api.lua_geti(L, argument, i);
    else {
      if ((g.left -= WORK.tableAccess) < 0) g.tick(L);
      api.lua_pushinteger(L, i);
      api.lua_gettable(L, argument);
    }
  }
  function seti(L: LuaState, argument: number, i: Index): void {
    if (i === (Number(i) | 0)) api.lua_seti(L, argument, i);
    else {
      api.lua_pushinteger(L, i);
      api.lua_insert(L, -2);
      api.lua_settable(L, argument);
    }
  }

  function tinsert(L: LuaState): number {
    const e = plus(aux_getn(L, 1, TAB_R | TAB_W), 1);
    let pos = e;
    switch (api.lua_gettop(L)) {
      case 2:
        break;
      case 3:
        pos = check(L, 2);
        api.luaL_argcheck(L, 1 <= pos && pos <= e, 2, 'position out of bounds');
        for (let i = e; i > pos; i = plus(i, -1)) {
          geti(L, 1, plus(i, -1));
          seti(L, 1, i);
        }
        break;
      default:
        return api.luaL_error(L, "wrong number of arguments to 'insert'");
    }
    seti(L, 1, pos);
    return 0;
  }

  function tremove(L: LuaState): number {
    const size = aux_getn(L, 1, TAB_R | TAB_W);
    let pos = opt(L, 2, size);
    if (pos !== size) api.luaL_argcheck(L, 1 <= pos && pos <= plus(size, 1), 1, 'position out of bounds');
    geti(L, 1, pos);
    for (; pos < size; pos = plus(pos, 1)) {
      geti(L, 1, plus(pos, 1));
      seti(L, 1, pos);
    }
    api.lua_pushnil(L);
    seti(L, 1, pos);
    return 1;
  }

  function tmove(L: LuaState): number {
    const f = check(L, 2);
    const e = check(L, 3);
    const t = check(L, 4);
    const tt = api.lua_isnoneornil(L, 5) ? 1 : 5;
    checktab(L, 1, TAB_R);
    checktab(L, tt, TAB_W);
    if (e >= f) {
      api.luaL_argcheck(L, f > 0 || e < MAXINTEGER64 + BigInt(f), 3, 'too many elements to move');
      const n = BigInt(e) - BigInt(f) + 1n;
      api.luaL_argcheck(L, t <= MAXINTEGER64 - n + 1n, 4, 'destination wrap around');
      // more than 2^53 elements take longer than anybody waits; up to there a number counts exactly
      const count = Number(n);
      if (t > e || t <= f || (tt !== 1 && api.lua_compare(L, 1, tt, LUA_OPEQ) !== 1)) {
        for (let i = 0; i < count; i++) {
          geti(L, 1, plus(f, i));
          seti(L, tt, plus(t, i));
        }
      } else
        for (let i = count - 1; i >= 0; i--) {
          geti(L, 1, plus(f, i));
          seti(L, tt, plus(t, i));
        }
    }
    api.lua_pushvalue(L, tt);
    return 1;
  }

  function addfield(L: LuaState, b: AuxBuffer, i: Index): void {
    g.frames[g.sp++] = F_addfield;
    g.left -= WORK.concatField;
    geti(L, 1, i);
    if (!api.lua_isstring(L, -1)) {
      // C gives the index to a directive for an int
      const shown = Number(BigInt.asIntN(32, BigInt(i)));
      const type = api.luaL_typename(L, -1);
      api.luaL_error(L, "invalid value (%s) at index %d in table for 'concat'", type, shown);
    }
    api.luaL_addvalue(b);
    g.sp--;
  }

  function tconcat(L: LuaState): number {
    const n = aux_getn(L, 1, TAB_R);
    const sep = api.luaL_optlstring(L, 2, '')!;
    let i = opt(L, 3, 1);
    const last = opt(L, 4, n);
    const b = new api.luaL_Buffer();
    api.luaL_buffinit(L, b);
    for (; i < last; i = plus(i, 1)) {
      addfield(L, b, i);
      api.luaL_addlstring(b, sep, sep.length);
    }
    if (i === last) addfield(L, b, i);
    api.luaL_pushresult(b);
    return 1;
  }

  function unpack(L: LuaState): number {
    let i = opt(L, 2, 1);
    const e = api.lua_isnoneornil(L, 3) ? length(L, 1) : check(L, 3);
    if (i > e) return 0;
    const n = BigInt(e) - BigInt(i);
    if (n >= INT_MAX || !api.lua_checkstack(L, Number(n) + 1))
      return api.luaL_error(L, 'too many results to unpack');
    for (; i < e; i = plus(i, 1)) geti(L, 1, i);
    geti(L, 1, e);
    return Number(n) + 1;
  }

  return { ...original, insert: tinsert, remove: tremove, move: tmove, concat: tconcat, unpack };
}

/** Next step of `ipairs` behind an index that an `int` cannot hold. @returns type of the element */
export function nextIndex(api: WideApi, L: LuaState): number {
  api.lua_pushinteger(L, api.luaL_checkexact(L, 2) + 1n);
  api.lua_pushvalue(L, -1);
  return api.lua_gettable(L, 1);
}
