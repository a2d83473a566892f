import { describe, expect, it } from 'vitest';
import { availableRegions, diramAlias, MEMORY_TYPES, reservedRanges, type HeapLayout } from './regions.js';
import { heapBehaviour, HEAP_BEHAVIOUR } from './versions.js';

const lines = (layout: HeapLayout, smallest?: number): string[] =>
  availableRegions(layout, smallest).map(
    ({ start, end, type }) =>
      `${start.toString(16)}+${(end - start).toString(16)} ${MEMORY_TYPES[type].name}`,
  );

describe('heaps that boards print at boot (public logs)', () => {
  it('NodeMCU dev-esp32', () => {
    expect(lines({ heapStart: 0x3ffb7b00, iramEnd: 0x400971dc })).toEqual([
      '3ffae6e0+1920 DRAM',
      '3ffb7b00+28500 DRAM',
      '3ffe0440+3ae0 D/IRAM',
      '3ffe4350+1bcb0 D/IRAM',
      '400971dc+8e24 IRAM',
    ]);
  });

  it('ESPHome voice kit', () => {
    expect(lines({ heapStart: 0x3ffb86f8, iramEnd: 0x40095bb0 })[1]).toBe('3ffb86f8+27908 DRAM');
    expect(lines({ heapStart: 0x3ffb86f8, iramEnd: 0x40095bb0 })[4]).toBe('40095bb0+a450 IRAM');
  });

  it('Bluetooth, IDF 4.x: also the 4 bytes between; v5.1 drops pieces of 16 bytes and less', () => {
    const layout = { bluetooth: true, dataStart: 0x3ffbdb60, heapStart: 0x3ffd3690, iramEnd: 0x4009b810 };
    expect(lines(layout, heapBehaviour('v4.4').smallestRegion)).toEqual([
      '3ffaff10+f0 DRAM',
      '3ffb6388+1c78 DRAM',
      '3ffb9a20+4108 DRAM',
      '3ffbdb5c+4 DRAM',
      '3ffd3690+c970 DRAM',
      '3ffe0440+3ae0 D/IRAM',
      '3ffe4350+1bcb0 D/IRAM',
      '4009b810+47f0 IRAM',
    ]);
    expect(lines(layout)).not.toContain('3ffbdb5c+4 DRAM');
  });

  it('one core: one D/IRAM heap, the other cache as IRAM, RTC fast memory last', () => {
    expect(lines({ unicore: true, rtcFastHeapStart: 0x3ff80010 })).toEqual([
      '3ffae6e0+1920 DRAM',
      '3ffb2a18+2d5e8 DRAM',
      '3ffe0440+1fbc0 D/IRAM',
      '40078000+8000 IRAM',
      '4008ca00+13600 IRAM',
      '3ff80010+1ff0 RTCRAM',
    ]);
  });
});

describe('reserved ranges', () => {
  it('are widened to words', () => {
    expect(reservedRanges({ heapStart: 0x3ffb2a1a })).toContainEqual({ start: 0x3ffb0000, end: 0x3ffb2a1c });
  });

  it('may not overlap', () => {
    expect(() => reservedRanges({ reserved: [{ start: 0x3ffe0000, end: 0x3ffe8000 }] })).toThrow(/overlap/);
  });

  it('cut holes: trace memory', () => {
    expect(lines({ reserved: [{ start: 0x3fff8000, end: 0x3fffc000 }] }).slice(3, 5)).toEqual([
      '3ffe4350+13cb0 D/IRAM',
      '3fffc000+4000 D/IRAM',
    ]);
  });
});

describe('instruction-bus alias of D/IRAM', () => {
  it.each([
    [0x3ffffffc, 0x400a0000],
    [0x3fffc000, 0x400a3ffc],
    [0x3ffe0000, 0x400bfffc],
    [0x3fff0002, 0x400afffe],
  ])('%x is %x, and back', (data, instruction) => {
    expect(diramAlias(data)).toBe(instruction);
    expect(diramAlias(instruction)).toBe(data);
  });
});

describe('versions', () => {
  it('only v5.1.3 is covered by vectors', () => {
    expect(
      Object.values(HEAP_BEHAVIOUR)
        .filter((one) => one.coveredByVectors)
        .map((one) => one.version),
    ).toEqual(['v5.1.3']);
  });

  it('an unknown one is refused by name', () => {
    expect(() => heapBehaviour('v9')).toThrow(/unknown IDF version 'v9'; known: v4\.4\.0/);
  });
});
