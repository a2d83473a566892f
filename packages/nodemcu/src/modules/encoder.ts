/** NodeMCU's `encoder` module: base 64 and hexadecimal (encoder.c of dev-esp32). */
import type { LuaFunction, LuaState } from './lua-api.js';
import { pushBytes, raise, type Module, type ModuleContext } from './module.js';

const CYCLES_PER_BYTE = 12;

/** Opens `encoder`. */
export function openEncoder(context: ModuleContext): Module {
  const { api } = context;
  /** A function of one string that makes another through a temporary block of the result's size. */
  const convert =
    (frame: string, change: (L: LuaState, input: Buffer) => Uint8Array): LuaFunction =>
    (L) => {
      const input = api.luaL_checklstring(L, 1);
      const output = change(L, Buffer.from(input.buffer, input.byteOffset, input.length));
      context.charge(input.length * CYCLES_PER_BYTE);
      if (output.length === 0) {
        pushBytes(context, L, output);
        return 1;
      }
      const block = context.within([frame], () => context.luaMalloc(L, output.length));
      pushBytes(context, L, output);
      context.luaFree(L, block, output.length);
      return 1;
    };
  return {
    name: 'encoder',
    table: {
      toBase64: {
        symbol: 'encoder_toBase64',
        call: convert('toBase64', (_L, input) => Buffer.from(input.toString('base64'))),
      },
      fromBase64: {
        symbol: 'encoder_fromBase64',
        call: convert('fromBase64', (L, input) => {
          const text = input.toString('latin1');
          if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
            raise(context, L, 'Invalid base64 string');
          return Buffer.from(text, 'base64');
        }),
      },
      toHex: {
        symbol: 'encoder_toHex',
        call: convert('toHex', (_L, input) => Buffer.from(input.toString('hex'))),
      },
      fromHex: {
        symbol: 'encoder_fromHex',
        call: convert('fromHex', (L, input) => {
          const text = input.toString('latin1');
          if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) raise(context, L, 'Invalid hex string');
          return Buffer.from(text, 'hex');
        }),
      },
    },
  };
}
