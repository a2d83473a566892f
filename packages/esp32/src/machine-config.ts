import type { ConsoleSink } from './console.js';

/** CPU clocks that the chip can run at, in MHz. */
export type CpuMHz = 80 | 160 | 240;

/** How a machine is made. Everything has a default. */
export interface MachineConfig {
  /** 'exact' (default): the scoreboard of the LX6 counts cycles; 'off': one cycle an instruction. */
  readonly timing?: 'exact' | 'off' | undefined;
  /** CPU clock, 240 by default. */
  readonly cpuMHz?: CpuMHz | undefined;
  /** Bytes of external RAM, a multiple of 4096 up to 4 MB; 0 by default. */
  readonly psram?: number | undefined;
  /** Execute instructions whose semantics are not established instead of ending with an error. */
  readonly allowUnverified?: boolean | undefined;
  /** Receives what the guest prints. */
  readonly consoleOut?: ConsoleSink | undefined;
  /** Seed of the hardware random number generator, 1 by default. */
  readonly seed?: number | undefined;
  /** Told of things that the user should know and that end nothing, one line each. */
  readonly warn?: ((text: string) => void) | undefined;
  /** Bytes of stack that linked objects get, 32768 by default. */
  readonly stackSize?: number | undefined;
}
