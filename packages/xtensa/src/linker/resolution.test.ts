import { describe, expect, it } from 'vitest';
import { SectionIndex, SymbolBinding, type ElfSymbol } from '../elf/index.js';
import { SymbolResolution, type ResolvableObject } from './resolution.js';

const symbol = (name: string, fields: Partial<ElfSymbol>): ElfSymbol => ({
  name,
  value: 0,
  size: 0,
  binding: SymbolBinding.global,
  type: 0,
  visibility: 0,
  section: 1,
  ...fields,
});
const strong = (name: string): ElfSymbol => symbol(name, {});
const weak = (name: string): ElfSymbol => symbol(name, { binding: SymbolBinding.weak });
const common = (name: string, size: number, align: number): ElfSymbol =>
  symbol(name, { section: SectionIndex.common, size, value: align });
const absolute = (name: string, value: number): ElfSymbol =>
  symbol(name, { section: SectionIndex.absolute, value });

/** Takes one object for each symbol and tells which object has the name, and what was defined twice. */
function resolve(...symbols: ElfSymbol[]): {
  winner: string | undefined;
  twice: string[];
  resolution: SymbolResolution<ResolvableObject>;
} {
  const twice: string[] = [];
  const resolution = new SymbolResolution<ResolvableObject>((first, second) =>
    twice.push(`${first.object.name} ${second.object.name}`),
  );
  symbols.forEach((one, i) =>
    resolution.take({ name: `${i}`, sections: [{ index: 1, name: '.text' }], symbols: [one], groups: [] }),
  );
  return { winner: resolution.definitions.get('x')?.object.name, twice, resolution };
}

describe('which definition a name has', () => {
  it.each([
    ['strong before weak', [weak('x'), strong('x')], '1'],
    ['weak after strong', [strong('x'), weak('x')], '0'],
    ['common before weak', [weak('x'), common('x', 4, 4)], '1'],
    ['weak after common', [common('x', 4, 4), weak('x')], '0'],
    ['strong before common', [common('x', 4, 4), strong('x')], '1'],
    ['the first of two weak ones', [weak('x'), weak('x')], '0'],
    ['the larger common', [common('x', 4, 8), common('x', 40, 4), common('x', 8, 4)], '1'],
    ['absolute ones of one value', [absolute('x', 5), absolute('x', 5)], '0'],
  ])('%s', (_, symbols, winner) => {
    expect(resolve(...symbols)).toMatchObject({ winner, twice: [] });
  });

  it('two strong ones are reported, absolute ones of other values too; the first stays', () => {
    expect(resolve(strong('x'), strong('x'))).toMatchObject({ winner: '0', twice: ['0 1'] });
    expect(resolve(absolute('x', 5), absolute('x', 6))).toMatchObject({ winner: '0', twice: ['0 1'] });
  });

  it('commons of one name get the largest size and the largest alignment, and none beside a strong one', () => {
    const { commons } = resolve(common('x', 4, 8), common('x', 40, 4)).resolution;
    expect(commons.get('x')).toEqual({ size: 40, align: 8 });
    expect(resolve(common('x', 4, 8), strong('x')).resolution.commons.size).toBe(0);
  });
});

describe('references', () => {
  it('are weak while all are, name their first object, and end with a definition', () => {
    const missing = symbol('x', { section: SectionIndex.undefined });
    const weakly = { ...missing, binding: SymbolBinding.weak };
    expect(resolve(weakly).resolution.undefined.get('x')).toMatchObject({ weak: true });
    const both = resolve(weakly, missing, missing).resolution.undefined.get('x');
    expect(both).toMatchObject({ weak: false, object: { name: '1' } });
    expect(resolve(missing, strong('x')).resolution.undefined.size).toBe(0);
  });
});

describe('COMDAT groups', () => {
  it('of one signature: the sections of the later object are discarded, what they define is a reference', () => {
    const resolution = new SymbolResolution<ResolvableObject>(() => expect.unreachable());
    const object = (name: string): ResolvableObject => ({
      name,
      sections: [{ index: 1, name: '.text.x' }],
      symbols: [strong('x')],
      groups: [{ signature: 'x', comdat: true, members: [1] }],
    });
    const [first, second] = [object('first'), object('second')];
    resolution.take(first);
    resolution.take(second);
    expect(resolution.definitions.get('x')!.object).toBe(first);
    expect([...resolution.discarded.get(second)!]).toEqual([1]);
  });
});
