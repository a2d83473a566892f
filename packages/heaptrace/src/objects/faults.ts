/**
 * What ESP-IDF does about heap misuse, by fault and poisoning. Faults are numbered as in the object programs
 * (`which`); rules: facts/heap §5, IDF v5.1.3 multi_heap_poisoning.c.
 */
import type { ObjectsRun } from './check-objects.js';
import { compareRun } from './compare.js';
import type { ExpectedRun } from './expectation.js';

/** Text on the console and reason of death; undefined = the program ends by itself. */
interface Catch {
  readonly text?: RegExp;
  readonly death: RegExp;
}

const BAD_FREE = /^assert failed: multi_heap_free multi_heap_poisoning\.c:276 \(head != NULL\)$/m;
const BAD_TAIL = /^CORRUPT HEAP: Bad tail at 0x[0-9a-f]{8}\. Expected 0xbaad5678 got 0x[0-9a-f]{8}$/m;
const OVERRUN = /^CORRUPT HEAP: Bad tail at 0x[0-9a-f]{8}\. Expected 0xbaad5678 got 0xbaad565a$/m;
const BAD_HEAD = /^CORRUPT HEAP: Bad head at 0x[0-9a-f]{8}\. Expected 0xabba1234 got 0x[0-9a-f]{8}$/m;
const DIRTY = /^CORRUPT HEAP: Invalid data at 0x[0-9a-f]{8}\. Expected 0xfefefefe got 0xfefefe11$/m;

const POISONED: Readonly<Record<number, Catch>> = {
  1: { text: OVERRUN, death: BAD_FREE },
  2: { text: OVERRUN, death: BAD_FREE },
  3: { text: BAD_TAIL, death: BAD_FREE },
  6: { text: BAD_HEAD, death: BAD_FREE },
  7: { text: BAD_HEAD, death: BAD_FREE },
};

/** By poisoning mode and `which`. */
const CATCHES: Readonly<Record<'none' | 'light' | 'comprehensive', Readonly<Record<number, Catch>>>> = {
  none: {
    6: {
      death:
        /^assert failed: tlsf_free tlsf\.c:1120 \(!block_is_free\(block\) && "block already marked as free"\)$/m,
    },
    // The size word leads far outside memory; what dies first depends on what a wild access hits.
    3: { death: /./ },
    7: { death: /./ },
  },
  light: POISONED,
  comprehensive: {
    ...POISONED,
    4: { text: DIRTY, death: /^assert failed: multi_heap_malloc multi_heap_poisoning\.c:258 \(ret\)$/m },
  },
};

/** In what a run of a fault program differs from IDF's rules. */
export function faultProblems(
  expected: ExpectedRun,
  poisoning: 'none' | 'light' | 'comprehensive',
  run: ObjectsRun,
): string[] {
  const which = expected.which ?? 0;
  const rule = CATCHES[poisoning][which];
  const { result, text } = run;
  if (rule === undefined) return survivorProblems(expected, poisoning, run);
  if (result.reason !== 'died' || !result.death)
    return [`expected the heap to stop the program (${rule.death}), got ${result.reason}`];
  const problems: string[] = [];
  if (!rule.death.test(result.death.reason))
    problems.push(`reason of death: expected ${rule.death}, got ${JSON.stringify(result.death.reason)}`);
  if (!text.includes(result.death.reason)) problems.push('the reason of death is not on the console');
  if (rule.text && !rule.text.test(text))
    problems.push(`console: expected ${rule.text}, got ${JSON.stringify(text)}`);
  return [...problems, ...culpritProblems(expected, run)];
}

/** The call that killed the program must be the one that the JSON calls bad, where it names one. */
function culpritProblems(expected: ExpectedRun, { ledger, symbolise }: ObjectsRun): string[] {
  const [bad] = expected.bad_frees;
  if (!bad) return [];
  const last = ledger.badFrees.at(-1);
  const want = `${bad.seq} ${bad.chain.map(({ fn }) => fn).join(' < ')}`;
  const got = last
    ? `${last.seq} ${last.chain.map((address) => symbolise(address)?.function ?? '?').join(' < ')}`
    : 'none';
  return want === got ? [] : [`bad free: expected ${want}, got ${got}`];
}

/** A fault that this mode does not catch: the program ends as if nothing were wrong. */
function survivorProblems(
  expected: ExpectedRun,
  poisoning: 'none' | 'light' | 'comprehensive',
  { result, text, ledger, symbolise }: ObjectsRun,
): string[] {
  const which = expected.which ?? 0;
  if (result.reason !== 'exit')
    return [`expected the program to end itself, got ${result.reason}: ${result.message ?? ''}`];
  const line = /^which (\d+) sink (\d+)$/m.exec(text);
  if (line?.[1] !== String(which))
    return [`printed: expected "which ${which} sink …", got ${JSON.stringify(text)}`];
  const problems = compareRun(expected, ledger, symbolise);
  // Freed memory reads 0xFEFEFEFE under comprehensive poisoning, which is how reading it is noticed.
  if (poisoning === 'comprehensive' && which === 5 && line[2] !== String(0xfefefefe))
    problems.push(`read of a freed block: expected ${0xfefefefe}, got ${line[2]}`);
  return problems;
}
