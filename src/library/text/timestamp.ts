import type { Published } from '#core/article';
import { OFFSETS, REGIONS } from './zones.ts';

/** The content of a date stamp; `published` is absent if it contains no complete date. */
export interface Stamp {
  readonly published?: Published;
}

// Published : Oct. 22, 2024 - 15:40
// ^label      ^month ^day ^year ^time   every token known, so the line is a stamp
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const TOKENS: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  [
    'label',
    /(?:first |originally )?(?:published|posted|issued|released|(?:publication |article )?date|filed)(?: (?:on|at))?\b/iy,
  ],
  ['updated', /(?:last )?(?:updated?|modified|edited|revised)(?: (?:on|at))?\b/iy],
  ['filler', /(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago\b/iy],
  ['ymd', /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)(?:T(?=\d)|\.)?/y],
  // A year of two digits only with a time after it: “3-2-10” can be a score.
  ['dmy', /(\d{1,2})([-./])(\d{1,2})\2(\d{4}(?!\d)|\d\d(?=,? \d{1,2}:\d\d))/y],
  ['time', /([01]?\d|2[0-3])[:.h]([0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?\s*(?:([ap])\.?m\b\.?)?(?: ?hrs\b)?/iy],
  ['hour', /(1[0-2]|0?[1-9])\s*([ap])\.?m\b\.?/iy],
  ['offset', /\(?(?:(?:UTC|GMT)\s?)?([+\u2212-])(\d{1,2})(?::?([0-5]\d))?\)?(?!\d)/y],
  ['zone', new RegExp(`(?:${[...Object.keys(OFFSETS), ...Object.keys(REGIONS)].join('|')})\\b`, 'y')],
  ['otherZone', /(?:[A-Z]{2,5}|local time)\b/y],
  ['weekday', /(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/iy],
  ['month', new RegExp(`(?:${MONTH})\\b\\.?`, 'iy')],
  // Also “2024” in “May 3, 20249:15 AM”, as copied from one site.
  ['year', /(?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?=\d{1,2}:\d\d)/y],
  ['day', /(\d{1,2})(?:st|nd|rd|th)?\b\.?/iy],
  ['filler', /(?:at|on|of|time)\b|[\s,:|/•·()[\]–—-]/iy],
];
type TokenKind =
  | 'label'
  | 'updated'
  | 'ymd'
  | 'dmy'
  | 'time'
  | 'hour'
  | 'offset'
  | 'zone'
  | 'otherZone'
  | 'weekday'
  | 'month'
  | 'year'
  | 'day'
  | 'filler';

interface Fields {
  updated?: boolean;
  year?: number;
  month?: number;
  day?: number;
  time?: string;
  zone?: string;
  /** The month, if the numbers of the date do not tell and it comes first, as in the United States. */
  firstMonth?: number;
}

/**
 * Parses a line that contains only dates, with their labels, times and zones.
 *
 * The first publication date counts, else the first date of any kind. @returns undefined for any other line.
 */
export function parseStamp(line: string): Stamp | undefined {
  const stamps = line.length <= 160 ? readFields(line) : undefined;
  if (!stamps?.some(isDated)) return undefined;
  const dated = stamps.filter((fields) => publishedOf(fields));
  const fields = dated.find(({ updated }) => !updated) ?? dated[0];
  const published = fields && publishedOf(fields);
  return published ? { published } : {};
}

/** Whether fields form a stamp: a time or a number alone does not. */
const isDated = ({ year, month, day, time, updated }: Fields): boolean =>
  (month !== undefined && day !== undefined) ||
  (month !== undefined && year !== undefined) ||
  (updated !== undefined && time !== undefined);

/** The fields of each date in a line, or undefined if the line contains anything else. */
function readFields(line: string): Fields[] | undefined {
  let fields: Fields = {};
  const stamps = [fields];
  for (let at = 0; at < line.length; ) {
    const token = tokenAt(line, at, fields);
    if (!token) return undefined;
    const [kind, match] = token;
    if (kind === 'label' || kind === 'updated') {
      fields = { updated: kind === 'updated' };
      stamps.push(fields);
    } else if (!takeToken(kind, match, fields)) return undefined;
    at += match[0].length;
  }
  return stamps;
}

function tokenAt(line: string, at: number, fields: Fields): [TokenKind, RegExpExecArray] | undefined {
  for (const [kind, pattern] of TOKENS) {
    // A sign starts an offset, and letters name a zone, only after a time.
    if ((kind === 'offset' || kind === 'zone' || kind === 'otherZone') && !fields.time) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match) return [kind, match];
  }
  return undefined;
}

/** Adds a token to the fields; returns false if its field is already set or its value is invalid. */
function takeToken(kind: TokenKind, match: RegExpExecArray, fields: Fields): boolean {
  const [whole, a = '', b = '', c = '', d = ''] = match;
  switch (kind) {
    case 'ymd':
      return takeDate(fields, Number(a), Number(c), Number(d));
    case 'dmy':
      return takeNumericDate(fields, Number(a), b, Number(c), Number(d) + (d.length === 2 ? 2000 : 0));
    case 'time':
      return takeTime(fields, Number(a), b, c);
    case 'hour':
      return takeTime(fields, Number(a), '00', b);
    case 'offset':
      return takeOnce(fields, 'zone', `${a === '+' ? '+' : '-'}${b.padStart(2, '0')}:${c || '00'}`);
    case 'zone':
      return takeOnce(fields, 'zone', whole);
    case 'month':
      return takeOnce(
        fields,
        'month',
        1 + 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(whole.slice(0, 3).toLowerCase()) / 3,
      );
    case 'year':
      return takeOnce(fields, 'year', Number(whole));
    case 'day':
      return Number(a) <= 31 && takeOnce(fields, 'day', Number(a));
    default:
      return true;
  }
}

function takeOnce<K extends 'zone' | 'month' | 'year' | 'day' | 'time'>(
  fields: Fields,
  key: K,
  value: Required<Fields>[K],
): boolean {
  if (fields[key] !== undefined) return false;
  fields[key] = value;
  return true;
}

const takeDate = (fields: Fields, year: number, month: number, day: number): boolean =>
  month <= 12 && takeOnce(fields, 'year', year) && takeOnce(fields, 'month', month) && takeOnce(fields, 'day', day);

/** 22.10.2024 is day first; 10/22/2024 can only be month first; only a time zone tells for 05/06/2024. */
function takeNumericDate(fields: Fields, first: number, mark: string, second: number, year: number): boolean {
  if (mark === '.' || first > 12) return takeDate(fields, year, second, first);
  if (second > 12) return takeDate(fields, year, first, second);
  fields.firstMonth = first;
  return takeOnce(fields, 'month', Number.NaN) && takeOnce(fields, 'day', second) && takeOnce(fields, 'year', year);
}

function takeTime(fields: Fields, hour: number, minute: string, half: string): boolean {
  const hours = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  return takeOnce(fields, 'time', `${String(hours).padStart(2, '0')}:${minute}`);
}

/** The time zones of the United States: a date of numbers beside one has its month first. */
const MONTH_FIRST = /^(?:ET|E[SD]T|CT|CDT|MT|M[SD]T|PT|P[SD]T|AK[SD]T|HST)$/;

function publishedOf({ year, month: named, day, time, zone, firstMonth }: Fields): Published | undefined {
  const month = firstMonth !== undefined && MONTH_FIRST.test(zone ?? '') ? firstMonth : named;
  if (!year || !month || !day) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isDate(date)) return undefined;
  if (!time) return { at: date };
  const at = `${date}T${time}`;
  const offset = zone && offsetOf(zone, at);
  return offset ? { at, zone: offset } : { at };
}

/** Whether a date exists; false for the 31st of April. */
function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function offsetOf(zone: string, at: string): string | undefined {
  if (/^[+-]/.test(zone)) return zone === '+00:00' || zone === '-00:00' ? 'Z' : zone;
  const region = REGIONS[zone];
  if (!region) return OFFSETS[zone];
  const format = new Intl.DateTimeFormat('en', { timeZone: region, timeZoneName: 'longOffset' });
  const name = format.formatToParts(new Date(`${at}Z`)).find(({ type }) => type === 'timeZoneName')?.value;
  return name?.replace('GMT', '') || undefined;
}
