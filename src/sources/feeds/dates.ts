const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** UTC offsets of zone names, in hours: those of RFC 822, and others found in feeds. */
const ZONES: Readonly<Record<string, number>> = {
  ...{
    ut: 0,
    utc: 0,
    gmt: 0,
    z: 0,
    wet: 0,
    west: 1,
    bst: 1,
    cet: 1,
    cest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    sast: 2,
    ist: 5.5,
  },
  ...{ est: -5, edt: -4, et: -5, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10 },
  ...{ sgt: 8, hkt: 8, awst: 8, kst: 9, jst: 9, aest: 10, aedt: 11, acst: 9.5, nzst: 12, nzdt: 13 },
};

const ISO = /^(\d{4})([-/]?)(\d{2})(?:\2(\d{2}))?(?:[T\s]+(.*))?$/i;
// 2024-296: the day of the year
const ORDINAL = /^(\d{4})-?(\d{3})(?:[T\s]+(.*))?$/i;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[\s,]+(.*))?$/;
const DAY_FIRST =
  /^(?:[a-z]+\.?(?:,\s*|\s+))?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{2}|\d{4})(?:[\s,]+(.*))?$/i;
const MONTH_FIRST = /^(?:[a-z]+\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\s,]+(.*))?$/i;
// Tue Oct 22 15:40:00 KST 2024
const UNIX =
  /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/i;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[\s,]+(.*))?$/;
const TIME =
  /^(?:at\s+)?(\d{1,2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*[,(]?\s*(?:(?:gmt|utc)?([+-](?:0\d(?=\d\b)|\d{1,2})):?(\d{2}|(?<=[+-]0\d)\d)?|([a-z]{1,5}))?\)?(?:\s*\(.*\))?$/i;

/**
 * Parses a date as written in feeds: RFC 822 with two-digit years and zone names, full or partial ISO 8601, and common
 * hand-written forms. Returns milliseconds since 1970, UTC, or undefined if it is not a date. A date without a zone is
 * taken as UTC.
 */
export function parseFeedDate(text: string | undefined): number | undefined {
  const value = text?.replace(/\s+/g, ' ').trim() ?? '';
  if (value === '' || value.length > 80) return undefined;
  if (/^\d{10}$|^\d{13}$/.test(value)) return Number(value) * (value.length === 10 ? 1_000 : 1);
  const iso = ISO.exec(value);
  if (iso) return instant(Number(iso[1]), Number(iso[3]), Number(iso[4] ?? 1), iso[5]);
  const ordinal = ORDINAL.exec(value);
  if (ordinal) return inYear(Number(ordinal[1]), Number(ordinal[2]), ordinal[3]);
  const unix = UNIX.exec(value);
  if (unix) return instant(yearOf(unix[5]), monthOf(unix[1]), Number(unix[2]), `${unix[3]} ${unix[4] ?? ''}`);
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst) return instant(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]), dayFirst[4]);
  const monthFirst = MONTH_FIRST.exec(value);
  if (monthFirst) return instant(yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]), monthFirst[4]);
  const dotted = DOTTED.exec(value);
  if (dotted) return instant(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), dotted[4]);
  // Slashes are ambiguous: the month is first unless it cannot be.
  const american = AMERICAN.exec(value);
  const [first, second] = [Number(american?.[1]), Number(american?.[2])];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  return american ? instant(Number(american[3]), month, day, american[4]) : undefined;
}

function inYear(year: number, day: number, time: string | undefined): number | undefined {
  const start = day >= 1 && day <= 366 ? instant(year, 1, 1, time) : undefined;
  return start === undefined ? undefined : start + (day - 1) * 86_400_000;
}

function instant(year: number, month: number, day: number, time: string | undefined): number | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1970 && year < 2200)) return undefined;
  const clock = time === undefined || time.trim() === '' ? { minutes: 0, offset: 0 } : clockOf(time.trim());
  if (!clock) return Date.UTC(year, month - 1, day);
  return Date.UTC(year, month - 1, day, 0, 0, 0) + (clock.minutes - clock.offset) * 60_000;
}

/** Minutes since midnight, with seconds as a fraction, and the offset of the zone from UTC in minutes. */
function clockOf(time: string): { minutes: number; offset: number } | undefined {
  const match = TIME.exec(time);
  if (!match) return undefined;
  const [, hour, minute = '0', second = '0', half, offsetHours, offsetMinutes = '0', zone] = match;
  const hours = hoursOf(Number(hour), half);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return {
    minutes: hours * 60 + Number(minute) + Number(second) / 60,
    offset: offsetHours === undefined ? zoneOf(zone) : offsetOf(offsetHours, offsetMinutes),
  };
}

const hoursOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);

const offsetOf = (hours: string, minutes: string): number =>
  (hours.startsWith('-') ? -1 : 1) * (Math.abs(Number(hours)) * 60 + Number(minutes));

const zoneOf = (name: string | undefined): number => (ZONES[name?.toLowerCase() ?? ''] ?? 0) * 60;

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** `24` is 2024, `98` is 1998 (RFC 2822, section 4.3). */
function yearOf(digits = ''): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 50 ? 2000 : 1900);
}
