/**
 * Time zones in the form that the C library reads from TZ (POSIX): `CET-1CEST,M3.5.0,M10.5.0/3`. Without a rule the days
 * of the United States are meant, as in newlib; a text that is no zone is UTC.
 */

/** Start or end of daylight saving in any year. */
interface Change {
  /** `M`: week and weekday of a month; `J`: day 1 to 365 without leap days; `D`: day 0 to 365. */
  readonly kind: 'M' | 'J' | 'D';
  readonly month: number;
  readonly week: number;
  readonly day: number;
  /** Seconds after midnight, in the time that holds before the change. */
  readonly time: number;
}

/** A zone: seconds east of Greenwich in winter and in summer, and when the summer is. */
export interface TimeZone {
  readonly standard: number;
  readonly summer?: { readonly offset: number; readonly start: Change; readonly end: Change };
}

export const UTC: TimeZone = { standard: 0 };

const NAME = '(?:[A-Za-z]{3,10}|<[A-Za-z0-9+-]{3,10}>)';
const TIME = '[+-]?\\d{1,2}(?::\\d{2}(?::\\d{2})?)?';
const CHANGE = `(?:M\\d{1,2}\\.\\d\\.\\d|J?\\d{1,3})(?:/${TIME})?`;
const ZONE = new RegExp(`^:?${NAME}(${TIME})(?:(${NAME})(${TIME})?(?:,(${CHANGE}),(${CHANGE}))?)?`);
const SUMMER_OF_THE_UNITED_STATES = ['M3.2.0', 'M11.1.0'] as const;
const DAY = 86_400;

function seconds(text: string): number {
  const [hours, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours! * 3600 + minutes * 60 + rest);
}

function change(text: string): Change | undefined {
  const [date, time = '2'] = text.split('/');
  const month = /^M(\d+)\.(\d)\.(\d)$/.exec(date!);
  if (month) {
    const [m, w, d] = month.slice(1).map(Number) as [number, number, number];
    if (m < 1 || m > 12 || w < 1 || w > 5 || d > 6) return undefined;
    return { kind: 'M', month: m, week: w, day: d, time: seconds(time) };
  }
  const day = Number(date!.replace('J', ''));
  const kind = date!.startsWith('J') ? 'J' : 'D';
  if (day > 365 || (kind === 'J' && day < 1)) return undefined;
  return { kind, month: 0, week: 0, day, time: seconds(time) };
}

/** Reads the text of TZ. */
export function parseTimeZone(text: string): TimeZone {
  const match = ZONE.exec(text);
  if (!match) return UTC;
  const standard = 0 - seconds(match[1]!);
  if (match[2] === undefined) return { standard };
  const start = change(match[4] ?? SUMMER_OF_THE_UNITED_STATES[0]);
  const end = change(match[5] ?? SUMMER_OF_THE_UNITED_STATES[1]);
  if (start === undefined || end === undefined) return { standard };
  const offset = match[3] === undefined ? standard + 3600 : 0 - seconds(match[3]);
  return { standard, summer: { offset, start, end } };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Seconds from the epoch to the midnight of a date; months from 0 may run over. */
export function midnight(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / 1000;
}

/** When a change happens in a year, on the wall clock that holds before it, as seconds from the epoch. */
function wallTime(rule: Change, year: number): number {
  if (rule.kind !== 'M') {
    const leapDay = rule.kind === 'J' && isLeap(year) && rule.day >= 60 ? 1 : 0;
    return midnight(year, 0, 1) + (rule.day - (rule.kind === 'J' ? 1 : 0) + leapDay) * DAY + rule.time;
  }
  const first = midnight(year, rule.month - 1, 1);
  const weekday = new Date(first * 1000).getUTCDay();
  let day = 1 + ((rule.day - weekday + 7) % 7) + (rule.week - 1) * 7;
  const last = (midnight(year, rule.month, 1) - first) / DAY;
  if (day > last) day -= 7;
  return first + (day - 1) * DAY + rule.time;
}

/** Whether summer time holds; `at` is seconds from the epoch, UTC. */
export function isSummer(zone: TimeZone, at: number): boolean {
  const { summer } = zone;
  if (!summer) return false;
  const year = new Date((at + zone.standard) * 1000).getUTCFullYear();
  const start = wallTime(summer.start, year) - zone.standard;
  const end = wallTime(summer.end, year) - summer.offset;
  return start < end ? at >= start && at < end : at >= start || at < end;
}

/** Seconds east of Greenwich at a moment, UTC. */
export function offsetAt(zone: TimeZone, at: number): number {
  return isSummer(zone, at) ? zone.summer!.offset : zone.standard;
}

/** C `mktime` with an unknown daylight saving flag: the moment that a wall clock shows. */
export function fromWallClock(zone: TimeZone, wall: number): number {
  const summer = zone.summer ? wall - zone.summer.offset : NaN;
  return zone.summer && isSummer(zone, summer) ? summer : wall - zone.standard;
}
