import type { LinkOptions } from '../link/linked-program.js';

/** Where tests link to: the machine's regions, little of everything. */
export const TEST_LAYOUT: Pick<LinkOptions, 'regions' | 'iramTextLimit' | 'dramLimit' | 'stackSize'> = {
  regions: {
    iram: { start: 0x40080440, end: 0x400a0000 },
    irom: { start: 0x400d0020, end: 0x40c00000 },
    dram: { start: 0x3ffb0000, end: 0x3ffd0000 },
    drom: { start: 0x3f400020, end: 0x3f800000 },
    rtcFast: { start: 0x400c0000, end: 0x400c2000 },
    rtcSlow: { start: 0x50000000, end: 0x50002000 },
  },
  iramTextLimit: 0x10000,
  dramLimit: 0x20000,
  stackSize: 0,
};
