import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleText, formatFloat, formatInteger, luaO_str2num, parseSpec, singleText } from './numbers.js';
import { TValue } from './objects.js';

const read = (text: string): number | null => {
  const o = new TValue(0, null);
  return luaO_str2num(new TextEncoder().encode(text), o) === 0 ? null : (o.value as number);
};
const printf = (form: string, n: number): string => {
  const spec = parseSpec(form);
  return 'dixXou'.includes(spec.conversion) ? formatInteger(n, spec) : formatFloat(n, spec);
};

describe('texts of numbers, as C prints them', () => {
  it.each([
    ['%d', -5, '-5'],
    ['%05d', 42, '00042'],
    ['%+d', 7, '+7'],
    ['%-6d|', 7, '7     '],
    ['%.3d', 7, '007'],
    ['%x', -1, 'ffffffff'],
    ['%#x', 255, '0xff'],
    ['%u', -1, '4294967295'],
    ['%o', 8, '10'],
    ['%5.2f', 3.14159, ' 3.14'],
    ['%.0f', 2.5, '2'],
    ['%.0f', 3.5, '4'],
    ['%.2f', 0.125, '0.12'],
    ['%.2f', 0.375, '0.38'],
    ['%.1e', 12.5, '1.2e+01'],
    ['%.2g', 0.25, '0.25'],
    ['%.1g', 0.25, '0.2'],
    ['%.0f', 0.5, '0'],
    ['%f', 1e21, '1000000000000000000000.000000'],
    ['%e', 0, '0.000000e+00'],
    ['%g', 100000, '100000'],
    ['%g', 1e6, '1e+06'],
    ['%g', 0.0001, '0.0001'],
    ['%#g', 1, '1.00000'],
    ['%G', 1e-10, '1E-10'],
    ['%08.2f', -1.5, '-0001.50'],
    ['%a', 1, '0x1p+0'],
    ['%a', -0.5, '-0x1p-1'],
    ['%5f', NaN, '  nan'],
    ['%F', -Infinity, '-INF'],
  ])('%s of %d is "%s"', (form, n, text) => {
    expect(printf(form.replace('|', ''), n)).toBe(text);
  });

  it('a text of a float reads back as the same float, to its digits (property)', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const again = read(singleText(x))!;
        expect(Math.abs(again - x)).toBeLessThanOrEqual(Math.abs(x) * 1e-6);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Math.abs(read(doubleText(x))! - x)).toBeLessThanOrEqual(Math.abs(x) * 1e-13);
      }),
    );
  });
});

describe('numerals', () => {
  it.each([
    ['10', 10],
    ['  0x10  ', 16],
    ['0xffffffff', -1],
    ['2147483648', 2147483648],
    ['-2147483648', -2147483648],
    ['1e1', 10],
    ['.5', 0.5],
    ['5.', 5],
    ['0x.8p1', 1],
    ['0xA.8', 10.5],
    ['', null],
    ['.', null],
    ['1e', null],
    ['0x', null],
    ['inf', null],
    ['nan', null],
    ['1 2', null],
    ['0x1p', null],
  ])('%s', (text, n) => {
    expect(read(text)).toBe(n);
  });
});
