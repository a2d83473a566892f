/** Directives that choose a section. */
import { SectionFlag, SectionType } from '../elf/index.js';
import type { Assembler } from './assembler.js';
import type { Directive } from './directives.js';
import { show, StatementError } from './errors.js';
import type { Section } from './section.js';
import type { SourceFrame } from './source.js';

const { alloc, write, execute, merge, strings, tls, retain, exclude } = SectionFlag;

const FLAG_LETTERS: Record<string, number> = {
  a: alloc,
  w: write,
  x: execute,
  M: merge,
  S: strings,
  T: tls,
  R: retain,
  e: exclude,
};

const TYPE_NAMES: Record<string, number> = {
  progbits: SectionType.progbits,
  nobits: SectionType.nobits,
  note: SectionType.note,
  init_array: SectionType.initArray,
  fini_array: SectionType.finiArray,
  preinit_array: SectionType.preinitArray,
};

/** Type and flags of a section whose directive does not say them, from its name as GNU as does. */
function defaults(name: string): { type: number; flags: number } {
  const is = (stem: string): boolean => name === stem || name.startsWith(`${stem}.`);
  const { progbits, nobits } = SectionType;
  if (is('.text') || is('.literal') || is('.init') || is('.fini') || is('.gnu.linkonce.t')) {
    return { type: progbits, flags: alloc | execute };
  }
  if (is('.data') || is('.data1')) return { type: progbits, flags: alloc | write };
  if (is('.bss')) return { type: nobits, flags: alloc | write };
  if (is('.rodata') || is('.rodata1')) return { type: progbits, flags: alloc };
  if (is('.tdata')) return { type: progbits, flags: alloc | write | tls };
  if (is('.tbss')) return { type: nobits, flags: alloc | write | tls };
  if (is('.init_array')) return { type: SectionType.initArray, flags: alloc | write };
  if (is('.fini_array')) return { type: SectionType.finiArray, flags: alloc | write };
  if (is('.preinit_array')) return { type: SectionType.preinitArray, flags: alloc | write };
  if (is('.note')) return { type: SectionType.note, flags: 0 };
  return { type: progbits, flags: 0 };
}

function sectionName(a: Assembler, f: SourceFrame): string {
  a.skipBlanks(f);
  const { text } = f;
  if (text.charCodeAt(f.pos) === 34) return a.readName(f);
  const start = f.pos;
  while (f.pos < text.length && !/[\s,;"]/.test(text[f.pos]!)) f.pos++;
  if (f.pos === start)
    throw new StatementError(`expected the section's name, found ${show(text, start)}`, start);
  return text.slice(start, f.pos);
}

/** `.section NAME, "flags", @type, entsize, group, comdat` */
function parseSection(a: Assembler, f: SourceFrame): Section {
  const start = f.pos;
  const name = sectionName(a, f);
  const implied = defaults(name);
  let { type, flags } = implied;
  let entrySize = 0;
  let group: string | undefined;
  let said = false;
  if (a.skipComma(f)) {
    said = true;
    const at = f.pos;
    if (f.text.charCodeAt(at) !== 34)
      throw new StatementError(`expected the flags in quotes, found ${show(f.text, at)}`, at);
    const letters = a.readName(f);
    flags = 0;
    let grouped = false;
    for (const letter of letters) {
      if (letter === 'G') grouped = true;
      else if (letter === '?') group = a.section.group;
      else if (FLAG_LETTERS[letter] !== undefined) flags |= FLAG_LETTERS[letter];
      else throw new StatementError(`unknown section flag "${letter}", expected letters of "awxMSGTRe?"`, at);
    }
    if (implied.flags !== 0) flags |= implied.flags & tls;
    if (a.skipComma(f)) {
      const c = f.text[f.pos];
      const typeAt = f.pos;
      if (c === '@' || c === '%') f.pos++;
      const typeName = a.expectName(f, 'a section type like @progbits');
      const found = TYPE_NAMES[typeName];
      if (found === undefined) {
        throw new StatementError(
          `unknown section type "${typeName}", expected one of ${Object.keys(TYPE_NAMES).join(', ')}`,
          typeAt,
        );
      }
      type = found;
      if ((flags & merge) !== 0) {
        a.expectComma(f);
        entrySize = a.parseConstant(f, 'the entry size');
        if (entrySize < 0 || entrySize > 0xffff) throw new StatementError(`entry size ${entrySize}`, typeAt);
      }
      if (grouped) {
        a.expectComma(f);
        group = a.expectName(f, "the group's name");
        if (a.skipComma(f)) {
          const linkage = a.expectName(f, 'comdat');
          if (linkage !== 'comdat')
            throw new StatementError(`unknown linkage "${linkage}", expected comdat`, f.pos);
        }
      } else if (a.skipComma(f)) {
        // `unique,N`: sections of that name are kept apart.
        const word = a.expectName(f, 'unique');
        if (word !== 'unique')
          throw new StatementError(`unexpected "${word}", expected unique,NUMBER`, f.pos);
        a.expectComma(f);
        a.parseConstant(f, 'the number');
      }
    }
  }
  const section = a.getSection(name, type, flags, entrySize, group);
  if (said && section.flags !== flags && section.length + section.items.length > 0) {
    a.reportAt('warning', `flags of ${name} were given differently before; the first ones stay`, start);
  }
  if (group !== undefined) a.getSymbol(group).referenced = true;
  return section;
}

const plain =
  (name: string): Directive =>
  (a, f, start) => {
    if (!a.atEnd(f) && a.parseConstant(f, 'the subsection') !== 0) {
      throw new StatementError('subsections are not supported, expected none or 0', start);
    }
    const { type, flags } = defaults(name);
    a.switchTo(a.getSection(name, type, flags, 0, undefined));
  };

export const SECTION_DIRECTIVES: Record<string, Directive> = {
  '.text': plain('.text'),
  '.data': plain('.data'),
  '.bss': plain('.bss'),
  '.rodata': plain('.rodata'),
  '.section': (a, f) => {
    a.switchTo(parseSection(a, f));
  },
  '.pushsection': (a, f, start) => {
    if (a.sectionStack.length >= 1000)
      throw new StatementError('.pushsection nested more than 1000 deep', start);
    a.sectionStack.push({ section: a.section, previous: a.previousSection });
    a.switchTo(parseSection(a, f));
  },
  '.popsection': (a, _f, start) => {
    const saved = a.sectionStack.pop();
    if (saved === undefined) throw new StatementError('.popsection without .pushsection', start);
    a.section = saved.section;
    a.previousSection = saved.previous;
  },
  '.previous': (a) => {
    a.switchTo(a.previousSection);
  },
  '.subsection': (a, f, start) => {
    if (a.parseConstant(f, 'the subsection') !== 0)
      throw new StatementError('subsections are not supported, expected 0', start);
  },
};
