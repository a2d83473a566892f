/** A call chain; the same object whenever the same functions are running. */
export class CallChain {
  /** What recorders keep of it, by what they are, for those who ask often. */
  readonly kept: (Uint32Array | undefined)[] = [];
  constructor(
    /** Return addresses, innermost first: the first is where the heap function returns to. */
    readonly addresses: Uint32Array,
  ) {}
}
