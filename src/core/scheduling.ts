import type { RequestScope } from './access/requester.ts';
import type { Reply } from './reply.ts';
import type { Schedule, Slot, Timetable } from './schedule.ts';
import type { ScheduleOptions } from './schedule-options.ts';
import type { SlotRecord, Tenant } from './storage/store.ts';

/** The input for a new schedule. */
export interface ScheduleInput extends Timetable, ScheduleOptions {
  /** The channel it posts to; the current one if left out. */
  readonly channel?: string;
}

/** A schedule with its next slot; none while it is paused. */
export interface ScheduleWithNext {
  readonly schedule: Schedule;
  readonly next?: Slot;
}

/** A post to a channel: one message, with its detail in the thread. */
export interface Post {
  readonly parent: Reply;
  readonly thread: readonly Reply[];
}

/** The operations of `/schedule` and `/status`. */
export interface Scheduling {
  /** @throws UserError if the user may not do this, or posting to the channel is impossible. */
  add(scope: RequestScope, input: ScheduleInput): Promise<ScheduleWithNext>;
  /** A workspace's schedules, from memory, for completion. */
  cached(tenant: Tenant): readonly Schedule[];
  list(tenant: Tenant): Promise<readonly ScheduleWithNext[]>;
  /** @throws UserError if the user may not do this, or the workspace has no such schedule. */
  pause(scope: RequestScope, id: string): Promise<Schedule>;
  resume(scope: RequestScope, id: string): Promise<ScheduleWithNext>;
  remove(scope: RequestScope, id: string): Promise<Schedule>;
  /** The next post exactly as it would be sent now; nothing is marked as seen. */
  preview(tenant: Tenant, id: string): Promise<Post>;
  /** Posts it once now, in addition to its slots. @throws UserError if the user may not do this. */
  run(scope: RequestScope, id: string): Promise<void>;
  /** The last slots, the newest first. */
  history(tenant: Tenant): Promise<readonly SlotRecord[]>;
}
