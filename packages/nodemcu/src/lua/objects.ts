/**
 * The data of a Lua state: values, collectable objects, call records. No behaviour beyond tag tests.
 *
 * Field and class names follow the Lua 5.3 sources and fengari 0.1.5, because fengari's own modules (parser, code
 * generator, libraries) read the same objects. What is ours: a collectable object carries `h`, its index into the
 * collector's typed arrays (see `gc.ts`), and the guest addresses of its blocks; 0 means "no block".
 */

import type { GlobalState } from './global.js';

/** Type tags of Lua 5.3, variant in bits 4-5. */
export const LUA_TNONE = -1;
export const LUA_TNIL = 0;
export const LUA_TBOOLEAN = 1;
export const LUA_TLIGHTUSERDATA = 2;
export const LUA_TNUMBER = 3;
export const LUA_TSTRING = 4;
export const LUA_TTABLE = 5;
export const LUA_TFUNCTION = 6;
export const LUA_TUSERDATA = 7;
export const LUA_TTHREAD = 8;
export const LUA_NUMTAGS = 9;
export const LUA_TPROTO = 9;
export const LUA_TDEADKEY = 10;
export const LUA_TSHRSTR = 4;
export const LUA_TLNGSTR = 20;
export const LUA_TNUMFLT = 3;
export const LUA_TNUMINT = 19;
/** Integers of the 64-bit number models, see `integers64.ts`. */
export const LUA_TNUMINT64 = 35;
export const LUA_TLCL = 6;
export const LUA_TLCF = 22;
export const LUA_TCCL = 38;

/** Kinds of blocks as the allocation vectors name them; the index is the kind number of an allocation event. */
export const BLOCK_KINDS = [
  'none', 'shrstr', 'lngstr', 'table', 'array', 'node', 'lclosure', 'cclosure', 'upval', 'udata', 'thread', 'proto',
  'code', 'k', 'p', 'lineinfo', 'locvars', 'upvalues', 'stack', 'callinfo', 'strt', 'box', 'mbuffer', 'dyd_actvar',
  'dyd_label', 'dyd_gt', 'global', 'kcache', 'buffer',
] as const; // prettier-ignore
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Kind numbers, by name. */
export const KIND = Object.freeze(
  Object.fromEntries(BLOCK_KINDS.map((name, index) => [name, index])) as Record<BlockKind, number>,
);

/** A function of the C side: takes the state, leaves results on the stack, returns their number. */
export interface CFunction {
  (L: LuaState): number;
  /** C name index for call chains. */
  cname?: number;
  /** Cycles charged at each call beyond the call instruction itself. */
  cycles?: number;
}

/** Whatever a value slot can hold; the tag says which. */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | TString
  | Table
  | LClosure
  | CClosure
  | CFunction
  | Udata
  | LuaState
  | object
  | string;

