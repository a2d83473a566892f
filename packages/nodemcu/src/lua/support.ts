/**
 * What the patched modules of fengari call: growth of the compiler's vectors, packed line information, string buffers,
 * `collectgarbage`, formatting, and the check of binary chunks. Its exports are the module `xtal-support` of the loader.
 */
import { renumberExecutions, type GlobalState } from './global.js';
import { gettotalbytes, luaC_barrier, luaC_checkfinalizer, luaC_checkGC, luaC_fullgc } from './gc.js';
import {
  GCSpause,
  GCSTEPSIZE,
  luaC_objbarrier,
  luaC_step,
  luaC_upvalbarrier,
  luaC_upvdeccount,
  luaE_setdebt,
} from './gc.js';
import { fid } from './frames.js';
import { FUNCTION_CYCLES, WORK } from './function-cycles.js';
import { luaM_free, luaM_growvector, luaM_new, luaM_realloc } from './memory.js';
import { formatFloat, formatInteger, luaO_str2num as readNumber, parseSpec } from './numbers.js';
import type {
  CFunction,
  Instruction,
  LuaState,
  Proto,
  Table,
  TString,
  TValue,
  Udata,
  UpVal,
  Value,
} from './objects.js';
import { KIND, LUA_TNIL, LUA_TNUMFLT, LUA_TUSERDATA } from './objects.js';
import {
  CClosure,
  LClosure,
  LuaState as LuaStateClass,
  Table as TableClass,
  Udata as UdataClass,
} from './objects.js';
import { luaF_newCclosure } from './func.js';
import { literal, luaS_newlstr, luaS_newudata } from './strings.js';
import { luaH_set, pointerOf } from './table.js';
import { luai_nummod, luaO_tostring, luaV_div, luaV_imul, luaV_mod, luaV_shiftl, power } from './vm.js';

export { luaC_barrier, luaC_checkGC, luaC_objbarrier, luaC_upvalbarrier, luaC_upvdeccount };
export { luaF_newCclosure, luaS_newlstr, luaS_newudata, luaO_tostring };

// ---------------------------------------------------------------- objects and numbers

/** Text of a pointer as `%p` prints it: the guest address of the object. */
export function pointerText(g: GlobalState, v: Value): string {
  let address: number;
  if (
    v instanceof TableClass ||
    v instanceof UdataClass ||
    v instanceof LClosure ||
    v instanceof CClosure ||
    v instanceof LuaStateClass
  )
    address =
      v.h === 0
        ? v instanceof TableClass
          ? (v.rom?.address ?? 0)
          : 0
        : g.address[v.h]! + (v instanceof LuaStateClass ? 4 : 0);
  else address = pointerOf(g, v);
  return `0x${address.toString(16)}`;
}

/** Numerals in a machine's precision. */
export function makeStr2num(g: GlobalState): (s: Uint8Array, o: TValue) => number {
  return (s, o) => {
    const n = readNumber(s, o, g.wide);
    g.left -= o.type === LUA_TNUMFLT ? WORK.numeral + WORK.floatNumeral : WORK.numeral;
    if (g.single && n !== 0 && o.type === LUA_TNUMFLT) o.value = Math.fround(o.value as number);
    return n;
  };
}

/** Arithmetic of constants and of `lua_arith` in a machine's precision; operators as Lua numbers them. */
export function makeNumarith(g: GlobalState): (L: LuaState, op: number, a: number, b: number) => number {
  return (_L, op, x, y) => {
    const single = g.single;
    const a = single ? Math.fround(x) : x;
    const b = single ? Math.fround(y) : y;
    let r: number;
    switch (op) {
      case 0:
        r = a + b;
        break;
      case 1:
        r = a - b;
        break;
      case 2:
        r = a * b;
        break;
      case 3:
        r = luai_nummod(a, b);
        break;
      case 4:
        r = power(a, b);
        break;
      case 5:
        r = a / b;
        break;
      case 6:
        r = Math.floor(single ? Math.fround(a / b) : a / b);
        break;
      default:
        r = -a;
    }
    return single ? Math.fround(r) : r;
  };
}
export { luaV_div, luaV_imul, luaV_mod, luaV_shiftl };

/** Gives a C function its number in call chains, from its JavaScript name. */
export function makeNamed(g: GlobalState): (fn: CFunction) => CFunction {
  return (fn) => {
    if (fn.cname === undefined) {
      fn.cname = g.names.id(fn.name === '' ? '?' : fn.name);
      const cycles = FUNCTION_CYCLES[fn.name];
      if (cycles !== undefined) fn.cycles ??= cycles;
    }
    return fn;
  };
}

/** Raises `table is Readonly` for a table in flash. */
export function checkWritable(L: LuaState, o: Table | Udata): void {
  if (o instanceof TableClass && o.rom !== null) L.l_G.m.luaG_runerror(L, literal('table is Readonly'));
}

