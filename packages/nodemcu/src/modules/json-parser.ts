/** A streaming JSON parser: bytes in at any cut, events out. Never recurses, so depth costs no host stack. */

/** Hears what the text says, in order. */
export interface JsonListener {
  open(kind: 'array' | 'object', depth: number): void;
  close(): void;
  key(bytes: Uint8Array): void;
  string(bytes: Uint8Array): void;
  number(text: string): void;
  literal(value: true | false | null): void;
}

/** What is wrong with the text, in jsonsl's names of errors. */
export class JsonError extends Error {
  constructor(
    readonly code: string,
    readonly offset: number,
  ) {
    super(code);
    this.name = 'JsonError';
  }
}

type State =
  'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'string' | 'word' | 'done';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** See the head of this file. */
export class JsonParser {
  #state: State = 'value';
  readonly #open: ('array' | 'object')[] = [];
  #isKey = false;
  #bytes: number[] = [];
  #escape = '';
  #word = '';
  #offset = 0;

  constructor(
    private readonly listener: JsonListener,
    private readonly maximumDepth: number,
  ) {}

  /** Whether a whole value has been read. */
  get complete(): boolean {
    return this.#state === 'done';
  }

  /** Takes more text. @throws {JsonError} */
  write(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#take(byte);
      this.#offset++;
    }
  }

  #take(byte: number): void {
    if (this.#state === 'string') return this.#inString(byte);
    const character = String.fromCharCode(byte);
    if (this.#state === 'word') {
      if (/[-+.\w]/.test(character)) {
        this.#word += character;
        if (this.#word.length > 64) this.#fail('INVALID_NUMBER');
        return;
      }
      this.#endWord();
    }
    if (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) return;
    switch (this.#state) {
      case 'value-or-end':
        if (character === ']') return this.#close('array');
        return this.#startValue(character);
      case 'value':
        return this.#startValue(character);
      case 'key-or-end':
        if (character === '}') return this.#close('object');
        return this.#startKey(character);
      case 'key':
        return this.#startKey(character);
      case 'colon':
        if (character !== ':') this.#fail('MISSING_TOKEN');
        this.#state = 'value';
        return;
      case 'comma-or-end':
        if (character === ',') this.#state = this.#open.at(-1) === 'object' ? 'key' : 'value';
        else if (character === ']') this.#close('array');
        else if (character === '}') this.#close('object');
        else this.#fail('MISSING_TOKEN');
        return;
      default:
        this.#fail('GARBAGE_TRAILING');
    }
  }

  #startValue(character: string): void {
    if (character === '"') this.#startString(false);
    else if (character === '{' || character === '[') {
      if (this.#open.length >= this.maximumDepth) this.#fail('LEVELS_EXCEEDED');
      const kind = character === '{' ? 'object' : 'array';
      this.#open.push(kind);
      this.#state = kind === 'object' ? 'key-or-end' : 'value-or-end';
      this.listener.open(kind, this.#open.length);
    } else if (this.#open.length === 0) this.#fail('STRING_OUTSIDE_CONTAINER');
    else if (/[-\w]/.test(character)) {
      this.#word = character;
      this.#state = 'word';
    } else this.#fail('SPECIAL_EXPECTED');
  }

  #startKey(character: string): void {
    if (character !== '"') this.#fail('HKEY_EXPECTED');
    this.#startString(true);
  }

  #startString(isKey: boolean): void {
    if (this.#open.length === 0) this.#fail('STRING_OUTSIDE_CONTAINER');
    this.#isKey = isKey;
    this.#bytes = [];
    this.#escape = '';
    this.#state = 'string';
  }

  #inString(byte: number): void {
    if (this.#escape !== '') {
      this.#escape += String.fromCharCode(byte);
      if (this.#escape[1] === 'u') {
        if (this.#escape.length < 6) return;
        if (!/^\\u[0-9a-fA-F]{4}$/.test(this.#escape)) this.#fail('UESCAPE_TOOSHORT');
        this.#unicode(parseInt(this.#escape.slice(2), 16));
      } else {
        const plain = ESCAPES[this.#escape[1]!];
        if (plain === undefined) this.#fail('ESCAPE_INVALID');
        this.#bytes.push(plain.charCodeAt(0));
      }
      this.#escape = '';
    } else if (byte === 0x5c) this.#escape = '\\';
    else if (byte === 0x22) {
      const bytes = Uint8Array.from(this.#bytes);
      if (this.#isKey) {
        this.#state = 'colon';
        this.listener.key(bytes);
      } else {
        this.#endValue();
        this.listener.string(bytes);
      }
    } else if (byte < 0x20) this.#fail('WEIRD_WHITESPACE');
    else this.#bytes.push(byte);
  }

  /** Adds a UTF-16 unit as UTF-8; the second half of a surrogate pair joins the first. */
  #unicode(unit: number): void {
    const bytes = this.#bytes;
    const high = bytes.length >= 3 && unit >= 0xdc00 && unit < 0xe000 ? bytes.slice(-3) : [];
    if (high[0] === 0xed && high[1]! >= 0xa0 && high[1]! < 0xb0) {
      const first = 0xd000 | ((high[1]! & 0x3f) << 6) | (high[2]! & 0x3f);
      bytes.length -= 3;
      const point = 0x10000 + ((first - 0xd800) << 10) + (unit - 0xdc00);
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
    } else if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 63));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63));
  }

  #endWord(): void {
    const word = this.#word;
    this.#endValue();
    if (word === 'true') this.listener.literal(true);
    else if (word === 'false') this.listener.literal(false);
    else if (word === 'null') this.listener.literal(null);
    else if (NUMBER.test(word)) this.listener.number(word);
    else this.#fail(/^[-\d]/.test(word) ? 'INVALID_NUMBER' : 'SPECIAL_EXPECTED');
  }

  #endValue(): void {
    this.#state = this.#open.length === 0 ? 'done' : 'comma-or-end';
  }

  #close(kind: 'array' | 'object'): void {
    if (this.#open.at(-1) !== kind) this.#fail('BRACKET_MISMATCH');
    this.#open.pop();
    this.#endValue();
    this.listener.close();
  }

  #fail(code: string): never {
    throw new JsonError(code, this.#offset);
  }
}
