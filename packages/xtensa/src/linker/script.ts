/**
 * Linker scripts: the part of GNU ld's language that scripts for the ESP32 use. MEMORY, SECTIONS with input patterns,
 * assignments, PROVIDE, KEEP, SORT, ASSERT, ENTRY; PHDRS and output formats are read and not needed.
 */

/** A script that cannot be read. */
export class LinkerScriptError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'LinkerScriptError';
  }
}

/** An expression of a script. */
export type ScriptExpression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string; readonly line: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly ScriptExpression[];
      readonly line: number;
    }
  | {
      readonly kind: 'operator';
      readonly operator: string;
      readonly args: readonly ScriptExpression[];
      readonly line: number;
    };

/** `NAME (attributes) : ORIGIN = …, LENGTH = …` */
export interface MemoryRegion {
  readonly name: string;
  readonly attributes: string;
  readonly origin: ScriptExpression;
  readonly length: ScriptExpression;
  readonly line: number;
}

/** `file(section…)` inside an output section. */
export interface InputPattern {
  readonly kind: 'input';
  /** Matches the object's name. */
  readonly file: GlobPattern;
  readonly exclude: readonly GlobPattern[];
  /** One entry a pattern between the parentheses. */
  readonly sections: readonly {
    readonly pattern: GlobPattern;
    readonly exclude: readonly GlobPattern[];
    readonly sort: boolean;
  }[];
  readonly common: boolean;
}

/** `symbol = expression;`, PROVIDE, ASSERT. */
export interface Assignment {
  readonly kind: 'assign';
  readonly name: string;
  readonly value: ScriptExpression;
  /** Only when the symbol is referenced and not defined. */
  readonly provide: boolean;
  readonly line: number;
}

export interface Assertion {
  readonly kind: 'assert';
  readonly condition: ScriptExpression;
  readonly message: string;
  readonly line: number;
}

/** BYTE, SHORT, LONG, QUAD. */
export interface ScriptData {
  readonly kind: 'data';
  readonly size: number;
  readonly value: ScriptExpression;
  readonly line: number;
}

/** An output section. */
export interface OutputSectionRule {
  readonly kind: 'section';
  readonly name: string;
  readonly address: ScriptExpression | undefined;
  readonly align: ScriptExpression | undefined;
  readonly loadAddress: ScriptExpression | undefined;
  readonly noload: boolean;
  readonly contents: readonly (InputPattern | Assignment | Assertion | ScriptData)[];
  readonly region: string | undefined;
  readonly loadRegion: string | undefined;
  readonly line: number;
}

export type ScriptStatement = Assignment | Assertion | OutputSectionRule;

/** A parsed script. */
export interface LinkerScript {
  readonly name: string;
  readonly entry: string | undefined;
  readonly memory: readonly MemoryRegion[];
  readonly statements: readonly ScriptStatement[];
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** Position behind the token. */
  readonly end: number;
}

const BLANKS = /(?:\s+|\/\*[\s\S]*?(?:\*\/|$)|#[^\n]*)*/y;
/** Where file and section names stand, `*`, `-` and `/` belong to words … */
const NAMES = /"([^"\n]*)"|<<=|>>=|[-+*/&|]=|[\w.$*?/\\[\]@~^-]+(?::[\w.$*?/\\[\]@~-]+)?|[\s\S]/y;
/** … and in expressions they are operators. */
const EXPRESSIONS = /"([^"\n]*)"|<<=|>>=|&&|\|\||==|!=|<=|>=|<<|>>|[\w.$]+|[\s\S]/y;

/**
 * Parses a linker script.
 *
 * @throws LinkerScriptError
 */
export function parseLinkerScript(name: string, text: string): LinkerScript {
  return new ScriptParser(name, text).parse();
}

/** A file or section pattern with `*`, `?` and `[…]`. */
export class GlobPattern {
  constructor(readonly text: string) {}

  /** Whether a whole name matches; takes time by the product of both lengths at worst. */
  test(name: string): boolean {
    const { text } = this;
    let t = 0;
    let n = 0;
    let star = -1;
    let from = 0;
    while (n < name.length) {
      const c = text[t];
      const width = c === '*' ? 0 : this.matchOne(t, name[n]!);
      if (c === '*') {
        star = t++;
        from = n;
      } else if (width > 0) {
        t += width;
        n++;
      } else if (star >= 0) {
        // Let the last star take one character more.
        t = star + 1;
        n = ++from;
      } else return false;
    }
    while (text[t] === '*') t++;
    return t === text.length;
  }

