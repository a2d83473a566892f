/** NodeMCU's `gpio` module (gpio.c of dev-esp32) on the simulated pins; the run file drives them from outside. */
import type { LuaState } from './lua-api.js';
import { bytesOf, checkArgument, raise, TaskPriority, type Module, type ModuleContext } from './module.js';

/** GPIO_NUM_MAX of the ESP32. */
export const PIN_COUNT = 40;
const MISSING = new Set([20, 24, 28, 29, 30, 31]);
const FIRST_INPUT_ONLY = 34;

const Direction = { in: 1, out: 2, inOut: 3 } as const;
/** By the bits of gpio.PULL_UP and gpio.PULL_DOWN. */
const PULLS = ['none', 'up', 'down', 'both'] as const;
const Edge = { disable: 0, up: 1, down: 2, upDown: 3, low: 4, high: 5 } as const;

/** Whether the ESP32 has this pin. */
export function isPin(pin: number): boolean {
  return pin >= 0 && pin < PIN_COUNT && !MISSING.has(pin);
}

/** Opens `gpio`. */
export function openGpio(context: ModuleContext): Module {
  const { api, pins } = context;
  /** Registry references of the callbacks; the array of 4 bytes a pin is allocated on the first `trig`. */
  const callbacks = new Int32Array(PIN_COUNT).fill(api.LUA_NOREF);
  const edges = new Uint8Array(PIN_COUNT);
  const masked = new Uint8Array(PIN_COUNT);
  let callbackArray = 0;
  let listening = false;

  /** The driver answers ESP_ERR_INVALID_ARG for pins that the chip has not, or that cannot be outputs. */
  const checkPin = (L: LuaState, pin: number, output = false): number => {
    if (!isPin(pin) || (output && pin >= FIRST_INPUT_ONLY)) raise(context, L, 'invalid argument');
    return pin;
  };

  const isActive = (pin: number): boolean =>
    (edges[pin] === Edge.high && pins.read(pin) === 1) || (edges[pin] === Edge.low && pins.read(pin) === 0);

  /** The interrupt: it is off until the callback has run. */
  const interrupt = (pin: number, level: number): void => {
    if (masked[pin] !== 0) return;
    masked[pin] = 1;
    const posted = context.post(TaskPriority.low, 'nodemcu_gpio_callback_task', () => {
      if (callbacks[pin]! < 0) return;
      const { L } = context;
      api.lua_rawgeti(L, api.LUA_REGISTRYINDEX, callbacks[pin]!);
      api.lua_pushinteger(L, pin);
      api.lua_pushinteger(L, level);
      context.callProtected(L, 2, 0);
      enable(pin);
    });
    // A full queue loses the event, and the interrupt stays off, as on the device.
    if (!posted)
      context.warn(`gpio: the task queue is full, pin ${pin} is deaf until gpio.trig is called again`);
  };

  const enable = (pin: number): void => {
    masked[pin] = 0;
    if (isActive(pin)) interrupt(pin, pins.read(pin));
  };

  const listen = (): void => {
    if (listening) return;
    listening = true;
    pins.onChange((pin, level) => {
      const edge = edges[pin]!;
      const wanted =
        edge === Edge.upDown ||
        (edge === Edge.up || edge === Edge.high ? level === 1 : edge !== Edge.disable && level === 0);
      if (wanted) interrupt(pin, level);
    });
  };

  const optionalField = (L: LuaState, table: number, name: string, fallback: number): number => {
    const type = api.lua_getfield(L, table, bytesOf(name));
    const value = type === api.LUA_TNIL ? fallback : api.luaL_checkinteger(L, -1);
    api.lua_pop(L, 1);
    return value;
  };

  const configure = (L: LuaState, table: number): void => {
    api.luaL_checktype(L, table, api.LUA_TTABLE);
    api.lua_getfield(L, table, bytesOf('dir'));
    const direction = api.luaL_checkinteger(L, -1);
    api.lua_pop(L, 1);
    const openDrain = optionalField(L, table, 'opendrain', 0) !== 0;
    const pull = optionalField(L, table, 'pull', 0);
    const list: number[] = [];
    const type = api.lua_getfield(L, table, bytesOf('gpio'));
    if (type === api.LUA_TNUMBER) list.push(api.lua_tointeger(L, -1));
    else if (type === api.LUA_TTABLE) {
      api.lua_pushnil(L);
      while (api.lua_next(L, -2) !== 0) {
        list.push(api.lua_tointeger(L, -1));
        api.lua_pop(L, 1);
      }
    } else raise(context, L, "missing/bad 'gpio' field");
    api.lua_pop(L, 1);
    const output = (direction & Direction.out) !== 0;
    // The driver checks the whole mask before it changes anything; an empty one is an error too.
    if (list.length === 0) raise(context, L, 'invalid argument');
    for (const pin of list) checkPin(L, pin, output);
    for (const pin of list) {
      pins.setOutput(pin, output, openDrain);
      pins.setPull(pin, PULLS[pull & 3]!);
    }
  };

  return {
    name: 'gpio',
    table: {
      config: {
        symbol: 'lgpio_config',
        call: (L) => {
          for (let argument = 1; argument <= Math.max(1, api.lua_gettop(L)); argument++)
            configure(L, argument);
          return 0;
        },
      },
      read: {
        symbol: 'lgpio_read',
        call: (L) => {
          api.lua_pushinteger(L, pins.read(checkPin(L, api.luaL_checkinteger(L, 1))));
          return 1;
        },
      },
      write: {
        symbol: 'lgpio_write',
        call: (L) => {
          const pin = api.luaL_checkinteger(L, 1);
          const level = api.luaL_checkinteger(L, 2);
          checkPin(L, pin, true);
          pins.write(pin, level === 0 ? 0 : 1);
          return 0;
        },
      },
      trig: {
        symbol: 'lgpio_trig',
        call: (L) => {
          const pin = api.luaL_checkinteger(L, 1);
          const edge = api.luaL_optinteger(L, 2, Edge.disable);
          if (!api.lua_isnoneornil(L, 3)) api.luaL_checktype(L, 3, api.LUA_TFUNCTION);
          if (pin < 0 || pin >= PIN_COUNT) raise(context, L, 'invalid gpio');
          if (callbackArray === 0) {
            callbackArray = context.luaMalloc(L, 4 * PIN_COUNT);
          }
          listen();
          if (edge === Edge.disable || !api.lua_isnoneornil(L, 3)) {
            if (callbacks[pin]! >= 0) api.luaL_unref(L, api.LUA_REGISTRYINDEX, callbacks[pin]!);
            callbacks[pin] = api.LUA_NOREF;
          }
          if (edge !== Edge.disable && !api.lua_isnoneornil(L, 3)) {
            api.lua_pushvalue(L, 3);
            callbacks[pin] = api.luaL_ref(L, api.LUA_REGISTRYINDEX);
          }
          checkPin(L, pin);
          if (edge < Edge.disable || edge > Edge.high) raise(context, L, 'invalid argument');
          edges[pin] = edge;
          enable(pin);
          return 0;
        },
      },
      wakeup: {
        symbol: 'lgpio_wakeup',
        call: (L) => {
          const pin = api.luaL_checkinteger(L, 1);
          const level = api.luaL_optinteger(L, 2, Edge.disable);
          checkPin(L, pin);
          if (level !== Edge.disable && level !== Edge.low && level !== Edge.high)
            raise(context, L, 'invalid argument');
          return 0;
        },
      },
      set_drive: {
        symbol: 'lgpio_set_drive',
        call: (L) => {
          const pin = api.luaL_checkinteger(L, 1);
          const strength = api.luaL_checkinteger(L, 2);
          checkArgument(
            context,
            L,
            strength >= 0 && strength <= 3,
            2,
            'pad strength must be between gpio.DRIVE_0 and gpio.DRIVE_3',
          );
          checkPin(L, pin, true);
          return 0;
        },
      },
      IN: Direction.in,
      OUT: Direction.out,
      IN_OUT: Direction.inOut,
      FLOATING: 0,
      PULL_UP: 1,
      PULL_DOWN: 2,
      PULL_UP_DOWN: 3,
      INTR_NONE: Edge.disable,
      INTR_DISABLE: Edge.disable,
      INTR_UP: Edge.up,
      INTR_DOWN: Edge.down,
      INTR_UP_DOWN: Edge.upDown,
      INTR_LOW: Edge.low,
      INTR_HIGH: Edge.high,
      DRIVE_0: 0,
      DRIVE_1: 1,
      DRIVE_2: 2,
      DRIVE_DEFAULT: 2,
      DRIVE_3: 3,
    },
  };
}
