import type { Slot, Timetable } from '#core/schedule';
import { latestSlot, nextSlot } from './slots.ts';

/** The last slot of a timetable that is due at an instant (milliseconds, UTC) or before it. */
export type LatestSlot = (timetable: Timetable, at: number) => Slot | undefined;

/** More timetables than anybody has; beyond that they are worked out again. */
const MOST = 50_000;

interface Stretch {
  readonly slot: Slot | undefined;
  readonly from: number;
  readonly until: number;
}

/** {@link latestSlot} that works out a timetable once from one slot to the next: thousands of channels share few. */
export function rememberedSlots(): LatestSlot {
  const known = new Map<string, Stretch>();
  return (timetable, at) => {
    const key = `${timetable.time} ${timetable.days.join('')} ${timetable.zone}`;
    const found = known.get(key);
    if (found && found.from <= at && at < found.until) return found.slot;
    if (known.size > MOST) known.clear();
    const slot = latestSlot(timetable, at);
    const until = nextSlot(timetable, at)?.due ?? Number.POSITIVE_INFINITY;
    known.set(key, { slot, from: slot?.due ?? Number.NEGATIVE_INFINITY, until });
    return slot;
  };
}
