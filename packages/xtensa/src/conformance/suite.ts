/** A file handed to a suite. */
export interface SuiteInput {
  /** Path as the user wrote it; only for messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A file beside this one, where the caller can reach it. */
  readonly sibling?: (name: string) => Uint8Array | undefined;
}

/** What a suite found. */
export interface SuiteResult {
  passed: number;
  failed: number;
  /** "file: case: what, expected, got", at most {@link FAILURE_LIMIT} of them. */
  failures: string[];
}

/** A conformance suite: golden vectors against the code. A malformed file is one failed case. */
export type Suite = (inputs: SuiteInput[]) => SuiteResult | Promise<SuiteResult>;

/** Failures that are told in words; all are counted. */
export const FAILURE_LIMIT = 50;

/** Counts cases. */
export class SuiteCounter implements SuiteResult {
  passed = 0;
  failed = 0;
  failures: string[] = [];

  /** Counts one case: passed when `problem` is undefined. */
  count(where: string, problem: string | undefined): void {
    if (problem === undefined) {
      this.passed++;
      return;
    }
    this.failed++;
    if (this.failures.length < FAILURE_LIMIT) this.failures.push(`${where}: ${problem}`);
  }
}

/**
 * Runs `check` on every line of JSON-lines files and counts the cases. `check` returns what is wrong, or undefined;
 * what it throws is a failure of that case. An empty file and a line that is no JSON object count as a failure.
 */
export function runJsonLines(
  inputs: readonly SuiteInput[],
  check: (line: Record<string, unknown>, where: string) => string | undefined,
): SuiteResult {
  const result = new SuiteCounter();
  for (const { path, bytes } of inputs) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    let cases = 0;
    for (const [index, text] of lines.entries()) {
      if (text.trim() === '') continue;
      cases++;
      const where = `${path}:${index + 1}`;
      let line: unknown;
      try {
        line = JSON.parse(text);
      } catch {
        line = undefined;
      }
      if (typeof line !== 'object' || line === null || Array.isArray(line)) {
        result.count(where, 'not a JSON object, expected one case a line');
        continue;
      }
      try {
        result.count(where, check(line as Record<string, unknown>, where));
      } catch (error) {
        result.count(where, error instanceof Error ? error.message : String(error));
      }
    }
    if (cases === 0) result.count(path, 'empty file, expected one case a line');
  }
  return result;
}
