/** Heap events of one run, grouped by call chain, in the terms of an {@link ExpectedRun}. */
import type { AllocationEvent, AllocationListener } from '../event.js';
import { MAX_CHAIN_DEPTH } from '../event.js';

/** A site: a function and the call chain that led to it. */
export interface Site {
  readonly op: string;
  readonly chain: readonly number[];
  count: number;
  freed: number;
  movedByRealloc: number;
  readonly sizes: Map<number, number>;
  readonly remain: [number, number][];
}

interface Block {
  readonly site: Site;
  readonly call: number;
  readonly size: number;
}

/** Counts a run's heap calls as they happen. */
export class HeapLedger implements AllocationListener {
  readonly chainDepth = MAX_CHAIN_DEPTH;
  /** Heap calls so far; they are numbered from 1. */
  calls = 0;
  readonly allocSites = new Map<string, Site>();
  readonly freeSites = new Map<string, Site>();
  /** Frees of what is no live block. */
  readonly badFrees: { seq: number; op: string; chain: readonly number[] }[] = [];
  private readonly live = new Map<number, Block>();

  allocationEvent(event: AllocationEvent): void {
    this.calls++;
    const chain = Array.from(event.chain.subarray(0, event.chainLength));
    const { operation, size } = event;
    if (event.kind === 'free') {
      const site = siteOf(this.freeSites, operation, chain);
      site.count++;
      const block = this.live.get(event.address);
      if (block) {
        site.freed++;
        block.site.freed++;
        this.live.delete(event.address);
      } else {
        this.badFrees.push({ seq: this.calls, op: operation, chain });
      }
      return;
    }
    if (event.kind === 'fail') return;
    if (event.oldAddress !== 0) {
      const moved = this.live.get(event.oldAddress);
      if (moved) moved.site.movedByRealloc++;
      this.live.delete(event.oldAddress);
    }
    const site = siteOf(this.allocSites, operation, chain);
    site.count++;
    site.sizes.set(size, (site.sizes.get(size) ?? 0) + 1);
    this.live.set(event.address, { site, call: this.calls, size });
  }

  /** Live blocks go to their sites' `remain`. Call once, at the end. */
  finish(): void {
    const blocks = [...this.live.values()].sort((a, b) => a.call - b.call);
    for (const { site, call, size } of blocks) site.remain.push([call, size]);
  }

  get remainingBlocks(): number {
    return this.live.size;
  }

  get remainingBytes(): number {
    return [...this.live.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

function siteOf(sites: Map<string, Site>, op: string, chain: readonly number[]): Site {
  const key = `${op} ${chain.join(' ')}`;
  let site = sites.get(key);
  if (!site) {
    site = { op, chain, count: 0, freed: 0, movedByRealloc: 0, sizes: new Map(), remain: [] };
    sites.set(key, site);
  }
  return site;
}
