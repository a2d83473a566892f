import type { AssemblerLimits } from './diagnostics.js';

/** What `assemble` can be told. */
export interface AssemblyOptions {
  /** Contents of a file that a source includes; undefined when there is none. */
  readonly include?: ((name: string) => string | undefined) | undefined;
  /** Bytes of a file that `.incbin` names. */
  readonly includeBinary?: ((name: string) => Uint8Array | undefined) | undefined;
  /** Symbols (`--defsym`) and, for `.S`, preprocessor macros. */
  readonly defines?: Readonly<Record<string, string | number>> | undefined;
  /** Whether instructions may be replaced by shorter or longer ones (GNU's `--no-transform` is false). Default true. */
  readonly transform?: boolean | undefined;
  /** Whether calls to symbols of other sections become L32R and CALLX. Default false. */
  readonly longcalls?: boolean | undefined;
  /** Whether literals go into the text section at `.literal_position` instead of `.literal` sections. Default false. */
  readonly textSectionLiterals?: boolean | undefined;
  /** Whether sources without `.loc` get a line table of their own lines. Default true. */
  readonly debugLines?: boolean | undefined;
  readonly limits?: Partial<AssemblerLimits> | undefined;
}
