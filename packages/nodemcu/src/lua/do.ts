/** Calls, errors, stacks and coroutines (ldo.c of Lua 5.3). */
import { CALL_CYCLES, EXTRA } from './cycles.js';
import { fid } from './frames.js';
import { WORK } from './function-cycles.js';
import { luaF_close, luaF_initupvals } from './func.js';
import { luaC_checkGC } from './gc.js';
import { nextNumber, type MBufferLike, type DyndataLike } from './global.js';
import { LUA_ERRMEM, luaM_free, luaM_realloc } from './memory.js';
import type { CallInfo, CClosure, CFunction, LClosure, LongJump, LuaState, Proto } from './objects.js';
import { KIND, LUA_TCCL, LUA_TLCF, LUA_TLCL, LUA_TNIL, TValue } from './objects.js';
import { CIST_HOOKED, CIST_LUA, CIST_OAH, CIST_TAIL, CIST_YPCALL } from './state.js';
import { EXTRA_STACK, LUA_MINSTACK, luaE_extendCI, luaE_freeCI, luaE_shrinkCI } from './state.js';
import { literal, luaS_newliteral } from './strings.js';
import { luaT_gettmbyobj, TMS } from './tm.js';
import { luaV_execute, luaV_finishOp } from './vm.js';

/** Stack limit of NodeMCU. */
export const LUAI_MAXSTACK = 12000;
export const LUAI_MAXCCALLS = 200;
const ERRORSTACKSIZE = LUAI_MAXSTACK + 200;
export const LUA_MULTRET = -1;
export const LUA_OK = 0;
export const LUA_YIELD = 1;
export const LUA_ERRRUN = 2;
export const LUA_ERRSYNTAX = 3;
export const LUA_ERRGCMM = 5;
export const LUA_ERRERR = 6;
const LUA_HOOKCALL = 0;
const LUA_HOOKRET = 1;
const LUA_HOOKTAILCALL = 4;
const LUA_MASKCALL = 1;
const LUA_MASKRET = 2;
const LUA_MASKLINE = 4;
const OP_TAILCALL = 37;

const F_rawrun = fid('luaD_rawrunprotected');
const F_pcall = fid('luaD_pcall');
const F_call = fid('luaD_call');
const F_callnoyield = fid('luaD_callnoyield');
const F_precall = fid('luaD_precall');
const F_growstack = fid('luaD_growstack');
const F_reallocstack = fid('luaD_reallocstack');
const F_shrinkstack = fid('luaD_shrinkstack');
const F_protectedparser = fid('luaD_protectedparser');
const F_f_parser = fid('f_parser');
const F_resume = fid('lua_resume');
const F_resumebody = fid('resume');
const F_unroll = fid('unroll');
const F_finishCcall = fid('finishCcall');
const F_hook = fid('luaD_hook');

/** No error handler was left: the device would panic and restart. */
export class LuaPanic extends Error {
  constructor(readonly text: string) {
    super(`PANIC: unprotected error in call to Lua API (${text})`);
    this.name = 'LuaPanic';
  }
}

/** Moves the top; slots that come into use are nil. */
export function adjust_top(L: LuaState, newtop: number): void {
  const stack = L.stack;
  for (let i = L.top; i < newtop; i++) {
    const slot = stack[i]!;
    slot.type = LUA_TNIL;
    slot.value = null;
  }
  L.top = newtop;
}

function seterrorobj(L: LuaState, errcode: number, oldtop: number): void {
  const slot = L.stack[oldtop]!;
  switch (errcode) {
    case LUA_ERRMEM:
      slot.setsvalue(L.l_G.memerrmsg!);
      break;
    case LUA_ERRERR:
      slot.setsvalue(luaS_newliteral(L, 'error in error handling'));
      break;
    default:
      slot.setfrom(L.stack[L.top - 1]!);
  }
  L.top = oldtop + 1;
}

export function luaD_reallocstack(L: LuaState, newsize: number): void {
  const g = L.l_G;
  const stack = L.stack;
  g.frames[g.sp++] = F_reallocstack;
  const bytes = g.sizes.tvalue;
  L.stackAddress = luaM_realloc(L, L.stackAddress, L.stacksize * bytes, newsize * bytes, KIND.stack);
  g.sp--;
  for (let i = stack.length; i < newsize; i++) stack.push(new TValue(LUA_TNIL, null));
  stack.length = newsize;
  L.stacksize = newsize;
  L.stack_last = newsize - EXTRA_STACK;
}

