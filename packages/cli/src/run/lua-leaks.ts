/** What the on-device trace holds at the end of a Lua run, by Lua line: which line leaks. */
import type { NodeMcu } from '@xtal/nodemcu';

interface Line {
  readonly where: string;
  blocks: number;
  bytes: number;
  /** Call chains, and how many blocks came by each. */
  readonly chains: Map<string, number>;
}

const LINES_SHOWN = 8;
const FRAMES_SHOWN = 6;

/** Name without address and offset, for chains that are read by people. */
function nameOf(frame: string): string {
  return frame.replace(/^0x[0-9a-f]+ (?=.)/, '').replace(/\+0x[0-9a-f]+$/, '');
}

/** Live records by Lua line, most bytes first. */
function byLine(board: NodeMcu): Line[] {
  const lines = new Map<string, Line>();
  for (const { size, chain, lua } of board.explainRecords()) {
    const where = lua[0] ?? 'no Lua function running';
    const line = lines.get(where) ?? { where, blocks: 0, bytes: 0, chains: new Map<string, number>() };
    line.blocks++;
    line.bytes += size;
    const text = chain
      .map(nameOf)
      .slice(0, FRAMES_SHOWN + 2)
      .join(' < ');
    line.chains.set(text, (line.chains.get(text) ?? 0) + 1);
    lines.set(where, line);
  }
  return [...lines.values()].sort((a, b) => b.bytes - a.bytes || b.blocks - a.blocks);
}

/** The Lua line that holds most of what was recorded; undefined when nothing was recorded from Lua. */
export function leakingLine(board: NodeMcu): { where: string; blocks: number; bytes: number } | undefined {
  return byLine(board).find(({ where }) => where.includes(':') && !where.startsWith('stdin:'));
}

/** A paragraph for standard error; empty when the trace holds nothing. */
export function describeLuaLeaks(board: NodeMcu): string {
  const sorted = byLine(board);
  if (sorted.length === 0) return '';
  const shown = sorted.slice(0, LINES_SHOWN).map(({ where, blocks, bytes, chains }) => {
    const [chain = ''] = [...chains.entries()].sort((a, b) => b[1] - a[1])[0] ?? [];
    return `  ${bytes} bytes in ${blocks} block${blocks === 1 ? '' : 's'} from ${where}${chain === '' ? '' : `\n         by ${chain}`}`;
  });
  const more = sorted.length > LINES_SHOWN ? `\n  and ${sorted.length - LINES_SHOWN} more lines` : '';
  return `xtal: allocated since heaptrace.start and not freed, by Lua line:\n${shown.join('\n')}${more}\n`;
}
