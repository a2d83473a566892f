import { describe, expect, it } from 'vitest';
import { heapVersion } from './heap-versions.js';
import { heapSettings, parseSdkConfig } from './settings.js';

describe('sdkconfig', () => {
  it('nothing set: v5.1.3, no poisoning, tracing if the program knows it, at depth 2 without hash map', () => {
    expect(heapSettings({})).toMatchObject({
      idf: 'v5.1.3',
      poisoning: 'none',
      tracing: undefined,
      traceDepth: 2,
      hashMapSize: 0,
      psram: 0,
      alwaysInternal: -1,
    });
  });

  it('y, true, 1 and numbers as text are what Kconfig writes', () => {
    const config = {
      CONFIG_HEAP_POISONING_COMPREHENSIVE: 'y',
      CONFIG_HEAP_TRACING_STACK_DEPTH: '10',
      CONFIG_HEAP_TRACE_HASH_MAP: true,
    };
    expect(heapSettings(config)).toMatchObject({
      poisoning: 'comprehensive',
      traceDepth: 10,
      hashMapSize: 10,
    });
    expect(heapSettings(config, 'v5.2').hashMapSize).toBe(512);
  });

  it.each([
    [{ CONFIG_HEAP_TRACING_STACK_DEPTH: 11 }, 'v5.1.3', /allows 0 to 10/],
    [{ CONFIG_HEAP_TRACING_STACK_DEPTH: 33 }, 'v5.4', /allows 0 to 32/],
    [{ CONFIG_HEAP_TRACING_STACK_DEPTH: 'deep' }, 'v5.1.3', /STACK_DEPTH = deep: expected a whole number/],
    [{ CONFIG_HEAP_TRACE_HASH_MAP: 'y' }, 'v5.0.1', /has no hash map/],
    [{ CONFIG_HEAP_POISONING_LIGHT: 'yes' }, 'v5.1.3', /expected y or n/],
    [{ CONFIG_HEAP_POISONING_LIGHT: 'y', CONFIG_HEAP_POISONING_COMPREHENSIVE: 'y' }, 'v5.1.3', /beside/],
  ])('%j in %s is refused', (config, idf, message) => {
    expect(() => heapSettings(config, idf)).toThrow(message);
  });

  it('depth 32 is allowed from v5.2 on', () => {
    expect(heapSettings({ CONFIG_HEAP_TRACING_STACK_DEPTH: 32 }, 'v5.2').traceDepth).toBe(32);
  });

  it('PSRAM takes part when the machine has it, up to the ALWAYSINTERNAL limit', () => {
    expect(heapSettings({}, 'v5.1.3', 0x40_0000)).toMatchObject({ psram: 0x40_0000, alwaysInternal: 16384 });
    expect(heapSettings({ CONFIG_SPIRAM: 'n' }, 'v5.1.3', 0x40_0000).psram).toBe(0);
  });

  it('the file: assignments, comments, "is not set", quotes; a line that is neither is told by number', () => {
    const text = '# a comment\nCONFIG_A=y\r\n# CONFIG_B is not set\nCONFIG_C="text"\n\nCONFIG_D=10\n';
    expect(parseSdkConfig(text)).toEqual({ CONFIG_A: 'y', CONFIG_B: 'n', CONFIG_C: 'text', CONFIG_D: '10' });
    expect(() => parseSdkConfig('CONFIG_A=y\nA=y\n')).toThrow(/line 2/);
  });
});

describe('the heap’s behaviour table by release', () => {
  it.each([
    ['v4.4.8', 'v4.4'],
    ['v4.4.2', 'v4.4.0'],
    ['v5.0.0', 'v5.0.0'],
    ['v5.0.9', 'v5.0'],
    ['v5.1', 'v5.1.3'],
    ['v5.1.3', 'v5.1.3'],
    ['v5.1.6', 'v5.1.5'],
    ['v5.2.7', 'v5.2'],
    ['v5.4.4', 'v5.4'],
    ['v6.0.1', 'v5.5'],
  ])('%s behaves as %s', (idf, row) => {
    expect(heapVersion(idf)).toBe(row);
  });
});
