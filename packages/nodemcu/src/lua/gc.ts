/**
 * The collector (lgc.c of Lua 5.3): incremental mark and sweep with Lua's own pace.
 *
 * Invariant, as in Lua: while marking, a black object never points to a white one; barriers at every store keep it.
 * Objects are known by handles, indices into typed arrays of the global state: `marked` (colour bits), `tag`, `next`
 * (the list an object is in), `gclist` (gray lists), `address` (guest address of the object's first block) and `object`.
 * Handles 1 to 4 are the heads of the four object lists, so a "link" is just an index. Handle 0 belongs to things that
 * are never collected (read-only tables): it is always black.
 */
import {
  LUA_TNIL,
  LUA_TLCL,
  LUA_TLNGSTR,
  LUA_TPROTO,
  LUA_TSHRSTR,
  LUA_TSTRING,
  LUA_TTABLE,
} from './objects.js';
import { LUA_TCCL, LUA_TFUNCTION, LUA_TTHREAD, LUA_TUSERDATA, LUA_TDEADKEY, KIND } from './objects.js';
import { TValue, DUMMY_NODES } from './objects.js';
import type { CClosure, LClosure, LuaState, Node, Proto, Table, TString, Udata, UpVal } from './objects.js';
import type { GlobalState } from './global.js';
import { SIZE_CALLINFO, SIZE_PROTO, SIZE_STRING, SIZE_TABLE, SIZE_THREAD } from './global.js';
import { luaM_free, luaM_new } from './memory.js';
import { luaS_remove, luaS_resize } from './strings.js';
import { luaH_free } from './table.js';
import { luaT_gettmbyobj, TM_GC, TM_MODE, gfasttm } from './tm.js';
import { luaD_callnoyield, luaD_pcall, luaD_shrinkstack, luaD_throw } from './do.js';
import { luaE_freethread } from './state.js';
import { luaF_freeproto } from './func.js';
import { COLLECTOR_CYCLES } from './cycles.js';
import { fid } from './frames.js';

export const WHITE0 = 1;
export const WHITE1 = 2;
export const WHITEBITS = 3;
export const BLACK = 4;
const FINALIZED = 8;

export const GCSpropagate = 0;
export const GCSatomic = 1;
const GCSswpallgc = 2;
const GCSswpfinobj = 3;
const GCSswptobefnz = 4;
const GCSswpend = 5;
const GCScallfin = 6;
export const GCSpause = 7;
const GCSinsideatomic = 8;

const ALLGC = 1;
const FINOBJ = 2;
const TOBEFNZ = 3;
const FIXEDGC = 4;

/** 100 strings of 16 bytes: what one step pays beyond its debt. */
export const GCSTEPSIZE = 1600;
const STEPMULADJ = 200;
const PAUSEADJ = 100;
const GCSWEEPCOST = 5;
const GCSWEEPMAX = 80;
const GCFINALIZECOST = GCSWEEPCOST;
const KGC_EMERGENCY = 1;

const F_newobj = fid('luaC_newobj');
const F_step = fid('luaC_step');
const F_singlestep = fid('singlestep');
const F_sweepstep = fid('sweepstep');
const F_sweeplist = fid('sweeplist');
const F_fullgc = fid('luaC_fullgc');
const F_checkSizes = fid('checkSizes');
const F_entersweep = fid('entersweep');
const F_sweeptolive = fid('sweeptolive');
const F_runafew = fid('runafewfinalizers');
const F_GCTM = fid('GCTM');
const F_dothecall = fid('dothecall');
const F_propagatemark = fid('propagatemark');
const F_traversethread = fid('traversethread');
const F_atomic = fid('atomic');
const F_upvdeccount = fid('luaC_upvdeccount');
const F_runtil = fid('luaC_runtilstate');

const {
  markString: CYCLES_MARK_STRING,
  table: CYCLES_TABLE,
  slot: CYCLES_SLOT,
  closure: CYCLES_CLOSURE,
  sweepLive: CYCLES_SWEEP_LIVE,
  sweepDead: CYCLES_SWEEP_DEAD,
  sweepDeadShort: CYCLES_SWEEP_DEAD_SHORT,
  sweepDeadLong: CYCLES_SWEEP_DEAD_LONG,
  cycle: CYCLES_CYCLE,
} = COLLECTOR_CYCLES;

/** `l_mem` has 32 bits. */
const MAX_LMEM = 0x7fffffff;

export function otherwhite(g: GlobalState): number {
  return g.currentwhite ^ WHITEBITS;
}
export function gettotalbytes(g: GlobalState): number {
  return g.totalbytes + g.GCdebt;
}

