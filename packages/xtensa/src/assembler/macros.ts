/** Macros and repetitions: their bodies are kept as text, arguments are put in, and the result is read as a source. */
import type { Assembler } from './assembler.js';
import type { Directive } from './directives.js';
import { AbortError, StatementError } from './errors.js';
import { SourceFrame } from './source.js';

interface Parameter {
  readonly name: string;
  readonly defaultValue: string;
  readonly required: boolean;
  readonly rest: boolean;
}

/** A macro's definition. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: string;
  readonly file: string;
  /** Line of the body's first line. */
  readonly line: number;
  /** Names that each expansion makes unique (`LOCAL`). */
  readonly locals: readonly string[];
}

interface Block {
  readonly body: string;
  readonly line: number;
}

/** Takes the lines up to the closing directive and leaves the position behind it. */
function takeBlock(
  a: Assembler,
  f: SourceFrame,
  opener: RegExp,
  closer: RegExp,
  what: string,
  start: number,
): Block {
  a.skipLine(f);
  const { text } = f;
  const bodyStart = Math.min(f.pos + 1, text.length);
  const line = f.line + 1;
  let depth = 0;
  let at = bodyStart;
  let lines = 0;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const first = /^\s*(?:[\w.$]+:\s*)*(\.\w+)/
      .exec(text.slice(at, Math.min(end, at + 200)))?.[1]
      ?.toLowerCase();
    lines++;
    if (first !== undefined) {
      if (opener.test(first)) depth++;
      else if (closer.test(first)) {
        if (depth === 0) {
          f.line += lines;
          f.lineStart = at;
          f.pos = end;
          return { body: text.slice(bodyStart, at), line };
        }
        depth--;
      }
    }
    at = end + 1;
  }
  f.pos = text.length;
  throw new StatementError(`${what} without its end`, start);
}

const MACRO = /^\.macro$/;
const END_MACRO = /^\.endm$/;
const REPEAT = /^\.(rept?|irp|irpc)$/;
const END_REPEAT = /^\.endr$/;

/** Bounds that no sensible macro meets; what is done with these lists takes time by their product. */
const MAX_NAME = 256;
const MAX_PARAMETERS = 200;

const SUBSTITUTION = /\\(?:@|\(\)|\+|([A-Za-z_.$][\w.$]*))/g;

/** The body with `\name`, `\@` and `\()` replaced. Names that are no parameter stay as they are. */
function substitute(
  body: string,
  argument: (name: string) => string | undefined,
  counter: number,
  locals: readonly string[],
): string {
  let text = body.replace(SUBSTITUTION, (whole, name: string | undefined) => {
    if (name === undefined) return whole === '\\@' ? String(counter) : whole === '\\()' ? '' : '0';
    if (name.length > MAX_NAME) return whole;
    // `\arg.suffix`: the longest prefix that is a parameter counts.
    let end = name.length;
    for (;;) {
      const value = argument(name.slice(0, end));
      if (value !== undefined) return value + name.slice(end);
      end = Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('$', end - 1));
      if (end <= 0) return whole;
    }
  });
  if (locals.length > 0) {
    const pattern = new RegExp(
      `(?<![\\w.$])(${locals.map((l) => l.replace(/[.$]/g, '\\$&')).join('|')})(?![\\w$])`,
      'g',
    );
    text = text.replace(pattern, (_whole, name: string) => `.LL${counter}_${name}`);
  }
  return text;
}

