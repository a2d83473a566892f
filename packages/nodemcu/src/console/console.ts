/**
 * NodeMCU's console (console task and lua.c of dev-esp32): characters are echoed and gathered into lines, lines pass
 * through a pipe to the Lua task, which compiles and runs one line a task.
 *
 * States of a chunk: nothing pending (prompt `> `), or lines pending because the statement is incomplete (`>> `).
 */
import type { LuaState } from '../modules/lua-api.js';
import { bytesOf, TaskPriority, type ModuleContext } from '../modules/module.js';

/** CONFIG_LUA_MAXINPUT of NodeMCU's default configuration, with the terminator. */
export const LINE_BYTES_MAX = 256;

const CR = 0x0d;
const LF = 0x0a;
const BACKSPACE = 0x08;
const DELETE = 0x7f;
const ERASE = bytesOf('\b \b');
const NEWLINE = Uint8Array.of(LF);

/** The console of one machine. */
export class LuaConsole {
  /** Whether input goes to the interpreter. */
  runInput = true;
  echo = true;
  /** Hears the raw bytes, before anything is made of them. */
  onBytes: ((bytes: Uint8Array) => boolean) | undefined;

  readonly #line: number[] = [];
  #lastEnd = 0;
  #pending = '';
  #pipeRef = -1;

  constructor(private readonly context: ModuleContext) {}

  /** Banner of the boot, an empty line in front. */
  banner(build: string, numbers: string, idf: string): void {
    this.context.print(
      `\nNodeMCU ESP32 build ${build} powered by Lua 5.3.5 [5.3-${numbers}] on IDF ${idf}\n`,
    );
  }

