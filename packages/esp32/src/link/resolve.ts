import { looksLikeElf } from '@xtal/xtensa/elf';
import { SymbolResolution, type Definition as DefinitionIn } from '@xtal/xtensa/linker';
import { ElfError, failureOf } from '../elf/elf-error.js';
import { LinkError } from './link-error.js';
import { readObject, type ObjectFile } from './object-file.js';

/** A file to link: relocatable object or archive. */
export interface LinkInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The definition that a global name stands for. */
export type Definition = DefinitionIn<ObjectFile>;

/** Objects that take part, the sections that they lose to COMDAT groups, and who defines which global name. */
export type Resolution = SymbolResolution<ObjectFile>;

/**
 * Reads the files, takes every object and those archive members that define a name still missing, and settles which
 * definition each global name has.
 *
 * @param wanted names to look for in archives although no object refers to them (entry points)
 * @throws ElfError on malformed files, LinkError on a name defined twice
 */
export function resolveInputs(inputs: readonly LinkInput[], wanted: readonly string[]): Resolution {
  const resolution: Resolution = new SymbolResolution((first, { object, symbol }) => {
    const { name } = symbol;
    throw new LinkError(
      {
        object: object.name,
        symbol: name,
        section: object.sections[symbol.section]?.name,
        offset: symbol.value,
      },
      `defines \`${name}', which ${first.object.name} defines already`,
    );
  });
  resolution.load(inputs, read, wanted, failureOf);
  return resolution;
}

function read(name: string, bytes: Uint8Array): ObjectFile {
  if (looksLikeElf(bytes)) return readObject(bytes, name);
  throw new ElfError({
    file: name,
    offset: 0,
    expected: 'an ELF object or an ar archive',
    found: 'something else',
  });
}
