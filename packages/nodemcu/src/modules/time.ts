/**
 * NodeMCU's `time` module (time.c of dev-esp32). The clock starts at the epoch, as on a board without battery;
 * `initntp` asks the simulated network for the name and sets nothing unless the run says what time it is.
 */
import type { LuaState } from './lua-api.js';
import { bytesOf, checkArgument, checkText, raise, type Module, type ModuleContext } from './module.js';

const FIELDS = ['year', 'mon', 'day', 'hour', 'min', 'sec', 'yday', 'wday', 'dst'] as const;
const EPOCH_SECONDS_MAX = 2 ** 31 - 1;

/** A time zone of the POSIX form `STDoffset[DST[offset][,rule]]`; rules of daylight saving are not followed. */
function zoneOffset(text: string): number | undefined {
  const match = /^(?:[A-Za-z]{3,}|<[^>]+>)([+-]?)(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?/.exec(text);
  if (!match) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? seconds : -seconds;
}

/** `Date.UTC` without its special rule for the years 0 to 99. */
function utcMilliseconds(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.setUTCHours(hour, minute, second);
}

/** Opens `time`. */
export function openTime(context: ModuleContext): Module {
  const { api, clock } = context;
  /** Microseconds of wall-clock time at cycle 0. */
  let origin = 0;
  let zone = 0;
  let ntp = false;
  /** Seconds of the latest date that an integer of Lua can hold (and JavaScript's `Date`, which gives none then). */
  const latest = api.wide ? Number.MAX_SAFE_INTEGER : EPOCH_SECONDS_MAX;

  const microseconds = (): number => origin + Math.floor((clock.now / clock.hz) * 1e6);

  const pushCalendar = (L: LuaState, seconds: number): number => {
    const date = new Date(seconds * 1000);
    const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1);
    const values = [
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
      date.getUTCHours(),
      date.getUTCMinutes(),
      date.getUTCSeconds(),
      Math.floor((date.getTime() - yearStart) / 86_400_000) + 1,
      date.getUTCDay() + 1,
      0,
    ];
    api.lua_createtable(L, 0, FIELDS.length);
    FIELDS.forEach((field, index) => {
      api.lua_pushinteger(L, values[index]!);
      api.lua_setfield(L, -2, bytesOf(field));
    });
    return 1;
  };

  const field = (L: LuaState, name: string, fallback: number | undefined): number => {
    const type = api.lua_getfield(L, 1, bytesOf(name));
    if (type === api.LUA_TNIL && fallback === undefined)
      raise(context, L, `field '${name}' missing in date table`);
    const value = type === api.LUA_TNIL ? fallback! : api.luaL_checkinteger(L, -1);
    api.lua_pop(L, 1);
    return value;
  };

  return {
    name: 'time',
    table: {
      get: {
        symbol: 'time_get',
        call: (L) => {
          const now = microseconds();
          api.lua_pushinteger(L, Math.floor(now / 1e6));
          api.lua_pushinteger(L, now % 1e6);
          return 2;
        },
      },
      set: {
        symbol: 'time_set',
        call: (L) => {
          // a uint32_t in C
          const seconds = api.wide ? api.luaL_checkinteger(L, 1) >>> 0 : api.luaL_checkinteger(L, 1);
          origin += seconds * 1e6 - microseconds();
          return 0;
        },
      },
      getlocal: {
        symbol: 'time_getLocal',
        call: (L) => pushCalendar(L, Math.floor(microseconds() / 1e6) + zone),
      },
      settimezone: {
        symbol: 'time_setTimezone',
        call: (L) => {
          // tzset() falls back to UTC when it does not understand the text.
          zone = zoneOffset(checkText(context, L, 1)) ?? 0;
          return 0;
        },
      },
      initntp: {
        symbol: 'time_initNTP',
        call: (L) => {
          const server = api.lua_isnoneornil(L, 1) ? 'pool.ntp.org' : checkText(context, L, 1);
          ntp = true;
          context.network.resolve(server, () => undefined);
          return 0;
        },
      },
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
        call: (L) => pushCalendar(L, api.luaL_checkinteger(L, 1)),
      },
      cal2epoch: {
        symbol: 'time_cal2epoch',
        call: (L) => {
          api.luaL_checktype(L, 1, api.LUA_TTABLE);
          const seconds =
            utcMilliseconds(
              field(L, 'year', undefined),
              field(L, 'mon', 1) - 1,
              field(L, 'day', 1),
              field(L, 'hour', 0),
              field(L, 'min', 0),
              field(L, 'sec', 0),
            ) / 1000;
          checkArgument(context, L, Math.abs(seconds) <= latest, 1, 'date out of range');
          api.lua_pushinteger(L, seconds);
          return 1;
        },
      },
    },
  };
}
