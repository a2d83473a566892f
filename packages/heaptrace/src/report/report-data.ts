/** What the report's page shows, gathered from a trace. */
import { explainFragmentation, regionOf, type PinningBlock } from '../analysis/fragmentation.js';
import { MIN_PHASES, measureGrowth, type GrowthVerdict } from '../analysis/growth.js';
import { LiveHeap } from '../analysis/live-heap.js';
import { measureTimeline, usedRegions } from '../analysis/timeline.js';
import { readMarks } from '../analysis/window.js';
import type { SourceFrame } from '../outside/format.js';
import type { Trace } from '../outside/trace.js';
import { addressFrames, ALLOCATOR_FUNCTIONS, hexAddress } from '../symbols/labels.js';
import { BlockLog } from './block-log.js';
import { ColumnWriter } from './columns.js';

/** Options of the report. */
export interface ReportOptions {
  /** Headline; default: the program's name. */
  readonly title?: string;
  /**
   * Text of a source file that a frame names, or undefined where it is not to be had. What this returns becomes part
   * of the page, so it must refuse files that a reader of the page may not see.
   */
  readonly source?: (file: string) => string | undefined;
  /** Steps of the curves. */
  readonly steps?: number;
  /** Most blocks that the map holds. */
  readonly maxBlocks?: number;
}

/** Numbers of one heap at the end, and its extent on the map. */
export interface ReportHeap {
  name: string;
  start: number;
  end: number;
  /** End of the highest block ever: the map begins with what was used. */
  used: number;
  freeBytes: number;
  largestFree: number;
  freeRanges: number;
  liveBlocks: number;
  pinning: PinningBlock[];
}

/** One call site: a chain with the Lua traceback, the task and the function called. */
export interface ReportSite {
  chain: number;
  lua: number;
  /** Index into `tasks`. */
  task: number;
  operation: string;
  allocations: number;
  bytes: number;
  liveBlocks: number;
  liveBytes: number;
  peakBytes: number;
}

/** A row of the table of suspected leaks; `chain` and `operation` find its sites. */
export interface ReportGrowth {
  chain: number;
  title: string;
  verdict: GrowthVerdict;
  blocks: number[];
  bytes: number[];
  bytesPerPhase: number;
}

/** A source file, if it was found. */
export interface ReportSource {
  file: string;
  text: string;
}

/** The page's data: JSON, and columns as base64 of compressed varints (see `columns.ts`). */
export interface ReportData {
  /** Version of this shape; page and generator are always of one build. */
  version: 1;
  title: string;
  program: string;
  idfVersion: string | null;
  machine: Record<string, string | number | boolean>;
  cpuHz: number;
  endCycle: number;
  events: number;
  allocations: number;
  frees: number;
  failures: { cycle: number; size: number; site: number }[];
  failureCount: number;
  unknownFrees: number;
  damage: string | null;
  peak: { cycle: number; bytes: number };
  liveBlocks: number;
  liveBytes: number;
  marks: { cycle: number; name: string }[];
  phases: { names: string[]; marked: boolean };
  heaps: ReportHeap[];
  tasks: string[];
  strings: string[];
  /** [function, file, line, offset, inlined] with indices into `strings`; -1: unknown. */
  frames: [number, number, number, number, number][];
  /** Frame indices of each chain, innermost first; index = chain identifier. */
  chains: number[][];
  /** [string index of source, line, string index of name or -1] of each traceback, innermost first. */
  lua: [number, number, number][][];
  sites: ReportSite[];
  growth: ReportGrowth[];
  sources: ReportSource[];
  /** Functions that only pass a request on to the heap. */
  allocatorFunctions: string[];
  droppedBlocks: number;
  /** Columns: timeline, then blocks. */
  columns: string;
}

const MAX_FAILURES = 200;
const MAX_GROWTH_ROWS = 300;
const MAX_PINNING = 12;
const SLICES = 16;
/** Source text beyond these is left out. */
const MAX_SOURCE = 400_000;
const MAX_SOURCES = 6_000_000;

