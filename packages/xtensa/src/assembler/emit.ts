/** Final contents of sections: items filled in, fixups applied or turned into relocations. */
import { Relocation, SymbolBinding, SymbolType } from '../elf/index.js';
import {
  describeOperand,
  insertField,
  operandField,
  pcRelativeBase,
  storeWord,
  wordAt,
  decode,
  type Instruction,
} from '../isa/index.js';
import type { Assembler } from './assembler.js';
import { storeWide } from './builder.js';
import { leb128 } from './data.js';
import { ExpressionError, type Evaluator, type Expression, type Value } from './expression.js';
import { instructionOf, wordOf } from './instructions.js';
import { inverseBranch } from './inverse.js';
import {
  FIXUP_IMMEDIATE,
  FIXUP_SLOT,
  ItemKind,
  SymbolKind,
  type AsmSymbol,
  type Item,
  type Section,
} from './section.js';
import type { SourceFrame } from './source.js';

/** Where something in the sources stands, for messages. */
export interface Place {
  readonly frame: SourceFrame;
  readonly line: number;
  readonly column: number;
}

/** The contents of one output section, with relocations against assembler symbols. */
export interface Contents {
  readonly section: Section;
  readonly data: Uint8Array;
  readonly relocations: { offset: number; type: number; symbol: AsmSymbol | undefined; addend: number }[];
}

/** Fills in contents and resolves what needs no relocation. */
export class Emitter {
  constructor(
    private readonly a: Assembler,
    private readonly evaluator: Evaluator,
    /** Guest address of `.text` when a flat binary is wanted: everything must resolve, nothing is relocated. */
    private readonly flatBase: number | undefined,
  ) {}

  error(message: string, place: Place): void {
    this.a.report('error', message, place.frame, place.line, place.column);
  }

  /** Evaluates with the error reported at a place. */
  value(expression: Expression, place: Place): Value | undefined {
    try {
      return this.evaluator.evaluate(expression);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.error(error.message, place);
      return undefined;
    }
  }

  constant(expression: Expression, place: Place, what: string): number | bigint {
    const value = this.value(expression, place);
    if (value === undefined) return 0;
    const symbol = value.symbol ?? value.minus;
    if (symbol !== undefined) {
      this.error(`${what} must be a constant, and ${nameOf(symbol)} is none`, place);
      return 0;
    }
    return value.constant;
  }

  /** Final bytes of a section, its items filled in and its fixups applied. */
  contents(section: Section): Contents {
    const size = section.size;
    const contents: Contents = {
      section,
      data: new Uint8Array(section.isNobits ? 0 : size),
      relocations: [],
    };
    if (section.isNobits) return contents;
    this.copy(section, contents, 0);
    contents.relocations.sort((x, y) => x.offset - y.offset);
    return contents;
  }

  private copy(section: Section, contents: Contents, base: number): void {
    const { data } = contents;
    let from = 0;
    let at = base;
    for (const item of section.items) {
      data.set(section.buffer.subarray(from, item.pos), at);
      at += item.pos - from;
      from = item.pos;
      this.item(item, contents, at);
      at += item.size;
    }
    data.set(section.buffer.subarray(from, section.length), at);
    for (const fixup of section.fixups) {
      const offset = section.offsetOf(fixup.pos, fixup.items);
      if (fixup.kind === FIXUP_SLOT) this.slot(contents, offset, fixup.expression, fixup);
      else if (fixup.kind === FIXUP_IMMEDIATE)
        this.immediate(contents, offset, fixup.expression, fixup.operand, fixup);
      else this.data(contents, offset, fixup.kind, fixup.expression, fixup);
    }
  }

