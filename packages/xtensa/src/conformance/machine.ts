/** The bare machine on which execution and timing vectors run, and the vectors' notation. */
import { Core } from '../core.js';
import { SPECIAL_REGISTER_ROWS, USER_REGISTER_ROWS } from '../isa/index.js';
import { FlatMemory, PAGE_EXECUTE, PAGE_READ, PAGE_WRITE } from '../memory.js';

const PLAIN = PAGE_READ | PAGE_WRITE | PAGE_EXECUTE;

/** Registers that a vector may name, with the way to reach them. */
const NAMED = [
  'lbeg',
  'lend',
  'lcount',
  'sar',
  'br',
  'windowbase',
  'windowstart',
  'ps',
  'acclo',
  'acchi',
  'm0',
  'm1',
  'm2',
  'm3',
  'scompare1',
  'threadptr',
  'expstate',
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `epc${n}`),
  ...[2, 3, 4, 5, 6, 7].map((n) => `eps${n}`),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `excsave${n}`),
  'depc',
  'exccause',
  'excvaddr',
  'debugcause',
  'cpenable',
  'intenable',
  'vecbase',
  'misc0',
  'misc1',
  'misc2',
  'misc3',
  'ibreakenable',
  'ibreaka0',
  'ibreaka1',
  'dbreaka0',
  'dbreaka1',
  'dbreakc0',
  'dbreakc1',
  'memctl',
  'atomctl',
  'fcr',
  'fsr',
] as const;

/** Tracked registers, in the vectors' names. FCR and FSR can be set but are not tracked. */
export const TRACKED: readonly string[] = [
  'pc',
  ...Array.from({ length: 64 }, (_, i) => `ar${i}`),
  ...Array.from({ length: 16 }, (_, i) => `f${i}`),
  ...NAMED.filter((name) => name !== 'fcr' && name !== 'fsr'),
];

export interface Bytes {
  address: number;
  bytes: Uint8Array;
}

/** A value of the vectors: hexadecimal with 0x. */
export function hexNumber(text: unknown, what: string): number {
  if (typeof text !== 'string' || !/^0x[0-9a-f]{1,8}$/i.test(text))
    throw new Error(`${what} is ${JSON.stringify(text)}, expected a hexadecimal number of at most 8 digits`);
  return parseInt(text, 16);
}

export function hexBytes(text: unknown, what: string): Uint8Array {
  if (typeof text !== 'string' || !/^([0-9a-f]{2})+$/i.test(text))
    throw new Error(`${what} is ${JSON.stringify(text)}, expected pairs of hexadecimal digits`);
  return Uint8Array.from(text.match(/../g)!, (byte) => parseInt(byte, 16));
}

/** `[{addr, hex}]`, absent is empty. */
export function memoryList(list: unknown, what: string): Bytes[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new Error(`${what} is no list`);
  return list.map((item: { addr?: unknown; hex?: unknown }) => ({
    address: hexNumber(item.addr, `${what}.addr`),
    bytes: hexBytes(item.hex, `${what}.hex`),
  }));
}

/** Registers outside of the tracked ones may be set or expected, too. */
function isRegister(name: string): boolean {
  if (TRACKED.includes(name)) return true;
  return (
    SPECIAL_REGISTER_ROWS.some((row) => row.name === name) ||
    USER_REGISTER_ROWS.some((row) => row.name === name)
  );
}

export function registerMap(map: unknown, what: string): Map<string, number> {
  if (map === undefined) return new Map();
  if (typeof map !== 'object' || map === null) throw new Error(`${what} is no object`);
  return new Map(
    Object.entries(map).map(([name, value]) => {
      if (!isRegister(name)) throw new Error(`${what} names unknown register "${name}"`);
      return [name, hexNumber(value, `${what}.${name}`)];
    }),
  );
}

/** A core with plain memory where the vectors have theirs. */
export class VectorMachine {
  readonly memory: FlatMemory;
  readonly core: Core;
  private touched: { address: number; length: number }[] = [];

  constructor(timing: 'exact' | 'off') {
    this.memory = new FlatMemory({ base: 0x3ff80000, size: 0x300000 });
    this.memory.map(0x3ff80000, 0x300000, PLAIN);
    this.core = new Core({ memory: this.memory, timing });
  }

  /** The vectors' base state, changed by a case. */
  prepare(pc: number, code: Uint8Array, before: Map<string, number>, memory: readonly Bytes[]): void {
    for (const { address, length } of this.touched) this.memory.fill(address, length, 0);
    this.touched = [];
    const { core } = this;
    core.reset();
    for (let i = 0; i < 64; i++) core.ar[i] = (0xa5000000 + i * 0x00010101) | 0;
    for (const [name, value] of [
      ['ps', 0x00040020],
      ['vecbase', 0x40080000],
      ['cpenable', 1],
      ['exccause', 0x3f],
      ['atomctl', 0x2a],
      ['memctl', 1],
    ] as const)
      core.writeSpecial(name, value);
    for (const [name, value] of before) this.set(name, value);
    for (const item of [...memory, { address: pc, bytes: code }]) {
      this.memory.copyIn(item.address, item.bytes);
      this.touched.push({ address: item.address, length: item.bytes.length });
    }
    core.pc = pc;
  }

  /** Remembers that an area has to be cleared before the next case. */
  touch(address: number, length: number): void {
    this.touched.push({ address, length });
  }

  set(name: string, value: number): void {
    const numbered = /^(ar|f)(\d+)$/.exec(name);
    if (name === 'pc') this.core.pc = value;
    else if (numbered?.[1] === 'ar') this.core.ar[Number(numbered[2])] = value;
    else if (numbered?.[1] === 'f') this.core.fr[Number(numbered[2])] = value;
    else this.core.writeSpecial(name, value);
  }

  get(name: string): number {
    const numbered = /^(ar|f)(\d+)$/.exec(name);
    if (name === 'pc') return this.core.pc;
    if (numbered?.[1] === 'ar') return this.core.ar[Number(numbered[2])]! >>> 0;
    if (numbered?.[1] === 'f') return this.core.fr[Number(numbered[2])]! >>> 0;
    return this.core.readSpecial(name);
  }
}
