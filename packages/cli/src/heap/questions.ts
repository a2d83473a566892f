/** The parts of `xtal heap` that answer a question with text or JSON. */
import {
  diffTraces,
  explainFragmentation,
  findLeaks,
  findOwners,
  findPeak,
  chainFrames,
  hexAddress,
  measureGrowth,
  measureLifetimes,
  measureOccupancy,
  measureTotals,
  MIN_PHASES,
  TOTALS_ORDERS,
  type GrowthGroup,
  type Ownership,
  type Trace,
} from '@xtal/heaptrace';
import { ExitCode, UsageError, type CommandIo } from '../command.js';
import { guarded, openTraceFile, pointOf, warnIfDamaged, windowOf } from './input.js';
import { oneOf, type HeapOptions } from './options.js';
import { frameLines, groupLine, plural, table, timeText } from './text.js';

function onlyTrace(io: CommandIo, options: HeapOptions): Trace {
  if (options.traces.length !== 1) throw new UsageError('expected exactly one trace');
  return openTraceFile(io, options.traces[0]!, options.elf);
}

function printJson(io: CommandIo, value: unknown): number {
  io.stdout(`${JSON.stringify(value, undefined, 2)}\n`);
  return ExitCode.success;
}

/** What of the groups was not printed. */
function andMore(groups: number, top: number): string {
  return groups > top ? `... and ${plural(groups - top, 'group')} more (--top ${groups} shows all)\n` : '';
}

function windowText(options: HeapOptions): string {
  return `${options.from === undefined ? '' : ` allocated since "${options.from}" and`} alive at ${options.to === undefined ? 'the end' : `"${options.to}"`}`;
}

/** Phases when a trace has too few marks. */
const SLICES = 16;

/** Verdicts over phases, by group key, and what the phases are. */
function verdicts(trace: Trace, options: HeapOptions): { phases: string; groups: Map<string, GrowthGroup> } {
  const byKey = (groups: readonly GrowthGroup[]): Map<string, GrowthGroup> =>
    new Map(groups.map((group) => [group.key, group]));
  const { by, phases: marks } = options;
  const report = measureGrowth(trace, { by, ...(marks === undefined ? {} : { marks }) });
  const found = report.phases.length;
  if (found >= MIN_PHASES) return { phases: `${found} marks`, groups: byKey(report.groups) };
  if (marks !== undefined)
    throw new UsageError(`--phases: ${plural(found, 'mark')} match; a verdict needs ${MIN_PHASES}`);
  const sliced = measureGrowth(trace, { by, slices: SLICES });
  return { phases: `${SLICES} equal parts of the run`, groups: byKey(sliced.groups) };
}

function verdictText(growth: GrowthGroup | undefined): string {
  if (growth === undefined) return '';
  if (growth.verdict === 'leak')
    return `, LEAK: +${Number(growth.bytesPerPhase.toPrecision(3))} bytes per phase`;
  return growth.verdict === 'cache' ? ', cache: grew, then stayed' : ', no trend';
}

/** `xtal heap leaks` */
export function leaks(io: CommandIo, options: HeapOptions): number {
  const trace = onlyTrace(io, options);
  const window = windowOf(trace, options.from, options.to);
  const report = guarded(() => findLeaks(trace, { ...window, by: options.by }));
  warnIfDamaged(io, trace, report.outcome);
  const { phases, groups: growth } = guarded(() => verdicts(trace, options));
  if (options.json)
    return printJson(io, {
      ...report,
      groups: report.groups.map((group) => ({ ...group, verdict: growth.get(group.key)?.verdict })),
    });
  io.stdout(
    `${plural(report.blocks, 'block')}, ${plural(report.bytes, 'byte')}${windowText(options)}; verdicts over ${phases}\n`,
  );
  // Groups that keep growing are what a reader came for.
  const rank = { leak: 0, cache: 1, steady: 2 };
  const rankOf = (key: string): number => rank[growth.get(key)?.verdict ?? 'steady'];
  const groups = [...report.groups].sort((a, b) => rankOf(a.key) - rankOf(b.key));
  for (const group of groups.slice(0, options.top)) {
    const later = group.freedLater > 0 ? `, ${group.freedLater} freed later` : '';
    io.stdout(
      `\n${plural(group.bytes, 'byte')} in ${plural(group.blocks, 'block')} of ${plural(group.allocations, 'allocation')}${later}${verdictText(growth.get(group.key))}\n`,
    );
    io.stdout(
      group.frames.length > 0
        ? frameLines(group.frames, Math.max(1, options.depth))
        : `      ${group.title}\n`,
    );
    const [first] = group.examples;
    if (first !== undefined)
      io.stdout(
        `      first: ${hexAddress(first.address)}, ${plural(first.size, 'byte')}, ${timeText(trace, first.bornCycle)}\n`,
      );
  }
  io.stdout(andMore(groups.length, options.top));
  return ExitCode.success;
}