function growHandles(g: GlobalState): void {
  const capacity = g.capacity * 2;
  const grow = <T extends Uint8Array | Int32Array>(old: T, fresh: T): T => {
    fresh.set(old);
    return fresh;
  };
  g.marked = grow(g.marked, new Uint8Array(capacity));
  g.tag = grow(g.tag, new Uint8Array(capacity));
  g.next = grow(g.next, new Int32Array(capacity));
  g.gclist = grow(g.gclist, new Int32Array(capacity));
  g.address = grow(g.address, new Int32Array(capacity));
  for (let i = g.capacity; i < capacity; i++) g.object.push(null);
  g.capacity = capacity;
}

/** Gives `object` a handle and puts it at the head of the list of all objects. */
export function linkObject(g: GlobalState, tt: number, address: number, object: unknown): number {
  let h = g.freeHandle;
  if (h !== 0) g.freeHandle = g.next[h]!;
  else {
    h = g.topHandle++;
    if (h >= g.capacity) growHandles(g);
  }
  g.marked[h] = g.currentwhite;
  g.tag[h] = tt;
  g.address[h] = address;
  g.object[h] = object;
  g.next[h] = g.next[ALLGC]!;
  g.next[ALLGC] = h;
  return h;
}

/** Allocates the block of a new collectable object and links the object in. */
export function luaC_newobj(L: LuaState, tt: number, size: number, kind: number, object: unknown): number {
  const g = L.l_G;
  g.frames[g.sp++] = F_newobj;
  const address = luaM_new(L, size, kind);
  g.sp--;
  return linkObject(g, tt, address, object);
}

/** Makes the newest object immortal (reserved words, names of metamethods). */
export function luaC_fix(L: LuaState, h: number): void {
  const g = L.l_G;
  if (g.next[ALLGC] !== h) return; // an older string with the same bytes: fixed already or anchored elsewhere
  g.marked[h]! &= ~WHITEBITS; // gray forever
  g.next[ALLGC] = g.next[h]!;
  g.next[h] = g.next[FIXEDGC]!;
  g.next[FIXEDGC] = h;
}

// ---------------------------------------------------------------- colours and barriers

function makewhite(g: GlobalState, h: number): void {
  g.marked[h] = (g.marked[h]! & ~(WHITEBITS | BLACK)) | g.currentwhite;
}

/** Handle of a collectable value, 0 for one that is not collectable. */
export function handleOf(type: number, value: unknown): number {
  switch (type) {
    case LUA_TSHRSTR:
    case LUA_TLNGSTR:
      return (value as TString).h;
    case LUA_TTABLE:
      return (value as Table).h;
    case LUA_TLCL:
      return (value as LClosure).h;
    case LUA_TCCL:
      return (value as CClosure).h;
    case LUA_TUSERDATA:
      return (value as Udata).h;
    case LUA_TTHREAD:
      return (value as LuaState).h;
    case LUA_TPROTO:
      return (value as Proto).h;
    default:
      return 0;
  }
}

function markvalue(g: GlobalState, o: TValue): void {
  const h = handleOf(o.type, o.value);
  if ((g.marked[h]! & WHITEBITS) !== 0) reallymarkobject(g, h);
}
function markhandle(g: GlobalState, h: number): void {
  if ((g.marked[h]! & WHITEBITS) !== 0) reallymarkobject(g, h);
}

function reallymarkobject(g: GlobalState, start: number): void {
  let h = start;
  for (;;) {
    g.marked[h]! &= ~WHITEBITS;
    switch (g.tag[h]) {
      case LUA_TSHRSTR:
      case LUA_TLNGSTR:
        g.marked[h]! |= BLACK;
        g.GCmemtrav += SIZE_STRING + (g.object[h] as TString).realstring.length;
        g.left -= CYCLES_MARK_STRING;
        return;
      case LUA_TUSERDATA: {
        const u = g.object[h] as Udata;
        if (u.metatable !== null) markhandle(g, u.metatable.h);
        g.marked[h]! |= BLACK;
        g.GCmemtrav += g.sizes.udata + u.len;
        g.left -= CYCLES_MARK_STRING;
        const next = handleOf(u.uservalue.type, u.uservalue.value);
        if ((g.marked[next]! & WHITEBITS) === 0) return;
        h = next;
        break;
      }
      default:
        g.gclist[h] = g.gray;
        g.gray = h;
        return;
    }
  }
}

/** True while white objects must not be stored in black ones. */
export function keepinvariant(g: GlobalState): boolean {
  return g.gcstate <= GCSatomic || g.gcstate === GCSinsideatomic;
}