function define(a: Assembler, f: SourceFrame, start: number): void {
  const name = a.expectName(f, "the macro's name");
  a.skipComma(f);
  const parameters: Parameter[] = [];
  while (!a.atEnd(f)) {
    const at = f.pos;
    const parameter = a.expectName(f, 'a parameter');
    let required = false;
    let rest = false;
    let defaultValue = '';
    if (f.text[f.pos] === ':') {
      f.pos++;
      const qualifier = a.expectName(f, 'req or vararg');
      if (qualifier !== 'req' && qualifier !== 'vararg') {
        throw new StatementError(`unknown qualifier "${qualifier}", expected req or vararg`, at);
      }
      required = qualifier === 'req';
      rest = qualifier === 'vararg';
    }
    a.skipBlanks(f);
    if (f.text[f.pos] === '=') {
      f.pos++;
      defaultValue = readArgument(a, f);
    }
    if (parameters.some((p) => p.name === parameter))
      throw new StatementError(`parameter ${parameter} twice`, at);
    parameters.push({ name: parameter, defaultValue, required, rest });
    if (parameters.length > MAX_PARAMETERS)
      throw new StatementError(`more than ${MAX_PARAMETERS} parameters`, at);
    a.skipComma(f);
  }
  const block = takeBlock(a, f, MACRO, END_MACRO, `.macro ${name}`, start);
  const locals: string[] = [];
  const body = block.body.replace(/^([ \t]*)LOCAL[ \t]+([^\n]*)$/gim, (_whole, _indent, names: string) => {
    locals.push(...names.split(/[\s,]+/).filter((n) => /^[A-Za-z_.$][\w.$]*$/.test(n)));
    return '';
  });
  if (locals.length > MAX_PARAMETERS)
    throw new StatementError(`more than ${MAX_PARAMETERS} LOCAL names`, start);
  const key = name.toLowerCase();
  if (a.macros.has(key))
    throw new StatementError(`macro ${name} is defined already; .purgem forgets it`, start);
  a.macros.set(key, { name, parameters, body, file: f.file, line: block.line, locals });
}

/**
 * One macro argument: up to a comma or a blank, where blanks beside operators and inside parentheses belong to it.
 * Quotes around an argument are taken off.
 */
function readArgument(a: Assembler, f: SourceFrame): string {
  a.skipBlanks(f);
  const { text } = f;
  let pos = f.pos;
  if (text[pos] === '"') {
    let value = '';
    for (pos++; pos < text.length && text[pos] !== '"' && text[pos] !== '\n'; pos++) {
      if (text[pos] === '\\' && (text[pos + 1] === '"' || text[pos + 1] === '\\')) pos++;
      value += text[pos]!;
    }
    if (text[pos] !== '"') throw new StatementError('string without its closing quote', f.pos);
    f.pos = pos + 1;
    return value;
  }
  const start = pos;
  let depth = 0;
  for (; pos < text.length; pos++) {
    const c = text[pos]!;
    if (c === '\n' || c === ';') break;
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === ',' && depth <= 0) break;
    else if (c === '"') {
      const close = text.indexOf('"', pos + 1);
      if (close > 0) pos = close;
    } else if ((c === ' ' || c === '\t') && depth <= 0) {
      let next = pos;
      while (text[next] === ' ' || text[next] === '\t') next++;
      const before = text[pos - 1] ?? '';
      const after = text[next] ?? '\n';
      if (after === '\n' || after === ';' || after === ',') break;
      if (!/[-+*/|&^<>=!%~(]/.test(before) && !/[-+*/|&^<>=!%)]/.test(after)) break;
      pos = next - 1;
    }
  }
  f.pos = pos;
  return text.slice(start, pos).trim();
}

/** Reads the arguments of a macro call and starts reading its expansion. */
export function expandMacro(a: Assembler, f: SourceFrame, macro: Macro): void {
  const values = new Map<string, string>();
  let positional = 0;
  const callStart = f.pos;
  let count = 0;
  while (!a.atEnd(f)) {
    if (++count > 2 * MAX_PARAMETERS)
      throw new StatementError(`more than ${2 * MAX_PARAMETERS} arguments`, f.pos);
    const keyword = /^([A-Za-z_.$][\w.$]*)\s*=(?!=)/.exec(f.text.slice(f.pos, f.pos + 200));
    const named = keyword === null ? undefined : macro.parameters.find((p) => p.name === keyword[1]);
    if (named !== undefined) {
      f.pos += keyword![0].length;
      values.set(named.name, readArgument(a, f));
    } else {
      const parameter = macro.parameters[positional++];
      if (parameter === undefined) {
        throw new StatementError(`too many arguments: ${macro.name} takes ${macro.parameters.length}`, f.pos);
      }
      const before = f.pos;
      values.set(parameter.name, parameter.rest ? a.restOfStatement(f) : readArgument(a, f));
      if (f.pos === before && f.text[f.pos] !== ',') f.pos++; // A stray character must not be read for ever.
    }
    a.skipComma(f);
  }
  for (const parameter of macro.parameters) {
    if ((values.get(parameter.name) ?? '') !== '') continue;
    if (parameter.required) {
      throw new StatementError(`${macro.name} needs a value for its parameter ${parameter.name}`, callStart);
    }
    values.set(parameter.name, parameter.defaultValue);
  }
  const counter = a.macroCounter++;
  const text = substitute(macro.body, (name) => values.get(name), counter, macro.locals);
  const frame = new SourceFrame(macro.file, text, macro.line, f, macro.name);
  a.push(frame);
}

