/**
 * What statements build: symbols, sections with their bytes, items and fixups, literals, line rows.
 */
import { SectionFlag, SectionType } from '../elf/index.js';
import type { FrameDescription } from './cfi.js';
import { AbortError, StatementError } from './errors.js';
import type { Expression } from './expression.js';
import { ExpressionParser } from './expression-parser.js';
import type { AssemblyOptions } from './options.js';
import { AsmSymbol, Item, ItemKind, Section, SymbolKind, type Fixup } from './section.js';
import type { SourceFrame } from './source.js';

/** What objects of the assembler count against the limit of output bytes: they take memory though no output. */
const ITEM_COST = 64;
const FIXUP_COST = 16;
const SYMBOL_COST = 64;
/** Each may come with relocations and literals; the file format numbers 65279 in all. */
const MAX_SECTIONS = 20_000;

/** Symbols and sections of one assembly. */
export abstract class Builder extends ExpressionParser {
  readonly symbols = new Map<string, AsmSymbol>();
  readonly sections: Section[] = [];
  private readonly sectionsByKey = new Map<string, Section>();
  section: Section;
  previousSection: Section;
  readonly sectionStack: { section: Section; previous: Section }[] = [];

  transform: boolean;
  longcalls: boolean;
  literalPrefix: string | undefined;

  /** Numbers of `.file N "name"`; index 0 is the primary file. */
  readonly files: { name: string; directory: string | undefined }[] = [];
  /** Whether the sources bring their own `.loc`. */
  hasLoc = false;
  /** Whether rows are statements; `.loc … is_stmt` changes it for the following ones. */
  locFlags = 1;
  /** A `.loc` waiting for the next instruction: file, line, column, flags. */
  pendingLoc:
    | { file: number; line: number; column: number; flags: number; view: AsmSymbol | 'reset' | undefined }
    | undefined;
  private lastAutoLine = 0;
  private lastAutoFile = '';
  private autoFileNumber = 0;
  /** Name of `.file "name"`, for the symbol table. */
  sourceName: string | undefined;
  /** View numbers asked for by `.loc … view SYMBOL`: section and row. */
  readonly views: { symbol: AsmSymbol | 'reset'; section: Section; row: number }[] = [];

  /** Call frame information of every procedure. */
  readonly frames: FrameDescription[] = [];

  /** LOOP padding that waits for the size of the next instruction. */
  pendingLoop: Item | undefined;
  loopPadding: Item | undefined;
  readonly poolOf = new Map<Section, Section>();

  private readonly localLabels = new Map<number, AsmSymbol>();
  protected readonly forwardLabels = new Map<
    number,
    { symbol: AsmSymbol; frame: SourceFrame; line: number; column: number }
  >();
  private outputBytes = 0;

  constructor(options: AssemblyOptions) {
    super(options);
    this.transform = options.transform ?? true;
    this.longcalls = options.longcalls ?? false;
    const ax = SectionFlag.alloc | SectionFlag.execute;
    const wa = SectionFlag.alloc | SectionFlag.write;
    this.section = this.getSection('.text', SectionType.progbits, ax, 0, undefined);
    this.getSection('.data', SectionType.progbits, wa, 0, undefined);
    this.getSection('.bss', SectionType.nobits, wa, 0, undefined);
    this.previousSection = this.section;
    for (const [name, value] of Object.entries(options.defines ?? {})) {
      const number = Number(value);
      if (!Number.isInteger(number)) continue;
      const symbol = this.getSymbol(name);
      symbol.kind = SymbolKind.expression;
      symbol.expression = number;
      symbol.redefinable = true;
    }
  }

  /** The symbol of a name as an expression; constants set by `.set` are taken at once, as they may change later. */
  use(name: string): Expression {
    const symbol = this.getSymbol(name);
    symbol.referenced = true;
    if (symbol.kind === SymbolKind.expression) {
      const { expression } = symbol;
      if (typeof expression === 'number' || typeof expression === 'bigint') return expression;
      if (symbol.redefinable) return expression;
    }
    return symbol;
  }

