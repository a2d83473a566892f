/** What the on-device trace holds at the end of a run, by call chain, with names: the answer to "who leaks". */
import {
  frameLabel,
  hexAddress,
  HEAP_TRACE_LEAKS,
  type HeapTraceStandalone,
  type Symbolizer,
} from '@xtal/heaptrace';

interface Group {
  blocks: number;
  bytes: number;
  chain: readonly number[];
}

const GROUPS_SHOWN = 10;

/** A return address as text: innermost frame first, inlined ones included. */
function describeAddress(symbolizer: Symbolizer, address: number): string {
  const frames = symbolizer.frames(address);
  if (frames.length === 0) return hexAddress(address);
  return frames.map(frameLabel).join(' < ');
}

/** A paragraph for standard error; empty when the trace does not look for leaks or holds nothing. */
export function describeLeaks(trace: HeapTraceStandalone, symbolizer: Symbolizer): string {
  const summary = trace.summary();
  if (summary === undefined || summary.mode !== HEAP_TRACE_LEAKS || summary.count === 0) return '';
  const groups = new Map<string, Group>();
  for (const address of trace.recordAddresses()) {
    const record = trace.readRecord(address);
    if (record.address === 0) continue;
    const chain = record.alloced_by.filter((caller) => caller !== 0);
    const key = chain.join();
    const group = groups.get(key) ?? { blocks: 0, bytes: 0, chain };
    group.blocks++;
    group.bytes += record.size;
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => b.bytes - a.bytes || b.blocks - a.blocks);
  const lines = sorted.slice(0, GROUPS_SHOWN).map(({ blocks, bytes, chain }) => {
    const [first = 0, ...rest] = chain;
    const callers = rest
      .map((address) => `\n         called by ${describeAddress(symbolizer, address)}`)
      .join('');
    return `  ${bytes} bytes in ${blocks} block${blocks === 1 ? '' : 's'} from ${describeAddress(symbolizer, first)}${callers}`;
  });
  const more = sorted.length > GROUPS_SHOWN ? `\n  and ${sorted.length - GROUPS_SHOWN} more call chains` : '';
  return `xtal: allocated since heap_trace_start and not freed:\n${lines.join('\n')}${more}\n`;
}
