/** The global state of one Lua machine: what all its threads share. */
import { FunctionNames } from './frames.js';
import type { CFunction, CallInfo, LuaState, Proto, Table, TString, Udata } from './objects.js';
import { LUA_NUMTAGS, LUA_TNIL, TValue } from './objects.js';

/** The chip's allocator as Lua sees it: addresses are guest addresses, 0 is failure. */
export interface LuaHeap {
  /** C `realloc`: address 0 allocates. Returns 0 when there is no room; the old block is then untouched. */
  realloc(address: number, size: number): number;
  /** C `free`. */
  free(address: number): void;
}

/** Sees every block operation of Lua after it is done. `kind` is an index of BLOCK_KINDS. */
export interface BlockListener {
  /** oldAddress 0: new block; newAddress 0: freed; otherwise resized (also to the same size or place). */
  block(oldAddress: number, oldSize: number, newAddress: number, newSize: number, kind: number): void;
}

/** Sizes in bytes of what depends on the number model. */
export interface ObjectSizes {
  readonly tvalue: number;
  readonly node: number;
  readonly upval: number;
  /** Header of a userdata. */
  readonly udata: number;
  readonly global: number;
}
/** Width of integers and precision of floats, as CONFIG_LUA_NUMBER_INT64 and CONFIG_LUA_NUMBER_DOUBLE select them. */
export type NumberModel = 'int32-single' | 'int32-double' | 'int64-single' | 'int64-double';
/** 32-bit integers and single floats (facts/nodemcu, section 4). */
export const SIZES_32: ObjectSizes = { tvalue: 8, node: 20, upval: 16, udata: 20, global: 420 };
/** Either 64-bit integers or doubles. */
export const SIZES_64: ObjectSizes = { tvalue: 12, node: 32, upval: 20, udata: 24, global: 428 };
export const SIZE_TABLE = 32;
export const SIZE_PROTO = 76;
export const SIZE_THREAD = 124;
export const SIZE_CALLINFO = 36;
export const SIZE_STRING = 17; // header and terminator

/** Functions of fengari's own modules that our modules call. */
export interface FengariModules {
  luaG_runerror(L: LuaState, format: Uint8Array, ...args: unknown[]): never;
  luaG_typeerror(L: LuaState, o: TValue, operation: Uint8Array): never;
  luaG_opinterror(L: LuaState, p1: TValue, p2: TValue, message: Uint8Array): never;
  luaG_concaterror(L: LuaState, p1: TValue, p2: TValue): never;
  luaG_tointerror(L: LuaState, p1: TValue, p2: TValue): never;
  luaG_ordererror(L: LuaState, p1: TValue, p2: TValue): never;
  luaG_errormsg(L: LuaState): never;
  luaG_traceexec(L: LuaState): void;
  luaO_str2num(text: Uint8Array, out: TValue): number;
  luaO_tostring(L: LuaState, o: TValue): void;
  luaO_pushfstring(L: LuaState, format: Uint8Array, ...args: unknown[]): Uint8Array;
  luaO_arith(L: LuaState, op: number, a: TValue, b: TValue, out: TValue): void;
  luaY_parser(
    L: LuaState,
    z: unknown,
    buffer: unknown,
    dyd: unknown,
    name: Uint8Array,
    first: number,
  ): unknown;
  luaU_undump(L: LuaState, z: unknown, name: Uint8Array): unknown;
  newMBuffer(): MBufferLike;
  newDyndata(): DyndataLike;
}
export interface MBufferLike {
  buffer: Uint8Array | null;
  n: number;
  address?: number;
  size?: number;
}
interface ChipVector {
  arr: unknown[];
  n: number;
  size: number;
  address: number;
}
export interface DyndataLike {
  actvar: ChipVector;
  gt: ChipVector;
  label: ChipVector;
}

const HANDLES = 1024;
/** The first handles are heads of the object lists; 0 is the object that is never collected. */
export const FIRST_HANDLE = 8;

/** See the head of this file. Field names are Lua's where Lua has them. */
export class GlobalState {
  // --- fengari looks at these
  mainthread: LuaState | null = null;
  l_registry: TValue = new TValue(LUA_TNIL, null);
  panic: CFunction | null = null;
  atnativeerror: null = null;
  version: number | null = null;
  tmname: TString[] = [];
  mt: (Table | null)[] = new Array<Table | null>(LUA_NUMTAGS).fill(null);