  /** Makes the input pipe; its reader runs a line a task. Called once, when the state has been opened. */
  open(): void {
    const { api, L } = this.context;
    api.lua_getglobal(L, bytesOf('pipe'));
    if (api.lua_type(L, -1) === api.LUA_TNIL) {
      api.lua_pop(L, 1);
      return; // a build without the pipe module feeds lines straight to the interpreter
    }
    api.lua_getfield(L, -1, bytesOf('create'));
    api.lua_pushcclosure(L, (state) => this.#readPipe(state), 0);
    api.lua_pushinteger(L, TaskPriority.low);
    api.lua_call(L, 2, 1);
    this.#pipeRef = api.luaL_ref(L, api.LUA_REGISTRYINDEX);
    api.lua_pop(L, 1);
  }

  /** The first prompt: an input line of a blank, queued behind what the boot has posted. */
  start(): void {
    this.input(bytesOf(' \n'));
  }

  /** Bytes from the UART. */
  receive(bytes: Uint8Array): void {
    if (this.onBytes?.(bytes) && !this.runInput) return;
    if (!this.runInput) return;
    for (const byte of bytes) this.#take(byte);
  }

  /**
   * Runs a file of the file system, as the boot command does; errors are printed.
   * @returns false when it could not be loaded or ended with an error.
   */
  runFile(name: string): boolean {
    const { api, L } = this.context;
    const top = api.lua_gettop(L);
    const success = api.luaL_loadfilex(L, Buffer.from(name, 'latin1'), null) === api.LUA_OK && this.#call(L);
    if (!success) this.#printError(L);
    api.lua_settop(L, top);
    return success;
  }

  /** Text for the interpreter, as `lua_input_string`: into the pipe. */
  input(text: Uint8Array): void {
    const { api, L } = this.context;
    if (this.#pipeRef < 0) {
      this.context.post(TaskPriority.low, 'lua_input_task', () =>
        this.#runLine(Buffer.from(text).toString('latin1')),
      );
      return;
    }
    this.context.within(['console_nodemcu_task', 'feed_lua_input', 'lua_input_string'], () => {
      api.lua_rawgeti(L, api.LUA_REGISTRYINDEX, this.#pipeRef);
      api.lua_getfield(L, -1, bytesOf('write'));
      api.lua_insert(L, -2);
      api.lua_pushlstring(L, text, text.length);
      api.lua_call(L, 2, 0);
    });
  }

  /** Whether an incomplete statement waits for more lines. */
  get incomplete(): boolean {
    return this.#pending !== '';
  }

  #take(byte: number): void {
    if (byte === BACKSPACE || byte === DELETE) {
      if (this.#line.pop() !== undefined && this.echo) this.context.print(ERASE);
      return;
    }
    if (byte === CR || byte === LF) {
      const second = this.#lastEnd !== 0 && this.#lastEnd !== byte && this.#line.length === 0;
      this.#lastEnd = second ? 0 : byte;
      if (second) return;
      if (this.echo) this.context.print(NEWLINE);
      this.#line.push(LF);
      this.input(Uint8Array.from(this.#line.splice(0)));
      return;
    }
    this.#lastEnd = 0;
    if (this.echo) this.context.print(Uint8Array.of(byte));
    this.#line.push(byte);
    if (this.#line.length >= LINE_BYTES_MAX - 1) this.#line.length = 0;
  }

  /** Reader of the pipe: takes one line; asks to be posted again while there are more. */
  #readPipe(L: LuaState): number {
    const { api } = this.context;
    api.lua_getfield(L, 1, bytesOf('read'));
    api.lua_pushvalue(L, 1);
    api.lua_pushlstring(L, bytesOf('\n+'), 2);
    api.lua_call(L, 2, 1);
    const line = api.lua_tolstring(L, -1);
    if (line === null) return 0;
    const text = Buffer.from(line).toString('latin1');
    api.lua_pop(L, 1);
    if (!text.endsWith('\n')) {
      // A piece without its end: back it goes, until the rest has come.
      api.lua_getfield(L, 1, bytesOf('unread'));
      api.lua_pushvalue(L, 1);
      api.lua_pushlstring(L, Buffer.from(text, 'latin1'), text.length);
      api.lua_call(L, 2, 0);
      api.lua_pushboolean(L, false);
      return 1;
    }
    this.#runLine(text);
    api.lua_getfield(L, 1, bytesOf('nrec'));
    api.lua_pushvalue(L, 1);
    api.lua_call(L, 1, 1);
    const more = api.lua_tointeger(L, -1) > 0;
    api.lua_pushboolean(L, more);
    return 1;
  }

  /** Compiles and runs what is complete (dojob of lua.c), then prints the prompt. */
  #runLine(line: string): void {
    const { api, L } = this.context;
    const first = this.#pending === '';
    let text = line.replace(/\n$/, '');
    if (first && text.startsWith('=')) text = `return ${text.slice(1)}`;
    const chunk = first ? text : `${this.#pending}\n${text}`;
    if (chunk.trim() !== '' || !first) this.#runChunk(L, chunk);
    const name = this.#pending === '' ? '_PROMPT' : '_PROMPT2';
    api.lua_getglobal(L, bytesOf(name));
    const prompt = api.lua_tolstring(L, -1);
    this.context.print(prompt ? new Uint8Array(prompt) : this.#pending === '' ? '> ' : '>> ');
    api.lua_pop(L, 1);
  }

  #runChunk(L: LuaState, chunk: string): void {
    const { api } = this.context;
    const bytes = Buffer.from(chunk, 'latin1');
    const top = api.lua_gettop(L);
    const status = api.luaL_loadbufferx(L, bytes, bytes.length, bytesOf('=stdin'), null);
    if (status === api.LUA_ERRSYNTAX && this.#isIncomplete(L)) {
      api.lua_settop(L, top);
      this.#pending = chunk;
      return;
    }
    this.#pending = '';
    if (status === api.LUA_OK && this.#call(L)) this.#printResults(L, top);
    else this.#printError(L);
    api.lua_settop(L, top);
  }

  /** Whether the message at the top says that the text ended too early. */
  #isIncomplete(L: LuaState): boolean {
    const message = this.context.api.lua_tolstring(L, -1);
    return message !== null && Buffer.from(message).toString('latin1').endsWith('near <eof>');
  }

  /** Calls the function at the top with a traceback as message handler; all results stay. */
  #call(L: LuaState): boolean {
    const { api } = this.context;
    const base = api.lua_gettop(L);
    api.lua_pushcclosure(
      L,
      (state) => {
        const message = api.lua_tolstring(state, 1);
        if (message === null || api.lua_type(state, 1) !== api.LUA_TSTRING) return 1;
        api.luaL_traceback(state, state, message, 1);
        return 1;
      },
      0,
    );
    api.lua_insert(L, base);
    const status = api.lua_pcall(L, 0, -1, base);
    api.lua_remove(L, base);
    if (status !== api.LUA_OK) api.lua_gc(L, api.LUA_GCCOLLECT, 0);
    return status === api.LUA_OK;
  }

  #printResults(L: LuaState, top: number): void {
    const { api } = this.context;
    const count = api.lua_gettop(L) - top;
    if (count === 0) return;
    api.lua_getglobal(L, bytesOf('print'));
    api.lua_insert(L, top + 1);
    if (api.lua_pcall(L, count, 0, 0) !== api.LUA_OK) this.#printError(L);
  }

  /** The error at the top, by `print` with two values. */
  #printError(L: LuaState): void {
    const { api } = this.context;
    const message = Buffer.from(api.luaL_tolstring(L, -1)).toString('latin1');
    api.lua_pop(L, 1);
    this.context.print(Buffer.from(`Lua error: \t${message}\n`, 'latin1'));
  }
}
