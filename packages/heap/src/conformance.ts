/**
 * The `heap` conformance suite: golden vectors `heap-ops-1`, `heap-caps-1` (gzip JSON Lines), `heap-corrupt-1` and the list
 * of geometries (JSON). Each compared result or hash is one case. Formats: docs/heap.md.
 *
 * @packageDocumentation
 */
import { gunzipSync } from 'node:zlib';
import { runCapsTrace } from './conformance-caps.js';
import { runCorruption } from './conformance-corrupt.js';
import { runGeometry } from './conformance-geometry.js';
import { runOpsTrace } from './conformance-ops.js';
import { Report, VectorError, type JsonObject } from './conformance-report.js';

/** Outcome of a suite. */
export interface SuiteResult {
  passed: number;
  failed: number;
  /** The first failures, `file: case: what, expected, got`. */
  failures: string[];
}

/** A file for a suite. */
export interface SuiteFile {
  path: string;
  bytes: Uint8Array;
  /** A file beside this one. */
  sibling?(name: string): Uint8Array | undefined;
}

/** Runs golden vectors against the code. */
export type Suite = (files: SuiteFile[]) => SuiteResult | Promise<SuiteResult>;

/** A vector file unpacks to no more than this. */
const MAX_UNPACKED = 256 << 20;

/** The `heap` suite. */
export const heap = (files: SuiteFile[]): SuiteResult => {
  const report = new Report();
  for (const file of files) {
    report.file(file.path);
    try {
      runFile(file, report);
    } catch (error) {
      if (error instanceof VectorError) report.fail(error.where, error.problem);
      else report.fail('run', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  }
  return { passed: report.passed, failed: report.failed, failures: report.failures };
};

function runFile(file: SuiteFile, report: Report): void {
  const text = unpack(file.bytes);
  if (text.trim() === '') throw new VectorError('file', 'is empty');
  const newline = text.indexOf('\n');
  const first = tryParse(newline < 0 ? text : text.slice(0, newline));
  const format = isObject(first) ? first['format'] : undefined;
  if (format === 'heap-ops-1') runOpsTrace(first as JsonObject, text.slice(newline + 1), report);
  else if (format === 'heap-caps-1') runCapsTrace(first as JsonObject, text.slice(newline + 1), report);
  else {
    const whole = tryParse(text);
    if (Array.isArray(whole)) runGeometry(whole, report);
    else if (isObject(whole) && whole['format'] === 'heap-corrupt-1') runCorruption(whole, report);
    else {
      const name = isObject(whole) ? whole['format'] : format;
      const got = typeof name === 'string' ? `format '${name}'` : 'no JSON with a format';
      throw new VectorError(
        'file',
        `expected heap-ops-1, heap-caps-1, heap-corrupt-1 or a list of geometries, got ${got}`,
      );
    }
  }
}

function unpack(bytes: Uint8Array): string {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
    } catch (error) {
      throw new VectorError(
        'file',
        `cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return new TextDecoder().decode(plain);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
