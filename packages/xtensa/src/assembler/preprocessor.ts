/**
 * The part of the C preprocessor that assembly sources (`.S`) use: `#define` with and without parameters, `#undef`,
 * `#include`, `#if` and its relatives, `#error`, `#warning`. The result is read by the assembler; line markers keep
 * file names and lines true.
 */
import type { Assembler } from './assembler.js';
import { AbortError } from './errors.js';
import { evaluateCondition } from './preprocessor-condition.js';
import { SourceFrame, stripComments } from './source.js';

interface Definition {
  /** Undefined for a macro without parameters. */
  readonly parameters: readonly string[] | undefined;
  readonly variadic: boolean;
  readonly body: string;
}

const IDENTIFIER = /[A-Za-z_]\w*/y;
const DIRECTIVE = /^[ \t]*#[ \t]*([a-z_]+)\b[ \t]*(.*)$/s;
const KNOWN = [
  'define',
  'undef',
  'include',
  'if',
  'ifdef',
  'ifndef',
  'elif',
  'else',
  'endif',
  'error',
  'warning',
  'pragma',
  'line',
  'ident',
];

/** The text of a source after preprocessing. */
export function preprocess(a: Assembler, name: string, text: string): string {
  return new Preprocessor(a).run(name, text);
}

class Preprocessor {
  private readonly definitions = new Map<string, Definition>();
  private readonly out: string[] = [];
  private written = 0;
  private frame!: SourceFrame;
  private work = 0;

  constructor(private readonly a: Assembler) {
    const plain = (body: string): Definition => ({ parameters: undefined, variadic: false, body });
    for (const name of [
      '__ASSEMBLER__',
      '__XTENSA__',
      '__xtensa__',
      '__XTENSA_WINDOWED_ABI__',
      '__XTENSA_EL__',
    ]) {
      this.definitions.set(name, plain('1'));
    }
    for (const [name, value] of Object.entries(a.options.defines ?? {}))
      this.definitions.set(name, plain(String(value)));
  }

  run(name: string, text: string): string {
    this.file(name, text, undefined);
    return this.out.join('');
  }

  private emit(text: string): void {
    this.written += text.length + 1;
    if (this.written > this.a.limits.expandedText) {
      throw new AbortError(`preprocessing gives more than ${this.a.limits.expandedText} characters`);
    }
    this.out.push(text, '\n');
  }

  private error(message: string, severity: 'error' | 'warning' = 'error'): void {
    this.a.report(severity, message, this.frame, this.frame.line, 0);
  }

