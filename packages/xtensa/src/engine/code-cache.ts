/**
 * Predecoded instructions of one core.
 *
 * Invariants
 * - `entries[slots[pc >>> 12] << 12 | pc & 4095]` is the record where execution at pc begins, 0 when there is none; slot 0
 *   is all zeros.
 * - Records that follow each other in memory follow each other in `records`. Where one instruction follows another
 *   *sequentially* at an address that is or was LEND, an OP_LOOP_END record stands between them; a jump enters behind it.
 *   So loop-backs cost nothing elsewhere, and every value that LEND takes must be announced by `addLoopEnd`.
 * - All records die together (`flush`).
 */
import { decode, INSTRUCTIONS, operandValue, type Instruction } from '../isa/index.js';
import { PAGE_EXECUTE, type FlatMemory } from '../memory.js';
import { CAUSE_FETCH_ERROR, CAUSE_FETCH_PROHIBITED } from '../semantics/states.js';
import { NOT_ESTABLISHED } from '../semantics/special.js';
import {
  OP_BITS,
  OP_FETCH_FAULT,
  OP_GOTO,
  OP_IBREAK,
  OP_ILLEGAL,
  OP_LOOP_END,
  OP_NATIVE,
  OP_OF,
  OP_UNVERIFIED,
  OP_WATCH,
  RECORD_LINK,
  RECORD_PC,
  RECORD_STRADDLE,
  RECORD_WORDS,
} from './opcodes.js';

/** What the cache asks of its core. */
export interface CodeSource {
  readonly memory: FlatMemory;
  readonly allowUnverified: boolean;
  /** Cycles of a taken transfer to an instruction that crosses a word. */
  readonly straddleCost: number;
  /** May instructions be fetched from the region of this address? */
  fetchAllowed(address: number): boolean;
  hasNative(address: number): boolean;
  hasWatch(address: number): boolean;
  hasBreakpoint(address: number): boolean;
}

const PAGE_BITS = 12;
const MAX_SLOTS = 2048;
const MAX_TRACE = 128;
const MAX_LOOP_ENDS = 1 << 16;

/** Instructions after which execution never goes on sequentially. */
const endsTrace: boolean[] = INSTRUCTIONS.map(
  (i) => i.flags.includes('jump') || i.flags.includes('call') || ['ill', 'ill.n', 'syscall'].includes(i.name),
);

/** Highest quad (0..3) that the operands of a word use, without what depends on processor state. */
export function highestQuad(instruction: Instruction, values: ArrayLike<number>): number {
  let highest = 0;
  for (const operand of instruction.operands)
    if (operand.file === 'AR' && values[operand.index]! > highest) highest = values[operand.index]!;
  for (const register of instruction.implicit)
    if (register.file === 'AR' && register.reg !== undefined && register.reg > highest)
      highest = register.reg;
  return highest >> 2;
}

/** Predecoded code. */
export class CodeCache {
  records = new Int32Array(RECORD_WORDS * 16384);
  entries = new Int32Array(8 << PAGE_BITS);
  readonly slots = new Int32Array(1 << 20);
  /** Counts flushes; links made before a flush must not be stored after it. */
  generation = 0;

  private next = RECORD_WORDS;
  private nextSlot = 1;
  private usedPages: number[] = [];
  private readonly loopEnds = new Set<number>();
  private readonly values = new Int32Array(8);

  constructor(private readonly source: CodeSource) {}

  /** Forgets all records. */
  flush(): void {
    this.generation++;
    for (const page of this.usedPages) this.slots[page] = 0;
    this.usedPages = [];
    this.entries.fill(0, 0, this.nextSlot << PAGE_BITS);
    this.nextSlot = 1;
    this.next = RECORD_WORDS;
  }

  /** LEND takes this value. */
  addLoopEnd(address: number): void {
    address >>>= 0;
    if (this.loopEnds.has(address)) return;
    if (this.loopEnds.size >= MAX_LOOP_ENDS) {
      this.loopEnds.clear();
      this.flush();
    }
    this.loopEnds.add(address);
    if (this.find(address) !== 0 || this.flowsInto(address)) this.flush();
  }

  /** Record at pc, or 0. */
  find(pc: number): number {
    return this.entries[(this.slots[pc >>> PAGE_BITS]! << PAGE_BITS) | (pc & 4095)]!;
  }

  /** Record at pc, decoded when needed. */
  lookup(pc: number): number {
    const found = this.find(pc);
    return found !== 0 ? found : this.decodeTrace(pc >>> 0);
  }

  /** Record at which execution goes on sequentially at pc, that is with a loop-end test where one may be needed. */
  lookupSequential(pc: number): number {
    pc >>>= 0;
    if (!this.loopEnds.has(pc)) return this.lookup(pc);
    this.reserve();
    const first = this.next;
    this.pseudo(OP_LOOP_END, pc);
    this.pseudo(OP_GOTO, pc);
    return first;
  }

  /** Does a decoded instruction end at the address (its successor may be in another page and not decoded)? */
  private flowsInto(address: number): boolean {
    for (let back = 1; back <= 3; back++) if (this.find((address - back) >>> 0) !== 0) return true;
    return false;
  }

