/**
 * 64-bit Lua integers (CONFIG_LUA_NUMBER_INT64).
 *
 * In this number model every integer that a program can see has the tag `LUA_TNUMINT64` and a BigInt from -2^63 to
 * 2^63-1 as its value; the 32-bit tag occurs only as a table key (see `table.ts`). The interpreter's fast cases test
 * for the 32-bit tag, so they never take one of these values and cost the default model nothing: all of this is
 * called from their slow paths. Comparisons need nothing: JavaScript orders BigInt and Number by their exact values,
 * as Lua 5.3 orders integers and floats.
 */
import { EXTRA } from './cycles.js';
import type { GlobalState } from './global.js';
import { luaO_str2num } from './numbers.js';
import type { LuaState } from './objects.js';
import { LUA_TNIL, LUA_TNUMBER, LUA_TNUMFLT, LUA_TNUMINT64, LUA_TSTRING, TValue } from './objects.js';
import { literal } from './strings.js';
import { luaT_trybinTM, TM_ADD } from './tm.js';

export const MAXINTEGER64 = 0x7fffffffffffffffn;
export const MININTEGER64 = -0x8000000000000000n;
const BITS = 64n;

/** Operators as `lua_arith` numbers them; their metamethods follow each other in the same order. */
const OP = { ADD: 0, SUB: 1, MUL: 2, MOD: 3, POW: 4, DIV: 5, IDIV: 6, BAND: 7, BOR: 8, BXOR: 9, SHL: 10, SHR: 11, UNM: 12,
  BNOT: 13 } as const; // prettier-ignore

// ---------------------------------------------------------------- conversions

/** A C function's integer as Lua's: wraps around; a Number loses its fraction. @throws RangeError for NaN and infinities */
export function integer64(n: number | bigint): bigint {
  return BigInt.asIntN(64, typeof n === 'bigint' ? n : BigInt(Math.trunc(n)));
}

/** Stores an integer in the machine's number model. */
export function setint(g: GlobalState, o: TValue, n: number | bigint): void {
  if (g.wide) {
    o.type = LUA_TNUMINT64;
    o.value = integer64(n);
  } else o.setivalue(typeof n === 'bigint' ? Number(BigInt.asIntN(32, n)) : n);
}

/** The integer value of a float; mode 0 takes only integral ones, 1 rounds down, 2 up. False when there is none. */
export function integer64OfFloat(n: number, mode: number): bigint | false {
  let f = Math.floor(n);
  if (n !== f) {
    if (mode === 0) return false;
    if (mode > 1) f += 1;
  }
  return f >= -9223372036854775808 && f < 9223372036854775808 ? BigInt(f) : false;
}

/** The single-precision float nearest to an integer: rounded once, as C does, not by way of a double. */
export function single64(n: bigint): number {
  if (n >= -0x20000000000000n && n <= 0x20000000000000n) return Math.fround(Number(n));
  // 53 bits hold what counts for 24, when the last of them says whether anything was cut off
  const lost = (n & 0x7ffn) !== 0n;
  return Math.fround(Number(lost ? (n >> 11n) | 1n : n >> 11n) * 2048);
}

/** Reads a numeral in 64-bit integers and the machine's floats. */
function str2number(g: GlobalState, o: TValue, out: TValue): boolean {
  if (luaO_str2num(o.svalue(), out, true) === 0) return false;
  if (g.single && out.type === LUA_TNUMFLT) out.value = Math.fround(out.value as number);
  return true;
}

/** Integer of a value (strings are converted), false if it has none; modes as {@link integer64OfFloat}. */
export function tointeger64(g: GlobalState, o: TValue, mode: number): bigint | false {
  if (o.type === LUA_TNUMINT64) return o.value as bigint;
  if (o.type === LUA_TNUMFLT) return integer64OfFloat(o.value as number, mode);
  if ((o.type & 0x0f) === LUA_TSTRING) {
    const v = new TValue(LUA_TNIL, null);
    if (str2number(g, o, v)) return tointeger64(g, v, mode);
  }
  return false;
}

/** Float of a value (strings are converted), false if it has none. */
export function tofloat64(g: GlobalState, o: TValue): number | false {
  if (o.type === LUA_TNUMFLT) return o.value as number;
  if ((o.type & 0x0f) === LUA_TNUMBER) return g.single ? single64(o.value as bigint) : Number(o.value);
  if ((o.type & 0x0f) === LUA_TSTRING) {
    const v = new TValue(LUA_TNIL, null);
    if (str2number(g, o, v)) return tofloat64(g, v);
  }
  return false;
}

/** Equality of numbers of which one is an integer and one a float. */
export function equalMixed(a: number | bigint, b: number | bigint): boolean {
  return typeof a === 'bigint' || typeof b === 'bigint' ? a <= b && a >= b : a === b;
}

// ---------------------------------------------------------------- arithmetic

/** Rounds down and gives the remainder the sign of the divisor. `L` may be null when the divisor is not 0. */
function modulo(L: LuaState | null, a: bigint, b: bigint): bigint {
  if (b === 0n) L!.l_G.m.luaG_runerror(L!, literal("attempt to perform 'n%%0'"));
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}
function divide(L: LuaState | null, a: bigint, b: bigint): bigint {
  if (b === 0n) L!.l_G.m.luaG_runerror(L!, literal('attempt to divide by zero'));
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : BigInt.asIntN(64, q);
}
/** Logical shift to the left, to the right for a negative count. */
function shiftLeft(a: bigint, count: bigint): bigint {
  if (count <= -BITS || count >= BITS) return 0n;
  return BigInt.asIntN(64, count < 0n ? BigInt.asUintN(64, a) >> -count : a << count);
}

