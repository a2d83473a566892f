/**
 * Looking at a heap without touching it: blocks, free lists, fragmentation, violated invariants. Works on any TLSF heap in
 * guest memory, also on one that a firmware's own code built (IDF v4.4.4, v5.0.1 and later).
 *
 * @packageDocumentation
 */
import { HeapList, type HeapDescriptor } from './heap-list.js';
import type { HeapMemory } from './memory.js';
import { BLOCK_OVERHEAD, BLOCK_SIZE_MIN } from './tlsf-reader.js';

/** Parameters of a TLSF pool, from its control structure. */
export interface TlsfGeometry {
  /** Guest address of the control structure. */
  readonly control: number;
  /** Its size in bytes. */
  readonly controlSize: number;
  /** Guest address of the pool (the first block's size word). */
  readonly pool: number;
  readonly flIndexCount: number;
  readonly flIndexShift: number;
  readonly flIndexMax: number;
  readonly slIndexCount: number;
  readonly slIndexCountLog2: number;
  readonly smallBlockSize: number;
}

/** One block of a heap. */
export interface HeapBlock {
  /** Guest address of the payload (with poisoning: of the poison head). */
  readonly address: number;
  /** Payload bytes. */
  readonly size: number;
  readonly free: boolean;
  /** What the block's header says about the block before it. */
  readonly previousFree: boolean;
}

/** One non-empty free list. */
export interface FreeList {
  readonly firstLevel: number;
  readonly secondLevel: number;
  /** Sizes that belong here: from, and up to but not including. */
  readonly minimumSize: number;
  readonly limitSize: number;
  /** Its blocks, head (next to be handed out) first. */
  readonly blocks: readonly HeapBlock[];
}

/** Fragmentation of one heap or of several together; bytes. */
export interface Fragmentation {
  /** Sum of free payloads. */
  totalFree: number;
  /** Largest free payload. */
  largestFree: number;
  /** Largest request that surely succeeds: TLSF's search rounds up, so it may be less than `largestFree`. */
  largestSure: number;
  /** largestFree / totalFree; 1 when nothing is free. */
  contiguity: number;
  /** External waste: 1 - largestFree / totalFree. */
  external: number;
  freeBlocks: number;
  usedBlocks: number;
  /** Payload bytes of used blocks. */
  usedBytes: number;
  /** Headers of all blocks, sentinels and control structures. */
  overhead: number;
  /**
   * Internal waste: payload bytes of used blocks that nobody asked for. Known where sizes asked for are known (poisoning, or
   * a function that tells them); counts those blocks only.
   */
  internalWaste: number;
  /** Used blocks whose asked size is known. */
  internalKnownBlocks: number;
}

/** Free blocks by size class: powers of two. */
export interface HistogramRow {
  /** From, up to but not including. */
  readonly minimumSize: number;
  readonly limitSize: number;
  readonly blocks: number;
  readonly bytes: number;
}

const LARGEST_CONTROL = 8192;

function reader(memory: HeapMemory): (address: number) => number {
  const { u32, base } = memory;
  return (address) => u32[(address - base) >>> 2] ?? 0;
}

/** Parameters of the pool whose control structure is at `control`; undefined when that cannot be one. */
export function tlsfGeometry(memory: HeapMemory, control: number): TlsfGeometry | undefined {
  const word = reader(memory);
  const config = word(control + 16);
  const controlSize = word(control + 20);
  const geometry = {
    control,
    controlSize,
    pool: control + controlSize,
    flIndexCount: config & 31,
    flIndexShift: (config >>> 5) & 7,
    flIndexMax: (config >>> 8) & 63,
    slIndexCount: (config >>> 14) & 63,
    slIndexCountLog2: (config >>> 20) & 7,
    smallBlockSize: (config >>> 23) & 255,
  };
  const { flIndexCount, slIndexCount, slIndexCountLog2, smallBlockSize, flIndexShift } = geometry;
  const sound =
    (control & 3) === 0 &&
    controlSize === 36 + 4 * flIndexCount * (1 + slIndexCount) &&
    controlSize <= LARGEST_CONTROL &&
    slIndexCount === 1 << slIndexCountLog2 &&
    smallBlockSize === 1 << flIndexShift &&
    word(control + 28) === control + 36;
  return sound ? geometry : undefined;
}

/** Control structure of the heap with this handle (`multi_heap_handle_t`, the address of its region). */
export function controlOf(memory: HeapMemory, heap: number): number {
  return reader(memory)(heap + 16);
}