export function luaD_growstack(L: LuaState, n: number): void {
  const g = L.l_G;
  const size = L.stacksize;
  if (size > LUAI_MAXSTACK) luaD_throw(L, LUA_ERRERR);
  const needed = L.top + n + EXTRA_STACK;
  let newsize = 2 * size;
  if (newsize > LUAI_MAXSTACK) newsize = LUAI_MAXSTACK;
  if (newsize < needed) newsize = needed;
  g.frames[g.sp++] = F_growstack;
  if (newsize > LUAI_MAXSTACK) {
    luaD_reallocstack(L, ERRORSTACKSIZE);
    g.m.luaG_runerror(L, literal('stack overflow'));
  }
  luaD_reallocstack(L, newsize);
  g.sp--;
}

export function luaD_checkstack(L: LuaState, n: number): void {
  if (L.stack_last - L.top <= n) luaD_growstack(L, n);
}

/** Before a call: like checkstack, but the collector gets its turn first. */
function checkstackGC(L: LuaState, n: number): void {
  if (L.stack_last - L.top <= n) {
    const g = L.l_G;
    g.frames[g.sp++] = F_precall;
    luaC_checkGC(L);
    luaD_growstack(L, n);
    g.sp--;
  }
}

function stackinuse(L: LuaState): number {
  let lim = L.top;
  for (let ci: CallInfo | null = L.ci; ci !== null; ci = ci.previous) if (lim < ci.top) lim = ci.top;
  return lim + 1;
}

/** At the start of a collection: gives back unused stack and call records. */
export function luaD_shrinkstack(L: LuaState): void {
  const g = L.l_G;
  const inuse = stackinuse(L);
  let goodsize = inuse + (inuse >>> 3) + 2 * EXTRA_STACK;
  if (goodsize > LUAI_MAXSTACK) goodsize = LUAI_MAXSTACK;
  g.frames[g.sp++] = F_shrinkstack;
  if (L.stacksize > LUAI_MAXSTACK) luaE_freeCI(L);
  else luaE_shrinkCI(L);
  if (inuse <= LUAI_MAXSTACK - EXTRA_STACK && goodsize < L.stacksize) luaD_reallocstack(L, goodsize);
  g.sp--;
}

export function luaD_inctop(L: LuaState): void {
  luaD_checkstack(L, 1);
  const slot = L.stack[L.top++]!;
  slot.type = LUA_TNIL;
  slot.value = null;
}

/** Next call record, from the list or new. */
function next_ci(L: LuaState): CallInfo {
  let ci = L.ci.next;
  if (ci === null) {
    const g = L.l_G;
    g.frames[g.sp++] = F_precall;
    ci = luaE_extendCI(L);
    g.sp--;
  }
  L.ci = ci;
  return ci;
}

const { c: CYCLES_C_CALL, lua: CYCLES_LUA_CALL, unknownFunction: CYCLES_DEFAULT_FUNCTION } = CALL_CYCLES;

/**
 * Prepares the call of the function at stack index `off`; runs it if it is a C function.
 * @returns true if the call is done, false if the interpreter has to run the new Lua frame
 */
