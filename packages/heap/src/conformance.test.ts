import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heap } from './conformance.js';

const shared = join(import.meta.dirname, '../../../../shared/vectors/heap');

describe.skipIf(!existsSync(shared))('all shared vectors', () => {
  for (const name of existsSync(shared) ? readdirSync(shared).filter((n) => !n.endsWith('.md')) : []) {
    it(name, () => {
      const result = heap([{ path: name, bytes: readFileSync(join(shared, name)) }]);
      expect(result.failures.slice(0, 5)).toEqual([]);
      expect(result.passed).toBeGreaterThan(0);
    });
  }
});
