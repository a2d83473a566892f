/**
 * One Lua machine: NodeMCU's Lua 5.3 whose every block lies in the chip's heap and whose every instruction costs cycles.
 *
 * ```text
 * const lua = LuaMachine.create({ heap, write: (bytes) => process.stdout.write(bytes) });
 * lua.registerModule('bit', { bnot: { symbol: 'bit_bnot', call: bnot } });
 * lua.load(source, '@init.lua');  lua.call(0, 0);
 * ```
 *
 * C functions are written as in C: they take the state, use `lua.api` and `lua.aux`, return the number of results.
 */
import type { AuxApi, LuaApi, Text } from './api.js';
import { CYCLES } from './cycles.js';
import { LuaPanic } from './do.js';
import * as ldo from './do.js';
import * as lfunc from './func.js';
import { fid } from './frames.js';
import { gettotalbytes, luaC_fix, luaC_freeallobjects, luaC_fullgc } from './gc.js';
import type {
  BlockListener,
  DyndataLike,
  FengariModules,
  LuaHeap,
  MBufferLike,
  NumberModel,
} from './global.js';
import { GlobalState } from './global.js';
import * as integers64 from './integers64.js';
import { instantiateFengari } from './loader.js';
import { doubleText, singleText } from './numbers.js';
import * as objects from './objects.js';
import type { CallInfo, CFunction, LClosure, Proto, Udata } from './objects.js';
import { KIND, LUA_TLCF, LUA_TNUMFLT, LUA_TTABLE, LuaState, Table } from './objects.js';
import { luaM_free } from './memory.js';
import { luaH_new, luaH_resize, luaH_setintL, newRomTable, addRomEntry } from './table.js';
import * as ltable from './table.js';
import * as lstate from './state.js';
import * as lstring from './strings.js';
import * as ltm from './tm.js';
import * as lvm from './vm.js';
import * as support from './support.js';
import { luaL_Buffer } from './support.js';
import * as wide from './wide-libraries.js';
import { WORK } from './function-cycles.js';

/** How a machine is made. */
export interface LuaOptions {
  /** The chip's allocator. */
  readonly heap: LuaHeap;
  /** Number model; 32-bit integers with single floats are NodeMCU's default. */
  readonly numbers?: NumberModel;
  /** Seed of string hashes and of `math.random` before `randomseed`. */
  readonly seed?: number;
  /** Standard output (`print`). */
  readonly write?: (bytes: Uint8Array) => void;
  /** Files for `loadfile`, `dofile`, `require`: contents or null. */
  readonly readFile?: (name: string) => Uint8Array | null;
  /** Functions of the `io` table; names that are missing raise an error when called. */
  readonly io?: Readonly<Record<string, CFunction>>;
  /** Debug information kept by the compiler: 0 all, 1 (default) without names of locals, 2 without lines too. */
  readonly stripLevel?: number;
  /** Called after every slice of about `sliceCycles` cycles of Lua; may throw to stop the machine. */
  readonly onSlice?: (machine: LuaMachine) => void;
  readonly sliceCycles?: number;
}

/** Cycles of the cheapest instruction; EXTRAARG, which is never fetched, stands with none. */
const CHEAPEST = Math.min(...CYCLES.filter((cycles) => cycles > 0));

/** Thrown out of the machine when its instruction limit is reached. */
export class LuaInstructionLimitError extends Error {
  constructor(readonly instructions: number) {
    super(`instruction limit reached after ${instructions} Lua instructions`);
    this.name = 'LuaInstructionLimitError';
  }
}

/** Thrown out of the machine when its cycle limit is reached. */
export class LuaCycleLimitError extends Error {
  constructor(
    readonly cycles: number,
    readonly limit: number,
  ) {
    super(`Lua ran ${cycles} cycles, the limit is ${limit}`);
    this.name = 'LuaCycleLimitError';
  }
}

/** A C function with its C name, for tables in flash. */
export interface RomFunction {
  /** Name of the C function, as call chains show it. */
  readonly symbol: string;
  readonly call: CFunction;
  /** Cycles beyond the call itself. */
  readonly cycles?: number;
}

/** Contents of a read-only table in flash: functions, constants, nested tables, light userdata. */
export interface RomDefinition {
  readonly [name: string]: RomFunction | CFunction | number | string | LightUserdata | RomDefinition;
}

/** A light userdata in a flash table (`sjson.NULL`). */
export class LightUserdata {
  constructor(readonly pointer: object) {}
}

/** One level of a Lua traceback: 1-based line of a Lua function, or a C function (line 0). */
export interface LuaFrame {
  /** Script as in messages: `init.lua`, `stdin`. */
  readonly source: string;
  readonly line: number;
  /** Name of the C function, or of the Lua function by its definition: `function <init.lua:3>` or `main chunk`. */
  readonly name: string;
}

