/** Directives of the Xtensa port of GNU as. */
import type { Assembler } from './assembler.js';
import type { Directive } from './directives.js';
import { StatementError } from './errors.js';
import type { SourceFrame } from './source.js';

/** Regions that `.begin` opens: those that change something, and those that are taken as they are. */
const REGIONS = [
  'transform', 'no-transform', 'longcalls', 'no-longcalls', 'literal_prefix', 'schedule', 'no-schedule', 'density', 'no-density',
  'generics', 'no-generics', 'relax', 'no-relax', 'absolute-literals', 'no-absolute-literals', 'freeregs',
]; // prettier-ignore

function begin(a: Assembler, f: SourceFrame, start: number): void {
  a.skipBlanks(f);
  const at = f.pos;
  const match = /^[\w-]+/.exec(f.text.slice(at, at + 60));
  const name = (match?.[0] ?? '').toLowerCase();
  if (!REGIONS.includes(name)) {
    throw new StatementError(`unknown region "${name}", expected one of ${REGIONS.join(', ')}`, at);
  }
  if (a.regions.length > 1000) throw new StatementError('.begin nested more than 1000 deep', start);
  f.pos += name.length;
  a.regions.push({ name, transform: a.transform, longcalls: a.longcalls, prefix: a.literalPrefix });
  switch (name) {
    case 'transform':
    case 'no-transform':
    case 'generics':
    case 'no-generics':
    case 'relax':
    case 'no-relax':
      a.transform = !name.startsWith('no-');
      break;
    case 'longcalls':
    case 'no-longcalls':
      a.longcalls = !name.startsWith('no-');
      break;
    case 'literal_prefix':
      a.literalPrefix = a.restOfStatement(f) || undefined;
      break;
    default:
      a.restOfStatement(f);
  }
}

/** `.literal NAME, VALUE...`: words in the section of the literals that belongs to the current one. */
const literal: Directive = (a, f, start) => {
  const name = a.expectName(f, "the literal's name");
  const text = a.section;
  const literals = a.literalsOf(text);
  a.section = literals;
  try {
    a.defineLabel(name, start);
    a.expectComma(f);
    do {
      a.skipBlanks(f);
      const at = f.pos;
      a.emitData(4, a.parseExpression(f), a.column(at));
    } while (a.skipComma(f));
  } finally {
    a.section = text;
  }
};

export const XTENSA_DIRECTIVES: Record<string, Directive> = {
  '.begin': begin,
  '.literal': literal,
  '.literal_position': (a, f) => {
    a.restOfStatement(f);
    // With literals in sections of their own the position says nothing, as in GNU as.
    if (a.options.textSectionLiterals === true) a.startPool(a.section);
  },
  '.frequency': (a, f) => {
    a.restOfStatement(f);
  },
};
