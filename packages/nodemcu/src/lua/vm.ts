/**
 * The interpreter loop (lvm.c of Lua 5.3), reading instructions as fengari decodes them.
 *
 * One long switch with the common cases written out: fengari's own loop goes through three or four helper calls for each
 * operand, which costs more than all that was added here (cycles, barriers, collector checks).
 */
import { fid } from './frames.js';
import { luaC_barrierback, luaC_step, luaC_upvalbarrier } from './gc.js';
import { luaD_call, luaD_checkstack, luaD_poscall, luaD_precall, LUA_MULTRET } from './do.js';
import { luaF_close, luaF_findupval, luaF_newLclosure } from './func.js';
import { CYCLES, EXTRA } from './cycles.js';
import { nextNumber, type GlobalState } from './global.js';
import {
  bitwise64,
  equalMixed,
  forloop64,
  forprep64,
  integerArith,
  setint,
  tofloat64,
} from './integers64.js';
import { luaO_str2num } from './numbers.js';
import type { CallInfo, Instruction, LClosure, LuaState, Proto, Table, TString, UpVal } from './objects.js';
import { LUA_TBOOLEAN, LUA_TFUNCTION, LUA_TLNGSTR, LUA_TNIL, LUA_TNUMBER } from './objects.js';
import {
  LUA_TNUMFLT,
  LUA_TNUMINT,
  LUA_TNUMINT64,
  LUA_TSHRSTR,
  LUA_TSTRING,
  LUA_TTABLE,
  LUA_TUSERDATA,
} from './objects.js';
import { luaO_nilobject, TValue } from './objects.js';
import type { Udata } from './objects.js';
import { CIST_FRESH, CIST_LEQ, CIST_TAIL } from './state.js';
import { literal, luaS_createlngstrobj, luaS_eqlngstr, luaS_newlstr, LUAI_MAXSHORTLEN } from './strings.js';
import {
  invalidateTMcache,
  luaH_get,
  luaH_getint,
  luaH_getn,
  luaH_getn64,
  luaH_getshortstr,
  luaH_new,
} from './table.js';
import { luaH_newkeyslot, luaH_resize, luaH_resizearray, luaH_setintL } from './table.js';
import {
  fasttm,
  luaT_callorderTM,
  luaT_callTM,
  luaT_gettmbyobj,
  luaT_trybinTM,
  TM_EQ,
  TM_INDEX,
} from './tm.js';
import { TM_LEN, TM_NEWINDEX, TMS } from './tm.js';

const OP_MOVE = 0, OP_LOADK = 1, OP_LOADKX = 2, OP_LOADBOOL = 3, OP_LOADNIL = 4, OP_GETUPVAL = 5, OP_GETTABUP = 6,
  OP_GETTABLE = 7, OP_SETTABUP = 8, OP_SETUPVAL = 9, OP_SETTABLE = 10, OP_NEWTABLE = 11, OP_SELF = 12, OP_ADD = 13,
  OP_SUB = 14, OP_MUL = 15, OP_MOD = 16, OP_POW = 17, OP_DIV = 18, OP_IDIV = 19, OP_BAND = 20, OP_BOR = 21, OP_BXOR = 22,
  OP_SHL = 23, OP_SHR = 24, OP_UNM = 25, OP_BNOT = 26, OP_NOT = 27, OP_LEN = 28, OP_CONCAT = 29, OP_JMP = 30, OP_EQ = 31,
  OP_LT = 32, OP_LE = 33, OP_TEST = 34, OP_TESTSET = 35, OP_CALL = 36, OP_TAILCALL = 37, OP_RETURN = 38, OP_FORLOOP = 39,
  OP_FORPREP = 40, OP_TFORCALL = 41, OP_TFORLOOP = 42, OP_SETLIST = 43, OP_CLOSURE = 44, OP_VARARG = 45; // prettier-ignore

const LFIELDS_PER_FLUSH = 50;
const MAXTAGLOOP = 2000;
const BITRK = 256;
const MASKLINECOUNT = 12;

const F_execute = fid('luaV_execute');
const F_finishset = fid('luaV_finishset');
const F_finishget = fid('luaV_finishget');
const F_concat = fid('luaV_concat');
const F_tostring = fid('luaO_tostring');
const F_finishOp = fid('luaV_finishOp');
const F_objlen = fid('luaV_objlen');
const F_equalobj = fid('luaV_equalobj');
const F_lessthan = fid('luaV_lessthan');
const F_lessequal = fid('luaV_lessequal');

/** Size coded as "floating byte" in NEWTABLE. */
function fb2int(x: number): number {
  return x < 8 ? x : ((x & 7) + 8) << ((x >> 3) - 1);
}

// ---------------------------------------------------------------- conversions

export function cvt2str(o: TValue): boolean {
  return (o.type & 0x0f) === LUA_TNUMBER;
}
export function cvt2num(o: TValue): boolean {
  return (o.type & 0x0f) === LUA_TSTRING;
}

function str2number(o: TValue, out: TValue): boolean {
  return luaO_str2num(o.svalue(), out) !== 0;
}

/** Number of a value with 32-bit integers (strings are converted), false if it has none. Integers stay exact. */
export function tonumber(o: TValue): number | false {
  if ((o.type & 0x0f) === LUA_TNUMBER) return o.value as number;
  if ((o.type & 0x0f) === LUA_TSTRING) {
    const v = new TValue(LUA_TNIL, null);
    if (str2number(o, v)) return v.value as number;
  }
  return false;
}
/** The same in the machine's number model. */
function numberOf(g: GlobalState, o: TValue): number | false {
  return g.wide ? tofloat64(g, o) : tonumber(o);
}

