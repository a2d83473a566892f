import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkObjects, runObjects, type ObjectsFolder } from './check-objects.js';

const own = fileURLToPath(new URL('../../vectors/objects/', import.meta.url));

/** Own copies are gzipped. */
function folder(path: string): ObjectsFolder {
  return {
    path: 'objects',
    names: () => readdirSync(path).map((name) => name.replace(/\.gz$/, '')),
    sibling: (name) => {
      if (existsSync(path + name)) return readFileSync(path + name);
      return existsSync(`${path}${name}.gz`) ? gunzipSync(readFileSync(`${path}${name}.gz`)) : undefined;
    },
  };
}

const w1 = (): { name: string; bytes: Uint8Array }[] =>
  ['w1_sensor.O2.o', 'w1_store.O2.o'].map((name) => ({ name, bytes: folder(own).sibling(name)! }));

describe('objects of a real ESP32 GCC', () => {
  it('chains, lines, counts, sizes and remains are what their JSON states; poisoning catches the faults', () => {
    const result = checkObjects(folder(own));
    expect(result.failures).toEqual([]);
    expect(result.passed).toBe(1 + 8 * 3);
  });

  it('w1_sensor: 8 blocks of 280 bytes remain; its own dump lacks those of heap_caps_calloc, which v5.1.3 does not trace', () => {
    const { text } = runObjects(w1());
    expect(text).toMatch(/^====== Heap Trace: 4 records \(64 capacity\) ======$/m);
    expect(text).toMatch(/^168 bytes 'leaked' in trace \(4 allocations\)$/m);
    expect(text).toMatch(/^total allocations: 911$/m);
  });
});

describe('a folder that does not fit its JSON', () => {
  const changed = (change: (json: string) => string): ObjectsFolder => ({
    ...folder(own),
    names: () => ['w1_sensor.O2.json'],
    sibling: (name) => {
      const bytes = folder(own).sibling(name);
      return name.endsWith('.json')
        ? new TextEncoder().encode(change(new TextDecoder().decode(bytes)))
        : bytes;
    },
  });

  it.each([
    ['a count', (json: string) => json.replace('"count":300', '"count":301'), /count: expected 301, got 300/],
    [
      'a line',
      (json: string) => json.replace('"line":17', '"line":18'),
      /lines: expected msg_new w1_sensor.c:18 </,
    ],
    ['an offset', (json: string) => json.replace('"offset":12}', '"offset":15}'), /which never happened/],
    [
      'a printed line',
      (json: string) => json.replace('done 7961', 'done 7962'),
      /printed: expected the line/,
    ],
    ['a missing object', (json: string) => json.replace('w1_store.O2.o', 'w9.o'), /w9.o is missing/],
  ])('%s: told', (_, change, message) => {
    const result = checkObjects(changed(change));
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.failures.join('\n')).toMatch(message);
  });

  it('no workload at all: a failure', () => {
    expect(checkObjects({ path: 'x', names: () => ['a.json'], sibling: () => undefined }).failures).toEqual([
      'x: no workload JSON with objects in this folder',
    ]);
  });
});
