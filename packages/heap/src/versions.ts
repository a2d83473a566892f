/**
 * IDF's heap behaviour by version, as data.
 *
 * @packageDocumentation
 */

/** Supported IDF release lines; `v5.1.3` is the one that vectors cover. */
export type IdfVersion = 'v4.4' | 'v5.0' | 'v5.0.1' | 'v5.1.3' | 'v5.1.5' | 'v5.2' | 'v5.3' | 'v5.4' | 'v5.5';
