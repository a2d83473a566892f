import { describe, expect, it } from 'vitest';
import { applyEdits, FengariMismatchError, wrapFunctions } from './loader.js';

describe('edits of fengari’s modules', () => {
  const source =
    'const f = function(L, n) {\n    return n;\n};\nconst g = function(L) { return f(L, 1); };\n';

  it('replace exactly what they say', () => {
    expect(applyEdits('m.js', source, [{ find: 'return n;', replace: 'return n + 1;' }])).toContain(
      'return n + 1;',
    );
    expect(applyEdits('m.js', 'a b a', [{ find: 'a', replace: 'c', count: 2 }])).toBe('c b c');
    expect(applyEdits('m.js', 'keep [old] keep', [{ from: '[', to: ' keep', replace: 'new' }])).toBe(
      'keep new keep',
    );
  });

  it.each([
    ['text that is missing', { find: 'nothing', replace: '' }, '0 times'],
    ['text that occurs too often', { find: 'function', replace: '' }, '2 times'],
    ['a span without a beginning', { from: 'nothing', to: 'x', replace: '' }, 'no beginning'],
    ['a span without an end', { from: 'const f', to: 'nothing', replace: '' }, 'no end'],
    ['a span with two beginnings', { from: 'const ', to: ';', replace: '' }, 'two beginnings'],
  ])('stop the program at %s', (_what, edit, found) => {
    expect(() => applyEdits('m.js', source, [edit])).toThrow(FengariMismatchError);
    expect(() => applyEdits('m.js', source, [edit])).toThrow(found);
  });

  it('a wrapped function pushes its frame while it runs', () => {
    const text = wrapFunctions('m.js', source, ['f=c_name']);
    const frames: number[] = [];
    const $G = { sp: 0, frames };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the loader compiles such text too
    const run = new Function('$G', '$F', `${text}; return g;`) as (
      g: unknown,
      f: (n: string) => number,
    ) => (L: null) => number;
    const g = run($G, (name) => (name === 'c_name' ? 42 : 0));
    expect(g(null)).toBe(1);
    expect(frames).toEqual([42]);
    expect($G.sp).toBe(0);
  });

  it('a function that is not there stops the program', () => {
    expect(() => wrapFunctions('m.js', source, ['h'])).toThrow('a function h');
  });
});
