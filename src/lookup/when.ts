import { daysOf, timeOf } from './times.ts';
import { zoneOf } from './zones.ts';

/** A time of day, and what was typed behind it: `7:30pm weekdays Seoul`. */
export interface When {
  /** `19:30` */
  readonly time: string;
  /** Words that name days. */
  readonly days?: string;
  /** Words that name a time zone. */
  readonly zone?: string;
}

/**
 * Reads a time of day that may be followed by days and a time zone, in this order: `7:30 pm on weekdays in New York`.
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
  const dayCount = longestPrefix(rest, daysOf);
  const zone = withoutPreposition(rest.slice(dayCount)).join(' ');
  if (zone !== '') zoneOf(zone);
  return {
    time,
    ...(dayCount > 0 ? { days: rest.slice(0, dayCount).join(' ') } : {}),
    ...(zone === '' ? {} : { zone }),
  };
}

/** How many words from the first one on can be read; 0 if none. */
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
