/** The suites on the vectors that lie in this package, and on inputs that are no vectors. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { luaLeaks } from './lua-leaks-suite.js';
import { luaRepl } from './lua-repl-suite.js';
import type { SuiteFile } from './suite.js';

const vectors = (name: string): string => fileURLToPath(new URL(`../../vectors/${name}`, import.meta.url));

function file(folder: string, name: string, change = (text: string): string => text): SuiteFile {
  return {
    path: name,
    bytes: Buffer.from(change(readFileSync(`${folder}/${name}`, 'utf8'))),
    sibling: (other) => readFileSync(`${folder}/${other}`),
  };
}

describe('lua-leaks', () => {
  const folder = vectors('lua-leaks');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  it.each(names)('%s', (name) => {
    const { failures, passed } = luaLeaks([file(folder, name)]);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(1);
  });

  it('fails where the vector says something else, and on files that are none', () => {
    const wrong = (text: string): string =>
      text.replace(/"blocks_per_iteration": *([\d.]+)/, '"blocks_per_iteration": 77');
    const leaking = names.find((name) => readFileSync(`${folder}/${name}`, 'utf8').includes('"leak": true'))!;
    expect(luaLeaks([file(folder, leaking, wrong)]).failed).toBeGreaterThan(0);
    for (const [text, message] of [
      ['', 'x.json: expected JSON, got an empty file'],
      ['hello', 'x.json: expected JSON: Unexpected token'],
      ['null', 'x.json: expected a leak vector'],
      ['{"script":"a.lua","leak":true,"measured":{}}', 'x.json: expected a leak vector'],
    ] as const) {
      const { passed, failures } = luaLeaks([{ path: 'x.json', bytes: Buffer.from(text) }]);
      expect(passed).toBe(0);
      expect(failures[0]).toContain(message);
    }
    expect(luaLeaks([{ path: 'other.json', bytes: Buffer.from('{"a": 1}') }]).failures[0]).toContain(
      'other.json: expected a leak vector',
    );
  });
});

describe('lua-repl', () => {
  const folder = vectors('lua-repl');
  const read = (name: string): Uint8Array => readFileSync(`${folder}/${name}`);
  it('every line of the transcript', () => {
    const result = luaRepl([{ path: 'lua-repl', bytes: new Uint8Array(0), sibling: read }]);
    expect(result.failures).toEqual([]);
    expect(result.passed).toBeGreaterThan(50);
  });
  it('fails on another transcript and on a folder without one', () => {
    const other = (name: string): Uint8Array =>
      name === 'input.txt' ? read(name) : Buffer.from(Buffer.from(read(name)).toString().replace('> ', '? '));
    expect(luaRepl([{ path: 'x', bytes: new Uint8Array(0), sibling: other }]).failed).toBeGreaterThan(0);
    expect(luaRepl([{ path: 'x', bytes: new Uint8Array(0) }])).toMatchObject({ passed: 0, failed: 1 });
  });
});