/** A Lua value with its tag. Stack slots are such objects and live as long as the stack. */
export class TValue {
  constructor(
    public type: number,
    public value: Value,
  ) {}
  ttype(): number {
    return this.type & 0x3f;
  }
  ttnov(): number {
    return this.type & 0x0f;
  }
  checktag(t: number): boolean {
    return this.type === t;
  }
  checktype(t: number): boolean {
    return (this.type & 0x0f) === t;
  }
  ttisnumber(): boolean {
    return (this.type & 0x0f) === LUA_TNUMBER;
  }
  ttisfloat(): boolean {
    return this.type === LUA_TNUMFLT;
  }
  ttisinteger(): boolean {
    return this.type === LUA_TNUMINT || this.type === LUA_TNUMINT64;
  }
  ttisnil(): boolean {
    return this.type === LUA_TNIL;
  }
  ttisboolean(): boolean {
    return this.type === LUA_TBOOLEAN;
  }
  ttislightuserdata(): boolean {
    return this.type === LUA_TLIGHTUSERDATA;
  }
  ttisstring(): boolean {
    return (this.type & 0x0f) === LUA_TSTRING;
  }
  ttisshrstring(): boolean {
    return this.type === LUA_TSHRSTR;
  }
  ttislngstring(): boolean {
    return this.type === LUA_TLNGSTR;
  }
  ttistable(): boolean {
    return this.type === LUA_TTABLE;
  }
  ttisfunction(): boolean {
    return (this.type & 0x0f) === LUA_TFUNCTION;
  }
  ttisclosure(): boolean {
    return (this.type & 0x1f) === LUA_TFUNCTION;
  }
  ttisCclosure(): boolean {
    return this.type === LUA_TCCL;
  }
  ttisLclosure(): boolean {
    return this.type === LUA_TLCL;
  }
  ttislcf(): boolean {
    return this.type === LUA_TLCF;
  }
  ttisfulluserdata(): boolean {
    return this.type === LUA_TUSERDATA;
  }
  ttisthread(): boolean {
    return this.type === LUA_TTHREAD;
  }
  ttisdeadkey(): boolean {
    return this.type === LUA_TDEADKEY;
  }
  l_isfalse(): boolean {
    return this.type === LUA_TNIL || (this.type === LUA_TBOOLEAN && this.value === false);
  }
  /** Both fields at once. */
  set(type: number, value: Value): void {
    this.type = type;
    this.value = value;
  }
  setfltvalue(x: number): void {
    this.type = LUA_TNUMFLT;
    this.value = x;
  }
  chgfltvalue(x: number): void {
    this.value = x;
  }
  setivalue(x: number): void {
    this.type = LUA_TNUMINT;
    this.value = x;
  }
  chgivalue(x: number): void {
    this.value = x;
  }
  setnilvalue(): void {
    this.type = LUA_TNIL;
    this.value = null;
  }
  setfvalue(x: CFunction): void {
    this.type = LUA_TLCF;
    this.value = x;
  }
  setpvalue(x: Value): void {
    this.type = LUA_TLIGHTUSERDATA;
    this.value = x;
  }
  setbvalue(x: boolean): void {
    this.type = LUA_TBOOLEAN;
    this.value = x;
  }
  setsvalue(x: TString): void {
    this.type = x.tt;
    this.value = x;
  }
  setuvalue(x: Udata): void {
    this.type = LUA_TUSERDATA;
    this.value = x;
  }
  setthvalue(x: LuaState): void {
    this.type = LUA_TTHREAD;
    this.value = x;
  }
  setclLvalue(x: LClosure): void {
    this.type = LUA_TLCL;
    this.value = x;
  }
  setclCvalue(x: CClosure): void {
    this.type = LUA_TCCL;
    this.value = x;
  }
  sethvalue(x: Table): void {
    this.type = LUA_TTABLE;
    this.value = x;
  }
  setdeadvalue(): void {
    this.type = LUA_TDEADKEY;
    this.value = null;
  }
  setfrom(tv: TValue): void {
    this.type = tv.type;
    this.value = tv.value;
  }
  tsvalue(): TString {
    return this.value as TString;
  }
  svalue(): Uint8Array {
    return (this.value as TString).realstring;
  }
  vslen(): number {
    return (this.value as TString).realstring.length;
  }
  jsstring(): string {
    return latin1OrUtf8((this.value as TString).realstring);
  }
}

const utf8 = new TextDecoder('utf-8');
/** Text of a Lua string for host messages: UTF-8 with replacement characters. */
function latin1OrUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** The absent value. Never written to: reads of missing entries return it. */
export const luaO_nilobject: TValue = Object.freeze(new TValue(LUA_TNIL, null));

/** A string object. Short ones (up to 40 bytes) are unique by content, so identity is equality. */
export class TString {
  /** Collector handle; 0 for a string that lives in flash. */
  h = 0;
  /** Next in the bucket of the string table (short strings). */
  hnext: TString | null = null;
  /** Reserved-word number of the lexer, 0 if none. */
  extra = 0;
  /** Bytes as one char each, made when a read-only table is first asked for this name. */
  name: string | null = null;
  constructor(
    public tt: number,
    public realstring: Uint8Array,
    public hash: number,
  ) {}
  getstr(): Uint8Array {
    return this.realstring;
  }
  tsslen(): number {
    return this.realstring.length;
  }
}

/** An entry of the hash part. `type`/`value` are the entry's value, so that it can stand for a value slot. */
export class Node extends TValue {
  constructor() {
    super(LUA_TNIL, null);
  }
  ktype = LUA_TNIL;
  kvalue: Value = null;
  /** Offset to the next node of the collision chain, 0 at its end. */
  next = 0;
}

/** A table. Read-only (flash) tables have `rom` set and no blocks. */
export class Table {
  h = 0;
  flags = 0;
  metatable: Table | null = null;
  array: TValue[] = NO_VALUES;
  node: Node[] = DUMMY_NODES;
  /** log2 of the node count; meaningless while the dummy node is used. */
  lsizenode = 0;
  /** Nodes at or after this index are not free. */
  lastfree = 0;
  arrayAddress = 0;
  nodeAddress = 0;
  /** Entries of a table in flash, in registration order; null for a table in RAM. */
  rom: RomEntries | null = null;
}
export const NO_VALUES: TValue[] = [];
/** The one node that all tables without a hash part share; it is never written to. */
export const DUMMY_NODES: Node[] = [new Node()];

