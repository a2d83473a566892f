/**
 * Sections under assembly.
 *
 * A section is one growing buffer of fixed bytes with *items* of variable size between them (alignment, relaxable
 * branches, LEB128 numbers of label differences …). A place is (buffer position, number of items before it); its
 * offset is the position plus the sizes of those items, which layout decides. Nothing is ever moved while parsing.
 */
import { SectionType, SymbolBinding, SymbolType } from '../elf/index.js';
import type { Instruction } from '../isa/index.js';
import type { Expression } from './expression.js';
import type { SourceFrame } from './source.js';

/** What a variable item is. */
export const ItemKind = {
  align: 0,
  org: 1,
  fill: 2,
  uleb: 3,
  sleb: 4,
  /** Conditional branch: narrow, wide, or inverted over a J. */
  branch: 5,
  /** CALLn: direct, or L32R and CALLXn. */
  call: 6,
  /** J.L: J, or L32R and JX through a given register. */
  jump: 7,
  /** Padding before LOOPs so that the first instruction of the body lies in one fetch word. */
  loop: 8,
  /** Literals collected inside a text section. */
  pool: 9,
  /** LOOP, LOOPNEZ or LOOPGTZ; a long way to its end needs LBEG and LEND written by hand. */
  loopStart: 10,
} as const;

/** A piece of variable size. The meaning of `a`, `b`, `c` depends on the kind; see `layout.ts`. */
export class Item {
  size = 0;
  /** How far a relaxable instruction has grown; only ever increases. */
  state = 0;
  /** Literal of an expanded call or jump. */
  literal: AsmSymbol | undefined;

  constructor(
    readonly kind: number,
    /** Position in the section's buffer. */
    readonly pos: number,
    public a: number,
    public b: number,
    readonly c: number,
    readonly expression: Expression,
    readonly instruction: Instruction | undefined,
    readonly pool: Section | undefined,
    readonly frame: SourceFrame,
    readonly line: number,
    readonly column: number,
  ) {}
}

/** Something to patch when addresses are known. */
export interface Fixup {
  readonly pos: number;
  readonly items: number;
  /** Bytes of data, or {@link FIXUP_SLOT} or {@link FIXUP_IMMEDIATE}. */
  readonly kind: number;
  readonly expression: Expression;
  /** Operand number of an immediate. */
  readonly operand: number;
  readonly frame: SourceFrame;
  readonly line: number;
  readonly column: number;
}

/** Fixup of an instruction's PC-relative operand. */
export const FIXUP_SLOT = 16;
/** Fixup of an instruction's immediate operand. */
export const FIXUP_IMMEDIATE = 17;

// Shared by all sections that have no bytes or items yet; never written to.
const NO_BYTES = new Uint8Array(0);
const NO_ITEMS = new Int32Array(1);

/** A section under assembly. */
export class Section {
  buffer: Uint8Array<ArrayBuffer> = NO_BYTES;
  length = 0;
  readonly items: Item[] = [];
  /** `before[i]`: sizes of the items before item i in the current layout. */
  before = NO_ITEMS;
  readonly fixups: Fixup[] = [];
  /** Line rows: position, items, file number, line, column, flags; six numbers each. */
  readonly lines: number[] = [];
  align = 1;
  /** Whether instructions were put in. */
  hasCode = false;
  /** Whether it holds the literals of a text section. */
  isLiterals = false;
  /** Where this section's literals go; made on first use. */
  literals: Section | undefined;
  /** Text section in whose middle this pool of literals lies. */
  host: Section | undefined;
  hostItem = -1;
  readonly symbol: AsmSymbol;

  constructor(
    readonly name: string,
    readonly type: number,
    readonly flags: number,
    readonly entrySize: number,
    readonly group: string | undefined,
  ) {
    this.symbol = new AsmSymbol(name);
    this.symbol.type = SymbolType.section;
    this.symbol.define(this, 0, 0);
  }

  get isNobits(): boolean {
    return this.type === SectionType.nobits;
  }

  /** Makes room for `count` more bytes and returns where they start. NOBITS sections count without a buffer. */
  reserve(count: number): number {
    const start = this.length;
    this.length = start + count;
    if (this.length > this.buffer.length && !this.isNobits) {
      const bigger = new Uint8Array(Math.max(64, this.length, this.buffer.length * 2));
      bigger.set(this.buffer.subarray(0, start));
      this.buffer = bigger;
    }
    return start;
  }

  /** Offset of a place in the current layout, in the file's section (the host's for a pool). */
  offsetOf(pos: number, items: number): number {
    const offset = pos + (this.before[items] ?? this.before[this.before.length - 1]!);
    const host = this.host;
    if (host === undefined) return offset;
    const item = host.items[this.hostItem]!;
    return host.offsetOf(item.pos, this.hostItem) + item.a + offset;
  }

  /** The section of the output file that holds this one. */
  get root(): Section {
    return this.host ?? this;
  }

  /** Total size in the current layout. */
  get size(): number {
    return this.length + (this.before[this.items.length] ?? 0);
  }
}

/** How a symbol got its value. */
export const SymbolKind = { undefined: 0, label: 1, expression: 2, common: 3, view: 4 } as const;

/** A symbol; also a leaf of expressions. */
export class AsmSymbol {
  kind: number = SymbolKind.undefined;
  section: Section | undefined;
  pos = 0;
  items = 0;
  /** Value of an expression symbol. */
  expression: Expression = 0;
  /** Whether `.set` may give it another value. */
  redefinable = false;
  binding: number = SymbolBinding.local;
  /** Whether a directive said the binding (`.local` with `.comm`). */
  explicitLocal = false;
  type: number = SymbolType.none;
  visibility = 0;
  sizeExpression: Expression = 0;
  referenced = false;
  evaluating = false;
  /** Size and alignment of a common symbol. */
  commonSize = 0;
  commonAlign = 1;
  /** Row number of a `.loc … view` symbol. */
  row = 0;
  definedAt = '';

  constructor(readonly name: string) {}

  define(section: Section, pos: number, items: number): void {
    this.kind = SymbolKind.label;
    this.section = section;
    this.pos = pos;
    this.items = items;
  }

  /** Offset of a label in its output section, in the current layout. */
  get offset(): number {
    return this.section!.offsetOf(this.pos, this.items);
  }
}
