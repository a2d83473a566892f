/**
 * The one error that the heap model throws at run time: what would be `assert()` or `abort()` on the chip.
 *
 * @packageDocumentation
 */

/** What a failed check did on the chip. */
export type HeapAssertKind = 'assert' | 'abort' | 'fault';

/**
 * A failed `assert()` or an `abort()` in the heap code. The caller turns it into a guest abort.
 *
 * `kind` 'fault': a pointer in the heap's structures leads outside memory, where the chip takes a LoadProhibited or
 * StoreProhibited exception.
 *
 * `message` is the line that IDF prints: `assert failed: tlsf_free tlsf.c:1120 (...)`, or `abort()`, or the text that was
 * given to `esp_system_abort`.
 */
export class HeapAssertError extends Error {
  override readonly name = 'HeapAssertError';
  constructor(
    readonly kind: HeapAssertKind,
    /** C function that failed, e.g. `tlsf_free`. */
    readonly functionName: string,
    /** Source file in IDF, e.g. `tlsf.c`. */
    readonly file: string,
    readonly line: number,
    /** The asserted C expression; for an abort its text, or ''. */
    readonly expression: string,
  ) {
    super(
      kind === 'assert'
        ? `assert failed: ${functionName} ${file}:${line} (${expression})`
        : expression === ''
          ? 'abort()'
          : expression,
    );
  }
}

/** The error for a pointer that leads outside memory. */
export function wildPointer(): HeapAssertError {
  return new HeapAssertError(
    'fault',
    'multi_heap',
    'multi_heap.c',
    0,
    'heap structures in memory lead outside memory (LoadProhibited or StoreProhibited on the chip)',
  );
}
