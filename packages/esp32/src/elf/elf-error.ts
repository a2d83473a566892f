import type { ElfFailure } from '@xtal/xtensa/elf';
import { InputError } from '../input-error.js';

/** Facts of a malformed input file. Offsets are bytes from the start of the file (or of the archive member). */
export interface ElfErrorFacts {
  /** Name of the file, as the caller gave it; `archive.a(member.o)` for members. */
  readonly file: string;
  /** Where in the file, in bytes; absent when the whole file is meant. */
  readonly offset?: number | undefined;
  readonly expected: string;
  readonly found: string;
}

/** A file that is not what its format asks for. The message says which file, where, what was expected and found. */
export class ElfError extends InputError {
  readonly offset: number | undefined;
  readonly expected: string;
  readonly found: string;
  constructor(facts: ElfErrorFacts, options?: ErrorOptions) {
    const at = facts.offset === undefined ? '' : ` at offset 0x${facts.offset.toString(16)}`;
    super(facts.file, `${facts.file}${at}: expected ${facts.expected}, found ${facts.found}`, options);
    this.name = 'ElfError';
    this.offset = facts.offset;
    this.expected = facts.expected;
    this.found = facts.found;
  }
}

/** What the readers of `@xtal/xtensa/elf` call when a file is malformed, so that they throw ElfError. */
export function failureOf(file: string): ElfFailure {
  return (offset, expected, found) => {
    throw new ElfError({ file, offset, expected, found });
  };
}
