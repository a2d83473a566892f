import { expect, test } from 'vitest';
import { Clock } from './clock.js';

test('events happen in the order of their cycles, those of one cycle in the order given', () => {
  const clock = new Clock(() => 0);
  const seen: string[] = [];
  clock.at(30, () => seen.push('30'));
  clock.at(10, () => seen.push('10a'));
  clock.at(20, () => seen.push('20'));
  clock.at(10, () => seen.push('10b'));
  expect(clock.nextCycle).toBe(10);
  clock.runDue(20);
  expect(seen).toEqual(['10a', '10b', '20']);
  expect(clock.nextCycle).toBe(30);
});

test('a cancelled event does not happen, and does not count as the next one', () => {
  const clock = new Clock(() => 0);
  const cancel = clock.at(5, () => expect.fail('cancelled'));
  clock.at(9, () => undefined);
  cancel();
  expect(clock.nextCycle).toBe(9);
  clock.runDue(100);
  expect(clock.nextCycle).toBe(Infinity);
});

test('an event may schedule another one that is due at once', () => {
  const clock = new Clock(() => 0);
  const seen: number[] = [];
  clock.at(1, () => {
    seen.push(1);
    clock.at(2, () => seen.push(2));
  });
  clock.runDue(2);
  expect(seen).toEqual([1, 2]);
});

test('a thousand events in random order come out sorted', () => {
  const clock = new Clock(() => 0);
  const seen: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const cycle = (i * 7919) % 1009;
    clock.at(cycle, () => seen.push(cycle));
  }
  clock.runDue(Infinity);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.length).toBe(1000);
});
