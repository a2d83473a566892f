/** Traces on disk. The only part of the outside trace that touches files, and only those it is told. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { TraceWriteError, type TraceSink } from './format.js';
import type { TraceSource } from './trace.js';

const READ_BYTES = 1 << 20;

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the device',
  EROFS: 'read-only file system',
  EDQUOT: 'disk quota exceeded',
  EFBIG: 'file too large',
};

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}

/**
 * Creates (or empties) a file for a trace.
 * @throws {TraceWriteError} when it cannot be created.
 */
export function fileTraceSink(path: string): TraceSink {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'w');
  } catch (error) {
    throw new TraceWriteError(path, reason(error), 0, 0, 0);
  }
  return {
    write(bytes) {
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      } catch (error) {
        throw new Error(reason(error));
      }
    },
    close() {
      try {
        closeSync(descriptor);
      } catch (error) {
        throw new Error(reason(error));
      }
    },
  };
}

/** A file to read a trace from; it is opened anew for every reading. Reading throws Node's own errors. */
export function fileTraceSource(path: string, name = path): TraceSource {
  return {
    name,
    *open() {
      const descriptor = openSync(path, 'r');
      try {
        const buffer = new Uint8Array(READ_BYTES);
        for (;;) {
          const count = readSync(descriptor, buffer, 0, buffer.length, null);
          if (count === 0) return;
          yield buffer.subarray(0, count);
        }
      } finally {
        closeSync(descriptor);
      }
    },
  };
}