  private item(item: Item, contents: Contents, offset: number): void {
    const { data } = contents;
    switch (item.kind) {
      case ItemKind.align:
        if (item.b !== 0) data.fill(item.b, offset, offset + item.size);
        break;
      case ItemKind.org: {
        const value = this.value(item.expression, item);
        if (value === undefined) break;
        const { symbol, minus, constant } = value;
        const inSection =
          symbol === undefined ||
          (symbol.kind === SymbolKind.label && symbol.section!.root === contents.section);
        if (minus !== undefined || !inSection) {
          this.error('.org needs an offset in this section', item);
        } else if (Number(constant) + (symbol?.offset ?? 0) < offset) {
          this.error(
            `.org ${Number(constant) + (symbol?.offset ?? 0)} goes back; the section is at ${offset} here`,
            item,
          );
        }
        if (item.b !== 0) data.fill(item.b, offset, offset + item.size);
        break;
      }
      case ItemKind.fill: {
        const count = this.constant(item.expression, item, 'the size');
        if (count < 0) this.error(`a size of ${count} bytes, expected 0 or more`, item);
        const unit = BigInt.asUintN(32, BigInt(item.b));
        if (item.b !== 0 && item.a > 0) {
          for (let k = 0; k < item.size; k += item.a) storeWide(data, offset + k, item.a, unit);
        }
        break;
      }
      case ItemKind.uleb:
      case ItemKind.sleb: {
        const signed = item.kind === ItemKind.sleb;
        const value = this.constant(item.expression, item, 'a LEB128 number');
        if (!signed && value < 0) this.error(`unsigned LEB128 number ${value}, expected 0 or more`, item);
        const bytes = leb128(!signed && value < 0 ? 0 : value, signed);
        // The item may be longer than needed now: continuation bytes pad it.
        for (let k = 0; k < item.size; k++) {
          const last = k === item.size - 1;
          const fill = signed && value < 0 ? 0x7f : 0;
          data[offset + k] = k < bytes.length ? bytes[k]! | (last ? 0 : 0x80) : fill | (last ? 0 : 0x80);
        }
        break;
      }
      case ItemKind.branch:
        this.branch(item, contents, offset);
        break;
      case ItemKind.call:
      case ItemKind.jump:
        this.callOrJump(item, contents, offset);
        break;
      case ItemKind.loop:
        if (item.size === 2) storeWord(data, offset, instructionOf('nop.n').match, 2);
        break;
      case ItemKind.loopStart:
        if (item.state === 0) {
          storeWord(data, offset, item.a, 3);
          this.slot(contents, offset, item.expression, item);
        } else this.longLoop(item, contents, offset);
        break;
      case ItemKind.pool:
        if (item.size > 0) this.copy(item.pool!, contents, offset + item.a);
        break;
      default:
    }
  }

  private branch(item: Item, contents: Contents, offset: number): void {
    const { data } = contents;
    const wide = item.instruction!;
    const narrowable = wide.name === 'beqz' || wide.name === 'bnez';
    if (item.state === 0) {
      const narrow = instructionOf(`${wide.name}.n`);
      storeWord(data, offset, wordOf(narrow, [item.b, 0]), 2);
      this.slot(contents, offset, item.expression, item);
      return;
    }
    if (item.state === 1) {
      storeWord(data, offset, item.a, 3);
      this.slot(contents, offset, item.expression, item);
      return;
    }
    // The opposite branch over a J.
    const opposite = inverseBranch(wide.name);
    const skip = instructionOf(narrowable ? `${opposite}.n` : opposite);
    let word: number;
    if (narrowable) word = wordOf(skip, [item.b, 0]);
    else {
      word = skip.match;
      wide.operands.forEach((operand, i) => {
        if (operand.kind !== 'pcrel') word |= item.a & operand.mask & skip.operands[i]!.mask;
      });
    }
    const j = instructionOf('j');
    const jumpAt = offset + skip.length;
    storeWord(data, offset, word, skip.length);
    storeWord(data, jumpAt, j.match, 3);
    this.resolveTarget(contents, offset, skip, jumpAt + 3, item);
    if (this.flatBase === undefined) {
      contents.relocations.push({
        offset,
        type: Relocation.SLOT0_OP,
        symbol: contents.section.symbol,
        addend: jumpAt + 3,
      });
    }
    this.slot(contents, jumpAt, item.expression, item);
  }

