/** `.if` and its relatives. Skipped branches are not parsed, only searched for the directive that ends them. */
import type { Assembler } from './assembler.js';
import type { Directive } from './directives.js';
import { StatementError } from './errors.js';
import { SymbolKind } from './section.js';
import type { SourceFrame } from './source.js';

function open(a: Assembler, f: SourceFrame, taken: boolean, start: number): void {
  if (a.conditionals.length > 1000)
    throw new StatementError('conditionals nested more than 1000 deep', start);
  a.conditionals.push({ frame: f, line: f.line, taken, elseSeen: false });
  if (!taken) {
    a.restOfStatement(f);
    skip(a, f);
  }
}

/** Skips statements up to the `.else`, `.elseif` or `.endif` that belongs to the open conditional. */
function skip(a: Assembler, f: SourceFrame): void {
  const conditional = a.conditionals.at(-1)!;
  const { text } = f;
  let depth = 0;
  const word = /[ \t\r]*(?:[\w.$]+:[ \t]*)*\.(if\w*|else|elseif|endif)\b/iy;
  for (;;) {
    const newline = text.indexOf('\n', f.pos);
    if (newline < 0) {
      f.pos = text.length;
      return; // The frame's end reports the missing .endif.
    }
    f.pos = f.lineStart = newline + 1;
    f.line++;
    word.lastIndex = f.pos;
    const match = word.exec(text);
    if (match === null) continue;
    const name = match[1]!.toLowerCase();
    if (name.startsWith('if')) depth++;
    else if (name === 'endif') {
      if (depth > 0) {
        depth--;
        continue;
      }
      a.conditionals.pop();
      f.pos = word.lastIndex;
      return;
    } else if (depth === 0) {
      if (conditional.elseSeen) throw new StatementError(`.${name} after .else`, f.pos);
      f.pos = word.lastIndex;
      if (name === 'else') {
        conditional.elseSeen = true;
        if (conditional.taken) continue;
      } else {
        if (conditional.taken) continue;
        const value = a.parseConstant(f, 'the condition');
        if (value === 0) continue;
      }
      conditional.taken = true;
      return;
    }
  }
}

/** A conditional that is open in this frame, for `.else` and `.endif`. */
function current(
  a: Assembler,
  f: SourceFrame,
  name: string,
  start: number,
): Assembler['conditionals'][number] {
  const conditional = a.conditionals.at(-1);
  if (conditional === undefined || a.conditionals.length <= f.conditionals) {
    throw new StatementError(`${name} without .if in this file or macro`, start);
  }
  return conditional;
}

const otherBranch =
  (name: string): Directive =>
  (a, f, start) => {
    const conditional = current(a, f, name, start);
    if (conditional.elseSeen) throw new StatementError(`${name} after .else`, start);
    // The branch before this one was taken, so everything up to .endif is skipped.
    if (name === '.else') conditional.elseSeen = true;
    conditional.taken = true;
    a.restOfStatement(f);
    skip(a, f);
  };

const compare =
  (test: (value: number) => boolean): Directive =>
  (a, f, start) => {
    const value = a.parseConstant(f, 'the condition');
    open(a, f, test(value), start);
  };

const defined =
  (wanted: boolean): Directive =>
  (a, f, start) => {
    const symbol = a.symbols.get(a.expectName(f, 'a symbol'));
    const isDefined = symbol !== undefined && symbol.kind !== SymbolKind.undefined;
    open(a, f, isDefined === wanted, start);
  };

const blank =
  (wanted: boolean): Directive =>
  (a, f, start) => {
    open(a, f, (a.restOfStatement(f) === '') === wanted, start);
  };

/** `.ifc A,B`: text up to the first comma, and text after it; apostrophes may surround the first one. */
const sameText =
  (wanted: boolean): Directive =>
  (a, f, start) => {
    const text = a.restOfStatement(f);
    const quoted = text.startsWith("'") ? text.indexOf("'", 1) : -1;
    const comma = text.indexOf(',', Math.max(0, quoted));
    if (comma < 0) throw new StatementError('expected two texts with a comma between', start);
    open(a, f, (text.slice(0, comma).trim() === text.slice(comma + 1).trim()) === wanted, start);
  };

const sameString =
  (wanted: boolean): Directive =>
  (a, f, start) => {
    const first = a.parseString(f).join();
    a.expectComma(f);
    open(a, f, (first === a.parseString(f).join()) === wanted, start);
  };

export const CONDITIONAL_DIRECTIVES: Record<string, Directive> = {
  '.if': compare((value) => value !== 0),
  '.ifne': compare((value) => value !== 0),
  '.ifeq': compare((value) => value === 0),
  '.ifgt': compare((value) => value > 0),
  '.ifge': compare((value) => value >= 0),
  '.iflt': compare((value) => value < 0),
  '.ifle': compare((value) => value <= 0),
  '.ifdef': defined(true),
  '.ifndef': defined(false),
  '.ifnotdef': defined(false),
  '.ifb': blank(true),
  '.ifnb': blank(false),
  '.ifc': sameText(true),
  '.ifnc': sameText(false),
  '.ifeqs': sameString(true),
  '.ifnes': sameString(false),
  '.else': otherBranch('.else'),
  '.elseif': otherBranch('.elseif'),
  '.endif': (a, f, start) => {
    current(a, f, '.endif', start);
    a.conditionals.pop();
  },
};