export function luaD_precall(L: LuaState, off: number, nresults: number): boolean {
  const func = L.stack[off]!;
  const type = func.type;
  if (type === LUA_TLCL) {
    const p = (func.value as LClosure).p!;
    let n = L.top - off - 1;
    const fsize = p.maxstacksize;
    if (L.stack_last - L.top <= fsize) checkstackGC(L, fsize);
    const stack = L.stack;
    let base: number;
    if (p.is_vararg) base = adjust_varargs(L, p, n);
    else {
      for (; n < p.numparams; n++) {
        const slot = stack[L.top++]!;
        slot.type = LUA_TNIL;
        slot.value = null;
      }
      base = off + 1;
    }
    let ci = L.ci.next;
    if (ci === null) ci = next_ci(L);
    else L.ci = ci;
    ci.nresults = nresults;
    ci.funcOff = off;
    ci.func = func;
    ci.l_base = base;
    L.top = ci.top = base + fsize;
    ci.l_code = p.code;
    ci.l_savedpc = 0;
    ci.callstatus = CIST_LUA;
    ci.activation = nextNumber(L.l_G);
    L.l_G.left -= CYCLES_LUA_CALL;
    if ((L.hookmask & LUA_MASKCALL) !== 0) callhook(L, ci);
    return false;
  }
  if (type === LUA_TLCF || type === LUA_TCCL) {
    const f = type === LUA_TCCL ? (func.value as CClosure).f : (func.value as CFunction);
    if (L.stack_last - L.top <= LUA_MINSTACK) checkstackGC(L, LUA_MINSTACK);
    const ci = next_ci(L);
    ci.nresults = nresults;
    ci.funcOff = off;
    ci.func = func;
    ci.top = L.top + LUA_MINSTACK;
    ci.callstatus = 0;
    const g = L.l_G;
    const sp = g.sp;
    g.frames[sp] = F_precall;
    g.frames[sp + 1] = f.cname ?? 0;
    g.sp = sp + 2;
    g.left -= CYCLES_C_CALL + (f.cycles ?? CYCLES_DEFAULT_FUNCTION);
    if ((L.hookmask & LUA_MASKCALL) !== 0) luaD_hook(L, LUA_HOOKCALL, -1);
    const n = f(L);
    g.sp = sp;
    luaD_poscall(L, ci, L.top - n, n);
    return true;
  }
  luaD_checkstack(L, 1);
  tryfuncTM(L, off, func);
  return luaD_precall(L, off, nresults);
}

/** Ends a call: moves `nres` results from `firstResult` to where the caller wants them. */
export function luaD_poscall(L: LuaState, ci: CallInfo, firstResult: number, nres: number): boolean {
  const wanted = ci.nresults;
  let first = firstResult;
  if ((L.hookmask & (LUA_MASKRET | LUA_MASKLINE)) !== 0) {
    if ((L.hookmask & LUA_MASKRET) !== 0) {
      luaD_hook(L, LUA_HOOKRET, -1);
      first = firstResult;
    }
    L.oldpc = ci.previous!.l_savedpc;
  }
  const res = ci.funcOff;
  L.ci = ci.previous!;
  const stack = L.stack;
  switch (wanted) {
    case 0:
      L.top = res;
      return true;
    case 1: {
      const to = stack[res]!;
      if (nres === 0) {
        to.type = LUA_TNIL;
        to.value = null;
      } else {
        const from = stack[first]!;
        to.type = from.type;
        to.value = from.value;
      }
      L.top = res + 1;
      return true;
    }
    case LUA_MULTRET:
      for (let i = 0; i < nres; i++) stack[res + i]!.setfrom(stack[first + i]!);
      L.top = res + nres;
      return false;
    default: {
      let i = 0;
      const copied = wanted <= nres ? wanted : nres;
      for (; i < copied; i++) stack[res + i]!.setfrom(stack[first + i]!);
      for (; i < wanted; i++) stack[res + i]!.setnilvalue();
      L.top = res + wanted;
      return true;
    }
  }
}

interface Debug {
  event: number;
  currentline: number;
  i_ci: CallInfo;
}

/** Runs the debug hook for an event. */
export function luaD_hook(L: LuaState, event: number, line: number): void {
  const hook = L.hook;
  if (hook !== null && L.allowhook) {
    const g = L.l_G;
    const ci = L.ci;
    const top = L.top;
    const ciTop = ci.top;
    const ar = { ...DEBUG, event, currentline: line, i_ci: ci } as Debug;
    luaD_checkstack(L, LUA_MINSTACK);
    ci.top = L.top + LUA_MINSTACK;
    L.allowhook = 0;
    ci.callstatus |= CIST_HOOKED;
    g.frames[g.sp++] = F_hook;
    hook(L, ar);
    g.sp--;
    L.allowhook = 1;
    ci.top = ciTop;
    L.top = top;
    ci.callstatus &= ~CIST_HOOKED;
  }
}
const DEBUG = {
  event: NaN, name: null, namewhat: null, what: null, source: null, currentline: NaN, linedefined: NaN,
  lastlinedefined: NaN, nups: NaN, nparams: NaN, isvararg: NaN, istailcall: NaN, short_src: null, i_ci: null,
}; // prettier-ignore

