/** Directives of GNU as that sources for the Xtensa use, by name. A handler reads its operands up to the statement's end. */
import type { Assembler } from './assembler.js';
import { CONDITIONAL_DIRECTIVES } from './conditionals.js';
import { DATA_DIRECTIVES } from './data.js';
import { DEBUG_DIRECTIVES } from './debug-directives.js';
import { show, StatementError } from './errors.js';
import { MACRO_DIRECTIVES } from './macros.js';
import { SECTION_DIRECTIVES } from './section-directives.js';
import type { SourceFrame } from './source.js';
import { SYMBOL_DIRECTIVES } from './symbol-directives.js';
import { XTENSA_DIRECTIVES } from './xtensa-directives.js';

/** Handles a directive; `start` is the position of its name. */
export type Directive = (a: Assembler, f: SourceFrame, start: number) => void;

/** Reads the rest of the statement and does nothing with it. */
const ignore: Directive = (a, f) => {
  a.restOfStatement(f);
};

const message =
  (severity: 'error' | 'warning'): Directive =>
  (a, f, start) => {
    const text = a.atEnd(f)
      ? 'an error was asked for here'
      : new TextDecoder().decode(Uint8Array.from(a.parseString(f)));
    a.reportAt(severity, text, start);
  };

const unsupported =
  (why: string): Directive =>
  (_a, _f, start) => {
    throw new StatementError(why, start);
  };

const MISCELLANEOUS: Record<string, Directive> = {
  '.err': (a, f, start) => {
    a.reportAt('error', '.err encountered', start);
    a.restOfStatement(f);
  },
  '.error': message('error'),
  '.warning': message('warning'),
  '.print': ignore,
  '.end': (a, f, start) => endRegionOrSource(a, f, start),
  '.list': ignore,
  '.nolist': ignore,
  '.title': ignore,
  '.sbttl': ignore,
  '.psize': ignore,
  '.eject': ignore,
  '.altmacro': unsupported('.altmacro is not supported, expected macros with \\arguments'),
  '.noaltmacro': ignore,
  '.include': (a, f, start) => {
    a.skipBlanks(f);
    const name = a.expectName(f, 'a file name in quotes');
    const text = a.options.include?.(name);
    if (text === undefined)
      throw new StatementError(`cannot include "${name}": no such file was given`, start);
    a.endStatement(f);
    a.include(name, text);
  },
  '.incbin': (a, f, start) => {
    const name = a.expectName(f, 'a file name in quotes');
    let bytes = a.options.includeBinary?.(name);
    if (bytes === undefined)
      throw new StatementError(`cannot include "${name}": no such file was given`, start);
    if (a.skipComma(f)) {
      const skip = a.parseConstant(f, 'the number of bytes to skip');
      bytes = bytes.subarray(Math.max(0, skip));
      if (a.skipComma(f)) bytes = bytes.subarray(0, Math.max(0, a.parseConstant(f, 'the number of bytes')));
    }
    const pos = a.reserve(bytes.length);
    if (!a.section.isNobits) a.section.buffer.set(bytes, pos);
  },
};

/** `.end REGION` closes `.begin REGION`; a plain `.end` ends the source. */
function endRegionOrSource(a: Assembler, f: SourceFrame, start: number): void {
  if (a.atEnd(f)) {
    a.ended = true;
    return;
  }
  const name = a.expectName(f, 'the name of the region that .begin opened').toLowerCase();
  let word = name;
  if (f.text.charCodeAt(f.pos) === 45) word += a.restOfStatement(f);
  const open = a.regions.pop();
  if (open === undefined || open.name !== word.toLowerCase()) {
    if (open !== undefined) a.regions.push(open);
    throw new StatementError(
      open === undefined ? `.end ${word} without .begin` : `.end ${word} found, expected .end ${open.name}`,
      start,
    );
  }
  a.transform = open.transform;
  a.longcalls = open.longcalls;
  a.literalPrefix = open.prefix;
  a.restOfStatement(f);
}

/** All directives. */
export const DIRECTIVES: ReadonlyMap<string, Directive> = new Map(
  Object.entries({
    ...DATA_DIRECTIVES,
    ...SECTION_DIRECTIVES,
    ...SYMBOL_DIRECTIVES,
    ...CONDITIONAL_DIRECTIVES,
    ...MACRO_DIRECTIVES,
    ...DEBUG_DIRECTIVES,
    ...XTENSA_DIRECTIVES,
    ...MISCELLANEOUS,
  }),
);

/** Error for an operand that is none of a list of words. */
export function unknownWord(
  f: SourceFrame,
  what: string,
  words: readonly string[],
  pos: number,
): StatementError {
  return new StatementError(`${show(f.text, pos)} is no ${what}, expected one of ${words.join(', ')}`, pos);
}