  /** A label at the current place. */
  here(): AsmSymbol {
    const symbol = new AsmSymbol('.');
    symbol.define(this.section, this.section.length, this.section.items.length);
    return symbol;
  }

  getSymbol(name: string): AsmSymbol {
    let symbol = this.symbols.get(name);
    if (symbol === undefined) {
      this.countBytes(SYMBOL_COST);
      symbol = new AsmSymbol(name);
      this.symbols.set(name, symbol);
    }
    return symbol;
  }

  private place(): string {
    return `${this.frame.file}:${this.frame.line}`;
  }

  defineLabel(name: string, pos: number): AsmSymbol {
    const symbol = this.getSymbol(name);
    if (symbol.kind !== SymbolKind.undefined) {
      throw new StatementError(
        `${name} is defined already${symbol.definedAt && ` at ${symbol.definedAt}`}`,
        pos,
      );
    }
    symbol.define(this.section, this.section.length, this.section.items.length);
    symbol.definedAt = this.place();
    return symbol;
  }

  protected defineLocalLabel(number: number): void {
    const symbol = this.forwardLabels.get(number)?.symbol ?? new AsmSymbol(`${number}`);
    this.forwardLabels.delete(number);
    symbol.define(this.section, this.section.length, this.section.items.length);
    this.localLabels.set(number, symbol);
  }

  protected useLocalLabel(number: number, forward: boolean, pos: number): AsmSymbol {
    if (!forward) {
      const symbol = this.localLabels.get(number);
      if (symbol === undefined)
        throw new StatementError(`${number}b: no local label ${number}: before this place`, pos);
      return symbol;
    }
    let entry = this.forwardLabels.get(number);
    if (entry === undefined) {
      const { frame } = this;
      entry = { symbol: new AsmSymbol(`${number}f`), frame, line: frame.line, column: this.column(pos) };
      this.forwardLabels.set(number, entry);
    }
    return entry.symbol;
  }

  /** `name = expression`, `.set`, `.equ` (may be given again) and `==`, `.equiv` (only once). */
  assign(name: string, expression: Expression, redefinable: boolean, pos: number): void {
    if (name === '.') {
      this.addItem(ItemKind.org, 0, 0, 0, expression);
      return;
    }
    const symbol = this.getSymbol(name);
    if (
      symbol.kind !== SymbolKind.undefined &&
      !(symbol.kind === SymbolKind.expression && symbol.redefinable && redefinable)
    ) {
      throw new StatementError(
        `${name} is defined already${symbol.definedAt && ` at ${symbol.definedAt}`}`,
        pos,
      );
    }
    if (expression instanceof AsmSymbol && expression.name === '.' && expression.kind === SymbolKind.label) {
      symbol.define(expression.section!, expression.pos, expression.items);
    } else {
      symbol.expression = this.constantNow(expression) ?? expression;
      symbol.kind = SymbolKind.expression;
    }
    symbol.redefinable = redefinable && symbol.kind === SymbolKind.expression;
    symbol.definedAt = this.place();
  }

  /** The section of that name and group, made on first use. */
  getSection(
    name: string,
    type: number,
    flags: number,
    entrySize: number,
    group: string | undefined,
  ): Section {
    const key = `${name}\0${group ?? ''}`;
    let section = this.sectionsByKey.get(key);
    if (section === undefined) {
      if (this.sections.length >= MAX_SECTIONS) throw new AbortError(`more than ${MAX_SECTIONS} sections`);
      section = new Section(name, type, flags, entrySize, group);
      section.isLiterals = /^\.literal(\.|$)|\.literal$/.test(name);
      this.sectionsByKey.set(key, section);
      this.sections.push(section);
    }
    return section;
  }

  findSection(name: string): Section | undefined {
    return this.sectionsByKey.get(`${name}\0`);
  }