/** One operation on two integers (not division and power, which make floats), by the operator's number in `lua_arith`. */
export function arith64(L: LuaState | null, op: number, a: bigint, b: bigint): bigint {
  switch (op) {
    case OP.ADD:
      return BigInt.asIntN(64, a + b);
    case OP.SUB:
      return BigInt.asIntN(64, a - b);
    case OP.MUL:
      return BigInt.asIntN(64, a * b);
    case OP.MOD:
      return modulo(L, a, b);
    case OP.IDIV:
      return divide(L, a, b);
    case OP.BAND:
      return a & b;
    case OP.BOR:
      return a | b;
    case OP.BXOR:
      return a ^ b;
    case OP.SHL:
      return shiftLeft(a, b);
    case OP.SHR:
      return shiftLeft(a, -b);
    case OP.UNM:
      return BigInt.asIntN(64, -a);
    default:
      return ~a;
  }
}

/** Arithmetic on two integers; false when the operator makes a float. `event` is the operator's metamethod. */
export function integerArith(L: LuaState, p1: TValue, p2: TValue, res: TValue, event: number): boolean {
  const op = event - TM_ADD;
  if (op === OP.DIV || op === OP.POW) return false;
  res.value = arith64(L, op, p1.value as bigint, p2.value as bigint);
  res.type = LUA_TNUMINT64;
  return true;
}

/** Bitwise operators on all that has an integer value. */
export function bitwise64(L: LuaState, p1: TValue, p2: TValue, res: TValue, event: number): void {
  const g = L.l_G;
  const a = tointeger64(g, p1, 0);
  const b = a === false ? false : tointeger64(g, p2, 0);
  if (a === false || b === false) {
    luaT_trybinTM(L, p1, p2, res, event);
    return;
  }
  res.value = arith64(L, event - TM_ADD, a, b);
  res.type = LUA_TNUMINT64;
}

// ---------------------------------------------------------------- numeric for

/**
 * Prepares a loop over integers: clips a float limit, steps back once. False when the loop is one over floats (or
 * something is not a number). As in Lua 5.3 an index that passes the largest integer wraps around.
 */
export function forprep64(g: GlobalState, init: TValue, limit: TValue, step: TValue): boolean {
  if (init.type !== LUA_TNUMINT64 || step.type !== LUA_TNUMINT64) return false;
  const by = step.value as bigint;
  let last = tointeger64(g, limit, by < 0n ? 2 : 1);
  let never = false;
  if (last === false) {
    const n = tofloat64(g, limit);
    if (n === false) return false;
    last = n > 0 ? MAXINTEGER64 : MININTEGER64;
    never = n > 0 ? by < 0n : by >= 0n;
  }
  limit.type = LUA_TNUMINT64;
  limit.value = last;
  init.value = BigInt.asIntN(64, (never ? 0n : (init.value as bigint)) - by);
  return true;
}

/** One step of a loop, over integers or floats, whose three values begin at `ra`; false at its end. */
export function forloop64(L: LuaState, ra: number): boolean {
  const g = L.l_G;
  const index = L.stack[ra]!;
  const from = index.value;
  const limit = L.stack[ra + 1]!.value;
  const step = L.stack[ra + 2]!.value;
  let next: number | bigint;
  if (typeof from === 'bigint' && typeof step === 'bigint' && typeof limit === 'bigint') {
    next = BigInt.asIntN(64, from + step);
    if (0n < step ? next > limit : limit > next) return false;
  } else if (typeof from === 'number' && typeof step === 'number' && typeof limit === 'number') {
    g.left -= EXTRA.forFloat;
    next = g.single ? Math.fround(from + step) : from + step;
    if (!(0 < step ? next <= limit : limit <= next)) return false;
  } else {
    // FORPREP made three values of one kind: only a binary chunk or debug.setlocal can have changed them
    return g.m.luaG_runerror(L, literal("'for' loop was tampered with"));
  }
  index.value = next;
  L.stack[ra + 3]!.set(index.type, next);
  return true;
}

// ---------------------------------------------------------------- for fengari's modules

/** Integer constant of the compiler and of binary chunks. */
export function integerConstant(g: GlobalState, n: number | bigint): TValue {
  const o = new TValue(LUA_TNIL, null);
  setint(g, o, n);
  return o;
}

/** What the compiler's cache of constants takes as key of an integer: as much of it as fits in a pointer. */
export function constantKey(n: number | bigint): number {
  return typeof n === 'bigint' ? Number(BigInt.asIntN(32, n)) : n;
}

/** Whether a C function may hand `n` over as an integer or an index. */
export function isIntegerArgument(g: GlobalState, n: unknown): boolean {
  if (typeof n === 'bigint') return true;
  return typeof n === 'number' && ((n | 0) === n || (g.wide && Number.isInteger(n)));
}

/** What fengari's modules ask of the interpreter about numbers, for a machine with 64-bit integers. */
export function conversions64(g: GlobalState): Record<string, unknown> {
  return {
    tonumber: (o: TValue) => tofloat64(g, o),
    tointeger: (o: TValue) => tointeger64(g, o, 0),
  };
}
