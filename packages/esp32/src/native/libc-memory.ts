import { chargeFor, type CostName } from './costs.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';

/** Memory and string functions of newlib (`string.h`). All stay inside what the guest may access. */
export function defineMemoryAndStrings(natives: NativeTable): void {
  const define = (name: string, run: (call: NativeCall) => number | void): void =>
    natives.define(name, { run });
  defineMemory(define);
  defineStrings(define);
  defineSearches(define);
}

type Define = (name: string, run: (call: NativeCall) => number | void) => void;

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);

function defineMemory(define: Define): void {
  const copy = (call: NativeCall, cost: CostName): number => {
    call.memory.move(call.arg(0), call.arg(1), call.arg(2));
    chargeFor(call, cost, call.arg(2));
    return call.arg(0);
  };
  define('memcpy', (call) => copy(call, 'memcpy'));
  define('memmove', (call) => copy(call, 'memmove'));
  define('mempcpy', (call) => copy(call, 'memcpy') + call.arg(2));
  define('bcopy', (call) => {
    call.memory.move(call.arg(1), call.arg(0), call.arg(2));
    chargeFor(call, 'memmove', call.arg(2));
  });
  define('memset', (call) => {
    call.memory.fill(call.arg(0), call.arg(2), call.arg(1));
    chargeFor(call, 'memset', call.arg(2));
    return call.arg(0);
  });
  define('bzero', (call) => {
    call.memory.fill(call.arg(0), call.arg(1), 0);
    chargeFor(call, 'memset', call.arg(1));
  });
  const compare = (call: NativeCall): number => {
    const [a, b, length] = [call.arg(0), call.arg(1), call.arg(2)];
    let i = 0;
    let difference = 0;
    for (; i < length && difference === 0; i++)
      difference = call.memory.read8((a + i) >>> 0) - call.memory.read8((b + i) >>> 0);
    chargeFor(call, 'memcmp', i);
    return difference;
  };
  for (const name of ['memcmp', 'bcmp', '__gcc_bcmp']) define(name, compare);
  define('memchr', (call) => {
    const [from, byte, length] = [call.arg(0), call.arg(1) & 0xff, call.arg(2)];
    let i = 0;
    while (i < length && call.memory.read8((from + i) >>> 0) !== byte) i++;
    chargeFor(call, 'memchr', i);
    return i < length ? from + i : 0;
  });
  define('memrchr', (call) => {
    const [from, byte, length] = [call.arg(0), call.arg(1) & 0xff, call.arg(2)];
    let i = length;
    while (i > 0 && call.memory.read8((from + i - 1) >>> 0) !== byte) i--;
    chargeFor(call, 'memchr', length - i);
    return i > 0 ? from + i - 1 : 0;
  });
}

function defineStrings(define: Define): void {
  define('strlen', (call) => {
    const length = call.memory.stringLength(call.arg(0));
    chargeFor(call, 'strlen', length);
    return length;
  });
  define('strnlen', (call) => {
    const length = call.memory.stringLength(call.arg(0), call.arg(1));
    chargeFor(call, 'strlen', length);
    return length;
  });
  /** Copies a string with its end, at most `limit` bytes of it, to an address. Returns its length. */
  const copyString = (memory: NativeCall['memory'], to: number, from: number): number => {
    let length = 0;
    for (;;) {
      const byte = memory.read8((from + length) >>> 0);
      memory.write8((to + length) >>> 0, byte);
      if (byte === 0) break;
      length++;
    }
    return length;
  };
  define('strcpy', (call) => {
    chargeFor(call, 'strcpy', copyString(call.memory, call.arg(0), call.arg(1)));
    return call.arg(0);
  });
  define('stpcpy', (call) => {
    const length = copyString(call.memory, call.arg(0), call.arg(1));
    chargeFor(call, 'strcpy', length);
    return call.arg(0) + length;
  });
  define('strncpy', (call) => {
    const [to, from, limit] = [call.arg(0), call.arg(1), call.arg(2)];
    const length = call.memory.stringLength(from, limit);
    call.memory.move(to, from, length);
    call.memory.fill((to + length) >>> 0, limit - length, 0);
    chargeFor(call, 'strncpy', limit);
    return to;
  });
  define('strcat', (call) => {
    const length = call.memory.stringLength(call.arg(0));
    const added = copyString(call.memory, (call.arg(0) + length) >>> 0, call.arg(1));
    chargeFor(call, 'strcat', length + added);
    return call.arg(0);
  });
  define('strncat', (call) => {
    const end = (call.arg(0) + call.memory.stringLength(call.arg(0))) >>> 0;
    const length = call.memory.stringLength(call.arg(1), call.arg(2));
    call.memory.move(end, call.arg(1), length);
    call.memory.write8((end + length) >>> 0, 0);
    chargeFor(call, 'strcat', end - call.arg(0) + length);
    return call.arg(0);
  });
  define('strlcpy', (call) => {
    const [to, from, size] = [call.arg(0), call.arg(1), call.arg(2)];
    const length = call.memory.stringLength(from);
    if (size > 0) {
      const copied = Math.min(length, size - 1);
      call.memory.move(to, from, copied);
      call.memory.write8((to + copied) >>> 0, 0);
    }
    chargeFor(call, 'strcpy', length);
    return length;
  });
  define('strlcat', (call) => {
    const [to, from, size] = [call.arg(0), call.arg(1), call.arg(2)];
    const before = call.memory.stringLength(to, size);
    const length = call.memory.stringLength(from);
    if (before < size) {
      const copied = Math.min(length, size - before - 1);
      call.memory.move((to + before) >>> 0, from, copied);
      call.memory.write8((to + before + copied) >>> 0, 0);
    }
    chargeFor(call, 'strcpy', before + length);
    return before + length;
  });
  const compare = (
    call: NativeCall,
    limit: number,
    fold: (byte: number) => number,
    cost: CostName,
  ): number => {
    const [a, b] = [call.arg(0), call.arg(1)];
    let difference = 0;
    let i = 0;
    while (i < limit) {
      const byte = fold(call.memory.read8((a + i) >>> 0));
      difference = byte - fold(call.memory.read8((b + i) >>> 0));
      i++;
      if (difference !== 0 || byte === 0) break;
    }
    chargeFor(call, cost, i);
    return difference;
  };
  const same = (byte: number): number => byte;
  define('strcmp', (call) => compare(call, Infinity, same, 'strcmp'));
  define('strcoll', (call) => compare(call, Infinity, same, 'strcmp'));
  define('strncmp', (call) => compare(call, call.arg(2), same, 'strncmp'));
  define('strcasecmp', (call) => compare(call, Infinity, lower, 'strcasecmp'));
  define('strncasecmp', (call) => compare(call, call.arg(2), lower, 'strcasecmp'));
  const mapString =
    (map: (byte: number) => number) =>
    (call: NativeCall): number => {
      const length = call.memory.stringLength(call.arg(0));
      for (let i = 0; i < length; i++) {
        const at = (call.arg(0) + i) >>> 0;
        call.memory.write8(at, map(call.memory.read8(at)));
      }
      chargeFor(call, 'strchr', length);
      return call.arg(0);
    };
  define('strlwr', mapString(lower));
  define(
    'strupr',
    mapString((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte)),
  );
}