  switchTo(section: Section): void {
    this.previousSection = this.section;
    this.section = section;
  }

  /** Counts bytes of output against the limit. */
  countBytes(count: number): void {
    this.outputBytes += count;
    if (this.outputBytes > this.limits.outputBytes) {
      throw new AbortError(`more than ${this.limits.outputBytes} bytes of output`);
    }
  }

  /** Reserves bytes in the current section. */
  reserve(count: number): number {
    this.countBytes(count);
    return this.section.reserve(count);
  }

  /** Adds a variable item at the end of the current section. */
  addItem(
    kind: number,
    a: number,
    b: number,
    c: number,
    expression: Expression,
    instruction?: Item['instruction'],
    column = 0,
    pool?: Section,
  ): Item {
    const { section, frame } = this;
    const item = new Item(
      kind,
      section.length,
      a,
      b,
      c,
      expression,
      instruction,
      pool,
      frame,
      frame.line,
      column,
    );
    section.items.push(item);
    this.countBytes(ITEM_COST);
    return item;
  }

  addFixup(pos: number, kind: number, expression: Expression, operand: number, column: number): void {
    const { section, frame } = this;
    const fixup: Fixup = {
      pos,
      items: section.items.length,
      kind,
      expression,
      operand,
      frame,
      line: frame.line,
      column,
    };
    section.fixups.push(fixup);
    this.countBytes(FIXUP_COST);
  }

  /** Where the literals of a text section go. */
  literalsOf(text: Section): Section {
    if (this.options.textSectionLiterals === true && text.hasCode) {
      const pool = this.poolOf.get(text);
      if (pool !== undefined) return pool;
    }
    if (this.options.textSectionLiterals === true && this.literalPrefix === undefined) {
      return this.poolOf.get(text) ?? this.startPool(text);
    }
    if (this.literalPrefix !== undefined) return this.literalSection(`${this.literalPrefix}.literal`, text);
    return (text.literals ??= this.literalSection(literalSectionName(text.name), text));
  }

  private literalSection(name: string, text: Section): Section {
    const flags = SectionFlag.alloc | SectionFlag.execute;
    const section = this.getSection(name, SectionType.progbits, flags, 0, text.group);
    section.align = Math.max(section.align, 4);
    return section;
  }

  /** Opens a pool for the literals of the following code at the current place of a text section. */
  startPool(text: Section): Section {
    const pool = new Section(text.name, SectionType.progbits, text.flags, 0, text.group);
    pool.host = text;
    pool.hostItem = text.items.length;
    const { section } = this;
    this.section = text;
    this.addItem(ItemKind.pool, 0, 0, 0, 0, undefined, 0, pool);
    this.section = section;
    text.align = Math.max(text.align, 4);
    this.poolOf.set(text, pool);
    return pool;
  }

  /** Adds a literal word for code of the current section and returns its label. */
  addLiteral(expression: Expression, column: number, text = this.section): AsmSymbol {
    const literals = this.literalsOf(text);
    const { section } = this;
    this.section = literals;
    const label = this.here();
    this.emitData(4, expression, column);
    this.section = section;
    return label;
  }

  /** Appends an integer of `size` bytes, or a fixup for it. */
  emitData(size: number, expression: Expression, column: number): void {
    const pos = this.reserve(size);
    const { section } = this;
    if (section.isNobits) {
      if (expression !== 0)
        throw new StatementError(`data in ${section.name}, which holds none (NOBITS)`, this.frame.pos);
      return;
    }
    if (typeof expression === 'number') {
      const { buffer } = section;
      if (size <= 4) {
        for (let i = 0, v = truncate(expression); i < size; i++, v >>>= 8) buffer[pos + i] = v;
      } else storeWide(buffer, pos, size, BigInt(expression));
    } else if (typeof expression === 'bigint') storeWide(section.buffer, pos, size, expression);
    else this.addFixup(pos, size, expression, 0, column);
  }

