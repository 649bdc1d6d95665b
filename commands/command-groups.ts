import type { Family } from '#core/command';

/** Commands that share their first word. */
export const SCHEDULE: Family = {
  description: 'Post a briefing to a channel at a time of day',
  alone: 'schedule list',
};
