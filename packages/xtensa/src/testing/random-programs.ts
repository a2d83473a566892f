/** Random programs in random states, for comparing engines. Everything comes from a seed. */
import type { Core } from '../core.js';
import { FlatMemory, PAGE_DATA_RAM, PAGE_EXECUTE, PAGE_INSTRUCTION_RAM, PAGE_READ } from '../memory.js';
import {
  encode,
  INSTRUCTIONS,
  insertField,
  instruction,
  storeWord,
  valueToField,
  type Instruction,
  type Mnemonic,
} from '../isa/index.js';

/** A small random generator with 32 bits of state (mulberry32). */
export class Random {
  constructor(private seed: number) {}
  /** 32 random bits. */
  bits(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) | 0;
  }
  /** 0 to n - 1. */
  below(n: number): number {
    return (this.bits() >>> 0) % n;
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

export const CODE = 0x40080000;
export const CODE_SIZE = 0x4000;
export const DATA = 0x3ffb0000;
export const DATA_SIZE = 0x2000;
export const ROM = 0x40000000;
export const DEVICE = 0x3ff40000;

/** Memory of a test machine: code, data, a page of ROM, a device whose reads count. */
export function testMemory(): FlatMemory {
  const memory = new FlatMemory({ base: 0x3ff80000, size: 0x120000 });
  memory.map(CODE, CODE_SIZE, PAGE_INSTRUCTION_RAM | PAGE_READ);
  memory.map(CODE + CODE_SIZE, 0x1000, PAGE_INSTRUCTION_RAM);
  memory.map(DATA, DATA_SIZE, PAGE_DATA_RAM);
  memory.map(ROM, 0x1000, PAGE_READ | PAGE_EXECUTE);
  let reads = 0;
  let last = 0;
  memory.mapDevice(DEVICE, 0x1000, {
    read: (address, size) => (address * 7 + size + last + ++reads) >>> 0,
    write: (address, size, value) => void (last = (last * 31 + address + size + value) >>> 0),
  });
  return memory;
}

/**
 * Left out: instructions that need what the reference model leaves to the core (interrupts, timers, sleep,
 * instruction counting, instruction breakpoints).
 */
const EXCLUDED =
  /^(waiti|[wx]sr\.(intenable|ccompare\d|ccount|icount|icountlevel|ibreakenable|interrupt|vecbase)|wsr\.intset)$/;
const RARE =
  /^(w[id]tlb|ill|ill\.n|syscall|simcall|break|break\.n|rf..|rf[ei]|rfdd|rfdo|[wx]sr\.(ps|windowbase|windowstart|cpenable|dbreak..|lend)|rotw)$/;

const POOL: readonly Instruction[] = INSTRUCTIONS.filter((i) => !EXCLUDED.test(i.name));
const COMMON: readonly Instruction[] = POOL.filter((i) => !RARE.test(i.name));
const FLOW: readonly Instruction[] = COMMON.filter(
  (i) => i.flags.length > 0 && i.pcrel >= 0 && i.name !== 'l32r',
);

export type Line = readonly [Mnemonic, ...number[]];

/** Machine code of some lines at an address; values as `encode` takes them, targets absolute. */
export function assembleLines(lines: readonly Line[], address = 0): Uint8Array {
  const bytes: number[] = [];
  for (const [name, ...values] of lines) {
    const row = instruction(name);
    const word = encode(row, values, address + bytes.length);
    const part = new Uint8Array(row.length);
    storeWord(part, 0, word, row.length);
    bytes.push(...part);
  }
  return Uint8Array.from(bytes);
}

/** Handler that goes on three bytes behind the instruction that stands in `from` (EPCn or DEPC). */
const skip = (from: string, back: Line): Line[] => [
  ['wsr.excsave1', 0],
  [`rsr.${from}` as Mnemonic, 0],
  ['addi', 0, 0, 3],
  [`wsr.${from === 'depc' ? 'epc1' : from}` as Mnemonic, 0],
  ['rsr.excsave1', 0],
  back,
];

/** Vectors at CODE: real window handlers; exceptions go on behind the instruction. */
export function writeVectors(memory: FlatMemory): void {
  const spill = (n: number): Line[] => [0, 1, 2, 3].map((i): Line => ['s32e', i, n, -16 + 4 * i]);
  const fill = (n: number): Line[] => [0, 1, 2, 3].map((i): Line => ['l32e', i, n, -16 + 4 * i]);
  const put = (offset: number, lines: readonly Line[]): void =>
    memory.copyIn(CODE + offset, assembleLines(lines));
  put(0x000, [...spill(5), ['rfwo']]);
  put(0x040, [...fill(5), ['rfwu']]);
  for (const [offset, n, count] of [
    [0x80, 9, 4],
    [0x100, 13, 8],
  ] as const) {
    const far = Array.from({ length: count }, (_, i) => i);
    put(offset, [
      ['s32e', 0, n, -16],
      ['l32e', 0, 1, -12],
      ...[1, 2, 3].map((i): Line => ['s32e', i, n, -16 + 4 * i]),
      ...far.map((i): Line => ['s32e', 4 + i, 0, -16 - 4 * count + 4 * i]),
      ['rfwo'],
    ]);
    put(offset + 0x40, [
      ...[0, 1, 2].map((i): Line => ['l32e', i, n, -16 + 4 * i]),
      ['l32e', 3 + count, 1, -12],
      ['l32e', 3, n, -4],
      ...far.map((i): Line => ['l32e', 4 + i, 3 + count, -16 - 4 * count + 4 * i]),
      ['rfwu'],
    ]);
  }
  put(0x280, skip('epc6', ['rfi', 6]));
  put(0x300, skip('epc1', ['rfe']));
  put(0x340, skip('epc1', ['rfe']));
  put(0x3c0, skip('depc', ['rfe']));
}

/** What a program is made for: all instructions alike, or much control flow and integer code as compilers write it. */
export type Flavour = 'everything' | 'flow';

/** Fills an area with random instructions whose branches mostly stay in it. Returns the instruction addresses. */
export function randomCode(
  random: Random,
  memory: FlatMemory,
  start: number,
  count: number,
  flavour: Flavour,
): number[] {
  const chosen: Instruction[] = [];
  const starts: number[] = [];
  let pc = start;
  for (let i = 0; i < count; i++) {
    const instruction =
      flavour === 'flow' && random.chance(35)
        ? random.pick(FLOW)
        : random.pick(random.chance(flavour === 'flow' ? 99 : 92) ? COMMON : POOL);
    chosen.push(instruction);
    starts.push(pc);
    pc += instruction.length;
  }
  const bytes = new Uint8Array(pc - start);
  chosen.forEach((instruction, i) => {
    let word = instruction.match;
    for (const operand of instruction.operands) {
      let field = random.bits() & ((1 << operand.width) - 1);
      if (operand.kind === 'pcrel' && operand.rule.pc !== undefined && random.chance(95)) {
        // Another instruction of the program, not far away; the displacement may not reach or not be aligned.
        const near = starts[Math.max(0, Math.min(count - 1, i + random.below(24) - 8))]!;
        const base = (starts[i]! + operand.rule.pc.add) & -operand.rule.pc.align;
        const fitted = valueToField(operand, near - (base >>> 0));
        if (fitted >= 0) field = fitted;
      }
      word = insertField(operand, word, field);
    }
    const at = starts[i]! - start;
    for (let b = 0; b < instruction.length; b++) bytes[at + b] = word >>> (8 * b);
    // Now and then bytes that are no instruction.
    if (random.chance(1) && random.chance(20)) bytes[at] = random.bits();
  });
  memory.copyIn(start, bytes);
  return starts;
}

/** A register value: pointer to data, code or ROM, small number, or anything. */
function randomWord(random: Random, starts: readonly number[]): number {
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return (DATA + random.below(DATA_SIZE)) & ~3;
    case 3:
      return DATA + random.below(DATA_SIZE);
    case 4:
      return random.pick(starts);
    case 5:
      return (random.pick(starts) & 0x3fffffff) | (random.below(4) << 30);
    case 6:
      return random.below(40) - 8;
    case 7:
      return random.pick([
        CODE + random.below(CODE_SIZE),
        ROM + random.below(0x1000),
        DEVICE + random.below(0x1000),
        0,
      ]);
    default:
      return random.bits();
  }
}

