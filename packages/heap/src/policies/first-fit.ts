/**
 * First fit: one free list in address order; the first block that is large enough is taken.
 *
 * Address order is what makes first fit pack well (Wilson, Johnstone, Neely, Boles, "Dynamic Storage Allocation:
 * A Survey and Critical Review", 1995): small blocks collect at the front, the large remainder stays at the end.
 * It costs a search of the list on free when no neighbour is free.
 *
 * Control words: 0 = first free block.
 * Invariants, beside those of `boundary-tags.ts`: addresses in the list only rise.
 */
import type { HeapMemory } from '../memory.js';
import { BoundaryTagHeap, type PolicyOptions } from './boundary-tags.js';

/** See the head of this file. */
export class FirstFit extends BoundaryTagHeap {
  readonly name: string = 'first-fit';

  constructor(memory: HeapMemory, base: number, size: number, options: PolicyOptions = {}, words = 1) {
    super('first-fit', memory, base, size, 4 * words);
    if (options.attach) return;
    for (let word = 0; word < words; word++) this.store(this.control(word), 0);
    this.initialise();
  }

  protected override find(bytes: number): number {
    return this.findBetween(this.load(this.control(0)), 0, bytes);
  }

  /** First block of at least `bytes` bytes in the list from `start` up to, not including, `stop`. */
  protected findBetween(start: number, stop: number, bytes: number): number {
    let steps = this.maximumBlocks;
    for (let block = start; block !== stop && block !== 0; block = this.nextFree(block)) {
      if (!this.isBlock(block)) this.fail('malloc', block, 'free list links blocks');
      if (this.load(block) >= bytes) return block;
      if (--steps < 0) this.fail('malloc', block, 'free list ends');
    }
    return 0;
  }

  /** A listed free block below `block` from which its place in the list can be searched, 0 = search from the head. */
  protected listedBelow(_block: number): number {
    return 0;
  }

  protected override insert(block: number): void {
    const head = this.control(0);
    let before = this.listedBelow(block);
    let after = before === 0 ? this.load(head) : this.nextFree(before);
    for (let steps = this.maximumBlocks; after !== 0 && after < block; after = this.nextFree(after)) {
      if (!this.isBlock(after) || --steps < 0) this.fail('free', after, 'free list links blocks and ends');
      before = after;
    }
    if (after !== 0 && !this.isBlock(after)) this.fail('free', after, 'free list links blocks');
    this.link(block, head, before, after);
  }

  protected override remove(block: number): void {
    this.unlink(block, this.control(0));
  }

  protected override heads(): Iterable<number> {
    return [this.control(0)];
  }

  protected override checkPolicy(): string[] {
    let before = 0;
    let steps = this.maximumBlocks;
    for (let block = this.load(this.control(0)); block !== 0; block = this.nextFree(block)) {
      if (!this.isBlock(block) || --steps < 0) break;
      if (block <= before) return [`0x${block.toString(16)}: free list is not in address order`];
      before = block;
    }
    return [];
  }
}
