import type { BusDevice } from './bus.js';

/** The random number generator's data register: a new word with each read. */
export class RandomGenerator implements BusDevice {
  readonly base = 0x3ff7_5144;
  readonly size = 4;

  /** @param nextWord where the words come from: the machine's seeded generator */
  constructor(private readonly nextWord: () => number) {}

  read(_address: number, size: 1 | 2 | 4): number {
    const word = this.nextWord() >>> 0;
    return size === 4 ? word : size === 2 ? word & 0xffff : word & 0xff;
  }

  write(): void {
    // The register is read-only.
  }
}
