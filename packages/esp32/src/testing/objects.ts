import { encode, findInstruction, storeWord } from '@xtal/xtensa';
import { ElfType, SectionFlag, SectionType, SymbolBinding, SymbolType, writeElf } from '@xtal/xtensa/elf';

type SectionSpec = Parameters<typeof writeElf>[0]['sections'][number];
type SymbolSpec = Parameters<typeof writeElf>[0]['symbols'][number];
type RelocationSpec = SectionSpec['relocations'][number];

const FLAGS: Record<string, number> = {
  text: SectionFlag.alloc | SectionFlag.execute,
  rodata: SectionFlag.alloc,
  data: SectionFlag.alloc | SectionFlag.write,
  bss: SectionFlag.alloc | SectionFlag.write,
  tls: SectionFlag.alloc | SectionFlag.write | SectionFlag.tls,
  debug: 0,
};

/** Builds relocatable objects for tests, a section and a symbol at a time. */
export class TestObject {
  private readonly sections: SectionSpec[] = [];
  private readonly symbols: SymbolSpec[] = [];

  /** Adds a section; `kind` gives its flags. */
  section(
    name: string,
    kind: 'text' | 'rodata' | 'data' | 'bss' | 'tls' | 'debug',
    data: Uint8Array | number,
    options: { align?: number; group?: string } = {},
  ): SectionSpec {
    const section = {
      name,
      type: kind === 'bss' ? SectionType.nobits : SectionType.progbits,
      flags: FLAGS[kind]!,
      address: 0,
      data: typeof data === 'number' ? new Uint8Array(kind === 'bss' ? 0 : data) : data,
      size: typeof data === 'number' ? data : data.length,
      align: options.align ?? 4,
      entrySize: 0,
      relocations: [] as RelocationSpec[],
      group: options.group,
    };
    this.sections.push(section);
    return section;
  }

  /** Adds a symbol; without a section it is undefined. */
  symbol(
    name: string,
    section: SectionSpec | 'undefined' | 'absolute' | 'common' = 'undefined',
    options: { value?: number; size?: number; binding?: number; type?: number } = {},
  ): SymbolSpec {
    const symbol = {
      name,
      value: options.value ?? 0,
      size: options.size ?? 0,
      binding: options.binding ?? SymbolBinding.global,
      type: options.type ?? (section === 'undefined' ? SymbolType.none : SymbolType.function),
      visibility: 0,
      section,
    };
    this.symbols.push(symbol);
    return symbol;
  }

  /** Adds a relocation to a section. */
  relocate(section: SectionSpec, offset: number, type: number, symbol: SymbolSpec, addend = 0): this {
    (section.relocations as RelocationSpec[]).push({ offset, type, symbol, addend });
    return this;
  }

  bytes(): Uint8Array {
    return writeElf({ type: ElfType.relocatable, entry: 0, sections: this.sections, symbols: this.symbols });
  }
}

/** Instructions as bytes. Targets of calls and L32R are left at a distance of nothing: relocations fill them in. */
export function code(...instructions: [name: string, ...operands: number[]][]): Uint8Array {
  const bytes: number[] = [];
  for (const [name, ...operands] of instructions) {
    const instruction = findInstruction(name)!;
    const word = new Uint8Array(instruction.length);
    storeWord(word, 0, encode(instruction, operands, bytes.length), instruction.length);
    bytes.push(...word);
  }
  return Uint8Array.from(bytes);
}

/** An `ar` archive of the given members. */
export function archive(members: { name: string; bytes: Uint8Array }[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('!<arch>\n')];
  for (const { name, bytes } of members) {
    const header = `${`${name}/`.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`;
    parts.push(Buffer.from(header), Buffer.from(bytes), Buffer.alloc(bytes.length & 1, 10));
  }
  return new Uint8Array(Buffer.concat(parts));
}