/** Store of `value` in a table: a black table becomes gray again. */
export function luaC_barrierback(L: LuaState, t: Table, type: number, value: unknown): void {
  const g = L.l_G;
  if ((g.marked[t.h]! & BLACK) !== 0 && t.h !== 0 && (g.marked[handleOf(type, value)]! & WHITEBITS) !== 0) {
    g.marked[t.h]! &= ~BLACK;
    g.gclist[t.h] = g.grayagain;
    g.grayagain = t.h;
  }
}

/** Store of an object in another: marks the stored one (or whitens the owner while sweeping). */
export function luaC_objbarrier(L: LuaState, owner: number, stored: number): void {
  const g = L.l_G;
  if (owner !== 0 && (g.marked[owner]! & BLACK) !== 0 && (g.marked[stored]! & WHITEBITS) !== 0) {
    if (keepinvariant(g)) reallymarkobject(g, stored);
    else makewhite(g, owner);
  }
}
export function luaC_barrier(L: LuaState, owner: number, v: TValue): void {
  luaC_objbarrier(L, owner, handleOf(v.type, v.value));
}

/** Store in a closed upvalue, or closing of one. */
export function luaC_upvalbarrier(L: LuaState, uv: UpVal): void {
  const h = handleOf(uv.v.type, uv.v.value);
  if (h !== 0 && uv.level < 0) {
    const g = L.l_G;
    if (keepinvariant(g)) markvalue(g, uv.v);
  }
}

/** One reference to `uv` less. */
export function luaC_upvdeccount(L: LuaState, uv: UpVal): void {
  uv.refcount--;
  if (uv.refcount === 0 && uv.level < 0) {
    const g = L.l_G;
    g.frames[g.sp++] = F_upvdeccount;
    luaM_free(L, uv.address, g.sizes.upval, KIND.upval);
    uv.address = 0;
    g.sp--;
  }
}

// ---------------------------------------------------------------- marking

function linkgclist(g: GlobalState, h: number, list: 'weak' | 'ephemeron' | 'allweak' | 'grayagain'): void {
  g.gclist[h] = g[list];
  g[list] = h;
}

function restartcollection(g: GlobalState): void {
  g.gray = g.grayagain = 0;
  g.weak = g.allweak = g.ephemeron = 0;
  markhandle(g, g.mainthread!.h);
  markvalue(g, g.l_registry);
  markmt(g);
  for (let h = g.next[TOBEFNZ]!; h !== 0; h = g.next[h]!) markhandle(g, h);
  g.left -= CYCLES_CYCLE;
}

function markmt(g: GlobalState): void {
  for (const mt of g.mt) if (mt !== null) markhandle(g, mt.h);
}

/** An empty entry: a key that is about to die is only kept for comparison by identity. */
function removeentry(g: GlobalState, n: Node): void {
  if ((g.marked[handleOf(n.ktype, n.kvalue)]! & WHITEBITS) !== 0) n.ktype = LUA_TDEADKEY;
}

function traverseweakvalue(g: GlobalState, t: Table): void {
  let hasclears = t.array.length > 0;
  if (t.node !== DUMMY_NODES) {
    for (const n of t.node) {
      if (n.type === LUA_TNIL) removeentry(g, n);
      else {
        markhandle(g, handleOf(n.ktype, n.kvalue));
        if (!hasclears && iscleared(g, n.type, n.value)) hasclears = true;
      }
    }
  }
  if (g.gcstate === GCSpropagate) linkgclist(g, t.h, 'grayagain');
  else if (hasclears) linkgclist(g, t.h, 'weak');
}

function traverseephemeron(g: GlobalState, t: Table): boolean {
  let marked = false;
  let hasclears = false;
  let hasww = false;
  for (const v of t.array) {
    const h = handleOf(v.type, v.value);
    if ((g.marked[h]! & WHITEBITS) !== 0) {
      marked = true;
      reallymarkobject(g, h);
    }
  }
  if (t.node !== DUMMY_NODES) {
    for (const n of t.node) {
      if (n.type === LUA_TNIL) removeentry(g, n);
      else if (iscleared(g, n.ktype, n.kvalue)) {
        hasclears = true;
        if ((g.marked[handleOf(n.type, n.value)]! & WHITEBITS) !== 0) hasww = true;
      } else {
        const h = handleOf(n.type, n.value);
        if ((g.marked[h]! & WHITEBITS) !== 0) {
          marked = true;
          reallymarkobject(g, h);
        }
      }
    }
  }
  if (g.gcstate === GCSpropagate) linkgclist(g, t.h, 'grayagain');
  else if (hasww) linkgclist(g, t.h, 'ephemeron');
  else if (hasclears) linkgclist(g, t.h, 'allweak');
  return marked;
}