/** Integer of a value with 32-bit integers; mode 0 takes only integral floats, 1 rounds down, 2 up. */
export function luaV_tointeger(obj: TValue, mode: number): number | false {
  if (obj.type === LUA_TNUMINT) return obj.value as number;
  if (obj.type === LUA_TNUMFLT) {
    const n = obj.value as number;
    let f = Math.floor(n);
    if (n !== f) {
      if (mode === 0) return false;
      if (mode > 1) f += 1;
    }
    return f >= -2147483648 && f < 2147483648 ? f | 0 : false;
  }
  if ((obj.type & 0x0f) === LUA_TSTRING) {
    const v = new TValue(LUA_TNIL, null);
    if (str2number(obj, v)) return luaV_tointeger(v, mode);
  }
  return false;
}
export function tointeger(o: TValue): number | false {
  return o.type === LUA_TNUMINT ? (o.value as number) : luaV_tointeger(o, 0);
}

// ---------------------------------------------------------------- arithmetic

export const luaV_imul: (a: number, b: number) => number = Math.imul;

export function luaV_div(L: LuaState, m: number, n: number): number {
  if (n === 0) L.l_G.m.luaG_runerror(L, literal('attempt to divide by zero'));
  return Math.floor(m / n) | 0;
}
export function luaV_mod(L: LuaState, m: number, n: number): number {
  if (n === 0) L.l_G.m.luaG_runerror(L, literal("attempt to perform 'n%%0'"));
  let r = m % n;
  if (r !== 0 && (r ^ n) < 0) r += n;
  return r | 0;
}
/** Float remainder with the sign of the divisor. */
export function luai_nummod(a: number, b: number): number {
  let m = a % b;
  if (m * b < 0) m += b;
  return m;
}
export function luaV_shiftl(x: number, y: number): number {
  if (y < 0) return y <= -32 ? 0 : (x >>> -y) | 0;
  return y >= 32 ? 0 : x << y;
}

/** Arithmetic that is not on two 32-bit integers: floats, 64-bit integers, strings, metamethods. `event` is the metamethod. */
function arith(L: LuaState, p1: TValue, p2: TValue, res: TValue, event: number): void {
  const g = L.l_G;
  if (p1.type === LUA_TNUMINT64 && p2.type === LUA_TNUMINT64 && integerArith(L, p1, p2, res, event)) return;
  let a = numberOf(g, p1);
  let b = a === false ? false : numberOf(g, p2);
  if (a === false || b === false) {
    luaT_trybinTM(L, p1, p2, res, event);
    return;
  }
  // Only two integers do integer arithmetic (OP_ADD and its like): a string is a float here, "10"+5 is 15.0.
  const single = g.single;
  if (single) {
    a = Math.fround(a);
    b = Math.fround(b);
  }
  let r: number;
  switch (event) {
    case TMS.TM_ADD:
      r = a + b;
      break;
    case TMS.TM_SUB:
      r = a - b;
      break;
    case TMS.TM_MUL:
      r = a * b;
      break;
    case TMS.TM_DIV:
      r = a / b;
      break;
    case TMS.TM_IDIV:
      r = single ? Math.floor(Math.fround(a / b)) : Math.floor(a / b);
      break;
    case TMS.TM_MOD:
      g.left -= EXTRA.modFloat;
      r = luai_nummod(a, b);
      break;
    case TMS.TM_POW:
      r = power(a, b);
      break;
    default: // unary minus
      r = -a;
  }
  g.left -=
    EXTRA.arithFloat + (p1.ttisinteger() ? EXTRA.toFloat : 0) + (p2.ttisinteger() ? EXTRA.toFloat : 0);
  res.type = LUA_TNUMFLT;
  res.value = single ? Math.fround(r) : r;
}
/** C's pow: 1 to any power and (-1) to an infinite one are 1, unlike in JavaScript. */
export function power(a: number, b: number): number {
  if (a === 1 || (a === -1 && (b === Infinity || b === -Infinity))) return 1;
  return Math.pow(a, b);
}

function bitwise(L: LuaState, p1: TValue, p2: TValue, res: TValue, event: number): void {
  if (L.l_G.wide) {
    bitwise64(L, p1, p2, res, event);
    return;
  }
  const a = tointeger(p1);
  const b = a === false ? false : tointeger(p2);
  if (a === false || b === false) {
    luaT_trybinTM(L, p1, p2, res, event);
    return;
  }
  let r: number;
  switch (event) {
    case TMS.TM_BAND:
      r = a & b;
      break;
    case TMS.TM_BOR:
      r = a | b;
      break;
    case TMS.TM_BXOR:
      r = a ^ b;
      break;
    case TMS.TM_SHL:
      r = luaV_shiftl(a, b);
      break;
    case TMS.TM_SHR:
      r = luaV_shiftl(a, -b);
      break;
    default:
      r = ~a;
  }
  res.type = LUA_TNUMINT;
  res.value = r;
}

// ---------------------------------------------------------------- comparison

/** Order of two strings by bytes. */
export function l_strcmp(ls: TString, rs: TString): number {
  const a = ls.realstring;
  const b = rs.realstring;
  const n = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < n; i++) {
    const d = a[i]! - b[i]!;
    if (d !== 0) return d;
  }
  return a.length - b.length;
}

