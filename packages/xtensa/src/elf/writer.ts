/**
 * Writes 32-bit little-endian Xtensa ELF files: relocatable objects and linked executables. Sections keep their order;
 * relocation, symbol and string tables are made here.
 */
import {
  EF_XTENSA_DEFAULT,
  ElfType,
  EM_XTENSA,
  GROUP_COMDAT,
  SectionFlag,
  SectionIndex,
  SectionType,
  SymbolBinding,
  SymbolType,
} from './constants.js';

/** A symbol to write. */
export interface ElfSymbolSpec {
  readonly name: string;
  /** Offset in the section (relocatable) or address (executable); alignment of a common symbol. */
  readonly value: number;
  readonly size: number;
  readonly binding: number;
  readonly type: number;
  readonly visibility: number;
  /** The section, or one of the reserved section indices. */
  readonly section: ElfSectionSpec | 'undefined' | 'absolute' | 'common';
}

/** A relocation to write. */
export interface ElfRelocationSpec {
  readonly offset: number;
  readonly type: number;
  /** Undefined for a relocation against no symbol. */
  readonly symbol: ElfSymbolSpec | undefined;
  readonly addend: number;
}

/** A section to write. */
export interface ElfSectionSpec {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  /** Guest address; 0 in relocatable files. */
  readonly address: number;
  /** Contents; ignored for NOBITS. */
  readonly data: Uint8Array;
  /** Bytes; differs from `data.length` for NOBITS only. */
  readonly size: number;
  readonly align: number;
  readonly entrySize: number;
  readonly relocations: readonly ElfRelocationSpec[];
  /** Signature of the COMDAT group that the section belongs to. */
  readonly group: string | undefined;
}

/** A loadable segment of an executable. */
export interface ElfSegmentSpec {
  readonly address: number;
  readonly loadAddress: number;
  /** Sections in it, in order of address. */
  readonly sections: readonly ElfSectionSpec[];
  readonly flags: number;
}

/** A whole file. */
export interface ElfFileSpec {
  readonly type: (typeof ElfType)[keyof typeof ElfType];
  readonly entry: number;
  readonly sections: readonly ElfSectionSpec[];
  readonly symbols: readonly ElfSymbolSpec[];
  readonly segments?: readonly ElfSegmentSpec[];
}

class StringTable {
  private text = '\0';
  private readonly offsets = new Map<string, number>([['', 0]]);

  add(name: string): number {
    let offset = this.offsets.get(name);
    if (offset === undefined) {
      offset = this.length;
      this.offsets.set(name, offset);
      this.text += `${name}\0`;
      this.bytes = undefined;
      this.length += utf8Length(name) + 1;
    }
    return offset;
  }

  private length = 1;
  private bytes: Uint8Array | undefined;

  data(): Uint8Array {
    return (this.bytes ??= utf8.encode(this.text));
  }
}

const utf8 = new TextEncoder();

function utf8Length(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return utf8.encode(text).length;
  return text.length;
}

interface Header {
  name: number;
  type: number;
  flags: number;
  address: number;
  data: Uint8Array;
  size: number;
  link: number;
  info: number;
  align: number;
  entrySize: number;
  offset: number;
}

const ELF_HEADER_SIZE = 52;
const PROGRAM_HEADER_SIZE = 32;
const SECTION_HEADER_SIZE = 40;

/** The bytes of an ELF file. Symbols may come in any order: locals are written first, as the format asks. */
export function writeElf(file: ElfFileSpec): Uint8Array {
  const names = new StringTable();
  const strings = new StringTable();
  const headers: Header[] = [header(0, SectionType.null, new Uint8Array(0))];
  const groupNames = [...new Set(file.sections.map((s) => s.group).filter((g) => g !== undefined))];

  // Index of every section: groups first (readers want them before their members), then sections, each with its relocations behind it.
  const sectionIndex = new Map<ElfSectionSpec, number>();
  const relocationIndex = new Map<ElfSectionSpec, number>();
  let next = 1 + groupNames.length;
  for (const section of file.sections) {
    sectionIndex.set(section, next++);
    if (section.relocations.length > 0) relocationIndex.set(section, next++);
  }
  const symtabIndex = next;

  const symbols = [
    ...file.symbols.filter((s) => s.binding === SymbolBinding.local),
    ...file.symbols.filter((s) => s.binding !== SymbolBinding.local),
  ];
  const symbolIndex = new Map<ElfSymbolSpec, number>();
  const byName = new Map<string, number>();
  symbols.forEach((symbol, i) => {
    symbolIndex.set(symbol, i + 1);
    if (symbol.name !== '') byName.set(symbol.name, i + 1);
  });

  for (const signature of groupNames) {
    const members = file.sections.filter((s) => s.group === signature);
    const indices = members.flatMap((s) => [sectionIndex.get(s)!, relocationIndex.get(s) ?? []].flat());
    const data = new Uint8Array(4 + indices.length * 4);
    const view = new DataView(data.buffer);
    view.setUint32(0, GROUP_COMDAT, true);
    indices.forEach((index, i) => view.setUint32(4 + i * 4, index, true));
    headers.push({
      ...header(names.add('.group'), SectionType.group, data),
      link: symtabIndex,
      info: byName.get(signature) ?? 0,
      align: 4,
      entrySize: 4,
    });
  }

  for (const section of file.sections) {
    headers.push({
      ...header(names.add(section.name), section.type, section.data),
      flags: section.flags | (section.group === undefined ? 0 : SectionFlag.group),
      address: section.address,
      size: section.size,
      align: section.align,
      entrySize: section.entrySize,
    });
    if (section.relocations.length > 0) {
      const data = new Uint8Array(section.relocations.length * 12);
      const view = new DataView(data.buffer);
      section.relocations.forEach((relocation, i) => {
        const symbol = relocation.symbol === undefined ? 0 : symbolIndex.get(relocation.symbol)!;
        view.setUint32(i * 12, relocation.offset, true);
        view.setUint32(i * 12 + 4, (symbol << 8) | relocation.type, true);
        view.setInt32(i * 12 + 8, relocation.addend, true);
      });
      headers.push({
        ...header(names.add(`.rela${section.name}`), SectionType.rela, data),
        flags: SectionFlag.infoLink | (section.group === undefined ? 0 : SectionFlag.group),
        link: symtabIndex,
        info: sectionIndex.get(section)!,
        align: 4,
        entrySize: 12,
      });
    }
  }

  const symtab = new Uint8Array((symbols.length + 1) * 16);
  const symtabView = new DataView(symtab.buffer);
  symbols.forEach((symbol, i) => {
    const at = (i + 1) * 16;
    symtabView.setUint32(at, symbol.type === SymbolType.section ? 0 : strings.add(symbol.name), true);
    symtabView.setUint32(at + 4, symbol.value, true);
    symtabView.setUint32(at + 8, symbol.size, true);
    symtab[at + 12] = (symbol.binding << 4) | symbol.type;
    symtab[at + 13] = symbol.visibility;
    const index =
      symbol.section === 'undefined' || symbol.section === 'absolute' || symbol.section === 'common'
        ? SectionIndex[symbol.section]
        : sectionIndex.get(symbol.section)!;
    symtabView.setUint16(at + 14, index, true);
  });
  headers.push({
    ...header(names.add('.symtab'), SectionType.symtab, symtab),
    link: symtabIndex + 1,
    info: symbols.filter((s) => s.binding === SymbolBinding.local).length + 1,
    align: 4,
    entrySize: 16,
  });
  headers.push(header(names.add('.strtab'), SectionType.strtab, strings.data()));
  const shstrtab = header(names.add('.shstrtab'), SectionType.strtab, new Uint8Array(0));
  shstrtab.data = names.data();
  shstrtab.size = shstrtab.data.length;
  headers.push(shstrtab);

  return place(file, headers, sectionIndex);
}