function traversestrongtable(g: GlobalState, t: Table): void {
  const array = t.array;
  for (let i = 0; i < array.length; i++) {
    const v = array[i]!;
    const h = handleOf(v.type, v.value);
    if ((g.marked[h]! & WHITEBITS) !== 0) reallymarkobject(g, h);
  }
  if (t.node !== DUMMY_NODES) {
    const node = t.node;
    for (let i = 0; i < node.length; i++) {
      const n = node[i]!;
      if (n.type === LUA_TNIL) {
        if (n.ktype !== LUA_TNIL) removeentry(g, n);
      } else {
        const k = handleOf(n.ktype, n.kvalue);
        if ((g.marked[k]! & WHITEBITS) !== 0) reallymarkobject(g, k);
        const h = handleOf(n.type, n.value);
        if ((g.marked[h]! & WHITEBITS) !== 0) reallymarkobject(g, h);
      }
    }
  }
}

function nodeCount(t: Table): number {
  return t.node === DUMMY_NODES ? 0 : t.node.length;
}

function traversetable(g: GlobalState, h: number): number {
  const t = g.object[h] as Table;
  const mode = gfasttm(g, t.metatable, TM_MODE);
  if (t.metatable !== null) markhandle(g, t.metatable.h);
  let weakkey = false;
  let weakvalue = false;
  if (mode !== null && (mode.type & 0x0f) === LUA_TSTRING) {
    const text = mode.svalue();
    weakkey = text.indexOf(107) >= 0;
    weakvalue = text.indexOf(118) >= 0;
  }
  if (weakkey || weakvalue) {
    g.marked[h]! &= ~BLACK;
    if (!weakkey) traverseweakvalue(g, t);
    else if (!weakvalue) traverseephemeron(g, t);
    else linkgclist(g, h, 'allweak');
  } else traversestrongtable(g, t);
  const nodes = nodeCount(t);
  g.left -= CYCLES_TABLE + CYCLES_SLOT * (t.array.length + nodes);
  return SIZE_TABLE + g.sizes.tvalue * t.array.length + g.sizes.node * nodes;
}

function traverseproto(g: GlobalState, f: Proto): number {
  if (f.source !== null) markhandle(g, f.source.h);
  for (const k of f.k) markvalue(g, k);
  for (const u of f.upvalues) if (u.name !== null) markhandle(g, u.name.h);
  for (const p of f.p) markhandle(g, p.h);
  for (const v of f.locvars) if (v.varname !== null) markhandle(g, v.varname.h);
  g.left -= CYCLES_CLOSURE + CYCLES_SLOT * f.k.length;
  return (
    SIZE_PROTO +
    4 * f.sizecode +
    4 * f.sizep +
    g.sizes.tvalue * f.sizek +
    f.sizelineinfo +
    12 * f.sizelocvars +
    8 * f.sizeupvalues
  );
}

function traverseLclosure(g: GlobalState, cl: LClosure): number {
  if (cl.p !== null) markhandle(g, cl.p.h);
  for (const uv of cl.upvals) {
    if (uv === null) continue;
    if (uv.level >= 0 && g.gcstate !== GCSinsideatomic) uv.touched = true;
    else markvalue(g, uv.v);
  }
  g.left -= CYCLES_CLOSURE;
  return 16 + 4 * cl.nupvalues;
}

function traversethread(g: GlobalState, th: LuaState): number {
  if (th.stack.length === 0) return 1;
  let o = 0;
  for (; o < th.top; o++) markvalue(g, th.stack[o]!);
  if (g.gcstate === GCSinsideatomic) {
    for (; o < th.stack.length; o++) {
      const slot = th.stack[o]!;
      slot.type = LUA_TNIL;
      slot.value = null;
    }
    if (!th.inTwups && th.openupval !== null) {
      th.inTwups = true;
      g.twups.unshift(th);
    }
  } else if (g.gckind !== KGC_EMERGENCY) {
    const sp = g.sp;
    g.frames[sp] = F_propagatemark;
    g.frames[sp + 1] = F_traversethread;
    g.sp = sp + 2;
    luaD_shrinkstack(th);
    g.sp = sp;
  }
  g.left -= CYCLES_CLOSURE + CYCLES_SLOT * th.top;
  return SIZE_THREAD - 4 + g.sizes.tvalue * th.stacksize + SIZE_CALLINFO * th.nci;
}

