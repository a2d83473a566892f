/** Finds out by its content what format a trace has. */
import { ProblemLog, TraceError } from './errors.js';
import { gunzip, isGzip } from './gzip.js';
import { LineWindow, quoteLine, type ByteChunks } from './lines.js';
import type { OperationSource } from './operations.js';
import { RepSource } from './rep.js';
import { TEXT_TRACE_MAGIC, TextTraceSource } from './text-trace.js';
import { VectorSource } from './vector-trace.js';

/** A further format that {@link openTrace} is to know; unpacked bytes are handed to it. */
export interface TraceFormat {
  readonly name: string;
  /** True when a file that starts with `head` (at least 16 bytes, or the whole file) is of this format. */
  detect(head: Uint8Array): boolean;
  open(chunks: ByteChunks, name: string, problems: ProblemLog): OperationSource | Promise<OperationSource>;
}

/** Settings of {@link openTrace}. */
export interface OpenOptions {
  /** Takes what is wrong with the trace; default: the first problem is thrown. */
  problems?: ProblemLog;
  /** Formats beside the built-in ones. */
  formats?: readonly TraceFormat[];
}

const HEAD = 16;

/** Reads the first bytes and puts them back in front of the rest. */
async function peek(chunks: ByteChunks): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const iterator: Iterator<Uint8Array> | AsyncIterator<Uint8Array> =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let head = new Uint8Array(0);
  while (head.length < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    const joined = new Uint8Array(head.length + next.value.length);
    joined.set(head);
    joined.set(next.value, head.length);
    head = joined;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, whole: whole() };
}

/**
 * Opens a trace of any known format, gzip-compressed or not: `xtal-alloc-1`, `.rep`, `heap-ops-1`, `heap-caps-1`, and
 * those of `options.formats`. The content decides, not the name.
 *
 * @param chunks - The file's bytes in pieces of any size; they are read as they are needed.
 * @param name - For messages.
 * @throws {TraceError} when the file is empty or of no known format.
 */
export async function openTrace(
  chunks: ByteChunks,
  name: string,
  options: OpenOptions = {},
): Promise<OperationSource> {
  const problems = options.problems ?? new ProblemLog();
  let { head, whole } = await peek(chunks);
  if (isGzip(head)) ({ head, whole } = await peek(gunzip(whole, name)));
  if (head.length === 0) throw new TraceError(name, 0, 'malformed', 'the file is empty, expected a trace');
  for (const format of options.formats ?? [])
    if (format.detect(head)) return format.open(whole, name, problems);
  const start = new TextDecoder('latin1').decode(head).trimStart();
  const window = new LineWindow(whole, name);
  if (start.startsWith(TEXT_TRACE_MAGIC)) return new TextTraceSource(window, problems);
  if (start.startsWith('{')) return new VectorSource(window, problems);
  if (/^\d/.test(start)) return new RepSource(window, problems);
  const known = [
    `"${TEXT_TRACE_MAGIC} 1"`,
    'a JSON header (heap-ops-1, heap-caps-1)',
    "a number (malloc-lab's .rep)",
  ];
  for (const format of options.formats ?? []) known.push(format.name);
  throw new TraceError(
    name,
    1,
    'malformed',
    `unknown format: expected ${known.join(', ')}, got ${quoteLine(start)}`,
  );
}
