import { describe, expect, it } from 'vitest';
import { RecordIndex } from './record-index.js';

const BUFFER = 0x3ffb_1000;
const BYTES = 36;

/** A list that is walked: what the index has to agree with. */
class Walked {
  readonly list: { record: number; word: number }[] = [];

  find(word: number): { record: number; rank: number } {
    const rank = this.list.findIndex((entry) => entry.word === word);
    return { record: this.list[rank]?.record ?? 0, rank };
  }
}

describe('RecordIndex', () => {
  // more than 1024 positions in use, so that all sums take part; few words, so that records share them
  it.each([
    [1, 3],
    [12, 5],
    [600, 40],
    [600, 5000],
  ])('%i records on %i words: what a walk finds, through several renumberings', (capacity, words) => {
    const index = new RecordIndex(words);
    for (const round of [0, 1]) {
      index.begin(BUFFER, BYTES, capacity);
      const walked = new Walked();
      const free = Array.from({ length: capacity }, (_, i) => BUFFER + i * BYTES);
      let random = round + 1;
      const next = (below: number): number => {
        random = (Math.imul(random, 1103515245) + 12345) >>> 0;
        return (random >>> 8) % below;
      };
      for (let i = 0; i < 20 * capacity + 5000; i++) {
        const record = free.pop();
        if (record !== undefined) {
          const word = next(20) === 0 ? -1 : next(words);
          index.append(record, word, walked.list[0]?.record ?? 0);
          walked.list.push({ record, word });
        }
        const word = next(words);
        const expected = walked.find(word);
        expect(index.find(word)).toBe(expected.record);
        if (expected.record !== 0) expect(index.rank(expected.record)).toBe(expected.rank);
        if (free.length > 0 && next(3) > 0) continue;
        // the oldest of a word, as a free does; the oldest of all, as a full buffer does; any, as a hash map may
        const leaving = [expected.rank, 0, next(walked.list.length)][next(3)]!;
        const first = walked.list[0]!.record;
        const [gone] = walked.list.splice(Math.max(leaving, 0), 1);
        index.remove(gone!.record, first);
        free.push(gone!.record);
      }
    }
  });
});