export function luaV_lessthan(L: LuaState, l: TValue, r: TValue): number {
  if ((l.type & 0x0f) === LUA_TNUMBER && (r.type & 0x0f) === LUA_TNUMBER)
    return (l.value as number) < (r.value as number) ? 1 : 0;
  const g = L.l_G;
  if ((l.type & 0x0f) === LUA_TSTRING && (r.type & 0x0f) === LUA_TSTRING) {
    g.left -= EXTRA.lessString;
    return l_strcmp(l.value as TString, r.value as TString) < 0 ? 1 : 0;
  }
  g.frames[g.sp++] = F_lessthan;
  const res = luaT_callorderTM(L, l, r, TMS.TM_LT);
  if (res === null) g.m.luaG_ordererror(L, l, r);
  g.sp--;
  return res ? 1 : 0;
}

export function luaV_lessequal(L: LuaState, l: TValue, r: TValue): number {
  if ((l.type & 0x0f) === LUA_TNUMBER && (r.type & 0x0f) === LUA_TNUMBER)
    return (l.value as number) <= (r.value as number) ? 1 : 0;
  const g = L.l_G;
  if ((l.type & 0x0f) === LUA_TSTRING && (r.type & 0x0f) === LUA_TSTRING) {
    g.left -= EXTRA.lessString;
    return l_strcmp(l.value as TString, r.value as TString) <= 0 ? 1 : 0;
  }
  g.frames[g.sp++] = F_lessequal;
  let res = luaT_callorderTM(L, l, r, TMS.TM_LE);
  if (res === null) {
    L.ci.callstatus |= CIST_LEQ;
    res = luaT_callorderTM(L, r, l, TMS.TM_LT);
    L.ci.callstatus ^= CIST_LEQ;
    if (res === null) g.m.luaG_ordererror(L, l, r);
    res = !res;
  }
  g.sp--;
  return res ? 1 : 0;
}

/** Equality; with L null, raw equality. */
export function luaV_equalobj(L: LuaState | null, t1: TValue, t2: TValue): number {
  if (t1.type !== t2.type) {
    if ((t1.type & 0x0f) !== LUA_TNUMBER || (t2.type & 0x0f) !== LUA_TNUMBER) return 0;
    return equalMixed(t1.value as number, t2.value as number) ? 1 : 0;
  }
  let tm: TValue | null;
  switch (t1.type) {
    case LUA_TNIL:
      return 1;
    case LUA_TLNGSTR:
      return luaS_eqlngstr(t1.value as TString, t2.value as TString) ? 1 : 0;
    case LUA_TUSERDATA:
    case LUA_TTABLE:
      if (t1.value === t2.value) return 1;
      if (L === null) return 0;
      tm = fasttm(L, (t1.value as Table | Udata).metatable, TM_EQ);
      if (tm === null) tm = fasttm(L, (t2.value as Table | Udata).metatable, TM_EQ);
      break;
    default:
      return t1.value === t2.value ? 1 : 0;
  }
  if (tm === null) return 0;
  const g = L.l_G;
  const res = new TValue(LUA_TNIL, null);
  g.frames[g.sp++] = F_equalobj;
  luaT_callTM(L, tm, t1, t2, res, 1);
  g.sp--;
  return res.l_isfalse() ? 0 : 1;
}
export function luaV_rawequalobj(t1: TValue, t2: TValue): number {
  return luaV_equalobj(null, t1, t2);
}

// ---------------------------------------------------------------- length and concatenation

export function luaV_objlen(L: LuaState, ra: TValue, rb: TValue): void {
  let tm: TValue | null;
  switch (rb.type) {
    case LUA_TTABLE: {
      const h = rb.value as Table;
      tm = fasttm(L, h.metatable, TM_LEN);
      if (tm === null) {
        if (L.l_G.wide) ra.set(LUA_TNUMINT64, luaH_getn64(h));
        else {
          ra.type = LUA_TNUMINT;
          ra.value = luaH_getn(h);
        }
        const size = h.array.length;
        L.l_G.left -=
          EXTRA.lenTable +
          (size > 0 && h.array[size - 1]!.type === LUA_TNIL ? EXTRA.lenStep * (31 - Math.clz32(size)) : 0);
        return;
      }
      break;
    }
    case LUA_TSHRSTR:
    case LUA_TLNGSTR:
      setint(L.l_G, ra, (rb.value as TString).realstring.length);
      return;
    default:
      tm = luaT_gettmbyobj(L, rb, TM_LEN);
      if (tm.type === LUA_TNIL) L.l_G.m.luaG_typeerror(L, rb, literal('get length of'));
  }
  const g = L.l_G;
  g.frames[g.sp++] = F_objlen;
  luaT_callTM(L, tm, rb, rb, ra, 1);
  g.sp--;
}

function tostring(L: LuaState, o: TValue): boolean {
  if ((o.type & 0x0f) === LUA_TSTRING) return true;
  if ((o.type & 0x0f) !== LUA_TNUMBER) return false;
  luaO_tostring(L, o);
  return true;
}

/** Turns a number in place into its text. */
export function luaO_tostring(L: LuaState, o: TValue): void {
  const g = L.l_G;
  let text: string;
  if (o.type !== LUA_TNUMFLT) {
    text = (o.value as number | bigint).toString();
    g.left -= EXTRA.integerText;
  } else {
    text = g.numberText(o.value as number);
    if (/^-?[0-9]+$/.test(text)) text += '.0';
    g.left -= EXTRA.floatText;
  }
  g.frames[g.sp++] = F_tostring;
  const n = text.length;
  for (let i = 0; i < n; i++) scratch[i] = text.charCodeAt(i);
  o.setsvalue(luaS_newlstr(L, scratch, n));
  g.sp--;
}
const scratch = new Uint8Array(64);

