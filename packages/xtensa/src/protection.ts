/** Region protection (translation attributes of the eight 512 MB regions) and data breakpoints. */
import { STATE_INDEX as I } from './semantics/states.js';

const REGION_PAGES = 1 << 17;
const FETCH_ALLOWED = 0b1111110;
const DATA_ALLOWED = 0b0100000001110111;

/**
 * Which accesses the core permits. Engines look only at a table of page classes: memory's own while nothing is
 * forbidden, otherwise a copy with the forbidden pages, and those of data breakpoints, set to the slow way.
 */
export class Protection {
  /** Attributes by region. @internal */
  readonly fetch = new Uint8Array(8);
  /** @internal */
  readonly data = new Uint8Array(8);
  private copy: Uint8Array | undefined;
  private broken: [number, number][] = [];

  constructor(private readonly pageClass: Uint8Array) {
    this.reset();
  }

  /** Attribute 2 everywhere. */
  reset(): void {
    this.fetch.fill(2);
    this.data.fill(2);
  }

  allowsFetch(address: number): boolean {
    return ((FETCH_ALLOWED >> this.fetch[address >>> 29]!) & 1) !== 0;
  }
  allowsData(address: number): boolean {
    return ((DATA_ALLOWED >> this.data[address >>> 29]!) & 1) !== 0;
  }
  attribute(data: boolean, region: number): number {
    return (data ? this.data : this.fetch)[region]!;
  }
  /** Returns true when something changed. */
  setAttribute(data: boolean, region: number, attribute: number): boolean {
    const table = data ? this.data : this.fetch;
    if (table[region] === attribute) return false;
    table[region] = attribute;
    return true;
  }

  /** The table that engines may use now. */
  update(state: Int32Array): Uint8Array {
    this.broken = [];
    for (let n = 0; n < 2; n++) {
      const control = state[I.DBREAKC0 + n]!;
      if ((control & 0xc0000000) === 0) continue;
      const page = (state[I.DBREAKA0 + n]! & (0xffffffc0 | control)) >>> 12;
      this.broken.push([page, page]);
    }
    const forbidden = [...this.data].some(
      (_, region) => !this.allowsData((region << 29) >>> 0) && this.usesRegion(region),
    );
    if (!forbidden && this.broken.length === 0) {
      this.copy = undefined;
      return this.pageClass;
    }
    this.copy = new Uint8Array(this.pageClass.length);
    this.refresh(0, this.pageClass.length);
    return this.copy;
  }

  /** Memory has changed the classes of some pages. */
  pageClassChanged(first: number, count: number): void {
    if (this.copy !== undefined) this.refresh(first, count);
  }

  /** Number of the data breakpoint that an access hits, or -1. */
  breakNumber(state: Int32Array, address: number, size: number, isStore: boolean): number {
    if (this.broken.length === 0) return -1;
    for (let n = 0; n < 2; n++) {
      const control = state[I.DBREAKC0 + n]!;
      if ((control & (isStore ? 0x80000000 : 0x40000000)) === 0) continue;
      const mask = 0xffffffc0 | (control & 0x3f);
      for (let i = 0; i < size; i++) if (((address + i) & mask) === (state[I.DBREAKA0 + n]! & mask)) return n;
    }
    return -1;
  }

  private usesRegion(region: number): boolean {
    const end = (region + 1) * REGION_PAGES;
    for (let page = region * REGION_PAGES; page < end; page++) if (this.pageClass[page] !== 0) return true;
    return false;
  }

  private refresh(first: number, count: number): void {
    const copy = this.copy!;
    for (let page = first; page < first + count; page++)
      copy[page] = this.allowsData((page << 12) >>> 0) ? this.pageClass[page]! : 0;
    for (const [from, to] of this.broken) for (let page = from; page <= to; page++) copy[page] = 0;
  }
}