  /** Characters of the pattern at `t` that match one character, 0 when they do not. */
  private matchOne(t: number, character: string): number {
    const c = this.text[t];
    if (c === '?') return 1;
    const close = c === '[' ? this.text.indexOf(']', t + 2) : -1;
    if (close < 0) return c === character ? 1 : 0;
    const negated = this.text[t + 1] === '!' || this.text[t + 1] === '^';
    let found = false;
    for (let i = t + (negated ? 2 : 1); i < close; i++) {
      if (this.text[i + 1] === '-' && i + 2 < close) {
        found ||= character >= this.text[i]! && character <= this.text[i + 2]!;
        i += 2;
      } else found ||= this.text[i] === character;
    }
    return found !== negated ? close + 1 - t : 0;
  }
}

const RANK: Record<string, number> = {
  '||': 1, '&&': 2, '|': 3, '^': 4, '&': 5, '==': 6, '!=': 6, '<': 7, '>': 7, '<=': 7, '>=': 7, '<<': 8, '>>': 8, '+': 9, '-': 9,
  '*': 10, '/': 10, '%': 10,
}; // prettier-ignore

/** Operators in one expression: they are evaluated by recursion. */
const MAX_TERMS = 1000;

const ASSIGN = ['=', '+=', '-=', '*=', '/=', '&=', '|=', '<<=', '>>='];
class ScriptParser {
  private at = 0;
  private mode = NAMES;
  private depth = 0;
  private terms = 0;
  private entry: string | undefined;
  private readonly memory: MemoryRegion[] = [];
  private readonly statements: ScriptStatement[] = [];

  constructor(
    private readonly name: string,
    private readonly text: string,
  ) {}

  parse(): LinkerScript {
    while (this.peek() !== undefined) this.command();
    return { name: this.name, entry: this.entry, memory: this.memory, statements: this.statements };
  }

  /** Line of the next token; counted on from where it was asked last. */
  private get line(): number {
    this.skipBlanks();
    if (this.at < this.countedTo) {
      this.countedTo = 0;
      this.counted = 1;
    }
    for (
      let i = this.text.indexOf('\n', this.countedTo);
      i >= 0 && i < this.at;
      i = this.text.indexOf('\n', i + 1)
    ) {
      this.counted++;
      this.countedTo = i + 1;
    }
    return this.counted;
  }

  private counted = 1;
  private countedTo = 0;

  private fail(reason: string): never {
    throw new LinkerScriptError(this.name, this.line, reason);
  }

  private skipBlanks(): void {
    BLANKS.lastIndex = this.at;
    BLANKS.exec(this.text);
    this.at = BLANKS.lastIndex;
  }

  /** The token at a position, undefined at the end. */
  private token(): Token | undefined {
    this.skipBlanks();
    if (this.at >= this.text.length) return undefined;
    const { mode } = this;
    mode.lastIndex = this.at;
    const match = mode.exec(this.text)!;
    return { text: match[1] ?? match[0], quoted: match[1] !== undefined, end: mode.lastIndex };
  }

  private peek(): string | undefined {
    return this.token()?.text;
  }

  /** The token after the next one. */
  private peekSecond(): string {
    const { at } = this;
    this.at = this.token()?.end ?? at;
    const text = this.peek() ?? '';
    this.at = at;
    return text;
  }

  private next(): string {
    const token = this.token();
    if (token === undefined) this.fail('the script ends here, expected more');
    this.at = token.end;
    return token.text;
  }

