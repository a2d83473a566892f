/** An error in one statement; the rest of the line is skipped. */
export class StatementError extends Error {
  constructor(
    message: string,
    /** Position in the frame's text. */
    readonly pos: number,
  ) {
    super(message);
  }
}

/** A limit was reached or too much is wrong: assembly ends. */
export class AbortError extends Error {}

/** What stands at a position, for messages. */
export function show(text: string, pos: number): string {
  const c = text[pos];
  if (c === undefined || c === '\n') return 'the end of the line';
  const word = /^[\w.$]+/.exec(text.slice(pos, pos + 40))?.[0];
  return `"${word ?? c}"`;
}