function propagatemark(g: GlobalState): void {
  const h = g.gray;
  g.marked[h]! |= BLACK;
  g.gray = g.gclist[h]!;
  let size: number;
  switch (g.tag[h]) {
    case LUA_TTABLE:
      size = traversetable(g, h);
      break;
    case LUA_TLCL:
      size = traverseLclosure(g, g.object[h] as LClosure);
      break;
    case LUA_TCCL: {
      const cl = g.object[h] as CClosure;
      for (const v of cl.upvalue) markvalue(g, v);
      size = 16 + g.sizes.tvalue * cl.nupvalues;
      g.left -= CYCLES_CLOSURE;
      break;
    }
    case LUA_TTHREAD:
      linkgclist(g, h, 'grayagain');
      g.marked[h]! &= ~BLACK;
      size = traversethread(g, g.object[h] as LuaState);
      break;
    default:
      size = traverseproto(g, g.object[h] as Proto);
  }
  g.GCmemtrav += size;
}

function propagateall(g: GlobalState): void {
  while (g.gray !== 0) propagatemark(g);
}

function remarkupvals(g: GlobalState): void {
  const keep: LuaState[] = [];
  for (const th of g.twups) {
    if ((g.marked[th.h]! & (WHITEBITS | BLACK)) === 0 && th.openupval !== null) keep.push(th);
    else {
      th.inTwups = false;
      for (let uv = th.openupval; uv !== null; uv = uv.next) {
        if (uv.touched) {
          markvalue(g, uv.v);
          uv.touched = false;
        }
      }
    }
  }
  g.twups = keep;
}

function convergeephemerons(g: GlobalState): void {
  let changed: boolean;
  do {
    let next = g.ephemeron;
    g.ephemeron = 0;
    changed = false;
    while (next !== 0) {
      const h = next;
      next = g.gclist[h]!;
      if (traverseephemeron(g, g.object[h] as Table)) {
        propagateall(g);
        changed = true;
      }
    }
  } while (changed);
}

/** Strings are values, never weak: they are marked instead. */
function iscleared(g: GlobalState, type: number, value: unknown): boolean {
  const h = handleOf(type, value);
  if (h === 0) return false;
  if ((type & 0x0f) === LUA_TSTRING) {
    markhandle(g, h);
    return false;
  }
  return (g.marked[h]! & WHITEBITS) !== 0;
}

function clearkeys(g: GlobalState, list: number): void {
  for (let h = list; h !== 0; h = g.gclist[h]!) {
    const t = g.object[h] as Table;
    if (t.node === DUMMY_NODES) continue;
    for (const n of t.node) {
      if (n.type !== LUA_TNIL && iscleared(g, n.ktype, n.kvalue)) {
        n.type = LUA_TNIL;
        n.value = null;
      }
      if (n.type === LUA_TNIL) removeentry(g, n);
    }
  }
}

function clearvalues(g: GlobalState, list: number, end: number): void {
  for (let h = list; h !== end; h = g.gclist[h]!) {
    const t = g.object[h] as Table;
    for (const v of t.array) {
      if (iscleared(g, v.type, v.value)) {
        v.type = LUA_TNIL;
        v.value = null;
      }
    }
    if (t.node === DUMMY_NODES) continue;
    for (const n of t.node) {
      if (n.type !== LUA_TNIL && iscleared(g, n.type, n.value)) {
        n.type = LUA_TNIL;
        n.value = null;
        removeentry(g, n);
      }
    }
  }
}

function atomic(L: LuaState): number {
  const g = L.l_G;
  const grayagain = g.grayagain;
  g.gcstate = GCSinsideatomic;
  g.GCmemtrav = 0;
  markhandle(g, L.h);
  markvalue(g, g.l_registry);
  markmt(g);
  remarkupvals(g);
  propagateall(g);
  let work = g.GCmemtrav;
  g.gray = grayagain;
  propagateall(g);
  g.GCmemtrav = 0;
  convergeephemerons(g);
  clearvalues(g, g.weak, 0);
  clearvalues(g, g.allweak, 0);
  const origweak = g.weak;
  const origall = g.allweak;
  work += g.GCmemtrav;
  separatetobefnz(g, false);
  g.gcfinnum = 1;
  for (let h = g.next[TOBEFNZ]!; h !== 0; h = g.next[h]!) markhandle(g, h);
  propagateall(g);
  g.GCmemtrav = 0;
  convergeephemerons(g);
  clearkeys(g, g.ephemeron);
  clearkeys(g, g.allweak);
  clearvalues(g, g.weak, origweak);
  clearvalues(g, g.allweak, origall);
  g.currentwhite = otherwhite(g);
  work += g.GCmemtrav;
  return work;
}

// ---------------------------------------------------------------- finalizers

