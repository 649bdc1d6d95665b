import type { RequestScope } from './access/requester.ts';
import type { Reply } from './reply.ts';
import type { Schedule, ScheduleOptions, Slot, Timetable } from './schedule.ts';
import type { SlotRecord, Tenant } from './storage/store.ts';

/** What a user gives to make a schedule. */
export interface ScheduleInput extends Timetable, ScheduleOptions {
  /** The channel it posts to; the current one if left out. */
  readonly channel?: string;
}

/** A schedule with the slot that comes next; none while it pauses. */
export interface ScheduleWithNext {
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
  add(scope: RequestScope, input: ScheduleInput): Promise<ScheduleWithNext>;
  /** A workspace's schedules, from memory, for completion. */
  cached(tenant: Tenant): readonly Schedule[];
  list(tenant: Tenant): Promise<readonly ScheduleWithNext[]>;
  /** @throws UserError where they may not, or there is no such schedule in their workspace. */
  pause(scope: RequestScope, id: string): Promise<Schedule>;
  resume(scope: RequestScope, id: string): Promise<ScheduleWithNext>;
  remove(scope: RequestScope, id: string): Promise<Schedule>;
  /** The next post exactly as it would be sent now; nothing is marked as seen. */
  preview(tenant: Tenant, id: string): Promise<Post>;
  /** Posts it now, once, beside its slots. @throws UserError where they may not. */
  run(scope: RequestScope, id: string): Promise<void>;
  /** The last slots, the newest first. */
  history(tenant: Tenant): Promise<readonly SlotRecord[]>;
}
