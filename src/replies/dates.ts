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
export function showPublished({ at, zone }: Published): string {
  const [date = '', time] = at.split('T');
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  const plain = name && day ? `${Number(day)} ${name} ${year}` : date;
  if (!time) return plain;
  return `${plain}, ${time.slice(0, 5)} ${zone === undefined ? '(time zone not given)' : showZone(zone)}`;
}

/** `Z` is `UTC`, `+09:00` is `UTC+9`, `-03:30` is `UTC−3:30`. */
function showZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (!sign) return zone === 'Z' ? 'UTC' : zone;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