const F_newstate = fid('lua_newstate');
const F_luaopen = fid('f_luaopen');
const F_luaS_init = fid('luaS_init');
const F_l_alloc = fid('l_alloc');
const F_luaM_realloc = fid('luaM_realloc_');
/** `left`, which changes with every instruction, stays a small integer. */
const CHARGED_AT_ONCE = 2 ** 29;

const RESERVED = ['and', 'break', 'do', 'else', 'elseif', 'end', 'false', 'for', 'function', 'goto', 'if', 'in', 'local', 'nil',
  'not', 'or', 'repeat', 'return', 'then', 'true', 'until', 'while']; // prettier-ignore
const IO_FUNCTIONS = ['close', 'flush', 'input', 'lines', 'open', 'output', 'read', 'type', 'write'];
const FILE_METHODS = ['close', 'flush', 'lines', 'read', 'seek', 'setvbuf', 'write', '__gc', '__tostring'];

/** See the head of this file. */
export class LuaMachine {
  /** The main thread. */
  readonly L: LuaState;
  readonly g: GlobalState;
  /** lua.h */
  readonly api: LuaApi;
  /** lauxlib.h */
  readonly aux: AuxApi;
  /** The flash table behind `_G`: base functions, libraries, modules. */
  readonly rom: Table;
  private granted = 0;
  private readonly slice: number;
  private interrupted = false;
  private executedBefore = 0;
  private maxInstructions = Infinity;
  private romAddress = 0x3f400020;
  private rng: number;
  private readonly modules: (name: string) => Record<string, unknown>;
  /** Cycles after which {@link LuaCycleLimitError} is thrown (0: none). */
  cycleLimit = 0;

  /** Boots a Lua state with NodeMCU's libraries. @throws FengariMismatchError if the installed fengari is another one */
  static create(options: LuaOptions): LuaMachine {
    return new LuaMachine(options);
  }

  private constructor(readonly options: LuaOptions) {
    const g = new GlobalState(options.heap, options.numbers ?? 'int32-single', (options.seed ?? 0) | 0);
    this.g = g;
    g.numberText = g.single ? singleText : doubleText;
    g.stripLevel = options.stripLevel ?? 1;
    g.marked[0] = 4;
    this.rng = (options.seed ?? 1) | 0 || 1;
    this.slice = Math.min(options.sliceCycles ?? 2_000_000, CHARGED_AT_ONCE);
    this.granted = this.slice;
    g.left = this.slice;
    g.tick = () => {
      this.onTick();
    };
    g.host = {
      write: options.write ?? (() => undefined),
      readFile: options.readFile ?? (() => null),
      random: () => this.random(),
      pushRomTable: (L) => {
        L.stack[L.top++]!.set(LUA_TTABLE, this.rom);
      },
    };
    this.modules = instantiateFengari(g, replacements(g));
    this.api = this.modules('./lua.js') as unknown as LuaApi;
    this.aux = this.modules('./lauxlib.js') as unknown as AuxApi;
    const defs = this.modules('./defs.js') as unknown as { lua_upvalueindex: unknown };
    if (!('lua_upvalueindex' in this.api))
      Object.assign(this.api, { lua_upvalueindex: defs.lua_upvalueindex });
    g.m = this.fengari();
    this.L = this.newState();
    this.rom = this.newRom('rotables');
    this.openLibraries();
  }

  private fengari(): FengariModules {
    const debug = this.modules('./ldebug.js');
    const lobject = this.modules('./lobject.js');
    const lparser = this.modules('./lparser.js');
    const lundump = this.modules('./lundump.js');
    const lzio = this.modules('./lzio.js') as { MBuffer: new () => MBufferLike };
    const Dyndata = lparser.Dyndata as new () => DyndataLike;
    return {
      ...debug,
      ...lobject,
      luaY_parser: lparser.luaY_parser,
      luaU_undump: lundump.luaU_undump,
      newMBuffer: () => new lzio.MBuffer(),
      newDyndata: () => new Dyndata(),
    } as unknown as FengariModules;
  }

  // ---------------------------------------------------------------- boot

