/** Strings (lstring.c of Lua 5.3): short ones are interned in a table of buckets that the chip's heap holds. */
import { EXTRA } from './cycles.js';
import { fid } from './frames.js';
import { otherwhite, luaC_newobj } from './gc.js';
import { SIZE_STRING } from './global.js';
import type { GlobalState } from './global.js';
import { luaM_realloc } from './memory.js';
import type { LuaState, Udata } from './objects.js';
import { KIND, LUA_TLNGSTR, LUA_TSHRSTR, TString } from './objects.js';
import * as objects from './objects.js';

export { TString };
/** Longest interned string. */
export const LUAI_MAXSHORTLEN = 40;
/** Slots of the string table at start (NodeMCU: 128). */
export const MINSTRTABSIZE = 128;

const F_newlstr = fid('luaS_newlstr');
const F_new = fid('luaS_new');
const F_intern = fid('internshrstr');
const F_long = fid('luaS_createlngstrobj');
const F_resize = fid('luaS_resize');
const F_newudata = fid('luaS_newudata');

/** Lua 5.3's string hash: all bytes up to 32, then a sample. */
export function luaS_hash(bytes: Uint8Array, length: number, seed: number): number {
  let h = (seed ^ length) >>> 0;
  const step = (length >> 5) + 1;
  for (let l = length; l >= step; l -= step) h ^= ((h << 5) + (h >>> 2) + bytes[l - 1]!) | 0;
  return h >>> 0;
}

/** Hash of any string; long ones compute theirs when first asked. */
export function luaS_hashlongstr(ts: TString): number {
  if (ts.hash < 0) ts.hash = luaS_hash(ts.realstring, ts.realstring.length, 0x6d2b79f5);
  return ts.hash;
}

/** Equality of two strings of any length. */
export function luaS_eqlngstr(a: TString, b: TString): boolean {
  if (a === b) return true;
  if (a.tt !== b.tt || a.tt === LUA_TSHRSTR) return false;
  const x = a.realstring;
  const y = b.realstring;
  if (x.length !== y.length) return false;
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

function sameBytes(a: Uint8Array, b: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Grows or shrinks the bucket array to `newsize` (a power of two). */
export function luaS_resize(L: LuaState, newsize: number): void {
  const g = L.l_G;
  const oldsize = g.strtSize;
  g.frames[g.sp++] = F_resize;
  if (newsize > oldsize) {
    g.strtAddress = luaM_realloc(L, g.strtAddress, oldsize * 4, newsize * 4, KIND.strt);
    for (let i = oldsize; i < newsize; i++) g.strt.push(null);
  }
  for (let i = 0; i < oldsize; i++) {
    let p = g.strt[i]!;
    g.strt[i] = null;
    while (p !== null) {
      const hnext: TString | null = p.hnext;
      const slot = p.hash & (newsize - 1);
      p.hnext = g.strt[slot]!;
      g.strt[slot] = p;
      p = hnext!;
    }
  }
  if (newsize < oldsize) {
    g.strtAddress = luaM_realloc(L, g.strtAddress, oldsize * 4, newsize * 4, KIND.strt);
    g.strt.length = newsize;
  }
  g.strtSize = newsize;
  g.sp--;
}

/** Removes a dead short string from its bucket. */
export function luaS_remove(g: GlobalState, ts: TString): void {
  const slot = ts.hash & (g.strtSize - 1);
  let p = g.strt[slot]!;
  if (p === ts) g.strt[slot] = ts.hnext;
  else {
    while (p.hnext !== ts) p = p.hnext!;
    p.hnext = ts.hnext;
  }
  g.strtUse--;
}

/** The short string with these bytes. `bytes` is copied when a new object is made. */
function internshrstr(L: LuaState, bytes: Uint8Array, length: number): TString {
  const g = L.l_G;
  const h = luaS_hash(bytes, length, g.seed);
  g.left -= EXTRA.intern + EXTRA.internByte * length;
  let ts = g.strt[h & (g.strtSize - 1)]!;
  while (ts !== null) {
    if (ts.hash === h && ts.realstring.length === length && sameBytes(ts.realstring, bytes, length)) {
      if ((g.marked[ts.h]! & (otherwhite(g) & 3)) !== 0) g.marked[ts.h]! ^= 3; // dead but not yet collected: resurrect
      return ts;
    }
    ts = ts.hnext!;
  }
  const sp = g.sp;
  g.frames[sp] = F_newlstr;
  g.frames[sp + 1] = F_intern;
  g.sp = sp + 2;
  if (g.strtUse >= g.strtSize) luaS_resize(L, g.strtSize * 2);
  const made = new TString(LUA_TSHRSTR, bytes.slice(0, length), h);
  made.h = luaC_newobj(L, LUA_TSHRSTR, SIZE_STRING + length, KIND.shrstr, made);
  g.sp = sp;
  const slot = h & (g.strtSize - 1);
  made.hnext = g.strt[slot]!;
  g.strt[slot] = made;
  g.strtUse++;
  g.left -= EXTRA.internNew;
  return made;
}

/** A new long string that takes over `bytes`. */
export function luaS_createlngstrobj(L: LuaState, bytes: Uint8Array): TString {
  const g = L.l_G;
  g.frames[g.sp++] = F_long;
  const made = new TString(LUA_TLNGSTR, bytes, -1);
  made.h = luaC_newobj(L, LUA_TLNGSTR, SIZE_STRING + bytes.length, KIND.lngstr, made);
  g.sp--;
  return made;
}

/** A string with a copy of the first `length` bytes. */
export function luaS_newlstr(L: LuaState, bytes: Uint8Array, length: number = bytes.length): TString {
  if (length <= LUAI_MAXSHORTLEN) return internshrstr(L, bytes, length);
  const g = L.l_G;
  g.frames[g.sp++] = F_newlstr;
  g.left -= (length * 11) >> 4; // copy
  const ts = luaS_createlngstrobj(L, bytes.slice(0, length));
  g.sp--;
  return ts;
}

/** fengari's name for {@link luaS_newlstr}; the bytes are copied here too, so callers may reuse them. */
export function luaS_bless(L: LuaState, bytes: Uint8Array): TString {
  return luaS_newlstr(L, bytes, bytes.length);
}

/** C `luaS_new`: a zero-terminated string of the C side. */
export function luaS_new(L: LuaState, bytes: Uint8Array): TString {
  const g = L.l_G;
  g.frames[g.sp++] = F_new;
  const ts = luaS_newlstr(L, bytes, bytes.length);
  g.sp--;
  return ts;
}

const literals = new Map<string, Uint8Array>();
/** Bytes of a literal of ours (UTF-8), made once. The map only ever holds texts of the program itself. */
export function literal(text: string): Uint8Array {
  let bytes = literals.get(text);
  if (bytes === undefined) {
    bytes = new TextEncoder().encode(text);
    literals.set(text, bytes);
  }
  return bytes;
}

/** A string from a literal of ours. */
export function luaS_newliteral(L: LuaState, text: string): TString {
  return luaS_newlstr(L, literal(text));
}

/** A full userdata of `size` bytes. */
export function luaS_newudata(L: LuaState, size: number): Udata {
  const g = L.l_G;
  g.frames[g.sp++] = F_newudata;
  const u = new objects.Udata(size);
  u.h = luaC_newobj(L, objects.LUA_TUSERDATA, g.sizes.udata + size, KIND.udata, u);
  g.sp--;
  return u;
}