function separatetobefnz(g: GlobalState, all: boolean): void {
  let last = TOBEFNZ;
  while (g.next[last] !== 0) last = g.next[last]!;
  let p = FINOBJ;
  let h: number;
  while ((h = g.next[p]!) !== 0) {
    if (!((g.marked[h]! & WHITEBITS) !== 0 || all)) p = h;
    else {
      g.next[p] = g.next[h]!;
      g.next[h] = 0;
      g.next[last] = h;
      last = h;
    }
  }
}

/** An object got a metatable: if that has `__gc`, the object waits in the list of finalizable ones. */
export function luaC_checkfinalizer(L: LuaState, h: number, mt: Table | null): void {
  const g = L.l_G;
  if (h === 0 || (g.marked[h]! & FINALIZED) !== 0 || gfasttm(g, mt, TM_GC) === null) return;
  if (issweepphase(g)) {
    makewhite(g, h);
    if (g.sweepgc === h) g.sweepgc = sweeptolive(L, h);
  }
  let p = ALLGC;
  while (g.next[p] !== h) p = g.next[p]!;
  g.next[p] = g.next[h]!;
  g.next[h] = g.next[FINOBJ]!;
  g.next[FINOBJ] = h;
  g.marked[h]! |= FINALIZED;
}

function issweepphase(g: GlobalState): boolean {
  return g.gcstate >= GCSswpallgc && g.gcstate <= GCSswpend;
}

function dothecall(L: LuaState): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_dothecall;
  luaD_callnoyield(L, L.top - 2, 0);
  g.sp--;
}

const CIST_FIN = 1 << 8;
const LUA_ERRRUN = 2;
const LUA_ERRGCMM = 5;
const ERROR_IN_GC = new TextEncoder().encode('error in __gc metamethod (%s)');
const NO_MESSAGE = new TextEncoder().encode('no message');

function GCTM(L: LuaState, propagateerrors: boolean): void {
  const g = L.l_G;
  const h = g.next[TOBEFNZ]!;
  g.next[TOBEFNZ] = g.next[h]!;
  g.next[h] = g.next[ALLGC]!;
  g.next[ALLGC] = h;
  g.marked[h]! &= ~FINALIZED;
  if (issweepphase(g)) makewhite(g, h);
  const v = new TValue(g.tag[h]!, g.object[h] as Table);
  const tm = luaT_gettmbyobj(L, v, TM_GC);
  if ((tm.type & 0x0f) !== LUA_TFUNCTION) return;
  const oldah = L.allowhook;
  const running = g.gcrunning;
  L.allowhook = 0;
  g.gcrunning = false;
  g.frames[g.sp++] = F_GCTM;
  L.stack[L.top++]!.setfrom(tm);
  L.stack[L.top++]!.setfrom(v);
  L.ci.callstatus |= CIST_FIN;
  let status = luaD_pcall(L, dothecall, null, L.top - 2, 0);
  L.ci.callstatus &= ~CIST_FIN;
  L.allowhook = oldah;
  g.gcrunning = running;
  g.sp--;
  if (status !== 0 && propagateerrors) {
    if (status === LUA_ERRRUN) {
      const top = L.stack[L.top - 1]!;
      g.m.luaO_pushfstring(L, ERROR_IN_GC, (top.type & 0x0f) === LUA_TSTRING ? top.svalue() : NO_MESSAGE);
      status = LUA_ERRGCMM;
    }
    luaD_throw(L, status);
  }
}

function runafewfinalizers(L: LuaState): number {
  const g = L.l_G;
  let i = 0;
  g.frames[g.sp++] = F_runafew;
  for (; g.next[TOBEFNZ] !== 0 && i < g.gcfinnum; i++) GCTM(L, true);
  g.gcfinnum = g.next[TOBEFNZ] === 0 ? 0 : g.gcfinnum * 2;
  g.sp--;
  return i;
}

// ---------------------------------------------------------------- sweeping

function freeobj(L: LuaState, h: number): void {
  const g = L.l_G;
  const address = g.address[h]!;
  const tag = g.tag[h];
  g.left -=
    tag === LUA_TSHRSTR
      ? CYCLES_SWEEP_DEAD_SHORT
      : tag === LUA_TLNGSTR
        ? CYCLES_SWEEP_DEAD_LONG
        : CYCLES_SWEEP_DEAD;
  switch (tag) {
    case LUA_TSHRSTR: {
      const ts = g.object[h] as TString;
      luaS_remove(g, ts);
      luaM_free(L, address, SIZE_STRING + ts.realstring.length, KIND.shrstr);
      break;
    }
    case LUA_TLNGSTR:
      luaM_free(L, address, SIZE_STRING + (g.object[h] as TString).realstring.length, KIND.lngstr);
      break;
    case LUA_TTABLE:
      luaH_free(L, g.object[h] as Table, address);
      break;
    case LUA_TLCL: {
      const cl = g.object[h] as LClosure;
      for (const uv of cl.upvals) if (uv !== null) luaC_upvdeccount(L, uv);
      luaM_free(L, address, 16 + 4 * cl.nupvalues, KIND.lclosure);
      break;
    }
    case LUA_TCCL:
      luaM_free(L, address, 16 + g.sizes.tvalue * (g.object[h] as CClosure).nupvalues, KIND.cclosure);
      break;
    case LUA_TUSERDATA:
      luaM_free(L, address, g.sizes.udata + (g.object[h] as Udata).len, KIND.udata);
      break;
    case LUA_TTHREAD:
      luaE_freethread(L, g.object[h] as LuaState, address);
      break;
    case LUA_TPROTO:
      luaF_freeproto(L, g.object[h] as Proto, address);
      break;
  }
  g.object[h] = null;
  g.marked[h] = 0;
  g.next[h] = g.freeHandle;
  g.freeHandle = h;
}

