/**
 * Chrome's trace event format (JSON object form), which Perfetto's UI opens: counters over time, marks, failed allocations, and
 * big blocks as spans on the track of the task that made them.
 */
import { measureTimeline } from '../analysis/timeline.js';
import { LiveHeap } from '../analysis/live-heap.js';
import type { Trace } from '../outside/trace.js';
import { chainFrames, frameLabel, hexAddress } from '../symbols/labels.js';

/** One event. Times are microseconds of simulated time. */
export interface ChromeTraceEvent {
  name: string;
  cat?: string;
  /** C counter, i instant, b/e begin and end of an asynchronous span, M metadata. */
  ph: 'C' | 'i' | 'b' | 'e' | 'M';
  ts: number;
  pid: number;
  tid: number;
  id?: string;
  /** Scope of an instant: g global, t thread. */
  s?: 'g' | 't';
  args?: Record<string, string | number>;
}

/** The file. */
export interface ChromeTraceFile {
  displayTimeUnit: 'ms';
  otherData: Record<string, string>;
  traceEvents: ChromeTraceEvent[];
}

const PROCESS = 1;

/**
 * Writes a trace for Perfetto or chrome://tracing.
 * @param options.steps - Steps of the counters.
 * @param options.spans - How many blocks become spans: those with most bytes × cycles.
 */
export function toChromeTrace(
  trace: Trace,
  options: { steps?: number; spans?: number } = {},
): ChromeTraceFile {
  const { steps = 2000, spans = 2000 } = options;
  const microseconds = (cycle: number): number => (cycle / trace.header.cpuHz) * 1e6;
  const timeline = measureTimeline(trace, steps);
  const events: ChromeTraceEvent[] = [
    { name: 'process_name', ph: 'M', ts: 0, pid: PROCESS, tid: 0, args: { name: trace.header.program } },
  ];
  const counter = (name: string, cycle: number, args: Record<string, number>): void => {
    events.push({ name, cat: 'heap', ph: 'C', ts: microseconds(cycle), pid: PROCESS, tid: 0, args });
  };
  timeline.cycles.forEach((cycle, step) => {
    counter('live bytes', cycle, { bytes: timeline.liveBytes[step]! });
    counter('live blocks', cycle, { blocks: timeline.liveBlocks[step]! });
    for (const heap of timeline.heaps) {
      if (!Number.isNaN(heap.freeBytes[step])) {
        counter(`free ${heap.name}`, cycle, { bytes: heap.freeBytes[step]! });
        counter(`largest free ${heap.name}`, cycle, { bytes: heap.largestFree[step]! });
      }
    }
  });

  const threads = new Map<number, number>();
  const thread = (task: number): number => {
    let id = threads.get(task);
    if (id === undefined) {
      id = threads.size + 1;
      threads.set(task, id);
      const name = trace.tasks.get(task) || (task === 0 ? 'no task' : hexAddress(task));
      events.push({ name: 'thread_name', ph: 'M', ts: 0, pid: PROCESS, tid: id, args: { name } });
    }
    return id;
  };
  const longest = new Largest(spans);
  const heap = new LiveHeap();
  const offer = (row: number, end: number): void => {
    const born = heap.bornCycle[row]!;
    longest.offer(heap.size[row]! * (end - born), {
      address: heap.address[row]!,
      size: heap.size[row]!,
      born,
      end,
      chain: heap.chain[row]!,
      task: heap.task[row]!,
      operation: heap.operation[row]!,
    });
  };
  const { lastCycle } = trace.read({
    event(event) {
      heap.apply(event);
      if (heap.died >= 0) offer(heap.died, event.cycle);
      if (event.kind === 'fail')
        events.push({
          name: `${event.operation}(${event.size}) failed`,
          cat: 'heap',
          ph: 'i',
          s: 't',
          ts: microseconds(event.cycle),
          pid: PROCESS,
          tid: thread(event.task),
        });
    },
    mark(mark) {
      events.push({
        name: mark.name,
        cat: 'mark',
        ph: 'i',
        s: 'g',
        ts: microseconds(mark.cycle),
        pid: PROCESS,
        tid: 0,
      });
    },
  });
  for (const row of heap.rows()) offer(row, lastCycle);
  longest.items().forEach((block, index) => {
    const frames = chainFrames(trace, block.chain);
    const common = {
      name: frames[0]?.function ?? block.operation,
      cat: 'block',
      pid: PROCESS,
      tid: thread(block.task),
      id: `0x${index.toString(16)}`,
    };
    events.push({
      ...common,
      ph: 'b',
      ts: microseconds(block.born),
      args: {
        address: hexAddress(block.address),
        size: block.size,
        operation: block.operation,
        callers: frames.map(frameLabel).join(' < '),
      },
    });
    events.push({ ...common, ph: 'e', ts: microseconds(block.end) });
  });
  return {
    displayTimeUnit: 'ms',
    otherData: { producer: 'xtal', cpuHz: String(trace.header.cpuHz) },
    traceEvents: events,
  };
}

interface Span {
  readonly address: number;
  readonly size: number;
  readonly born: number;
  readonly end: number;
  readonly chain: number;
  readonly task: number;
  readonly operation: string;
}

/** Keeps the `count` items of largest weight, roughly: it sorts whenever twice as many have gathered. */
class Largest {
  #items: { weight: number; item: Span }[] = [];
  #least = 0;

  constructor(readonly count: number) {}

  offer(weight: number, item: Span): void {
    if (weight <= this.#least) return;
    this.#items.push({ weight, item });
    if (this.#items.length >= 2 * this.count + 16) this.#trim();
  }

  items(): Span[] {
    this.#trim();
    return this.#items.map(({ item }) => item).sort((a, b) => a.born - b.born);
  }

  #trim(): void {
    this.#items.sort((a, b) => b.weight - a.weight);
    if (this.#items.length <= this.count) return;
    this.#items.length = this.count;
    this.#least = this.#items.at(-1)?.weight ?? 0;
  }
}
