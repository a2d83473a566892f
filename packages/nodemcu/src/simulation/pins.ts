/** The chip's pins: what the chip drives, what the outside drives, and the level that results. */

/** A pin of the ESP32 as seen from both sides. */
export class SimulatedPins {
  readonly #output: Uint8Array;
  readonly #openDrain: Uint8Array;
  readonly #latch: Uint8Array;
  /** Level that the outside drives, or 2 for none. */
  readonly #outside: Uint8Array;
  readonly #pullUp: Uint8Array;
  readonly #levels: Uint8Array;
  readonly #listeners: ((pin: number, level: 0 | 1) => void)[] = [];

  /** @param count - Number of pins. */
  constructor(count: number) {
    this.#output = new Uint8Array(count);
    this.#openDrain = new Uint8Array(count);
    this.#latch = new Uint8Array(count);
    this.#outside = new Uint8Array(count).fill(2);
    this.#pullUp = new Uint8Array(count);
    this.#levels = new Uint8Array(count);
  }

  /** Makes a pin an output of the chip or not. */
  setOutput(pin: number, enabled: boolean, openDrain: boolean): void {
    this.#output[pin] = Number(enabled);
    this.#openDrain[pin] = Number(openDrain);
    this.#settle(pin);
  }

  setPull(pin: number, pull: 'none' | 'up' | 'down' | 'both'): void {
    this.#pullUp[pin] = Number(pull === 'up' || pull === 'both');
    this.#settle(pin);
  }

  /** The level that stands on the pin. */
  read(pin: number): 0 | 1 {
    return this.#levels[pin] as 0 | 1;
  }

  /** Sets the chip's output latch. */
  write(pin: number, level: 0 | 1): void {
    this.#latch[pin] = level;
    this.#settle(pin);
  }

  /** Drives the pin from outside; undefined lets go of it. */
  drive(pin: number, level: 0 | 1 | undefined): void {
    this.#outside[pin] = level ?? 2;
    this.#settle(pin);
  }

  /** Hears every change of a level. */
  onChange(listener: (pin: number, level: 0 | 1) => void): void {
    this.#listeners.push(listener);
  }

  #settle(pin: number): void {
    // The chip's strong output wins over the outside, as a short circuit would not on a board; an open drain only pulls down.
    const drives = this.#output[pin] !== 0 && !(this.#openDrain[pin] !== 0 && this.#latch[pin] !== 0);
    const outside = this.#outside[pin]!;
    const level = drives ? this.#latch[pin]! : outside !== 2 ? outside : this.#pullUp[pin]!;
    if (level === this.#levels[pin]) return;
    this.#levels[pin] = level;
    for (const listener of this.#listeners) listener(pin, level as 0 | 1);
  }
}