/** Sweeps up to `count` objects behind link `p`; returns the link where it stopped, 0 at the end of the list. */
function sweeplist(L: LuaState, link: number, count: number): number {
  const g = L.l_G;
  const ow = otherwhite(g);
  const white = g.currentwhite;
  let p = link;
  let h = 0;
  g.frames[g.sp++] = F_sweeplist;
  while ((h = g.next[p]!) !== 0 && count-- > 0) {
    const marked = g.marked[h]!;
    if (((marked ^ WHITEBITS) & ow) === 0) {
      g.next[p] = g.next[h]!;
      freeobj(L, h);
    } else {
      g.marked[h] = (marked & ~(WHITEBITS | BLACK)) | white;
      g.left -= CYCLES_SWEEP_LIVE;
      p = h;
    }
  }
  g.sp--;
  return h === 0 ? 0 : p;
}

function sweeptolive(L: LuaState, link: number): number {
  const g = L.l_G;
  let p = link;
  g.frames[g.sp++] = F_sweeptolive;
  do {
    p = sweeplist(L, p, 1);
  } while (p === link);
  g.sp--;
  return p;
}

function entersweep(L: LuaState): void {
  const g = L.l_G;
  g.gcstate = GCSswpallgc;
  g.frames[g.sp++] = F_entersweep;
  g.sweepgc = sweeptolive(L, ALLGC);
  g.sp--;
}

function sweepstep(L: LuaState, nextstate: number, nextlist: number): number {
  const g = L.l_G;
  if (g.sweepgc !== 0) {
    const olddebt = g.GCdebt;
    g.frames[g.sp++] = F_sweepstep;
    g.sweepgc = sweeplist(L, g.sweepgc, GCSWEEPMAX);
    g.sp--;
    g.GCestimate += g.GCdebt - olddebt;
    if (g.sweepgc !== 0) return GCSWEEPMAX * GCSWEEPCOST;
  }
  g.gcstate = nextstate;
  g.sweepgc = nextlist;
  return 0;
}

function checkSizes(L: LuaState): void {
  const g = L.l_G;
  if (g.gckind !== KGC_EMERGENCY) {
    const olddebt = g.GCdebt;
    if (g.strtUse < g.strtSize / 4) {
      g.frames[g.sp++] = F_checkSizes;
      luaS_resize(L, g.strtSize >>> 1);
      g.sp--;
    }
    g.GCestimate += g.GCdebt - olddebt;
  }
}

// ---------------------------------------------------------------- control

function singlestep(L: LuaState): number {
  const g = L.l_G;
  switch (g.gcstate) {
    case GCSpause:
      g.GCmemtrav = g.strtSize * 4;
      restartcollection(g);
      g.gcstate = GCSpropagate;
      return g.GCmemtrav;
    case GCSpropagate:
      g.GCmemtrav = 0;
      propagatemark(g);
      if (g.gray === 0) g.gcstate = GCSatomic;
      return g.GCmemtrav;
    case GCSatomic: {
      const sp = g.sp;
      propagateall(g);
      g.frames[g.sp++] = F_atomic;
      const work = atomic(L);
      g.sp = sp;
      entersweep(L);
      g.GCestimate = gettotalbytes(g);
      return work;
    }
    case GCSswpallgc:
      return sweepstep(L, GCSswpfinobj, FINOBJ);
    case GCSswpfinobj:
      return sweepstep(L, GCSswptobefnz, TOBEFNZ);
    case GCSswptobefnz:
      return sweepstep(L, GCSswpend, 0);
    case GCSswpend:
      makewhite(g, g.mainthread!.h);
      checkSizes(L);
      g.gcstate = GCScallfin;
      return 0;
    default: // GCScallfin
      if (g.next[TOBEFNZ] !== 0 && g.gckind !== KGC_EMERGENCY) return runafewfinalizers(L) * GCFINALIZECOST;
      g.gcstate = GCSpause;
      g.collections++;
      return 0;
  }
}

