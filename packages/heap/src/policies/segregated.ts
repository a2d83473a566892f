/**
 * Segregated fits: one free list for every power of two of sizes, first fit within a list, last freed first.
 *
 * A request looks into the list of its own size class, then takes the head of the next larger class that holds
 * anything. It is what TLSF refines with its second level.
 *
 * Control words: 0 = bitmap of classes whose list holds blocks, 1 + c = first free block of class c.
 * Class c holds blocks of 2^(c+4) to 2^(c+5) - 1 bytes, header included.
 * Invariants, beside those of `boundary-tags.ts`: every listed block is of its list's class; bit c of the bitmap is
 * set exactly when list c holds a block.
 */
import type { HeapMemory } from '../memory.js';
import { BoundaryTagHeap, type PolicyOptions } from './boundary-tags.js';

/** Classes for blocks of 16 bytes to 2 GiB. */
const CLASSES = 27;

function classOf(bytes: number): number {
  return 27 - Math.clz32(bytes);
}

/** See the head of this file. */
export class SegregatedFits extends BoundaryTagHeap {
  readonly name = 'segregated';

  constructor(memory: HeapMemory, base: number, size: number, options: PolicyOptions = {}) {
    super('segregated', memory, base, size, 4 * (1 + CLASSES));
    if (options.attach) return;
    for (let word = 0; word <= CLASSES; word++) this.store(this.control(word), 0);
    this.initialise();
  }

  private head(sizeClass: number): number {
    return this.control(1 + sizeClass);
  }

  protected override find(bytes: number): number {
    const sizeClass = classOf(bytes);
    let steps = this.maximumBlocks;
    for (let block = this.load(this.head(sizeClass)); block !== 0; block = this.nextFree(block)) {
      if (!this.isBlock(block)) this.fail('malloc', block, 'free list links blocks');
      if (--steps < 0) this.fail('malloc', block, 'free list ends');
      if (this.load(block) >= bytes) return block;
    }
    const larger = this.load(this.control(0)) & (-2 << sizeClass);
    if (larger === 0) return 0;
    const head = this.head(31 - Math.clz32(larger & -larger));
    const block = head <= this.head(CLASSES - 1) ? this.load(head) : 0;
    if (!this.isBlock(block) || this.load(block) < bytes)
      this.fail('malloc', block, 'bitmap names a class that holds a larger block');
    return block;
  }

  protected override insert(block: number, bytes: number): void {
    const sizeClass = classOf(bytes);
    const head = this.head(sizeClass);
    const after = this.load(head);
    if (after !== 0 && !this.isBlock(after)) this.fail('free', after, 'free list links blocks');
    this.link(block, head, 0, after);
    this.store(this.control(0), this.load(this.control(0)) | (1 << sizeClass));
  }

  protected override remove(block: number, bytes: number): void {
    const sizeClass = classOf(bytes);
    const head = this.head(sizeClass);
    this.unlink(block, head);
    if (this.load(head) === 0) this.store(this.control(0), this.load(this.control(0)) & ~(1 << sizeClass));
  }

  protected override *heads(): Iterable<number> {
    for (let sizeClass = 0; sizeClass < CLASSES; sizeClass++) yield this.head(sizeClass);
  }

  protected override checkPolicy(): string[] {
    const problems: string[] = [];
    const bitmap = this.load(this.control(0));
    for (let sizeClass = 0; sizeClass < 32; sizeClass++) {
      const listed = sizeClass < CLASSES && this.load(this.head(sizeClass)) !== 0;
      if (listed !== ((bitmap & (1 << sizeClass)) !== 0))
        problems.push(`0x${this.control(0).toString(16)}: bitmap disagrees with list ${sizeClass}`);
      if (!listed) continue;
      let steps = this.maximumBlocks;
      for (let block = this.load(this.head(sizeClass)); block !== 0; block = this.nextFree(block)) {
        if (!this.isBlock(block) || --steps < 0) break;
        if (classOf(this.load(block)) !== sizeClass)
          problems.push(`0x${block.toString(16)}: free block is not of its list's class`);
      }
    }
    return problems;
  }
}