/** Blocks in address order, sentinel excluded. Ends where the chain leaves memory or runs in a circle. */
export function* walkBlocks(memory: HeapMemory, control: number): Generator<HeapBlock, void, undefined> {
  const word = reader(memory);
  const end = memory.base + memory.u8.length;
  let block = control + word(control + 20) - 4;
  for (let left = memory.u32.length >>> 2; left > 0 && block + 8 <= end; left--) {
    const header = word(block + 4);
    const size = (header & ~3) >>> 0;
    if (size === 0) return;
    yield { address: block + 8, size, free: (header & 1) !== 0, previousFree: (header & 2) !== 0 };
    block += 4 + size;
  }
}

/** Sizes [from, to) of the list (fl, sl). */
function listRange(geometry: TlsfGeometry, fl: number, sl: number): [number, number] {
  if (fl === 0) return [sl * 4, sl * 4 + 4];
  const power = fl + geometry.flIndexShift - 1;
  const step = 2 ** (power - geometry.slIndexCountLog2);
  return [2 ** power + sl * step, 2 ** power + (sl + 1) * step];
}

/** All non-empty free lists by level, each bounded. */
export function freeLists(memory: HeapMemory, control: number): FreeList[] {
  const geometry = tlsfGeometry(memory, control);
  if (geometry === undefined) return [];
  const word = reader(memory);
  const heads = word(control + 32);
  const lists: FreeList[] = [];
  let left = memory.u32.length >>> 2;
  for (let firstLevel = 0; firstLevel < geometry.flIndexCount; firstLevel++) {
    for (let secondLevel = 0; secondLevel < geometry.slIndexCount; secondLevel++) {
      const blocks: HeapBlock[] = [];
      let block = word(heads + 4 * (firstLevel * geometry.slIndexCount + secondLevel));
      while (block !== control && block !== 0 && left-- > 0) {
        const header = word(block + 4);
        const size = (header & ~3) >>> 0;
        blocks.push({ address: block + 8, size, free: (header & 1) !== 0, previousFree: (header & 2) !== 0 });
        block = word(block + 8);
      }
      if (blocks.length === 0) continue;
      const [minimumSize, limitSize] = listRange(geometry, firstLevel, secondLevel);
      lists.push({ firstLevel, secondLevel, minimumSize, limitSize, blocks });
    }
  }
  return lists;
}

/** Fragmentation of the heaps with these control structures, taken together (largest = largest of any). */
export function fragmentation(
  memory: HeapMemory,
  controls: readonly number[],
  askedSize?: (address: number) => number | undefined,
): Fragmentation {
  const total: Fragmentation = {
    totalFree: 0,
    largestFree: 0,
    largestSure: 0,
    contiguity: 1,
    external: 0,
    freeBlocks: 0,
    usedBlocks: 0,
    usedBytes: 0,
    overhead: 0,
    internalWaste: 0,
    internalKnownBlocks: 0,
  };
  for (const control of controls) {
    const geometry = tlsfGeometry(memory, control);
    if (geometry === undefined) continue;
    total.overhead += geometry.controlSize + BLOCK_OVERHEAD;
    for (const block of walkBlocks(memory, control)) {
      total.overhead += BLOCK_OVERHEAD;
      if (block.free) {
        total.freeBlocks++;
        total.totalFree += block.size;
        total.largestFree = Math.max(total.largestFree, block.size);
        total.largestSure = Math.max(total.largestSure, sureSize(geometry, block.size));
        continue;
      }
      total.usedBlocks++;
      total.usedBytes += block.size;
      const asked = askedSize?.(block.address);
      if (asked !== undefined) {
        total.internalKnownBlocks++;
        total.internalWaste += block.size - asked;
      }
    }
  }
  if (total.totalFree > 0) total.contiguity = total.largestFree / total.totalFree;
  total.external = 1 - total.contiguity;
  return total;
}

/** Largest request that a free block of this size surely satisfies. */
function sureSize(geometry: TlsfGeometry, size: number): number {
  if (size < geometry.smallBlockSize) return size;
  const step = 2 ** (31 - Math.clz32(size) - geometry.slIndexCountLog2);
  return size - (size % step);
}

/** `askedSize` for poisoned heaps: the size that the poison head holds. */
export function poisonedAskedSize(memory: HeapMemory): (address: number) => number | undefined {
  const word = reader(memory);
  return (address) => (word(address) === 0xabba1234 ? word(address + 4) : undefined);
}

