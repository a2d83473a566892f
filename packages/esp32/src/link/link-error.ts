import { InputError } from '../input-error.js';

/** Where in the input a link failed. */
export interface LinkPlace {
  /** Object file, `archive.a(member.o)` for members. */
  readonly object: string;
  readonly section?: string | undefined;
  /** Bytes from the start of the section. */
  readonly offset?: number | undefined;
  readonly symbol?: string | undefined;
}

/** Objects that cannot be linked: undefined or doubly defined names, targets out of reach, regions that are full. */
export class LinkError extends InputError {
  readonly place: LinkPlace;
  constructor(place: LinkPlace, message: string, options?: ErrorOptions) {
    super(place.object, `${describePlace(place)}: ${message}`, options);
    this.name = 'LinkError';
    this.place = place;
  }
}

/** `object(section+0xoffset)`, as GNU ld writes it. */
export function describePlace({ object, section, offset }: LinkPlace): string {
  if (section === undefined) return object;
  return `${object}(${section}${offset === undefined ? '' : `+0x${offset.toString(16)}`})`;
}