  /** lua_newstate and f_luaopen. */
  private newState(): LuaState {
    const g = this.g;
    const L = new LuaState(g);
    g.mainthread = L;
    g.frames[g.sp++] = F_newstate;
    const block = g.heap.realloc(0, g.sizes.global);
    if (block === 0) throw new LuaPanic('not enough memory');
    g.totalbytes = g.sizes.global;
    if (g.listener !== null) g.listener.block(0, 0, block, g.sizes.global, KIND.global);
    L.h = 5;
    g.marked[5] = g.currentwhite;
    g.tag[5] = objects.LUA_TTHREAD;
    g.address[5] = block;
    g.object[5] = L;
    const status = ldo.luaD_rawrunprotected(
      L,
      () => {
        g.frames[g.sp++] = F_luaopen;
        lstate.stack_init(L, L);
        const registry = luaH_new(L);
        g.l_registry.sethvalue(registry);
        luaH_resize(L, registry, 2, 0);
        const slot = new objects.TValue(objects.LUA_TTHREAD, L);
        luaH_setintL(L, registry, 1, slot);
        slot.sethvalue(luaH_new(L));
        luaH_setintL(L, registry, 2, slot);
        g.frames[g.sp++] = F_luaS_init;
        lstring.luaS_resize(L, lstring.MINSTRTABSIZE);
        g.memerrmsg = lstring.luaS_newliteral(L, 'not enough memory');
        luaC_fix(L, g.memerrmsg.h);
        g.sp--;
        ltm.luaT_init(L);
        const env = lstring.luaS_newliteral(L, '_ENV');
        luaC_fix(L, env.h);
        RESERVED.forEach((word, i) => {
          const ts = lstring.luaS_new(L, lstring.literal(word));
          luaC_fix(L, ts.h);
          ts.extra = i + 1;
        });
        g.gcrunning = true;
        g.version = 503;
      },
      null,
    );
    g.sp = 0;
    if (status !== 0) throw new LuaPanic('not enough memory');
    return L;
  }

  private openLibraries(): void {
    const { L, g } = this;
    // the cache of flash keys is a plain block that Lua does not count
    const cache = g.heap.realloc(0, 512);
    if (g.listener !== null) g.listener.block(0, 0, cache, 512, KIND.kcache);
    const base = functionsOf(this.modules('./lbaselib.js'));
    const table = functionsOf(this.modules('./ltablib.js'));
    this.addFunctions(this.rom, base);
    const library = (
      name: string,
      functions: Record<string, CFunction>,
      constants: Record<string, number | bigint | string> = {},
    ): Table => {
      const t = this.newRom(name);
      // the library is the metatable of texts too
      if (name === 'string') addRomEntry(t, '__index', LUA_TTABLE, t);
      this.addFunctions(t, functions);
      for (const [key, value] of Object.entries(constants)) this.addConstant(t, key, value);
      addRomEntry(this.rom, name, LUA_TTABLE, t);
      return t;
    };
    const string = library('string', functionsOf(this.modules('./lstrlib.js')));
    library('table', table);
    library('coroutine', functionsOf(this.modules('./lcorolib.js')));
    const math = library('math', functionsOf(this.modules('./lmathlib.js')), {
      maxinteger: g.wide ? integers64.MAXINTEGER64 : 2147483647,
      mininteger: g.wide ? integers64.MININTEGER64 : -2147483648,
    });
    addRomEntry(math, 'pi', LUA_TNUMFLT, g.single ? Math.fround(Math.PI) : Math.PI);
    addRomEntry(math, 'huge', LUA_TNUMFLT, Infinity);
    library('utf8', functionsOf(this.modules('./lutf8lib.js')), {
      charpattern: '[\0-\x7F\xC2-\xF4][\x80-\xBF]*',
    });
    library('debug', functionsOf(this.modules('./ldblib.js')));
    addRomEntry(this.rom, 'unpack', LUA_TLCF, support.makeNamed(g)(table.unpack!));
    addRomEntry(this.rom, 'loadstring', LUA_TLCF, support.makeNamed(g)(base.load!));
    g.mt[objects.LUA_TSTRING] = string;
    const meta = this.newRom('_G_meta');
    addRomEntry(meta, '__index', LUA_TTABLE, this.rom);
    this.globals().metatable = meta;
    // in a C function called from a C function, as on the device: the call records stay
    const open = named('luaL_openlibs', () => {
      this.openBase();
      this.openPackage();
      this.openIo();
      return 0;
    });
    const status = this.protect(() => {
      this.api.lua_pushcfunction(
        L,
        named('pmain', (L) => {
          this.api.lua_pushcfunction(L, open);
          this.api.lua_call(L, 0, 0);
          this.api.lua_pushnil(L);
          this.api.lua_setglobal(L, 'boot');
          return 0;
        }),
      );
      this.api.lua_call(L, 0, 0);
    });
    if (status !== 0) throw new LuaPanic(this.text(-1));
    L.top = 1;
  }

  private openBase(): void {
    const { L, api, aux } = this;
    aux.luaL_getsubtable(L, api.LUA_REGISTRYINDEX, '_LOADED');
    api.lua_pushglobaltable(L);
    api.lua_pushvalue(L, -1);
    api.lua_setfield(L, -2, '_G');
    api.lua_pushliteral(L, 'Lua 5.3');
    api.lua_setfield(L, -2, '_VERSION');
    // a global that the boot sets and takes away again: its node stays in use until the globals are rehashed
    api.lua_pushboolean(L, true);
    api.lua_setfield(L, -2, 'boot');
    api.lua_setfield(L, -2, '_G');
    api.lua_pop(L, 1);
  }

