/** Numbers, tables and call chains as text. */
import { frameLabel, framePlace, type GroupLabel, type SourceFrame, type Trace } from '@xtal/heaptrace';

/** Cycles as time: `12.5 ms`. */
export function timeText(trace: Trace, cycles: number): string {
  const seconds = cycles / trace.header.cpuHz;
  if (seconds === 0) return '0 s';
  if (seconds < 1e-3) return `${(seconds * 1e6).toPrecision(4)} us`;
  return seconds < 1 ? `${(seconds * 1e3).toPrecision(4)} ms` : `${seconds.toPrecision(4)} s`;
}

/** `3 blocks`, `1 block`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Rows of cells in columns; columns named in `left` are aligned to the left, the last one is never padded. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[],
): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          left.includes(column)
            ? column === row.length - 1
              ? cell
              : cell.padEnd(widths[column]!)
            : cell.padStart(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

/** Frames below each other, `depth` of them, innermost first. */
export function frameLines(frames: readonly SourceFrame[], depth: number, indent = '      '): string {
  const shown = frames.slice(0, depth);
  const width = Math.max(0, ...shown.map((frame) => frame.function.length));
  const lines = shown.map((frame) => {
    const place = framePlace(frame);
    const inlined = frame.inlined === true ? ' (inlined)' : '';
    const where = place === '' ? (frame.offset ? `+0x${frame.offset.toString(16)}` : '') : place;
    return `${indent}${frame.function.padEnd(width)}  ${where}${inlined}`.trimEnd();
  });
  if (frames.length > depth) lines.push(`${indent}... ${plural(frames.length - depth, 'more frame')}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** A group in one line: what it is called, with the place of its first frame and through whom it was called. */
export function groupLine(group: GroupLabel): string {
  const [first, ...rest] = group.frames;
  if (first === undefined || rest.length === 0) return group.title;
  const via = rest.slice(0, 3).map((frame) => frame.function);
  return `${frameLabel(first)} < ${via.join(' < ')}${rest.length > 3 ? ' < ...' : ''}`;
}
