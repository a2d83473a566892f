/** Metamethods (ltm.c of Lua 5.3). */
import { luaD_call, luaD_callnoyield } from './do.js';
import { fid } from './frames.js';
import { luaC_fix } from './gc.js';
import type { GlobalState } from './global.js';
import type { LuaState, Table, Udata } from './objects.js';
import { LUA_TTABLE, LUA_TUSERDATA, luaO_nilobject, TValue } from './objects.js';
import { literal, luaS_newliteral, luaS_newlstr } from './strings.js';
import { luaH_getshortstr } from './table.js';
import { tofloat64 } from './integers64.js';
import { tonumber } from './vm.js';

export const TM_INDEX = 0;
export const TM_NEWINDEX = 1;
export const TM_GC = 2;
export const TM_MODE = 3;
export const TM_LEN = 4;
export const TM_EQ = 5;
export const TM_ADD = 6;
const NAMES = [
  '__index', '__newindex', '__gc', '__mode', '__len', '__eq', '__add', '__sub', '__mul', '__mod', '__pow', '__div',
  '__idiv', '__band', '__bor', '__bxor', '__shl', '__shr', '__unm', '__bnot', '__lt', '__le', '__concat', '__call',
]; // prettier-ignore
/** Numbers of the metamethods, by Lua's names. */
export const TMS = Object.freeze({
  TM_INDEX: 0, TM_NEWINDEX: 1, TM_GC: 2, TM_MODE: 3, TM_LEN: 4, TM_EQ: 5, TM_ADD: 6, TM_SUB: 7, TM_MUL: 8, TM_MOD: 9,
  TM_POW: 10, TM_DIV: 11, TM_IDIV: 12, TM_BAND: 13, TM_BOR: 14, TM_BXOR: 15, TM_SHL: 16, TM_SHR: 17, TM_UNM: 18,
  TM_BNOT: 19, TM_LT: 20, TM_LE: 21, TM_CONCAT: 22, TM_CALL: 23, TM_N: 24,
}); // prettier-ignore

const TYPE_NAMES = ['no value', 'nil', 'boolean', 'userdata', 'number', 'string', 'table', 'function', 'userdata', 'thread', 'proto']
  .map((name) => literal(name)); // prettier-ignore

const F_callTM = fid('luaT_callTM');
const F_callbin = fid('luaT_callbinTM');
const F_trybin = fid('luaT_trybinTM');
const F_order = fid('luaT_callorderTM');
const F_init = fid('luaT_init');
const CIST_LUA = 1 << 1;

/** Name of a type number (-1 is "no value"). */
export function ttypename(t: number): Uint8Array {
  return TYPE_NAMES[t + 1]!;
}

/** Interns the names of the metamethods and makes them immortal. */
export function luaT_init(L: LuaState): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_init;
  for (const name of NAMES) {
    const ts = luaS_newliteral(L, name);
    luaC_fix(L, ts.h);
    g.tmname.push(ts);
  }
  g.sp--;
}

/** Metamethod `event` of a table with metatable `events`, remembering absence in its flags (only events up to TM_EQ). */
export function luaT_gettm(events: Table, event: number, g: GlobalState): TValue | null {
  const tm = luaH_getshortstr(events, g.tmname[event]!);
  if (tm.type === 0) {
    events.flags |= 1 << event;
    return null;
  }
  return tm;
}
export function gfasttm(g: GlobalState, mt: Table | null, event: number): TValue | null {
  return mt === null || (mt.flags & (1 << event)) !== 0 ? null : luaT_gettm(mt, event, g);
}
export function fasttm(L: LuaState, mt: Table | null, event: number): TValue | null {
  return mt === null || (mt.flags & (1 << event)) !== 0 ? null : luaT_gettm(mt, event, L.l_G);
}

export function luaT_gettmbyobj(L: LuaState, o: TValue, event: number): TValue {
  let mt: Table | null;
  if (o.type === LUA_TTABLE) mt = (o.value as Table).metatable;
  else if (o.type === LUA_TUSERDATA) mt = (o.value as Udata).metatable;
  else mt = L.l_G.mt[o.type & 0x0f] ?? null;
  return mt === null ? luaO_nilobject : luaH_getshortstr(mt, L.l_G.tmname[event]!);
}

const NAME = literal('__name');
/** Type name for messages: `__name` of the metatable if there is one. */
export function luaT_objtypename(L: LuaState, o: TValue): Uint8Array {
  let mt: Table | null = null;
  if (o.type === LUA_TTABLE) mt = (o.value as Table).metatable;
  else if (o.type === LUA_TUSERDATA) mt = (o.value as Udata).metatable;
  if (mt !== null) {
    const name = luaH_getshortstr(mt, luaS_newlstr(L, NAME));
    if (name.ttisstring()) return name.svalue();
  }
  return ttypename(o.ttnov());
}

/** Calls metamethod `f`; with `hasres` the result goes to `p3`, else `p3` is the third argument. */
export function luaT_callTM(
  L: LuaState,
  f: TValue,
  p1: TValue,
  p2: TValue,
  p3: TValue,
  hasres: number,
): void {
  const g = L.l_G;
  const func = L.top;
  L.stack[func]!.setfrom(f);
  L.stack[func + 1]!.setfrom(p1);
  L.stack[func + 2]!.setfrom(p2);
  L.top = func + 3;
  if (!hasres) L.stack[L.top++]!.setfrom(p3);
  g.frames[g.sp++] = F_callTM;
  if ((L.ci.callstatus & CIST_LUA) !== 0) luaD_call(L, func, hasres);
  else luaD_callnoyield(L, func, hasres);
  g.sp--;
  if (hasres) p3.setfrom(L.stack[--L.top]!);
}

export function luaT_callbinTM(L: LuaState, p1: TValue, p2: TValue, res: TValue, event: number): boolean {
  let tm = luaT_gettmbyobj(L, p1, event);
  if (tm.type === 0) tm = luaT_gettmbyobj(L, p2, event);
  if (tm.type === 0) return false;
  const g = L.l_G;
  g.frames[g.sp++] = F_callbin;
  luaT_callTM(L, tm, p1, p2, res, 1);
  g.sp--;
  return true;
}

function isNumeral(g: GlobalState, o: TValue): boolean {
  return (g.wide ? tofloat64(g, o) : tonumber(o)) !== false;
}

export function luaT_trybinTM(L: LuaState, p1: TValue, p2: TValue, res: TValue, event: number): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_trybin;
  if (!luaT_callbinTM(L, p1, p2, res, event)) {
    switch (event) {
      case TMS.TM_CONCAT:
        return g.m.luaG_concaterror(L, p1, p2);
      case TMS.TM_BAND:
      case TMS.TM_BOR:
      case TMS.TM_BXOR:
      case TMS.TM_SHL:
      case TMS.TM_SHR:
      case TMS.TM_BNOT:
        if (isNumeral(g, p1) && isNumeral(g, p2)) return g.m.luaG_tointerror(L, p1, p2);
        return g.m.luaG_opinterror(L, p1, p2, literal('perform bitwise operation on'));
      default:
        return g.m.luaG_opinterror(L, p1, p2, literal('perform arithmetic on'));
    }
  }
  g.sp--;
}

/** Result of an order metamethod, null if there is none. */
export function luaT_callorderTM(L: LuaState, p1: TValue, p2: TValue, event: number): boolean | null {
  const g = L.l_G;
  const res = new TValue(0, null);
  g.frames[g.sp++] = F_order;
  const found = luaT_callbinTM(L, p1, p2, res, event);
  g.sp--;
  return found ? !res.l_isfalse() : null;
}
