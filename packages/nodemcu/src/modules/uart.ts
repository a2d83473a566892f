/**
 * NodeMCU's `uart` module (uart.c of dev-esp32): three ports. Port 0 is the console in the default configuration;
 * the run file sends text to any port. A byte takes the time of its bits at the configured rate.
 */
import type { LuaState } from './lua-api.js';
import {
  bytesOf,
  checkArgument,
  checkText,
  pushBytes,
  raise,
  TaskPriority,
  type Module,
  type ModuleContext,
} from './module.js';

const PORTS = 3;
const CONSOLE_PORT = 0;
const STOPBITS_1_5 = 3;
const LINE_BYTES_MAX = 255;
/** One line buffer a port, from the first `on("data")` or `start`. */
const LINE_BUFFER_BYTES = 256;

interface Port {
  baud: number;
  bits: number;
  parity: number;
  stopBits: number;
  started: boolean;
  buffer: number;
  received: number[];
  dataRef: number;
  errorRef: number;
  /** Bytes that make a record; 0 passes each on. */
  count: number;
  /** Byte that ends a record, -1 for none. */
  endByte: number;
}

/** What the console and the run file need of the ports. */
export interface UartPorts {
  /** Bytes arrive at a port. @returns whether a callback took them (the console then leaves them alone). */
  receive(port: number, bytes: Uint8Array): boolean;
  /** Bits a second. */
  baud(port: number): number;
}

/** What `uart` needs of the console. */
export interface UartServices {
  /** Whether console input goes to the interpreter. */
  setRunInput(enabled: boolean): void;
  setEcho(enabled: boolean): void;
  /** CONFIG_ESP_CONSOLE_UART_BAUDRATE. */
  readonly consoleBaud: number;
  /** Bytes leave a port other than the console's. */
  transmit(port: number, bytes: Uint8Array): void;
}