  private reserve(): void {
    if (this.next + RECORD_WORDS * (MAX_TRACE * 3 + 8) <= this.records.length) return;
    if (this.records.length < RECORD_WORDS << 20) {
      const grown = new Int32Array(this.records.length * 2);
      grown.set(this.records);
      this.records = grown;
    } else this.flush();
  }

  private slotOf(page: number): number {
    const slot = this.slots[page]!;
    if (slot !== 0) return slot;
    if (this.nextSlot >= MAX_SLOTS) this.flush();
    if ((this.nextSlot + 1) << PAGE_BITS > this.entries.length) {
      const grown = new Int32Array(this.entries.length * 2);
      grown.set(this.entries);
      this.entries = grown;
    }
    this.usedPages.push(page);
    return (this.slots[page] = this.nextSlot++);
  }

  private pseudo(op: number, pc: number): number {
    const p = this.next;
    this.next += RECORD_WORDS;
    this.records.fill(0, p, p + RECORD_WORDS);
    this.records[p] = op;
    this.records[p + RECORD_PC] = pc;
    return p;
  }

  private decodeTrace(start: number): number {
    this.reserve();
    const page = start >>> PAGE_BITS;
    let slot = this.slotOf(page);
    const first = this.next;
    let pc = start;
    for (let count = 0; ; count++) {
      if (pc !== start && this.loopEnds.has(pc)) this.pseudo(OP_LOOP_END, pc);
      const inPage = pc >>> PAGE_BITS === page;
      const existing = inPage ? this.entries[(slot << PAGE_BITS) | (pc & 4095)]! : 0;
      if (existing !== 0 || !inPage || count >= MAX_TRACE) {
        this.records[this.pseudo(OP_GOTO, pc) + RECORD_LINK] = existing;
        break;
      }
      const generation = this.generation;
      this.entries[(slot << PAGE_BITS) | (pc & 4095)] = this.next;
      const length = this.decodeOne(pc);
      // A LOOP instruction may announce an end that is decoded already: everything is stale then, begin again.
      if (generation !== this.generation) return this.decodeTrace(start);
      if (length === 0) break;
      pc = (pc + length) >>> 0;
      slot = this.slots[page]!;
    }
    return first;
  }

  /** Emits the records of one instruction; returns its length, or 0 where the trace ends. */
  private decodeOne(pc: number): number {
    const { source } = this;
    const before: number[] = [];
    if (source.hasBreakpoint(pc)) before.push(this.pseudo(OP_IBREAK, pc));
    if (source.hasWatch(pc)) before.push(this.pseudo(OP_WATCH, pc));
    const p = this.pseudo(OP_ILLEGAL, pc);
    const { records } = this;
    if (source.hasNative(pc)) {
      records[p] = OP_NATIVE;
      return 0;
    }
    const cause = this.fetchCause(pc);
    if (cause !== 0) {
      records[p] = OP_FETCH_FAULT;
      records[p + 1] = cause;
      return 0;
    }
    const { memory } = source;
    const byte = (i: number): number => memory.u8[(memory.physical((pc + i) >>> 0) - memory.base) >>> 0]!;
    const narrow = (byte(0) & 8) !== 0;
    const secondCause = this.fetchCause((pc + (narrow ? 1 : 2)) >>> 0);
    if (secondCause !== 0) {
      records[p] = OP_FETCH_FAULT;
      records[p + 1] = secondCause;
      return 0;
    }
    const word = byte(0) | (byte(1) << 8) | (narrow ? 0 : byte(2) << 16);
    memory.markCode(pc, narrow ? 2 : 3);
    const instruction = decode(word);
    if (instruction === undefined) return 0;
    const { length } = instruction;
    const straddle = (pc & 3) + length > 4 ? source.straddleCost : 0;
    for (const q of [...before, p]) records[q + RECORD_STRADDLE] = straddle;
    if (NOT_ESTABLISHED[instruction.name] !== undefined && !source.allowUnverified) {
      records[p] = OP_UNVERIFIED;
      records[p + 1] = instruction.id;
      return 0;
    }
    for (const operand of instruction.operands) {
      const value = operandValue(operand, word, pc);
      this.values[operand.index] = value;
      if (operand.index < 4) records[p + 1 + operand.index] = value;
    }
    records[p] = OP_OF[instruction.id]! | (highestQuad(instruction, this.values) << OP_BITS);
    if (instruction.flags.includes('loop')) this.addLoopEnd(records[p + 2]!);
    return endsTrace[instruction.id] === true ? 0 : length;
  }

  /** EXCCAUSE of a fetch at the address, or 0. */
  private fetchCause(address: number): number {
    if (!this.source.fetchAllowed(address)) return CAUSE_FETCH_PROHIBITED;
    return (this.source.memory.attributes[address >>> PAGE_BITS]! & PAGE_EXECUTE) !== 0
      ? 0
      : CAUSE_FETCH_ERROR;
  }
}
