/** What all suites of this package share. */

/** Outcome of a suite. */
export interface SuiteResult {
  passed: number;
  failed: number;
  /** The first failures, `file: case: what, expected, got`. */
  failures: string[];
}

/** A file or folder for a suite. */
export interface SuiteFile {
  path: string;
  /** The file's bytes; empty for a folder. */
  bytes: Uint8Array;
  /** A file beside the file, or in the folder. */
  sibling?(name: string): Uint8Array | undefined;
}

const FAILURES_KEPT = 50;

/** Counts comparisons. */
export class Tally implements SuiteResult {
  passed = 0;
  failed = 0;
  readonly failures: string[] = [];

  /** One comparison. `text` says what was expected and what was found; it is made only when it is needed. */
  check(success: boolean, text: () => string): void {
    if (success) this.passed++;
    else {
      this.failed++;
      if (this.failures.length < FAILURES_KEPT) this.failures.push(text());
    }
  }
}

/**
 * The JSON in a file of a suite.
 * @throws Error that says what was expected, for an empty file and for one that is no JSON
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new Error('expected JSON, got an empty file');
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new Error(`expected JSON: ${(error as Error).message}`, { cause: error });
  }
}
