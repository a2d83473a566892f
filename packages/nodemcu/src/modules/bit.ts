/** NodeMCU's `bit` module: operations on integers (bit.c of dev-esp32). */
import { type LuaState, type WideIntegers } from './lua-api.js';
import { type Module, type ModuleContext, type ModuleFunction } from './module.js';

/** Opens `bit`. */
export function openBit(context: ModuleContext): Module {
  const { wide } = context.api;
  return wide ? openWide(context, wide) : openNarrow(context);
}

/**
 * 64-bit integers. bit.c keeps whole ones only in part: `rshift`, `set`, `clear`, `isset` and `isclear` go through a
 * `size_t`, a bit's mask is an `int`.
 */
function openWide(context: ModuleContext, wide: WideIntegers): Module {
  const { api } = context;
  const size = (L: LuaState, argument: number): number => api.luaL_checkinteger(L, argument) >>> 0;
  const mask = (L: LuaState, argument: number): number => 1 << api.luaL_checkinteger(L, argument);
  const result = (L: LuaState, value: number | bigint): number => {
    wide.push(L, value);
    return 1;
  };
  const fold = (symbol: string, step: (a: bigint, b: bigint) => bigint): ModuleFunction => ({
    symbol,
    call: (L) => {
      let value = wide.check(L, 1);
      for (let argument = 2; argument <= api.lua_gettop(L); argument++)
        value = step(value, wide.check(L, argument));
      return result(L, value);
    },
  });
  // Counts of 64 and more are undefined in C.
  const shift = (symbol: string, step: (value: bigint, count: bigint) => bigint): ModuleFunction => ({
    symbol,
    call: (L) => result(L, step(wide.check(L, 1), wide.check(L, 2) & 63n)),
  });
  const positions = (symbol: string, step: (value: number, mask: number) => number): ModuleFunction => ({
    symbol,
    call: (L) => {
      let value = size(L, 1);
      for (let argument = 2; argument <= api.lua_gettop(L); argument++)
        value = step(value, mask(L, argument));
      return result(L, value >>> 0);
    },
  });
  const test = (symbol: string, wanted: boolean): ModuleFunction => ({
    symbol,
    call: (L) => {
      const value = size(L, 1);
      api.lua_pushboolean(L, ((value & mask(L, 2)) !== 0) === wanted);
      return 1;
    },
  });
  return {
    name: 'bit',
    table: {
      bnot: { symbol: 'bit_bnot', call: (L) => result(L, ~wide.check(L, 1)) },
      band: fold('bit_band', (a, b) => a & b),
      bor: fold('bit_bor', (a, b) => a | b),
      bxor: fold('bit_bxor', (a, b) => a ^ b),
      lshift: shift('bit_lshift', (value, count) => value << count),
      rshift: {
        symbol: 'bit_rshift',
        call: (L) => result(L, size(L, 1) >>> api.luaL_checkinteger(L, 2)),
      },
      arshift: shift('bit_arshift', (value, count) => value >> count),
      bit: { symbol: 'bit_bit', call: (L) => result(L, mask(L, 1)) },
      set: positions('bit_set', (value, bits) => value | bits),
      clear: positions('bit_clear', (value, bits) => value & ~bits),
      isset: test('bit_isset', true),
      isclear: test('bit_isclear', false),
    },
  };
}

/** 32-bit integers. */
function openNarrow(context: ModuleContext): Module {
  const { api } = context;
  const word = (L: LuaState, argument: number): number => api.luaL_checkinteger(L, argument) | 0;
  const result = (L: LuaState, value: number): number => {
    api.lua_pushinteger(L, value | 0);
    return 1;
  };
  const fold = (symbol: string, step: (a: number, b: number) => number): ModuleFunction => ({
    symbol,
    call: (L) => {
      let value = word(L, 1);
      for (let argument = api.lua_gettop(L); argument > 1; argument--) value = step(value, word(L, argument));
      return result(L, value);
    },
  });
  // Counts of 32 and more are undefined in C; the core's SLL and SRL use the low bits that SSL and SSR keep.
  const shift = (symbol: string, step: (value: number, count: number) => number): ModuleFunction => ({
    symbol,
    call: (L) => result(L, step(word(L, 1), word(L, 2) & 31)),
  });
  const positions = (symbol: string, step: (value: number, mask: number) => number): ModuleFunction => ({
    symbol,
    call: (L) => {
      let value = word(L, 1);
      for (let argument = 2; argument <= api.lua_gettop(L); argument++)
        value = step(value, 1 << word(L, argument));
      return result(L, value);
    },
  });
  const test = (symbol: string, wanted: boolean): ModuleFunction => ({
    symbol,
    call: (L) => {
      const value = word(L, 1);
      api.lua_pushboolean(L, ((value & (1 << word(L, 2))) !== 0) === wanted);
      return 1;
    },
  });
  return {
    name: 'bit',
    table: {
      bnot: { symbol: 'bit_bnot', call: (L) => result(L, ~word(L, 1)) },
      band: fold('bit_band', (a, b) => a & b),
      bor: fold('bit_bor', (a, b) => a | b),
      bxor: fold('bit_bxor', (a, b) => a ^ b),
      lshift: shift('bit_lshift', (value, count) => value << count),
      rshift: shift('bit_rshift', (value, count) => value >>> count),
      arshift: shift('bit_arshift', (value, count) => value >> count),
      bit: { symbol: 'bit_bit', call: (L) => result(L, 1 << word(L, 1)) },
      set: positions('bit_set', (value, mask) => value | mask),
      clear: positions('bit_clear', (value, mask) => value & ~mask),
      isset: test('bit_isset', true),
      isclear: test('bit_isclear', false),
    },
  };
}
