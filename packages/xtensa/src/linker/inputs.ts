/** What is linked: objects, members of archives, their sections and symbols. */
import {
  ElfFormatError,
  ElfType,
  readElfObject,
  SectionFlag,
  SectionIndex,
  SectionType,
  SymbolBinding,
  type ElfObject,
  type ObjectSection,
  type ObjectSymbol,
} from '../elf/index.js';
import { isArchive, readArchiveMembers } from './archive.js';

/** An object or archive to link. */
export interface LinkObject {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `linkObjects` can be told. */
export interface LinkObjectsOptions {
  readonly script: { readonly name: string; readonly text: string };
  /** Overrides the script's ENTRY. */
  readonly entry?: string | undefined;
  /** Address of a symbol that no object and no script defines; undefined when there is none. */
  readonly resolve?: ((name: string) => number | undefined) | undefined;
}

/** What came out of a link. */
export interface LinkedFile {
  /** The executable; undefined when there were errors. */
  readonly elf: Uint8Array | undefined;
  /** One message an error: what, where (object, section, offset or script line), what was expected. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** An input section. */
export interface Input {
  readonly object: ElfObject;
  readonly section: ObjectSection;
  output: Output | undefined;
  /** Offset in the output section. */
  offset: number;
}

/** A common symbol, placed like a section. */
export interface Common {
  readonly name: string;
  readonly size: number;
  readonly align: number;
  output: Output | undefined;
  offset: number;
}

/** Something in an output section. */
export interface Piece {
  readonly offset: number;
  readonly input?: Input;
  readonly data?: { readonly size: number; readonly value: number };
}

/** An output section under construction. */
export interface Output {
  readonly name: string;
  readonly pieces: Piece[];
  address: number;
  loadAddress: number;
  size: number;
  align: number;
  alloc: boolean;
  flags: number;
  nobits: boolean;
  type: number;
  entrySize: number;
}

/** Where a global symbol is defined. */
export interface Definition {
  readonly object: ElfObject;
  readonly symbol: ObjectSymbol;
}

/** Objects that take part, symbols resolved. */
export class LinkInputs {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  protected readonly objects: ElfObject[] = [];
  protected readonly definitions = new Map<string, Definition>();
  protected readonly undefined = new Map<string, { object: ElfObject; weak: boolean }>();
  protected readonly commons = new Map<string, Common>();
  protected readonly inputs: Input[] = [];
  protected readonly inputOf = new Map<ObjectSection, Input>();
  protected scriptSymbols = new Map<string, number>();
  private readonly comdats = new Set<string>();

  constructor(protected readonly options: LinkObjectsOptions) {}

  protected error(message: string): void {
    if (this.errors.length < 100) this.errors.push(message);
  }

  protected load(files: readonly LinkObject[]): void {
    const archives: { name: string; members: ElfObject[] }[] = [];
    for (const { name, bytes } of files) {
      if (isArchive(bytes)) {
        const members = readArchiveMembers(name, bytes);
        archives.push({ name, members: members.map((m) => this.read(`${name}(${m.name})`, m.bytes)) });
      } else this.add(this.read(name, bytes));
    }
    for (let found = true; found;) {
      found = false;
      for (const archive of archives) {
        for (let i = 0; i < archive.members.length; i++) {
          const member = archive.members[i]!;
          const wanted = member.symbols.some(
            (s) =>
              s.binding !== SymbolBinding.local &&
              s.section !== 0 &&
              this.undefined.get(s.name)?.weak === false,
          );
          if (!wanted) continue;
          archive.members.splice(i--, 1);
          this.add(member);
          found = true;
        }
      }
    }
  }

  private read(name: string, bytes: Uint8Array): ElfObject {
    const object = readElfObject(name, bytes);
    if (object.type !== ElfType.relocatable) {
      throw new ElfFormatError(name, 16, `ELF type ${object.type}, expected 1 (relocatable object)`);
    }
    return object;
  }

  private add(object: ElfObject): void {
    this.objects.push(object);
    const dropped = new Set<number>();
    for (const group of object.groups) {
      if (!group.comdat) continue;
      if (this.comdats.has(group.signature)) for (const member of group.members) dropped.add(member);
      else this.comdats.add(group.signature);
    }
    for (const section of object.sections) {
      const { type } = section;
      if (dropped.has(section.index) || (section.flags & SectionFlag.exclude) !== 0) continue;
      const carries =
        type === SectionType.progbits ||
        type === SectionType.nobits ||
        type === SectionType.note ||
        (type >= SectionType.initArray && type <= SectionType.preinitArray);
      if (!carries || section.name === '') continue;
      const input: Input = { object, section, output: undefined, offset: 0 };
      this.inputs.push(input);
      this.inputOf.set(section, input);
    }
    for (const symbol of object.symbols) this.addSymbol(object, symbol, dropped);
  }

  private addSymbol(object: ElfObject, symbol: ObjectSymbol, dropped: ReadonlySet<number>): void {
    const { name } = symbol;
    if (symbol.binding === SymbolBinding.local || name === '') return;
    const weak = symbol.binding === SymbolBinding.weak;
    if (symbol.section === SectionIndex.undefined || dropped.has(symbol.section)) {
      if (this.definitions.has(name) || this.commons.has(name)) return;
      const known = this.undefined.get(name);
      if (known === undefined || (known.weak && !weak)) this.undefined.set(name, { object, weak });
      return;
    }
    if (symbol.section === SectionIndex.common) {
      if (this.definitions.has(name)) return;
      const known = this.commons.get(name);
      const size = Math.max(symbol.size, known?.size ?? 0);
      const align = Math.max(symbol.value || 1, known?.align ?? 1);
      this.commons.set(name, { name, size, align, output: undefined, offset: 0 });
      this.undefined.delete(name);
      return;
    }
    const known = this.definitions.get(name);
    if (known !== undefined) {
      if (weak) return;
      if (known.symbol.binding !== SymbolBinding.weak) {
        this.error(`${name} is defined twice: in ${known.object.name} and in ${object.name}`);
        return;
      }
    }
    this.definitions.set(name, { object, symbol });
    this.undefined.delete(name);
    this.commons.delete(name);
  }

  /** Address of a global name, undefined when nobody defines it. */
  protected addressOfName(name: string): number | undefined {
    const definition = this.definitions.get(name);
    if (definition !== undefined) return this.addressInObject(definition.object, definition.symbol);
    const common = this.commons.get(name);
    if (common !== undefined) return ((common.output?.address ?? 0) + common.offset) >>> 0;
    return this.scriptSymbols.get(name) ?? this.options.resolve?.(name);
  }

  protected addressInObject(object: ElfObject, symbol: ObjectSymbol): number | undefined {
    if (symbol.section === SectionIndex.absolute) return symbol.value;
    const section = object.sections[symbol.section];
    const input = section && this.inputOf.get(section);
    if (input?.output === undefined) return undefined;
    return (input.output.address + input.offset + symbol.value) >>> 0;
  }

  protected addressOfSymbol(object: ElfObject, symbol: ObjectSymbol): number | undefined {
    if (symbol.binding === SymbolBinding.local) return this.addressInObject(object, symbol);
    return this.addressOfName(symbol.name);
  }
}
