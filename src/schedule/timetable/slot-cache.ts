import type { Slot, Timetable } from '#core/schedule';
import { latestSlot, nextSlot } from './slots.ts';

/** The slots of timetables, worked out once: thousands of channels share few. */
export interface Slots {
  /** The last slot that is due at an instant (milliseconds, UTC) or before it. */
  latest(timetable: Timetable, at: number): Slot | undefined;
  /** The slot before one of its slots. */
  before(timetable: Timetable, slot: Slot): Slot | undefined;
}

/** More timetables than anybody has; beyond that they are worked out again. */
const MOST = 50_000;

/** What is known of one timetable: from one of its slots to the next, and which came before which. */
interface Known {
  stretch?: Stretch;
  /** By when a slot is due: the one before it. */
  readonly before: Map<number, Slot | undefined>;
}

interface Stretch {
  readonly slot: Slot | undefined;
  readonly next: Slot | undefined;
}

/** More slots of one timetable than are ever looked back on. */
const MOST_BEFORE = 100;

export function rememberedSlots(): Slots {
  const all = new Map<string, Known>();
  const knownOf = ({ time, days, zone }: Timetable): Known => {
    const key = `${time} ${days.join('')} ${zone}`;
    const found = all.get(key);
    if (found) return found;
    if (all.size > MOST) all.clear();
    const known: Known = { before: new Map() };
    all.set(key, known);
    return known;
  };

  return {
    latest(timetable, at) {
      const known = knownOf(timetable);
      const old = known.stretch;
      known.stretch = stretchAt(timetable, at, old);
      // The slot that was the next is the latest now: then the one before it is known too.
      if (old?.next && known.stretch.slot === old.next) known.before.set(old.next.due, old.slot);
      return known.stretch.slot;
    },
    before(timetable, { due }) {
      const { before } = knownOf(timetable);
      if (before.has(due)) return before.get(due);
      if (before.size > MOST_BEFORE) before.clear();
      const slot = latestSlot(timetable, due - 1);
      before.set(due, slot);
      return slot;
    },
  };
}

/** The stretch that an instant is in: mostly the one that was known, or the one behind it. */
function stretchAt(timetable: Timetable, at: number, known: Stretch | undefined): Stretch {
  if (known && isIn(known, at)) return known;
  if (known?.next && at >= known.next.due) {
    const following = { slot: known.next, next: nextSlot(timetable, known.next.due) };
    if (isIn(following, at)) return following;
  }
  return { slot: latestSlot(timetable, at), next: nextSlot(timetable, at) };
}

const isIn = ({ slot, next }: Stretch, at: number): boolean =>
  (slot === undefined || slot.due <= at) && (next === undefined || at < next.due);