/** Concatenates the top `total` values of the stack into one. */
export function luaV_concat(L: LuaState, totalCount: number): void {
  const g = L.l_G;
  const stack = L.stack;
  let total = totalCount;
  g.frames[g.sp++] = F_concat;
  do {
    const top = L.top;
    let n = 2;
    const a = stack[top - 2]!;
    const b = stack[top - 1]!;
    if (!((a.type & 0x0f) === LUA_TSTRING || (a.type & 0x0f) === LUA_TNUMBER) || !tostring(L, b))
      luaT_trybinTM(L, a, b, a, TMS.TM_CONCAT);
    else if ((b.value as TString).realstring.length === 0) tostring(L, a);
    else if ((a.type & 0x0f) === LUA_TSTRING && (a.value as TString).realstring.length === 0) a.setfrom(b);
    else {
      let tl = (b.value as TString).realstring.length;
      for (n = 1; n < total && tostring(L, stack[top - n - 1]!); n++)
        tl += (stack[top - n - 1]!.value as TString).realstring.length;
      if (tl > 0x7fffff00) g.m.luaG_runerror(L, literal('string length overflow'));
      g.left -= EXTRA.concatOperand * n + (tl > LUAI_MAXSHORTLEN ? tl : EXTRA.concatByte * tl);
      const buffer = tl <= LUAI_MAXSHORTLEN ? scratch : new Uint8Array(tl);
      let at = 0;
      for (let i = n; i > 0; i--) {
        const s = (stack[top - i]!.value as TString).realstring;
        if (s.length < 24) for (let j = 0; j < s.length; j++) buffer[at + j] = s[j]!;
        else buffer.set(s, at);
        at += s.length;
      }
      const ts = tl <= LUAI_MAXSHORTLEN ? luaS_newlstr(L, buffer, tl) : luaS_createlngstrobj(L, buffer);
      stack[top - n]!.setsvalue(ts);
    }
    total -= n - 1;
    L.top -= n - 1;
  } while (total > 1);
  g.sp--;
}

// ---------------------------------------------------------------- indexing

/** `t[key]` with metamethods into stack slot `ra`. */
export function luaV_gettable(L: LuaState, t: TValue, key: TValue, ra: number): void {
  if (t.type === LUA_TTABLE) {
    const slot = luaH_get(L, t.value as Table, key);
    if (slot.type !== LUA_TNIL) {
      const to = L.stack[ra]!;
      to.type = slot.type;
      to.value = slot.value;
      return;
    }
  }
  luaV_finishget(L, t, key, ra);
}

/** Rest of a get whose raw access found nothing. */
function luaV_finishget(L: LuaState, start: TValue, key: TValue, ra: number): void {
  const g = L.l_G;
  let t = start;
  for (let loop = 0; loop < MAXTAGLOOP; loop++) {
    let tm: TValue | null;
    if (t.type !== LUA_TTABLE) {
      tm = luaT_gettmbyobj(L, t, TM_INDEX);
      if (tm.type === LUA_TNIL) g.m.luaG_typeerror(L, t, literal('index'));
    } else {
      tm = fasttm(L, (t.value as Table).metatable, TM_INDEX);
      g.left -= EXTRA.getMiss;
      if (tm === null) {
        L.stack[ra]!.setnilvalue();
        return;
      }
    }
    if ((tm.type & 0x0f) === LUA_TFUNCTION) {
      g.frames[g.sp++] = F_finishget;
      luaT_callTM(L, tm, t, key, L.stack[ra]!, 1);
      g.sp--;
      return;
    }
    t = tm;
    if (t.type === LUA_TTABLE) {
      const table = t.value as Table;
      const slot = luaH_get(L, table, key);
      g.left -= table.rom !== null ? EXTRA.getRom : EXTRA.getIndex;
      if (slot.type !== LUA_TNIL) {
        L.stack[ra]!.setfrom(slot);
        return;
      }
    }
  }
  g.m.luaG_runerror(L, literal("'__index' chain too long; possible loop"));
}

/** `t[key] = val` with metamethods. */
export function settable(L: LuaState, t: TValue, key: TValue, val: TValue): void {
  let slot: TValue | null = null;
  if (t.type === LUA_TTABLE) {
    slot = luaH_get(L, t.value as Table, key);
    if (slot.type !== LUA_TNIL && (t.value as Table).rom === null) {
      slot.type = val.type;
      slot.value = val.value;
      luaC_barrierback(L, t.value as Table, val.type, val.value);
      return;
    }
  }
  luaV_finishset(L, t, key, val, slot);
}

