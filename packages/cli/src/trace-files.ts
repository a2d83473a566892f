/** Trace files of any length: read and written piece by piece, with errors that carry the right exit code. */
import { closeSync, lstatSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CommandError, ExitCode, type CommandIo } from './command.js';
import { reason } from './files.js';

const PIECE = 1 << 18;

/**
 * The pieces of a file, read while they are asked for; every piece is a new array.
 * @throws {CommandError} with exit code 66, at once when the file cannot be opened, while reading when that fails.
 */
export function readPieces(io: CommandIo, path: string): Iterable<Uint8Array> {
  const unreadable = (error: unknown): CommandError =>
    new CommandError(`${path}: cannot be read: ${reason(error)}`, ExitCode.missingInput);
  let descriptor: number;
  try {
    descriptor = openSync(resolve(io.cwd, path), 'r');
  } catch (error) {
    throw unreadable(error);
  }
  return (function* () {
    try {
      for (;;) {
        const piece = new Uint8Array(PIECE);
        let count: number;
        try {
          count = readSync(descriptor, piece, 0, PIECE, null);
        } catch (error) {
          throw unreadable(error);
        }
        if (count === 0) return;
        yield piece.subarray(0, count);
      }
    } finally {
      closeSync(descriptor);
    }
  })();
}

/** A file being written; a name that ends in `.gz` is compressed. */
export class OutputFile {
  private readonly descriptor: number;
  private readonly compressed: boolean;
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;

  /** @throws {CommandError} with exit code 74 when the file cannot be created. */
  constructor(
    private readonly io: CommandIo,
    readonly path: string,
  ) {
    this.compressed = path.endsWith('.gz');
    try {
      this.descriptor = openSync(resolve(io.cwd, path), 'w');
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): CommandError {
    return new CommandError(`${this.path}: cannot be written: ${reason(error)}`, ExitCode.cannotWrite);
  }

  /** Takes bytes at once; the caller may reuse the array. */
  write(bytes: Uint8Array): void {
    if (!this.compressed) return this.put(bytes);
    // Pieces of a megabyte, each a member of its own: gzip files may have any number of them.
    this.pending.push(bytes.slice());
    this.pendingBytes += bytes.length;
    if (this.pendingBytes >= 1 << 20) this.compress();
  }

  private compress(): void {
    if (this.pendingBytes === 0) return;
    this.put(gzipSync(Buffer.concat(this.pending)));
    this.pending = [];
    this.pendingBytes = 0;
  }

  private put(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at);
    } catch (error) {
      throw this.failure(error);
    }
  }

  /** Ends the file. */
  close(): void {
    this.compress();
    try {
      closeSync(this.descriptor);
    } catch (error) {
      throw this.failure(error);
    }
  }

  /** Removes what was written: half a file helps nobody. Devices (`/dev/full`), pipes and links are not ours to remove. */
  discard(): void {
    const path = resolve(this.io.cwd, this.path);
    try {
      closeSync(this.descriptor);
      if (lstatSync(path).isFile()) unlinkSync(path);
    } catch {
      // It stays, then; the error that led here is the one to report.
    }
  }
}

/** Runs `write` on a new file; on an error the file is removed and the error passed on. */
export async function writeFileWith(
  io: CommandIo,
  path: string,
  write: (file: OutputFile) => Promise<void>,
): Promise<void> {
  const file = new OutputFile(io, path);
  try {
    await write(file);
    file.close();
  } catch (error) {
    file.discard();
    throw error;
  }
}
