/**
 * Reading of sources: frames of files and macro expansions, statements one after the other, words, strings, and the
 * diagnostics about them.
 *
 * Invariant: between statements `frame.pos` stands at the start of a statement; a handler leaves it behind its
 * operands, and {@link Scanner.endStatement} checks that the statement ends there.
 */
import { DEFAULT_LIMITS, type AssemblerLimits, type Diagnostic } from './diagnostics.js';
import { AbortError, show, StatementError } from './errors.js';
import { ExpressionError } from './expression.js';
import type { AssemblyOptions } from './options.js';
import { SourceFrame, stripComments } from './source.js';

const NEWLINE = 10;
const SEMICOLON = 59;

/** Character classes: 1 may start a name, 2 digit (may continue one), 4 blank. */
const CLASS = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.$') CLASS[c.charCodeAt(0)] = 1;
for (const c of '0123456789') CLASS[c.charCodeAt(0)] = 2;
for (const c of ' \t\r\f\v') CLASS[c.charCodeAt(0)] = 4;

/** Character class of a UTF-16 code; everything beyond ASCII may be part of a name. */
export const classOf = (c: number): number => (c < 128 ? CLASS[c]! : 1);

/** An open `.if`. */
export interface Conditional {
  readonly frame: SourceFrame;
  readonly line: number;
  /** A branch was taken already. */
  taken: boolean;
  elseSeen: boolean;
}

/** Reads statements; what they mean is up to {@link Scanner.statement}. */
export abstract class Scanner {
  readonly limits: AssemblerLimits;
  readonly diagnostics: Diagnostic[] = [];
  readonly conditionals: Conditional[] = [];
  frame!: SourceFrame;
  /** Set by `.end`: nothing more is read. */
  ended = false;
  private statements = 0;
  private expandedText = 0;
  private readText = 0;
  private errors = 0;

  constructor(readonly options: AssemblyOptions) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  /** Reads one statement, or the end of a line, from the frame's position. */
  protected abstract statement(f: SourceFrame): void;

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
}
