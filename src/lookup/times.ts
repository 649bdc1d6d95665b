import type { Choice } from '#core/commands/choice';
import { UserError } from '#core/errors';
import { inEnglish, message, type Translate } from '#core/messages/index';
import type { Weekday } from '#core/schedule';
import { fold, truncateForDisplay } from '#text/fold';
import { choose } from './choices.ts';

// 07:30   7.30   7:30 pm   7pm   0730   noon
const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
const NAMED_TIMES: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/**
 * A time of day as typed by the user, normalized to `07:30`.
 *
 * @throws UserError where it is none, or could be one of two.
 */
export function timeOf(typed: string): string {
  const text = fold(typed).trim();
  const known = NAMED_TIMES[text];
  if (known !== undefined) return known;
  const [, hours, minutes = '00', half] = CLOCK.exec(text) ?? FOUR_DIGITS.exec(text) ?? [];
  // A bare number might be an hour of the morning or of the evening.
  const bare = /^\d{1,2}$/.test(text);
  const hour = hours === undefined || bare ? Number.NaN : to24Hours(Number(hours), half);
  if (!(hour < 24 && Number(minutes) < 60)) {
    throw new UserError(message('error.noTimeOfDay', { typed: truncateForDisplay(typed) }));
  }
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

const to24Hours = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'p' ? 12 : 0);
};

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const NAMED_DAYS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: ALL_DAYS,
  everyday: ALL_DAYS,
  'every day': ALL_DAYS,
  all: ALL_DAYS,
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  weekend: [6, 7],
};

/** The sets of days with a name, for those who choose. */
const DAY_SETS = ['weekdays', 'daily', 'weekends'] as const;

/** Sets of days and single days that fit what has been typed so far; after a comma, the next one. */
export function dayChoices(typed: string): readonly Choice[] {
  const cut = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, cut).replace(/\s+/g, '');
  const words = [...(cut === 0 ? DAY_SETS : []), ...DAYS];
  const choices = words.map((word) => ({ label: before + word, value: before + word, names: [word] }));
  return choose(choices, typed.slice(cut));
}

/**
 * Days as typed by the user: `weekdays`, `mon-fri`, `mon, wed and fri`; sorted, without duplicates.
 *
 * @throws UserError naming the first word that is no day.
 */
export function daysOf(typed: string): readonly Weekday[] {
  const text = fold(typed).trim();
  const days =
    NAMED_DAYS[text] ??
    text
      .split(/\s*(?:,|;|\band\b|&|\s)\s*/)
      .filter(Boolean)
      .flatMap((piece) => dayRange(piece, typed));
  if (days.length === 0) throw invalidDays(typed);
  return ALL_DAYS.filter((day) => days.includes(day));
}

/** `fri-mon` runs over the weekend. */
function dayRange(piece: string, typed: string): readonly Weekday[] {
  const [first = '', last = first, ...more] = piece.split(/[-–—]/);
  if (more.length > 0) throw invalidDays(typed);
  const [from, to] = [dayOf(first, typed), dayOf(last, typed)];
  return ALL_DAYS.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
}

function dayOf(word: string, typed: string): Weekday {
  const found = DAYS.findIndex((day) => word.length >= 2 && `${day}s`.startsWith(word));
  const other = DAYS.findLastIndex((day) => `${day}s`.startsWith(word));
  // `t` and `s` begin two days each.
  if (found < 0 || found !== other) throw invalidDays(typed);
  return (found + 1) as Weekday;
}

const invalidDays = (typed: string): UserError =>
  new UserError(message('error.noDays', { typed: truncateForDisplay(typed) }));

/** Days as they are said back: `every weekday`, `every Monday, Wednesday and Friday`. */
export function sayDays(days: readonly Weekday[], t: Translate = inEnglish): string {
  const set = setOf(days);
  if (set === 'daily' || set === 'weekdays') return t(`days.${set}`);
  const names = days.map((day) => t(`weekday.${day}`));
  const [last = '', ...others] = names.toReversed();
  const all = others.length === 0 ? last : t('list.and', { others: others.toReversed().join(', '), last });
  return t('days.each', { days: all });
}

/** Days as they can be typed again: `weekdays`, `mon,wed,fri`. */
export const typeDays = (days: readonly Weekday[]): string =>
  setOf(days) ?? days.map((day) => (DAYS[day - 1] ?? '').slice(0, 3)).join(',');

const setOf = (days: readonly Weekday[]) => DAY_SETS.find((name) => NAMED_DAYS[name]?.join() === days.join());
