import { expect, test } from 'vitest';
import { GuestConsole } from './console.js';

const put = (console: GuestConsole, text: string): void => {
  for (const byte of Buffer.from(text)) console.write(byte);
};

test('output is handed on by lines, the rest when flushed', () => {
  const chunks: string[] = [];
  const console = new GuestConsole((bytes) => chunks.push(Buffer.from(bytes).toString()));
  put(console, 'one\ntwo');
  expect(chunks).toEqual(['one\n']);
  console.flush();
  console.flush();
  expect(chunks).toEqual(['one\n', 'two']);
});

test('a text is found across writes and behind a false start', () => {
  const console = new GuestConsole(undefined);
  let seen = 0;
  const stop = console.watch('aab', () => seen++);
  put(console, 'xaaaab');
  expect(seen).toBe(1);
  put(console, 'aab');
  expect(seen).toBe(2);
  stop();
  put(console, 'aab');
  expect(seen).toBe(2);
});

test('an empty text cannot be watched for', () => {
  expect(() => new GuestConsole(undefined).watch('', () => undefined)).toThrow(/expected 1 to/);
});
