import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Weekday } from '#core/schedule';
import { slotOn } from '#schedule/timetable/slots';
import { clockChanges } from '../../support/schedule/clock-changes.ts';

const DAILY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const ZONES = Intl.supportedValuesOf('timeZone');

// The minutes before, in and after a gap or fold of an hour, and an ordinary morning.
const TIMES = ['00:00', '00:30', '01:00', '01:59', '02:00', '02:30', '03:00', '07:30', '23:30'];

describe('every zone, around every change of its clocks from 2024 to 2030', () => {
  test.each(ZONES)('%s', (zone) => {
    for (const change of clockChanges(zone)) {
      const days = [-2, -1, 0, 1, 2].map((offset) => change.toPlainDate().add({ days: offset }));
      for (const time of TIMES) {
        const fired = days.map((day) => slotOn(day, { time, days: DAILY, zone }));
        // Once a day, never two at once, in order.
        expect(fired.every((slot) => slot !== undefined)).toBe(true);
        const dues = fired.map((slot) => slot?.due ?? 0);
        expect(dues).toEqual([...new Set(dues)].sort((a, b) => a - b));
        for (const [index, due] of dues.entries()) {
          const day = days[index] as Temporal.PlainDate;
          const shown = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone);
          const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
          if (shown.toPlainDateTime().equals(wanted)) continue;
          // If not at its time, that time does not exist, and the slot is in the first minute after the gap.
          expect(Temporal.PlainDateTime.compare(shown.toPlainDateTime(), wanted)).toBe(1);
          expect(due).toBe(change.epochMilliseconds);
          const before = Temporal.Instant.fromEpochMilliseconds(due - 60_000).toZonedDateTimeISO(zone);
          expect(Temporal.PlainDateTime.compare(before.toPlainDateTime(), wanted)).toBe(-1);
        }
      }
    }
  });
});
