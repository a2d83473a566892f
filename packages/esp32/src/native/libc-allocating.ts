import { chargeFor } from './costs.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';

/**
 * Functions of C and C++ libraries that are only a call of the program's allocator with something around it: whoever
 * provides `malloc` and `free`, the guest or a native function, is called like by guest code, and seen in call chains.
 */
export function defineAllocating(natives: NativeTable): void {
  const define = (names: string[], run: (call: NativeCall) => number | void): void => {
    for (const name of names) natives.define(name, { run });
  };
  const duplicate = (call: NativeCall, limit: number): number => {
    const text = call.arg(0);
    const length = call.memory.stringLength(text, limit);
    const at = callByName(call, 'malloc', length + 1);
    if (at === 0) return 0;
    call.memory.move(at, text, length);
    call.memory.write8((at + length) >>> 0, 0);
    chargeFor(call, 'strcpy', length);
    return at;
  };
  define(['strdup'], (call) => duplicate(call, Infinity));
  define(['strndup'], (call) => duplicate(call, call.arg(1)));
  const print = (
    call: NativeCall,
    args: (call: NativeCall) => ReturnType<NativeCall['variadic']>,
  ): number => {
    const bytes: number[] = [];
    const count = call.format(call.arg(1), args(call), (byte) => bytes.push(byte));
    chargeFor(call, 'format', count);
    const at = callByName(call, 'malloc', count + 1);
    call.memory.write32(call.arg(0), at);
    if (at === 0) return -1;
    bytes.push(0);
    bytes.forEach((byte, i) => call.memory.write8((at + i) >>> 0, byte));
    return count;
  };
  define(['asprintf', 'asiprintf'], (call) => print(call, (inner) => inner.variadic(2)));
  define(['vasprintf', 'vasiprintf'], (call) => print(call, (inner) => inner.vaList(2)));
  // operator new and delete, plain, for arrays, nothrow and sized.
  const allocate = (call: NativeCall): number => {
    const at = callByName(call, 'malloc', call.arg(0));
    if (at === 0)
      call.machine.die(call.core, 'operator new: out of memory, and exceptions are not there to say so');
    return at;
  };
  define(['_Znwj', '_Znaj'], allocate);
  define(['_ZnwjRKSt9nothrow_t', '_ZnajRKSt9nothrow_t'], (call) => callByName(call, 'malloc', call.arg(0)));
  define(['_ZdlPv', '_ZdaPv', '_ZdlPvj', '_ZdaPvj'], (call) => void callByName(call, 'free', call.arg(0)));
}

/** Calls a function of the program, or the native one of that name, with one argument. */
function callByName(call: NativeCall, name: string, argument: number): number {
  const { machine } = call;
  const address = machine.symbols.address(name) ?? machine.natives.address(name);
  if (address !== undefined) return machine.callGuest(address, [argument]);
  machine.die(call.core, `${call.name} needs ${name}, which neither the program nor xtal has`);
  return 0;
}
