/** Directives that carry debugging information: `.file`, `.loc`, `.cfi_*`, `.ident`. */
import { SectionFlag, SectionType } from '../elf/index.js';
import type { Assembler } from './assembler.js';
import { CFI_DIRECTIVES } from './cfi.js';
import type { Directive } from './directives.js';
import { show, StatementError } from './errors.js';
import { AsmSymbol, SymbolKind } from './section.js';

/** Flags of a line row. */
export const LineFlag = { isStatement: 1, basicBlock: 2, prologueEnd: 4, epilogueBegin: 8 } as const;

const MAX_FILES = 100_000;

const decode = (bytes: number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

/** `.file "name"` or `.file NUMBER "directory" "name"` with an optional MD5 sum. */
const file: Directive = (a, f, start) => {
  a.skipBlanks(f);
  if (f.text.charCodeAt(f.pos) === 34) {
    a.sourceName = decode(a.parseString(f));
    return;
  }
  const number = a.parseConstant(f, 'the file number');
  if (number < 0 || number > MAX_FILES)
    throw new StatementError(`file number ${number}, expected 0 to ${MAX_FILES}`, start);
  const first = decode(a.parseString(f));
  a.skipBlanks(f);
  const second = f.text.charCodeAt(f.pos) === 34 ? decode(a.parseString(f)) : undefined;
  a.restOfStatement(f); // MD5 sums and embedded sources are not kept.
  const entry =
    second === undefined ? { name: first, directory: undefined } : { name: second, directory: first };
  if (a.files.length === 0 && number > 0)
    a.files[0] = { name: a.sourceName ?? a.frame.file, directory: undefined };
  while (a.files.length < number) a.files.push({ name: '', directory: undefined });
  a.files[number] = entry;
};

/** `.loc FILE LINE COLUMN options` */
const loc: Directive = (a, f, start) => {
  const number = a.parseConstant(f, 'the file number');
  if (a.files[number] === undefined) throw new StatementError(`file ${number} was not named by .file`, start);
  const line = a.parseConstant(f, 'the line');
  let column = 0;
  a.skipBlanks(f);
  if (f.text.charCodeAt(f.pos) >= 48 && f.text.charCodeAt(f.pos) <= 57)
    column = a.parseConstant(f, 'the column');
  let flags = (a.pendingLoc?.flags ?? a.locFlags) & LineFlag.isStatement;
  let view: AsmSymbol | 'reset' | undefined;
  // Two .loc without an instruction between both make a row, at the same address.
  if (a.pendingLoc !== undefined) a.flushLoc();
  while (!a.atEnd(f)) {
    const at = f.pos;
    const word = a.expectName(f, 'an option');
    switch (word) {
      case 'basic_block':
        flags |= LineFlag.basicBlock;
        break;
      case 'prologue_end':
        flags |= LineFlag.prologueEnd;
        break;
      case 'epilogue_begin':
        flags |= LineFlag.epilogueBegin;
        break;
      case 'is_stmt':
        flags =
          (flags & ~LineFlag.isStatement) | (a.parseConstant(f, 'is_stmt') === 0 ? 0 : LineFlag.isStatement);
        break;
      case 'isa':
      case 'discriminator':
        a.parseConstant(f, word);
        break;
      case 'view': {
        a.skipBlanks(f);
        const c = f.text.charCodeAt(f.pos);
        if (c === 45 || (c >= 48 && c <= 57)) {
          a.parseConstant(f, 'the view');
          view = 'reset';
        } else {
          const symbol = a.getSymbol(a.expectName(f, 'a view'));
          if (symbol.kind !== SymbolKind.undefined)
            throw new StatementError(`${symbol.name} is defined already`, at);
          symbol.kind = SymbolKind.view;
          view = symbol;
        }
        break;
      }
      default:
        throw new StatementError(`unknown option ${show(f.text, at)} of .loc`, at);
    }
  }
  if (line < 0 || line > 0x7fffffff || column < 0 || column > 0x7fffffff)
    throw new StatementError(`line ${line}`, start);
  a.hasLoc = true;
  a.locFlags = flags & LineFlag.isStatement;
  a.pendingLoc = { file: number, line, column, flags, view };
};

const ident: Directive = (a, f) => {
  const section = a.getSection(
    '.comment',
    SectionType.progbits,
    SectionFlag.merge | SectionFlag.strings,
    1,
    undefined,
  );
  const { section: current } = a;
  const bytes = a.parseString(f);
  a.section = section;
  if (section.length === 0) a.reserve(1);
  const pos = a.reserve(bytes.length + 1);
  section.buffer.set(bytes, pos);
  a.section = current;
};

const ignore = (a: Assembler, f: Parameters<Directive>[1]): void => {
  a.restOfStatement(f);
};

export const DEBUG_DIRECTIVES: Record<string, Directive> = {
  '.file': file,
  '.loc': loc,
  '.loc_mark_labels': ignore,
  '.ident': ident,
  '.version': ignore,
  '.line': ignore,
  '.ln': ignore,
  '.stabs': ignore,
  '.stabn': ignore,
  '.stabd': ignore,
  '.appfile': ignore,
  '.appline': ignore,
  ...CFI_DIRECTIVES,
};
