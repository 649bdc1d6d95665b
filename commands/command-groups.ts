import type { CommandGroup } from '#core/commands/command';

/** Commands that share their first word. */
export const SCHEDULE_GROUP: CommandGroup = {
  description: 'Post a briefing to a channel at a time of day',
  defaultMember: 'schedule list',
};

export const FEEDS_GROUP: CommandGroup = {
  description: 'Choose what this channel reads',
  defaultMember: 'feeds list',
};

export const DATA_GROUP: CommandGroup = {
  description: 'Export or delete the data stored for this workspace',
  defaultMember: 'data export',
};
