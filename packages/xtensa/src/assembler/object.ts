/** Writes an assembly that has been laid out as a relocatable ELF object. */
import {
  ElfType,
  SectionType,
  SymbolBinding,
  SymbolType,
  writeElf,
  type ElfRelocationSpec,
  type ElfSectionSpec,
  type ElfSymbolSpec,
} from '../elf/index.js';
import type { Assembler } from './assembler.js';
import type { Emitter, Place } from './emit.js';
import { SymbolKind, type AsmSymbol, type Section } from './section.js';

interface MutableSection extends ElfSectionSpec {
  relocations: ElfRelocationSpec[];
}

/** The object file. */
export function writeObject(a: Assembler, emitter: Emitter): Uint8Array {
  // L32R reaches only backwards, and linkers keep the order of sections: literals come first, as from GNU as.
  const ordered = [...a.sections.filter((s) => s.isLiterals), ...a.sections.filter((s) => !s.isLiterals)];
  const filled = ordered.map((section) => emitter.contents(section));
  const specs = new Map<Section, MutableSection>();
  const usedBySymbol = new Set<Section>();
  for (const symbol of a.symbols.values())
    if (symbol.kind === SymbolKind.label) usedBySymbol.add(symbol.section!.root);
  for (const { relocations } of filled) {
    for (const { symbol } of relocations) if (symbol?.section) usedBySymbol.add(symbol.section.root);
  }
  for (const { section, data } of filled) {
    if (section.size === 0 && !usedBySymbol.has(section)) continue;
    specs.set(section, {
      name: section.name,
      type: section.type,
      flags: section.flags,
      address: 0,
      data,
      size: section.size,
      align: section.align,
      entrySize: section.entrySize,
      relocations: [],
      group: section.group,
    });
  }
  const symbols = symbolTable(a, emitter, specs);
  for (const { section, relocations } of filled) {
    const spec = specs.get(section);
    for (const { offset, type, symbol, addend } of relocations) {
      const target = symbol === undefined ? undefined : symbols.get(symbol);
      spec!.relocations.push({ offset, type, symbol: target, addend: addend | 0 });
    }
  }
  return writeElf({
    type: ElfType.relocatable,
    entry: 0,
    sections: [...specs.values(), xtensaInfo()],
    symbols: [...symbols.values()],
  });
}

function symbolTable(
  a: Assembler,
  emitter: Emitter,
  specs: ReadonlyMap<Section, ElfSectionSpec>,
): Map<AsmSymbol, ElfSymbolSpec> {
  const symbols = new Map<AsmSymbol, ElfSymbolSpec>();
  const place: Place = { frame: a.frame, line: 0, column: 0 };
  if (a.sourceName !== undefined) {
    symbols.set({ name: 'file' } as AsmSymbol, {
      name: a.sourceName,
      value: 0,
      size: 0,
      binding: SymbolBinding.local,
      type: SymbolType.file,
      visibility: 0,
      section: 'absolute',
    });
  }
  for (const [section, spec] of specs) {
    symbols.set(section.symbol, {
      name: section.name,
      value: 0,
      size: 0,
      binding: SymbolBinding.local,
      type: SymbolType.section,
      visibility: 0,
      section: spec,
    });
  }
  const groups = new Set(a.sections.map((s) => s.group).filter((g) => g !== undefined));
  for (const symbol of a.symbols.values()) {
    const { name } = symbol;
    const isGlobal = symbol.binding !== SymbolBinding.local;
    if (symbol.kind === SymbolKind.view) continue;
    if (name.startsWith('.L') && !isGlobal && !groups.has(name)) {
      if (symbol.kind === SymbolKind.undefined && symbol.referenced) {
        emitter.error(`label ${name} is used and never defined`, place);
      }
      continue;
    }
    let { binding } = symbol;
    let value = 0;
    let section: ElfSymbolSpec['section'];
    if (symbol.kind === SymbolKind.label) {
      section = specs.get(symbol.section!.root)!;
      value = symbol.offset;
    } else if (symbol.kind === SymbolKind.common) {
      section = 'common';
      value = symbol.commonAlign;
    } else if (symbol.kind === SymbolKind.expression) {
      const result = emitter.value(symbol.expression, place);
      if (result === undefined) continue;
      if (result.symbol === undefined && result.minus === undefined) {
        section = 'absolute';
        value = Number(result.constant) >>> 0;
      } else if (result.symbol?.kind === SymbolKind.label && result.minus === undefined) {
        section = specs.get(result.symbol.section!.root)!;
        value = result.symbol.offset + Number(result.constant);
      } else {
        if (isGlobal) emitter.error(`${name} is set to something that has no address here`, place);
        continue;
      }
    } else if (groups.has(name)) {
      section = [...specs].find(([s]) => s.group === name)?.[1] ?? 'undefined';
    } else {
      if (!symbol.referenced && binding !== SymbolBinding.global) continue;
      section = 'undefined';
      if (binding === SymbolBinding.local) binding = SymbolBinding.global;
    }
    const size =
      symbol.kind === SymbolKind.common
        ? symbol.commonSize
        : emitter.constant(symbol.sizeExpression, place, `size of ${name}`);
    symbols.set(symbol, {
      name,
      value,
      size: Number(size) >>> 0,
      binding,
      type: symbol.type,
      visibility: symbol.visibility,
      section,
    });
  }
  return symbols;
}

/** The note by which GNU ld compares the configuration of objects: windowed ABI, PC-relative literals. */
function xtensaInfo(): MutableSection {
  const name = 'Xtensa_Info\0';
  const text = 'USE_ABSOLUTE_LITERALS=0\nABI=0\n\0\0';
  const data = new Uint8Array(12 + name.length + text.length);
  const view = new DataView(data.buffer);
  view.setUint32(0, name.length, true);
  view.setUint32(4, text.length, true);
  view.setUint32(8, 1, true);
  data.set(new TextEncoder().encode(name + text), 12);
  return {
    name: '.xtensa.info',
    type: SectionType.note,
    flags: 0,
    address: 0,
    data,
    size: data.length,
    align: 1,
    entrySize: 0,
    relocations: [],
    group: undefined,
  };
}
