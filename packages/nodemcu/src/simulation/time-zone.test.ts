import { describe, expect, it } from 'vitest';
import { fromWallClock, offsetAt, parseTimeZone, UTC } from './time-zone.js';

const at = (text: string): number => Date.parse(text) / 1000;

describe('TZ', () => {
  it.each([
    ['UTC0', 0],
    ['EST5', -18000],
    ['EST+5', -18000],
    ['CET-1', 3600],
    ['<+0545>-5:45', 20700],
    ['IST-5:30', 19800],
    ['AAA-1:02:03', 3723],
  ])('%s: %d seconds east', (text, offset) => expect(parseTimeZone(text)).toEqual({ standard: offset }));

  it.each(['', 'X5', '5', 'Europe/Berlin', 'CET', 'CET-', '<>3'])('%j is no zone: UTC', (text) =>
    expect(parseTimeZone(text)).toEqual(UTC),
  );

  it.each([
    // the clocks of central Europe
    ['CET-1CEST,M3.5.0,M10.5.0/3', '2024-03-31T00:59:59Z', 3600],
    ['CET-1CEST,M3.5.0,M10.5.0/3', '2024-03-31T01:00:00Z', 7200],
    ['CET-1CEST,M3.5.0,M10.5.0/3', '2024-10-27T00:59:59Z', 7200],
    ['CET-1CEST,M3.5.0,M10.5.0/3', '2024-10-27T01:00:00Z', 3600],
    // without a rule: those of the United States
    ['EST5EDT', '2024-03-10T06:59:59Z', -18000],
    ['EST5EDT', '2024-03-10T07:00:00Z', -14400],
    ['EST5EDT', '2024-11-03T05:59:59Z', -14400],
    ['EST5EDT', '2024-11-03T06:00:00Z', -18000],
    // the south: summer goes over the year's end
    ['NZST-12NZDT,M9.5.0,M4.1.0/3', '2024-01-01T00:00:00Z', 46800],
    ['NZST-12NZDT,M9.5.0,M4.1.0/3', '2024-07-01T00:00:00Z', 43200],
    ['NZST-12NZDT,M9.5.0,M4.1.0/3', '2024-12-31T23:59:59Z', 46800],
    // half an hour, days of the year with and without leap days
    ['LHST-10:30LHDT-11,M10.1.0,M4.1.0', '2024-01-01T00:00:00Z', 39600],
    ['AAA0BBB,J60/0,J300/0', '2024-03-01T00:00:00Z', 3600],
    ['AAA0BBB,J60/0,J300/0', '2024-02-29T23:59:59Z', 0],
    ['AAA0BBB,59/0,300/0', '2024-02-29T00:00:00Z', 3600],
  ])('%s at %s', (zone, moment, offset) => expect(offsetAt(parseTimeZone(zone), at(moment))).toBe(offset));

  it.each([
    ['2024-01-15T12:00:00Z', '2024-01-15T11:00:00Z'],
    ['2024-07-15T12:00:00Z', '2024-07-15T10:00:00Z'],
    // there twice: the first, in summer time
    ['2024-10-27T02:30:00Z', '2024-10-27T00:30:00Z'],
  ])('mktime: a wall clock in Berlin that shows %s', (wall, moment) => {
    const zone = parseTimeZone('CET-1CEST,M3.5.0,M10.5.0/3');
    expect(fromWallClock(zone, at(wall))).toBe(at(moment));
  });
});