  /** Appends an instruction word with its line. */
  emitWord(word: number, length: number): number {
    const { section } = this;
    const pos = this.beginInstruction(length);
    const { buffer } = section;
    buffer[pos] = word;
    buffer[pos + 1] = word >>> 8;
    if (length === 3) buffer[pos + 2] = word >>> 16;
    return pos;
  }

  /** Notes line and alignment of an instruction whose first byte comes next, and reserves its fixed bytes. */
  beginInstruction(length: number): number {
    const { section } = this;
    if (!section.hasCode) {
      if (section.isNobits)
        throw new StatementError(
          `instruction in ${section.name}, which holds no bytes (NOBITS)`,
          this.frame.pos,
        );
      if (this.options.textSectionLiterals === true && !this.poolOf.has(section)) this.startPool(section);
      section.hasCode = true;
      section.align = Math.max(section.align, 4);
    }
    if (this.pendingLoop !== undefined) {
      this.pendingLoop.a = length === 0 ? 3 : length;
      this.pendingLoop = undefined;
    }
    if (this.loopPadding !== undefined) {
      // This is the LOOP itself; the next instruction is the one that must not straddle.
      this.pendingLoop = this.loopPadding;
      this.loopPadding = undefined;
    }
    if (this.hasLoc) {
      if (this.pendingLoc !== undefined) this.flushLoc();
    } else if (this.options.debugLines !== false) this.autoLine();
    return length === 0 ? section.length : this.reserve(length);
  }

  /** Turns a waiting `.loc` into a row at the current place. */
  flushLoc(): void {
    const loc = this.pendingLoc!;
    this.pendingLoc = undefined;
    const { section } = this;
    if (loc.view !== undefined) {
      this.views.push({ symbol: loc.view, section, row: section.lines.length / 6 });
      if (loc.view !== 'reset') {
        loc.view.section = section;
        loc.view.row = section.lines.length / 6;
      }
    }
    section.lines.push(section.length, section.items.length, loc.file, loc.line, loc.column, loc.flags);
  }

  private autoLine(): void {
    let { frame } = this;
    // Code of a macro belongs to the line that calls it.
    while (frame.macro !== undefined && frame.parent !== undefined) frame = frame.parent;
    const { section } = this;
    const { line, file } = frame;
    if (
      section.lines.length > 0 &&
      line === this.lastAutoLine &&
      file === this.lastAutoFile &&
      section === this.lastAutoSection
    )
      return;
    if (file !== this.lastAutoFile) {
      let number = this.files.findIndex((f) => f.name === file);
      if (number < 0) number = this.files.push({ name: file, directory: undefined }) - 1;
      this.autoFileNumber = number;
    }
    this.lastAutoLine = line;
    this.lastAutoFile = file;
    this.lastAutoSection = section;
    section.lines.push(section.length, section.items.length, this.autoFileNumber, line, 0, 1);
  }

  private lastAutoSection: Section | undefined;
}

function truncate(value: number): number {
  return Number.isSafeInteger(value) ? value | 0 : Number(BigInt.asIntN(32, BigInt(value)));
}

/** Stores the low `size` bytes of an integer. */
export function storeWide(buffer: Uint8Array, pos: number, size: number, value: bigint): void {
  let rest = BigInt.asUintN(size * 8, value);
  for (let i = 0; i < size; i++, rest >>= 8n) buffer[pos + i] = Number(rest & 255n);
}

/** Name of the section for the literals of a text section, as GNU as chooses it. */
export function literalSectionName(text: string): string {
  if (text === '.text' || text.startsWith('.text.')) return `.literal${text.slice(5)}`;
  if (text.startsWith('.gnu.linkonce.t.')) return `.gnu.linkonce.literal.${text.slice(16)}`;
  if (text.endsWith('.text')) return `${text.slice(0, -5)}.literal`;
  return `${text}.literal`;
}
