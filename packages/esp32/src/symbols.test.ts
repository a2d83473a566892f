import { describe, expect, test } from 'vitest';
import { SymbolTable, type GuestSymbol } from './symbols.js';

const symbol = (
  name: string,
  address: number,
  size: number,
  more: Partial<GuestSymbol> = {},
): GuestSymbol => ({
  name,
  address,
  size,
  kind: 'function',
  local: false,
  ...more,
});

describe('looking up addresses', () => {
  const table = new SymbolTable([{ name: 'ets_printf', address: 0x40007d54 }]);
  table.add([
    symbol('main', 0x400d0020, 0x40),
    symbol('loop', 0x400d0030, 0, { kind: 'label', local: true }),
    symbol('helper', 0x400d0060, 0x10, { local: true }),
    symbol('tail', 0x400d0080, 0, { kind: 'label' }),
    symbol('alias', 0x400d0060, 0x10),
  ]);

  test('the function whose extent holds the address, not a label inside it', () => {
    expect(table.lookup(0x400d0034)).toMatchObject({ name: 'main', offset: 0x14 });
  });
  test('a global name before a local one of the same extent', () => {
    expect(table.lookup(0x400d0061)).toMatchObject({ name: 'alias', offset: 1 });
  });
  test('behind the end of a function only what has no size there', () => {
    expect(table.lookup(0x400d0075)).toBeUndefined();
    expect(table.lookup(0x400d0090)).toMatchObject({ name: 'tail', offset: 0x10 });
  });
  test('before everything, and in ROM', () => {
    expect(table.lookup(0x1000)).toBeUndefined();
    expect(table.lookup(0x40007d60)).toMatchObject({ name: 'ets_printf', offset: 12, object: 'rom' });
    expect(table.describe(0x400d0034)).toBe('0x400d0034 main+0x14');
    expect(table.describe(0x10)).toBe('0x00000010');
  });
});

test('by name: a global symbol before a local one, a program before a native function', () => {
  const table = new SymbolTable();
  table.add([
    symbol('f', 1, 0, { local: true }),
    symbol('f', 2, 0),
    symbol('g', 3, 0, { kind: 'native' }),
    symbol('g', 4, 0),
  ]);
  expect([table.address('f'), table.address('g'), table.address('h')]).toEqual([2, 4, undefined]);
});
