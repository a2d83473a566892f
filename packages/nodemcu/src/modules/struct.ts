/** NodeMCU's `struct` module: Lua values to and from C structures (after Roberto Ierusalimschy's library). */
import type { LuaState } from './lua-api.js';
import { checkArgument, checkText, pushBytes, raise, type Module, type ModuleContext } from './module.js';

/** Alignment of "!" without a number: the ESP32's. */
const NATIVE_ALIGNMENT = 4;
const INTEGER_BYTES_MAX = 32;

/** One element of a format, with what surrounds it resolved. */
interface Element {
  readonly option: string;
  /** Bytes that it takes; 0 for `s` and `c0`. */
  readonly size: number;
  /** Padding bytes in front. */
  readonly padding: number;
  readonly little: boolean;
}

const FIXED: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  h: 2,
  H: 2,
  l: 4,
  L: 4,
  T: 4,
  f: 4,
  d: 8,
  x: 1,
};

/** Walks a format string; positions are needed because padding depends on them. */
class FormatReader {
  #at = 0;
  #little = true;
  #alignment = 1;

  constructor(
    private readonly context: ModuleContext,
    private readonly L: LuaState,
    private readonly format: string,
  ) {}

  /** The next element that takes or gives something, for data position `position`; undefined at the end. */
  next(position: number): Element | undefined {
    while (this.#at < this.format.length) {
      const option = this.format[this.#at++]!;
      if (option === ' ') continue;
      if (option === '<' || option === '>') {
        this.#little = option === '<';
        continue;
      }
      if (option === '!') {
        const alignment = this.#number(NATIVE_ALIGNMENT);
        if (alignment === 0 || (alignment & (alignment - 1)) !== 0)
          this.#fail(`alignment ${alignment} is not a power of 2`);
        this.#alignment = alignment;
        continue;
      }
      const size = this.#size(option);
      const aligned =
        option !== 'c' && option !== 's' && option !== 'x' ? Math.min(size, this.#alignment) : 1;
      const padding = aligned > 1 ? (aligned - (position & (aligned - 1))) & (aligned - 1) : 0;
      return { option, size, padding, little: this.#little };
    }
    return undefined;
  }

  #size(option: string): number {
    if (Object.hasOwn(FIXED, option)) return FIXED[option]!;
    if (option === 's') return 0;
    if (option === 'c') return this.#number(1);
    if (option === 'i' || option === 'I') {
      const size = this.#number(4);
      if (size > INTEGER_BYTES_MAX)
        this.#fail(`integral size ${size} is larger than limit of ${INTEGER_BYTES_MAX}`);
      return size;
    }
    checkArgument(this.context, this.L, false, 1, `invalid format option '${option}'`);
    return 0;
  }

  #number(fallback: number): number {
    const digits = /^\d+/.exec(this.format.slice(this.#at))?.[0];
    if (digits === undefined) return fallback;
    this.#at += digits.length;
    const value = Number(digits);
    return value > 0x7fffffff ? this.#fail('integral size overflow') : value;
  }

  #fail(message: string): never {
    return raise(this.context, this.L, message);
  }
}

const scratch = (): DataView => new DataView(new ArrayBuffer(8));

/** Opens `struct`. */
export function openStruct(context: ModuleContext): Module {
  const { api } = context;

  const pack = (L: LuaState): number => {
    const format = new FormatReader(context, L, checkText(context, L, 1));
    const bytes: number[] = [];
    let argument = 1;
    for (let element = format.next(0); element; element = format.next(bytes.length)) {
      for (let count = element.padding; count > 0; count--) bytes.push(0);
      const { option, size, little } = element;
      switch (option) {
        case 'x':
          bytes.push(0);
          break;
        case 'f':
        case 'd': {
          const value = api.luaL_checknumber(L, ++argument);
          const view = scratch();
          if (size === 4) view.setFloat32(0, value, little);
          else view.setFloat64(0, value, little);
          for (let index = 0; index < size; index++) bytes.push(view.getUint8(index));
          break;
        }
        case 's':
        case 'c': {
          const text = api.luaL_checklstring(L, ++argument);
          const length = option === 'c' && size > 0 ? size : text.length;
          // the component names the argument behind the one that is meant
          checkArgument(context, L, text.length >= length, argument + 1, 'string too short');
          for (let index = 0; index < length; index++) bytes.push(text[index]!);
          if (option === 's') bytes.push(0);
          break;
        }
        default: {
          // Through a lua_Number, whose precision is that of the build, into an `unsigned long` of 32 bits.
          const value = Math.trunc(api.luaL_checknumber(L, ++argument)) >>> 0;
          const start = bytes.length;
          for (let index = 0; index < size; index++)
            bytes.push(index < 4 ? (value >>> (8 * index)) & 0xff : 0);
          if (!little) bytes.push(...bytes.splice(start).reverse());
        }
      }
    }
    pushBytes(context, L, Uint8Array.from(bytes));
    return 1;
  };

  const unpack = (L: LuaState): number => {
    const format = new FormatReader(context, L, checkText(context, L, 1));
    const data = api.luaL_checklstring(L, 2);
    let position = api.luaL_optinteger(L, 3, 1) - 1;
    checkArgument(context, L, position >= 0 && position <= data.length, 3, 'offset must be 1 or greater');
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    const first = api.lua_gettop(L);
    for (let element = format.next(position); element; element = format.next(position)) {
      position += element.padding;
      const { option, size, little } = element;
      checkArgument(context, L, position + size <= data.length, 2, 'data string too short');
      if (!api.lua_checkstack(L, 2)) raise(context, L, 'too many results');
      switch (option) {
        case 'x':
          break;
        case 'f':
        case 'd':
          api.lua_pushnumber(
            L,
            size === 4 ? view.getFloat32(position, little) : view.getFloat64(position, little),
          );
          break;
        case 'c': {
          let length = size;
          if (size === 0) {
            if (api.lua_gettop(L) === first || api.lua_type(L, -1) !== api.LUA_TNUMBER)
              raise(context, L, "format `c0' needs a previous size");
            length = api.lua_tointeger(L, -1);
            api.lua_pop(L, 1);
            checkArgument(
              context,
              L,
              length >= 0 && position + length <= data.length,
              2,
              'data string too short',
            );
          }
          pushBytes(context, L, data.subarray(position, position + length));
          position += length;
          continue;
        }
        case 's': {
          const end = data.indexOf(0, position);
          if (end < 0) raise(context, L, 'unfinished string in data');
          pushBytes(context, L, data.subarray(position, end));
          position = end + 1;
          continue;
        }
        default: {
          let value = 0;
          for (let index = Math.min(size, 4) - 1; index >= 0; index--)
            value = (value << 8) | data[position + (little ? index : size - 1 - index)]!;
          const signed = option === 'i' || option === 'b' || option === 'h' || option === 'l';
          if (signed && size > 0 && size < 4) value = (value << (32 - 8 * size)) >> (32 - 8 * size);
          // A `long` in C that becomes a lua_Number: a float.
          api.lua_pushnumber(L, signed ? value : value >>> 0);
        }
      }
      position += size;
    }
    api.lua_pushinteger(L, position + 1);
    return api.lua_gettop(L) - first;
  };

  const size = (L: LuaState): number => {
    const format = new FormatReader(context, L, checkText(context, L, 1));
    let position = 0;
    for (let element = format.next(0); element; element = format.next(position)) {
      if (element.option === 's') checkArgument(context, L, false, 1, "option 's' has no fixed size");
      if (element.option === 'c' && element.size === 0)
        checkArgument(context, L, false, 1, "option 'c0' has no fixed size");
      position += element.padding + element.size;
    }
    api.lua_pushinteger(L, position | 0);
    return 1;
  };

  return {
    name: 'struct',
    table: {
      pack: { symbol: 'b_pack', call: pack },
      unpack: { symbol: 'b_unpack', call: unpack },
      size: { symbol: 'b_size', call: size },
    },
  };
}
