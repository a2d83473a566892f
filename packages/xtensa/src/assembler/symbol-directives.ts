/** Directives about symbols. */
import { SymbolBinding, SymbolType, SymbolVisibility } from '../elf/index.js';
import type { Assembler } from './assembler.js';
import type { Directive } from './directives.js';
import { show, StatementError } from './errors.js';
import { SymbolKind, type AsmSymbol } from './section.js';
import type { SourceFrame } from './source.js';

/** Does something with every symbol of a list. */
const each =
  (action: (a: Assembler, symbol: AsmSymbol, start: number) => void): Directive =>
  (a, f, start) => {
    do action(a, a.getSymbol(a.expectName(f, 'a symbol')), start);
    while (a.skipComma(f));
  };

const bind = (binding: number): Directive =>
  each((_a, symbol) => {
    // `.weak` wins over `.global` whatever the order.
    if (symbol.binding !== SymbolBinding.weak || binding === SymbolBinding.weak) symbol.binding = binding;
    symbol.explicitLocal = false;
  });

const visibility = (value: number): Directive =>
  each((_a, symbol) => {
    symbol.visibility = value;
  });

const assign =
  (redefinable: boolean): Directive =>
  (a, f, start) => {
    const name = a.expectName(f, 'a symbol');
    a.expectComma(f);
    a.assign(name, a.parseExpression(f), redefinable, start);
  };

const TYPES: Record<string, number> = {
  function: SymbolType.function,
  object: SymbolType.object,
  notype: SymbolType.none,
  common: SymbolType.object,
  tls_object: SymbolType.tls,
  gnu_indirect_function: SymbolType.function,
  gnu_unique_object: SymbolType.object,
  STT_FUNC: SymbolType.function,
  STT_OBJECT: SymbolType.object,
  STT_NOTYPE: SymbolType.none,
};

function common(a: Assembler, f: SourceFrame, start: number, local: boolean): void {
  const symbol = a.getSymbol(a.expectName(f, 'a symbol'));
  a.skipComma(f);
  const size = a.parseConstant(f, 'the size');
  const align = a.skipComma(f) ? a.parseConstant(f, 'the alignment') : size >= 4 ? 4 : 1;
  if (size < 0 || size > 0x7fffffff) throw new StatementError(`a size of ${size} bytes`, start);
  if (align < 1 || align > 0x10000000 || (align & (align - 1)) !== 0) {
    throw new StatementError(`alignment of ${align} bytes, expected a power of two`, start);
  }
  if (symbol.kind !== SymbolKind.undefined && symbol.kind !== SymbolKind.common) {
    throw new StatementError(`${symbol.name} is defined already`, start);
  }
  if (local || symbol.explicitLocal) {
    const bss = a.findSection('.bss')!;
    a.countBytes(size);
    bss.align = Math.max(bss.align, align);
    bss.reserve(-bss.length & (align - 1));
    symbol.define(bss, bss.reserve(size), bss.items.length);
    symbol.sizeExpression = size;
    symbol.type = SymbolType.object;
    return;
  }
  symbol.kind = SymbolKind.common;
  symbol.binding = SymbolBinding.global;
  symbol.type = SymbolType.object;
  symbol.commonSize = Math.max(symbol.commonSize, size);
  symbol.commonAlign = Math.max(symbol.commonAlign, align);
}

export const SYMBOL_DIRECTIVES: Record<string, Directive> = {
  '.global': bind(SymbolBinding.global),
  '.globl': bind(SymbolBinding.global),
  '.weak': bind(SymbolBinding.weak),
  '.local': each((_a, symbol) => {
    symbol.binding = SymbolBinding.local;
    symbol.explicitLocal = true;
  }),
  '.extern': (a, f) => {
    a.restOfStatement(f);
  },
  '.hidden': visibility(SymbolVisibility.hidden),
  '.internal': visibility(SymbolVisibility.internal),
  '.protected': visibility(SymbolVisibility.protected),
  '.set': assign(true),
  '.equ': assign(true),
  '.equiv': assign(false),
  '.eqv': assign(false),
  '.type': (a, f) => {
    const symbol = a.getSymbol(a.expectName(f, 'a symbol'));
    a.skipComma(f);
    const c = f.text[f.pos];
    const at = f.pos;
    if (c === '@' || c === '%' || c === '#') f.pos++;
    const name = a.expectName(f, 'a type like @function');
    const type = TYPES[name];
    if (type === undefined)
      throw new StatementError(
        `unknown symbol type ${show(f.text, at)}, expected @function, @object or @notype`,
        at,
      );
    symbol.type = type;
  },
  '.size': (a, f) => {
    const symbol = a.getSymbol(a.expectName(f, 'a symbol'));
    a.skipComma(f);
    symbol.sizeExpression = a.parseExpression(f);
  },
  '.comm': (a, f, start) => common(a, f, start, false),
  '.common': (a, f, start) => common(a, f, start, false),
  '.lcomm': (a, f, start) => common(a, f, start, true),
  '.weakref': (_a, _f, start) => {
    throw new StatementError('.weakref is not supported, expected .weak and .set', start);
  },
};
