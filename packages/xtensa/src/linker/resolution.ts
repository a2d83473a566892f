/** Which object defines which global name, whatever has read the objects and wherever their sections go. */
import {
  isArchive,
  looksLikeElf,
  readArchiveMembers,
  SectionIndex,
  SymbolBinding,
  type ElfFailure,
  type ElfSymbol,
  type SectionGroup,
} from '../elf/index.js';

/** What the resolution of names needs of an object. */
export interface ResolvableObject<Symbol extends ElfSymbol = ElfSymbol> {
  readonly name: string;
  readonly sections: readonly { readonly index: number; readonly name: string }[];
  readonly symbols: readonly Symbol[];
  readonly groups: readonly SectionGroup[];
}

/** The definition that a global name stands for. */
export interface Definition<O extends ResolvableObject> {
  readonly object: O;
  readonly symbol: O['symbols'][number];
}

/** Bytes and alignment that all common symbols of one name ask for together. */
export interface CommonSize {
  readonly size: number;
  readonly align: number;
}

/** Rank of a definition: a higher one takes the name. */
const Rank = { weak: 1, common: 2, strong: 3 } as const;

function rank(symbol: ElfSymbol): number {
  if (symbol.section === SectionIndex.common) return Rank.common;
  return symbol.binding === SymbolBinding.weak ? Rank.weak : Rank.strong;
}

/**
 * Takes objects one by one and settles which definition each global name has, as GNU ld does: strong before common
 * before weak, one common of the largest size and alignment, the first of several COMDAT groups.
 */
export class SymbolResolution<O extends ResolvableObject> {
  /** Objects that take part, in the order in which they were taken. */
  readonly objects: O[] = [];
  readonly definitions = new Map<string, Definition<O>>();
  /** Of names whose definition is a common symbol. */
  readonly commons = new Map<string, CommonSize>();
  /** Names that nothing defines yet, with the first object that refers to them; weak while all references are. */
  readonly undefined = new Map<string, { readonly object: O; readonly weak: boolean }>();
  /** Per object: indices of sections that another object's group of the same signature stands for. */
  readonly discarded = new Map<O, ReadonlySet<number>>();
  private readonly groups = new Set<string>();

  /** @param defineTwice told of a second strong definition; the first one stays, unless this throws */
  constructor(private readonly defineTwice: (first: Definition<O>, second: Definition<O>) => void) {}

  /**
   * Takes all objects, and of archives the members that define a name still missing.
   *
   * @param read reads an object; called for every file that is no archive, and for members that are ELF files: other
   *   linkers pass over texts and index files too
   * @param wanted names to look for in archives although no object refers to them: the first that there is
   * @param failureOf gives the errors of malformed archives, ElfFormatError when absent
   */
  load(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    read: (name: string, bytes: Uint8Array) => O,
    wanted: readonly string[] = [],
    failureOf?: (file: string) => ElfFailure,
  ): void {
    const members: O[] = [];
    for (const { name, bytes } of files) {
      if (!isArchive(bytes)) {
        this.take(read(name, bytes));
        continue;
      }
      for (const member of readArchiveMembers(name, bytes, failureOf?.(name)))
        if (looksLikeElf(member.bytes)) members.push(read(`${name}(${member.name})`, member.bytes));
    }
    this.takeMembers(members, wanted);
  }

  /** Takes an object with all its definitions and references. */
  take(object: O): void {
    this.objects.push(object);
    const discarded = new Set<number>();
    for (const { signature, comdat, members } of object.groups) {
      if (!comdat) continue;
      if (this.groups.has(signature)) for (const member of members) discarded.add(member);
      else this.groups.add(signature);
    }
    // Compilers before section groups used the name alone.
    for (const section of object.sections) {
      if (!section.name.startsWith('.gnu.linkonce.')) continue;
      if (this.groups.has(section.name)) discarded.add(section.index);
      else this.groups.add(section.name);
    }
    this.discarded.set(object, discarded);
    for (const symbol of object.symbols) {
      if (symbol.binding === SymbolBinding.local || symbol.name === '') continue;
      if (symbol.section === SectionIndex.undefined || discarded.has(symbol.section))
        this.refer(object, symbol);
      else this.define({ object, symbol });
    }
  }

  /**
   * Takes archive members until no further one defines a name that is referred to; of several that define one name the
   * first, as an archive's own index would say.
   */
  private takeMembers(members: readonly O[], wanted: readonly string[]): void {
    const index = new Map<string, O>();
    for (const member of members) {
      for (const symbol of member.symbols) {
        const defines = symbol.binding !== SymbolBinding.local && symbol.section !== SectionIndex.undefined;
        if (defines && symbol.name !== '' && !index.has(symbol.name)) index.set(symbol.name, member);
      }
    }
    const queue = this.missing();
    const start = wanted.some((name) => this.definitions.has(name))
      ? undefined
      : wanted.find((name) => index.has(name));
    if (start !== undefined) queue.push(start);
    const taken = new Set<O>();
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const member = index.get(name);
      if (member === undefined || taken.has(member) || this.definitions.has(name)) continue;
      taken.add(member);
      const before = new Set(this.missing());
      this.take(member);
      for (const next of this.missing()) if (!before.has(next)) queue.push(next);
    }
  }

  private missing(): string[] {
    return [...this.undefined].filter(([, { weak }]) => !weak).map(([name]) => name);
  }

  private refer(object: O, symbol: ElfSymbol): void {
    const { name } = symbol;
    if (this.definitions.has(name)) return;
    const weak = symbol.binding === SymbolBinding.weak;
    const known = this.undefined.get(name);
    if (known === undefined || (known.weak && !weak)) this.undefined.set(name, { object, weak });
  }

  private define(definition: Definition<O>): void {
    const { symbol } = definition;
    const { name } = symbol;
    this.undefined.delete(name);
    const known = this.definitions.get(name);
    const [before, now] = [known === undefined ? 0 : rank(known.symbol), rank(symbol)];
    if (now === Rank.common && before <= Rank.common) {
      const common = this.commons.get(name);
      // The value of a common symbol is its alignment.
      const align = Math.max(symbol.value, common?.align ?? 0);
      this.commons.set(name, { size: Math.max(symbol.size, common?.size ?? 0), align });
      if (known !== undefined && before === now && known.symbol.size >= symbol.size) return;
    } else if (now <= before) {
      if (now === Rank.strong && !isSameNumber(known!.symbol, symbol)) this.defineTwice(known!, definition);
      return;
    } else this.commons.delete(name);
    this.definitions.set(name, definition);
  }
}

/** Two absolute symbols of one value are no conflict. */
function isSameNumber(a: ElfSymbol, b: ElfSymbol): boolean {
  return a.section === SectionIndex.absolute && b.section === SectionIndex.absolute && a.value === b.value;
}
