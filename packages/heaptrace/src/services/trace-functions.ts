/** `heap_trace_*` for guest programs. */
import { ESP_ERR_NOT_SUPPORTED, ESP_OK, type HeapTraceStandalone } from '../standalone/index.js';
import type { HeapServices } from './heap-services.js';
import type { ServiceCall, ServiceHost } from './host.js';

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

  define('heap_trace_init_standalone', (t, call) => {
    const [buffer, count] = [call.arg(0), call.arg(1)];
    const error = t.initStandalone(buffer, count);
    if (error === ESP_OK) warnAboutRoom(host, t, buffer, count);
    return error;
  });
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

/**
 * A program compiled for a smaller stack depth, or another release, has a smaller heap_trace_record_t: heap_trace_start
 * will then clear what stands behind its buffer, as it would on the chip.
 */
function warnAboutRoom(host: ServiceHost, trace: HeapTraceStandalone, buffer: number, count: number): void {
  const object = host.objectAt?.(buffer);
  const needed = trace.recordBytes * count;
  if (object === undefined || object.room >= needed) return;
  host.warn?.(
    `heap_trace_init_standalone: ${object.name} has ${object.room} bytes, ${count} records of ESP-IDF ${trace.idf} at ` +
      `depth ${trace.stackDepth} need ${needed}: the program was compiled for another CONFIG_HEAP_TRACING_STACK_DEPTH`,
  );
}
