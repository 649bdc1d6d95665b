import type { Command } from '#core/commands/command';
import { schedulingFor } from '#lookup/schedules';
import { schedules } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule list`: lists all schedules with their channels and times. */
export default {
  name: 'schedule list',
  group: SCHEDULE_GROUP,
  description: 'Show what is posted where, and when',
  options: [],
  examples: ['/schedule list'],
  async run(_, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    return schedules(await scheduling.list(requestScope), requestScope, context.t);
  },
} satisfies Command;