/** After a metatable was set: barrier and finalizer. */
export function metatableSet(L: LuaState, o: Table | Udata, mt: Table): void {
  luaC_objbarrier(L, o.h, mt.h);
  luaC_checkfinalizer(L, o.h, mt);
}

/** After `lua_setupvalue`. */
export function upvalueSet(L: LuaState, aux: { val: TValue; upval: UpVal | null; owner: number }): void {
  if (aux.upval !== null) luaC_upvalbarrier(L, aux.upval);
  else luaC_barrier(L, aux.owner, aux.val);
}

// ---------------------------------------------------------------- scanner and compiler

/** Lexer buffer: 32 bytes, doubling. */
export function resizeMBuffer(L: LuaState, b: { address: number; size: number }, size: number): void {
  b.address = luaM_realloc(L, b.address, b.size, size, KIND.mbuffer);
  b.size = size;
}

/** A string of the source text, anchored in the scanner's table; equal strings give one object. */
export function scannerString(L: LuaState, h: Table, bytes: Uint8Array): TString {
  let ts = luaS_newlstr(L, bytes, bytes.length);
  const key = L.stack[L.top++]!;
  key.setsvalue(ts);
  const slot = luaH_set(L, h, key) as TValue & { kvalue?: TString };
  if (slot.type === LUA_TNIL) {
    slot.setbvalue(true);
    luaC_checkGC(L);
  } else if (slot.kvalue !== undefined) ts = slot.kvalue;
  L.top--;
  return ts;
}

type Vectors = Proto & Record<string, unknown>;
const asVectors = (f: Proto): Vectors => f as Vectors;

export function growCode(L: LuaState, f: Proto, used: number): void {
  luaM_growvector(L, asVectors(f), 'codeAddress', 'sizecode', used, 4, KIND.code);
}
export function growConstants(L: LuaState, f: Proto, used: number): void {
  luaM_growvector(L, asVectors(f), 'kAddress', 'sizek', used, L.l_G.sizes.tvalue, KIND.k);
}
export function growProtos(L: LuaState, f: Proto, used: number): void {
  luaM_growvector(L, asVectors(f), 'pAddress', 'sizep', used, 4, KIND.p);
}
export function growUpvalues(L: LuaState, f: Proto, used: number): void {
  luaM_growvector(L, asVectors(f), 'upvaluesAddress', 'sizeupvalues', used, 8, KIND.upvalues);
}
export function growLocvars(L: LuaState, f: Proto, used: number): void {
  luaM_growvector(L, asVectors(f), 'locvarsAddress', 'sizelocvars', used, 12, KIND.locvars);
}
interface DynList extends Record<string, unknown> {
  n: number;
}
export function growActvar(L: LuaState, list: DynList): void {
  luaM_growvector(L, list, 'address', 'size', list.n + 1, 2, KIND.dyd_actvar);
}
export function growLabels(L: LuaState, list: DynList, isGoto: boolean): void {
  luaM_growvector(L, list, 'address', 'size', list.n, 16, isGoto ? KIND.dyd_gt : KIND.dyd_label);
}

/** What the compiler knows about the packed line information of the function it is in. */
interface LineState {
  /** Bytes used, terminator not counted. */
  lineBytes: number;
  lineLast: number;
  /** Instructions counted by the last count byte. */
  lineCount: number;
  /** Bytes of the last entry's line step. */
  lineDelta: number;
  linePrevious: number;
  f: Proto;
  pc: number;
  nk: number;
  np: number;
  nups: number;
  nlocvars: number;
}

export function openLineinfo(fs: LineState): void {
  fs.lineBytes = 0;
  fs.lineLast = 0;
  fs.lineCount = 0;
  fs.lineDelta = 0;
  fs.linePrevious = 0;
}

/** Bytes that code the step from one line to the next (facts/nodemcu/fengari.md): none for +1. */
function deltaBytes(step: number): number {
  if (step === 1) return 0;
  let value = step > 0 ? step - 2 : -step;
  let bytes = 1;
  for (value >>>= 6; value > 0; value >>>= 7) bytes++;
  return bytes;
}

/** One more instruction on `line`: counts it or begins a new entry (room for four bytes is kept). */
export function addLine(L: LuaState, fs: LineState, line: number): void {
  const f = fs.f;
  if (line === fs.lineLast && fs.lineCount > 0 && fs.lineCount < 127) {
    fs.lineCount++;
    return;
  }
  luaM_growvector(L, asVectors(f), 'lineinfoAddress', 'sizelineinfo', fs.lineBytes + 3, 1, KIND.lineinfo);
  if (line === fs.lineLast && fs.lineCount > 0) {
    fs.lineBytes += 2; // a step of nothing and a new count
    fs.lineDelta = 1;
  } else {
    fs.lineDelta = deltaBytes(line - fs.lineLast);
    fs.lineBytes += fs.lineDelta + 1;
    fs.linePrevious = fs.lineLast;
  }
  fs.lineLast = line;
  fs.lineCount = 1;
}