  private accept(text: string): boolean {
    const token = this.token();
    if (token?.text !== text || token.quoted) return false;
    this.at = token.end;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected "${text}", found ${this.found()}`);
  }

  private found(): string {
    const text = this.peek();
    return text === undefined ? 'the end of the script' : `"${text}"`;
  }

  /** A name, or a pattern where those are read. */
  private word(what: string): string {
    const token = this.token();
    if (token === undefined || (!token.quoted && !/[\w.$*?[]/.test(token.text)))
      this.fail(`expected ${what}, found ${this.found()}`);
    this.at = token.end;
    return token.text;
  }

  private command(): void {
    const start = this.peek()!;
    if (this.accept(';')) return;
    switch (start) {
      case 'ENTRY':
        this.next();
        this.expect('(');
        this.entry = this.word('a symbol');
        this.expect(')');
        return;
      case 'MEMORY':
        this.next();
        this.parseMemory();
        return;
      case 'SECTIONS':
        this.next();
        this.expect('{');
        while (!this.accept('}')) this.sectionsStatement();
        return;
      case 'PHDRS':
        this.next();
        this.skipBraces('{', '}');
        return;
      case 'OUTPUT_FORMAT':
      case 'OUTPUT_ARCH':
      case 'SEARCH_DIR':
      case 'GROUP':
      case 'EXTERN':
      case 'TARGET':
        this.next();
        this.skipBraces('(', ')');
        return;
      case 'INCLUDE':
        this.fail('INCLUDE is not supported, expected one script with everything in it');
        break;
      default:
        this.statements.push(this.assignmentOrAssert());
    }
  }

  private skipBraces(open: string, close: string): void {
    this.expect(open);
    for (let depth = 1; depth > 0;) {
      const token = this.next();
      if (token === open) depth++;
      else if (token === close) depth--;
    }
  }

  private parseMemory(): void {
    this.expect('{');
    while (!this.accept('}')) {
      const { line } = this;
      const name = this.word("a region's name");
      let attributes = '';
      if (this.accept('(')) {
        while (!this.accept(')')) attributes += this.next();
      }
      this.expect(':');
      const key = (names: readonly string[]): void => {
        const word = this.next();
        if (!names.includes(word)) this.fail(`expected ${names[0]}, found "${word}"`);
        this.expect('=');
      };
      key(['ORIGIN', 'org', 'o']);
      const origin = this.expression();
      this.expect(',');
      key(['LENGTH', 'len', 'l']);
      const length = this.expression();
      this.memory.push({ name, attributes, origin, length, line });
    }
  }

  private assignmentOrAssert(): Assignment | Assertion {
    const { line } = this;
    const start = this.word('a statement');
    if (start === 'ASSERT') {
      this.expect('(');
      const condition = this.expression();
      this.expect(',');
      const message = this.next();
      this.expect(')');
      this.accept(';');
      return { kind: 'assert', condition, message, line };
    }
    if (start === 'PROVIDE' || start === 'PROVIDE_HIDDEN' || start === 'HIDDEN') {
      this.expect('(');
      const name = this.word('a symbol');
      this.expect('=');
      const value = this.expression();
      this.expect(')');
      this.accept(';');
      return { kind: 'assign', name, value, provide: start !== 'HIDDEN', line };
    }
    const operator = this.peek();
    if (operator === undefined || !ASSIGN.includes(operator)) {
      this.fail(
        `"${start}" is no command of a linker script that is known here, expected an assignment or a section`,
      );
    }
    this.next();
    let value = this.expression();
    if (operator !== '=') {
      const left: ScriptExpression = { kind: 'symbol', name: start, line };
      value = { kind: 'operator', operator: operator.slice(0, -1), args: [left, value], line };
    }
    if (!this.accept(';')) this.fail('expected ";" after the assignment');
    return { kind: 'assign', name: start, value, provide: false, line };
  }

  private sectionsStatement(): void {
    if (this.accept(';')) return;
    const following = this.peekSecond();
    const start = this.peek() ?? '';
    if (start === 'ENTRY') {
      this.command();
      return;
    }
    if (ASSIGN.includes(following) || ['ASSERT', 'PROVIDE', 'PROVIDE_HIDDEN', 'HIDDEN'].includes(start)) {
      this.statements.push(this.assignmentOrAssert());
      return;
    }
    this.statements.push(this.outputSection());
  }

  private outputSection(): OutputSectionRule {
    const { line } = this;
    const name = this.word('an output section');
    let address: ScriptExpression | undefined;
    let noload = false;
    while (this.peek() !== ':') {
      if (this.peek() === '(' && /^(NOLOAD|INFO|COPY|DSECT|OVERLAY)$/.test(this.peekSecond())) {
        this.next();
        noload = this.next() === 'NOLOAD' || noload;
        this.expect(')');
      } else if (address === undefined) address = this.expression();
      else this.fail(`expected ":", found "${this.peek()}"`);
    }
    this.expect(':');
    let align: ScriptExpression | undefined;
    let loadAddress: ScriptExpression | undefined;
    while (this.peek() !== '{') {
      const word = this.next();
      if (word === 'AT' || word === 'ALIGN' || word === 'SUBALIGN') {
        this.expect('(');
        const value = this.expression();
        this.expect(')');
        if (word === 'AT') loadAddress = value;
        else if (word === 'ALIGN') align = value;
      } else this.fail(`expected "{", found "${word}"`);
    }
    this.expect('{');
    const contents: OutputSectionRule['contents'][number][] = [];
    while (!this.accept('}')) {
      if (this.accept(';')) continue;
      contents.push(this.content());
    }
    let region: string | undefined;
    let loadRegion: string | undefined;
    for (;;) {
      if (this.accept('>')) region = this.word('a memory region');
      else if (this.peek() === 'AT' && this.peekSecond() === '>') {
        this.next();
        this.next();
        loadRegion = this.word('a memory region');
      } else if (this.accept(':')) this.word('a program header');
      else if (this.accept('=')) this.expression();
      else if (!this.accept(',')) break;
    }
    return { kind: 'section', name, address, align, loadAddress, noload, contents, region, loadRegion, line };
  }

  private content(): OutputSectionRule['contents'][number] {
    const start = this.peek() ?? '';
    const { line } = this;
    const sizes: Record<string, number> = { BYTE: 1, SHORT: 2, LONG: 4, QUAD: 8 };
    if (sizes[start] !== undefined) {
      this.next();
      this.expect('(');
      const value = this.expression();
      this.expect(')');
      return { kind: 'data', size: sizes[start], value, line };
    }
    if (start === 'KEEP') {
      this.next();
      this.expect('(');
      const input = this.input();
      this.expect(')');
      return input;
    }
    const following = this.peekSecond();
    if (ASSIGN.includes(following) || ['ASSERT', 'PROVIDE', 'PROVIDE_HIDDEN', 'HIDDEN'].includes(start))
      return this.assignmentOrAssert();
    return this.input();
  }

  private excludeFile(): GlobPattern[] {
    this.expect('(');
    const list: GlobPattern[] = [];
    while (!this.accept(')')) list.push(new GlobPattern(this.word('a file pattern')));
    return list;
  }

  private input(): InputPattern {
    const file = this.word('a file pattern');
    const sections: InputPattern['sections'][number][] = [];
    let common = false;
    const exclude: GlobPattern[] = [];
    if (file === 'EXCLUDE_FILE') {
      exclude.push(...this.excludeFile());
      return { ...this.input(), exclude };
    }
    if (this.peek() !== '(')
      return {
        kind: 'input',
        file: new GlobPattern(file),
        exclude,
        sections: [{ pattern: new GlobPattern('*'), exclude: [], sort: false }],
        common: true,
      };
    this.expect('(');
    const pattern = (sort: boolean): void => {
      let excluded: GlobPattern[] = [];
      if (this.accept('EXCLUDE_FILE')) excluded = this.excludeFile();
      const text = this.word('a section pattern');
      if (/^SORT(_BY_\w+|_NONE)?$/.test(text)) {
        this.expect('(');
        pattern(text !== 'SORT_NONE');
        this.expect(')');
      } else if (text === 'COMMON') common = true;
      else sections.push({ pattern: new GlobPattern(text), exclude: excluded, sort });
    };
    while (!this.accept(')')) {
      if (!this.accept(',')) pattern(false);
    }
    return { kind: 'input', file: new GlobPattern(file), exclude, sections, common };
  }

  private expression(): ScriptExpression {
    const { mode } = this;
    this.mode = EXPRESSIONS;
    this.terms = 0;
    const result = this.ternary();
    this.mode = mode;
    return result;
  }

  private ternary(): ScriptExpression {
    if (++this.terms > MAX_TERMS) this.fail(`expression of more than ${MAX_TERMS} parts`);
    const condition = this.binary(1);
    const { line } = this;
    if (!this.accept('?')) return condition;
    const yes = this.ternary();
    this.expect(':');
    return { kind: 'operator', operator: '?', args: [condition, yes, this.ternary()], line };
  }

  private binary(least: number): ScriptExpression {
    let left = this.primary();
    for (;;) {
      const operator = this.peek() ?? '';
      const rank = RANK[operator];
      if (rank === undefined || rank < least) return left;
      const { line } = this;
      this.next();
      if (++this.terms > MAX_TERMS) this.fail(`expression of more than ${MAX_TERMS} parts`);
      left = { kind: 'operator', operator, args: [left, this.binary(rank + 1)], line };
    }
  }

  private primary(): ScriptExpression {
    if (++this.depth > 200) this.fail('expression nested more than 200 deep');
    const { line } = this;
    const result = this.primaryInner(line);
    this.depth--;
    return result;
  }

  private primaryInner(line: number): ScriptExpression {
    if (this.accept('(')) {
      const inner = this.ternary();
      this.expect(')');
      return inner;
    }
    for (const operator of ['-', '~', '!']) {
      if (this.accept(operator))
        return { kind: 'operator', operator: `unary${operator}`, args: [this.primary()], line };
    }
    const token = this.word('an expression');
    const number = /^(0x[0-9a-f]+|\d+)([kKmM]?)$/i.exec(token);
    if (number !== null) {
      const unit = number[2]!.toLowerCase();
      return {
        kind: 'number',
        value: Number(number[1]) * (unit === 'k' ? 1024 : unit === 'm' ? 1024 * 1024 : 1),
      };
    }
    if (/^[A-Z]\w*$/.test(token) && this.peek() === '(') {
      this.next();
      const args: ScriptExpression[] = [];
      while (!this.accept(')')) {
        if (args.length > 0) this.expect(',');
        args.push(this.ternary());
      }
      return { kind: 'call', name: token, args, line };
    }
    if (!/^[A-Za-z_.$][\w.$]*$/.test(token)) this.fail(`expected an expression, found "${token}"`);
    return { kind: 'symbol', name: token, line };
  }
}
