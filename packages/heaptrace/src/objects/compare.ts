/** Compares what a run did with what its JSON states. */
import type { ExpectedFrame, ExpectedRun } from './expectation.js';
import type { HeapLedger, Site } from './ledger.js';

/** What is known about a return address of the linked program. */
export interface CallSite {
  /** Out-of-line function and offset of the return address in it. */
  readonly function: string;
  readonly offset: number;
  /** From debug information, inlined frames first; undefined where there is none. */
  readonly frames?: readonly { readonly function: string; readonly file: string; readonly line: number }[];
}

/** Turns a return address into a call site; undefined = outside every function of the program. */
export type Symboliser = (returnAddress: number) => CallSite | undefined;

/** A chain as text, for comparison: op, then `fn+offset` per out-of-line frame. */
function statedKey(op: string, chain: readonly ExpectedFrame[]): string {
  const frames = chain
    .filter((frame) => frame.inlined !== true)
    .map(({ ret }) => `${functionOf(ret)}+${ret?.offset ?? '?'}`);
  return `${op}: ${frames.join(' < ')}`;
}

/** Sections are one per function; those of a function's parts (`.text.unlikely.f`) end in its name. */
function functionOf(ret: ExpectedFrame['ret']): string {
  return ret ? ret.section.slice(ret.section.lastIndexOf('.') + 1) : '?';
}

/** The same for a chain that was walked; it ends where the program's own functions end. */
function walkedKey(op: string, chain: readonly number[], symbolise: Symboliser): string {
  const frames: string[] = [];
  for (const address of chain) {
    const site = symbolise(address);
    if (!site) break;
    frames.push(`${site.function}+${site.offset}`);
  }
  return `${op}: ${frames.join(' < ')}`;
}

function lines(frames: readonly { fn: string; file: string; line: number }[]): string {
  return frames.map(({ fn, file, line }) => `${fn} ${file}:${line}`).join(' < ');
}

/** Lines and inlined frames, when the program has debug information. */
function compareLines(
  where: string,
  chain: readonly ExpectedFrame[],
  walked: readonly number[],
  symbolise: Symboliser,
): string[] {
  const got: { fn: string; file: string; line: number }[] = [];
  for (const address of walked) {
    const site = symbolise(address);
    if (!site) break;
    if (!site.frames) return [];
    for (const frame of site.frames)
      got.push({
        fn: frame.function,
        file: frame.file.slice(frame.file.lastIndexOf('/') + 1),
        line: frame.line,
      });
  }
  const want = lines(chain);
  const have = lines(got);
  return want === have ? [] : [`${where}: lines: expected ${want}, got ${have}`];
}

interface Stated {
  readonly op: string;
  readonly chain: readonly ExpectedFrame[];
}

/** Pairs stated and walked sites by chain; texts for those without a partner. */
function pair<T extends Stated>(
  kind: string,
  stated: readonly T[],
  walked: Iterable<Site>,
  symbolise: Symboliser,
): { pairs: [string, T, Site][]; problems: string[] } {
  const byKey = new Map<string, Site>();
  for (const site of walked) byKey.set(walkedKey(site.op, site.chain, symbolise), site);
  const pairs: [string, T, Site][] = [];
  const problems: string[] = [];
  for (const one of stated) {
    const key = statedKey(one.op, one.chain);
    const site = byKey.get(key);
    if (site) pairs.push([key, one, site]);
    else problems.push(`${kind}: expected ${key}, which never happened`);
    byKey.delete(key);
  }
  for (const key of byKey.keys()) problems.push(`${kind}: ${key} happened, which is not stated`);
  return { pairs, problems };
}

function differ(where: string, what: string, expected: unknown, got: unknown): string[] {
  const want = JSON.stringify(expected);
  const have = JSON.stringify(got);
  return want === have ? [] : [`${where}: ${what}: expected ${want}, got ${have}`];
}

function sortedSizes(sizes: Iterable<readonly [string | number, number]>): [number, number][] {
  return [...sizes].map(([size, n]): [number, number] => [Number(size), n]).sort((a, b) => a[0] - b[0]);
}

/** Everything in which a run that ended by itself differs from its expectation. */
export function compareRun(expected: ExpectedRun, ledger: HeapLedger, symbolise: Symboliser): string[] {
  const problems = differ('run', 'heap calls', expected.calls, ledger.calls);
  const allocs = pair('allocation', expected.alloc_sites, ledger.allocSites.values(), symbolise);
  problems.push(...allocs.problems);
  for (const [where, want, got] of allocs.pairs) {
    problems.push(
      ...differ(where, 'count', want.count, got.count),
      ...differ(where, 'freed', want.freed, got.freed),
      ...differ(where, 'moved by realloc', want.moved_by_realloc, got.movedByRealloc),
      ...differ(where, 'sizes', sortedSizes(Object.entries(want.sizes)), sortedSizes(got.sizes)),
      ...differ(where, 'remaining [call, size]', want.remain, got.remain),
      ...differ(where, 'remaining blocks', want.remain_count, got.remain.length),
      ...differ(
        where,
        'remaining bytes',
        want.remain_bytes,
        got.remain.reduce((sum, [, size]) => sum + size, 0),
      ),
      ...compareLines(where, want.chain, got.chain, symbolise),
    );
  }
  problems.push(...compareFrees(expected, ledger, symbolise));
  problems.push(
    ...differ('run', 'remaining blocks', expected.remaining_blocks, ledger.remainingBlocks),
    ...differ('run', 'remaining bytes', expected.remaining_bytes, ledger.remainingBytes),
  );
  return problems;
}

function compareFrees(expected: ExpectedRun, ledger: HeapLedger, symbolise: Symboliser): string[] {
  const frees = pair('free', expected.free_sites, ledger.freeSites.values(), symbolise);
  const problems = frees.problems;
  for (const [where, want, got] of frees.pairs)
    problems.push(
      ...differ(where, 'count', want.count, got.count),
      ...differ(where, 'freed', want.freed, got.freed),
      ...compareLines(where, want.chain, got.chain, symbolise),
    );
  const want = expected.bad_frees.map(({ seq, op, chain }) => `${seq} ${statedKey(op, chain)}`);
  const got = ledger.badFrees.map(({ seq, op, chain }) => `${seq} ${walkedKey(op, chain, symbolise)}`);
  problems.push(...differ('run', 'bad frees', want, got));
  return problems;
}