function header(name: number, type: number, data: Uint8Array): Header {
  return {
    name,
    type,
    flags: 0,
    address: 0,
    data,
    size: data.length,
    link: 0,
    info: 0,
    align: 1,
    entrySize: 0,
    offset: 0,
  };
}

function place(
  file: ElfFileSpec,
  headers: Header[],
  sectionIndex: ReadonlyMap<ElfSectionSpec, number>,
): Uint8Array {
  const segments = file.segments ?? [];
  let offset = ELF_HEADER_SIZE + segments.length * PROGRAM_HEADER_SIZE;
  // Sections of a segment keep in the file the distances that they have in memory.
  for (const segment of segments) {
    offset = (offset + 15) & ~15;
    for (const section of segment.sections) {
      const entry = headers[sectionIndex.get(section)!]!;
      entry.offset = offset + (section.address - segment.address);
    }
    const last = segment.sections.findLast((s) => s.type !== SectionType.nobits);
    if (last !== undefined) offset += last.address - segment.address + last.size;
  }
  for (const entry of headers) {
    if (entry.offset !== 0 || entry.type === SectionType.null) continue;
    const align = Math.max(1, Math.min(entry.align, 16));
    offset = Math.ceil(offset / align) * align;
    entry.offset = offset;
    if (entry.type !== SectionType.nobits) offset += entry.data.length;
  }
  offset = (offset + 3) & ~3;

  const bytes = new Uint8Array(offset + headers.length * SECTION_HEADER_SIZE);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1, 0]);
  view.setUint16(16, file.type, true);
  view.setUint16(18, EM_XTENSA, true);
  view.setUint32(20, 1, true);
  view.setUint32(24, file.entry, true);
  view.setUint32(28, segments.length === 0 ? 0 : ELF_HEADER_SIZE, true);
  view.setUint32(32, offset, true);
  view.setUint32(36, EF_XTENSA_DEFAULT, true);
  view.setUint16(40, ELF_HEADER_SIZE, true);
  view.setUint16(42, segments.length === 0 ? 0 : PROGRAM_HEADER_SIZE, true);
  view.setUint16(44, segments.length, true);
  view.setUint16(46, SECTION_HEADER_SIZE, true);
  view.setUint16(48, headers.length, true);
  view.setUint16(50, headers.length - 1, true);

  segments.forEach((segment, i) => {
    const at = ELF_HEADER_SIZE + i * PROGRAM_HEADER_SIZE;
    const first = headers[sectionIndex.get(segment.sections[0]!)!]!;
    const last = segment.sections.at(-1)!;
    const lastInFile = segment.sections.findLast((s) => s.type !== SectionType.nobits);
    const fileSize = lastInFile === undefined ? 0 : lastInFile.address - segment.address + lastInFile.size;
    const memorySize = last.address - segment.address + last.size;
    const fields = [
      1,
      first.offset,
      segment.address,
      segment.loadAddress,
      fileSize,
      memorySize,
      segment.flags,
      1,
    ];
    fields.forEach((field, k) => view.setUint32(at + k * 4, field, true));
  });

  headers.forEach((entry, i) => {
    const at = offset + i * SECTION_HEADER_SIZE;
    const fields = [
      entry.name,
      entry.type,
      entry.flags,
      entry.address,
      entry.offset,
      entry.size,
      entry.link,
      entry.info,
      entry.type === SectionType.null ? 0 : entry.align,
      entry.entrySize,
    ];
    fields.forEach((field, k) => view.setUint32(at + k * 4, field, true));
    if (entry.type !== SectionType.nobits && entry.type !== SectionType.null)
      bytes.set(entry.data, entry.offset);
  });
  return bytes;
}
