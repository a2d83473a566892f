/** NodeMCU's `sjson` module: JSON encoder and decoder, both streaming (sjson.c of dev-esp32). */
import { JsonError, JsonParser } from './json-parser.js';
import type { LuaState } from './lua-api.js';
import { sprintf } from '../lua/support.js';
import { bytesOf, pushBytes, raise, type Module, type ModuleContext } from './module.js';

const DECODER = 'sjson.decoder';
const ENCODER = 'sjson.encoder';
const DEFAULT_DEPTH = 20;
const DEFAULT_READ_BYTES = 1024;

/** Userdata sizes: fixed part and one level of nesting, in bytes (estimated from the fields, see the ledger). */
const DECODER_BYTES = (depth: number): number => 56 + 88 + 40 * (depth + 1);
const ENCODER_BYTES = (depth: number): number => 24 + 16 * depth;

const CYCLES_PER_BYTE = 60;
/** LUA_TLIGHTUSERDATA. */
const LIGHT_USERDATA = 2;

/** What `sjson.NULL` is: a light userdata. */
const NULL = { name: 'sjson.NULL' };

interface Options {
  depth: number;
  /** Registry reference of the string that stands for null. */
  nullRef: number;
  /** Registry reference of the metatable for new tables. */
  metatableRef: number;
}

interface Decoder extends Options {
  parser: JsonParser;
  /** References of the open containers, outermost first, and what comes next in them. */
  open: { ref: number; index: number; keyRef: number }[];
  resultRef: number;
  failed: boolean;
}

interface EncoderLevel {
  ref: number;
  keyRef: number;
  /** Elements of an array; -1 for an object. */
  size: number;
  position: number;
}

interface Encoder extends Options {
  levels: EncoderLevel[];
  pending: Buffer;
}

const ESCAPED: Readonly<Record<number, string>> = {
  0x08: '\\b',
  0x09: '\\t',
  0x0a: '\\n',
  0x0c: '\\f',
  0x0d: '\\r',
  0x22: '\\"',
  0x5c: '\\\\',
};