/** Takes the last instruction out of the line information; false if its line is right already. */
export function removeLine(fs: LineState, line: number): boolean {
  if (line === fs.lineLast) return false;
  if (fs.lineCount > 1) fs.lineCount--;
  else {
    fs.lineBytes -= fs.lineDelta + 1;
    fs.lineLast = fs.linePrevious;
    fs.lineCount = 0;
  }
  return true;
}

function shrinkVector(
  L: LuaState,
  address: number,
  oldBytes: number,
  newBytes: number,
  kind: number,
): number {
  if (address === 0) return 0;
  return luaM_realloc(L, address, oldBytes, newBytes, kind);
}

/** End of a function: all vectors are cut to their exact length. */
export function closeFunction(L: LuaState, fs: LineState): void {
  const f = fs.f;
  const tvalue = L.l_G.sizes.tvalue;
  f.codeAddress = shrinkVector(L, f.codeAddress, f.sizecode * 4, fs.pc * 4, KIND.code);
  f.sizecode = fs.pc;
  f.lineinfoAddress = shrinkVector(L, f.lineinfoAddress, f.sizelineinfo, fs.lineBytes + 1, KIND.lineinfo);
  f.sizelineinfo = fs.lineBytes + 1;
  f.kAddress = shrinkVector(L, f.kAddress, f.sizek * tvalue, fs.nk * tvalue, KIND.k);
  f.sizek = fs.nk;
  f.pAddress = shrinkVector(L, f.pAddress, f.sizep * 4, fs.np * 4, KIND.p);
  f.sizep = fs.np;
  f.locvarsAddress = shrinkVector(L, f.locvarsAddress, f.sizelocvars * 12, fs.nlocvars * 12, KIND.locvars);
  f.sizelocvars = fs.nlocvars;
  f.upvaluesAddress = shrinkVector(L, f.upvaluesAddress, f.sizeupvalues * 8, fs.nups * 8, KIND.upvalues);
  f.sizeupvalues = fs.nups;
}

/** Debug information that stays with compiled functions: 0 all, 1 no names of locals and upvalues, 2 no lines either. */
export function stripFunction(L: LuaState, f: Proto): void {
  const level = L.l_G.stripLevel;
  if (level > 0) stripTo(L, f, level);
}

/** Drops debug information of a function and the functions in it, inner ones first. */
export function stripTo(L: LuaState, f: Proto, level: number): void {
  for (const p of f.p) stripTo(L, p, level);
  if (level >= 2 && f.lineinfoAddress !== 0) {
    luaM_free(L, f.lineinfoAddress, f.sizelineinfo, KIND.lineinfo);
    f.lineinfoAddress = 0;
    f.sizelineinfo = 0;
    f.lineinfo = [];
    // tracebacks that were met hold no longer, of this function or, where it is running, of those that it called
    f.uid = ++L.l_G.protos;
    renumberExecutions(L.l_G);
  }
  if (level >= 1) {
    if (f.locvarsAddress !== 0) luaM_free(L, f.locvarsAddress, f.sizelocvars * 12, KIND.locvars);
    f.locvarsAddress = 0;
    f.sizelocvars = 0;
    f.locvars = [];
    for (const u of f.upvalues) u.name = null;
  }
}

// ---------------------------------------------------------------- binary chunks

/** Longest vector that a binary chunk may ask for. */
export const MAX_BINARY = 1 << 20;

interface BytecodeReader {
  L: LuaState;
  error(why: string): never;
}
function checkCount(r: BytecodeReader, n: number): void {
  if (!(n >= 0 && n <= MAX_BINARY)) r.error('corrupted');
}
export function allocCode(r: BytecodeReader, f: Proto, n: number): void {
  checkCount(r, n);
  f.codeAddress = luaM_realloc(r.L, 0, 0, n * 4, KIND.code);
  f.sizecode = n;
}
export function allocConstants(r: BytecodeReader, f: Proto, n: number): void {
  checkCount(r, n);
  f.kAddress = luaM_realloc(r.L, 0, 0, n * r.L.l_G.sizes.tvalue, KIND.k);
  f.sizek = n;
}
export function allocProtos(r: BytecodeReader, f: Proto, n: number): void {
  checkCount(r, n);
  if (++r.L.nCcalls > 200) r.error('too deeply nested');
  f.pAddress = luaM_realloc(r.L, 0, 0, n * 4, KIND.p);
  f.sizep = n;
}
export function allocUpvalues(r: BytecodeReader, f: Proto, n: number): void {
  if (!(n >= 0 && n <= 255)) r.error('corrupted');
  f.upvaluesAddress = luaM_realloc(r.L, 0, 0, n * 8, KIND.upvalues);
  f.sizeupvalues = n;
}
/** Blocks of the debug vectors, once they are read. */
export function finishBinary(r: BytecodeReader, f: Proto): void {
  const L = r.L;
  L.nCcalls--;
  checkCount(r, f.lineinfo.length);
  if (f.lineinfo.length !== 0) {
    const state = { f, lineBytes: 0 } as LineState;
    openLineinfo(state);
    for (const line of f.lineinfo) addLine(L, state, line);
    f.lineinfoAddress = shrinkVector(
      L,
      f.lineinfoAddress,
      f.sizelineinfo,
      state.lineBytes + 1,
      KIND.lineinfo,
    );
    f.sizelineinfo = state.lineBytes + 1;
  }
  if (f.locvars.length > 0) {
    f.locvarsAddress = luaM_new(L, f.locvars.length * 12, KIND.locvars);
    f.sizelocvars = f.locvars.length;
  }
}
/** Ties a string to the prototype that is being read. */
export function anchor(L: LuaState, f: Proto, s: TString | null): TString | null {
  if (s !== null) luaC_objbarrier(L, f.h, s.h);
  return s;
}