  /** The `package` library: searchers for preloaded modules and Lua files of the simulated file system. */
  private openPackage(): void {
    const { L, api, aux } = this;
    const REG = api.LUA_REGISTRYINDEX;
    // table of loaded C libraries, with a finalizer, as loadlib.c makes it
    api.lua_newtable(L);
    api.lua_createtable(L, 0, 1);
    api.lua_pushcfunction(
      L,
      named('gctm', () => 0),
    );
    api.lua_setfield(L, -2, '__gc');
    api.lua_setmetatable(L, -2);
    api.lua_rawsetp(L, REG, 'CLIBS');
    api.lua_createtable(L, 0, 8);
    // searchers
    const searchers: CFunction[] = [
      named('searcher_preload', (L) => {
        const name = aux.luaL_checkstring(L, 1);
        api.lua_getfield(L, REG, '_PRELOAD');
        if (api.lua_getfield(L, -1, name) === 0)
          api.lua_pushfstring(L, "\n\tno field package.preload['%s']", name);
        return 1;
      }),
      named('searcher_Lua', (L) => this.searchLua(L)),
      named('searcher_C', () => 0),
      named('searcher_Croot', () => 0),
    ];
    api.lua_createtable(L, searchers.length, 0);
    searchers.forEach((f, i) => {
      api.lua_pushvalue(L, -2);
      api.lua_pushcclosure(L, f, 1);
      api.lua_rawseti(L, -2, i + 1);
    });
    api.lua_setfield(L, -2, 'searchers');
    api.lua_pushliteral(L, '?.lc;?.lua');
    api.lua_setfield(L, -2, 'path');
    api.lua_pushliteral(L, '?.lc;?.lua'); // there is no dynamic loading; the field exists
    api.lua_setfield(L, -2, 'cpath');
    api.lua_pushliteral(L, '/\n;\n?\n!\n-\n');
    api.lua_setfield(L, -2, 'config');
    aux.luaL_getsubtable(L, REG, '_LOADED');
    api.lua_setfield(L, -2, 'loaded');
    aux.luaL_getsubtable(L, REG, '_PRELOAD');
    api.lua_setfield(L, -2, 'preload');
    const searchpath = named('ll_searchpath', (L) => this.searchPath(L));
    const loadlib = named('ll_loadlib', (L) => {
      api.lua_pushnil(L);
      api.lua_pushliteral(L, 'dynamic libraries not enabled; check your Lua installation');
      api.lua_pushliteral(L, 'absent');
      return 3;
    });
    api.lua_pushcfunction(L, searchpath);
    api.lua_setfield(L, -2, 'searchpath');
    api.lua_pushcfunction(L, loadlib);
    api.lua_setfield(L, -2, 'loadlib');
    // require, with the package table as upvalue
    api.lua_pushglobaltable(L);
    api.lua_pushcfunction(
      L,
      named('ll_require', (L) => this.require(L)),
    );
    api.lua_setfield(L, -2, 'require');
    api.lua_pop(L, 1);
    api.lua_getfield(L, REG, '_LOADED');
    api.lua_pushvalue(L, -2);
    api.lua_setfield(L, -2, 'package');
    api.lua_pop(L, 1);
    api.lua_setglobal(L, 'package');
  }

  private readonly packageReadable = (name: string): boolean => this.g.host.readFile(name) !== null;

  private findFile(L: LuaState, name: Uint8Array, path: Uint8Array): string | null {
    const file = String.fromCharCode(...name).replaceAll('.', '/');
    let message = '';
    for (const template of String.fromCharCode(...path).split(';')) {
      const candidate = template.replaceAll('?', file);
      if (candidate !== '' && this.packageReadable(candidate)) return candidate;
      message += `\n\tno file '${candidate}'`;
    }
    this.api.lua_pushstring(L, latin1(message));
    return null;
  }

  private searchPath(L: LuaState): number {
    const { api, aux } = this;
    const found = this.findFile(L, aux.luaL_checkstring(L, 1), aux.luaL_checkstring(L, 2));
    if (found !== null) {
      api.lua_pushstring(L, latin1(found));
      return 1;
    }
    api.lua_pushnil(L);
    api.lua_insert(L, -2);
    return 2;
  }

  private searchLua(L: LuaState): number {
    const { api, aux } = this;
    const name = aux.luaL_checkstring(L, 1);
    api.lua_getfield(L, api.lua_upvalueindex(1), 'path');
    const path = api.lua_tostring(L, -1) ?? aux.luaL_error(L, "'package.path' must be a string");
    const file = this.findFile(L, name, path);
    if (file === null) return 1;
    if (aux.luaL_loadfilex(L, latin1(file), null) === 0) {
      api.lua_pushstring(L, latin1(file));
      return 2;
    }
    return aux.luaL_error(
      L,
      "error loading module '%s' from file '%s':\n\t%s",
      name,
      latin1(file),
      api.lua_tostring(L, -1),
    );
  }

