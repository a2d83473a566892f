/** Time, delays, abort and assert for guest programs without an ESP-IDF; what the machine serves itself stays as it is. */
import { abortText, assertText, die } from './death.js';
import type { HeapServices } from './heap-services.js';
import type { ServiceCall, ServiceResult } from './host.js';

/** Defines the functions that the host does not have yet. */
export function defineSystem(services: HeapServices): void {
  const { host, settings } = services;
  const replace = (name: string, run: (call: ServiceCall) => ServiceResult): void =>
    host.define(name, (call) => services.guarded(call, () => run(call)));
  const define = (name: string, run: (call: ServiceCall) => ServiceResult): void => {
    if (!host.isDefined(name)) replace(name, run);
  };
  const delay = (call: ServiceCall, microseconds: number): undefined => {
    call.charge(Math.round(microseconds * host.cyclesPerMicrosecond));
    return undefined;
  };

  define('esp_timer_get_time', (call) => {
    const now = Math.floor(call.core.cycles / host.cyclesPerMicrosecond);
    return [now >>> 0, Math.floor(now / 2 ** 32)];
  });
  for (const name of ['esp_rom_delay_us', 'ets_delay_us']) define(name, (call) => delay(call, call.arg(0)));
  define('usleep', (call) => {
    delay(call, call.arg(0));
    return 0;
  });
  define('vTaskDelay', (call) => delay(call, (call.arg(0) * 1e6) / settings.tickRate));
  define('xTaskGetTickCount', (call) =>
    Math.floor((call.core.cycles / host.cyclesPerMicrosecond / 1e6) * settings.tickRate),
  );

  // These two replace the machine's own: their texts are ESP-IDF's.
  replace('abort', (call) => die(host, call, abortText(call)));
  replace('__assert_func', (call) => {
    const text = (i: number): string => (call.arg(i) === 0 ? '' : call.cString(call.arg(i)));
    return die(host, call, assertText(text(0), call.arg(1) | 0, text(2), text(3)));
  });
}