function defineSearches(define: Define): void {
  define('strchr', (call) => {
    const [from, wanted] = [call.arg(0), call.arg(1) & 0xff];
    for (let at = from; ; at = (at + 1) >>> 0) {
      const byte = call.memory.read8(at);
      if (byte !== wanted && byte !== 0) continue;
      chargeFor(call, 'strchr', at - from);
      return byte === wanted ? at : 0;
    }
  });
  const lastOf = (call: NativeCall): number => {
    const [from, wanted] = [call.arg(0), call.arg(1) & 0xff];
    let found = 0;
    for (let at = from; ; at = (at + 1) >>> 0) {
      const byte = call.memory.read8(at);
      if (byte === wanted) found = at;
      if (byte !== 0) continue;
      chargeFor(call, 'strchr', at - from);
      return found;
    }
  };
  define('strrchr', lastOf);
  define('rindex', lastOf);
  define('strstr', (call) => {
    const text = call.memory.bytes(call.arg(0), call.memory.stringLength(call.arg(0)));
    const wanted = call.memory.bytes(call.arg(1), call.memory.stringLength(call.arg(1)));
    const at = Buffer.from(text.buffer, text.byteOffset, text.length).indexOf(wanted);
    chargeFor(call, 'strchr', at < 0 ? text.length : at + wanted.length);
    return at < 0 ? 0 : call.arg(0) + at;
  });
  /** Length of the start of a string whose bytes are (or are not) in a set. */
  const span = (call: NativeCall, text: number, set: number, inSet: boolean): number => {
    const members = new Set(call.memory.bytes(set, call.memory.stringLength(set)));
    let length = 0;
    for (;;) {
      const byte = call.memory.read8((text + length) >>> 0);
      if (byte === 0 || members.has(byte) !== inSet) break;
      length++;
    }
    chargeFor(call, 'strspn', length);
    return length;
  };
  define('strspn', (call) => span(call, call.arg(0), call.arg(1), true));
  define('strcspn', (call) => span(call, call.arg(0), call.arg(1), false));
  define('strpbrk', (call) => {
    const at = (call.arg(0) + span(call, call.arg(0), call.arg(1), false)) >>> 0;
    return call.memory.read8(at) === 0 ? 0 : at;
  });
  /** One token; `save` holds where the next one starts, 0 after the last. */
  const token = (call: NativeCall, text: number, set: number, save: number, skipEmpty: boolean): number => {
    let start = text !== 0 ? text : call.memory.read32(save);
    if (start === 0) return 0;
    if (skipEmpty) start = (start + span(call, start, set, true)) >>> 0;
    if (skipEmpty && call.memory.read8(start) === 0) {
      call.memory.write32(save, 0);
      return 0;
    }
    const end = (start + span(call, start, set, false)) >>> 0;
    const last = call.memory.read8(end) === 0;
    if (!last) call.memory.write8(end, 0);
    call.memory.write32(save, last ? 0 : (end + 1) >>> 0);
    return start;
  };
  define('strtok_r', (call) => token(call, call.arg(0), call.arg(1), call.arg(2), true));
  define('strtok', (call) => token(call, call.arg(0), call.arg(1), call.machine.reent.strtok, true));
  define('strsep', (call) => token(call, 0, call.arg(1), call.arg(0), false));
}
