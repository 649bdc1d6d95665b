const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dayWithWeekday = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** `22 October 2024, 15:40`: a date as given in a file, with its time if there is one. */
export function showDate(at: string): string {
  const [date = '', time] = at.split('T');
  const shown = format(day, date);
  return time === undefined ? shown : `${shown}, ${time.slice(0, 5)}`;
}

/** `Tuesday, 22 October 2024` */
export const showWeekday = (date: string): string => format(dayWithWeekday, date);

/** Any other text is shown as it is. */
function format(formatter: Intl.DateTimeFormat, date: string): string {
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : formatter.format(at);
}

/** `1 speaker`, `2 speakers` */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
