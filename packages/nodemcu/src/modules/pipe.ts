/**
 * NodeMCU's `pipe` module (pipe.c): a byte stream between Lua tasks, kept in chunks of 256 bytes.
 * A pipe is a Lua table whose array holds the chunks, each a userdata of 4 + 4 + 256 bytes.
 */
import type { LuaState } from './lua-api.js';
import {
  bytesOf,
  checkArgument,
  pushBytes,
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

class Chunk {
  readonly bytes = new Uint8Array(CHUNK_BYTES);
  end: number;
  constructor(public start: number) {
    this.end = start;
  }
}

/** What `read` looks for. */
interface Request {
  count: number;
  /** A byte that ends a record, -1 for none. */
  terminator: number;
  keepTerminator: boolean;
}

/** Opens `pipe`. */
export function openPipe(context: ModuleContext): Module {
  const { api } = context;
  const registry = api.LUA_REGISTRYINDEX;

  // Slot 1 of the pipe's array is the reader's closure, or false; chunks follow from slot 2.
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
  const newChunk = (L: LuaState, atStart: boolean): Chunk => {
    const chunk = new Chunk(atStart ? 0 : CHUNK_BYTES);
    context.newUserdata(L, CHUNK_USERDATA_BYTES, chunk);
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

  const write = (L: LuaState, pipe: number, data: Uint8Array): void => {
    context.charge(data.length * CYCLES_PER_BYTE);
    let at = 0;
    let count = chunkCount(L, pipe);
    let chunk = count > 0 ? chunkAt(L, pipe, count) : undefined;
    while (at < data.length) {
      if (!chunk || chunk.end === CHUNK_BYTES) {
        chunk = newChunk(L, true);
        api.lua_rawseti(L, pipe, ++count + FIRST_CHUNK - 1);
      }
      const part = Math.min(CHUNK_BYTES - chunk.end, data.length - at);
      chunk.bytes.set(data.subarray(at, at + part), chunk.end);
      chunk.end += part;
      at += part;
    }
  };

  const unread = (L: LuaState, pipe: number, data: Uint8Array): void => {
    let left = data.length;
    while (left > 0) {
      const count = chunkCount(L, pipe);
      let chunk = count > 0 ? chunkAt(L, pipe, 1) : undefined;
      if (!chunk || chunk.start === 0) {
        for (let index = count; index >= 1; index--) {
          api.lua_rawgeti(L, pipe, index + FIRST_CHUNK - 1);
          api.lua_rawseti(L, pipe, index + FIRST_CHUNK);
        }
        chunk = newChunk(L, false);
        api.lua_rawseti(L, pipe, FIRST_CHUNK);
      }
      const part = Math.min(chunk.start, left);
      chunk.start -= part;
      left -= part;
      chunk.bytes.set(data.subarray(left, left + part), chunk.start);
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
    if (api.lua_isnoneornil(L, argument))
      return { count: CHUNK_BYTES, terminator: 0x0a, keepTerminator: true };
    if (api.lua_type(L, argument) === api.LUA_TNUMBER) {
      const count = api.luaL_checkinteger(L, argument);
      checkArgument(context, L, count > 0, argument, 'invalid number');
      return { count, terminator: -1, keepTerminator: false };
    }
    const text = api.luaL_checklstring(L, argument);
    checkArgument(
      context,
      L,
      text.length === 1 || (text.length === 2 && text[1] === 0x2b),
      argument,
      'invalid end char',
    );
    return { count: CHUNK_BYTES, terminator: text[0]!, keepTerminator: text.length === 2 };
  };

  const pushRecord = (L: LuaState, record: Uint8Array | undefined): number => {
    if (record) pushBytes(context, L, record);
    else api.lua_pushnil(L);
    return 1;
  };

  // Upvalues of the closure in slot 1 of a pipe with a reader callback.
  const PIPE = api.lua_upvalueindex(1);
  const CALLBACK = api.lua_upvalueindex(2);
  const POSTED = api.lua_upvalueindex(3);
  const PRIORITY = api.lua_upvalueindex(4);

  /** Posts the closure at the top of the stack (popped); the registry holds it until the task runs. */
  const postClosure = (L: LuaState, priority: number): void => {
    const reference = api.luaL_ref(L, api.LUA_REGISTRYINDEX);
    const posted = context.post(priority, 'do_task', () => {
      const main = context.L;
      api.lua_rawgeti(main, api.LUA_REGISTRYINDEX, reference);
      api.luaL_unref(main, api.LUA_REGISTRYINDEX, reference);
      context.callProtected(main, 0, 0);
    });
    if (!posted) {
      api.luaL_unref(L, api.LUA_REGISTRYINDEX, reference);
      raise(context, L, 'Task queue overflow. Task not posted');
    }
  };

  /** Called on every write with `true` (a write wants the reader posted) and by the task without arguments. */
  const readAndRepost = (L: LuaState): number => {
    if (api.lua_toboolean(L, 1)) {
      if (api.lua_toboolean(L, POSTED)) return 0;
    } else {
      api.lua_pushboolean(L, false);
      api.lua_replace(L, POSTED);
      const before = chunkCount(L, PIPE);
      api.lua_pushvalue(L, CALLBACK);
      api.lua_pushvalue(L, PIPE);
      api.lua_call(L, 1, 1);
      const forced = api.lua_type(L, -1) === api.LUA_TBOOLEAN;
      const again = forced ? api.lua_toboolean(L, -1) : chunkCount(L, PIPE) > before;
      if (!again || api.lua_toboolean(L, POSTED)) return 0;
    }
    api.lua_pushboolean(L, true);
    api.lua_replace(L, POSTED);
    api.lua_rawgeti(L, PIPE, 1);
    postClosure(L, api.lua_tointeger(L, PRIORITY));
    return 0;
  };

  return {
    name: 'pipe',
    table: {
      create: {
        symbol: 'pipe_create',
        call: (L) => {
          const hasReader = api.lua_type(L, 1) === api.LUA_TFUNCTION;
          const priority = hasReader ? api.luaL_optinteger(L, 2, TaskPriority.medium) : TaskPriority.medium;
          checkArgument(context, L, priority >= 0 && priority <= 2, 2, 'invalid priority');
          api.lua_createtable(L, 1, 0);
          context.setMetatable(L, METATABLE);
          if (hasReader) {
            api.lua_pushvalue(L, -1);
            api.lua_pushvalue(L, 1);
            api.lua_pushboolean(L, false);
            api.lua_pushinteger(L, priority);
            api.lua_pushcclosure(L, readAndRepost, 4);
          } else api.lua_pushboolean(L, false);
          api.lua_rawseti(L, -2, 1);
          return 1;
        },
      },
    },
    metatables: {
      [METATABLE]: {
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
        write: {
          symbol: 'pipe_write',
          call: (L) => {
            checkPipe(L, 1);
            const data = api.luaL_checklstring(L, 2);
            write(L, 1, data);
            api.lua_rawgeti(L, 1, 1);
            if (api.lua_type(L, -1) === api.LUA_TFUNCTION) {
              api.lua_pushboolean(L, true);
              api.lua_call(L, 1, 0);
            }
            return 0;
          },
        },
        unread: {
          symbol: 'pipe_unread',
          call: (L) => {
            checkPipe(L, 1);
            unread(L, 1, api.luaL_checklstring(L, 2));
            return 0;
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
