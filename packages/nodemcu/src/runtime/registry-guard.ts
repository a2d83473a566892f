/**
 * `debug.getregistry()` hands out the table that C modules keep their state in. A script that changes it makes the board
 * read what is not there, and die; here such a run ends as a death of the guest and not as a fault of the simulator.
 */
import type { LuaMachine } from '../lua/index.js';
import type { CFunction, LuaState, Table } from '../lua/objects.js';

/** Calls `exposed` when a script asks for the registry. */
export function watchRegistry(lua: LuaMachine, exposed: () => void): void {
  const library = lua.rom.rom?.map.get('debug')?.value as Table | undefined;
  const original = library?.rom?.map.get('getregistry')?.value as CFunction | undefined;
  if (!library || !original) return;
  lua.addEntry(library, 'getregistry', {
    symbol: original.name,
    call: (L: LuaState) => {
      exposed();
      return original(L);
    },
  });
}

/** Whether an error is JavaScript's own: what reading through a wrong value gives. */
export function isStateFault(error: unknown): error is Error {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype)
  );
}
