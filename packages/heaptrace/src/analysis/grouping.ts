/**
 * By what blocks are put together in a table: call chain, function, Lua line or task.
 * A group's key is a string, so that groups of two traces can be compared.
 */
import type { SourceFrame } from '../outside/format.js';
import type { LuaPosition } from '../outside/lua-traceback-table.js';
import type { Trace } from '../outside/trace.js';
import { callerFrame, chainFrames, frameLabel, framePlace } from '../symbols/labels.js';

/** By what to group. `function` is the innermost function that does not only pass the request on. */
export type GroupBy = 'chain' | 'function' | 'lua' | 'task';

export const GROUPINGS: readonly GroupBy[] = ['chain', 'function', 'lua', 'task'];

/** The parts of an event or block that groups depend on. */
export interface Groupable {
  readonly chain: number;
  readonly lua: number;
  readonly task: number;
  readonly operation: string;
}

/** A row of a table before it has its numbers. */
export interface GroupLabel {
  /** The same for the same group, also in another trace of the same program. */
  readonly key: string;
  /** One line for people. */
  readonly title: string;
  /** The frames, innermost first, when the group is a chain; of a Lua line what all its tracebacks begin with. */
  readonly frames: readonly SourceFrame[];
  /** The chain that stands for the group; 0 when several do. */
  readonly chain: number;
}

/**
 * Numbers groups during one reading of a trace. Labels are made afterwards, when the symbols are known:
 * they stand at the end of a trace.
 */
export class Grouping {
  readonly #ids = new Map<string | number, number>();
  readonly #samples: Groupable[] = [];
  /** Groups of Lua tracebacks, and how many frames all tracebacks of a group have in common. */
  readonly #luaGroups = new Map<number, number>();
  readonly #shared: number[] = [];
  /** Names of the calling functions by chain. */
  readonly #callers = new Map<number, string>();

  /**
   * @param trace - The trace that is read.
   * @param by - What makes a group.
   */
  constructor(
    readonly trace: Trace,
    readonly by: GroupBy,
  ) {
    // Which functions only pass a request on is known by their names, and these stand at the end of a trace.
    if (by === 'function' && trace.symbols.get(trace.chains.at(1, 0)) === undefined) trace.read({});
  }

  /** Number of groups. */
  get count(): number {
    return this.#samples.length;
  }

  /** The group, from 0, of something. */
  id(item: Groupable): number {
    if (this.by !== 'lua') return this.#idOf(item);
    let id = this.#luaGroups.get(item.lua);
    if (id === undefined) {
      id = this.#idOf(item);
      this.#luaGroups.set(item.lua, id);
      this.#shared[id] = this.#framesInCommon(id, item.lua);
    }
    return id;
  }

  #idOf(item: Groupable): number {
    const key = this.#key(item);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#samples.length;
      this.#ids.set(key, id);
      this.#samples.push({ chain: item.chain, lua: item.lua, task: item.task, operation: item.operation });
    }
    return id;
  }

  /** What a group is called. */
  label(id: number): GroupLabel {
    const { trace } = this;
    const { chain, lua, task, operation } = this.#samples[id]!;
    switch (this.by) {
      case 'chain': {
        const frames = chainFrames(trace, chain);
        const title =
          chain === 0 ? `${operation} (no call chain)` : frames.map((f) => f.function).join(' < ');
        // Without "inlined": a build that inlines otherwise still has the same source.
        const path = frames.map((frame) => `${frame.function} ${framePlace(frame)}`).join('<');
        return { key: `${operation}|${path}`, title, frames, chain };
      }
      case 'function': {
        const frame = callerFrame(chainFrames(trace, chain));
        const title = frame === undefined ? '(no call chain)' : frameLabel(frame);
        return { key: title, title, frames: frame === undefined ? [] : [frame], chain };
      }
      case 'lua': {
        const [top] = trace.luaTracebacks.traceback(lua);
        const title = top === undefined ? '(no Lua running)' : `${top.source}:${top.line}`;
        const frames = luaFrames(trace, lua).slice(0, this.#shared[id]);
        return { key: luaKey(top), title, frames, chain };
      }
      case 'task': {
        const name = trace.tasks.get(task);
        const title = name ? name : task === 0 ? '(no task)' : `0x${task.toString(16)}`;
        return { key: title, title, frames: [], chain: 0 };
      }
    }
  }

  #framesInCommon(id: number, lua: number): number {
    const frames = this.trace.luaTracebacks.traceback(lua);
    const sample = this.trace.luaTracebacks.traceback(this.#samples[id]!.lua);
    const most = Math.min(frames.length, this.#shared[id] ?? Infinity);
    let count = 0;
    while (count < most && luaKey(frames[count]) === luaKey(sample[count])) count++;
    return count;
  }

  #caller(chain: number): string {
    let name = this.#callers.get(chain);
    if (name === undefined) {
      const frame = callerFrame(chainFrames(this.trace, chain));
      name = frame === undefined ? '' : frameLabel(frame);
      this.#callers.set(chain, name);
    }
    return name;
  }

  #key({ chain, lua, task, operation }: Groupable): string | number {
    switch (this.by) {
      case 'chain':
        return chain === 0 ? operation : chain;
      case 'function':
        return this.#caller(chain);
      case 'lua': {
        return luaKey(this.trace.luaTracebacks.traceback(lua)[0]);
      }
      case 'task':
        return task;
    }
  }
}

/** A line of a function: two functions may share one, such as a function of one line and the chunk that makes it. */
function luaKey(position: LuaPosition | undefined): string {
  return position === undefined ? '' : `${position.source}:${position.line} ${position.name ?? ''}`;
}

/** A Lua traceback as frames. */
export function luaFrames(trace: Trace, lua: number): SourceFrame[] {
  return trace.luaTracebacks.traceback(lua).map(({ source, line, name }) => ({
    function: name ?? `${source}:${line}`,
    file: source,
    line,
  }));
}
