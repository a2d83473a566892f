/**
 * Counting of cases, and careful reading of vector files that may be damaged.
 *
 * @packageDocumentation
 */

/** A parsed JSON object. */
export type JsonObject = Record<string, unknown>;

const MAX_FAILURES = 50;

/** The file is not what its format says. */
export class VectorError extends Error {
  override readonly name = 'VectorError';
  constructor(
    readonly where: string,
    readonly problem: string,
  ) {
    super(`${where}: ${problem}`);
  }
}

/** Counts cases and keeps the first failures. */
export class Report {
  passed = 0;
  failed = 0;
  readonly failures: string[] = [];
  private path = '';

  /** What follows belongs to this file. */
  file(path: string): void {
    this.path = path;
  }

  fail(where: string, what: string): void {
    this.failed++;
    if (this.failures.length < MAX_FAILURES) this.failures.push(`${this.path}: ${where}: ${what}`);
  }

  /** One case: the two values are equal (compared as JSON when they are objects). */
  check(where: string | (() => string), what: string, expected: unknown, got: unknown): boolean {
    const same =
      expected === got ||
      (typeof expected === 'object' && expected !== null && JSON.stringify(expected) === JSON.stringify(got));
    if (same) this.passed++;
    else {
      const at = typeof where === 'string' ? where : where();
      this.fail(at, `${what}, expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
    return same;
  }
}

/** A field that must be a whole number in [min, max]. */
export function numberField(
  object: JsonObject,
  name: string,
  where: string,
  min = 0,
  max = 0xffffffff,
): number {
  return numberValue(object[name], `${where}.${name}`, min, max);
}

/** A value that must be a whole number in [min, max]. */
export function numberValue(value: unknown, where: string, min = 0, max = 0xffffffff): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new VectorError(
      where,
      `expected a whole number from ${min} to ${max}, got ${JSON.stringify(value)}`,
    );
  }
  return value;
}

/** A value that must be one of some strings. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], where: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw new VectorError(where, `expected ${allowed.join(' or ')}, got ${JSON.stringify(value)}`);
  }
  return found;
}

/** Poisoning modes as headers name them. */
export const POISONING_NAMES = ['none', 'light', 'comprehensive'] as const;

/**
 * Calls `each` for every JSON line before the end line `{"end": n}`, with the line's number in the file (the header is
 * line 1), and returns n; a missing end line is an error (truncated file).
 */
export function forEachLine(body: string, each: (line: unknown[], number: number) => void): number {
  let number = 1;
  for (let from = 0; from < body.length;) {
    let to = body.indexOf('\n', from);
    if (to < 0) to = body.length;
    number++;
    const text = body.slice(from, to);
    from = to + 1;
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new VectorError(`line ${number}`, `is not JSON: ${text.slice(0, 60)}`);
    }
    if (Array.isArray(value)) each(value, number);
    else if (typeof value === 'object' && value !== null && 'end' in value) {
      if (body.slice(from).trim() !== '') throw new VectorError(`line ${number}`, 'text behind the end line');
      return numberValue(value.end, `line ${number}.end`);
    } else
      throw new VectorError(`line ${number}`, `expected an array or {"end": n}, got ${text.slice(0, 60)}`);
  }
  throw new VectorError('file', 'truncated: no {"end": n} line');
}
