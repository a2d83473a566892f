import { chargeFor, costOf } from './costs.js';
import type { ByteSink, FormatArguments } from './format.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';

const EOF = -1;
/** EBADF of newlib. */
const EBADF = 9;

/**
 * Printing: the ROM's ets_printf family and newlib's stdio on standard output and standard error. Bytes go to the
 * console at once: no FIFO is waited for, as a terminal of unlimited speed would take them.
 */
export function defineStandardOutput(natives: NativeTable): void {
  definePrintf(natives);
  defineFiles(natives);
  defineRomOutput(natives);
}

/** Prints to the console. */
function toConsole(call: NativeCall, format: number, args: FormatArguments): number {
  const { console } = call.machine;
  const count = call.format(format, args, (byte) => console.write(byte));
  chargeFor(call, 'format', count);
  return count;
}

/** Prints into guest memory, at most `size` bytes with the terminating zero. Returns what would have been printed. */
function toMemory(call: NativeCall, at: number, size: number, format: number, args: FormatArguments): number {
  let next = at;
  const last = at + size - 1;
  const put: ByteSink = (byte) => {
    if (next < last) call.memory.write8(next, byte);
    next++;
  };
  const count = call.format(format, args, put);
  if (size > 0) call.memory.write8(Math.min(at + count, last) >>> 0, 0);
  chargeFor(call, 'format', count);
  return count;
}

function definePrintf(natives: NativeTable): void {
  const define = (names: string[], run: (call: NativeCall) => number): void => {
    for (const name of names) natives.define(name, { run });
  };
  define(['printf', 'iprintf', 'ets_printf', 'esp_rom_printf'], (call) =>
    toConsole(call, call.arg(0), call.variadic(1)));
  define(['vprintf', 'viprintf', 'esp_rom_vprintf'], (call) => toConsole(call, call.arg(0), call.vaList(1)));
  define(['sprintf', 'siprintf'], (call) =>
    toMemory(call, call.arg(0), 0x7fff_ffff, call.arg(1), call.variadic(2)));
  define(['vsprintf', 'vsiprintf'], (call) =>
    toMemory(call, call.arg(0), 0x7fff_ffff, call.arg(1), call.vaList(2)));
  define(['snprintf', 'sniprintf'], (call) =>
    toMemory(call, call.arg(0), call.arg(1), call.arg(2), call.variadic(3)));
  define(['vsnprintf', 'vsniprintf'], (call) =>
    toMemory(call, call.arg(0), call.arg(1), call.arg(2), call.vaList(3)));
}

function defineFiles(natives: NativeTable): void {
  const define = (name: string, run: (call: NativeCall) => number | void): void =>
    natives.define(name, { run });
  /** Whether a FILE pointer, or a descriptor, is standard output or standard error. */
  const isOutput = (call: NativeCall, file: number): boolean => {
    const { stdout, stderr } = call.machine.reent;
    return file === stdout || file === stderr;
  };
  const put = (call: NativeCall, from: number, length: number): void => {
    for (const byte of call.memory.bytes(from, length)) call.machine.console.write(byte);
    chargeFor(call, 'format', length);
  };
  const putString = (call: NativeCall, text: number): number => {
    const length = call.memory.stringLength(text);
    put(call, text, length);
    return length;
  };
  define('puts', (call) => {
    const length = putString(call, call.arg(0));
    call.machine.console.write(10);
    return length + 1;
  });
  const putByte = (call: NativeCall): number => {
    call.machine.console.write(call.arg(0) & 0xff);
    chargeFor(call, 'character');
    return call.arg(0) & 0xff;
  };
  define('putchar', putByte);
  const toFile =
    (run: (call: NativeCall) => number, fileArgument: number, failure: number) =>
    (call: NativeCall): number =>
      isOutput(call, call.arg(fileArgument)) ? run(call) : failure;
  for (const name of ['fputc', 'putc']) define(name, toFile(putByte, 1, EOF));
  define(
    'fputs',
    toFile((call) => putString(call, call.arg(0)), 1, EOF),
  );
  define(
    'fwrite',
    toFile(
      (call) => {
        put(call, call.arg(0), Math.imul(call.arg(1), call.arg(2)) >>> 0);
        return call.arg(2);
      },
      3,
      0,
    ),
  );
  for (const name of ['fprintf', 'fiprintf'])
    define(
      name,
      toFile((call) => toConsole(call, call.arg(1), call.variadic(2)), 0, EOF),
    );
  for (const name of ['vfprintf', 'vfiprintf'])
    define(
      name,
      toFile((call) => toConsole(call, call.arg(1), call.vaList(2)), 0, EOF),
    );
  for (const name of ['fflush', 'setvbuf', 'setbuf', 'ferror', 'clearerr'])
    natives.define(name, { cycles: costOf('simple'), run: () => 0 });
  define('write', (call) => {
    const [fd, from, length] = [call.arg(0), call.arg(1), call.arg(2)];
    if (fd !== 1 && fd !== 2) {
      call.memory.write32(call.machine.reent.errno, EBADF);
      return EOF;
    }
    put(call, from, length);
    return length;
  });
  natives.define('__getreent', { cycles: costOf('simple'), run: (call) => call.machine.reent.address });
  natives.define('__errno', { cycles: costOf('simple'), run: (call) => call.machine.reent.errno });
}

function defineRomOutput(natives: NativeTable): void {
  const cycles = costOf('character');
  const writeByte = (call: NativeCall): void => call.machine.console.write(call.arg(0) & 0xff);
  for (const name of [
    'uart_tx_one_char',
    'uart_tx_one_char2',
    'esp_rom_uart_tx_one_char',
    'esp_rom_output_tx_one_char',
  ]) {
    natives.define(name, {
      cycles,
      run: (call) => {
        writeByte(call);
        return 0;
      },
    });
  }
  // The ROM's own line end rule: CR before LF, CR alone dropped. The console keeps plain line feeds.
  for (const name of ['ets_write_char_uart', 'esp_rom_uart_putc', 'esp_rom_output_putc']) {
    natives.define(name, {
      cycles,
      run: (call) => {
        if ((call.arg(0) & 0xff) !== 13) writeByte(call);
      },
    });
  }
  const nothing = [
    'ets_install_uart_printf',
    'ets_install_putc1',
    'ets_install_putc2',
    'esp_rom_install_uart_printf',
    'esp_rom_install_channel_putc',
  ];
  for (const name of [
    ...nothing,
    'uart_tx_flush',
    'uart_tx_wait_idle',
    'esp_rom_uart_tx_wait_idle',
    'esp_rom_uart_flush_tx',
  ]) {
    natives.define(name, { cycles: costOf('simple'), run: () => 0 });
  }
}
