import { Temporal } from 'temporal-polyfill';
import type { Published } from '#core/article';
import { dayName } from '#lookup/times';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `22 October 2024, 15:40 UTC+9`; says so where the file gives a time without its zone. */
export function showPublished(published: Published): string {
  const { at, zone } = published;
  const [, time] = at.split('T');
  if (!time) return showDay(published);
  return `${showDay(published)}, ${time.slice(0, 5)} ${zone === undefined ? '(time zone not given)' : showZone(zone)}`;
}

/** `22 October 2024`: the day alone, as the file gives it. */
export function showDay({ at }: Published): string {
  const [date = ''] = at.split('T');
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return name && day ? `${Number(day)} ${name} ${year}` : date;
}

/** `Mon 10 March, 07:30`: an instant (milliseconds since 1970, UTC) on the clocks of a zone. */
export function showMoment(at: number, zone: string): string {
  const { weekday, day, month, time } = momentIn(at, zone);
  return `${weekday.slice(0, 3)} ${day} ${month}, ${time}`;
}

/** `Monday, 10 March 2025, 07:30` */
export function showWholeMoment(at: number, zone: string): string {
  const { weekday, day, month, year, time } = momentIn(at, zone);
  return `${weekday}, ${day} ${month} ${year}, ${time}`;
}

function momentIn(at: number, zone: string) {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const { dayOfWeek, day, month, year } = moment;
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  return { weekday: dayName(dayOfWeek), day, month: MONTHS[month - 1], year, time };
}

/** `Z` is `UTC`, `+09:00` is `UTC+9`, `-03:30` is `UTC−3:30`. */
function showZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (!sign) return zone === 'Z' ? 'UTC' : zone;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
