import { daysOf, timeOf } from './times.ts';
import { zoneOf } from './zones.ts';

/** A time of day with the days and the time zone that follow it: `7:30pm weekdays Seoul`. */
export interface When {
  /** `19:30` */
  readonly time: string;
  /** The days as typed. */
  readonly days?: string;
  /** The time zone as typed. */
  readonly zone?: string;
}

/**
 * Parses a time of day, optionally followed by days and a time zone in either order: `7:30 pm on weekdays in New York`,
 * `7:30pm Seoul, weekdays`.
 *
 * @throws UserError if the words do not begin with a time, or if what follows names neither days nor a time zone.
 */
export function whenOf(typed: string): When {
  const words = typed.trim().split(/\s+/);
  const length = longestPrefix(words, timeOf);
  // The whole text is reported as it was typed.
  if (length === 0) return { time: timeOf(typed) };
  const time = timeOf(words.slice(0, length).join(' '));
  const rest = withoutPreposition(words.slice(length));
  const found = splits(rest).find(({ days, zone }) => isReadable(days, readDays) && isReadable(zone, readZone));
  // If neither order can be read, the error is about the usual one.
  const { days, zone } = found ?? splitAt(rest, longestPrefix(rest, daysOf));
  readZone(zone);
  return { time, ...(days === '' ? {} : { days }), ...(zone === '' ? {} : { zone }) };
}

const readDays = (days: string): unknown => days === '' || daysOf(days);
const readZone = (zone: string): unknown => zone === '' || zoneOf(zone);

/** All splits of the words into days and a time zone, in both orders; the longest days first. */
function splits(words: readonly string[]): { days: string; zone: string }[] {
  const lengths = Array.from({ length: Math.min(words.length, MAX_PREFIX_WORDS) + 1 }, (_, at) => at).reverse();
  return [
    ...lengths.map((length) => splitAt(words, length)),
    ...lengths.map((length) => {
      const { days: zone, zone: days } = splitAt(words, length);
      return { days, zone };
    }),
  ];
}

/** Splits the words, and drops the comma or preposition between the parts. */
const splitAt = (words: readonly string[], length: number): { days: string; zone: string } => ({
  days: words.slice(0, length).join(' ').replace(/,$/, ''),
  zone: withoutPreposition(words.slice(length)).join(' '),
});

/** The number of leading words that `read` accepts; 0 if there are none. */
function longestPrefix(words: readonly string[], read: (typed: string) => unknown): number {
  for (let length = Math.min(words.length, MAX_PREFIX_WORDS); length > 0; length -= 1)
    if (isReadable(words.slice(0, length).join(' '), read)) return length;
  return 0;
}

/** `mon, tue, wed, thu, fri and sat` */
const MAX_PREFIX_WORDS = 8;

function isReadable(typed: string, read: (typed: string) => unknown): boolean {
  try {
    read(typed);
    return true;
  } catch {
    return false;
  }
}

const withoutPreposition = (words: readonly string[]): readonly string[] =>
  /^(?:on|at|in)$/i.test(words[0] ?? '') ? words.slice(1) : words;
