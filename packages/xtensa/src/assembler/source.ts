import type { ExpansionStep } from './diagnostics.js';

/** A text being read: a file, or the expansion of a macro or repetition. */
export class SourceFrame {
  pos = 0;
  /** Line in `file` of the statement being read, from 1. */
  line: number;
  /** Position where that line starts. */
  lineStart = 0;
  /** How often the text is still to be read again. */
  repeat = 0;
  /** Texts to be read after this one (`.irp`). */
  more: string[] = [];
  /** Depth of conditionals when the frame was entered, for `.exitm`. */
  conditionals = 0;
  readonly depth: number;
  /** Line of the parent that called the macro. */
  readonly calledAt: number;

  constructor(
    /** File name as diagnostics show it; line markers change it. */
    public file: string,
    public text: string,
    readonly firstLine: number,
    /** Undefined for the outermost files. */
    readonly parent: SourceFrame | undefined,
    /** Macro or repetition that made the text; undefined for files. */
    readonly macro: string | undefined,
  ) {
    this.line = firstLine;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.calledAt = parent?.line ?? 0;
  }

  /** Where the macros were called that led here, innermost first. */
  expansion(): ExpansionStep[] {
    const outer = this.parent?.expansion() ?? [];
    if (this.macro === undefined || this.parent === undefined) return outer;
    return [{ name: this.macro, file: this.parent.file, line: this.calledAt }, ...outer];
  }

  /** At the end of the text: starts the next repetition; false when there is none. */
  rewind(): boolean {
    if (this.repeat > 0) this.repeat--;
    else if (this.more.length > 0) this.text = this.more.pop()!;
    else return false;
    this.pos = 0;
    this.lineStart = 0;
    this.line = this.firstLine;
    return true;
  }

  /** The source line around a position. */
  lineText(lineStart: number): string {
    const end = this.text.indexOf('\n', lineStart);
    return this.text.slice(lineStart, end < 0 ? undefined : end).trimEnd();
  }
}

const NEWLINE = 10;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const ASTERISK = 42;
const SLASH = 47;
const BACKSLASH = 92;

/**
 * Replaces comments (`#` and `//` to the end of the line, `/* … *​/`) by blanks, so that lines and columns stay. Line
 * markers (`# 12 "file.c"`) at the start of a line are kept. Strings and character constants are left alone.
 *
 * @param hashComments whether `#` starts a comment anywhere; false for text that is still to be preprocessed
 */
export function stripComments(text: string, hashComments = true): string {
  if (!text.includes('#') && !text.includes('/')) return text;
  let result = '';
  let kept = 0;
  let lineIsBlank = true;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c === NEWLINE) {
      lineIsBlank = true;
      continue;
    }
    if (c === QUOTE) {
      for (i++; i < length; i++) {
        const d = text.charCodeAt(i);
        if (d === BACKSLASH) i++;
        else if (d === QUOTE || d === NEWLINE) break;
      }
      if (text.charCodeAt(i) === NEWLINE) i--;
      lineIsBlank = false;
      continue;
    }
    if (c === APOSTROPHE) {
      // 'c, 'c' and '\n': the character after the apostrophe is never the start of a comment.
      i += text.charCodeAt(i + 1) === BACKSLASH ? 2 : text.charCodeAt(i + 1) === NEWLINE ? 0 : 1;
      lineIsBlank = false;
      continue;
    }
    let end = -1;
    if (c === HASH && hashComments) {
      if (lineIsBlank && /^# *\d+ +"/.test(text.slice(i, i + 24))) {
        while (i + 1 < length && text.charCodeAt(i + 1) !== NEWLINE) i++;
        continue;
      }
      end = text.indexOf('\n', i);
      if (end < 0) end = length;
    } else if (c === SLASH) {
      const next = text.charCodeAt(i + 1);
      if (next === SLASH) {
        end = text.indexOf('\n', i);
        if (end < 0) end = length;
      } else if (next === ASTERISK) {
        end = text.indexOf('*/', i + 2);
        end = end < 0 ? length : end + 2;
      }
    }
    if (end >= 0) {
      result += text.slice(kept, i);
      // A comment up to the end of its line leaves nothing; others leave blanks, so that columns stay.
      const next = text.charCodeAt(end);
      if (next !== NEWLINE && !Number.isNaN(next)) result += text.slice(i, end).replace(/[^\n]/g, ' ');
      else if (c === SLASH) result += text.slice(i, end).replace(/[^\n]/g, '');
      kept = end;
      i = end - 1;
      continue;
    }
    if (c !== 32 && c !== 9 && c !== 13) lineIsBlank = false;
  }
  return result + text.slice(kept);
}
