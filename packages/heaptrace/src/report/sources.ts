/** Finds source files for a report, only below folders that the user named. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';

/** Larger files are left out. */
const MAX_BYTES = 400_000;

/**
 * Makes a function for `ReportOptions.source`: a file that a trace names is looked for below each of the folders, by its whole
 * path, then by ever shorter ends of it (a firmware is rarely built where it is looked at). A trace may name any file, so
 * links and `..` that lead out of the folders are refused.
 */
export function sourceFinder(folders: readonly string[]): (file: string) => string | undefined {
  const roots = folders.flatMap((folder) => {
    try {
      return [realpathSync(folder)];
    } catch {
      return [];
    }
  });
  return (file) => {
    const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || parts.length > 64 || basename(file) === '') return undefined;
    for (let skip = 0; skip < parts.length; skip++)
      for (const root of roots) {
        const text = readInside(root, join(...parts.slice(skip)));
        if (text !== undefined) return text;
      }
    return undefined;
  };
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
