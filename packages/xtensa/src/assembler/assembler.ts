/**
 * The assembler's parser: reads statements in GNU as syntax and fills sections. Addresses are decided afterwards
 * (`layout.ts`), and the object is written by `emit.ts`.
 *
 * Invariant: between statements `frame.pos` stands at the start of a statement; a handler leaves it behind its
 * operands, and the loop checks that the statement ends there.
 */
import { SectionFlag, SectionType } from '../elf/index.js';
import type { FrameDescription } from './cfi.js';
import { DEFAULT_LIMITS, type AssemblerLimits, type Diagnostic } from './diagnostics.js';
import { DIRECTIVES } from './directives.js';
import { AbortError, show, StatementError } from './errors.js';
import {
  constantOf,
  Evaluator,
  ExpressionError,
  operation,
  type Expression,
  type Operator,
} from './expression.js';
import { findForm, assembleForm } from './instructions.js';
import { expandMacro, type Macro } from './macros.js';
import { AsmSymbol, Item, ItemKind, Section, SymbolKind, type Fixup } from './section.js';
import { SourceFrame, stripComments } from './source.js';

/** What `assemble` can be told. */
export interface AssemblyOptions {
  /** Contents of a file that a source includes; undefined when there is none. */
  readonly include?: ((name: string) => string | undefined) | undefined;
  /** Bytes of a file that `.incbin` names. */
  readonly includeBinary?: ((name: string) => Uint8Array | undefined) | undefined;
  /** Symbols (`--defsym`) and, for `.S`, preprocessor macros. */
  readonly defines?: Readonly<Record<string, string | number>> | undefined;
  /** Whether instructions may be replaced by shorter or longer ones (GNU's `--no-transform` is false). Default true. */
  readonly transform?: boolean | undefined;
  /** Whether calls to symbols of other sections become L32R and CALLX. Default false. */
  readonly longcalls?: boolean | undefined;
  /** Whether literals go into the text section at `.literal_position` instead of `.literal` sections. Default false. */
  readonly textSectionLiterals?: boolean | undefined;
  /** Whether sources without `.loc` get a line table of their own lines. Default true. */
  readonly debugLines?: boolean | undefined;
  readonly limits?: Partial<AssemblerLimits> | undefined;
}

/** What objects of the assembler count against the limit of output bytes: they take memory though no output. */
const ITEM_COST = 64;
const FIXUP_COST = 16;
const SYMBOL_COST = 64;
/** Each may come with relocations and literals; the file format numbers 65279 in all. */
const MAX_SECTIONS = 20_000;

const NEWLINE = 10;
const SEMICOLON = 59;
const COLON = 58;
const EQUALS = 61;

/** Character classes: 1 may start a name, 2 digit (may continue one), 4 blank. */
const CLASS = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.$') CLASS[c.charCodeAt(0)] = 1;
for (const c of '0123456789') CLASS[c.charCodeAt(0)] = 2;
for (const c of ' \t\r\f\v') CLASS[c.charCodeAt(0)] = 4;

/** Character class of a UTF-16 code; everything beyond ASCII may be part of a name. */
export const classOf = (c: number): number => (c < 128 ? CLASS[c]! : 1);

interface Conditional {
  readonly frame: SourceFrame;
  readonly line: number;
  /** A branch was taken already. */
  taken: boolean;
  elseSeen: boolean;
}

/** State of one assembly. */
export class Assembler {
  readonly limits: AssemblerLimits;
  readonly diagnostics: Diagnostic[] = [];
  readonly symbols = new Map<string, AsmSymbol>();
  readonly sections: Section[] = [];
  private readonly sectionsByKey = new Map<string, Section>();
  section: Section;
  previousSection: Section;
  readonly sectionStack: { section: Section; previous: Section }[] = [];
  readonly macros = new Map<string, Macro>();
  macroCounter = 0;
  readonly conditionals: Conditional[] = [];
  frame!: SourceFrame;

  transform: boolean;
  longcalls: boolean;
  literalPrefix: string | undefined;
  /** What `.begin` saved, to be restored by `.end`. */
  readonly regions: { name: string; transform: boolean; longcalls: boolean; prefix: string | undefined }[] =
    [];

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
  private readonly forwardLabels = new Map<
    number,
    { symbol: AsmSymbol; frame: SourceFrame; line: number; column: number }
  >();
  private statements = 0;
  private expandedText = 0;
  private readText = 0;
  private outputBytes = 0;
  private errors = 0;
  ended = false;