/** Opens `sjson`. */
export function openSjson(context: ModuleContext): Module {
  const { api } = context;
  const registry = api.LUA_REGISTRYINDEX;
  const push = (L: LuaState, reference: number): number => api.lua_rawgeti(L, registry, reference);
  const reference = (L: LuaState): number => api.luaL_ref(L, registry);
  const release = (L: LuaState, ref: number): number => {
    if (ref >= 0) api.luaL_unref(L, registry, ref);
    return api.LUA_NOREF;
  };

  const readOptions = (L: LuaState, argument: number, withMetatable: boolean): Options => {
    const options: Options = { depth: DEFAULT_DEPTH, nullRef: api.LUA_NOREF, metatableRef: api.LUA_NOREF };
    if (api.lua_isnoneornil(L, argument)) return options;
    api.luaL_checktype(L, argument, api.LUA_TTABLE);
    // The component reads `depth`, and then takes the options' table for the number: the depth is always the default.
    api.lua_getfield(L, argument, bytesOf('depth'));
    api.lua_pop(L, 1);
    if (api.lua_getfield(L, argument, bytesOf('null')) === api.LUA_TSTRING) options.nullRef = reference(L);
    else api.lua_pop(L, 1);
    if (withMetatable && api.lua_getfield(L, argument, bytesOf('metatable')) === api.LUA_TTABLE)
      options.metatableRef = reference(L);
    else if (withMetatable) api.lua_pop(L, 1);
    return options;
  };

  // --- decoder ---

  /** Puts the value at the top of the stack where it belongs. */
  const store = (L: LuaState, decoder: Decoder): void => {
    const container = decoder.open.at(-1);
    if (!container) {
      decoder.resultRef = reference(L);
      return;
    }
    push(L, container.ref);
    api.lua_insert(L, -2);
    if (container.keyRef >= 0) {
      push(L, container.keyRef);
      container.keyRef = release(L, container.keyRef);
    } else api.lua_pushinteger(L, ++container.index);
    api.lua_insert(L, -2);
    if (decoder.metatableRef >= 0) api.lua_settable(L, -3);
    else api.lua_rawset(L, -3);
    api.lua_pop(L, 1);
  };

  /** `checkpath` of the metatable decides whether a new table is wanted. */
  const wanted = (L: LuaState, decoder: Decoder): boolean => {
    if (decoder.metatableRef < 0) return true;
    push(L, decoder.metatableRef);
    api.lua_pushvalue(L, -1);
    api.lua_setmetatable(L, -3);
    if (api.lua_getfield(L, -1, bytesOf('checkpath')) === api.LUA_TNIL) {
      api.lua_pop(L, 2);
      return true;
    }
    api.lua_pushvalue(L, -3);
    api.lua_createtable(L, decoder.open.length, 0);
    decoder.open.forEach((container, index) => {
      if (container.keyRef >= 0) push(L, container.keyRef);
      else api.lua_pushinteger(L, container.index + 1);
      api.lua_rawseti(L, -2, index + 1);
    });
    api.lua_call(L, 2, 1);
    const answer = api.lua_toboolean(L, -1);
    api.lua_pop(L, 2);
    return answer;
  };

  const createDecoder = (L: LuaState, argument: number): Decoder => {
    const options = readOptions(L, argument, true);
    const decoder: Decoder = {
      ...options,
      open: [],
      resultRef: api.LUA_NOREF,
      failed: false,
      parser: new JsonParser(
        {
          open: () => {
            api.lua_createtable(L, 0, 0);
            const keep = wanted(L, decoder);
            api.lua_pushvalue(L, -1);
            const ref = reference(L);
            if (decoder.open.length === 0 || keep) store(L, decoder);
            else {
              api.lua_pop(L, 1);
              const parent = decoder.open.at(-1)!;
              if (parent.keyRef >= 0) parent.keyRef = release(L, parent.keyRef);
              else parent.index++;
            }
            decoder.open.push({ ref, index: 0, keyRef: api.LUA_NOREF });
          },
          close: () => {
            const container = decoder.open.pop()!;
            release(L, container.keyRef);
            release(L, container.ref);
          },
          key: (bytes) => {
            pushBytes(context, L, bytes);
            decoder.open.at(-1)!.keyRef = reference(L);
          },
          string: (bytes) => {
            pushBytes(context, L, bytes);
            store(L, decoder);
          },
          number: (text) => {
            if (api.wide) {
              if (api.lua_stringtonumber(L, bytesOf(text)) === 0) raise(context, L, 'Invalid number');
              store(L, decoder);
              return;
            }
            const value = Number(text);
            if (/^-?\d+$/.test(text) && value === (value | 0)) api.lua_pushinteger(L, value);
            else api.lua_pushnumber(L, value);
            store(L, decoder);
          },
          literal: (value) => {
            if (value !== null) api.lua_pushboolean(L, value);
            else if (decoder.nullRef >= 0) push(L, decoder.nullRef);
            else api.lua_pushlightuserdata(L, NULL);
            store(L, decoder);
          },
        },
        options.depth,
      ),
    };
    context.newUserdata(L, DECODER_BYTES(options.depth), decoder);
    context.setMetatable(L, DECODER);
    return decoder;
  };

  const feed = (L: LuaState, decoder: Decoder, bytes: Uint8Array): void => {
    if (decoder.failed) raise(context, L, 'JSON parse error: previous call');
    context.charge(bytes.length * CYCLES_PER_BYTE);
    try {
      decoder.parser.write(bytes);
    } catch (error) {
      decoder.failed = true;
      if (error instanceof JsonError) raise(context, L, `JSON parse error: ${error.code}`);
      throw error;
    }
  };

  const destroyDecoder = (L: LuaState, decoder: Decoder): void => {
    for (const container of decoder.open.splice(0)) {
      release(L, container.keyRef);
      release(L, container.ref);
    }
    decoder.resultRef = release(L, decoder.resultRef);
    decoder.nullRef = release(L, decoder.nullRef);
    decoder.metatableRef = release(L, decoder.metatableRef);
    decoder.failed = true;
  };

  const result = (L: LuaState, decoder: Decoder, incomplete: string): number => {
    if (!decoder.parser.complete) raise(context, L, incomplete);
    push(L, decoder.resultRef);
    return 1;
  };

  // --- encoder ---

  /** Opens the table at the top of the stack; it is popped. */
  const enter = (L: LuaState, encoder: Encoder): void => {
    if (encoder.levels.length >= encoder.depth) raise(context, L, 'encoder stack overflow');
    let size = 0;
    api.lua_pushnil(L);
    while (api.lua_next(L, -2) !== 0) {
      api.lua_pop(L, 1);
      if (size < 0) continue;
      const isIndex =
        api.lua_type(L, -1) === api.LUA_TNUMBER && api.lua_isinteger(L, -1) && api.lua_tointeger(L, -1) > 0;
      size = isIndex ? Math.max(size, api.lua_tointeger(L, -1)) : -1;
    }
    encoder.levels.push({ ref: reference(L), keyRef: api.LUA_NOREF, size, position: 0 });
  };

  const encodeText = (bytes: Uint8Array): string => {
    let text = '"';
    for (const byte of bytes)
      text +=
        ESCAPED[byte] ??
        (byte < 0x20 ? `\\u00${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte));
    return `${text}"`;
  };

  /** Text of the number at the top of the stack: all digits of its type; what JSON has no word for is null. */
  const numberText = (L: LuaState): string => {
    if (api.lua_isinteger(L, -1)) {
      const text = Buffer.from(api.luaL_tolstring(L, -1)).toString('latin1');
      api.lua_pop(L, 1);
      return text;
    }
    const value = api.lua_tonumber(L, -1);
    api.lua_pushnumber(L, 0.1);
    const isDouble = api.lua_tonumber(L, -1) === 0.1;
    api.lua_pop(L, 1);
    return Number.isFinite(value) ? sprintf(isDouble ? '%.19g' : '%.9g', value) : 'null';
  };

  /** Text of the value at the top of the stack (popped); a table is entered and gives no text yet. */
  const encodeValue = (L: LuaState, encoder: Encoder): string => {
    for (let count = 10; api.lua_type(L, -1) === api.LUA_TFUNCTION && count > 0; count--)
      api.lua_call(L, 0, 1);
    const type = api.lua_type(L, -1);
    if (type === api.LUA_TTABLE) {
      enter(L, encoder);
      return '';
    }
    let text = 'null';
    if (type === api.LUA_TBOOLEAN) text = String(api.lua_toboolean(L, -1));
    else if (type === api.LUA_TNUMBER) text = numberText(L);
    else if (type === api.LUA_TSTRING) {
      const isNull = encoder.nullRef >= 0 && (push(L, encoder.nullRef), true);
      const equal = isNull && Boolean(api.lua_rawequal(L, -1, -2));
      if (isNull) api.lua_pop(L, 1);
      if (!equal) text = encodeText(api.lua_tolstring(L, -1)!);
    } else if (type !== api.LUA_TNIL && type !== LIGHT_USERDATA)
      raise(context, L, `Cannot encode type ${type}`);
    api.lua_pop(L, 1);
    return text;
  };

  /** One step of the encoder: the text that it adds. */
  const step = (L: LuaState, encoder: Encoder): string => {
    const level = encoder.levels.at(-1)!;
    const isArray = level.size >= 0;
    let text = level.position === 0 ? (isArray ? '[' : '{') : '';
    push(L, level.ref);
    if (isArray ? level.position < level.size : advance(L, level)) {
      if (level.position > 0) text += ',';
      level.position++;
      if (isArray) api.lua_rawgeti(L, -1, level.position);
      else {
        // stack: table, key, value
        api.lua_pushvalue(L, -2);
        text += `${encodeText(api.luaL_tolstring(L, -1))}:`;
        api.lua_pop(L, 2);
      }
      text += encodeValue(L, encoder);
      api.lua_pop(L, isArray ? 1 : 2);
    } else {
      text += isArray ? ']' : '}';
      api.lua_pop(L, 1);
      encoder.levels.pop();
      release(L, level.keyRef);
      release(L, level.ref);
    }
    return text;
  };

  /** Moves an object's level to its next key; leaves key and value on the stack when there is one. */
  const advance = (L: LuaState, level: EncoderLevel): boolean => {
    if (level.keyRef >= 0) push(L, level.keyRef);
    else api.lua_pushnil(L);
    if (api.lua_next(L, -2) === 0) return false;
    level.keyRef = release(L, level.keyRef);
    api.lua_pushvalue(L, -2);
    level.keyRef = reference(L);
    return true;
  };

  const createEncoder = (L: LuaState, argument: number): Encoder => {
    api.luaL_checktype(L, argument, api.LUA_TTABLE);
    const encoder: Encoder = { ...readOptions(L, argument + 1, false), levels: [], pending: Buffer.alloc(0) };
    context.newUserdata(L, ENCODER_BYTES(encoder.depth), encoder);
    context.setMetatable(L, ENCODER);
    api.lua_pushvalue(L, argument);
    enter(L, encoder);
    return encoder;
  };

  const encodeUpTo = (L: LuaState, encoder: Encoder, bytes: number): Uint8Array => {
    const parts: Buffer[] = [encoder.pending];
    let length = encoder.pending.length;
    const limit = context.system.freeSize();
    while (length < bytes && encoder.levels.length > 0) {
      const part = Buffer.from(step(L, encoder), 'latin1');
      parts.push(part);
      length += part.length;
      // A sparse array can ask for gigabytes of "null": the device runs out of memory.
      if (length > limit) raise(context, L, 'not enough memory');
    }
    const all = Buffer.concat(parts);
    encoder.pending = all.subarray(bytes);
    context.charge(Math.min(bytes, all.length) * CYCLES_PER_BYTE);
    return all.subarray(0, bytes);
  };

  const destroyEncoder = (L: LuaState, encoder: Encoder): void => {
    for (const level of encoder.levels.splice(0)) {
      release(L, level.keyRef);
      release(L, level.ref);
    }
    encoder.nullRef = release(L, encoder.nullRef);
  };

  return {
    name: 'sjson',
    table: {
      encode: {
        symbol: 'sjson_encode',
        call: (L) => {
          const encoder = createEncoder(L, 1);
          pushBytes(context, L, encodeUpTo(L, encoder, Infinity));
          destroyEncoder(L, encoder);
          return 1;
        },
      },
      decode: {
        symbol: 'sjson_decode',
        call: (L) => {
          const text = api.luaL_checklstring(L, 1);
          const decoder = createDecoder(L, 2);
          feed(L, decoder, text);
          result(L, decoder, 'Incomplete JSON object passed to sjson.decode');
          destroyDecoder(L, decoder);
          return 1;
        },
      },
      encoder: {
        symbol: 'sjson_encoder',
        call: (L) => {
          createEncoder(L, 1);
          return 1;
        },
      },
      decoder: {
        symbol: 'sjson_decoder',
        call: (L) => {
          createDecoder(L, 1);
          return 1;
        },
      },
    },
    lightUserdata: { NULL },
    metatables: {
      [DECODER]: {
        write: {
          symbol: 'sjson_decoder_write',
          call: (L) => {
            const decoder = context.checkUserdata(L, 1, DECODER) as Decoder;
            feed(L, decoder, api.luaL_checklstring(L, 2));
            if (!decoder.parser.complete) return 0;
            push(L, decoder.resultRef);
            return 1;
          },
        },
        result: {
          symbol: 'sjson_decoder_result',
          call: (L) => {
            const decoder = context.checkUserdata(L, 1, DECODER) as Decoder;
            return result(L, decoder, 'decode not complete');
          },
        },
        __gc: {
          symbol: 'sjson_decoder_destructor',
          call: (L) => {
            destroyDecoder(L, context.checkUserdata(L, 1, DECODER) as Decoder);
            return 0;
          },
        },
      },
      [ENCODER]: {
        read: {
          symbol: 'sjson_encoder_read',
          call: (L) => {
            const encoder = context.checkUserdata(L, 1, ENCODER) as Encoder;
            const isNumber = api.lua_type(L, 2) === api.LUA_TNUMBER;
            const bytes = isNumber ? Math.max(api.lua_tointeger(L, 2), 1) : DEFAULT_READ_BYTES;
            const text = encodeUpTo(L, encoder, bytes);
            if (text.length === 0) return 0;
            pushBytes(context, L, text);
            return 1;
          },
        },
        __gc: {
          symbol: 'sjson_encoder_destructor',
          call: (L) => {
            destroyEncoder(L, context.checkUserdata(L, 1, ENCODER) as Encoder);
            return 0;
          },
        },
      },
    },
  };
}
