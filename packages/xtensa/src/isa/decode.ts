import { INSTRUCTIONS, type Instruction } from './instructions.js';

/** Bytes of an instruction by the low nibble of its first byte; 0 is no instruction at all (illegal). */
export const LENGTH_BY_LOW_NIBBLE: readonly number[] = [3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 0, 0];

/*
 * Two levels of lookup, built from the table. First level: op0 (bits 3..0) and the third byte (op1, op2: bits 23..16).
 * Keys that still have several candidates share a second level over bits 15..4. Narrow instructions have their own
 * table over all 16 bits. Entries are instruction id + 1; 0 is illegal; negative entries of the first level are
 * second-level tables, numbered from -1.
 */
interface DecodeTables {
  first: Int16Array;
  second: Uint16Array[];
  narrow: Uint16Array;
}

function build(): DecodeTables {
  const first = new Int16Array(1 << 12);
  const second: Uint16Array[] = [];
  const narrow = new Uint16Array(1 << 16);
  const wide = INSTRUCTIONS.filter((i) => i.length === 3);
  const shared = new Map<string, number>();
  for (let key = 0; key < first.length; key++) {
    if (LENGTH_BY_LOW_NIBBLE[key & 15] !== 3) continue;
    const keyWord = (key & 15) | ((key >> 4) << 16);
    const candidates = wide.filter((i) => (keyWord & i.mask & 0xff000f) === (i.match & 0xff000f));
    const only = candidates.length === 1 ? candidates[0]! : undefined;
    if (candidates.length === 0) continue;
    if (only !== undefined && (only.mask & 0x00fff0) === 0) {
      first[key] = only.id + 1;
      continue;
    }
    const name = candidates.map((i) => i.id).join();
    let index = shared.get(name);
    if (index === undefined) {
      const table = new Uint16Array(1 << 12);
      for (const i of candidates) fill(table, (i.mask >> 4) & 0xfff, (i.match >> 4) & 0xfff, i.id + 1);
      index = second.push(table);
      shared.set(name, index);
    }
    first[key] = -index;
  }
  for (const i of INSTRUCTIONS) if (i.length === 2) fill(narrow, i.mask, i.match, i.id + 1);
  return { first, second, narrow };
}

/** Writes `entry` at every index that matches: walks the subsets of the free bits. */
function fill(table: Uint16Array, mask: number, match: number, entry: number): void {
  const free = (table.length - 1) & ~mask;
  for (let bits = free; ; bits = (bits - 1) & free) {
    table[match | bits] = entry;
    if (bits === 0) break;
  }
}

// Constant data derived from the table on first use; not state.
let tables: DecodeTables | undefined;

/**
 * The instruction of a word (the instruction's bytes read as a little-endian integer; bits beyond its length are
 * ignored), or undefined for an illegal one.
 */
export function decode(word: number): Instruction | undefined {
  tables ??= build();
  const length = LENGTH_BY_LOW_NIBBLE[word & 15];
  let entry: number;
  if (length === 3) {
    entry = tables.first[((word >>> 12) & 0xff0) | (word & 15)]!;
    if (entry < 0) entry = tables.second[-entry - 1]![(word >>> 4) & 0xfff]!;
  } else {
    entry = length === 2 ? tables.narrow[word & 0xffff]! : 0;
  }
  return entry === 0 ? undefined : INSTRUCTIONS[entry - 1];
}

/**
 * The word at `offset` of some bytes: up to three bytes, little-endian, as {@link decode} takes it. Missing bytes read
 * as 0; `complete` of the caller must check the length.
 */
export function wordAt(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8) | ((bytes[offset + 2] ?? 0) << 16);
}
