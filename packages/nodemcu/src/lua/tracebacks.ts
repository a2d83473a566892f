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

/** Tracebacks that are found without a look into the map; a power of two. */
const RECENT = 256;

interface Known {
  readonly key: Int32Array;
  readonly id: number;
}

function isOf(known: Known, key: Int32Array, n: number): boolean {
  if (known.key.length !== n) return false;
  for (let i = 0; i < n; i++) if (known.key[i] !== key[i]) return false;
  return true;
}

/**
 * Interns the traceback of the running thread. Made for every allocation: a traceback that was seen before costs a walk
 * over the call records and one look-up.
 */
export class LuaTracebacks {
  private readonly known = new Map<number, Known[]>();
  /** Those met last, by hash. */
  private readonly recent: (Known | undefined)[] = new Array<undefined>(RECENT).fill(undefined);
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
    const { key, depth, protos } = this;
    const L = this.lua.g.running ?? this.lua.L;
    let n = 0;
    let hash = 0;
    for (let ci: CallInfo | null = L.ci; ci !== null && n < 2 * depth; ci = ci.previous) {
      if ((ci.callstatus & CIST_LUA) === 0) continue;
      const p = (ci.func.value as LClosure).p!;
      const line = p.lineinfo[ci.l_savedpc - 1] ?? 0;
      protos[n >> 1] = p;
      key[n++] = p.uid;
      key[n++] = line;
      hash = (Math.imul(hash, 0x01000193) ^ (p.uid * 4096 + line)) | 0;
    }
    if (n === 0) return 0;
    const slot = (hash ^ (hash >>> 12)) & (RECENT - 1);
    const last = this.recent[slot];
    if (last !== undefined && isOf(last, key, n)) return last.id;
    const bucket = this.known.get(hash);
    const met = bucket?.find((entry) => isOf(entry, key, n));
    if (met !== undefined) {
      this.recent[slot] = met;
      return met.id;
    }
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
