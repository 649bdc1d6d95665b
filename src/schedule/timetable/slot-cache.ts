import type { Slot, Timetable } from '#core/schedule';
import { latestSlot, nextSlot } from './slots.ts';

/** Caches the slots of timetables: thousands of channels share few of them. */
export interface SlotCache {
  /** The last slot that is due at an instant (milliseconds, UTC) or before it. */
  latest(timetable: Timetable, at: number): Slot | undefined;
  /** The slot before one of its slots. */
  before(timetable: Timetable, slot: Slot): Slot | undefined;
}

/** More timetables than any deployment is expected to have; beyond that they are recomputed. */
const MAX_TIMETABLES = 50_000;

/** The cached interval between two slots of a timetable, and the predecessors of its slots. */
interface TimetableCache {
  interval?: Interval;
  /** By due time: the previous slot. */
  readonly before: Map<number, Slot | undefined>;
}

interface Interval {
  readonly slot: Slot | undefined;
  readonly next: Slot | undefined;
}

/** More slots of a timetable than are ever looked up. */
const MAX_PREVIOUS_SLOTS = 100;

export function makeSlotCache(): SlotCache {
  const all = new Map<string, TimetableCache>();
  const knownOf = ({ time, days, zone }: Timetable): TimetableCache => {
    const key = `${time} ${days.join('')} ${zone}`;
    const found = all.get(key);
    if (found) return found;
    if (all.size > MAX_TIMETABLES) all.clear();
    const known: TimetableCache = { before: new Map() };
    all.set(key, known);
    return known;
  };

  return {
    latest(timetable, at) {
      const known = knownOf(timetable);
      const old = known.interval;
      known.interval = intervalAt(timetable, at, old);
      // The next slot has become the latest, so its predecessor is known.
      if (old?.next && known.interval.slot === old.next) known.before.set(old.next.due, old.slot);
      return known.interval.slot;
    },
    before(timetable, { due }) {
      const { before } = knownOf(timetable);
      if (before.has(due)) return before.get(due);
      if (before.size > MAX_PREVIOUS_SLOTS) before.clear();
      const slot = latestSlot(timetable, due - 1);
      before.set(due, slot);
      return slot;
    },
  };
}

/** The interval of an instant: usually the cached one, or the one after it. */
function intervalAt(timetable: Timetable, at: number, known: Interval | undefined): Interval {
  if (known && isWithin(known, at)) return known;
  if (known?.next && at >= known.next.due) {
    const following = { slot: known.next, next: nextSlot(timetable, known.next.due) };
    if (isWithin(following, at)) return following;
  }
  return { slot: latestSlot(timetable, at), next: nextSlot(timetable, at) };
}

const isWithin = ({ slot, next }: Interval, at: number): boolean =>
  (slot === undefined || slot.due <= at) && (next === undefined || at < next.due);