  private callOrJump(item: Item, contents: Contents, offset: number): void {
    const { data } = contents;
    if (item.state === 0) {
      storeWord(data, offset, item.a, 3);
      this.slot(contents, offset, item.expression, item);
      return;
    }
    const call = item.kind === ItemKind.call;
    // a0 for CALL0, a4, a8, a12 for the others: the register that the call overwrites anyway.
    const register = item.b;
    const l32r = instructionOf('l32r');
    const through = call ? instructionOf(`callx${item.b}`) : instructionOf('jx');
    storeWord(data, offset, wordOf(l32r, [register, 0]), 3);
    storeWord(data, offset + 3, wordOf(through, [register]), 3);
    this.slot(contents, offset, item.literal!, item);
    if (!call || this.flatBase !== undefined) return;
    const value = this.value(item.expression, item);
    if (value?.symbol !== undefined && value.minus === undefined) {
      contents.relocations.push({
        offset,
        type: Relocation.ASM_EXPAND,
        ...this.reference(value.symbol, Number(value.constant)),
      });
    }
  }

  /**
   * A loop whose end LOOP does not reach, as GNU as writes it: the LOOP ends right behind this sequence, which makes that
   * place LBEG and moves LEND to the real end. The count register is restored from LCOUNT.
   */
  private longLoop(item: Item, contents: Contents, offset: number): void {
    const { data } = contents;
    const register = item.b;
    const body = offset + item.size;
    let at = offset;
    const put = (name: string, values: readonly number[]): number => {
      const instruction = instructionOf(name);
      storeWord(data, at, wordOf(instruction, values), instruction.length);
      at += instruction.length;
      return at - instruction.length;
    };
    // LOOPNEZ and LOOPGTZ skip the body here, as their own jump would end behind this sequence.
    const { name } = item.instruction!;
    const skip =
      name === 'loopnez'
        ? put('bnez.n', [register, 0])
        : name === 'loopgtz'
          ? put('bgei', [register, 1, 0])
          : -1;
    if (skip >= 0) {
      const jump = put('j', [0]);
      this.resolveTarget(contents, skip, decode(wordAt(data, skip))!, at, item);
      this.slot(contents, jump, item.expression, item);
    }
    const start = put(name, [register, 0]);
    this.resolveTarget(contents, start, item.instruction!, body, item);
    put('rsr.lend', [register]);
    put('wsr.lbeg', [register]);
    const value = this.value(item.expression, item);
    const distance = value?.symbol === undefined ? 0 : value.symbol.offset + Number(value.constant) - body;
    const high = Math.floor((distance + 128) / 256) * 256;
    if (high > 32512) {
      this.error(`end of ${name} is at a distance of ${distance}, expected at most 32639`, item);
      return;
    }
    put('addi', [register, register, distance - high]);
    put('addmi', [register, register, high]);
    put('wsr.lend', [register]);
    put('isync', []);
    put('rsr.lcount', [register]);
    put('addi', [register, register, 1]);
  }

  /** Symbol and addend of a relocation: local labels are named by their section. */
  private reference(symbol: AsmSymbol, constant: number): { symbol: AsmSymbol; addend: number } {
    if (symbol.kind === SymbolKind.label && symbol.binding === SymbolBinding.local) {
      return { symbol: symbol.section!.root.symbol, addend: symbol.offset + constant };
    }
    return { symbol, addend: constant };
  }

  /** Patches the PC-relative operand of the instruction at an offset, and notes its relocation. */
  private slot(contents: Contents, offset: number, expression: Expression, place: Place): void {
    const value = this.value(expression, place);
    if (value === undefined) return;
    const { symbol, minus } = value;
    const constant = Number(value.constant);
    if (minus !== undefined) {
      this.error(`a target cannot be minus ${nameOf(minus)}`, place);
      return;
    }
    const instruction = decode(wordAt(contents.data, offset))!;
    const base = this.flatBase ?? 0;
    if (symbol === undefined) {
      if (this.flatBase === undefined) {
        contents.relocations.push({ offset, type: Relocation.SLOT0_OP, symbol: undefined, addend: constant });
      } else this.resolveTarget(contents, offset, instruction, (constant - base) >>> 0, place);
      return;
    }
    if (symbol.kind === SymbolKind.label && symbol.section!.root === contents.section) {
      this.resolveTarget(contents, offset, instruction, symbol.offset + constant, place);
      if (this.flatBase !== undefined) return;
    } else if (this.flatBase !== undefined) {
      this.error(`${nameOf(symbol)} is not defined here`, place);
      return;
    }
    contents.relocations.push({ offset, type: Relocation.SLOT0_OP, ...this.reference(symbol, constant) });
  }

