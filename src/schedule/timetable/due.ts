import { message } from '#core/messages/index';
import type { Schedule, Slot } from '#core/schedule';
import type { SlotRecord } from '#core/storage/store';
import { makeSlotCache, type SlotCache } from './slot-cache.ts';

/** Milliseconds; the grace of a schedule is in hours. */
export const HOUR_MS = 3_600_000;

/** A post that is later than this many milliseconds is marked as late. */
export const LATE_AFTER_MS = 300_000;

/** The most missed slots recorded after a long downtime: a month of days. */
const MAX_MISSED_SLOTS = 31;

const NOT_RUNNING = message('notice.notRunning');
const TOO_LATE = message('notice.notRunningTooLate');

/**
 * The slots to insert at an instant (milliseconds, UTC): for each schedule the latest one that is due, unless it
 * is on record. If it is late but within the grace period of the schedule, it is made up; after that it is missed, as
 * are older ones. A recorded slot, even one recorded while the clock was ahead, is never due again.
 *
 * @param latest the newest slot on record of each schedule, by its id.
 * @param slots caches the slots of timetables between calls.
 */
export function slotsDue(
  schedules: readonly Schedule[],
  latest: ReadonlyMap<string, SlotRecord>,
  now: number,
  slots: SlotCache = makeSlotCache(),
): readonly SlotRecord[] {
  return schedules.flatMap((schedule) => {
    const slot = slots.latest(schedule, now);
    const last = latest.get(schedule.id);
    if (!slot || slot.due <= schedule.created) return [];
    if (last && last.day >= slot.day) return reopenedSlots(schedule, slot, last, now);
    return [...missedSlotsBefore(schedule, slot, last, now, slots), dueRecord(schedule, slot, now)];
  });
}

/**
 * A clock that ran ahead has recorded days before their time, most of them as missed: each is due when its time has really
 * come. The store accepts only slots that it does not hold as sent.
 */
function reopenedSlots(schedule: Schedule, slot: Slot, last: SlotRecord, now: number): readonly SlotRecord[] {
  const again = last.day > slot.day || last.state === 'missed';
  return again && isInTime(schedule, slot, now) ? [dueRecord(schedule, slot, now)] : [];
}

/** Earlier slots that are not recorded, the oldest first. */
function missedSlotsBefore(
  schedule: Schedule,
  slot: Slot,
  last: SlotRecord | undefined,
  now: number,
  slots: SlotCache,
): readonly SlotRecord[] {
  const missed: SlotRecord[] = [];
  const since = Math.max(schedule.created, last?.due ?? schedule.created);
  for (let older = slots.before(schedule, slot); older; older = slots.before(schedule, older)) {
    if (older.due <= since || (last && older.day <= last.day) || missed.length === MAX_MISSED_SLOTS) break;
    missed.push({ ...newRecord(schedule, older, now), state: 'missed', reason: NOT_RUNNING });
  }
  return missed.reverse();
}

function dueRecord(schedule: Schedule, slot: Slot, now: number): SlotRecord {
  const record = newRecord(schedule, slot, now);
  if (!isInTime(schedule, slot, now)) return { ...record, state: 'missed', reason: TOO_LATE };
  return { ...record, late: now - slot.due > LATE_AFTER_MS };
}

const isInTime = ({ grace }: Schedule, { due }: Slot, now: number): boolean => now - due <= grace * HOUR_MS;

const newRecord = ({ id, platform, workspace, channel }: Schedule, { day, due }: Slot, now: number): SlotRecord => ({
  schedule: id,
  platform,
  workspace,
  channel,
  day,
  due,
  state: 'due',
  late: false,
  manual: false,
  attempts: 0,
  since: now,
});