const MAX_REPEAT = 10_000_000;

const rept: Directive = (a, f, start) => {
  const count = a.parseConstant(f, 'the count');
  a.endStatement(f);
  const block = takeBlock(a, f, REPEAT, END_REPEAT, '.rept', start);
  if (count < 0) throw new StatementError(`count ${count}, expected 0 or more`, f.pos);
  if (count > MAX_REPEAT) throw new AbortError(`.rept ${count}: expected at most ${MAX_REPEAT}`);
  if (count === 0) return;
  const text = block.body.replaceAll('\\+', '0');
  const frame = new SourceFrame(f.file, text, block.line, f, '.rept');
  frame.repeat = count - 1;
  a.push(frame);
};

const irp =
  (characters: boolean): Directive =>
  (a, f, start) => {
    const name = a.expectName(f, 'a symbol to replace');
    a.skipComma(f);
    const values: string[] = [];
    if (characters) {
      const list = a.restOfStatement(f).replace(/^"(.*)"$/s, '$1');
      values.push(...list.replace(/\s/g, ''));
    } else {
      while (!a.atEnd(f)) {
        const before = f.pos;
        values.push(readArgument(a, f));
        if (!a.skipComma(f) && f.pos === before) f.pos++;
      }
    }
    const block = takeBlock(a, f, REPEAT, END_REPEAT, characters ? '.irpc' : '.irp', start);
    if (values.length === 0) values.push('');
    if (values.length * block.body.length > a.limits.expandedText) {
      throw new AbortError(`macros expand to more than ${a.limits.expandedText} characters`);
    }
    const texts = values.map((value) =>
      substitute(block.body, (n) => (n === name ? value : undefined), a.macroCounter, []),
    );
    const label = characters ? '.irpc' : '.irp';
    const frame = new SourceFrame(f.file, texts.shift()!, block.line, f, label);
    frame.more = texts.reverse();
    a.push(frame);
  };

export const MACRO_DIRECTIVES: Record<string, Directive> = {
  '.macro': define,
  '.endm': (_a, _f, start) => {
    throw new StatementError('.endm without .macro', start);
  },
  '.exitm': (a, f, start) => {
    let frame: SourceFrame = f;
    while (frame.macro === undefined || frame.macro.startsWith('.')) {
      if (frame.parent === undefined) throw new StatementError('.exitm outside a macro', start);
      frame = frame.parent;
    }
    // Leave the repetitions inside the macro too.
    while (a.frame !== frame) {
      a.conditionals.length = a.frame.conditionals;
      a.frame = a.frame.parent!;
    }
    a.conditionals.length = frame.conditionals;
    frame.repeat = 0;
    frame.more = [];
    frame.pos = frame.text.length;
  },
  '.purgem': (a, f, start) => {
    const name = a.expectName(f, "the macro's name");
    if (!a.macros.delete(name.toLowerCase())) throw new StatementError(`no macro ${name}`, start);
  },
  '.rept': rept,
  '.rep': rept,
  '.irp': irp(false),
  '.irpc': irp(true),
  '.endr': (_a, _f, start) => {
    throw new StatementError('.endr without .rept, .irp or .irpc', start);
  },
};
