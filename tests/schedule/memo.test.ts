import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timetable } from '#core/schedule';
import { rememberedSlots } from '#schedule/memo';
import { latestSlot } from '#schedule/slots';

const HOUR = 3_600_000;
/** Europe's clocks go on on 30 March 2025, New York's on 9 March. */
const START = Date.UTC(2025, 2, 3);

const TIMETABLES: readonly Timetable[] = [
  { time: '02:30', days: [1, 2, 3, 4, 5, 6, 7], zone: 'Europe/Berlin' },
  { time: '02:30', days: [7], zone: 'America/New_York' },
  { time: '07:30', days: [1, 2, 3, 4, 5], zone: 'Asia/Seoul' },
];

test('remembered slots are those that are found, however the clock goes', () => {
  const look = fc.record({ timetable: fc.constantFrom(...TIMETABLES), hours: fc.nat(24 * 40) });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
      const slots = rememberedSlots();
      for (const { timetable, hours } of looks) {
        const found = slots.latest(timetable, START + hours * HOUR);
        expect(found).toEqual(latestSlot(timetable, START + hours * HOUR));
        if (found) expect(slots.before(timetable, found)).toEqual(latestSlot(timetable, found.due - 1));
      }
    }),
    { numRuns: 50 },
  );
});
