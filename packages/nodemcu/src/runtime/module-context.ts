/** The {@link ModuleContext} of a running machine: NodeMCU's modules on the Lua component and the simulated chip. */
import { LightUserdata, type LuaMachine, type RomDefinition } from '../lua/index.js';
import { luaM_free, luaM_new } from '../lua/memory.js';
import { KIND } from '../lua/objects.js';
import { pointerText } from '../lua/support.js';
import { moduleApi } from './lua-bridge.js';
import type { LuaApi, LuaState } from '../modules/lua-api.js';
import {
  bytesOf,
  TaskPriority,
  type Module,
  type ModuleContext,
  type Pins,
  type SystemHeap,
} from '../modules/module.js';
import type { EventClock } from '../simulation/event-clock.js';
import type { FlashFileSystem } from '../simulation/flash-file-system.js';
import type { SimulatedNetwork } from '../simulation/network.js';
import type { TaskQueue } from '../simulation/task-queue.js';
import { NodeMcuPanic } from './chip-heap.js';

/** Ends a run from inside: `node.restart`, deep sleep. */
export class NodeMcuRestart extends Error {
  constructor(readonly kind: 'restart' | 'deepsleep') {
    super(kind);
    this.name = 'NodeMcuRestart';
  }
}

/** What the context is made of. */
export interface ContextParts {
  readonly lua: LuaMachine;
  readonly clock: EventClock;
  readonly system: SystemHeap;
  readonly files: FlashFileSystem;
  readonly network: SimulatedNetwork;
  readonly pins: Pins;
  readonly tasks: TaskQueue;
  print(text: string | Uint8Array): void;
  warn(text: string): void;
}

/** Outermost C functions of everything that the main task runs. */
const TASK_FRAMES = ['main_task', 'app_main', 'task_pump_messages', 'dispatch'];

/** Longest work of one call in cycles: more than a century, still exact in a number. */
const CHARGE_MAX = 2 ** 50;

/** See the head of this file. */
export class RuntimeContext implements ModuleContext {
  readonly api: LuaApi;
  readonly L: LuaState;
  readonly clock: EventClock;
  readonly system: SystemHeap;
  readonly files: FlashFileSystem;
  readonly network: SimulatedNetwork;
  readonly pins: Pins;
  /** Registry reference of the function that `node.setonerror` was given; `undefined` prints, `null` prints and restarts. */
  onError: number | undefined | null;
  /** Metatable name that each userdata content was made under: `debug.setmetatable` cannot turn one kind into another. */
  readonly #kinds = new WeakMap<object, string>();

  constructor(private readonly parts: ContextParts) {
    const { lua } = parts;
    this.api = moduleApi(lua);
    this.L = lua.L;
    this.clock = parts.clock;
    this.system = parts.system;
    this.files = parts.files;
    this.network = parts.network;
    this.pins = parts.pins;
  }

  print(text: string | Uint8Array): void {
    this.parts.print(text);
  }

  warn(text: string): void {
    this.parts.warn(text);
  }

  charge(cycles: number): void {
    // A clock that runs backwards or has no value would never come right again.
    if (cycles > 0) this.parts.lua.charge(Math.min(Math.round(cycles), CHARGE_MAX));
  }

  luaMalloc(L: LuaState, size: number): number {
    return luaM_new(L as never, size, KIND.buffer);
  }

  luaFree(L: LuaState, address: number, size: number): void {
    luaM_free(L as never, address, size, KIND.buffer);
  }

  newUserdata(L: LuaState, bytes: number, value: object): void {
    this.parts.lua.newUserdata(L as never, bytes, value);
  }

  userdata(L: LuaState, index: number): object | undefined {
    return this.parts.lua.userdata(L as never, index) as object | undefined;
  }

