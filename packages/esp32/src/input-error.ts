/** A file handed in from outside that cannot be used. Base of ElfError and LinkError, so that callers can tell it from a bug. */
export class InputError extends Error {
  /** Name of the file, as the caller gave it. */
  readonly file: string;
  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InputError';
    this.file = file;
  }
}
