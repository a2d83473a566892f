import { looksLikeArchive, readArchive } from '../elf/archive.js';
import { SectionIndex, SymbolBinding } from '@xtal/xtensa/elf';
import { ElfError } from '../elf/elf-error.js';
import { looksLikeElf } from '../elf/elf-file.js';
import type { ElfSymbol } from '../elf/elf-symbols.js';
import { LinkError } from './link-error.js';
import { readObject, type ObjectFile } from './object-file.js';

/** A file to link: relocatable object or archive. */
export interface LinkInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The definition that a global name stands for. */
export interface Definition {
  readonly object: ObjectFile;
  readonly symbol: ElfSymbol;
}

/** Objects that take part, the sections that they lose to COMDAT groups, and who defines which global name. */
export interface Resolution {
  readonly objects: readonly ObjectFile[];
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Per object: section indices that another object's group of the same signature stands for. */
  readonly discarded: ReadonlyMap<ObjectFile, ReadonlySet<number>>;
}

/** Rank of a definition: a higher one takes the name. */
function rank(symbol: ElfSymbol): number {
  if (symbol.section === SectionIndex.common) return 2;
  return symbol.binding === SymbolBinding.weak ? 1 : 3;
}

/**
 * Reads the files, takes every object and those archive members that define a name still missing, and settles which
 * definition each global name has: strong before common before weak, the largest of several commons.
 *
 * @param wanted names to look for in archives although no object refers to them (entry points)
 * @throws ElfError on malformed files, LinkError on a name defined twice
 */
export function resolveInputs(inputs: readonly LinkInput[], wanted: readonly string[]): Resolution {
  const resolver = new Resolver();
  for (const input of inputs) {
    if (looksLikeArchive(input.bytes)) {
      for (const member of readArchive(input.bytes, input.name)) {
        // Members that are no objects (texts, index files) are passed over, as other linkers do.
        if (looksLikeElf(member.bytes))
          resolver.members.push(readObject(member.bytes, `${input.name}(${member.name})`));
      }
    } else if (looksLikeElf(input.bytes)) {
      resolver.take(readObject(input.bytes, input.name));
    } else {
      throw new ElfError({
        file: input.name,
        offset: 0,
        expected: 'an ELF object or an ar archive',
        found: 'something else',
      });
    }
  }
  resolver.pull(wanted);
  return resolver;
}

class Resolver implements Resolution {
  readonly objects: ObjectFile[] = [];
  readonly definitions = new Map<string, Definition>();
  readonly discarded = new Map<ObjectFile, Set<number>>();
  readonly members: ObjectFile[] = [];
  /** Strong references that nothing defines yet. */
  private readonly missing = new Set<string>();
  private readonly groups = new Set<string>();

  take(object: ObjectFile): void {
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
      if (symbol.section === SectionIndex.undefined || discarded.has(symbol.section)) {
        if (symbol.binding !== SymbolBinding.weak && !this.definitions.has(symbol.name))
          this.missing.add(symbol.name);
        continue;
      }
      this.define({ object, symbol });
    }
  }

  private define(definition: Definition): void {
    const { name } = definition.symbol;
    const known = this.definitions.get(name);
    this.missing.delete(name);
    if (known === undefined) {
      this.definitions.set(name, definition);
      return;
    }
    const [before, now] = [rank(known.symbol), rank(definition.symbol)];
    if (before === 3 && now === 3) {
      const same =
        known.symbol.section === SectionIndex.absolute && definition.symbol.section === SectionIndex.absolute;
      if (same && known.symbol.value === definition.symbol.value) return;
      throw new LinkError(
        {
          object: definition.object.name,
          symbol: name,
          section: definition.object.sections[definition.symbol.section]?.name,
          offset: definition.symbol.value,
        },
        `defines \`${name}', which ${known.object.name} defines already`,
      );
    }
    const largerCommon = before === 2 && now === 2 && definition.symbol.size > known.symbol.size;
    if (now > before || largerCommon) this.definitions.set(name, definition);
  }

  /** Takes archive members until no further one defines a missing name. */
  pull(wanted: readonly string[]): void {
    if (!wanted.some((name) => this.definitions.has(name))) {
      const provider = wanted.find((name) => this.members.some((member) => defines(member, name)));
      if (provider !== undefined) this.missing.add(provider);
    }
    // First member that defines a name, as an archive's own index would say.
    const index = new Map<string, ObjectFile>();
    for (const member of this.members) {
      for (const symbol of member.symbols) {
        if (isDefinition(symbol) && !index.has(symbol.name)) index.set(symbol.name, member);
      }
    }
    const taken = new Set<ObjectFile>();
    const queue = [...this.missing];
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const member = index.get(name);
      if (member === undefined || taken.has(member) || !this.missing.has(name)) continue;
      taken.add(member);
      const before = new Set(this.missing);
      this.take(member);
      for (const next of this.missing) if (!before.has(next)) queue.push(next);
    }
  }
}

function isDefinition(symbol: ElfSymbol): boolean {
  return (
    symbol.binding !== SymbolBinding.local &&
    symbol.name !== '' &&
    symbol.section !== SectionIndex.undefined &&
    symbol.section !== SectionIndex.common
  );
}

function defines(object: ObjectFile, name: string): boolean {
  return object.symbols.some((symbol) => symbol.name === name && isDefinition(symbol));
}
