/** Saving and restoring a core: one versioned array of bytes, independent of how execution was cut. */
import type { Core } from './core.js';

const MAGIC = 0x78746331; // "xtc1"

function integers(core: Core): Int32Array[] {
  return [core.ar, core.fr, core.mr, core.state, core.ready];
}
function bytes(core: Core): Uint8Array[] {
  return [core.protection.fetch, core.protection.data];
}

/** See `Core.saveState`. */
export function saveCore(core: Core): Uint8Array {
  core.fold();
  const doubles = [
    core.pc,
    core.base,
    core.pend,
    core.retiredBefore,
    core.idle,
    core.ccountOffset,
    ...core.timerAt,
    core.fpu.mode,
    core.fpu.flags,
    core.waiting ? 1 : 0,
    core.checkDue ? 1 : 0,
    core.lastException,
    core.lines,
  ];
  const words = integers(core);
  const octets = bytes(core);
  const size =
    4 +
    doubles.length * 8 +
    words.reduce((sum, array) => sum + array.length * 4, 0) +
    octets.reduce((sum, array) => sum + array.length, 0);
  const result = new Uint8Array(size);
  const view = new DataView(result.buffer);
  let at = 4;
  view.setUint32(0, MAGIC, true);
  for (const value of doubles) {
    view.setFloat64(at, value, true);
    at += 8;
  }
  for (const array of words)
    for (const value of array) {
      view.setInt32(at, value, true);
      at += 4;
    }
  for (const array of octets) {
    result.set(array, at);
    at += array.length;
  }
  return result;
}

/** See `Core.restoreState`. */
export function restoreCore(core: Core, state: Uint8Array): void {
  const view = new DataView(state.buffer, state.byteOffset, state.byteLength);
  const expected = saveCore(core).length;
  if (state.length !== expected || view.getUint32(0, true) !== MAGIC)
    throw new RangeError(`core state of ${state.length} bytes, expected ${expected} bytes of version 1`);
  let at = 4;
  const next = (): number => {
    const value = view.getFloat64(at, true);
    at += 8;
    return value;
  };
  core.pc = next();
  core.base = next();
  core.pend = next();
  core.retiredBefore = next();
  core.idle = next();
  core.ccountOffset = next();
  for (let i = 0; i < 3; i++) core.timerAt[i] = next();
  core.fpu.mode = next();
  core.fpu.flags = next();
  core.waiting = next() !== 0;
  core.checkDue = next() !== 0;
  core.lastException = next();
  core.lines = next();
  core.now = core.n = 0;
  for (const array of integers(core))
    for (let i = 0; i < array.length; i++, at += 4) array[i] = view.getInt32(at, true);
  for (const array of bytes(core)) {
    array.set(state.subarray(at, at + array.length));
    at += array.length;
  }
}
