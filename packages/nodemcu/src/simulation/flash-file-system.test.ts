import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileSystemError, FlashFileSystem, FlashImageError, PAGE_BYTES } from './flash-file-system.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('the flash file system', () => {
  it('keeps files by name, a leading slash means nothing', () => {
    const files = new FlashFileSystem();
    files.write('init.lua', bytes('print(1)'));
    expect(Buffer.from(files.read('/init.lua')!).toString()).toBe('print(1)');
    expect(files.rename('init.lua', 'a.lua')).toBe(true);
    expect(files.names()).toEqual(['a.lua']);
    expect(files.remove('a.lua')).toBe(true);
    expect(files.remove('a.lua')).toBe(false);
  });

  it('counts pages, refuses what does not fit and keeps the old content', () => {
    const files = new FlashFileSystem(4 * PAGE_BYTES);
    files.write('a', new Uint8Array(PAGE_BYTES));
    expect(files.info()).toEqual({ total: 1024, used: 512, remaining: 512 });
    expect(() => files.write('a', new Uint8Array(4 * PAGE_BYTES))).toThrow('a: No space left on device');
    expect(files.read('a')).toHaveLength(PAGE_BYTES);
    expect(() => files.write('x'.repeat(32), bytes(''))).toThrow(FileSystemError);
  });

  it('an image holds everything', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z.]{1,20}$/), fc.uint8Array({ maxLength: 600 })),
        (content) => {
          const files = new FlashFileSystem();
          for (const [name, data] of Object.entries(content)) files.write(name, data);
          const again = FlashFileSystem.load(files.save());
          expect(again.names()).toEqual(files.names());
          for (const name of again.names()) expect(again.read(name)).toEqual(files.read(name));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('a cut or changed image is refused with the place', () => {
    const files = new FlashFileSystem();
    files.write('init.lua', bytes('print("hello")'));
    const image = files.save();
    for (let length = 0; length < image.length; length++)
      expect(() => FlashFileSystem.load(image.subarray(0, length))).toThrow(FlashImageError);
    for (let index = 0; index < image.length; index++) {
      if (index >= 12 && index < 16) continue; // the capacity may be any number that is large enough
      const damaged = image.slice();
      damaged[index]! ^= 0x55;
      expect(() => FlashFileSystem.load(damaged), `byte ${index}`).toThrow(FlashImageError);
    }
  });
});
