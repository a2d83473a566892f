/** Threads and call records (lstate.c of Lua 5.3). */
import { fid } from './frames.js';
import { linkObject, luaC_checkGC } from './gc.js';
import { SIZE_CALLINFO, SIZE_THREAD } from './global.js';
import { luaF_close } from './func.js';
import { luaM_free, luaM_new } from './memory.js';
import { CallInfo, KIND, LUA_TNIL, LUA_TTHREAD, LuaState, TValue } from './objects.js';

export { CallInfo };
export { LuaState as lua_State };
export const EXTRA_STACK = 5;
export const LUA_MINSTACK = 20;
export const BASIC_STACK_SIZE = 2 * LUA_MINSTACK;
export const CIST_OAH = 1 << 0;
export const CIST_LUA = 1 << 1;
export const CIST_HOOKED = 1 << 2;
export const CIST_FRESH = 1 << 3;
export const CIST_YPCALL = 1 << 4;
export const CIST_TAIL = 1 << 5;
export const CIST_HOOKYIELD = 1 << 6;
export const CIST_LEQ = 1 << 7;
export const CIST_FIN = 1 << 8;

const F_extendCI = fid('luaE_extendCI');
const F_freeCI = fid('luaE_freeCI');
const F_shrinkCI = fid('luaE_shrinkCI');
const F_stack_init = fid('stack_init');
const F_newthread = fid('lua_newthread');

/** A new call record behind the current one. */
export function luaE_extendCI(L: LuaState): CallInfo {
  const g = L.l_G;
  g.frames[g.sp++] = F_extendCI;
  const ci = new CallInfo();
  ci.address = luaM_new(L, SIZE_CALLINFO, KIND.callinfo);
  g.sp--;
  L.ci.next = ci;
  ci.previous = L.ci;
  L.nci++;
  return ci;
}

/** Frees all call records behind the current one. */
export function luaE_freeCI(L: LuaState): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_freeCI;
  let next = L.ci.next;
  L.ci.next = null;
  while (next !== null) {
    const ci = next;
    next = ci.next;
    luaM_free(L, ci.address, SIZE_CALLINFO, KIND.callinfo);
    L.nci--;
  }
  g.sp--;
}

/** Frees half of the call records that are not in use. */
export function luaE_shrinkCI(L: LuaState): void {
  const g = L.l_G;
  let ci: CallInfo = L.ci;
  let next2: CallInfo | null;
  g.frames[g.sp++] = F_shrinkCI;
  while (ci.next !== null && (next2 = ci.next.next) !== null) {
    luaM_free(L, ci.next.address, SIZE_CALLINFO, KIND.callinfo);
    L.nci--;
    ci.next = next2;
    next2.previous = ci;
    ci = next2;
  }
  g.sp--;
}

/** First stack of a thread: 40 slots. */
export function stack_init(L1: LuaState, L: LuaState): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_stack_init;
  L1.stackAddress = luaM_new(L, BASIC_STACK_SIZE * g.sizes.tvalue, KIND.stack);
  g.sp--;
  L1.stacksize = BASIC_STACK_SIZE;
  for (let i = 0; i < BASIC_STACK_SIZE; i++) L1.stack.push(new TValue(LUA_TNIL, null));
  L1.stack_last = BASIC_STACK_SIZE - EXTRA_STACK;
  const ci = L1.base_ci;
  ci.next = ci.previous = null;
  ci.callstatus = 0;
  ci.funcOff = 0;
  ci.func = L1.stack[0]!;
  L1.top = 1;
  ci.top = L1.top + LUA_MINSTACK;
  L1.ci = ci;
}

/** A new coroutine, pushed on the stack of `L`. */
export function lua_newthread(L: LuaState): LuaState {
  const g = L.l_G;
  luaC_checkGC(L);
  g.frames[g.sp++] = F_newthread;
  const L1 = new LuaState(g);
  const address = luaM_new(L, SIZE_THREAD, KIND.thread);
  L1.h = linkObject(g, LUA_TTHREAD, address, L1);
  L.stack[L.top++]!.set(LUA_TTHREAD, L1);
  L1.hookmask = L.hookmask;
  L1.basehookcount = L.basehookcount;
  L1.hook = L.hook;
  L1.hookcount = L1.basehookcount;
  stack_init(L1, L);
  g.sp--;
  return L1;
}

/** Frees stack, call records and block of a dead thread. */
export function luaE_freethread(L: LuaState, L1: LuaState, address: number): void {
  luaF_close(L1, 0);
  L1.ci = L1.base_ci;
  luaE_freeCI(L1);
  luaM_free(L, L1.stackAddress, L1.stacksize * L.l_G.sizes.tvalue, KIND.stack);
  L1.stack = [];
  luaM_free(L, address, SIZE_THREAD, KIND.thread);
}