  checkUserdata(L: LuaState, argument: number, name: string): object {
    const content = this.api.luaL_checkudata(L, argument, bytesOf(name)) as object | null | undefined;
    if (content === null || content === undefined || this.#kinds.get(content) !== name)
      this.api.luaL_argerror(L, argument, bytesOf(`${name} expected, got userdata`));
    return content;
  }

  testUserdata(L: LuaState, argument: number, name: string): object | undefined {
    const { aux } = this.parts.lua;
    const content = (aux.luaL_testudata(L as never, argument, name) ?? undefined) as object | undefined;
    return content !== undefined && this.#kinds.get(content) === name ? content : undefined;
  }

  markKind(content: object, name: string): void {
    this.#kinds.set(content, name);
  }

  setMetatable(L: LuaState, name: string): void {
    const content = this.userdata(L, -1);
    if (content) this.#kinds.set(content, name);
    this.api.lua_getfield(L, this.api.LUA_REGISTRYINDEX, bytesOf(name));
    this.api.lua_setmetatable(L, -2);
  }

  pointerText(L: LuaState, index: number): string {
    const { lua } = this.parts;
    return pointerText(lua.g, lua.api.lua_topointer(L as never, index));
  }

  numberText(L: LuaState, index: number): string {
    const { api, g } = this.parts.lua;
    return api.lua_isinteger(L as never, index)
      ? String(api.lua_toexactx(L as never, index))
      : g.numberText(api.lua_tonumber(L as never, index));
  }

  within<T>(frames: readonly string[], body: () => T): T {
    return this.parts.lua.within(frames, body);
  }

  post(priority: number, symbol: string, task: () => void): boolean {
    return this.parts.tasks.post(priority, symbol, () => this.within([...TASK_FRAMES, symbol], task));
  }

  /** luaL_pcallx: the error handler builds the traceback and posts a task that reports it. */
  callProtected(L: LuaState, args: number, results: number): boolean {
    const { api } = this;
    const handlerIndex = api.lua_gettop(L) - args;
    api.lua_pushcclosure(L, this.parts.lua.messageHandler as never, 0);
    api.lua_insert(L, handlerIndex);
    const status = this.within(['luaL_pcallx'], () => api.lua_pcall(L, args, results, handlerIndex));
    api.lua_remove(L, handlerIndex);
    if (status === api.LUA_OK) return true;
    this.#reportError(L);
    return false;
  }

  abort(text: string): never {
    throw new NodeMcuPanic(text);
  }

  restart(kind: 'restart' | 'deepsleep'): void {
    throw new NodeMcuRestart(kind);
  }

  /** Registers a module: its table in flash, its metatables in the registry. */
  register(module: Module): void {
    const { lua } = this.parts;
    const definition: Record<string, RomDefinition[string]> = { ...(module.table as RomDefinition) };
    for (const [name, pointer] of Object.entries(module.lightUserdata ?? {}))
      definition[name] = new LightUserdata(pointer);
    lua.registerModule(module.name, definition);
    for (const [name, table] of Object.entries(module.metatables ?? {})) lua.registerMetatable(name, table);
  }

  /** Posts the report of the error at the top of the stack (popped). */
  #reportError(L: LuaState): void {
    const { api } = this;
    const reference = api.luaL_ref(L, api.LUA_REGISTRYINDEX);
    this.post(TaskPriority.high, 'do_task', () => {
      const main = this.L;
      const handler = this.onError;
      if (typeof handler === 'number') api.lua_rawgeti(main, api.LUA_REGISTRYINDEX, handler);
      else api.lua_getglobal(main, bytesOf('print'));
      api.lua_rawgeti(main, api.LUA_REGISTRYINDEX, reference);
      api.luaL_unref(main, api.LUA_REGISTRYINDEX, reference);
      if (api.lua_pcall(main, 1, 0, 0) !== api.LUA_OK) api.lua_pop(main, 1);
      if (handler === null) {
        const restartAt = this.clock.now + 2 * this.clock.hz;
        this.clock.at(restartAt, () => this.restart('restart'));
      }
    });
  }
}