const OP = { LOADK: 1, LOADKX: 2, LOADBOOL: 3, LOADNIL: 4, GETUPVAL: 5, GETTABUP: 6, GETTABLE: 7, SETTABUP: 8, SETUPVAL: 9,
  SETTABLE: 10, NEWTABLE: 11, SELF: 12, ADD: 13, SHR: 24, UNM: 25, LEN: 28, CONCAT: 29, JMP: 30, EQ: 31, LE: 33, TEST: 34,
  TESTSET: 35, CALL: 36, TAILCALL: 37, RETURN: 38, FORLOOP: 39, FORPREP: 40, TFORCALL: 41, TFORLOOP: 42, SETLIST: 43,
  CLOSURE: 44, VARARG: 45, EXTRAARG: 46 }; // prettier-ignore

/**
 * Refuses a binary function whose instructions could touch anything outside its frame, its constants, its upvalues or
 * its code. (The device trusts such chunks; here they must not break the interpreter.)
 */
export function verifyFunction(r: BytecodeReader, f: Proto, enclosing: Proto | null): void {
  const size = f.maxstacksize;
  const n = f.code.length;
  const bad = (): never => r.error('corrupted');
  if (n === 0 || f.code[n - 1]!.opcode !== OP.RETURN || size < 1 || size > 250 || f.numparams > size) bad();
  if (f.lineinfo.length !== 0 && f.lineinfo.length !== n) bad();
  for (const u of f.upvalues) {
    if (
      enclosing !== null &&
      (u.instack ? u.idx >= enclosing.maxstacksize : u.idx >= enclosing.upvalues.length)
    )
      bad();
  }
  const reg = (x: number): void => {
    if (x < 0 || x >= size) bad();
  };
  const rk = (x: number): void => {
    if ((x & 256) !== 0) {
      if ((x & 255) >= f.k.length) bad();
    } else reg(x);
  };
  const target = (pc: number): void => {
    if (pc < 0 || pc >= n || f.code[pc]!.opcode === OP.EXTRAARG) bad();
  };
  const upvalue = (x: number): void => {
    if (x >= f.upvalues.length) bad();
  };
  const jumpFollows = (pc: number): void => {
    if (f.code[pc + 1]?.opcode !== OP.JMP) bad();
    target(pc + 2);
  };
  let openAt = -1; // the instruction that must use an open result list
  for (let pc = 0; pc < n; pc++) {
    const i: Instruction = f.code[pc]!;
    const op = i.opcode;
    const isOpenUser =
      (op === OP.CALL || op === OP.TAILCALL || op === OP.RETURN || op === OP.SETLIST) && i.B === 0;
    if ((openAt === pc) !== isOpenUser) bad();
    if (op !== OP.JMP && op !== OP.EXTRAARG && op !== OP.SETTABUP && !(op >= OP.EQ && op <= OP.LE)) reg(i.A);
    switch (op) {
      case 0: // MOVE
        reg(i.B);
        break;
      case OP.LOADK:
        if (i.Bx >= f.k.length) bad();
        break;
      case OP.LOADKX: {
        const next = f.code[pc + 1];
        if (next?.opcode !== OP.EXTRAARG || next.Ax >= f.k.length) bad();
        pc++;
        break;
      }
      case OP.LOADBOOL:
        if (i.C !== 0) target(pc + 2);
        break;
      case OP.LOADNIL:
        reg(i.A + i.B);
        break;
      case OP.GETUPVAL:
      case OP.SETUPVAL:
        upvalue(i.B);
        break;
      case OP.GETTABUP:
        upvalue(i.B);
        rk(i.C);
        break;
      case OP.SETTABUP:
        upvalue(i.A);
        rk(i.B);
        rk(i.C);
        break;
      case OP.GETTABLE:
        reg(i.B);
        rk(i.C);
        break;
      case OP.SETTABLE:
        rk(i.B);
        rk(i.C);
        break;
      case OP.NEWTABLE:
        if (i.B > 200 || i.C > 200) bad();
        break;
      case OP.SELF:
        reg(i.A + 1);
        reg(i.B);
        rk(i.C);
        break;
      case OP.CONCAT:
        reg(i.B);
        reg(i.C);
        if (i.B >= i.C) bad();
        break;
      case OP.JMP:
        if (i.A > size) bad();
        target(pc + 1 + i.sBx);
        break;
      case OP.EQ:
      case OP.EQ + 1:
      case OP.LE:
        rk(i.B);
        rk(i.C);
        jumpFollows(pc);
        break;
      case OP.TEST:
        jumpFollows(pc);
        break;
      case OP.TESTSET:
        reg(i.B);
        jumpFollows(pc);
        break;
      case OP.CALL:
      case OP.TAILCALL:
        if (i.B !== 0) reg(i.A + i.B - 1);
        if (op === OP.CALL && i.C !== 0) {
          if (i.C > 1) reg(i.A + i.C - 2);
        } else {
          openAt = pc + 1;
          if (pc + 1 >= n) bad();
        }
        break;
      case OP.RETURN:
        if (i.B > 1) reg(i.A + i.B - 2);
        break;
      case OP.FORLOOP:
      case OP.FORPREP:
        reg(i.A + 3);
        target(pc + 1 + i.sBx);
        break;
      case OP.TFORCALL:
        if (i.C < 1) bad();
        reg(i.A + 2 + i.C);
        reg(i.A + 5);
        if (f.code[pc + 1]?.opcode !== OP.TFORLOOP) bad();
        break;
      case OP.TFORLOOP:
        reg(i.A + 1);
        target(pc + 1 + i.sBx);
        break;
      case OP.SETLIST:
        if (i.B !== 0) reg(i.A + i.B);
        if (i.C === 0) {
          if (
            f.code[pc + 1]?.opcode !== OP.EXTRAARG ||
            f.code[pc + 1]!.Ax < 1 ||
            f.code[pc + 1]!.Ax > 1 << 20
          )
            bad();
          pc++;
        }
        break;
      case OP.CLOSURE:
        if (i.Bx >= f.p.length) bad();
        break;
      case OP.VARARG:
        if (!f.is_vararg) bad();
        if (i.B === 0) {
          openAt = pc + 1;
          if (pc + 1 >= n) bad();
        } else if (i.B > 1) reg(i.A + i.B - 2);
        break;
      default:
        if (op >= OP.ADD && op <= OP.SHR) {
          rk(i.B);
          rk(i.C);
        } else if (op >= OP.UNM && op <= OP.LEN) reg(i.B);
        else bad();
    }
  }
  // a jump into the middle of an open list would meet a stale top: forbid it
  verifyJumpsAvoidOpen(f, bad);
  for (const p of f.p) verifyFunction(r, p, f);
}