  private file(name: string, text: string, parent: SourceFrame | undefined): void {
    const frame = new SourceFrame(name, text, 1, parent, undefined);
    if (frame.depth > this.a.limits.nesting)
      throw new AbortError(`#include nested more than ${this.a.limits.nesting} deep`);
    const outer = this.frame as SourceFrame | undefined;
    this.frame = frame;
    this.a.frame = frame;
    if (parent !== undefined) this.emit(`# 1 "${name}"`);
    const lines = stripComments(text, false).split('\n');
    /** Open conditionals: whether this branch is read, one was taken, and the outside is read. */
    const stack: { active: boolean; taken: boolean; outer: boolean; line: number }[] = [];
    for (let i = 0; i < lines.length; i++) {
      frame.line = i + 1;
      let line = lines[i]!;
      const first = i;
      if (line.endsWith('\\')) {
        const parts = [];
        for (; lines[i]!.endsWith('\\') && i + 1 < lines.length; i++) parts.push(lines[i]!.slice(0, -1));
        line = parts.join('') + lines[i]!;
      }
      const active = stack.at(-1)?.active ?? true;
      const match = DIRECTIVE.exec(line);
      if (match !== null && KNOWN.includes(match[1]!)) {
        const ends = i === lines.length - 1 ? i - first : i - first + 1;
        this.directive(match[1]!, match[2]!.trim(), active, stack, name);
        for (let k = 0; k < ends; k++) this.emit('');
        if (match[1] === 'include' && active) this.emit(`# ${i + 2} "${name}"`);
        continue;
      }
      if (active) this.emit(/^[ \t]*#/.test(line) ? line : this.expand(line, new Set()));
      else this.emit('');
      for (let k = first; k < i; k++) this.emit('');
    }
    for (const open of stack) {
      frame.line = open.line;
      this.error('#if without #endif');
    }
    if (outer !== undefined) {
      this.frame = outer;
      this.a.frame = outer;
    }
  }

  private directive(
    word: string,
    rest: string,
    active: boolean,
    stack: { active: boolean; taken: boolean; outer: boolean; line: number }[],
    name: string,
  ): void {
    switch (word) {
      case 'if':
      case 'ifdef':
      case 'ifndef': {
        const value =
          active &&
          (word === 'if'
            ? this.condition(rest)
            : this.definitions.has(rest.split(/\W/)[0]!) === (word === 'ifdef'));
        stack.push({ active: value, taken: value, outer: active, line: this.frame.line });
        return;
      }
      case 'elif':
      case 'else': {
        const top = stack.at(-1);
        if (top === undefined) {
          this.error(`#${word} without #if`);
          return;
        }
        top.active = top.outer && !top.taken && (word === 'else' || this.condition(rest));
        top.taken ||= top.active;
        return;
      }
      case 'endif':
        if (stack.pop() === undefined) this.error('#endif without #if');
        return;
      default:
    }
    if (!active) return;
    switch (word) {
      case 'define':
        this.define(rest);
        break;
      case 'undef':
        this.definitions.delete(rest.split(/\W/)[0]!);
        break;
      case 'include': {
        const match = /^["<]([^">]+)[">]/.exec(
          rest.startsWith('"') || rest.startsWith('<') ? rest : this.expand(rest, new Set()),
        );
        const file = match?.[1];
        const text = file === undefined ? undefined : this.a.options.include?.(file);
        if (text === undefined)
          this.error(`cannot include ${file === undefined ? rest : `"${file}"`}: no such file was given`);
        else this.file(file!, text, this.frame);
        break;
      }
      case 'error':
        this.error(`#error ${rest}`);
        break;
      case 'warning':
        this.error(`#warning ${rest}`, 'warning');
        break;
      default:
        void name; // #pragma, #line and #ident say nothing to the assembler.
    }
  }

  private condition(text: string): boolean {
    const defined = text.replace(
      /\bdefined\s*(?:\(\s*([A-Za-z_]\w*)\s*\)|([A-Za-z_]\w*))/g,
      (_w, x?: string, y?: string) => (this.definitions.has((x ?? y)!) ? '1' : '0'),
    );
    try {
      return evaluateCondition(this.expand(defined, new Set())) !== 0n;
    } catch (error) {
      if (error instanceof AbortError || !(error instanceof Error)) throw error;
      this.error(`#if: ${error.message}`);
      return false;
    }
  }

