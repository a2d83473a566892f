/**
 * Lua's `io` library on the flash file system (liolib.c of NodeMCU's Lua 5.3, without popen and tmpfile).
 * Each open file costs what the C library's stream costs: a FILE and, from the first transfer on, its buffer.
 */
import type { LuaState } from './lua-api.js';
import {
  bytesOf,
  checkArgument,
  checkText,
  pushBytes,
  pushText,
  raise,
  type Module,
  type ModuleContext,
} from './module.js';
import { FileSystemError } from '../simulation/flash-file-system.js';

const METATABLE = 'FILE*';
/** `luaL_Stream`: the FILE pointer and the close function. */
const USERDATA_BYTES = 8;
/** newlib's `struct __sFILE` and its default buffer on the ESP32 (estimated, see the ledger). */
const FILE_BYTES = 104;
const BUFFER_BYTES = 128;
/** SPIFFS and the VFS: a rough price of one transfer of a byte and of an open (not measured, see the ledger). */
const CYCLES_PER_BYTE = 40;
const CYCLES_PER_OPEN = 90_000;
const NUMBER_CHARACTERS_MAX = 200;

interface Stream {
  name: string;
  /** Content while open; undefined once closed. */
  content: Buffer | undefined;
  position: number;
  readable: boolean;
  writable: boolean;
  append: boolean;
  changed: boolean;
  blocks: number[];
  /** The standard streams: what they write to; they cannot be closed. */
  standard?: (bytes: Uint8Array) => void;
}

