import { describe, expect, test } from 'vitest';
import { PeripheralBus } from './bus.js';
import { RandomGenerator } from './random.js';
import { Uart } from './uart.js';

const FIFO = 0x3ff40000;
const INT_RAW = 0x3ff40004;
const INT_ST = 0x3ff40008;
const INT_ENA = 0x3ff4000c;
const INT_CLR = 0x3ff40010;
const CLKDIV = 0x3ff40014;
const STATUS = 0x3ff4001c;
const TX_DONE = 1 << 14;

function uart(): { device: Uart; sent: number[]; at: (cycle: number) => void } {
  const sent: number[] = [];
  let now = 0;
  const device = new Uart({ base: FIFO, transmit: (byte) => sent.push(byte), now: () => now, cpuMHz: 240 });
  return { device, sent, at: (cycle) => (now = cycle) };
}

const fifoCount = (device: Uart): number => (device.read(STATUS, 4) >>> 16) & 0xff;

describe('transmit FIFO', () => {
  test('bytes go out in order; CLKDIV 694 at 80 MHz is 115200 baud: 20820 cycles of 240 MHz a byte', () => {
    const { device, sent, at } = uart();
    for (const byte of [0x48, 0x69]) device.write(FIFO, 4, byte);
    expect(sent).toEqual([0x48, 0x69]);
    expect(fifoCount(device)).toBe(2);
    at(20820);
    expect(fifoCount(device)).toBe(1);
    at(41640);
    expect(fifoCount(device)).toBe(0);
  });

  test('STATUS.TXFIFO_CNT stays at 128 when software writes without waiting; nothing is lost', () => {
    const { device, sent } = uart();
    for (let i = 0; i < 300; i++) device.write(FIFO, 1, i & 0xff);
    expect([fifoCount(device), sent.length]).toEqual([128, 300]);
  });

  test('a higher baud rate empties it sooner', () => {
    const { device, at } = uart();
    device.write(CLKDIV, 4, 80);
    device.write(FIFO, 4, 0x55);
    at(2399);
    expect(fifoCount(device)).toBe(1);
    at(2400);
    expect(fifoCount(device)).toBe(0);
  });

  test('TX_DONE is set when the last bit has left, cleared by INT_CLR, and not set again while idle', () => {
    const { device, at } = uart();
    expect(device.read(INT_RAW, 4) & TX_DONE).toBe(0);
    device.write(FIFO, 4, 0x41);
    expect(device.read(INT_RAW, 4) & TX_DONE).toBe(0);
    at(30000);
    expect(device.read(INT_RAW, 4) & TX_DONE).toBe(TX_DONE);
    expect(device.read(INT_ST, 4) & TX_DONE).toBe(0);
    device.write(INT_ENA, 4, TX_DONE);
    expect(device.read(INT_ST, 4) & TX_DONE).toBe(TX_DONE);
    device.write(INT_CLR, 4, TX_DONE);
    expect(device.read(INT_RAW, 4) & TX_DONE).toBe(0);
  });

  test('registers keep what can be written and their reset values', () => {
    const { device } = uart();
    expect(device.read(CLKDIV, 4)).toBe(0x2b6);
    device.write(CLKDIV, 4, 0xffffffff);
    expect(device.read(CLKDIV, 4)).toBe((0x00ffffff & 0x0f0fffff) | 0x00f00000);
    device.write(STATUS, 4, 0);
    expect(device.read(STATUS, 4) >>> 31).toBe(1);
  });
});

describe('peripheral bus', () => {
  test('0x60000000 is the same FIFO; unmodelled registers read 0 and are reported once', () => {
    const { device, sent } = uart();
    const reported: string[] = [];
    const bus = new PeripheralBus((address, operation) =>
      reported.push(`${operation} ${address.toString(16)}`),
    );
    bus.add(device);
    bus.add(new RandomGenerator(() => 0x12345678));
    const views: {
      read(address: number, size: number): number;
      write(address: number, size: number, value: number): void;
    }[] = [];
    bus.map({ mapDevice: (_start: number, _size: number, view: never) => views.push(view) } as never);
    const [apb, ahb] = views as [(typeof views)[0], (typeof views)[0]];
    ahb.write(0x60000000, 1, 0x21);
    apb.write(FIFO, 1, 0x22);
    expect(sent).toEqual([0x21, 0x22]);
    expect(ahb.read(0x60035144, 4)).toBe(0x12345678);
    expect([apb.read(0x3ff48000, 4), apb.read(0x3ff48002, 2)]).toEqual([0, 0]);
    expect(reported).toEqual(['read 3ff48000']);
  });
});
