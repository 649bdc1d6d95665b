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
 * Parses a time of day and normalizes it to `07:30`.
 *
 * @throws UserError if the input is invalid or ambiguous.
 */
export function timeOf(typed: string): string {
  const text = fold(typed).trim();
  const known = NAMED_TIMES[text];
  if (known !== undefined) return known;
  const [, hours, minutes = '00', half] = CLOCK.exec(text) ?? FOUR_DIGITS.exec(text) ?? [];
  // A bare number is ambiguous between morning and evening.
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

/** The named sets of days, as choices. */
const DAY_SETS = ['weekdays', 'daily', 'weekends'] as const;

/** Returns the sets of days and single days that match the input; after a comma, those for the next item. */
export function dayChoices(typed: string): readonly Choice[] {
  const cut = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, cut).replace(/\s+/g, '');
  const words = [...(cut === 0 ? DAY_SETS : []), ...DAYS];
  const choices = words.map((word) => ({ label: before + word, value: before + word, names: [word] }));
  return choose(choices, typed.slice(cut));
}

/**
 * Parses days: `weekdays`, `mon-fri`, `mon, wed and fri`; sorted, without duplicates.
 *
 * @throws UserError with the first word that is not a day.
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

/** A range like `fri-mon` wraps around the weekend. */
function dayRange(piece: string, typed: string): readonly Weekday[] {
  const [first = '', last = first, ...more] = piece.split(/[-–—]/);
  if (more.length > 0) throw invalidDays(typed);
  const [from, to] = [dayOf(first, typed), dayOf(last, typed)];
  return ALL_DAYS.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
}

function dayOf(word: string, typed: string): Weekday {
  const found = DAYS.findIndex((day) => word.length >= 2 && `${day}s`.startsWith(word));
  const other = DAYS.findLastIndex((day) => `${day}s`.startsWith(word));
  // `t` and `s` are each the first letter of two days.
  if (found < 0 || found !== other) throw invalidDays(typed);
  return (found + 1) as Weekday;
}

const invalidDays = (typed: string): UserError =>
  new UserError(message('error.noDays', { typed: truncateForDisplay(typed) }));

/** Formats days for display: `every weekday`, `every Monday, Wednesday and Friday`. */
export function sayDays(days: readonly Weekday[], t: Translate = inEnglish): string {
  const set = setOf(days);
  if (set === 'daily' || set === 'weekdays') return t(`days.${set}`);
  const names = days.map((day) => t(`weekday.${day}`));
  const [last = '', ...others] = names.toReversed();
  const all = others.length === 0 ? last : t('list.and', { others: others.toReversed().join(', '), last });
  return t('days.each', { days: all });
}

/** Formats days as input: `weekdays`, `mon,wed,fri`. */
export const typeDays = (days: readonly Weekday[]): string =>
  setOf(days) ?? days.map((day) => (DAYS[day - 1] ?? '').slice(0, 3)).join(',');

const setOf = (days: readonly Weekday[]) => DAY_SETS.find((name) => NAMED_DAYS[name]?.join() === days.join());