function verifyJumpsAvoidOpen(f: Proto, bad: () => never): void {
  const isOpenUser = (pc: number): boolean => {
    const i = f.code[pc];
    if (i === undefined || i.B !== 0) return false;
    const op = i.opcode;
    return op === OP.CALL || op === OP.TAILCALL || op === OP.RETURN || op === OP.SETLIST;
  };
  for (let pc = 0; pc < f.code.length; pc++) {
    const i = f.code[pc]!;
    const op = i.opcode;
    if (
      (op === OP.JMP || op === OP.FORLOOP || op === OP.FORPREP || op === OP.TFORLOOP) &&
      isOpenUser(pc + 1 + i.sBx)
    )
      bad();
    if ((op === OP.LOADBOOL && i.C !== 0) || (op >= OP.EQ && op <= OP.TESTSET)) if (isOpenUser(pc + 2)) bad();
    // for loops keep numbers in three registers: FORLOOP must be entered through FORPREP
    if (op === OP.FORLOOP) {
      const body = pc + 1 + i.sBx;
      const prep = f.code[body - 1];
      if (prep?.opcode !== OP.FORPREP || prep.A !== i.A || body - 1 + 1 + prep.sBx !== pc) bad();
    }
  }
}
// ---------------------------------------------------------------- string buffers

/** Bytes of a buffer on the C stack. */
const LUAL_BUFFERSIZE = 256;
const F_resizebox = fid('resizebox');
const F_prepbuffsize = fid('luaL_prepbuffsize');
const F_pushresult = fid('luaL_pushresult');

/** A string under construction: 256 bytes on the C stack, then a box userdata with a block of its own. */
export class luaL_Buffer {
  L: LuaState | null = null;
  b: Uint8Array = EMPTY;
  n = 0;
  size = LUAL_BUFFERSIZE;
  onStack = true;
}
const EMPTY = new Uint8Array(0);

interface BufferApi {
  lua_pushlstring(L: LuaState, s: Uint8Array, n: number): void;
  lua_remove(L: LuaState, i: number): void;
  lua_insert(L: LuaState, i: number): void;
  lua_tolstring(L: LuaState, i: number): Uint8Array;
  lua_pop(L: LuaState, n: number): void;
  lua_pushcfunction(L: LuaState, f: CFunction): void;
  lua_setfield(L: LuaState, i: number, k: Uint8Array): void;
  lua_setmetatable(L: LuaState, i: number): void;
  luaL_newmetatable(L: LuaState, name: Uint8Array): number;
  luaL_error(L: LuaState, format: Uint8Array): never;
}
interface Box {
  address: number;
  size: number;
}

