import type { CallChain } from './call-chain.js';
import { fid } from './frames.js';
import type { GuestImage } from './guest-image.js';
import type { LuaMachine } from './machine.js';
import type { CallInfo } from './objects.js';
import { CIST_LUA } from './state.js';
import type { LuaTracebacks } from './tracebacks.js';

/** Where a program is when it allocates. */
export interface Place {
  /** Its C functions. */
  readonly chain: CallChain;
  /** Its Lua functions: number of the traceback, 0 when there are none. */
  readonly traceback: number;
}

/** A place by the numbers that tell it, see {@link Places}. */
interface Known {
  readonly depth: number;
  readonly activation: number;
  readonly pc: number;
  readonly execution: number;
  readonly above: number;
  readonly further: number;
  readonly place: Place;
}

const F_execute = fid('luaV_execute');
const NO_FRAMES: readonly string[] = [];
/** A power of two. */
const RECENT = 256;
/** Functions above the interpreter that fit into one number, with so many bits each; there are two such numbers. */
const FUNCTIONS = 3;
const BITS = 10;

/**
 * Finds the place of an allocation by a few numbers, without a look at all functions that are running.
 *
 * While a call of a Lua function lives, its callers stay where they are: the number of the call (`CallInfo.activation`) and
 * the place in its code tell the traceback. While a run of the interpreter lives (`GlobalState.executions`), the C functions
 * below it stay the same: its number and the few functions above it tell the chain.
 */
export class Places {
  private readonly recent: (Known | undefined)[] = new Array<undefined>(RECENT).fill(undefined);

  constructor(
    private readonly lua: LuaMachine,
    private readonly image: GuestImage,
    private readonly tracebacks: LuaTracebacks,
  ) {}

  /** The present place, with up to `depth` C functions of Lua's own. */
  current(depth: number): Place {
    const { g } = this.lua;
    let ci: CallInfo | null = (g.running ?? this.lua.L).ci;
    while (ci !== null && (ci.callstatus & CIST_LUA) === 0) ci = ci.previous;
    const { frames } = g;
    let at = g.sp - 1;
    let above = 0;
    let further = 0;
    for (let n = 0; at >= 0 && frames[at] !== F_execute; n++) {
      const id = frames[at--]! + 1;
      if (n === 2 * FUNCTIONS || id >= 1 << BITS) return this.look(depth);
      if (n < FUNCTIONS) above = (above << BITS) | id;
      else further = (further << BITS) | id;
    }
    if (ci === null || at < 0) return this.look(depth);
    const execution = g.executions[at]!;
    const { activation, l_savedpc: pc } = ci;
    const slot = (above ^ (above >>> 9) ^ (pc * 37) ^ activation ^ (depth * 11)) & (RECENT - 1);
    const known = this.recent[slot];
    if (
      known !== undefined &&
      known.activation === activation &&
      known.pc === pc &&
      known.execution === execution &&
      known.above === above &&
      known.further === further &&
      known.depth === depth
    )
      return known.place;
    const place = this.look(depth);
    this.recent[slot] = { depth, activation, pc, execution, above, further, place };
    return place;
  }

  /** {@link current}, with a look at all functions that are running. */
  look(depth: number): Place {
    return { chain: this.image.chain(depth, NO_FRAMES), traceback: this.tracebacks.current() };
  }
}
