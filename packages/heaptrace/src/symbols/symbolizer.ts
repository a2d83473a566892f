/** Return addresses to functions, offsets, files, lines and inlined frames. */
import type { SourceFrame } from '../outside/format.js';
import { DebugInfo } from './dwarf/debug-info.js';

/** What the symbolizer needs of a symbol table; `SymbolTable` of the machine has it. */
export interface SymbolLookup {
  lookup(address: number): { readonly name: string; readonly offset: number } | undefined;
}

/** Turns return addresses into frames. What is missing (symbols, debug information, both) is simply not shown. */
export class Symbolizer {
  /** Debug information, one for each program loaded. */
  readonly #debug: readonly DebugInfo[];

  /**
   * @param symbols - Symbols of everything that was loaded.
   * @param programs - For each program loaded, its debug sections by name. Sections must be relocated.
   */
  constructor(
    readonly symbols: SymbolLookup | undefined,
    programs: readonly ((section: string) => Uint8Array | undefined)[] = [],
  ) {
    this.#debug = programs
      .map((section) => new DebugInfo(section))
      .filter((info) => info.present || info.problems.length > 0);
  }

  /** What of the debug information could not be read, in words. */
  get problems(): readonly string[] {
    return this.#debug.flatMap((info) => info.problems);
  }

  /**
   * Frames of a return address, innermost first; empty when nothing is known. The instruction before the
   * address is the call, so that is what lines and inlined frames are those of.
   */
  frames(returnAddress: number): SourceFrame[] {
    const call = returnAddress - 1;
    const symbol = this.symbols?.lookup(call);
    const offset = symbol === undefined ? undefined : symbol.offset + 1;
    for (const info of this.#debug) {
      const frames = info.frames(call);
      if (frames.length === 0) continue;
      return frames.map((frame, index) => {
        const outermost = index === frames.length - 1;
        return {
          // The name in the source wins: symbols are also aliases (`_rename_r`) and clones (`get_arg$constprop$0`).
          function: frame.function ?? (outermost ? symbol?.name : undefined) ?? '',
          ...(frame.file === undefined ? {} : { file: frame.file }),
          ...(frame.line === undefined ? {} : { line: frame.line }),
          ...(outermost ? (offset === undefined ? {} : { offset }) : { inlined: true }),
        };
      });
    }
    return symbol === undefined ? [] : [{ function: symbol.name, offset: symbol.offset + 1 }];
  }

  /** Symbols for a trace: frames of each address about which anything is known. */
  symbolize(addresses: Iterable<number>): Map<number, SourceFrame[]> {
    const symbols = new Map<number, SourceFrame[]>();
    for (const address of addresses) {
      const frames = this.frames(address);
      if (frames.length > 0) symbols.set(address, frames);
    }
    return symbols;
  }
}