  /** Encodes a target given as an offset in the section. */
  private resolveTarget(
    contents: Contents,
    offset: number,
    instruction: Instruction,
    target: number,
    place: Place,
  ): void {
    const { data } = contents;
    const operand = instruction.operands[instruction.pcrel]!;
    const base = this.flatBase ?? 0;
    const pc = base + offset;
    const field = operandField(operand, (base + target) >>> 0, pc);
    if (field < 0) {
      const distance = ((base + target) | 0) - (pcRelativeBase(operand, pc) | 0);
      const hint = instruction.name === 'j' ? '; J.L with a free register reaches everything' : '';
      this.error(
        `target of ${instruction.name} is at a distance of ${distance}, expected ${describeOperand(operand)}${hint}`,
        place,
      );
      return;
    }
    storeWord(data, offset, insertField(operand, wordAt(data, offset), field), instruction.length);
  }

  private immediate(
    contents: Contents,
    offset: number,
    expression: Expression,
    index: number,
    place: Place,
  ): void {
    const instruction = decode(wordAt(contents.data, offset))!;
    const operand = instruction.operands[index]!;
    const constant = this.constant(expression, place, `operand ${index + 1} of ${instruction.name}`);
    const field = operandField(operand, Number(constant), 0);
    if (field < 0) {
      this.error(
        `operand ${index + 1} of ${instruction.name} is ${constant}, expected ${describeOperand(operand)}`,
        place,
      );
      return;
    }
    storeWord(
      contents.data,
      offset,
      insertField(operand, wordAt(contents.data, offset), field),
      instruction.length,
    );
  }

  private data(contents: Contents, offset: number, size: number, expression: Expression, place: Place): void {
    const value = this.value(expression, place);
    if (value === undefined) return;
    const { symbol, minus, constant } = value;
    const { data } = contents;
    if (symbol === undefined && minus === undefined) {
      storeWide(data, offset, size, BigInt(constant));
      return;
    }
    if (symbol === undefined) {
      this.error(`a word cannot be minus ${nameOf(minus!)}`, place);
      return;
    }
    if (this.flatBase !== undefined) {
      if (
        minus === undefined &&
        symbol.kind === SymbolKind.label &&
        symbol.section!.root === contents.section
      ) {
        storeWide(data, offset, size, BigInt(this.flatBase + symbol.offset) + BigInt(constant));
      } else this.error(`${nameOf(symbol)} is not defined here`, place);
      return;
    }
    if (size !== 4) {
      this.error(
        `the address of ${nameOf(symbol)} in ${size} ${size === 1 ? 'byte' : 'bytes'}, expected 4 bytes`,
        place,
      );
      return;
    }
    const reference = this.reference(symbol, Number(constant));
    if (minus === undefined) {
      // GNU's convention for R_XTENSA_32: the offset in a section stands in the word, the offset to a symbol in the addend.
      const inPlace = reference.symbol.type === SymbolType.section;
      if (inPlace) storeWide(data, offset, 4, BigInt(reference.addend));
      contents.relocations.push({
        offset,
        type: Relocation.R32,
        symbol: reference.symbol,
        addend: inPlace ? 0 : reference.addend,
      });
      return;
    }
    if (minus.kind === SymbolKind.label && minus.section!.root === contents.section) {
      const addend = reference.addend + offset - minus.offset;
      contents.relocations.push({ offset, type: Relocation.R32_PCREL, symbol: reference.symbol, addend });
      return;
    }
    this.error(
      `the difference of ${nameOf(symbol)} and ${nameOf(minus)} is not known: they lie in different sections`,
      place,
    );
  }
}

/** How a symbol is called in messages. */
function nameOf(symbol: AsmSymbol): string {
  return symbol.name === '.' ? 'the current address' : symbol.name;
}
