/** Finds source files for a report, only below folders that the user named. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Larger files are left out. */
const MAX_BYTES = 400_000;

/** Bounds of the search for files whose folder the trace does not name. */
const MAX_ENTRIES = 50_000;
const MAX_DEPTH = 12;

/**
 * Makes a function for `ReportOptions.source`: a file that a trace names is looked for below each of the folders, by its whole
 * path, then by ever shorter ends of it (a firmware is rarely built where it is looked at), at last anywhere
 * below the folders if there is only one of that name. A trace may name any file, so links and `..` that lead out of the
 * folders are refused.
 */
export function sourceFinder(folders: readonly string[]): (file: string) => string | undefined {
  const roots = folders.flatMap((folder) => {
    try {
      return [realpathSync(folder)];
    } catch {
      return [];
    }
  });
  let index: Map<string, string[]> | undefined;
  return (file) => {
    const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || parts.length > 64) return undefined;
    for (let skip = 0; skip < parts.length; skip++)
      for (const root of roots) {
        const text = readInside(root, join(...parts.slice(skip)));
        if (text !== undefined) return text;
      }
    index ??= indexFiles(roots);
    const [only, ...others] = index.get(parts.at(-1) ?? '') ?? [];
    if (only === undefined || others.length > 0) return undefined;
    return readInside(
      roots.find((root) => only.startsWith(root))!,
      only,
    );
  };
}

/** Paths of all files below the folders by their names; links and hidden folders are not followed. */
function indexFiles(roots: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  let left = MAX_ENTRIES;
  const visit = (folder: string, depth: number): void => {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      if (--left < 0) return;
      const path = join(folder, entry.name);
      if (entry.isFile()) index.set(entry.name, [...(index.get(entry.name) ?? []), path]);
      else if (entry.isDirectory() && depth < MAX_DEPTH && !/^\.|^node_modules$/.test(entry.name))
        visit(path, depth + 1);
    }
  };
  for (const root of roots) visit(root, 0);
  return index;
}

function readInside(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(resolve(root, path));
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const { size } = statSync(real);
    if (size > MAX_BYTES) return undefined;
    const text = readFileSync(real, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