function luaV_finishset(
  L: LuaState,
  start: TValue,
  key: TValue,
  val: TValue,
  startSlot: TValue | null,
): void {
  const g = L.l_G;
  let t = start;
  let slot = startSlot;
  for (let loop = 0; loop < MAXTAGLOOP; loop++) {
    let tm: TValue | null;
    if (slot !== null) {
      const h = t.value as Table;
      tm = fasttm(L, h.metatable, TM_NEWINDEX);
      if (tm === null) {
        if (slot === luaO_nilobject || h.rom !== null) {
          g.frames[g.sp++] = F_finishset;
          g.left -= EXTRA.newKey;
          slot = luaH_newkeyslot(L, h, key);
          g.sp--;
        }
        slot.type = val.type;
        slot.value = val.value;
        invalidateTMcache(h);
        luaC_barrierback(L, h, val.type, val.value);
        return;
      }
    } else {
      tm = luaT_gettmbyobj(L, t, TM_NEWINDEX);
      if (tm.type === LUA_TNIL) g.m.luaG_typeerror(L, t, literal('index'));
    }
    if ((tm.type & 0x0f) === LUA_TFUNCTION) {
      g.frames[g.sp++] = F_finishset;
      luaT_callTM(L, tm, t, key, val, 0);
      g.sp--;
      return;
    }
    t = tm;
    if (t.type === LUA_TTABLE) {
      slot = luaH_get(L, t.value as Table, key);
      if (slot.type !== LUA_TNIL && (t.value as Table).rom === null) {
        slot.type = val.type;
        slot.value = val.value;
        luaC_barrierback(L, t.value as Table, val.type, val.value);
        return;
      }
    } else slot = null;
  }
  g.m.luaG_runerror(L, literal("'__newindex' chain too long; possible loop"));
}

// ---------------------------------------------------------------- closures and loops

function pushclosure(L: LuaState, p: Proto, encup: (UpVal | null)[], base: number, ra: number): void {
  const g = L.l_G;
  const uv = p.upvalues;
  const nup = uv.length;
  const ncl = luaF_newLclosure(L, nup);
  ncl.p = p;
  L.stack[ra]!.setclLvalue(ncl);
  for (let i = 0; i < nup; i++) {
    const desc = uv[i]!;
    const up = desc.instack ? luaF_findupval(L, base + desc.idx) : encup[desc.idx]!;
    ncl.upvals[i] = up;
    up.refcount++;
    g.left -= EXTRA.closureUpvalue;
  }
}

/** Integer loop limit: the clipped limit, or null for a float loop; `stopNow` when the loop does not run. */
function forlimit(obj: TValue, step: number): { limit: number; stopNow: boolean } | null {
  const exact = luaV_tointeger(obj, step < 0 ? 2 : 1);
  if (exact !== false) return { limit: exact, stopNow: false };
  const n = tonumber(obj);
  if (n === false) return null;
  if (n > 0) return { limit: 2147483647, stopNow: step < 0 };
  return { limit: -2147483648, stopNow: step >= 0 };
}

function forprep(L: LuaState, ra: number): void {
  const g = L.l_G;
  const init = L.stack[ra]!;
  const plimit = L.stack[ra + 1]!;
  const pstep = L.stack[ra + 2]!;
  if (init.type === LUA_TNUMINT && pstep.type === LUA_TNUMINT) {
    const lim = forlimit(plimit, pstep.value as number);
    if (lim !== null) {
      const initv = lim.stopNow ? 0 : (init.value as number);
      plimit.setivalue(lim.limit);
      init.value = (initv - (pstep.value as number)) | 0;
      return;
    }
  }
  if (g.wide && forprep64(g, init, plimit, pstep)) return;
  const nlimit = numberOf(g, plimit);
  if (nlimit === false) g.m.luaG_runerror(L, literal("'for' limit must be a number"));
  const nstep = numberOf(g, pstep);
  if (nstep === false) g.m.luaG_runerror(L, literal("'for' step must be a number"));
  const ninit = numberOf(g, init);
  if (ninit === false) g.m.luaG_runerror(L, literal("'for' initial value must be a number"));
  const round = g.single ? Math.fround : (x: number): number => x;
  plimit.setfltvalue(round(nlimit as number));
  pstep.setfltvalue(round(nstep as number));
  init.setfltvalue(round(round(ninit as number) - round(nstep as number)));
}

// ---------------------------------------------------------------- the loop

/** Finishes an instruction that a yield interrupted. */
export function luaV_finishOp(L: LuaState): void {
  const g = L.l_G;
  const ci = L.ci;
  const base = ci.l_base;
  const inst = ci.l_code[ci.l_savedpc - 1]!;
  const op = inst.opcode;
  switch (op) {
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_DIV:
    case OP_IDIV:
    case OP_BAND:
    case OP_BOR:
    case OP_BXOR:
    case OP_SHL:
    case OP_SHR:
    case OP_MOD:
    case OP_POW:
    case OP_UNM:
    case OP_BNOT:
    case OP_LEN:
    case OP_GETTABUP:
    case OP_GETTABLE:
    case OP_SELF: // prettier-ignore
      L.top--;
      L.stack[base + inst.A]!.setfrom(L.stack[L.top]!);
      break;
    case OP_LE:
    case OP_LT:
    case OP_EQ: {
      let res = !L.stack[L.top - 1]!.l_isfalse();
      L.top--;
      if ((ci.callstatus & CIST_LEQ) !== 0) {
        ci.callstatus ^= CIST_LEQ;
        res = !res;
      }
      if (res !== (inst.A !== 0)) ci.l_savedpc++;
      break;
    }
    case OP_CONCAT: {
      const top = L.top - 1;
      const total = top - 1 - (base + inst.B);
      L.stack[top - 2]!.setfrom(L.stack[top]!);
      if (total > 1) {
        L.top = top - 1;
        g.frames[g.sp++] = F_finishOp;
        luaV_concat(L, total);
        g.sp--;
      } else L.top = top - 1;
      L.stack[base + inst.A]!.setfrom(L.stack[L.top - 1]!);
      L.top = ci.top;
      break;
    }
    case OP_TFORCALL:
      L.top = ci.top;
      break;
    case OP_CALL:
      if (inst.C - 1 >= 0) L.top = ci.top;
      break;
  }
}

