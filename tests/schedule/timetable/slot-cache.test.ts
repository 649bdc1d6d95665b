import { expect, test } from 'vitest';
import type { Timetable } from '#core/schedule';
import { makeSlotCache } from '#schedule/timetable/slot-cache';
import { latestSlot } from '#schedule/timetable/slots';
import fc from '../../support/property.ts';

const HALF_HOUR = 1_800_000;
/** Daylight saving time begins on 30 March 2025 in Europe, and on 9 March in New York. */
const START = Date.UTC(2025, 2, 3);

/** Some differ in a single field. */
const TIMETABLES: readonly Timetable[] = ['02:30', '07:00'].flatMap((time) =>
  ['Europe/Berlin', 'America/New_York'].flatMap((zone) => [
    { time, days: [1, 2, 3, 4, 5, 6, 7], zone },
    { time, days: [7], zone },
  ]),
);

test('cached slots equal computed ones, however the clock moves', () => {
  const look = fc.record({ timetable: fc.constantFrom(...TIMETABLES), halfHours: fc.nat(48 * 40) });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
      const slots = makeSlotCache();
      for (const { timetable, halfHours } of looks) {
        const at = START + halfHours * HALF_HOUR;
        const found = slots.latest(timetable, at);
        expect(found).toEqual(latestSlot(timetable, at));
        if (found) expect(slots.before(timetable, found)).toEqual(latestSlot(timetable, found.due - 1));
      }
    }),
    { numRuns: 50 },
  );
});

test('also at each slot’s own instant, and right before and after it', () => {
  const slots = makeSlotCache();
  // Three days around the change of clocks in New York.
  const from = Date.UTC(2025, 2, 8);
  for (let at = from; at < from + 144 * HALF_HOUR; at += HALF_HOUR) {
    for (const timetable of TIMETABLES.slice(2, 4)) {
      for (const instant of [at - 1, at, at + 1]) {
        expect(slots.latest(timetable, instant)).toEqual(latestSlot(timetable, instant));
      }
    }
  }
});
