/**
 * NodeMCU's `pipe` module (pipe.c): a byte stream between Lua tasks, kept in chunks of 256 bytes.
 * A pipe is a Lua table whose array holds the chunks, each a userdata of 4 + 4 + 256 bytes.
 */
import type { LuaState } from './lua-api.js';
import {
  bytesOf,
  checkArgument,
  checkText,
  pushBytes,
  pushText,
  raise,
  TaskPriority,
  type Module,
  type ModuleContext,
} from './module.js';

const CHUNK_BYTES = 256;
/** Two 32-bit indices in front of the bytes. */
const CHUNK_USERDATA_BYTES = CHUNK_BYTES + 8;
const METATABLE = 'pipe.meta';
const CYCLES_PER_BYTE = 6;

/** States of a pipe with a reader, in an upvalue of its closure. */
const State = { notUsed: 0, active: 1, written: 2, quiescent: 4 } as const;

class Chunk {
  readonly bytes = new Uint8Array(CHUNK_BYTES);
  start = 0;
  end = 0;
}

/** What `read` looks for. */
interface Request {
  /** Infinity when a byte ends the record. */
  count: number;
  /** A byte that ends a record, -1 for none. */
  terminator: number;
  keepTerminator: boolean;
}

/** Opens `pipe`. */
export function openPipe(context: ModuleContext): Module {
  const { api } = context;
  const registry = api.LUA_REGISTRYINDEX;

  // Slot 1 of the pipe's array is the closure that writes and calls the reader; chunks follow from slot 2.
  const FIRST_CHUNK = 2;
  const chunkCount = (L: LuaState, pipe: number): number =>
    Math.max(0, api.lua_rawlen(L, pipe) - (FIRST_CHUNK - 1));
  const chunkAt = (L: LuaState, pipe: number, index: number): Chunk => {
    api.lua_rawgeti(L, pipe, index + FIRST_CHUNK - 1);
    const chunk = context.userdata(L, -1);
    api.lua_pop(L, 1);
    // A script can put anything into the table.
    if (!(chunk instanceof Chunk)) return raise(context, L, 'pipe table is damaged');
    return chunk;
  };
  const newChunk = (L: LuaState): Chunk => {
    const chunk = new Chunk();
    context.newUserdata(L, CHUNK_USERDATA_BYTES, chunk);
    context.setMetatable(L, METATABLE);
    return chunk;
  };

  const checkPipe = (L: LuaState, index: number): void => {
    let isPipe = false;
    if (api.lua_type(L, index) === api.LUA_TTABLE && api.lua_getmetatable(L, index)) {
      api.lua_getfield(L, registry, bytesOf(METATABLE));
      isPipe = Boolean(api.lua_rawequal(L, -1, -2));
      api.lua_pop(L, 2);
    }
    checkArgument(context, L, isPipe, index, 'pipe table');
  };

  const data = (L: LuaState): Uint8Array => {
    const type = api.lua_type(L, 2);
    checkArgument(context, L, type === api.LUA_TSTRING || type === api.LUA_TNUMBER, 2, 'must be a string');
    return api.luaL_checklstring(L, 2);
  };

  /** Fills the last chunk, moving its content to its front when the text does not fit behind it, then adds chunks. */
  const write = (L: LuaState, pipe: number, text: Uint8Array): void => {
    context.charge(text.length * CYCLES_PER_BYTE);
    let count = chunkCount(L, pipe);
    let chunk = count > 0 ? chunkAt(L, pipe, count) : undefined;
    for (let at = 0; at < text.length;) {
      if (chunk === undefined || chunk.end - chunk.start === CHUNK_BYTES) {
        chunk = newChunk(L);
        api.lua_rawseti(L, pipe, ++count + FIRST_CHUNK - 1);
      } else if (CHUNK_BYTES - chunk.end < text.length - at) {
        chunk.bytes.copyWithin(0, chunk.start, chunk.end);
        chunk.end -= chunk.start;
        chunk.start = 0;
      }
      const part = Math.min(CHUNK_BYTES - chunk.end, text.length - at);
      chunk.bytes.set(text.subarray(at, at + part), chunk.end);
      chunk.end += part;
      at += part;
    }
  };

  /** Fills the first chunk from behind, then puts chunks in front of it. */
  const unread = (L: LuaState, pipe: number, text: Uint8Array): void => {
    let chunk = chunkCount(L, pipe) > 0 ? chunkAt(L, pipe, 1) : undefined;
    for (let left = text.length; left > 0;) {
      const used = chunk === undefined ? 0 : chunk.end - chunk.start;
      if (chunk === undefined || used === CHUNK_BYTES) {
        for (let index = chunkCount(L, pipe); index >= 1; index--) {
          api.lua_rawgeti(L, pipe, index + FIRST_CHUNK - 1);
          api.lua_rawseti(L, pipe, index + FIRST_CHUNK);
        }
        chunk = newChunk(L);
        chunk.start = chunk.end = CHUNK_BYTES;
        api.lua_rawseti(L, pipe, FIRST_CHUNK);
      } else if (chunk.start < left) {
        chunk.bytes.copyWithin(CHUNK_BYTES - used, chunk.start, chunk.end);
        chunk.start = CHUNK_BYTES - used;
        chunk.end = CHUNK_BYTES;
      }
      const part = Math.min(chunk.start, left);
      chunk.start -= part;
      left -= part;
      chunk.bytes.set(text.subarray(left, left + part), chunk.start);
    }
  };

  /** Takes a record from the pipe's head, or undefined when the pipe is empty. */
  const take = (L: LuaState, pipe: number, request: Request): Uint8Array | undefined => {
    const parts: Uint8Array[] = [];
    let left = request.count;
    let ended = false;
    let strip = 0;
    let count = chunkCount(L, pipe);
    if (count === 0) return undefined;
    while (left > 0 && count > 0 && !ended) {
      const chunk = chunkAt(L, pipe, 1);
      let part = chunk.bytes.subarray(chunk.start, Math.min(chunk.end, chunk.start + left));
      if (request.terminator >= 0) {
        const at = part.indexOf(request.terminator);
        if (at >= 0) {
          part = part.subarray(0, at + 1);
          ended = true;
          strip = request.keepTerminator ? 0 : 1;
        }
      }
      parts.push(part.slice());
      chunk.start += part.length;
      left -= part.length;
      if (chunk.start === chunk.end) {
        for (let index = 1; index < count; index++) {
          api.lua_rawgeti(L, pipe, index + FIRST_CHUNK);
          api.lua_rawseti(L, pipe, index + FIRST_CHUNK - 1);
        }
        api.lua_pushnil(L);
        api.lua_rawseti(L, pipe, count + FIRST_CHUNK - 1);
        count--;
      }
    }
    const all = Buffer.concat(parts);
    context.charge(all.length * CYCLES_PER_BYTE);
    return all.subarray(0, all.length - strip);
  };

  const readRequest = (L: LuaState, argument: number): Request => {
    if (api.lua_isnoneornil(L, argument)) return { count: Infinity, terminator: 0x0a, keepTerminator: false };
    if (api.lua_type(L, argument) === api.LUA_TNUMBER) {
      const count = api.luaL_checkinteger(L, argument);
      checkArgument(context, L, count > 0, argument, 'invalid chunk size');
      return { count, terminator: -1, keepTerminator: false };
    }
    const isString = api.lua_type(L, argument) === api.LUA_TSTRING;
    const text = isString ? api.luaL_checklstring(L, argument) : new Uint8Array();
    checkArgument(
      context,
      L,
      text.length === 1 || (text.length === 2 && text[1] === 0x2b),
      argument,
      'invalid delimiter',
    );
    return { count: Infinity, terminator: text[0]!, keepTerminator: text.length === 2 };
  };

  const pushRecord = (L: LuaState, record: Uint8Array | undefined): number => {
    if (record) pushBytes(context, L, record);
    else api.lua_pushnil(L);
    return 1;
  };

  // Upvalues of the closure in slot 1.
  const PIPE = api.lua_upvalueindex(1);
  const CALLBACK = api.lua_upvalueindex(2);
  const PRIORITY = api.lua_upvalueindex(3);
  const STATE = api.lua_upvalueindex(4);

  const setState = (L: LuaState, state: number): void => {
    api.lua_pushinteger(L, state);
    api.lua_replace(L, STATE);
  };

  /** Posts the closure in slot 1 of the pipe; the registry holds it until the task runs. */
  const postReader = (L: LuaState, pipe: number): void => {
    api.lua_rawgeti(L, pipe, 1);
    const reference = api.luaL_ref(L, registry);
    const posted = context.post(api.lua_tointeger(L, PRIORITY), 'do_task', () => {
      const main = context.L;
      api.lua_rawgeti(main, registry, reference);
      api.luaL_unref(main, registry, reference);
      context.callProtected(main, 0, 0);
    });
    if (!posted) {
      api.luaL_unref(L, registry, reference);
      raise(context, L, 'Task queue overflow. Task not posted');
    }
  };

  /** `write` when it is called with the pipe, else the task that calls the reader. */
  const writeAndReadPoster = function pipe_write_and_read_poster(L: LuaState): number {
    const state = api.lua_tointeger(L, STATE);
    if (api.lua_gettop(L) > 0) {
      const text = data(L);
      if (text.length === 0) return 0;
      checkPipe(L, 1);
      write(L, 1, text);
      if (state === State.notUsed || (state & State.written) !== 0) return 0;
      setState(L, state | State.written);
      if (state === State.quiescent) postReader(L, 1);
      return 0;
    }
    if (state === State.notUsed) return 0;
    setState(L, State.active);
    api.lua_pushvalue(L, CALLBACK);
    api.lua_pushvalue(L, PIPE);
    api.lua_call(L, 1, 1);
    // again while something is left, as documented, unless the reader says no
    const answer = api.lua_type(L, -1) !== api.LUA_TBOOLEAN || api.lua_toboolean(L, -1);
    const repost = answer && chunkCount(L, PIPE) > 0;
    setState(L, repost ? State.quiescent | State.written : State.quiescent);
    if (repost) postReader(L, PIPE);
    return 0;
  };

  return {
    name: 'pipe',
    table: {
      create: {
        symbol: 'pipe_create',
        call: (L) => {
          const hasReader = !api.lua_isnoneornil(L, 1);
          if (hasReader) api.luaL_checktype(L, 1, api.LUA_TFUNCTION);
          const priority: number = !hasReader
            ? -1
            : api.lua_isnoneornil(L, 2)
              ? TaskPriority.medium
              : api.lua_tointeger(L, 2);
          checkArgument(
            context,
            L,
            !hasReader || (priority >= TaskPriority.low && priority <= TaskPriority.high),
            2,
            'invalid priority',
          );
          api.lua_settop(L, 1);
          api.lua_createtable(L, 1, 0);
          context.setMetatable(L, METATABLE);
          api.lua_pushvalue(L, -1);
          api.lua_pushvalue(L, 1);
          api.lua_pushinteger(L, priority);
          api.lua_pushinteger(L, hasReader ? State.quiescent : State.notUsed);
          api.lua_pushcclosure(L, writeAndReadPoster, 4);
          api.lua_rawseti(L, -2, 1);
          return 1;
        },
      },
    },
    metatables: {
      [METATABLE]: {
        // `write` is the closure in slot 1.
        __index: {
          symbol: 'pipe__index',
          call: (L) => {
            api.lua_settop(L, 2);
            const isWrite = api.lua_type(L, 2) === api.LUA_TSTRING && checkText(context, L, 2) === 'write';
            if (isWrite && api.lua_type(L, 1) === api.LUA_TTABLE) api.lua_rawgeti(L, 1, 1);
            else {
              api.lua_getfield(L, registry, bytesOf(METATABLE));
              api.lua_replace(L, 1);
              api.lua_rawget(L, 1);
            }
            return 1;
          },
        },
        read: {
          symbol: 'pipe_read',
          call: (L) => {
            checkPipe(L, 1);
            return pushRecord(L, take(L, 1, readRequest(L, 2)));
          },
        },
        reader: {
          symbol: 'pipe_reader',
          call: (L) => {
            checkPipe(L, 1);
            const request = readRequest(L, 2);
            api.lua_settop(L, 1);
            const upvalue = api.lua_upvalueindex(1);
            api.lua_pushcclosure(
              L,
              (state) => {
                api.lua_pushvalue(state, upvalue);
                return pushRecord(state, take(state, api.lua_gettop(state), request));
              },
              1,
            );
            return 1;
          },
        },
        unread: {
          symbol: 'pipe_unread',
          call: (L) => {
            const text = data(L);
            if (text.length === 0) return 0;
            checkPipe(L, 1);
            unread(L, 1, text);
            return 0;
          },
        },
        __len: {
          symbol: 'pipe__len',
          call: (L) => {
            const chunk = context.userdata(L, 1);
            api.lua_pushinteger(L, chunk instanceof Chunk ? chunk.end - chunk.start : api.lua_rawlen(L, 1));
            return 1;
          },
        },
        __tostring: {
          symbol: 'pipe__tostring',
          call: (L) => {
            const chunk = context.userdata(L, 1);
            if (chunk instanceof Chunk) pushBytes(context, L, chunk.bytes.subarray(chunk.start, chunk.end));
            else pushText(context, L, `Pipe: ${context.pointerText(L, 1)}`);
            return 1;
          },
        },
        nrec: {
          symbol: 'pipe_nrec',
          call: (L) => {
            checkPipe(L, 1);
            api.lua_pushinteger(L, chunkCount(L, 1));
            return 1;
          },
        },
      },
    },
  };
}
