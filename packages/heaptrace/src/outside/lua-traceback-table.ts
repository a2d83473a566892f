/**
 * Lua tracebacks, each kept once. A traceback is a list of `source:line` positions, innermost first, such as
 * `init.lua:12`; 0 is "no Lua was running".
 */

/** One position of a traceback. */
export interface LuaPosition {
  /** Chunk name without its leading `@` or `=`. */
  readonly source: string;
  /** Line, from 1; 0 when the function has no line information. */
  readonly line: number;
  /** Name of the function as far as Lua knows it. */
  readonly name?: string;
}

/** Interning table of Lua tracebacks. */
export class LuaTracebackTable {
  readonly #ids = new Map<string, number>();
  readonly #tracebacks: (readonly LuaPosition[])[] = [[]];

  /** Number of tracebacks including the empty one; valid identifiers are `0 … count - 1`. */
  get count(): number {
    return this.#tracebacks.length;
  }

  /** The identifier of a traceback, the same for equal positions. */
  intern(positions: readonly LuaPosition[]): number {
    if (positions.length === 0) return 0;
    let key = '';
    for (const position of positions) key += `${position.source}\0${position.line}\0${position.name ?? ''}\n`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#tracebacks.length;
      this.#tracebacks.push([...positions]);
      this.#ids.set(key, id);
    }
    return id;
  }

  /** The positions of traceback `id`, innermost first; empty for an unknown identifier. */
  traceback(id: number): readonly LuaPosition[] {
    return this.#tracebacks[id] ?? [];
  }
}