function callhook(L: LuaState, ci: CallInfo): void {
  let hook = LUA_HOOKCALL;
  const previous = ci.previous!;
  ci.l_savedpc++;
  if (
    (previous.callstatus & CIST_LUA) !== 0 &&
    previous.l_code[previous.l_savedpc - 1]?.opcode === OP_TAILCALL
  ) {
    ci.callstatus |= CIST_TAIL;
    hook = LUA_HOOKTAILCALL;
  }
  luaD_hook(L, hook, -1);
  ci.l_savedpc--;
}

function adjust_varargs(L: LuaState, p: Proto, actual: number): number {
  const nfixargs = p.numparams;
  const stack = L.stack;
  L.l_G.left -= EXTRA.adjustVarargs;
  const fixed = L.top - actual;
  const base = L.top;
  let i = 0;
  for (; i < nfixargs && i < actual; i++) {
    stack[L.top++]!.setfrom(stack[fixed + i]!);
    stack[fixed + i]!.setnilvalue();
  }
  for (; i < nfixargs; i++) stack[L.top++]!.setnilvalue();
  return base;
}

function tryfuncTM(L: LuaState, off: number, func: TValue): void {
  const tm = luaT_gettmbyobj(L, func, TMS.TM_CALL);
  if (!tm.ttisfunction()) L.l_G.m.luaG_typeerror(L, func, literal('call'));
  for (let p = L.top; p > off; p--) L.stack[p]!.setfrom(L.stack[p - 1]!);
  L.top++;
  L.stack[off]!.setfrom(tm);
}

function stackerror(L: LuaState): void {
  if (L.nCcalls === LUAI_MAXCCALLS) L.l_G.m.luaG_runerror(L, literal('C stack overflow'));
  else if (L.nCcalls >= LUAI_MAXCCALLS + (LUAI_MAXCCALLS >> 3)) luaD_throw(L, LUA_ERRERR);
}

/** Calls the function at stack index `off`; results replace it. */
export function luaD_call(L: LuaState, off: number, nResults: number): void {
  if (++L.nCcalls >= LUAI_MAXCCALLS) stackerror(L);
  const g = L.l_G;
  g.frames[g.sp++] = F_call;
  if (!luaD_precall(L, off, nResults)) luaV_execute(L);
  g.sp--;
  L.nCcalls--;
}

/** Raises an error: unwinds to the innermost protected call. */
export function luaD_throw(L: LuaState, errcode: number): never {
  L.l_G.left -= EXTRA.throw;
  if (L.errorJmp !== null) {
    L.errorJmp.status = errcode;
    throw L.errorJmp as unknown as Error;
  }
  const g = L.l_G;
  L.status = errcode;
  const main = g.mainthread!;
  if (main.errorJmp !== null && main !== L) {
    main.stack[main.top++]!.setfrom(L.stack[L.top - 1]!);
    luaD_throw(main, errcode);
  }
  seterrorobj(L, errcode, L.top);
  const o = L.stack[L.top - 1]!;
  throw new LuaPanic(o.ttisstring() ? o.jsstring() : 'error object is not a string');
}

/**
 * Runs `f` so that Lua errors come back as a status. Exceptions of the host (a bug, a stopped machine, heap corruption)
 * are not Lua's: the thread's state is put in order and they go on.
 */
export function luaD_rawrunprotected<T>(L: LuaState, f: (L: LuaState, ud: T) => void, ud: T): number {
  const g = L.l_G;
  const oldnCcalls = L.nCcalls;
  const sp = g.sp;
  g.left -= EXTRA.protect;
  const lj: LongJump = { status: LUA_OK, previous: L.errorJmp };
  L.errorJmp = lj;
  g.frames[g.sp++] = F_rawrun;
  try {
    f(L, ud);
  } catch (e) {
    if (e !== lj) {
      L.errorJmp = lj.previous;
      L.nCcalls = oldnCcalls;
      g.sp = sp;
      throw e;
    }
  }
  L.errorJmp = lj.previous;
  L.nCcalls = oldnCcalls;
  g.sp = sp;
  return lj.status;
}