  private require(L: LuaState): number {
    const { api, aux } = this;
    const name = aux.luaL_checkstring(L, 1);
    api.lua_settop(L, 1);
    api.lua_getfield(L, api.LUA_REGISTRYINDEX, '_LOADED');
    api.lua_getfield(L, 2, name);
    if (api.lua_toboolean(L, -1)) return 1;
    api.lua_pop(L, 1);
    // a library in flash is its own module
    const rom = this.rom.rom!.map.get(String.fromCharCode(...name));
    if (rom?.type === LUA_TTABLE) {
      L.stack[L.top++]!.setfrom(rom);
      return 1;
    }
    api.lua_getglobal(L, 'package');
    if (api.lua_getfield(L, 3, 'searchers') !== LUA_TTABLE)
      aux.luaL_error(L, "'package.searchers' must be a table");
    api.lua_remove(L, 3);
    const message = new this.aux.luaL_Buffer();
    aux.luaL_buffinit(L, message);
    for (let i = 1; ; i++) {
      if (api.lua_rawgeti(L, 3, i) === 0) {
        api.lua_pop(L, 1);
        aux.luaL_pushresult(message);
        aux.luaL_error(L, "module '%s' not found:%s", name, api.lua_tostring(L, -1));
      }
      api.lua_pushstring(L, name);
      api.lua_call(L, 1, 2);
      if (api.lua_isfunction(L, -2)) break;
      if (api.lua_isstring(L, -2)) {
        api.lua_pop(L, 1);
        aux.luaL_addvalue(message);
      } else api.lua_pop(L, 2);
    }
    api.lua_pushstring(L, name);
    api.lua_insert(L, -2);
    api.lua_call(L, 2, 1);
    if (!api.lua_isnil(L, -1)) api.lua_setfield(L, 2, name);
    if (api.lua_getfield(L, 2, name) === 0) {
      api.lua_pushboolean(L, true);
      api.lua_pushvalue(L, -1);
      api.lua_setfield(L, 2, name);
    }
    return 1;
  }

  /** The `io` table in RAM with the standard files; its functions come from the options. */
  private openIo(): void {
    const { L, api, aux } = this;
    const given = this.options.io ?? {};
    const missing = (name: string): CFunction =>
      named(name, (L) => aux.luaL_error(L, `io: '${name}' needs a file system, none is attached`));
    aux.luaL_newmetatable(L, 'FILE*');
    api.lua_pushvalue(L, -1);
    api.lua_setfield(L, -2, '__index');
    for (const name of FILE_METHODS) {
      api.lua_pushcfunction(
        L,
        given[`file:${name}`] ??
          (name.startsWith('__') ? named(`f_${name.slice(2)}`, () => 0) : missing(name)),
      );
      api.lua_setfield(L, -2, name);
    }
    api.lua_createtable(L, 0, 12);
    for (const name of IO_FUNCTIONS) {
      api.lua_pushcfunction(L, given[name] ?? missing(name));
      api.lua_setfield(L, -2, name);
    }
    for (const name of ['stdin', 'stdout', 'stderr']) {
      api.lua_newuserdata(L, 8);
      api.lua_pushvalue(L, -3);
      api.lua_setmetatable(L, -2);
      if (name !== 'stderr') {
        api.lua_pushvalue(L, -1);
        api.lua_setfield(L, api.LUA_REGISTRYINDEX, name === 'stdin' ? '_IO_input' : '_IO_output');
      }
      api.lua_setfield(L, -2, name);
    }
    aux.luaL_getsubtable(L, api.LUA_REGISTRYINDEX, '_LOADED');
    api.lua_pushvalue(L, -2);
    api.lua_setfield(L, -2, 'io');
    api.lua_pop(L, 1);
    api.lua_setglobal(L, 'io');
    api.lua_pop(L, 1);
  }

  private newRom(name: string): Table {
    this.romAddress += 32;
    return newRomTable(name, this.romAddress);
  }

  private addFunctions(t: Table, functions: Readonly<Record<string, CFunction>>): void {
    const name = support.makeNamed(this.g);
    for (const [key, f] of Object.entries(functions)) {
      name(f);
      addRomEntry(t, key, LUA_TLCF, f);
    }
  }