const FLOATS = [
  0, 0x80000000, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, 0x7fc00000, 0x7f800001, 1, 0x007fffff,
  0x00800000, 0x7f7fffff,
];

/** Puts a core into a random state before a program; the same sequence of random numbers gives the same state. */
export function randomState(random: Random, core: Core, starts: readonly number[]): void {
  core.reset();
  for (let i = 0; i < 64; i++) core.ar[i] = randomWord(random, starts);
  for (let i = 0; i < 16; i++)
    core.fr[i] = random.chance(30)
      ? random.pick(FLOATS)
      : random.chance(50)
        ? random.bits()
        : 0x3f000000 + random.below(0x1800000);
  for (let i = 0; i < 4; i++) core.mr[i] = random.bits();
  for (const name of [
    'acclo',
    'acchi',
    'br',
    'scompare1',
    'threadptr',
    'expstate',
    'misc0',
    'depc',
    'excsave1',
  ])
    core.writeSpecial(name, random.bits());
  core.writeSpecial('sar', random.below(33));
  for (const n of [1, 2, 3, 4, 5, 6, 7]) core.writeSpecial(`epc${n}`, random.pick(starts));
  for (const n of [2, 3, 4, 5, 6, 7])
    core.writeSpecial(`eps${n}`, random.chance(70) ? 0x40020 : random.bits());
  core.writeSpecial('vecbase', CODE);
  core.writeSpecial('cpenable', random.chance(95) ? 1 : 0);
  core.writeSpecial('fcr', random.chance(60) ? 0 : random.below(128));
  core.writeSpecial('fsr', random.bits());
  const base = random.below(16);
  core.windowStart = random.bits() & random.bits() & random.bits() & 0xffff;
  core.windowStart |= 1 << base;
  core.windowBase = base;
  const i = random.below(starts.length);
  core.writeSpecial('lbeg', starts[Math.max(0, i - random.below(6))]!);
  core.writeSpecial('lend', starts[i]!);
  core.writeSpecial('lcount', random.chance(60) ? 0 : random.below(12));
  core.ps = random.chance(85) ? 0x40020 | (random.below(4) << 16) : random.bits();
  core.pc = random.pick(starts.slice(0, Math.max(1, starts.length >> 1)));
}
