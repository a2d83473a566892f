/** Closures, upvalues and prototypes (lfunc.c of Lua 5.3). */
import { fid } from './frames.js';
import { luaC_newobj, luaC_upvalbarrier } from './gc.js';
import { SIZE_PROTO } from './global.js';
import { luaM_free, luaM_new } from './memory.js';
import type { CFunction, LuaState } from './objects.js';
import {
  CClosure,
  KIND,
  LClosure,
  LUA_TCCL,
  LUA_TLCL,
  LUA_TNIL,
  LUA_TPROTO,
  Proto,
  TValue,
  UpVal,
} from './objects.js';

export { Proto };
export const MAXUPVAL = 255;
const F_newLclosure = fid('luaF_newLclosure');
const F_newCclosure = fid('luaF_newCclosure');
const F_findupval = fid('luaF_findupval');
const F_initupvals = fid('luaF_initupvals');
const F_newproto = fid('luaF_newproto');

export function luaF_newLclosure(L: LuaState, n: number): LClosure {
  const g = L.l_G;
  const cl = new LClosure(n);
  g.frames[g.sp++] = F_newLclosure;
  cl.h = luaC_newobj(L, LUA_TLCL, 16 + 4 * n, KIND.lclosure, cl);
  g.sp--;
  return cl;
}

export function luaF_newCclosure(L: LuaState, f: CFunction, n: number): CClosure {
  const g = L.l_G;
  const cl = new CClosure(f, n);
  g.frames[g.sp++] = F_newCclosure;
  cl.h = luaC_newobj(L, LUA_TCCL, 16 + g.sizes.tvalue * n, KIND.cclosure, cl);
  g.sp--;
  return cl;
}

function newupval(L: LuaState, v: TValue, kindFrame: number): UpVal {
  const g = L.l_G;
  const uv = new UpVal(v);
  g.frames[g.sp++] = kindFrame;
  uv.address = luaM_new(L, g.sizes.upval, KIND.upval);
  g.sp--;
  return uv;
}

/** Fills a closure with new closed upvalues. */
export function luaF_initupvals(L: LuaState, cl: LClosure): void {
  for (let i = 0; i < cl.nupvalues; i++) {
    const uv = newupval(L, new TValue(LUA_TNIL, null), F_initupvals);
    uv.refcount = 1;
    cl.upvals[i] = uv;
  }
}

/** The open upvalue of a stack level, made if there is none. */
export function luaF_findupval(L: LuaState, level: number): UpVal {
  let previous: UpVal | null = null;
  let p = L.openupval;
  while (p !== null && p.level >= level) {
    if (p.level === level) return p;
    previous = p;
    p = p.next;
  }
  const uv = newupval(L, L.stack[level]!, F_findupval);
  uv.level = level;
  uv.touched = true;
  uv.next = p;
  if (previous === null) L.openupval = uv;
  else previous.next = uv;
  if (!L.inTwups) {
    L.inTwups = true;
    L.l_G.twups.unshift(L);
  }
  return uv;
}

/** Closes all upvalues at or above `level`: each keeps its value slot, the stack gets a fresh one. */
export function luaF_close(L: LuaState, level: number): void {
  let uv = L.openupval;
  while (uv !== null && uv.level >= level) {
    L.openupval = uv.next;
    const slot = uv.v;
    L.stack[uv.level] = new TValue(slot.type, slot.value);
    uv.level = -1;
    uv.next = null;
    if (uv.refcount === 0) {
      luaM_free(L, uv.address, L.l_G.sizes.upval, KIND.upval);
      uv.address = 0;
    } else luaC_upvalbarrier(L, uv);
    uv = L.openupval;
  }
}

export function luaF_newproto(L: LuaState): Proto {
  const g = L.l_G;
  const f = new Proto();
  f.uid = ++g.protos;
  g.frames[g.sp++] = F_newproto;
  f.h = luaC_newobj(L, LUA_TPROTO, SIZE_PROTO, KIND.proto, f);
  g.sp--;
  return f;
}

export function luaF_freeproto(L: LuaState, f: Proto, address: number): void {
  const tvalue = L.l_G.sizes.tvalue;
  luaM_free(L, f.codeAddress, 4 * f.sizecode, KIND.code);
  luaM_free(L, f.pAddress, 4 * f.sizep, KIND.p);
  luaM_free(L, f.kAddress, tvalue * f.sizek, KIND.k);
  luaM_free(L, f.lineinfoAddress, f.sizelineinfo, KIND.lineinfo);
  luaM_free(L, f.locvarsAddress, 12 * f.sizelocvars, KIND.locvars);
  luaM_free(L, f.upvaluesAddress, 8 * f.sizeupvalues, KIND.upvalues);
  luaM_free(L, address, SIZE_PROTO, KIND.proto);
}

/** Name of the n-th local variable active at `pc`, null when unknown (it is after stripping). */
export function luaF_getlocalname(f: Proto, local: number, pc: number): Uint8Array | null {
  let n = local;
  for (const v of f.locvars) {
    if (v.startpc > pc) break;
    if (pc < v.endpc && --n === 0) return v.varname?.realstring ?? null;
  }
  return null;
}