/** `xtal heap peak` */
export function peak(io: CommandIo, options: HeapOptions): number {
  const trace = onlyTrace(io, options);
  const window = windowOf(trace, options.from, options.to);
  const report = guarded(() => findPeak(trace, { ...window, by: options.by }));
  warnIfDamaged(io, trace, report.outcome);
  if (options.json) return printJson(io, report);
  io.stdout(
    `peak: ${plural(report.bytes, 'byte')} in ${plural(report.blocks, 'block')} at ${timeText(trace, report.cycle)} (cycle ${report.cycle})\n\n`,
  );
  const rows = report.groups
    .slice(0, options.top)
    .map((group) => [
      String(group.bytes),
      `${((100 * group.bytes) / Math.max(1, report.bytes)).toFixed(1)} %`,
      String(group.blocks),
      groupLine(group),
    ]);
  io.stdout(table(['bytes', 'share', 'blocks', options.by], rows, [3]));
  io.stdout(andMore(report.groups.length, options.top));
  return ExitCode.success;
}

/** `xtal heap top` */
export function top(io: CommandIo, options: HeapOptions): number {
  const trace = onlyTrace(io, options);
  const window = windowOf(trace, options.from, options.to);
  const order = oneOf('order', options.order ?? 'bytes', [...TOTALS_ORDERS, 'short-lived'] as const);
  if (order === 'short-lived') return shortLived(io, trace, options);
  const report = guarded(() => measureTotals(trace, { ...window, by: options.by, order }));
  warnIfDamaged(io, trace, report.outcome);
  if (options.json) return printJson(io, report);
  io.stdout(
    `${plural(report.allocations, 'allocation')} of ${plural(report.bytes, 'byte')}, ${plural(report.frees, 'free')}, ${plural(report.failures, 'failure')}; alive: ${plural(report.liveBlocks, 'block')}, ${plural(report.liveBytes, 'byte')}; most at once: ${plural(report.peakBytes, 'byte')}\n\n`,
  );
  const rows = report.groups
    .slice(0, options.top)
    .map((group) => [
      String(group.allocations),
      String(group.bytes),
      String(group.liveBlocks),
      String(group.liveBytes),
      String(group.peakBytes),
      String(group.temporary),
      Number.isNaN(group.meanLifetime) ? '-' : timeText(trace, group.meanLifetime),
      groupLine(group),
    ]);
  const head = [
    'allocations',
    'bytes',
    'live',
    'live bytes',
    'peak bytes',
    'temporary',
    'mean life',
    options.by,
  ];
  io.stdout(table(head, rows, [7]));
  io.stdout(andMore(report.groups.length, options.top));
  return ExitCode.success;
}

function shortLived(io: CommandIo, trace: Trace, options: HeapOptions): number {
  if (options.from !== undefined || options.to !== undefined)
    throw new UsageError('--order short-lived takes the whole trace, without --from and --to');
  const report = guarded(() => measureLifetimes(trace, { by: options.by }));
  warnIfDamaged(io, trace, report.outcome);
  if (options.json) return printJson(io, report);
  io.stdout(`blocks that lived at most ${timeText(trace, trace.header.cpuHz / 10_000)}\n\n`);
  const rows = report.groups
    .slice(0, options.top)
    .map((group) => [
      String(group.shortLived),
      String(group.shortLivedBytes),
      `${group.ended === 0 ? 0 : Math.round((100 * group.shortLived) / group.ended)} %`,
      Number.isNaN(group.median) ? '-' : timeText(trace, group.median),
      groupLine(group),
    ]);
  io.stdout(table(['short-lived', 'bytes', 'of ended', 'median life', options.by], rows, [4]));
  io.stdout(andMore(report.groups.length, options.top));
  return ExitCode.success;
}