function finishCcall(L: LuaState, status: number): void {
  const ci = L.ci;
  if ((ci.callstatus & CIST_YPCALL) !== 0) {
    ci.callstatus &= ~CIST_YPCALL;
    L.errfunc = ci.c_old_errfunc;
  }
  if (ci.nresults === LUA_MULTRET && L.ci.top < L.top) L.ci.top = L.top;
  const g = L.l_G;
  const sp = g.sp;
  g.frames[sp] = F_finishCcall;
  g.frames[sp + 1] = cnameOf(ci);
  g.sp = sp + 2;
  const n = ci.c_k!(L, status, ci.c_ctx);
  g.sp = sp;
  luaD_poscall(L, ci, L.top - n, n);
}
function cnameOf(ci: CallInfo): number {
  const func = ci.func;
  if (func.type === LUA_TLCF) return (func.value as CFunction).cname ?? 0;
  if (func.type === LUA_TCCL) return (func.value as CClosure).f.cname ?? 0;
  return 0;
}

function unroll(L: LuaState, status: number | null): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_unroll;
  if (status !== null) finishCcall(L, status);
  while (L.ci !== L.base_ci) {
    if ((L.ci.callstatus & CIST_LUA) === 0) finishCcall(L, LUA_YIELD);
    else {
      luaV_finishOp(L);
      luaV_execute(L);
    }
  }
  g.sp--;
}

function findpcall(L: LuaState): CallInfo | null {
  for (let ci: CallInfo | null = L.ci; ci !== null; ci = ci.previous)
    if ((ci.callstatus & CIST_YPCALL) !== 0) return ci;
  return null;
}

function recover(L: LuaState, status: number): boolean {
  const ci = findpcall(L);
  if (ci === null) return false;
  const oldtop = ci.extra;
  luaF_close(L, oldtop);
  seterrorobj(L, status, oldtop);
  L.ci = ci;
  L.allowhook = ci.callstatus & CIST_OAH;
  L.nny = 0;
  luaD_shrinkstack(L);
  L.errfunc = ci.c_old_errfunc;
  return true;
}

function resume_error(L: LuaState, message: string, narg: number): number {
  L.top -= narg;
  L.stack[L.top]!.setsvalue(luaS_newliteral(L, message));
  L.top++;
  return LUA_ERRRUN;
}

function resume(L: LuaState, nargs: number): void {
  const g = L.l_G;
  let n = nargs;
  let firstArg = L.top - n;
  const ci = L.ci;
  g.frames[g.sp++] = F_resumebody;
  if (L.status === LUA_OK) {
    if (!luaD_precall(L, firstArg - 1, LUA_MULTRET)) luaV_execute(L);
  } else {
    L.status = LUA_OK;
    ci.funcOff = ci.extra;
    ci.func = L.stack[ci.funcOff]!;
    if ((ci.callstatus & CIST_LUA) !== 0) luaV_execute(L);
    else {
      if (ci.c_k !== null) {
        n = ci.c_k(L, LUA_YIELD, ci.c_ctx);
        firstArg = L.top - n;
      }
      luaD_poscall(L, ci, firstArg, n);
    }
    unroll(L, null);
  }
  g.sp--;
}

export function lua_resume(L: LuaState, from: LuaState | null, nargs: number): number {
  const g = L.l_G;
  const oldnny = L.nny;
  if (L.status === LUA_OK) {
    if (L.ci !== L.base_ci) return resume_error(L, 'cannot resume non-suspended coroutine', nargs);
  } else if (L.status !== LUA_YIELD) return resume_error(L, 'cannot resume dead coroutine', nargs);
  L.nCcalls = from !== null ? from.nCcalls + 1 : 1;
  if (L.nCcalls >= LUAI_MAXCCALLS) return resume_error(L, 'C stack overflow', nargs);
  L.nny = 0;
  const sp = g.sp;
  const running = g.running;
  g.running = L;
  g.left -= EXTRA.resume;
  g.frames[g.sp++] = F_resume;
  let status = luaD_rawrunprotected(L, resume, nargs);
  while (status > LUA_YIELD && recover(L, status)) status = luaD_rawrunprotected(L, unroll, status);
  if (status > LUA_YIELD) {
    L.status = status;
    seterrorobj(L, status, L.top);
    L.ci.top = L.top;
  }
  g.sp = sp;
  g.running = running;
  L.nny = oldnny;
  L.nCcalls--;
  return status;
}

export function lua_isyieldable(L: LuaState): boolean {
  return L.nny === 0;
}

