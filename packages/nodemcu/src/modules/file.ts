/** NodeMCU's `file` module (file.c of dev-esp32): management of the flash file system; files are opened with `io`. */
import type { LuaState } from './lua-api.js';
import { checkArgument, checkText, type Module, type ModuleContext } from './module.js';
import { NAME_BYTES_MAX } from '../simulation/flash-file-system.js';

/** SPIFFS reads flash page by page; a rough price of looking a name up (not measured, see the ledger). */
const CYCLES_PER_LOOKUP = 60_000;

/** Opens `file`. */
export function openFile(context: ModuleContext): Module {
  const { api, files } = context;
  const nameArgument = (L: LuaState, argument: number): string => {
    const name = checkText(context, L, argument);
    checkArgument(context, L, name.length <= NAME_BYTES_MAX, argument, 'filename invalid');
    context.charge(CYCLES_PER_LOOKUP);
    return name;
  };
  const done = (): number => 0;
  return {
    name: 'file',
    table: {
      list: {
        symbol: 'file_list',
        call: (L) => {
          api.lua_createtable(L, 0, 0);
          for (const name of files.names()) {
            api.lua_pushinteger(L, files.read(name)!.length);
            api.lua_setfield(L, -2, Buffer.from(name, 'latin1'));
          }
          return 1;
        },
      },
      format: {
        symbol: 'file_format',
        call: () => {
          files.format();
          return done();
        },
      },
      remove: {
        symbol: 'file_remove',
        call: (L) => {
          files.remove(nameArgument(L, 1));
          return done();
        },
      },
      rename: {
        symbol: 'file_rename',
        call: (L) => {
          const from = nameArgument(L, 1);
          api.lua_pushboolean(L, files.rename(from, nameArgument(L, 2)));
          return 1;
        },
      },
      exists: {
        symbol: 'file_exists',
        call: (L) => {
          api.lua_pushboolean(L, files.read(nameArgument(L, 1)) !== undefined);
          return 1;
        },
      },
      fsinfo: {
        symbol: 'file_fsinfo',
        call: (L) => {
          const { remaining, used, total } = files.info();
          for (const value of [remaining, used, total]) api.lua_pushinteger(L, value);
          return 3;
        },
      },
      // SPIFFS is flat: folders can neither be made nor removed.
      mkdir: {
        symbol: 'file_mkdir',
        call: (L) => {
          nameArgument(L, 1);
          api.lua_pushboolean(L, false);
          return 1;
        },
      },
      rmdir: {
        symbol: 'file_rmdir',
        call: (L) => {
          nameArgument(L, 1);
          api.lua_pushboolean(L, false);
          return 1;
        },
      },
    },
  };
}
