import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heap } from './conformance.js';

const own = join(import.meta.dirname, '../vectors');
const shared = join(import.meta.dirname, '../../../../shared/vectors/heap');
const vectorsOf = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.md')) : [];

const run = (content: string | Uint8Array): { passed: number; failed: number; failures: string[] } =>
  heap([{ path: 'x', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }]);
const plain = (name: string): string => gunzipSync(readFileSync(join(own, name))).toString();

describe('vectors of the package', () => {
  it.each(vectorsOf(own))('%s', (name) => {
    const result = heap([{ path: name, bytes: readFileSync(join(own, name)) }]);
    expect(result.failures).toEqual([]);
    expect(result.failed).toBe(0);
    expect(result.passed).toBeGreaterThan(50);
  });
});

describe.skipIf(!existsSync(shared))(
  'all shared vectors (../shared/vectors/heap; skipped where it is not there)',
  () => {
    it.each(vectorsOf(shared))('%s', (name) => {
      const result = heap([{ path: name, bytes: readFileSync(join(shared, name)) }]);
      expect(result.failures).toEqual([]);
      expect(result.passed).toBeGreaterThan(50);
    });
  },
);

describe('a vector that is not met', () => {
  const trace = plain('tiny.dram-small.none.jsonl.gz');

  it('is a failure with line, expectation and result', () => {
    const { failed, failures } = run(trace.replace(/\["m",(\d+,\d+),\d+\]/, '["m",$1,4]'));
    expect(failed).toBe(1);
    expect(failures[0]).toMatch(/^x: line \d+: address of \["m",\d+,\d+,4\], expected 4, got \d+$/);
  });

  it('fails also by a hash alone', () => {
    const { failed, failures } = run(trace.replace(/\["H",100,\d+/, '["H",100,1'));
    expect(failed).toBe(1);
    expect(failures[0]).toMatch(/structure hash, expected 1, got/);
  });

  it('fails by a printed text', () => {
    const caps = plain('caps.01.A.none.jsonl.gz').replace('Totals:', 'Total:');
    expect(run(caps).failures[0]).toMatch(/heap_caps_print_heap_info/);
  });
});

describe('damaged files', () => {
  it.each(['edge.dram-small.comp.jsonl.gz', 'caps.08.B.light.jsonl.gz', 'corrupt.json', 'geometry.json'])(
    '%s with random characters changed: an answer, never an exception',
    (name) => {
      const raw = readFileSync(join(own, name));
      const text = (name.endsWith('.gz') ? gunzipSync(raw) : raw).toString().slice(0, 40_000);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...'0123456789,"[]{}-xfm')), {
            minLength: 1,
            maxLength: 6,
          }),
          (changes) => {
            const characters = [...text];
            for (const [at, character] of changes) characters[at] = character;
            const { passed, failed, failures } = run(characters.join(''));
            expect(passed + failed).toBeGreaterThan(0);
            expect(failures.length).toBeLessThanOrEqual(50);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});

describe('files that are no vectors', () => {
  const trace = plain('tiny.dram-small.none.jsonl.gz');
  it.each([
    ['empty', '', /is empty/],
    ['not JSON', 'hello', /no JSON with a format/],
    ['another suite', '{"format":"heap-trace-1"}', /format 'heap-trace-1'/],
    ['an empty list', '[]', /empty list/],
    ['a list of something else', '[1]', /expected an object/],
    ['a header without fields', '{"format":"heap-ops-1"}\n{"end":0}', /header\.base/],
    [
      'an odd region',
      '{"format":"heap-ops-1","base":3,"size":4096,"init":0,"poison":"none"}\n{"end":0}',
      /bad address 3/,
    ],
    [
      'a region too small',
      '{"format":"heap-ops-1","base":4,"size":64,"init":0,"poison":"none"}\n{"end":0}',
      /does not register/,
    ],
    [
      'an unknown poison',
      trace.replace('"poison": "none"', '"poison": "heavy"'),
      /none or light or comprehensive/,
    ],
    ['truncated', trace.slice(0, trace.lastIndexOf('{')), /truncated/],
    ['cut in a line', trace.slice(0, 3000), /is not JSON/],
    ['an unknown operation', trace.replace('["f",', '["q",'), /unknown operation "q"/],
    ['a negative size', trace.replace(/\["m",(\d+),/, '["m",$1,-'), /whole number/],
    ['text behind the end', `${trace}["f",0]\n`, /behind the end/],
    [
      'corruption without cases',
      '{"format":"heap-corrupt-1","layout":{"heap_start":1073424920,"iram_end":1074317824,"init":0},"cases":[]}',
      /with cases/,
    ],
    [
      'corruption with a bad operation',
      '{"format":"heap-corrupt-1","layout":{"heap_start":1073424920,"iram_end":1074317824,"init":0},"cases":[{"poison":"none","ops":[["x"]]}]}',
      /unknown operation "x"/,
    ],
  ])('%s: one failure that says so', (_name, content, message) => {
    const { failed, failures } = run(content);
    expect(failed).toBeGreaterThanOrEqual(1);
    expect(failures.at(-1)).toMatch(message);
  });

  it('damaged compression', () => {
    expect(run(gzipSync(trace).subarray(0, 400)).failures[0]).toMatch(/cannot be unpacked/);
  });

  it('one bad file does not hide the others', () => {
    const good = { path: 'good', bytes: gzipSync(trace) };
    const result = heap([{ path: 'bad', bytes: new Uint8Array() }, good]);
    expect(result.failed).toBe(1);
    expect(result.passed).toBeGreaterThan(1000);
  });
});
