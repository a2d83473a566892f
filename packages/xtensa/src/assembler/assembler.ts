/**
 * The assembler: statements in GNU as syntax are read and fill sections. Addresses are decided afterwards (`layout.ts`),
 * and the object is written by `emit.ts`.
 */
import { Builder } from './builder.js';
import { DIRECTIVES } from './directives.js';
import { show, StatementError } from './errors.js';
import { assembleForm, findForm } from './instructions.js';
import { expandMacro, type Macro } from './macros.js';
import { classOf } from './scanner.js';
import type { SourceFrame } from './source.js';

const NEWLINE = 10;
const SEMICOLON = 59;
const COLON = 58;
const EQUALS = 61;

/** State of one assembly. */
export class Assembler extends Builder {
  readonly macros = new Map<string, Macro>();
  macroCounter = 0;
  /** What `.begin` saved, to be restored by `.end`. */
  readonly regions: { name: string; transform: boolean; longcalls: boolean; prefix: string | undefined }[] =
    [];

  /** Reads one statement, or the end of a line. */
  protected override statement(f: SourceFrame): void {
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
