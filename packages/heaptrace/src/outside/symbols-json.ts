/**
 * Symbols inside a trace: JSON with every string once, one row for each address.
 * `[address, [function, file, line, offset], …]`, numbers being indices into `strings`; -1 stands for "unknown",
 * an offset of -1 for an inlined frame.
 */
import type { SourceFrame, TraceSymbols } from './format.js';

/** Writes symbols. */
export function symbolsToJson(symbols: TraceSymbols): string {
  const strings: string[] = [];
  const ids = new Map<string, number>();
  const intern = (text: string | undefined): number => {
    if (text === undefined) return -1;
    let id = ids.get(text);
    if (id === undefined) {
      id = strings.push(text) - 1;
      ids.set(text, id);
    }
    return id;
  };
  const rows = [...symbols].map(([address, frames]) => [
    address,
    ...frames.map((frame) => [
      intern(frame.function),
      intern(frame.file),
      frame.line ?? 0,
      frame.inlined ? -1 : (frame.offset ?? 0),
    ]),
  ]);
  return JSON.stringify({ strings, addresses: rows });
}

/**
 * Reads symbols.
 * @throws {Error} naming what is wrong; the caller adds where.
 */
export function symbolsFromJson(text: string): Map<number, SourceFrame[]> {
  const data = JSON.parse(text) as unknown;
  if (!isRecord(data) || !Array.isArray(data.strings) || !Array.isArray(data.addresses))
    throw new Error('symbols need "strings" and "addresses"');
  const strings = data.strings as unknown[];
  const string = (index: unknown): string | undefined => {
    const text = strings[Number(index)];
    return typeof text === 'string' ? text : undefined;
  };
  const symbols = new Map<number, SourceFrame[]>();
  for (const row of data.addresses as unknown[]) {
    if (!Array.isArray(row) || typeof row[0] !== 'number')
      throw new Error('a row of symbols needs an address');
    const frames: SourceFrame[] = [];
    for (const entry of row.slice(1) as unknown[]) {
      if (!Array.isArray(entry)) throw new Error('a frame needs [function, file, line, offset]');
      const [name, file, line, offset] = entry as unknown[];
      const fileName = string(file);
      frames.push({
        function: string(name) ?? '',
        ...(fileName === undefined ? {} : { file: fileName }),
        ...(typeof line === 'number' && line > 0 ? { line } : {}),
        ...(typeof offset === 'number' && offset >= 0 ? { offset } : { inlined: true }),
      });
    }
    symbols.set(row[0] >>> 0, frames);
  }
  return symbols;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
