/**
 * IDF's heap behaviour by version, as data.
 *
 * @packageDocumentation
 */

/** Supported IDF release lines. `v5.1.3` is the default and the one that the golden vectors cover. */
export type IdfVersion =
  'v4.4.0' | 'v4.4' | 'v5.0.0' | 'v5.0' | 'v5.1.3' | 'v5.1.5' | 'v5.2' | 'v5.3' | 'v5.4' | 'v5.5';

/** What differs between versions, each with the source line of the facts that says so. */
export interface HeapBehaviour {
  readonly version: IdfVersion;
  /** Golden vectors cover this version; otherwise it follows published descriptions only. */
  readonly coveredByVectors: boolean;
  /** Releases that behave so. */
  readonly releases: string;
  /**
   * TLSF parameters: 'dynamic' from the pool's size; 'fixed' = second level 32, first level up to `fixedFirstLevelMax`
   * for every pool.
   */
  readonly parameters: 'dynamic' | 'fixed';
  /** `tlsf_fit_size` returns sizes below the small-block size as they are (TLSF 8fc595f) instead of 0. */
  readonly fitSizeKeepsSmall: boolean;
  /** malloc and memalign carve the size that the search rounded up to (TLSF 2867f68, expected, not verified). */
  readonly carvesRoundedSize: boolean;
  /** memalign returns NULL where adding the alignment overflows (v5.4+, expected, not verified); before, the block is too small. */
  readonly memalignChecksOverflow: boolean;
  /** Pieces of memory of this many bytes or fewer do not become heaps (16 in v5.1; v4.x made a heap entry of 4 bytes). */
  readonly smallestRegion: number;
  /** A failed `heap_caps_calloc` reports n * size to the callback instead of size. */
  readonly callocReportsProduct: boolean;
}

const base = {
  coveredByVectors: false,
  parameters: 'dynamic',
  fitSizeKeepsSmall: false,
  carvesRoundedSize: false,
  memalignChecksOverflow: false,
  smallestRegion: 16,
  callocReportsProduct: false,
} as const;

/** The table. */
export const HEAP_BEHAVIOUR: Readonly<Record<IdfVersion, HeapBehaviour>> = {
  'v4.4.0': {
    ...base,
    version: 'v4.4.0',
    releases: 'v4.4.0 to v4.4.3',
    parameters: 'fixed',
    smallestRegion: 0,
  },
  'v4.4': { ...base, version: 'v4.4', releases: 'v4.4.4 and later v4.4.x, v4.3.7', smallestRegion: 0 },
  'v5.0.0': { ...base, version: 'v5.0.0', releases: 'v5.0.0', parameters: 'fixed' },
  'v5.0': { ...base, version: 'v5.0', releases: 'v5.0.1 and later v5.0.x' },
  'v5.1.3': { ...base, version: 'v5.1.3', releases: 'v5.1.0 to v5.1.4', coveredByVectors: true },
  'v5.1.5': { ...base, version: 'v5.1.5', releases: 'v5.1.5 and later v5.1.x', callocReportsProduct: true },
  'v5.2': { ...base, version: 'v5.2', releases: 'v5.2.x', callocReportsProduct: true },
  'v5.3': {
    ...base,
    version: 'v5.3',
    releases: 'v5.3.x',
    callocReportsProduct: true,
    fitSizeKeepsSmall: true,
  },
  'v5.4': {
    ...base,
    version: 'v5.4',
    releases: 'v5.4.x',
    callocReportsProduct: true,
    fitSizeKeepsSmall: true,
    carvesRoundedSize: true,
    memalignChecksOverflow: true,
  },
  'v5.5': {
    ...base,
    version: 'v5.5',
    releases: 'v5.5.x',
    callocReportsProduct: true,
    fitSizeKeepsSmall: true,
    carvesRoundedSize: true,
    memalignChecksOverflow: true,
  },
};

/** Default version everywhere. */
export const DEFAULT_IDF_VERSION: IdfVersion = 'v5.1.3';

/** The behaviour of a version; throws a `RangeError` that names the known ones. */
export function heapBehaviour(version: string = DEFAULT_IDF_VERSION): HeapBehaviour {
  if (!Object.hasOwn(HEAP_BEHAVIOUR, version)) {
    throw new RangeError(
      `heap: unknown IDF version '${version}'; known: ${Object.keys(HEAP_BEHAVIOUR).join(', ')}`,
    );
  }
  return HEAP_BEHAVIOUR[version as IdfVersion];
}
