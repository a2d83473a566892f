/**
 * Guest memory: one flat window of guest addresses over one `WebAssembly.Memory`, and a table of page classes.
 *
 * Invariants
 * - `pageClass` says what engines may do *directly* on the backing bytes; everything it does not allow takes
 *   the slow way (`slowRead`, `slowWrite`), which knows devices, aliases, access rules and decoded code.
 * - `attributes` is what was mapped. `pageClass[p]` equals it, except that devices and aliases have 0 there, and
 *   that pages holding decoded code have their write bits taken away.
 */

import { hexAddress } from './hex.js';

/** Plain memory, readable with any size and alignment. */
export const PAGE_READ = 1;
/** Plain memory, writable with any size and alignment. */
export const PAGE_WRITE = 2;
/** Readable with aligned 32-bit accesses only (instruction RAM, instruction ROM). */
export const PAGE_READ_WORD = 4;
/** Writable with aligned 32-bit accesses only (instruction RAM). */
export const PAGE_WRITE_WORD = 8;
/** Instructions may be fetched. */
export const PAGE_EXECUTE = 16;

/** Data RAM: everything but execution. */
export const PAGE_DATA_RAM = PAGE_READ | PAGE_WRITE;
/** Instruction RAM of the ESP32: aligned words, execution. */
export const PAGE_INSTRUCTION_RAM = PAGE_READ_WORD | PAGE_WRITE_WORD | PAGE_EXECUTE;

/** Bytes in a page of the class table. */
export const PAGE_SIZE = 4096;
const PAGE_SHIFT = 12;

/** What every part of the simulator may ask of guest memory. Addresses are guest addresses, 32 bits, unsigned. */
export interface GuestMemory {
  /** Guest address of `u8[0]`. Host offset of guest address a is `(a - base) >>> 0`. */
  readonly base: number;
  readonly u8: Uint8Array;
  readonly i8: Int8Array;
  readonly u16: Uint16Array;
  readonly i16: Int16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  /** One byte for each 4 KiB page of the whole 32-bit space; bits `PAGE_*`. 0 = the slow way. */
  readonly pageClass: Uint8Array;
}

/** The part of `WebAssembly.Memory` used here (the compiler's library lacks it without the DOM). */
export interface LinearMemory {
  readonly buffer: ArrayBuffer;
}

const wasm = (
  globalThis as unknown as {
    WebAssembly: { Memory: new (limits: { initial: number; maximum: number }) => LinearMemory };
  }
).WebAssembly;

/** A device on the bus. Addresses are guest addresses, values unsigned. */
export interface DeviceHandler {
  read(address: number, size: 1 | 2 | 4): number;
  write(address: number, size: 1 | 2 | 4, value: number): void;
}

/** Told when decoded code has been overwritten or the map has changed: all predecoded instructions are stale. */
export interface CodeListener {
  codeChanged(): void;
  /** `pageClass` of the pages [first, first+count) has changed. */
  pageClassChanged(first: number, count: number): void;
}

/** An access that no mapping allows. */
export class MemoryAccessError extends Error {
  constructor(
    readonly address: number,
    readonly size: number,
    readonly operation: 'read' | 'write' | 'map',
    reason: string,
  ) {
    super(`cannot ${operation} ${size} byte(s) at ${hexAddress(address)}: ${reason}`);
    this.name = 'MemoryAccessError';
  }
}

/** Outcome of the last `slowRead`/`slowWrite`. */
export const ACCESS_OK = 0;
/** Nothing is mapped there. */
export const ACCESS_UNMAPPED = 1;
/** Something is there, but not for this kind of access (byte in instruction RAM, store to ROM). */
export const ACCESS_FORBIDDEN = 2;

interface DeviceRange {
  readonly start: number;
  readonly end: number;
  readonly handler: DeviceHandler;
}

interface AliasRange {
  readonly start: number;
  readonly size: number;
  readonly target: number;
  readonly reversed: boolean;
}

/** The guest memory of a machine. */
export class FlatMemory implements GuestMemory {
  readonly base: number;
  /** Size of the window in bytes. */
  readonly size: number;
  /** Never grown: growing would detach every view. */
  readonly memory: LinearMemory;
  readonly u8: Uint8Array;
  readonly i8: Int8Array;
  readonly u16: Uint16Array;
  readonly i16: Int16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly pageClass = new Uint8Array(1 << 20);
  /** What was mapped, one byte for each page; see the head of the file. */
  readonly attributes = new Uint8Array(1 << 20);
  /** `ACCESS_*` of the last slow access. */
  fault = ACCESS_OK;

  private readonly devices = new Map<number, DeviceRange[]>();
  private readonly aliases = new Map<number, AliasRange>();
  private readonly codeBytes = new Map<number, Uint8Array>();
  private readonly listeners = new Set<CodeListener>();