/** Changes a box's block. The allocator is called directly, so these bytes are not in `collectgarbage("count")`. */
function resizebox(L: LuaState, box: Box, newsize: number, api: BufferApi): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_resizebox;
  const old = box.address;
  const oldSize = box.size;
  if (newsize === 0) {
    if (old !== 0) g.heap.free(old);
    box.address = 0;
  } else {
    const address = g.heap.realloc(old, newsize);
    if (address === 0) {
      if (old !== 0) g.heap.free(old);
      if (old !== 0 && g.listener !== null) g.listener.block(old, oldSize, 0, 0, KIND.box);
      box.address = 0;
      box.size = 0;
      api.luaL_error(L, literal('not enough memory for buffer allocation'));
    }
    box.address = address;
  }
  box.size = newsize;
  if (g.listener !== null && (old !== 0 || newsize !== 0))
    g.listener.block(old, oldSize, box.address, newsize, KIND.box);
  g.sp--;
}

/** The buffer functions of lauxlib.c. */
export function makeBuffers(g: GlobalState, api: BufferApi): Record<string, unknown> {
  function boxgc(L: LuaState): number {
    const u = L.stack[L.ci.funcOff + 1]!;
    if (u.type === LUA_TUSERDATA) resizebox(L, (u.value as Udata).data as Box, 0, api);
    return 0;
  }
  const boxOf = (B: luaL_Buffer): Box => (B.L!.stack[B.L!.top - 1]!.value as Udata).data as Box;

  function newbox(L: LuaState, newsize: number): void {
    const F = g.names.id('lua_newuserdata');
    g.frames[g.sp++] = F;
    const u = luaS_newudata(L, 8);
    L.stack[L.top++]!.setuvalue(u);
    luaC_checkGC(L);
    g.sp--;
    g.left -= WORK.newBox;
    const box: Box = { address: 0, size: 0 };
    u.data = box;
    if (api.luaL_newmetatable(L, literal('LUABOX'))) {
      api.lua_pushcfunction(L, boxgc);
      api.lua_setfield(L, -2, literal('__gc'));
    }
    api.lua_setmetatable(L, -2);
    resizebox(L, box, newsize, api);
  }

  function luaL_prepbuffsize(B: luaL_Buffer, sz: number): Uint8Array {
    const L = B.L!;
    if (B.size - B.n < sz) {
      let newsize = B.size * 2;
      if (newsize - B.n < sz) newsize = B.n + sz;
      if (newsize > 0x7fffffff) api.luaL_error(L, literal('buffer too large'));
      g.frames[g.sp++] = F_prepbuffsize;
      if (B.onStack) {
        newbox(L, newsize);
        B.onStack = false;
      } else resizebox(L, boxOf(B), newsize, api);
      g.sp--;
      B.size = newsize;
    }
    const newend = B.n + sz;
    if (B.b.length < newend) {
      const fresh = new Uint8Array(Math.max(B.b.length * 2, newend, 32));
      fresh.set(B.b);
      B.b = fresh;
    }
    return B.b.subarray(B.n, newend);
  }
  function ensure(B: luaL_Buffer, sz: number): void {
    if (B.size - B.n < sz || B.b.length < B.n + sz) luaL_prepbuffsize(B, sz);
  }
  function luaL_buffinit(L: LuaState, B: luaL_Buffer): void {
    B.L = L;
    B.b = EMPTY;
    B.n = 0;
    B.size = LUAL_BUFFERSIZE;
    B.onStack = true;
  }
  function luaL_buffinitsize(L: LuaState, B: luaL_Buffer, sz: number): Uint8Array {
    luaL_buffinit(L, B);
    return luaL_prepbuffsize(B, sz);
  }
  const F_addlstring = g.names.id('luaL_addlstring');
  function luaL_addlstring(B: luaL_Buffer, s: Uint8Array, l: number): void {
    if (l > 0) {
      g.frames[g.sp++] = F_addlstring;
      ensure(B, l);
      g.sp--;
      B.b.set(l === s.length ? s : s.subarray(0, l), B.n);
      B.n += l;
      g.left -= WORK.addBuffer + l;
    }
  }
  function luaL_addstring(B: luaL_Buffer, s: Uint8Array): void {
    luaL_addlstring(B, s, s.length);
  }
  function luaL_pushresult(B: luaL_Buffer): void {
    const L = B.L!;
    g.frames[g.sp++] = F_pushresult;
    api.lua_pushlstring(L, B.b, B.n);
    if (!B.onStack) {
      const u = L.stack[L.top - 2]!.value as Udata;
      resizebox(L, u.data as Box, 0, api);
      api.lua_remove(L, -2);
    }
    g.sp--;
    B.n = 0;
    B.b = EMPTY;
    B.onStack = true;
  }
  const F_pushresultsize = g.names.id('luaL_pushresultsize');
  function luaL_pushresultsize(B: luaL_Buffer, sz: number): void {
    B.n += sz;
    g.frames[g.sp++] = F_pushresultsize;
    luaL_pushresult(B);
    g.sp--;
  }
  function luaL_addchar(B: luaL_Buffer, c: number): void {
    ensure(B, 1);
    B.b[B.n++] = c;
    g.left -= WORK.addChar;
  }
  const F_addvalue = g.names.id('luaL_addvalue');
  function luaL_addvalue(B: luaL_Buffer): void {
    const L = B.L!;
    g.frames[g.sp++] = F_addvalue;
    const s = api.lua_tolstring(L, -1);
    if (!B.onStack) api.lua_insert(L, -2);
    luaL_addlstring(B, s, s.length);
    if (B.onStack) api.lua_pop(L, 1);
    else api.lua_remove(L, -2);
    g.sp--;
  }
  return {
    luaL_prepbuffsize,
    luaL_buffinit,
    luaL_buffinitsize,
    luaL_prepbuffer: (B: luaL_Buffer) => luaL_prepbuffsize(B, LUAL_BUFFERSIZE),
    luaL_addlstring,
    luaL_addstring,
    luaL_pushresult,
    luaL_addchar,
    luaL_addsize: (B: luaL_Buffer, n: number) => {
      B.n += n;
    },
    luaL_pushresultsize,
    luaL_addvalue,
  };
}