/** Runs the current Lua frame, and those it calls, until the frame that was entered here returns. */
export function luaV_execute(L: LuaState): void {
  const g = L.l_G;
  const stack = L.stack;
  let ci: CallInfo = L.ci;
  g.executions[g.sp] = nextNumber(g);
  g.frames[g.sp++] = F_execute;
  ci.callstatus |= CIST_FRESH;
  newframe: for (;;) {
    const cl = ci.func.value as LClosure;
    const p = cl.p!;
    const k = p.k;
    const code = ci.l_code;
    const base = ci.l_base;
    let pc = ci.l_savedpc;
    for (;;) {
      let i: Instruction = code[pc]!;
      ci.l_savedpc = ++pc;
      if ((L.hookmask & MASKLINECOUNT) !== 0) {
        g.m.luaG_traceexec(L);
        pc = ci.l_savedpc;
      }
      const opcode = i.opcode;
      if ((g.left -= CYCLES[opcode]!) < 0) g.tick(L);
      g.executed++;
      let ra = base + i.A;
      switch (opcode) {
        case OP_MOVE: {
          const from = stack[base + i.B]!;
          const to = stack[ra]!;
          to.type = from.type;
          to.value = from.value;
          continue;
        }
        case OP_LOADK: {
          const from = k[i.Bx]!;
          const to = stack[ra]!;
          to.type = from.type;
          to.value = from.value;
          continue;
        }
        case OP_LOADKX:
          stack[ra]!.setfrom(k[code[pc++]!.Ax]!);
          continue;
        case OP_LOADBOOL: {
          const to = stack[ra]!;
          to.type = LUA_TBOOLEAN;
          to.value = i.B !== 0;
          if (i.C !== 0) pc++;
          continue;
        }
        case OP_LOADNIL:
          for (let j = i.B; j >= 0; j--) {
            const to = stack[ra++]!;
            to.type = LUA_TNIL;
            to.value = null;
          }
          continue;
        case OP_GETUPVAL: {
          const from = cl.upvals[i.B]!.v;
          const to = stack[ra]!;
          to.type = from.type;
          to.value = from.value;
          continue;
        }
        case OP_GETTABUP: {
          const t = cl.upvals[i.B]!.v;
          const rc = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (t.type === LUA_TTABLE && rc.type === LUA_TSHRSTR) {
            const slot = luaH_getshortstr(t.value as Table, rc.value as TString);
            if (slot.type !== LUA_TNIL) {
              const to = stack[ra]!;
              to.type = slot.type;
              to.value = slot.value;
              continue;
            }
            luaV_finishget(L, t, rc, ra);
          } else luaV_gettable(L, t, rc, ra);
          continue;
        }
        case OP_GETTABLE: {
          const t = stack[base + i.B]!;
          const rc = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (t.type === LUA_TTABLE) {
            const slot =
              rc.type === LUA_TNUMINT
                ? luaH_getint(t.value as Table, rc.value as number)
                : rc.type === LUA_TSHRSTR
                  ? luaH_getshortstr(t.value as Table, rc.value as TString)
                  : luaH_get(L, t.value as Table, rc);
            if (slot.type !== LUA_TNIL) {
              if ((t.value as Table).rom !== null) g.left -= EXTRA.getRomField;
              const to = stack[ra]!;
              to.type = slot.type;
              to.value = slot.value;
              continue;
            }
          }
          luaV_finishget(L, t, rc, ra);
          continue;
        }
        case OP_SETTABUP: {
          const t = cl.upvals[i.A]!.v;
          const rb = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const rc = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          settable(L, t, rb, rc);
          continue;
        }
        case OP_SETUPVAL: {
          const uv = cl.upvals[i.B]!;
          const from = stack[ra]!;
          uv.v.type = from.type;
          uv.v.value = from.value;
          if (uv.level < 0) luaC_upvalbarrier(L, uv);
          continue;
        }
        case OP_SETTABLE: {
          const t = stack[ra]!;
          const rb = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const rc = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          settable(L, t, rb, rc);
          continue;
        }
        case OP_NEWTABLE: {
          const t = luaH_new(L);
          const to = stack[ra]!;
          to.type = LUA_TTABLE;
          to.value = t;
          if (i.B !== 0 || i.C !== 0) luaH_resize(L, t, fb2int(i.B), fb2int(i.C));
          if (g.GCdebt > 0) {
            L.top = ra + 1;
            luaC_step(L);
            L.top = ci.top;
          }
          continue;
        }
        case OP_SELF: {
          const rb = stack[base + i.B]!;
          const rc = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          const self = stack[ra + 1]!;
          self.type = rb.type;
          self.value = rb.value;
          if (rb.type === LUA_TTABLE && rc.type === LUA_TSHRSTR) {
            const slot = luaH_getshortstr(rb.value as Table, rc.value as TString);
            if (slot.type !== LUA_TNIL) {
              const to = stack[ra]!;
              to.type = slot.type;
              to.value = slot.value;
              continue;
            }
          }
          luaV_gettable(L, rb, rc, ra);
          continue;
        }
        case OP_ADD: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (b.type === LUA_TNUMINT && c.type === LUA_TNUMINT) {
            const to = stack[ra]!;
            to.value = ((b.value as number) + (c.value as number)) | 0;
            to.type = LUA_TNUMINT;
          } else arith(L, b, c, stack[ra]!, TMS.TM_ADD);
          continue;
        }
        case OP_SUB: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (b.type === LUA_TNUMINT && c.type === LUA_TNUMINT) {
            const to = stack[ra]!;
            to.value = ((b.value as number) - (c.value as number)) | 0;
            to.type = LUA_TNUMINT;
          } else arith(L, b, c, stack[ra]!, TMS.TM_SUB);
          continue;
        }
        case OP_MUL: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (b.type === LUA_TNUMINT && c.type === LUA_TNUMINT) {
            const to = stack[ra]!;
            to.value = Math.imul(b.value as number, c.value as number);
            to.type = LUA_TNUMINT;
          } else arith(L, b, c, stack[ra]!, TMS.TM_MUL);
          continue;
        }
        case OP_MOD: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (b.type === LUA_TNUMINT && c.type === LUA_TNUMINT)
            stack[ra]!.setivalue(luaV_mod(L, b.value as number, c.value as number));
          else arith(L, b, c, stack[ra]!, TMS.TM_MOD);
          continue;
        }
        case OP_POW:
        case OP_DIV: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          arith(L, b, c, stack[ra]!, opcode === OP_DIV ? TMS.TM_DIV : TMS.TM_POW);
          continue;
        }
        case OP_IDIV: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (b.type === LUA_TNUMINT && c.type === LUA_TNUMINT)
            stack[ra]!.setivalue(luaV_div(L, b.value as number, c.value as number));
          else arith(L, b, c, stack[ra]!, TMS.TM_IDIV);
          continue;
        }
        case OP_BAND:
        case OP_BOR:
        case OP_BXOR:
        case OP_SHL:
        case OP_SHR: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          bitwise(L, b, c, stack[ra]!, TMS.TM_BAND + (opcode - OP_BAND));
          continue;
        }
        case OP_UNM: {
          const b = stack[base + i.B]!;
          if (b.type === LUA_TNUMINT) stack[ra]!.setivalue(-(b.value as number) | 0);
          else arith(L, b, b, stack[ra]!, TMS.TM_UNM);
          continue;
        }
        case OP_BNOT: {
          const b = stack[base + i.B]!;
          bitwise(L, b, b, stack[ra]!, TMS.TM_BNOT);
          continue;
        }
        case OP_NOT: {
          const b = stack[base + i.B]!;
          const res = b.type === LUA_TNIL || (b.type === LUA_TBOOLEAN && b.value === false);
          const to = stack[ra]!;
          to.type = LUA_TBOOLEAN;
          to.value = res;
          continue;
        }
        case OP_LEN:
          luaV_objlen(L, stack[ra]!, stack[base + i.B]!);
          continue;
        case OP_CONCAT: {
          const rb = base + i.B;
          L.top = base + i.C + 1;
          luaV_concat(L, i.C - i.B + 1);
          stack[ra]!.setfrom(stack[rb]!);
          if (g.GCdebt > 0) {
            L.top = ra >= rb ? ra + 1 : rb;
            luaC_step(L);
          }
          L.top = ci.top;
          continue;
        }
        case OP_JMP:
          if (i.A !== 0) luaF_close(L, base + i.A - 1);
          pc += i.sBx;
          continue;
        case OP_EQ: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          if (luaV_equalobj(L, b, c) !== i.A) pc++;
          else {
            i = code[pc]!;
            if (i.A !== 0) luaF_close(L, base + i.A - 1);
            pc += i.sBx + 1;
          }
          continue;
        }
        case OP_LT: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          const res =
            b.type === LUA_TNUMINT && c.type === LUA_TNUMINT
              ? (b.value as number) < (c.value as number)
                ? 1
                : 0
              : luaV_lessthan(L, b, c);
          if (res !== i.A) pc++;
          else {
            i = code[pc]!;
            if (i.A !== 0) luaF_close(L, base + i.A - 1);
            pc += i.sBx + 1;
          }
          continue;
        }
        case OP_LE: {
          const b = (i.B & BITRK) !== 0 ? k[i.B & 255]! : stack[base + i.B]!;
          const c = (i.C & BITRK) !== 0 ? k[i.C & 255]! : stack[base + i.C]!;
          const res =
            b.type === LUA_TNUMINT && c.type === LUA_TNUMINT
              ? (b.value as number) <= (c.value as number)
                ? 1
                : 0
              : luaV_lessequal(L, b, c);
          if (res !== i.A) pc++;
          else {
            i = code[pc]!;
            if (i.A !== 0) luaF_close(L, base + i.A - 1);
            pc += i.sBx + 1;
          }
          continue;
        }
        case OP_TEST: {
          const a = stack[ra]!;
          const isfalse = a.type === LUA_TNIL || (a.type === LUA_TBOOLEAN && a.value === false);
          if (i.C !== 0 ? isfalse : !isfalse) pc++;
          else {
            i = code[pc]!;
            if (i.A !== 0) luaF_close(L, base + i.A - 1);
            pc += i.sBx + 1;
          }
          continue;
        }
        case OP_TESTSET: {
          const rb = stack[base + i.B]!;
          const isfalse = rb.type === LUA_TNIL || (rb.type === LUA_TBOOLEAN && rb.value === false);
          if (i.C !== 0 ? isfalse : !isfalse) pc++;
          else {
            stack[ra]!.setfrom(rb);
            i = code[pc]!;
            if (i.A !== 0) luaF_close(L, base + i.A - 1);
            pc += i.sBx + 1;
          }
          continue;
        }
        case OP_CALL: {
          const nresults = i.C - 1;
          if (i.B !== 0) L.top = ra + i.B;
          if (luaD_precall(L, ra, nresults)) {
            if (nresults >= 0) L.top = ci.top;
            continue;
          }
          ci.l_savedpc = pc;
          ci = L.ci;
          continue newframe;
        }
        case OP_TAILCALL: {
          if (i.B !== 0) L.top = ra + i.B;
          if (luaD_precall(L, ra, LUA_MULTRET)) continue;
          // tail call: put the called frame in place of the caller's
          const nci = L.ci;
          const oci = nci.previous!;
          const nfuncOff = nci.funcOff;
          const ofuncOff = oci.funcOff;
          const lim = nci.l_base + (nci.func.value as LClosure).p!.numparams;
          if (p.p.length > 0) luaF_close(L, oci.l_base);
          for (let aux = 0; nfuncOff + aux < lim; aux++)
            stack[ofuncOff + aux]!.setfrom(stack[nfuncOff + aux]!);
          oci.func = stack[ofuncOff]!;
          oci.l_base = ofuncOff + (nci.l_base - nfuncOff);
          oci.top = L.top = ofuncOff + (L.top - nfuncOff);
          oci.l_code = nci.l_code;
          oci.l_savedpc = nci.l_savedpc;
          oci.activation = nci.activation;
          oci.callstatus |= CIST_TAIL;
          ci = L.ci = oci;
          continue newframe;
        }
        case OP_RETURN: {
          if (p.p.length > 0) luaF_close(L, base);
          const b = luaD_poscall(L, ci, ra, i.B !== 0 ? i.B - 1 : L.top - ra);
          if ((ci.callstatus & CIST_FRESH) !== 0) {
            g.sp--;
            return;
          }
          ci = L.ci;
          if (b) L.top = ci.top;
          continue newframe;
        }
        case OP_FORLOOP: {
          const index = stack[ra]!;
          if (index.type === LUA_TNUMINT) {
            const step = stack[ra + 2]!.value as number;
            const idx = ((index.value as number) + step) | 0;
            const limit = stack[ra + 1]!.value as number;
            if (0 < step ? idx <= limit : limit <= idx) {
              pc += i.sBx;
              index.value = idx;
              const to = stack[ra + 3]!;
              to.type = LUA_TNUMINT;
              to.value = idx;
            }
          } else if (g.wide) {
            if (forloop64(L, ra)) pc += i.sBx;
          } else {
            const step = stack[ra + 2]!.value as number;
            const sum = (index.value as number) + step;
            const idx = g.single ? Math.fround(sum) : sum;
            const limit = stack[ra + 1]!.value as number;
            g.left -= EXTRA.forFloat;
            if (0 < step ? idx <= limit : limit <= idx) {
              pc += i.sBx;
              index.value = idx;
              stack[ra + 3]!.setfltvalue(idx);
            }
          }
          continue;
        }
        case OP_FORPREP:
          forprep(L, ra);
          pc += i.sBx;
          continue;
        case OP_TFORCALL: {
          const cb = ra + 3;
          stack[cb + 2]!.setfrom(stack[ra + 2]!);
          stack[cb + 1]!.setfrom(stack[ra + 1]!);
          stack[cb]!.setfrom(stack[ra]!);
          L.top = cb + 3;
          luaD_call(L, cb, i.C);
          L.top = ci.top;
          i = code[pc]!;
          ci.l_savedpc = ++pc;
          ra = base + i.A;
        }
        // falls through
        case OP_TFORLOOP: {
          const control = stack[ra + 1]!;
          if (control.type !== LUA_TNIL) {
            stack[ra]!.setfrom(control);
            pc += i.sBx;
          }
          continue;
        }
        case OP_SETLIST: {
          let n = i.B;
          let c = i.C;
          if (n === 0) n = L.top - ra - 1;
          if (c === 0) c = code[pc++]!.Ax;
          // only a binary chunk can jump past its NEWTABLE
          if (stack[ra]!.type !== LUA_TTABLE) g.m.luaG_typeerror(L, stack[ra]!, literal('index'));
          const h = stack[ra]!.value as Table;
          let last = (c - 1) * LFIELDS_PER_FLUSH + n;
          g.left -= EXTRA.setlistItem * n;
          if (last > h.array.length) luaH_resizearray(L, h, last);
          for (; n > 0; n--) luaH_setintL(L, h, last--, stack[ra + n]!);
          L.top = ci.top;
          continue;
        }
        case OP_CLOSURE: {
          pushclosure(L, p.p[i.Bx]!, cl.upvals, base, ra);
          if (g.GCdebt > 0) {
            L.top = ra + 1;
            luaC_step(L);
            L.top = ci.top;
          }
          continue;
        }
        case OP_VARARG: {
          let b = i.B - 1;
          let n = base - ci.funcOff - 1 - p.numparams;
          if (n < 0) n = 0;
          if (b < 0) {
            b = n;
            luaD_checkstack(L, n);
            L.top = ra + n;
          }
          let j = 0;
          g.left -= EXTRA.varargItem * b;
          for (; j < b && j < n; j++) stack[ra + j]!.setfrom(stack[base - n + j]!);
          for (; j < b; j++) stack[ra + j]!.setnilvalue();
          continue;
        }
        default:
          throw new Error(`invalid opcode ${opcode}`);
      }
    }
  }
}
