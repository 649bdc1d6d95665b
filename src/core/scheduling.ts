import type { Length } from './briefing.ts';
import type { Reply } from './reply.ts';
import type { Seat } from './requester.ts';
import type { Schedule, Slot, Timetable } from './schedule.ts';
import type { SlotRecord, Tenant } from './store.ts';

/** A schedule as it is wished for. */
export interface Wish extends Timetable {
  /** The channel it posts to; the one it is asked in where none is named. */
  readonly channel?: string;
  readonly length: Length;
  readonly about?: string;
  readonly empty: Schedule['empty'];
  /** Hours. */
  readonly grace: number;
}

/** A schedule with the slot that comes next; none while it pauses. */
export interface Upcoming {
  readonly schedule: Schedule;
  readonly next?: Slot;
}

/** A post to a channel: one message, and its detail in the thread beneath it. */
export interface Post {
  readonly parent: Reply;
  readonly thread: readonly Reply[];
}

/** Everything that `/schedule` and `/status` do. Refusals are UserErrors in plain words. */
export interface Scheduling {
  /** @throws UserError where they may not, or the channel cannot be posted in. */
  add(seat: Seat, wish: Wish): Promise<Upcoming>;
  /** A workspace's schedules, from memory, for completion. */
  known(tenant: Tenant): readonly Schedule[];
  all(tenant: Tenant): Promise<readonly Upcoming[]>;
  /** @throws UserError where they may not, or there is no such schedule in their workspace. */
  pause(seat: Seat, id: string): Promise<Schedule>;
  resume(seat: Seat, id: string): Promise<Upcoming>;
  remove(seat: Seat, id: string): Promise<Schedule>;
  /** The next post exactly as it would be sent now; nothing is marked as seen. */
  preview(tenant: Tenant, id: string): Promise<Post>;
  /** Posts it now, once, beside its slots. @throws UserError where they may not. */
  run(seat: Seat, id: string): Promise<void>;
  /** The last slots, the newest first. */
  history(tenant: Tenant): Promise<readonly SlotRecord[]>;
}
