import type { Text } from './messages/index.ts';
import type { ScheduleOptions } from './schedule-options.ts';

/** ISO 8601: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The times of a channel's posts: a local time in a zone, not an instant. */
export interface Timetable {
  /** `07:30` */
  readonly time: string;
  /** Sorted, each once, at least one. */
  readonly days: readonly Weekday[];
  /** IANA: `Asia/Seoul`. */
  readonly zone: string;
}

/**
 * A post of a schedule, identified by its local day: there is never more than one per day, even if
 * the clocks change.
 */
export interface Slot {
  /** ISO 8601 local date: `2025-03-09`. */
  readonly day: string;
  /** When it is due: milliseconds since 1970, UTC. */
  readonly due: number;
}

/** The state of a slot; `uncertain`: it may have been posted, and is not posted again. */
export const SLOT_STATES = ['due', 'sending', 'sent', 'failed', 'missed', 'uncertain'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** A recurring post to a channel. */
export interface Schedule extends Timetable, ScheduleOptions {
  readonly id: string;
  /** The platform's name and its own name for the workspace or server: every row belongs to one. */
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  /** The platform's id of the user who made it. */
  readonly author: string;
  /** Milliseconds since 1970, UTC: no earlier slot is due. */
  readonly created: number;
  /** Present while it is paused, with the reason unless a user paused it. */
  readonly paused?: { readonly since: number; readonly reason?: Text };
}
