import { describe, expect, it } from 'vitest';
import {
  ACCESS_FORBIDDEN,
  ACCESS_OK,
  ACCESS_UNMAPPED,
  FlatMemory,
  MemoryAccessError,
  PAGE_DATA_RAM,
  PAGE_INSTRUCTION_RAM,
  PAGE_READ,
} from './memory.js';

function memory(): FlatMemory {
  const m = new FlatMemory({ base: 0x3ff00000, size: 0x200000 });
  m.map(0x3ffb0000, 0x10000, PAGE_DATA_RAM);
  m.map(0x40080000, 0x10000, PAGE_INSTRUCTION_RAM);
  return m;
}

describe('FlatMemory', () => {
  it('puts guest address a at host offset a - base', () => {
    const m = memory();
    m.write32(0x3ffb0010, 0x11223344);
    expect(m.u32[(0x3ffb0010 - m.base) >>> 2]).toBe(0x11223344);
    expect(m.read8(0x3ffb0011)).toBe(0x33);
    expect(m.read16(0x3ffb0011)).toBe(0x2233);
  });

  it('lets the guest read data RAM unaligned and instruction RAM only by aligned words', () => {
    const m = memory();
    m.copyIn(0x3ffb0000, Uint8Array.of(1, 2, 3, 4, 5));
    expect(m.slowRead(0x3ffb0001, 4)).toBe(0x05040302);
    expect(m.fault).toBe(ACCESS_OK);
    m.slowRead(0x40080001, 1);
    expect(m.fault).toBe(ACCESS_FORBIDDEN);
    m.slowRead(0x40080002, 4);
    expect(m.fault).toBe(ACCESS_FORBIDDEN);
    m.slowRead(0x40080004, 4);
    expect(m.fault).toBe(ACCESS_OK);
    m.slowWrite(0x40080004, 2, 1);
    expect(m.fault).toBe(ACCESS_FORBIDDEN);
  });

  it('faults on what is not mapped, also on the second page of an unaligned access', () => {
    const m = memory();
    m.slowRead(0, 4);
    expect(m.fault).toBe(ACCESS_UNMAPPED);
    m.slowRead(0x3ffbfffe, 4);
    expect(m.fault).toBe(ACCESS_UNMAPPED);
    expect(() => m.read32(0x1000)).toThrow(MemoryAccessError);
    expect(() => m.copyIn(0x3ffbfffc, new Uint8Array(8))).toThrow(/0x3ffc0000/);
  });

  it('refuses stores of the guest to read-only pages but lets a loader write them', () => {
    const m = memory();
    m.map(0x40000000, 0x1000, PAGE_READ);
    m.slowWrite(0x40000000, 4, 1);
    expect(m.fault).toBe(ACCESS_FORBIDDEN);
    m.write32(0x40000000, 7);
    expect(m.slowRead(0x40000000, 4)).toBe(7);
  });

  it('hands accesses to devices, which may share a page', () => {
    const m = memory();
    const seen: number[][] = [];
    const device = (n: number) => ({
      read: (address: number, size: number) => address - 0x3ff40000 + size + n,
      write: (address: number, size: number, value: number) => void seen.push([n, address, size, value]),
    });
    m.mapDevice(0x3ff40000, 0x80, device(100));
    m.mapDevice(0x3ff40080, 0x80, device(200));
    expect(m.slowRead(0x3ff40004, 4)).toBe(108);
    expect(m.read8(0x3ff40081)).toBe(0x81 + 1 + 200);
    m.slowWrite(0x3ff40090, 2, -1);
    expect(seen).toEqual([[200, 0x3ff40090, 2, 0xffffffff]]);
    m.slowRead(0x3ff40100, 4);
    expect(m.fault).toBe(ACCESS_UNMAPPED);
  });

  it('shows an alias in reversed word order, as SRAM 1 on the instruction bus', () => {
    const m = memory();
    m.mapAlias(0x400a0000, 0x2000, 0x3ffb0000, { pageClass: PAGE_INSTRUCTION_RAM, reversed: true });
    m.write32(0x3ffb1ffc, 0xaabbccdd);
    expect(m.slowRead(0x400a0000, 4)).toBe(0xaabbccdd);
    expect(m.read8(0x400a0001)).toBe(0xcc);
    m.slowWrite(0x400a1ffc, 4, 0x01020304);
    expect(m.read32(0x3ffb0000)).toBe(0x01020304);
  });

  it('notices stores to decoded code, and only those', () => {
    const m = memory();
    let stale = 0;
    m.addCodeListener({ codeChanged: () => stale++, pageClassChanged: () => undefined });
    m.markCode(0x40080010, 3);
    expect(m.pageClass[0x40080]! & PAGE_INSTRUCTION_RAM).not.toBe(PAGE_INSTRUCTION_RAM);
    m.slowWrite(0x40080014, 4, 0);
    expect(stale).toBe(0);
    m.slowWrite(0x40080010, 4, 0);
    expect(stale).toBe(1);
    expect(m.pageClass[0x40080]).toBe(PAGE_INSTRUCTION_RAM);
  });

  it('rejects impossible mappings', () => {
    const m = memory();
    expect(() => m.map(0x3ffb0001, 0x1000, PAGE_READ)).toThrow(MemoryAccessError);
    expect(() => m.map(0x50000000, 0x1000, PAGE_READ)).toThrow(/window/);
    expect(() => new FlatMemory({ base: 1, size: 65536 })).toThrow(MemoryAccessError);
  });
});