// ---------------------------------------------------------------- files and collector

interface LoaderApi {
  lua_gettop(L: LuaState): number;
  lua_pushfstring(L: LuaState, format: Uint8Array, ...args: unknown[]): Uint8Array;
  lua_remove(L: LuaState, i: number): void;
  luaL_loadbufferx(L: LuaState, b: Uint8Array, n: number, name: Uint8Array, mode: Uint8Array | null): number;
  LUA_ERRFILE: number;
}

/** `luaL_loadfilex` on the simulated file system. */
export function makeLoader(g: GlobalState, api: LoaderApi): Record<string, unknown> {
  const id = g.names.id('luaL_loadfilex');
  function luaL_loadfilex(L: LuaState, filename: Uint8Array | null, mode: Uint8Array | null): number {
    const name = filename === null ? null : String.fromCharCode(...filename);
    const fnameindex = api.lua_gettop(L) + 1;
    if (filename === null) api.lua_pushfstring(L, literal('=stdin'));
    else api.lua_pushfstring(L, literal('@%s'), filename);
    let data = name === null ? null : g.host.readFile(name);
    if (data === null) {
      api.lua_pushfstring(
        L,
        literal('cannot open %s: %s'),
        filename ?? literal('stdin'),
        literal('No such file or directory'),
      );
      api.lua_remove(L, fnameindex);
      return api.LUA_ERRFILE;
    }
    if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) data = data.subarray(3);
    if (data[0] === 35) {
      // a first line for Unix shells; its line end stays so that line numbers are right
      const end = data.indexOf(10);
      data = end < 0 ? EMPTY : data.subarray(end);
    }
    g.frames[g.sp++] = id;
    const status = api.luaL_loadbufferx(
      L,
      data,
      data.length,
      (L.stack[L.top - 1]!.value as TString).realstring,
      mode,
    );
    g.sp--;
    api.lua_remove(L, fnameindex);
    return status;
  }
  return { luaL_loadfilex };
}

const LUA_GCSTOP = 0, LUA_GCRESTART = 1, LUA_GCCOLLECT = 2, LUA_GCCOUNT = 3, LUA_GCCOUNTB = 4, LUA_GCSTEP = 5,
  LUA_GCSETPAUSE = 6, LUA_GCSETSTEPMUL = 7, LUA_GCSETMEMLIMIT = 8, LUA_GCISRUNNING = 9; // prettier-ignore
const F_gc = 'lua_gc';

/** C `lua_gc`. */
export function lua_gc(L: LuaState, what: number, data: number): number {
  const g = L.l_G;
  let res = 0;
  g.frames[g.sp++] = g.names.id(F_gc);
  switch (what) {
    case LUA_GCSTOP:
      g.gcrunning = false;
      break;
    case LUA_GCRESTART:
      luaE_setdebt(g, 0);
      g.gcrunning = true;
      break;
    case LUA_GCCOLLECT:
      luaC_fullgc(L, false);
      break;
    case LUA_GCCOUNT:
      res = gettotalbytes(g) >> 10;
      break;
    case LUA_GCCOUNTB:
      res = gettotalbytes(g) & 0x3ff;
      break;
    case LUA_GCSTEP: {
      let debt = 1;
      const oldrunning = g.gcrunning;
      g.gcrunning = true;
      if (data === 0) {
        luaE_setdebt(g, -GCSTEPSIZE);
        luaC_step(L);
      } else {
        debt = (data * 1024 + g.GCdebt) | 0;
        luaE_setdebt(g, debt);
        luaC_checkGC(L);
      }
      g.gcrunning = oldrunning;
      if (debt > 0 && g.gcstate === GCSpause) res = 1;
      break;
    }
    case LUA_GCSETPAUSE:
      res = g.gcpause;
      g.gcpause = data;
      break;
    case LUA_GCSETSTEPMUL:
      res = g.gcstepmul;
      g.gcstepmul = data < 40 ? 40 : data;
      break;
    case LUA_GCSETMEMLIMIT:
      g.memlimit = data;
      res = 1;
      break;
    case LUA_GCISRUNNING:
      res = g.gcrunning ? 1 : 0;
      break;
    default:
      res = -1;
  }
  g.sp--;
  return res;
}

