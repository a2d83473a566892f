import { RegisterBlock } from './register-block.js';
import { UART_REGISTERS } from './registers.js';

/** What a UART needs from the chip around it. */
export interface UartConfig {
  /** Guest address of its registers. */
  readonly base: number;
  /** Takes a byte that is transmitted. */
  readonly transmit: (byte: number) => void;
  /** Cycles of the CPU clock since reset. */
  readonly now: () => number;
  readonly cpuMHz: number;
}

const TX_DONE = 1 << 14;
const TXFIFO_EMPTY = 1 << 1;
const FIFO_DEPTH = 128;
/** Clock of the APB bus that the baud rate divider counts. */
const APB_MHZ = 80;
/** Start bit, eight data bits, stop bit. */
const BITS_PER_BYTE = 10;

/**
 * A UART, as far as its transmitter goes. A byte written to the FIFO reaches the console at once; TXFIFO_CNT and the
 * interrupt flags tell how far transmission would have come at the baud rate of CLKDIV, so code that waits, waits as
 * long as on the chip. Bytes written to a full FIFO are not lost, other than there. The receiver is empty.
 */
export class Uart extends RegisterBlock {
  private readonly config: UartConfig;
  /** Cycle at which the transmitter will have sent everything. */
  private idleAt = 0;
  /** TX_DONE has not been cleared since the last transmission began. */
  private donePending = false;

  constructor(config: UartConfig) {
    super(config.base, 0x80, UART_REGISTERS);
    this.config = config;
  }

  override reset(): void {
    super.reset();
    this.idleAt = 0;
    this.donePending = false;
  }

  /** Bytes that the FIFO still holds. */
  get transmitCount(): number {
    const left = this.idleAt - this.config.now();
    return left <= 0 ? 0 : Math.min(FIFO_DEPTH, Math.ceil(left / this.byteCycles));
  }

  protected override readRegister(name: string, stored: number): number {
    switch (name) {
      case 'STATUS': {
        const count = this.transmitCount;
        // ST_UTX_OUT is the transmitter's state: 0 is idle; TXD idles high.
        return ((1 << 31) | ((count > 0 ? 1 : 0) << 24) | (count << 16)) >>> 0;
      }
      case 'FIFO':
        return 0;
      case 'INT_RAW':
        return this.rawInterrupts();
      case 'INT_ST':
        return this.rawInterrupts() & this.stored('INT_ENA');
      case 'MEM_CNT_STATUS':
        return 0;
      default:
        return stored;
    }
  }

  protected override writeRegister(name: string, value: number): void {
    switch (name) {
      case 'FIFO':
        this.idleAt = Math.max(this.idleAt, this.config.now()) + this.byteCycles;
        this.donePending = true;
        this.config.transmit(value & 0xff);
        return;
      case 'INT_CLR':
        if ((value & TX_DONE) !== 0 && this.transmitCount === 0) this.donePending = false;
        return;
      default:
        super.writeRegister(name, value);
    }
  }

  private rawInterrupts(): number {
    const count = this.transmitCount;
    const threshold = (this.stored('CONF1') >>> 8) & 0x7f;
    return (count === 0 && this.donePending ? TX_DONE : 0) | (count < threshold ? TXFIFO_EMPTY : 0);
  }

  /** CPU cycles that a byte takes at the baud rate set: CLKDIV has 20 whole and 4 fractional bits. */
  private get byteCycles(): number {
    const divider = this.stored('CLKDIV');
    const periods = (divider & 0xf_ffff) + (divider >>> 20) / 16;
    return Math.max(1, Math.round((periods * BITS_PER_BYTE * this.config.cpuMHz) / APB_MHZ));
  }
}
