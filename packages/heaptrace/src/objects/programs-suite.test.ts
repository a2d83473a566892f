import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { programs, type FolderInput } from './programs-suite.js';

const shared = fileURLToPath(new URL('../../../../../shared/fixtures/programs/', import.meta.url));
const none = new Uint8Array(0);

function folder(path: string): FolderInput {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return {
    path,
    bytes: none,
    names: () => names,
    sibling: (name) => (existsSync(path + name) ? readFileSync(path + name) : undefined),
  };
}

describe('suite programs', () => {
  it('a folder with neither programs nor objects is a failure', () => {
    expect(programs([{ path: 'x', bytes: none }])).toMatchObject({ passed: 0, failed: 1 });
  });

  const found = existsSync(shared);
  test.skipIf(!found)(
    `the shared programs and their objects${found ? '' : ' (skipped: ../shared is not there)'}`,
    () => {
      const all = programs([folder(shared)]);
      expect(all.failures).toEqual([]);
      expect(all.passed).toBe(12 + 4 * (1 + 8 * 3));
    },
  );
});
