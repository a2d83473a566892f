/**
 * NodeMCU's `time` module (time.c of dev-esp32). The clock starts at the epoch, as on a board without battery, until the
 * script or an NTP server of the run file sets it.
 */
import { fromWallClock, isSummer, midnight, offsetAt, parseTimeZone, UTC } from '../simulation/time-zone.js';
import type { LuaState } from './lua-api.js';
import { bytesOf, checkArgument, checkText, type Module, type ModuleContext } from './module.js';

const NTP_SERVER = 'pool.ntp.org';

/** Opens `time`. */
export function openTime(context: ModuleContext): Module {
  const { api, clock } = context;
  /** Microseconds of wall-clock time at cycle 0. */
  let origin = 0;
  let zone = UTC;
  let ntp = false;
  /** Counts the starts of NTP: an answer to an earlier one is none. */
  let session = 0;

  const elapsed = (): number => Math.floor((clock.now / clock.hz) * 1e6);
  const now = (): number => Math.floor((origin + elapsed()) / 1e6);

  const pushCalendar = (L: LuaState, wall: number, dst: number): number => {
    const date = new Date(wall * 1000);
    const values: Record<string, number> = {
      yday: Math.floor((wall - midnight(date.getUTCFullYear(), 0, 1)) / 86_400) + 1,
      wday: date.getUTCDay() + 1,
      year: date.getUTCFullYear(),
      mon: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      min: date.getUTCMinutes(),
      sec: date.getUTCSeconds(),
      dst,
    };
    api.lua_createtable(L, 0, 9);
    for (const [field, value] of Object.entries(values)) {
      api.lua_pushinteger(L, value);
      api.lua_setfield(L, -2, bytesOf(field));
    }
    return 1;
  };

  /** A field of the calendar table; it stays on the stack, as in the C function. */
  const field = (L: LuaState, name: string, fallback: number): number => {
    api.lua_getfield(L, 1, bytesOf(name));
    return api.luaL_optinteger(L, -1, fallback);
  };

  const initNtp = (L: LuaState): number => {
    const server = api.lua_isnoneornil(L, 1) ? NTP_SERVER : checkText(context, L, 1);
    ntp = true;
    const current = ++session;
    const { ntpTime } = context.network;
    // the name, then the question and its answer
    context.network.resolve(server, () => {
      clock.at(clock.now + 2 * context.network.latency, () => {
        if (ntp && session === current && ntpTime !== undefined) origin = ntpTime * 1000;
      });
    });
    return 0;
  };

  return {
    name: 'time',
    table: {
      get: {
        symbol: 'time_get',
        call: (L) => {
          api.lua_pushinteger(L, now());
          api.lua_pushinteger(L, (origin + elapsed()) % 1e6);
          return 2;
        },
      },
      set: {
        symbol: 'time_set',
        call: (L) => {
          // Both are floats on their way: the default build keeps 24 bits of them.
          const seconds = Math.trunc(api.luaL_checknumber(L, 1)) >>> 0;
          const microseconds = Math.trunc(api.lua_tonumber(L, 2)) >>> 0; // 0 when it is no number
          origin = seconds * 1e6 + microseconds - elapsed();
          return 0;
        },
      },
      getlocal: {
        symbol: 'time_getLocal',
        call: (L) => pushCalendar(L, now() + offsetAt(zone, now()), Number(isSummer(zone, now()))),
      },
      settimezone: {
        symbol: 'time_setTimezone',
        call: (L) => {
          zone = parseTimeZone(checkText(context, L, 1));
          return 0;
        },
      },
      initntp: { symbol: 'time_initNTP', call: initNtp },
      ntpenabled: {
        symbol: 'time_ntpEnabled',
        call: (L) => {
          api.lua_pushboolean(L, ntp);
          return 1;
        },
      },
      ntpstop: {
        symbol: 'time_ntpStop',
        call: () => {
          ntp = false;
          return 0;
        },
      },
      epoch2cal: {
        symbol: 'time_epoch2cal',
        call: (L) => {
          const seconds = api.luaL_checkinteger(L, 1);
          checkArgument(context, L, seconds >= 0, 1, 'wrong arg range');
          return pushCalendar(L, seconds, 0);
        },
      },
      cal2epoch: {
        symbol: 'time_cal2epoc',
        call: (L) => {
          api.luaL_checktype(L, 1, api.LUA_TTABLE);
          const year = field(L, 'year', 1900);
          const month = field(L, 'mon', 1) - 1;
          const day = field(L, 'day', 0);
          const wall =
            midnight(year, month, day) +
            field(L, 'hour', 0) * 3600 +
            field(L, 'min', 0) * 60 +
            field(L, 'sec', 0);
          const seconds = fromWallClock(zone, wall);
          // time_t of the C library cannot hold what JavaScript's calendar cannot.
          api.lua_pushnumber(L, Number.isFinite(seconds) ? seconds : -1);
          return 1;
        },
      },
    },
  };
}
