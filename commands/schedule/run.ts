import type { Command } from '#core/commands/command';
import { scheduleIdOf, schedulingFor, SCHEDULE_OPTION as WHICH } from '#lookup/schedules';
import { runningReply } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule run`: posts at once. */
export default {
  name: 'schedule run',
  group: SCHEDULE_GROUP,
  mutates: true,
  description: 'Post it now, beside its usual times',
  options: [WHICH],
  examples: ['/schedule run'],
  async run(invocation, context) {
    const { scheduling, seat } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    await scheduling.run(seat, id);
    return runningReply(id);
  },
} satisfies Command;
