import { describe, expect, it } from 'vitest';
import { INSTRUCTIONS, instruction } from '../isa/index.js';
import { effectsOf } from './effects.js';
import { NOT_ESTABLISHED, SEMANTICS } from './index.js';

/** Guesses, and steps of the division sequences that carry the result another way, read less than the table says. */
const CARRIED = new Set(['addexp.s', 'addexpm.s', 'divn.s']);
/** Without effect here: regions cannot be invalidated. */
const WITHOUT_EFFECT = new Set(['iitlb', 'idtlb']);
const established = INSTRUCTIONS.filter(
  (i) => NOT_ESTABLISHED[i.name] === undefined && !CARRIED.has(i.name) && !WITHOUT_EFFECT.has(i.name),
);
/** LITBASE is not configured: the oracle raises an illegal instruction. RFDO and RFDD, likewise, outside of debug mode. */
const checked = established.filter((i) => !/litbase$|^rfd[do]$/.test(i.name));

describe('semantics against the columns of the instruction table', () => {
  it('every instruction has semantics', () => {
    expect(SEMANTICS).toHaveLength(513);
  });

  it('register operands are written exactly where the table says out or inout', () => {
    for (const i of checked) {
      const { writesOperands } = effectsOf(SEMANTICS[i.id]!);
      const expected = i.operands.filter((o) => o.kind === 'reg' && o.dir !== 'in').map((o) => o.index);
      if (i.name === 'entry') expected.push(0); // the table names it as an implicit register of the new window
      expect([i.name, [...writesOperands].sort()]).toEqual([i.name, expected]);
    }
  });

  it('register operands are read exactly where the table says in or inout', () => {
    for (const i of checked) {
      const { readsOperands } = effectsOf(SEMANTICS[i.id]!);
      const expected = i.operands
        // Groups of booleans are read from BR as a whole.
        .filter((o) => o.kind === 'reg' && o.dir !== 'out' && o.count === 1)
        .map((o) => o.index);
      expect([i.name, [...readsOperands].sort()]).toEqual([i.name, expected]);
    }
  });

  it('loads, stores and transfers are those that the table flags', () => {
    for (const i of checked) {
      const effects = effectsOf(SEMANTICS[i.id]!);
      const both = i.flags.includes('loadstore');
      expect([i.name, effects.loads, effects.stores]).toEqual([
        i.name,
        both || i.flags.includes('load'),
        both || i.flags.includes('store'),
      ]);
      const transfers = ['branch', 'jump', 'call'].some((flag) => i.flags.includes(flag as never));
      if (!i.flags.includes('loop')) expect([i.name, effects.jumps]).toEqual([i.name, transfers]);
    }
  });

  it('special registers of one word are read and written as the table says', () => {
    for (const word of [
      'SAR',
      'LCOUNT',
      'EPC1',
      'EPS7',
      'EXCCAUSE',
      'MISC3',
      'SCOMPARE1',
      'THREADPTR',
      'EXPSTATE',
    ] as const) {
      const readers = checked
        .filter((i) => effectsOf(SEMANTICS[i.id]!).readsState.has(word))
        .map((i) => i.name);
      const writers = checked
        .filter((i) => effectsOf(SEMANTICS[i.id]!).writesState.has(word))
        .map((i) => i.name);
      expect([word, readers]).toEqual([
        word,
        checked.filter((i) => i.reads.includes(word)).map((i) => i.name),
      ]);
      expect([word, writers]).toEqual([
        word,
        checked.filter((i) => i.writes.includes(word)).map((i) => i.name),
      ]);
    }
  });

  it('RETW reads a0, CALL8 writes a8 and PS, ENTRY writes WINDOWBASE and WINDOWSTART', () => {
    expect([...effectsOf(SEMANTICS[instruction('retw').id]!).readsFixed]).toEqual([0]);
    const call = effectsOf(SEMANTICS[instruction('call8').id]!);
    expect([[...call.writesFixed], call.writesState.has('PS')]).toEqual([[8], true]);
    const { writesState } = effectsOf(SEMANTICS[instruction('entry').id]!);
    expect([...writesState].sort()).toEqual(['WINDOWBASE', 'WINDOWSTART']);
  });
});
