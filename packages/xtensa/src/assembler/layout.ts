/**
 * Layout: decides the size of every variable item. All sections are laid out again and again until nothing changes.
 * Relaxable instructions and LEB128 numbers only grow, so this ends; alignment follows.
 */
import { fieldToValue, type Instruction } from '../isa/index.js';
import type { Assembler } from './assembler.js';
import { leb128 } from './data.js';
import { AbortError } from './errors.js';
import { Evaluator, ExpressionError } from './expression.js';
import { ItemKind, SymbolKind, type AsmSymbol, type Item, type Section } from './section.js';

/** After so many rounds alignment may no longer shrink, so that even adversarial sources settle. */
const PATIENT_ROUNDS = 20;
const MAX_ROUNDS = 200;
/** Items looked at in all rounds together; ordinary sources need a handful of rounds. */
const MAX_VISITS = 100_000_000;

/** Bytes of a loop start that writes LBEG and LEND itself (`emit.ts`), by how much it tests before. */
const LONG_LOOP_SIZE: Readonly<Record<string, number>> = { loop: 27, loopnez: 32, loopgtz: 33 };

/** Least and greatest distance that the PC-relative operand of an instruction reaches, cached by instruction. */
interface Reach {
  readonly min: number;
  readonly max: number;
}

/** Lays out the sections of an assembly. */
export class Layout {
  readonly evaluator: Evaluator;
  private readonly reaches = new Map<number, Reach>();
  private readonly viewNumbers = new Map<AsmSymbol, number>();
  private round = 0;
  private visits = 0;
  /** Sizes before the item under consideration, in the last round. */
  private lastSum = 0;
  /** Set for a round after everything has settled: calls to targets that are not word-aligned are expanded then. */
  private settled = false;

  constructor(private readonly a: Assembler) {
    this.evaluator = new Evaluator((symbol) => this.viewNumbers.get(symbol) ?? 0);
  }

  /** Every section of the output and every pool inside one. */
  run(): void {
    const { a } = this;
    const sections = a.sections.filter((s) => s.items.length > 0);
    for (const section of sections) {
      const before = new Int32Array(section.items.length + 1);
      section.items.forEach((item, i) => (before[i + 1] = before[i]! + item.size));
      section.before = before;
    }
    for (this.round = 0; ; this.round++) {
      if (this.round > MAX_ROUNDS)
        throw new AbortError('the layout does not settle: sizes depend on each other in a circle');
      let changed = this.numberViews();
      for (const section of sections) {
        changed = this.pass(section) || changed;
        this.visits += section.items.length;
      }
      if (this.visits > MAX_VISITS) throw new AbortError(`layout takes more than ${MAX_VISITS} steps`);
      if (!changed && this.settled) break;
      this.settled = !changed;
    }
  }