  /**
   * @param options.base guest address of the window's first byte, a multiple of 64 KiB
   * @param options.size bytes in the window, a multiple of 64 KiB
   */
  constructor(options: { base: number; size: number }) {
    const { base, size } = options;
    if ((base & 0xffff) !== 0 || base < 0 || base > 0xffffffff)
      throw new MemoryAccessError(base, size, 'map', 'the window must begin at a multiple of 64 KiB');
    if (size <= 0 || size % 65536 !== 0 || base + size > 2 ** 32)
      throw new MemoryAccessError(
        base,
        size,
        'map',
        'the window must be a multiple of 64 KiB inside 32 bits',
      );
    this.base = base >>> 0;
    this.size = size;
    this.memory = new wasm.Memory({ initial: size / 65536, maximum: size / 65536 });
    const buffer = this.memory.buffer;
    this.u8 = new Uint8Array(buffer);
    this.i8 = new Int8Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.i16 = new Int16Array(buffer);
    this.u32 = new Uint32Array(buffer);
    this.i32 = new Int32Array(buffer);
  }

  /** Maps plain memory of the window. Start and size are multiples of 4 KiB; class is a union of `PAGE_*`. */
  map(start: number, size: number, pageClass: number): void {
    const first = this.pageRange(start, size);
    if (start < this.base || start + size > this.base + this.size)
      throw new MemoryAccessError(start, size, 'map', 'plain memory must lie inside the window');
    for (let page = first; page < first + size / PAGE_SIZE; page++) {
      this.devices.delete(page);
      this.aliases.delete(page);
      this.attributes[page] = pageClass;
      this.pageClass[page] = pageClass;
    }
    this.mapChanged(first, size / PAGE_SIZE);
  }

  /** Removes whatever is mapped; accesses fault afterwards. */
  unmap(start: number, size: number): void {
    const first = this.pageRange(start, size);
    for (let page = first; page < first + size / PAGE_SIZE; page++) {
      this.devices.delete(page);
      this.aliases.delete(page);
      this.attributes[page] = 0;
      this.pageClass[page] = 0;
    }
    this.mapChanged(first, size / PAGE_SIZE);
  }

  /** Maps a device. Several devices may share a page; a later mapping wins where ranges overlap. */
  mapDevice(start: number, size: number, handler: DeviceHandler): void {
    if (start < 0 || size <= 0 || start + size > 2 ** 32)
      throw new MemoryAccessError(start, size, 'map', 'the range must lie inside 32 bits');
    const first = start >>> PAGE_SHIFT;
    const last = (start + size - 1) >>> PAGE_SHIFT;
    for (let page = first; page <= last; page++) {
      const ranges = this.devices.get(page) ?? [];
      ranges.unshift({ start, end: start + size, handler });
      this.devices.set(page, ranges);
      this.aliases.delete(page);
      this.attributes[page] = 0;
      this.pageClass[page] = 0;
    }
    this.mapChanged(first, last - first + 1);
  }

  /**
   * Makes [start, start+size) another name of the plain memory at target. With `reversed`, the words stand in
   * reversed order, as those of SRAM 1 on the ESP32's instruction bus.
   */
  mapAlias(
    start: number,
    size: number,
    target: number,
    options: { pageClass: number; reversed?: boolean },
  ): void {
    const first = this.pageRange(start, size);
    if (target < this.base || target + size > this.base + this.size)
      throw new MemoryAccessError(target, size, 'map', 'an alias must point into the window');
    const range = { start, size, target, reversed: options.reversed === true };
    for (let page = first; page < first + size / PAGE_SIZE; page++) {
      this.devices.delete(page);
      this.aliases.set(page, range);
      this.attributes[page] = options.pageClass;
      this.pageClass[page] = 0;
    }
    this.mapChanged(first, size / PAGE_SIZE);
  }

  /** True when at least one access of this kind is possible at the address. */
  isMapped(address: number): boolean {
    const page = address >>> PAGE_SHIFT;
    return this.attributes[page] !== 0 || this.deviceAt(address >>> 0) !== undefined;
  }

  /** True when instructions may be fetched at the address. */
  isExecutable(address: number): boolean {
    return (this.attributes[address >>> PAGE_SHIFT]! & PAGE_EXECUTE) !== 0;
  }

