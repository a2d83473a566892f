import { DEFAULT_IDF_VERSION, HEAP_BEHAVIOUR, type IdfVersion } from '@xtal/heap';
import { parseIdfVersion } from '../standalone/index.js';

/** The row of the heap's version table that holds for an ESP-IDF release: the newest that is not newer. */
export function heapVersion(idf: string): IdfVersion {
  const number = (version: string): number => {
    const [major, minor, patch] = parseIdfVersion(version);
    return (major * 1000 + minor) * 1000 + patch;
  };
  const wanted = number(idf);
  if (wanted >= number('v5.1.0') && wanted < number('v5.1.5')) return DEFAULT_IDF_VERSION;
  // The row 'v5.0' begins at 5.0.1 and 'v4.4' at 4.4.4: the .0 rows are the ones before.
  const from = (row: IdfVersion): number =>
    number(row === 'v5.0' ? 'v5.0.1' : row === 'v4.4' ? 'v4.4.4' : row);
  const rows = (Object.keys(HEAP_BEHAVIOUR) as IdfVersion[]).sort((a, b) => from(a) - from(b));
  return rows.filter((row) => from(row) <= wanted).at(-1) ?? rows[0]!;
}