  private addConstant(t: Table, key: string, value: number | bigint | string): void {
    if (typeof value === 'string') {
      const ts = new objects.TString(
        value.length <= 40 ? objects.LUA_TSHRSTR : objects.LUA_TLNGSTR,
        latin1(value),
        -1,
      );
      // texts in flash become ordinary strings when read; short ones must stay unique, so they are interned for ever
      const s = value.length <= 40 ? lstring.luaS_newlstr(this.L, latin1(value)) : ts;
      if (value.length <= 40) luaC_fix(this.L, s.h);
      addRomEntry(t, key, s.tt, s);
    } else if (typeof value === 'bigint' || Number.isInteger(value)) {
      const o = integers64.integerConstant(this.g, value);
      addRomEntry(t, key, o.type, o.value);
    } else addRomEntry(t, key, LUA_TNUMFLT, value);
  }

  // ---------------------------------------------------------------- modules

  /**
   * Adds a module of NodeMCU: a read-only table that scripts see as a global. It costs no RAM.
   * The JavaScript name of a plain function is its C name in call chains.
   */
  registerModule(name: string, definition: RomDefinition): Table {
    const t = this.romTable(name, definition);
    addRomEntry(this.rom, name, LUA_TTABLE, t);
    return t;
  }

  /** A read-only table that is not a global: nested tables, metatables of userdata. */
  romTable(name: string, definition: RomDefinition): Table {
    const t = this.newRom(name);
    for (const [key, entry] of Object.entries(definition)) this.addEntry(t, key, entry);
    return t;
  }

  /** Adds one entry to a flash table while a machine is being set up. */
  addEntry(t: Table, key: string, entry: RomDefinition[string]): void {
    if (typeof entry === 'function') this.addFunctions(t, { [key]: entry });
    else if (typeof entry === 'number' || typeof entry === 'string') this.addConstant(t, key, entry);
    else if (entry instanceof LightUserdata) addRomEntry(t, key, objects.LUA_TLIGHTUSERDATA, entry.pointer);
    else if (isRomFunction(entry)) {
      const f: CFunction = named(entry.symbol, (L) => entry.call(L));
      if (entry.cycles !== undefined) f.cycles = entry.cycles;
      this.addFunctions(t, { [key]: f });
    } else addRomEntry(t, key, LUA_TTABLE, this.romTable(`${t.rom!.name}.${key}`, entry));
  }

  /** Removes a module again (so that its name is nil). */
  unregisterModule(name: string): void {
    const rom = this.rom.rom!;
    rom.map.delete(name);
    const i = rom.keys.indexOf(name);
    if (i >= 0) rom.keys.splice(i, 1);
  }

  /**
   * C `luaL_rometatable`: a metatable in flash, kept in the registry under `name` for `luaL_checkudata` and
   * `luaL_setmetatable`. `__index` is the table itself unless given.
   */
  registerMetatable(name: string, definition: RomDefinition): Table {
    const t = this.romTable(name, definition);
    if (!t.rom!.map.has('__index')) addRomEntry(t, '__index', LUA_TTABLE, t);
    const status = this.protect(() => {
      this.L.stack[this.L.top++]!.set(LUA_TTABLE, t);
      this.api.lua_setfield(this.L, this.api.LUA_REGISTRYINDEX, name);
    });
    if (status !== 0) throw new LuaPanic(this.text(-1));
    return t;
  }

  // ---------------------------------------------------------------- for modules

  /** A userdata of `bytes` bytes with a JavaScript value as its content, pushed without a metatable. */
  newUserdata(L: LuaState, bytes: number, value: unknown): Udata {
    this.api.lua_newuserdata(L, bytes);
    const u = L.stack[L.top - 1]!.value as Udata;
    u.data = value;
    return u;
  }

  /** Content of the full userdata at a stack index, undefined for anything else. */
  userdata(L: LuaState, index: number): unknown {
    return this.api.lua_type(L, index) === objects.LUA_TUSERDATA
      ? this.api.lua_touserdata(L, index)
      : undefined;
  }

  /** Runs `body` with C functions (outermost first) on the call chain. */
  within<T>(frames: readonly string[], body: () => T): T {
    const g = this.g;
    const sp = g.sp;
    for (const name of frames) g.frames[g.sp++] = g.names.id(name);
    try {
      return body();
    } finally {
      g.sp = sp;
    }
  }

  /**
   * A block of the C side (`malloc`, `realloc`, `free` of a module): not counted by Lua.
   * @returns the address, 0 when there is no room or when `size` is 0
   */
  cRealloc(address: number, oldSize: number, size: number): number {
    const g = this.g;
    if (size === 0) {
      if (address !== 0) g.heap.free(address);
    } else {
      const fresh = g.heap.realloc(address, size);
      if (fresh !== 0) g.listener?.block(address, oldSize, fresh, size, KIND.buffer);
      return fresh;
    }
    if (address !== 0) g.listener?.block(address, oldSize, 0, 0, KIND.buffer);
    return 0;
  }