export function lua_yieldk(
  L: LuaState,
  nresults: number,
  ctx: unknown,
  k: ((L: LuaState, status: number, ctx: unknown) => number) | null,
): number {
  const ci = L.ci;
  if (L.nny > 0) {
    L.l_G.m.luaG_runerror(
      L,
      literal(
        L !== L.l_G.mainthread
          ? 'attempt to yield across a C-call boundary'
          : 'attempt to yield from outside a coroutine',
      ),
    );
  }
  L.status = LUA_YIELD;
  ci.extra = ci.funcOff;
  if ((ci.callstatus & CIST_LUA) === 0) {
    ci.c_k = k;
    if (k !== null) ci.c_ctx = ctx;
    ci.funcOff = L.top - nresults - 1;
    ci.func = L.stack[ci.funcOff]!;
    luaD_throw(L, LUA_YIELD);
  }
  return 0;
}
export function lua_yield(L: LuaState, n: number): number {
  return lua_yieldk(L, n, 0, null);
}

/** Protected call with a message handler at stack index `ef` (0: none). */
export function luaD_pcall<T>(
  L: LuaState,
  func: (L: LuaState, ud: T) => void,
  u: T,
  oldTop: number,
  ef: number,
): number {
  const g = L.l_G;
  const oldCi = L.ci;
  const oldAllowhooks = L.allowhook;
  const oldNny = L.nny;
  const oldErrfunc = L.errfunc;
  L.errfunc = ef;
  g.frames[g.sp++] = F_pcall;
  const status = luaD_rawrunprotected(L, func, u);
  if (status !== LUA_OK) {
    luaF_close(L, oldTop);
    seterrorobj(L, status, oldTop);
    L.ci = oldCi;
    L.allowhook = oldAllowhooks;
    L.nny = oldNny;
    luaD_shrinkstack(L);
  }
  g.sp--;
  L.errfunc = oldErrfunc;
  return status;
}

/** Like {@link luaD_call}, but the callee may not yield. */
export function luaD_callnoyield(L: LuaState, off: number, nResults: number): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_callnoyield;
  L.nny++;
  luaD_call(L, off, nResults);
  L.nny--;
  g.sp--;
}

interface Zio {
  zgetc(): number;
}
interface SParser {
  z: Zio;
  buff: MBufferLike;
  dyd: DyndataLike;
  mode: Uint8Array | null;
  name: Uint8Array;
}

function checkmode(L: LuaState, mode: Uint8Array | null, x: string): void {
  if (mode !== null && mode.indexOf(x.charCodeAt(0)) === -1) {
    L.l_G.m.luaO_pushfstring(L, literal("attempt to load a %s chunk (mode is '%s')"), literal(x), mode);
    luaD_throw(L, LUA_ERRSYNTAX);
  }
}

function f_parser(L: LuaState, p: SParser): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_f_parser;
  g.left -= WORK.compileChunk;
  const c = p.z.zgetc();
  let cl: LClosure;
  if (c === 27) {
    checkmode(L, p.mode, 'binary');
    cl = g.m.luaU_undump(L, p.z, p.name) as LClosure;
  } else {
    checkmode(L, p.mode, 'text');
    cl = g.m.luaY_parser(L, p.z, p.buff, p.dyd, p.name, c) as LClosure;
  }
  luaF_initupvals(L, cl);
  g.sp--;
}

/** Compiles a chunk (text or binary) in protected mode; the closure or a message is pushed. */
export function luaD_protectedparser(L: LuaState, z: Zio, name: Uint8Array, mode: Uint8Array | null): number {
  const g = L.l_G;
  const p: SParser = { z, buff: g.m.newMBuffer(), dyd: g.m.newDyndata(), mode, name };
  L.nny++;
  g.frames[g.sp++] = F_protectedparser;
  const status = luaD_pcall(L, f_parser, p, L.top, L.errfunc);
  luaM_free(L, p.buff.address ?? 0, p.buff.size ?? 0, KIND.mbuffer);
  luaM_free(L, p.dyd.actvar.address, p.dyd.actvar.size * 2, KIND.dyd_actvar);
  luaM_free(L, p.dyd.gt.address, p.dyd.gt.size * 16, KIND.dyd_gt);
  luaM_free(L, p.dyd.label.address, p.dyd.label.size * 16, KIND.dyd_label);
  g.sp--;
  L.nny--;
  return status;
}
