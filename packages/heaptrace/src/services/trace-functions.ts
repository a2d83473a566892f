/** `heap_trace_*` for guest programs. */
import { ESP_ERR_NOT_SUPPORTED, type HeapTraceStandalone } from '../standalone/index.js';
import type { HeapServices } from './heap-services.js';
import type { ServiceCall } from './host.js';

/** Defines the functions; without CONFIG_HEAP_TRACING_STANDALONE they return ESP_ERR_NOT_SUPPORTED and print nothing. */
export function defineTrace(services: HeapServices): void {
  const { host } = services;
  const define = (
    name: string,
    run: (trace: HeapTraceStandalone, call: ServiceCall) => number | undefined,
  ): void =>
    host.define(name, (call) => {
      const { trace } = services;
      return trace ? services.guarded(call, () => run(trace, call)) : ESP_ERR_NOT_SUPPORTED;
    });
  const print = (text: string): void => host.print(text);

  define('heap_trace_init_standalone', (t, call) => t.initStandalone(call.arg(0), call.arg(1)));
  define('heap_trace_init_tohost', () => ESP_ERR_NOT_SUPPORTED);
  define('heap_trace_start', (t, call) => t.start(call.arg(0)));
  define('heap_trace_stop', (t) => t.stop());
  define('heap_trace_resume', (t) => t.resume());
  define('heap_trace_alloc_pause', (t) => t.allocPause());
  define('heap_trace_get', (t, call) => t.get(call.arg(0), call.arg(1)));
  define('heap_trace_summary', (t, call) => t.writeSummary(call.arg(0)));
  define('heap_trace_dump', (t) => {
    t.dump(print);
    return undefined;
  });
  define('heap_trace_dump_caps', (t, call) => {
    t.dumpCaps(call.arg(0), print);
    return undefined;
  });
  host.define('heap_trace_get_count', () => services.trace?.getCount() ?? 0);
}