  // ---------------------------------------------------------------- running

  /** Compiles a chunk; the function, or a message, is left on the stack. @returns 0 or Lua's status */
  load(source: Text, chunkname: string, mode: 'bt' | 't' | 'b' = 'bt'): number {
    const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
    return this.aux.luaL_loadbufferx(this.L, bytes, bytes.length, chunkname, mode);
  }

  /** Protected call of the function below `nargs` arguments, with the device's message handler (traceback). */
  call(nargs: number, nresults: number): number {
    const { L, api } = this;
    const handler = L.top - nargs - 1 - L.ci.funcOff;
    api.lua_pushcfunction(L, this.messageHandler);
    api.lua_insert(L, handler);
    const status = api.lua_pcall(L, nargs, nresults, handler);
    api.lua_remove(L, handler);
    return status;
  }

  /** Message handler of the console: text errors get a traceback, others stay as they are. */
  readonly messageHandler: CFunction = named('msghandler', (L) => {
    const { api, aux } = this;
    const message = api.lua_tostring(L, 1);
    if (message === null || api.lua_type(L, 1) !== objects.LUA_TSTRING) {
      api.lua_settop(L, 1);
      return 1;
    }
    aux.luaL_traceback(L, L, message, 1);
    return 1;
  });

  /** Runs `f` so that a Lua error comes back as a status with its object on the stack. */
  protect(f: () => void): number {
    const { L } = this;
    return ldo.luaD_pcall(L, () => f(), null, L.top, 0);
  }

  /** Text at a stack index, for host messages. */
  text(index: number): string {
    const o = index > 0 ? this.L.stack[this.L.ci.funcOff + index]! : this.L.stack[this.L.top + index]!;
    return o.ttisstring()
      ? o.jsstring()
      : o.ttisnumber()
        ? (o.value as number | bigint).toString()
        : '(error object is not a string)';
  }

  /** Globals table. */
  globals(): Table {
    return ltable.luaH_getint(this.g.l_registry.value as Table, 2).value as Table;
  }

  /** Ends the machine: runs finalizers and frees every block but the cache of flash keys, which the device keeps. */
  close(): void {
    const { L, g } = this;
    lfunc.luaF_close(L, 0);
    luaC_freeallobjects(L);
    const size = g.strtSize * 4;
    luaM_free(L, g.strtAddress, size, KIND.strt);
    g.strtAddress = 0;
    g.strtSize = 0;
    L.ci = L.base_ci;
    lstate.luaE_freeCI(L);
    luaM_free(L, L.stackAddress, L.stacksize * g.sizes.tvalue, KIND.stack);
    g.heap.free(g.address[5]!);
    g.listener?.block(g.address[5]!, g.sizes.global, 0, 0, KIND.global);
  }

  /** One whole collection, finalizers included. */
  collect(): void {
    luaC_fullgc(this.L, false);
  }

  /** What `collectgarbage("count")` reports, in bytes. */
  get bytes(): number {
    return gettotalbytes(this.g);
  }

  // ---------------------------------------------------------------- time

  /** CPU cycles that this machine has spent since it was made. */
  get cycles(): number {
    return this.granted - this.g.left;
  }

  /**
   * Lua instructions that the interpreter has fetched and executed: what a count hook counts. The jump of a comparison
   * or the loop end of a generic `for` belongs to its instruction.
   */
  get instructions(): number {
    return this.executedBefore + this.g.executed;
  }

  /** Ends the run with {@link LuaInstructionLimitError} before one instruction more is executed (Infinity: never). */
  set instructionLimit(limit: number) {
    if (limit === this.maxInstructions) return;
    this.maxInstructions = limit;
    // the next instruction looks
    this.granted -= this.g.left;
    this.g.left = 0;
  }

  /** Charges cycles (a whole number, not negative) for work of the C side. */
  charge(cycles: number): void {
    const left = this.g.left - cycles;
    if (left >= -CHARGED_AT_ONCE) this.g.left = left | 0;
    else {
      // the same moment, and the next instruction looks
      this.granted -= left;
      this.g.left = 0;
    }
  }

  /** Makes the running script fail with `interrupted!` at its next instruction. */
  interrupt(): void {
    this.interrupted = true;
    this.granted -= this.g.left;
    this.g.left = 0;
  }

