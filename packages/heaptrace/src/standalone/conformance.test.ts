import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { heaptrace } from './conformance.js';

const folder = fileURLToPath(new URL('../../vectors/', import.meta.url));
const shared = fileURLToPath(new URL('../../../../../shared/vectors/heaptrace/', import.meta.url));
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('heaptrace vectors', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.json.gz'))) {
    it(`${name}: every case`, () => {
      const result = heaptrace([{ path: name, bytes: gunzipSync(readFileSync(folder + name)) }]);
      expect(result.failures).toEqual([]);
      expect(result.passed).toBeGreaterThanOrEqual(22);
    });
  }

  const found = existsSync(shared);
  test.skipIf(!found)(`all of the shared vectors${found ? '' : ' (skipped: ../shared is not there)'}`, () => {
    const files = readdirSync(shared).filter((n) => n.endsWith('.json'));
    const result = heaptrace(files.map((path) => ({ path, bytes: readFileSync(shared + path) })));
    expect(result.failures).toEqual([]);
    expect(result.passed).toBeGreaterThan(600);
  });
});

describe('files that are no vectors', () => {
  const config = {
    format: 'heap-trace-dump-1',
    idf: 'v5.1.3',
    stack_depth: 2,
    spiram: false,
    unicore: false,
    hash_map_size: 0,
    record_size: 36,
  };
  const one = (ops: unknown[], change = {}): ReturnType<typeof heaptrace> =>
    heaptrace([
      { path: 'x.json', bytes: text({ config: { ...config, ...change }, cases: [{ name: 'c', ops }] }) },
    ]);

  it.each([
    ['empty', new Uint8Array(0), /empty file/],
    ['cut off', new TextEncoder().encode('{"config":'), /not JSON/],
    ['of another suite', text({ config: { format: 'other' }, cases: [] }), /another suite/],
    ['JSON null', text(null), /another suite/],
    ['without cases', text({ config, cases: [] }), /no cases/],
    ['with a case that is no list', text({ config, cases: [{ name: 'c', ops: [1] }] }), /no list/],
  ])('%s: one failure that says so', (_, bytes, message) => {
    const result = heaptrace([{ path: 'x.json', bytes }]);
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.failures[0]).toMatch(message);
  });

  it('a wrong expectation fails and tells operation, expected and got', () => {
    expect(one([['count', { '=': 1 }]])).toMatchObject({
      failed: 1,
      failures: ['x.json: c: operation 0 ["count"]: expected 1, got 0'],
    });
  });

  it('an unknown operation, a missing argument, a wrong record size, a version of nobody: failures', () => {
    expect(one([['melt']]).failures[0]).toMatch(/unknown operation "melt"/);
    expect(one([['A', 1, 2, 3]]).failures[0]).toMatch(/argument 4 is not a call chain/);
    expect(one([['A', 1, 2, 0.5, []]]).failures[0]).toMatch(/argument 3 is not a 32-bit number/);
    expect(one([['F', 4, [1, null]]]).failures[0]).toMatch(/argument 2 is not a call chain/);
    expect(one([['F', 4, []]]).failures[0]).toMatch(/compares nothing/);
    expect(one([], { record_size: 40 }).failures[0]).toMatch(/record_size: expected 40, got 36/);
    expect(one([], { idf: 'v1.0' }).failures[0]).toMatch(/ESP-IDF version "v1.0"/);
    expect(one([], { stack_depth: 11 }).failures[0]).toMatch(/allows 0 to 10/);
  });
});
