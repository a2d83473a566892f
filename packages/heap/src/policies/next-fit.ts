/**
 * Next fit: first fit that starts its search where the last one ended (the rover; Knuth, TAOCP 1, 2.5).
 *
 * Searches are short, but blocks of all ages are spread over the region, which is why next fit fragments most.
 *
 * Control words: 0 = first free block, 1 = rover (a free block, or 0 = start at the head).
 * Invariants, beside those of `first-fit.ts`: the rover is 0 or a listed free block.
 */
import type { HeapMemory } from '../memory.js';
import { HEADER, type PolicyOptions } from './boundary-tags.js';
import { FirstFit } from './first-fit.js';

/** See the head of this file. */
export class NextFit extends FirstFit {
  override readonly name = 'next-fit';

  constructor(memory: HeapMemory, base: number, size: number, options: PolicyOptions = {}) {
    super(memory, base, size, options, 2);
  }

  /** The rest of the block just taken is where the next search starts. */
  override malloc(size: number): number {
    const address = super.malloc(size);
    if (address !== 0) {
      const rest = address - HEADER + (this.load(address - HEADER) & ~3);
      if ((this.load(rest) & 1) === 0) this.store(this.control(1), rest);
    }
    return address;
  }

  protected override find(bytes: number): number {
    const rover = this.load(this.control(1));
    const block =
      this.findBetween(rover, 0, bytes) || this.findBetween(this.load(this.control(0)), rover, bytes);
    if (block !== 0) this.store(this.control(1), block);
    return block;
  }

  /** A rover whose block is taken moves on to the next free block, so the search goes on behind it. */
  protected override remove(block: number): void {
    const after = this.nextFree(block);
    super.remove(block);
    if (this.load(this.control(1)) === block) this.store(this.control(1), after);
  }

  /** The rover is listed, so it is a start as good as the head. */
  protected override listedBelow(block: number): number {
    const rover = this.load(this.control(1));
    return rover < block && this.isBlock(rover) && (this.load(rover) & 1) === 0 ? rover : 0;
  }

  protected override checkPolicy(): string[] {
    const problems = super.checkPolicy();
    const rover = this.load(this.control(1));
    let steps = this.maximumBlocks;
    let block = this.load(this.control(0));
    while (block !== 0 && block !== rover && this.isBlock(block) && --steps >= 0)
      block = this.nextFree(block);
    if (rover !== 0 && block !== rover)
      problems.push(`0x${rover.toString(16)}: rover is not a listed free block`);
    return problems;
  }
}