/** `xtal heap who` */
export function who(io: CommandIo, options: HeapOptions): number {
  const [path, addressText, ...more] = options.traces;
  if (path === undefined || addressText === undefined || more.length > 0)
    throw new UsageError('expected a trace and an address');
  if (!/^0x[0-9a-f]{1,8}$/i.test(addressText))
    throw new UsageError(`expected an address such as 0x3ffb4c10, got "${addressText}"`);
  const address = Number(addressText);
  const trace = openTraceFile(io, path, options.elf);
  const cycle = pointOf(trace, options.at);
  const report = guarded(() => findOwners(trace, address, cycle));
  warnIfDamaged(io, trace, report.outcome);
  if (options.json) return printJson(io, report);
  const when = options.at === undefined ? 'at the end' : `at "${options.at}"`;
  const { owner, history } = report;
  if (owner === undefined) io.stdout(`${hexAddress(address)} belongs to no block ${when}\n`);
  else {
    io.stdout(
      `${hexAddress(address)} ${when}: byte ${address - owner.address} of ${describe(trace, owner)}\n`,
    );
    io.stdout(frameLines(chainFrames(trace, owner.chain), options.depth));
    for (const { source, line, name } of trace.luaTracebacks.traceback(owner.lua))
      io.stdout(`      Lua: ${source}:${line}${name === undefined ? '' : ` in ${name}`}\n`);
    if (owner.endedBy !== undefined) {
      io.stdout(`  ended by ${owner.endedBy} at ${timeText(trace, owner.diedCycle ?? 0)}:\n`);
      io.stdout(frameLines(chainFrames(trace, owner.endChain ?? 0), options.depth));
    }
  }
  const others = history.filter((entry) => entry !== owner);
  if (others.length > 0) io.stdout(`\n${plural(others.length, 'other block')} covered it:\n`);
  for (const entry of others.slice(-20)) {
    const [frame] = chainFrames(trace, entry.chain);
    io.stdout(`  ${describe(trace, entry)}${frame === undefined ? '' : `, ${frame.function}`}\n`);
  }
  return ExitCode.success;
}

function describe(trace: Trace, owner: Ownership): string {
  const end = owner.diedCycle === undefined ? 'alive' : timeText(trace, owner.diedCycle);
  const task = trace.tasks.get(owner.task);
  return `${plural(owner.size, 'byte')} at ${hexAddress(owner.address)}, ${owner.operation}${task ? ` in task ${task}` : ''}, ${timeText(trace, owner.bornCycle)} to ${end}`;
}

/** `xtal heap diff` */
export function diff(io: CommandIo, options: HeapOptions): number {
  if (options.traces.length !== 2) throw new UsageError('expected two traces: before and after');
  const [before, after] = options.traces.map((path) => openTraceFile(io, path, options.elf)) as [
    Trace,
    Trace,
  ];
  const report = guarded(() => diffTraces(before, after, { by: options.by }));
  warnIfDamaged(io, before, report.before.outcome);
  warnIfDamaged(io, after, report.after.outcome);
  if (options.json) return printJson(io, report);
  const change = (a: number, b: number): string => `${b >= a ? '+' : ''}${b - a}`;
  const fields = ['allocations', 'bytes', 'liveBlocks', 'liveBytes', 'peakBytes', 'failures'] as const;
  const names = ['allocations', 'bytes', 'live blocks', 'live bytes', 'peak bytes', 'failures'];
  io.stdout(
    table(
      ['', 'before', 'after', 'change'],
      fields.map((field, i) => {
        const [a, b] = [report.before[field], report.after[field]];
        return [names[i]!, String(a), String(b), change(a, b)];
      }),
      [0],
    ),
  );
  io.stdout(`\n${plural(report.groups.length, 'group')} changed, ${report.same} did not\n`);
  if (report.groups.length === 0) return ExitCode.success;
  const rows = report.groups
    .slice(0, options.top)
    .map((group) => [
      change(group.before.liveBytes, group.after.liveBytes),
      change(group.before.liveBlocks, group.after.liveBlocks),
      change(group.before.allocations, group.after.allocations),
      change(group.before.bytes, group.after.bytes),
      groupLine(group),
    ]);
  io.stdout(`\n${table(['live bytes', 'live', 'allocations', 'bytes', options.by], rows, [4])}`);
  io.stdout(andMore(report.groups.length, options.top));
  return ExitCode.success;
}