/** Gathers everything. Reads the trace several times; memory grows with the blocks, up to `maxBlocks`. */
export function gatherReport(trace: Trace, options: ReportOptions = {}): ReportData {
  const { steps = 1200, maxBlocks = 2_000_000 } = options;
  const { marks } = readMarks(trace);
  const regions = usedRegions(trace);
  const heap = new LiveHeap();
  const log = new BlockLog(maxBlocks);
  const sites: ReportSite[] = [];
  const siteIds = new Map<string, number>();
  const siteOfRow: number[] = [];
  const tasks: string[] = [];
  const taskIds = new Map<number, number>();
  const failures: ReportData['failures'] = [];
  const peak = { cycle: 0, bytes: 0 };
  const counts = { allocations: 0, frees: 0 };

  const taskId = (task: number): number => {
    let id = taskIds.get(task);
    if (id === undefined) {
      id = tasks.push(trace.tasks.get(task) || (task === 0 ? '' : hexAddress(task))) - 1;
      taskIds.set(task, id);
    }
    return id;
  };
  const siteId = (event: { chain: number; lua: number; task: number; operation: string }): number => {
    const key = `${event.chain},${event.lua},${event.task},${event.operation}`;
    let id = siteIds.get(key);
    if (id === undefined) {
      id = sites.length;
      siteIds.set(key, id);
      sites.push({
        chain: event.chain,
        lua: event.lua,
        task: taskId(event.task),
        operation: event.operation,
        allocations: 0,
        bytes: 0,
        liveBlocks: 0,
        liveBytes: 0,
        peakBytes: 0,
      });
    }
    return id;
  };
  const outcome = trace.read({
    event(event) {
      heap.apply(event);
      if (event.kind === 'free') counts.frees++;
      else if (event.kind === 'fail' && failures.length < MAX_FAILURES)
        failures.push({ cycle: event.cycle, size: event.size, site: siteId(event) });
      if (heap.died >= 0) {
        const site = sites[siteOfRow[heap.died]!]!;
        site.liveBlocks--;
        site.liveBytes -= heap.size[heap.died]!;
        log.close(heap.died, event.cycle, event.chain);
      }
      if (heap.born >= 0) {
        const id = siteId(event);
        siteOfRow[heap.born] = id;
        const site = sites[id]!;
        site.allocations++;
        site.bytes += event.size;
        site.liveBlocks++;
        site.liveBytes += event.size;
        if (site.liveBytes > site.peakBytes) site.peakBytes = site.liveBytes;
        counts.allocations++;
        log.open(heap, heap.born, id);
        if (heap.liveBytes > peak.bytes) {
          peak.bytes = heap.liveBytes;
          peak.cycle = event.cycle;
        }
      }
    },
  });
  log.finish();

  const marked = marks.length >= MIN_PHASES;
  const growth = measureGrowth(trace, marked ? {} : { slices: SLICES });
  const timeline = measureTimeline(trace, steps);
  const fragmentation = explainFragmentation(trace, { top: MAX_PINNING });
  const symbols = new SymbolPool(trace);
  const chains = Array.from({ length: trace.chains.count }, (_, chain) => symbols.chain(chain));
  const lua = Array.from({ length: trace.luaTracebacks.count }, (_, id) =>
    trace.luaTracebacks
      .traceback(id)
      .map(({ source, line, name }): [number, number, number] => [
        symbols.string(source),
        line,
        name === undefined ? -1 : symbols.string(name),
      ]),
  );

  const columns = new ColumnWriter();
  for (const series of [timeline.liveBytes, timeline.peakBytes, timeline.liveBlocks]) columns.deltas(series);
  for (const series of timeline.heaps) {
    columns.deltas(series.freeBytes.map(orZero));
    columns.deltas(series.largestFree.map(orZero));
  }
  const ended = (index: number): number =>
    log.ended[index]! < 0 ? 0 : log.ended[index]! - log.born[index]! + 1;
  columns.deltas(log.born);
  columns.plain(log.born.map((_, index) => ended(index)));
  columns.deltas(log.address);
  columns.plain(log.size);
  columns.plain(log.given.map((given, index) => given - log.size[index]!));
  columns.plain(log.site);
  columns.plain(log.endChain);

  return {
    version: 1,
    title: options.title ?? trace.header.program,
    program: trace.header.program,
    idfVersion: trace.header.idfVersion ?? null,
    machine: { ...trace.header.machine },
    cpuHz: trace.header.cpuHz,
    endCycle: outcome.lastCycle,
    events: outcome.events,
    ...counts,
    failures,
    failureCount: heap.failures,
    unknownFrees: heap.unknownFrees,
    damage: outcome.damage ?? null,
    peak,
    liveBlocks: heap.liveBlocks,
    liveBytes: heap.liveBytes,
    marks,
    phases: { names: [...growth.phases], marked },
    heaps: regions.map(({ name, start, end, used }) => {
      const state = fragmentation.heaps.find(
        (entry) => regionOf([entry.heap], start) === 0 || entry.heap.start === start,
      );
      return {
        name,
        start,
        end,
        used,
        freeBytes: state?.freeBytes ?? 0,
        largestFree: state?.largestFree ?? 0,
        freeRanges: state?.freeRanges ?? 0,
        liveBlocks: state?.liveBlocks ?? 0,
        pinning: [...(state?.pinning ?? [])],
      };
    }),
    tasks,
    strings: symbols.strings,
    frames: symbols.frames,
    chains,
    lua,
    sites,
    growth: growth.groups.slice(0, MAX_GROWTH_ROWS).map((group) => ({
      chain: group.chain,
      title: group.title,
      verdict: group.verdict,
      blocks: [...group.blocks],
      bytes: [...group.bytes],
      bytesPerPhase: group.bytesPerPhase,
    })),
    sources: gatherSources(symbols, options.source),
    allocatorFunctions: [...ALLOCATOR_FUNCTIONS],
    droppedBlocks: log.dropped,
    columns: columns.finish(),
  };
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function gatherSources(
  symbols: SymbolPool,
  source: ((file: string) => string | undefined) | undefined,
): ReportSource[] {
  if (source === undefined) return [];
  const files = new Set(symbols.frames.flatMap(([, file]) => (file < 0 ? [] : [symbols.strings[file]!])));
  for (const text of symbols.luaFiles()) files.add(text);
  const sources: ReportSource[] = [];
  let total = 0;
  for (const file of files) {
    const text = source(file);
    if (text === undefined || text.length > MAX_SOURCE || total + text.length > MAX_SOURCES) continue;
    total += text.length;
    sources.push({ file, text });
  }
  return sources;
}

/** Strings and frames, each once. */
class SymbolPool {
  readonly strings: string[] = [];
  readonly frames: [number, number, number, number, number][] = [];
  readonly #stringIds = new Map<string, number>();
  readonly #frameIds = new Map<string, number>();
  readonly #framesOfAddress = new Map<number, number[]>();

  constructor(readonly trace: Trace) {}

  string(text: string): number {
    let id = this.#stringIds.get(text);
    if (id === undefined) {
      id = this.strings.push(text) - 1;
      this.#stringIds.set(text, id);
    }
    return id;
  }

  /** Frame identifiers of a chain, innermost first. */
  chain(chain: number): number[] {
    const { chains } = this.trace;
    const frames: number[] = [];
    for (let i = 0; i < chains.depth(chain); i++) {
      const address = chains.at(chain, i);
      let ids = this.#framesOfAddress.get(address);
      if (ids === undefined) {
        ids = addressFrames(this.trace, address).map((frame) => this.#frame(frame));
        this.#framesOfAddress.set(address, ids);
      }
      frames.push(...ids);
    }
    return frames;
  }

  luaFiles(): Set<string> {
    const files = new Set<string>();
    for (let id = 1; id < this.trace.luaTracebacks.count; id++)
      for (const { source } of this.trace.luaTracebacks.traceback(id)) files.add(source);
    return files;
  }

  #frame(frame: SourceFrame): number {
    const row: [number, number, number, number, number] = [
      this.string(frame.function),
      frame.file === undefined ? -1 : this.string(frame.file),
      frame.line ?? 0,
      frame.offset ?? 0,
      frame.inlined === true ? 1 : 0,
    ];
    const key = row.join();
    let id = this.#frameIds.get(key);
    if (id === undefined) {
      id = this.frames.push(row) - 1;
      this.#frameIds.set(key, id);
    }
    return id;
  }
}