/** Contents of a flash table: name to value, in order. */
export interface RomEntries {
  readonly name: string;
  readonly map: Map<string, TValue>;
  readonly keys: string[];
  /** Flash address that `tostring` shows. */
  readonly address: number;
}

/** A captured variable. While open, `v` is the stack slot; once closed it owns its value. Reference counted. */
export class UpVal {
  refcount = 0;
  address = 0;
  /** Stack level while open, -1 when closed. */
  level = -1;
  touched = false;
  next: UpVal | null = null;
  constructor(public v: TValue) {}
}

export class LClosure {
  h = 0;
  p: Proto | null = null;
  upvals: (UpVal | null)[];
  constructor(public nupvalues: number) {
    this.upvals =
      nupvalues === 0 ? NO_UPVALS : nupvalues === 1 ? [null] : new Array<null>(nupvalues).fill(null);
  }
}
const NO_UPVALS: (UpVal | null)[] = [];

export class CClosure {
  h = 0;
  upvalue: TValue[] = [];
  constructor(
    public f: CFunction,
    public nupvalues: number,
  ) {
    for (let i = 0; i < nupvalues; i++) this.upvalue.push(new TValue(LUA_TNIL, null));
  }
}

export class Udata {
  h = 0;
  metatable: Table | null = null;
  uservalue: TValue = new TValue(LUA_TNIL, null);
  /** What the C code keeps in the block. */
  data: unknown = null;
  constructor(public len: number) {}
}

/** Debug record of a local variable while its function is being compiled. */
export class LocVar {
  varname: TString | null = null;
  startpc = NaN;
  endpc = NaN;
}

/** A decoded VM instruction as fengari keeps it. */
export interface Instruction {
  code: number;
  opcode: number;
  A: number;
  B: number;
  C: number;
  Bx: number;
  Ax: number;
  sBx: number;
}

export interface UpvalDesc {
  instack: boolean;
  idx: number;
  name: TString | null;
}

/** A function prototype. `size*` and `*Address` describe the chip's vectors, which grow as the compiler's do. */
export class Proto {
  h = 0;
  /** Number of this prototype in its machine; never used twice. One that loses its lines gets another. */
  uid = 0;
  k: TValue[] = [];
  p: Proto[] = [];
  code: Instruction[] = [];
  cache = null;
  lineinfo: number[] = [];
  upvalues: UpvalDesc[] = [];
  numparams = 0;
  is_vararg = false;
  maxstacksize = 0;
  locvars: LocVar[] = [];
  linedefined = 0;
  lastlinedefined = 0;
  source: TString | null = null;
  sizecode = 0;
  sizek = 0;
  sizep = 0;
  sizelineinfo = 0;
  sizelocvars = 0;
  sizeupvalues = 0;
  codeAddress = 0;
  kAddress = 0;
  pAddress = 0;
  lineinfoAddress = 0;
  locvarsAddress = 0;
  upvaluesAddress = 0;
}

/** A call record. Kept in the thread's list for reuse, as on the device. */
export class CallInfo {
  func: TValue = luaO_nilobject;
  funcOff = 0;
  top = 0;
  previous: CallInfo | null = null;
  next: CallInfo | null = null;
  l_base = 0;
  l_code: Instruction[] = [];
  l_savedpc = 0;
  /** Number of this call of a Lua function: another one for each. */
  activation = 0;
  c_k: ((L: LuaState, status: number, ctx: unknown) => number) | null = null;
  c_old_errfunc = 0;
  c_ctx: unknown = null;
  extra = 0;
  nresults = 0;
  callstatus = 0;
  address = 0;
}

export interface LongJump {
  status: number;
  previous: LongJump | null;
}

/** A thread (coroutine or the main one). */
export class LuaState {
  h = 0;
  stack: TValue[] = [];
  stacksize = 0;
  stackAddress = 0;
  top = 0;
  stack_last = 0;
  ci: CallInfo;
  base_ci: CallInfo = new CallInfo();
  /** Call records in the list, the base one not counted. */
  nci = 0;
  openupval: UpVal | null = null;
  errorJmp: LongJump | null = null;
  nCcalls = 0;
  hook: ((L: LuaState, ar: unknown) => void) | null = null;
  hookmask = 0;
  basehookcount = 0;
  allowhook = 1;
  hookcount = 0;
  nny = 1;
  status = 0;
  errfunc = 0;
  oldpc = 0;
  /** Thread is in the list of threads with open upvalues. */
  inTwups = false;
  constructor(public l_G: GlobalState) {
    this.ci = this.base_ci;
  }
}
