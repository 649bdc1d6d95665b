import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Schedule } from '#core/schedule';
import { slotsDue } from '#schedule/timetable/due';
import { makeSlotCache } from '#schedule/timetable/slot-cache';
import { scheduleOf } from '../../support/scheduling.ts';

const MINUTE = 60_000;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);

test('ten thousand schedules of all time zones may be due in one minute', async () => {
  const at = Temporal.Instant.fromEpochMilliseconds(START + 5 * MINUTE);
  const zones = Intl.supportedValuesOf('timeZone');
  const schedules = Array.from({ length: 10_000 }, (_, index): Schedule => {
    const zone = zones[index % zones.length] ?? 'UTC';
    const time = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
    return scheduleOf({ id: `s${index}`, zone, time, days: [1, 2, 3, 4, 5, 6, 7], created: START });
  });
  const slots = makeSlotCache();
  expect(slotsDue(schedules, new Map(), START + 4 * MINUTE, slots)).toEqual([]);
  expect(slotsDue(schedules, new Map(), START + 5 * MINUTE, slots)).toHaveLength(10_000);
});
