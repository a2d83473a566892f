import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The package's fixtures. */
export const FIXTURES = join(here, '..', '..', 'fixtures');

/** Files that stay outside the repository: real firmware and the ROM. Undefined where they are not at hand. */
export function sharedFile(path: string): Uint8Array | undefined {
  const file = join(here, '..', '..', '..', '..', '..', 'shared', path);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
}

/** A fixture's bytes. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FIXTURES, path)));
}

/** Small, fast, seeded: for mutations in fuzz tests. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
