/** Options that the parts of `xtal heap` share. */
import { GROUPINGS, type GroupBy } from '@xtal/heaptrace';
import { parseCommandLine, UsageError, wholeNumber } from '../command.js';

/** Parsed options; those that make no sense for a part are refused by it. */
export interface HeapOptions {
  readonly traces: readonly string[];
  readonly by: GroupBy;
  readonly top: number;
  readonly depth: number;
  /** `--depth` as it was given. */
  readonly depthAsked: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly at: string | undefined;
  readonly phases: RegExp | undefined;
  readonly order: string | undefined;
  readonly json: boolean;
  readonly elf: string | undefined;
  readonly format: string | undefined;
  readonly measure: string | undefined;
  readonly stacks: string | undefined;
  readonly mode: string | undefined;
  readonly output: string | undefined;
}

/** Options beside the common ones that each part takes. */
const OWN: Record<string, readonly string[]> = {
  leaks: ['by', 'from', 'to', 'phases', 'depth', 'top'],
  peak: ['by', 'from', 'to', 'depth', 'top'],
  top: ['by', 'from', 'to', 'order', 'top'],
  who: ['at', 'depth'],
  diff: ['by', 'top'],
  map: ['at', 'top'],
  export: ['format', 'measure', 'stacks', 'mode', 'depth', 'output'],
};

/** Parses the arguments of one part of `xtal heap`. */
export function parseHeapOptions(part: string, args: string[]): HeapOptions {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      top: { type: 'string' },
      depth: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      at: { type: 'string' },
      phases: { type: 'string' },
      order: { type: 'string' },
      json: { type: 'boolean' },
      elf: { type: 'string' },
      format: { type: 'string' },
      measure: { type: 'string' },
      stacks: { type: 'string' },
      mode: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  for (const name of Object.keys(values))
    if (!['json', 'elf', ...OWN[part]!].includes(name))
      throw new UsageError(`--${name} has no meaning for "heap ${part}"`);
  const depth = values.depth === undefined ? undefined : wholeNumber('depth', values.depth, 0, 1024);
  return {
    traces: positionals,
    by: oneOf('by', values.by ?? 'chain', GROUPINGS),
    top: values.top === undefined ? 20 : wholeNumber('top', values.top, 1, 1_000_000),
    depth: depth ?? 8,
    depthAsked: depth,
    from: values.from,
    to: values.to,
    at: values.at,
    phases: values.phases === undefined ? undefined : pattern(values.phases),
    order: values.order,
    json: values.json === true,
    elf: values.elf,
    format: values.format,
    measure: values.measure,
    stacks: values.stacks,
    mode: values.mode,
    output: values.output,
  };
}

/** One of a list of words. */
export function oneOf<T extends string>(option: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new UsageError(`--${option}: expected one of ${words.join(', ')}, got "${text}"`);
  return found;
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new UsageError(`--phases: not a regular expression: "${text}"`);
  }
}
