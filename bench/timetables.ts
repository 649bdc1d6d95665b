import { Temporal } from 'temporal-polyfill';
import type { Target } from '#core/publisher';
import type { Schedule } from '#core/schedule';
import { newScheduleId } from '#schedule/ids';

/** The minute at which all schedules are due: milliseconds since 1970, UTC. No DST change in the days around it. */
export const DUE = Temporal.Instant.from('2025-03-12T12:00:00Z').epochMilliseconds;

export const ZONES = Intl.supportedValuesOf('timeZone');

/** A schedule that is due at this minute in its time zone. */
export function scheduleAt(index: number, target: Target): Schedule {
  const zone = ZONES[index % ZONES.length] ?? 'UTC';
  const time = Temporal.Instant.fromEpochMilliseconds(DUE)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  return {
    ...target,
    ...{ id: newScheduleId(Math.random), time, days: [1, 2, 3, 4, 5, 6, 7], zone },
    ...{ length: 'headline', empty: 'line', grace: 6, author: 'U1', created: DUE - 1 },
  };
}
