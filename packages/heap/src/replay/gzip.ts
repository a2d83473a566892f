/** gzip as a stream of chunks, with Node's zlib. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { TraceError } from './errors.js';
import type { ByteChunks } from './lines.js';

/** True when `bytes` start as gzip data does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unpacks gzip data chunk by chunk.
 * @throws {TraceError} while iterating, when the data is damaged (malformed) or ends early (truncated).
 */
export async function* gunzip(chunks: ByteChunks, name: string): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: false });
  const unpacked = createGunzip();
  // An error of the source has to end the unpacking too, and is the one to report.
  let cause: unknown;
  source.on('error', (error) => {
    cause = error;
    unpacked.destroy(error);
  });
  source.pipe(unpacked);
  try {
    for await (const chunk of unpacked) yield chunk as Uint8Array;
  } catch (error) {
    if (cause !== undefined) throw cause instanceof Error ? cause : new Error('reading failed', { cause });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new TraceError(name, 0, 'truncated', 'gzip data ends early');
    throw new TraceError(name, 0, 'malformed', `damaged gzip data (${message})`);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}
