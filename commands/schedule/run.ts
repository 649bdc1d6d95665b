import { assertManager } from '#core/access/managers';
import type { Command } from '#core/commands/command';
import { SCHEDULE_OPTION, scheduleMeant, schedulingFor } from '#lookup/schedules';
import { confirmRun, runningReply } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule run`: posts immediately after confirmation. */
export default {
  name: 'schedule run',
  group: SCHEDULE_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Post it now, in addition to its usual times',
  options: [
    SCHEDULE_OPTION,
    { name: 'confirmed', description: 'Post it without asking for confirmation', type: 'flag' },
  ],
  examples: ['/schedule run'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    await assertManager(requestScope, 'schedule');
    const { schedule } = await scheduleMeant(invocation, context);
    if (invocation.options.confirmed === undefined) return confirmRun(schedule, requestScope.channel, context.t);
    await scheduling.run(requestScope, schedule.id);
    return runningReply(schedule.id, context.t);
  },
} satisfies Command;