  /** Computes sizes and prefix sums of one section; says whether anything changed. */
  private pass(section: Section): boolean {
    const { items } = section;
    let { before } = section;
    // Expanding a call into a section without separate literals may add items; the array follows.
    if (before.length !== items.length + 1) before = section.before = new Int32Array(items.length + 1);
    let sum = 0;
    let changed = false;
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      this.lastSum = before[i]!;
      if (before[i] !== sum) {
        before[i] = sum;
        changed = true;
      }
      const size = this.sizeOf(section, item, item.pos + sum, i);
      if (size !== item.size) {
        item.size = size;
        changed = true;
      }
      sum += size;
    }
    if (before[items.length] !== sum) {
      before[items.length] = sum;
      changed = true;
    }
    if (section.length + sum > this.a.limits.outputBytes) {
      throw new AbortError(`${section.name} grows beyond ${this.a.limits.outputBytes} bytes of output`);
    }
    return changed;
  }

  private sizeOf(section: Section, item: Item, offset: number, index: number): number {
    switch (item.kind) {
      case ItemKind.align: {
        const pad = -offset & (item.a - 1);
        const size = item.c > 0 && pad > item.c ? 0 : pad;
        return this.round > PATIENT_ROUNDS
          ? Math.max(size, item.size + ((size - item.size) & (item.a - 1)))
          : size;
      }
      case ItemKind.org:
        return this.orgSize(section, item, offset);
      case ItemKind.fill: {
        const count = this.constant(item);
        return Math.max(0, count) * item.a;
      }
      case ItemKind.uleb:
      case ItemKind.sleb: {
        const length = leb128(this.wideConstant(item), item.kind === ItemKind.sleb).length;
        return Math.max(item.size, length);
      }
      case ItemKind.branch:
        return this.branchSize(section, item, offset, index);
      case ItemKind.call:
        return this.callSize(section, item, offset, index);
      case ItemKind.jump: {
        const distance = this.distance(section, item, offset, index);
        if (item.state === 0 && distance !== undefined && !this.reach(item.instruction!, distance))
          this.expand(section, item);
        return item.state === 0 ? 3 : 6;
      }
      case ItemKind.loop: {
        // LOOP has 3 bytes, so its body starts at offset + pad + 3.
        const within = (offset + 3) & 3;
        return within + item.a <= 4 ? 0 : 2;
      }
      case ItemKind.loopStart: {
        const distance = this.distance(section, item, offset, index);
        if (distance !== undefined && distance >= 0 && !this.reach(item.instruction!, distance))
          item.state = 1;
        return item.state === 0 ? 3 : LONG_LOOP_SIZE[item.instruction!.name]!;
      }
      case ItemKind.pool: {
        const pad = -offset & 3;
        item.a = pad;
        return item.pool!.length === 0 ? 0 : pad + item.pool!.length;
      }
      default:
        return item.size;
    }
  }

  private constant(item: Item): number {
    const value = this.wideConstant(item);
    if (typeof value === 'bigint' || value > 0xffffffff)
      throw new AbortError(`${item.frame.file}:${item.line}: a size of ${value}`);
    return value;
  }

  private wideConstant(item: Item): number | bigint {
    try {
      const value = this.evaluator.evaluate(item.expression);
      if (value.symbol === undefined && value.minus === undefined) return value.constant;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
    }
    return 0; // Reported when the contents are written.
  }

  private orgSize(section: Section, item: Item, offset: number): number {
    try {
      const { symbol, minus, constant } = this.evaluator.evaluate(item.expression);
      if (minus !== undefined || (symbol !== undefined && symbol.section?.root !== section.root)) return 0;
      const target = Number(constant) + (symbol?.kind === SymbolKind.label ? symbol.offset : 0);
      return Math.max(0, target - offset);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return 0;
    }
  }

  /** Distance from an instruction to its target in the same section; undefined for targets elsewhere. */
  private distance(section: Section, item: Item, offset: number, index: number): number | undefined {
    const { expression } = item;
    try {
      const { symbol, minus, constant } = this.evaluator.evaluate(expression);
      if (symbol?.kind !== SymbolKind.label || minus !== undefined || symbol.section!.root !== section.root)
        return undefined;
      const target = symbol.offset + Number(constant);
      // What lies behind is still where the last round put it, so it is compared with where this item was then.
      if (symbol.section === section && symbol.items > index) return target - (item.pos + this.lastSum);
      return target - offset;
    } catch (error) {
      if (error instanceof ExpressionError) return undefined;
      throw error;
    }
  }

  private reach(instruction: Instruction, distance: number): boolean {
    let reach = this.reaches.get(instruction.id);
    if (reach === undefined) {
      const operand = instruction.operands[instruction.pcrel]!;
      const { signedFrom } = operand.rule;
      const last = 2 ** operand.width - 1;
      reach = {
        min: fieldToValue(operand, signedFrom ?? 0),
        max: fieldToValue(operand, signedFrom === undefined ? last : signedFrom - 1),
      };
      this.reaches.set(instruction.id, reach);
    }
    return distance >= reach.min && distance <= reach.max;
  }

  private branchSize(section: Section, item: Item, offset: number, index: number): number {
    const instruction = item.instruction!;
    const narrowable = instruction.name === 'beqz' || instruction.name === 'bnez';
    if (item.state < 2) {
      const distance = this.distance(section, item, offset, index);
      if (distance === undefined) {
        // Undefined symbols and other sections: a jump reaches further, as in GNU as.
        item.state = 2;
      } else {
        if (item.state === 0 && (distance < 4 || distance > 67)) item.state = 1;
        if (item.state === 1 && !this.reach(instruction, distance)) item.state = 2;
      }
    }
    if (item.state === 0) return 2;
    return item.state === 1 ? 3 : narrowable ? 5 : 6;
  }

  private callSize(section: Section, item: Item, offset: number, index: number): number {
    if (item.state === 0) {
      const distance = this.distance(section, item, offset, index);
      if (distance === undefined) {
        if (item.c === 1) this.expand(section, item);
      } else {
        const fromWord = distance + (offset & 3);
        const unaligned = this.settled && ((offset + distance) & 3) !== 0;
        if (unaligned || !this.reach(item.instruction!, fromWord)) this.expand(section, item);
      }
    }
    return item.state === 0 ? 3 : 6;
  }

  /** Turns a direct call or jump into L32R and CALLX or JX. */
  private expand(section: Section, item: Item): void {
    item.state = 1;
    const { a } = this;
    a.frame = item.frame;
    item.literal = a.addLiteral(item.expression, item.column, section);
  }

  /** View numbers of `.loc` rows: how many rows of the same address came before. */
  private numberViews(): boolean {
    const { a } = this;
    if (a.views.length === 0) return false;
    let changed = false;
    const rowViews = new Map<Section, Map<number, AsmSymbol | 'reset'>>();
    for (const { symbol, section, row } of a.views) {
      let rows = rowViews.get(section);
      if (rows === undefined) rowViews.set(section, (rows = new Map<number, AsmSymbol | 'reset'>()));
      rows.set(row, symbol);
    }
    for (const [section, rows] of rowViews) {
      let view = 0;
      let last = -1;
      const count = section.lines.length / 6;
      for (let row = 0; row < count; row++) {
        const symbol = rows.get(row);
        const offset = section.offsetOf(section.lines[row * 6]!, section.lines[row * 6 + 1]!);
        view = symbol === 'reset' || offset !== last ? 0 : view + 1;
        last = offset;
        if (symbol !== undefined && symbol !== 'reset' && this.viewNumbers.get(symbol) !== view) {
          this.viewNumbers.set(symbol, view);
          changed = true;
        }
      }
    }
    return changed;
  }
}
