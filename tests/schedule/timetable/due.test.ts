import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '#core/schedule';
import type { SlotRecord } from '#core/storage/store';
import { slotsDue } from '#schedule/timetable/due';

const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
/** 07:30 in Berlin is 06:30 UTC in winter. */
const morning: Schedule = {
  id: 's1',
  platform: 'pigeon',
  workspace: 'loft',
  channel: 'C1',
  time: '07:30',
  days: [1, 2, 3, 4, 5],
  zone: 'Europe/Berlin',
  length: 'short',
  empty: 'line',
  grace: 6,
  author: 'U1',
  created: at('2025-01-06T12:00:00Z'),
};
const describeSlot = ({ day, state, late }: SlotRecord): string => `${day} ${state}${late ? ' late' : ''}`;
const record = (day: string, due: string, state: SlotRecord['state'] = 'sent'): SlotRecord => ({
  schedule: 's1',
  platform: 'pigeon',
  workspace: 'loft',
  channel: 'C1',
  day,
  due: at(due),
  state,
  late: false,
  manual: false,
  attempts: 1,
  since: at(due),
});
const MONDAY = record('2025-01-06', '2025-01-06T06:30:00Z');
const TUESDAY = record('2025-01-07', '2025-01-07T06:30:00Z');

describe('due slots', () => {
  const cases: [what: string, now: string, last: SlotRecord | undefined, ...slots: string[]][] = [
    ['nothing before the first slot', '2025-01-07T06:29:59Z', undefined],
    ['the slot at its minute', '2025-01-07T06:30:00Z', MONDAY, '2025-01-07 due'],
    ['the slot a moment behind its minute', '2025-01-07T06:34:00Z', MONDAY, '2025-01-07 due'],
    ['a slot of a stop within the grace, late', '2025-01-07T11:00:00Z', MONDAY, '2025-01-07 due late'],
    ['no slot beyond the grace', '2025-01-07T12:30:01Z', MONDAY, '2025-01-07 missed'],
    ['nothing that is on record', '2025-01-07T11:00:00Z', TUESDAY],
    [
      'only the latest of a long stop',
      '2025-01-10T07:00:00Z',
      MONDAY,
      '2025-01-07 missed',
      '2025-01-08 missed',
      '2025-01-09 missed',
      '2025-01-10 due late',
    ],
    [
      'a day that a clock put on record before its time',
      '2025-01-07T07:00:00Z',
      record('2025-01-08', '2025-01-08T06:30:00Z'),
      '2025-01-07 due late',
    ],
    [
      'what a clock that ran ahead took for missed, once its time has come',
      '2025-01-08T06:30:00Z',
      record('2025-01-08', '2025-01-08T06:30:00Z', 'missed'),
      '2025-01-08 due',
    ],
    [
      'a day on record once, though its zone has changed by law since',
      '2025-01-08T06:30:00Z',
      record('2025-01-07', '2025-01-07T05:30:00Z'),
      '2025-01-08 due',
    ],
    ['a slot to the last moment of its grace', '2025-01-07T12:30:00Z', MONDAY, '2025-01-07 due late'],
    ['nothing that was really missed', '2025-01-08T20:30:00Z', record('2025-01-08', '2025-01-08T06:30:00Z', 'missed')],
  ];
  test.each(cases)('%s', (_, now, last, ...slots) => {
    const due = slotsDue([morning], new Map(last ? [['s1', last]] : []), at(now));
    expect(due.map(describeSlot)).toEqual(slots);
  });

  test('excludes slots before the schedule was created, or while it was paused', () => {
    const made = { ...morning, created: at('2025-01-07T06:31:00Z') };
    expect(slotsDue([made], new Map(), at('2025-01-07T09:00:00Z'))).toEqual([]);
    expect(
      slotsDue(
        [{ ...made, created: at('2025-01-09T08:00:00Z') }],
        new Map([['s1', TUESDAY]]),
        at('2025-01-10T06:30:00Z'),
      ).map(describeSlot),
    ).toEqual(['2025-01-10 due']);
  });

  test('a year of downtime records a month', () => {
    const due = slotsDue([morning], new Map([['s1', MONDAY]]), at('2026-01-06T06:30:00Z'));
    expect(due).toHaveLength(32);
    expect(due.at(-1)).toMatchObject({ day: '2026-01-06', state: 'due' });
  });
});

test('a slot at the instant of its schedule’s creation is not due, and one a millisecond later is', () => {
  const due = at('2025-01-07T06:30:00Z');
  const owed = (created: number) => slotsDue([{ ...morning, created }], new Map(), due + 1_000).map(describeSlot);
  expect([owed(due), owed(due - 1)]).toEqual([[], ['2025-01-07 due']]);
});

test('a slot at the instant of its schedule’s creation is not missed, and one a millisecond later is', () => {
  const missed = at('2025-01-07T06:30:00Z');
  const owed = (created: number) =>
    slotsDue([{ ...morning, created }], new Map(), at('2025-01-08T06:30:01Z')).map(describeSlot);
  expect([owed(missed), owed(missed - 1)]).toEqual([['2025-01-08 due'], ['2025-01-07 missed', '2025-01-08 due']]);
});
