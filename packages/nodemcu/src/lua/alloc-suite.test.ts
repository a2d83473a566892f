import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SuiteFile } from '../conformance/suite.js';
import { luaAlloc } from './alloc-suite.js';

const own = new URL('../../vectors/lua-alloc/', import.meta.url).pathname;
const shared = new URL('../../../../../shared/vectors/lua-alloc/', import.meta.url).pathname;

function filesOf(folder: string): SuiteFile[] {
  const read = (name: string): Uint8Array | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : undefined;
  return readdirSync(folder).map((name) => ({ path: name, bytes: read(name)!, sibling: read }));
}

describe('lua-alloc: operations of the real NodeMCU interpreter', () => {
  it('eight scripts agree in blocks, counts, chains and the collector’s pace', () => {
    const result = luaAlloc(filesOf(own));
    expect(result.failures).toEqual([]);
    expect(result.passed).toBeGreaterThan(700);
  });

  it.skipIf(!existsSync(shared))(
    'all scripts of the shared vectors agree (skipped where they are not)',
    () => {
      expect(luaAlloc(filesOf(shared)).failures).toEqual([]);
    },
  );

  it('a vector that says something else fails by name', () => {
    const files = filesOf(own).filter(({ path }) => path.startsWith('table_concat'));
    const vector = JSON.parse(
      new TextDecoder().decode(files.find(({ path }) => path.endsWith('.json'))!.bytes),
    ) as {
      live_after_collect: Record<string, Record<string, number>>;
      lua_bytes: { collected: number };
    };
    vector.live_after_collect['table'] = { '32': 7 };
    vector.lua_bytes.collected += 100;
    const changed = new TextEncoder().encode(JSON.stringify(vector));
    const result = luaAlloc(
      files.map((file) => (file.path.endsWith('.json') ? { ...file, bytes: changed } : file)),
    );
    expect(result.failed).toBe(2);
    expect(result.failures[0]).toContain('live after collection, table: expected {"32":7}');
    expect(result.failures[1]).toContain('bytes kept');
  });

  it('empty, malformed and foreign files are failures', () => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const result = luaAlloc([
      { path: 'empty.json', bytes: encode('') },
      { path: 'text.json', bytes: encode('hello') },
      { path: 'other.json', bytes: encode('{"name":"x"}') },
      { path: 'null.json', bytes: encode('null') },
    ]);
    expect(result.passed).toBe(0);
    expect(result.failed).toBe(4);
  });
});