  private onTick(): void {
    this.executedBefore += this.g.executed;
    this.g.executed = 0;
    const mayRun = this.maxInstructions - this.executedBefore;
    // Near the limit so few cycles that the tick comes in time even when only the cheapest instructions run.
    const slice = Math.min(this.slice, Math.max(0, mayRun * CHEAPEST - 1)) | 0;
    this.granted += slice;
    this.g.left += slice;
    if (this.g.left < 0) {
      this.granted -= this.g.left - slice;
      this.g.left = slice;
    }
    if (mayRun <= 0) throw new LuaInstructionLimitError(this.executedBefore);
    if (this.cycleLimit > 0 && this.cycles >= this.cycleLimit)
      throw new LuaCycleLimitError(this.cycles, this.cycleLimit);
    this.options.onSlice?.(this);
    if (this.interrupted) {
      this.interrupted = false;
      // as a debug hook raises it: with the position, and without asking for stack that a Lua function may not have
      this.g.m.luaG_runerror(this.runningThread(), latin1('interrupted!'));
    }
  }

  /** xorshift32 with the machine's seed. */
  private random(): number {
    let x = this.rng;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.rng = x;
    return x | 0;
  }

  // ---------------------------------------------------------------- who is running

  /** Sees every block operation from now on (null: nobody). */
  set listener(listener: BlockListener | null) {
    this.g.listener = listener;
  }

  /** Names of the C functions that are running, innermost first, as a debugger would show them at an allocation. */
  callChain(kind: number = KIND.none, depth = 1000): string[] {
    const { frames, sp } = this.g;
    const chain = kind === KIND.box ? [F_l_alloc] : [F_l_alloc, F_luaM_realloc];
    for (let i = sp - 1; i >= 0 && chain.length < depth; i--) chain.push(frames[i]!);
    return chain.slice(0, depth).map((id) => this.functionName(id));
  }

  /** Name of a function by its number, see `frames.ts`. */
  functionName(id: number): string {
    return this.g.names.names[id] ?? '?';
  }

  /** Line that the innermost Lua function of the running thread is at, 0 if none runs. */
  currentLine(): number {
    for (let ci: CallInfo | null = this.runningThread().ci; ci !== null; ci = ci.previous)
      if ((ci.callstatus & lstate.CIST_LUA) !== 0) return lineOf(ci);
    return 0;
  }

  /** The thread that runs now. */
  private runningThread(): LuaState {
    return this.g.running ?? this.L;
  }

  /** Lua traceback of the running thread, innermost first. */
  traceback(depth = 16): LuaFrame[] {
    const frames: LuaFrame[] = [];
    const L = this.runningThread();
    for (
      let ci: CallInfo | null = L.ci;
      ci !== null && ci !== L.base_ci && frames.length < depth;
      ci = ci.previous
    ) {
      if ((ci.callstatus & lstate.CIST_LUA) !== 0) {
        const p = (ci.func.value as LClosure).p!;
        const source = sourceName(p);
        frames.push({
          source,
          line: lineOf(ci),
          name: p.linedefined === 0 ? 'main chunk' : `function <${source}:${p.linedefined}>`,
        });
      } else {
        const f =
          ci.func.type === LUA_TLCF
            ? (ci.func.value as CFunction)
            : (ci.func.value as { f?: CFunction } | null)?.f;
        frames.push({ source: '[C]', line: 0, name: this.g.names.names[f?.cname ?? 0]! });
      }
    }
    return frames;
  }
}

function isRomFunction(entry: object): entry is RomFunction {
  return 'symbol' in entry && 'call' in entry && typeof entry.call === 'function';
}
function lineOf(ci: CallInfo): number {
  const p = (ci.func.value as LClosure).p!;
  return p.lineinfo[ci.l_savedpc - 1] ?? 0;
}
/** Chunk name as messages show it. */
export function sourceName(p: Proto): string {
  const s = p.source === null ? '?' : String.fromCharCode(...p.source.realstring.subarray(0, 200));
  return s.startsWith('@') || s.startsWith('=') ? s.slice(1) : `[string "${s.split('\n')[0]!.slice(0, 40)}"]`;
}
function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
/** Gives a function its C name. */
export function named(name: string, f: CFunction): CFunction {
  Object.defineProperty(f, 'name', { value: name });
  return f;
}
function functionsOf(module: Record<string, unknown>): Record<string, CFunction> {
  return module.functions as Record<string, CFunction>;
}

/** Modules that take the place of fengari's. */
function replacements(g: GlobalState): Record<string, object> {
  const forMachine = {
    ...support,
    ...integers64,
    luaO_str2num: support.makeStr2num(g),
    numarith: support.makeNumarith(g),
    named: support.makeNamed(g),
    sprintf: support.makeSprintf(g),
    W: WORK,
    luaL_Buffer,
  };
  return {
    'lstring.js': lstring,
    'ltable.js': ltable,
    'lfunc.js': lfunc,
    'lstate.js': lstate,
    'ldo.js': ldo,
    'lvm.js': g.wide ? { ...lvm, ...integers64.conversions64(g) } : lvm,
    'ltm.js': ltm,
    'lualib.js': { lua_assert: () => undefined },
    'xtal-objects': objects,
    'xtal-support': forMachine,
    'xtal-wide': wide,
  };
}
