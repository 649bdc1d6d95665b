import type { Published } from '#core/article';

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

/** `Z` is `UTC`, `+09:00` is `UTC+9`, `-03:30` is `UTC−3:30`. */
function showZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (!sign) return zone === 'Z' ? 'UTC' : zone;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