  /**
   * Guest data read with all rules, for engines: never throws for a guest's fault, sets `fault` instead.
   * Returns the value zero-extended.
   */
  slowRead(address: number, size: 1 | 2 | 4): number {
    address >>>= 0;
    const page = address >>> PAGE_SHIFT;
    const attributes = this.attributes[page]!;
    this.fault = ACCESS_OK;
    if (attributes !== 0) {
      const aligned = (address & (size - 1)) === 0;
      if ((attributes & PAGE_READ) === 0 && !((attributes & PAGE_READ_WORD) !== 0 && size === 4 && aligned)) {
        this.fault = ACCESS_FORBIDDEN;
        return 0;
      }
      if (!aligned && (address + size - 1) >>> PAGE_SHIFT !== page) {
        const next = this.attributes[((address + size - 1) >>> PAGE_SHIFT) & 0xfffff]!;
        if ((next & PAGE_READ) === 0) {
          this.fault = next === 0 ? ACCESS_UNMAPPED : ACCESS_FORBIDDEN;
          return 0;
        }
      }
      let value = 0;
      for (let i = size - 1; i >= 0; i--) value = (value << 8) | this.u8[this.offset((address + i) >>> 0)]!;
      return value >>> 0;
    }
    const device = this.deviceAt(address);
    if (device === undefined) {
      this.fault = ACCESS_UNMAPPED;
      return 0;
    }
    return device.handler.read(address, size) >>> 0;
  }

  /** Guest data write with all rules, for engines: never throws for a guest's fault, sets `fault` instead. */
  slowWrite(address: number, size: 1 | 2 | 4, value: number): void {
    address >>>= 0;
    const page = address >>> PAGE_SHIFT;
    const attributes = this.attributes[page]!;
    this.fault = ACCESS_OK;
    if (attributes !== 0) {
      const aligned = (address & (size - 1)) === 0;
      if (
        (attributes & PAGE_WRITE) === 0 &&
        !((attributes & PAGE_WRITE_WORD) !== 0 && size === 4 && aligned)
      ) {
        this.fault = ACCESS_FORBIDDEN;
        return;
      }
      if (!aligned && (address + size - 1) >>> PAGE_SHIFT !== page) {
        const next = this.attributes[((address + size - 1) >>> PAGE_SHIFT) & 0xfffff]!;
        if ((next & PAGE_WRITE) === 0) {
          this.fault = next === 0 ? ACCESS_UNMAPPED : ACCESS_FORBIDDEN;
          return;
        }
      }
      this.put(address, size, value);
      return;
    }
    const device = this.deviceAt(address);
    if (device === undefined) {
      this.fault = ACCESS_UNMAPPED;
      return;
    }
    device.handler.write(address, size, value >>> 0);
  }

  /** Host read of a byte; access rules of the guest (aligned words, execute only) do not apply. */
  read8(address: number): number {
    return this.hostRead(address, 1);
  }
  /** Host read of a halfword, any alignment. */
  read16(address: number): number {
    return this.hostRead(address, 2);
  }
  /** Host read of a word (unsigned), any alignment. */
  read32(address: number): number {
    return this.hostRead(address, 4);
  }
  /** Host write of a byte; the guest's access rules do not apply: ROM can be written. */
  write8(address: number, value: number): void {
    this.hostWrite(address, 1, value);
  }
  /** Host write of a halfword, any alignment. */
  write16(address: number, value: number): void {
    this.hostWrite(address, 2, value);
  }
  /** Host write of a word, any alignment. */
  write32(address: number, value: number): void {
    this.hostWrite(address, 4, value);
  }

  /** Copies bytes into plain memory (a loader's way). @throws MemoryAccessError where nothing plain is mapped */
  copyIn(address: number, bytes: Uint8Array): void {
    this.requirePlain(address, bytes.length, 'write');
    for (let i = 0; i < bytes.length; i++) this.u8[this.offset(address + i)] = bytes[i]!;
    this.codeWritten(address, bytes.length);
  }

  /** Copies bytes out of plain memory. @throws MemoryAccessError where nothing plain is mapped */
  copyOut(address: number, length: number): Uint8Array {
    this.requirePlain(address, length, 'read');
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = this.u8[this.offset(address + i)]!;
    return bytes;
  }

  /** Fills plain memory with a byte. @throws MemoryAccessError where nothing plain is mapped */
  fill(address: number, length: number, value: number): void {
    this.requirePlain(address, length, 'write');
    for (let i = 0; i < length; i++) this.u8[this.offset(address + i)] = value;
    this.codeWritten(address, length);
  }

  /** Adds a listener for changes of code and of page classes. */
  addCodeListener(listener: CodeListener): void {
    this.listeners.add(listener);
  }

  removeCodeListener(listener: CodeListener): void {
    this.listeners.delete(listener);
  }

  /** An engine has decoded the instruction in [address, address+length): stores to it must be noticed. */
  markCode(address: number, length: number): void {
    for (let i = 0; i < length; i++) {
      const physical = this.physical((address + i) >>> 0);
      const page = physical >>> PAGE_SHIFT;
      let bytes = this.codeBytes.get(page);
      if (bytes === undefined) {
        bytes = new Uint8Array(PAGE_SIZE);
        this.codeBytes.set(page, bytes);
        this.pageClass[page]! &= ~(PAGE_WRITE | PAGE_WRITE_WORD);
        for (const listener of this.listeners) listener.pageClassChanged(page, 1);
      }
      bytes[physical & (PAGE_SIZE - 1)] = 1;
    }
  }