interface CollectgarbageApi {
  luaL_checkoption(L: LuaState, arg: number, def: string | Uint8Array, list: Uint8Array[]): number;
  luaL_optinteger(L: LuaState, arg: number, def: number): number;
  lua_pushnumber(L: LuaState, n: number): void;
  lua_pushboolean(L: LuaState, b: boolean): void;
  lua_pushinteger(L: LuaState, n: number): void;
}
const GC_OPTIONS = [
  'stop',
  'restart',
  'collect',
  'count',
  'step',
  'setpause',
  'setstepmul',
  'setmemlimit',
  'isrunning',
].map((text) => literal(text));
const GC_NUMBERS = [0, 1, 2, 3, 5, 6, 7, 8, 9];

/** Lua's `collectgarbage`. */
export function makeCollectgarbage(api: CollectgarbageApi): Record<string, CFunction> {
  function luaB_collectgarbage(L: LuaState): number {
    const option = GC_NUMBERS[api.luaL_checkoption(L, 1, 'collect', GC_OPTIONS)]!;
    const ex = api.luaL_optinteger(L, 2, 0);
    const res = lua_gc(L, option, ex);
    switch (option) {
      case LUA_GCCOUNT:
        api.lua_pushnumber(L, res + lua_gc(L, LUA_GCCOUNTB, 0) / 1024);
        return 1;
      case LUA_GCSTEP:
      case LUA_GCISRUNNING:
      case LUA_GCSETMEMLIMIT:
        api.lua_pushboolean(L, res !== 0);
        return 1;
      default:
        api.lua_pushinteger(L, res);
        return 1;
    }
  }
  return { luaB_collectgarbage };
}

// ---------------------------------------------------------------- texts

/** printf of one integer or float, for `string.format`. */
export function makeSprintf(g: GlobalState): (form: string, n: number | bigint) => string {
  return (form, n) => {
    const spec = parseSpec(form.slice(form.indexOf('%')));
    if ('diuoxX'.includes(spec.conversion) && (spec.width > 0 || spec.flags !== ''))
      g.left -= WORK.formatField;
    g.left -= 'diu'.includes(spec.conversion)
      ? WORK.formatInteger
      : 'oxX'.includes(spec.conversion)
        ? WORK.formatHex
        : 'fF'.includes(spec.conversion)
          ? WORK.formatFixed
          : WORK.formatGeneral;
    return sprintf(form, n);
  };
}
/** The same without cycles. Text around the directive stays. */
export function sprintf(form: string, n: number | bigint): string {
  return form.replace(/%[-+ #0]*\d*(?:\.\d*)?[a-zA-Z]/, (directive) => {
    const spec = parseSpec(directive);
    return 'diuoxX'.includes(spec.conversion) ? formatInteger(n, spec) : formatFloat(Number(n), spec);
  });
}
/** `%10.3s`. */
export function formatString(form: string, s: Uint8Array): Uint8Array {
  const spec = parseSpec(form);
  const body = spec.precision >= 0 ? s.subarray(0, spec.precision) : s;
  if (body.length >= spec.width) return body;
  const out = new Uint8Array(spec.width).fill(32);
  out.set(body, spec.flags.includes('-') ? 0 : spec.width - body.length);
  return out;
}
/** Integer numeral in a base from 2 to 36; null if it is none. */
export function b_str2int(s: Uint8Array, base: number): number | null {
  let i = 0;
  const space = (c: number | undefined): boolean => c === 32 || (c !== undefined && c >= 9 && c <= 13);
  while (space(s[i])) i++;
  const negative = s[i] === 45;
  if (negative || s[i] === 43) i++;
  let n = 0;
  const from = i;
  for (; i < s.length; i++) {
    const c = s[i]!;
    const d = c >= 48 && c <= 57 ? c - 48 : (c | 32) >= 97 && (c | 32) <= 122 ? (c | 32) - 87 : 99;
    if (d >= base) break;
    n = (Math.imul(n, base) + d) | 0;
  }
  if (i === from) return null;
  while (space(s[i])) i++;
  return i === s.length ? (negative ? -n : n) | 0 : null;
}
