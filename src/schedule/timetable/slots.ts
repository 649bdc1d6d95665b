import { Temporal } from 'temporal-polyfill';
import type { Slot, Timetable, Weekday } from '#core/schedule';

/**
 * Local days that are searched: tomorrow or yesterday, today, and the two weeks that a weekly timetable can be
 * without a slot if its zone skipped a date.
 */
const MAX_DAYS_SEARCHED = 16;

/**
 * The slot of a local day, by the current rules of its zone; undefined if the timetable has none that
 * day, or if the zone skipped the whole day (Samoa had no 30 December 2011).
 *
 * A time that clocks skip is due at the first valid minute after it; a repeated time is due once, the first time.
 */
export function slotOn(day: Temporal.PlainDate, { time, days, zone }: Timetable): Slot | undefined {
  if (!days.includes(day.dayOfWeek as Weekday)) return undefined;
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(local)) return { day: day.toString(), due: first.epochMilliseconds };
  if (!day.toZonedDateTime(zone).toPlainDate().equals(day)) return undefined;
  // The time falls into a gap: `later` is as far after the change as the time was into the gap, which may be
  // the very moment of the change; “previous” means strictly before.
  const behind = local.toZonedDateTime(zone, { disambiguation: 'later' }).add({ nanoseconds: 1 });
  const change = behind.getTimeZoneTransition('previous');
  return change ? { day: day.toString(), due: change.epochMilliseconds } : undefined;
}

/** The first slot that is due after an instant (milliseconds, UTC). */
export function nextSlot(timetable: Timetable, after: number): Slot | undefined {
  return firstOf(slotsFrom(dayAt(after, timetable).subtract({ days: 1 }), timetable, 1), ({ due }) => due > after);
}

/** The last slot that is due at an instant or before it. */
export function latestSlot(timetable: Timetable, at: number): Slot | undefined {
  return firstOf(slotsFrom(dayAt(at, timetable).add({ days: 1 }), timetable, -1), ({ due }) => due <= at);
}

const dayAt = (at: number, { zone }: Timetable): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

function* slotsFrom(day: Temporal.PlainDate, timetable: Timetable, step: 1 | -1): Generator<Slot> {
  for (let count = 0; count < MAX_DAYS_SEARCHED; count++) {
    const slot = slotOn(day.add({ days: count * step }), timetable);
    if (slot) yield slot;
  }
}

function firstOf(slots: Iterable<Slot>, fits: (slot: Slot) => boolean): Slot | undefined {
  for (const slot of slots) if (fits(slot)) return slot;
  return undefined;
}

/** The local day of an instant (milliseconds, UTC): `2025-03-09`. */
export const dayIn = (zone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