  /**
   * Somebody has written the bytes directly (through `u8` and its sisters). Must be called after direct writes
   * that may have changed instructions; the accessors above call it themselves.
   */
  codeWritten(address: number, length: number): void {
    if (this.codeBytes.size === 0) return;
    const end = address + length;
    for (let a = address; a < end;) {
      const physical = this.physical(a >>> 0);
      const bytes = this.codeBytes.get(physical >>> PAGE_SHIFT);
      const reversed = this.aliases.get(a >>> PAGE_SHIFT)?.reversed === true;
      if (bytes === undefined && !reversed) {
        a = (Math.floor(a / PAGE_SIZE) + 1) * PAGE_SIZE;
        continue;
      }
      if (bytes?.[physical & (PAGE_SIZE - 1)] === 1) {
        this.invalidateCode();
        return;
      }
      a++;
    }
  }

  /** Drops all marks of decoded code and tells every engine to decode anew. */
  invalidateCode(): void {
    for (const page of this.codeBytes.keys()) {
      if (this.aliases.has(page) || this.devices.has(page)) continue;
      this.pageClass[page] = this.attributes[page]!;
      for (const listener of this.listeners) listener.pageClassChanged(page, 1);
    }
    this.codeBytes.clear();
    for (const listener of this.listeners) listener.codeChanged();
  }

  /** Address of the plain memory behind an address: itself, or an alias's target. */
  physical(address: number): number {
    const alias = this.aliases.get(address >>> PAGE_SHIFT);
    if (alias === undefined) return address;
    const at = address - alias.start;
    if (!alias.reversed) return alias.target + at;
    return alias.target + alias.size - 4 - (at & ~3) + (at & 3);
  }

  private offset(address: number): number {
    return (this.physical(address >>> 0) - this.base) >>> 0;
  }

  private put(address: number, size: number, value: number): void {
    for (let i = 0; i < size; i++) this.u8[this.offset((address + i) >>> 0)] = value >>> (8 * i);
    this.codeWritten(address, size);
  }

  private hostRead(address: number, size: 1 | 2 | 4): number {
    address >>>= 0;
    if (this.attributes[address >>> PAGE_SHIFT] === 0) {
      const device = this.deviceAt(address);
      if (device === undefined) throw new MemoryAccessError(address, size, 'read', 'nothing is mapped there');
      return device.handler.read(address, size) >>> 0;
    }
    this.requirePlain(address, size, 'read');
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = (value << 8) | this.u8[this.offset(address + i)]!;
    return value >>> 0;
  }

  private hostWrite(address: number, size: 1 | 2 | 4, value: number): void {
    address >>>= 0;
    if (this.attributes[address >>> PAGE_SHIFT] === 0) {
      const device = this.deviceAt(address);
      if (device === undefined)
        throw new MemoryAccessError(address, size, 'write', 'nothing is mapped there');
      device.handler.write(address, size, value >>> 0);
      return;
    }
    this.requirePlain(address, size, 'write');
    this.put(address, size, value);
  }

  private requirePlain(address: number, length: number, operation: 'read' | 'write'): void {
    if (address < 0 || address + length > 2 ** 32)
      throw new MemoryAccessError(address, length, operation, 'the range leaves the 32-bit address space');
    if (length === 0) return;
    const last = (address + length - 1) >>> PAGE_SHIFT;
    for (let page = address >>> PAGE_SHIFT; page <= last; page++)
      if (this.attributes[page] === 0)
        throw new MemoryAccessError(
          Math.max(address, page * PAGE_SIZE),
          length,
          operation,
          'nothing is mapped there',
        );
  }

  private deviceAt(address: number): DeviceRange | undefined {
    const ranges = this.devices.get(address >>> PAGE_SHIFT);
    return ranges?.find((range) => address >= range.start && address < range.end);
  }

  private pageRange(start: number, size: number): number {
    if (start < 0 || size <= 0 || start % PAGE_SIZE !== 0 || size % PAGE_SIZE !== 0 || start + size > 2 ** 32)
      throw new MemoryAccessError(
        start,
        size,
        'map',
        'start and size must be multiples of 4 KiB inside 32 bits',
      );
    return start >>> PAGE_SHIFT;
  }

  private mapChanged(first: number, count: number): void {
    for (const listener of this.listeners) listener.pageClassChanged(first, count);
    if (this.codeBytes.size !== 0) this.invalidateCode();
    else for (const listener of this.listeners) listener.codeChanged();
  }
}
