/** Stacks of frames for exporters: native call chains or, for Lua programs, tracebacks. */
import { luaFrames } from '../analysis/grouping.js';
import type { SourceFrame } from '../outside/format.js';
import type { Trace } from '../outside/trace.js';
import { chainFrames } from '../symbols/labels.js';

/** Whose frames an exported stack has. */
export type StackKind = 'native' | 'lua';

/**
 * Frames of an allocation, innermost first. `lua`: the Lua traceback, with the innermost native function before it,
 * which tells a string from a table; native frames where no Lua was running.
 */
export function stackFrames(trace: Trace, chain: number, lua: number, kind: StackKind): SourceFrame[] {
  const native = chainFrames(trace, chain);
  if (native.length === 0) native.push({ function: '(no call chain)' });
  if (kind === 'native' || lua === 0) return native;
  return [native[0]!, ...luaFrames(trace, lua)];
}
