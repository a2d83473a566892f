/**
 * Best fit: the smallest free block that is large enough is taken, of equal ones that with the lowest address.
 *
 * The list is unordered (last freed first) and searched whole unless an exact fit turns up, so malloc takes time
 * proportional to the number of free blocks; what is measured here is the policy's placement, not a clever index.
 *
 * Control words: 0 = first free block.
 * Invariants: those of `boundary-tags.ts`, no further.
 */
import type { HeapMemory } from '../memory.js';
import { BoundaryTagHeap, type PolicyOptions } from './boundary-tags.js';

/** See the head of this file. */
export class BestFit extends BoundaryTagHeap {
  readonly name = 'best-fit';

  constructor(memory: HeapMemory, base: number, size: number, options: PolicyOptions = {}) {
    super('best-fit', memory, base, size, 4);
    if (options.attach) return;
    this.store(this.control(0), 0);
    this.initialise();
  }

  protected override find(bytes: number): number {
    let best = 0;
    let bestBytes = Infinity;
    let steps = this.maximumBlocks;
    for (let block = this.load(this.control(0)); block !== 0; block = this.nextFree(block)) {
      if (!this.isBlock(block)) this.fail('malloc', block, 'free list links blocks');
      if (--steps < 0) this.fail('malloc', block, 'free list ends');
      const found = this.load(block) & ~3;
      if (found >= bytes && (found < bestBytes || (found === bestBytes && block < best))) {
        best = block;
        bestBytes = found;
      }
    }
    return best;
  }

  protected override insert(block: number): void {
    const head = this.control(0);
    const after = this.load(head);
    if (after !== 0 && !this.isBlock(after)) this.fail('free', after, 'free list links blocks');
    this.link(block, head, 0, after);
  }

  protected override remove(block: number): void {
    this.unlink(block, this.control(0));
  }

  protected override heads(): Iterable<number> {
    return [this.control(0)];
  }

  protected override checkPolicy(): string[] {
    return [];
  }
}
