/** How addresses and frames are shown. */
import type { SourceFrame } from '../outside/format.js';
import type { Trace } from '../outside/trace.js';

/** A guest address as ESP-IDF prints it. */
export function hexAddress(address: number): string {
  return `0x${(address >>> 0).toString(16).padStart(8, '0')}`;
}

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
