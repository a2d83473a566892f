import type { CallChain } from './call-chain.js';
import { fid } from './frames.js';
import type { GuestImage } from './guest-image.js';
import type { LuaMachine } from './machine.js';
import type { GlobalState } from './global.js';
import type { CallInfo, LuaState } from './objects.js';
import { CIST_LUA } from './state.js';
import type { LuaTracebacks } from './tracebacks.js';

/** Where a program is when it allocates. */
export class Place {
  /** What the recorder keeps of it; {@link NOT_YET} before somebody asked. */
  callers: Uint32Array = NOT_YET;

  constructor(
    /** Its C functions. */
    readonly chain: CallChain,
    /** Its Lua functions: number of the traceback, 0 when there are none. */
    readonly traceback: number,
  ) {}
}

/** See {@link Place.callers}. */
export const NOT_YET = new Uint32Array(0);

/** A place by the numbers that tell it, see {@link Places}. */
interface Known {
  readonly depth: number;
  readonly activation: number;
  readonly pc: number;
  /** Number of functions that are running, and which are the two innermost. */
  readonly sp: number;
  readonly innermost: number;
  /** Where the interpreter is among them, and which run of it that is. */
  readonly interpreter: number;
  readonly execution: number;
  /** The functions between the interpreter and the two innermost, outermost first. */
  readonly between: Int32Array;
  readonly place: Place;
}

const F_execute = fid('luaV_execute');
const NO_FRAMES: readonly string[] = [];
/** A power of two. */
const RECENT = 256;

function isAt(frames: Int32Array, at: number, functions: Int32Array): boolean {
  for (let i = 0; i < functions.length; i++) if (frames[at + i] !== functions[i]) return false;
  return true;
}

/**
 * Finds the place of an allocation by a few numbers, without a look at all functions that are running.
 *
 * While a call of a Lua function lives, its callers stay where they are: the number of the call (`CallInfo.activation`) and
 * the place in its code tell the traceback. While a run of the interpreter lives (`GlobalState.executions`), the C functions
 * below it stay the same: its number and the few functions above it tell the chain.
 */
export class Places {
  private readonly recent: (Known | undefined)[] = new Array<undefined>(RECENT).fill(undefined);

  private readonly g: GlobalState;
  private readonly main: LuaState;

  constructor(
    lua: LuaMachine,
    private readonly image: GuestImage,
    private readonly tracebacks: LuaTracebacks,
  ) {
    this.g = lua.g;
    this.main = lua.L;
  }

  /** The present place, with up to `depth` C functions of Lua's own. */
  current(depth: number): Place {
    const { g, main } = this;
    const { frames, sp } = g;
    let ci: CallInfo | null = (g.running === null ? main : g.running).ci;
    while (ci !== null && (ci.callstatus & CIST_LUA) === 0) ci = ci.previous;
    if (ci === null || sp < 2) return this.look(depth);
    const { activation, l_savedpc: pc } = ci;
    const innermost = (frames[sp - 2]! << 16) | frames[sp - 1]!;
    const slot =
      (innermost ^ (innermost >>> 13) ^ (pc * 37) ^ activation ^ (sp * 61) ^ (depth * 11)) & (RECENT - 1);
    const known = this.recent[slot];
    return known !== undefined &&
      known.activation === activation &&
      known.pc === pc &&
      known.sp === sp &&
      known.innermost === innermost &&
      known.depth === depth &&
      g.executions[known.interpreter] === known.execution &&
      frames[known.interpreter] === F_execute &&
      isAt(frames, known.interpreter + 1, known.between)
      ? known.place
      : this.remember(depth, ci, innermost, slot);
  }

  private remember(depth: number, ci: CallInfo, innermost: number, slot: number): Place {
    const { sp, frames, executions } = this.g;
    const place = this.look(depth);
    const interpreter = frames.subarray(0, sp).lastIndexOf(F_execute);
    if (interpreter >= 0) {
      const { activation, l_savedpc: pc } = ci;
      const execution = executions[interpreter]!;
      const between = Int32Array.from(frames.subarray(interpreter + 1, Math.max(interpreter + 1, sp - 2)));
      this.recent[slot] = { depth, activation, pc, sp, innermost, interpreter, execution, between, place };
    }
    return place;
  }

  /** {@link current}, with a look at all functions that are running. */
  look(depth: number): Place {
    return new Place(this.image.chain(depth, NO_FRAMES), this.tracebacks.current());
  }
}