/** Opens `uart`. */
export function openUart(context: ModuleContext, services: UartServices): Module & { ports: UartPorts } {
  const { api } = context;
  const registry = api.LUA_REGISTRYINDEX;
  const ports: Port[] = Array.from({ length: PORTS }, () => ({
    baud: services.consoleBaud,
    bits: 8,
    parity: 0,
    stopBits: 1,
    started: false,
    buffer: 0,
    received: [],
    dataRef: api.LUA_NOREF,
    errorRef: api.LUA_NOREF,
    count: 0,
    endByte: -1,
  }));

  const checkId = (L: LuaState, id: number): void => {
    if (id < 0 || id >= PORTS) raise(context, L, `uart ${id} does not exist`);
  };

  const portArgument = (L: LuaState): Port => {
    const id = api.luaL_checkinteger(L, 1);
    checkId(L, id);
    return ports[id]!;
  };

  const release = (L: LuaState, reference: number): number => {
    if (reference >= 0) api.luaL_unref(L, registry, reference);
    return api.LUA_NOREF;
  };

  const needBuffer = (L: LuaState, port: Port): void => {
    if (port.buffer !== 0) return;
    port.buffer = context.system.malloc(LINE_BUFFER_BYTES, 0, ['malloc', 'uart_on']);
    if (port.buffer === 0) raise(context, L, 'not enough memory');
  };

  const deliver = (port: Port, bytes: Uint8Array): void => {
    context.post(TaskPriority.high, 'uart_event_task', () => {
      if (port.dataRef < 0) return;
      api.lua_rawgeti(context.L, registry, port.dataRef);
      pushBytes(context, context.L, bytes);
      context.callProtected(context.L, 1, 0);
    });
  };

  const receive = (id: number, bytes: Uint8Array): boolean => {
    const port = ports[id]!;
    // Only the console's port is running without `start`.
    if (port.dataRef < 0 || (id !== CONSOLE_PORT && !port.started)) return false;
    for (const byte of bytes) {
      port.received.push(byte);
      const full = port.count > 0 ? port.received.length >= port.count : port.endByte < 0;
      if (full || byte === port.endByte || port.received.length >= LINE_BYTES_MAX)
        deliver(port, Uint8Array.from(port.received.splice(0)));
    }
    return true;
  };

  const transmit = (id: number, port: Port, bytes: Uint8Array): void => {
    const bits =
      1 + port.bits + (port.parity === 0 ? 0 : 1) + (port.stopBits === STOPBITS_1_5 ? 1.5 : port.stopBits);
    context.charge(Math.round((bytes.length * bits * context.clock.hz) / port.baud));
    if (id === CONSOLE_PORT) context.print(bytes);
    else services.transmit(id, bytes);
  };

  const on = (L: LuaState): number => {
    let argument = 1;
    let id = CONSOLE_PORT;
    if (api.lua_type(L, 1) === api.LUA_TNUMBER) {
      id = api.luaL_checkinteger(L, argument++);
      checkId(L, id);
    }
    const port = ports[id]!;
    const method = checkText(context, L, argument++);
    if (method !== 'data' && method !== 'error') raise(context, L, 'method not supported');
    let count = 0;
    let endByte = -1;
    if (api.lua_type(L, argument) === api.LUA_TNUMBER) {
      count = api.luaL_checkinteger(L, argument);
      if (count < 0 || count > LINE_BYTES_MAX) raise(context, L, 'wrong arg range');
      argument++;
    } else if (api.lua_type(L, argument) === api.LUA_TSTRING) {
      const text = api.luaL_checklstring(L, argument);
      if (text.length !== 1) raise(context, L, 'wrong arg range');
      endByte = text[0]!;
      argument++;
    }
    const hasFunction = api.lua_type(L, argument) === api.LUA_TFUNCTION;
    if (method === 'error') {
      port.errorRef = release(L, port.errorRef);
      if (hasFunction) {
        api.lua_pushvalue(L, argument);
        port.errorRef = api.luaL_ref(L, registry);
      }
      return 0;
    }
    port.dataRef = release(L, port.dataRef);
    port.received.length = 0;
    port.count = count;
    port.endByte = endByte;
    if (hasFunction) {
      needBuffer(L, port);
      api.lua_pushvalue(L, argument);
      port.dataRef = api.luaL_ref(L, registry);
    }
    if (id === CONSOLE_PORT)
      services.setRunInput(!hasFunction || api.luaL_optinteger(L, argument + 1, 1) !== 0);
    return 0;
  };

  /** The table of pins: `tx` and `rx` are needed, what it says changes nothing here. */
  const checkPins = (L: LuaState): void => {
    api.luaL_checktype(L, 6, api.LUA_TTABLE);
    for (const name of ['tx', 'rx', 'cts', 'rts', 'flow_control']) {
      api.lua_getfield(L, 6, bytesOf(name));
      if (name === 'tx' || name === 'rx') api.luaL_checkinteger(L, -1);
      else api.luaL_optinteger(L, -1, 0);
      api.lua_pop(L, 1);
    }
  };

  const setup = (L: LuaState): number => {
    const port = portArgument(L);
    const baud = api.luaL_checkinteger(L, 2);
    checkArgument(context, L, baud > 0, 2, 'invalid baud rate');
    const bits = api.luaL_checkinteger(L, 3);
    checkArgument(context, L, bits >= 5 && bits <= 8, 3, 'invalid number of data bits');
    const parity = api.luaL_checkinteger(L, 4);
    checkArgument(context, L, parity >= 0 && parity <= 2, 4, 'invalid parity');
    const stopBits = api.luaL_checkinteger(L, 5);
    checkArgument(context, L, stopBits >= 1 && stopBits <= 3, 5, 'invalid number of stop bits');
    Object.assign(port, { baud, bits, parity, stopBits });
    if (port === ports[CONSOLE_PORT] && api.lua_type(L, 6) === api.LUA_TNUMBER)
      services.setEcho(api.lua_tointeger(L, 6) > 0);
    else if (port !== ports[CONSOLE_PORT] && !api.lua_isnoneornil(L, 6)) checkPins(L);
    api.lua_pushinteger(L, baud);
    return 1;
  };

  return {
    name: 'uart',
    ports: { receive, baud: (id) => ports[id]!.baud },
    table: {
      setup: { symbol: 'uart_setup', call: setup },
      on: { symbol: 'uart_on', call: on },
      write: {
        symbol: 'uart_write',
        call: (L) => {
          const port = portArgument(L);
          const id = ports.indexOf(port);
          for (let argument = 2; argument <= api.lua_gettop(L); argument++) {
            if (api.lua_type(L, argument) === api.LUA_TNUMBER) {
              const value = api.luaL_checkinteger(L, argument);
              if (value < 0 || value > 255) raise(context, L, 'invalid number');
              transmit(id, port, Uint8Array.of(value));
            } else transmit(id, port, api.luaL_checklstring(L, argument));
          }
          return 0;
        },
      },
      start: {
        symbol: 'uart_start',
        call: (L) => {
          const port = portArgument(L);
          needBuffer(L, port);
          port.started = true;
          api.lua_pushboolean(L, true);
          return 1;
        },
      },
      stop: {
        symbol: 'uart_stop',
        call: (L) => {
          const port = portArgument(L);
          port.started = false;
          context.system.free(port.buffer, ['free', 'uart_stop']);
          port.buffer = 0;
          return 0;
        },
      },
      getconfig: {
        symbol: 'uart_getconfig',
        call: (L) => {
          const { baud, bits, parity, stopBits } = portArgument(L);
          for (const value of [baud, bits, parity, stopBits]) api.lua_pushinteger(L, value);
          return 4;
        },
      },
      setmode: {
        symbol: 'uart_setmode',
        call: (L) => {
          portArgument(L);
          const mode = api.luaL_checkinteger(L, 2);
          checkArgument(context, L, mode >= 0 && mode <= 4, 2, 'invalid mode');
          return 0;
        },
      },
      txflush: {
        symbol: 'luart_tx_flush',
        call: (L) => {
          portArgument(L);
          return 0;
        },
      },
      wakeup: {
        symbol: 'uart_wakeup',
        call: (L) => {
          portArgument(L);
          const edges = api.luaL_checkinteger(L, 2);
          checkArgument(context, L, edges >= 3 && edges <= 1023, 2, 'invalid threshold');
          return 0;
        },
      },
      PARITY_NONE: 0,
      PARITY_EVEN: 1,
      PARITY_ODD: 2,
      STOPBITS_1: 1,
      STOPBITS_1_5: 3,
      STOPBITS_2: 2,
      FLOWCTRL_NONE: 0,
      FLOWCTRL_RTS: 1,
      FLOWCTRL_CTS: 2,
      MODE_UART: 0,
      MODE_RS485_COLLISION_DETECT: 1,
      MODE_RS485_APP_CONTROL: 2,
      MODE_RS485_HALF_DUPLEX: 3,
      MODE_IRDA: 4,
    },
  };
}
