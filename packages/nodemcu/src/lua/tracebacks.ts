/** Lua tracebacks of allocations: which lines of which scripts were running. */
import { LuaTracebackTable, type LuaPosition } from '@xtal/heaptrace';
import type { LuaMachine } from './machine.js';
import { sourceName } from './machine.js';
import type { CallInfo, LClosure, Proto } from './objects.js';
import { CIST_LUA } from './state.js';

/** Tracebacks that are found by their functions without a look at names. */
const KNOWN_MAX = 1 << 16;
/** Different tracebacks that a run keeps. */
const TRACEBACKS_MAX = 1 << 18;

/** Tracebacks that are found by a look at the running functions alone; a power of two. */
const RECENT = 256;

interface Known {
  /** Number of the prototype and line, by level, innermost first. */
  readonly key: Int32Array;
  readonly id: number;
}

/** A traceback by where its functions were: number of the prototype and place in its code, by level. */
interface Recent {
  readonly places: Int32Array;
  readonly id: number;
}

function isOf(known: Known, key: Int32Array, n: number): boolean {
  if (known.key.length !== n) return false;
  for (let i = 0; i < n; i++) if (known.key[i] !== key[i]) return false;
  return true;
}

/** Are these the functions that run: `innermost`, and up to `depth` in all? */
function isRunning({ places }: Recent, innermost: CallInfo, depth: number): boolean {
  let n = 0;
  for (let ci: CallInfo | null = innermost; ci !== null && n < 2 * depth; ci = ci.previous) {
    if ((ci.callstatus & CIST_LUA) === 0) continue;
    if (
      n === places.length ||
      places[n] !== (ci.func.value as LClosure).p!.uid ||
      places[n + 1] !== ci.l_savedpc
    )
      return false;
    n += 2;
  }
  return n === places.length;
}

/**
 * Interns the traceback of the running thread. Made for every allocation: a traceback that was seen before costs a walk
 * over the call records and one look-up.
 */
export class LuaTracebacks {
  private readonly known = new Map<number, Known[]>();
  /** Those met last, by where their innermost function was: most allocations have one of few. */
  private readonly recent: (Recent | undefined)[] = new Array<undefined>(RECENT).fill(undefined);
  private readonly key: Int32Array;
  private readonly protos: (Proto | null)[];

  /**
   * @param depth levels kept, innermost first; C functions are not counted
   * @param table where the tracebacks go: identifiers are its
   */
  constructor(
    private readonly lua: LuaMachine,
    readonly table: LuaTracebackTable = new LuaTracebackTable(),
    readonly depth = 8,
  ) {
    this.key = new Int32Array(2 * depth);
    this.protos = new Array<Proto | null>(depth).fill(null);
  }

  /** Identifier of the present traceback, 0 when no Lua function runs. */
  current(): number {
    let ci: CallInfo | null = (this.lua.g.running ?? this.lua.L).ci;
    while (ci !== null && (ci.callstatus & CIST_LUA) === 0) ci = ci.previous;
    if (ci === null) return 0;
    const slot = ((ci.func.value as LClosure).p!.uid * 31 + ci.l_savedpc) & (RECENT - 1);
    const recent = this.recent[slot];
    if (recent !== undefined && isRunning(recent, ci, this.depth)) return recent.id;
    const places: number[] = [];
    const id = this.look(ci, places);
    this.recent[slot] = { places: Int32Array.from(places), id };
    return id;
  }

  /** The traceback from a function on, by lines; where the functions were goes to `places`. */
  private look(innermost: CallInfo, places: number[]): number {
    const { key, depth, protos } = this;
    let n = 0;
    let hash = 0;
    for (let ci: CallInfo | null = innermost; ci !== null && n < 2 * depth; ci = ci.previous) {
      if ((ci.callstatus & CIST_LUA) === 0) continue;
      const p = (ci.func.value as LClosure).p!;
      const line = p.lineinfo[ci.l_savedpc - 1] ?? 0;
      places.push(p.uid, ci.l_savedpc);
      protos[n >> 1] = p;
      key[n++] = p.uid;
      key[n++] = line;
      hash = (Math.imul(hash, 0x01000193) ^ (p.uid * 4096 + line)) | 0;
    }
    const bucket = this.known.get(hash);
    const met = bucket?.find((entry) => isOf(entry, key, n));
    if (met !== undefined) return met.id;
    // Scripts that compile chunks for ever would fill the host: what was found is forgotten, what is new is not told apart.
    if (this.known.size >= KNOWN_MAX) this.known.clear();
    if (this.table.count >= TRACEBACKS_MAX) return 0;
    const positions: LuaPosition[] = [];
    for (let i = 0; i < n; i += 2) {
      const p = protos[i >> 1]!;
      const source = sourceName(p);
      const name = p.linedefined === 0 ? 'main chunk' : `function <${source}:${p.linedefined}>`;
      positions.push({ source, line: key[i + 1]!, name });
    }
    const id = this.table.intern(positions);
    const entry = { key: key.slice(0, n), id };
    if (bucket === undefined) this.known.set(hash, [entry]);
    else bucket.push(entry);
    return id;
  }

  /** `script:line` of every level of a traceback, innermost first. */
  lines(id: number): readonly string[] {
    return this.table.traceback(id).map(({ source, line }) => `${source}:${line}`);
  }
}
