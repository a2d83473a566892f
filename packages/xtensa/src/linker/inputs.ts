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
import { SymbolResolution } from './resolution.js';

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

/** Objects that take part, symbols resolved. */
export class LinkInputs {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  protected readonly resolution = new SymbolResolution<ElfObject>((first, second) =>
    this.error(
      `${second.symbol.name} is defined twice: in ${first.object.name} and in ${second.object.name}`,
    ),
  );
  protected readonly commons = new Map<string, Common>();
  protected readonly inputs: Input[] = [];
  protected readonly inputOf = new Map<ObjectSection, Input>();
  protected scriptSymbols = new Map<string, number>();

  constructor(protected readonly options: LinkObjectsOptions) {}

  protected error(message: string): void {
    if (this.errors.length < 100) this.errors.push(message);
  }

  protected load(files: readonly LinkObject[]): void {
    const { resolution } = this;
    resolution.load(files, readRelocatable);
    for (const object of resolution.objects) this.addSections(object);
    for (const [name, { size, align }] of resolution.commons)
      this.commons.set(name, { name, size, align: align || 1, output: undefined, offset: 0 });
  }

  private addSections(object: ElfObject): void {
    const dropped = this.resolution.discarded.get(object)!;
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
  }

  /** Address of a global name, undefined when nobody defines it. */
  protected addressOfName(name: string): number | undefined {
    const common = this.commons.get(name);
    if (common !== undefined) return ((common.output?.address ?? 0) + common.offset) >>> 0;
    const definition = this.resolution.definitions.get(name);
    if (definition !== undefined) return this.addressInObject(definition.object, definition.symbol);
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

function readRelocatable(name: string, bytes: Uint8Array): ElfObject {
  const object = readElfObject(name, bytes);
  if (object.type !== ElfType.relocatable)
    throw new ElfFormatError(name, 16, `ELF type ${object.type}, expected 1 (relocatable object)`);
  return object;
}
