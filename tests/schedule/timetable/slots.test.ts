import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Timetable, Weekday } from '#core/schedule';
import { latestSlot, nextSlot, slotOn } from '#schedule/timetable/slots';
import fc from '../../support/property.ts';
import { clockChanges } from '../../support/schedule/clock-changes.ts';

const DAILY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const ZONES = Intl.supportedValuesOf('timeZone');
const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const instant = (slot: { due: number } | undefined): string =>
  slot ? Temporal.Instant.fromEpochMilliseconds(slot.due).toString() : 'none';

describe('a slot is due', () => {
  const cases: [what: string, zone: string, day: string, time: string, due: string][] = [
    ['at its wall time', 'Asia/Seoul', '2025-03-09', '07:30', '2025-03-08T22:30:00Z'],
    [
      'at the first valid minute, where clocks skip it',
      'America/New_York',
      '2025-03-09',
      '02:30',
      '2025-03-09T07:00:00Z',
    ],
    [
      'at the first valid minute of a half-hour change',
      'Australia/Lord_Howe',
      '2025-10-05',
      '02:10',
      '2025-10-04T15:30:00Z',
    ],
    ['after midnight, where clocks skip that', 'Africa/Cairo', '2025-04-25', '00:00', '2025-04-24T22:00:00Z'],
    ['at the first of two', 'America/New_York', '2025-11-02', '01:30', '2025-11-02T05:30:00Z'],
    ['as usual right before a change', 'Europe/Berlin', '2025-03-30', '01:59', '2025-03-30T00:59:00Z'],
    ['as usual right after a change', 'Europe/Berlin', '2025-03-30', '03:00', '2025-03-30T01:00:00Z'],
    ['never on a day that was left out', 'Pacific/Apia', '2011-12-30', '07:30', 'none'],
  ];
  test.each(cases)('%s: %s %s %s', (_, zone, day, time, due) => {
    expect(instant(slotOn(Temporal.PlainDate.from(day), { time, days: DAILY, zone }))).toBe(due);
  });
});

describe('from one to the next', () => {
  const weekdays: Timetable = { time: '07:30', days: [1, 2, 3, 4, 5], zone: 'Europe/Berlin' };
  test.each([
    ['2025-03-28T06:29:59Z', '2025-03-28T06:30:00Z'],
    ['2025-03-28T06:30:00Z', '2025-03-31T05:30:00Z'],
    ['2025-03-30T12:00:00Z', '2025-03-31T05:30:00Z'],
  ])('%s is followed by %s', (after, due) => expect(instant(nextSlot(weekdays, at(after)))).toBe(due));

  test('skips a week whose day does not exist', () => {
    const fridays: Timetable = { time: '07:30', days: [5], zone: 'Pacific/Apia' };
    expect(nextSlot(fridays, at('2011-12-24T00:00:00Z'))?.day).toBe('2012-01-06');
    expect(latestSlot(fridays, at('2012-01-05T00:00:00Z'))?.day).toBe('2011-12-23');
  });

  test('a slot is the latest from its own minute on', () => {
    expect(instant(latestSlot(weekdays, at('2025-03-31T05:30:00Z')))).toBe('2025-03-31T05:30:00Z');
    expect(instant(latestSlot(weekdays, at('2025-03-31T05:29:59Z')))).toBe('2025-03-28T06:30:00Z');
  });

  test('the next slot is the latest once it is due', () => {
    const anyTimetable = fc.record({
      time: fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([hour, minute]) => clock(hour, minute)),
      days: fc.subarray([...DAILY], { minLength: 1 }),
      zone: fc.constantFrom(...ZONES),
    });
    fc.assert(
      fc.property(
        anyTimetable,
        fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2030-12-31T00:00Z') }),
        (timetable, now) => {
          const next = nextSlot(timetable, now);
          expect(next?.due).toBeGreaterThan(now);
          expect(latestSlot(timetable, next?.due ?? 0)).toEqual(next);
          expect(nextSlot(timetable, (next?.due ?? 0) - 1)).toEqual(next);
        },
      ),
    );
  });
});

test('agrees with an independent cron library on days without a clock change', () => {
  const sample = ZONES.filter((_, index) => index % 40 === 0);
  for (const zone of sample) {
    const changes = new Set(clockChanges(zone).map((change) => change.toPlainDate().toString()));
    const cron = new Cron('30 7 * * 1-5', { timezone: zone, paused: true });
    const timetable: Timetable = { time: '07:30', days: [1, 2, 3, 4, 5], zone };
    let now = at('2025-01-01T00:00:00Z');
    for (let count = 0; count < 30; count++) {
      const next = nextSlot(timetable, now);
      if (!next) throw new Error('there is always a next one');
      if (!changes.has(next.day)) expect(cron.nextRun(new Date(next.due - 1000))?.getTime()).toBe(next.due);
      now = next.due + 5 * 86_400_000;
    }
  }
});

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
