/** Hostile guests: random calls with random arguments, random damage to the recorder's memory, random window states. */
import type { Core } from '@xtal/xtensa';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeapMemory } from '@xtal/heap';
import { HeapTraceFault, HeapTraceStandalone } from '../standalone/index.js';
import { FakeDeath, FakeHost } from './fake-host.js';
import { HeapServices } from './heap-services.js';
import { spillWindows } from './spill.js';

const word = fc.oneof(
  fc.nat(0xffff_ffff),
  fc.nat(600),
  fc.integer({ min: 0x3ffa_e000, max: 0x3ffb_9000 }),
  fc.constantFrom(0, 0xffff_ffff, 0x4000_0000, 0x3ff8_0000, 0x400a_0004),
);

describe('hostile guests', () => {
  it('any call with any arguments returns or kills the guest; nothing else is thrown', () => {
    const names = new FakeHost();
    new HeapServices(names, { layout: {} });
    const served = [...names.functions.keys()].filter((name) => name !== 'heap_caps_malloc_extmem_enable');
    const call = fc.tuple(
      fc.constantFrom(...served),
      fc.array(word, { minLength: 4, maxLength: 4 }),
      fc.nat(8),
    );
    fc.assert(
      fc.property(
        fc.array(call, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('none', 'LIGHT', 'COMPREHENSIVE'),
        (calls, poisoning) => {
          const host = new FakeHost();
          new HeapServices(host, {
            layout: { heapStart: 0x3ffb_2000, iramEnd: 0x4008_1000 },
            sdkconfig: { [`CONFIG_HEAP_POISONING_${poisoning}`]: 'y' },
          });
          const blocks: number[] = [0];
          for (const [name, args, pick] of calls) {
            const first = pick < 4 ? blocks[pick % blocks.length]! : args[0]!;
            try {
              const result = host.call(name, [first, ...args.slice(1)], [args[2]!, args[3]!]);
              if (/alloc/.test(name)) blocks.push(result);
            } catch (error) {
              if (error instanceof FakeDeath) return;
              throw error;
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a recorder whose memory is overwritten at random works on or faults, and always ends', () => {
    const damage = fc.array(fc.tuple(fc.nat(0x1ff), word), { maxLength: 6 });
    const step = fc.tuple(fc.constantFrom('a', 'f', 'd', 'g', 's', 'r'), fc.nat(30), damage);
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('v4.4', 'v5.1.3', 'v5.2', 'v5.5'),
        fc.boolean(),
        (steps, idf, hashed) => {
          const memory = createHeapMemory(0x3ffb_0000, 0x1000);
          const trace = new HeapTraceStandalone({
            memory,
            stateAddress: 0x3ffb_0000,
            idf,
            hashMapSize: hashed && idf !== 'v4.4' ? 3 : 0,
          });
          trace.initStandalone(0x3ffb_0100, 12);
          trace.start(steps.length & 1);
          for (const [what, n, writes] of steps) {
            for (const [at, value] of writes) memory.u32[at] = value;
            try {
              const address = 0x3ffc_0000 + 8 * n;
              if (what === 'a') trace.recordAllocation(n, 0, address, n, [0x400d_0000]);
              else if (what === 'f') trace.recordFree(address, [0x400d_0000]);
              else if (what === 'd') trace.dump(() => undefined);
              else if (what === 'g') trace.get(n, 0x3ffb_0f00);
              else if (what === 's') trace.start(n & 1);
              else trace.recordAddresses();
            } catch (error) {
              expect(error).toBeInstanceOf(HeapTraceFault);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('spilling windows in any state ends without an error', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 64, maxLength: 64 }),
        fc.nat(15),
        fc.nat(0xffff),
        (registers, base, start) => {
          const { core } = new FakeHost();
          registers.forEach((value, i) => (core.ar[i] = value));
          core.windowBase = base;
          core.windowStart = start | (1 << base);
          expect(spillWindows(core as unknown as Core)).toBeLessThanOrEqual(15);
        },
      ),
      { numRuns: 60 },
    );
  });
});
