/** NodeMCU's `console` module (console.c of dev-esp32, October 2024): the system console as a stream of bytes. */
import type { LuaState } from './lua-api.js';
import {
  checkArgument,
  checkText,
  pushBytes,
  raise,
  TaskPriority,
  type Module,
  type ModuleContext,
} from './module.js';

const RECORD_BYTES_MAX = 255;
const Mode = { nonInteractive: 0, interactive: 1 } as const;

/** What `console` needs of the console itself. */
export interface ConsoleServices {
  /** Whether console input goes to the interpreter. */
  setRunInput(enabled: boolean): void;
}

/** Opens `console`. */
export function openConsole(
  context: ModuleContext,
  services: ConsoleServices,
): Module & { receive(bytes: Uint8Array): void } {
  const { api } = context;
  const registry = api.LUA_REGISTRYINDEX;
  let dataRef = api.LUA_NOREF;
  let errorRef = api.LUA_NOREF;
  let count = 0;
  let endByte = -1;
  let pending: number[] = [];

  const release = (L: LuaState, reference: number): number => {
    if (reference >= 0) api.luaL_unref(L, registry, reference);
    return api.LUA_NOREF;
  };

  const deliver = (bytes: Uint8Array): void => {
    context.post(TaskPriority.medium, 'console_task', () => {
      if (dataRef < 0) return;
      api.lua_rawgeti(context.L, registry, dataRef);
      pushBytes(context, context.L, bytes);
      context.callProtected(context.L, 1, 0);
    });
  };

  return {
    name: 'console',
    receive(bytes) {
      if (dataRef < 0) return;
      if (count === 0 && endByte < 0) {
        deliver(new Uint8Array(bytes));
        return;
      }
      for (const byte of bytes) {
        pending.push(byte);
        if (
          byte === endByte ||
          (count > 0 && pending.length >= count) ||
          pending.length >= RECORD_BYTES_MAX
        ) {
          deliver(Uint8Array.from(pending));
          pending = [];
        }
      }
    },
    table: {
      on: {
        symbol: 'console_on',
        call: (L) => {
          const method = checkText(context, L, 1);
          if (method !== 'data' && method !== 'error') raise(context, L, 'method not supported');
          let argument = 2;
          if (method === 'data') {
            let newCount = 0;
            let newEnd = -1;
            if (api.lua_type(L, 2) === api.LUA_TNUMBER) {
              newCount = api.luaL_checkinteger(L, 2);
              checkArgument(context, L, newCount >= 0 && newCount <= RECORD_BYTES_MAX, 2, 'wrong arg range');
              argument = 3;
            } else if (api.lua_type(L, 2) === api.LUA_TSTRING) {
              const text = api.luaL_checklstring(L, 2);
              if (text.length !== 1) raise(context, L, 'only single byte end marker supported');
              newEnd = text[0]!;
              argument = 3;
            }
            count = newCount;
            endByte = newEnd;
            pending = [];
          }
          const isFunction = api.lua_type(L, argument) === api.LUA_TFUNCTION;
          if (!isFunction && !api.lua_isnoneornil(L, argument))
            api.luaL_checktype(L, argument, api.LUA_TFUNCTION);
          const reference = (): number => {
            if (!isFunction) return api.LUA_NOREF;
            api.lua_pushvalue(L, argument);
            return api.luaL_ref(L, registry);
          };
          if (method === 'data') {
            dataRef = release(L, dataRef);
            dataRef = reference();
          } else {
            errorRef = release(L, errorRef);
            errorRef = reference();
          }
          return 0;
        },
      },
      mode: {
        symbol: 'console_mode',
        call: (L) => {
          const mode = api.luaL_checkinteger(L, 1);
          if (mode !== Mode.interactive && mode !== Mode.nonInteractive) raise(context, L, 'invalid mode');
          services.setRunInput(mode === Mode.interactive);
          return 0;
        },
      },
      write: {
        symbol: 'console_write',
        call: (L) => {
          for (let argument = 1; argument <= api.lua_gettop(L); argument++) {
            if (api.lua_type(L, argument) === api.LUA_TNUMBER) {
              const value = api.luaL_checkinteger(L, argument);
              if (value < 0 || value > 255) raise(context, L, 'invalid number');
              context.print(Uint8Array.of(value));
            } else context.print(api.luaL_checklstring(L, argument));
          }
          return 0;
        },
      },
      INTERACTIVE: Mode.interactive,
      NONINTERACTIVE: Mode.nonInteractive,
    },
  };
}