  private define(rest: string): void {
    const match = /^([A-Za-z_]\w*)(\(([^)]*)\))?\s*(.*)$/s.exec(rest);
    if (match === null) {
      this.error('#define needs a name');
      return;
    }
    const parameters =
      match[2] === undefined
        ? undefined
        : match[3]!
            .split(',')
            .map((p) => p.trim())
            .filter((p) => p !== '');
    const variadic = parameters?.at(-1)?.endsWith('...') ?? false;
    if (variadic) {
      const last = parameters!.pop()!.slice(0, -3).trim();
      parameters!.push(last === '' ? '__VA_ARGS__' : last);
    }
    // Long runs of blanks would cost the patterns of `apply` their square.
    const body = match[4]!.trim().replace(/[ \t]{32,}/g, ' ');
    this.definitions.set(match[1]!, { parameters, variadic, body });
  }

  /** Replaces macros in a line; `hidden` are the macros that are being expanded. */
  private expand(text: string, hidden: ReadonlySet<string>): string {
    this.work += text.length + 1;
    if (this.work > this.a.limits.readText) throw new AbortError('preprocessor macros expand without end');
    if (hidden.size > 200) throw new AbortError('preprocessor macros nested more than 200 deep');
    let result = '';
    let pos = 0;
    while (pos < text.length) {
      const c = text[pos]!;
      if (c === '"') {
        const string = /"(?:[^"\\]|\\.)*"?/y;
        string.lastIndex = pos;
        const found = string.exec(text)![0];
        result += found;
        pos += found.length;
        continue;
      }
      if (/[0-9]/.test(c)) {
        const number = /[0-9][\w.]*/y;
        number.lastIndex = pos;
        const found = number.exec(text)![0];
        result += found;
        pos += found.length;
        continue;
      }
      IDENTIFIER.lastIndex = pos;
      const name = IDENTIFIER.exec(text)?.[0];
      if (name === undefined) {
        result += c;
        pos++;
        continue;
      }
      pos += name.length;
      const definition = this.definitions.get(name);
      if (definition === undefined || hidden.has(name)) {
        if (name === '__LINE__') result += String(this.frame.line);
        else if (name === '__FILE__') result += `"${this.frame.file}"`;
        else result += name;
        continue;
      }
      const inner = new Set(hidden).add(name);
      if (definition.parameters === undefined) {
        result += this.expand(definition.body, inner);
        continue;
      }
      const call = readCall(text, pos);
      this.work += (call?.end ?? text.length) - pos;
      if (this.work > this.a.limits.readText) throw new AbortError('preprocessor macros expand without end');
      if (call === undefined) {
        result += name;
        continue;
      }
      pos = call.end;
      result += this.expand(this.apply(definition, call.args, hidden), inner);
      if (result.length > this.a.limits.expandedText)
        throw new AbortError('a preprocessor macro expands to too much text');
    }
    return result;
  }

  /** The body of a macro with its arguments put in; `#x` makes a string, `##` joins. */
  private apply(definition: Definition, args: readonly string[], hidden: ReadonlySet<string>): string {
    const parameters = definition.parameters!;
    const raw = (index: number): string =>
      definition.variadic && index === parameters.length - 1
        ? args.slice(index).join(', ')
        : (args[index] ?? '');
    const body = definition.body.replace(/\s*##\s*/g, '##');
    return body
      .replace(
        /(#(?!#))?\s*\b([A-Za-z_]\w*)\b(?=(##)?)/g,
        (whole, hash: string | undefined, name: string, joined: string | undefined, at: number) => {
          const index = parameters.indexOf(name);
          if (index < 0) return whole;
          if (hash !== undefined && body[at - 1] !== '#') return `"${raw(index).replace(/["\\]/g, '\\$&')}"`;
          const lead = whole.slice(0, whole.length - name.length);
          const pasted =
            joined !== undefined || body.slice(Math.max(0, at - 2), at + lead.length).endsWith('##');
          return lead + (pasted ? raw(index) : this.expand(raw(index), hidden));
        },
      )
      .replaceAll('##', '');
  }
}

/** Arguments of a macro call whose parenthesis may follow after blanks. */
function readCall(text: string, from: number): { args: string[]; end: number } | undefined {
  let pos = from;
  while (text[pos] === ' ' || text[pos] === '\t') pos++;
  if (text[pos] !== '(') return undefined;
  const args: string[] = [];
  let depth = 0;
  let start = ++pos;
  for (; pos < text.length; pos++) {
    const c = text[pos]!;
    if (c === '"') {
      const close = text.indexOf('"', pos + 1);
      if (close < 0) return undefined;
      pos = close;
    } else if (c === '(') depth++;
    else if (c === ')' && depth-- === 0) {
      args.push(text.slice(start, pos).trim());
      return { args, end: pos + 1 };
    } else if (c === ',' && depth === 0) {
      args.push(text.slice(start, pos).trim());
      start = pos + 1;
    }
  }
  return undefined;
}
