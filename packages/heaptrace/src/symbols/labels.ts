/** How addresses and frames are shown. */
import { hexAddress } from '@xtal/xtensa';
import type { SourceFrame } from '../outside/format.js';
import type { Trace } from '../outside/trace.js';

export { hexAddress };

/** `function file:line`, or what of it is known. */
export function frameLabel(frame: SourceFrame): string {
  const place = framePlace(frame);
  const name = frame.inlined === true ? `${frame.function} [inlined]` : frame.function;
  return place === ''
    ? `${name}${frame.offset ? `+0x${frame.offset.toString(16)}` : ''}`
    : `${name} ${place}`;
}

/** `file:line`, empty when the file is unknown. */
export function framePlace(frame: SourceFrame): string {
  return frame.file === undefined ? '' : frame.line ? `${frame.file}:${frame.line}` : frame.file;
}

/** Frames of one return address, innermost first; the address itself where nothing is known about it. */
export function addressFrames(trace: Trace, address: number): readonly SourceFrame[] {
  const frames = trace.symbols.get(address);
  if (frames === undefined || frames.length === 0) return [{ function: hexAddress(address) }];
  return frames.some((frame) => frame.function === '')
    ? frames.map((frame) => (frame.function === '' ? { ...frame, function: hexAddress(address) } : frame))
    : frames;
}

/** Frames of a chain, innermost first, inlined ones included. */
export function chainFrames(trace: Trace, chain: number): SourceFrame[] {
  const frames: SourceFrame[] = [];
  for (let i = 0; i < trace.chains.depth(chain); i++)
    frames.push(...addressFrames(trace, trace.chains.at(chain, i)));
  return frames;
}

/**
 * Functions that only pass a request on to the heap. The frame that a reader wants to see first is the one behind them:
 * with them in front every block of a Lua program would seem to come from `l_alloc`.
 */
export const ALLOCATOR_FUNCTIONS: ReadonlySet<string> = new Set([
  'malloc',
  'calloc',
  'realloc',
  '_malloc_r',
  '_calloc_r',
  '_realloc_r',
  'heap_caps_malloc',
  'heap_caps_calloc',
  'heap_caps_realloc',
  'heap_caps_malloc_base',
  'heap_caps_realloc_base',
  'heap_caps_malloc_default',
  'heap_caps_realloc_default',
  'heap_caps_malloc_prefer',
  'heap_caps_aligned_alloc',
  'pvPortMalloc',
  'operator new',
  '_Znwj',
  '_Znaj',
  'strdup',
  'l_alloc',
  'luaM_realloc_',
  'luaM_growaux_',
  'luaC_newobj',
]);

/** The innermost frame that is no {@link ALLOCATOR_FUNCTIONS}; the innermost of all when there is no other. */
export function callerFrame<T extends { readonly function: string }>(frames: readonly T[]): T | undefined {
  return frames.find((frame) => !ALLOCATOR_FUNCTIONS.has(frame.function)) ?? frames[0];
}
