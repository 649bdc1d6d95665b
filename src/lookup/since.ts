import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { truncateForDisplay } from '#text/fold';

const DAY = 86_400_000;

const UNITS: Readonly<Record<string, number>> = { h: DAY / 24, d: DAY, w: 7 * DAY, m: 30 * DAY, y: 365 * DAY };

/**
 * Parses a start time: `7d`, `2 weeks`, `yesterday`, `2024-10-01`. Days begin at midnight UTC.
 *
 * @throws UserError if the input is invalid.
 */
export function sinceOf(typed: string, now: number): number {
  const text = typed.trim().toLowerCase();
  const today = Math.floor(now / DAY) * DAY;
  if (text === 'today') return today;
  if (text === 'yesterday') return today - DAY;
  const [, count, unit] = /^(\d{1,4})\s*(h|d|w|m|y)(?:ours?|ays?|eeks?|onths?|ears?)?(?:\s+ago)?$/.exec(text) ?? [];
  if (unit !== undefined) return now - Number(count) * (UNITS[unit] ?? DAY);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(date)) return date;
  throw new UserError(message('error.noTime', { typed: truncateForDisplay(typed) }));
}
