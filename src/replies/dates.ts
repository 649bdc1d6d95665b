import { Temporal } from 'temporal-polyfill';
import type { Published } from '#core/article';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Weekday } from '#core/schedule';

/** `22 October 2024, 15:40 UTC+9`; adds a note if the file gives a time without a zone. */
export function showPublished(published: Published, t: Translate = inEnglish): string {
  const { at, zone } = published;
  const [, time] = at.split('T');
  const day = showDay(published, t);
  if (!time) return day;
  return t('date.timed', { day, time: time.slice(0, 5), zone: zone === undefined ? t('date.noZone') : showZone(zone) });
}

/** `22 October 2024`: only the date, as given in the file. */
export function showDay({ at }: Published, t: Translate = inEnglish): string {
  const [date = ''] = at.split('T');
  const [year, month, day] = date.split('-');
  const name = monthName(Number(month), t);
  return name && year && day ? t('date.day', { day: Number(day), month: name, year }) : date;
}

/** `Mon 10 March, 07:30`: an instant (milliseconds since 1970, UTC) in the local time of a zone. */
export function showMoment(at: number, zone: string, t: Translate = inEnglish): string {
  const { dayOfWeek, day, month, time } = momentIn(at, zone, t);
  return t('date.moment', { weekday: t(`weekdayShort.${dayOfWeek}`), day, month, time });
}

/** `Monday, 10 March 2025, 07:30` */
export function showWholeMoment(at: number, zone: string, t: Translate = inEnglish): string {
  const { dayOfWeek, day, month, year, time } = momentIn(at, zone, t);
  return t('date.whole', { weekday: t(`weekday.${dayOfWeek}`), day, month, year, time });
}

function momentIn(at: number, zone: string, t: Translate) {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const { dayOfWeek, day, month, year } = moment;
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  return { dayOfWeek: dayOfWeek as Weekday, day, month: monthName(month, t) ?? '', year: String(year), time };
}

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

const monthName = (month: number, t: Translate): string | undefined =>
  Number.isInteger(month) && month >= 1 && month <= 12 ? t(`month.${month as Month}`) : undefined;

/** Formats `Z` as `UTC`, `+09:00` as `UTC+9`, `-03:30` as `UTC−3:30`. */
function showZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (!sign) return zone === 'Z' ? 'UTC' : zone;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
