import { createHash } from 'node:crypto';
import type { Core, FlatMemory } from '@xtal/xtensa';
import { MEMORY_REGIONS, RTC_SLOW_BACKING } from './memory/memory-map.js';

const PAGE = 4096;

/** SHA-256 of all mapped plain memory, each byte once, and of the cores' state, in hexadecimal. */
export function hashState(memory: FlatMemory, cores: readonly Core[]): string {
  const hash = createHash('sha256');
  for (let address = memory.base; address < memory.base + memory.size; address += PAGE) {
    if (memory.attributes[address >>> 12] === 0 || memory.physical(address) !== address) continue;
    const at = address - memory.base;
    hash.update(memory.u8.subarray(at, at + PAGE));
  }
  const slow = RTC_SLOW_BACKING - memory.base;
  hash.update(memory.u8.subarray(slow, slow + MEMORY_REGIONS.at(-1)!.size));
  for (const core of cores) hash.update(core.saveState());
  return hash.digest('hex');
}
