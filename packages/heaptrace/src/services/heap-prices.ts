/** What the heap's own functions cost in guest cycles: packages/heap's figures by the path that was taken. */
import { HeapCycles, type CapsColumns, type HeapCaps, type HeapDescriptor } from '@xtal/heap';

/** What was asked of the heap, as far as its price depends on it. */
export interface PricedRequest {
  readonly kind: 'malloc' | 'free' | 'realloc';
  /** Capabilities asked for; 0 for `free`. */
  readonly caps: number;
  /** Bytes asked for. */
  readonly size: number;
  /** `free`, `realloc`: the block handed in. */
  readonly old: number;
  /** `malloc`, `realloc`: the block returned. */
  readonly address: number;
  /** Called by its C name, which adds the C library's wrapper. */
  readonly fromC: boolean;
  /** Zeroed afterwards (`calloc`). */
  readonly zeroed: boolean;
  /** Aligned allocations go their own way through TLSF. */
  readonly aligned: boolean;
}

/** Prices of one system heap. Another policy in its place has no known price: it is charged that of a plain path. */
export class HeapPriceList {
  private readonly cycles = new HeapCycles();
  private heaps: readonly HeapDescriptor[] = [];

  constructor(private readonly heap: HeapCaps | undefined) {
    this.heapsChanged();
  }

  /** The heap list has changed. */
  heapsChanged(): void {
    this.heaps = this.heap?.heaps() ?? [];
  }

  /** Cycles of a request that has just been served; `copied` = bytes that a moving realloc had to keep. */
  of(request: PricedRequest, copied: number): number {
    const { kind, zeroed, fromC, address, size } = request;
    let total = this.bare(request, copied);
    if (fromC) total += this.cycles.wrapper(kind);
    if (zeroed && address !== 0) total += this.cycles.zero(size);
    return total;
  }

  private bare(request: PricedRequest, copied: number): number {
    const { cycles, heap } = this;
    const { kind, old, address, caps, size, aligned } = request;
    if (kind === 'free')
      return cycles.heapCaps('free', this.visitsTo(old), 0, old === 0 ? -1 : this.path(false));
    if (kind === 'malloc' || old === 0) {
      const { visits, failed } = this.search(caps, address);
      return cycles.heapCaps('malloc', visits, failed, address === 0 ? -1 : this.path(aligned));
    }
    const home = this.visitsTo(old);
    if (size === 0) return cycles.heapCaps('free', home, 0, this.path(false));
    if (heap === undefined || this.visitsTo(address) === home || address === 0)
      return cycles.heapCaps('realloc', home, 0, this.path(false), copied);
    // The old block's heap had no room or not the capabilities: malloc elsewhere, copy, free.
    const { visits, failed } = this.search(caps, address);
    return (
      cycles.heapCaps('realloc', home, 0, -1) +
      cycles.heapCaps('malloc', visits, failed, 0) +
      cycles.heapCaps('free', home, 0, this.path(false)) +
      cycles.zero(copied)
    );
  }

  private path(aligned: boolean): number {
    if (!this.heap) return 0;
    return aligned ? this.heap.multiHeap.tlsf.path : this.heap.multiHeap.impl.path();
  }

  /** Descriptors looked at until the heap of an address is found. */
  private visitsTo(address: number): number {
    const index = this.heaps.findIndex(({ start, end }) => address >= start && address < end);
    return index < 0 ? this.heaps.length : index + 1;
  }

  /** Descriptors looked at, and heaps tried in vain, until a request was served at `address` (0 = it failed). */
  private search(caps: number, address: number): { visits: number; failed: number } {
    let visits = 0;
    let failed = 0;
    for (let priority = 0; priority < 3; priority++)
      for (const { heap, caps: columns, start, end } of this.heaps) {
        visits++;
        if (heap === 0 || !serves(columns, priority, caps)) continue;
        if (address >= start && address < end) return { visits, failed };
        failed++;
      }
    return { visits, failed };
  }
}

function serves(columns: CapsColumns, priority: number, caps: number): boolean {
  return (columns[priority]! & caps) !== 0 && ((columns[0] | columns[1] | columns[2]) & caps) === (caps | 0);
}
