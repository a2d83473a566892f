/**
 * NodeMCU modules that this board does not have. Their names are nil, as in a firmware built without them, so that
 * `if wifi then` takes the same way; only an attempt to use one gives a text that says what is there.
 */
import type { LuaMachine } from '../lua/index.js';
import type { CallInfo, LClosure, LuaState, TString } from '../lua/objects.js';
import { CIST_LUA } from '../lua/state.js';

/** Modules of dev-esp32 without a simulation. */
export const MODULES_NOT_SIMULATED: readonly string[] = ['adc', 'can', 'dac', 'dht', 'eromfs', 'espnow', 'eth', 'http',
  'httpd', 'i2c', 'i2s', 'ledc', 'mqtt', 'otaupgrade', 'ow', 'pulsecnt', 'qrcodegen', 'rmt', 'rotary', 'sdmmc',
  'sigma_delta', 'sodium', 'spi', 'touch', 'u8g2', 'ucg', 'wifi', 'ws2812']; // prettier-ignore

/** Opcodes of Lua 5.3 that read a global, and those that fail on a nil (lopcodes.h). */
const GETTABUP = 6;
const GETTABLE = 7;
const SETTABLE = 10;
const SELF = 12;
const CALL = 36;
const TAILCALL = 37;
/** Constants are operands from 256 on. */
const CONSTANT = 256;

/** Name of the global whose value the instruction that fails now was to use; undefined when it is not a global. */
function globalInUse(L: LuaState): string | undefined {
  const ci: CallInfo = L.ci;
  if ((ci.callstatus & CIST_LUA) === 0) return undefined;
  const { code, k } = (ci.func.value as LClosure).p!;
  const at = ci.l_savedpc - 1;
  const failing = code[at];
  if (!failing) return undefined;
  const { opcode } = failing;
  const register =
    opcode === GETTABLE || opcode === SELF
      ? failing.B
      : opcode === SETTABLE || opcode === CALL || opcode === TAILCALL
        ? failing.A
        : -1;
  for (let index = at - 1; index >= 0 && register >= 0; index--) {
    const { opcode: loading, A, C } = code[index]!;
    if (A !== register) continue;
    const key = loading === GETTABUP && C >= CONSTANT ? k[C - CONSTANT] : undefined;
    return key?.ttisstring() ? String.fromCharCode(...(key.value as TString).realstring) : undefined;
  }
  return undefined;
}

/** Makes the error of using a missing module say which modules are there. */
export function nameMissingModules(lua: LuaMachine, present: readonly string[]): void {
  const { m } = lua.g;
  const ordinary = m.luaG_typeerror.bind(m);
  m.luaG_typeerror = (L, value, operation) => {
    const name = value.ttisnil() ? globalInUse(L) : undefined;
    if (name !== undefined && MODULES_NOT_SIMULATED.includes(name))
      m.luaG_runerror(
        L,
        Buffer.from(`module '${name}' is not simulated; there are: ${present.join(', ')}`, 'latin1'),
      );
    return ordinary(L, value, operation);
  };
}
