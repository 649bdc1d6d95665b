import { Temporal } from 'temporal-polyfill';

const FROM = Temporal.PlainDate.from('2024-01-01');
const UNTIL = Temporal.PlainDate.from('2030-12-31');

/** Every change of a zone’s clocks from 2024 to 2030. */
export function clockChanges(zone: string): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  for (let moment = FROM.toZonedDateTime(zone).getTimeZoneTransition('next'); moment && moment.year <= UNTIL.year; ) {
    found.push(moment);
    moment = moment.getTimeZoneTransition('next');
  }
  return found;
}
