/** A {@link ReplayReport} for people and for plotting. (For programs: `JSON.stringify(report)`.) */
import type { AllocatorReport, ReplayReport } from './replay.js';
import { hex } from '../memory.js';

/** Settings of {@link formatReplayTable}. */
export interface TableOptions {
  /** Leave out the host-time columns, so that the text is the same on every run. */
  hostTime?: boolean;
}

interface Column {
  readonly title: string;
  readonly left?: boolean;
  cell(row: AllocatorReport): string;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

function columns(report: ReplayReport, hostTime: boolean): Column[] {
  const list: Column[] = [{ title: 'allocator', left: true, cell: (row) => row.allocator }];
  const add = (title: string, cell: Column['cell']): void => void list.push({ title, cell });
  if (hostTime) {
    add('ns/op', (row) => row.hostNanosecondsPerOperation.toFixed(0));
    add('Mop/s', (row) =>
      row.hostNanosecondsPerOperation > 0 ? (1000 / row.hostNanosecondsPerOperation).toFixed(2) : '-',
    );
  }
  add('peak live', (row) => String(row.peakLive));
  add('footprint', (row) => String(row.peakFootprint));
  add('util', (row) => percent(row.utilisation));
  add('waste', (row) => percent(row.waste));
  add('frag mean', (row) => percent(row.meanFragmentation));
  add('frag max', (row) => percent(row.maximumFragmentation));
  add('min free', (row) => (row.minimumFree < 0 ? '-' : String(row.minimumFree)));
  add('failures', (row) => String(row.failures));
  add('first failure', (row) => (row.firstFailure ? `op ${row.firstFailure.operation}` : '-'));
  if (report.allocators.some((row) => row.rescued > 0)) add('rescued', (row) => String(row.rescued));
  if (report.allocators.some((row) => row.cycles)) {
    add('cyc/op', (row) => (row.cycles ? row.cycles.mean.toFixed(0) : '-'));
    add('cyc max', (row) => (row.cycles ? row.cycles.maximum.toFixed(0) : '-'));
  }
  if (report.allocators.some((row) => row.addresses))
    add('same address', (row) =>
      row.addresses ? percent(row.addresses.equal / row.addresses.compared) : '-',
    );
  return list;
}

function alignRows(rows: string[][], left: boolean[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (left[column] ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function seconds(report: ReplayReport): string {
  const { firstCycle, lastCycle } = report.totals;
  if (firstCycle < 0) return '';
  const cycles = lastCycle - firstCycle;
  const { clockHz } = report.header;
  return clockHz ? `, ${(cycles / clockHz).toFixed(3)} s of guest time` : `, ${cycles} cycles of guest time`;
}

const CURVE_WIDTH = 48;
const LEVELS = '▁▂▃▄▅▆▇█';

/** Fragmentation over the trace in {@link CURVE_WIDTH} characters: the largest value of each part. */
function curve(row: AllocatorReport): string {
  const { samples } = row;
  const last = Math.max(1, samples.at(-1)?.operation ?? 1);
  let text = '';
  let next = 0;
  let value = 0;
  for (let part = 1; part <= CURVE_WIDTH; part++) {
    // A part without a sample repeats the value before it.
    let highest = -1;
    for (; next < samples.length && samples[next]!.operation <= (last * part) / CURVE_WIDTH; next++)
      highest = Math.max(highest, samples[next]!.fragmentation);
    if (highest >= 0) value = highest;
    text += LEVELS[Math.min(LEVELS.length - 1, Math.floor(value * LEVELS.length))]!;
  }
  return text;
}

/** The report as a table with a head that says what was replayed. Ends with a line end. */
export function formatReplayTable(report: ReplayReport, options: TableOptions = {}): string {
  const { totals } = report;
  const kinds = (
    [
      ['malloc', totals.malloc],
      ['calloc', totals.calloc],
      ['aligned_alloc', totals.alignedAlloc],
      ['realloc', totals.realloc],
      ['free', totals.free],
    ] as const
  ).filter(([, count]) => count > 0);
  const lines = [
    `${report.trace} (${report.header.format}): ${totals.operations} operations${seconds(report)}`,
    `  ${kinds.map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing to do'}`,
    `  peak ${totals.peakLiveBytes} bytes live, peak ${totals.peakLiveBlocks} blocks; ` +
      `at the end ${totals.endLiveBytes} bytes in ${totals.endLiveBlocks} blocks`,
    `  pool ${report.size} bytes at 0x${hex(report.base)}`,
    '',
  ];
  const shown = columns(report, options.hostTime ?? true);
  const rows = [shown.map((column) => column.title)];
  for (const row of report.allocators) rows.push(shown.map((column) => column.cell(row)));
  lines.push(
    alignRows(
      rows,
      shown.map((column) => column.left ?? false),
    ),
  );
  if (report.allocators.length > 0 && totals.operations >= CURVE_WIDTH) {
    const width = Math.max(...report.allocators.map((row) => row.allocator.length));
    lines.push(
      '',
      'fragmentation over time, the worst of each 48th part of the trace; ▁ below 12.5 %, █ above 87.5 %',
    );
    for (const row of report.allocators) lines.push(`${row.allocator.padEnd(width)}  ${curve(row)}`);
  }
  if (report.allocators.some((row) => row.firstFailure ?? row.died ?? row.problems.length > 0))
    lines.push('');
  for (const row of report.allocators) {
    const failure = row.firstFailure;
    if (failure) {
      const when = failure.cycle >= 0 ? `, cycle ${failure.cycle}` : '';
      lines.push(
        `${row.allocator}: first failure at operation ${failure.operation} (line ${failure.line}${when}): ` +
          `${failure.request} of ${failure.size} bytes, ${failure.free} free, largest ${failure.largestFree}`,
      );
    }
    if (row.died !== undefined) lines.push(`${row.allocator}: ended at ${row.died}`);
    for (const problem of row.problems) lines.push(`${row.allocator}: invariant violated: ${problem}`);
  }
  const { counts, messages } = report.skipped;
  const total = counts.malformed + counts.truncated + counts.contradictory;
  if (total > 0) {
    lines.push(
      `skipped: ${counts.malformed} malformed, ${counts.contradictory} contradictory, ${counts.truncated} truncated`,
    );
    for (const message of messages) lines.push(`  ${message}`);
    if (total > messages.length) lines.push(`  ... and ${total - messages.length} more`);
  }
  return `${lines.join('\n')}\n`;
}

/** All samples as CSV with a header line: fragmentation over time, one row per allocator and sample. */
export function formatReplayCsv(report: ReplayReport): string {
  const lines = [
    'allocator,operation,cycle,live,footprint,free,largest_free,free_blocks,fragmentation,waste',
  ];
  for (const row of report.allocators)
    for (const sample of row.samples)
      lines.push(
        [
          row.allocator,
          sample.operation,
          sample.cycle < 0 ? '' : sample.cycle,
          sample.live,
          sample.footprint,
          sample.free,
          sample.largestFree,
          sample.freeBlocks,
          sample.fragmentation.toFixed(6),
          sample.waste.toFixed(6),
        ].join(','),
      );
  return `${lines.join('\n')}\n`;
}
