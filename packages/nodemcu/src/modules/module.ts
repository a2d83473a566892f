/**
 * What a NodeMCU module is: its functions with the names that they have in the firmware's C code (call chains
 * show them), its constants, the metatables of its userdata; all of them read-only tables in flash.
 */
import type { EventClock } from '../simulation/event-clock.js';
import type { FlashFileSystem } from '../simulation/flash-file-system.js';
import type { SimulatedNetwork } from '../simulation/network.js';
import type { LuaApi, LuaFunction, LuaState, LuaString } from './lua-api.js';

/** A function of a module. */
export interface ModuleFunction {
  /** Name of the C function. */
  readonly symbol: string;
  readonly call: LuaFunction;
}

/** An entry of a module's table. */
export type ModuleEntry = ModuleFunction | number | string | ModuleTable;

/** A read-only table in flash. */
export interface ModuleTable {
  readonly [name: string]: ModuleEntry;
}

/** A module as `open` gives it. */
export interface Module {
  readonly name: string;
  readonly table: ModuleTable;
  /** Light userdata in the module's table. */
  readonly lightUserdata?: Readonly<Record<string, object>>;
  /** Metatables of the module's userdata, by the name that they have in the registry. */
  readonly metatables?: Readonly<Record<string, ModuleTable>>;
}

/** Priorities of Lua tasks, as `node.task` names them. */
export const TaskPriority = { low: 0, medium: 1, high: 2 } as const;

/** Allocations that C code makes outside of Lua, with the C functions that stand between. */
export interface SystemHeap {
  /**
   * `heap_caps_malloc`.
   * @param size - Bytes.
   * @param caps - Capabilities; 0 for `malloc`.
   * @param frames - C functions between the module's function and the allocator, innermost first.
   * @returns A guest address, 0 when there is no room.
   */
  malloc(size: number, caps: number, frames: readonly string[]): number;
  /** `heap_caps_free` of a guest address; 0 is ignored. */
  free(address: number, frames: readonly string[]): void;
  /** Bytes free, as `esp_get_free_heap_size`. */
  freeSize(): number;
}

/** Levels of the chip's pins, from both sides. */
export interface Pins {
  /** Makes a pin an output or not. */
  setOutput(pin: number, enabled: boolean, openDrain: boolean): void;
  setPull(pin: number, pull: 'none' | 'up' | 'down' | 'both'): void;
  /** The level that stands on the pin. */
  read(pin: number): 0 | 1;
  /** Drives the pin from the chip. */
  write(pin: number, level: 0 | 1): void;
  /** Hears every change of the level. */
  onChange(listener: (pin: number, level: 0 | 1) => void): void;
}

/** What modules work with. */
export interface ModuleContext {
  readonly api: LuaApi;
  /** The main thread. Callbacks run on it. */
  readonly L: LuaState;
  readonly clock: EventClock;
  readonly system: SystemHeap;
  readonly files: FlashFileSystem;
  readonly network: SimulatedNetwork;
  readonly pins: Pins;
  /** Writes to the console. */
  print(text: string | Uint8Array): void;
  /** Adds CPU cycles of work done by C code. */
  charge(cycles: number): void;
  /** `luaM_malloc`: a block that Lua counts; a guest address. Collects when there is no room, raises Lua's memory error. */
  luaMalloc(L: LuaState, size: number): number;
  /** `luaM_freemem`: the block is freed, `size` bytes are no longer counted. */
  luaFree(L: LuaState, address: number, size: number): void;
  /** A userdata of `bytes` bytes whose content is `value`; it is left on the stack without a metatable. */
  newUserdata(L: LuaState, bytes: number, value: object): void;
  /** The content of a userdata on the stack, undefined for anything else. */
  userdata(L: LuaState, index: number): object | undefined;
  /** The content of the userdata argument if a module made it under `name`, else undefined. */
  testUserdata(L: LuaState, argument: number, name: string): object | undefined;
  /** The content of the userdata argument that a module made under `name`; raises the usual error for anything else. */
  checkUserdata(L: LuaState, argument: number, name: string): object;
  /** Says that `content` is of the kind `name`, as {@link ModuleContext.setMetatable} does, for userdata made at boot. */
  markKind(content: object, name: string): void;
  /** Sets the read-only metatable that a module registered under `name` on the value at the top. */
  setMetatable(L: LuaState, name: string): void;
  /** Guest address of the object at `index`, as `%p` prints it. */
  pointerText(L: LuaState, index: number): string;
  /** The number at `index` as C prints it with `LUA_INTEGER_FMT` or `LUAI_NUMFFORMAT`: `3`, also for the float 3.0. */
  numberText(L: LuaState, index: number): string;
  /** Puts C functions (outermost first) on the call chain while `body` runs. */
  within<T>(frames: readonly string[], body: () => T): T;
  /**
   * Queues a task of the Lua task queue.
   * @returns false when the queue is full.
   */
  post(priority: number, symbol: string, task: () => void): boolean;
  /** `luaL_pcallx`: calls with a traceback; an error goes to the handler of `node.setonerror`, results are dropped. */
  callProtected(L: LuaState, args: number, results: number): boolean;
  /** The chip aborts: prints `text` as IDF's panic handler and ends the run as a death of the guest. */
  abort(text: string): never;
  /** Ends the run, as `node.restart` does when nothing restarts the chip. */
  restart(reason: 'restart' | 'deepsleep'): void;
  /** Says something of the simulator's own, on standard error. */
  warn(text: string): void;
}

/** Opens a module for one machine. */
export type ModuleOpener = (context: ModuleContext) => Module;

const encoder = new TextEncoder();

/** Bytes of a JavaScript text as Lua sees it (UTF-8). */
export function bytesOf(text: string): LuaString {
  return encoder.encode(text);
}

/** Raises a Lua error with position, as `luaL_error`. The text is no format. */
export function raise(context: ModuleContext, L: LuaState, message: string): never {
  return context.api.luaL_error(L, bytesOf(message.replaceAll('%', '%%')));
}

/** Raises `bad argument #n to 'f' (message)` unless `condition` holds. */
export function checkArgument(
  context: ModuleContext,
  L: LuaState,
  condition: boolean,
  argument: number,
  message: string,
): asserts condition {
  if (!condition) context.api.luaL_argerror(L, argument, bytesOf(message));
}

/** Pushes bytes as a Lua string. */
export function pushBytes(context: ModuleContext, L: LuaState, bytes: Uint8Array): void {
  context.api.lua_pushlstring(L, bytes, bytes.length);
}

/** Pushes text as a Lua string. */
export function pushText(context: ModuleContext, L: LuaState, text: string): void {
  pushBytes(context, L, bytesOf(text));
}

/** A string argument as JavaScript text, one character a byte. */
export function checkText(context: ModuleContext, L: LuaState, argument: number): string {
  return Buffer.from(context.api.luaL_checklstring(L, argument)).toString('latin1');
}
