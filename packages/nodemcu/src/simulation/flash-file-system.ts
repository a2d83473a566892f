/**
 * The file system in the simulated flash: a flat folder of named files with SPIFFS's limits
 * (names of at most 31 bytes, no folders, space counted in pages), kept in one image that can be
 * saved to and loaded from a host file. It never touches the host by itself. Names are bytes, one character each
 * (as Lua sees them; a host's name goes through UTF-8).
 *
 * Image format `xtal-ffs` version 1, little-endian:
 *   8 bytes  magic "xtal-ffs", u32 version = 1, u32 capacity in bytes, u32 number of files;
 *   per file: u32 length of the name, its bytes, u32 length of the content, content, u32 CRC-32 of name and content.
 */
import { crc32 } from 'node:zlib';

const MAGIC = 'xtal-ffs';
const VERSION = 1;
const HEADER_BYTES = 20;

/** Bytes of a page; every file takes whole pages, and one more for its index (SPIFFS's layout with 256-byte pages). */
export const PAGE_BYTES = 256;
/** Longest file name in bytes (SPIFFS_OBJ_NAME_LEN 32, one of them the terminator). */
export const NAME_BYTES_MAX = 31;
/** Capacity when none is given: the data partition of NodeMCU's default partition table. */
export const DEFAULT_CAPACITY = 0x70000;

/** An image that cannot be read: says at which byte and what was expected. */
export class FlashImageError extends Error {
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {
    super(`flash file system image: at byte ${offset}: expected ${expected}`);
    this.name = 'FlashImageError';
  }
}

/** Why an operation failed, in the words of the C library's `strerror` on the device. */
export type FileFault =
  'No such file or directory' | 'No space left on device' | 'File name too long' | 'Invalid argument';

/** Thrown by {@link FlashFileSystem} for what a script did wrong. */
export class FileSystemError extends Error {
  constructor(
    readonly fileName: string,
    readonly fault: FileFault,
  ) {
    super(`${fileName}: ${fault}`);
    this.name = 'FileSystemError';
  }
}

function pagesOf(bytes: number): number {
  return 1 + Math.ceil(bytes / PAGE_BYTES);
}

/** The files of one simulated flash partition. */
export class FlashFileSystem {
  readonly #files = new Map<string, Uint8Array>();
  #usedPages = 0;

  /** @param capacity - Bytes of the partition. */
  constructor(readonly capacity: number = DEFAULT_CAPACITY) {}

  /** Names of all files, sorted. */
  names(): string[] {
    return [...this.#files.keys()].sort();
  }

  /** A file's content (not a copy), or undefined when there is no such file. */
  read(name: string): Uint8Array | undefined {
    return this.#files.get(this.#normalised(name));
  }

  /**
   * Creates or replaces a file.
   * @throws {FileSystemError} when the name is empty or too long, or the partition is full; the old content then stays.
   */
  write(name: string, content: Uint8Array): void {
    const key = this.#normalised(name);
    if (key === '') throw new FileSystemError(name, 'Invalid argument');
    if (key.length > NAME_BYTES_MAX) throw new FileSystemError(name, 'File name too long');
    const old = this.#files.get(key);
    const pages = this.#usedPages - (old ? pagesOf(old.length) : 0) + pagesOf(content.length);
    if (pages * PAGE_BYTES > this.capacity) throw new FileSystemError(name, 'No space left on device');
    this.#files.set(key, new Uint8Array(content)); // a copy also of a Buffer, whose slice() is none
    this.#usedPages = pages;
  }

  /** Removes a file; false when there was none. */
  remove(name: string): boolean {
    const key = this.#normalised(name);
    const old = this.#files.get(key);
    if (!old) return false;
    this.#usedPages -= pagesOf(old.length);
    return this.#files.delete(key);
  }

  /** Renames a file, replacing nothing: false when `from` is missing or `to` exists. */
  rename(from: string, to: string): boolean {
    const source = this.#normalised(from);
    const target = this.#normalised(to);
    const content = this.#files.get(source);
    if (!content || this.#files.has(target) || target === '' || target.length > NAME_BYTES_MAX) return false;
    this.#files.delete(source);
    this.#files.set(target, content);
    return true;
  }

  /** Removes all files. */
  format(): void {
    this.#files.clear();
    this.#usedPages = 0;
  }

  /** Bytes free, used and in all. */
  info(): { remaining: number; used: number; total: number } {
    const used = this.#usedPages * PAGE_BYTES;
    return { remaining: this.capacity - used, used, total: this.capacity };
  }

  /** The image of all files, see the head of this file. */
  save(): Uint8Array {
    const parts: Uint8Array[] = [];
    const header = Buffer.alloc(HEADER_BYTES);
    header.write(MAGIC, 'latin1');
    header.writeUInt32LE(VERSION, 8);
    header.writeUInt32LE(this.capacity, 12);
    header.writeUInt32LE(this.#files.size, 16);
    parts.push(header);
    for (const name of this.names()) {
      const nameBytes = Buffer.from(name, 'latin1');
      const content = this.#files.get(name)!;
      parts.push(
        word(nameBytes.length),
        nameBytes,
        word(content.length),
        content,
        word(crc32(content, crc32(nameBytes))),
      );
    }
    return Buffer.concat(parts);
  }

  /**
   * Reads an image that {@link FlashFileSystem.save} made.
   * @throws {FlashImageError} when the image is cut off, damaged or of another format.
   */
  static load(image: Uint8Array): FlashFileSystem {
    const bytes = Buffer.from(image.buffer, image.byteOffset, image.length);
    const need = (offset: number, count: number, what: string): void => {
      if (offset + count > bytes.length)
        throw new FlashImageError(offset, `${what} (${count} bytes, ${bytes.length - offset} left)`);
    };
    need(0, HEADER_BYTES, 'a header');
    if (bytes.toString('latin1', 0, 8) !== MAGIC) throw new FlashImageError(0, `the magic "${MAGIC}"`);
    if (bytes.readUInt32LE(8) !== VERSION)
      throw new FlashImageError(8, `version ${VERSION}, found ${bytes.readUInt32LE(8)}`);
    const fileSystem = new FlashFileSystem(bytes.readUInt32LE(12));
    const count = bytes.readUInt32LE(16);
    let offset = HEADER_BYTES;
    const field = (what: string): Buffer => {
      need(offset, 4, `the length of ${what}`);
      const length = bytes.readUInt32LE(offset);
      need(offset + 4, length, what);
      const start = offset + 4;
      offset = start + length;
      return bytes.subarray(start, offset);
    };
    for (let index = 0; index < count; index++) {
      const start = offset;
      const name = field(`the name of file ${index}`);
      const content = field(`the content of file ${index}`);
      need(offset, 4, `the checksum of file ${index}`);
      if (bytes.readUInt32LE(offset) !== crc32(content, crc32(name)))
        throw new FlashImageError(offset, `the checksum of file ${index} ("${name.toString()}") to fit`);
      offset += 4;
      try {
        fileSystem.write(name.toString('latin1'), content);
      } catch (error) {
        throw new FlashImageError(start, `a file that fits: ${(error as Error).message}`);
      }
    }
    if (offset !== bytes.length)
      throw new FlashImageError(offset, `the end, found ${bytes.length - offset} more bytes`);
    return fileSystem;
  }

  /** The partition is mounted at "", so a leading slash means nothing. */
  #normalised(name: string): string {
    return name.replace(/^\/+/, '');
  }
}

function word(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
