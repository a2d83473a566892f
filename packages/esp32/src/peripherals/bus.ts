import type { DeviceHandler, FlatMemory } from '@xtal/xtensa';
import { PERIPHERAL_BLOCKS } from './registers.js';

/** Peripheral registers on the data bus. */
export const PERIPHERALS_START = 0x3ff0_0000;
const PERIPHERALS_SIZE = 0x8_0000;
/** The same registers from APB_START on, as the AHB bus shows them: 0x60000000 is 0x3FF40000. */
export const AHB_START = 0x6000_0000;
const APB_START = 0x3ff4_0000;
const AHB_SIZE = 0x4_0000;

/** Name of a register by its peripheral and offset, as `RTC_CNTL+0x34`; undefined before the first peripheral. */
export function registerName(address: number): string | undefined {
  const block = PERIPHERAL_BLOCKS.findLast(([base]) => base <= address);
  return block && `${block[1]}+0x${(address - block[0]).toString(16)}`;
}

/** A peripheral on the bus. */
export interface BusDevice extends DeviceHandler {
  /** Guest address of the first register. */
  readonly base: number;
  /** Bytes. */
  readonly size: number;
}

/**
 * The peripheral buses: devices by address, seen twice. Registers that nothing models read as 0 and ignore writes, and
 * are reported once each.
 */
export class PeripheralBus {
  private readonly devices: BusDevice[] = [];
  private readonly reported = new Set<number>();

  /** @param unmodelled told the first time that a register without a model is used */
  constructor(private readonly unmodelled: (address: number, operation: 'read' | 'write') => void) {}

  /** Puts a device on the bus; a later one wins where ranges overlap. */
  add(device: BusDevice): void {
    this.devices.unshift(device);
  }

  /** Maps the bus into guest memory, both views of it. */
  map(memory: FlatMemory): void {
    const view = (offset: number): DeviceHandler => ({
      read: (address, size) => this.read((address + offset) >>> 0, size),
      write: (address, size, value) => this.write((address + offset) >>> 0, size, value),
    });
    memory.mapDevice(PERIPHERALS_START, PERIPHERALS_SIZE, view(0));
    memory.mapDevice(AHB_START, AHB_SIZE, view(APB_START - AHB_START));
  }

  private read(address: number, size: 1 | 2 | 4): number {
    const device = this.find(address);
    if (device !== undefined) return device.read(address, size);
    this.report(address, 'read');
    return 0;
  }

  private write(address: number, size: 1 | 2 | 4, value: number): void {
    const device = this.find(address);
    if (device !== undefined) device.write(address, size, value);
    else this.report(address, 'write');
  }

  private find(address: number): BusDevice | undefined {
    return this.devices.find(({ base, size }) => address >= base && address < base + size);
  }

  private report(address: number, operation: 'read' | 'write'): void {
    const register = address & ~3;
    if (this.reported.has(register)) return;
    this.reported.add(register);
    this.unmodelled(register >>> 0, operation);
  }
}