/** Runs the collector until its state is in the set (one bit per state). */
export function luaC_runtilstate(L: LuaState, statesmask: number): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_runtil;
  g.frames[g.sp++] = F_singlestep;
  while ((statesmask & (1 << g.gcstate)) === 0) singlestep(L);
  g.sp -= 2;
}

/** Sets the debt so that the total stays what it is. Both are 32 bits, and small integers for the host. */
export function luaE_setdebt(g: GlobalState, debt: number): void {
  const total = gettotalbytes(g);
  const possible = Math.max(debt, total - MAX_LMEM) | 0;
  g.totalbytes = (total - possible) | 0;
  g.GCdebt = possible;
}

function setpause(g: GlobalState): void {
  const estimate = Math.floor(g.GCestimate / PAUSEADJ);
  const threshold = Math.min(estimate * g.gcpause, MAX_LMEM);
  luaE_setdebt(g, gettotalbytes(g) - threshold);
}

/** One step: works until its debt and one step size are paid, or the cycle ends. */
export function luaC_step(L: LuaState): void {
  const g = L.l_G;
  let debt = 0;
  if (g.GCdebt > 0) debt = Math.min((Math.floor(g.GCdebt / STEPMULADJ) + 1) * g.gcstepmul, MAX_LMEM);
  if (!g.gcrunning) {
    luaE_setdebt(g, -GCSTEPSIZE * 10);
    return;
  }
  const sp = g.sp;
  g.frames[sp] = F_step;
  g.frames[sp + 1] = F_singlestep;
  g.sp = sp + 2;
  do {
    debt -= singlestep(L);
  } while (debt > -GCSTEPSIZE && g.gcstate !== GCSpause);
  g.sp = sp + 1;
  if (g.gcstate === GCSpause) setpause(g);
  else {
    luaE_setdebt(g, Math.trunc(debt / g.gcstepmul) * STEPMULADJ);
    runafewfinalizers(L);
  }
  g.sp = sp;
}

/** The check after an allocation. */
export function luaC_checkGC(L: LuaState): void {
  if (L.l_G.GCdebt > 0) luaC_step(L);
}

/** A whole collection; an emergency one runs no finalizers and shrinks nothing. */
export function luaC_fullgc(L: LuaState, isemergency: boolean): void {
  const g = L.l_G;
  const kind = g.gckind;
  g.gckind = isemergency ? KGC_EMERGENCY : 0;
  g.frames[g.sp++] = F_fullgc;
  if (keepinvariant(g)) entersweep(L);
  luaC_runtilstate(L, 1 << GCSpause);
  luaC_runtilstate(L, ~(1 << GCSpause));
  luaC_runtilstate(L, 1 << GCScallfin);
  luaC_runtilstate(L, 1 << GCSpause);
  g.gckind = kind === KGC_EMERGENCY ? kind : 0;
  setpause(g);
  g.sp--;
}

/** Frees everything (end of a machine). Finalizers run first. */
export function luaC_freeallobjects(L: LuaState): void {
  const g = L.l_G;
  separatetobefnz(g, true);
  while (g.next[TOBEFNZ] !== 0) GCTM(L, false);
  g.currentwhite = WHITEBITS;
  g.gckind = 0;
  for (const head of [FINOBJ, ALLGC, FIXEDGC]) {
    let h: number;
    while ((h = g.next[head]!) !== 0) {
      g.next[head] = g.next[h]!;
      freeobj(L, h);
    }
  }
}

/** Checks the collector's books; returns what is wrong. For tests. */
export function checkCollector(g: GlobalState): string[] {
  const wrong: string[] = [];
  const seen = new Set<number>();
  for (const head of [ALLGC, FINOBJ, TOBEFNZ, FIXEDGC]) {
    for (let h = g.next[head]!; h !== 0; h = g.next[h]!) {
      if (seen.has(h)) {
        wrong.push(`object ${h} is in two lists`);
        break;
      }
      seen.add(h);
      if (g.object[h] === null) wrong.push(`freed object ${h} is still in a list`);
      if (g.tag[h] === LUA_TSHRSTR && head === ALLGC) {
        const ts = g.object[h] as TString;
        let p = g.strt[ts.hash & (g.strtSize - 1)] ?? null;
        while (p !== null && p !== ts) p = p.hnext;
        if (p === null) wrong.push(`string ${ts.name ?? h} is not in the string table`);
      }
    }
  }
  return wrong;
}