  /** The coroutine that runs now, null for the main thread. */
  running: LuaState | null = null;

  // --- time: cycles that may still be spent before `tick` is called
  left = 0;
  /** Instructions since the last tick: a small number, which the machine adds up. */
  executed = 0;
  tick: (L: LuaState) => void = () => undefined;

  // --- running C functions
  frames: Int32Array = new Int32Array(8192);
  /** By place in `frames` where the interpreter stands: number of that run of it, another one for each. */
  executions: Int32Array = new Int32Array(8192);
  /** The last of the numbers that tell calls and runs of the interpreter apart. */
  numbered = 0;
  sp = 0;
  names: FunctionNames = new FunctionNames();

  // --- memory
  totalbytes = 0;
  GCdebt = 0;
  GCmemtrav = 0;
  GCestimate = 0;
  listener: BlockListener | null = null;

  // --- strings
  strtAddress = 0;
  strtSize = 0;
  strtUse = 0;
  strt: (TString | null)[] = [];
  memerrmsg: TString | null = null;

  // --- collector
  currentwhite = 1;
  gcstate = 7;
  gckind = 0;
  gcrunning = false;
  gcpause = 110;
  gcstepmul = 200;
  gcfinnum = 0;
  sweepgc = 0;
  gray = 0;
  grayagain = 0;
  weak = 0;
  ephemeron = 0;
  allweak = 0;
  twups: LuaState[] = [];
  capacity = HANDLES;
  marked: Uint8Array = new Uint8Array(HANDLES);
  tag: Uint8Array = new Uint8Array(HANDLES);
  next: Int32Array = new Int32Array(HANDLES);
  gclist: Int32Array = new Int32Array(HANDLES);
  address: Int32Array = new Int32Array(HANDLES);
  object: unknown[] = new Array<unknown>(HANDLES).fill(null);
  freeHandle = 0;
  topHandle = FIRST_HANDLE;
  collections = 0;
  memlimit = 0;
  /** Debug information dropped after compiling, see `stripFunction`. */
  stripLevel = 1;

  m!: FengariModules;
  /** Functions that print, read files and so on; set by the machine. */
  host: HostFunctions = {
    write: () => undefined,
    readFile: () => null,
    random: () => 0,
    pushRomTable: () => undefined,
  };
  /** Sizes of objects in this number model. */
  readonly sizes: ObjectSizes;
  /** Single-precision floats. */
  readonly single: boolean;
  /** 64-bit integers. */
  readonly wide: boolean;
  /** Conversion of floats to text. */
  numberText: (n: number) => string = String;
  pointers: WeakMap<object, number> = new WeakMap();
  nextPointer = 0x3ffae000;
  /** The number that a prototype was given last. */
  protos = 0;

  constructor(
    public heap: LuaHeap,
    numbers: NumberModel,
    public seed: number,
  ) {
    this.single = numbers.endsWith('single');
    this.wide = numbers.startsWith('int64');
    this.sizes = this.single && !this.wide ? SIZES_32 : SIZES_64;
  }
}

/** A number that no call and no run of the interpreter has had (for four billion of them). */
export function nextNumber(g: GlobalState): number {
  return (g.numbered = (g.numbered + 1) | 0);
}

/** All runs of the interpreter get other numbers: what was known by the old ones holds no longer. */
export function renumberExecutions(g: GlobalState): void {
  for (let i = 0; i < g.sp; i++) g.executions[i] = nextNumber(g);
}

/** What Lua's libraries need from outside. */
export interface HostFunctions {
  /** Standard output of `print`. */
  write(bytes: Uint8Array): void;
  /** Contents of a file of the simulated file system, null if absent. */
  readFile(name: string): Uint8Array | null;
  /** A 32-bit random number from the machine's seeded generator. */
  random(): number;
  /** Pushes the flash table of all libraries (for names of functions in tracebacks). */
  pushRomTable(L: LuaState): void;
}

/** Collectable objects, by the tag that the collector keeps. */
export type Collectable = TString | Table | Udata | Proto | LuaState | CallInfo;