/** Opens `io`. */
export function openIo(
  context: ModuleContext,
): Module & { readonly streams: Readonly<Record<string, object>> } {
  const { api, files } = context;

  const pushStream = (L: LuaState, stream: Stream): void => {
    context.newUserdata(L, USERDATA_BYTES, stream);
    context.setMetatable(L, METATABLE);
  };

  const toStream = (L: LuaState, argument = 1): Stream => {
    const stream = context.checkUserdata(L, argument, METATABLE) as Stream;
    if (!stream.content) raise(context, L, 'attempt to use a closed file');
    return stream;
  };

  const failure = (L: LuaState, text: string, code: number): number => {
    api.lua_pushnil(L);
    pushBytes(context, L, Buffer.from(text, 'latin1'));
    api.lua_pushinteger(L, code);
    return 3;
  };

  const open = (name: string, mode: string): Stream | { message: string; code: number } => {
    const kind = mode[0]!;
    const old = files.read(name);
    context.charge(CYCLES_PER_OPEN);
    if (kind === 'r' && !old) return { message: 'No such file or directory', code: 2 };
    try {
      if (kind === 'w' || !old) files.write(name, new Uint8Array(0));
    } catch (error) {
      if (error instanceof FileSystemError)
        return { message: error.fault, code: error.fault.startsWith('No space') ? 28 : 22 };
      throw error;
    }
    const update = mode.includes('+');
    const block = context.system.malloc(FILE_BYTES, 0, ['__sfp', '_fopen_r']);
    if (block === 0) return { message: 'Not enough space', code: 12 };
    return {
      name,
      content: kind === 'w' ? Buffer.alloc(0) : Buffer.from(old ?? []),
      position: 0,
      readable: kind === 'r' || update,
      writable: kind !== 'r' || update,
      append: kind === 'a',
      changed: false,
      blocks: [block],
    };
  };

  const buffer = (stream: Stream): void => {
    if (stream.blocks.length === 1) {
      const block = context.system.malloc(BUFFER_BYTES, 0, ['__smakebuf_r']);
      if (block !== 0) stream.blocks.push(block);
    }
  };

  const flush = (stream: Stream): FileSystemError | undefined => {
    if (!stream.changed || !stream.content) return undefined;
    try {
      files.write(stream.name, stream.content);
      stream.changed = false;
      return undefined;
    } catch (error) {
      if (error instanceof FileSystemError) return error;
      throw error;
    }
  };

  const close = (stream: Stream): FileSystemError | undefined => {
    const error = flush(stream);
    stream.content = undefined;
    for (const block of stream.blocks.splice(0).reverse()) context.system.free(block, ['_fclose_r']);
    return error;
  };

  const closeAndAnswer = (L: LuaState, stream: Stream): number => {
    if (stream.standard) return failure(L, 'cannot close standard file', -1);
    const error = close(stream);
    if (error) return failure(L, error.fault, 28);
    api.lua_pushboolean(L, true);
    return 1;
  };

  // --- reading ---

  const readBytes = (stream: Stream, count: number): Buffer => {
    const part = stream.content!.subarray(stream.position, stream.position + count);
    stream.position += part.length;
    context.charge(part.length * CYCLES_PER_BYTE);
    return part;
  };

  const readLine = (stream: Stream, keep: boolean): Buffer | undefined => {
    const content = stream.content!;
    if (stream.position >= content.length) return undefined;
    const at = content.indexOf(0x0a, stream.position);
    const line = readBytes(stream, (at < 0 ? content.length : at + 1) - stream.position);
    return at >= 0 && !keep ? line.subarray(0, line.length - 1) : line;
  };

  const readNumber = (L: LuaState, stream: Stream): boolean => {
    const text = stream.content!.toString('latin1', stream.position, stream.position + NUMBER_CHARACTERS_MAX);
    const match =
      /^\s*([-+]?(?:0[xX][0-9a-fA-F]*(?:\.[0-9a-fA-F]*)?(?:[pP][-+]?\d*)?|\d*(?:\.\d*)?(?:[eE][-+]?\d*)?))/.exec(
        text,
      )!;
    stream.position += match[0].length;
    if (api.lua_stringtonumber(L, bytesOf(match[1]!)) !== 0) return true;
    api.lua_pushnil(L);
    return false;
  };

  const readFormats = (L: LuaState, stream: Stream, first: number): number => {
    if (!stream.readable) return failure(L, 'Bad file number', 9);
    buffer(stream);
    const last = api.lua_gettop(L);
    if (last < first) {
      const line = readLine(stream, false);
      if (line) pushBytes(context, L, line);
      else api.lua_pushnil(L);
      return 1;
    }
    let argument = first;
    let success = true;
    for (; argument <= last && success; argument++) {
      api.lua_checkstack(L, 1);
      if (api.lua_type(L, argument) === api.LUA_TNUMBER) {
        const count = api.luaL_checkinteger(L, argument);
        const atEnd = stream.position >= stream.content!.length;
        if (atEnd) success = false;
        else pushBytes(context, L, readBytes(stream, Math.max(0, count)));
        if (atEnd) api.lua_pushnil(L);
        continue;
      }
      const format = checkText(context, L, argument).replace(/^\*/, '')[0];
      if (format === 'n') success = readNumber(L, stream);
      else if (format === 'l' || format === 'L') {
        const line = readLine(stream, format === 'L');
        if (line) pushBytes(context, L, line);
        else api.lua_pushnil(L);
        success = line !== undefined;
      } else if (format === 'a') pushBytes(context, L, readBytes(stream, Infinity));
      else checkArgument(context, L, false, argument, 'invalid format');
    }
    return argument - first;
  };

  // --- writing ---

  const writeArguments = (L: LuaState, stream: Stream, first: number): number => {
    if (!stream.writable) return failure(L, 'Bad file number', 9);
    const last = api.lua_gettop(L);
    for (let argument = first; argument <= last; argument++) {
      // Numbers go through fprintf: no string is made of them, and floats have no ".0" behind them.
      const bytes =
        api.lua_type(L, argument) === api.LUA_TNUMBER
          ? bytesOf(context.numberText(L, argument))
          : api.luaL_checklstring(L, argument);
      context.charge(bytes.length * CYCLES_PER_BYTE);
      if (stream.standard) {
        stream.standard(bytes);
        continue;
      }
      buffer(stream);
      if (stream.append) stream.position = stream.content!.length;
      const end = stream.position + bytes.length;
      if (end > files.capacity) return failure(L, 'No space left on device', 28);
      if (end > stream.content!.length)
        stream.content = Buffer.concat([stream.content!, Buffer.alloc(end - stream.content!.length)]);
      stream.content!.set(bytes, stream.position);
      stream.position = end;
      stream.changed = true;
    }
    return -1;
  };

  // --- default streams ---

  const standard = (name: string, write?: (bytes: Uint8Array) => void): Stream => ({
    name,
    content: Buffer.alloc(0),
    position: 0,
    readable: write === undefined,
    writable: write !== undefined,
    append: false,
    changed: false,
    blocks: [],
    standard: write ?? (() => undefined),
  });
  const stdin = standard('stdin');
  const stdout = standard('stdout', (bytes) => context.print(bytes));
  const stderr = standard('stderr', (bytes) => context.print(bytes));
  const streams: Record<string, Stream> = { stdin, stdout, stderr };
  for (const stream of Object.values(streams)) context.markKind(stream, METATABLE);
  /** The default streams, as liolib.c keeps them in the registry. */
  const REGISTRY_KEYS = { input: bytesOf('_IO_input'), output: bytesOf('_IO_output') } as const;

  const pushDefault = (L: LuaState, which: 'input' | 'output'): void => {
    api.lua_getfield(L, api.LUA_REGISTRYINDEX, REGISTRY_KEYS[which]);
  };

  const defaultStream = (L: LuaState, which: 'input' | 'output'): Stream => {
    pushDefault(L, which);
    const stream = context.testUserdata(L, -1, METATABLE) as Stream | undefined;
    api.lua_pop(L, 1);
    if (!stream?.content) raise(context, L, `standard ${which} file is closed`);
    return stream;
  };

  const setDefault = (which: 'input' | 'output') => ({
    symbol: which === 'input' ? 'io_input' : 'io_output',
    call: (L: LuaState): number => {
      if (!api.lua_isnoneornil(L, 1)) {
        if (api.lua_type(L, 1) === api.LUA_TSTRING) {
          const name = checkText(context, L, 1);
          const opened = open(name, which === 'input' ? 'r' : 'w');
          if ('message' in opened) return raise(context, L, `cannot open file '${name}' (${opened.message})`);
          pushStream(L, opened);
        } else {
          toStream(L);
          api.lua_pushvalue(L, 1);
        }
        api.lua_setfield(L, api.LUA_REGISTRYINDEX, REGISTRY_KEYS[which]);
      }
      pushDefault(L, which);
      return 1;
    },
  });

  /** Leaves an iterator over the stream at `index` with the formats above it. */
  const pushLines = (
    L: LuaState,
    stream: Stream,
    index: number,
    formats: number,
    closeAtEnd: boolean,
  ): void => {
    api.lua_pushvalue(L, index);
    api.lua_pushinteger(L, formats);
    api.lua_pushboolean(L, closeAtEnd);
    for (let format = 1; format <= formats; format++) api.lua_pushvalue(L, index + format);
    const upvalue = (n: number): number => api.lua_upvalueindex(n);
    api.lua_pushcclosure(
      L,
      (state) => {
        if (!stream.content) raise(context, state, 'file is already closed');
        api.lua_settop(state, 1);
        api.lua_checkstack(state, formats);
        for (let format = 1; format <= formats; format++) api.lua_pushvalue(state, upvalue(3 + format));
        const count = readFormats(state, stream, 2);
        if (api.lua_type(state, -count) !== api.LUA_TNIL) return count;
        if (count > 1)
          raise(context, state, Buffer.from(api.lua_tolstring(state, -count + 1)!).toString('latin1'));
        if (closeAtEnd) close(stream);
        return 0;
      },
      3 + formats,
    );
  };

  const methods = {
    close: { symbol: 'f_close', call: (L: LuaState) => closeAndAnswer(L, toStream(L)) },
    flush: {
      symbol: 'f_flush',
      call: (L: LuaState) => {
        const error = flush(toStream(L));
        if (error) return failure(L, error.fault, 28);
        api.lua_pushboolean(L, true);
        return 1;
      },
    },
    read: { symbol: 'f_read', call: (L: LuaState) => readFormats(L, toStream(L), 2) },
    write: {
      symbol: 'f_write',
      call: (L: LuaState) => {
        const results = writeArguments(L, toStream(L), 2);
        if (results >= 0) return results;
        api.lua_pushvalue(L, 1);
        return 1;
      },
    },
    lines: {
      symbol: 'f_lines',
      call: (L: LuaState) => {
        pushLines(L, toStream(L), 1, api.lua_gettop(L) - 1, false);
        return 1;
      },
    },
    seek: {
      symbol: 'f_seek',
      call: (L: LuaState) => {
        const stream = toStream(L);
        const whence = api.lua_isnoneornil(L, 2) ? 'cur' : checkText(context, L, 2);
        const offset = api.luaL_optinteger(L, 3, 0);
        const fits = !api.wide || api.wide.optional(L, 3, 0n) === BigInt(offset);
        checkArgument(context, L, fits, 3, 'not an integer in proper range');
        const bases: Readonly<Record<string, number>> = {
          set: 0,
          cur: stream.position,
          end: stream.content!.length,
        };
        checkArgument(context, L, Object.hasOwn(bases, whence), 2, `invalid option '${whence}'`);
        const position = bases[whence]! + offset;
        if (position < 0) return failure(L, 'Invalid argument', 22);
        stream.position = position;
        api.lua_pushinteger(L, position);
        return 1;
      },
    },
    setvbuf: {
      symbol: 'f_setvbuf',
      call: (L: LuaState) => {
        toStream(L);
        const mode = checkText(context, L, 2);
        checkArgument(context, L, ['no', 'full', 'line'].includes(mode), 2, `invalid option '${mode}'`);
        api.lua_pushboolean(L, true);
        return 1;
      },
    },
    __gc: {
      symbol: 'f_gc',
      call: (L: LuaState) => {
        const stream = context.checkUserdata(L, 1, METATABLE) as Stream;
        if (stream.content && !stream.standard) close(stream);
        return 0;
      },
    },
    __tostring: {
      symbol: 'f_tostring',
      call: (L: LuaState) => {
        const stream = context.checkUserdata(L, 1, METATABLE) as Stream;
        const address = (stream.blocks[0] ?? 0).toString(16).padStart(8, '0');
        pushText(context, L, stream.content ? `file (0x${address})` : 'file (closed)');
        return 1;
      },
    },
  };

  return {
    name: 'io',
    table: {
      open: {
        symbol: 'io_open',
        call: (L) => {
          const name = checkText(context, L, 1);
          const mode = api.lua_isnoneornil(L, 2) ? 'r' : checkText(context, L, 2);
          checkArgument(context, L, /^[rwa]\+?b?$/.test(mode), 2, 'invalid mode');
          const opened = open(name, mode);
          if ('message' in opened) return failure(L, `${name}: ${opened.message}`, opened.code);
          pushStream(L, opened);
          return 1;
        },
      },
      close: {
        symbol: 'io_close',
        call: (L) => closeAndAnswer(L, api.lua_gettop(L) === 0 ? defaultStream(L, 'output') : toStream(L)),
      },
      read: { symbol: 'io_read', call: (L) => readFormats(L, defaultStream(L, 'input'), 1) },
      write: {
        symbol: 'io_write',
        call: (L) => {
          const results = writeArguments(L, defaultStream(L, 'output'), 1);
          if (results >= 0) return results;
          pushDefault(L, 'output');
          return 1;
        },
      },
      lines: {
        symbol: 'io_lines',
        call: (L) => {
          const formats = Math.max(0, api.lua_gettop(L) - 1);
          if (api.lua_isnoneornil(L, 1)) {
            const stream = defaultStream(L, 'input');
            pushDefault(L, 'input');
            if (api.lua_gettop(L) > 1) api.lua_replace(L, 1);
            pushLines(L, stream, 1, formats, false);
            return 1;
          }
          const name = checkText(context, L, 1);
          const opened = open(name, 'r');
          if ('message' in opened) return raise(context, L, `${name}: ${opened.message}`);
          pushStream(L, opened);
          api.lua_replace(L, 1);
          pushLines(L, opened, 1, formats, true);
          return 1;
        },
      },
      input: setDefault('input'),
      output: setDefault('output'),
      type: {
        symbol: 'io_type',
        call: (L) => {
          api.luaL_checkany(L, 1);
          const stream = context.testUserdata(L, 1, METATABLE) as Stream | undefined;
          if (!stream) api.lua_pushnil(L);
          else pushText(context, L, stream.content ? 'file' : 'closed file');
          return 1;
        },
      },
    },
    streams,
    metatables: { [METATABLE]: methods },
  };
}