/** Free blocks by powers of two, smallest first; empty rows between are kept. */
export function freeHistogram(memory: HeapMemory, controls: readonly number[]): HistogramRow[] {
  const counts = new Map<number, { blocks: number; bytes: number }>();
  for (const control of controls) {
    for (const { size, free } of walkBlocks(memory, control)) {
      if (!free) continue;
      const power = 31 - Math.clz32(size);
      const row = counts.get(power) ?? { blocks: 0, bytes: 0 };
      row.blocks++;
      row.bytes += size;
      counts.set(power, row);
    }
  }
  const powers = [...counts.keys()];
  const rows: HistogramRow[] = [];
  for (let power = Math.min(...powers); power <= Math.max(...powers); power++) {
    const { blocks, bytes } = counts.get(power) ?? { blocks: 0, bytes: 0 };
    rows.push({ minimumSize: 2 ** power, limitSize: 2 ** (power + 1), blocks, bytes });
  }
  return rows;
}

/**
 * Heaps of a list in guest memory.
 *
 * @param registeredHeaps guest address of IDF's list head (symbol `registered_heaps`)
 */
export function readHeapList(memory: HeapMemory, registeredHeaps: number): HeapDescriptor[] {
  const list = new HeapList(memory, registeredHeaps);
  return list.addresses().map((descriptor) => list.read(descriptor));
}

/** Control structures of the registered heaps that have all of `caps`. */
export function controlsWithCaps(
  memory: HeapMemory,
  heaps: readonly HeapDescriptor[],
  caps: number,
): number[] {
  return heaps
    .filter((heap) => heap.heap !== 0 && ((heap.caps[0] | heap.caps[1] | heap.caps[2]) & caps) === (caps | 0))
    .map((heap) => controlOf(memory, heap.heap));
}

/** Violated invariants of a TLSF pool, in words; empty when it is sound. */
export function tlsfProblems(memory: HeapMemory, control: number): string[] {
  const geometry = tlsfGeometry(memory, control);
  if (geometry === undefined) return [`0x${control.toString(16)} holds no TLSF control structure`];
  const problems: string[] = [];
  const listed = new Set<number>();
  checkLists(memory, geometry, listed, problems);
  checkPool(memory, geometry, listed, problems);
  return problems;
}

function checkLists(
  memory: HeapMemory,
  geometry: TlsfGeometry,
  listed: Set<number>,
  problems: string[],
): void {
  const word = reader(memory);
  const { control, slIndexCount } = geometry;
  const rows = word(control + 28);
  const heads = word(control + 32);
  for (let fl = 0; fl < geometry.flIndexCount; fl++) {
    const row = word(rows + 4 * fl);
    if (((word(control + 24) >>> fl) & 1) !== (row === 0 ? 0 : 1))
      problems.push(`first-level bit ${fl} is wrong`);
    for (let sl = 0; sl < slIndexCount; sl++) {
      const empty = word(heads + 4 * (fl * slIndexCount + sl)) === control;
      if (((row >>> sl) & 1) !== (empty ? 0 : 1)) problems.push(`second-level bit ${fl}.${sl} is wrong`);
    }
  }
  for (const list of freeLists(memory, control)) {
    const where = `list ${list.firstLevel}.${list.secondLevel}`;
    let previous = control;
    for (const block of list.blocks) {
      const at = `0x${block.address.toString(16)} in ${where}`;
      if (listed.has(block.address)) {
        problems.push(`${at} is listed twice`);
        break;
      }
      listed.add(block.address);
      if (!block.free) problems.push(`${at} is not free`);
      if (block.size < list.minimumSize || block.size >= list.limitSize)
        problems.push(`${at} has size ${block.size}`);
      if (word(block.address + 4) !== previous) problems.push(`${at} has a wrong prev_free`);
      previous = block.address - 8;
    }
  }
}

function checkPool(
  memory: HeapMemory,
  geometry: TlsfGeometry,
  listed: Set<number>,
  problems: string[],
): void {
  const word = reader(memory);
  let previousFree = false;
  let previous = 0;
  let end = geometry.pool - 4;
  for (const block of walkBlocks(memory, geometry.control)) {
    const at = `0x${block.address.toString(16)}`;
    if (block.previousFree !== previousFree) problems.push(`${at} is wrong about the block before it`);
    if (previousFree && word(block.address - 8) !== previous) problems.push(`${at} has a wrong prev_phys`);
    if (block.free && previousFree) problems.push(`${at} and the block before it are both free`);
    if (block.free && !listed.delete(block.address)) problems.push(`${at} is free and in no list`);
    if (block.size < BLOCK_SIZE_MIN) problems.push(`${at} has size ${block.size}`);
    previousFree = block.free;
    previous = block.address - 8;
    end = previous + 4 + block.size;
  }
  if ((word(end + 4) & ~3) !== 0) problems.push(`no sentinel at 0x${(end + 4).toString(16)}`);
  else if (((word(end + 4) & 2) !== 0) !== previousFree)
    problems.push('the sentinel is wrong about the last block');
  for (const address of listed)
    problems.push(`0x${address.toString(16)} is listed, but no block of the pool`);
}