  constructor(readonly options: AssemblyOptions) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
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

  // --- diagnostics -------------------------------------------------------------------------------------------------

  /** Reports at a place of a frame. Too many errors abort. */
  report(
    severity: 'error' | 'warning',
    message: string,
    frame: SourceFrame,
    line: number,
    column: number,
    source = '',
  ): void {
    this.diagnostics.push({
      severity,
      message,
      file: frame.file,
      line,
      column,
      source,
      expansion: frame.expansion(),
    });
    if (severity === 'error' && ++this.errors >= this.limits.errors) {
      throw new AbortError(`too many errors (${this.errors}), the rest is not looked at`);
    }
    if (this.diagnostics.length > this.limits.errors * 10) throw new AbortError('too many warnings');
  }

  /** Reports at a position of the frame that is being read. */
  reportAt(severity: 'error' | 'warning', message: string, pos = this.frame.pos): void {
    const { frame } = this;
    const start = Math.min(frame.lineStart, pos);
    this.report(severity, message, frame, frame.line, pos - start + 1, frame.lineText(start));
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  /** Notes why assembly ended early, at the statement that was being read. */
  abort(message: string): void {
    this.errors++;
    const { frame } = this;
    const place = (frame as SourceFrame | undefined) === undefined ? undefined : frame;
    this.diagnostics.push({
      severity: 'error',
      message,
      file: place?.file ?? '',
      line: place?.line ?? 0,
      column: 0,
      source: '',
      expansion: (place?.expansion() ?? []).slice(0, 10),
    });
  }

  /** Column of a position in the current line. */
  column(pos: number): number {
    return pos - this.frame.lineStart + 1;
  }

  // --- reading -----------------------------------------------------------------------------------------------------

  /** Reads a text as a further source. */
  read(name: string, text: string): void {
    this.frame = new SourceFrame(name, stripComments(text), 1, undefined, undefined);
    this.run();
  }

  /** Reads an included file before the rest of the current one. */
  include(name: string, text: string): void {
    this.push(new SourceFrame(name, stripComments(text), 1, this.frame, undefined));
  }

  /** Starts reading an expansion or included text; it is read before the rest of the current frame. */
  push(frame: SourceFrame): void {
    if (frame.depth > this.limits.nesting) {
      throw new AbortError(`macros and files nested more than ${this.limits.nesting} deep`);
    }
    if (frame.macro !== undefined) {
      this.expandedText += frame.text.length;
      if (this.expandedText > this.limits.expandedText) {
        throw new AbortError(`macros expand to more than ${this.limits.expandedText} characters`);
      }
    }
    frame.conditionals = this.conditionals.length;
    this.frame = frame;
  }

  /** Leaves the current frame; false when it was the outermost one. */
  pop(): boolean {
    const { frame } = this;
    while (this.conditionals.length > frame.conditionals) {
      const open = this.conditionals.pop()!;
      this.report('error', '.if without .endif in this file or macro', open.frame, open.line, 0);
    }
    if (frame.parent === undefined) return false;
    this.frame = frame.parent;
    return true;
  }

  private countStatement(): void {
    if (++this.statements > this.limits.statements) {
      throw new AbortError(`more than ${this.limits.statements} statements`);
    }
  }

  private run(): void {
    for (;;) {
      const f = this.frame;
      const { text } = f;
      const end = text.length;
      let more = f.pos < end;
      while (more) {
        this.countStatement();
        const start = f.pos;
        try {
          this.statement(f);
        } catch (error) {
          if (error instanceof StatementError) {
            this.reportAt('error', error.message, error.pos);
          } else if (error instanceof ExpressionError) {
            this.reportAt('error', error.message, f.pos);
          } else throw error;
          this.skipLine(f);
        }
        this.readText += f.pos - start;
        if (this.readText > this.limits.readText) {
          throw new AbortError(`more than ${this.limits.readText} characters to read, repetitions included`);
        }
        if (this.ended) return;
        if (this.frame !== f) break;
        more = f.pos < end;
      }
      if (this.frame !== f) continue;
      if (f.rewind()) {
        this.countStatement();
        continue;
      }
      if (!this.pop()) return;
    }
  }

  /** Skips to the end of the line without looking at it. */
  skipLine(f: SourceFrame): void {
    const at = f.text.indexOf('\n', f.pos);
    f.pos = at < 0 ? f.text.length : at;
  }

  /** Reads one statement, or the end of a line. */
  private statement(f: SourceFrame): void {
    const { text } = f;
    let pos = f.pos;
    let c = text.charCodeAt(pos);
    for (;;) {
      while (classOf(c) === 4) c = text.charCodeAt(++pos);
      if (c === NEWLINE) {
        f.pos = f.lineStart = pos + 1;
        f.line++;
        return;
      }
      if (c === SEMICOLON || pos >= text.length) {
        f.pos = pos + 1;
        return;
      }
      const start = pos;
      const kind = classOf(c);
      if (kind === 2) {
        // A local label, the only statement that starts with a digit.
        while (classOf(c) === 2) c = text.charCodeAt(++pos);
        if (c !== COLON)
          throw new StatementError(
            'a statement starts with a digit, expected a local label like "1:"',
            start,
          );
        this.defineLocalLabel(Number(text.slice(start, pos)));
        c = text.charCodeAt(++pos);
        continue;
      }
      if (kind !== 1) {
        if (c === 35) return this.lineMarker(f, pos);
        if (c === 34) {
          f.pos = pos;
          const name = this.readName(f);
          if (text.charCodeAt(f.pos) !== COLON)
            throw new StatementError('expected ":" after a quoted label', f.pos);
          this.defineLabel(name, start);
          pos = f.pos + 1;
          c = text.charCodeAt(pos);
          continue;
        }
        throw new StatementError(
          `unexpected ${show(text, pos)}, expected a label, instruction or directive`,
          pos,
        );
      }
      while ((classOf(c) & 3) !== 0 && pos < text.length) c = text.charCodeAt(++pos);
      const name = text.slice(start, pos);
      if (c === COLON) {
        this.defineLabel(name, start);
        c = text.charCodeAt(++pos);
        continue;
      }
      f.pos = pos;
      if (name.charCodeAt(0) === 46) {
        const directive = DIRECTIVES.get(name) ?? DIRECTIVES.get(name.toLowerCase());
        if (directive !== undefined) {
          directive(this, f, start);
          if (this.frame === f && !this.ended) this.endStatement(f);
          return;
        }
      }
      if (this.macros.size > 0) {
        const macro = this.macros.get(name.toLowerCase());
        if (macro !== undefined) return expandMacro(this, f, macro);
      }
      const form = findForm(name);
      if (form !== undefined) {
        assembleForm(this, f, form, start);
        this.endStatement(f);
        return;
      }
      this.skipBlanks(f);
      c = text.charCodeAt(f.pos);
      if (c === EQUALS) {
        const double = text.charCodeAt(f.pos + 1) === EQUALS;
        f.pos += double ? 2 : 1;
        this.assign(name, this.parseExpression(f), !double, start);
        this.endStatement(f);
        return;
      }
      throw new StatementError(
        name.startsWith('.')
          ? `unknown directive ${name}`
          : `unknown instruction ${name}, expected one of the ESP32's LX6, a macro or a directive`,
        start,
      );
    }
  }

  /** `# 12 "file.c"`: the next line is line 12 of that file. */
  private lineMarker(f: SourceFrame, pos: number): void {
    const end = f.text.indexOf('\n', pos);
    const marker = f.text.slice(pos, end < 0 ? undefined : end);
    const match = /^# *(\d+) +"([^"]*)"/.exec(marker);
    f.pos = end < 0 ? f.text.length : end;
    if (match !== null) {
      f.file = match[2]!;
      f.line = Number(match[1]) - 1;
    }
  }

  skipBlanks(f: SourceFrame): void {
    const { text } = f;
    let pos = f.pos;
    while (classOf(text.charCodeAt(pos)) === 4) pos++;
    f.pos = pos;
  }

  /** Whether the statement ends here; skips blanks. */
  atEnd(f: SourceFrame): boolean {
    this.skipBlanks(f);
    const c = f.text.charCodeAt(f.pos);
    return c === NEWLINE || c === SEMICOLON || f.pos >= f.text.length;
  }

  endStatement(f: SourceFrame): void {
    if (!this.atEnd(f))
      throw new StatementError(`unexpected ${show(f.text, f.pos)}, expected the end of the statement`, f.pos);
  }

  /** Skips a comma; false when there is none. */
  skipComma(f: SourceFrame): boolean {
    this.skipBlanks(f);
    if (f.text.charCodeAt(f.pos) !== 44) return false;
    f.pos++;
    this.skipBlanks(f);
    return true;
  }

  expectComma(f: SourceFrame): void {
    if (!this.skipComma(f)) throw new StatementError(`expected a comma, found ${show(f.text, f.pos)}`, f.pos);
  }

  /** A name at the current position (skips blanks), or '' when there is none. */
  readName(f: SourceFrame): string {
    this.skipBlanks(f);
    const { text } = f;
    const start = f.pos;
    let pos = start;
    if (text.charCodeAt(pos) === 34) {
      const close = text.indexOf('"', pos + 1);
      const line = text.indexOf('\n', pos + 1);
      if (close < 0 || (line >= 0 && line < close))
        throw new StatementError('string without its closing quote', pos);
      f.pos = close + 1;
      return text.slice(pos + 1, close);
    }
    if (classOf(text.charCodeAt(pos)) !== 1 || pos >= text.length) return '';
    while (pos < text.length && (classOf(text.charCodeAt(pos)) & 3) !== 0) pos++;
    f.pos = pos;
    return text.slice(start, pos);
  }

  expectName(f: SourceFrame, what: string): string {
    const name = this.readName(f);
    if (name === '') throw new StatementError(`expected ${what}, found ${show(f.text, f.pos)}`, f.pos);
    return name;
  }

  /** Text up to the end of the statement, trimmed. */
  restOfStatement(f: SourceFrame): string {
    this.skipBlanks(f);
    const start = f.pos;
    const { text } = f;
    let pos = start;
    let quoted = false;
    for (; pos < text.length; pos++) {
      const c = text.charCodeAt(pos);
      if (c === NEWLINE) break;
      if (c === 34) quoted = !quoted;
      else if (c === 92 && quoted) pos++;
      else if (c === SEMICOLON && !quoted) break;
    }
    f.pos = Math.min(pos, text.length);
    return text.slice(start, f.pos).trimEnd();
  }

  /** A string in quotes with C escapes, as bytes (UTF-8). */
  parseString(f: SourceFrame): number[] {
    this.skipBlanks(f);
    const { text } = f;
    const start = f.pos;
    if (text.charCodeAt(start) !== 34)
      throw new StatementError(`expected a string in quotes, found ${show(text, start)}`, start);
    const bytes: number[] = [];
    let pos = start + 1;
    for (;;) {
      const c = text.charCodeAt(pos);
      if (pos >= text.length || c === NEWLINE)
        throw new StatementError('string without its closing quote', start);
      if (c === 34) break;
      if (c !== 92) {
        if (c < 128) {
          bytes.push(c);
          pos++;
        } else {
          const character = String.fromCodePoint(text.codePointAt(pos)!);
          bytes.push(...new TextEncoder().encode(character));
          pos += character.length;
        }
        continue;
      }
      const escape = text[pos + 1] ?? '';
      const simple = 'bfnrtv'.indexOf(escape);
      pos += 2;
      if (escape === '') throw new StatementError('string without its closing quote', start);
      if (simple >= 0) bytes.push([8, 12, 10, 13, 9, 11][simple]!);
      else if (escape >= '0' && escape <= '7') {
        let value = Number(escape);
        for (let i = 0; i < 2 && /[0-7]/.test(text[pos] ?? ''); i++) value = value * 8 + Number(text[pos++]);
        bytes.push(value & 255);
      } else if (escape === 'x' || escape === 'X') {
        let value = 0;
        while (/[0-9a-f]/i.test(text[pos] ?? '')) value = ((value << 4) | parseInt(text[pos++]!, 16)) & 255;
        bytes.push(value);
      } else if (escape === '\n') throw new StatementError('string without its closing quote', start);
      else bytes.push(escape.charCodeAt(0) & 255);
    }
    f.pos = pos + 1;
    return bytes;
  }

  // --- expressions -------------------------------------------------------------------------------------------------

  private depth = 0;
  private readonly early = new Evaluator(() => 0);

  /** Parses an expression of lowest precedence. */
  parseExpression(f: SourceFrame): Expression {
    this.skipBlanks(f);
    this.depth = 0;
    // The common cases first: a lone number or symbol.
    const left = this.parsePrimary(f);
    this.skipBlanks(f);
    const c = f.text.charCodeAt(f.pos);
    if (c === 44 || c === NEWLINE || f.pos >= f.text.length) return left;
    return this.parseOperators(f, left, 1);
  }

  private parseOperators(f: SourceFrame, first: Expression, least: number): Expression {
    let left = first;
    for (;;) {
      this.skipBlanks(f);
      const found = operatorAt(f.text, f.pos);
      if (found === undefined || found.rank < least) return left;
      f.pos += found.length;
      if (++this.depth > 200) throw this.tooDeep(f);
      this.skipBlanks(f);
      let right = this.parsePrimary(f);
      right = this.parseOperators(f, right, found.rank + 1);
      this.depth--;
      left = operation(found.operator, left, right);
    }
  }

  private tooDeep(f: SourceFrame): StatementError {
    return new StatementError('expression nested more than 200 deep', f.pos);
  }

  private parsePrimary(f: SourceFrame): Expression {
    const { text } = f;
    const pos = f.pos;
    const c = text.charCodeAt(pos);
    const kind = pos < text.length ? classOf(c) : 0;
    if (kind === 2) return this.parseNumber(f);
    if (kind === 1) {
      let end = pos + 1;
      while (end < text.length && (classOf(text.charCodeAt(end)) & 3) !== 0) end++;
      f.pos = end;
      if (end === pos + 1 && c === 46) return this.here();
      return this.use(text.slice(pos, end));
    }
    const unary = UNARY[c];
    if (unary !== undefined || c === 40) {
      if (++this.depth > 200) throw this.tooDeep(f);
      f.pos++;
      this.skipBlanks(f);
      let result: Expression;
      if (c === 40) {
        result = this.parseOperators(f, this.parsePrimary(f), 1);
        this.skipBlanks(f);
        if (text.charCodeAt(f.pos) !== 41)
          throw new StatementError(`expected ")", found ${show(text, f.pos)}`, f.pos);
        f.pos++;
      } else {
        const operand = this.parsePrimary(f);
        result = unary === 'plus' ? operand : operation(unary!, operand, 0);
      }
      this.depth--;
      return result;
    }
    if (c === 39) return this.parseCharacter(f);
    if (c === 34) return this.use(this.readName(f));
    throw new StatementError(`expected an expression, found ${show(text, pos)}`, pos);
  }

  private parseCharacter(f: SourceFrame): number {
    const { text } = f;
    const start = f.pos;
    let pos = start + 1;
    let value = text.codePointAt(pos) ?? NaN;
    if (pos >= text.length || value === NEWLINE)
      throw new StatementError('expected a character after the apostrophe', start);
    if (value === 92) {
      const escape = text[++pos] ?? '';
      if (escape === '' || escape === '\n')
        throw new StatementError('expected a character after the backslash', start);
      const simple = 'bfnrtv0'.indexOf(escape);
      value = simple >= 0 ? [8, 12, 10, 13, 9, 11, 0][simple]! : escape.charCodeAt(0);
    }
    pos += value > 0xffff ? 2 : 1;
    if (text.charCodeAt(pos) === 39) pos++;
    f.pos = pos;
    return value;
  }

  private parseNumber(f: SourceFrame): Expression {
    const { text } = f;
    const start = f.pos;
    let pos = start;
    let value = 0;
    let c = text.charCodeAt(pos);
    // Decimal numbers of up to 15 digits are exact; everything else takes the general way.
    if (c !== 48) {
      while (classOf(c) === 2) {
        value = value * 10 + (c - 48);
        c = text.charCodeAt(++pos);
      }
      if ((c === 98 || c === 102) && pos - start <= 9 && (classOf(text.charCodeAt(pos + 1)) & 3) === 0) {
        f.pos = pos + 1;
        return this.useLocalLabel(value, c === 102, start);
      }
      if ((classOf(c) & 3) === 0 || pos >= text.length) {
        f.pos = pos;
        return pos - start <= 15 ? value : this.wide(BigInt(text.slice(start, pos)), start);
      }
    }
    while (pos < text.length && (classOf(text.charCodeAt(pos)) & 3) !== 0) pos++;
    const token = text.slice(start, pos);
    f.pos = pos;
    if (token === '0') return 0;
    if (token === '0b' || token === '0f') return this.useLocalLabel(0, token === '0f', start);
    if (/^0x[0-9a-f]+$/i.test(token)) {
      return token.length <= 14 ? parseInt(token, 16) : this.wide(BigInt(token), start);
    }
    if (/^0b[01]+$/i.test(token)) return this.wide(BigInt(token), start);
    if (/^0[0-7]+$/.test(token)) return this.wide(BigInt(`0o${token.slice(1)}`), start);
    throw new StatementError(
      `"${token}" is no number, expected decimal, 0x hexadecimal, 0 octal or 0b binary`,
      start,
    );
  }

  private wide(value: bigint, pos: number): number | bigint {
    if (value > 0xffffffffffffffffn) throw new StatementError('number of more than 64 bits', pos);
    return constantOf(value);
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

  /** The constant value of an expression while parsing; undefined when it is not known yet. */
  constantNow(expression: Expression): number | bigint | undefined {
    if (typeof expression === 'number' || typeof expression === 'bigint') return expression;
    if (!this.early.isKnownNow(expression)) return undefined;
    const value = this.early.evaluate(expression);
    return value.symbol === undefined && value.minus === undefined ? value.constant : undefined;
  }

  /** Parses an expression that must have a constant value now, as a safe integer. */
  parseConstant(f: SourceFrame, what: string): number {
    this.skipBlanks(f);
    const start = f.pos;
    const value = this.constantNow(this.parseExpression(f));
    if (value === undefined)
      throw new StatementError(`${what} must be known here, and it depends on symbols that are not`, start);
    if (typeof value === 'bigint') throw new StatementError(`${what} is ${value}, which is too large`, start);
    return value;
  }

  // --- symbols -----------------------------------------------------------------------------------------------------

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

  private defineLocalLabel(number: number): void {
    const symbol = this.forwardLabels.get(number)?.symbol ?? new AsmSymbol(`${number}`);
    this.forwardLabels.delete(number);
    symbol.define(this.section, this.section.length, this.section.items.length);
    this.localLabels.set(number, symbol);
  }

  private useLocalLabel(number: number, forward: boolean, pos: number): AsmSymbol {
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

  // --- sections ----------------------------------------------------------------------------------------------------

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

  // --- output ------------------------------------------------------------------------------------------------------

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

  /** Reports what can only be said at the end of all sources. */
  finish(): void {
    for (const [number, entry] of this.forwardLabels) {
      this.report(
        'error',
        `${number}f: no local label ${number}: after this place`,
        entry.frame,
        entry.line,
        entry.column,
      );
    }
    for (const region of this.regions)
      this.report('error', `.begin ${region.name} without .end`, this.frame, this.frame.line, 0);
  }
}

const UNARY: (Operator | 'plus' | undefined)[] = [];
UNARY[45] = 'neg';
UNARY[126] = 'not';
UNARY[33] = 'lnot';
UNARY[43] = 'plus';

function truncate(value: number): number {
  return Number.isSafeInteger(value) ? value | 0 : Number(BigInt.asIntN(32, BigInt(value)));
}

/** Stores the low `size` bytes of an integer. */
export function storeWide(buffer: Uint8Array, pos: number, size: number, value: bigint): void {
  let rest = BigInt.asUintN(size * 8, value);
  for (let i = 0; i < size; i++, rest >>= 8n) buffer[pos + i] = Number(rest & 255n);
}

interface OperatorToken {
  readonly operator: Operator;
  readonly rank: number;
  readonly length: number;
}

/** GNU as's ranks: `||` 1, `&&` 2, comparisons 3, `+ -` 4, `| & ^` 5, `* / % << >>` 6. */
const OPERATORS = new Map<string, OperatorToken>(
  (
    [
      ['||', '||', 1], ['&&', '&&', 2], ['==', '==', 3], ['!=', '!=', 3], ['<>', '!=', 3], ['<=', '<=', 3], ['>=', '>=', 3],
      ['<<', '<<', 6], ['>>', '>>', 6], ['<', '<', 3], ['>', '>', 3], ['+', '+', 4], ['-', '-', 4], ['|', '|', 5],
      ['&', '&', 5], ['^', '^', 5], ['*', '*', 6], ['/', '/', 6], ['%', '%', 6],
    ] as const
  ).map(([text, operator, rank]) => [text, { operator, rank, length: text.length }]),
); // prettier-ignore

function operatorAt(text: string, pos: number): OperatorToken | undefined {
  return OPERATORS.get(text.slice(pos, pos + 2)) ?? OPERATORS.get(text[pos] ?? '');
}

/** Name of the section for the literals of a text section, as GNU as chooses it. */
export function literalSectionName(text: string): string {
  if (text === '.text' || text.startsWith('.text.')) return `.literal${text.slice(5)}`;
  if (text.startsWith('.gnu.linkonce.t.')) return `.gnu.linkonce.literal.${text.slice(16)}`;
  if (text.endsWith('.text')) return `${text.slice(0, -5)}.literal`;
  return `${text}.literal`;
}
