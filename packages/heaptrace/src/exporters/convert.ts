/** From one form of the trace to the other. */
import type { TraceSink } from '../outside/format.js';
import { JsonLinesWriter } from '../outside/json-lines-writer.js';
import { TraceWriter } from '../outside/trace-writer.js';
import type { Trace } from '../outside/trace.js';

/**
 * Writes a trace anew, in JSON lines or in binary form.
 * @throws {TraceWriteError} when the sink fails.
 */
export function convertTrace(
  trace: Trace,
  sink: TraceSink,
  form: 'json-lines' | 'binary',
  target?: string,
): void {
  const Writer = form === 'binary' ? TraceWriter : JsonLinesWriter;
  const writer = new Writer(sink, trace.header, {
    chains: trace.chains,
    luaTracebacks: trace.luaTracebacks,
    ...(target === undefined ? {} : { target }),
  });
  const named = new Set<number>();
  const { lastCycle } = trace.read({
    event(event) {
      if (!named.has(event.task)) {
        named.add(event.task);
        const name = trace.tasks.get(event.task);
        if (name) writer.task(event.task, name);
      }
      writer.internedEvent(event, event.chain, event.lua);
    },
    mark: (mark) => writer.mark(mark.cycle, mark.name),
    counters: (c) => writer.counters(c.cycle, c.heap, c.freeBytes, c.largestFree, c.liveBlocks),
  });
  writer.finish(lastCycle, trace.symbols);
}