const CELLS_PER_LINE = 64;

/** `xtal heap map` */
export function map(io: CommandIo, options: HeapOptions): number {
  const trace = onlyTrace(io, options);
  const cycle = pointOf(trace, options.at);
  const occupancy = guarded(() => measureOccupancy(trace, { cycle }));
  const fragmentation = guarded(() => explainFragmentation(trace, { cycle, top: options.top }));
  warnIfDamaged(io, trace, occupancy.outcome);
  if (options.json)
    return printJson(io, {
      ...fragmentation,
      occupancy: occupancy.heaps.map((heap) => ({ ...heap, used: [...heap.used] })),
    });
  if (occupancy.heaps.length === 0) io.stdout('no block was allocated up to this point\n');
  occupancy.heaps.forEach((heap, index) => {
    const state = fragmentation.heaps.find(
      (entry) =>
        entry.heap.name === heap.name && entry.heap.start >= heap.start && entry.heap.start < heap.end,
    );
    io.stdout(
      `${index > 0 ? '\n' : ''}${heap.name}: ${plural(heap.liveBlocks, 'block')}, one character for ${heap.cellBytes} bytes\n  ('.' free, '-' some, '+' half, '#' full, '=' the heap's own)\n`,
    );
    const shades = [...heap.used].map((used, cell) => {
      const share = used / heap.cellBytes;
      if (heap.start + (cell + 1) * heap.cellBytes <= heap.lowest) return '=';
      return share === 0 ? '.' : share < 0.5 ? '-' : share < 0.98 ? '+' : '#';
    });
    let blank = 0;
    for (let at = 0; at < shades.length; at += CELLS_PER_LINE) {
      const line = shades.slice(at, at + CELLS_PER_LINE).join('');
      if (/^\.*$/.test(line)) {
        blank++;
        continue;
      }
      if (blank > 0)
        io.stdout(`  ... ${plural(blank * CELLS_PER_LINE * heap.cellBytes, 'byte')} without a block\n`);
      blank = 0;
      io.stdout(`  ${hexAddress(heap.start + at * heap.cellBytes)} ${line}\n`);
    }
    if (blank > 0) io.stdout(`  ... nothing above\n`);
    if (state === undefined) return;
    io.stdout(
      `  free: ${plural(state.freeBytes, 'byte')} in ${plural(state.freeRanges, 'range')}, the largest ${plural(state.largestFree, 'byte')} (${Math.round(100 * state.fragmentation)} % fragmented)\n`,
    );
    if (state.pinning.length === 0) return;
    io.stdout('  blocks that keep free ranges apart:\n');
    const rows = state.pinning.map((block) => {
      const frames = chainFrames(trace, block.chain);
      const name =
        frames.length === 0
          ? block.operation
          : frames
              .slice(0, 3)
              .map((f) => f.function)
              .join(' < ');
      return [
        `    ${hexAddress(block.address)}`,
        String(block.size),
        String(block.freeBefore),
        String(block.freeAfter),
        String(block.wouldJoin),
        name,
      ];
    });
    io.stdout(
      table(
        ['    block', 'size', 'free before', 'free after', 'would join to', 'allocated by'],
        rows,
        [0, 5],
      ),
    );
  });
  return ExitCode.success;
}
