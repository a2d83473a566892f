import { costOf } from './costs.js';
import type { NativeCall } from './native-call.js';
import type { NativeTable } from './native-table.js';
import { WEAK_CALL } from '../link/linker.js';

/** The end of a program, time and identity of the core, as far as they need no operating system. */
export function defineSystem(natives: NativeTable): void {
  const simple = costOf('simple');
  for (const name of ['exit', '_exit', '_Exit']) {
    natives.define(name, { run: (call) => call.machine.exit(call.argSigned(0)) });
  }
  natives.define('abort', { run: (call) => call.machine.die(call.core, 'abort() was called') });
  natives.define('__stack_chk_fail', {
    run: (call) => call.machine.die(call.core, 'Stack smashing protect failure!'),
  });
  natives.define('__cxa_pure_virtual', {
    run: (call) => call.machine.die(call.core, 'pure virtual method called'),
  });
  natives.define(WEAK_CALL, {
    run: (call) => call.machine.die(call.core, 'call of an undefined weak function'),
  });
  // IDF v5.1.3 newlib/assert.c: assert failed: FUNC FILE:LINE (EXPR)
  natives.define('__assert_func', {
    run: (call) => {
      const [file, line, name, text] = [call.arg(0), call.arg(1), call.arg(2), call.arg(3)];
      const base = optionalText(call, file).replace(/^.*[/\\]/, '');
      const message = `assert failed: ${optionalText(call, name)} ${base}:${line} (${optionalText(call, text)})`;
      call.machine.die(call.core, message);
    },
  });
  natives.define('__assert', {
    run: (call) =>
      call.machine.die(
        call.core,
        `assert failed: ${optionalText(call, call.arg(0))}:${call.arg(1)} (${optionalText(call, call.arg(2))})`,
      ),
  });
  natives.define('atexit', { cycles: simple, run: () => 0 });
  natives.define('__cxa_atexit', { cycles: simple, run: () => 0 });
  for (const name of ['ets_delay_us', 'esp_rom_delay_us']) {
    natives.define(name, { run: (call) => call.charge(call.arg(0) * call.machine.cpuMHz) });
  }
  for (const name of ['ets_get_cpu_frequency', 'esp_rom_get_cpu_ticks_per_us']) {
    natives.define(name, { cycles: simple, run: (call) => call.machine.cpuMHz });
  }
  natives.define('xthal_get_ccount', { cycles: simple, run: (call) => call.core.ccount });
  natives.define('xPortGetCoreID', { cycles: simple, run: (call) => call.core.id });
  natives.define('esp_random', { cycles: simple, run: (call) => call.machine.randomWord() });
}

function optionalText(call: NativeCall, address: number): string {
  return address === 0 ? '' : call.cString(address);
}
