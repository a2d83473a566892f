/** NodeMCU's `rtcmem` module: 128 words that survive deep sleep and restart. */
import { checkArgument, type Module, type ModuleContext } from './module.js';

const SLOTS = 128;

/** Opens `rtcmem`. */
export function openRtcmem(context: ModuleContext): Module {
  const { api } = context;
  // what is pushed is a uint32_t: 32-bit integers take it as negative from 2^31 on
  const words = api.wide ? new Uint32Array(SLOTS) : new Int32Array(SLOTS);
  return {
    name: 'rtcmem',
    table: {
      read32: {
        symbol: 'rtcmem_read32',
        call: (L) => {
          const index = api.luaL_checkinteger(L, 1);
          const count = api.luaL_optinteger(L, 2, 1);
          if (index < 0 || index >= SLOTS || count <= 0) return 0;
          const end = Math.min(index + count, SLOTS);
          api.lua_checkstack(L, end - index);
          for (let slot = index; slot < end; slot++) api.lua_pushinteger(L, words[slot]!);
          return end - index;
        },
      },
      write32: {
        symbol: 'rtcmem_write32',
        call: (L) => {
          const index = api.luaL_checkinteger(L, 1);
          const count = api.lua_gettop(L) - 1;
          checkArgument(context, L, index + count <= SLOTS, 1, 'RTC mem would overrun');
          // What lies below the array is other memory on the device, and out of reach here.
          if (index < 0)
            context.warn('rtcmem.write32: a negative index overwrites other memory on the device');
          for (let argument = 2; argument <= count + 1; argument++) {
            const slot = index + argument - 2;
            if (slot >= 0) words[slot] = api.lua_tointeger(L, argument);
          }
          return 0;
        },
      },
    },
  };
}
