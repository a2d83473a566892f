/** speedscope's own JSON: one profile for each measure, in the file format's terms "sampled" profiles of weights. */
import type { SourceFrame } from '../outside/format.js';
import type { Trace } from '../outside/trace.js';
import { STACK_MEASURES, measureOf, type StackMeasure } from './collapsed.js';
import { measureProgramPoints } from './program-points.js';
import { stackFrames, type StackKind } from './stacks.js';

/** The file, as https://www.speedscope.app/file-format-schema.json describes it. */
export interface SpeedscopeFile {
  $schema: 'https://www.speedscope.app/file-format-schema.json';
  name: string;
  exporter: string;
  activeProfileIndex: number;
  shared: { frames: { name: string; file?: string; line?: number }[] };
  profiles: {
    type: 'sampled';
    name: string;
    unit: 'bytes' | 'none';
    startValue: number;
    endValue: number;
    /** Frame indices, outermost first. */
    samples: number[][];
    weights: number[];
  }[];
}

const TITLES: Record<StackMeasure, string> = {
  'live-bytes': 'bytes live at the end',
  'live-blocks': 'blocks live at the end',
  'peak-bytes': 'bytes at the peak',
  'total-bytes': 'bytes of all allocations',
  'total-blocks': 'number of allocations',
};

/** Writes a trace for speedscope. */
export function toSpeedscope(trace: Trace, options: { stacks?: StackKind } = {}): SpeedscopeFile {
  const { points } = measureProgramPoints(trace);
  const frames: SpeedscopeFile['shared']['frames'] = [];
  const ids = new Map<string, number>();
  const frameId = ({ function: name, file, line }: SourceFrame): number => {
    const key = `${name}\0${file ?? ''}\0${line ?? 0}`;
    let id = ids.get(key);
    if (id === undefined) {
      id =
        frames.push({
          name,
          ...(file === undefined ? {} : { file }),
          ...(line === undefined ? {} : { line }),
        }) - 1;
      ids.set(key, id);
    }
    return id;
  };
  const stacks = points.map((point) =>
    stackFrames(trace, point.chain, point.lua, options.stacks ?? 'native')
      .map(frameId)
      .reverse(),
  );
  const profiles = STACK_MEASURES.map((measure) => {
    const weights = points.map((point) => measureOf(point, measure));
    const used = weights.flatMap((weight, index) => (weight > 0 ? [index] : []));
    return {
      type: 'sampled' as const,
      name: TITLES[measure],
      unit: measure.endsWith('bytes') ? ('bytes' as const) : ('none' as const),
      startValue: 0,
      endValue: weights.reduce((sum, weight) => sum + weight, 0),
      samples: used.map((index) => stacks[index]!),
      weights: used.map((index) => weights[index]!),
    };
  });
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    name: trace.header.program,
    exporter: 'xtal',
    activeProfileIndex: 0,
    shared: { frames },
    profiles,
  };
}
